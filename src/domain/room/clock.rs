//! The clock of a running session against its plan: when it will end, and when it should.

use crate::domain::agenda::Point;
use crate::domain::group::SessionState;
use crate::domain::room::Room;
use chrono::{DateTime, Duration, FixedOffset};

/// Minutes by which a session may end late before anything is suggested: they are made up for in passing.
pub const TOLERATED: i64 = 2;

/// Where a running session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Whole minutes since it began, without pauses.
    pub elapsed: i64,
    /// Minutes of its plan.
    pub planned: u16,
    /// Whole minutes of pauses.
    pub paused: i64,
    /// Whole minutes by which it will end late if the rest of the agenda takes as long as it says;
    /// negative when it will end early.
    pub over: i64,
    /// When it should end.
    pub until: DateTime<FixedOffset>,
}

impl Clock {
    /// When it will end.
    #[must_use]
    pub fn ends(&self) -> DateTime<FixedOffset> {
        self.until + Duration::minutes(self.over)
    }

    /// Minutes by which it will end late that no pause explains; negative when it will end early.
    #[must_use]
    pub fn behind(&self) -> i64 {
        if self.over > 0 { (self.over - self.paused).max(0) } else { self.over }
    }
}

impl Room<'_> {
    /// The clock at `now`; `None` unless the session is running.
    #[must_use]
    pub fn clock(&self, now: DateTime<FixedOffset>) -> Option<Clock> {
        let SessionState::Running { since } = self.session.state else { return None };
        let left = self.points().iter().fold(Duration::zero(), |sum, point| sum + self.left(point, now));
        let until = self.until(since);
        Some(Clock {
            elapsed: self.record.worked(self.id, since, now).num_minutes(),
            planned: self.minutes(),
            paused: self.record.paused(self.id, since, now).num_minutes(),
            over: (now.max(since) + left).signed_duration_since(until).num_minutes(),
            until,
        })
    }

    /// The time that is left of a thing on the agenda at `now`; none when it is over.
    #[must_use]
    pub fn left(&self, point: &Point, now: DateTime<FixedOffset>) -> Duration {
        let meant = Duration::minutes(i64::from(point.minutes));
        match point.delivery {
            None => meant,
            Some(running) if point.is_running() => {
                (meant - self.record.spent(self.id, running, now)).max(Duration::zero())
            }
            Some(_) => Duration::zero(),
        }
    }

    /// When a session that began at `since` should end: as agreed in the room, or by its timetable.
    #[must_use]
    pub fn until(&self, since: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        let agreed = self.record.agendas.get(&self.id).and_then(|agenda| agenda.until);
        let local = agreed.map(|agreed| since.date_naive().and_time(agreed));
        let agreed = local.and_then(|local| local.and_local_timezone(*since.offset()).single());
        agreed.unwrap_or_else(|| self.usual_end(since))
    }

    /// When a session that began at `since` should end by its timetable. One that began more than half its
    /// length away from its time cannot be held to it, and has its length.
    #[must_use]
    pub fn usual_end(&self, since: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        let length = Duration::minutes(i64::from(self.minutes()));
        let start = self.planned_start(since);
        let away = since.signed_duration_since(start).abs();
        if away * 2 > length { since + length } else { start + length }
    }

    /// When the clock shows another minute.
    #[must_use]
    pub fn next_minute(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let SessionState::Running { since } = self.session.state else { return None };
        let (from, gone) = match self.pause() {
            Some((_, pause)) => (pause.from, now.signed_duration_since(pause.from)),
            None => (since + self.record.paused(self.id, since, now), self.record.worked(self.id, since, now)),
        };
        Some(from + Duration::minutes(gone.num_minutes().max(0) + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Agenda, Item, What};
    use crate::domain::id::SessionId;
    use crate::domain::outcome::Delivery;
    use crate::domain::pause::{Interruption, Pause};
    use crate::domain::record::GroupRecord;
    use crate::domain::room::tests::{at, record};
    use chrono::NaiveTime;

    const DONE: fn(i64, i64) -> Delivery = |from, to| Delivery::Done { from: at(from), to: at(to) };
    const RUNNING: fn(i64) -> Delivery = |since| Delivery::Running { since: at(since) };
    const FOURTH: SessionId = SessionId(4);

    fn clock(record: &GroupRecord, now: i64) -> Clock {
        Room::of(record, FOURTH).unwrap().clock(at(now)).unwrap()
    }

    fn paused(record: &mut GroupRecord, from: i64, to: Option<i64>) {
        let number = u16::try_from(record.pauses.len()).unwrap();
        let pause = Pause { why: Interruption::Count, from: at(from), to: to.map(at) };
        record.pauses.insert((FOURTH, number), pause);
    }

    #[test]
    fn ahead_and_behind_are_what_the_end_will_be() {
        // Activities of 10, 20, 30 and 10 minutes.
        for (deliveries, now, over) in [
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
            record.deliveries.extend((0..).zip(deliveries).map(|(index, d)| ((FOURTH, index), d)));
            let expected = Clock { elapsed: now, planned: 70, paused: 0, over, until: at(70) };
            assert_eq!(clock(&record, now), expected, "at {now}");
            assert_eq!((expected.ends(), expected.behind()), (at(70 + over), over));
        }
    }

    #[test]
    fn paused_time_is_nobodys_delay_but_moves_the_end() {
        let mut record = record();
        record.deliveries.insert((FOURTH, 0), RUNNING(0));
        paused(&mut record, 5, Some(15));
        let of = |clock: Clock| (clock.elapsed, clock.paused, clock.over, clock.behind());
        assert_eq!(of(clock(&record, 20)), (10, 10, 10, 0));
        assert_eq!(of(clock(&record, 23)), (13, 10, 13, 3));
        // Made up for elsewhere, the end does not move.
        record.deliveries.insert((FOURTH, 2), Delivery::Skipped);
        assert_eq!(of(clock(&record, 20)), (10, 10, -20, -20));
        // While it lasts the end moves on, the rest stands still.
        paused(&mut record, 20, None);
        assert_eq!(of(clock(&record, 25)), (10, 15, -15, -15));
    }

    #[test]
    fn the_end_is_that_of_the_timetable_or_as_agreed() {
        let mut record = record();
        let until = |record: &GroupRecord, since| Room::of(record, FOURTH).unwrap().until(at(since));
        // Of 70 minutes: begun early, late, and at quite another time.
        assert_eq!([-5, 0, 12, 35].map(|since| until(&record, since)), [at(70); 4]);
        assert_eq!([-36, 36, 240].map(|since| until(&record, since)), [at(34), at(106), at(310)]);
        // What was changed in the room counts, and so does what was agreed.
        let items = vec![Item { key: 2, minutes: 40, what: What::Planned }];
        record.agendas.insert(FOURTH, Agenda { items, until: None });
        assert_eq!((clock(&record, 0).over, clock(&record, 0).planned), (10, 70));
        record.agendas.get_mut(&FOURTH).unwrap().until = NaiveTime::from_hms_opt(11, 0, 0);
        assert_eq!((clock(&record, 0).over, clock(&record, 0).until), (20, at(60)));
    }

    #[test]
    fn a_clock_runs_only_while_the_session_does() {
        let mut record = record();
        let room = |id| Room::of(&record, SessionId(id)).unwrap();
        assert_eq!(room(1).clock(at(5)), None);
        assert_eq!(room(5).next_minute(at(5)), None);
        let next = |record: &GroupRecord, now| Room::of(record, FOURTH).unwrap().next_minute(now);
        let seconds = Duration::seconds;
        assert_eq!(next(&record, at(5) + seconds(20)), Some(at(6)));
        assert_eq!(next(&record, at(6)), Some(at(7)));
        // A clock that was set back stands still.
        assert_eq!((clock(&record, -9).elapsed, next(&record, at(-9))), (0, Some(at(1))));
        // A pause has its own minutes; after it those of the session go on where they were.
        let pause = Pause { why: Interruption::Other, from: at(8) + seconds(30), to: None };
        record.pauses.insert((FOURTH, 1), pause.clone());
        assert_eq!(next(&record, at(9)), Some(at(9) + seconds(30)));
        record.pauses.insert((FOURTH, 1), Pause { to: Some(at(11)), ..pause });
        assert_eq!(next(&record, at(11)), Some(at(11) + seconds(30)));
    }
}
