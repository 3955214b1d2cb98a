//! The short form of a line of the matrix: who, what they do, what they may be told, and by which law, if by one.

use crate::domain::entry::Entry;
use crate::domain::field;
use crate::domain::id::PersonId;
use crate::domain::pathway::{Owner, Reaches};
use crate::domain::plan::Doer;
use crate::domain::sharing::{Law, Partner, Shared, Topic};
use crate::domain::text::{LINE, NOTE, clean, fold};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::form::{Enter, Form};
use crate::tui::screens::asking::written;
use std::collections::BTreeSet;

/// What names the form among the drafts: a new line, and one that is changed.
const NEW: &str = "partner";
const CHANGED: &str = "partner-changed";
/// Where the fields stand.
const WHO: usize = 0;
const TOLD: usize = 3;
const UNTIL: usize = 5;

/// Asks for a line of the matrix of `person`: a new one, or `line` as it stands.
pub(super) fn ask(person: PersonId, line: Option<&Shared>, desk: &Desk) -> Effect {
    let words = desk.words;
    let known = line.map(|line| &line.partner);
    let text = |of: fn(&Partner) -> &str| known.map_or("", of).to_owned();
    let told = known.map(|partner| words.topics(&partner.told)).unwrap_or_default();
    let law = known.and_then(|partner| partner.law.as_ref());
    let until = law.and_then(|law| law.until).map(|day| day.to_string()).unwrap_or_default();
    let (name, item) = (if line.is_some() { CHANGED } else { NEW }, line.map(|line| line.item.clone()));
    let then = move |texts: &[String], desk: &mut Desk| record(person, item.clone(), texts, desk);
    let form = Form::new(name, say!(words, "agencies-form"), Enter::GoesOn, understood, then)
        .with(say!(words, "agencies-who"), say!(words, "agencies-who-hint"), &text(|partner| &partner.name))
        .with(
            say!(words, "agencies-does-before"),
            say!(words, "answer-hint-optional"),
            &text(|partner| &partner.before),
        )
        .with(say!(words, "agencies-does-after"), say!(words, "answer-hint-optional"), &text(|partner| &partner.after))
        .with(say!(words, "agencies-may-be-told"), say!(words, "answer-hint-several", choices = topics(words)), &told)
        .with(say!(words, "agencies-law"), say!(words, "agencies-law-hint"), law.map_or("", |law| law.named.as_str()))
        .with(say!(words, "agencies-law-until"), say!(words, "answer-hint-optional"), &until);
    Effect::Ask(Layer::Form(Box::new(form)))
}

/// Everything that can be told, each with its number.
fn topics(words: &Words) -> String {
    let one = |(number, topic): (usize, &Topic)| format!("{number} {}", say!(words, topic.message()));
    (1..).zip(&Topic::ALL).map(one).collect::<Vec<_>>().join(" · ")
}

/// What numbers, or the words, with commas between, mean.
fn told(text: &str, words: &Words) -> Option<BTreeSet<Topic>> {
    let one = |part: &str| {
        let number = part.parse().ok().and_then(|number: usize| Topic::ALL.get(number.checked_sub(1)?));
        let is = |topic: &&Topic| fold(&say!(words, topic.message())) == fold(part);
        number.or_else(|| Topic::ALL.iter().find(is)).copied()
    };
    text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).map(one).collect()
}

/// Who is meant by a name: an agency of the directory, a consulate or an authority, or somebody.
fn reached(name: &str, desk: &Desk) -> (Reaches, String) {
    let whole = [Reaches::Consulate, Reaches::Authority, Reaches::AuthorityAbroad];
    let is = |to: &Reaches| fold(&desk.words.recipient(to, desk.services)) == fold(name);
    if let Some(to) = whole.into_iter().find(is) {
        return (to, name.to_owned());
    }
    match desk.words.doer_read(name, desk.services) {
        Doer::Owner(Owner::Agency(id)) => {
            let called = desk.services.agency(&id).map_or_else(|| name.to_owned(), |agency| agency.name.clone());
            (Reaches::Agency(id), called)
        }
        _ => (Reaches::Somebody, name.to_owned()),
    }
}

/// How a field is written in full, or why it means nothing.
fn understood(at: usize, text: &str, desk: &Desk) -> Result<String, String> {
    let words = desk.words;
    let cleaned = |most| clean(text, most).map_err(|fault| words.text_fault(&fault));
    match at {
        WHO if text.is_empty() => Err(say!(words, "text-needed")),
        WHO => Ok(reached(&cleaned(LINE)?, desk).1),
        TOLD => match told(text, words) {
            Some(topics) => Ok(words.topics(&topics)),
            None => Err(say!(words, "agencies-told-fault", most = Topic::ALL.len())),
        },
        UNTIL => Ok(written(words.day_read(text, desk.today())?)),
        _ => cleaned(NOTE),
    }
}

/// Records what the form says, every field of which was understood.
fn record(person: PersonId, item: Option<String>, texts: &[String], desk: &mut Desk) -> Effects {
    let [who, before, after, topics, law, until] = texts else { return Vec::new() };
    let (to, name) = reached(who, desk);
    let named = law.clone();
    let law = (!named.is_empty()).then(|| Law { named, until: field::date(until).ok().flatten() });
    let partner = Partner {
        to,
        name,
        before: before.clone(),
        after: after.clone(),
        told: told(topics, desk.words).unwrap_or_default(),
        law,
    };
    let said = say!(desk.words, "agencies-kept", name = &partner.name);
    let item = item.unwrap_or_else(|| desk.new_id().to_string());
    vec![Effect::Record { entries: vec![Entry::Partner { person, item, to: Some(Box::new(partner)) }], said }]
}
