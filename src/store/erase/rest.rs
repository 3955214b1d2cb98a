//! What is left of a fact when a person is erased: nothing, the same, or what says nothing of them.

use crate::domain::attendance::Mark;
use crate::domain::entry::Entry;
use crate::domain::group::{Enrolment, Place};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::Failure;
use rusqlite::Connection;
use serde_json::Value;
use std::collections::BTreeSet;

/// A shorter name or reference stands in too many texts that mean something else.
const SHORTEST: usize = 4;

/// Who is erased, and what stands in their place.
#[derive(Debug)]
pub(super) struct Rest {
    pub(super) person: PersonId,
    /// Somebody without facts, where registers count them.
    pub(super) stub: Option<Person>,
    /// Reference and names, in every form in which a text may name them.
    pub(super) needles: Vec<String>,
    /// What stands in a text instead.
    pub(super) name: String,
}

impl Rest {
    /// What is left of what `entry` says; `None` for nothing.
    pub(super) fn of(&self, entry: &Entry) -> Option<Entry> {
        let mut left = entry.clone();
        let about = entry.keys().person == Some(self.person);
        match &mut left {
            Entry::Person { to, .. } if about => *to = Some(Box::new(self.stub.clone()?)),
            // Whoever has the same name keeps it.
            Entry::Person { to: Some(to), .. } => to.note = self.without(&to.note),
            Entry::Apart { item, .. } if about || *item == self.person.0.to_string() => return None,
            Entry::Exception { .. }
            | Entry::Appointment { .. }
            | Entry::Concern { .. }
            | Entry::Confined { .. }
            | Entry::Run { .. }
            | Entry::Step { .. }
            | Entry::Consent { .. }
            | Entry::Snooze { .. }
            | Entry::Detention { .. }
            | Entry::PersonNote { .. }
            | Entry::ErasureRequest { .. }
                if about =>
            {
                return None;
            }
            Entry::Mark { to: Some(to), .. } if about => **to = Mark { note: String::new(), ..Mark::clone(to) },
            Entry::Enrolment { to: Some(to), .. } if about => **to = bare(to),
            // Of the prison, not of a person.
            Entry::Group { .. } | Entry::Course { .. } | Entry::Pathway { .. } | Entry::Setting { .. } => {}
            _ => return Some(self.named_in(entry).unwrap_or(left)),
        }
        Some(left)
    }

    /// The entry with another name in every text that names the person; `None` when that would be no entry.
    fn named_in(&self, entry: &Entry) -> Option<Entry> {
        let json = entry.value().ok()??;
        let mut value: Value = serde_json::from_str(&json).ok()?;
        self.rename(&mut value);
        Entry::from_parts(entry.kind(), entry.keys(), Some(&value.to_string())).ok()?
    }

    fn rename(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.without(text),
            Value::Array(values) => values.iter_mut().for_each(|value| self.rename(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.rename(value)),
            _ => {}
        }
    }

    /// The text with another name wherever the person is named by a whole word.
    fn without(&self, text: &str) -> String {
        self.needles.iter().fold(text.to_owned(), |text, needle| {
            let mut out = String::new();
            let mut rest = text.as_str();
            while let Some(at) = rest.find(needle.as_str()) {
                let (before, after) = (&rest[..at], &rest[at + needle.len()..]);
                let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let whole = !joins(before.chars().next_back()) && !joins(after.chars().next());
                out += before;
                out += if whole { &self.name } else { needle };
                rest = after;
            }
            out + rest
        })
    }
}

/// A place without what was written about why somebody left.
fn bare(enrolment: &Enrolment) -> Enrolment {
    let mut bare = enrolment.clone();
    if let Place::Left { note, .. } = &mut bare.state {
        note.clear();
    }
    bare.earlier.iter_mut().for_each(|spell| spell.note.clear());
    bare
}

/// Everything the person was ever called here, the longest first.
pub(super) fn needles(db: &Connection, person: PersonId) -> Result<Vec<String>, Failure> {
    let mut statement =
        db.prepare("SELECT value FROM journal WHERE kind = 'person' AND person = ? AND value IS NOT NULL")?;
    let mut rows = statement.query([person.0])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let person: Person = crate::store::row::json(row, 0)?;
        let full = !person.given.is_empty() && !person.family.is_empty();
        let names = [person.name(), person.list_name(), person.short_name()].into_iter().filter(|_| full);
        found.extend(names.chain([person.reference]));
    }
    let mut found: Vec<String> = found.into_iter().filter(|name| name.chars().count() >= SHORTEST).collect();
    found.sort_by_key(|name| std::cmp::Reverse(name.len()));
    Ok(found)
}

/// A text as it stands inside JSON.
pub(super) fn in_json(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted.trim_start_matches('"').trim_end_matches('"').to_owned()
}
