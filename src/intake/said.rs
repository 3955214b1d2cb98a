//! What there is to say about a file, in words.

use crate::domain::field::Field;
use crate::domain::person::Person;
use crate::i18n::Words;
use crate::intake::encoding::Encoding;
use crate::intake::plan::{Added, Changed, Plan, Refusal, Why};
use crate::intake::records::Quoting;
use crate::intake::table::{Note, Unreadable};
use crate::say;

impl Unreadable {
    /// What is wrong with the file, and what to do.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::TooBig => say!(words, "intake-too-big"),
            Self::Spreadsheet => say!(words, "intake-spreadsheet"),
            Self::NotText => say!(words, "intake-not-text"),
            Self::Damaged { line } => say!(words, "intake-damaged", line = *line),
            Self::Empty => say!(words, "intake-empty"),
            Self::NoColumn { column, found } => {
                let column = say!(words, column.message());
                say!(words, "intake-no-column", column = column, found = few(found))
            }
            Self::Twice { first, second } => say!(words, "intake-column-twice", first = first, second = second),
            Self::Header(quoting) => say!(words, "intake-header", why = quoting.say(words)),
        }
    }
}

impl Note {
    /// What to know before taking the file in.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Encoding(Encoding::Utf8) => say!(words, "intake-note-utf8"),
            Self::Encoding(Encoding::Utf16) => say!(words, "intake-note-utf16"),
            Self::Encoding(Encoding::Windows1252) => say!(words, "intake-note-windows"),
            Self::Ignored(column) => say!(words, "intake-note-ignored", column = column),
            Self::NamesParted => say!(words, "intake-note-names"),
        }
    }
}

impl Plan {
    /// How many rows would be added, changed, left and refused.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        say!(
            words,
            "intake-summary",
            added = self.added.len(),
            changed = self.changed.len(),
            unchanged = self.unchanged,
            refused = self.refused.len()
        )
    }
}

impl Added {
    /// Who would be added.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let (name, reference) = (self.person.list_name(), &self.person.reference);
        say!(words, "intake-added", row = self.row, name = name, reference = reference)
    }
}

impl Changed {
    /// Who would be changed, and each field before and after.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let value =
            |field: Field, person: &Person| words.fact(field, person).unwrap_or_else(|| say!(words, "intake-nothing"));
        let changes = self.fields.iter().map(|field| {
            let name = say!(words, field.message());
            match field {
                // A note is nobody's business who looks over a shoulder.
                Field::Note => say!(words, "intake-change-unsaid", field = name),
                field => {
                    let (old, new) = (value(*field, &self.old), value(*field, &self.new));
                    say!(words, "intake-change", field = name, old = old, new = new)
                }
            }
        });
        let changes = changes.collect::<Vec<_>>().join("; ");
        let (name, reference) = (self.new.list_name(), &self.new.reference);
        say!(words, "intake-changed", row = self.row, name = name, reference = reference, changes = changes)
    }
}

impl Refusal {
    /// Where, what stands there, and why it cannot be taken in.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let place = if self.row == self.line {
            say!(words, "intake-row", row = self.row)
        } else {
            say!(words, "intake-row-line", row = self.row, line = self.line)
        };
        let why = self.why.say(words);
        match &self.column {
            None => say!(words, "intake-refused", place = place, why = why),
            Some(column) if self.value.is_empty() => {
                say!(words, "intake-refused-column", place = place, column = column, why = why)
            }
            Some(column) => {
                say!(words, "intake-refused-value", place = place, column = column, value = &self.value, why = why)
            }
        }
    }
}

impl Why {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Field(fault) => words.field_fault(fault),
            Self::Person(fault) => words.person_fault(*fault),
            Self::Twice { row } => say!(words, "intake-twice", row = *row),
            Self::Cells { cells, columns } => say!(words, "intake-cells", cells = *cells, columns = *columns),
            Self::Quoting(quoting) => quoting.say(words),
        }
    }
}

impl Quoting {
    fn say(self, words: &Words) -> String {
        match self {
            Self::Open => say!(words, "intake-quote-open"),
            Self::After => say!(words, "intake-quote-after"),
        }
    }
}

/// The first names of a list that may be endless.
fn few(names: &[String]) -> String {
    const MOST: usize = 12;
    let mut few = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > MOST {
        few.push_str(" …");
    }
    few
}
