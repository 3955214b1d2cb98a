//! The short form of a concern: about whom, of which kind, to whom it went, when, and who confirmed it.

use crate::domain::concern::{Category, Concern};
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::{Failure, PeopleQuery, Window};
use crate::domain::text::{LINE, clean, fold};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::layers::Layer;
use crate::tui::layers::form::{Enter, Form};
use crate::tui::screens::asking::when;
use chrono::{DateTime, FixedOffset};

/// What the form is called among the drafts: there is one for each who writes.
pub const NAME: &str = "concern";

/// The fields, in their order.
const WHO: usize = 0;
const KIND: usize = 1;
const TO: usize = 2;
const WHEN: usize = 3;

/// People named at the most where several are meant.
const NAMED: usize = 4;

/// Asks for a concern about `person`, or about whom.
///
/// # Errors
/// What the record says.
pub fn ask(person: Option<PersonId>, desk: &Desk) -> Result<Effect, Failure> {
    let known = match person {
        Some(id) => desk.reads.person(id)?.map(|person| in_full(&person)),
        None => None,
    };
    let words = desk.words;
    // In front of a group not even that it is a concern.
    let (title, kinds, detail) = if words.is_room_safe() {
        let number = say!(words, "concern-kind-fault", most = Category::ALL.len());
        (say!(words, "room-safe-form"), number, String::new())
    } else {
        (say!(words, "concern-title"), kinds(words), say!(words, "concern-no-detail"))
    };
    let now = format!("{} {}", desk.today(), desk.now.time().format("%H:%M"));
    let first = if known.is_some() { KIND } else { WHO };
    let form = Form::new(NAME, title, Enter::GoesOn, read, record)
        .with(say!(words, "concern-who"), say!(words, "concern-who-hint"), known.as_deref().unwrap_or(""))
        .with(say!(words, "concern-kind"), kinds, "")
        .with(say!(words, "concern-to"), detail, "")
        .offering(say!(words, "concern-when"), say!(words, "concern-when-hint"), &now)
        .with(say!(words, "concern-receipt"), say!(words, "concern-receipt-hint"), "")
        .at(first)
        .kept_at(Place::Concerns);
    Ok(Effect::Ask(Layer::Form(Box::new(form))))
}

/// `0412 Ana Petrović`: nobody else is meant by it.
fn in_full(person: &Person) -> String {
    format!("{} {}", person.reference, person.name())
}

/// Every kind with its number.
fn kinds(words: &Words) -> String {
    let kind = |(number, kind): (usize, &Category)| format!("{number} {}", say!(words, kind.message()));
    (1..).zip(&Category::ALL).map(kind).collect::<Vec<_>>().join(", ")
}

/// What a field means by its text.
fn read(at: usize, text: &str, desk: &Desk) -> Result<String, String> {
    let line = |text: &str| clean(text, LINE).map_err(|fault| desk.words.text_fault(&fault));
    match at {
        WHO => somebody(text, desk).map(|(_, person)| in_full(&person)),
        KIND => category(text, desk.words).map(|category| say!(desk.words, category.message())),
        TO => match line(text)? {
            to if to.is_empty() => Err(say!(desk.words, "concern-to-needed")),
            to => Ok(to),
        },
        WHEN => moment(text, desk).map(|at| at.format("%Y-%m-%d %H:%M").to_string()),
        _ => line(text),
    }
}

/// Who is meant: by a reference at its beginning, or by whatever finds one person alone.
fn somebody(text: &str, desk: &Desk) -> Result<(PersonId, Person), String> {
    let failed = |failure: Failure| desk.failure(&failure);
    let Some(reference) = text.split_whitespace().next() else { return Err(say!(desk.words, "concern-who-needed")) };
    if let Some(id) = desk.reads.person_by_reference(reference).map_err(failed)?
        && let Some(person) = desk.reads.person(id).map_err(failed)?
    {
        return Ok((id, person));
    }
    let query = PeopleQuery { order: desk.order().to_owned(), needles: desk.words.needles(text) };
    let mut found = desk.reads.people(&query, &Window::Start, NAMED).map_err(failed)?;
    match found.len() {
        0 => Err(say!(desk.words, "concern-who-nobody")),
        1 => Ok(found.remove(0).value).map(|row| (row.id, row.person)),
        _ => {
            let names: Vec<String> = found.iter().map(|row| in_full(&row.value.person)).collect();
            Err(say!(desk.words, "concern-who-several", names = names.join(", ")))
        }
    }
}

/// The kind that a number or the beginning of its words means.
fn category(text: &str, words: &Words) -> Result<Category, String> {
    let number = text.parse().ok().and_then(|number: usize| number.checked_sub(1));
    let typed = fold(text);
    let begins = |kind: &&Category| !typed.is_empty() && fold(&say!(words, kind.message())).starts_with(&typed);
    let named = || Category::ALL.iter().find(begins);
    let found = number.and_then(|at| Category::ALL.get(at)).or_else(named);
    found.copied().ok_or_else(|| say!(words, "concern-kind-fault", most = Category::ALL.len()))
}

/// When it was told: not before it happens.
fn moment(text: &str, desk: &Desk) -> Result<DateTime<FixedOffset>, String> {
    let (date, time) = when(text, (desk.today(), desk.now.time()), desk)?;
    let at = date.and_time(time).and_local_timezone(*desk.now.offset()).single().unwrap_or(desk.now);
    if at > desk.now { Err(say!(desk.words, "concern-ahead")) } else { Ok(at) }
}

/// Every field is understood by now.
fn record(texts: &[String], desk: &mut Desk) -> Effects {
    let [who, kind, to, at, receipt] = texts else { return Vec::new() };
    let understood = (somebody(who, desk), category(kind, desk.words), moment(at, desk));
    let (Ok((person, _)), Ok(category), Ok(at)) = understood else { return Vec::new() };
    let (to, receipt, by) = (to.clone(), receipt.clone(), desk.actor.to_owned());
    let concern = Some(Box::new(Concern { category, to, at, receipt, by }));
    let item = desk.new_id().to_string();
    let entries = vec![Entry::Concern { person, item, to: concern }];
    vec![Effect::Record { entries, said: say!(desk.words, "concern-recorded") }]
}
