//! What a prison gives account of: the six kinds of entry that Directive (EU) 2016/680, Article 25 asks for, in every
//! role, and in whose history they stand; and whatever is done to any row of the journal is named.

use super::audit::{audit, tried};
use super::staff::{OLAS, add, enter};
use super::*;
use crate::domain::audit::Wrong;
use crate::domain::record::{Failure, Reads, Records};
use rusqlite::params;
use std::ops::ControlFlow;

/// What of the six is done: in all but erasing, these entries are recorded.
enum Doing {
    Records(Vec<Entry>),
    Erases(PersonId),
}

fn disclosed() -> Disclosure {
    let recipient = Recipient { to: "Probation".into(), purpose: "handover".into() };
    Disclosure { report: "register".into(), format: "csv".into(), recipient, head: "1:9f3a77c102be".into() }
}

/// Each of the six, with the roles that may do it, about somebody with the number `id`.
fn six(id: i64) -> Vec<(&'static str, &'static str, Doing)> {
    let (person, reference) = (PersonId(id), id.to_string());
    let facts = |family: &str| somebody(id, &reference, "Ana", family);
    let from_file = Combination { source: "people.csv".into(), added: 1, changed: 0 };
    let combined = Entry::Combination { item: reference.clone(), to: Some(Box::new(from_file)) };
    let of = |about| disclosed().of(about, reference.clone());
    let given = vec![of(About::Everything), of(About::Group(GroupId(7))), of(About::Person(person))];
    vec![
        ("collection", "oc", Doing::Records(vec![facts("Ek")])),
        ("alteration", "oc", Doing::Records(vec![facts("Lund")])),
        ("consultation", "ocs", Doing::Records(vec![Consultation::of(person)])),
        ("disclosure", "ocs", Doing::Records(given)),
        ("combination", "oc", Doing::Records(vec![combined, somebody(id + 1, &(reference.clone() + "b"), "Bo", "Ek")])),
        ("erasure", "ocs", Doing::Erases(person)),
    ]
}

/// Whether it was done; then the journal ends with it, says who and when, and the record is whole.
fn is_done(store: &mut Store, what: &str, doing: Doing) -> bool {
    let stamp = Stamp { actor: store.who().name.clone(), ..kari("2026-11-21T09:30:00+01:00") };
    let before = store.head().unwrap();
    let (done, last) = match doing {
        Doing::Records(entries) => {
            (store.record(&entries, &stamp).map(drop), entries.last().unwrap().kind().to_owned())
        }
        Doing::Erases(person) => {
            let erasure = Erasure { asked_by: stamp.actor.clone(), approved_by: None, why: "retention".into() };
            let called = |number| format!("Erased person {number}");
            (store.erase(&[(person, erasure)], &called, &stamp).map(drop), "erasure".to_owned())
        }
    };
    match done {
        Err(Failure::NotAllowed(role)) => {
            assert_eq!((role, &store.head().unwrap()), (store.who().role, &before), "{what}");
            false
        }
        other => {
            other.unwrap();
            let told = store.history(About::Everything, None, 1).unwrap().remove(0);
            assert_eq!((told.entry.kind(), &told.stamp), (last.as_str(), &stamp), "{what}");
            assert!(told.seq > before.seq);
            assert_eq!(audit(store).damage, None, "{what}");
            true
        }
    }
}

/// A store in which everybody did of the six what their role may.
fn done_by_all() -> (TempDir, Store) {
    let (home, mut owner) = new_store();
    let dir = home.path().join("desk");
    add(&mut owner, "c", Role::Coordinator).unwrap();
    add(&mut owner, "s", Role::Supervisor).unwrap();
    let colleagues = ["c", "s"].map(|name| enter(&dir, name, OLAS).unwrap());
    let trainer = Store::for_trainers().unwrap();
    owner.record(&[somebody(100, "100", "Ana", "Ek"), somebody(300, "300", "Ana", "Ek")], &noon()).unwrap();
    for (at, mut store) in (1..).zip([owner].into_iter().chain(colleagues).chain([trainer])) {
        let letter = store.who().role.name().chars().next().unwrap();
        for (what, may, doing) in six(at * 100) {
            assert_eq!(is_done(&mut store, what, doing), may.contains(letter), "{what} as {letter}");
        }
    }
    let store = open_as_owner(&dir);
    (home, store)
}

fn open_as_owner(dir: &Path) -> Store {
    enter(dir, "kari", PASSPHRASE).unwrap()
}

#[test]
fn all_six_kinds_stand_in_the_journal_for_every_role_that_may_do_them() {
    let (_home, store) = done_by_all();
    assert_eq!(audit(&store).damage, None);
}

#[test]
fn any_row_of_the_journal_that_is_altered_taken_out_moved_or_cut_off_is_named() {
    let (_home, store) = done_by_all();
    let head = store.head().unwrap();
    let one_step = |seq: i64| -> bool {
        let sql = "SELECT s.id = s.last FROM journal j JOIN step s ON s.id = j.step WHERE j.seq = ?";
        store.db.query_row(sql, [seq], |row| row.get(0)).unwrap()
    };
    for seq in 1..=head.seq {
        let row = ("journal".to_owned(), format!("seq {seq}"));
        // One column in turn; all of them, for every kind, are another test's.
        let columns =
            ["person = coalesce(person, 0) + 1", "value = coalesce(value, '') || ' '", "digest = randomblob(32)"];
        let change = columns[usize::try_from(seq).unwrap() % columns.len()];
        let found = tried(&store, |db| {
            let sql = format!("UPDATE journal SET {change} WHERE seq = ?");
            assert_eq!(db.execute(&sql, [seq]), Ok(1));
        });
        assert_eq!((found.table, found.row), row, "{change}");
        // Taken out: it is missing; the only one of the last step leaves its step without an entry.
        let found = tried(&store, |db| assert_eq!(db.execute("DELETE FROM journal WHERE seq = ?", [seq]), Ok(1)));
        if seq == head.seq && one_step(seq) {
            assert_eq!((found.table.as_str(), found.row, found.what), ("step", format!("id {seq}"), Wrong::Extra));
        } else {
            assert_eq!(((found.table, found.row), found.what), (row.clone(), Wrong::Missing));
        }
        if seq < head.seq {
            let found = tried(&store, |db| {
                for (from, to) in [(seq, -1), (seq + 1, seq), (-1, seq + 1)] {
                    db.execute("UPDATE journal SET seq = ? WHERE seq = ?", params![to, from]).unwrap();
                }
            });
            assert_eq!((found.table, found.row), row, "it changed places with the next");
        }
        // Cut off with its steps, the tables say more than the journal, or the printed head does.
        store.db.execute_batch("SAVEPOINT cut").unwrap();
        store.db.execute("DELETE FROM journal WHERE seq >= ?", [seq]).unwrap();
        store.db.execute("DELETE FROM step WHERE id >= ?", [seq]).unwrap();
        let found = store.audit(Some(&head), &mut |_| ControlFlow::Continue(())).unwrap().unwrap().damage;
        store.db.execute_batch("ROLLBACK TO cut; RELEASE cut").unwrap();
        assert!(matches!(found.map(|found| found.what), Some(Wrong::Missing | Wrong::OtherHead)), "cut off at {seq}");
    }
    assert_eq!(audit(&store).damage, None);
}

#[test]
fn what_was_given_out_of_everything_stands_in_the_history_of_everybody_it_held() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    let (placed, unplaced, later) = (record.members[0].id, PersonId(900), PersonId(901));
    let give = |store: &mut Store, given: &[(&str, &str)]| {
        let of = |(report, item): &(&str, &str)| {
            Disclosure { report: (*report).into(), ..disclosed() }.of(About::Everything, (*item).into())
        };
        store.record(&given.iter().map(of).collect::<Vec<_>>(), &noon()).unwrap();
    };
    let told = |store: &Store, person| -> Vec<String> {
        let history = store.history(About::Person(person), None, 500).unwrap();
        let given = history.into_iter().filter(|recorded| recorded.entry.kind() == "disclosure");
        given.filter_map(|recorded| recorded.entry.keys().item).collect()
    };
    give(&mut store, &[("people", "1"), ("register", "2")]);
    store.record(&entries(&record), &noon()).unwrap();
    store.record(&[somebody(unplaced.0, "900", "Bo", "Ek")], &noon()).unwrap();
    give(&mut store, &[("people", "3"), ("register", "4"), ("journal", "5"), ("timetable", "6"), ("groups", "7")]);
    store.record(&[somebody(later.0, "901", "Jo", "Ek")], &noon()).unwrap();
    assert_eq!(told(&store, placed), ["5", "4", "3"]);
    assert_eq!(told(&store, unplaced), ["5", "3"], "registers name who has a place");
    assert_eq!(told(&store, later), <[String; 0]>::default());
    // Erased, they are in nothing that is given out from then on.
    let erasure = Erasure { asked_by: "Kari".into(), approved_by: None, why: "retention".into() };
    store.erase(&[(unplaced, erasure)], &|number| format!("Erased person {number}"), &noon()).unwrap();
    give(&mut store, &[("people", "8"), ("register", "9")]);
    assert_eq!(told(&store, unplaced), ["5", "3"]);
    assert_eq!(told(&store, placed), ["9", "8", "5", "4", "3"]);
    assert_eq!(told(&store, later), ["8"]);
    // The journal is not read through for it.
    let plan = format!("EXPLAIN QUERY PLAN {}", crate::store::journal::given_with_them());
    let mut plan = store.db.prepare(&plan).unwrap();
    let ids: [Option<i64>; 3] = [None, None, Some(placed.0)];
    let steps = plan.query_map(ids, |row| row.get::<_, String>(3)).unwrap().map(Result::unwrap);
    let scans: Vec<String> = steps.filter(|step| step.starts_with("SCAN")).collect();
    assert!(scans.iter().all(|scan| scan.contains("journal_given")), "{scans:?}");
}

#[test]
fn what_was_given_out_of_a_group_stands_in_the_history_of_everybody_it_held() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    let guests: Vec<PersonId> = record.guests.keys().map(|(_, person)| *person).collect();
    let no_guests: Vec<PersonId> =
        record.members.iter().map(|member| member.id).filter(|id| !guests.contains(id)).collect();
    let [one, two, three] = [0, 1, 2].map(|at| no_guests[at]);
    let place = |person: PersonId, there: bool| {
        let enrolment = record.member(person).unwrap().enrolment.clone();
        Entry::Enrolment { group: record.id, person, to: there.then(|| Box::new(enrolment)) }
    };
    store.record(&entries(&record), &noon()).unwrap();
    // One was enrolled by mistake, and one comes after it was given out.
    store.record(&[place(two, false), place(three, false)], &noon()).unwrap();
    let timetable = Disclosure { report: "timetable".into(), ..disclosed() };
    let given =
        [disclosed().of(About::Group(record.id), "1".into()), timetable.of(About::Group(record.id), "2".into())];
    store.record(&given, &noon()).unwrap();
    store.record(&[place(three, true)], &noon()).unwrap();
    let told = |store: &Store, person| -> Vec<String> {
        let history = store.history(About::Person(person), None, 500).unwrap();
        let seqs: Vec<i64> = history.iter().map(|recorded| recorded.seq).collect();
        assert!(seqs.is_sorted_by(|one, other| one > other), "newest first, each once: {seqs:?}");
        let given = history.into_iter().filter(|recorded| recorded.entry.kind() == "group-disclosure");
        given.filter_map(|recorded| recorded.entry.keys().item).collect()
    };
    assert_eq!(told(&store, one), ["1"]);
    assert_eq!((told(&store, two), told(&store, three)), (vec![], vec![]));
    assert_eq!(told(&store, record.visitors[0].id), ["1"], "who came as a guest");
    // It goes on from where a page of the history ends.
    let newest = store.history(About::Person(one), None, 1).unwrap();
    assert_eq!(newest[0].entry.kind(), "group-disclosure");
    let rest = store.history(About::Person(one), Some(newest[0].seq), 500).unwrap();
    assert!(rest.iter().all(|recorded| recorded.entry.kind() != "group-disclosure"));
    // And stays when they are erased.
    let erasure = Erasure { asked_by: "Kari".into(), approved_by: None, why: "retention".into() };
    store.erase(&[(one, erasure)], &|number| format!("Erased person {number}"), &noon()).unwrap();
    assert_eq!(told(&store, one), ["1"]);
}
