//! Appointments: what somebody has to attend elsewhere, and which sessions that collides with.

use crate::domain::entry::Entry;
use crate::domain::group::SessionState;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::GroupRecord;
use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

/// Something that somebody has to attend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    pub date: NaiveDate,
    pub time: NaiveTime,
    pub minutes: u16,
    /// In a word or two: a hearing, the dentist.
    pub what: String,
}

/// What takes somebody's time: an appointment, or a session of another group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    pub date: NaiveDate,
    pub time: NaiveTime,
    pub minutes: u16,
    pub what: What,
}

/// What somebody is engaged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Appointment(String),
    /// A session of another group, by the code of the group.
    Group(String),
}

/// A planned session that somebody cannot be at, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    pub session: SessionId,
    pub with: Engagement,
}

impl From<Appointment> for Engagement {
    fn from(appointment: Appointment) -> Self {
        let Appointment { date, time, minutes, what } = appointment;
        Self { date, time, minutes, what: What::Appointment(what) }
    }
}

/// The planned sessions of `record` that collide with `engagements`, in the order of the record.
#[must_use]
pub fn clashes(record: &GroupRecord, engagements: &[Engagement]) -> Vec<Clash> {
    let planned = record.sessions.iter().filter(|dated| dated.session.state == SessionState::Planned);
    planned
        .filter_map(|dated| {
            let session = &dated.session;
            let here = span(session.date, session.time, record.minutes(session));
            let with = engagements.iter().find(|other| meet(here, span(other.date, other.time, other.minutes)))?;
            Some(Clash { session: dated.id, with: with.clone() })
        })
        .collect()
}

fn span(date: NaiveDate, time: NaiveTime, minutes: u16) -> (NaiveDateTime, NaiveDateTime) {
    let from = date.and_time(time);
    (from, from + Duration::minutes(i64::from(minutes)))
}

/// Whether two spans have a moment in common: one may begin when the other ends.
fn meet(one: (NaiveDateTime, NaiveDateTime), other: (NaiveDateTime, NaiveDateTime)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// The appointment that an entry records, with whose it is and its identifier.
#[must_use]
pub fn recorded(entry: Entry) -> Option<(PersonId, String, Appointment)> {
    match entry {
        Entry::Appointment { person, item, to: Some(appointment) } => Some((person, item, *appointment)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{self, day};

    #[test]
    fn a_session_and_an_appointment_collide_when_they_share_a_moment() {
        let record = sample::group();
        // Session 5 is planned for 24 November, ten o'clock, ninety minutes.
        for (date, time, minutes, collides) in [
            ("2026-11-24", "10:30", 30, true),
            ("2026-11-24", "09:00", 61, true),
            ("2026-11-24", "09:00", 60, false),
            ("2026-11-24", "11:30", 30, false),
            ("2026-11-25", "10:00", 90, false),
            ("2026-11-24", "08:00", 600, true),
            // Session 4 is running already.
            ("2026-11-20", "10:00", 90, false),
        ] {
            let time = NaiveTime::parse_from_str(time, "%H:%M").unwrap();
            let dentist = Appointment { date: day(date), time, minutes, what: "dentist".into() };
            let found = clashes(&record, &[dentist.into()]);
            assert_eq!(
                found.iter().map(|clash| clash.session.0).collect::<Vec<_>>(),
                if collides { vec![5] } else { vec![] },
                "{date} {time}"
            );
        }
    }
}
