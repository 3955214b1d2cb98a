//! The clock of a running session against its plan.

use crate::domain::group::SessionState;
use crate::domain::outcome::Delivery;
use crate::domain::room::Room;
use chrono::{DateTime, Duration, FixedOffset};

/// Where a running session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Whole minutes since it began.
    pub elapsed: i64,
    /// Minutes of its plan.
    pub planned: u16,
    /// Whole minutes by which it will end late if the rest takes as long as planned; negative when it
    /// will end early.
    pub behind: i64,
}

impl Room<'_> {
    /// The clock at `now`; `None` unless the session is running.
    #[must_use]
    pub fn clock(&self, now: DateTime<FixedOffset>) -> Option<Clock> {
        let SessionState::Running { since } = self.session.state else { return None };
        let elapsed = elapsed(since, now);
        let covered = self.activities().map(|(index, activity)| {
            let planned = Duration::minutes(i64::from(activity.minutes));
            match self.delivery(index) {
                // What is over or left out needs none of its planned time any more.
                Some(Delivery::Done { .. } | Delivery::Skipped) => planned,
                Some(Delivery::Running { since }) => planned.min(self::elapsed(*since, now)),
                None => Duration::zero(),
            }
        });
        let behind = elapsed - covered.fold(Duration::zero(), |sum, part| sum + part);
        Some(Clock { elapsed: elapsed.num_minutes(), planned: self.minutes(), behind: behind.num_minutes() })
    }

    /// When the clock shows another minute.
    #[must_use]
    pub fn next_minute(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let SessionState::Running { since } = self.session.state else { return None };
        Some(since + Duration::minutes(elapsed(since, now).num_minutes() + 1))
    }
}

/// Time gone by; none when the clock went back.
fn elapsed(since: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> Duration {
    now.signed_duration_since(since).max(Duration::zero())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SessionId;
    use crate::domain::room::tests::{at, record};

    const DONE: fn(i64, i64) -> Delivery = |from, to| Delivery::Done { from: at(from), to: at(to) };
    const RUNNING: fn(i64) -> Delivery = |since| Delivery::Running { since: at(since) };

    #[test]
    fn ahead_and_behind_are_what_the_end_will_be() {
        // Activities of 10, 20, 30 and 10 minutes.
        for (deliveries, now, behind) in [
            (vec![], 0, 0),
            // Nothing has begun: every minute is lost.
            (vec![], 4, 4),
            (vec![RUNNING(0)], 10, 0),
            // Over its time: behind from then on.
            (vec![RUNNING(0)], 13, 3),
            (vec![DONE(0, 11), DONE(11, 35), RUNNING(35)], 37, 5),
            (vec![DONE(0, 6), RUNNING(6)], 10, -4),
            (vec![DONE(0, 11), Delivery::Skipped, RUNNING(11)], 15, -19),
            (vec![DONE(0, 10), DONE(10, 30), DONE(30, 60), DONE(60, 70)], 75, 5),
        ] {
            let mut record = record();
            record.deliveries.extend((0..).zip(deliveries).map(|(index, d)| ((SessionId(4), index), d)));
            let clock = Room::of(&record, SessionId(4)).unwrap().clock(at(now)).unwrap();
            assert_eq!(clock, Clock { elapsed: now, planned: 70, behind }, "at {now}");
        }
    }

    #[test]
    fn a_clock_runs_only_while_the_session_does() {
        let record = record();
        let room = |id| Room::of(&record, SessionId(id)).unwrap();
        assert_eq!(room(1).clock(at(5)), None);
        assert_eq!(room(5).next_minute(at(5)), None);
        assert_eq!(room(4).next_minute(at(5) + Duration::seconds(20)), Some(at(6)));
        assert_eq!(room(4).next_minute(at(6)), Some(at(7)));
        // A clock that was set back stands still.
        assert_eq!((room(4).clock(at(-9)).unwrap().elapsed, room(4).next_minute(at(-9))), (0, Some(at(1))));
    }
}
