//! Names in the order of an alphabet, and the folded text in which people are found.

use crate::domain::person::Person;
use crate::domain::text::fold;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use std::cell::OnceCell;
use std::fmt;

/// The alphabets that names are kept sorted in.
pub(super) const ALPHABETS: [&str; 2] = ["en", "nb"];

/// The edition of what is drawn from each person. Raised when the collation data change, so that a store sorts
/// anew when it is opened; a test holds it to the data.
pub(super) const EDITION: &str = "2";

/// The alphabet of an interface language: Norwegian for the Norwegians, else English.
pub(super) fn of(order: &str) -> &'static str {
    let language = order.split(['-', '_']).next().unwrap_or(order);
    if matches!(language, "nb" | "nn" | "no") { "nb" } else { "en" }
}

/// Makes sort keys; the collators are loaded when the first is asked for.
#[derive(Default)]
pub(super) struct Sorter {
    collators: [OnceCell<Option<CollatorBorrowed<'static>>>; ALPHABETS.len()],
}

impl fmt::Debug for Sorter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sorter")
    }
}

impl Sorter {
    /// Bytes that compare as `text` sorts in the alphabet.
    pub(super) fn key(&self, alphabet: &str, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() * 2);
        let found = ALPHABETS.iter().zip(&self.collators).find(|(name, _)| **name == alphabet);
        let collator = found.and_then(|(name, cell)| cell.get_or_init(|| load(name)).as_ref());
        if let Some(collator) = collator {
            let Ok(()) = collator.write_sort_key_to(text, &mut key);
        } else {
            key.extend_from_slice(fold(text).as_bytes());
        }
        key
    }
}

fn load(alphabet: &str) -> Option<CollatorBorrowed<'static>> {
    let locale = Locale::try_from_str(alphabet).ok()?;
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

/// The text in which a person is found: folded name and reference, then the codes of languages and
/// country. Those are upper case between control characters, where no folded text can be.
pub(super) fn findable(person: &Person) -> String {
    let mut text = fold(&format!("{} {} {}", person.given, person.family, person.reference));
    for spoken in &person.languages {
        text.push_str(&language_mark(spoken.language.code()));
    }
    if let Some(country) = &person.country {
        text.push_str(&country_mark(country.code()));
    }
    text
}

/// How a language stands in the text of [`findable`].
pub(super) fn language_mark(code: &str) -> String {
    format!("\u{1}{}\u{1}", code.to_ascii_uppercase())
}

/// How a country stands in the text of [`findable`].
pub(super) fn country_mark(code: &str) -> String {
    format!("\u{2}{code}\u{2}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(alphabet: &str, names: &[&'static str]) -> Vec<&'static str> {
        let sorter = Sorter::default();
        let mut names = names.to_vec();
        names.sort_by_key(|name| sorter.key(alphabet, name));
        names
    }

    #[test]
    fn each_alphabet_has_its_order() {
        let names = ["Østby, Kari", "Zadeh, Ali", "Ólafsson, Jón", "Åsen, Liv", "Ng, Zoe", "Ngo, Ana", "Aas, Per"];
        assert_eq!(
            sorted("en", &names),
            ["Aas, Per", "Åsen, Liv", "Ng, Zoe", "Ngo, Ana", "Ólafsson, Jón", "Østby, Kari", "Zadeh, Ali"]
        );
        assert_eq!(
            sorted("nb", &names),
            ["Ng, Zoe", "Ngo, Ana", "Ólafsson, Jón", "Zadeh, Ali", "Østby, Kari", "Aas, Per", "Åsen, Liv"]
        );
    }

    #[test]
    fn an_order_is_brought_to_an_alphabet_that_is_kept() {
        for (order, alphabet) in [("nb", "nb"), ("nn-NO", "nb"), ("no", "nb"), ("en-GB", "en"), ("lt", "en")] {
            assert_eq!(of(order), alphabet);
        }
    }

    #[test]
    fn the_edition_names_these_sort_keys() {
        // When this fails the collation data changed: raise EDITION, then renew the sum.
        let sorter = Sorter::default();
        let probe = "Aa Åå Æ Ø Ö Đ Ł ß ı İ Ñ Ž ğ, 'Alī Нина Ελένη محمد 李 नीता ქ";
        let keys: Vec<u8> = ALPHABETS.iter().flat_map(|name| sorter.key(name, probe)).collect();
        assert_eq!((EDITION, crate::store::tests::sum(&keys)), ("2", 13_893_500_510_950_613_309));
    }
}
