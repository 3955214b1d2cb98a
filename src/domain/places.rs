//! Places: whether a group is as large as its programme was made for, who is released too soon for it,
//! and what coming, leaving and coming back record.

use crate::domain::group::{Enrolment, LeavingReason, Place, SessionState};
use crate::domain::id::PersonId;
use crate::domain::programme::GroupSize;
use crate::domain::record::{GroupRecord, Member};
use chrono::NaiveDate;

/// How a number of people fits a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    TooFew,
    Fits,
    TooMany,
}

/// How `people` fit `size`.
#[must_use]
pub fn fit(people: usize, size: GroupSize) -> Fit {
    if people < usize::from(size.min) {
        Fit::TooFew
    } else if people > usize::from(size.max) {
        Fit::TooMany
    } else {
        Fit::Fits
    }
}

/// Sessions ahead that somebody does not reach, because the release comes first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missed {
    /// What they are called, in the order of their dates.
    pub sessions: Vec<String>,
    /// Those among them that are essential.
    pub essential: Vec<String>,
}

impl GroupRecord {
    /// People who have a place: enrolled or completed.
    #[must_use]
    pub fn people(&self) -> usize {
        let has_place = |m: &&Member| matches!(m.enrolment.state, Place::Enrolled | Place::Completed { .. });
        self.members.iter().filter(has_place).count()
    }

    /// The people who have a place and have not completed.
    pub fn enrolled(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.members.iter().filter(|member| member.enrolment.state == Place::Enrolled).map(|member| member.id)
    }

    /// The planned sessions from the day of release on that would count for `member`.
    #[must_use]
    pub fn missed_by_release(&self, member: &Member) -> Missed {
        let mut missed = Missed::default();
        let Some(release) = member.person.release else { return missed };
        for dated in &self.sessions {
            let session = &dated.session;
            let ahead = session.state == SessionState::Planned && member.enrolment.covers(session.date);
            if ahead && !session.is_extra() && session.date >= release {
                missed.sessions.push(session.label());
                if self.plan(session).is_some_and(|plan| plan.essential) {
                    missed.essential.push(session.label());
                }
            }
        }
        missed
    }

    /// The first day that counts for somebody who joins on `today`: the start of the group, or today when
    /// it has begun.
    #[must_use]
    pub fn joins_on(&self, today: NaiveDate) -> NaiveDate {
        self.group.start.max(today)
    }

    /// The dates of the sessions from `day` on that are not cancelled: what somebody who joins then can
    /// reach.
    #[must_use]
    pub fn dates_from(&self, day: NaiveDate) -> Vec<NaiveDate> {
        let mut dates = self.dates();
        dates.retain(|date| *date >= day);
        dates
    }
}

/// What enrolling or un-enrolling somebody comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The place becomes this.
    To(Enrolment),
    /// Marks are recorded: who has taken part leaves with a reason instead.
    HasMarks,
    /// The person has completed the programme.
    Completed,
}

/// A waiting person gets a place, an enrolled one waits again, one who left comes back: from today, or
/// from the start of the group.
#[must_use]
pub fn toggled(record: &GroupRecord, member: &Member, today: NaiveDate) -> Change {
    let from = record.joins_on(today);
    match member.enrolment.state {
        Place::Waiting | Place::Left { .. } => Change::To(member.enrolment.back(from)),
        Place::Enrolled if record.marks.keys().any(|(_, person)| *person == member.id) => Change::HasMarks,
        Place::Enrolled => Change::To(Enrolment { state: Place::Waiting, ..member.enrolment.clone() }),
        Place::Completed { .. } => Change::Completed,
    }
}

/// The places that change when a group of which nothing was held begins on `start`: who was to be there
/// from its first day on still is.
#[must_use]
pub fn begun_anew(record: &GroupRecord, start: NaiveDate) -> Vec<(PersonId, Enrolment)> {
    let begun = record.sessions.iter().any(|dated| dated.session.state.is_held());
    let first = |member: &&Member| !begun && member.enrolment.from == record.group.start;
    let moves = record.members.iter().filter(first).filter(|member| member.enrolment.from != start);
    moves.map(|member| (member.id, Enrolment { from: start, ..member.enrolment.clone() })).collect()
}

/// The place of somebody who leaves on `on`.
#[must_use]
pub fn left(member: &Member, on: NaiveDate, reason: LeavingReason, note: &str) -> Enrolment {
    Enrolment { state: Place::Left { on, reason, note: note.to_owned() }, ..member.enrolment.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{self, day};

    #[test]
    fn a_group_fits_its_programme_or_not() {
        for (people, fits) in [(0, Fit::TooFew), (2, Fit::TooFew), (3, Fit::Fits), (4, Fit::Fits), (5, Fit::TooMany)] {
            assert_eq!(fit(people, GroupSize::default()), fits, "{people}");
        }
        assert_eq!(sample::group().people(), 2);
    }

    #[test]
    fn a_release_misses_the_sessions_from_its_day_on() {
        let mut record = sample::group();
        let missed = record.missed_by_release(&record.members[1]);
        assert_eq!((missed.sessions, missed.essential), (vec!["5".to_owned()], vec!["5".to_owned()]));
        assert_eq!(record.missed_by_release(&record.members[0]), Missed::default());
        // The day before, one more day is enough.
        record.members[1].person.release = Some(day("2026-11-25"));
        assert_eq!(record.missed_by_release(&record.members[1]), Missed::default());
    }

    #[test]
    fn who_joins_late_can_reach_what_is_left() {
        let record = sample::group();
        let (before, late) = (record.joins_on(day("2026-11-01")), record.joins_on(day("2026-11-19")));
        assert_eq!((before, late), (day("2026-11-10"), day("2026-11-19")));
        assert_eq!(record.dates_from(before).len(), 4);
        assert_eq!(record.dates_from(late), [day("2026-11-20"), day("2026-11-24")]);
    }

    #[test]
    fn places_are_given_taken_and_given_again() {
        let record = sample::group();
        let change = |member: usize, today: &str| toggled(&record, &record.members[member], day(today));
        let enrolled = |from: &str| Change::To(Enrolment::new(Place::Enrolled, day(from)));
        assert_eq!(change(3, "2026-11-01"), enrolled("2026-11-10"));
        assert_eq!(change(3, "2026-11-19"), enrolled("2026-11-19"));
        // Li left on the 12th: the spell until then stays.
        let Change::To(back) = change(2, "2026-11-19") else { panic!("Li comes back") };
        let spells: Vec<_> = back.spells().collect();
        assert_eq!(spells, [(day("2026-11-10"), Some(day("2026-11-12"))), (day("2026-11-19"), None)]);
        assert_eq!(change(0, "2026-11-19"), Change::HasMarks);
        let mut fresh = record.clone();
        fresh.marks.clear();
        let waits = toggled(&fresh, &fresh.members[0], day("2026-11-19"));
        assert_eq!(waits, Change::To(Enrolment::new(Place::Waiting, day("2026-11-10"))));
    }

    #[test]
    fn who_begins_with_the_group_begins_with_it_anew() {
        let mut record = sample::group();
        assert_eq!(begun_anew(&record, day("2026-11-05")), []);
        for dated in &mut record.sessions {
            dated.session.state = SessionState::Planned;
        }
        record.members[1].enrolment.from = day("2026-11-17");
        let anew = begun_anew(&record, day("2026-11-05"));
        assert_eq!(anew.iter().map(|(person, _)| person.0).collect::<Vec<_>>(), [1, 3, 4, 5]);
        assert!(anew.iter().all(|(_, enrolment)| enrolment.from == day("2026-11-05")));
        assert_eq!(begun_anew(&record, record.group.start), []);
    }

    #[test]
    fn who_leaves_keeps_the_first_day() {
        let record = sample::group();
        let enrolment = left(&record.members[0], day("2026-11-19"), LeavingReason::Health, "back in spring");
        assert_eq!(enrolment.from, day("2026-11-10"));
        assert!(enrolment.covers(day("2026-11-19")) && !enrolment.covers(day("2026-11-20")));
    }
}
