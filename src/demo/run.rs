//! One run of a course: a group is founded, people take their places, sessions are held one after another.

use super::calendar::workday;
use super::people::after;
use super::{Step, words};
use crate::domain::attendance::{CaughtUp, Code, Mark};
use crate::domain::entry::Entry;
use crate::domain::group::{Carries, Enrolment, Group, Place, Session, SessionState};
use crate::domain::id::{GroupId, Ids, PersonId, SessionId};
use crate::domain::outcome::{Delivery, Outcome};
use crate::domain::programme::{Course, RatingTime, SessionPlan};
use crate::domain::random::Random;
use crate::domain::record::Stamp;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

/// A moment of a day, by the clock on the wall.
pub(super) fn at(date: NaiveDate, time: NaiveTime, offset: FixedOffset) -> DateTime<FixedOffset> {
    date.and_time(time).and_local_timezone(offset).earliest().unwrap_or_default()
}

/// A group with its dated sessions.
#[derive(Debug)]
pub(super) struct Run<'a> {
    pub id: GroupId,
    pub group: Group,
    pub course: &'a Course,
    pub sessions: Vec<(SessionId, Session)>,
    pub offset: FixedOffset,
}

/// Somebody's place in the room at one session.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    pub person: PersonId,
    /// Nothing when it was forgotten.
    pub mark: Option<Mark>,
}

impl<'a> Run<'a> {
    /// The run of `course` on `dates`, planned at `planned`.
    pub fn plan(
        group: Group,
        course: &'a Course,
        dates: &[NaiveDate],
        planned: DateTime<FixedOffset>,
        ids: &mut Ids,
    ) -> Self {
        let millis = planned.timestamp_millis();
        let id = GroupId(ids.next(millis));
        let sessions = (0..).zip(dates).map(|(plan, date)| {
            let session = Session {
                group: id,
                plan,
                carries: Carries::Whole,
                date: *date,
                time: group.time,
                state: SessionState::Planned,
                moved: None,
                next_time: String::new(),
            };
            (SessionId(ids.next(millis)), session)
        });
        Self { id, sessions: sessions.collect(), group, course, offset: *planned.offset() }
    }

    /// The group and its timetable.
    pub fn founding(&self) -> Vec<Entry> {
        let mut entries = vec![self.group_entry()];
        entries.extend(self.sessions.iter().map(|(id, session)| self.session_entry(*id, session)));
        entries
    }

    /// The group as it stands.
    pub fn group_entry(&self) -> Entry {
        Entry::Group { group: self.id, to: Some(Box::new(self.group.clone())) }
    }

    /// A session as it stands.
    pub fn session_entry(&self, id: SessionId, session: &Session) -> Entry {
        Entry::Session { group: self.id, session: id, to: Some(Box::new(session.clone())) }
    }

    /// A place in the group.
    pub fn place(&self, person: PersonId, from: NaiveDate, state: Place) -> Entry {
        Entry::Enrolment { group: self.id, person, to: Some(Box::new(Enrolment::new(state, from))) }
    }

    /// A mark.
    pub fn mark_entry(&self, session: SessionId, person: PersonId, mark: &Mark) -> Entry {
        Entry::Mark { group: self.id, session, person, to: Some(Box::new(mark.clone())) }
    }

    /// The session with this index is held: opened, marked, worked through, closed, as at the desk.
    pub fn hold(&mut self, index: usize, seats: &[Seat], actor: &str, random: &mut Random) -> Vec<Step> {
        let Some((id, mut session)) = self.sessions.get(index).cloned() else { return Vec::new() };
        let Some(plan) = self.course.sessions.get(index) else { return Vec::new() };
        let since = at(session.date, session.time, self.offset) + minutes(random.between(1, 6));
        session.state = SessionState::Running { since };
        let mut room = Room { run: self, id, actor, steps: Vec::new() };
        room.step(since, vec![room.run.session_entry(id, &session)]);
        room.marks(since, seats);
        let end = room.deliver(since, plan, random);
        room.catch_up(session.date, seats);
        let mut last = room.judge(plan, seats, random);
        session.state = SessionState::Held { from: since, to: end };
        if let Some(next) = self.course.sessions.get(index + 1) {
            words::next_time(&next.id).clone_into(&mut session.next_time);
        }
        last.push(room.run.session_entry(id, &session));
        room.step(end, last);
        let steps = room.steps;
        if let Some(place) = self.sessions.get_mut(index) {
            place.1 = session;
        }
        steps
    }
}

/// A session while it is held.
struct Room<'r> {
    run: &'r Run<'r>,
    id: SessionId,
    actor: &'r str,
    steps: Vec<Step>,
}

impl Room<'_> {
    fn step(&mut self, at: DateTime<FixedOffset>, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.steps.push((Stamp { actor: self.actor.to_owned(), at }, entries));
        }
    }

    /// Those who are here, then the exceptions, then who left before the end.
    fn marks(&mut self, since: DateTime<FixedOffset>, seats: &[Seat]) {
        let moments = [(4, Some(Code::Present)), (14, None), (65, Some(Code::LeftEarly))];
        for (late, only) in moments {
            let entries = seats.iter().filter_map(|seat| {
                let mark = seat.mark.as_ref()?;
                let exception = !matches!(mark.code, Code::Present | Code::LeftEarly);
                let now = only.map_or(exception, |code| mark.code == code);
                now.then(|| self.run.mark_entry(self.id, seat.person, &Mark { caught_up: None, ..mark.clone() }))
            });
            let entries = entries.collect();
            self.step(since + minutes(late), entries);
        }
    }

    /// Missed sessions that were made good on a later day.
    fn catch_up(&mut self, date: NaiveDate, seats: &[Seat]) {
        for seat in seats {
            if let Some((mark, made)) = seat.mark.as_ref().and_then(|mark| Some((mark, mark.caught_up.as_ref()?))) {
                let entry = self.run.mark_entry(self.id, seat.person, mark);
                let day = made.on.max(date);
                self.step(at(day, words::AFTERNOON, self.run.offset), vec![entry]);
            }
        }
    }

    /// Every activity with the minutes it really took; when the session ended.
    fn deliver(
        &mut self,
        since: DateTime<FixedOffset>,
        plan: &SessionPlan,
        random: &mut Random,
    ) -> DateTime<FixedOffset> {
        let mut from = since;
        for (index, activity) in plan.activities.iter().enumerate() {
            let ends = index == 0 || index + 1 == plan.activities.len();
            let skipped = !ends && !activity.essential && random.chance(6);
            let least = u32::from(activity.minutes).saturating_sub(4).max(1);
            let to = from + minutes(if skipped { 0 } else { random.between(least, least + 9) });
            let delivery = if skipped { Delivery::Skipped } else { Delivery::Done { from, to } };
            let entry = Entry::Delivery {
                group: self.run.id,
                session: self.id,
                item: index.to_string(),
                to: Some(Box::new(delivery)),
            };
            self.step(to, vec![entry]);
            from = to;
        }
        from
    }

    /// Outcomes, ratings and notes of those who were here.
    fn judge(&self, plan: &SessionPlan, seats: &[Seat], random: &mut Random) -> Vec<Entry> {
        let (group, session) = (self.run.id, self.id);
        let mut entries = Vec::new();
        for seat in seats.iter().filter(|seat| seat.mark.as_ref().is_some_and(|mark| mark.code.attended())) {
            let person = seat.person;
            for objective in &plan.objectives {
                let outcome = match random.below(10) {
                    0..6 => Outcome::Achieved,
                    6..9 => Outcome::Partly,
                    _ => Outcome::NotAchieved,
                };
                let item = objective.id.clone();
                entries.push(Entry::Outcome { group, session, person, item, to: Some(Box::new(outcome)) });
            }
            entries.extend(plan.rating.into_iter().flat_map(|time| self.ratings(person, time, random)));
            if random.chance(25)
                && let Some(note) = random.pick(words::PERSON_NOTES)
            {
                entries.push(Entry::PersonNote { group, session, person, to: Some(Box::new((*note).to_owned())) });
            }
        }
        if let Some(note) = random.pick(words::SESSION_NOTES) {
            entries.push(Entry::SessionNote { group, session, to: Some(Box::new((*note).to_owned())) });
        }
        entries
    }

    /// Lower before than after, mostly.
    fn ratings(&self, person: PersonId, time: RatingTime, random: &mut Random) -> Vec<Entry> {
        let ratings = &self.run.course.ratings;
        let most = u32::try_from(ratings.scale.len()).unwrap_or(u32::MAX).saturating_sub(1);
        let (when, low, high) = match time {
            RatingTime::Before => ("before", 0, most.div_ceil(2)),
            RatingTime::After => ("after", most / 2, most),
        };
        let one = |item: &crate::domain::programme::RatingItem| {
            let step = u8::try_from(random.between(low, high)).unwrap_or(0);
            Entry::Rating { group: self.run.id, person, item: format!("{when}:{}", item.id), to: Some(Box::new(step)) }
        };
        ratings.items.iter().map(one).collect()
    }
}

/// A mark as a register writes it: the symbol of its code, minutes where they belong, `+` when it was
/// made good two days later; `.` when it was forgotten.
pub(super) fn mark(text: &str, date: NaiveDate) -> Option<Mark> {
    let mut rest = text.chars();
    let code = Code::from_key(rest.next()?.to_ascii_lowercase())?;
    let caught_up = text.ends_with('+').then(|| CaughtUp { on: workday(after(date, 2)), minutes: 45, how: None });
    Some(Mark { minutes: rest.as_str().trim_end_matches('+').parse().ok(), caught_up, ..Mark::from(code) })
}

fn minutes(count: u32) -> TimeDelta {
    TimeDelta::minutes(i64::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_a_register_writes_them() {
        let friday = "2026-11-20".parse().unwrap();
        assert_eq!(mark("P", friday), Some(Mark::from(Code::Present)));
        assert_eq!(mark("L10", friday), Some(Mark { minutes: Some(10), ..Mark::from(Code::Late) }));
        let ill = mark("I+", friday).unwrap();
        assert_eq!((ill.code, ill.caught_up.map(|c| c.on)), (Code::Ill, "2026-11-23".parse().ok()));
        assert_eq!(mark(".", friday), None);
    }
}
