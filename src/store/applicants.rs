//! Everybody as rules see them: a narrow table that is read in the order of releases.

use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::{Applicant, Failure};
use crate::store::row;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Stands for a release that is not recorded: after every other.
const UNKNOWN: &str = "9999-12-31";

fn key(release: Option<NaiveDate>) -> String {
    release.map_or_else(|| UNKNOWN.to_owned(), |day| day.to_string())
}

/// Takes out what stood there for somebody with these facts.
pub(super) fn forget(db: &Connection, id: PersonId, person: &Person) -> Result<(), Failure> {
    let mut statement = db.prepare_cached("DELETE FROM applicant WHERE release = ? AND person = ?")?;
    statement.execute(params![key(person.release), id.0])?;
    Ok(())
}

/// Puts somebody in, waiting since then or since the day of the first entry about them, which may be the
/// one that is being recorded.
pub(super) fn put(db: &Connection, id: PersonId, person: &Person) -> Result<(), Failure> {
    let mut statement = db.prepare_cached(
        "INSERT INTO applicant (release, person, since, json) VALUES (?1, ?2, coalesce(?3,
           (SELECT substr(s.at, 1, 10) FROM journal j CROSS JOIN step s ON s.id = j.step
            WHERE j.person = ?2 ORDER BY j.seq LIMIT 1),
           (SELECT substr(at, 1, 10) FROM step ORDER BY id DESC LIMIT 1)), ?4)",
    )?;
    let since = person.waiting_since.map(|day| day.to_string());
    statement.execute(params![key(person.release), id.0, since, serde_json::to_string(&asked(person))?])?;
    Ok(())
}

/// The facts that rules ask about.
fn asked(person: &Person) -> Person {
    Person {
        languages: person.languages.clone(),
        interpreter: person.interpreter,
        born: person.born,
        release: person.release,
        occupation: person.occupation,
        legal_status: person.legal_status,
        consent: person.consent,
        answers: person.answers.clone(),
        ..Person::default()
    }
}

/// Everybody who is released after `day`, the soonest first, then those of whom that is not recorded.
pub(super) fn each(db: &Connection, day: NaiveDate, visit: &mut dyn FnMut(Applicant)) -> Result<(), Failure> {
    let mut statement =
        db.prepare_cached("SELECT person, since, json FROM applicant WHERE release > ? ORDER BY release, person")?;
    let mut rows = statement.query([day.to_string()])?;
    while let Some(row) = rows.next()? {
        visit(applicant(row)?);
    }
    Ok(())
}

/// Visits the first `most` people who are released after `day`, have no place in an unfinished group and have
/// not completed `programme`; how many that were.
pub(super) fn without_place(
    db: &Connection,
    (day, programme): (NaiveDate, &str),
    most: u32,
    visit: &mut dyn FnMut(Applicant),
) -> Result<u32, Failure> {
    let mut statement = db.prepare_cached(WITHOUT_PLACE)?;
    let mut rows = statement.query(params![day.to_string(), most, programme])?;
    let mut visited = 0;
    while let Some(row) = rows.next()? {
        visit(applicant(row)?);
        visited += 1;
    }
    Ok(visited)
}

/// What stops at the limit may pass over those who have a place or are done: of those who are still here they
/// are the fewer.
pub(super) const WITHOUT_PLACE: &str = "SELECT a.person, a.since, a.json FROM applicant a WHERE a.release > ?1
      AND NOT EXISTS (SELECT 1 FROM enrolment e CROSS JOIN grp g ON g.id = e.grp
        CROSS JOIN course c ON c.id = g.course
        WHERE e.person = a.person AND (e.state IN ('waiting', 'enrolled') AND g.finished IS NULL
          OR e.state = 'completed' AND c.programme = ?3))
    ORDER BY a.release, a.person LIMIT ?2";

pub(super) fn one(db: &Connection, id: PersonId) -> Result<Option<Applicant>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT a.person, a.since, a.json FROM person p
         CROSS JOIN applicant a ON a.release = coalesce(p.release, ?2) AND a.person = p.id WHERE p.id = ?1",
    )?;
    let found = statement.query_row(params![id.0, UNKNOWN], |row| Ok(applicant(row))).optional()?;
    found.transpose()
}

pub(super) fn released_by(db: &Connection, day: NaiveDate) -> Result<usize, Failure> {
    let mut statement = db.prepare_cached("SELECT count(*) FROM applicant WHERE release <= ?")?;
    let count: i64 = statement.query_row([day.to_string()], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

fn applicant(row: &Row) -> Result<Applicant, Failure> {
    Ok(Applicant { id: PersonId(row.get(0)?), since: row::day(row::text(row, 1)?)?, person: row::json(row, 2)? })
}
