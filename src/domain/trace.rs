//! Traces: what somebody did with the record that changes no fact of it. Who looked, what was given to whom, what
//! was put together from outside, what was erased (Directive (EU) 2016/680, Article 25).

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::About;
use serde::{Deserialize, Serialize};

/// Somebody looked at what is recorded of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consultation {
    /// The page, the form or the history of the person was opened.
    Page,
}

/// Whom something is given to, and for what; empty where nobody asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub purpose: String,
}

/// Something left the desk: as a file, on paper, or on somebody's terminal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// What it was, by its name on the command line.
    pub report: String,
    pub format: String,
    pub recipient: Recipient,
    /// The end of the journal that stands on it.
    pub head: String,
}

/// What came from outside was put together with what was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Combination {
    /// The name of the file, without where it lay.
    pub source: String,
    pub added: usize,
    pub changed: usize,
}

impl Disclosure {
    /// The entry, in the history of whom it was about; `item` tells it from others.
    #[must_use]
    pub fn of(self, about: About, item: String) -> Entry {
        let to = Some(Box::new(self));
        match about {
            About::Everything => Entry::Disclosure { item, to },
            About::Group(group) => Entry::GroupDisclosure { group, item, to },
            About::Person(person) => Entry::PersonDisclosure { person, item, to },
        }
    }
}

impl Consultation {
    /// The entry that says that somebody looked at `person`.
    #[must_use]
    pub fn of(person: PersonId) -> Entry {
        Entry::Consultation { person, to: Some(Box::new(Self::Page)) }
    }
}

impl Entry {
    /// Whether it changes no fact: it stands in the journal alone, and nobody takes it back.
    #[must_use]
    pub fn is_trace(&self) -> bool {
        Self::TRACES.contains(&self.kind())
    }

    /// The kinds of entry that are traces.
    pub const TRACES: &'static [&'static str] =
        &["consultation", "disclosure", "group-disclosure", "person-disclosure", "combination", "erasure"];
}
