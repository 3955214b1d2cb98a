//! The journal: entries appended in steps, read back newest first, and undone by entries of their own.

use crate::domain::entry::{Entry, Keys};
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure, Recorded, Stamp, Turn};
use crate::domain::run::run_of;
use crate::store::alphabet::Sorter;
use crate::store::chain::{self, Link};
use crate::store::facts::Facts;
use crate::store::row;
use rusqlite::{Connection, OptionalExtension, Params, Row, params, params_from_iter};
use std::collections::BTreeMap;

/// Appends `entries` as one step and puts each fact into its table; the step, which is 0 when there
/// is nothing to append.
pub(super) fn append(
    db: &Connection,
    sorter: &Sorter,
    entries: &[Entry],
    stamp: &Stamp,
    undoes: Option<i64>,
) -> Result<i64, Failure> {
    if entries.is_empty() {
        return Ok(0);
    }
    let (end, mut hash) = chain::end(db)?;
    let step = end + 1;
    let last = step + i64::try_from(entries.len()).unwrap_or(i64::MAX) - 1;
    let at = stamp.at.to_rfc3339();
    db.prepare_cached("INSERT INTO step (id, last, at, actor, undoes) VALUES (?, ?, ?, ?, ?)")?.execute(params![
        step,
        last,
        at,
        stamp.actor,
        undoes
    ])?;
    let mut facts = Facts::new(db, sorter);
    for (seq, entry) in (step..).zip(entries) {
        let value = entry.value()?;
        let before = facts.put(entry, value.as_deref())?;
        let (keys, kind, actor) = (entry.keys(), entry.kind(), stamp.actor.as_str());
        let salt = chain::salt()?;
        let digest = chain::digest(&salt, value.as_deref(), before.as_deref());
        let link = Link { seq, step, last, at: &at, actor, undoes, kind, keys: &keys, digest: &digest };
        let contents = Contents { value: value.as_deref(), before: before.as_deref(), salt: Some(&salt) };
        hash = enter(db, &link, contents, &hash)?;
    }
    facts.finish()?;
    Ok(step)
}

/// What an entry says, what stood before it, and the salt of both: what goes when somebody is erased.
#[derive(Clone, Copy)]
pub(super) struct Contents<'a> {
    pub(super) value: Option<&'a str>,
    pub(super) before: Option<&'a str>,
    pub(super) salt: Option<&'a [u8]>,
}

/// Writes one entry after the one with the hash `before`; its own hash.
pub(super) fn enter(db: &Connection, link: &Link, contents: Contents, before: &[u8]) -> Result<Vec<u8>, Failure> {
    let hash = link.after(before).to_vec();
    db.prepare_cached(
        "INSERT INTO journal (seq, step, kind, person, grp, session, course, item, value, before, salt, digest, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        link.seq,
        link.step,
        link.kind,
        link.keys.person.map(|id| id.0),
        link.keys.group.map(|id| id.0),
        link.keys.session.map(|id| id.0),
        link.keys.course.map(|id| id.0),
        link.keys.item,
        contents.value,
        contents.before,
        contents.salt,
        link.digest,
        hash
    ])?;
    Ok(hash)
}

/// Who changed one of the facts of `entries` after the entry `known`, the first to do so.
pub(super) fn overtaken(db: &Connection, entries: &[Entry], known: i64) -> Result<Option<Stamp>, Failure> {
    let mut statement = db.prepare_cached(
        "SELECT s.at, s.actor FROM journal j CROSS JOIN step s ON s.id = j.step
         WHERE j.seq > ? AND j.kind = ? AND j.person IS ? AND j.grp IS ? AND j.session IS ? AND j.course IS ?
           AND j.item IS ? ORDER BY j.seq LIMIT 1",
    )?;
    for entry in entries {
        let Keys { person, group, session, course, item } = entry.keys();
        let ids = (person.map(|id| id.0), group.map(|id| id.0), session.map(|id| id.0), course.map(|id| id.0));
        let mut rows = statement.query(params![known, entry.kind(), ids.0, ids.1, ids.2, ids.3, item])?;
        if let Some(row) = rows.next()? {
            let at = row::moment(row::text(row, 0)?)?;
            return Ok(Some(Stamp { actor: row::text(row, 1)?.to_owned(), at }));
        }
    }
    Ok(None)
}

fn select_recorded() -> String {
    format!(
        "SELECT j.seq, j.step, s.at, s.actor, s.undoes, j.kind, j.person, j.grp, j.session, j.course,
         j.item, j.value, j.before, {DEPTH}, j.salt IS NULL FROM journal j CROSS JOIN step s ON s.id = j.step"
    )
}

/// What was given out with the person ?3 in it, though it was not of them alone. Said once, of the group or of
/// everything: it is known from the rest of the journal whom that held, and an entry for each would say the same
/// again, and could differ. What names nobody but staff holds none of them.
pub(super) fn given_with_them() -> String {
    // Whether they had a place in the group `e.grp`, or came to it as a guest, when `d` was given out.
    let had_place = "e.person = ?3 AND e.kind IN ('enrolment', 'guest') AND e.seq < d.seq
        AND (e.value IS NOT NULL OR e.salt IS NULL)
        AND NOT EXISTS (SELECT 1 FROM journal n
          WHERE n.person = ?3 AND n.grp = e.grp AND n.kind = e.kind AND n.session IS e.session
            AND n.seq > e.seq AND n.seq < d.seq)";
    // Whether they were recorded then: what was erased of that says nothing else any more.
    let was_there = "(SELECT p.kind = 'person' AND (p.value IS NOT NULL OR p.salt IS NULL) FROM journal p
        WHERE p.person = ?3 AND p.kind IN ('person', 'erasure') AND p.seq < d.seq ORDER BY p.seq DESC LIMIT 1)";
    format!(
        "SELECT d.seq FROM journal d
         WHERE d.kind = 'group-disclosure' AND d.value ->> '$.report' IS NOT 'timetable'
           AND d.grp IN (SELECT grp FROM journal WHERE person = ?3 AND kind IN ('enrolment', 'guest'))
           AND EXISTS (SELECT 1 FROM journal e WHERE e.grp = d.grp AND {had_place})
         UNION ALL
         SELECT d.seq FROM journal d
         WHERE d.kind = 'disclosure' AND CASE coalesce(d.value ->> '$.report', '')
           WHEN 'timetable' THEN false
           WHEN 'groups' THEN false
           WHEN 'people' THEN {was_there}
           WHEN 'journal' THEN {was_there}
           ELSE EXISTS (SELECT 1 FROM journal e WHERE {had_place}) END"
    )
}

/// At most `limit` entries about something, newest first, before the entry `before`. No history says that there is
/// anything restricted.
pub(super) fn history(
    db: &Connection,
    about: About,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<Recorded>, Failure> {
    let before = before.unwrap_or(i64::MAX);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let (select, newest) = (select_recorded(), "ORDER BY j.seq DESC LIMIT ?2");
    let restricted = Entry::RESTRICTED.map(|kind| format!("'{kind}'")).join(", ");
    let open = format!("j.kind NOT IN ({restricted})");
    match about {
        About::Everything => {
            recorded(db, &format!("{select} WHERE j.seq < ?1 AND {open} {newest}"), params![before, limit])
        }
        About::Person(id) => {
            let given = given_with_them();
            let theirs = format!("SELECT seq FROM journal WHERE person = ?3 UNION ALL {given}");
            let sql = format!("{select} WHERE j.seq IN ({theirs}) AND j.seq < ?1 AND {open} {newest}");
            recorded(db, &sql, params![before, limit, id.0])
        }
        About::Group(id) => {
            let sql = format!("{select} WHERE j.grp = ?3 AND j.seq < ?1 AND {open} {newest}");
            recorded(db, &sql, params![before, limit, id.0])
        }
    }
}

/// Steps of an actor that do more than choose settings, keep the register of the staff, pin courses, remember what was
/// given out and leave traces, and have all they said; the latest first.
fn steps() -> String {
    let aside: Vec<String> = ["setting", "course", "pathway", "staff", "released"]
        .iter()
        .chain(Entry::TRACES)
        .map(|kind| format!("'{kind}'"))
        .collect();
    format!(
        "FROM step s WHERE s.actor = ?1 AND NOT s.erased
           AND EXISTS (SELECT 1 FROM journal j WHERE j.seq BETWEEN s.id AND s.last AND j.kind NOT IN ({}))",
        aside.join(", ")
    )
}

/// How many undos and redos lie between the step `s` and what was recorded first: odd for an undo.
const DEPTH: &str = "(WITH RECURSIVE line (up) AS
      (SELECT s.undoes UNION ALL SELECT t.undoes FROM line CROSS JOIN step t ON t.id = line.up)
    SELECT count(up) FROM line)";

const STANDS: &str = "NOT EXISTS (SELECT 1 FROM step u WHERE u.undoes = s.id)";

/// The latest step of an actor that stands and is no undo.
pub(super) fn select_undoable() -> String {
    let steps = steps();
    format!("SELECT s.id, s.last {steps} AND {STANDS} AND {DEPTH} % 2 = 0 ORDER BY s.id DESC LIMIT 1")
}

/// The latest undo of an actor that stands, with nothing new after it.
pub(super) fn select_redoable() -> String {
    let steps = steps();
    let newest = format!("SELECT s.id {steps} AND s.undoes IS NULL ORDER BY s.id DESC LIMIT 1");
    format!(
        "SELECT s.id, s.last {steps} AND s.id > coalesce(({newest}), 0)
           AND {STANDS} AND {DEPTH} % 2 = 1 ORDER BY s.id DESC LIMIT 1"
    )
}

/// The entries of the step that undo would take back.
pub(super) fn undoable(db: &Connection, actor: &str) -> Result<Vec<Recorded>, Failure> {
    step(db, &select_undoable(), actor)
}

/// The entries of the undo that redo would take back.
pub(super) fn redoable(db: &Connection, actor: &str) -> Result<Vec<Recorded>, Failure> {
    step(db, &select_redoable(), actor)
}

/// The entries of the step that `select` finds.
fn step(db: &Connection, select: &str, actor: &str) -> Result<Vec<Recorded>, Failure> {
    let found = db.prepare_cached(select)?.query_row([actor], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((first, last)): Option<(i64, i64)> = found else { return Ok(Vec::new()) };
    recorded(db, &format!("{} WHERE j.seq BETWEEN ? AND ? ORDER BY j.seq", select_recorded()), [first, last])
}

/// Undoes the step whose entries are `done`, itself an undo or not, as a step of its own.
///
/// Refused with [`Failure::ChangedSince`] when a fact no longer has the value that the step gave it,
/// or when something recorded later rests on what would be gone.
pub(super) fn undo(db: &Connection, sorter: &Sorter, done: &[Recorded], stamp: &Stamp) -> Result<(), Failure> {
    let Some(step) = done.first().map(|recorded| recorded.step) else { return Ok(()) };
    // Within a step the later entry about the same fact decides what must stand now.
    let mut left: BTreeMap<String, &Entry> = BTreeMap::new();
    for recorded in done {
        left.insert(fact(&recorded.entry), &recorded.entry);
    }
    // A pinned course stays: nothing is wrong with one that no group runs, and another group may. So does a trace.
    let backwards: Vec<Entry> = done
        .iter()
        .rev()
        .map(|recorded| recorded.before.clone())
        .filter(|entry| !matches!(entry, Entry::Course { .. } | Entry::Pathway { .. }) && !entry.is_trace())
        .collect();
    let undone = append(db, sorter, &backwards, stamp, Some(step))?;
    let mut statement = db.prepare_cached("SELECT before FROM journal WHERE seq = ?")?;
    for (seq, entry) in (undone..).zip(&backwards) {
        // Only the first entry about a fact, going backwards, met what stood before the undo.
        if let Some(last) = left.remove(&fact(entry)) {
            let stood: Option<String> = statement.query_row([seq], |row| row.get(0))?;
            if stood != last.value()? {
                return Err(Failure::ChangedSince);
            }
        }
        if entry.value()?.is_none() && is_leant_on(db, entry)? {
            return Err(Failure::ChangedSince);
        }
    }
    Ok(())
}

/// A name for the fact that an entry is about.
fn fact(entry: &Entry) -> String {
    format!("{} {:?}", entry.kind(), entry.keys())
}

/// Whether something in the tables rests on the thing of `entry`, which is gone.
fn is_leant_on(db: &Connection, entry: &Entry) -> Result<bool, Failure> {
    match entry {
        Entry::Person { person, .. } => any(db, &["enrolment", "exception", "fact"], &[("person", person.0)]),
        Entry::Group { group, .. } => any(db, &["session", "enrolment", "fact"], &[("grp", group.0)]),
        Entry::Session { group, session, .. } => {
            let there = ["outcome", "delivery", "session_note", "person_note", "fact"];
            Ok(any(db, &["mark"], &[("session", session.0)])?
                || any(db, &there, &[("grp", group.0), ("session", session.0)])?)
        }
        Entry::Run { person, item, .. } => rests_on_run(db, *person, item, ""),
        Entry::Step { person, item, .. } => rests_on_run(db, *person, run_of(item), item),
        Entry::Consent { person, item, .. } => rests_on_consent(db, *person, item),
        Entry::Guest { session, person, .. } => any(db, &["mark"], &[("session", session.0), ("person", person.0)]),
        _ => Ok(false),
    }
}

/// Whether a step or a consent of a run stands whose item comes after `item`.
fn rests_on_run(db: &Connection, person: PersonId, run: &str, item: &str) -> Result<bool, Failure> {
    let sql = "SELECT EXISTS (SELECT 1 FROM fact WHERE kind IN ('step', 'consent') AND person = ?1 AND person <> 0
           AND substr(item, 1, length(?2) + 1) = ?2 || '/' AND (?3 = '' OR kind = 'step' AND item > ?3))";
    Ok(db.prepare_cached(sql)?.query_row(params![person.0, run, item], |row| row.get(0))?)
}

/// Whether something was sent on a consent.
fn rests_on_consent(db: &Connection, person: PersonId, item: &str) -> Result<bool, Failure> {
    let sql = "SELECT EXISTS (SELECT 1 FROM fact WHERE kind = 'step' AND person = ?1 AND person <> 0
           AND json ->> '$.consent' = ?2)";
    Ok(db.prepare_cached(sql)?.query_row(params![person.0, item], |row| row.get(0))?)
}

/// Whether any of `tables` has a row with these keys.
fn any(db: &Connection, tables: &[&str], keys: &[(&str, i64)]) -> Result<bool, Failure> {
    let here = keys.iter().map(|(name, _)| format!("{name} = ?")).collect::<Vec<_>>().join(" AND ");
    for table in tables {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE {here})");
        let ids = params_from_iter(keys.iter().map(|(_, id)| id));
        if db.prepare_cached(&sql)?.query_row(ids, |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn recorded(db: &Connection, sql: &str, params: impl Params) -> Result<Vec<Recorded>, Failure> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

fn read(row: &Row) -> Result<Recorded, Failure> {
    let kind = row::text(row, 5)?;
    let unknown = || Failure::Damaged(format!("an entry of kind `{kind}`"));
    let entry = Entry::from_parts(kind, row::keys(row, 6)?, row::text_or_none(row, 11)?)?.ok_or_else(unknown)?;
    Ok(Recorded {
        seq: row.get(0)?,
        step: row.get(1)?,
        stamp: Stamp { actor: row.get(3)?, at: row::moment(row::text(row, 2)?)? },
        before: entry.restoring(row::text_or_none(row, 12)?)?.ok_or_else(unknown)?,
        entry,
        turn: turn(row.get(4)?, row.get(13)?),
        erased: row.get(14)?,
    })
}

/// What a step does that undoes another, `depth` turns away from what was new.
fn turn(undoes: Option<i64>, depth: i64) -> Turn {
    match undoes {
        None => Turn::New,
        Some(step) if depth % 2 == 1 => Turn::Undo(step),
        Some(step) => Turn::Redo(step),
    }
}
