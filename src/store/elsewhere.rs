//! Reading sessions of all groups that follow one programme: where something missed can be made good.

use crate::domain::catching_up::Elsewhere;
use crate::domain::id::{CourseId, GroupId, SessionId};
use crate::domain::programme::Course;
use crate::domain::record::{Dated, Failure};
use crate::store::groups;
use crate::store::row::json;
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

pub(super) const SELECT: &str = "SELECT s.id, s.grp, g.code, g.course, s.json
    FROM session s CROSS JOIN grp g ON g.id = s.grp CROSS JOIN course c ON c.id = g.course
    WHERE s.date >= ? AND s.date <= ? AND s.state <> 'cancelled' AND c.programme = ? ORDER BY s.date, s.time, s.id";

/// The sessions from `from` to `to` of groups whose course is of `programme`, without those cancelled.
pub(super) fn read(
    db: &Connection,
    programme: &str,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<Elsewhere>, Failure> {
    let mut statement = db.prepare_cached(SELECT)?;
    let mut rows = statement.query(params![from.to_string(), to.to_string(), programme])?;
    let mut courses: BTreeMap<CourseId, Option<Arc<Course>>> = BTreeMap::new();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let course = match courses.entry(CourseId(row.get(3)?)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                let course = groups::course(db, *unknown.key())?.map(Arc::new);
                unknown.insert(course)
            }
        };
        let Some(course) = course.as_ref().map(Arc::clone) else { continue };
        let dated = Dated { id: SessionId(row.get(0)?), session: json(row, 4)? };
        found.push(Elsewhere { group: GroupId(row.get(1)?), code: row.get(2)?, dated, course });
    }
    Ok(found)
}
