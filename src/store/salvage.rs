//! Salvage: what can still be read of the journal of a damaged store becomes a whole store of its own, beside it.
//! The damaged one is only read.
//!
//! Every page of a store is authenticated, so that what can be read is what was written; and everything in its
//! tables was recorded, so that the journal alone makes them again. Entries before the first that is missing keep
//! their place in the chain, so that what was exported then can still be held against it; those after it are
//! chained anew. That it was salvaged is an entry itself.

mod wreck;

use crate::domain::audit::Head;
use crate::domain::backup::Name;
use crate::domain::entry::Entry;
use crate::domain::record::{Failure, Records, Stamp};
use crate::domain::staff::Role;
use crate::domain::trace::Combination;
use crate::store::alphabet::Sorter;
use crate::store::backup::{Backup, backups, stores_in};
use crate::store::chain::{self, Link};
use crate::store::facts::Facts;
use crate::store::files::{make_directory, private, sync_directory};
use crate::store::journal::{self, Contents};
use crate::store::open::{DATABASE, KEY, connect, settle};
use crate::store::slots::Unlocked;
use crate::store::verify::{Counter, Halt, examine};
use crate::store::{OpenFailure, Store, migrate, staff};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, params};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;
use wreck::{Entered, Step, Wreck};

/// The folder of what was salvaged, in that of the store.
pub(super) const FOLDER: &str = "salvaged";

/// Whoever recorded what nobody knows any more.
const NOBODY: &str = "?";

/// What was read, and what is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Entries that were read, and are in the new store.
    pub kept: usize,
    /// Entries that cannot be read, as far as it is known how many there were.
    pub lost: usize,
    /// The first that cannot.
    pub first_lost: Option<i64>,
    /// The last that was read, where nothing says any more how many came after it; 0 where none was.
    pub open_after: Option<i64>,
    /// Entries that are not what was recorded, and were left out.
    pub altered: usize,
    /// Entries that are kept, and nobody knows any more who recorded them, and when.
    pub nameless: usize,
    /// Entries that fit nothing of what was read before them, and were left out.
    pub unfit: usize,
}

impl Salvaged {
    /// Whether everything that was ever recorded is in the new store.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let Self { kept: _, lost, first_lost: _, open_after, altered, nameless, unfit } = self;
        lost + altered + nameless + unfit == 0 && open_after.is_none()
    }
}

/// What was salvaged of the store in `dir`, the newest first.
///
/// # Errors
/// [`Failure`] when the folder cannot be read.
pub fn salvaged(dir: &Path) -> Result<Vec<Backup>, Failure> {
    stores_in(&dir.join(FOLDER))
}

/// Makes a store of what can be read of the one in `dir`, in the folder `salvaged` beside it. No desk may be open
/// on it. The key file is the same, and so are the passphrases.
///
/// # Errors
/// [`OpenFailure`]: nothing can be read, the disk does not take it, or by what can be read it is not for whoever was
/// let in, who has to be an owner as for restoring.
pub fn salvage(dir: &Path, unlocked: &Unlocked, now: DateTime<FixedOffset>) -> Result<(Backup, Salvaged), OpenFailure> {
    let folder = dir.join(FOLDER);
    make_directory(&folder)?;
    // The log is read with the database, which is more than reading: so both are copied first.
    let copy = tempfile::Builder::new().prefix(".reading-").tempdir_in(&folder)?;
    for name in [DATABASE, "onward.db-wal"].into_iter().filter(|name| dir.join(name).exists()) {
        io::copy(&mut File::open(dir.join(name))?, &mut private(&copy.path().join(name))?)?;
    }
    let mut wreck = Wreck::open(&copy.path().join(DATABASE), &unlocked.key)?;
    require_owner(dir, &wreck, unlocked)?;
    let aside = tempfile::Builder::new().prefix(".making-").tempdir_in(&folder)?;
    let path = aside.path().join(DATABASE);
    private(&path)?;
    let mut db = connect(&path, &unlocked.key)?;
    db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    settle(&db, false)?;
    migrate::bring_up(&mut db)?;
    let sorter = Sorter::default();
    migrate::sort_anew(&mut db, &sorter)?;
    let found = gather(&mut wreck, &mut db, &sorter)?;
    db.close().map_err(|(_, error)| error)?;
    private(&aside.path().join(KEY))?.write_all(&fs::read(dir.join(KEY))?)?;
    let head = sign(aside.path(), unlocked, &found, now)?;
    for name in [DATABASE, KEY] {
        File::open(aside.path().join(name))?.sync_all()?;
    }
    sync_directory(aside.path())?;
    let name = Name { seq: head.seq, at: now.naive_local() };
    let backup = Backup { name, dir: folder.join(name.to_string()) };
    fs::rename(aside.keep(), &backup.dir)?;
    sync_directory(&folder)?;
    Ok((backup, found))
}

/// Refuses whoever is no owner: by the register of the damaged store where it can be read, else by the newest of its
/// backups that knows them. Where neither says anything, what was salvaged does: see [`sign`].
fn require_owner(dir: &Path, wreck: &Wreck, unlocked: &Unlocked) -> Result<(), OpenFailure> {
    let in_backup = |backup: &Backup| {
        let db = connect(&backup.dir.join(DATABASE), &unlocked.key).ok()?;
        staff::role(&db, unlocked, None).ok().flatten()
    };
    let backups = backups(dir).unwrap_or_default();
    match wreck.role(unlocked).or_else(|_| backups.iter().find_map(in_backup).map(Some).ok_or(())) {
        Ok(Some(Role::Owner)) | Err(()) => Ok(()),
        Ok(Some(role)) => Err(Failure::NotAllowed(role).into()),
        Ok(None) => Err(OpenFailure::Revoked),
    }
}

/// Records in the new store in `dir` that it was salvaged, and audits it; its head.
fn sign(dir: &Path, unlocked: &Unlocked, found: &Salvaged, now: DateTime<FixedOffset>) -> Result<Head, OpenFailure> {
    let mut store = Store::open(dir, unlocked)?;
    if store.who().role != Role::Owner {
        return Err(Failure::NotAllowed(store.who().role).into());
    }
    let missing = found.lost + found.altered + found.unfit;
    let source = format!("{FOLDER}/{DATABASE}");
    let taken_in = Combination { source, added: found.kept, changed: missing };
    let entry = Entry::Combination { item: now.timestamp_millis().to_string(), to: Some(Box::new(taken_in)) };
    let stamp = Stamp { actor: store.who().name.clone(), at: now };
    store.record(&[entry], &stamp)?;
    let mut go_on = |_| ControlFlow::Continue(());
    let audit = examine(&store.db, &store.sorter, None, &mut 0, &mut Counter { rows: 0, progress: &mut go_on });
    match audit {
        Ok(()) | Err(Halt::Stopped) => Ok(chain::head(&store.db)?),
        Err(Halt::Failed(failure)) => Err(failure.into()),
        Err(Halt::Found(damage)) => {
            Err(Failure::Damaged(format!("what was salvaged is not whole: {} {}", damage.table, damage.row)).into())
        }
    }
}

/// Everything that can be read, into `db`.
fn gather(wreck: &mut Wreck, db: &mut Connection, sorter: &Sorter) -> Result<Salvaged, Failure> {
    let end = wreck.end();
    let tx = db.transaction()?;
    let mut writing = Writing {
        db: &tx,
        facts: Facts::new(&tx, sorter),
        hash: chain::START.to_vec(),
        next: 1,
        steps: HashMap::new(),
        found: Salvaged::default(),
    };
    // Entries of one step follow each other, and are written together.
    let mut together: Vec<Entered> = Vec::new();
    let mut step: Option<(i64, Option<Step>)> = None;
    let mut before = Some(chain::START.to_vec());
    // What was lost before the last entry that was read, and its number.
    let mut sure = (0, None, 0);
    for seq in 1..=end.unwrap_or_else(|| wreck.room()) {
        let Some(entered) = wreck.entry(seq).ok().flatten() else {
            writing.lose(seq);
            before = None;
            continue;
        };
        sure = (writing.found.lost, writing.found.first_lost, seq);
        if step.as_ref().is_none_or(|(id, _)| *id != entered.step) {
            if let Some((id, said)) = step.take() {
                writing.step(id, said, &mut together)?;
            }
            step = Some((entered.step, wreck.step(entered.step)));
        }
        let said = step.as_ref().and_then(|(_, said)| said.as_ref());
        let is_sound = is_as_recorded(&entered, before.as_deref(), said);
        before = Some(entered.hash.clone());
        if is_sound {
            together.push(entered);
        } else {
            writing.found.altered += 1;
        }
    }
    if let Some((id, said)) = step {
        writing.step(id, said, &mut together)?;
    }
    let Writing { facts, mut found, .. } = writing;
    facts.finish()?;
    if end.is_none() {
        // The room that the file has is no entries.
        (found.lost, found.first_lost) = (sure.0, sure.1);
        found.open_after = Some(sure.2);
    }
    tx.commit()?;
    Ok(found)
}

/// Whether the entry says what was recorded; and stands where it was, as far as what is beside it can be read.
fn is_as_recorded(entered: &Entered, before: Option<&[u8]>, step: Option<&Step>) -> bool {
    let (value, stood) = (entered.value.as_deref(), entered.before.as_deref());
    let says_it = match &entered.salt {
        Some(salt) => chain::digest(salt, value, stood).as_slice() == entered.digest,
        None => value.is_none() && stood.is_none(),
    };
    let (Some(before), Some(step)) = (before, step) else { return says_it };
    says_it && link(entered, (entered.seq, entered.step), step.last, step).after(before).as_slice() == entered.hash
}

/// The link of an entry, under the number and step that it has, or gets.
fn link<'a>(entered: &'a Entered, (seq, step): (i64, i64), last: i64, said: &'a Step) -> Link<'a> {
    Link {
        seq,
        step,
        last,
        at: &said.at,
        actor: &said.actor,
        undoes: said.undoes,
        kind: &entered.kind,
        keys: &entered.keys,
        digest: &entered.digest,
    }
}

/// The new journal and its tables, while they are made.
struct Writing<'a> {
    db: &'a Connection,
    facts: Facts<'a>,
    hash: Vec<u8>,
    /// The number of the next entry.
    next: i64,
    /// What steps are called now.
    steps: HashMap<i64, i64>,
    found: Salvaged,
}

impl Writing<'_> {
    fn lose(&mut self, seq: i64) {
        self.found.lost += 1;
        self.found.first_lost.get_or_insert(seq);
    }

    /// Writes the entries of a step that could be read.
    fn step(&mut self, id: i64, said: Option<Step>, together: &mut Vec<Entered>) -> Result<(), Failure> {
        if together.is_empty() {
            return Ok(());
        }
        let is_nameless = said.is_none();
        let nobody = || Step { last: 0, at: self.last_moment(), actor: NOBODY.to_owned(), undoes: None, erased: false };
        let mut said = said.unwrap_or_else(nobody);
        let now = self.next;
        said.undoes = said.undoes.and_then(|undone| self.steps.get(&undone).copied());
        // Before its facts: since when somebody is recorded is asked of it.
        self.db
            .prepare_cached("INSERT INTO step (id, last, at, actor, undoes, erased) VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![now, now, said.at, said.actor, said.undoes, said.erased])?;
        let mut fit = Vec::with_capacity(together.len());
        for entered in together.drain(..) {
            if self.put(&entered)? {
                fit.push(entered);
            } else {
                self.found.unfit += 1;
            }
        }
        let Some(count) = i64::try_from(fit.len()).ok().filter(|count| *count > 0) else {
            self.db.execute("DELETE FROM step WHERE id = ?", [now])?;
            return Ok(());
        };
        if is_nameless {
            self.found.nameless += fit.len();
        }
        let last = now + count - 1;
        self.db.execute("UPDATE step SET last = ? WHERE id = ?", [last, now])?;
        self.steps.insert(id, now);
        for (seq, entered) in (now..).zip(&fit) {
            let Entered { value, before, salt, .. } = entered;
            let contents = Contents { value: value.as_deref(), before: before.as_deref(), salt: salt.as_deref() };
            self.hash = journal::enter(self.db, &link(entered, (seq, now), last, &said), contents, &self.hash)?;
        }
        self.next = last + 1;
        self.found.kept += fit.len();
        Ok(())
    }

    /// Puts the fact into its table; whether it fits there.
    fn put(&mut self, entered: &Entered) -> Result<bool, Failure> {
        if entered.salt.is_none() {
            // The contents were erased: nothing is left to be put.
            return Ok(true);
        }
        let value = entered.value.as_deref();
        let Ok(Some(entry)) = Entry::from_parts(&entered.kind, entered.keys.clone(), value) else { return Ok(false) };
        self.db.execute_batch("SAVEPOINT fact")?;
        let fits = self.facts.put(&entry, value).is_ok();
        self.db.execute_batch(if fits { "RELEASE fact" } else { "ROLLBACK TO fact; RELEASE fact" })?;
        Ok(fits)
    }

    /// When the last step was recorded that is known.
    fn last_moment(&self) -> String {
        let found = self.db.query_row("SELECT at FROM step ORDER BY id DESC LIMIT 1", [], |row| row.get(0));
        found.unwrap_or_else(|_| DateTime::UNIX_EPOCH.to_rfc3339())
    }
}
