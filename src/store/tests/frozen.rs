//! A store that cannot be written opens for reading, and nothing is made beside it.

use super::{PASSPHRASE, new_store, noon, somebody};
use crate::domain::id::PersonId;
use crate::domain::record::{Failure, Reads, Records};
use crate::store::{OpenFailure, Store, unlock};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file of a folder, with what is in it.
fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(dir).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn what_is_recorded_is_read_and_nothing_is_written() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    store.record(&[somebody(1, "A1", "Ana", "Petrović")], &noon()).unwrap();
    drop(store);
    let before = files(&dir);
    let unlocked = unlock(&dir, PASSPHRASE).unwrap();
    let mut frozen = Store::open_for_reading(&dir, &unlocked).unwrap();
    assert!(frozen.is_frozen());
    assert_eq!(frozen.person(PersonId(1)).unwrap().unwrap().given, "Ana");
    let refused = frozen.record(&[somebody(2, "A2", "Jon", "Li")], &noon());
    assert!(matches!(refused, Err(Failure::ReadOnly)), "{refused:?}");
    assert!(matches!(frozen.undo(&noon()), Err(Failure::ReadOnly)));
    // What is half written is not kept, and nobody is told so at every key.
    frozen.keep_draft("note", Some("half")).unwrap();
    assert_eq!(frozen.draft("note").unwrap(), None);
    assert_eq!(frozen.reader().unwrap().person_by_reference("A1").unwrap(), Some(PersonId(1)));
    assert!(frozen.another().unwrap().is_frozen());
    drop(frozen);
    assert_eq!(files(&dir), before);
}

#[test]
fn what_another_desk_records_is_read_too() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    store.record(&[somebody(1, "A1", "Ana", "Petrović")], &noon()).unwrap();
    // While another writes, from wherever they may.
    let unlocked = unlock(&dir, PASSPHRASE).unwrap();
    let frozen = Store::open_for_reading(&dir, &unlocked).unwrap();
    assert_eq!(frozen.person_by_reference("A1").unwrap(), Some(PersonId(1)));
    store.record(&[somebody(2, "A2", "Jon", "Li")], &noon()).unwrap();
    assert_eq!(frozen.person_by_reference("A2").unwrap(), Some(PersonId(2)));
    drop(store);
    assert_eq!(frozen.another().unwrap().person_by_reference("A2").unwrap(), Some(PersonId(2)));
}

#[test]
fn a_log_that_was_left_alone_is_read_without_being_touched() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    for id in 1..40 {
        store.record(&[somebody(id, &format!("A{id}"), "Ana", "Petrović")], &noon()).unwrap();
    }
    // As a power cut leaves it, or whoever copies database and log: the last of it stands in the log alone.
    let copy = home.path().join("copy");
    fs::create_dir(&copy).unwrap();
    for name in ["onward.db", "onward.db-wal", "onward.key"] {
        fs::copy(dir.join(name), copy.join(name)).unwrap();
    }
    let before = files(&copy);
    let mut frozen = Store::open_for_reading(&copy, &unlock(&copy, PASSPHRASE).unwrap()).unwrap();
    assert_eq!(frozen.head().unwrap(), store.head().unwrap());
    // Several at a time, as while something is exported.
    let (other, reader) = (frozen.another().unwrap(), frozen.reader().unwrap());
    assert_eq!(other.person_by_reference("A39").unwrap(), Some(PersonId(39)));
    assert_eq!(reader.person_by_reference("A39").unwrap(), Some(PersonId(39)));
    let refused = frozen.record(&[somebody(99, "A99", "Jon", "Li")], &noon());
    assert!(matches!(refused, Err(Failure::ReadOnly)), "{refused:?}");
    drop((frozen, other, reader));
    assert_eq!(files(&copy), before);
}

#[test]
fn an_older_store_would_have_to_be_written() {
    let (home, store) = new_store();
    let dir = home.path().join("desk");
    store.db.pragma_update(None, "user_version", 5).unwrap();
    drop(store);
    let before = files(&dir);
    let unlocked = unlock(&dir, PASSPHRASE).unwrap();
    let refused = Store::open_for_reading(&dir, &unlocked);
    assert!(matches!(refused, Err(OpenFailure::NeedsWriting { found: 5, .. })), "{refused:?}");
    assert_eq!(files(&dir), before);
}
