//! What is kept of the group that was read last is what would be read.

use super::*;
use crate::domain::attendance::{Code, Mark};
use crate::domain::record::{Reads, Records};
use crate::store::groups;
use crate::store::shelf::Shelf;

/// The group as the store gives it out, which is the same as read from the tables.
fn read(store: &Store, group: GroupId) -> Option<GroupRecord> {
    let given = store.group(group, "en").unwrap();
    let fresh = groups::record(&store.db, (&store.sorter, &Shelf::default()), group, "en").unwrap();
    assert_eq!(given, fresh);
    given
}

#[test]
fn after_every_entry_the_group_is_as_it_was_recorded() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    let all: Vec<Entry> = [entries(&record), kept(&record), traces(&record)].concat();
    for entry in all.iter().filter(|entry| !matches!(entry, Entry::Erasure { .. })) {
        store.record(std::slice::from_ref(entry), &noon()).unwrap();
        read(&store, record.id);
    }
    assert_eq!(read(&store, record.id), Some(record.clone()));
    // What takes a fact away, before anything is read in between.
    let without: Vec<Entry> = entries(&record)
        .into_iter()
        .filter(|entry| crate::store::part::put(&mut record.clone(), entry))
        .map(|entry| entry.restoring(None).unwrap().unwrap())
        .collect();
    store.record(&without[..1], &noon()).unwrap();
    store.record(&without[1..], &noon()).unwrap();
    assert!(read(&store, record.id).unwrap().marks.is_empty());
    while store.undo(&noon()).is_ok_and(|done| !done.is_empty()) {
        read(&store, record.id);
    }
    assert_eq!(store.group(record.id, "en").unwrap(), None);
}

#[test]
fn what_was_written_in_between_is_not_missed() {
    let (home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let mark = |session: usize, code| Entry::Mark {
        group: record.id,
        session: record.sessions[session].id,
        person: record.members[0].id,
        to: Some(Box::new(Mark::from(code))),
    };
    read(&store, record.id);
    // Taken back, and another recorded, with nothing read after the first.
    store.record(&[mark(0, Code::Ill)], &noon()).unwrap();
    store.undo(&noon()).unwrap();
    store.record(&[mark(1, Code::Late)], &noon()).unwrap();
    read(&store, record.id);
    // Another desk, and what this one could not record.
    let mut beside = open(&home.path().join("desk")).unwrap();
    beside.record(&[mark(0, Code::Visit)], &noon()).unwrap();
    store.record(&[mark(1, Code::Present)], &noon()).unwrap();
    read(&store, record.id);
    let twice = somebody(77, &record.members[0].person.reference, "Ana", "K");
    assert!(store.record(&[mark(0, Code::Court), twice], &noon()).is_err());
    read(&store, record.id);
}
