//! Who belongs together: what a group is made of so far, and who must not be in it with whom.

use crate::domain::apart::pair;
use crate::domain::codes::{Country, Language};
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use std::collections::BTreeSet;

/// What people bring into a group; everything that several share first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composition {
    pub people: usize,
    /// Nationalities, and how many people have each.
    pub countries: Vec<(Country, usize)>,
    /// Languages, and how many people speak each.
    pub languages: Vec<(Language, usize)>,
    /// The languages into which somebody needs an interpreter.
    pub interpreters: Vec<Language>,
}

impl Composition {
    /// Of these people.
    #[must_use]
    pub fn of<'a>(people: impl IntoIterator<Item = &'a Person>) -> Self {
        let mut found = Self::default();
        for person in people {
            found.people += 1;
            if let Some(country) = &person.country {
                count(&mut found.countries, country);
            }
            for spoken in &person.languages {
                count(&mut found.languages, &spoken.language);
            }
            let needed = person.languages.first().filter(|_| person.interpreter).map(|spoken| &spoken.language);
            found.interpreters.extend(needed.filter(|language| !found.interpreters.contains(language)).cloned());
        }
        found.countries.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
        found.languages.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
        found
    }
}

fn count<T: Clone + PartialEq>(counts: &mut Vec<(T, usize)>, what: &T) {
    match counts.iter_mut().find(|(other, _)| other == what) {
        Some((_, people)) => *people += 1,
        None => counts.push((what.clone(), 1)),
    }
}

/// The pairs of people who must be kept apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptApart(BTreeSet<(PersonId, PersonId)>);

impl KeptApart {
    /// The pairs that these entries record.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Self {
        Self(entries.iter().filter_map(pair).collect())
    }

    /// Those of `others` who must be kept apart from `person`.
    pub fn from(&self, person: PersonId, others: impl IntoIterator<Item = PersonId>) -> impl Iterator<Item = PersonId> {
        others.into_iter().filter(move |other| self.0.contains(&(person.min(*other), person.max(*other))))
    }

    /// The pairs among `people`.
    #[must_use]
    pub fn among(&self, people: &[PersonId]) -> Vec<(PersonId, PersonId)> {
        let both = |(one, other): &&(PersonId, PersonId)| people.contains(one) && people.contains(other);
        self.0.iter().filter(both).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apart::{Apart, keeping_apart};
    use crate::domain::person::Spoken;

    fn person(country: &str, languages: &[&str], interpreter: bool) -> Person {
        let spoken = |code: &&str| Spoken { language: Language::new(code).unwrap(), level: None };
        let languages = languages.iter().map(spoken).collect();
        Person { country: Some(Country::new(country).unwrap()), languages, interpreter, ..Person::default() }
    }

    #[test]
    fn what_several_share_comes_first() {
        let people = [
            person("NG", &["en"], false),
            person("LT", &["lt", "en"], true),
            person("LT", &["lt"], true),
            Person::default(),
        ];
        let found = Composition::of(&people);
        let countries: Vec<_> = found.countries.iter().map(|(country, n)| (country.code(), *n)).collect();
        let languages: Vec<_> = found.languages.iter().map(|(language, n)| (language.code(), *n)).collect();
        assert_eq!((found.people, countries, languages), (4, vec![("LT", 2), ("NG", 1)], vec![("en", 2), ("lt", 2)]));
        assert_eq!(found.interpreters.iter().map(Language::code).collect::<Vec<_>>(), ["lt"]);
    }

    #[test]
    fn a_pair_is_known_from_both_sides() {
        let [ana, li, noor] = [1, 2, 3].map(PersonId);
        let apart = KeptApart::of(&[keeping_apart(li, ana, Some(Apart { why: "a debt".into() }))]);
        assert_eq!(apart.from(ana, [li, noor]).collect::<Vec<_>>(), [li]);
        assert_eq!(apart.from(li, [ana, noor]).collect::<Vec<_>>(), [ana]);
        assert_eq!(apart.from(noor, [ana, li]).count(), 0);
        assert_eq!((apart.among(&[li, noor, ana]), apart.among(&[li, noor])), (vec![(ana, li)], vec![]));
    }
}
