//! The audit: whatever is changed, taken away or put elsewhere behind the desk's back is named.

use super::*;
use crate::domain::attendance::{Code, Mark};
use crate::domain::audit::{Audit, Damage, Head, Wrong};
use crate::domain::erasure::Erasure;
use crate::domain::random::Random;
use crate::domain::record::{Failure, Reads, Records};
use proptest::prelude::*;
use rusqlite::params;
use std::ops::ControlFlow;

pub(super) fn audit(store: &Store) -> Audit {
    store.audit(None, &mut |_| ControlFlow::Continue(())).unwrap().unwrap()
}

fn damage(store: &Store) -> Damage {
    audit(store).damage.expect("damage is found")
}

/// One entry of every kind at least, each fact twice, so that there is something before it.
fn everything() -> Vec<Vec<Entry>> {
    let record = sample_group();
    let setting = |item: &str, to: &str| Entry::Setting { item: item.to_owned(), to: Some(Box::new(to.to_owned())) };
    // Several: the last step has more than one entry, so that it is still there when its last is gone.
    let settings = [setting("unlock-time", "5"), setting("lock-after", "7"), setting("language", "nb")];
    let mut all: Vec<Entry> =
        entries(&record).into_iter().chain(kept(&record)).chain(traces(&record)).chain(settings).collect();
    for kind in Entry::KINDS {
        assert!(all.iter().any(|entry| entry.kind() == *kind), "no example of {kind}");
    }
    all.extend(all.clone());
    all.chunks(7).map(<[Entry]>::to_vec).collect()
}

fn full_store() -> (TempDir, Store) {
    let (home, mut store) = new_store();
    for step in everything() {
        store.record(&step, &noon()).unwrap();
    }
    (home, store)
}

/// What `change` does is found; then it is as if it had never been done.
pub(super) fn tried(store: &Store, change: impl FnOnce(&rusqlite::Connection)) -> Damage {
    store.db.execute_batch("SAVEPOINT tried").unwrap();
    change(&store.db);
    let found = damage(store);
    store.db.execute_batch("ROLLBACK TO tried; RELEASE tried").unwrap();
    found
}

#[test]
fn a_record_that_nobody_touched_is_whole_across_restarts() {
    let (home, store) = full_store();
    let before = audit(&store);
    assert_eq!((before.damage, before.erased), (None, 0));
    assert_eq!(before.head, store.head().unwrap());
    let store = reopened(&home, store);
    assert_eq!(audit(&store).head, before.head);
}

#[test]
fn every_column_of_an_entry_of_every_kind_is_held() {
    let (_home, store) = full_store();
    for kind in Entry::KINDS {
        let sql = "SELECT max(seq) FROM journal WHERE kind = ?";
        let seq: i64 = store.db.query_row(sql, [kind], |row| row.get(0)).unwrap();
        let changes = [
            ("kind = 'wish'", Wrong::Place),
            ("person = coalesce(person, 0) + 1", Wrong::Place),
            ("grp = coalesce(grp, 0) + 1", Wrong::Place),
            ("session = coalesce(session, 0) + 1", Wrong::Place),
            ("course = coalesce(course, 0) + 1", Wrong::Place),
            ("item = coalesce(item, '') || '1'", Wrong::Place),
            ("value = value || ' '", Wrong::Contents),
            ("value = NULL", Wrong::Contents),
            ("before = before || ' '", Wrong::Contents),
            ("before = NULL, value = before", Wrong::Contents),
            ("salt = randomblob(16)", Wrong::Contents),
            ("salt = NULL", Wrong::Contents),
            ("digest = randomblob(32)", Wrong::Contents),
            ("hash = randomblob(32)", Wrong::Place),
        ];
        for (change, wrong) in changes {
            // Nothing stands before what is the journal's alone.
            if change.starts_with("before = before") && Entry::TRACES.contains(kind) {
                continue;
            }
            let found = tried(&store, |db| {
                db.execute(&format!("UPDATE journal SET {change} WHERE seq = ?"), [seq]).unwrap();
            });
            let expected = Damage { table: "journal".to_owned(), row: format!("seq {seq}"), what: wrong };
            assert_eq!(found, expected, "{kind}: {change}");
        }
        let gone = tried(&store, |db| assert_eq!(db.execute("DELETE FROM journal WHERE seq = ?", [seq]), Ok(1)));
        assert_eq!((gone.row, gone.what), (format!("seq {seq}"), Wrong::Missing), "{kind}");
    }
}

#[test]
fn who_and_when_are_held() {
    let (_home, store) = full_store();
    for change in ["at = replace(at, '12:00', '12:01')", "actor = 'Ola'", "undoes = 1", "last = last + 1"] {
        let found = tried(&store, |db| {
            db.execute(&format!("UPDATE step SET {change} WHERE id = 8"), []).unwrap();
        });
        assert_eq!(
            (found.table.as_str(), found.row.as_str(), found.what),
            ("journal", "seq 8", Wrong::Place),
            "{change}"
        );
    }
    let gone = tried(&store, |db| assert_eq!(db.execute("DELETE FROM step WHERE id = 8", []), Ok(1)));
    assert_eq!((gone.row.as_str(), gone.what), ("seq 8", Wrong::Place));
    let more = tried(&store, |db| {
        db.execute("INSERT INTO step (id, last, at, actor) VALUES (9999, 9999, '', 'Ola')", []).unwrap();
    });
    assert_eq!((more.table.as_str(), more.what), ("step", Wrong::Extra));
}

#[test]
fn entries_cannot_change_places_or_be_cut_off() {
    let (_home, store) = full_store();
    let count = store.head().unwrap().seq;
    for at in (1..count).step_by(5) {
        let found = tried(&store, |db| {
            for (from, to) in [(at, -1), (at + 1, at), (-1, at + 1)] {
                db.execute("UPDATE journal SET seq = ? WHERE seq = ?", params![to, from]).unwrap();
            }
        });
        assert_eq!((found.table.as_str(), found.row), ("journal", format!("seq {at}")));
    }
    for at in (1..=count).step_by(5) {
        let found = tried(&store, |db| {
            assert!(db.execute("DELETE FROM journal WHERE seq >= ?", [at]).unwrap() > 0);
        });
        let in_step = (at - 1) % 7 != 0;
        // Between two steps the journal is whole, and the tables say more than it does.
        let expected = if in_step { ("journal", Wrong::Missing) } else { ("step", Wrong::Extra) };
        assert_eq!((found.table.as_str(), found.what), expected, "from {at}");
    }
}

#[test]
fn a_record_that_was_cut_back_in_good_order_is_not_that_of_a_printed_head() {
    let (_home, store) = full_store();
    let head = store.head().unwrap();
    let with = |store: &Store, head: &Head| {
        store.audit(Some(head), &mut |_| ControlFlow::Continue(())).unwrap().unwrap().damage
    };
    assert_eq!(with(&store, &head.to_string().parse().unwrap()), None);
    let other = Head { hash: "0".repeat(12), ..head.clone() };
    assert_eq!(with(&store, &other).map(|found| found.what), Some(Wrong::OtherHead));
    // Everything of the last step is taken out, as if it had never been.
    let (_home, mut shorter) = new_store();
    for step in everything().split_last().unwrap().1 {
        shorter.record(step, &noon()).unwrap();
    }
    assert_eq!(audit(&shorter).damage, None);
    assert_eq!(with(&shorter, &head).map(|found| found.what), Some(Wrong::OtherHead));
}

#[test]
fn every_column_of_every_table_is_held_to_the_journal() {
    let (_home, store) = full_store();
    let list = |sql: &str| -> Vec<String> {
        let mut statement = store.db.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let tables = list("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    let mut looked_at = 0;
    for table in tables.iter().filter(|table| !["journal", "step", "draft", "made"].contains(&table.as_str())) {
        let rows: i64 = store.db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        if rows == 0 {
            // Nobody of the sample is released too soon.
            assert_eq!(table, "watch");
            continue;
        }
        let gone = tried(&store, |db| {
            let sql =
                format!("DELETE FROM {table} WHERE EXISTS (SELECT 1) AND rowid = (SELECT max(rowid) FROM {table})");
            let all = format!("DELETE FROM {table}");
            db.execute(&sql, []).or_else(|_| db.execute(&all, [])).unwrap();
        });
        assert_eq!((&gone.table, gone.what), (table, Wrong::Missing));
        for column in list(&format!("SELECT name FROM pragma_table_info('{table}') WHERE pk = 0")) {
            let found = tried(&store, |db| {
                let other = "CASE typeof({c}) WHEN 'integer' THEN {c} + 1 WHEN 'null' THEN '1' ELSE {c} || '1' END";
                let other = other.replace("{c}", &column);
                let sql = format!("UPDATE {table} SET {column} = {other}");
                assert!(db.execute(&sql, []).unwrap() > 0);
            });
            assert_eq!((&found.table, found.what), (table, Wrong::Column(column.clone())));
            looked_at += 1;
        }
    }
    assert!(looked_at > 30, "{looked_at}");
}

#[test]
fn an_older_store_is_chained_when_it_is_opened() {
    use crate::store::{migrate, verify};
    let (_home, store) = full_store();
    // What stood in a store before there was a chain.
    let mut old = rusqlite::Connection::open_in_memory().unwrap();
    for (version, sql) in (1..).zip(&migrate::MIGRATIONS[..7]) {
        old.execute_batch(sql).unwrap();
        old.pragma_update(None, "user_version", version).unwrap();
    }
    let mut rows = store
        .db
        .prepare("SELECT seq, step, kind, person, grp, session, course, item, value, before FROM journal")
        .unwrap();
    let mut rows = rows.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let cells: Vec<rusqlite::types::Value> = (0..10).map(|at| row.get(at).unwrap()).collect();
        let sql = "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        old.execute(sql, rusqlite::params_from_iter(cells)).unwrap();
    }
    old.execute_batch("INSERT INTO step SELECT min(seq), max(seq), '2026-11-20T12:00:00+01:00', 'Kari', NULL FROM journal GROUP BY step").unwrap();
    migrate::bring_up(&mut old).unwrap();
    let (head, end) = (crate::store::chain::head(&old).unwrap(), store.head().unwrap());
    assert_eq!(head.seq, end.seq);
    // The chain holds to its end; this store has no tables, so the first of their rows is what is missing.
    let counter = &mut verify::Counter { rows: 0, progress: &mut |_| ControlFlow::Continue(()) };
    match verify::examine(&old, &store.sorter, Some(&head), &mut 0, counter) {
        Err(verify::Halt::Found(found)) => assert_eq!((found.table.as_str(), found.what), ("person", Wrong::Missing)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_audit_can_be_stopped() {
    let (_home, mut store) = new_store();
    let crowd: Vec<_> = (0..10_001).map(|n| somebody(n, &n.to_string(), "Eva", "Ny")).collect();
    store.record(&crowd, &noon()).unwrap();
    assert_eq!(store.audit(None, &mut |_| ControlFlow::Break(())).unwrap(), None);
    let mut seen = Vec::new();
    store
        .audit(None, &mut |rows| {
            seen.push(rows);
            ControlFlow::Continue(())
        })
        .unwrap();
    assert!(seen.len() > 2 && seen.is_sorted(), "{seen:?}");
}

/// What somebody may do next.
#[derive(Debug, Clone)]
enum Doing {
    /// Sets facts, picked from all there are, to what they were in the sample, to nothing, or to something else.
    Record(Vec<(usize, u8)>),
    Undo,
    Redo,
    Erase(usize),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        4 => prop::collection::vec((any::<usize>(), 0_u8..4), 1..5).prop_map(Doing::Record),
        2 => Just(Doing::Undo),
        1 => Just(Doing::Redo),
        1 => any::<usize>().prop_map(Doing::Erase),
    ]
}

/// An entry changed a little, where there is something to change.
fn varied(entry: &Entry, how: u8, random: &mut Random) -> Entry {
    let mut entry = entry.clone();
    match (&mut entry, how) {
        (Entry::Mark { to: Some(mark), .. }, 1) => {
            let table = crate::domain::attendance::TABLE;
            **mark = Mark::from(table[usize::try_from(random.bits() % 13).unwrap()].code);
            mark.note = "a note".to_owned();
        }
        (Entry::Mark { to: Some(mark), .. }, 2) => **mark = Mark { minutes: Some(9), ..Mark::from(Code::Late) },
        (Entry::Person { to: Some(person), .. }, 1) => person.release = Some(sample::day("2026-11-25")),
        (Entry::Person { to: Some(person), .. }, 2) => person.family = format!("N{}", random.bits() % 9),
        (Entry::Session { to: Some(session), .. }, 1) => session.date = sample::day("2026-12-24"),
        (Entry::Enrolment { to: Some(enrolment), .. }, 1) => enrolment.state = Place::Waiting,
        (Entry::SessionNote { to: Some(note), .. } | Entry::PersonNote { to: Some(note), .. }, 1 | 2) => {
            note.push('!');
        }
        (_, 3) => return entry.restoring(None).unwrap().unwrap(),
        _ => {}
    }
    entry
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    /// Whatever is recorded, undone and redone in whatever order: the tables are what the journal makes.
    #[test]
    fn the_tables_are_what_the_journal_makes(steps in prop::collection::vec(doing(), 1..40), seed in any::<u64>()) {
        let (_home, mut store) = new_store();
        store.filling(true).unwrap();
        let record = sample_group();
        let pool: Vec<Entry> = entries(&record).into_iter().chain(kept(&record)).chain(traces(&record)).collect();
        store.record(&pool, &noon()).unwrap();
        let mut random = Random::new(seed);
        for step in &steps {
            let done = match step {
                Doing::Record(picks) => {
                    let picked: Vec<Entry> =
                        picks.iter().map(|(at, how)| varied(&pool[at % pool.len()], *how, &mut random)).collect();
                    // Nobody can do without a course, a group or a pinned pathway that is there: screens never ask for it.
                    let there = |entry: &Entry| {
                        !matches!(entry, Entry::Course { .. } | Entry::Group { .. } | Entry::Pathway { .. })
                    };
                    let picked: Vec<Entry> = picked.into_iter().filter(there).collect();
                    store.record(&picked, &noon()).map(drop)
                }
                Doing::Undo => store.undo(&noon()).map(drop),
                Doing::Redo => store.redo(&noon()).map(drop),
                Doing::Erase(at) => {
                    let erasure = Erasure { asked_by: "Kari".into(), approved_by: None, why: "retention".into() };
                    let person = record.members[at % record.members.len()].id;
                    store.erase(&[(person, erasure)], &|number| format!("Erased {number}"), &noon()).map(drop)
                }
            };
            prop_assert!(matches!(done, Ok(()) | Err(Failure::ChangedSince | Failure::Taken(_))), "{done:?}");
        }
        prop_assert_eq!(audit(&store).damage, None);
    }
}
