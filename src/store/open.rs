//! Making a store and opening it: two files in one directory, the key file and the database.

use crate::domain::record::{Failure, Reads};
use crate::domain::staff::{Role, Who};
use crate::store::alphabet::Sorter;
use crate::store::fault::said;
use crate::store::files::{is_on_network, link, make_directory, private, sync_directory};
use crate::store::key::{Cost, DataKey, Random};
use crate::store::recovery::RecoveryCode;
use crate::store::shelf::Shelf;
use crate::store::slots::{KeyFile, Unlocked};
use crate::store::tries::{self, Tries};
use crate::store::{OpenFailure, Store, frozen, log, migrate, staff};
use chrono::{DateTime, FixedOffset};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::cell::Cell;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub(super) const DATABASE: &str = "onward.db";
pub(super) const KEY: &str = "onward.key";

/// How long a desk waits for another that is writing.
const BUSY: Duration = Duration::from_secs(10);

/// Whether `dir` holds a store.
///
/// # Errors
/// [`OpenFailure`] when it holds a part of one, or cannot be looked at.
pub fn exists(dir: &Path) -> Result<bool, OpenFailure> {
    match require_both(dir) {
        Ok(()) => Ok(true),
        Err(OpenFailure::NothingThere) => Ok(false),
        Err(failure) => Err(failure),
    }
}

/// The database of the store in `dir`.
pub(super) fn database(dir: &Path) -> PathBuf {
    dir.join(DATABASE)
}

/// Removes the store in `dir`, as far as there is one: for a store that was being made and could not be finished.
pub fn discard(dir: &Path) {
    for end in ["", "-wal", "-shm", "-journal"] {
        drop(fs::remove_file(dir.join(format!("{DATABASE}{end}"))));
    }
    drop(fs::remove_file(dir.join(KEY)));
    tries::forget(dir);
}

/// Whether a passphrase of the store in `dir` says whose it is only together with a sign-in name.
///
/// # Errors
/// As [`unlock`].
pub fn needs_name(dir: &Path) -> Result<bool, OpenFailure> {
    Ok(read_key_file(dir)?.needs_name())
}

/// The sign-in names of the slots of the store in `dir` that are not what was written.
///
/// # Errors
/// As [`needs_name`].
pub fn altered_slots(dir: &Path) -> Result<Vec<String>, OpenFailure> {
    Ok(read_key_file(dir)?.altered())
}

/// The key of the store in `dir`, by passphrase or recovery code, where nobody has to say whose it is: slow on
/// purpose, see [`Cost`].
///
/// # Errors
/// [`OpenFailure`]: no store, no key file, a key file that cannot be used, or a wrong secret.
pub fn unlock(dir: &Path, secret: &str) -> Result<Unlocked, OpenFailure> {
    unlock_as(dir, "", secret)
}

/// The same by the passphrase of who signs in as `name`.
///
/// # Errors
/// As [`unlock`].
pub fn unlock_as(dir: &Path, name: &str, secret: &str) -> Result<Unlocked, OpenFailure> {
    let unlocked = read_key_file(dir)?.unlock(name, secret)?;
    wake(&unlocked.key);
    Ok(unlocked)
}

/// The same at the door: wrong secrets are counted, and after some of them it takes a while until the next is
/// tried at all.
///
/// # Errors
/// As [`unlock`], and [`OpenFailure::TooSoon`].
pub fn knock(dir: &Path, name: &str, secret: &str, now: DateTime<FixedOffset>) -> Result<Unlocked, OpenFailure> {
    let mut file = read_key_file(dir)?;
    let tries = Tries::read(dir, file.is_counted(), now);
    let seconds = tries.left(now);
    if seconds > 0 {
        return Err(OpenFailure::TooSoon { seconds });
    }
    // Where nothing can be written nothing is counted, and the store still opens for reading.
    let _ = tries.one_more(now).write(dir);
    match file.unlock(name, secret) {
        Ok(unlocked) => {
            let _ = Tries::none(now).write(dir);
            if file.bring_up() {
                let _ = write_key_file(dir, &file);
            }
            wake(&unlocked.key);
            Ok(unlocked)
        }
        // Whoever spoils a slot is not to have more guesses.
        Err(failure @ (OpenFailure::WrongSecret | OpenFailure::KeyAltered)) => Err(failure),
        Err(failure) => {
            // Nothing was tried.
            let _ = tries.write(dir);
            Err(failure)
        }
    }
}

/// What opening the store and drawing the first screen take of memory, in bytes.
const FIRST_SCREEN: usize = 896 * 1024;

/// Starts SQLCipher and its cryptography, which takes 2 ms once in a process, and has the system hand out the memory
/// of the first screen, which it otherwise does page by page: better while somebody waits for a key than between the
/// key and the first screen.
fn wake(key: &DataKey) {
    std::hint::black_box(vec![1_u8; FIRST_SCREEN]);
    let started = Connection::open_in_memory().and_then(|db| db.execute_batch(&key.pragma()));
    // Nothing rests on it: a fault shows again, and is told, when the store is opened.
    drop(started);
}

impl Store {
    /// Makes a store in `dir`, which is made too when it is not there, for the staff member `name`.
    /// The recovery code is returned this once.
    ///
    /// # Errors
    /// [`OpenFailure`]; nothing of the store is left behind.
    pub fn create(
        dir: &Path,
        name: &str,
        passphrase: &str,
        cost: Cost,
        random: Random,
    ) -> Result<(Self, RecoveryCode), OpenFailure> {
        match require_both(dir) {
            Err(OpenFailure::NothingThere) => {}
            Err(failure @ (OpenFailure::Store(_) | OpenFailure::NotAFolder)) => return Err(failure),
            _ => return Err(OpenFailure::AlreadyThere),
        }
        let (file, key, code) = KeyFile::create(name, passphrase, cost, random)?;
        let made = make_directory(dir)?;
        let placed = place(dir, &file, &key)
            // Only what was placed just now is taken away again, never what another desk has put there.
            .and_then(|()| Self::open_with(dir, &key, |_| Ok(Who::alone(name))).inspect_err(|_| discard(dir)));
        match placed {
            Ok(store) => {
                // A store without a count is one that somebody has taken it from.
                let _ = Tries::begin(dir);
                Ok((store, code))
            }
            Err(failure) => {
                // Innermost first; a directory that holds something else stays.
                made.iter().rev().for_each(|dir| drop(fs::remove_dir(dir)));
                Err(failure)
            }
        }
    }

    /// Opens the store in `dir` with what [`unlock`] gave, for whose slot it is.
    ///
    /// # Errors
    /// [`OpenFailure`]; a damaged store, or one of a newer version, is left untouched. [`OpenFailure::Revoked`] for
    /// a slot that the register of the staff does not know any more.
    pub fn open(dir: &Path, unlocked: &Unlocked) -> Result<Self, OpenFailure> {
        let who = |db: &Connection| staff::who(db, unlocked)?.ok_or(OpenFailure::Revoked);
        let opened = Self::open_with(dir, &unlocked.key, who);
        let Err(OpenFailure::Store(Failure::Damaged(why))) = opened else { return opened };
        // What is damaged where only writing needs it can still be read.
        let mut store = Self::open_frozen(dir, &unlocked.key, who).map_err(|_| Failure::Damaged(why.clone()))?;
        store.damage = Some(why);
        Ok(store)
    }

    /// The same for reading alone, whether or not it could be written.
    ///
    /// # Errors
    /// As [`Store::open`], and [`OpenFailure::NeedsWriting`] for a store that has to be brought up first.
    pub fn open_for_reading(dir: &Path, unlocked: &Unlocked) -> Result<Self, OpenFailure> {
        Self::open_frozen(dir, &unlocked.key, |db| staff::who(db, unlocked)?.ok_or(OpenFailure::Revoked))
    }

    fn open_frozen(
        dir: &Path,
        key: &DataKey,
        who: impl FnOnce(&Connection) -> Result<Who, OpenFailure>,
    ) -> Result<Self, OpenFailure> {
        require_both(dir)?;
        let db = frozen::connect(&dir.join(DATABASE), key)?;
        check(&db, dir)?;
        frozen::leave_log(&db)?;
        settle(&db, false)?;
        let (found, known) = (migrate::version(&db)?, migrate::known());
        if found < known {
            return Err(OpenFailure::NeedsWriting { found, known });
        }
        let who = who(&db)?;
        let mut store = Self::on(db, dir.to_owned(), key.clone(), who);
        store.frozen = true;
        store.has_changed()?;
        Ok(store)
    }

    fn open_with(
        dir: &Path,
        key: &DataKey,
        who: impl FnOnce(&Connection) -> Result<Who, OpenFailure>,
    ) -> Result<Self, OpenFailure> {
        require_both(dir)?;
        if frozen::is_frozen(dir) {
            return Self::open_frozen(dir, key, who);
        }
        let mut db = connect(&dir.join(DATABASE), key)?;
        check(&db, dir)?;
        settle(&db, is_on_network(dir))?;
        let sorter = Sorter::default();
        migrate::bring_up(&mut db)?;
        migrate::sort_anew(&mut db, &sorter)?;
        let who = who(&db)?;
        let mut store = Self::on(db, dir.to_owned(), key.clone(), who);
        (store.sorter, store.laid_out) = (sorter, false);
        store.has_changed()?;
        Ok(store)
    }

    /// An empty record in memory, for trainers: they need a desk to read programmes at, and nobody's data.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn for_trainers() -> Result<Self, OpenFailure> {
        let mut db = Connection::open_in_memory()?;
        migrate::bring_up(&mut db)?;
        let who = Who { id: String::new(), name: String::new(), role: Role::Trainer };
        let key = DataKey::random(&mut |_| Ok(()))?;
        Ok(Self::on(db, PathBuf::new(), key, who))
    }

    /// A second handle on the same store, for recording beside the desk.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn another(&self) -> Result<Self, OpenFailure> {
        let who = |_: &Connection| Ok(self.who.clone());
        if self.frozen {
            Self::open_frozen(&self.dir, &self.key, who)
        } else {
            Self::open_with(&self.dir, &self.key, who)
        }
    }

    /// A second connection that only reads, for work beside the desk such as an export.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn reader(&self) -> Result<Box<dyn Reads + Send>, OpenFailure> {
        Ok(Box::new(self.beside()?))
    }

    /// A second connection that only reads, as the store that it is.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn beside(&self) -> Result<Self, OpenFailure> {
        self.later()()
    }

    /// What opens such a connection, in another thread, when it is called.
    pub fn later(&self) -> impl FnOnce() -> Result<Self, OpenFailure> + Send + use<> {
        let (dir, key, who, frozen) = (self.dir.clone(), self.key.clone(), self.who.clone(), self.frozen);
        move || {
            if frozen {
                return Self::open_frozen(&dir, &key, |_| Ok(who));
            }
            let db = connect(&dir.join(DATABASE), &key)?;
            check(&db, &dir)?;
            db.execute_batch("PRAGMA query_only = ON")?;
            settle(&db, false)?;
            Ok(Self::on(db, dir, key, who))
        }
    }

    fn on(db: Connection, dir: PathBuf, key: DataKey, who: Who) -> Self {
        let (sorter, shelf, version) = (Sorter::default(), Shelf::default(), Cell::default());
        Self { db, sorter, shelf, dir, key, who, frozen: false, damage: None, laid_out: true, version }
    }

    /// The folder of the store.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }
}

/// A keyed connection that has changed nothing yet.
pub(super) fn connect(path: &Path, key: &DataKey) -> Result<Connection, Failure> {
    // Not CREATE: a missing file is a fault, not a new store.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    connect_with(path, flags, key)
}

/// The same, opened in a way of its own.
pub(super) fn connect_with(path: impl AsRef<Path>, flags: OpenFlags, key: &DataKey) -> Result<Connection, Failure> {
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(BUSY)?;
    // Before the key, or a wrong one is reported into the middle of the screen.
    db.execute_batch("PRAGMA cipher_log_level = NONE")?;
    db.execute_batch(&key.pragma())?;
    db.set_prepared_statement_cache_capacity(64);
    // Plans go by the words of a question alone. Otherwise every statement that compares with a range is planned
    // anew each time another value is put in: half of what the first screen and a mark asked of SQLite.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(db)
}

/// Whether this is a store that this program knows; nothing is written, whatever the answer.
fn check(db: &Connection, dir: &Path) -> Result<(), Failure> {
    // Closing would fold a log that is there into the database; without one it leaves no file behind.
    let has_log = fs::metadata(log::path(dir)).is_ok_and(|log| log.len() > 0);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log)?;
    let found = migrate::version(db)?;
    migrate::require_ours(db)?;
    if found > migrate::known() {
        return Err(Failure::Newer { found, known: migrate::known() });
    }
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// How the connection works from now on.
pub(super) fn settle(db: &Connection, on_network: bool) -> Result<(), Failure> {
    if on_network {
        // Shared memory does not work across machines, and WAL needs it.
        db.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    }
    // Few pages are kept: memory is scarcer on these machines than a read is slow.
    let pages = log::PAGES;
    db.execute_batch(&format!(
        "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -256;
         PRAGMA journal_size_limit = 4194304; PRAGMA wal_autocheckpoint = {pages}"
    ))?;
    Ok(())
}

/// Makes the database and the key file aside, whole, and then moves both into place.
fn place(dir: &Path, file: &KeyFile, key: &DataKey) -> Result<(), OpenFailure> {
    let aside = tempfile::Builder::new().prefix(".making-").tempdir_in(dir)?;
    let database = aside.path().join(DATABASE);
    private(&database)?;
    let mut db = connect(&database, key)?;
    if !is_on_network(dir) {
        db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    }
    settle(&db, false)?;
    migrate::bring_up(&mut db)?;
    db.close().map_err(|(_, e)| e)?;
    write_key_file(aside.path(), file)?;
    // Hard links never replace what another desk has put there meanwhile.
    let key_path = dir.join(KEY);
    link(&aside.path().join(KEY), &key_path)?;
    if let Err(failure) = link(&database, &dir.join(DATABASE)) {
        drop(fs::remove_file(&key_path));
        return Err(failure);
    }
    sync_directory(dir)?;
    Ok(())
}

pub(super) fn read_key_file(dir: &Path) -> Result<KeyFile, OpenFailure> {
    /// A key file is about a kilobyte: a giant one is not read at all.
    const MOST: u64 = 1024 * 1024;
    require_both(dir)?;
    let path = dir.join(KEY);
    if fs::metadata(&path).map_err(|e| unreachable(&e))?.len() > MOST {
        return Err(OpenFailure::KeyUnreadable("it is larger than a key file can be".to_owned()));
    }
    let bytes = fs::read(&path).map_err(|e| unreachable(&e))?;
    let text = String::from_utf8(bytes).map_err(|_| OpenFailure::KeyUnreadable("it is not text".to_owned()))?;
    KeyFile::parse(&text)
}

/// Replaces the key file in one move: there is always a whole one.
pub(super) fn write_key_file(dir: &Path, file: &KeyFile) -> Result<(), OpenFailure> {
    let mut aside = tempfile::NamedTempFile::new_in(dir)?;
    aside.write_all(file.text()?.as_bytes())?;
    aside.as_file().sync_all()?;
    aside.persist(dir.join(KEY)).map_err(|e| e.error)?;
    sync_directory(dir)?;
    Ok(())
}

fn require_both(dir: &Path) -> Result<(), OpenFailure> {
    let there = |name| dir.join(name).try_exists().map_err(|e| unreachable(&e));
    match (there(DATABASE)?, there(KEY)?) {
        (true, true) => Ok(()),
        (true, false) => Err(OpenFailure::KeyMissing),
        (false, true) => Err(OpenFailure::DatabaseMissing),
        (false, false) => Err(OpenFailure::NothingThere),
    }
}

/// A file that cannot be read, for whatever reason: not the same as one that cannot be written.
fn unreachable(error: &io::Error) -> OpenFailure {
    match error.kind() {
        io::ErrorKind::NotADirectory => OpenFailure::NotAFolder,
        _ => Failure::Disk(said(error)).into(),
    }
}
