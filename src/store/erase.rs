//! Erasing a person: what was said about them goes from the tables, from the journal with its salts, from what is
//! half written, and from the pages that held it. What registers add up stays, with a number in place of a name.

mod rest;

use crate::domain::entry::Entry;
use crate::domain::erasure::{Erasure, Going};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::{About, Failure, Reads, Stamp};
use crate::domain::setting::Setting;
use crate::store::alphabet::Sorter;
use crate::store::facts::Facts;
use crate::store::{Store, backup, journal, migrate, open, restore, row, staff};
use rest::{Rest, needles};
use rusqlite::{Connection, OptionalExtension, ToSql, TransactionBehavior, params, params_from_iter};
use std::collections::BTreeSet;
use std::path::Path;

/// Who is to be erased, and by whose leave.
pub type Order = (PersonId, Erasure);

/// What a person is called from then on who was the so-and-so-manieth to be erased.
pub type Called<'a> = &'a dyn Fn(i64) -> String;

impl Store {
    /// Erases people, each as a step of its own, here and in every copy of this store that the program keeps.
    /// `false`: it is gone from the record, but another desk has the old pages in use until it is closed, or a copy
    /// cannot be read.
    ///
    /// # Errors
    /// [`Failure`], [`Failure::NotApproved`] where it takes two and is not of two; whoever was not erased is whole.
    pub fn erase(&mut self, orders: &[Order], called: Called<'_>, stamp: &Stamp) -> Result<bool, Failure> {
        let of = |(person, erasure): &Order| Entry::Erasure { person: *person, to: Some(Box::new(erasure.clone())) };
        staff::allow(&self.db, &self.who, orders.iter().map(of).collect::<Vec<_>>().iter())?;
        approved(self, orders, stamp)?;
        // A backup that is being made holds what stood before.
        let _no_backup_meanwhile = backup::hold(&self.dir)?;
        restore::sweep(&self.dir)?;
        let mut whole = true;
        for copy in restore::copies(&self.dir)? {
            match self.erase_in(&open::database(&copy), orders, called, stamp) {
                // What nobody can read is told, and is no reason to keep what can be read.
                Err(Failure::Damaged(_) | Failure::WrongKey | Failure::Disk(_)) => whole = false,
                other => other?,
            }
        }
        erase_all(&mut self.db, &self.sorter, orders, called, stamp)?;
        // The log is another file now, without its length.
        self.laid_out = false;
        Ok(scrub(&self.db)? && whole)
    }

    /// The same in one copy of this store. One of an older version is brought up to this one.
    fn erase_in(&self, copy: &Path, orders: &[Order], called: Called<'_>, stamp: &Stamp) -> Result<(), Failure> {
        let mut db = open::connect(copy, &self.key)?;
        if migrate::version(&db)? > migrate::known() {
            return Err(Failure::Newer { found: migrate::version(&db)?, known: migrate::known() });
        }
        migrate::bring_up(&mut db)?;
        migrate::sort_anew(&mut db, &self.sorter)?;
        erase_all(&mut db, &self.sorter, orders, called, stamp)?;
        scrub(&db)?;
        Ok(())
    }
}

/// Where erasing takes two, whoever asked for it stands in the journal, and is not who does it.
fn approved(store: &Store, orders: &[Order], stamp: &Stamp) -> Result<(), Failure> {
    if !Setting::ErasureNeedsTwo.is_on(store)? {
        return Ok(());
    }
    for (person, erasure) in orders {
        let stands = !store.standing("erasure-request", About::Person(*person))?.is_empty();
        let asked = if stands { asked_by(&store.db, *person)? } else { None };
        if !erasure.is_of_two(asked.as_deref(), &stamp.actor) {
            return Err(Failure::NotApproved);
        }
    }
    Ok(())
}

/// Who recorded it last that a person is to be erased, whatever the entry says of who asks.
fn asked_by(db: &Connection, person: PersonId) -> Result<Option<String>, Failure> {
    let sql = "SELECT s.actor FROM journal j CROSS JOIN step s ON s.id = j.step
         WHERE j.person = ? AND j.kind = 'erasure-request' AND j.value IS NOT NULL ORDER BY j.seq DESC LIMIT 1";
    Ok(db.query_row(sql, [person.0], |row| row.get(0)).optional()?)
}

fn erase_all(
    db: &mut Connection,
    sorter: &Sorter,
    orders: &[Order],
    called: Called<'_>,
    stamp: &Stamp,
) -> Result<(), Failure> {
    for (person, erasure) in orders {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        erase_one(&tx, sorter, (*person, erasure), called, stamp)?;
        tx.commit()?;
    }
    Ok(())
}

/// Leaves nothing of what was erased in free pages, in the rest of pages, or in the log.
fn scrub(db: &Connection) -> Result<bool, Failure> {
    // What is made meanwhile is made with the pages that the store has.
    db.execute_batch("PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256; VACUUM")?;
    let busy: i64 = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}

fn erase_one(
    db: &Connection,
    sorter: &Sorter,
    (person, erasure): (PersonId, &Erasure),
    called: Called<'_>,
    stamp: &Stamp,
) -> Result<(), Failure> {
    let number = 1 + db.query_row("SELECT count(*) FROM journal WHERE kind = 'erasure'", [], |r| r.get::<_, i64>(0))?;
    let rest = rest(db, person, number, called(number))?;
    let mut left = wipe(db, sorter, &rest)?;
    left.push(Entry::Erasure { person, to: Some(Box::new(erasure.clone())) });
    let step = journal::append(db, sorter, &left, stamp, None)?;
    db.execute("UPDATE step SET erased = 1 WHERE id = ?", [step])?;
    forget_drafts(db, &rest)
}

/// Who is erased, the so-and-so-manieth, and what stands in their place where registers count them.
fn rest(db: &Connection, person: PersonId, number: i64, name: String) -> Result<Rest, Failure> {
    let stays =
        "SELECT EXISTS (SELECT 1 FROM enrolment WHERE person = ?1) OR EXISTS (SELECT 1 FROM mark WHERE person = ?1)
        OR EXISTS (SELECT 1 FROM fact WHERE kind = 'guest' AND person = ?1)";
    let stays: bool = db.query_row(stays, [person.0], |row| row.get(0))?;
    let stub = stays.then(|| Person {
        reference: format!("erased-{number}"),
        family: name.clone(),
        erased: true,
        ..Person::default()
    });
    Ok(Rest { person, stub, needles: needles(db, person)?, name })
}

/// What would go with a person, of this record.
pub(super) fn going(db: &Connection, person: PersonId) -> Result<Going, Failure> {
    let rest = rest(db, person, 0, String::new())?;
    let mut going = Going { stays: rest.stub.is_some(), ..Going::default() };
    for fact in concerned(db, &rest)? {
        if last_said(db, &fact, &rest)?.0 {
            let sql = format!("SELECT count(*) FROM journal WHERE salt IS NOT NULL AND {}", fact.is());
            let count: i64 = db.prepare_cached(&sql)?.query_row(&fact.params()[..], |row| row.get(0))?;
            let theirs = fact.ids[0] == Some(person.0);
            *if theirs { &mut going.entries } else { &mut going.naming } += count.unsigned_abs();
        }
    }
    Ok(going)
}

/// A fact as the journal names it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fact {
    kind: String,
    ids: [Option<i64>; 4],
    item: Option<String>,
}

impl Fact {
    /// That an entry is about it. By `=` where there is something to be equal to: `IS` would find no index that leaves
    /// out what has none, and read the whole journal for every fact.
    fn is(&self) -> String {
        let [person, group, ..] = self.ids.map(|id| if id.is_some() { "=" } else { "IS" });
        format!("kind = ?1 AND person {person} ?2 AND grp {group} ?3 AND session IS ?4 AND course IS ?5 AND item IS ?6")
    }

    fn params(&self) -> [&dyn ToSql; 6] {
        let [person, group, session, course] = &self.ids;
        [&self.kind, person, group, session, course, &self.item]
    }
}

/// Takes away the contents of every fact that says something of the person, in journal and tables; what is left of
/// them, to be recorded once more.
fn wipe(db: &Connection, sorter: &Sorter, rest: &Rest) -> Result<Vec<Entry>, Failure> {
    let mut facts = Facts::new(db, sorter);
    let mut left = Vec::new();
    for fact in concerned(db, rest)? {
        let (touched, last) = last_said(db, &fact, rest)?;
        if !touched {
            continue;
        }
        let erase = format!("UPDATE journal SET value = NULL, before = NULL, salt = NULL WHERE {}", fact.is());
        db.prepare_cached(&erase)?.execute(&fact.params()[..])?;
        let steps = format!("UPDATE step SET erased = 1 WHERE id IN (SELECT step FROM journal WHERE {})", fact.is());
        db.prepare_cached(&steps)?.execute(&fact.params()[..])?;
        let Some(last) = last else { continue };
        // Nothing stood before what is left of it: that would be what is erased.
        if let Some(nothing) = last.restoring(None)? {
            facts.put(&nothing, None)?;
        }
        left.extend(rest.of(&last).filter(|left| !left.is_trace()));
    }
    facts.finish()?;
    Ok(left)
}

/// The facts about the person, and those whose text names them.
fn concerned(db: &Connection, rest: &Rest) -> Result<BTreeSet<Fact>, Failure> {
    let named = (0..rest.needles.len()).map(|at| format!("instr(value, ?{0}) OR instr(before, ?{0})", at + 2));
    let named: Vec<String> = std::iter::once("false".to_owned()).chain(named).collect();
    let sql = format!(
        "SELECT DISTINCT kind, person, grp, session, course, item FROM journal
         WHERE salt IS NOT NULL AND (person = ?1 OR (kind = 'apart' AND item = CAST(?1 AS TEXT)) OR {})",
        named.join(" OR ")
    );
    let in_json: Vec<String> = rest.needles.iter().map(|needle| rest::in_json(needle)).collect();
    let given = std::iter::once(&rest.person.0 as &dyn ToSql).chain(in_json.iter().map(|text| text as &dyn ToSql));
    let mut statement = db.prepare(&sql)?;
    let mut rows = statement.query(params_from_iter(given))?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let ids = [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
        found.insert(Fact { kind: row.get(0)?, ids, item: row.get(5)? });
    }
    Ok(found)
}

/// Whether anything that was ever said of the fact has to go, and what it was set to last.
fn last_said(db: &Connection, fact: &Fact, rest: &Rest) -> Result<(bool, Option<Entry>), Failure> {
    let sql = format!(
        "SELECT kind, person, grp, session, course, item, value, before FROM journal WHERE {} ORDER BY seq",
        fact.is()
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(&fact.params()[..])?;
    let (mut last, mut touched) = (None, false);
    while let Some(row) = rows.next()? {
        let mut said = [None, None];
        for (at, said) in (6..).zip(&mut said) {
            let Some(json) = row::text_or_none(row, at)? else { continue };
            let entry = Entry::from_parts(&fact.kind, row::keys(row, 1)?, Some(json))?;
            *said = Some(entry.ok_or_else(|| Failure::Damaged(format!("an entry of kind `{}`", fact.kind)))?);
        }
        touched |= said.iter().flatten().any(|entry| rest.of(entry).as_ref() != Some(entry));
        [last, _] = said;
    }
    Ok((touched, last))
}

/// What was being written about the person, or names them, by whomever.
fn forget_drafts(db: &Connection, rest: &Rest) -> Result<(), Failure> {
    let place = format!("%{:?}%", rest.person);
    db.execute("DELETE FROM draft WHERE place LIKE ?", [place])?;
    for needle in &rest.needles {
        db.execute("DELETE FROM draft WHERE instr(text, ?)", params![needle])?;
    }
    Ok(())
}
