//! Drafts: what somebody was still writing, kept until it is recorded or thrown away.

use crate::domain::record::Failure;
use rusqlite::{Connection, OptionalExtension};

pub(super) fn keep(db: &Connection, place: &str, text: Option<&str>) -> Result<(), Failure> {
    match text {
        Some(text) => db
            .prepare_cached(
                "INSERT INTO draft (place, text) VALUES (?, ?) ON CONFLICT DO UPDATE SET text = excluded.text",
            )?
            .execute([place, text])?,
        None => db.prepare_cached("DELETE FROM draft WHERE place = ?")?.execute([place])?,
    };
    Ok(())
}

pub(super) fn read(db: &Connection, place: &str) -> Result<Option<String>, Failure> {
    let mut statement = db.prepare_cached("SELECT text FROM draft WHERE place = ?")?;
    Ok(statement.query_row([place], |row| row.get(0)).optional()?)
}
