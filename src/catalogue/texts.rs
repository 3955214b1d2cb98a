//! What a text for people must be: nothing hidden in it, and there in every language that the file has.

use super::finding::{Level, What};
use super::form::Found;
use crate::domain::codes::Language;
use crate::domain::text::{SUSPECT, is_hidden, one_line};
use crate::domain::translation::placeholders;
use std::borrow::Cow;
use std::ops::Range;

/// The language of texts that stand alone in a file that names none.
pub(super) const DEFAULT_LANGUAGE: &str = "en";

/// Every hidden character that stands in the file itself, comments included: an editor does not show it.
pub(super) fn hidden_in_source(text: &str) -> Vec<Found> {
    // Nearly every byte is of a character that nobody has to look at: only the others are.
    let suspect = |(_, byte): &(usize, u8)| SUSPECT[usize::from(*byte)] && !matches!(byte, b'\n' | b'\r' | b'\t');
    let suspects = text.bytes().enumerate().filter(suspect);
    let seen = suspects.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)));
    let seen = seen.filter(|(_, c)| is_hidden(*c));
    seen.map(|(at, c)| (at..at + c.len_utf8(), Level::Error, hidden(c))).take(MOST_HIDDEN).collect()
}

/// The most that are named: a file full of them is no text.
const MOST_HIDDEN: usize = 100;

/// The first hidden character of a text that was written as an escape, or a tab.
pub(super) fn hidden_in_words(words: &str) -> Option<What> {
    one_line(words).chars().find(|c| is_hidden(*c)).map(hidden)
}

/// What is said of a hidden character.
pub(super) fn hidden(character: char) -> What {
    match character {
        '\t' => What::new("finding-tab"),
        '\u{feff}' => What::new("finding-byte-order-mark"),
        _ => What::new("finding-hidden").with("code", format!("U+{:04X}", u32::from(character))),
    }
}

/// A BCP 47 tag as far as we use them: a language of ISO 639, then perhaps script and region.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let known = language.chars().all(|c| c.is_ascii_lowercase()) && Language::new(language).is_ok();
    known && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// The first placeholder of `source` that `translated` has not.
pub(super) fn lost_placeholder<'a>(source: &'a str, translated: &str) -> Option<&'a str> {
    placeholders(source).find(|name| !placeholders(translated).any(|other| other == *name))
}

/// In which languages each text of a file is there.
pub(super) struct Languages<'a> {
    /// That of texts that stand alone, then the others as they are met.
    tags: Vec<Cow<'a, str>>,
    /// Each text with a bit for every language it has.
    texts: Vec<(Range<usize>, u64)>,
}

impl<'a> Languages<'a> {
    pub(super) fn of(source: Cow<'a, str>) -> Self {
        Self { tags: vec![source], texts: Vec::new() }
    }

    /// A text that stands alone.
    pub(super) fn plain(&mut self, mark: Range<usize>) {
        self.texts.push((mark, 1));
    }

    /// A text with these languages.
    pub(super) fn group(&mut self, mark: Range<usize>, tags: &[&'a str]) {
        let mut bits = 0;
        for tag in tags {
            let at = self.tags.iter().position(|known| known == tag).unwrap_or_else(|| {
                self.tags.push(Cow::Borrowed(*tag));
                self.tags.len() - 1
            });
            bits |= u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0);
        }
        self.texts.push((mark, bits));
    }

    /// A warning for each text that lacks a language which others of the file have, unless a file of its own
    /// brings that language; of many texts one warning, at the first.
    pub(super) fn missing(&self, elsewhere: &[String]) -> Vec<Found> {
        let used = self.texts.iter().fold(0, |used, (_, bits)| used | bits);
        let tags = (0..64).map(|at| 1_u64 << at).zip(&self.tags);
        let wanted = tags.filter(|(bit, tag)| used & bit != 0 && !elsewhere.iter().any(|other| other == *tag));
        let mut found = Vec::new();
        for (bit, tag) in wanted.filter(|(_, tag)| is_language(tag)) {
            let lacking: Vec<&Range<usize>> =
                self.texts.iter().filter(|(_, bits)| bits & bit == 0).map(|(mark, _)| mark).collect();
            if lacking.len() > MOST_TOLD_EACH {
                let what = What::new("finding-translation-many").with("language", tag);
                let first = lacking.first().map_or(0..0, |mark| (*mark).clone());
                found.push((first, Level::Warning, what.with("count", lacking.len() - 1)));
            } else {
                let what = What::new("finding-translation").with("language", tag);
                found.extend(lacking.into_iter().map(|mark| (mark.clone(), Level::Warning, what.clone())));
            }
        }
        found
    }
}

/// The most texts without a translation that are told one by one.
const MOST_TOLD_EACH: usize = 3;
