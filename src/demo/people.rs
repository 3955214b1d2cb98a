//! Invented people: who they are, what they speak, how long they stay.

use super::names::{Name, Names};
use crate::domain::codes::{Cefr, Country, Language};
use crate::domain::person::{LegalStatus, Occupation, Person, Spoken};
use crate::domain::random::Random;
use chrono::{Days, NaiveDate};

/// Lets people arrive, one after another, each with the next reference.
#[derive(Debug)]
pub(super) struct People {
    names: Names,
    random: Random,
    /// The reference given last.
    reference: u32,
    /// Digits of a reference, leading zeros included.
    width: usize,
}

impl People {
    /// References are greater than `after` and have `width` digits.
    pub fn new(seed: u64, after: u32, width: usize) -> Self {
        Self { names: Names::new(seed), random: Random::new(!seed), reference: after, width }
    }

    /// Somebody who is here on `day` and stays for some time after `until`.
    pub fn arrive(&mut self, day: NaiveDate, until: NaiveDate) -> Person {
        let name = self.names.deal();
        self.person(name, day, until)
    }

    /// Somebody whose name is recorded in a script of its own.
    pub fn arrive_written(&mut self, day: NaiveDate, until: NaiveDate) -> Person {
        let name = self.names.deal_written();
        self.person(name, day, until)
    }

    fn person(&mut self, name: Option<Name>, day: NaiveDate, until: NaiveDate) -> Person {
        // References are given out in order, with gaps for all who never come near a course.
        self.reference += self.random.between(1, REFERENCE_GAP);
        let random = &mut self.random;
        let Some(name) = name else { return Person::default() };
        let languages = languages(name.languages, random);
        let legal_status = legal_status(random);
        let sentence_start = before(day, random.between(20, 1_400));
        Person {
            reference: format!("{:0width$}", self.reference, width = self.width),
            given: name.given,
            family: name.family,
            interpreter: needs_interpreter(&languages) && random.chance(80),
            languages,
            country: Country::new(name.country).ok(),
            born: Some(before(sentence_start, random.between(20 * 365, 58 * 365))),
            sentence_start: (legal_status != LegalStatus::ImmigrationDetention).then_some(sentence_start),
            // On remand nobody knows yet.
            release: (legal_status != LegalStatus::Remand).then(|| after(until, random.between(25, 700))),
            occupation: Some(occupation(random)),
            legal_status: Some(legal_status),
            consent: if random.chance(80) { Some(true) } else { random.chance(40).then_some(false) },
            answers: std::collections::BTreeMap::new(),
            waiting_since: None,
            note: String::new(),
            erased: false,
        }
    }
}

/// The widest gap between two references.
pub(super) const REFERENCE_GAP: u32 = 7;

/// `days` before `day`.
pub(super) fn before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days))).unwrap_or(day)
}

/// `days` after `day`.
pub(super) fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(day)
}

/// One mother tongue, some of what many speak besides, often English, sometimes Norwegian.
fn languages(spoken: &str, random: &mut Random) -> Vec<Spoken> {
    let (mother, besides) = spoken.split_once('+').unwrap_or((spoken, ""));
    let mothers: Vec<&str> = mother.split(' ').collect();
    let mut wanted = vec![(random.pick(&mothers).copied().unwrap_or("en"), Some(Cefr::C2))];
    for code in besides.split(' ').filter(|code| !code.is_empty()) {
        if random.chance(50) {
            wanted.push((code, level(random)));
        }
    }
    for (code, percent) in [("en", 85), ("nb", 35)] {
        if random.chance(percent) {
            wanted.push((code, level(random)));
        }
    }
    let mut languages: Vec<Spoken> = Vec::with_capacity(wanted.len());
    for (code, level) in wanted {
        if let Ok(language) = Language::new(code)
            && languages.iter().all(|s| s.language != language)
        {
            languages.push(Spoken { language, level });
        }
    }
    languages
}

fn level(random: &mut Random) -> Option<Cefr> {
    let levels = [Cefr::A1, Cefr::A1, Cefr::A2, Cefr::A2, Cefr::B1, Cefr::B1, Cefr::B1, Cefr::B2, Cefr::C1];
    if random.chance(8) { None } else { random.pick(&levels).copied() }
}

/// Whether neither English nor Norwegian goes far enough to follow a group.
pub(super) fn needs_interpreter(languages: &[Spoken]) -> bool {
    !languages.iter().any(|s| ["en", "nb"].contains(&s.language.code()) && s.level > Some(Cefr::A2))
}

fn legal_status(random: &mut Random) -> LegalStatus {
    match random.below(100) {
        0..86 => LegalStatus::Sentenced,
        86..92 => LegalStatus::Remand,
        92..96 => LegalStatus::ImmigrationDetention,
        _ => LegalStatus::Recalled,
    }
}

fn occupation(random: &mut Random) -> Occupation {
    match random.below(100) {
        0..45 => Occupation::None,
        45..75 => Occupation::Work,
        75..92 => Occupation::Education,
        _ => Occupation::OtherActivity,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn nobody_arrives_with_impossible_facts() {
        let today = "2026-11-24".parse().unwrap();
        let mut people = People::new(11, 400, 4);
        let arrived: Vec<Person> = (0..1_000).map(|_| people.arrive(today, today)).collect();
        for person in &arrived {
            assert_eq!(person.faults(today), vec![], "{person:?}");
            assert!(person.age(today) >= Some(19) && person.country.is_some() && !person.languages.is_empty());
        }
        let references: BTreeSet<_> = arrived.iter().map(|p| &p.reference).collect();
        assert_eq!(references.len(), 1_000);
        assert!(arrived[0].reference.starts_with("04"), "{}", arrived[0].reference);
    }

    #[test]
    fn facts_vary() {
        let today = "2026-11-24".parse().unwrap();
        let mut people = People::new(2, 0, 4);
        let arrived: Vec<Person> = (0..500).map(|_| people.arrive(today, today)).collect();
        let some = |test: fn(&Person) -> bool| arrived.iter().any(test) && !arrived.iter().all(test);
        assert!(some(|p| p.interpreter));
        assert!(some(|p| p.release.is_none()));
        assert!(some(|p| p.consent.is_none()));
        assert!(some(|p| p.occupation == Some(Occupation::Work)));
        assert!(some(|p| p.languages.iter().any(|s| s.level.is_none())));
    }
}
