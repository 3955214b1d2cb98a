//! Running a session: beginning it, going on to the next activity, leaving one out, everybody here.

use crate::domain::agenda::Point;
use crate::domain::attendance::{Code, Mark};
use crate::domain::attending::{Taking, marking_all};
use crate::domain::entry::Entry;
use crate::domain::group::{Session, SessionState};
use crate::domain::outcome::Delivery;
use crate::domain::room::Room;
use chrono::{DateTime, Duration, FixedOffset};

impl Room<'_> {
    /// Whether activities can be run at `now`: the session is running, or planned for today, however
    /// late it begins.
    #[must_use]
    pub fn can_run(&self, now: DateTime<FixedOffset>) -> bool {
        match self.taking(now) {
            Taking::Open => !self.is_held(),
            Taking::Due => true,
            Taking::Over => self.session.date == now.date_naive(),
            Taking::Ahead | Taking::Cancelled => false,
        }
    }

    /// Ends the running activity and begins the next one, and the session when it has not begun.
    /// Nothing when there is nothing left to end or begin, while it is paused, or when it cannot be run.
    #[must_use]
    pub fn go_on(&self, now: DateTime<FixedOffset>) -> Vec<Entry> {
        if !self.can_run(now) || self.pause().is_some() {
            return Vec::new();
        }
        let mut entries = Vec::new();
        entries.extend(self.beginning(now));
        entries.extend(self.ending(now));
        entries.extend(self.next().map(|next| self.delivering(next, Some(Delivery::Running { since: now }))));
        entries
    }

    /// Leaves out an activity that is ahead, or takes it in again. One that runs ends where it is, which keeps
    /// what was given of it, and the next begins. Nothing for one that is done.
    #[must_use]
    pub fn skipping(&self, activity: u16, now: DateTime<FixedOffset>) -> Vec<Entry> {
        let Some(point) = self.point(activity) else { return Vec::new() };
        let to = match point.delivery {
            None => Some(Delivery::Skipped),
            Some(Delivery::Skipped) => None,
            Some(Delivery::Running { since }) => return self.breaking_off(activity, *since, now),
            Some(Delivery::Done { .. }) => return Vec::new(),
        };
        if !self.can_run(now) {
            return Vec::new();
        }
        self.beginning(now).into_iter().chain([self.delivering(activity, to)]).collect()
    }

    /// What runs since `since` is left, and the next begins: within its first minute it has not really begun,
    /// and was left out.
    fn breaking_off(&self, activity: u16, since: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> Vec<Entry> {
        if !self.can_run(now) || self.pause().is_some() {
            return Vec::new();
        }
        let has_begun = self.record.worked(self.id, since, now) >= Duration::minutes(1);
        let given = if has_begun { Delivery::Done { from: since, to: now.max(since) } } else { Delivery::Skipped };
        let next = self.next().map(|next| self.delivering(next, Some(Delivery::Running { since: now })));
        std::iter::once(self.delivering(activity, Some(given))).chain(next).collect()
    }

    /// Marks everybody present who has no mark.
    #[must_use]
    pub fn all_present(&self, now: DateTime<FixedOffset>) -> Vec<Entry> {
        let present = || Some(Mark::from(Code::Present));
        marking_all(self.record, self.id, self.unmarked().map(|member| (member.id, present())), now)
    }

    /// The entry that begins a planned session.
    fn beginning(&self, now: DateTime<FixedOffset>) -> Option<Entry> {
        let planned = self.session.state == SessionState::Planned;
        planned.then(|| self.becoming(Session { state: SessionState::Running { since: now }, ..self.session.clone() }))
    }

    /// The entry that ends the running activity at `at`, but not before it began.
    pub(super) fn ending(&self, at: DateTime<FixedOffset>) -> Option<Entry> {
        let running = self.points().into_iter().find(Point::is_running)?;
        let Some(Delivery::Running { since }) = running.delivery else { return None };
        Some(self.delivering(running.key, Some(Delivery::Done { from: *since, to: at.max(*since) })))
    }

    /// The entry after which the session is `to`.
    pub(super) fn becoming(&self, to: Session) -> Entry {
        Entry::Session { group: self.record.id, session: self.id, to: Some(Box::new(to)) }
    }

    /// The entry after which this was delivered of the thing on the agenda with this key.
    pub(super) fn delivering(&self, activity: u16, to: Option<Delivery>) -> Entry {
        let item = activity.to_string();
        Entry::Delivery { group: self.record.id, session: self.id, item, to: to.map(Box::new) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SessionId;
    use crate::domain::pause::{Interruption, Pause};
    use crate::domain::record::GroupRecord;
    use crate::domain::room::tests::{at, record};

    /// What entries say, in short.
    fn said(entries: &[Entry]) -> Vec<String> {
        let say = |entry: &Entry| match entry {
            Entry::Session { to: Some(session), .. } => session.state.message().to_owned(),
            Entry::Delivery { item, to: None, .. } => format!("{item} ahead"),
            Entry::Delivery { item, to: Some(to), .. } => match **to {
                Delivery::Running { .. } => format!("{item} runs"),
                Delivery::Done { from, to } => format!("{item} done {}", (to - from).num_minutes()),
                Delivery::Skipped => format!("{item} skipped"),
            },
            Entry::Mark { person, to: Some(mark), .. } => format!("{} {}", person.0, mark.code.row().id),
            other => format!("{other:?}"),
        };
        entries.iter().map(say).collect()
    }

    fn go_on(record: &GroupRecord, session: i64, minutes: i64) -> Vec<String> {
        said(&Room::of(record, SessionId(session)).unwrap().go_on(at(minutes)))
    }

    #[test]
    fn going_on_ends_one_and_begins_the_next() {
        let mut record = record();
        let deliver = |record: &mut GroupRecord, index, delivery| {
            record.deliveries.insert((SessionId(4), index), delivery);
        };
        assert_eq!(go_on(&record, 4, 1), ["0 runs"]);
        deliver(&mut record, 0, Delivery::Running { since: at(1) });
        assert_eq!(go_on(&record, 4, 13), ["0 done 12", "1 runs"]);
        deliver(&mut record, 1, Delivery::Skipped);
        assert_eq!(go_on(&record, 4, 13), ["0 done 12", "2 runs"]);
        deliver(&mut record, 2, Delivery::Skipped);
        deliver(&mut record, 3, Delivery::Skipped);
        assert_eq!(go_on(&record, 4, 13), ["0 done 12"]);
        deliver(&mut record, 0, Delivery::Skipped);
        assert_eq!(go_on(&record, 4, 13), Vec::<String>::new());
    }

    #[test]
    fn a_session_begins_with_its_first_activity_on_its_day_alone() {
        let record = record();
        let on_the_day = 4 * 24 * 60;
        assert_eq!(go_on(&record, 5, on_the_day), ["session-running", "0 runs"]);
        // Two hours late is late, and a session all the same.
        assert_eq!(go_on(&record, 5, on_the_day + 120), ["session-running", "0 runs"]);
        // The day before, the day after, held, cancelled.
        for (session, minutes) in [(5, on_the_day - 24 * 60), (5, on_the_day + 24 * 60), (1, 5), (3, 5)] {
            assert_eq!(go_on(&record, session, minutes), Vec::<String>::new(), "{session} at {minutes}");
        }
    }

    #[test]
    fn skipping_goes_both_ways_and_leaves_alone_what_was_given() {
        let mut record = record();
        record.deliveries.insert((SessionId(4), 0), Delivery::Running { since: at(0) });
        record.deliveries.insert((SessionId(4), 1), Delivery::Skipped);
        let room = Room::of(&record, SessionId(4)).unwrap();
        for (activity, minutes, entries) in [
            (1, 5, vec!["1 ahead"]),
            (2, 5, vec!["2 skipped"]),
            // What runs keeps what it was given; within the first minute that is nothing.
            (0, 5, vec!["0 done 5", "2 runs"]),
            (0, 0, vec!["0 skipped", "2 runs"]),
        ] {
            assert_eq!(said(&room.skipping(activity, at(minutes))), entries, "{activity} at {minutes}");
        }
        record.deliveries.insert((SessionId(4), 0), Delivery::Done { from: at(0), to: at(5) });
        assert!(Room::of(&record, SessionId(4)).unwrap().skipping(0, at(6)).is_empty());
        // Nothing begins or ends while it is paused.
        record.deliveries.insert((SessionId(4), 0), Delivery::Running { since: at(0) });
        record.pauses.insert((SessionId(4), 1), Pause { why: Interruption::Count, from: at(3), to: None });
        assert!(Room::of(&record, SessionId(4)).unwrap().skipping(0, at(6)).is_empty());
    }

    #[test]
    fn all_present_leaves_the_marks_that_are_there() {
        let record = record();
        let room = |id| Room::of(&record, SessionId(id)).unwrap();
        assert_eq!(said(&room(4).all_present(at(5))), ["1 present"]);
        let on_the_day = 4 * 24 * 60;
        assert_eq!(said(&room(5).all_present(at(on_the_day))), ["session-running", "1 present", "2 present"]);
        assert!(room(3).all_present(at(5)).is_empty());
    }
}
