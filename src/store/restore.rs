//! Restoring: what a backup holds beside the store, and putting it in the store's place. What it replaces is
//! kept, byte for byte.

use crate::domain::audit::Head;
use crate::domain::record::Failure;
use crate::domain::staff::Role;
use crate::store::backup::{Backup, backups, read_back};
use crate::store::files::{link, make_directory, private, remove_all, sync_directory};
use crate::store::open::{DATABASE, KEY, connect, read_key_file};
use crate::store::salvage::salvaged;
use crate::store::slots::Unlocked;
use crate::store::{DataKey, OpenFailure, chain, migrate, staff};
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The folder of what was replaced, in that of the store.
const SET_ASIDE: &str = "set-aside";

/// What one begins with that is being put in place.
const RESTORING: &str = ".restoring-";

/// What SQLite keeps beside a database.
const COMPANIONS: [&str; 3] = ["onward.db-wal", "onward.db-shm", "onward.db-journal"];

/// What a store or a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    pub head: Head,
    pub people: i64,
    pub groups: i64,
    pub marks: i64,
    /// When the last entry was recorded; none without any.
    pub last: Option<DateTime<FixedOffset>>,
}

/// What one member of staff recorded that the backup does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Later {
    pub actor: String,
    pub entries: i64,
}

/// A backup beside the store that it would replace.
#[derive(Debug)]
pub struct Compared {
    pub backup: Contents,
    /// Or why the store cannot be read.
    pub store: Result<Contents, OpenFailure>,
    /// Whether the store went on from the backup: both have the same entries up to where the backup ends.
    pub goes_on: bool,
    /// Entries that only the store has, by who recorded them, most first.
    pub later: Vec<Later>,
}

/// The key that `secret` gives, and which key file it opened.
#[derive(Debug)]
pub struct Opening {
    pub key: DataKey,
    /// It opens that of the backup alone: the passphrases of its time come back with it.
    pub by_backup: bool,
    /// As what they stand before the store; none where nobody knows them any more.
    role: Option<Role>,
}

impl Opening {
    /// Whether they may put a backup in the store's place.
    ///
    /// # Errors
    /// [`OpenFailure::Revoked`], or [`Failure::NotAllowed`] with their role.
    pub fn may_restore(&self) -> Result<(), OpenFailure> {
        match self.role {
            Some(Role::Owner) => Ok(()),
            Some(role) => Err(Failure::NotAllowed(role).into()),
            None => Err(OpenFailure::Revoked),
        }
    }
}

/// The key of `backup`, by what `name` signs in with: with the key file of the store in `dir`, or with its own where
/// that does not open it, so that whoever lost their passphrase since does not get it back. Slow on purpose.
///
/// # Errors
/// [`OpenFailure`] of the backup's key file.
pub fn open_backup(dir: &Path, backup: &Backup, name: &str, secret: &str) -> Result<Opening, OpenFailure> {
    // A slot that is younger than the backup is not in its register of the staff, and would open nothing there.
    let opens = |unlocked: &Unlocked| {
        let known = |db: Connection| chain::head(&db).is_ok() && !matches!(staff::who(&db, unlocked), Ok(None));
        connect(&backup.dir.join(DATABASE), &unlocked.key).is_ok_and(known)
    };
    let now = read_key_file(dir).and_then(|file| file.unlock(name, secret));
    let (unlocked, by_backup) = match now.ok().filter(opens) {
        Some(unlocked) => (unlocked, false),
        None => (read_key_file(&backup.dir)?.unlock(name, secret)?, true),
    };
    let role = role(dir, backup, &unlocked)?;
    Ok(Opening { key: unlocked.key, by_backup, role })
}

/// As what whoever was let in stands before the store in `dir`: what its register says now, so that nobody becomes
/// again what they were. Where it cannot be read, what the backup's says.
fn role(dir: &Path, backup: &Backup, unlocked: &Unlocked) -> Result<Option<Role>, OpenFailure> {
    let kept = connect(&backup.dir.join(DATABASE), &unlocked.key)?;
    let then = staff::who(&kept, unlocked)?.map(|who| who.id);
    // While somebody worked alone their number was that of their slot.
    let then = then.map(|id| if id.is_empty() { unlocked.slot.clone() } else { id });
    let now = connect(&dir.join(DATABASE), &unlocked.key).and_then(|db| staff::role(&db, unlocked, then.as_deref()));
    Ok(match now {
        Ok(role) => role,
        Err(_) => staff::role(&kept, unlocked, None)?,
    })
}

/// What differs between `backup` and the store in `dir`; the backup is read whole, nothing is changed.
///
/// # Errors
/// [`OpenFailure`] when the backup cannot be read.
pub fn compare(dir: &Path, backup: &Backup, key: &DataKey) -> Result<Compared, OpenFailure> {
    let kept = read_back(&backup.dir.join(DATABASE), key)?;
    let held = contents(&kept)?;
    let read = || -> Result<_, OpenFailure> {
        let db = connect(&dir.join(DATABASE), key)?;
        let store = contents(&db)?;
        let goes_on = store.head.seq >= held.head.seq && hash_at(&db, held.head.seq)? == hash_at(&kept, held.head.seq)?;
        let later = if goes_on { later(&db, held.head.seq)? } else { later(&db, 0)? };
        Ok((store, goes_on, later))
    };
    Ok(match read() {
        Ok((store, goes_on, later)) => Compared { backup: held, store: Ok(store), goes_on, later },
        Err(failure) => Compared { backup: held, store: Err(failure), goes_on: false, later: Vec::new() },
    })
}

/// Puts a copy of `backup` in the place of the store in `dir`; what stood there goes to a folder of `set-aside`
/// named after `at`, which is returned. No desk may be open on it.
///
/// # Errors
/// [`OpenFailure`]: it is not for whoever opened it, the backup is not whole, a desk is open, or the disk does not
/// take it. What stood there then still stands there, or lies in `set-aside`.
pub fn restore(dir: &Path, backup: &Backup, opening: &Opening, at: NaiveDateTime) -> Result<PathBuf, OpenFailure> {
    opening.may_restore()?;
    read_back(&backup.dir.join(DATABASE), &opening.key)?;
    let _nobody_else = lock_out(dir, &opening.key)?;
    let ready = tempfile::Builder::new().prefix(RESTORING).tempdir_in(dir)?;
    let wanted: &[&str] = if opening.by_backup { &[KEY, DATABASE] } else { &[DATABASE] };
    for name in wanted {
        io::copy(&mut File::open(backup.dir.join(name))?, &mut private(&ready.path().join(name))?)?;
        File::open(ready.path().join(name))?.sync_all()?;
    }
    let aside = set_aside(dir, at)?;
    // A log belongs to one database alone; it lies in `set-aside` too.
    for name in COMPANIONS {
        match fs::remove_file(dir.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    for name in wanted {
        fs::rename(ready.path().join(name), dir.join(name))?;
    }
    sync_directory(dir)?;
    Ok(aside)
}

/// Keeps every desk out while the connection that is returned lives, and folds the log into the database.
/// Nothing for a store that cannot be read: nobody else can use it either, and it stays byte for byte.
fn lock_out(dir: &Path, key: &DataKey) -> Result<Option<Connection>, Failure> {
    let taken = || -> Result<Connection, Failure> {
        let db = connect(&dir.join(DATABASE), key)?;
        db.busy_timeout(Duration::ZERO)?;
        // An empty file would otherwise be made a database by being written.
        migrate::require_ours(&db)?;
        db.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT")?;
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        // Closing it must not touch what then stands under its name.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        Ok(db)
    };
    match taken() {
        Ok(db) => Ok(Some(db)),
        Err(Failure::Busy) => Err(Failure::Busy),
        Err(_) => Ok(None),
    }
}

/// Gives everything of the store in `dir` a second name in a new folder of `set-aside`; when that fails the folder
/// goes again, unless something lies only there.
fn set_aside(dir: &Path, at: NaiveDateTime) -> Result<PathBuf, OpenFailure> {
    let aside = dir.join(SET_ASIDE).join(at.format("%Y-%m-%dT%H%M%S").to_string());
    if aside.exists() {
        return Err(OpenFailure::AlreadyThere);
    }
    let names = || [DATABASE].into_iter().chain(COMPANIONS);
    let kept = || -> Result<(), OpenFailure> {
        make_directory(&aside)?;
        for name in names().filter(|name| dir.join(name).exists()) {
            link(&dir.join(name), &aside.join(name))?;
        }
        if let Ok(key) = fs::read(dir.join(KEY)) {
            let mut kept = private(&aside.join(KEY))?;
            kept.write_all(&key)?;
            kept.sync_all()?;
        }
        Ok(sync_directory(&aside)?)
    };
    let kept = kept();
    // Where a disk knows no second names it was moved there.
    if kept.is_err() && names().all(|name| dir.join(name).exists() || !aside.join(name).exists()) {
        drop(fs::remove_dir_all(&aside));
    }
    kept.map(|()| aside)
}

fn contents(db: &Connection) -> Result<Contents, Failure> {
    let count = |table: &str| db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
    let last: Option<String> =
        db.query_row("SELECT at FROM step ORDER BY id DESC LIMIT 1", [], |row| row.get(0)).optional()?;
    let last = last.map(|at| DateTime::parse_from_rfc3339(&at).map_err(|e| Failure::Damaged(e.to_string())));
    Ok(Contents {
        head: chain::head(db)?,
        people: count("person")?,
        groups: count("grp")?,
        marks: count("mark")?,
        last: last.transpose()?,
    })
}

fn hash_at(db: &Connection, seq: i64) -> Result<Option<Vec<u8>>, Failure> {
    Ok(db.query_row("SELECT hash FROM journal WHERE seq = ?", [seq], |row| row.get(0)).optional()?)
}

/// Who recorded what came after the entry `seq`, most first.
fn later(db: &Connection, seq: i64) -> Result<Vec<Later>, Failure> {
    let mut statement = db.prepare(
        "SELECT s.actor, count(*) FROM journal j CROSS JOIN step s ON s.id = j.step WHERE j.seq > ?
         GROUP BY s.actor ORDER BY count(*) DESC, s.actor",
    )?;
    let rows = statement.query_map([seq], |row| Ok(Later { actor: row.get(0)?, entries: row.get(1)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Removes what a power cut left of a restoring in `dir`. While a desk is open there is no other.
pub(super) fn sweep(dir: &Path) -> io::Result<()> {
    remove_all(dir, RESTORING)
}

/// Every store that lies in the folder of the one in `dir`: its backups, what was salvaged, and what was set aside.
///
/// # Errors
/// [`Failure`] when a folder cannot be read.
pub fn copies(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let kept = backups(dir)?.into_iter().chain(salvaged(dir)?);
    let mut found: Vec<PathBuf> = kept.map(|backup| backup.dir).collect();
    match fs::read_dir(dir.join(SET_ASIDE)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        other => {
            for entry in other? {
                found.push(entry?.path());
            }
        }
    }
    // A power cut may have come before anything was set aside.
    found.retain(|copy| copy.join(DATABASE).exists());
    Ok(found)
}
