//! Words and texts for somebody who speaks other languages than the desk does.

use crate::domain::codes::Language;
use crate::domain::person::Person;
use crate::domain::programme::Localised;
use crate::domain::text::shown;
use crate::i18n::{Locale, Words};

/// What somebody reads best.
#[derive(Debug)]
pub struct Spoken {
    /// The interface words: of the first language spoken that the desk knows, else English.
    pub words: Words,
    /// Tags of the languages spoken, the preferred one first.
    chain: Vec<String>,
}

impl Spoken {
    /// What `person` reads best.
    #[must_use]
    pub fn by(person: &Person) -> Self {
        let codes = || person.languages.iter().map(|spoken| spoken.language.code());
        // Who speaks Nynorsk reads Bokmål sooner than English.
        let tags = |code: &str| [Some(code.to_owned()), Locale::of(code).map(|locale| locale.tag.to_owned())];
        let chain = codes().flat_map(tags).flatten().collect();
        Self { words: Words::new(Locale::choose(codes())), chain }
    }

    /// The language in which a text of a programme is picked.
    #[must_use]
    pub fn language(&self, text: &Localised) -> Option<Language> {
        let tag = self.chain.iter().find(|tag| text.0.contains_key(*tag)).map_or("en", String::as_str);
        Language::new(tag).ok()
    }

    /// A text of a programme in the first language of theirs that it has, else in English; escaped.
    #[must_use]
    pub fn pick(&self, text: &Localised) -> String {
        let chain: Vec<&str> = self.chain.iter().map(String::as_str).collect();
        shown(text.pick(&chain)).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Spoken as Tongue;

    #[test]
    fn the_first_language_that_there_is() {
        let text = Localised(["en", "nb", "lt"].map(|tag| (tag.to_owned(), tag.to_owned())).into());
        for (spoken, words, picked) in [
            (vec!["lt"], "en", "lt"),
            (vec!["ar", "nb"], "nb", "nb"),
            (vec!["nn"], "nb", "nb"),
            (vec!["lt", "nb"], "nb", "lt"),
            (vec!["ar"], "en", "en"),
            (vec![], "en", "en"),
        ] {
            let languages = spoken.iter().map(|code| Tongue { language: Language::new(code).unwrap(), level: None });
            let person = Person { languages: languages.collect(), ..Person::default() };
            let reads = Spoken::by(&person);
            assert_eq!((reads.words.locale().tag, reads.pick(&text).as_str()), (words, picked), "{spoken:?}");
        }
    }
}
