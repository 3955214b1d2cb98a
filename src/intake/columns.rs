//! The columns of a file: which field each header names, in any interface language.

use crate::domain::field::Field;
use crate::domain::text::fold;
use crate::i18n::Words;
use std::collections::HashMap;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    Field(Field),
    /// Given and family name together.
    Name,
}

impl Column {
    /// Every column that is understood.
    pub fn all() -> impl Iterator<Item = Self> {
        Field::ALL.into_iter().map(Self::Field).chain([Self::Name])
    }

    /// The message that names it. Other names are in the message that ends with `-also`.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Field(field) => field.message(),
            Self::Name => "field-name",
        }
    }
}

/// Every name of every column.
pub(super) struct Headers(HashMap<String, Column>);

impl Headers {
    pub fn new(words: &Words) -> Self {
        let mut names = HashMap::new();
        words.each_tongue(|words| {
            for column in Column::all() {
                for name in words.ways_to_say(column.message()) {
                    names.entry(plain(&name)).or_insert(column);
                }
            }
        });
        Self(names)
    }

    pub fn column(&self, header: &str) -> Option<Column> {
        self.0.get(&plain(header)).copied()
    }
}

/// The header without case, marks and punctuation: `Release_Date:` is `release date`.
fn plain(header: &str) -> String {
    // The rest of an endless header cannot make it a name.
    let start: String = header.chars().take(100).collect();
    let folded = fold(&start);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use crate::i18n::locale::LOCALES;

    #[test]
    fn headers_are_known_in_every_language_in_any_case() {
        for tag in ["en", "nb"] {
            let headers = Headers::new(&Words::new(Locale::choose([tag])));
            for (header, column) in [
                ("RELEASE_DATE", Some(Column::Field(Field::Release))),
                ("Date of release:", Some(Column::Field(Field::Release))),
                ("loslatelsesdato", Some(Column::Field(Field::Release))),
                ("Løslatelsesdato", Some(Column::Field(Field::Release))),
                (" Fornavn ", Some(Column::Field(Field::Given))),
                ("navn", Some(Column::Name)),
                ("Shoe size", None),
                ("", None),
            ] {
                assert_eq!(headers.column(header), column, "{tag} {header}");
            }
        }
    }

    #[test]
    fn no_name_is_that_of_two_columns() {
        let mut names: HashMap<String, Column> = HashMap::new();
        for words in LOCALES.iter().map(Words::new) {
            for column in Column::all() {
                for name in words.ways_to_say(column.message()) {
                    let first = *names.entry(plain(&name)).or_insert(column);
                    assert_eq!(first, column, "{name}");
                }
            }
        }
    }
}
