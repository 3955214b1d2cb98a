//! Backups and restoring: whole, encrypted, seven of them; and nothing that is replaced is lost.

use super::*;
use crate::domain::record::{Failure, Reads, Records};
use crate::store::{Backup, OpenFailure, backups, compare, open_backup, restore};
use chrono::{NaiveDate, NaiveDateTime};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn at(day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).and_then(|day| day.and_hms_opt(10, 15, 0)).unwrap()
}

fn back_up(store: &Store, day: u32) -> Backup {
    store.back_up(at(day), &mut || ControlFlow::Continue(())).unwrap().unwrap()
}

fn desk(home: &TempDir) -> PathBuf {
    home.path().join("desk")
}

fn people(store: &Store) -> usize {
    usize::from(store.person_by_reference("0412").unwrap().is_some())
        + usize::from(store.person_by_reference("0413").unwrap().is_some())
}

#[test]
fn a_backup_is_a_store_of_its_own_and_not_readable_without_the_key() {
    let (home, mut store) = new_store();
    store.record(&[somebody(1, "0412", "Ana", "Petrović")], &noon()).unwrap();
    let backup = back_up(&store, 22);
    assert_eq!(backups(&desk(&home)).unwrap(), std::slice::from_ref(&backup));
    assert_eq!(backup.name.to_string(), "000000001-2026-11-22T101500");
    for entry in fs::read_dir(&backup.dir).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(7).any(|part| part == "Petrovi".as_bytes()), "{}", path.display());
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions()) & 0o777, 0o600);
    }
    let opened = open(&backup.dir).unwrap();
    assert_eq!(opened.head().unwrap(), store.head().unwrap());
    assert_eq!(people(&opened), 1);
}

#[test]
fn the_eighth_takes_the_place_of_the_first_and_a_strange_folder_stays() {
    let (home, mut store) = new_store();
    for day in 1..=9 {
        store.record(&[somebody(i64::from(day), &format!("04{day}"), "Ana", "Ek")], &noon()).unwrap();
        back_up(&store, day);
        fs::create_dir_all(desk(&home).join("backups/notes")).unwrap();
    }
    let kept: Vec<_> = backups(&desk(&home)).unwrap().iter().map(|backup| backup.name.seq).collect();
    assert_eq!(kept, [9, 8, 7, 6, 5, 4, 3]);
    assert!(desk(&home).join("backups/notes").exists());
}

#[test]
fn one_that_is_stopped_leaves_nothing_and_what_a_power_cut_left_is_swept() {
    let (home, mut store) = new_store();
    store.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
    let folder = desk(&home).join("backups");
    fs::create_dir_all(folder.join(".making-left")).unwrap();
    let entries: Vec<_> = (2..4_000).map(|n| somebody(n, &format!("x{n}"), "Ana", "Ek")).collect();
    store.record(&entries, &noon()).unwrap();
    assert!(store.back_up(at(22), &mut || ControlFlow::Break(())).unwrap().is_none());
    assert_eq!(backups(&desk(&home)).unwrap(), []);
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [".lock"]);
}

#[test]
fn only_one_is_made_at_a_time() {
    let (home, mut store) = new_store();
    store.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
    let folder = desk(&home).join("backups");
    fs::create_dir_all(&folder).unwrap();
    let lock = fs::File::create(folder.join(".lock")).unwrap();
    lock.lock().unwrap();
    let refused = store.back_up(at(22), &mut || ControlFlow::Continue(()));
    assert!(matches!(refused, Err(OpenFailure::Store(Failure::Busy))));
}

#[test]
fn what_differs_is_said_and_what_is_replaced_is_kept() {
    let (home, mut store) = new_store();
    let dir = desk(&home);
    store.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
    let backup = back_up(&store, 21);
    store.record(&[somebody(2, "0413", "Bo", "Ek")], &noon()).unwrap();
    drop(store);
    let opening = open_backup(&dir, &backup, "", PASSPHRASE).unwrap();
    assert!(!opening.by_backup);
    let compared = compare(&dir, &backup, &opening.key).unwrap();
    assert!(compared.goes_on);
    assert_eq!((compared.backup.people, compared.store.unwrap().people), (1, 2));
    assert_eq!(compared.later.iter().map(|later| later.entries).collect::<Vec<_>>(), [1]);

    let before = sum(&fs::read(dir.join("onward.db")).unwrap());
    let aside = restore(&dir, &backup, &opening, at(22)).unwrap();
    assert_eq!(sum(&fs::read(aside.join("onward.db")).unwrap()), before);
    assert_eq!(people(&open(&dir).unwrap()), 1);
    assert_eq!(people(&open(&aside).unwrap()), 2);
    // A second one in the same second would have to replace what was set aside.
    assert!(matches!(restore(&dir, &backup, &opening, at(22)), Err(OpenFailure::AlreadyThere)));
    assert_eq!(people(&open(&dir).unwrap()), 1);
}

#[test]
fn nothing_is_restored_under_an_open_desk() {
    let (home, mut store) = new_store();
    let dir = desk(&home);
    store.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
    let backup = back_up(&store, 21);
    let opening = open_backup(&dir, &backup, "", PASSPHRASE).unwrap();
    assert!(matches!(restore(&dir, &backup, &opening, at(22)), Err(OpenFailure::Store(Failure::Busy))));
    assert!(!dir.join("set-aside").exists());
    store.record(&[somebody(2, "0413", "Bo", "Ek")], &noon()).unwrap();
    assert_eq!(people(&store), 2);
}

/// What makes a store lost.
type Loss = fn(&Path);

/// Every way in which a store can be lost.
fn losses() -> [(&'static str, Loss); 5] {
    [
        ("no database", |dir| fs::remove_file(dir.join("onward.db")).unwrap()),
        ("no key file", |dir| fs::remove_file(dir.join("onward.key")).unwrap()),
        ("an empty database", |dir| fs::write(dir.join("onward.db"), "").unwrap()),
        ("noise", |dir| fs::write(dir.join("onward.db"), vec![7; 20_000]).unwrap()),
        ("a key file that is none", |dir| fs::write(dir.join("onward.key"), "{}").unwrap()),
    ]
}

#[test]
fn a_lost_store_comes_back_and_the_damaged_files_stay_as_they_are() {
    for (what, lose) in losses() {
        let (home, mut store) = new_store();
        let dir = desk(&home);
        store.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
        let backup = back_up(&store, 21);
        drop(store);
        lose(&dir);
        let damaged: Vec<_> =
            ["onward.db", "onward.key"].map(|name| fs::read(dir.join(name)).ok().map(|b| sum(&b))).into();
        let opening = open_backup(&dir, &backup, "", PASSPHRASE).unwrap();
        let compared = compare(&dir, &backup, &opening.key).unwrap();
        assert!(!compared.goes_on || what.contains("key"), "{what}");
        let aside = restore(&dir, &backup, &opening, at(22)).unwrap();
        assert_eq!(people(&open(&dir).unwrap()), 1, "{what}");
        let kept: Vec<_> =
            ["onward.db", "onward.key"].map(|name| fs::read(aside.join(name)).ok().map(|b| sum(&b))).into();
        assert_eq!(kept, damaged, "{what}");
    }
}

#[test]
fn a_damaged_backup_replaces_nothing() {
    let (home, mut store) = new_store();
    let dir = desk(&home);
    store.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
    let backup = back_up(&store, 21);
    drop(store);
    let path = backup.dir.join("onward.db");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
    let opening = open_backup(&dir, &backup, "", PASSPHRASE).unwrap();
    assert!(matches!(compare(&dir, &backup, &opening.key), Err(OpenFailure::Store(Failure::Damaged(_)))));
    assert!(matches!(restore(&dir, &backup, &opening, at(22)), Err(OpenFailure::Store(Failure::Damaged(_)))));
    assert!(!dir.join("set-aside").exists());
    assert_eq!(people(&open(&dir).unwrap()), 1);
}

#[test]
fn another_desk_is_noticed_and_who_changed_a_fact_first_is_named() {
    let (home, mut one) = new_store();
    let mut other = open(&desk(&home)).unwrap();
    one.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
    assert!(!one.has_changed().unwrap());
    assert!(other.has_changed().unwrap());
    assert!(!other.has_changed().unwrap());
    let known = other.head().unwrap().seq;
    one.record(&[somebody(1, "0412", "Anna", "Ek")], &kari("2026-11-20T12:01:00+01:00")).unwrap();
    // Both stand in the history.
    let (step, first) = other.record_after(known, &[somebody(1, "0412", "Anne", "Ek")], &noon()).unwrap();
    assert_eq!(first, Some(kari("2026-11-20T12:01:00+01:00")));
    assert!(!other.has_changed().unwrap());
    let about = crate::domain::record::About::Person(PersonId(1));
    assert_eq!(one.history(about, None, 9).unwrap().len(), 3);
    // Somebody else was changed meanwhile, then nobody at all.
    one.record(&[somebody(2, "0413", "Bo", "Ek")], &noon()).unwrap();
    for name in ["Ana", "Anna"] {
        assert_eq!(other.record_after(step, &[somebody(1, "0412", name, "Ek")], &noon()).unwrap().1, None);
    }
}
