//! Recording an exception to the rules of a programme, and taking it back: who decided, and why.

use crate::domain::eligibility::Exception;
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::programme::Course;
use crate::domain::text::{LINE, NOTE, clean};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::prompt::Prompt;

/// Asks who decided and why; or, when there is one already, whether to change it or take it back.
pub(super) fn ask(person: PersonId, course: &Course, is: Option<&Exception>, desk: &Desk) -> Effect {
    let words = desk.words;
    let programme = course.programme.clone();
    let Some(is) = is.cloned() else {
        return who_decided(person, programme, desk.actor, String::new(), desk);
    };
    let answers = vec![(Some('c'), say!(words, "exception-change")), (Some('r'), say!(words, "exception-remove"))];
    let choice = Choice::new(say!(words, "exception-is"), answers, move |answer, desk| {
        if answer == 0 {
            return vec![who_decided(person, programme, &is.by, is.why, desk)];
        }
        let entries = vec![Entry::Exception { person, item: programme, to: None }];
        vec![Effect::Record { entries, said: say!(desk.words, "exception-removed") }]
    });
    Effect::Ask(Layer::Choice(choice))
}

fn who_decided(person: PersonId, programme: String, by: &str, why: String, desk: &Desk) -> Effect {
    let (title, hint) = (say!(desk.words, "exception-by"), say!(desk.words, "exception-by-hint"));
    let prompt = Prompt::new(title, hint, by, move |by, desk| {
        let by = needed(by, LINE, desk)?;
        Ok(vec![reason(person, programme.clone(), by, &why, desk)])
    });
    Effect::Ask(Layer::Prompt(prompt.kept("exception by")))
}

fn reason(person: PersonId, programme: String, by: String, why: &str, desk: &Desk) -> Effect {
    let (title, hint) = (say!(desk.words, "exception-why"), say!(desk.words, "exception-why-hint"));
    let prompt = Prompt::new(title, hint, why, move |why, desk| {
        let exception = Exception { why: needed(why, NOTE, desk)?, by: by.clone(), at: desk.now };
        let entries = vec![Entry::Exception { person, item: programme.clone(), to: Some(Box::new(exception)) }];
        Ok::<Effects, String>(vec![Effect::Record { entries, said: say!(desk.words, "exception-recorded") }])
    });
    Effect::Ask(Layer::Prompt(prompt.kept("exception why")))
}

/// The text as it can be recorded; an exception without a name or a reason explains nothing.
fn needed(text: &str, most: usize, desk: &Desk) -> Result<String, String> {
    match clean(text, most) {
        Ok(text) if text.is_empty() => Err(say!(desk.words, "exception-needed")),
        Ok(text) => Ok(text),
        Err(fault) => Err(desk.words.text_fault(&fault)),
    }
}
