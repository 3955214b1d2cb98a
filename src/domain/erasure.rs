//! Erasing a person for good: who asked, who approved, and why. Afterwards nobody can say who it was.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// That a person was erased. It names staff, never the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    pub asked_by: String,
    /// The second person, where two are needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// At whose request, or under which rule.
    pub why: String,
}

/// That somebody asks for a person to be erased, until a second person approves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureRequest {
    pub by: String,
    pub at: DateTime<FixedOffset>,
    pub why: String,
}

/// What goes with a person, counted before it does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Going {
    /// Entries about them, whose contents go.
    pub entries: u64,
    /// Entries about others and about sessions that name them: there a number stands then.
    pub naming: u64,
    /// Whether registers go on counting them, as a number.
    pub stays: bool,
    /// Backups and other copies that they go from too.
    pub copies: usize,
}

/// What follows when somebody wants a person erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leave {
    /// It is done at once.
    Given(Erasure),
    /// It is asked for, and a second person has to approve.
    Asked(ErasureRequest),
    /// Whoever asked cannot approve.
    OtherNeeded,
}

impl Leave {
    /// What follows when `actor` wants it for the reason `why`, where `standing` was asked before.
    #[must_use]
    pub fn of(
        needs_two: bool,
        standing: Option<&ErasureRequest>,
        (actor, at): (&str, DateTime<FixedOffset>),
        why: &str,
    ) -> Self {
        let (actor, why) = (actor.to_owned(), why.to_owned());
        match standing {
            _ if !needs_two => Self::Given(Erasure { asked_by: actor, approved_by: None, why }),
            None => Self::Asked(ErasureRequest { by: actor, at, why }),
            Some(request) if request.by == actor => Self::OtherNeeded,
            Some(request) => {
                let (asked_by, why) = (request.by.clone(), request.why.clone());
                Self::Given(Erasure { asked_by, approved_by: Some(actor), why })
            }
        }
    }
}

impl Erasure {
    /// Whether it is the doing of two: of whoever `asked`, as the journal says, and of `actor`, who approves.
    #[must_use]
    pub fn is_of_two(&self, asked: Option<&str>, actor: &str) -> bool {
        asked == Some(&self.asked_by) && self.approved_by.as_deref() == Some(actor) && self.asked_by != actor
    }
}

impl ErasureRequest {
    /// The entry that asks for `person` to be erased.
    #[must_use]
    pub fn of(self, person: PersonId) -> Entry {
        Entry::ErasureRequest { person, to: Some(Box::new(self)) }
    }

    /// What was asked among these facts.
    #[must_use]
    pub fn among(entries: Vec<Entry>) -> Option<Self> {
        entries.into_iter().find_map(|entry| match entry {
            Entry::ErasureRequest { to, .. } => to.map(|request| *request),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_are_two_people() {
        let at = "2026-11-24T10:00:00+01:00".parse().unwrap();
        let leave = |two, standing: Option<&ErasureRequest>, actor| Leave::of(two, standing, (actor, at), "retention");
        let given = |asked: &str, approved: Option<&str>| {
            let approved_by = approved.map(ToOwned::to_owned);
            Leave::Given(Erasure { asked_by: asked.to_owned(), approved_by, why: "retention".to_owned() })
        };
        assert_eq!(leave(false, None, "Kari"), given("Kari", None));
        let request = ErasureRequest { by: "Kari".to_owned(), at, why: "retention".to_owned() };
        assert_eq!(leave(true, None, "Kari"), Leave::Asked(request.clone()));
        assert_eq!(leave(true, Some(&request), "Kari"), Leave::OtherNeeded);
        assert_eq!(leave(true, Some(&request), "Ola"), given("Kari", Some("Ola")));
    }

    #[test]
    fn it_is_of_two_when_the_journal_says_so() {
        let erasure = |asked: &str, approved: Option<&str>| {
            let approved_by = approved.map(ToOwned::to_owned);
            Erasure { asked_by: asked.to_owned(), approved_by, why: "retention".to_owned() }
        };
        for (asked_by, approved_by, in_journal, actor, of_two) in [
            ("Kari", Some("Ola"), Some("Kari"), "Ola", true),
            ("Kari", Some("Ola"), None, "Ola", false),
            ("Kari", Some("Ola"), Some("Ola"), "Ola", false),
            ("Kari", None, Some("Kari"), "Ola", false),
            ("Kari", Some("Kari"), Some("Kari"), "Kari", false),
            ("Kari", Some("Ola"), Some("Kari"), "Kari", false),
            ("Per", Some("Ola"), Some("Kari"), "Ola", false),
        ] {
            assert_eq!(erasure(asked_by, approved_by).is_of_two(in_journal, actor), of_two, "{in_journal:?} {actor}");
        }
    }
}
