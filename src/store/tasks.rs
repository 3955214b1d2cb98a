//! What has a day of its own and is still open, read from its facts by that day.

use crate::domain::entry::Entry;
use crate::domain::person::Person;
use crate::domain::record::{Failure, TaskRow};
use crate::domain::task::Task;
use crate::store::row;
use chrono::NaiveDate;
use rusqlite::{Connection, params};

/// Which facts those are, and by what they are found, is said as the index says it, word for word: only then it is used.
pub(super) const SELECT: &str = "SELECT f.kind, nullif(f.person, 0), nullif(f.grp, 0), nullif(f.session, 0),
      nullif(f.course, 0), nullif(f.item, ''), f.json, p.given, p.family, g.code
    FROM fact f INDEXED BY fact_due LEFT JOIN person p ON p.id = f.person LEFT JOIN grp g ON g.id = f.grp
    WHERE f.kind IN ('action', 'remedy', 'group-remedy', 'training', 'contact')
      AND CASE WHEN json_valid(f.json) AND json_extract(f.json, '$.closed') IS NULL
            THEN json_extract(f.json, '$.due') END <= ?1
    ORDER BY CASE WHEN json_valid(f.json) AND json_extract(f.json, '$.closed') IS NULL
            THEN json_extract(f.json, '$.due') END
    LIMIT ?2";

/// At most `limit` of what is to be done by `until`, the soonest first.
pub(super) fn read(db: &Connection, until: NaiveDate, limit: usize) -> Result<Vec<TaskRow>, Failure> {
    let mut statement = db.prepare_cached(SELECT)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query(params![until.to_string(), limit])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(0)?;
        let entry = Entry::from_parts(&kind, row::keys(row, 1)?, Some(row::text(row, 6)?))?;
        let Some(task) = entry.and_then(Task::of) else { continue };
        let given: Option<String> = row.get(7)?;
        let person = Person {
            given: given.unwrap_or_default(),
            family: row.get::<_, Option<String>>(8)?.unwrap_or_default(),
            ..Person::default()
        };
        found.push(TaskRow {
            task,
            name: person.name(),
            short_name: person.short_name(),
            code: row.get::<_, Option<String>>(9)?.unwrap_or_default(),
        });
    }
    Ok(found)
}
