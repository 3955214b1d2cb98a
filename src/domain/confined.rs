//! A pathway that only some may see. Everything of it is one fact, and a kind of its own: what reads the steps, duties
//! and consents of a person never comes across it.

use crate::domain::entry::Entry;
use crate::domain::following::{Facts, Following};
use crate::domain::id::PersonId;
use crate::domain::pathway::Pathway;
use crate::domain::run::{Consent, Run, Snooze, Taken, pin};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A restricted pathway of a person. In no list, search, export or history, and nowhere among what is due: only those
/// whom it is open to read it, on a page of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Confined {
    pub run: Run,
    /// As it was on the day of the start: nothing else says that it is followed.
    pub pathway: Pathway,
    /// Who may see it, by name; whoever started it first.
    pub open_to: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Taken>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<(String, Consent)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snooze: Option<Snooze>,
}

impl Confined {
    /// The pathway as it starts today, open to `by` alone.
    #[must_use]
    pub fn starting(pathway: &Pathway, (today, by): (NaiveDate, &str)) -> Self {
        let title = pathway.title.clone();
        Self {
            run: Run { pathway: pin(pathway), title, started: today, by: by.to_owned(), ended: None },
            pathway: pathway.clone(),
            open_to: vec![by.to_owned()],
            taken: Vec::new(),
            consents: Vec::new(),
            snooze: None,
        }
    }

    /// Whether `actor` may see it.
    #[must_use]
    pub fn is_open_to(&self, actor: &str) -> bool {
        self.open_to.iter().any(|name| name == actor)
    }

    /// The same, open to `name` too, or no longer. Whoever started it always sees it.
    #[must_use]
    pub fn open_or_shut_to(mut self, name: &str) -> Self {
        if !self.is_open_to(name) {
            self.open_to.push(name.to_owned());
        } else if self.run.by != name {
            self.open_to.retain(|other| other != name);
        }
        self
    }

    /// The same after what an entry of an ordinary run would say.
    #[must_use]
    pub fn with(mut self, entry: Entry) -> Self {
        match entry {
            Entry::Run { to: Some(run), .. } => self.run = *run,
            Entry::Step { to: Some(taken), .. } => self.taken.push(*taken),
            Entry::Snooze { to, .. } => self.snooze = to.map(|snooze| *snooze),
            Entry::Consent { item, to: Some(consent), .. } => {
                match self.consents.iter_mut().find(|(other, _)| *other == item) {
                    Some((_, standing)) => *standing = *consent,
                    None => self.consents.push((item, *consent)),
                }
            }
            _ => {}
        }
        self
    }

    /// The entry that makes this what stands of the run `id`.
    #[must_use]
    pub fn of(self, person: PersonId, id: &str) -> Entry {
        Entry::Confined { person, item: id.to_owned(), to: Some(Box::new(self)) }
    }

    /// Where it stands.
    #[must_use]
    pub fn following(&self, id: &str, facts: Facts) -> Following {
        Following {
            id: id.to_owned(),
            run: self.run.clone(),
            pathway: self.pathway.clone().into(),
            taken: self.taken.clone(),
            consents: self.consents.clone(),
            snooze: self.snooze.clone(),
            facts,
        }
    }

    /// Those of these facts that are open to `actor`: of whom, by which item, and what.
    pub fn among(entries: Vec<Entry>, actor: &str) -> impl Iterator<Item = (PersonId, String, Self)> {
        entries.into_iter().filter_map(move |entry| match entry {
            Entry::Confined { person, item, to: Some(confined) } if confined.is_open_to(actor) => {
                Some((person, item, *confined))
            }
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{self, day};

    fn letter() -> Confined {
        Confined::starting(&sample::pathway(), (day("2026-11-10"), "Kari"))
    }

    #[test]
    fn it_is_open_to_whoever_started_it_and_whom_they_name() {
        let shared = letter().open_or_shut_to("Ola");
        assert!(shared.is_open_to("Kari") && shared.is_open_to("Ola") && !shared.is_open_to("Per"));
        assert!(!shared.clone().open_or_shut_to("Ola").is_open_to("Ola"));
        assert!(shared.open_or_shut_to("Kari").is_open_to("Kari"), "whoever started it is not shut out");
    }

    #[test]
    fn it_stands_where_an_ordinary_run_would_after_the_same_entries() {
        let person = PersonId(1);
        let mut confined = letter();
        let facts = Facts::default();
        for entry in sample::letter(person) {
            confined = confined.with(entry);
        }
        let following = confined.following("70", facts);
        assert_eq!(following.taken.len(), 1);
        assert_eq!((following.at_index(), following.consents.len()), (Some(1), 1));
        assert!(following.snooze.is_some());
        // The same consent, withdrawn, takes the place of what it was.
        let (item, consent) = following.consents[0].clone();
        let gone = Consent { withdrawn: Some(day("2026-11-14")), ..consent };
        let confined = confined.with(Entry::Consent { person, item, to: Some(Box::new(gone)) });
        assert_eq!(confined.consents.len(), 1);
        assert_eq!(confined.following("70", facts).at_index(), None, "it has stopped");
    }

    #[test]
    fn it_is_found_by_those_alone_whom_it_is_open_to() {
        let entries = || vec![letter().of(PersonId(1), "70"), letter().open_or_shut_to("Ola").of(PersonId(2), "71")];
        let found = |actor| Confined::among(entries(), actor).map(|(person, ..)| person.0).collect::<Vec<_>>();
        assert_eq!((found("Kari"), found("Ola"), found("Per")), (vec![1, 2], vec![2], vec![]));
    }
}
