//! Doing a step: which way, then one form for everything that has to be recorded. Where nothing has to be, one key.

use super::Read;
use crate::domain::answer::{self, AnswerFault};
use crate::domain::field;
use crate::domain::following::{Ask, Refused};
use crate::domain::pathway::Way;
use crate::domain::run::Taken;
use crate::domain::text::{NOTE, clean};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::form::{Enter, Form};

/// What names the form among the drafts.
const NAME: &str = "step";

/// Begins with the step that the run is at.
pub(super) fn begin(read: &Read, desk: &mut Desk) -> Effects {
    let words = desk.words;
    let Some(step) = read.following.step() else {
        return vec![Effect::Refuse(say!(words, "path-is-over"))];
    };
    if let Some(closed) = read.following.closed(desk.today()).first() {
        return vec![Effect::Refuse(words.closed(closed, desk.services))];
    }
    if step.ways.is_empty() {
        return form(read, None, None, desk);
    }
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let items = keys.zip(step.ways.iter().map(|way| words.pick(&way.text))).collect();
    let (title, ways, read) = (words.pick(&step.title), step.ways.clone(), read.clone());
    vec![Effect::Ask(Layer::Choice(Choice::new(title, items, move |at, desk| form(&read, ways.get(at), None, desk))))]
}

/// Asks everything in one form, with what was written before; takes the step at once when there is nothing to ask.
fn form(read: &Read, way: Option<&Way>, before: Option<(&[String], usize)>, desk: &mut Desk) -> Effects {
    let words = desk.words;
    let asks = read.following.asks(way);
    if asks.is_empty() {
        return take(read, way, &[], desk);
    }
    let (reading, taking) = ((read.clone(), way.cloned()), (read.clone(), way.cloned()));
    let title = read.following.step().map(|step| words.pick(&step.title)).unwrap_or_default();
    let title = if read.confined.is_some() { say!(words, "path-restricted-form", title = title) } else { title };
    let read_field = move |at: usize, text: &str, desk: &Desk| {
        let (read, way) = &reading;
        understood(read.following.asks(way.as_ref()).get(at), text, desk)
    };
    let then = move |texts: &[String], desk: &mut Desk| take(&taking.0, taking.1.as_ref(), texts, desk);
    let text = |at: usize| before.and_then(|(texts, _)| texts.get(at)).cloned();
    let mut form = Form::new(NAME, title, Enter::GoesOn, read_field, then)
        .kept_at(Place::Path { person: read.id, run: format!("{}/{}", read.following.id, read.following.taken.len()) });
    for (at, ask) in asks.iter().enumerate() {
        let (label, hint, given) = asked(ask, read, desk);
        form = form.with(label, hint, &text(at).unwrap_or(given));
    }
    let today = text(asks.len()).unwrap_or_else(|| desk.today().to_string());
    form = form.offering(say!(words, "path-done-on"), say!(words, "answer-hint-date"), &today);
    vec![Effect::Ask(Layer::Form(Box::new(form.at(before.map_or(0, |(_, at)| at)))))]
}

/// What one field is called, what it wants, and what stands in it at first: the answer of the time before.
fn asked(ask: &Ask, read: &Read, desk: &Desk) -> (String, String, String) {
    let words = desk.words;
    match ask {
        Ask::Paper(paper) => {
            (say!(words, "path-paper", paper = words.pick(paper)), say!(words, "path-paper-hint"), String::new())
        }
        Ask::Interpreter => (say!(words, "path-interpreter"), say!(words, "path-interpreter-hint"), String::new()),
        Ask::Why => (say!(words, "path-why"), say!(words, "path-why-hint"), String::new()),
        Ask::Question(question) => {
            let given = read.following.answer(&question.id).map(|answer| words.answer_written(question, answer));
            (words.pick(&question.text), words.answer_hint(question), given.unwrap_or_default())
        }
    }
}

/// How a field is written in full, or why it means nothing. Whether something has to be said is asked of all
/// together: a question may hang on another.
fn understood(ask: Option<&Ask>, text: &str, desk: &Desk) -> Result<String, String> {
    let words = desk.words;
    let yes_no = |text: &str| {
        let yes = answer::yes_or_no(text, words).map_err(|fault| words.answer_fault(&fault))?;
        Ok(say!(words, if yes { "answer-yes" } else { "answer-no" }))
    };
    match ask {
        Some(Ask::Paper(_) | Ask::Interpreter | Ask::Why) if text.is_empty() => {
            Err(words.answer_fault(&AnswerFault::Missing))
        }
        Some(Ask::Paper(_) | Ask::Interpreter) => yes_no(text),
        Some(Ask::Why) => clean(text, NOTE).map_err(|fault| words.text_fault(&fault)),
        Some(Ask::Question(question)) => {
            if text.is_empty() && question.required && question.only_if.is_none() {
                return Err(words.answer_fault(&AnswerFault::Missing));
            }
            let answer =
                answer::read(question, text, desk.today(), words).map_err(|fault| words.answer_fault(&fault))?;
            Ok(if answer.is_empty() { answer } else { words.answer_written(question, &answer) })
        }
        None => Ok(words.day_needed(text, desk.today())?.to_string()),
    }
}

/// Records the step; what cannot be is asked again, with everything that was written.
fn take(read: &Read, way: Option<&Way>, texts: &[String], desk: &mut Desk) -> Effects {
    let asks = read.following.asks(way);
    let Some(step) = read.following.step() else { return Vec::new() };
    let mut taken = Taken {
        step: step.id.clone(),
        on: texts.last().and_then(|text| field::date(text).ok().flatten()).unwrap_or(desk.today()),
        by: desk.actor.to_owned(),
        way: way.map(|way| way.id.clone()),
        papers: true,
        ..Taken::default()
    };
    for (ask, text) in asks.iter().zip(texts) {
        let yes = answer::yes_or_no(text, desk.words).ok();
        match ask {
            Ask::Paper(_) => taken.papers &= yes == Some(true),
            Ask::Interpreter => taken.interpreter = yes,
            Ask::Why => taken.why.clone_from(text),
            Ask::Question(question) => {
                let answer = answer::read(question, text, desk.today(), desk.words).unwrap_or_default();
                taken.answers.insert(question.id.clone(), answer);
            }
        }
    }
    taken.papers &= asks.iter().any(|ask| matches!(ask, Ask::Paper(_)));
    match read.following.taking(read.id, taken, desk.today()) {
        Ok(entry) => {
            let said = say!(desk.words, "path-step-done", title = desk.words.pick(&step.title));
            vec![read.recording(vec![entry], said)]
        }
        Err(refused) => {
            let at = match refused {
                Refused::Missing(at) => at,
                Refused::Day { .. } => asks.len(),
                Refused::TooMuch { .. } => asks.iter().rposition(|ask| is_limited(ask, read)).unwrap_or(0),
                _ => 0,
            };
            let why = desk.words.step_refused(&refused, desk.services);
            let again = if asks.is_empty() { Vec::new() } else { form(read, way, Some((texts, at)), desk) };
            again.into_iter().chain([Effect::Refuse(why)]).collect()
        }
    }
}

/// Whether it is an amount that is held to a limit with others.
fn is_limited(ask: &Ask, read: &Read) -> bool {
    let Ask::Question(question) = ask else { return false };
    read.following.pathway.limits.iter().any(|limit| limit.of.contains(&question.id))
}
