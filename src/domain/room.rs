//! The room: one session as it is run, with its activities, its people and its minutes.

pub mod before;
pub mod cards;
pub mod changing;
pub mod clock;
pub mod closing;
pub mod coming;
pub mod fitting;
pub mod judging;
pub mod pausing;
pub mod running;

pub use clock::Clock;
pub use closing::Missing;

use crate::domain::agenda::Point;
use crate::domain::attendance::{Code, Kind, Mark};
use crate::domain::attending::{Taking, taking};
use crate::domain::group::{Session, SessionState};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::programme::SessionPlan;
use crate::domain::record::{Dated, GroupRecord, Member};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// A session of a group with its plan, seen from the room.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    pub record: &'a GroupRecord,
    pub id: SessionId,
    pub session: &'a Session,
    pub plan: &'a SessionPlan,
}

impl<'a> Room<'a> {
    /// The session `id` of `record`; `None` when there is no such session or its course has no plan for it.
    #[must_use]
    pub fn of(record: &'a GroupRecord, id: SessionId) -> Option<Self> {
        let session = record.session(id)?;
        Some(Self { record, id, session, plan: record.plan(session)? })
    }

    /// Whether the session takes marks at `now`.
    #[must_use]
    pub fn taking(&self, now: DateTime<FixedOffset>) -> Taking {
        taking(self.record, self.session, now)
    }

    /// Whether the session was closed.
    #[must_use]
    pub fn is_held(&self) -> bool {
        matches!(self.session.state, SessionState::Held { .. })
    }

    /// Whether the session is running since another day than `today`: somebody forgot to close it.
    #[must_use]
    pub fn is_left_open(&self, today: NaiveDate) -> bool {
        matches!(self.session.state, SessionState::Running { since } if since.date_naive() < today)
    }

    /// What stands on the agenda, in order.
    #[must_use]
    pub fn points(&self) -> Vec<Point<'a>> {
        self.record.points(self.id)
    }

    /// The thing on the agenda with this key.
    #[must_use]
    pub fn point(&self, key: u16) -> Option<Point<'a>> {
        self.points().into_iter().find(|point| point.key == key)
    }

    /// Length in minutes by the plan.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        self.record.minutes(self.session)
    }

    /// The key of what is running.
    #[must_use]
    pub fn running(&self) -> Option<u16> {
        self.points().iter().find(|point| point.is_running()).map(|point| point.key)
    }

    /// The key of what comes next: the first thing ahead after the running one, else the first one ahead.
    #[must_use]
    pub fn next(&self) -> Option<u16> {
        let points = self.points();
        let after = points.iter().position(Point::is_running).map_or(0, |running| running + 1);
        let ahead = |points: &[Point]| points.iter().find(|point| point.is_ahead()).map(|point| point.key);
        ahead(&points[after..]).or_else(|| ahead(&points))
    }

    /// The mark of a person.
    #[must_use]
    pub fn mark(&self, person: PersonId) -> Option<&'a Mark> {
        self.record.marks.get(&(self.id, person))
    }

    /// Who is in question: everybody expected, and whoever has a mark all the same; then the guests.
    pub fn people(&self) -> impl Iterator<Item = &'a Member> + use<'a> {
        let Self { record, id, session, .. } = *self;
        let marked = move |member: &&Member| record.marks.contains_key(&(id, member.id));
        let own = record.members.iter().filter(move |member| member.enrolment.covers(session.date) || marked(member));
        own.filter(move |member| !record.is_guest(id, member.id)).chain(record.guests_at(id))
    }

    /// Somebody in question.
    #[must_use]
    pub fn somebody(&self, person: PersonId) -> Option<&'a Member> {
        self.people().find(|member| member.id == person)
    }

    /// Whether a person is here as a guest.
    #[must_use]
    pub fn is_guest(&self, person: PersonId) -> bool {
        self.record.is_guest(self.id, person)
    }

    /// People without a mark.
    pub fn unmarked(&self) -> impl Iterator<Item = &'a Member> + use<'a> {
        let room = *self;
        self.people().filter(move |member| room.mark(member.id).is_none())
    }

    /// Who comes after `person` without a mark, from the top again at the end.
    #[must_use]
    pub fn unmarked_after(&self, person: PersonId) -> Option<PersonId> {
        let after = self.people().skip_while(|member| member.id != person).skip(1);
        after.chain(self.people()).map(|member| member.id).find(|id| self.mark(*id).is_none())
    }

    /// How many are here, and of how many: guests and those for whom the session does not count are left out.
    #[must_use]
    pub fn here(&self) -> (usize, usize) {
        let own = || self.people().filter(|member| !self.is_guest(member.id));
        let counted = |member: &&Member| self.mark(member.id).is_none_or(|mark| mark.code.kind() != Kind::NotCounted);
        (own().filter(|member| self.is_here(member.id)).count(), own().filter(counted).count())
    }

    /// How many guests are here.
    #[must_use]
    pub fn guests_here(&self) -> usize {
        self.record.guests_at(self.id).filter(|member| self.is_here(member.id)).count()
    }

    /// Whether a person is marked as here, wholly or in part.
    #[must_use]
    pub fn is_here(&self, person: PersonId) -> bool {
        self.mark(person).is_some_and(|mark| mark.code.attended())
    }

    /// Whether a person is marked as away.
    #[must_use]
    pub fn is_away(&self, person: PersonId) -> bool {
        self.mark(person).is_some_and(|mark| !mark.code.attended())
    }

    /// Who needs an interpreter and is not marked as away.
    pub fn needing_interpreter(&self) -> impl Iterator<Item = &'a Member> + use<'a> {
        let room = *self;
        self.people().filter(move |member| member.person.interpreter && !room.is_away(member.id))
    }

    /// The minutes that the clock offers for a mark with `code`: missed at the start by somebody late,
    /// still left by the plan for somebody who leaves. `None` when the clock cannot know.
    #[must_use]
    pub fn offered(&self, code: Code, now: DateTime<FixedOffset>) -> Option<u16> {
        let gone = self.gone(now)?;
        let minutes = match code {
            Code::Late => gone,
            Code::LeftEarly => self.minutes().checked_sub(gone)?,
            _ => return None,
        };
        // Within the minute counts as one.
        Some(minutes.max(1))
    }

    /// When the session begins by its plan, on the clock of `now`.
    #[must_use]
    pub fn planned_start(&self, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        let local = self.session.date.and_time(self.session.time);
        local.and_local_timezone(*now.offset()).single().unwrap_or(now)
    }

    /// The planned session that comes next in the group.
    #[must_use]
    pub fn next_session(&self) -> Option<&'a Dated> {
        let planned = |dated: &&Dated| dated.id != self.id && dated.session.state == SessionState::Planned;
        self.record.sessions.iter().find(planned)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::entry::Entry;
    use crate::domain::outcome::Delivery;
    use crate::domain::programme::Activity;
    use crate::domain::sample::{self, moment};

    /// The sample group; its fourth session runs since ten o'clock with activities of 10, 20, 30 and 10 minutes.
    pub(crate) fn record() -> GroupRecord {
        let mut record = sample::group();
        let plan = sample::plan_of(std::sync::Arc::make_mut(&mut record.course), 3);
        let activity = plan.activities[0].clone();
        plan.activities = [10, 20, 30, 10].map(|minutes| Activity { minutes, ..activity.clone() }).to_vec();
        record
    }

    /// What entries about the agenda of the fourth session leave behind.
    pub(crate) fn apply(record: &mut GroupRecord, entries: &[Entry]) {
        for entry in entries {
            match entry {
                Entry::Agenda { session, to: Some(to), .. } => drop(record.agendas.insert(*session, (**to).clone())),
                Entry::Agenda { session, to: None, .. } => drop(record.agendas.remove(session)),
                Entry::Delivery { session, item, to, .. } => {
                    let key = (*session, item.parse().unwrap());
                    match to {
                        Some(to) => drop(record.deliveries.insert(key, (**to).clone())),
                        None => drop(record.deliveries.remove(&key)),
                    }
                }
                other => panic!("{other:?}"),
            }
        }
    }

    /// Ten o'clock and `minutes` on the day of the fourth session.
    pub(crate) fn at(minutes: i64) -> DateTime<FixedOffset> {
        moment("2026-11-20T10:00:00+01:00") + chrono::Duration::minutes(minutes)
    }

    #[test]
    fn those_expected_and_those_marked_are_in_question() {
        let mut record = record();
        let names = |record: &GroupRecord| {
            let room = Room::of(record, SessionId(4)).unwrap();
            (room.people().map(|m| m.id.0).collect::<Vec<_>>(), room.here())
        };
        // Ana is not recorded, Yusuf was not unlocked, Li has left, the others never had a place.
        assert_eq!(names(&record), (vec![1, 2], (0, 2)));
        record.marks.insert((SessionId(4), PersonId(3)), Mark::from(Code::Present));
        assert_eq!(names(&record), (vec![1, 2, 3], (1, 3)));
        record.marks.insert((SessionId(4), PersonId(3)), Mark::from(Code::Released));
        assert_eq!(names(&record), (vec![1, 2, 3], (0, 2)));
    }

    #[test]
    fn what_comes_next_follows_what_is_running() {
        let mut record = record();
        let next = |record: &GroupRecord| Room::of(record, SessionId(4)).unwrap().next();
        assert_eq!(next(&record), Some(0));
        record.deliveries.insert((SessionId(4), 1), Delivery::Running { since: at(0) });
        assert_eq!(next(&record), Some(2));
        record.deliveries.insert((SessionId(4), 2), Delivery::Skipped);
        record.deliveries.insert((SessionId(4), 3), Delivery::Skipped);
        // The first was left out: it is still ahead.
        assert_eq!(next(&record), Some(0));
        record.deliveries.insert((SessionId(4), 0), Delivery::Skipped);
        assert_eq!(next(&record), None);
    }

    #[test]
    fn the_clock_offers_the_minutes() {
        let record = record();
        let offered = |id, code, now: &str| Room::of(&record, SessionId(id)).unwrap().offered(code, moment(now));
        for (id, code, now, minutes) in [
            (4, Code::Late, "2026-11-20T10:12:40+01:00", Some(12)),
            (4, Code::Late, "2026-11-20T10:00:10+01:00", Some(1)),
            (4, Code::LeftEarly, "2026-11-20T10:50:00+01:00", Some(20)),
            (4, Code::Present, "2026-11-20T10:50:00+01:00", None),
            // Past the plan, and on another day, the clock knows nothing.
            (4, Code::LeftEarly, "2026-11-20T11:30:00+01:00", None),
            (4, Code::Late, "2026-11-21T10:12:00+01:00", None),
            // Planned today: from the planned start; before it nobody is late.
            (5, Code::Late, "2026-11-24T10:07:00+01:00", Some(7)),
            (5, Code::Late, "2026-11-24T09:50:00+01:00", None),
            (5, Code::Late, "2026-11-23T10:07:00+01:00", None),
            (1, Code::Late, "2026-11-10T10:07:00+01:00", None),
        ] {
            assert_eq!(offered(id, code, now), minutes, "{id} {code:?} {now}");
        }
    }

    #[test]
    fn last_time_is_the_session_held_before() {
        let mut record = record();
        record.sessions[1].session.next_time = "bring forms".to_owned();
        let last_time =
            |record: &GroupRecord, id| Room::of(record, SessionId(id)).unwrap().last_time().map(String::from);
        // The third was cancelled: the second is the one before the fourth.
        assert_eq!(last_time(&record, 4).as_deref(), Some("bring forms"));
        assert_eq!((last_time(&record, 2), last_time(&record, 1)), (None, None));
        let next = |id| Room::of(&record, SessionId(id)).unwrap().next_session().map(|dated| dated.id.0);
        assert_eq!((next(4), next(5)), (Some(5), None));
    }
}
