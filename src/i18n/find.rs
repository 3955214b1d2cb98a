//! Words typed to find people by: folded text, and the codes that the interface language names so.

use crate::domain::codes::{Country, Language, iso639};
use crate::domain::record::Needle;
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::say;

/// Letters from which on the beginning of a name is taken for it.
const BEGINNING: usize = 3;

impl Words {
    /// One needle for each word typed.
    #[must_use]
    pub fn needles(&self, typed: &str) -> Vec<Needle> {
        typed.split_whitespace().map(|word| self.needle(word)).collect()
    }

    /// What one word is to be found as.
    #[must_use]
    pub fn needle(&self, word: &str) -> Needle {
        let text = fold(word);
        let languages = self.names().languages.keys().filter_map(|code| {
            // Of the thousands that our files do not name only a whole name counts: beginnings would drown.
            let language = Language::new(code).ok()?;
            let names = [language.name().to_owned(), self.language(&language)];
            (language.code() == text || names.iter().any(|name| begins(name, &text))).then_some(language)
        });
        let countries = rust_iso3166::ALL.iter().filter_map(|known| {
            let country = Country::new(known.alpha2).ok()?;
            let names = [country.name().to_owned(), self.country(&country)];
            (fold(country.code()) == text || names.iter().any(|name| begins(name, &text))).then_some(country)
        });
        let mut needle = Needle { languages: languages.collect(), countries: countries.collect(), text };
        self.also_called(&mut needle);
        needle
    }

    /// Whole names that the lists of the standards do not have (`Dari`, `UK`), once a word is long enough.
    fn also_called(&self, needle: &mut Needle) {
        let says = |message: &str, found: &mut dyn FnMut(&str)| {
            for (code, name) in say!(self, message).split(';').filter_map(|pair| pair.trim().split_once(' ')) {
                if fold(name) == needle.text || begins(name, &needle.text) {
                    found(code);
                }
            }
        };
        let (mut languages, mut countries) = (Vec::new(), Vec::new());
        says("languages-also", &mut |code| languages.extend(Language::new(code).ok()));
        says("countries-also", &mut |code| countries.extend(Country::new(code).ok()));
        let rare = iso639::all().filter(|known| is_called(known.name, &needle.text));
        languages.extend(rare.filter_map(|known| Language::new(known.long).ok()));
        languages.retain(|language| !needle.languages.contains(language));
        countries.retain(|country| !needle.countries.contains(country));
        needle.languages.extend(languages);
        needle.countries.extend(countries);
    }
}

/// Whether `name` is `text` when folded; asked of thousands at every key, so nothing is copied where it can be helped.
fn is_called(name: &str, text: &str) -> bool {
    if name.is_ascii() { name.eq_ignore_ascii_case(text) } else { fold(name) == text }
}

/// Whether a word of `name` begins with `text`.
fn begins(name: &str, text: &str) -> bool {
    text.chars().count() >= BEGINNING && fold(name).split([' ', '(', '-', ',']).any(|word| word.starts_with(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn a_word_is_text_and_whatever_it_names() {
        let en = Words::new(Locale::choose(["en"]));
        let codes = |word: &str| {
            let needle = en.needle(word);
            let languages = needle.languages.iter().map(|l| l.code().to_owned()).collect::<Vec<_>>().join(" ");
            let countries = needle.countries.iter().map(|c| c.code().to_owned()).collect::<Vec<_>>().join(" ");
            (needle.text, languages, countries)
        };
        let owned = |(a, b, c): (&str, &str, &str)| (a.to_owned(), b.to_owned(), c.to_owned());
        for (word, found) in [
            ("LITH", ("lith", "lt", "LT")),
            ("lt", ("lt", "lt", "LT")),
            ("li", ("li", "li", "LI")),
            ("UK", ("uk", "uk", "GB")),
            ("Dari", ("dari", "prs", "")),
            ("sorani", ("sorani", "ckb", "")),
            ("Zuni", ("zuni", "zun", "")),
            ("Petrović", ("petrovic", "", "")),
        ] {
            assert_eq!(codes(word), owned(found), "{word}");
        }
        assert_eq!(en.needles(" ana  lt ").len(), 2);
    }
}
