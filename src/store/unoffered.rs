//! To whom a pathway has to be offered and was not: who is held so, is still here, and never had it started.

use crate::domain::id::PersonId;
use crate::domain::offered::Unoffered;
use crate::domain::pathway::Pathway;
use crate::domain::person::{LegalStatus, Person};
use crate::domain::record::Failure;
use crate::store::{applicants, row};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, params};

/// At most `limit` of them who are not released before `today`, the soonest released first.
pub(super) fn read(
    db: &Connection,
    pathway: &Pathway,
    today: NaiveDate,
    limit: usize,
) -> Result<Vec<Unoffered>, Failure> {
    let mut statement = db.prepare_cached(&select(pathway))?;
    // What it is pinned by begins with its id, whatever it said when it was.
    let pin = format!("{}@", pathway.id);
    let length = i64::try_from(pin.chars().count()).unwrap_or(i64::MAX);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query(params![today.num_days_from_ce(), pin, length, limit])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let person = Person { given: row.get(3)?, family: row.get(4)?, ..Person::default() };
        found.push(Unoffered {
            person: PersonId(row.get(0)?),
            name: person.name(),
            short_name: person.short_name(),
            since: applicants::day(row.get(1)?)?,
            release: applicants::release(row.get(2)?)?,
            detained: row::json_or_none(row, 5)?,
        });
    }
    Ok(found)
}

/// Whoever is of such a status or detained is asked for their runs, and nobody else.
pub(super) fn select(pathway: &Pathway) -> String {
    let place = |status: &LegalStatus| LegalStatus::ALL.iter().position(|other| other == status);
    let held: Vec<String> = pathway.offered_to.iter().filter_map(place).map(|place| place.to_string()).collect();
    let detained = u8::from(pathway.offered_to.contains(&LegalStatus::ImmigrationDetention));
    format!(
        "SELECT a.person, a.since, a.release, p.given, p.family,
           (SELECT d.json FROM fact d WHERE d.kind = 'detention' AND d.person = a.person)
         FROM applicant a CROSS JOIN person p ON p.id = a.person
         WHERE a.release >= ?1
           AND (a.legal_status IN ({}) OR {detained} AND a.person IN (SELECT person FROM fact WHERE kind = 'detention'))
           AND NOT EXISTS (SELECT 1 FROM fact r WHERE r.kind = 'run' AND r.person = a.person
             AND substr(r.json ->> '$.pathway', 1, ?3) = ?2)
         ORDER BY a.release, a.person LIMIT ?4",
        held.join(", ")
    )
}
