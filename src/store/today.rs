//! Reading sessions by day: what the first screen shows.

use crate::domain::group::Session;
use crate::domain::id::SessionId;
use crate::domain::programme::Localised;
use crate::domain::record::{Failure, SessionRow};
use crate::store::row;
use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

/// Whether the enrolment `e` covers the date of the session `s`: one spell of a person at the most does.
pub(super) const EXPECTED: &str = "e.grp = s.grp AND e.first <= s.date AND (e.last IS NULL OR e.last >= s.date)";

/// A session with what a list needs of its group, and `more` of it; `sessions` chooses and orders them first,
/// so that nothing is read of those that are not shown.
pub(super) fn select(sessions: &str, more: &str) -> String {
    format!(
        "SELECT s.id, s.json, g.code, c.title, p.title, c.sessions,
           (SELECT count(*) FROM spell e WHERE {EXPECTED}),
           (SELECT count(*) FROM spell e CROSS JOIN mark m ON m.session = s.id AND m.person = e.person
             WHERE {EXPECTED}),
           c.id, {more}
         FROM ({sessions}) s
         CROSS JOIN grp g ON g.id = s.grp
         CROSS JOIN course c ON c.id = g.course
         LEFT JOIN course_plan p ON p.course = g.course AND p.plan = s.plan
         ORDER BY s.date, s.time, s.id"
    )
}

/// What was left to be done this time, when the session before was closed.
const PROMISED: &str = "(SELECT b.json ->> '$.next_time' FROM session b
    WHERE b.grp = s.grp AND b.state = 'held' AND (b.date, b.time) < (s.date, s.time)
    ORDER BY b.date DESC, b.time DESC LIMIT 1)";

/// Which sessions are meant, seen from a day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Which {
    /// Of the day, and running since before it.
    On,
    /// Planned after it, the first of them.
    After,
    /// Planned before it, the latest of them.
    Forgotten,
}

/// The sessions of a kind (`?3`) seen from a day (`?1`), `?2` of them. One question asks for all three: SQLite takes
/// longer to plan one than to answer it, and the first screen asks for each.
pub(super) fn sessions() -> String {
    const COLUMNS: &str = "id, json, grp, plan, date, time";
    let (on, after, forgotten) = (Which::On as u8, Which::After as u8, Which::Forgotten as u8);
    let planned = |which: u8, sign: &str, way: &str| {
        format!(
            "SELECT * FROM (SELECT {COLUMNS} FROM session WHERE ?3 = {which} AND state = 'planned' AND date {sign} ?1
             ORDER BY date {way}, time {way}, id {way} LIMIT ?2)"
        )
    };
    let sessions = format!(
        "SELECT {COLUMNS} FROM session WHERE ?3 = {on} AND date = ?1
         UNION ALL SELECT {COLUMNS} FROM session WHERE ?3 = {on} AND state = 'running' AND date < ?1
         UNION ALL {}
         UNION ALL {}",
        planned(after, ">", "ASC"),
        planned(forgotten, "<", "DESC")
    );
    select(&sessions, &format!("CASE WHEN ?3 = {on} THEN {PROMISED} END"))
}

pub(super) fn read(db: &Connection, which: Which, day: NaiveDate, limit: usize) -> Result<Vec<SessionRow>, Failure> {
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut statement = db.prepare_cached(&sessions())?;
    let mut rows = statement.query(params![day.to_string(), most, which as u8])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(session(db, row)?);
    }
    Ok(found)
}

/// The session that a row of [`select`] says.
pub(super) fn session(db: &Connection, row: &Row) -> Result<SessionRow, Failure> {
    let session: Session = row::json(row, 1)?;
    let first = row::json_or_none(row, 4)?.unwrap_or_default();
    Ok(SessionRow {
        id: SessionId(row.get(0)?),
        plan_title: title(db, row.get(8)?, first, session.carries.others())?,
        session,
        group_code: row.get(2)?,
        course_title: row::json(row, 3)?,
        of: row.get(5)?,
        people: row.get(6)?,
        marked: row.get(7)?,
        promised: row::text_or_none(row, 9)?.unwrap_or_default().to_owned(),
    })
}

/// The title of the first plan of a session with those of the others that it carries.
fn title(db: &Connection, course: i64, first: Localised, others: &[u16]) -> Result<Localised, Failure> {
    others.iter().try_fold(first, |title, plan| {
        let mut statement = db.prepare_cached("SELECT title FROM course_plan WHERE course = ? AND plan = ?")?;
        let mut rows = statement.query(params![course, plan])?;
        let other = rows.next()?.map(|row| row::json(row, 0)).transpose()?.unwrap_or_default();
        Ok(Localised::joined(&title, &other, " + "))
    })
}
