//! Reading what takes a room and somebody's time.

use crate::domain::change::Booked;
use crate::domain::group::{Group, Session};
use crate::domain::id::{CourseId, GroupId};
use crate::domain::programme::Course;
use crate::domain::record::Failure;
use crate::store::groups;
use crate::store::row::json;
use chrono::NaiveDate;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub(super) const SELECT: &str = "SELECT s.grp, s.json, g.json
    FROM session s CROSS JOIN grp g ON g.id = s.grp
    WHERE s.date >= ? AND s.date <= ? AND s.state <> 'cancelled' ORDER BY s.date, s.time, s.id";

/// The sessions of all groups from `from` to `to` that were not cancelled.
pub(super) fn read(db: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Vec<Booked>, Failure> {
    let mut statement = db.prepare_cached(SELECT)?;
    let mut rows = statement.query([from.to_string(), to.to_string()])?;
    let mut courses: BTreeMap<CourseId, Option<Course>> = BTreeMap::new();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (session, group): (Session, Group) = (json(row, 1)?, json(row, 2)?);
        let course = match courses.entry(group.course) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(groups::course(db, group.course)?),
        };
        let course = course.as_ref();
        let plan = course.and_then(|course| session.carries.composed(session.plan, course));
        found.push(Booked {
            group: GroupId(row.get(0)?),
            label: session.label(),
            date: session.date,
            time: session.time,
            minutes: plan.map_or(0, |plan| plan.minutes()),
            facilitators: group.facilitators_on(session.date).to_vec(),
            code: group.code,
            room: group.room,
        });
    }
    Ok(found)
}
