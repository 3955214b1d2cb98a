//! Reading groups: a window of the list, a course, and everything of one group.

use crate::domain::group::Group;
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::programme::Course;
use crate::domain::record::{Cursor, Dated, Failure, GroupRecord, GroupRow, GroupsQuery, Member, Row, Window};
use crate::store::alphabet::{self, Sorter};
use crate::store::guests;
use crate::store::part::Part;
use crate::store::row::{self, day, json};
use crate::store::shelf::Shelf;
use crate::store::window::{Keyset, Run};
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::fmt::Write as _;

pub(super) fn by_code(db: &Connection, code: &str) -> Result<Option<GroupId>, Failure> {
    let mut statement = db.prepare_cached("SELECT id FROM grp WHERE code = ?")?;
    Ok(statement.query_row([code], |row| row.get(0).map(GroupId)).optional()?)
}

pub(super) fn course(db: &Connection, id: CourseId) -> Result<Option<Course>, Failure> {
    let mut statement = db.prepare_cached("SELECT json FROM course WHERE id = ?")?;
    let mut rows = statement.query([id.0])?;
    rows.next()?.map(|row| json(row, 0)).transpose()
}

pub(super) fn pinned(db: &Connection, course: &Course) -> Result<Option<CourseId>, Failure> {
    let json = serde_json::to_string(course)?;
    let mut statement =
        db.prepare_cached("SELECT id FROM course WHERE programme = ? AND version = ? AND json = ? ORDER BY id")?;
    let given = [&course.programme, &course.version, &json];
    Ok(statement.query_row(given, |row| row.get(0).map(CourseId)).optional()?)
}

/// The statement for groups of `query` from a window on, and what it is given.
pub(super) fn select<'a>(
    query: &'a GroupsQuery,
    keyset: &Keyset<'a>,
    limit: usize,
) -> Result<(String, Vec<ToSqlOutput<'a>>), Failure> {
    let mut sql = "SELECT g.id, g.start, g.json, c.title, c.version_title,
          (SELECT count(*) FROM enrolment e WHERE e.grp = g.id AND e.state IN ('enrolled', 'completed')),
          (SELECT count(*) FROM session s WHERE s.grp = g.id),
          (SELECT count(*) FROM session s WHERE s.grp = g.id AND s.state IN ('running', 'held')),
          (SELECT count(*) FROM session s WHERE s.grp = g.id AND s.state = 'cancelled'),
          (SELECT min(s.date) FROM session s WHERE s.grp = g.id AND s.state = 'planned')
        FROM grp g CROSS JOIN course c ON c.id = g.course WHERE true"
        .to_owned();
    let mut given: Vec<ToSqlOutput> = Vec::new();
    if query.unfinished {
        sql.push_str(" AND g.finished IS NULL");
    }
    if let Some((compares, cursor)) = keyset.comparison {
        let _ = write!(sql, " AND (g.start, g.id) {compares} (?, ?)");
        let start = std::str::from_utf8(&cursor.sort).map_err(|e| Failure::Damaged(e.to_string()))?;
        given.push(start.into());
        given.push(cursor.id.into());
    }
    if !query.text.is_empty() {
        sql.push_str(" AND instr(g.text, ?) > 0");
        given.push(query.text.as_str().into());
    }
    let direction = keyset.direction;
    let _ = write!(sql, " ORDER BY g.start {direction}, g.id {direction} LIMIT ?");
    given.push(i64::try_from(limit).unwrap_or(i64::MAX).into());
    Ok((sql, given))
}

pub(super) fn window(
    db: &Connection,
    query: &GroupsQuery,
    window: &Window,
    limit: usize,
) -> Result<Vec<Row<GroupRow>>, Failure> {
    let keyset = Keyset::of(window, Run::Descending);
    let (sql, given) = select(query, &keyset, limit)?;
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(given))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let cursor = Cursor { id: row.get(0)?, sort: row.get::<_, String>(1)?.into_bytes() };
        let value = GroupRow {
            id: GroupId(cursor.id),
            group: json(row, 2)?,
            title: json(row, 3)?,
            version_title: json(row, 4)?,
            people: row.get(5)?,
            sessions: row.get(6)?,
            held: row.get(7)?,
            cancelled: row.get(8)?,
            next: row::text_or_none(row, 9)?.map(day).transpose()?,
        };
        found.push(Row { cursor, value });
    }
    Ok(keyset.in_order(found))
}

/// Everything of one group, read whole. To be called inside a read transaction.
pub(super) fn record(
    db: &Connection,
    (sorter, shelf): (&Sorter, &Shelf),
    id: GroupId,
    order: &str,
) -> Result<Option<GroupRecord>, Failure> {
    let mut statement = db.prepare_cached("SELECT json FROM grp WHERE id = ?")?;
    let mut rows = statement.query([id.0])?;
    let Some(group) = rows.next()?.map(|row| json::<Group>(row, 0)).transpose()? else { return Ok(None) };
    let course = shelf
        .course(db, group.course)?
        .ok_or_else(|| Failure::Damaged(format!("the course of group `{}` is missing", group.code)))?;
    let members = members(db, sorter, id, &course.programme, order)?;
    let mut record = GroupRecord::laid_out(id, group, course, sessions(db, id)?, members);
    record.compose();
    guests::add(db, sorter, &mut record, order)?;
    for part in Part::ALL {
        part.read(db, &mut record)?;
    }
    Ok(Some(record))
}

fn sessions(db: &Connection, group: GroupId) -> Result<Vec<Dated>, Failure> {
    let mut statement =
        db.prepare_cached("SELECT id, json FROM session WHERE grp = ? ORDER BY date, time, plan, id")?;
    let mut rows = statement.query([group.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Dated { id: SessionId(row.get(0)?), session: json(row, 1)? });
    }
    Ok(found)
}

fn members(
    db: &Connection,
    sorter: &Sorter,
    group: GroupId,
    programme: &str,
    order: &str,
) -> Result<Vec<Member>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT e.person, p.json, e.json, x.json FROM enrolment e
         CROSS JOIN person_facts p ON p.id = e.person
         LEFT JOIN exception x ON x.person = e.person AND x.item = ?2
         WHERE e.grp = ?1",
    )?;
    let mut rows = statement.query((group.0, programme))?;
    let mut found: Vec<Member> = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Member {
            id: PersonId(row.get(0)?),
            person: json(row, 1)?,
            enrolment: json(row, 2)?,
            exception: row::json_or_none(row, 3)?,
        });
    }
    let alphabet = alphabet::of(order);
    found.sort_by_cached_key(|member| (sorter.key(alphabet, &member.person.list_name()), member.id));
    Ok(found)
}
