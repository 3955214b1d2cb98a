//! Where sample people come from: the countries, what is spoken there, what people are called.

mod europe;
mod world;

/// What people of one country are called. Lists are parted by commas.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    /// ISO 3166 alpha-2.
    pub country: &'static str,
    /// How many cards of the deck the country has: the more, the more people come from there.
    pub cards: u8,
    /// ISO 639 codes: the mother tongues first, one of which is spoken, then after `+` what many speak besides.
    pub languages: &'static str,
    pub men: &'static str,
    pub women: &'static str,
    /// A slash parts a man's form from a woman's.
    pub families: &'static str,
    pub custom: Custom,
    /// Whole names as their bearers write them, given and family name parted by a slash.
    pub script: &'static str,
}

/// How a full name is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Custom {
    /// A family name.
    Family,
    /// The father's and the mother's family names.
    Two,
    /// The father's given name.
    Father,
    /// The father's and the grandfather's given names.
    FatherAndGrandfather,
    /// Often one name alone.
    Single,
}

/// A table of origins: country, cards, languages, custom, then men, women, families and names in their own script.
macro_rules! origins {
    ($($country:ident $cards:literal $languages:literal $custom:ident:
       $men:literal; $women:literal $(; $families:literal)? $(; written $script:literal)?.)+) => {
        pub(super) const ORIGINS: &[super::Origin] = &[$(super::Origin {
            country: stringify!($country),
            cards: $cards,
            languages: $languages,
            men: $men,
            women: $women,
            families: concat!($($families)?),
            custom: super::Custom::$custom,
            script: concat!($($script)?),
        }),+];
    };
}
use origins;

/// Every origin.
pub(super) fn all() -> impl Iterator<Item = &'static Origin> {
    europe::ORIGINS.iter().chain(world::ORIGINS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::{Country, Language};
    use crate::domain::text::{LINE, clean};
    use std::collections::BTreeSet;

    #[test]
    fn every_code_is_of_its_standard_and_every_country_stands_once() {
        let countries: BTreeSet<_> = all().map(|o| Country::new(o.country).unwrap()).collect();
        assert_eq!(countries.len(), all().count());
        assert!(countries.len() >= 40, "{}", countries.len());
        for origin in all() {
            for code in origin.languages.split([' ', '+']).filter(|code| !code.is_empty()) {
                assert_eq!(Language::new(code).unwrap().code(), code, "{}", origin.country);
            }
        }
    }

    #[test]
    fn every_name_could_be_typed_at_the_desk() {
        for origin in all() {
            assert!(origin.custom != Custom::Family || !origin.families.is_empty(), "{}", origin.country);
            for list in [origin.men, origin.women, origin.families, origin.script] {
                for name in list.split(", ").flat_map(|name| name.split('/')).filter(|_| !list.is_empty()) {
                    assert_eq!(clean(name, LINE).as_deref(), Ok(name), "{}: {name}", origin.country);
                    assert!(!name.is_empty() && !name.contains(','), "{}: {list}", origin.country);
                }
            }
        }
    }
}
