//! A store as an older program left it.

use crate::prison::{PASSPHRASE, Prison};
use onward::store::unlock;
use rusqlite::Connection;
use std::fs;

/// The shape that stores had before every entry was chained.
const SHAPE: [&str; 7] = [
    include_str!("../../src/store/migrations/0001.sql"),
    include_str!("../../src/store/migrations/0002.sql"),
    include_str!("../../src/store/migrations/0003.sql"),
    include_str!("../../src/store/migrations/0004.sql"),
    include_str!("../../src/store/migrations/0005.sql"),
    include_str!("../../src/store/migrations/0006.sql"),
    include_str!("../../src/store/migrations/0007.sql"),
];

/// What is made from the rest when a store is opened.
const DERIVED: [&str; 3] = ["applicant", "find", "made"];

/// Puts what the store holds into the shape of before.
pub fn made_old(prison: &Prison) {
    let key = unlock(&prison.path("store"), PASSPHRASE).unwrap().key.pragma();
    let (now, old) = (prison.path("store/onward.db"), prison.path("store/old.db"));
    let db = Connection::open(&old).unwrap();
    // The attached one is made like this one.
    db.execute_batch("PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256").unwrap();
    db.execute_batch(&key).unwrap();
    db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())).unwrap();
    for shape in SHAPE {
        db.execute_batch(shape).unwrap();
    }
    db.execute_batch(&format!("PRAGMA user_version = {}; PRAGMA application_id = 0x4f6e7764", SHAPE.len())).unwrap();
    let secret = key.split('"').nth(1).unwrap();
    db.execute_batch(&format!("ATTACH '{}' AS now KEY \"{secret}\"", now.display())).unwrap();
    let list = |sql: &str| -> Vec<String> {
        let mut statement = db.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let tables = list("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    for table in tables.iter().filter(|table| !DERIVED.contains(&table.as_str())) {
        let shared = list(&format!(
            "SELECT name FROM pragma_table_info('{table}', 'main')
             INTERSECT SELECT name FROM pragma_table_info('{table}', 'now')"
        ));
        let columns = shared.join(", ");
        db.execute_batch(&format!("INSERT OR REPLACE INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}"))
            .unwrap();
    }
    db.execute_batch("DETACH now").unwrap();
    db.close().unwrap();
    fs::rename(old, now).unwrap();
}
