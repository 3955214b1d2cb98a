//! A damaged database, read row by row: what cannot be read costs one row, and the connection it was asked by.

use crate::domain::entry::Keys;
use crate::domain::record::Failure;
use crate::domain::staff::Role;
use crate::store::slots::Unlocked;
use crate::store::{DataKey, frozen, migrate, open, row, staff};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};
use std::fs;
use std::path::{Path, PathBuf};

/// Bytes that an entry takes on disk at the least: chain, salt and digest alone are 80.
const LEAST: u64 = 96;

/// An entry as it stands in the journal.
#[derive(Debug, Clone)]
pub(super) struct Entered {
    pub(super) seq: i64,
    pub(super) step: i64,
    pub(super) kind: String,
    pub(super) keys: Keys,
    pub(super) value: Option<String>,
    pub(super) before: Option<String>,
    /// Gone with the contents of somebody who was erased.
    pub(super) salt: Option<Vec<u8>>,
    pub(super) digest: Vec<u8>,
    pub(super) hash: Vec<u8>,
}

/// Who recorded a step, and when.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) last: i64,
    pub(super) at: String,
    pub(super) actor: String,
    pub(super) undoes: Option<i64>,
    pub(super) erased: bool,
}

/// A damaged database.
pub(super) struct Wreck {
    path: PathBuf,
    key: DataKey,
    db: Connection,
}

impl Wreck {
    /// Opens it, changing nothing.
    ///
    /// # Errors
    /// [`Failure`] when not even its first page can be read, or it is not of this version.
    pub(super) fn open(path: &Path, key: &DataKey) -> Result<Self, Failure> {
        let db = connect(path, key)?;
        let application: i64 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        let (found, known) = (migrate::version(&db)?, migrate::known());
        // The journal, and nothing else is read, has had the same shape since every entry is chained.
        if application != migrate::APPLICATION || found < migrate::CHAINED {
            return Err(Failure::Damaged(format!("nothing from version {} on can be read", migrate::CHAINED)));
        }
        if found > known {
            return Err(Failure::Newer { found, known });
        }
        Ok(Self { path: path.to_owned(), key: key.clone(), db })
    }

    /// As what whoever was let in stands in the register, as far as that can be read; none where it does not know
    /// them.
    ///
    /// # Errors
    /// [`Failure`] when it cannot be read.
    pub(super) fn role(&self, unlocked: &Unlocked) -> Result<Option<Role>, Failure> {
        // By a connection of its own: after a page that is not as it was written it reads nothing more.
        staff::role(&connect(&self.path, &self.key)?, unlocked, None)
    }

    /// The number of the last entry; none where nothing says it any more.
    pub(super) fn end(&mut self) -> Option<i64> {
        let journal = self.ask("SELECT max(seq) FROM journal", [], |row| Ok(row.get::<_, Option<i64>>(0)?));
        let steps = self.ask("SELECT max(last) FROM step", [], |row| Ok(row.get::<_, Option<i64>>(0)?));
        let said = [journal, steps].into_iter().filter_map(Result::ok);
        said.map(|found| found.flatten().unwrap_or(0)).max()
    }

    /// The most entries that the file has room for.
    pub(super) fn room(&self) -> i64 {
        let length = fs::metadata(&self.path).map_or(0, |found| found.len());
        i64::try_from(length / LEAST).unwrap_or(i64::MAX)
    }

    /// An entry; none where there is none.
    pub(super) fn entry(&mut self, seq: i64) -> Result<Option<Entered>, Failure> {
        let sql = "SELECT step, kind, person, grp, session, course, item, value, before, salt, digest, hash,
                     value IS NULL, before IS NULL
                   FROM journal NOT INDEXED WHERE seq = ?";
        self.ask(sql, [seq], |row| {
            // A long text whose later pages cannot be read is given as none.
            for (text, is_none) in [(7, 12), (8, 13)] {
                if row.get_ref(text)? == ValueRef::Null && !row.get::<_, bool>(is_none)? {
                    return Err(Failure::Damaged("a text that cannot be read".to_owned()));
                }
            }
            Ok(Entered {
                seq,
                step: row.get(0)?,
                kind: row.get(1)?,
                keys: row::keys(row, 2)?,
                value: row.get(7)?,
                before: row.get(8)?,
                salt: row.get(9)?,
                digest: row.get::<_, Option<Vec<u8>>>(10)?.unwrap_or_default(),
                hash: row.get::<_, Option<Vec<u8>>>(11)?.unwrap_or_default(),
            })
        })
    }

    /// A step; none where it cannot be read.
    pub(super) fn step(&mut self, id: i64) -> Option<Step> {
        let sql = "SELECT last, at, actor, undoes, erased FROM step NOT INDEXED WHERE id = ?";
        let read = |row: &Row| {
            let (last, at, actor) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(Step { last, at, actor, undoes: row.get(3)?, erased: row.get(4)? })
        };
        self.ask(sql, [id], read).ok().flatten()
    }

    fn ask<T>(
        &mut self,
        sql: &str,
        parameters: impl rusqlite::Params,
        read: impl FnOnce(&Row) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        let asked = || -> Result<Option<T>, Failure> {
            let mut statement = self.db.prepare_cached(sql)?;
            let mut rows = statement.query(parameters)?;
            rows.next()?.map(read).transpose()
        };
        let answer = asked();
        if answer.is_err() {
            // After a page that is not as it was written the connection reads nothing more.
            self.db = connect(&self.path, &self.key)?;
        }
        answer
    }
}

fn connect(path: &Path, key: &DataKey) -> Result<Connection, Failure> {
    let db = open::connect(path, key)?;
    // A file that was cut off is read as far as it goes.
    frozen::leave_log(&db)?;
    db.execute_batch("PRAGMA query_only = ON; PRAGMA writable_schema = ON")?;
    db.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)).optional()?;
    Ok(db)
}
