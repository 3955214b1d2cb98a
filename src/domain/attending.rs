//! Attending: whether a session takes marks, what a mark takes with it, and what follows for the group.

mod following;

pub use following::following;

use crate::domain::attendance::{Code, Kind, Mark};
use crate::domain::entry::Entry;
use crate::domain::group::{Session, SessionState};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::{Dated, GroupRecord};
use chrono::{DateTime, Duration, FixedOffset, NaiveDateTime};

/// Whether a session takes marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// It is running or was held.
    Open,
    /// Planned for today or earlier and not over by its plan: the first mark begins it.
    Due,
    /// Planned, and over by its plan: the first mark says that it was held as planned.
    Over,
    /// Planned for another day.
    Ahead,
    /// Cancelled sessions take no marks.
    Cancelled,
}

/// Whether `session` of `record` takes marks at `now`.
#[must_use]
pub fn taking(record: &GroupRecord, session: &Session, now: DateTime<FixedOffset>) -> Taking {
    match &session.state {
        SessionState::Running { .. } | SessionState::Held { .. } => Taking::Open,
        SessionState::Cancelled { .. } => Taking::Cancelled,
        SessionState::Planned if session.date > now.date_naive() => Taking::Ahead,
        SessionState::Planned if as_planned(record, session).1 > now.naive_local() => Taking::Due,
        SessionState::Planned => Taking::Over,
    }
}

/// When the session begins and ends by its plan.
fn as_planned(record: &GroupRecord, session: &Session) -> (NaiveDateTime, NaiveDateTime) {
    let from = session.date.and_time(session.time);
    let minutes = record.minutes(session);
    (from, from + Duration::minutes(i64::from(minutes)))
}

/// The mark that `code` makes of the one before it: the note stays, and so does what still makes sense
/// (minutes of somebody late who left early instead, what made another absence good).
#[must_use]
pub fn coded(before: Option<&Mark>, code: Code) -> Mark {
    let mut mark = Mark { code, ..before.cloned().unwrap_or_else(|| Mark::from(code)) };
    if !code.row().minutes {
        mark.minutes = None;
    }
    if !can_be_caught_up(code) {
        mark.caught_up = None;
    }
    if code.stays() || code.kind() == Kind::NotCounted {
        (mark.late, mark.left) = (None, None);
    }
    if code.kind() == Kind::NotCounted {
        mark.back = None;
    }
    mark
}

/// Whether a mark with this code can be made good: the person was away, or had no place in the group then.
#[must_use]
pub fn can_be_caught_up(code: Code) -> bool {
    code.kind() != Kind::Here && code != Code::SessionCancelled
}

/// Whether somebody can be marked at a session: expected there, a guest, or marked already.
#[must_use]
pub fn is_markable(record: &GroupRecord, session: SessionId, person: PersonId) -> bool {
    let here = (session, person);
    let date = record.session(session).map(|session| session.date);
    let expected = date.zip(record.member(person)).is_some_and(|(date, member)| member.enrolment.covers(date));
    expected || [record.marks.contains_key(&here), record.guests.contains_key(&here)].contains(&true)
}

/// Why a cell of a register takes no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    Cancelled,
    /// Planned for another day.
    Ahead,
    /// Planned for today and not over: it is begun in the room.
    Due,
    /// The person has no place in the group on its date.
    NotExpected,
}

/// Why `person` takes no mark at a session of `record` in the register at `now`; `None` when nothing
/// stands in the way.
#[must_use]
pub fn obstacle(record: &GroupRecord, dated: &Dated, person: PersonId, now: DateTime<FixedOffset>) -> Option<Obstacle> {
    match taking(record, &dated.session, now) {
        Taking::Cancelled => Some(Obstacle::Cancelled),
        Taking::Ahead => Some(Obstacle::Ahead),
        Taking::Due => Some(Obstacle::Due),
        Taking::Open | Taking::Over => (!is_markable(record, dated.id, person)).then_some(Obstacle::NotExpected),
    }
}

/// The entries that give `person` the mark `to` at `session`, or take it away: none when nothing would
/// change, or when the session takes no marks or the person is not expected there.
///
/// Marking somebody at a session that was only planned begins it, or says that it was held as planned
/// when by its plan it is over.
#[must_use]
pub fn marking(
    record: &GroupRecord,
    session: SessionId,
    person: PersonId,
    to: Option<Mark>,
    now: DateTime<FixedOffset>,
) -> Vec<Entry> {
    marking_all(record, session, [(person, to)], now)
}

/// The entries of one step that marks several people at `session`, as [`marking`] does for one.
#[must_use]
pub fn marking_all(
    record: &GroupRecord,
    session: SessionId,
    marks: impl IntoIterator<Item = (PersonId, Option<Mark>)>,
    now: DateTime<FixedOffset>,
) -> Vec<Entry> {
    let entries = self::marks(record, session, marks, now);
    if entries.is_empty() { entries } else { following(record, entries, now.date_naive()) }
}

/// The same without what follows for the group, which is asked once for the sessions of a block.
pub(in crate::domain) fn marks(
    record: &GroupRecord,
    session: SessionId,
    marks: impl IntoIterator<Item = (PersonId, Option<Mark>)>,
    now: DateTime<FixedOffset>,
) -> Vec<Entry> {
    let Some(dated) = record.session(session) else { return Vec::new() };
    let state = match taking(record, dated, now) {
        Taking::Ahead | Taking::Cancelled => return Vec::new(),
        Taking::Open => None,
        Taking::Due => Some(SessionState::Running { since: now }),
        Taking::Over => Some(held_as_planned(record, dated, now)),
    };
    let group = record.id;
    let mut entries: Vec<Entry> = marks
        .into_iter()
        .filter(|(person, to)| {
            is_markable(record, session, *person) && record.marks.get(&(session, *person)) != to.as_ref()
        })
        .map(|(person, to)| Entry::Mark { group, session, person, to: to.map(Box::new) })
        .collect();
    if entries.is_empty() {
        return entries;
    }
    if let Some(state) = state {
        let to = Some(Box::new(Session { state, ..dated.clone() }));
        entries.insert(0, Entry::Session { group, session, to });
    }
    entries
}

/// Held from the planned time for the minutes of its plan, on the clock of `now`.
#[must_use]
pub fn held_as_planned(record: &GroupRecord, session: &Session, now: DateTime<FixedOffset>) -> SessionState {
    let at = |local: NaiveDateTime| local.and_local_timezone(*now.offset()).single().unwrap_or(now);
    let (from, to) = as_planned(record, session);
    SessionState::Held { from: at(from), to: at(to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::CaughtUp;
    use crate::domain::sample::{self, day, moment};

    fn kinds(entries: &[Entry]) -> Vec<&str> {
        entries.iter().map(Entry::kind).collect()
    }

    #[test]
    fn a_session_takes_marks_by_its_state_and_the_clock() {
        let record = sample::group();
        for (session, now, taking_marks) in [
            (1, "2026-11-24T09:00:00+01:00", Taking::Open),
            (4, "2026-11-24T09:00:00+01:00", Taking::Open),
            (3, "2026-11-24T09:00:00+01:00", Taking::Cancelled),
            (5, "2026-11-23T23:59:00+01:00", Taking::Ahead),
            (5, "2026-11-24T00:00:00+01:00", Taking::Due),
            (5, "2026-11-24T11:29:00+01:00", Taking::Due),
            (5, "2026-11-24T11:30:00+01:00", Taking::Over),
        ] {
            let dated = record.session(SessionId(session)).unwrap();
            assert_eq!(taking(&record, dated, moment(now)), taking_marks, "{session} at {now}");
        }
    }

    #[test]
    fn a_mark_takes_with_it_what_it_needs() {
        let record = sample::group();
        let present = || Some(Mark::from(Code::Present));
        let marked = |session, person, to, now: &str| {
            marking(&record, SessionId(session), PersonId(person), to, moment(&format!("2026-11-{now}:00+01:00")))
        };
        for (session, person, to, now, entries) in [
            // Held: the mark alone.
            (2, 1, present(), "24T09:00", vec!["mark"]),
            (2, 1, None, "24T09:00", vec!["mark"]),
            // The same mark again: nothing.
            (1, 1, present(), "24T09:00", vec![]),
            (4, 1, None, "24T09:00", vec![]),
            // Planned today: it begins.
            (5, 1, present(), "24T10:00", vec!["session", "mark"]),
            // Ahead and cancelled: no marks.
            (5, 1, present(), "23T10:00", vec![]),
            (3, 1, present(), "24T09:00", vec![]),
            // Not expected: waiting; left before; but a mark that is there can be changed.
            (1, 4, present(), "24T09:00", vec![]),
            (4, 3, present(), "24T09:00", vec![]),
            (1, 3, None, "24T09:00", vec!["mark"]),
        ] {
            assert_eq!(kinds(&marked(session, person, to, now)), entries, "session {session} person {person} at {now}");
        }
    }

    #[test]
    fn a_past_session_was_held_as_planned() {
        let record = sample::group();
        let now = moment("2026-11-30T09:00:00+01:00");
        let entries = marking(&record, SessionId(5), PersonId(1), Some(Code::Present.into()), now);
        let Entry::Session { to: Some(session), .. } = &entries[0] else { panic!("{entries:?}") };
        let (from, to) = (moment("2026-11-24T10:00:00+01:00"), moment("2026-11-24T11:30:00+01:00"));
        assert_eq!(session.state, SessionState::Held { from, to });
        assert_eq!(session.date, day("2026-11-24"));
    }

    #[test]
    fn a_new_code_keeps_what_still_makes_sense() {
        let caught_up = Some(CaughtUp { on: day("2026-11-13"), minutes: 60, how: None });
        let late = Mark { minutes: Some(10), note: "bus".into(), ..Mark::from(Code::Late) };
        let ill = Mark { caught_up: caught_up.clone(), ..Mark::from(Code::Ill) };
        for (before, code, after) in [
            (None, Code::Present, Mark::from(Code::Present)),
            (Some(&late), Code::LeftEarly, Mark { code: Code::LeftEarly, ..late.clone() }),
            (Some(&late), Code::Present, Mark { note: "bus".into(), ..Mark::from(Code::Present) }),
            (Some(&ill), Code::Court, Mark { caught_up, ..Mark::from(Code::Court) }),
            (Some(&ill), Code::Present, Mark::from(Code::Present)),
            (Some(&ill), Code::NotRequired, Mark { caught_up: ill.caught_up.clone(), ..Mark::from(Code::NotRequired) }),
            (Some(&ill), Code::SessionCancelled, Mark::from(Code::SessionCancelled)),
        ] {
            assert_eq!(coded(before, code), after);
        }
    }
}
