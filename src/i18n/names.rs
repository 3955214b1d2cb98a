//! Names of languages and countries in the interface language.

use crate::domain::codes::{Country, Language};
use crate::domain::text::shown;
use crate::i18n::Words;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Names by code, as a file of the language gives them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Names<'a> {
    #[serde(borrow)]
    pub languages: BTreeMap<&'a str, &'a str>,
    #[serde(borrow)]
    pub countries: BTreeMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    /// The names in the text of a file; none when it cannot be read, which a test rules out.
    pub(crate) fn read(text: &'a str) -> Self {
        ron::from_str(text).unwrap_or_default()
    }
}

impl Words {
    /// The name of a language.
    #[must_use]
    pub fn language(&self, language: &Language) -> String {
        let named = self.names().languages.get(language.code());
        (*named.unwrap_or(&language.name())).to_owned()
    }

    /// The name of the language with this tag; of one that nobody knows, the tag.
    #[must_use]
    pub fn language_tagged(&self, tag: &str) -> String {
        Language::new(tag).map_or_else(|_| shown(tag).into_owned(), |language| self.language(&language))
    }

    /// The name of a country.
    #[must_use]
    pub fn country(&self, country: &Country) -> String {
        let named = self.names().countries.get(country.code());
        named.map_or_else(|| country.name().to_owned(), |name| (*name).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;
    use crate::i18n::Locale;
    use crate::i18n::locale::LOCALES;
    use std::collections::BTreeSet;

    fn words(tag: &str) -> Words {
        Words::new(Locale::choose([tag]))
    }

    #[test]
    fn every_file_names_every_country_and_the_same_languages() {
        let read = |locale: &'static Locale| ron::from_str::<Names>(locale.names).unwrap();
        let english = read(&LOCALES[0]);
        assert!(english.languages.len() >= 184);
        for locale in LOCALES {
            let names = read(locale);
            let countries: BTreeSet<_> = names.countries.keys().copied().collect();
            let all: BTreeSet<_> = rust_iso3166::ALL_ALPHA2.iter().copied().collect();
            assert_eq!((countries.len(), countries), (249, all), "{}", locale.tag);
            assert!(names.languages.keys().eq(english.languages.keys()), "{}", locale.tag);
            for code in names.languages.keys() {
                assert_eq!(Language::new(code).unwrap().code(), *code);
            }
            for named in [&names.languages, &names.countries] {
                let different: BTreeSet<_> = named.values().map(|name| fold(name)).collect();
                assert_eq!(different.len(), named.len(), "{}", locale.tag);
                assert!(named.values().all(|name| !name.is_empty() && name.trim() == *name));
            }
        }
    }

    #[test]
    fn names_are_those_of_the_interface_language() {
        for (code, en, nb) in
            [("lt", "Lithuanian", "litauisk"), ("so", "Somali", "somali"), ("ti", "Tigrinya", "tigrinja")]
        {
            let language = Language::new(code).unwrap();
            assert_eq!((words("en").language(&language), words("nb").language(&language)), (en.into(), nb.into()));
        }
        for (code, en, nb) in [("IR", "Iran", "Iran"), ("DE", "Germany", "Tyskland"), ("GR", "Greece", "Hellas")] {
            let country = Country::new(code).unwrap();
            assert_eq!((words("en").country(&country), words("nb").country(&country)), (en.into(), nb.into()));
        }
        // Not in the files: the standard's own name.
        let rare = Language::new("zun").unwrap();
        assert_eq!(words("nb").language(&rare), rare.name());
    }
}
