//! Everybody against one version of a programme and one start: who may take part, who nearly, who cannot.

use crate::domain::eligibility::{Standing, reaches, standing_of};
use crate::domain::id::PersonId;
use crate::domain::programme::Course;
use crate::domain::record::{Applicant, Failure, Reads};
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
    /// Since when the person has been waiting, or has been recorded.
    pub since: NaiveDate,
    /// Whether the release comes before another group as long as this one could be over.
    pub last_chance: bool,
}

/// What people are surveyed for.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    pub course: &'a Course,
    /// The start that the rules ask about.
    pub start: NaiveDate,
    /// The day on which somebody would join: who is released by then is only counted.
    pub joins: NaiveDate,
    /// The dates of the sessions that can be reached.
    pub dates: &'a [NaiveDate],
}

/// Everybody who might take part, and how many cannot because they are released before.
#[derive(Debug, Default)]
pub struct Survey {
    /// Best chance first, those without a place before the others, then by how pressing: those for whom it
    /// is the last chance by their release, then the others by how long they have been waiting.
    pub candidates: Vec<Candidate>,
    pub released: usize,
}

impl Survey {
    /// Everybody of the record.
    ///
    /// # Errors
    /// What the record says.
    pub fn of(reads: &dyn Reads, basis: Basis) -> Result<Self, Failure> {
        let excepted = reads.exceptions_for(&basis.course.programme)?;
        let placed = reads.placed()?;
        let mut released = reads.released_by(basis.joins)?;
        let mut candidates = Vec::new();
        reads.each_applicant(basis.joins, &mut |applicant| {
            let (excepted, placed) = (excepted.contains_key(&applicant.id), placed.contains_key(&applicant.id));
            candidates.push(candidate(&applicant, basis, excepted, placed));
        })?;
        // Somebody wants them there all the same.
        for id in excepted.keys() {
            let Some(applicant) = reads.applicant(*id)? else { continue };
            if applicant.person.release.is_some_and(|release| release <= basis.joins) {
                candidates.push(candidate(&applicant, basis, true, placed.contains_key(id)));
                released = released.saturating_sub(1);
            }
        }
        candidates.sort_by_key(|c| (c.chance, c.placed, pressing(c.release, c.since, c.last_chance)));
        Ok(Self { candidates, released })
    }
}

fn candidate(applicant: &Applicant, basis: Basis, excepted: bool, placed: bool) -> Candidate {
    let person = &applicant.person;
    Candidate {
        person: applicant.id,
        chance: Chance::of(standing_of(person, &basis.course.eligibility, basis.start), excepted),
        placed,
        release: person.release,
        reached: reaches(basis.dates, person.release),
        since: applicant.since,
        last_chance: is_last_chance(person.release, basis.dates),
    }
}

/// How pressing it is, the most pressing first: those for whom it is the last chance by their release, then the
/// others by how long they have been waiting.
pub(super) fn pressing(
    release: Option<NaiveDate>,
    since: NaiveDate,
    last_chance: bool,
) -> (bool, Option<NaiveDate>, NaiveDate) {
    (!last_chance, release.filter(|_| last_chance), since)
}

/// Whether the release comes before another group as long as one with these dates could be over.
pub(super) fn is_last_chance(release: Option<NaiveDate>, dates: &[NaiveDate]) -> bool {
    release.zip(next_end(dates)).is_some_and(|(release, end)| release <= end)
}

/// When another group as long as one with these dates could be over.
fn next_end(dates: &[NaiveDate]) -> Option<NaiveDate> {
    let (first, last) = (dates.first()?, dates.last()?);
    last.checked_add_signed(last.signed_duration_since(*first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;
    use crate::domain::programme::{Localised, Rule, Test, Weight};
    use crate::domain::sample::{course, day};

    #[test]
    fn another_group_ends_as_long_after_as_this_one_lasts() {
        assert_eq!(next_end(&[]), None);
        assert_eq!(next_end(&[day("2026-11-24")]), Some(day("2026-11-24")));
        assert_eq!(next_end(&[day("2026-11-24"), day("2026-12-01")]), Some(day("2026-12-08")));
    }

    #[test]
    fn a_candidate_is_judged_by_the_rules_and_reaches_what_comes_before_the_release() {
        let rule = |test| Rule { id: "r".into(), weight: Weight::Required, test, why: Localised::default() };
        let course = Course { eligibility: vec![rule(Test::RemainingDays(14)), rule(Test::Consents)], ..course() };
        let start = day("2026-11-23");
        let dates = [day("2026-11-24"), day("2026-11-26"), day("2026-12-01")];
        for (release, consent, excepted, chance, reached, last_chance) in [
            (Some("2026-11-26"), Some(true), false, Chance::NotEligible, 1, true),
            (Some("2027-03-01"), None, false, Chance::FactsMissing, 3, false),
            (Some("2026-12-07"), Some(true), false, Chance::Eligible, 3, true),
            (Some("2026-12-09"), Some(true), false, Chance::Eligible, 3, false),
            (Some("2026-11-23"), Some(true), true, Chance::ByException, 0, true),
            (None, Some(true), false, Chance::FactsMissing, 3, false),
        ] {
            let person = Person { release: release.map(day), consent, ..Person::default() };
            let applicant = Applicant { id: PersonId(1), since: start, person };
            let basis = Basis { course: &course, start, joins: start, dates: &dates };
            let found = candidate(&applicant, basis, excepted, false);
            assert_eq!((found.chance, found.reached, found.last_chance), (chance, reached, last_chance), "{release:?}");
        }
    }
}
