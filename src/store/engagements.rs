//! Reading what takes somebody's time: appointments, and sessions of the groups they are in.

use crate::domain::appointment::{Engagement, What, recorded};
use crate::domain::group::Session;
use crate::domain::id::{CourseId, GroupId, PersonId};
use crate::domain::record::{About, Failure};
use crate::store::shelf::Shelf;
use crate::store::{row, standing};
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// On any of `days`, apart from what the group `except` does.
pub(super) fn engagements(
    db: &Connection,
    shelf: &Shelf,
    person: PersonId,
    except: GroupId,
    days: &[NaiveDate],
) -> Result<Vec<Engagement>, Failure> {
    let appointments = standing::standing(db, "appointment", About::Person(person))?.into_iter().filter_map(recorded);
    let mut found: Vec<Engagement> = appointments.map(|(_, _, appointment)| appointment.into()).collect();
    found.retain(|engagement| days.contains(&engagement.date));
    let mut statement = db.prepare_cached(
        "SELECT g.code, g.course, s.json FROM enrolment e
         CROSS JOIN grp g ON g.id = e.grp CROSS JOIN session s ON s.grp = g.id
         WHERE e.person = ? AND e.state = 'enrolled' AND g.finished IS NULL AND g.id <> ?
           AND s.state IN ('planned', 'running') ORDER BY s.date, s.time",
    )?;
    let mut rows = statement.query(params![person.0, except.0])?;
    while let Some(row) = rows.next()? {
        let session: Session = row::json(row, 2)?;
        if !days.contains(&session.date) {
            continue;
        }
        let course = shelf.course(db, CourseId(row.get(1)?))?;
        let plan = course.and_then(|course| session.carries.composed(session.plan, &course));
        let what = What::Group(row.get(0)?);
        let minutes = plan.map_or(0, |plan| plan.minutes());
        found.push(Engagement { date: session.date, time: session.time, minutes, what });
    }
    Ok(found)
}
