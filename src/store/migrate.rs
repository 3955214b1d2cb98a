//! The shape of the store: numbered changes that are applied in order and never edited.

use crate::domain::id::PersonId;
use crate::domain::record::Failure;
use crate::store::alphabet::{EDITION, Sorter};
use crate::store::{applicants, chain, facts};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::sync::OnceLock;

/// `Onwd` in the header of the database: whose file it is.
pub(super) const APPLICATION: i64 = 0x4f6e_7764;

pub(super) const MIGRATIONS: [&str; 13] = [
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
    include_str!("migrations/0005.sql"),
    include_str!("migrations/0006.sql"),
    include_str!("migrations/0007.sql"),
    include_str!("migrations/0008.sql"),
    include_str!("migrations/0009.sql"),
    include_str!("migrations/0010.sql"),
    include_str!("migrations/0011.sql"),
    include_str!("migrations/0012.sql"),
    include_str!("migrations/0013.sql"),
];

/// The version in which every entry is chained.
pub(super) const CHAINED: i64 = 8;

/// The version that this program makes.
pub(super) fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Refuses a database that is another program's, or an empty file.
pub(super) fn require_ours(db: &Connection) -> Result<(), Failure> {
    let application: i64 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application == APPLICATION {
        Ok(())
    } else {
        Err(Failure::Damaged("the database is not one of Onward".to_owned()))
    }
}

/// The version of the store, read without changing anything.
pub(super) fn version(db: &Connection) -> Result<i64, Failure> {
    Ok(db.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings the store up to this program's version, each change in one transaction; a new one at once.
pub(super) fn bring_up(db: &mut Connection) -> Result<(), Failure> {
    if version(db)? == 0 {
        make(db)?;
    }
    change(db)
}

/// Gives a new store the shape that all changes together lead to.
fn make(db: &mut Connection) -> Result<(), Failure> {
    let shape = shape()?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again under the lock: another desk may have been quicker.
    if version(&tx)? == 0 {
        tx.execute_batch(shape)?;
        sign(&tx, known())?;
    }
    tx.commit()?;
    Ok(())
}

/// What all changes together lead to. Following them one by one takes many times as long as making their end, and
/// every audit makes a store.
fn shape() -> Result<&'static str, Failure> {
    static SHAPE: OnceLock<String> = OnceLock::new();
    if let Some(shape) = SHAPE.get() {
        return Ok(shape);
    }
    let mut made = Connection::open_in_memory()?;
    change(&mut made)?;
    let sql = "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'table' DESC, rowid";
    let all: Vec<String> = made.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(SHAPE.get_or_init(|| all.join("\n")))
}

/// Changes what an older program made, one change after the other.
fn change(db: &mut Connection) -> Result<(), Failure> {
    while version(db)? < known() {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read again under the lock: another desk may have been quicker.
        let version = version(&tx)?;
        if let Some(sql) = usize::try_from(version).ok().and_then(|at| MIGRATIONS.get(at)) {
            tx.execute_batch(sql)?;
            complete(&tx, version + 1)?;
            sign(&tx, version + 1)?;
        }
        tx.commit()?;
    }
    Ok(())
}

/// Says whose the database is, and of which version.
fn sign(db: &Connection, version: i64) -> Result<(), Failure> {
    db.pragma_update(None, "user_version", version)?;
    db.pragma_update(None, "application_id", APPLICATION)?;
    Ok(())
}

/// What SQL alone cannot do of the change to `version`.
fn complete(db: &Connection, version: i64) -> Result<(), Failure> {
    if version == CHAINED {
        chain::chain_all(db)?;
    }
    Ok(())
}

/// Sorts everybody anew when the alphabets of this program differ from those that sorted the store, or when an
/// older program wrote what rules ask about: an audit compares letter by letter.
pub(super) fn sort_anew(db: &mut Connection, sorter: &Sorter) -> Result<(), Failure> {
    let made = "SELECT value FROM made WHERE item = 'alphabets'";
    let edition: Option<String> = db.query_row(made, [], |row| row.get(0)).optional()?;
    if edition.as_deref() == Some(EDITION) {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch("DELETE FROM find; DELETE FROM applicant")?;
    {
        let mut statement = tx.prepare("SELECT id, json FROM person_facts")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, person) = (PersonId(row.get(0)?), serde_json::from_str(&row.get::<_, String>(1)?)?);
            facts::put_in_find(&tx, sorter, id, &person)?;
            applicants::put(&tx, id, &person)?;
        }
    }
    tx.execute("INSERT OR REPLACE INTO made (item, value) VALUES ('alphabets', ?)", [EDITION])?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Table by table, column by column, index by index.
    #[test]
    fn a_new_store_has_the_shape_of_one_that_was_changed_to_it() {
        let shape = |db: &Connection| -> Vec<(String, String, Option<String>)> {
            let sql = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";
            let mut statement = db.prepare(sql).unwrap();
            statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                .unwrap()
                .map(Result::unwrap)
                .collect()
        };
        let (mut made, mut changed) = (Connection::open_in_memory().unwrap(), Connection::open_in_memory().unwrap());
        bring_up(&mut made).unwrap();
        change(&mut changed).unwrap();
        assert_eq!(shape(&made), shape(&changed));
        assert!(shape(&made).len() > 30);
        for db in [&made, &changed] {
            assert_eq!(version(db).unwrap(), known());
            require_ours(db).unwrap();
        }
    }

    /// A store that an older program made: whoever had a place has one spell.
    #[test]
    fn places_of_an_older_store_become_spells() {
        let mut db = Connection::open_in_memory().unwrap();
        for (version, sql) in (1..).zip(&MIGRATIONS[..4]) {
            db.execute_batch(sql).unwrap();
            db.pragma_update(None, "user_version", version).unwrap();
        }
        db.execute_batch(
            "INSERT INTO enrolment VALUES (7, 1, 'enrolled', '2026-11-10', NULL, '{}');
             INSERT INTO enrolment VALUES (7, 2, 'left', '2026-11-10', '2026-11-12', '{}');
             INSERT INTO enrolment VALUES (7, 3, 'waiting', NULL, NULL, '{}');",
        )
        .unwrap();
        bring_up(&mut db).unwrap();
        let mut statement = db.prepare("SELECT person, first, last FROM spell WHERE grp = 7 ORDER BY person").unwrap();
        let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let spells: Vec<(i64, String, Option<String>)> =
            statement.query_map([], row).unwrap().map(Result::unwrap).collect();
        let (first, last) = ("2026-11-10".to_owned(), Some("2026-11-12".to_owned()));
        assert_eq!(spells, [(1, first.clone(), None), (2, first, last)]);
        let kept: i64 = db.query_row("SELECT count(*) FROM enrolment", [], |row| row.get(0)).unwrap();
        assert_eq!((kept, version(&db).unwrap()), (3, known()));
    }
}
