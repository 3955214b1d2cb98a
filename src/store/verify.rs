//! The audit: the chain is followed from the first entry, every table is made once more from the journal alone
//! and compared with what stands, row by row. The first row that is not right is named; before that, the first page.

mod tables;

use crate::domain::audit::{Audit, Damage, Head, Wrong};
use crate::domain::entry::Entry;
use crate::domain::record::Failure;
use crate::store::alphabet::Sorter;
use crate::store::backup::torn_page;
use crate::store::chain::{self, Link};
use crate::store::facts::Facts;
use crate::store::key::hex;
use crate::store::{Store, migrate, row};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, params};
use std::collections::HashSet;
use std::ops::ControlFlow;

/// Rows between two calls of [`Progress`].
const STRIDE: u64 = 10_000;

/// Told how many rows were looked at; breaks to stop.
pub type Progress<'a> = &'a mut dyn FnMut(u64) -> ControlFlow<()>;

/// Why an audit did not come to its end.
#[derive(Debug)]
pub(super) enum Halt {
    /// A row that is not right: the audit ends there.
    Found(Damage),
    Failed(Failure),
    Stopped,
}

impl<E: Into<Failure>> From<E> for Halt {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Rows looked at so far, and whom to tell.
pub(super) struct Counter<'a> {
    pub(super) rows: u64,
    pub(super) progress: Progress<'a>,
}

impl Counter<'_> {
    fn count(&mut self) -> Result<(), Halt> {
        self.rows += 1;
        let stops = self.rows.is_multiple_of(STRIDE) && (self.progress)(self.rows).is_break();
        if stops { Err(Halt::Stopped) } else { Ok(()) }
    }
}

impl Store {
    /// Audits the record as it stands now; `printed` is a head that an export bears. `None`: stopped.
    ///
    /// Everything is made again in memory, which takes about as much of it as the record is large.
    ///
    /// # Errors
    /// [`Failure`] when the store cannot be read.
    pub fn audit(&self, printed: Option<&Head>, progress: Progress<'_>) -> Result<Option<Audit>, Failure> {
        // What no table and no index in use leads to is looked at too. Another desk may be writing a page just now:
        // that one is whole a moment later.
        if torn_page(&self.db)?.is_some()
            && let Some(fault) = torn_page(&self.db)?
        {
            return Err(Failure::Damaged(fault));
        }
        let _one_state = self.snapshot()?;
        let head = chain::head(&self.db)?;
        let mut erased = 0;
        match examine(&self.db, &self.sorter, printed, &mut erased, &mut Counter { rows: 0, progress }) {
            Ok(()) => Ok(Some(Audit { head, erased, damage: None })),
            Err(Halt::Found(damage)) => Ok(Some(Audit { head, erased, damage: Some(damage) })),
            Err(Halt::Stopped) => Ok(None),
            Err(Halt::Failed(failure)) => Err(failure),
        }
    }
}

pub(super) fn examine(
    db: &Connection,
    sorter: &Sorter,
    printed: Option<&Head>,
    erased: &mut u64,
    counter: &mut Counter,
) -> Result<(), Halt> {
    let mut made = Connection::open_in_memory()?;
    migrate::bring_up(&mut made)?;
    migrate::sort_anew(&mut made, sorter)?;
    // Nothing of it is ever taken back.
    made.execute_batch("PRAGMA journal_mode = OFF; BEGIN")?;
    let steps = follow(db, &made, sorter, printed, erased, counter)?;
    // A step without any entry.
    let mut statement = db.prepare("SELECT id FROM step ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if !steps.contains(&id) {
            return Err(Halt::Found(damage("step", format!("id {id}"), Wrong::Extra)));
        }
    }
    tables::compare(db, &made, &mut || counter.count())
}

/// Follows the chain, and records everything once more in `made`; the steps that it met.
fn follow(
    db: &Connection,
    made: &Connection,
    sorter: &Sorter,
    printed: Option<&Head>,
    erased: &mut u64,
    counter: &mut Counter,
) -> Result<HashSet<i64>, Halt> {
    let mut statement = db.prepare(
        "SELECT j.seq, j.step, s.last, s.at, s.actor, s.undoes, j.kind, j.person, j.grp, j.session, j.course, j.item,
           j.value, j.before, j.salt, j.digest, j.hash
         FROM journal j LEFT JOIN step s ON s.id = j.step ORDER BY j.seq",
    )?;
    let mut rows = statement.query([])?;
    let (mut steps, mut people) = (HashSet::new(), HashSet::new());
    let (mut facts, mut hash, mut last) = (Facts::new(made, sorter), chain::START, (0, 0));
    while let Some(row) = rows.next()? {
        counter.count()?;
        let seq = last.0 + 1;
        let at: i64 = row.get(0)?;
        if at != seq {
            return Err(Halt::Found(in_journal(seq, Wrong::Missing)));
        }
        let read = |e: Failure| match e {
            Failure::Damaged(_) => Halt::Found(in_journal(seq, Wrong::Unreadable)),
            other => Halt::Failed(other),
        };
        hash = check(row, &hash).map_err(read)?.map_err(|wrong| Halt::Found(in_journal(seq, wrong)))?;
        if let Some(printed) = printed.filter(|printed| printed.seq == seq)
            && !printed.is(&Head { seq, hash: hex(&hash) })
        {
            return Err(Halt::Found(in_journal(seq, Wrong::OtherHead)));
        }
        last = (seq, row.get(2)?);
        if steps.insert(row.get(1)?) {
            let sql = "INSERT INTO step (id, last, at, actor) VALUES (?, ?, ?, ?)";
            let step: (i64, i64, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            made.prepare_cached(sql)?.execute(step)?;
        }
        let person: Option<i64> = row.get(7)?;
        if row.get_ref(14)? == rusqlite::types::ValueRef::Null {
            *erased += 1;
        } else {
            again(row, &mut facts).map_err(read)?;
        }
        // Since when somebody is recorded is asked of the journal.
        if let Some(person) = person.filter(|person| people.insert(*person)) {
            let sql = "INSERT INTO journal (seq, step, kind, person) VALUES (?, ?, '', ?)";
            made.prepare_cached(sql)?.execute(params![seq, row.get::<_, i64>(1)?, person])?;
        }
    }
    if last.0 < last.1 {
        return Err(Halt::Found(in_journal(last.0 + 1, Wrong::Missing)));
    }
    if let Some(printed) = printed.filter(|printed| printed.seq > last.0) {
        return Err(Halt::Found(in_journal(printed.seq, Wrong::OtherHead)));
    }
    facts.finish()?;
    Ok(steps)
}

/// The hash of an entry, when it is what was recorded.
fn check(row: &Row, before: &[u8]) -> Result<Result<chain::Hash, Wrong>, Failure> {
    let bytes = |at: usize| row.get::<_, Option<Vec<u8>>>(at);
    let (salt, digest, hash) = (bytes(14)?, bytes(15)?.unwrap_or_default(), bytes(16)?.unwrap_or_default());
    let (value, stood) = (row::text_or_none(row, 12)?, row::text_or_none(row, 13)?);
    if row.get_ref(2)? == ValueRef::Null {
        return Ok(Err(Wrong::Place));
    }
    let keys = row::keys(row, 7)?;
    let expected = Link::read(row, &keys, &digest)?.after(before);
    let is_as_recorded = match salt {
        Some(salt) => chain::digest(&salt, value, stood).as_slice() == digest,
        None => value.is_none() && stood.is_none(),
    };
    Ok(match (expected.as_slice() == hash, is_as_recorded) {
        (true, true) => Ok(expected),
        (_, false) => Err(Wrong::Contents),
        (false, true) => Err(Wrong::Place),
    })
}

/// Records an entry once more.
fn again(row: &Row, facts: &mut Facts) -> Result<(), Failure> {
    let (kind, value) = (row::text(row, 6)?, row::text_or_none(row, 12)?);
    let entry = Entry::from_parts(kind, row::keys(row, 7)?, value)?;
    let entry = entry.ok_or_else(|| Failure::Damaged(format!("an entry of kind `{kind}`")))?;
    facts.put(&entry, value)?;
    Ok(())
}

fn damage(table: &str, row: String, what: Wrong) -> Damage {
    Damage { table: table.to_owned(), row, what }
}

fn in_journal(seq: i64, what: Wrong) -> Damage {
    damage("journal", format!("seq {seq}"), what)
}
