//! The planner: people's releases held against the dates of their group, and what would let more of them
//! reach what they came for. Everything is computed from the record, so that a new release date changes it.

pub mod aside;
pub mod order;
pub mod proposal;
pub mod rhythm;
#[cfg(test)]
mod tests;

use crate::domain::appointment::{Engagement, clashes};
use crate::domain::change::Booked;
use crate::domain::figures::{Cell, cell};
use crate::domain::group::{Enrolment, Place, SessionState};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::{Dated, GroupRecord, Member};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What else takes people's time and rooms: appointments and sessions of other groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Of the people of the group.
    pub people: BTreeMap<PersonId, Vec<Engagement>>,
    /// Rooms and facilitators.
    pub sessions: Vec<Booked>,
}

/// What a session is to one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// It does not count for the person: cancelled, before the first day, or one again that nobody must reach.
    Off,
    Attended,
    /// Held without the person, and not made good.
    Away,
    /// Held, and nothing is recorded.
    Unmarked,
    /// Ahead, and before the release.
    Reached,
    /// Ahead, on the day of release or after it.
    Missed,
}

/// One person's time line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub person: PersonId,
    /// Whether the person has a place; who waits is drawn, but nothing is planned for them.
    pub counts: bool,
    /// By session, in the order of the record.
    pub spots: Vec<Spot>,
    /// The sessions ahead that the release comes before.
    pub missed: Vec<SessionId>,
    /// Those of them that are essential.
    pub essential: Vec<SessionId>,
    /// How many planned sessions lie before the person's first day, and how many essential ones of them.
    pub before: (usize, usize),
    /// Planned sessions that collide with something else that the person has to attend.
    pub clashes: usize,
}

/// Everybody's time line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    pub lines: Vec<Line>,
    /// The date of the last session that is not cancelled.
    pub last: Option<NaiveDate>,
    /// Planned sessions that need a room or a facilitator of another group at the same time.
    pub clashes: usize,
}

impl Outlook {
    /// Of everybody in `record` who has a place, then of those who wait for one.
    #[must_use]
    pub fn of(record: &GroupRecord) -> Self {
        Self::among(record, &Taken::default())
    }

    /// The same beside what else takes people's time, rooms and facilitators.
    #[must_use]
    pub fn among(record: &GroupRecord, taken: &Taken) -> Self {
        let mut lines: Vec<Line> = record.members.iter().filter_map(|member| line(record, member, taken)).collect();
        lines.sort_by_key(|line| !line.counts);
        let collides = |dated: &&Dated| {
            let here = record.booked(&dated.session);
            taken.sessions.iter().any(|other| other.group != record.id && here.clash(other).is_some())
        };
        Self { lines, last: record.dates().into_iter().max(), clashes: record.planned().filter(collides).count() }
    }

    /// The lines of those who have a place.
    pub fn counted(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.counts)
    }

    /// People with a place who reach every session that is ahead.
    #[must_use]
    pub fn finishing(&self) -> usize {
        self.counted().filter(|line| line.missed.is_empty()).count()
    }

    /// Whether everybody with a place reaches every session that is ahead.
    #[must_use]
    pub fn all_finish(&self) -> bool {
        self.counted().all(|line| line.missed.is_empty())
    }

    /// Essential sessions that people with a place miss, counted for each.
    #[must_use]
    pub fn essential_missed(&self) -> usize {
        self.counted().map(|line| line.essential.len()).sum()
    }

    /// Whether nobody misses more than in `other`, and somebody misses less.
    #[must_use]
    pub fn is_better_than(&self, other: &Self) -> bool {
        let lost = |line: &Line| [line.missed.len(), line.essential.len(), line.before.0, line.before.1];
        let pairs = || self.counted().map(lost).zip(other.counted().map(lost));
        pairs().all(|(here, there)| here.iter().zip(there).all(|(here, there)| *here <= there))
            && pairs().any(|(here, there)| here != there)
            && self.collides_no_more_than(other)
    }

    /// Whether nothing collides that does not in `other`: for anybody, nor for the group.
    pub(super) fn collides_no_more_than(&self, other: &Self) -> bool {
        let each = |outlook: &Self| outlook.counted().map(|line| line.clashes).collect::<Vec<_>>();
        self.clashes <= other.clashes && each(self).iter().zip(each(other)).all(|(here, there)| *here <= there)
    }

    /// Sessions that collide with something, counted for each person, and for rooms and facilitators.
    #[must_use]
    pub fn collisions(&self) -> usize {
        self.clashes + self.counted().map(|line| line.clashes).sum::<usize>()
    }
}

fn line(record: &GroupRecord, member: &Member, taken: &Taken) -> Option<Line> {
    let counts = member.enrolment.state == Place::Enrolled;
    if !counts && member.enrolment.state != Place::Waiting {
        return None;
    }
    // Who waits is drawn as if they had the place.
    let enrolment = Enrolment { state: Place::Enrolled, ..member.enrolment.clone() };
    let member = Member { enrolment, ..member.clone() };
    let spots: Vec<Spot> = record.sessions.iter().map(|dated| spot(record, &member, dated)).collect();
    let is_essential = |dated: &&Dated| record.plan(&dated.session).is_some_and(|plan| plan.essential);
    let missed = record.sessions.iter().zip(&spots).filter(|(_, spot)| **spot == Spot::Missed).map(|(dated, _)| dated);
    let before = record.planned().filter(|dated| dated.session.date < member.enrolment.from);
    Some(Line {
        person: member.id,
        counts,
        missed: missed.clone().map(|dated| dated.id).collect(),
        essential: missed.filter(is_essential).map(|dated| dated.id).collect(),
        before: (before.clone().count(), before.filter(is_essential).count()),
        clashes: taken.people.get(&member.id).map_or(0, |engaged| clashes(record, engaged).len()),
        spots,
    })
}

fn spot(record: &GroupRecord, member: &Member, dated: &Dated) -> Spot {
    match cell(&dated.session, member, record.marks.get(&(dated.id, member.id))) {
        Cell::NotRecorded => Spot::Unmarked,
        Cell::Marked(mark) | Cell::Extra(mark) if mark.code.attended() || mark.caught_up.is_some() => Spot::Attended,
        Cell::Marked(_) => Spot::Away,
        Cell::NotCounted(_) | Cell::Extra(_) => Spot::Off,
        Cell::Ahead if member.person.release.is_none_or(|release| release > dated.session.date) => Spot::Reached,
        Cell::Ahead if dated.session.is_extra() => Spot::Off,
        Cell::Ahead => Spot::Missed,
    }
}

impl GroupRecord {
    /// The sessions that are still planned, in the order in which they stand.
    pub fn planned(&self) -> impl Iterator<Item = &Dated> + Clone {
        self.sessions.iter().filter(|dated| dated.session.state == SessionState::Planned)
    }

    /// Those of them that can still be dated anew: what is planned for a day before `earliest` stays.
    pub fn movable(&self, earliest: NaiveDate) -> impl Iterator<Item = &Dated> + Clone {
        self.planned().filter(move |dated| dated.session.date >= earliest)
    }

    /// Whether a session was held, or is planned for a day before `earliest`.
    #[must_use]
    pub fn has_begun(&self, earliest: NaiveDate) -> bool {
        let before = |dated: &Dated| dated.session.state == SessionState::Planned && dated.session.date < earliest;
        self.sessions.iter().any(|dated| dated.session.state.is_held() || before(dated))
    }

    /// Whether nothing has been held, and nothing recorded of any session.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.planned().count() == self.sessions.len()
            && self.marks.is_empty()
            && self.outcomes.is_empty()
            && self.deliveries.is_empty()
            && self.session_notes.is_empty()
            && self.person_notes.is_empty()
            && self.ratings.is_empty()
    }
}
