//! Erasing a person for good: the reference is typed, and where the prison chose so, a second person approves.

use crate::domain::erasure::{ErasureRequest, Leave};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::{About, Failure};
use crate::domain::setting::Setting;
use crate::domain::text::{LINE, clean};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;

/// Asks for the reference, then why, where `why` stands at first; `leaves`: the screen is left then, because it shows
/// the person.
///
/// # Errors
/// What the record says.
pub fn ask(id: PersonId, person: &Person, why: &str, leaves: bool, desk: &Desk) -> Result<Effect, Failure> {
    let words = desk.words;
    if person.erased {
        return Ok(Effect::Refuse(say!(words, "erase-done-already")));
    }
    if let Some(group) = desk.reads.placed()?.get(&id) {
        return Ok(Effect::Refuse(say!(words, "erase-in-group", group = group)));
    }
    let needs_two = Setting::ErasureNeedsTwo.is_on(desk.reads)?;
    let standing = ErasureRequest::among(desk.reads.standing("erasure-request", About::Person(id))?);
    let standing = standing.filter(|_| needs_two);
    let hint = match &standing {
        Some(request) if request.by == desk.actor => {
            return Ok(Effect::Refuse(say!(words, "erase-other-needed")));
        }
        Some(request) => {
            let date = words.short_date(request.at.date_naive(), desk.today());
            say!(words, "erase-asked", by = &request.by, date = date, why = &request.why, reference = &person.reference)
        }
        None => say!(words, "erase-hint", reference = &person.reference),
    };
    let (reference, why) = (person.reference.clone(), why.to_owned());
    let then = move |text: &str, desk: &mut Desk| {
        if text != reference {
            return Err(say!(desk.words, "erase-not-reference", reference = &reference));
        }
        Ok(match &standing {
            Some(request) => leave(id, Leave::of(true, Some(request), (desk.actor, desk.now), ""), leaves, desk),
            None => vec![ask_why(id, needs_two, &why, leaves, desk)],
        })
    };
    let title = say!(words, "erase-title", name = person.name());
    Ok(Effect::Ask(Layer::Prompt(Prompt::new(title, hint, "", then))))
}

fn ask_why(id: PersonId, needs_two: bool, why: &str, leaves: bool, desk: &Desk) -> Effect {
    let (title, hint) = (say!(desk.words, "erase-why"), say!(desk.words, "erase-why-hint"));
    let then = move |text: &str, desk: &mut Desk| match clean(text, LINE) {
        Ok(why) if why.is_empty() => Err(say!(desk.words, "text-needed")),
        Ok(why) => Ok(leave(id, Leave::of(needs_two, None, (desk.actor, desk.now), &why), leaves, desk)),
        Err(fault) => Err(desk.words.text_fault(&fault)),
    };
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, why, then)))
}

fn leave(id: PersonId, leave: Leave, leaves: bool, desk: &Desk) -> Effects {
    match leave {
        Leave::Given(erasure) => {
            let back = leaves.then_some(Effect::Back);
            std::iter::once(Effect::Erase(vec![(id, erasure)])).chain(back).collect()
        }
        Leave::Asked(request) => {
            vec![Effect::Record { entries: vec![request.of(id)], said: say!(desk.words, "erase-waits") }]
        }
        Leave::OtherNeeded => vec![Effect::Refuse(say!(desk.words, "erase-other-needed"))],
    }
}
