//! Timetables: laying out a group's sessions, and what moving, cancelling and re-dating them records.

use crate::domain::closed::ClosedDays;
use crate::domain::entry::Entry;
use crate::domain::group::{Carries, Group, Moved, Session, SessionState, dates};
use crate::domain::id::{GroupId, SessionId};
use crate::domain::programme::{Course, Localised};
use crate::domain::record::GroupRecord;
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

/// What somebody who plans should notice about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity<'a> {
    Past,
    /// The prison is closed that day, and why.
    Closed(&'a Localised),
    /// Saturday or Sunday.
    Weekend,
    /// 24 to 26 and 31 December, 1 January: hardly a prison runs groups then.
    YearEnd,
}

/// What is odd about planning a session on `date`, seen from `today`.
#[must_use]
pub fn oddity(date: NaiveDate, today: NaiveDate, closed: &ClosedDays) -> Option<Oddity<'_>> {
    if date < today {
        Some(Oddity::Past)
    } else if let Some(why) = closed.closed(date) {
        Some(Oddity::Closed(why))
    } else if matches!((date.month(), date.day()), (12, 24..=26 | 31) | (1, 1)) {
        Some(Oddity::YearEnd)
    } else if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
        Some(Oddity::Weekend)
    } else {
        None
    }
}

/// How many calendar weeks (from Monday) `dates`, in order, have a part in from first to last.
#[must_use]
pub fn weeks(dates: &[NaiveDate]) -> u32 {
    let monday = |day: &NaiveDate| *day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    let (Some(first), Some(last)) = (dates.first().map(monday), dates.last().map(monday)) else { return 0 };
    u32::try_from(last.signed_duration_since(first).num_weeks() + 1).unwrap_or(0)
}

/// The code that comes after `code`: its last number is one greater and keeps its width (`K-07`, `K-08`).
#[must_use]
pub fn next_code(code: &str) -> String {
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &code[stem.len()..];
    let next = digits.parse::<u64>().map_or(1, |number| number.saturating_add(1));
    let wide = if digits.is_empty() { 2 } else { digits.len() };
    format!("{stem}{next:0wide$}")
}

/// The time that `text` says: `10`, `9:30`, `09.30`, `0930`.
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let (hours, minutes) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if text.len() > 2 && text.is_ascii() => text.split_at(text.len() - 2),
        None => (text, "00"),
    };
    let plain = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(hours, 2) || !plain(minutes, 2) || minutes.len() != 2 {
        return None;
    }
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

/// The sessions of a new group, one for each session plan, in order, none on a closed day.
#[must_use]
pub fn lay_out(id: GroupId, group: &Group, course: &Course, closed: &ClosedDays) -> Vec<Session> {
    let dates = dates(group.start, &group.weekdays, course.sessions.len(), closed);
    let session = |(plan, date)| Session {
        group: id,
        plan,
        carries: Carries::Whole,
        date,
        time: group.time,
        state: SessionState::Planned,
        moved: None,
        next_time: String::new(),
    };
    (0..).zip(dates).map(session).collect()
}

/// The sessions of `record` that a changed timetable dates anew: those still planned, in the order in
/// which they stand, on the weekdays of `group` from its start on and after the last session that was held,
/// none on a closed day. One that is planned for the day `kept` stays there, and the others come after it.
/// Sessions that keep their date and time are not among them.
#[must_use]
pub fn redated(
    record: &GroupRecord,
    group: &Group,
    closed: &ClosedDays,
    kept: Option<NaiveDate>,
) -> Vec<(SessionId, Session)> {
    let planned = record.sessions.iter().filter(|s| s.session.state == SessionState::Planned);
    let (stay, mut planned): (Vec<_>, Vec<_>) = planned.partition(|dated| Some(dated.session.date) == kept);
    planned.sort_by_key(|dated| (dated.session.date, dated.session.time, dated.session.plan));
    let rhythm = (group.start, &group.weekdays) != (record.group.start, &record.group.weekdays);
    let held = record.sessions.iter().filter(|s| s.session.state.is_held()).chain(stay).map(|s| s.session.date);
    let from = held.max().map_or(group.start, |day| (day + Days::new(1)).max(group.start));
    let dates = if rhythm {
        dates(from, &group.weekdays, planned.len(), closed)
    } else {
        planned.iter().map(|dated| dated.session.date).collect()
    };
    let timed = group.time != record.group.time;
    planned
        .into_iter()
        .zip(dates)
        .map(|(dated, date)| {
            let time = if timed || rhythm { group.time } else { dated.session.time };
            // A session that is dated anew with all others was not moved.
            let moved = dated.session.moved.clone().filter(|_| !rhythm);
            (dated, Session { date, time, moved, ..dated.session.clone() })
        })
        .filter(|(dated, session)| dated.session != *session)
        .map(|(dated, session)| (dated.id, session))
        .collect()
}

/// The session on another date or at another time; what it was moved from first stays known.
#[must_use]
pub fn moved(session: &Session, date: NaiveDate, time: NaiveTime, why: &str) -> Session {
    let from = session.moved.as_ref().map_or(session.date, |moved| moved.from);
    let moved = Moved { from, why: why.to_owned() };
    Session { date, time, moved: Some(moved), ..session.clone() }
}

/// The session cancelled.
#[must_use]
pub fn cancelled(session: &Session, why: &str) -> Session {
    Session { state: SessionState::Cancelled { why: why.to_owned() }, ..session.clone() }
}

/// A cancelled session planned again; why it was cancelled stays known as the reason of the move.
#[must_use]
pub fn planned_again(session: &Session, date: NaiveDate, time: NaiveTime) -> Session {
    let why = match &session.state {
        SessionState::Cancelled { why } => why.as_str(),
        _ => "",
    };
    Session { state: SessionState::Planned, ..moved(session, date, time, why) }
}

/// The entry that sets a session of a group.
#[must_use]
pub fn entry(group: GroupId, session: SessionId, to: Session) -> Entry {
    Entry::Session { group, session, to: Some(Box::new(to)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::closed::{Closure, When};
    use crate::domain::sample::{self, day};

    #[test]
    fn codes_count_on() {
        for (code, next) in
            [("K-07", "K-08"), ("K-99", "K-100"), ("7", "8"), ("Autumn", "Autumn01"), ("K-", "K-01"), ("A1B", "A1B01")]
        {
            assert_eq!(next_code(code), next);
        }
    }

    #[test]
    fn times_as_people_type_them() {
        let at = |h, m| NaiveTime::from_hms_opt(h, m, 0);
        for (text, read) in [
            ("10", at(10, 0)),
            ("9:30", at(9, 30)),
            ("09.30", at(9, 30)),
            ("0930", at(9, 30)),
            ("930", at(9, 30)),
            ("24:00", None),
            ("10:60", None),
            ("10:3", None),
            ("ten", None),
            ("+1:00", None),
            ("", None),
            ("1000 ", at(10, 0)),
            ("kl. 10", None),
        ] {
            assert_eq!(time(text), read, "{text}");
        }
    }

    #[test]
    fn oddities_of_dates() {
        let today = day("2026-11-24");
        for (date, odd) in [
            ("2026-11-23", Some(Oddity::Past)),
            ("2026-11-24", None),
            ("2026-11-28", Some(Oddity::Weekend)),
            ("2026-12-24", Some(Oddity::YearEnd)),
            ("2026-12-28", None),
            ("2027-01-01", Some(Oddity::YearEnd)),
        ] {
            assert_eq!(oddity(day(date), today, &ClosedDays::default()), odd, "{date}");
        }
    }

    #[test]
    fn a_closed_day_is_named_before_the_weekend() {
        let why = Localised::from("painting");
        let saturday = day("2026-11-28");
        let closed = ClosedDays { closed: vec![Closure { when: When::On(saturday), why: why.clone() }] };
        assert_eq!(oddity(saturday, day("2026-11-24"), &closed), Some(Oddity::Closed(&why)));
        assert_eq!(oddity(saturday, day("2026-11-29"), &closed), Some(Oddity::Past));
    }

    #[test]
    fn weeks_are_calendar_weeks() {
        let weeks_of = |list: &[&str]| weeks(&list.iter().map(|d| day(d)).collect::<Vec<_>>());
        assert_eq!(weeks_of(&[]), 0);
        assert_eq!(weeks_of(&["2026-11-24"]), 1);
        assert_eq!(weeks_of(&["2026-11-29", "2026-11-30"]), 2);
        assert_eq!(weeks_of(&["2026-11-24", "2026-12-24"]), 5);
    }

    #[test]
    fn a_new_group_has_a_session_for_every_plan() {
        let record = sample::group();
        let sessions = lay_out(GroupId(9), &record.group, &record.course, &ClosedDays::default());
        let laid: Vec<_> = sessions.iter().map(|s| (s.number(), s.date.to_string())).collect();
        let dates = ["2026-11-10", "2026-11-12", "2026-11-17", "2026-11-19", "2026-11-24"].map(str::to_owned);
        assert_eq!(laid, (1..).zip(dates).collect::<Vec<_>>());
    }

    #[test]
    fn only_planned_sessions_are_dated_anew() {
        let (mut record, open) = (sample::group(), ClosedDays::default());
        let group = Group { weekdays: vec![Weekday::Fri], ..record.group.clone() };
        // Session 4 was held on 20 November; session 5 follows on the next Friday.
        let dated: Vec<_> = redated(&record, &group, &open, None).into_iter().map(|(id, s)| (id.0, s.date)).collect();
        assert_eq!(dated, [(5, day("2026-11-27"))]);
        // Another time leaves the dates; another room leaves all.
        let group = Group { time: NaiveTime::from_hms_opt(14, 0, 0).unwrap(), ..record.group.clone() };
        let timed = redated(&record, &group, &open, None).into_iter();
        let timed: Vec<_> = timed.map(|(id, s)| (id.0, s.date, s.time)).collect();
        assert_eq!(timed, [(5, day("2026-11-24"), group.time)]);
        assert!(redated(&record, &Group { room: "C1".into(), ..record.group.clone() }, &open, None).is_empty());
        // Before anything is held the group starts on its new day, whatever was moved.
        for dated in &mut record.sessions {
            dated.session.state = SessionState::Planned;
        }
        let group = Group { start: day("2026-12-01"), ..record.group.clone() };
        let all = redated(&record, &group, &open, None);
        assert_eq!((all.len(), all[0].1.date, all[4].1.date), (5, day("2026-12-01"), day("2026-12-15")));
        assert!(all.iter().all(|(_, session)| session.moved.is_none()));
    }

    #[test]
    fn what_is_planned_for_today_stays_unless_it_is_asked_for() {
        let (mut record, open) = (sample::group(), ClosedDays::default());
        let today = day("2026-11-20");
        record.sessions[3].session.state = SessionState::Planned;
        let of = |group: &Group, kept| {
            let dated = redated(&record, group, &open, kept).into_iter();
            dated.map(|(id, s)| (id.0, s.date, s.time)).collect::<Vec<_>>()
        };
        let (ten, two) = (record.group.time, NaiveTime::from_hms_opt(14, 0, 0).unwrap());
        let mondays = Group { weekdays: vec![Weekday::Mon], ..record.group.clone() };
        assert_eq!(of(&mondays, Some(today)), [(5, day("2026-11-23"), ten)]);
        assert_eq!(of(&mondays, None), [(4, day("2026-11-16"), ten), (5, day("2026-11-23"), ten)]);
        let later = Group { time: two, ..record.group.clone() };
        assert_eq!(of(&later, Some(today)), [(5, day("2026-11-24"), two)]);
        assert_eq!(of(&later, None), [(4, today, two), (5, day("2026-11-24"), two)]);
    }

    #[test]
    fn moving_twice_remembers_the_first_date() {
        let session = &sample::group().sessions[4].session;
        let once = moved(session, day("2026-11-25"), session.time, "escort");
        let twice = moved(&once, day("2026-11-26"), session.time, "lockdown");
        assert_eq!(twice.moved, Some(Moved { from: day("2026-11-24"), why: "lockdown".into() }));
        let again = planned_again(&cancelled(session, "ill"), day("2026-12-01"), session.time);
        assert_eq!((again.date, &again.state), (day("2026-12-01"), &SessionState::Planned));
        assert_eq!(again.moved, Some(Moved { from: day("2026-11-24"), why: "ill".into() }));
    }
}
