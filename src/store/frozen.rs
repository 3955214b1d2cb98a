//! A store where nothing can be written: a medium that is only to be read, or a folder that is another's.
//!
//! SQLite wants to make files beside a database that it reads; here it is told that it cannot, and what to make of
//! those that are there.

use crate::domain::record::Failure;
use crate::store::DataKey;
use crate::store::open::{DATABASE, connect_with};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Whether the system says that the store in `dir` cannot be written.
pub(super) fn is_frozen(dir: &Path) -> bool {
    #[cfg(unix)]
    {
        use rustix::fs::{Access, access};
        use rustix::io::Errno;
        let refused =
            |path: &Path| matches!(access(path, Access::WRITE_OK), Err(Errno::ROFS | Errno::ACCESS | Errno::PERM));
        refused(dir) || refused(&dir.join(DATABASE))
    }
    #[cfg(not(unix))]
    {
        let read_only = |path: &Path| fs::metadata(path).is_ok_and(|found| found.permissions().readonly());
        read_only(&dir.join(DATABASE))
    }
}

/// A keyed connection to the database at `path` that writes nothing, not even beside it.
pub(super) fn connect(path: &Path, key: &DataKey) -> Result<Connection, Failure> {
    let (log, index) = (length(path, "-wal"), length(path, "-shm"));
    match (log, index) {
        // All that was recorded is in the database.
        (None | Some(0), _) => connect_by(path, key, "immutable=1"),
        // Whoever writes, from wherever they may, tells what stands in the log by a file beside it.
        (Some(_), Some(_)) => connect_by(path, key, "mode=ro"),
        // Without that file nobody writes: a power cut left the log, or a copy was made of both. What stands in it is
        // drawn up in memory, which SQLite does for whoever has a database for themselves; the lock that it would
        // take for it needs a file that can be written.
        (Some(_), None) => {
            let db = connect_by(path, key, if cfg!(unix) { "mode=ro&vfs=unix-none" } else { "mode=ro" })?;
            db.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(()))?;
            Ok(db)
        }
    }
}

/// The length of the file that is called as the database, with `end`.
fn length(path: &Path, end: &str) -> Option<u64> {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    fs::metadata(name).ok().map(|found| found.len())
}

fn connect_by(path: &Path, key: &DataKey, way: &str) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let db = connect_with(uri(path, way), flags, key)?;
    db.execute_batch("PRAGMA query_only = ON")?;
    leave_log(&db)?;
    Ok(db)
}

/// Closing the connection folds no log into the database, and removes none.
pub(super) fn leave_log(db: &Connection) -> Result<(), Failure> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(())
}

/// The path as SQLite takes it with parameters: every byte that could mean something else as its number.
fn uri(path: &Path, parameters: &str) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut out = "file://".to_owned();
    for byte in whole.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(*byte)),
            byte => drop(write!(out, "%{byte:02X}")),
        }
    }
    out + "?" + parameters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_so_that_nothing_of_it_is_a_parameter() {
        assert_eq!(
            uri(Path::new("/a b/x?mode=rw#%/ø.db"), "mode=ro"),
            "file:///a%20b/x%3Fmode%3Drw%23%25/%C3%B8.db?mode=ro"
        );
    }
}
