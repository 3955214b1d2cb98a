//! Offering a place that became free: to whoever waits for the group, then to whoever may take part and has no
//! place anywhere, the most pressing first: by release and by waiting time, as when people are chosen.

use crate::domain::eligibility::{reaches, standing_of};
use crate::domain::group::Place;
use crate::domain::id::PersonId;
use crate::domain::record::{Applicant, GroupRecord};
use crate::domain::survey::{Chance, is_last_chance, pressing};
use crate::domain::together::KeptApart;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Somebody whom the place can be offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taker {
    pub person: PersonId,
    pub release: Option<NaiveDate>,
    /// Since when the person has been waiting, or has been recorded.
    pub since: Option<NaiveDate>,
    /// Sessions left of the group before the release.
    pub reaches: usize,
    /// Whether the person waits for this very group.
    pub waits_here: bool,
    /// Those in the group from whom the person must be kept apart.
    pub apart: Vec<PersonId>,
}

/// A group in which a place is free.
#[derive(Debug)]
pub struct Offer<'a> {
    record: &'a GroupRecord,
    joins: NaiveDate,
    /// The dates that somebody who joins now can reach.
    dates: Vec<NaiveDate>,
    placed: BTreeSet<PersonId>,
    excepted: BTreeSet<PersonId>,
    apart: KeptApart,
    takers: Vec<Taker>,
}

impl<'a> Offer<'a> {
    /// A place in `record` from `today` on. Whoever is in `placed` has one already, whoever is in `excepted`
    /// may take part by exception, and those of `apart` must not meet.
    #[must_use]
    pub fn new(
        record: &'a GroupRecord,
        today: NaiveDate,
        placed: BTreeSet<PersonId>,
        excepted: BTreeSet<PersonId>,
        apart: KeptApart,
    ) -> Self {
        let joins = record.joins_on(today);
        let mut offer =
            Self { record, joins, dates: record.dates_from(joins), placed, excepted, apart, takers: Vec::new() };
        let waiting = record.members.iter().filter(|member| member.enrolment.state == Place::Waiting);
        for member in waiting {
            offer.put(member.id, (member.person.release, None), true);
        }
        offer
    }

    /// The first day that would count for whoever takes the place.
    #[must_use]
    pub fn joins(&self) -> NaiveDate {
        self.joins
    }

    /// How many sessions are left of the group.
    #[must_use]
    pub fn left(&self) -> usize {
        self.dates.len()
    }

    /// Takes in somebody who may take part, has no place anywhere and reaches something of the group.
    pub fn ask(&mut self, applicant: &Applicant) {
        let id = applicant.id;
        if let Some(taker) = self.takers.iter_mut().find(|taker| taker.person == id) {
            taker.since = Some(applicant.since);
        }
        if self.record.member(id).is_some() || self.placed.contains(&id) {
            return;
        }
        let standing = standing_of(&applicant.person, &self.record.course.eligibility, self.record.group.start);
        if matches!(Chance::of(standing, self.excepted.contains(&id)), Chance::Eligible | Chance::ByException) {
            self.put(id, (applicant.person.release, Some(applicant.since)), false);
        }
    }

    fn put(&mut self, person: PersonId, (release, since): (Option<NaiveDate>, Option<NaiveDate>), waits_here: bool) {
        let reaches = reaches(&self.dates, release);
        if reaches == 0 {
            return;
        }
        let apart = self.apart.from(person, self.record.enrolled()).collect();
        self.takers.push(Taker { person, release, since, reaches, waits_here, apart });
    }

    /// Everybody whom the place can be offered, those to be asked first at the top.
    #[must_use]
    pub fn takers(mut self) -> Vec<Taker> {
        let dates = &self.dates;
        self.takers.sort_by_key(|taker| {
            let last_chance = is_last_chance(taker.release, dates);
            let pressing = pressing(taker.release, taker.since.unwrap_or(NaiveDate::MAX), last_chance);
            (!taker.apart.is_empty(), !taker.waits_here, pressing, taker.person)
        });
        self.takers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apart::{Apart, keeping_apart};
    use crate::domain::person::Person;
    use crate::domain::sample::{self, day};

    fn applicant(id: i64, release: Option<&str>) -> Applicant {
        let since = if id == 13 { "2026-10-01" } else { "2026-11-01" };
        let person = Person { release: release.map(day), ..Person::default() };
        Applicant { id: PersonId(id), since: day(since), person }
    }

    /// Who is asked, in order, when a place is free on 19 November: sessions are left on the 20th and the 24th.
    fn asked(placed: &[i64], apart: &[(i64, i64)]) -> Vec<(i64, usize, bool)> {
        let mut record = sample::group();
        let tomas = record.members.iter_mut().find(|member| member.id == PersonId(4)).unwrap();
        tomas.person.release = Some(day("2026-12-24"));
        let placed = placed.iter().copied().map(PersonId).collect();
        let why = || Some(Apart { why: "an old debt".to_owned() });
        let apart = apart.iter().map(|(one, other)| keeping_apart(PersonId(*one), PersonId(*other), why()));
        let apart = KeptApart::of(&apart.collect::<Vec<_>>());
        let mut offer = Offer::new(&record, day("2026-11-19"), placed, BTreeSet::new(), apart);
        for applicant in [
            applicant(1, None),
            applicant(10, None),
            applicant(11, Some("2026-11-24")),
            applicant(12, Some("2026-11-20")),
            applicant(13, Some("2026-12-01")),
        ] {
            offer.ask(&applicant);
        }
        offer.takers().into_iter().map(|taker| (taker.person.0, taker.reaches, taker.waits_here)).collect()
    }

    #[test]
    fn who_waits_is_asked_first_then_who_is_most_pressed() {
        // Ana is in the group; the twelfth is released before anything is left; Tomas waits for the group. For the
        // eleventh it is the last chance; of the others the thirteenth has waited longer.
        assert_eq!(asked(&[], &[]), [(4, 2, true), (11, 1, false), (13, 2, false), (10, 2, false)]);
        assert_eq!(asked(&[11], &[]), [(4, 2, true), (13, 2, false), (10, 2, false)]);
        // Who must be kept apart from Ana is asked last; from somebody who has left it makes no difference.
        assert_eq!(asked(&[11], &[(1, 4), (3, 13)]), [(13, 2, false), (10, 2, false), (4, 2, true)]);
    }
}
