//! Everybody against one version of a programme and one start: who may take part, who nearly, who cannot.

use crate::domain::eligibility::{Standing, judge, reaches, standing};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::programme::Course;
use chrono::NaiveDate;

/// Where somebody stands, an exception included; in the order in which people are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chance {
    Eligible,
    ByException,
    FactsMissing,
    NotEligible,
}

impl Chance {
    /// Every chance, best first.
    pub const ALL: [Self; 4] = [Self::Eligible, Self::ByException, Self::FactsMissing, Self::NotEligible];

    /// From what the rules say, and whether an exception is recorded.
    #[must_use]
    pub fn of(standing: Standing, excepted: bool) -> Self {
        match (standing, excepted) {
            (Standing::Eligible, _) => Self::Eligible,
            (_, true) => Self::ByException,
            (Standing::FactsMissing, false) => Self::FactsMissing,
            (Standing::NotEligible, false) => Self::NotEligible,
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Eligible => "standing-eligible",
            Self::ByException => "standing-exception",
            Self::FactsMissing => "standing-facts-missing",
            Self::NotEligible => "standing-not-eligible",
        }
    }

    /// The sign in a list; never colour alone.
    #[must_use]
    pub fn sign(self) -> &'static str {
        ["+", "!", "?", "-"][self as usize]
    }
}

/// One person in a survey: small, because there may be a hundred thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    pub person: PersonId,
    pub chance: Chance,
    /// Whether the person has a place in an unfinished group already.
    pub placed: bool,
    pub release: Option<NaiveDate>,
    /// Sessions reached before release.
    pub reached: usize,
}

/// Everybody who might take part, and how many cannot because they are released before.
#[derive(Debug)]
pub struct Survey<'a> {
    course: &'a Course,
    start: NaiveDate,
    dates: &'a [NaiveDate],
    candidates: Vec<Candidate>,
    released: usize,
}

impl<'a> Survey<'a> {
    /// A survey for sessions of `course` on `dates`, the first of them on `start` or soon after.
    #[must_use]
    pub fn new(course: &'a Course, start: NaiveDate, dates: &'a [NaiveDate]) -> Self {
        Self { course, start, dates, candidates: Vec::new(), released: 0 }
    }

    /// Takes a person in. Whoever is released by the start is only counted, unless an exception says
    /// that somebody wants them there.
    pub fn take(&mut self, id: PersonId, person: &Person, excepted: bool, placed: bool) {
        if !excepted && person.release.is_some_and(|release| release <= self.start) {
            self.released += 1;
            return;
        }
        self.candidates.push(Candidate {
            person: id,
            chance: Chance::of(standing(&judge(person, self.course, self.start)), excepted),
            placed,
            release: person.release,
            reached: reaches(self.dates, person.release),
        });
    }

    /// The candidates, best chance first, those without a place before the others, then by release,
    /// those without a date last, else as they were taken in; and how many were only counted.
    #[must_use]
    pub fn end(mut self) -> (Vec<Candidate>, usize) {
        self.candidates.sort_by_key(|c| (c.chance, c.placed, c.release.is_none(), c.release));
        (self.candidates, self.released)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::{Localised, Rule, Test, Weight};
    use crate::domain::sample::{course, day};

    #[test]
    fn the_best_chance_stands_first_and_the_released_are_counted() {
        let rule = |test| Rule { id: "r".into(), weight: Weight::Required, test, why: Localised::default() };
        let course = Course { eligibility: vec![rule(Test::RemainingDays(14)), rule(Test::Consents)], ..course() };
        let start = day("2026-11-23");
        let dates = [day("2026-11-24"), day("2026-11-26"), day("2026-12-01")];
        let mut survey = Survey::new(&course, start, &dates);
        for (id, release, consent, excepted) in [
            (1, Some("2026-11-26"), Some(true), false),
            (2, Some("2027-03-01"), None, false),
            (3, Some("2027-02-01"), Some(true), false),
            (4, Some("2026-12-07"), Some(true), false),
            (5, Some("2026-11-23"), Some(true), false),
            (6, Some("2026-11-23"), Some(true), true),
            (7, None, Some(true), false),
        ] {
            let person = Person { release: release.map(day), consent, ..Person::default() };
            survey.take(PersonId(id), &person, excepted, id == 4);
        }
        let (candidates, released) = survey.end();
        let seen: Vec<_> = candidates.iter().map(|c| (c.person.0, c.chance, c.reached)).collect();
        assert_eq!(
            seen,
            [
                (3, Chance::Eligible, 3),
                (4, Chance::Eligible, 3),
                (6, Chance::ByException, 0),
                (2, Chance::FactsMissing, 3),
                (7, Chance::FactsMissing, 3),
                (1, Chance::NotEligible, 1),
            ]
        );
        assert_eq!(released, 1);
    }
}
