//! The encrypted store on this machine: the record of the desk behind `Reads` and `Records`.
//!
//! Two files in one directory: `onward.key`, the wrapped key, and `onward.db`, a SQLCipher database.
//! Whatever is recorded is appended to the journal and put into the tables that screens read, in one
//! transaction that is on disk before anybody is told so.

mod alphabet;
mod applicants;
mod backup;
mod booked;
mod chain;
mod draft;
mod duties;
mod elsewhere;
mod engagements;
mod erase;
mod facts;
mod fault;
mod files;
mod forgotten;
mod free_places;
mod frozen;
mod groups;
mod guests;
mod journal;
mod key;
mod log;
mod migrate;
mod open;
mod part;
mod people;
mod recovery;
mod register;
mod restore;
mod retention;
mod row;
mod salvage;
mod shelf;
mod slots;
mod staff;
mod standing;
mod tasks;
#[cfg(test)]
pub(crate) mod tests;
mod today;
mod tries;
mod unoffered;
mod verify;
mod watch;
mod window;

pub use backup::{Backup, GoOn, backups};
pub use erase::{Called, Order};
pub use fault::OpenFailure;
pub use files::is_on_network;
pub use key::{Cost, DataKey, Random, system_random};
pub use open::{altered_slots, discard, exists, knock, needs_name, unlock, unlock_as};
pub use recovery::RecoveryCode;
pub use restore::{Compared, Contents, Later, Opening, compare, copies, open_backup, restore};
pub use salvage::{Salvaged, salvage, salvaged};
pub use slots::{Secret, Unlocked};
pub use staff::{NewStaff, StaffFailure};

use crate::domain::appointment::Engagement;
use crate::domain::audit::Head;
use crate::domain::catching_up::Elsewhere;
use crate::domain::change::Booked;
use crate::domain::eligibility::Exception;
use crate::domain::entry::Entry;
use crate::domain::erasure::Going;
use crate::domain::following::Following;
use crate::domain::id::{CourseId, GroupId, PersonId};
use crate::domain::offered::Unoffered;
use crate::domain::pathway::Pathway;
use crate::domain::person::Person;
use crate::domain::programme::Course;
use crate::domain::record::{
    About, Applicant, DutyRow, Failure, Forgotten, FreePlaces, GroupRecord, GroupRow, GroupsQuery, MarkLine,
    Membership, PeopleQuery, PersonRow, Reads, Recorded, Records, ReleaseWatch, Row, SessionRow, Stamp, TaskRow,
    Window,
};
use crate::domain::retention::Held;
use crate::domain::seal::{Identity, Seal};
use crate::domain::staff::Who;
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// An open store. Made with [`Store::create`], opened with [`unlock`] and [`Store::open`].
#[derive(Debug)]
pub struct Store {
    db: Connection,
    sorter: alphabet::Sorter,
    shelf: shelf::Shelf,
    dir: PathBuf,
    key: DataKey,
    /// Who has opened it: the seam at which what a role may not do is refused.
    who: Who,
    /// Whether nothing can be written where it lies.
    frozen: bool,
    /// Why it can only be read, where that is because it is damaged.
    damage: Option<String>,
    /// Whether the log was given its length.
    laid_out: bool,
    /// What `data_version` was when it was last asked.
    version: Cell<i64>,
}

impl Drop for Store {
    fn drop(&mut self) {
        // Not from the start: it would lock and wipe for every row that is read.
        self.wipe();
    }
}

impl Store {
    /// The key of this store.
    pub fn key(&self) -> &DataKey {
        &self.key
    }

    /// Who has opened it, and in which role.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// Whether it is there to be read alone, because nothing can be written where it lies.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// What would be written is refused before anything else about it is.
    fn thawed(&self) -> Result<(), Failure> {
        match &self.damage {
            Some(why) => Err(Failure::Damaged(why.clone())),
            None if self.frozen => Err(Failure::ReadOnly),
            None => Ok(()),
        }
    }

    /// From here on SQLCipher wipes what it gives back, the pages that it has read before all; in the whole program,
    /// and for good.
    fn wipe(&self) {
        let _ = self.db.execute_batch("PRAGMA cipher_memory_security = ON");
    }

    /// Makes ready for recording very much at once (`true`), or for the desk again (`false`): until
    /// then a power cut may lose what was filled, and pages take up to 64 MiB of memory.
    ///
    /// # Errors
    /// [`Failure`] when the store cannot be brought to rest on disk.
    pub fn filling(&self, on: bool) -> Result<(), Failure> {
        if on {
            self.db.execute_batch(
                "PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384",
            )?;
        } else {
            let pages = log::PAGES;
            self.db.execute_batch(&format!(
                "PRAGMA synchronous = FULL; PRAGMA cache_size = -256; PRAGMA wal_autocheckpoint = {pages};
                 PRAGMA shrink_memory"
            ))?;
            self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(())
    }

    /// Whether another connection has recorded something since this was last asked.
    ///
    /// # Errors
    /// [`Failure`] when the store cannot be read.
    pub fn has_changed(&self) -> Result<bool, Failure> {
        let version = data_version(&self.db)?;
        Ok(self.version.replace(version) != version)
    }

    /// Records `entries` as [`Records::record`] does, and says who changed one of the same facts first after the entry
    /// `known`, the last that this desk knew of: it is not looked for where no other desk recorded anything.
    ///
    /// # Errors
    /// [`Failure`]; then nothing was recorded.
    pub fn record_after(
        &mut self,
        known: i64,
        entries: &[Entry],
        stamp: &Stamp,
    ) -> Result<(i64, Option<Stamp>), Failure> {
        self.thawed()?;
        staff::allow(&self.db, &self.who, entries.iter())?;
        let before = self.db.total_changes();
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // In the same transaction, so that nobody comes in between.
        let version = data_version(&tx)?;
        let first = if version == self.version.get() { None } else { journal::overtaken(&tx, entries, known)? };
        let step = journal::append(&tx, &self.sorter, entries, stamp, None)?;
        tx.commit()?;
        self.version.set(version);
        if !self.laid_out {
            // Only now there is a log. A disk too full for it may still take what is recorded.
            let _ = log::lay_out(&self.dir);
            self.laid_out = true;
        }
        self.shelf.recorded(&self.db, before, entries);
        Ok((step, first))
    }

    /// One consistent state for several reads; nothing new when one is being read already.
    fn snapshot(&self) -> Result<Option<Transaction<'_>>, Failure> {
        Ok(if self.db.is_autocommit() { Some(self.db.unchecked_transaction()?) } else { None })
    }
}

impl Records for Store {
    fn record(&mut self, entries: &[Entry], stamp: &Stamp) -> Result<i64, Failure> {
        Ok(self.record_after(i64::MAX, entries, stamp)?.0)
    }

    fn undo(&mut self, stamp: &Stamp) -> Result<Vec<Recorded>, Failure> {
        self.thawed()?;
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = journal::undoable(&tx, &stamp.actor)?;
        staff::allow(&tx, &self.who, done.iter().map(|recorded| &recorded.before))?;
        journal::undo(&tx, &self.sorter, &done, stamp)?;
        tx.commit()?;
        Ok(done)
    }

    fn redo(&mut self, stamp: &Stamp) -> Result<Vec<Recorded>, Failure> {
        self.thawed()?;
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = journal::redoable(&tx, &stamp.actor)?;
        staff::allow(&tx, &self.who, done.iter().map(|recorded| &recorded.before))?;
        journal::undo(&tx, &self.sorter, &done, stamp)?;
        tx.commit()?;
        Ok(done)
    }

    fn keep_draft(&mut self, place: &str, text: Option<&str>) -> Result<(), Failure> {
        // It lasts as long as the desk is open; whoever is told at every key can do nothing about it.
        if self.frozen { Ok(()) } else { draft::keep(&self.db, place, text) }
    }
}

impl Reads for Store {
    fn person(&self, id: PersonId) -> Result<Option<Person>, Failure> {
        people::person(&self.db, id)
    }

    fn person_by_reference(&self, reference: &str) -> Result<Option<PersonId>, Failure> {
        people::by_reference(&self.db, reference)
    }

    fn people(&self, query: &PeopleQuery, window: &Window, limit: usize) -> Result<Vec<Row<PersonRow>>, Failure> {
        people::window(&self.db, query, window, limit)
    }

    fn each_person(
        &self,
        query: &PeopleQuery,
        visit: &mut dyn FnMut(PersonRow) -> ControlFlow<()>,
    ) -> Result<(), Failure> {
        people::each(&self.db, query, visit)
    }

    fn found(&self, query: &PeopleQuery) -> Result<BTreeSet<PersonId>, Failure> {
        people::found(&self.db, query)
    }

    fn each_applicant(&self, after: NaiveDate, visit: &mut dyn FnMut(Applicant)) -> Result<(), Failure> {
        applicants::each(&self.db, after, visit)
    }

    fn applicant(&self, id: PersonId) -> Result<Option<Applicant>, Failure> {
        applicants::one(&self.db, id)
    }

    fn released_by(&self, day: NaiveDate) -> Result<usize, Failure> {
        applicants::released_by(&self.db, day)
    }

    fn is_empty(&self) -> Result<bool, Failure> {
        people::is_empty(&self.db)
    }

    fn memberships(&self, person: PersonId) -> Result<Vec<Membership>, Failure> {
        let _one_state = self.snapshot()?;
        people::memberships(&self.db, person)
    }

    fn exceptions(&self, person: PersonId) -> Result<BTreeMap<String, Exception>, Failure> {
        people::exceptions(&self.db, person)
    }

    fn exceptions_for(&self, programme: &str) -> Result<BTreeMap<PersonId, Exception>, Failure> {
        people::exceptions_for(&self.db, programme)
    }

    fn placed(&self) -> Result<BTreeMap<PersonId, String>, Failure> {
        people::placed(&self.db)
    }

    fn groups(&self, query: &GroupsQuery, window: &Window, limit: usize) -> Result<Vec<Row<GroupRow>>, Failure> {
        groups::window(&self.db, query, window, limit)
    }

    fn group_by_code(&self, code: &str) -> Result<Option<GroupId>, Failure> {
        groups::by_code(&self.db, code)
    }

    fn group(&self, id: GroupId, order: &str) -> Result<Option<GroupRecord>, Failure> {
        if let Some(record) = self.shelf.kept(&self.db, id, order)? {
            return Ok(Some(record));
        }
        let _one_state = self.snapshot()?;
        self.shelf.group(&self.db, &self.sorter, id, order)
    }

    fn group_in_passing(&self, id: GroupId, order: &str) -> Result<Option<GroupRecord>, Failure> {
        let _one_state = self.snapshot()?;
        groups::record(&self.db, (&self.sorter, &self.shelf), id, order)
    }

    fn course(&self, id: CourseId) -> Result<Option<Course>, Failure> {
        groups::course(&self.db, id)
    }

    fn pinned(&self, course: &Course) -> Result<Option<CourseId>, Failure> {
        groups::pinned(&self.db, course)
    }

    fn sessions_on(&self, date: NaiveDate) -> Result<Vec<SessionRow>, Failure> {
        today::read(&self.db, today::Which::On, date, 0)
    }

    fn sessions_after(&self, date: NaiveDate, limit: usize) -> Result<Vec<SessionRow>, Failure> {
        today::read(&self.db, today::Which::After, date, limit)
    }

    fn sessions_forgotten(&self, today: NaiveDate, limit: usize) -> Result<Vec<Forgotten>, Failure> {
        let _one_state = self.snapshot()?;
        forgotten::read(&self.db, today, limit)
    }

    fn free_places(&self, today: NaiveDate, soon: NaiveDate, limit: usize) -> Result<Vec<FreePlaces>, Failure> {
        let _one_state = self.snapshot()?;
        free_places::read(&self.db, today, soon, limit)
    }

    fn booked(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Booked>, Failure> {
        let _one_state = self.snapshot()?;
        booked::read(&self.db, from, to)
    }

    fn carried(&self, programme: &str, from: NaiveDate, to: NaiveDate) -> Result<Vec<Elsewhere>, Failure> {
        let _one_state = self.snapshot()?;
        elsewhere::read(&self.db, programme, (from, to))
    }

    fn release_watch(&self, today: NaiveDate, limit: usize) -> Result<Vec<ReleaseWatch>, Failure> {
        let _one_state = self.snapshot()?;
        watch::read(&self.db, today, limit)
    }

    fn history(&self, about: About, before: Option<i64>, limit: usize) -> Result<Vec<Recorded>, Failure> {
        journal::history(&self.db, about, before, limit)
    }

    fn undoable(&self, actor: &str) -> Result<Vec<Recorded>, Failure> {
        let _one_state = self.snapshot()?;
        journal::undoable(&self.db, actor)
    }

    fn redoable(&self, actor: &str) -> Result<Vec<Recorded>, Failure> {
        let _one_state = self.snapshot()?;
        journal::redoable(&self.db, actor)
    }

    fn standing(&self, kind: &str, about: About) -> Result<Vec<Entry>, Failure> {
        standing::standing(&self.db, kind, about)
    }

    fn followings(&self, person: PersonId) -> Result<Vec<Following>, Failure> {
        let _one_state = self.snapshot()?;
        duties::followings(&self.db, person)
    }

    fn is_pinned(&self, pathway: &str) -> Result<bool, Failure> {
        duties::is_pinned(&self.db, pathway)
    }

    fn each_following(&self, visit: &mut dyn FnMut(PersonId, &Person, &Following)) -> Result<(), Failure> {
        let _one_state = self.snapshot()?;
        duties::each(&self.db, visit)
    }

    fn each_duty(
        &self,
        days: (NaiveDate, NaiveDate),
        visit: &mut dyn FnMut(DutyRow) -> ControlFlow<()>,
    ) -> Result<(), Failure> {
        duties::each_due(&self.db, days, visit)
    }

    fn tasks(&self, until: NaiveDate, limit: usize) -> Result<Vec<TaskRow>, Failure> {
        tasks::read(&self.db, until, limit)
    }

    fn unoffered(&self, pathway: &Pathway, today: NaiveDate, limit: usize) -> Result<Vec<Unoffered>, Failure> {
        unoffered::read(&self.db, pathway, today, limit)
    }

    fn engagements(&self, person: PersonId, except: GroupId, days: &[NaiveDate]) -> Result<Vec<Engagement>, Failure> {
        let _one_state = self.snapshot()?;
        engagements::engagements(&self.db, &self.shelf, person, except, days)
    }

    fn each_held(&self, visit: &mut dyn FnMut(Held)) -> Result<(), Failure> {
        let _one_state = self.snapshot()?;
        retention::each_held(&self.db, visit)
    }

    fn going(&self, person: PersonId) -> Result<Going, Failure> {
        let _one_state = self.snapshot()?;
        Ok(Going { copies: restore::copies(&self.dir)?.len(), ..erase::going(&self.db, person)? })
    }

    fn head(&self) -> Result<Head, Failure> {
        chain::head(&self.db)
    }

    fn draft(&self, place: &str) -> Result<Option<String>, Failure> {
        draft::read(&self.db, place)
    }

    fn keyed(&self, recipient: &str, text: &str) -> [u8; 16] {
        self.key.keyed(recipient, text)
    }

    fn identity(&self) -> Identity {
        self.key.identity()
    }

    fn sign(&self, text: &[u8]) -> Seal {
        self.key.sign(text)
    }

    fn setting(&self, name: &str) -> Result<Option<String>, Failure> {
        let json: Option<String> = self
            .db
            .prepare_cached("SELECT json FROM setting WHERE item = ?")?
            .query_row([name], |row| row.get(0))
            .optional()?;
        Ok(json.map(|json| serde_json::from_str(&json)).transpose()?)
    }

    fn each_mark(
        &self,
        group: Option<GroupId>,
        visit: &mut dyn FnMut(&MarkLine<'_>) -> ControlFlow<()>,
    ) -> Result<(), Failure> {
        let _one_state = self.snapshot()?;
        register::each_mark(&self.db, group, visit)
    }
}

/// Another number whenever another connection has recorded something.
fn data_version(db: &Connection) -> Result<i64, Failure> {
    Ok(db.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
}
