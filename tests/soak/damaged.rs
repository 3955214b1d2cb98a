//! Damaged stores: told with the exit code of the README, left as they are, and a backup brings them back.

use crate::look::copy_store;
use crate::prison::{Answer, PASSPHRASE, Prison};
use crate::{random, size, tell};
use onward::store::unlock;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const OPENED: &str = "--lang en --data store --passphrase-file passphrase";

/// A prison with a store and one backup of it.
fn backed_up() -> Prison {
    let prison = Prison::with(60);
    let made = prison.run(&format!("{OPENED} backup"));
    assert_eq!((made.code, made.err.as_str()), (Some(0), ""), "{made:?}");
    prison
}

/// The same prison, with a store of its own.
fn another(prison: &Prison) -> Prison {
    let other = Prison::new();
    copy_store(&prison.path("store"), &other.path("store"));
    other
}

/// The files that a command may not change.
fn files(prison: &Prison) -> Vec<Option<Vec<u8>>> {
    ["onward.db", "onward.db-wal", "onward.key"].map(|name| fs::read(prison.path("store").join(name)).ok()).into()
}

/// What `verify` says of the store, which stays as it is whatever that is.
fn told(prison: &Prison, what: &str) -> Answer {
    let before = files(prison);
    let answer = prison.run(&format!("{OPENED} verify"));
    assert!(files(prison) == before, "{what}: the files were changed");
    assert!(answer.code == Some(0) || !answer.err.is_empty(), "{what}: {answer:?}");
    assert!(!answer.err.contains("fault of its own"), "{what}: {answer:?}");
    answer
}

/// Shows what the backup would bring back, then brings it back.
fn restored(prison: &Prison, what: &str) {
    let before = files(prison);
    let shown = prison.run(&format!("{OPENED} restore"));
    assert!(shown.code == Some(0) && shown.out.contains("Nothing was changed."), "{what}: {shown:?}");
    assert!(files(prison) == before, "{what}: showing changed the files");
    let done = prison.run(&format!("{OPENED} restore --yes"));
    assert!(done.code == Some(0) && done.out.contains("is kept in store/set-aside/"), "{what}: {done:?}");
    let whole = told(prison, what);
    assert_eq!(whole.code, Some(0), "{what}: {whole:?}");
    let aside = fs::read_dir(prison.path("store/set-aside")).unwrap().next().unwrap().unwrap().path();
    assert!(fs::read(aside.join("onward.db")).ok() == before[0], "{what}: what was replaced is kept");
}

fn flip(path: &Path, bit: u64) {
    let mut bytes = fs::read(path).unwrap();
    bytes[usize::try_from(bit / 8).unwrap()] ^= 1 << (bit % 8);
    fs::write(path, bytes).unwrap();
}

fn bits(path: &Path) -> u64 {
    8 * fs::metadata(path).unwrap().len()
}

#[test]
fn one_flipped_bit_of_the_database_is_found_wherever_it_is() {
    let template = backed_up();
    let (mut random, stores) = (random(5), size(5, 200));
    for nth in 0..stores {
        let prison = another(&template);
        let database = prison.path("store/onward.db");
        let bit = random.bits() % bits(&database);
        flip(&database, bit);
        let what = format!("store {nth}, bit {bit}");
        let found = told(&prison, &what);
        assert!(found.code == Some(4) && found.err.contains("onward restore"), "{what}: {found:?}");
        restored(&prison, &what);
    }
    tell(&format!("damaged: {stores} stores with a flipped bit, all found, all brought back"));
}

#[test]
fn one_flipped_bit_of_the_key_file_keeps_the_store_shut_or_changes_nothing() {
    let template = backed_up();
    let (mut random, stores) = (random(55), size(5, 200));
    let mut codes = BTreeMap::new();
    for nth in 0..stores {
        let prison = another(&template);
        let key = prison.path("store/onward.key");
        let bit = random.bits() % bits(&key);
        flip(&key, bit);
        let what = format!("store {nth}, bit {bit} of the key file");
        let found = told(&prison, &what);
        // 0: of the recovery code's slot; 4: it opens nothing, or is none; 6: it calls itself newer.
        assert!(matches!(found.code, Some(0 | 4 | 6)), "{what}: {found:?}");
        *codes.entry(found.code.unwrap()).or_insert(0) += 1;
        if found.code != Some(0) {
            assert!(found.code == Some(6) || found.err.contains("onward restore"), "{what}: {found:?}");
            restored(&prison, &what);
        }
    }
    tell(&format!("damaged: {stores} key files with a flipped bit, by exit code {codes:?}"));
}

#[test]
fn a_store_that_was_cut_off_is_told_and_brought_back() {
    let template = backed_up();
    let length = fs::metadata(template.path("store/onward.db")).unwrap().len();
    for percent in [0, 1, 50, 99] {
        let prison = another(&template);
        let file = fs::File::options().write(true).open(prison.path("store/onward.db")).unwrap();
        file.set_len(length * percent / 100).unwrap();
        let what = format!("{percent} % of it");
        let found = told(&prison, &what);
        assert!(found.code == Some(4) && found.err.contains("onward restore"), "{what}: {found:?}");
        restored(&prison, &what);
    }
}

#[test]
fn a_newer_store_is_told_and_can_be_given_up_for_its_backup() {
    let prison = backed_up();
    let key = unlock(&prison.path("store"), PASSPHRASE).unwrap().key;
    let newer = Connection::open(prison.path("store/onward.db")).unwrap();
    newer.execute_batch(&key.pragma()).unwrap();
    newer.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99").unwrap();
    newer.close().unwrap();
    let found = told(&prison, "newer");
    assert!(found.code == Some(6) && found.err.contains("99"), "{found:?}");
    restored(&prison, "newer");
}
