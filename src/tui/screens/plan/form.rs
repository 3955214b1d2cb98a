//! The short form of an action: what, by whom, by when, and which need it serves. Enter takes it from any field.

use crate::domain::entry::Entry;
use crate::domain::field;
use crate::domain::id::PersonId;
use crate::domain::need::Need;
use crate::domain::plan::{Action, Doer};
use crate::domain::text::{LINE, NOTE, clean, fold};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::layers::Layer;
use crate::tui::layers::form::{Enter, Form};
use crate::tui::screens::asking::written;

/// What names the form among the drafts: a new action, and one that is changed.
const NEW: &str = "action";
const CHANGED: &str = "action-changed";
/// Where the fields stand.
const WHAT: usize = 0;
const WHO: usize = 1;
const WHEN: usize = 2;

/// Asks for an action of `person`, as `action` has it so far; the one with `item`, or a new one.
pub(in crate::tui::screens) fn ask(person: PersonId, item: Option<String>, action: Action, desk: &Desk) -> Effect {
    let words = desk.words;
    // In front of a group not even what it is about.
    let title = if words.is_room_safe() { say!(words, "room-safe-form") } else { say!(words, "plan-action-title") };
    let who = words.doer(&action.who, desk.services);
    let day = action.due.map(|day| day.to_string()).unwrap_or_default();
    let need = action.need.map(|need| say!(words, need.message())).unwrap_or_default();
    let (name, what) = (if item.is_some() { CHANGED } else { NEW }, action.what.clone());
    let then = move |texts: &[String], desk: &mut Desk| record(person, item.clone(), &action, texts, desk);
    let form = Form::new(name, title, Enter::Saves, understood, then)
        .with(say!(words, "plan-action-what"), say!(words, "plan-action-what-hint"), &what)
        .with(say!(words, "plan-action-who"), words.doers(desk.services), &who)
        .with(say!(words, "plan-action-when"), say!(words, "plan-action-when-hint"), &day)
        .with(say!(words, "plan-action-need"), needs(words), &need)
        .kept_at(Place::Plan(person));
    Effect::Ask(Layer::Form(Box::new(form)))
}

/// Every need with its number.
fn needs(words: &Words) -> String {
    let one = |(number, need): (usize, &Need)| format!("{number} {}", say!(words, need.message()));
    (1..).zip(&Need::ALL).map(one).collect::<Vec<_>>().join(" · ")
}

/// The need that a number or the beginning of its words means.
fn need(text: &str, words: &Words) -> Option<Need> {
    let number = text.parse().ok().and_then(|number: usize| Need::ALL.get(number.checked_sub(1)?));
    let begins = |need: &&Need| fold(&say!(words, need.message())).starts_with(&fold(text));
    number.or_else(|| Need::ALL.iter().find(begins)).copied()
}

/// How a field is written in full, or why it means nothing.
fn understood(at: usize, text: &str, desk: &Desk) -> Result<String, String> {
    let words = desk.words;
    let cleaned = |most| clean(text, most).map_err(|fault| words.text_fault(&fault));
    match at {
        WHAT if text.is_empty() => Err(say!(words, "text-needed")),
        WHAT => cleaned(NOTE),
        WHO if text.is_empty() => Ok(words.doer(&Doer::default(), desk.services)),
        WHO => Ok(words.doer(&words.doer_read(&cleaned(LINE)?, desk.services), desk.services)),
        WHEN => Ok(written(words.day_read(text, desk.today())?)),
        _ if text.is_empty() => Ok(String::new()),
        _ => match need(text, words) {
            Some(need) => Ok(say!(words, need.message())),
            None => Err(say!(words, "plan-need-fault", most = Need::ALL.len())),
        },
    }
}

/// Records what the form says, every field of which was understood.
fn record(person: PersonId, item: Option<String>, action: &Action, texts: &[String], desk: &mut Desk) -> Effects {
    let [what, who, when, for_need] = texts else { return Vec::new() };
    let action = Action {
        what: what.clone(),
        who: desk.words.doer_read(who, desk.services),
        due: field::date(when).ok().flatten(),
        need: if for_need.is_empty() { None } else { need(for_need, desk.words) },
        ..action.clone()
    };
    let said = match action.due {
        Some(day) => say!(desk.words, "plan-action-kept-by", day = desk.words.short_date(day, desk.today())),
        None => say!(desk.words, "plan-action-kept"),
    };
    let item = item.unwrap_or_else(|| desk.new_id().to_string());
    vec![Effect::Record { entries: vec![Entry::Action { person, item, to: Some(Box::new(action)) }], said }]
}
