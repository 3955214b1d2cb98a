//! ISO 639: every language of the standard, looked up in a text that lies in the program as it is.
//!
//! The table is that of the crate `isolang`, and a test holds it to it. As text it takes no memory until a
//! line of it is read; as a table of references it has to be put right in memory at every start, which
//! took a tenth of what the desk may have.

use std::sync::LazyLock;

/// A line for each language: its three-letter code, its two-letter code or `--`, its English name; by the
/// first.
const TABLE: &str = include_str!("iso639.txt");

/// One language of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// ISO 639-3: three letters.
    pub long: &'static str,
    /// ISO 639-1, for those that have one: two letters.
    pub short: Option<&'static str>,
    /// The reference name of the standard, in English.
    pub name: &'static str,
}

impl Entry {
    /// The code by which a language is recorded: the short one where there is one.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.short.unwrap_or(self.long)
    }

    fn read(line: &'static str) -> Option<Self> {
        let short = line.get(4..6)?;
        let short = Some(short).filter(|short| *short != "--");
        Some(Self { long: line.get(..3)?, short, name: line.get(7..)? })
    }
}

/// Every language, by its long code.
pub fn all() -> impl Iterator<Item = Entry> {
    TABLE.lines().filter_map(Entry::read)
}

/// The language with this code of two or three letters, lower case.
#[must_use]
pub fn find(code: &str) -> Option<Entry> {
    match code.len() {
        2 => by_short(code),
        3 => by_long(code),
        _ => None,
    }
}

fn by_short(code: &str) -> Option<Entry> {
    /// The two hundred that nearly everybody speaks: asked for with every person that is read.
    static SHORT: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        let mut short: Vec<_> = all().filter(|entry| entry.short.is_some()).collect();
        short.sort_by_key(|entry| entry.short);
        short
    });
    let at = SHORT.binary_search_by_key(&Some(code), |entry| entry.short).ok()?;
    SHORT.get(at).copied()
}

/// Halves the text until one line is left.
fn by_long(code: &str) -> Option<Entry> {
    let (mut from, mut to) = (0, TABLE.len());
    while from < to {
        let middle = TABLE.floor_char_boundary(from.midpoint(to));
        let start = TABLE.get(..middle)?.rfind('\n').map_or(0, |end| end + 1);
        let line = TABLE.get(start..)?.lines().next()?;
        let long = line.get(..3)?;
        match long.cmp(code) {
            std::cmp::Ordering::Equal => return Entry::read(line),
            std::cmp::Ordering::Less => from = start + line.len() + 1,
            std::cmp::Ordering::Greater => to = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the crate says: `ISO639=write cargo test --lib iso639` brings the table up to date with it.
    fn wanted() -> String {
        let mut languages: Vec<_> = isolang::languages().collect();
        languages.sort_by_key(isolang::Language::to_639_3);
        let line =
            |l: isolang::Language| format!("{} {} {}\n", l.to_639_3(), l.to_639_1().unwrap_or("--"), l.to_name());
        languages.into_iter().map(line).collect()
    }

    #[test]
    fn the_table_is_that_of_the_standard() {
        if std::env::var_os("ISO639").is_some_and(|how| how == "write") {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/domain/codes/iso639.txt");
            std::fs::write(path, wanted()).unwrap();
        }
        assert!(TABLE == wanted(), "src/domain/codes/iso639.txt differs from the crate isolang");
    }

    #[test]
    fn every_language_is_found_by_each_of_its_codes() {
        assert!(all().count() > 7_000);
        for entry in all() {
            assert_eq!(find(entry.long), Some(entry));
            if let Some(short) = entry.short {
                assert_eq!(find(short), Some(entry));
            }
        }
        for code in ["", "n", "xx", "zzz", "aaaa", "åå", "æøå", "a\nb", "--"] {
            assert_eq!(find(code), None, "{code:?}");
        }
    }
}
