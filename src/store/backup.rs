//! Backups: whole stores of their own in a folder beside the one they were made of, encrypted with its key.

use crate::domain::backup::{Name, over};
use crate::domain::record::Failure;
use crate::store::files::{make_directory, private, remove_all, sync_directory};
use crate::store::open::{DATABASE, KEY, connect};
use crate::store::{DataKey, OpenFailure, Store, chain};
use chrono::NaiveDateTime;
use rusqlite::Connection;
use rusqlite::backup::{Backup as Copying, StepResult};
use std::cmp::Reverse;
use std::fs::{self, File, TryLockError};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The folder of the backups, in that of the store.
pub const FOLDER: &str = "backups";

/// What one begins with that is being made.
const MAKING: &str = ".making-";

/// Locked by whoever makes one.
const LOCK: &str = ".lock";

/// Pages copied at once; another desk that writes waits no longer than that takes.
const SOME: i32 = 128;

/// Told now and then while a backup is made; breaks to stop.
pub type GoOn<'a> = &'a mut dyn FnMut() -> ControlFlow<()>;

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub name: Name,
    /// A folder that holds a store.
    pub dir: PathBuf,
}

/// The backups of the store in `dir`, the newest first.
///
/// # Errors
/// [`Failure`] when their folder cannot be read.
pub fn backups(dir: &Path) -> Result<Vec<Backup>, Failure> {
    stores_in(&dir.join(FOLDER))
}

/// The stores in `folder` that are named as backups are, the newest first.
pub(super) fn stores_in(folder: &Path) -> Result<Vec<Backup>, Failure> {
    let folder = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other?,
    };
    let mut found = Vec::new();
    for entry in folder {
        let entry = entry?;
        // Whatever else lies there is not ours.
        if let Some(name) = entry.file_name().to_str().and_then(|name| name.parse().ok()) {
            found.push(Backup { name, dir: entry.path() });
        }
    }
    found.sort_unstable_by_key(|backup| Reverse(backup.name));
    Ok(found)
}

impl Store {
    /// Makes a backup of the record as it stands at `at`, reads it back whole, and lets the oldest go.
    /// `None`: stopped, and nothing is left of it.
    ///
    /// # Errors
    /// [`OpenFailure`]; nothing of the backup is left behind, and every older one stays.
    pub fn back_up(&self, at: NaiveDateTime, go_on: GoOn) -> Result<Option<Backup>, OpenFailure> {
        let folder = self.dir.join(FOLDER);
        let _one_at_a_time = hold(&self.dir)?;
        // Every page goes through the copy in the clear, and its memory back to the system while the desk goes on.
        self.wipe();
        let aside = tempfile::Builder::new().prefix(MAKING).tempdir_in(&folder)?;
        let path = aside.path().join(DATABASE);
        private(&path)?;
        let _one_state = self.snapshot()?;
        let head = chain::head(&self.db)?;
        let mut copy = connect(&path, &self.key)?;
        // It is brought to disk whole, below.
        copy.execute_batch("PRAGMA synchronous = OFF")?;
        if self.copy_into(&mut copy, go_on)?.is_break() {
            return Ok(None);
        }
        copy.close().map_err(|(_, error)| error)?;
        let key = fs::read(self.dir.join(KEY))?;
        io::Write::write_all(&mut private(&aside.path().join(KEY))?, &key)?;
        if chain::head(&read_back(&path, &self.key)?)? != head {
            return Err(Failure::Damaged("the copy does not end as the store does".to_owned()).into());
        }
        for name in [DATABASE, KEY] {
            File::open(aside.path().join(name))?.sync_all()?;
        }
        sync_directory(aside.path())?;
        let name = Name { seq: head.seq, at };
        let backup = Backup { name, dir: folder.join(name.to_string()) };
        // The same moment with the same entries is the same backup.
        if !backup.dir.exists() {
            fs::rename(aside.keep(), &backup.dir)?;
            sync_directory(&folder)?;
        }
        rotate(&self.dir)?;
        Ok(Some(backup))
    }

    fn copy_into(&self, copy: &mut Connection, go_on: GoOn) -> Result<ControlFlow<()>, Failure> {
        let copying = Copying::new(&self.db, copy)?;
        loop {
            match copying.step(SOME)? {
                StepResult::Done => return Ok(ControlFlow::Continue(())),
                StepResult::Busy | StepResult::Locked => std::thread::sleep(Duration::from_millis(20)),
                _ => {}
            }
            if go_on().is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
    }
}

/// A database that nobody writes, open for reading alone, after every page of it was read and found whole.
pub(super) fn read_back(path: &Path, key: &DataKey) -> Result<Connection, Failure> {
    let db = connect(path, key)?;
    db.execute_batch("PRAGMA query_only = ON")?;
    match torn_page(&db)? {
        Some(fault) => Err(Failure::Damaged(fault)),
        None => Ok(db),
    }
}

/// The first page of the database file that is not as it was written: its authentication code says so.
pub(super) fn torn_page(db: &Connection) -> Result<Option<String>, Failure> {
    let mut faults = db.prepare("PRAGMA cipher_integrity_check")?;
    let mut faults = faults.query([])?;
    Ok(faults.next()?.map(|fault| fault.get(0)).transpose()?)
}

/// Holds the backups of the store in `dir` as they are, without what a power cut left of one, as long as what is
/// returned lives.
///
/// # Errors
/// [`Failure::Busy`] while somebody else makes one.
pub(super) fn hold(dir: &Path) -> Result<File, OpenFailure> {
    let folder = dir.join(FOLDER);
    make_directory(&folder)?;
    let held = alone(&folder)?;
    remove_all(&folder, MAKING)?;
    Ok(held)
}

/// Holds the folder: whoever else wants it at the same time is refused as busy.
fn alone(folder: &Path) -> Result<File, Failure> {
    let lock = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(Failure::Busy),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Removes those that have had their time.
fn rotate(dir: &Path) -> Result<(), Failure> {
    let made = backups(dir)?;
    for name in over(made.iter().map(|backup| backup.name).collect()) {
        fs::remove_dir_all(dir.join(FOLDER).join(name.to_string()))?;
    }
    Ok(())
}
