//! Reading what decides how long people are kept.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::Failure;
use crate::domain::retention::{Held, Stay};
use crate::store::row;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;

/// Everybody who is recorded, by identifier.
pub(super) fn each_held(db: &Connection, visit: &mut dyn FnMut(Held)) -> Result<(), Failure> {
    let mut stays = stays(db)?;
    let mut statement = db.prepare("SELECT id FROM person_facts ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let stays = stays.remove(&id).unwrap_or_default();
        let recorded = if stays.is_empty() { last_recorded(db, id)? } else { None };
        visit(Held { person: PersonId(id), stays, recorded });
    }
    Ok(())
}

/// The groups of everybody who ever had a place in one, or came to one as a guest.
fn stays(db: &Connection) -> Result<HashMap<i64, Vec<Stay>>, Failure> {
    let groups = groups(db)?;
    let mut found: HashMap<i64, Vec<Stay>> = HashMap::new();
    let mut statement = db.prepare(
        "SELECT person, grp, state IN ('waiting', 'enrolled') FROM enrolment
         UNION ALL SELECT DISTINCT person, grp, 0 FROM fact WHERE kind = 'guest'",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(group) = groups.get(&row.get(1)?) {
            found.entry(row.get(0)?).or_default().push(Stay { has_place: row.get(2)?, ..*group });
        }
    }
    Ok(found)
}

/// When every group ends, and what its programme says.
fn groups(db: &Connection) -> Result<HashMap<i64, Stay>, Failure> {
    let mut months: HashMap<i64, Option<u16>> = HashMap::new();
    let mut statement = db.prepare("SELECT id, json ->> '$.retention_months' FROM course")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        months.insert(row.get(0)?, row.get(1)?);
    }
    let mut found = HashMap::new();
    let mut statement = db.prepare(
        "SELECT g.id, g.course, g.finished,
           coalesce((SELECT max(s.date) FROM session s WHERE s.grp = g.id AND s.state <> 'cancelled'), g.start)
         FROM grp g",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let stay = Stay {
            finished: row::text_or_none(row, 2)?.map(row::day).transpose()?,
            last_session: row::day(row::text(row, 3)?)?,
            has_place: false,
            months: months.get(&row.get(1)?).copied().flatten(),
        };
        found.insert(row.get(0)?, stay);
    }
    Ok(found)
}

/// The day on which something was last recorded of somebody. To look at them, to give it out, or to ask for their
/// erasure is nothing that happened to them.
fn last_recorded(db: &Connection, person: i64) -> Result<Option<NaiveDate>, Failure> {
    let traces: Vec<String> =
        Entry::TRACES.iter().chain(&["erasure-request"]).map(|kind| format!("'{kind}'")).collect();
    let sql = format!(
        "SELECT substr(s.at, 1, 10) FROM journal j CROSS JOIN step s ON s.id = j.step
         WHERE j.person = ? AND j.kind NOT IN ({}) ORDER BY j.seq DESC LIMIT 1",
        traces.join(", ")
    );
    let day: Option<String> = db.prepare_cached(&sql)?.query_row([person], |row| row.get(0)).optional()?;
    day.as_deref().map(row::day).transpose()
}
