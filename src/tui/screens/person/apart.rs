//! Keeping somebody apart from somebody else: whom, and why. The reason is shown here, to whoever asks.

use crate::domain::apart::{Apart, keeping_apart, pair};
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure, PersonRow};
use crate::domain::roll::{Meant, meant};
use crate::domain::text::NOTE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::prompt::Prompt;
use crate::tui::paint;
use crate::tui::screens::asking::{self, Question};

/// Cells of a line of the reason.
const LINE: u16 = 60;

/// A pair, seen from one of the two.
#[derive(Debug, Clone)]
struct Kept {
    other: PersonId,
    name: String,
    why: String,
}

/// The names of those from whom somebody is kept apart.
pub(super) fn names(person: PersonId, desk: &Desk) -> Result<Vec<String>, Failure> {
    Ok(kept(person, desk)?.into_iter().map(|kept| kept.name).collect())
}

fn kept(person: PersonId, desk: &Desk) -> Result<Vec<Kept>, Failure> {
    let mut found = Vec::new();
    for entry in desk.reads.standing("apart", About::Person(person))? {
        let (Some((one, other)), Entry::Apart { to: Some(apart), .. }) = (pair(&entry), entry) else { continue };
        let other = if one == person { other } else { one };
        let name = desk.reads.person(other)?.unwrap_or_default().name();
        found.push(Kept { other, name, why: apart.why });
    }
    Ok(found)
}

/// Asks whom, or, when there is somebody already, whether it is about them.
pub(super) fn ask(person: PersonId, name: &str, desk: &Desk) -> Result<Effect, Failure> {
    let words = desk.words;
    let known = kept(person, desk)?;
    if known.is_empty() {
        return Ok(whom(person, name, desk));
    }
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let mut items: Vec<_> = keys.zip(known.iter().map(|kept| kept.name.clone())).collect();
    items.push((Some('n'), say!(words, "apart-somebody-else")));
    let title = say!(words, "apart-from", name = name);
    let name = name.to_owned();
    Ok(Effect::Ask(Layer::Choice(Choice::new(title, items, move |at, desk| match known.get(at) {
        Some(kept) => vec![about(person, kept.clone(), desk)],
        None => vec![whom(person, &name, desk)],
    }))))
}

/// One pair: its reason for whoever asks, another reason, or no longer.
fn about(person: PersonId, kept: Kept, desk: &Desk) -> Effect {
    let words = desk.words;
    let items = vec![
        (Some('s'), say!(words, "apart-show")),
        (Some('c'), say!(words, "apart-change")),
        (Some('r'), say!(words, "apart-remove")),
    ];
    Effect::Ask(Layer::Choice(Choice::new(kept.name.clone(), items, move |at, desk| match at {
        0 => vec![shown(&kept, desk)],
        1 => vec![why(person, kept.other, &kept.name, &kept.why, desk)],
        _ => {
            let said = say!(desk.words, "apart-removed", other = &kept.name);
            vec![Effect::Record { entries: vec![keeping_apart(person, kept.other, None)], said }]
        }
    })))
}

fn shown(kept: &Kept, desk: &Desk) -> Effect {
    let lines = paint::wrap(&kept.why, LINE).into_iter().map(|line| (None, line)).collect();
    let title = say!(desk.words, "apart-why-is", other = &kept.name);
    Effect::Ask(Layer::Choice(Choice::new(title, lines, |_, _| Vec::new())))
}

fn whom(person: PersonId, name: &str, desk: &Desk) -> Effect {
    let title = say!(desk.words, "apart-whom", name = name);
    let prompt = Prompt::new(title, say!(desk.words, "apart-whom-hint"), "", move |text, desk| {
        let meant = meant(text, desk.reads, desk.order()).map_err(|failure| desk.failure(&failure))?;
        match meant {
            Meant::One(other) if other == person => Err(say!(desk.words, "apart-same")),
            Meant::One(other) => {
                let row = desk.reads.person(other).map_err(|failure| desk.failure(&failure))?.unwrap_or_default();
                Ok(vec![why(person, other, &row.name(), "", desk)])
            }
            Meant::Several(people) => Ok(vec![which(person, people, desk)]),
            Meant::Nobody => Err(say!(desk.words, "apart-nobody", typed = text)),
        }
    });
    Effect::Ask(Layer::Prompt(prompt))
}

fn which(person: PersonId, people: Vec<PersonRow>, desk: &Desk) -> Effect {
    let people: Vec<_> = people.into_iter().filter(|row| row.id != person).collect();
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let name = |row: &PersonRow| format!("{}  {}", row.person.list_name(), row.person.reference);
    let items = keys.zip(people.iter().map(name)).collect();
    Effect::Ask(Layer::Choice(Choice::new(say!(desk.words, "apart-which"), items, move |at, desk| {
        let row = people.get(at);
        row.map(|row| why(person, row.id, &row.person.name(), "", desk)).into_iter().collect()
    })))
}

fn why(person: PersonId, other: PersonId, name: &str, given: &str, desk: &Desk) -> Effect {
    let question = Question {
        title: say!(desk.words, "apart-why", other = name),
        hint: say!(desk.words, "apart-why-hint"),
        given: given.to_owned(),
        most: NOTE,
        optional: false,
    };
    let name = name.to_owned();
    asking::text(question, move |why, desk| -> Effects {
        let entries = vec![keeping_apart(person, other, Some(Apart { why: why.to_owned() }))];
        vec![Effect::Record { entries, said: say!(desk.words, "apart-recorded", other = &name) }]
    })
}
