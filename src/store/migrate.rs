//! The shape of the store: numbered changes that are applied in order and never edited.

use crate::domain::id::PersonId;
use crate::domain::record::Failure;
use crate::store::alphabet::{EDITION, Sorter};
use crate::store::facts;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// `Onwd` in the header of the database: whose file it is.
pub(super) const APPLICATION: i64 = 0x4f6e_7764;

pub(super) const MIGRATIONS: [&str; 4] = [
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
];

/// The version that this program makes.
pub(super) fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The version of the store, read without changing anything.
pub(super) fn version(db: &Connection) -> Result<i64, Failure> {
    Ok(db.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings the store up to this program's version, each change in one transaction.
pub(super) fn bring_up(db: &mut Connection) -> Result<(), Failure> {
    while version(db)? < known() {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read again under the lock: another desk may have been quicker.
        let version = version(&tx)?;
        if let Some(sql) = usize::try_from(version).ok().and_then(|at| MIGRATIONS.get(at)) {
            tx.execute_batch(sql)?;
            tx.pragma_update(None, "user_version", version + 1)?;
            tx.pragma_update(None, "application_id", APPLICATION)?;
        }
        tx.commit()?;
    }
    Ok(())
}

/// Sorts everybody anew when the alphabets of this program differ from those that sorted the store.
pub(super) fn sort_anew(db: &mut Connection, sorter: &Sorter) -> Result<(), Failure> {
    let made = "SELECT value FROM made WHERE item = 'alphabets'";
    let edition: Option<String> = db.query_row(made, [], |row| row.get(0)).optional()?;
    if edition.as_deref() == Some(EDITION) {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute("DELETE FROM find", [])?;
    {
        let mut statement = tx.prepare("SELECT id, json FROM person_facts")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let person = serde_json::from_str(&row.get::<_, String>(1)?)?;
            facts::put_in_find(&tx, sorter, PersonId(row.get(0)?), &person)?;
        }
    }
    tx.execute("INSERT OR REPLACE INTO made (item, value) VALUES ('alphabets', ?)", [EDITION])?;
    tx.commit()?;
    Ok(())
}
