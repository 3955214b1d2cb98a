//! Reading sessions by day: what the first screen shows.

use crate::domain::group::Session;
use crate::domain::id::SessionId;
use crate::domain::programme::Localised;
use crate::domain::record::{Failure, LOOK_BACK, SessionRow};
use crate::store::row;
use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Params, params};

/// People whose enrolment covers the date of the session `s`: one spell at the most does.
const PEOPLE: &str = "(SELECT count(*) FROM spell e
    WHERE e.grp = s.grp AND e.first <= s.date AND (e.last IS NULL OR e.last >= s.date))";

/// People of these whose mark is recorded.
const MARKED: &str = "(SELECT count(*) FROM spell e CROSS JOIN mark m ON m.session = s.id AND m.person = e.person
    WHERE e.grp = s.grp AND e.first <= s.date AND (e.last IS NULL OR e.last >= s.date))";

/// A session with what a list needs of its group; `sessions` chooses and orders them first, so that
/// nothing is read of those that are not shown.
fn select(sessions: &str) -> String {
    format!(
        "SELECT s.id, s.json, g.code, c.title, p.title, c.sessions, {PEOPLE}, {MARKED}, c.id
         FROM ({sessions}) s
         CROSS JOIN grp g ON g.id = s.grp
         CROSS JOIN course c ON c.id = g.course
         LEFT JOIN course_plan p ON p.course = g.course AND p.plan = s.plan
         ORDER BY s.date, s.time, s.id"
    )
}

/// On a day, and running since before it.
pub(super) fn on() -> String {
    select(
        "SELECT id, json, grp, plan, date, time FROM session WHERE date = ?1
         UNION ALL
         SELECT id, json, grp, plan, date, time FROM session WHERE state = 'running' AND date < ?1",
    )
}

/// Planned after a day.
pub(super) fn after() -> String {
    select(
        "SELECT id, json, grp, plan, date, time FROM session WHERE state = 'planned' AND date > ?1
         ORDER BY date, time, id LIMIT ?2",
    )
}

/// Planned before a day, and held since another without every mark; the latest of each.
pub(super) fn forgotten() -> String {
    select(&format!(
        "SELECT * FROM (SELECT id, json, grp, plan, date, time FROM session
           WHERE state = 'planned' AND date < ?1 ORDER BY date DESC, time DESC, id DESC LIMIT ?3)
         UNION ALL
         SELECT * FROM (SELECT s.id, s.json, s.grp, s.plan, s.date, s.time FROM session s
           WHERE s.date >= ?2 AND s.date < ?1 AND s.state = 'held' AND s.extra = 0 AND {PEOPLE} > {MARKED}
           ORDER BY s.date DESC, s.time DESC, s.id DESC LIMIT ?3)"
    ))
}

pub(super) fn sessions_forgotten(db: &Connection, today: NaiveDate, limit: usize) -> Result<Vec<SessionRow>, Failure> {
    let since = today - Days::new(u64::from(LOOK_BACK));
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut found = rows(db, &forgotten(), params![today.to_string(), since.to_string(), most])?;
    found.reverse();
    found.truncate(limit);
    Ok(found)
}

pub(super) fn sessions_on(db: &Connection, date: NaiveDate) -> Result<Vec<SessionRow>, Failure> {
    rows(db, &on(), [date.to_string()])
}

pub(super) fn sessions_after(db: &Connection, date: NaiveDate, limit: usize) -> Result<Vec<SessionRow>, Failure> {
    rows(db, &after(), params![date.to_string(), i64::try_from(limit).unwrap_or(i64::MAX)])
}

fn rows(db: &Connection, sql: &str, given: impl Params) -> Result<Vec<SessionRow>, Failure> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(given)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let session: Session = row::json(row, 1)?;
        let first = row::json_or_none(row, 4)?.unwrap_or_default();
        found.push(SessionRow {
            id: SessionId(row.get(0)?),
            plan_title: title(db, row.get(8)?, first, session.carries.others())?,
            session,
            group_code: row.get(2)?,
            course_title: row::json(row, 3)?,
            of: row.get(5)?,
            people: row.get(6)?,
            marked: row.get(7)?,
        });
    }
    Ok(found)
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
