//! Reading people: one, a window of a list, everybody, and what is recorded about them.

use crate::domain::attendance::Kind;
use crate::domain::eligibility::Exception;
use crate::domain::group::{Enrolment, Session};
use crate::domain::id::{GroupId, PersonId};
use crate::domain::person::Person;
use crate::domain::record::{Cursor, Failure, Membership, Needle, PeopleQuery, PersonRow, Row, Window};
use crate::store::alphabet::{self, country_mark, language_mark};
use crate::store::row;
use crate::store::window::{Keyset, Run};
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, OptionalExtension, Params, params_from_iter};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::ControlFlow;

pub(super) fn person(db: &Connection, id: PersonId) -> Result<Option<Person>, Failure> {
    let json: Option<String> = db
        .prepare_cached("SELECT json FROM person_facts WHERE id = ?")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    Ok(json.map(|json| serde_json::from_str(&json)).transpose()?)
}

pub(super) fn by_reference(db: &Connection, reference: &str) -> Result<Option<PersonId>, Failure> {
    let mut statement = db.prepare_cached("SELECT id FROM person WHERE reference = ?")?;
    Ok(statement.query_row([reference], |row| row.get(0).map(PersonId)).optional()?)
}

pub(super) fn is_empty(db: &Connection) -> Result<bool, Failure> {
    Ok(db.prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM person)")?.query_row([], |row| row.get(0))?)
}

pub(super) fn window(
    db: &Connection,
    query: &PeopleQuery,
    window: &Window,
    limit: usize,
) -> Result<Vec<Row<PersonRow>>, Failure> {
    let keyset = Keyset::of(window, Run::Ascending);
    let mut rows = Vec::new();
    visit(db, query, &keyset, limit, &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    Ok(keyset.in_order(rows))
}

pub(super) fn each(
    db: &Connection,
    query: &PeopleQuery,
    visitor: &mut dyn FnMut(PersonRow) -> ControlFlow<()>,
) -> Result<(), Failure> {
    visit(db, query, &Keyset::of(&Window::Start, Run::Ascending), usize::MAX, &mut |row| visitor(row.value))
}

pub(super) fn found(db: &Connection, query: &PeopleQuery) -> Result<BTreeSet<PersonId>, Failure> {
    let mut sql = "SELECT f.person FROM find f WHERE f.alphabet = ?".to_owned();
    let mut given: Vec<ToSqlOutput> = vec![alphabet::of(&query.order).into()];
    look_for(query, &mut sql, &mut given);
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(given), |row| row.get(0).map(PersonId))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The statement for people of `query` from a window on, and what it is given.
pub(super) fn select<'a>(query: &'a PeopleQuery, keyset: &Keyset<'a>, limit: usize) -> (String, Vec<ToSqlOutput<'a>>) {
    let mut sql = "SELECT f.key, f.person, p.json FROM find f CROSS JOIN person_facts p ON p.id = f.person
        WHERE f.alphabet = ?"
        .to_owned();
    let mut given: Vec<ToSqlOutput> = vec![alphabet::of(&query.order).into()];
    if let Some((compares, cursor)) = keyset.comparison {
        let _ = write!(sql, " AND (f.key, f.person) {compares} (?, ?)");
        given.push(cursor.sort.as_slice().into());
        given.push(cursor.id.into());
    }
    look_for(query, &mut sql, &mut given);
    let direction = keyset.direction;
    let _ = write!(sql, " ORDER BY f.key {direction}, f.person {direction} LIMIT ?");
    given.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
    (sql, given)
}

/// All needles of `query`, as conditions.
fn look_for(query: &PeopleQuery, sql: &mut String, given: &mut Vec<ToSqlOutput>) {
    for needle in &query.needles {
        let parts = in_text(needle);
        let _ = write!(sql, " AND (instr(f.text, ?) > 0{})", " OR instr(f.text, ?) > 0".repeat(parts.len() - 1));
        given.extend(parts.into_iter().map(ToSqlOutput::from));
    }
}

/// What may stand in the searched text for a needle to be found; never empty.
fn in_text(needle: &Needle) -> Vec<String> {
    let languages = needle.languages.iter().map(|language| language_mark(language.code()));
    let countries = needle.countries.iter().map(|country| country_mark(country.code()));
    std::iter::once(needle.text.clone()).chain(languages).chain(countries).collect()
}

fn visit(
    db: &Connection,
    query: &PeopleQuery,
    keyset: &Keyset,
    limit: usize,
    visitor: &mut dyn FnMut(Row<PersonRow>) -> ControlFlow<()>,
) -> Result<(), Failure> {
    let (sql, given) = select(query, keyset, limit);
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(given))?;
    while let Some(row) = rows.next()? {
        let cursor = Cursor { sort: row.get(0)?, id: row.get(1)? };
        let value = PersonRow { id: PersonId(cursor.id), person: row::json(row, 2)? };
        if visitor(Row { cursor, value }).is_break() {
            break;
        }
    }
    Ok(())
}

pub(super) fn exceptions(db: &Connection, person: PersonId) -> Result<BTreeMap<String, Exception>, Failure> {
    by_json(db, "SELECT item, json FROM exception WHERE person = ?", [person.0])
}

pub(super) fn exceptions_for(db: &Connection, programme: &str) -> Result<BTreeMap<PersonId, Exception>, Failure> {
    let found: BTreeMap<i64, Exception> =
        by_json(db, "SELECT person, json FROM exception WHERE item = ?", [programme])?;
    Ok(found.into_iter().map(|(id, exception)| (PersonId(id), exception)).collect())
}

fn by_json<K, V>(db: &Connection, sql: &str, given: impl Params) -> Result<BTreeMap<K, V>, Failure>
where
    K: Ord + rusqlite::types::FromSql,
    V: serde::de::DeserializeOwned,
{
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(given)?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        found.insert(row.get(0)?, row::json(row, 1)?);
    }
    Ok(found)
}

pub(super) fn placed(db: &Connection) -> Result<BTreeMap<PersonId, String>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT e.person, g.code FROM grp g CROSS JOIN enrolment e ON e.grp = g.id
         WHERE g.finished IS NULL AND e.state IN ('waiting', 'enrolled')",
    )?;
    let rows = statement.query_map([], |row| Ok((PersonId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn memberships(db: &Connection, person: PersonId) -> Result<Vec<Membership>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT g.id, g.code, c.title, e.json FROM enrolment e
         CROSS JOIN grp g ON g.id = e.grp CROSS JOIN course c ON c.id = g.course
         WHERE e.person = ? ORDER BY g.start DESC, g.id DESC",
    )?;
    let mut rows = statement.query([person.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let group = GroupId(row.get(0)?);
        let enrolment = row::json(row, 3)?;
        let (attended, held) = attendance(db, group, person, &enrolment)?;
        found.push(Membership { group, code: row.get(1)?, title: row::json(row, 2)?, enrolment, attended, held });
    }
    Ok(found)
}

/// Sessions attended, and sessions that count for the person, as the register counts them.
fn attendance(db: &Connection, group: GroupId, person: PersonId, enrolment: &Enrolment) -> Result<(u32, u32), Failure> {
    let mut statement = db.prepare_cached(
        "SELECT s.json, m.code, m.minutes, m.note, m.caught_up_on, m.caught_up_minutes, m.more,
           EXISTS (SELECT 1 FROM fact f
             WHERE f.kind = 'guest' AND f.person = ?2 AND f.grp = ?1 AND f.session = s.id)
         FROM session s LEFT JOIN mark m ON m.session = s.id AND m.person = ?2
         WHERE s.grp = ?1 AND s.state <> 'cancelled'",
    )?;
    let mut rows = statement.query([group.0, person.0])?;
    let (mut attended, mut held) = (0, 0);
    while let Some(row) = rows.next()? {
        let session: Session = row::json(row, 0)?;
        if session.is_extra() {
            continue;
        }
        let covered = enrolment.covers(session.date);
        if row::text_or_none(row, 1)?.is_none() {
            held += u32::from(session.state.is_held() && covered);
            continue;
        }
        // What somebody did here as a guest, without a place, is not counted.
        if !covered && row.get(7)? {
            continue;
        }
        let code = row::mark(row, 1)?.code;
        held += u32::from(code.kind() != Kind::NotCounted);
        attended += u32::from(code.attended());
    }
    Ok((attended, held))
}
