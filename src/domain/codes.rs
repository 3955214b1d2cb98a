//! Standard codes: ISO 639 languages, ISO 3166 countries, CEFR levels.

pub mod iso639;

use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// A language: ISO 639-1 where there is a code (`lt`), else ISO 639-3 (`prs`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(String);

/// A country: ISO 3166-1 alpha-2, upper case (`LT`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Country(String);

/// A code that its standard does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a code of the standard")]
pub struct UnknownCode(pub String);

impl Language {
    /// From a two- or three-letter code, in any case.
    ///
    /// # Errors
    /// [`UnknownCode`] when ISO 639 has no such code.
    pub fn new(code: &str) -> Result<Self, UnknownCode> {
        let entry = iso639::find(&code.trim().to_lowercase()).ok_or_else(|| UnknownCode(code.to_owned()))?;
        Ok(Self(entry.code().to_owned()))
    }

    /// Every language of the standard.
    pub fn all() -> impl Iterator<Item = Self> {
        iso639::all().map(|entry| Self(entry.code().to_owned()))
    }

    /// The code, lower case.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The English name of the standard.
    #[must_use]
    pub fn name(&self) -> &'static str {
        iso639::find(&self.0).map_or("", |entry| entry.name)
    }
}

impl Country {
    /// From an alpha-2 or alpha-3 code, in any case.
    ///
    /// # Errors
    /// [`UnknownCode`] when ISO 3166-1 has no such code.
    pub fn new(code: &str) -> Result<Self, UnknownCode> {
        let upper = code.trim().to_uppercase();
        rust_iso3166::from_alpha2(&upper)
            .or_else(|| rust_iso3166::from_alpha3(&upper))
            .map(|c| Self(c.alpha2.to_owned()))
            .ok_or_else(|| UnknownCode(code.to_owned()))
    }

    /// The alpha-2 code, upper case.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The English short name of the standard.
    #[must_use]
    pub fn name(&self) -> &'static str {
        rust_iso3166::from_alpha2(&self.0).map_or("", |c| c.name)
    }
}

macro_rules! code_text {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = String::deserialize(deserializer)?;
                Self::new(&code).map_err(serde::de::Error::custom)
            }
        }
    )+};
}
code_text!(Language, Country);

/// A level of the Common European Framework of Reference for Languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cefr {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2,
}

impl Cefr {
    /// Every level, lowest first.
    pub const ALL: [Self; 6] = [Self::A1, Self::A2, Self::B1, Self::B2, Self::C1, Self::C2];

    /// `A1` … `C2`.
    #[must_use]
    pub fn code(self) -> &'static str {
        ["A1", "A2", "B1", "B2", "C1", "C2"][self as usize]
    }

    /// From `A1` … `C2`, in any case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code().eq_ignore_ascii_case(code.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_brought_to_one_form() {
        assert_eq!(Language::new("LIT").unwrap().code(), "lt");
        assert_eq!(Language::new("prs").unwrap().code(), "prs");
        assert_eq!(Country::new("nor").unwrap().code(), "NO");
        assert!(Language::new("xx").is_err());
        assert!(Country::new("ZZ").is_err());
    }

    #[test]
    fn levels_are_ordered() {
        assert!(Cefr::A2 < Cefr::B1);
        assert_eq!(Cefr::from_code("b2"), Some(Cefr::B2));
        assert_eq!(Cefr::from_code("D1"), None);
    }
}
