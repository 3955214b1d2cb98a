//! What happened at the sessions of a group, in the parts that are read by themselves: the facts of one kind each.

use crate::domain::entry::Entry;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::{About, Failure, GroupRecord};
use crate::store::row::{self, json};
use crate::store::standing::standing;
use rusqlite::{Connection, Row};

/// One kind of facts about the sessions of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Marks,
    Outcomes,
    Deliveries,
    Agendas,
    Pauses,
    SessionNotes,
    PersonNotes,
    Ratings,
}

impl Part {
    pub(super) const ALL: [Self; 8] = [
        Self::Marks,
        Self::Outcomes,
        Self::Deliveries,
        Self::Agendas,
        Self::Pauses,
        Self::SessionNotes,
        Self::PersonNotes,
        Self::Ratings,
    ];

    /// The part that `entry` changes; nothing when it changes more of a group than one.
    pub(super) fn of(entry: &Entry) -> Option<Self> {
        Some(match entry {
            Entry::Mark { .. } => Self::Marks,
            Entry::Outcome { .. } => Self::Outcomes,
            Entry::Delivery { .. } => Self::Deliveries,
            Entry::Agenda { .. } => Self::Agendas,
            Entry::Pause { .. } => Self::Pauses,
            Entry::SessionNote { .. } => Self::SessionNotes,
            Entry::PersonNote { .. } => Self::PersonNotes,
            Entry::Rating { .. } => Self::Ratings,
            _ => return None,
        })
    }

    /// Reads this part of `record` anew.
    pub(super) fn read(self, db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
        match self {
            Self::Marks => marks(db, record),
            Self::Outcomes => outcomes(db, record),
            Self::Deliveries => deliveries(db, record),
            Self::Agendas => agendas(db, record),
            Self::Pauses => pauses(db, record),
            Self::SessionNotes => session_notes(db, record),
            Self::PersonNotes => person_notes(db, record),
            Self::Ratings => ratings(db, record),
        }
    }
}

/// What `read` makes of each row that `sql` finds of the group of `record`.
fn each<T>(
    db: &Connection,
    record: &GroupRecord,
    sql: &str,
    read: impl Fn(&Row) -> Result<T, Failure>,
) -> Result<Vec<T>, Failure> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([record.id.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn marks(db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
    let sql = "SELECT m.session, m.person, m.code, m.minutes, m.note, m.caught_up_on, m.caught_up_minutes, m.more
         FROM session s CROSS JOIN mark m ON m.session = s.id WHERE s.grp = ?";
    let read = |row: &Row| Ok(((SessionId(row.get(0)?), PersonId(row.get(1)?)), row::mark(row, 2)?));
    record.marks = each(db, record, sql, read)?.into_iter().collect();
    Ok(())
}

fn outcomes(db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
    let sql = "SELECT json, session, person, item FROM outcome WHERE grp = ?";
    let read = |row: &Row| Ok(((SessionId(row.get(1)?), PersonId(row.get(2)?), row.get(3)?), json(row, 0)?));
    record.outcomes = each(db, record, sql, read)?.into_iter().collect();
    Ok(())
}

fn deliveries(db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
    let sql = "SELECT json, session, item FROM delivery WHERE grp = ?";
    let read =
        |row: &Row| Ok(((SessionId(row.get(1)?), number("activity", &row.get::<_, String>(2)?)?), json(row, 0)?));
    record.deliveries = each(db, record, sql, read)?.into_iter().collect();
    Ok(())
}

fn agendas(db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
    record.agendas.clear();
    for entry in standing(db, "agenda", About::Group(record.id))? {
        if let Entry::Agenda { session, to: Some(to), .. } = entry {
            record.agendas.insert(session, *to);
        }
    }
    Ok(())
}

fn pauses(db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
    record.pauses.clear();
    for entry in standing(db, "pause", About::Group(record.id))? {
        if let Entry::Pause { session, item, to: Some(to), .. } = entry {
            record.pauses.insert((session, number("pause", &item)?), *to);
        }
    }
    Ok(())
}

fn session_notes(db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
    let sql = "SELECT json, session FROM session_note WHERE grp = ?";
    let read = |row: &Row| Ok((SessionId(row.get(1)?), json(row, 0)?));
    record.session_notes = each(db, record, sql, read)?.into_iter().collect();
    Ok(())
}

fn person_notes(db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
    let sql = "SELECT json, session, person FROM person_note WHERE grp = ?";
    let read = |row: &Row| Ok(((SessionId(row.get(1)?), PersonId(row.get(2)?)), json(row, 0)?));
    record.person_notes = each(db, record, sql, read)?.into_iter().collect();
    Ok(())
}

fn ratings(db: &Connection, record: &mut GroupRecord) -> Result<(), Failure> {
    let sql = "SELECT json, person, item FROM rating WHERE grp = ?";
    let read = |row: &Row| Ok(((PersonId(row.get(1)?), row.get(2)?), json(row, 0)?));
    record.ratings = each(db, record, sql, read)?.into_iter().collect();
    Ok(())
}

/// The number that the key of a fact is.
fn number<T: std::str::FromStr>(what: &str, item: &str) -> Result<T, Failure> {
    item.parse().map_err(|_| Failure::Damaged(format!("{what} `{item}`")))
}
