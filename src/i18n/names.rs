//! Names of languages and countries in the interface language.

use crate::domain::codes::{Country, Language};
use crate::i18n::Words;

impl Words {
    /// The name of a language.
    #[must_use]
    pub fn language(&self, language: &Language) -> String {
        language.name().to_owned()
    }

    /// The name of a country.
    #[must_use]
    pub fn country(&self, country: &Country) -> String {
        country.name().to_owned()
    }
}
