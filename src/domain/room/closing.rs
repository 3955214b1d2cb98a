//! Closing a session: what is not recorded yet, and what closing records.

use crate::domain::attending::{Taking, following, held_as_planned};
use crate::domain::entry::Entry;
use crate::domain::group::{Session, SessionState};
use crate::domain::id::PersonId;
use crate::domain::programme::RatingTime;
use crate::domain::record::Member;
use crate::domain::room::Room;
use chrono::{DateTime, Duration, FixedOffset};

/// What a session has not got yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing {
    /// People without a mark.
    pub people: Vec<PersonId>,
    /// Outcomes of those who are here, and how many there would be.
    pub outcomes: (usize, usize),
    /// Keys of the things on the agenda that are neither running, done nor skipped.
    pub activities: Vec<u16>,
    /// Those here who have not answered every item of the self-rating that belongs to this session.
    pub ratings: Vec<PersonId>,
}

impl RatingTime {
    /// The key of what is rated at this time, as [`Entry::Rating`] has it.
    #[must_use]
    pub fn key(self, item: &str) -> String {
        match self {
            Self::Before => format!("before:{item}"),
            Self::After => format!("after:{item}"),
        }
    }
}

impl Room<'_> {
    /// Everything that is not recorded yet.
    #[must_use]
    pub fn missing(&self) -> Missing {
        // What a guest reached and answers belongs to the own group.
        let own = self.people().filter(|member| !self.is_guest(member.id));
        let here: Vec<&Member> = own.filter(|member| self.is_here(member.id)).collect();
        let unjudged = |member: &&Member| {
            self.plan.objectives.iter().filter(|objective| self.outcome(member.id, &objective.id).is_none()).count()
        };
        Missing {
            people: self.unmarked().map(|member| member.id).collect(),
            outcomes: (here.iter().map(unjudged).sum(), here.len() * self.plan.objectives.len()),
            activities: self.points().iter().filter(|point| point.is_ahead()).map(|point| point.key).collect(),
            ratings: here.iter().map(|m| m.id).filter(|id| self.unrated(*id).next().is_some()).collect(),
        }
    }

    /// The indices of the rating items that a person has not answered, if a rating belongs to the session.
    pub fn unrated(&self, person: PersonId) -> impl Iterator<Item = usize> {
        let time = self.plan.rating;
        self.record.course.ratings.items.iter().enumerate().filter_map(move |(index, item)| {
            let key = time?.key(&item.id);
            (!self.record.ratings.contains_key(&(person, key))).then_some(index)
        })
    }

    /// Whether the session can be closed at `now`, or was already: not one that has not begun, is
    /// ahead or was cancelled.
    #[must_use]
    pub fn can_close(&self, now: DateTime<FixedOffset>) -> bool {
        self.session.state.is_held() || self.taking(now) == Taking::Over
    }

    /// The entries that close the session with a word for next time: a pause and the running activity end, the
    /// session was held, and what follows for the group when it was the last. For a session that was
    /// held already the word alone; nothing for one that cannot be closed now.
    #[must_use]
    pub fn closing(&self, next_time: &str, now: DateTime<FixedOffset>) -> Vec<Entry> {
        let end = self.end(now);
        let state = match (&self.session.state, self.taking(now)) {
            (SessionState::Held { .. }, _) => self.session.state.clone(),
            (SessionState::Running { since }, _) => SessionState::Held { from: *since, to: end.max(*since) },
            (_, Taking::Over) => held_as_planned(self.record, self.session, now),
            _ => return Vec::new(),
        };
        let closed = Session { state, next_time: next_time.to_owned(), ..self.session.clone() };
        if closed == *self.session {
            return Vec::new();
        }
        let entries = self.resuming(end).into_iter().chain(self.ending(end)).chain([self.becoming(closed)]).collect();
        following(self.record, entries, now.date_naive())
    }

    /// When a session that is closed at `now` ended: now, or by its plan when it was left open overnight.
    fn end(&self, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        match self.session.state {
            SessionState::Running { since } if self.is_left_open(now.date_naive()) => {
                since + Duration::minutes(i64::from(self.minutes()))
            }
            _ => now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Code, Mark};
    use crate::domain::group::Place;
    use crate::domain::id::SessionId;
    use crate::domain::outcome::{Delivery, Outcome};
    use crate::domain::record::GroupRecord;
    use crate::domain::room::tests::{at, record};
    use crate::domain::sample::plan_of;

    fn room(record: &GroupRecord, id: i64) -> Room<'_> {
        Room::of(record, SessionId(id)).unwrap()
    }

    fn kinds(entries: &[Entry]) -> Vec<&str> {
        entries.iter().map(Entry::kind).collect()
    }

    #[test]
    fn closing_says_what_is_not_recorded() {
        let mut record = record();
        record.deliveries.insert((SessionId(4), 0), Delivery::Running { since: at(0) });
        record.deliveries.insert((SessionId(4), 2), Delivery::Skipped);
        plan_of(std::sync::Arc::make_mut(&mut record.course), 3).rating = Some(RatingTime::Before);
        let before = Missing { people: vec![PersonId(1)], outcomes: (0, 0), activities: vec![1, 3], ratings: vec![] };
        // Nobody is here yet: nothing to judge or to rate.
        assert_eq!(room(&record, 4).missing(), before);
        record.marks.insert((SessionId(4), PersonId(1)), Mark::from(Code::Late));
        record.marks.insert((SessionId(4), PersonId(2)), Mark::from(Code::Present));
        record.outcomes.insert((SessionId(4), PersonId(2), "home-1".to_owned()), Outcome::Partly);
        record.ratings.remove(&(PersonId(2), "before:papers".to_owned()));
        let after = Missing { people: vec![], outcomes: (1, 2), activities: vec![1, 3], ratings: vec![PersonId(2)] };
        assert_eq!(room(&record, 4).missing(), after);
    }

    #[test]
    fn closing_ends_what_runs_and_keeps_the_word_for_next_time() {
        let mut record = record();
        record.deliveries.insert((SessionId(4), 0), Delivery::Running { since: at(2) });
        let entries = room(&record, 4).closing("bring forms", at(71));
        assert_eq!(kinds(&entries), ["delivery", "session"]);
        let Entry::Session { to: Some(session), .. } = &entries[1] else { panic!("{entries:?}") };
        assert_eq!(session.state, SessionState::Held { from: at(0), to: at(71) });
        assert_eq!(session.next_time, "bring forms");
        // Left open overnight: it ended when the plan says, and so did what was running.
        let entries = room(&record, 4).closing("", at(24 * 60));
        let Entry::Session { to: Some(session), .. } = &entries[1] else { panic!("{entries:?}") };
        assert_eq!(session.state, SessionState::Held { from: at(0), to: at(70) });
        let Entry::Delivery { to: Some(done), .. } = &entries[0] else { panic!("{entries:?}") };
        assert_eq!(**done, Delivery::Done { from: at(2), to: at(70) });
    }

    #[test]
    fn what_can_be_closed() {
        let record = record();
        let on_the_day = 4 * 24 * 60;
        for (session, next_time, minutes, can, entries) in [
            // Held: the word alone, and only when it changes.
            (1, "x", 80, true, vec!["session"]),
            (1, "", 80, true, vec![]),
            // Cancelled; not begun; planned and over.
            (3, "x", 80, false, vec![]),
            (5, "x", on_the_day + 5, false, vec![]),
            (5, "x", on_the_day + 95, true, vec!["session"]),
        ] {
            let room = room(&record, session);
            let closing = room.closing(next_time, at(minutes));
            assert_eq!((room.can_close(at(minutes)), kinds(&closing)), (can, entries), "{session} at {minutes}");
        }
    }

    #[test]
    fn the_last_one_finishes_the_group() {
        let mut record = record();
        record.sessions[3].session.state = SessionState::Held { from: at(0), to: at(70) };
        let last = 4 * 24 * 60;
        record.sessions[4].session.state = SessionState::Running { since: at(last) };
        record.marks.insert((SessionId(5), PersonId(1)), Mark::from(Code::Present));
        let entries = room(&record, 5).closing("", at(last + 90));
        assert_eq!(kinds(&entries), ["session", "group", "enrolment"]);
        let after = record.with(&entries);
        assert_eq!(after.members[0].enrolment.state, Place::Completed { on: after.group.finished.unwrap() });
    }
}
