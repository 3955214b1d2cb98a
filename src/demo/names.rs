//! Names of invented people, dealt from a deck of countries, written as their bearers write them.

use super::origins::{self, Custom, Origin};
use crate::domain::random::Random;

/// An invented name and where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub given: String,
    pub family: String,
    /// ISO 3166 alpha-2.
    pub country: &'static str,
    /// Mother tongues, then after `+` what many speak besides.
    pub(super) languages: &'static str,
}

/// Deals names without end. Every country comes up before the deck is shuffled anew.
#[derive(Debug, Clone)]
pub struct Names {
    random: Random,
    deck: Vec<&'static Origin>,
    dealt: usize,
}

impl Names {
    /// The names that `seed` decides.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut deck: Vec<_> =
            origins::all().flat_map(|origin| std::iter::repeat_n(origin, usize::from(origin.cards))).collect();
        random.shuffle(&mut deck);
        Self { random, deck, dealt: 0 }
    }

    /// The next name.
    pub fn deal(&mut self) -> Option<Name> {
        let origin = self.card(|_| true)?;
        Some(self.named(origin))
    }

    /// The next name that is written in a script of its own.
    pub fn deal_written(&mut self) -> Option<Name> {
        let origin = self.card(|origin| !origin.script.is_empty())?;
        let (given, family) = self.one(origin.script).split_once('/')?;
        Some(name(origin, given.to_owned(), family.to_owned()))
    }

    fn card(&mut self, wanted: impl Fn(&Origin) -> bool) -> Option<&'static Origin> {
        for _ in 0..self.deck.len() * 2 {
            if self.dealt == self.deck.len() {
                self.random.shuffle(&mut self.deck);
                self.dealt = 0;
            }
            self.dealt += 1;
            if let Some(origin) = self.deck.get(self.dealt - 1).filter(|origin| wanted(origin)) {
                return Some(origin);
            }
        }
        None
    }

    fn named(&mut self, origin: &'static Origin) -> Name {
        if !origin.script.is_empty()
            && self.random.chance(5)
            && let Some((given, family)) = self.one(origin.script).split_once('/')
        {
            return name(origin, given.to_owned(), family.to_owned());
        }
        let woman = self.random.chance(15);
        let given = self.one(if woman { origin.women } else { origin.men }).to_owned();
        let family = self.family(origin, woman, &given);
        name(origin, given, family)
    }

    fn family(&mut self, origin: &Origin, woman: bool, given: &str) -> String {
        match origin.custom {
            Custom::Single if self.random.chance(50) => String::new(),
            Custom::Family | Custom::Single => form(self.one(origin.families), woman).to_owned(),
            Custom::Two => {
                let father = self.other(origin.families, "");
                let mother = self.other(origin.families, father);
                format!("{father} {mother}")
            }
            Custom::Father => self.other(origin.men, given).to_owned(),
            Custom::FatherAndGrandfather => {
                let father = self.other(origin.men, given);
                let grandfather = self.other(origin.men, father);
                format!("{father} {grandfather}")
            }
        }
    }

    /// One of a list.
    fn one(&mut self, list: &'static str) -> &'static str {
        let count = u32::try_from(list.split(", ").count()).unwrap_or(u32::MAX);
        list.split(", ").nth(usize::try_from(self.random.below(count)).unwrap_or(0)).unwrap_or_default()
    }

    /// One of a list that is not `than`, where the list has another.
    fn other(&mut self, list: &'static str, than: &str) -> &'static str {
        let drawn = self.one(list);
        if drawn == than { list.split(", ").find(|name| *name != than).unwrap_or(drawn) } else { drawn }
    }
}

fn name(origin: &Origin, given: String, family: String) -> Name {
    Name { given, family, country: origin.country, languages: origin.languages }
}

/// A man's or a woman's form of a family name.
fn form(family: &str, woman: bool) -> &str {
    match family.split_once('/') {
        Some((_, hers)) if woman => hers,
        Some((his, _)) => his,
        None => family,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use unicode_normalization::UnicodeNormalization;

    fn dealt(seed: u64, count: usize) -> Vec<Name> {
        let mut names = Names::new(seed);
        (0..count).map(|_| names.deal().unwrap()).collect()
    }

    #[test]
    fn the_seed_decides_the_names() {
        assert_eq!(dealt(1, 300), dealt(1, 300));
        assert_ne!(dealt(1, 20), dealt(2, 20));
    }

    #[test]
    fn one_deck_holds_every_country_and_nearly_only_different_people() {
        let names = dealt(5, 170);
        let countries: BTreeSet<_> = names.iter().map(|n| n.country).collect();
        assert_eq!(countries.len(), origins::all().count());
        let different: BTreeSet<_> = names.iter().map(|n| (&n.given, &n.family)).collect();
        assert!(different.len() > 160, "{}", different.len());
    }

    #[test]
    fn every_class_of_diacritic_is_there() {
        let text: String = dealt(3, 3_000).iter().flat_map(|n| [n.given.clone(), n.family.clone()]).collect();
        let parts: BTreeSet<char> = text.nfd().collect();
        // grave acute circumflex tilde macron breve dot diaeresis hook ring double-acute caron horn
        // dot-below comma-below cedilla ogonek macron-below
        for mark in "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{31b}\
                     \u{323}\u{326}\u{327}\u{328}\u{331}"
            .chars()
        {
            assert!(parts.contains(&mark), "U+{:04X}", u32::from(mark));
        }
        for letter in "øØæÆåłŁđĐħĦßœıİəƏðÞþʻʿʾ’'".chars() {
            assert!(text.contains(letter), "{letter}");
        }
    }

    #[test]
    fn customs_are_kept() {
        let names = dealt(8, 4_000);
        let of = |country| names.iter().filter(move |n| n.country == country);
        assert!(of("ID").any(|n| n.family.is_empty()) && of("ID").any(|n| !n.family.is_empty()));
        assert!(of("ES").all(|n| n.family.contains(' ')));
        let thirds: Vec<_> = of("SO").map(|n| n.family.split(' ').collect::<Vec<_>>()).collect();
        assert!(thirds.iter().all(|t| t.len() == 2 && t[0] != t[1]), "{thirds:?}");
        assert!(of("IS").any(|n| n.family.ends_with("dóttir") && "Þórdís Guðrún Sigríður Ásta".contains(&n.given)));
        assert!(of("IS").all(|n| !n.family.contains('/')));
        assert!(names.iter().any(|n| n.family.chars().all(|c| ('\u{10a0}'..'\u{1100}').contains(&c))));
    }

    #[test]
    fn a_name_in_its_own_script_can_be_asked_for() {
        let name = Names::new(4).deal_written().unwrap();
        assert!(name.given.chars().all(|c| !c.is_ascii()), "{name:?}");
    }
}
