//! Who is released before the end of their group: kept up to date as facts change, read on every start.

use crate::domain::group::Session;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::person::Person;
use crate::domain::record::{Failure, ReleaseWatch};
use crate::store::row::{day, json, text};
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// Draws the watch list of `group` anew.
pub(super) fn renew(db: &Connection, group: GroupId) -> Result<(), Failure> {
    db.prepare_cached("DELETE FROM watch WHERE grp = ?")?.execute([group.0])?;
    db.prepare_cached(
        "INSERT INTO watch (release, grp, person)
         SELECT p.release, g.id, e.person
         FROM grp g
         CROSS JOIN enrolment e ON e.grp = g.id AND e.state = 'enrolled'
         CROSS JOIN person p ON p.id = e.person
         WHERE g.id = ? AND g.finished IS NULL
           AND p.release <= (SELECT max(s.date) FROM session s WHERE s.grp = g.id AND s.state = 'planned' AND s.extra = 0)",
    )?
    .execute([group.0])?;
    Ok(())
}

pub(super) const SELECT: &str = "SELECT w.release, w.grp, w.person, g.code, g.course, p.given, p.family
    FROM watch w CROSS JOIN grp g ON g.id = w.grp CROSS JOIN person p ON p.id = w.person
    WHERE EXISTS (SELECT 1 FROM session s WHERE s.grp = w.grp AND s.state = 'planned' AND s.extra = 0 AND s.date >= ?1)
    ORDER BY w.release, w.grp, w.person LIMIT ?2";

/// Everybody on the watch list who still misses a session from `today` on, soonest release first.
pub(super) fn read(db: &Connection, today: NaiveDate, limit: usize) -> Result<Vec<ReleaseWatch>, Failure> {
    let mut statement = db.prepare_cached(SELECT)?;
    let mut rows = statement.query(params![today.to_string(), i64::try_from(limit).unwrap_or(i64::MAX)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let release = day(text(row, 0)?)?;
        let person = Person { given: row.get(5)?, family: row.get(6)?, ..Person::default() };
        let mut line = ReleaseWatch {
            group: GroupId(row.get(1)?),
            person: PersonId(row.get(2)?),
            code: row.get(3)?,
            name: person.name(),
            short_name: person.short_name(),
            release,
            next: release,
            missed: Vec::new(),
            essential: Vec::new(),
        };
        add_missed(db, &mut line, &essential(db, row.get(4)?)?, today)?;
        found.push(line);
    }
    Ok(found)
}

/// The next session of the group from `today` on, and those from the release on.
fn add_missed(db: &Connection, line: &mut ReleaseWatch, essential: &[u16], today: NaiveDate) -> Result<(), Failure> {
    let mut statement = db.prepare_cached(
        "SELECT json FROM session
         WHERE grp = ?1 AND state = 'planned' AND extra = 0 AND date >= ?2 ORDER BY date, time, plan, id",
    )?;
    let mut rows = statement.query(params![line.group.0, today.to_string()])?;
    let mut is_first = true;
    while let Some(row) = rows.next()? {
        let session: Session = json(row, 0)?;
        if std::mem::take(&mut is_first) {
            line.next = session.date;
        }
        if session.date < line.release {
            continue;
        }
        if session.plans().any(|plan| essential.contains(&plan)) {
            line.essential.push(session.label());
        }
        line.missed.push((session.label(), session.date));
    }
    Ok(())
}

/// The essential plans of a course.
fn essential(db: &Connection, course: i64) -> Result<Vec<u16>, Failure> {
    let mut statement = db.prepare_cached("SELECT plan FROM course_plan WHERE course = ? AND essential")?;
    let plans = statement.query_map([course], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(plans)
}
