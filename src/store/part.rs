//! What happened at the sessions of a group, in the parts that are read by themselves: the facts of one kind each.

use crate::domain::entry::Entry;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::{About, Failure, GroupRecord};
use crate::store::row::{self, json};
use crate::store::standing::standing;
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

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

    /// Reads this part of `record`.
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

/// Changes `record` as `entry` says, which was recorded just now: what would be read anew. Nothing where it is of
/// another group. Whether the entry is of a part at all: others change more of a group than one.
pub(super) fn put(record: &mut GroupRecord, entry: &Entry) -> bool {
    let own = entry.keys().group == Some(record.id);
    match entry {
        Entry::Mark { session, person, to, .. } => set(own, &mut record.marks, (*session, *person), to.as_deref()),
        Entry::Outcome { session, person, item, to, .. } => {
            set(own, &mut record.outcomes, (*session, *person, item.clone()), to.as_deref());
        }
        Entry::Delivery { session, item, to, .. } => {
            let Ok(key) = item.parse() else { return false };
            set(own, &mut record.deliveries, (*session, key), to.as_deref());
        }
        Entry::Agenda { session, to, .. } => set(own, &mut record.agendas, *session, to.as_deref()),
        Entry::Pause { session, item, to, .. } => {
            let Ok(number) = item.parse() else { return false };
            set(own, &mut record.pauses, (*session, number), to.as_deref());
        }
        Entry::SessionNote { session, to, .. } => set(own, &mut record.session_notes, *session, to.as_deref()),
        Entry::PersonNote { session, person, to, .. } => {
            set(own, &mut record.person_notes, (*session, *person), to.as_deref());
        }
        Entry::Rating { person, item, to, .. } => set(own, &mut record.ratings, (*person, item.clone()), to.as_deref()),
        _ => return false,
    }
    true
}

fn set<K: Ord, V: Clone>(own: bool, facts: &mut BTreeMap<K, V>, key: K, to: Option<&V>) {
    match to {
        _ if !own => {}
        Some(value) => drop(facts.insert(key, value.clone())),
        None => drop(facts.remove(&key)),
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
