//! Reading what somebody forgot: sessions of a day that is gone, and held ones that lack something.

use crate::domain::attendance::TABLE;
use crate::domain::group::Session;
use crate::domain::id::PersonId;
use crate::domain::programme::RatingTime;
use crate::domain::record::{Failure, Forgotten, LOOK_BACK};
use crate::store::row;
use crate::store::today::{self, EXPECTED, Which};
use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// Held sessions that are looked at, at the most: two weeks of two dozen groups.
const LOOKED_AT: u32 = 96;

/// Whether the mark `m` says that somebody was there.
fn here() -> String {
    let codes = TABLE.iter().filter(|row| row.code.attended()).map(|row| format!("'{}'", row.id));
    format!("m.code IN ({})", codes.collect::<Vec<_>>().join(", "))
}

/// Held from a day to another, the latest first, with who was there and what is judged of them.
pub(super) fn held() -> String {
    let latest = "SELECT id, json, grp, plan, date, time FROM session
         WHERE date >= ?2 AND date <= ?1 AND state = 'held' AND extra = 0
         ORDER BY date DESC, time DESC, id DESC LIMIT ?3";
    let there = format!("FROM spell e CROSS JOIN mark m ON m.session = s.id AND m.person = e.person AND {}", here());
    let more = format!(
        "NULL, (SELECT count(*) {there} WHERE {EXPECTED}),
         (SELECT count(*) {there} CROSS JOIN outcome o ON o.grp = s.grp AND o.session = s.id AND o.person = e.person
           WHERE {EXPECTED}),
         p.objectives, p.rates"
    );
    today::select(latest, &more)
}

pub(super) fn read(db: &Connection, today: NaiveDate, limit: usize) -> Result<Vec<Forgotten>, Failure> {
    let planned = today::read(db, Which::Forgotten, today, limit)?.into_iter();
    let mut found: Vec<_> =
        planned.map(|session| Forgotten { session, outcomes: (0, 0), unjudged: None, unrated: 0 }).collect();
    let since = today - Days::new(u64::from(LOOK_BACK));
    let mut statement = db.prepare_cached(&held())?;
    let mut rows = statement.query(params![today.to_string(), since.to_string(), LOOKED_AT])?;
    while let Some(row) = rows.next()? {
        found.extend(lacking(db, row, today)?);
    }
    found.sort_by_key(|f| std::cmp::Reverse((f.session.session.date, f.session.session.time, f.session.id)));
    found.truncate(limit);
    Ok(found)
}

/// The held session of a row, if it lacks something.
fn lacking(db: &Connection, row: &Row, today: NaiveDate) -> Result<Option<Forgotten>, Failure> {
    let (here, judged): (u32, u32) = (row.get(10)?, row.get(11)?);
    let session = today::session(db, row)?;
    let asks = asks(db, row, &session.session)?;
    let objectives = u32::try_from(asks.objectives.len()).unwrap_or(u32::MAX);
    let of = here.saturating_mul(objectives);
    let missing = of.saturating_sub(judged);
    let unjudged = if missing > 0 { unjudged(db, &session.session, session.id.0, objectives)? } else { None };
    let unrated = if asks.second_rating { unrated(db, &session.session, row.get(8)?, today)? } else { 0 };
    let lacks = session.marked < session.people || missing > 0 || unrated > 0;
    Ok(lacks.then_some(Forgotten { session, outcomes: (missing, of), unjudged, unrated }))
}

/// What a session asks for: the objectives of everything that it carries, and the second self-rating.
struct Asks {
    objectives: BTreeSet<String>,
    second_rating: bool,
}

fn asks(db: &Connection, row: &Row, session: &Session) -> Result<Asks, Failure> {
    let mut asks = Asks { objectives: BTreeSet::new(), second_rating: false };
    // What is reached at the end belongs to the last part.
    if !session.carries.is_last() {
        return Ok(asks);
    }
    let mut add = |objectives: Vec<String>, rates: Option<&str>| {
        asks.objectives.extend(objectives);
        asks.second_rating |= rates == Some(RatingTime::After.name());
    };
    add(row::json_or_none(row, 12)?.unwrap_or_default(), row::text_or_none(row, 13)?);
    for plan in session.carries.others() {
        let mut statement =
            db.prepare_cached("SELECT objectives, rates FROM course_plan WHERE course = ? AND plan = ?")?;
        let mut rows = statement.query(params![row.get::<_, i64>(8)?, plan])?;
        if let Some(row) = rows.next()? {
            add(row::json(row, 0)?, row::text_or_none(row, 1)?);
        }
    }
    Ok(asks)
}

/// The first of those who were there and have fewer outcomes than `objectives`.
fn unjudged(db: &Connection, session: &Session, id: i64, objectives: u32) -> Result<Option<PersonId>, Failure> {
    let sql = format!(
        "SELECT e.person FROM spell e CROSS JOIN mark m ON m.session = ?1 AND m.person = e.person AND {}
         WHERE e.grp = ?2 AND e.first <= ?3 AND (e.last IS NULL OR e.last >= ?3)
           AND (SELECT count(*) FROM outcome o WHERE o.grp = ?2 AND o.session = ?1 AND o.person = e.person) < ?4
         LIMIT 1",
        here()
    );
    let given = params![id, session.group.0, session.date.to_string(), objectives];
    Ok(db.prepare_cached(&sql)?.query_row(given, |row| row.get(0).map(PersonId)).optional()?)
}

/// People expected at a session who are still here and have not answered everything a second time.
fn unrated(db: &Connection, session: &Session, course: i64, today: NaiveDate) -> Result<u32, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT count(*) FROM spell e CROSS JOIN person p ON p.id = e.person
         WHERE e.grp = ?1 AND e.first <= ?2 AND (e.last IS NULL OR e.last >= ?2)
           AND (p.release IS NULL OR p.release > ?3)
           AND (SELECT count(*) FROM rating r
             WHERE r.grp = e.grp AND r.person = e.person AND r.item >= 'after:' AND r.item < 'after;')
             < (SELECT rated FROM course WHERE id = ?4)",
    )?;
    let given = params![session.group.0, session.date.to_string(), today.to_string(), course];
    Ok(statement.query_row(given, |row| row.get(0))?)
}
