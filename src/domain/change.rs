//! A change of a group's timetable, proposed: what it makes of the sessions, before anything is recorded.
//!
//! A change is about one session: it is moved, cancelled, inserted, split in two or joined with another. On
//! request the later planned sessions follow it along the group's weekdays, see `cascade`. What was held
//! never moves.

mod cascade;
mod clash;
mod preview;
mod splitting;

pub use cascade::next_day;
pub use clash::{Booked, Clash};
pub use preview::{Altered, Preview, Reach};

use crate::domain::attending::following;
use crate::domain::closed::ClosedDays;
use crate::domain::entry::Entry;
use crate::domain::group::{Carries, Moved, Session, SessionState};
use crate::domain::id::{GroupId, SessionId};
use crate::domain::programme::Localised;
use crate::domain::record::{Dated, GroupRecord};
use crate::domain::timetable;
use chrono::{NaiveDate, NaiveTime};

/// What is to become of one session of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// To another date and time.
    Move {
        session: SessionId,
        date: NaiveDate,
        time: NaiveTime,
        why: String,
    },
    Cancel {
        session: SessionId,
        why: String,
    },
    /// A cancelled session planned again.
    Again {
        session: SessionId,
        date: NaiveDate,
        time: NaiveTime,
    },
    /// An extra session of the plan with this index.
    Insert {
        plan: u16,
        date: NaiveDate,
        time: NaiveTime,
    },
    /// What the session does from the activity `at` on becomes a session of its own.
    Split {
        session: SessionId,
        at: u16,
        date: NaiveDate,
        time: NaiveTime,
    },
    /// The session and the one it [can be joined with](GroupRecord::partner) become one, when the first was.
    Join {
        session: SessionId,
    },
}

impl Change {
    /// Why it is made; empty where nobody is asked.
    #[must_use]
    pub fn why(&self) -> &str {
        match self {
            Self::Move { why, .. } | Self::Cancel { why, .. } => why,
            Self::Again { .. } | Self::Insert { .. } | Self::Split { .. } | Self::Join { .. } => "",
        }
    }

    /// The session that it is about; none when it adds one.
    #[must_use]
    pub fn session(&self) -> Option<SessionId> {
        match self {
            Self::Move { session, .. }
            | Self::Cancel { session, .. }
            | Self::Again { session, .. }
            | Self::Split { session, .. }
            | Self::Join { session } => Some(*session),
            Self::Insert { .. } => None,
        }
    }
}

/// A change, and whether the later sessions follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub change: Change,
    pub cascade: bool,
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The session is not there any more.
    Gone,
    /// It is running, was held or was cancelled.
    NotPlanned,
    /// It was not cancelled.
    NotCancelled,
    /// The prison is closed on the day, and why.
    Closed(NaiveDate, Localised),
    /// It stands there already.
    Same,
    /// It cannot be parted there: nothing would be before or after, or it was given already.
    NotThere,
    /// The second part would come before the first.
    BeforeTheFirst,
    /// There is no other session that it could be joined with.
    Alone,
    /// No weekday of the group is open in years.
    NoDay,
}

/// The days on which the later sessions can be put.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    pub closed: &'a ClosedDays,
    /// Nothing is put on a day before this one.
    pub today: NaiveDate,
}

/// A session as it would stand; nothing when it would be gone.
type Becomes = (SessionId, Option<Session>);

impl Proposal {
    /// What the sessions of `record` that the change touches would become; a session that it adds is `new`.
    ///
    /// # Errors
    /// Why the change cannot be made.
    pub fn becomes(&self, record: &GroupRecord, days: Days, new: SessionId) -> Result<Vec<Becomes>, Refused> {
        let planned = |id: SessionId| {
            let dated = dated(record, id)?;
            if dated.session.state == SessionState::Planned { Ok(dated) } else { Err(Refused::NotPlanned) }
        };
        let mut becomes = match &self.change {
            Change::Move { session, date, time, why } => {
                let before = &planned(*session)?.session;
                open(*date, days.closed)?;
                if (before.date, before.time) == (*date, *time) {
                    return Err(Refused::Same);
                }
                vec![(*session, Some(timetable::moved(before, *date, *time, why)))]
            }
            Change::Cancel { session, why } => {
                vec![(*session, Some(timetable::cancelled(&planned(*session)?.session, why)))]
            }
            Change::Again { session, date, time } => {
                let before = &dated(record, *session)?.session;
                open(*date, days.closed)?;
                if !before.state.is_cancelled() {
                    return Err(Refused::NotCancelled);
                }
                vec![(*session, Some(timetable::planned_again(before, *date, *time)))]
            }
            Change::Insert { plan, date, time } => {
                open(*date, days.closed)?;
                vec![(new, Some(extra(record.id, *plan, *date, *time)))]
            }
            Change::Split { session, at, date, time } => {
                open(*date, days.closed)?;
                splitting::split(record, dated(record, *session)?, *at, (*date, *time), new)?
            }
            Change::Join { session } => splitting::join(record, planned(*session)?)?,
        };
        if self.cascade {
            let after = record.with(&entries(record.id, &becomes));
            for (id, to) in (cascade::Timetable { record: &after, days, why: self.change.why() }).following(
                &self.change,
                record,
                new,
            )? {
                becomes.retain(|(other, _)| *other != id);
                becomes.push((id, to));
            }
        }
        Ok(becomes)
    }

    /// The entries that make the change, with what follows from them for the group: one step.
    ///
    /// # Errors
    /// Why the change cannot be made.
    pub fn entries(&self, record: &GroupRecord, days: Days, new: SessionId) -> Result<Vec<Entry>, Refused> {
        let becomes = self.becomes(record, days, new)?;
        Ok(following(record, entries(record.id, &becomes), days.today))
    }
}

fn entries(group: GroupId, becomes: &[Becomes]) -> Vec<Entry> {
    let entry = |(session, to): &Becomes| Entry::Session { group, session: *session, to: to.clone().map(Box::new) };
    becomes.iter().map(entry).collect()
}

fn dated(record: &GroupRecord, id: SessionId) -> Result<&Dated, Refused> {
    record.sessions.iter().find(|dated| dated.id == id).ok_or(Refused::Gone)
}

fn open(date: NaiveDate, closed: &ClosedDays) -> Result<(), Refused> {
    closed.closed(date).map_or(Ok(()), |why| Err(Refused::Closed(date, why.clone())))
}

fn extra(group: GroupId, plan: u16, date: NaiveDate, time: NaiveTime) -> Session {
    let (carries, state, next_time) = (Carries::Extra, SessionState::Planned, String::new());
    Session { group, plan, carries, date, time, state, moved: None, next_time }
}

/// The session on another day, because one before it was put elsewhere; what it was moved from first stays
/// known, until it is back there.
fn follows(session: &Session, date: NaiveDate, why: &str) -> Session {
    let from = session.moved.as_ref().map_or(session.date, |moved| moved.from);
    let moved = (date != from).then(|| Moved { from, why: why.to_owned() });
    Session { date, moved, ..session.clone() }
}

#[cfg(test)]
mod tests;
