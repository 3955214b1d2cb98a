//! The texts of a file in one more language: each names its part and carries what it translates.

use crate::domain::codes::Language;
use crate::domain::programme::line;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A translation of one file, beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// The id of what is translated.
    pub translates: String,
    pub language: Language,
    #[serde(default)]
    pub review: Review,
    /// Whether only a part is meant to be translated, so that nothing is missing.
    #[serde(default)]
    pub partial: bool,
    pub texts: Vec<Translated>,
}

/// Whether somebody who grew up with the language has read it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Review {
    #[default]
    Awaiting,
    Reviewed {
        by: String,
        on: NaiveDate,
    },
}

/// One text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    /// The way to it, by ids: `plans/start/title`.
    pub part: String,
    /// [`digest`] of the text that was translated.
    pub of: String,
    /// Empty until somebody has written it.
    #[serde(deserialize_with = "line")]
    pub text: String,
    /// What it translates was changed, and nobody has looked at it since.
    #[serde(default)]
    pub changed: bool,
}

/// How much of a source a translation brings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Texts that the source has.
    pub of: usize,
    pub missing: usize,
    /// Texts whose source was changed since.
    pub stale: usize,
}

/// A short mark of a text, by which a changed one is noticed: the first 40 bits of FNV-1a, 64 bits, in hex.
#[must_use]
pub fn digest(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{:010x}", hash >> 24)
}

/// What stands in a text for something that is put in later: `{name}`, in the order of the text.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let name = rest.split_once('}')?.0;
        (!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_short_and_changes_with_the_text() {
        assert_eq!(digest(""), "cbf29ce484");
        assert_eq!(digest("a"), "af63dc4c86");
        assert_ne!(digest("Papers"), digest("papers"));
    }

    #[test]
    fn placeholders_are_names_in_braces() {
        let found: Vec<_> = placeholders("Hello {name}, on {date}: {} { no } {two words}").collect();
        assert_eq!(found, ["name", "date"]);
    }
}
