//! A group that nobody is in, so that a course is seen as it will be run: invented people, and a session as its
//! clock has it at one of its activities. Nothing of it is ever recorded.

use crate::domain::attendance::{Code, Mark};
use crate::domain::closed::ClosedDays;
use crate::domain::codes::Language;
use crate::domain::group::{Enrolment, Group, Place, SessionState, usual_weekdays};
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::outcome::Delivery;
use crate::domain::person::{Person, Spoken};
use crate::domain::programme::Course;
use crate::domain::record::{Dated, GroupRecord, Member};
use crate::domain::timetable::lay_out;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use std::sync::Arc;

/// The group of every rehearsal.
pub const GROUP: GroupId = GroupId(0);

/// More people than this are not invented, however large groups may be.
const MOST: u8 = 12;

/// A course with a group invented for it.
#[derive(Debug, Clone)]
pub struct Rehearsal {
    course: Arc<Course>,
    /// What the group is called.
    code: String,
    /// What everybody is called: a letter tells them apart.
    name: String,
    now: DateTime<FixedOffset>,
}

impl Rehearsal {
    /// Of `course`, as if it were planned at `now`.
    #[must_use]
    pub fn of(course: Arc<Course>, code: &str, name: &str, now: DateTime<FixedOffset>) -> Self {
        Self { course, code: code.to_owned(), name: name.to_owned(), now }
    }

    /// The session that rehearses the session plan with this index.
    #[must_use]
    pub fn session(plan: usize) -> SessionId {
        SessionId(i64::try_from(plan).unwrap_or(i64::MAX))
    }

    /// The group as it is planned, from tomorrow on. One of its people is released when two thirds of the
    /// sessions are over, as happens; the last needs an interpreter.
    #[must_use]
    pub fn planned(&self, closed: &ClosedDays) -> GroupRecord {
        let course = &self.course;
        let group = Group {
            code: self.code.clone(),
            course: CourseId(0),
            start: self.now.date_naive() + Days::new(1),
            weekdays: usual_weekdays(course.per_week),
            time: NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default(),
            room: String::new(),
            facilitators: Vec::new(),
            before: Vec::new(),
            finished: None,
        };
        let sessions = lay_out(GROUP, &group, course, closed);
        let days: Vec<NaiveDate> = sessions.iter().map(|session| session.date).collect();
        let dated = |(plan, session)| Dated { id: Self::session(plan), session };
        let dated = sessions.into_iter().enumerate().map(dated).collect();
        let people = self.people(group.start, &days);
        GroupRecord::laid_out(GROUP, group, Arc::clone(course), dated, people)
    }

    /// The group in the room, when the activity `at` of the session plan `plan` has just begun and everything
    /// took as long as it was meant to; and what time it is then.
    #[must_use]
    pub fn in_the_room(&self, plan: usize, at: usize) -> (GroupRecord, DateTime<FixedOffset>) {
        let mut record = self.planned(&ClosedDays::default());
        let Some(planned) = record.sessions.get(plan).map(|dated| dated.session.date) else {
            return (record, self.now);
        };
        let back = planned.signed_duration_since(self.now.date_naive());
        let (id, time) = (Self::session(plan), record.group.time);
        record.group.start -= back;
        record.members.iter_mut().for_each(|member| member.enrolment.from -= back);
        for (index, Dated { session, .. }) in record.sessions.iter_mut().enumerate() {
            session.date -= back;
            let from = moment(session.date, time, *self.now.offset());
            session.state = match index.cmp(&plan) {
                std::cmp::Ordering::Less => SessionState::Held { from, to: from + TimeDelta::hours(1) },
                std::cmp::Ordering::Equal => SessionState::Running { since: from },
                std::cmp::Ordering::Greater => SessionState::Planned,
            };
        }
        let present = record.members.iter().map(|member| ((id, member.id), Mark::from(Code::Present)));
        record.marks = present.collect();
        let mut from = moment(self.now.date_naive(), time, *self.now.offset());
        let activities = self.course.sessions.get(plan).map_or(&[][..], |plan| &plan.activities);
        for (key, activity) in (0_u16..).zip(activities).take(at + 1) {
            if usize::from(key) == at {
                record.deliveries.insert((id, key), Delivery::Running { since: from });
            } else {
                let to = from + TimeDelta::minutes(activity.minutes.into());
                record.deliveries.insert((id, key), Delivery::Done { from, to });
                from = to;
            }
        }
        (record, from)
    }

    /// As many as the largest group has.
    fn people(&self, start: NaiveDate, dates: &[NaiveDate]) -> Vec<Member> {
        let count = self.course.group_size.max.clamp(1, MOST);
        let early = dates.get(dates.len() * 2 / 3).copied();
        let late = dates.last().map(|last| *last + Days::new(60));
        let person = |number: u8| {
            let is_last = number + 1 == count;
            let tongue = Language::new("sq").ok().filter(|_| is_last);
            Person {
                given: format!("{} {}", self.name, char::from(b'A' + number)),
                release: if number == 1 { early } else { late },
                languages: tongue.map(|language| Spoken { language, level: None }).into_iter().collect(),
                interpreter: is_last,
                ..Person::default()
            }
        };
        let member = |number: u8| Member {
            id: PersonId(i64::from(number)),
            person: person(number),
            enrolment: Enrolment::new(Place::Enrolled, start),
            exception: None,
        };
        (0..count).map(member).collect()
    }
}

fn moment(day: NaiveDate, time: NaiveTime, zone: FixedOffset) -> DateTime<FixedOffset> {
    DateTime::from_naive_utc_and_offset(day.and_time(time) - zone, zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::room::Room;
    use crate::domain::sample::{self, day, moment};

    fn rehearsal() -> Rehearsal {
        Rehearsal::of(sample::course().into(), "?", "Person", moment("2026-11-24T15:30:00+01:00"))
    }

    #[test]
    fn it_is_planned_from_tomorrow_on_and_somebody_leaves_before_its_end() {
        let record = rehearsal().planned(&ClosedDays::default());
        let dates: Vec<NaiveDate> = record.sessions.iter().map(|dated| dated.session.date).collect();
        assert_eq!(dates, ["2026-11-26", "2026-12-01", "2026-12-03", "2026-12-08", "2026-12-10"].map(day));
        let people: Vec<_> = record.members.iter().map(|member| member.person.short_name()).collect();
        assert_eq!(people, ["Person A", "Person B", "Person C", "Person D"]);
        assert_eq!(record.members[1].person.release, Some(day("2026-12-08")));
        assert!(record.members[3].person.interpreter);
    }

    #[test]
    fn the_room_stands_at_the_beginning_of_an_activity() {
        for (plan, at, time, running) in [
            (0, 0, "2026-11-24T10:00:00+01:00", Some(0)),
            (0, 1, "2026-11-24T10:30:00+01:00", Some(1)),
            (1, 1, "2026-11-24T10:30:00+01:00", Some(1)),
            (2, 0, "2026-11-24T10:00:00+01:00", Some(0)),
            // Past the last one everything is done.
            (0, 2, "2026-11-24T11:30:00+01:00", None),
        ] {
            let (record, now) = rehearsal().in_the_room(plan, at);
            let room = Room::of(&record, Rehearsal::session(plan)).unwrap();
            assert_eq!((now, room.running()), (moment(time), running), "{plan} {at}");
            assert_eq!(room.session.date, day("2026-11-24"));
            assert_eq!(room.here(), (4, 4));
            let over = |dated: &&Dated| matches!(dated.session.state, SessionState::Held { .. });
            assert_eq!(record.sessions.iter().filter(over).count(), plan);
        }
    }

    #[test]
    fn of_a_session_that_there_is_not_there_is_no_room() {
        let (record, _) = rehearsal().in_the_room(9, 0);
        assert!(Room::of(&record, Rehearsal::session(9)).is_none());
    }
}
