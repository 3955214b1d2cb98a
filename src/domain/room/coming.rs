//! Coming and going during a session: what each makes of a mark, so that minutes stay right.

use crate::domain::attendance::{Back, Code, Kind, Mark};
use crate::domain::attending::coded;
use crate::domain::group::SessionState;
use crate::domain::id::PersonId;
use crate::domain::room::Room;
use chrono::{DateTime, FixedOffset};

/// Why nobody comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotBack {
    /// Not marked as away, nor as having left.
    NotAway,
    /// The clock cannot know how many minutes were missed.
    Unclocked,
}

impl Room<'_> {
    /// Whole minutes of the session that are gone at `now`; `None` when it does not run, and when the clock
    /// shows more than the plan has: it was left running.
    #[must_use]
    pub fn gone(&self, now: DateTime<FixedOffset>) -> Option<u16> {
        let since = match &self.session.state {
            SessionState::Running { since } => *since,
            SessionState::Planned if self.session.date == now.date_naive() => self.planned_start(now),
            _ => return None,
        };
        if now < since {
            return None;
        }
        let gone = self.record.worked(self.id, since, now).num_minutes();
        u16::try_from(gone).ok().filter(|gone| *gone <= self.minutes())
    }

    /// The mark that `code` makes of a person now: minutes are the clock's, and of somebody who was here and
    /// goes it is kept when that was.
    #[must_use]
    pub fn marked(&self, person: PersonId, code: Code, now: DateTime<FixedOffset>) -> Mark {
        let before = self.mark(person);
        let mut mark = coded(before, code);
        if code.row().minutes {
            mark.minutes = self.offered(code, now);
        }
        let is_going = !code.stays() && code.kind() != Kind::NotCounted;
        if let Some(before) = before.filter(|mark| is_going && mark.code.stays()) {
            mark.left = self.gone(now);
            mark.late = before.minutes;
        }
        mark
    }

    /// The mark of somebody who was away or had left, and is back; `missed` are the minutes in between where
    /// the clock does not say them.
    ///
    /// # Errors
    /// Why the person does not come back.
    pub fn back(&self, person: PersonId, missed: Option<u16>, now: DateTime<FixedOffset>) -> Result<Mark, NotBack> {
        let away = |mark: &&Mark| !mark.code.stays() && mark.code.kind() != Kind::NotCounted;
        let mark = self.mark(person).filter(away).ok_or(NotBack::NotAway)?;
        let missed = missed.or_else(|| self.missed(mark, now)).ok_or(NotBack::Unclocked)?;
        let code = if mark.late.is_some() { Code::Late } else { Code::Present };
        let before = mark.back.map_or(0, |back| back.minutes);
        let back = Back { from: mark.code, minutes: before.saturating_add(missed) };
        Ok(Mark { minutes: mark.late, back: Some(back), ..coded(Some(mark), code) })
    }

    /// Minutes missed until `now` by somebody who went, or who was not here from the start.
    fn missed(&self, mark: &Mark, now: DateTime<FixedOffset>) -> Option<u16> {
        let left = match (mark.left, mark.code) {
            (Some(left), _) => left,
            (None, Code::LeftEarly) => self.minutes().checked_sub(mark.minutes?)?,
            (None, _) => 0,
        };
        // Within the minute counts as one.
        Some(self.gone(now)?.saturating_sub(left).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SessionId;
    use crate::domain::pause::{Interruption, Pause};
    use crate::domain::record::GroupRecord;
    use crate::domain::room::tests::{at, record};

    const ANA: PersonId = PersonId(1);

    /// What becomes of Ana's mark when at each minute something happens: a code, or `None` for coming back.
    /// The session is of 70 minutes.
    fn after(events: &[(i64, Option<Code>)]) -> Mark {
        let mut record = record();
        record.marks.remove(&(SessionId(4), ANA));
        for (minute, event) in events {
            let room = Room::of(&record, SessionId(4)).unwrap();
            let mark = match event {
                Some(code) => room.marked(ANA, *code, at(*minute)),
                None => room.back(ANA, None, at(*minute)).unwrap(),
            };
            record.marks.insert((SessionId(4), ANA), mark);
        }
        record.marks.remove(&(SessionId(4), ANA)).unwrap()
    }

    #[test]
    fn minutes_add_up_whoever_comes_and_goes() {
        let here = Some(Code::Present);
        let late = Some(Code::Late);
        let left = Some(Code::LeftEarly);
        for (events, code, missed) in [
            (vec![(0, here)], Code::Present, None),
            (vec![(5, late)], Code::Late, Some(5)),
            (vec![(0, here), (50, left)], Code::LeftEarly, Some(20)),
            (vec![(5, late), (50, left)], Code::LeftEarly, Some(25)),
            // Left and came back: what was before, and the minutes in between.
            (vec![(0, here), (50, left), (62, None)], Code::Present, Some(12)),
            (vec![(5, late), (50, left), (62, None)], Code::Late, Some(17)),
            (vec![(5, late), (50, left), (60, None), (65, left)], Code::LeftEarly, Some(20)),
            (vec![(5, late), (30, left), (40, None), (50, left), (55, None)], Code::Late, Some(20)),
            // Away from the start, and here after all.
            (vec![(0, Some(Code::Court)), (40, None)], Code::Present, Some(40)),
            // Sent out, and taken back in; the reason corrected meanwhile.
            (vec![(0, here), (20, Some(Code::SentOut)), (30, None)], Code::Present, Some(10)),
            (vec![(5, late), (20, Some(Code::SentOut)), (30, None)], Code::Late, Some(15)),
            (vec![(0, here), (20, left), (25, Some(Code::Visit)), (30, None)], Code::Present, Some(10)),
            // Within the minute counts as one.
            (vec![(0, here), (20, left), (20, None)], Code::Present, Some(1)),
        ] {
            let mark = after(&events);
            assert_eq!((mark.code, mark.missed()), (code, missed), "{events:?} {mark:?}");
        }
        let back = after(&[(0, Some(Code::Court)), (40, None)]).back;
        assert_eq!(back, Some(Back { from: Code::Court, minutes: 40 }));
    }

    #[test]
    fn a_pause_is_missed_by_nobody() {
        let mut record = record();
        record.marks.insert((SessionId(4), ANA), Mark::from(Code::Present));
        let pause = Pause { why: Interruption::Evacuation, from: at(10), to: Some(at(25)) };
        record.pauses.insert((SessionId(4), 1), pause);
        let room =
            |record: &GroupRecord, code, minute| Room::of(record, SessionId(4)).unwrap().marked(ANA, code, at(minute));
        // Of 70 minutes 25 are gone at 10:40.
        let left = room(&record, Code::LeftEarly, 40);
        assert_eq!((left.left, left.minutes), (Some(25), Some(45)));
        assert_eq!(room(&record, Code::Late, 40).minutes, Some(25));
        // Gone for ten minutes by the wall, and for ten of the session; over another pause for fewer.
        record.marks.insert((SessionId(4), ANA), left);
        let back = |record: &GroupRecord, minute| {
            Room::of(record, SessionId(4)).unwrap().back(ANA, None, at(minute)).unwrap().missed()
        };
        assert_eq!(back(&record, 50), Some(10));
        let pause = Pause { why: Interruption::Count, from: at(42), to: Some(at(48)) };
        record.pauses.insert((SessionId(4), 2), pause);
        assert_eq!(back(&record, 50), Some(4));
    }

    #[test]
    fn who_is_away_has_missed_everything_and_who_never_came_keeps_nothing() {
        let sent_out = after(&[(0, Some(Code::Present)), (20, Some(Code::SentOut))]);
        assert_eq!((sent_out.left, sent_out.missed()), (Some(20), None));
        let corrected = after(&[(0, Some(Code::Court)), (40, None), (41, Some(Code::NotRequired))]);
        assert_eq!(corrected, Mark::from(Code::NotRequired));
    }

    #[test]
    fn only_who_is_away_comes_back_and_the_clock_must_know() {
        let mut record = record();
        let mut back = |code: Option<Code>, missed, now| {
            record.marks.remove(&(SessionId(4), ANA));
            record.marks.extend(code.map(|code| ((SessionId(4), ANA), Mark::from(code))));
            Room::of(&record, SessionId(4)).unwrap().back(ANA, missed, now).map(|mark| mark.missed())
        };
        for (code, missed, minute, is) in [
            (None, None, 10, Err(NotBack::NotAway)),
            (Some(Code::Present), None, 10, Err(NotBack::NotAway)),
            (Some(Code::NotRequired), None, 10, Err(NotBack::NotAway)),
            (Some(Code::Ill), None, 10, Ok(Some(10))),
            // Left running overnight, or a mark without minutes: it has to be asked.
            (Some(Code::Ill), None, 24 * 60, Err(NotBack::Unclocked)),
            (Some(Code::LeftEarly), None, 10, Err(NotBack::Unclocked)),
            (Some(Code::LeftEarly), Some(7), 10, Ok(Some(7))),
        ] {
            assert_eq!(back(code, missed, at(minute)), is, "{code:?} at {minute}");
        }
    }
}
