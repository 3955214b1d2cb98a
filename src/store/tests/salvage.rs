//! Salvage: flipped bits and files that were cut off cost what stood there, and nothing else.

use super::staff::{OLAS, add};
use super::{PASSPHRASE, new_store, noon, somebody};
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::{Failure, PeopleQuery, Reads, Records, Window};
use crate::domain::staff::Role;
use crate::store::{OpenFailure, Salvaged, Store, salvage, unlock, unlock_as};
use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// People, each recorded by themselves.
const PEOPLE: i64 = 120;

/// Entries of the store: one of each person, and one note that takes more than a page.
const ENTRIES: usize = 121;

const PAGE: usize = 4096;

fn filled() -> (tempfile::TempDir, PathBuf) {
    let (home, mut store) = new_store();
    store.filling(true).unwrap();
    for id in 1..=PEOPLE {
        store.record(&[somebody(id, &format!("R{id:04}"), "Ana", &format!("Petrović {id}"))], &noon()).unwrap();
    }
    let long = Entry::Setting { item: "long".to_owned(), to: Some(Box::new("x".repeat(3 * PAGE))) };
    store.record(&[long], &noon()).unwrap();
    store.filling(false).unwrap();
    drop(store);
    let dir = home.path().join("desk");
    (home, dir)
}

fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let paths = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    paths.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// A copy of the store with a database of these bytes, in a folder of its own.
fn with(dir: &Path, name: &str, database: &[u8]) -> PathBuf {
    let copy = dir.parent().unwrap().join(name);
    fs::create_dir(&copy).unwrap();
    for (path, bytes) in files(dir) {
        fs::write(copy.join(path.file_name().unwrap()), bytes).unwrap();
    }
    fs::write(copy.join("onward.db"), database).unwrap();
    copy
}

/// What is salvaged of the store in `dir`, which stays as it is, in a store that is whole.
fn salvaged(dir: &Path) -> Option<(Store, Salvaged)> {
    let before = files(dir);
    let unlocked = unlock(dir, PASSPHRASE).unwrap();
    let made = salvage(dir, &unlocked, noon().at);
    assert_eq!(files(dir), before);
    let (made, found) = match made {
        Ok(made) => made,
        Err(OpenFailure::Store(_)) => return None,
        Err(other) => panic!("{other:?}"),
    };
    let store = Store::open(&made.dir, &unlock(&made.dir, PASSPHRASE).unwrap()).unwrap();
    let audit = store.audit(None, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    assert_eq!(audit.damage, None);
    assert_eq!(usize::try_from(audit.head.seq).unwrap(), found.kept + 1);
    Some((store, found))
}

fn people(store: &Store) -> usize {
    store.people(&PeopleQuery::default(), &Window::default(), 1_000).unwrap().len()
}

#[test]
fn a_sound_store_is_salvaged_whole_and_its_chain_is_the_same() {
    let (_home, dir) = filled();
    let head = Store::open(&dir, &unlock(&dir, PASSPHRASE).unwrap()).unwrap().head().unwrap();
    let (store, found) = salvaged(&dir).unwrap();
    assert!(found.is_whole() && found.kept == ENTRIES, "{found:?}");
    // What was exported before is held against it as against the store that is lost.
    let audit = store.audit(Some(&head), &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    assert_eq!(audit.damage, None);
    assert_eq!(people(&store), usize::try_from(PEOPLE).unwrap());
}

#[test]
fn one_flipped_bit_costs_no_more_than_its_page() {
    let (_home, dir) = filled();
    let sound = fs::read(dir.join("onward.db")).unwrap();
    let pages = sound.len() / PAGE;
    let (mut hit, mut spared) = (0, 0);
    // Some of them: each opens the store anew for every entry that it costs.
    for page in (0..pages).filter(|page| page % 6 == 3 || *page + 3 > pages) {
        let mut bytes = sound.clone();
        bytes[page * PAGE + 700] ^= 1 << (page % 8);
        let copy = with(&dir, &format!("page-{page}"), &bytes);
        // Opened to be read where that is possible, and then nothing is written to it.
        if let Ok(mut opened) = Store::open(&copy, &unlock(&copy, PASSPHRASE).unwrap())
            && opened.is_frozen()
        {
            let refused = opened.record(&[somebody(999, "R999", "Jon", "Li")], &noon());
            assert!(matches!(refused, Err(Failure::Damaged(_))), "page {page}: {refused:?}");
        }
        let Some((store, found)) = salvaged(&copy) else {
            // Without its first page, or those that say what tables there are, a database is none.
            assert!(page < 8, "page {page} of {pages}");
            continue;
        };
        // Nothing is missing that never was, also where nothing says any more how many there were.
        let all = found.kept + found.lost + found.altered + found.unfit;
        assert!(all == ENTRIES || found.open_after.is_some() && all < ENTRIES, "page {page}: {found:?}");
        // Only the one text that takes several pages can be read in part, which is not what was recorded.
        assert!(found.altered <= 1, "page {page}: {found:?}");
        if found.lost == 0 {
            spared += 1;
        } else {
            hit += 1;
        }
        if found.is_whole() {
            assert_eq!(store.person(PersonId(PEOPLE)).unwrap().unwrap().family, format!("Petrović {PEOPLE}"));
        }
        fs::remove_dir_all(copy).unwrap();
    }
    assert!(hit > 0 && spared > 0, "{hit} hit, {spared} spared of {pages}");
}

#[test]
fn a_file_that_was_cut_off_is_read_as_far_as_it_goes() {
    let (_home, dir) = filled();
    let sound = fs::read(dir.join("onward.db")).unwrap();
    for percent in [0, 1, 50, 99] {
        let copy = with(&dir, &format!("cut-{percent}"), &sound[..sound.len() * percent / 100]);
        let made = salvaged(&copy);
        assert!(percent > 1 || made.is_none(), "{percent} %");
        if let Some((store, found)) = made {
            assert!(found.kept <= ENTRIES && people(&store) <= found.kept, "{percent} %: {found:?}");
        } else {
            assert!(percent < 99, "{percent} %");
        }
    }
}

#[test]
fn only_an_owner_salvages_a_store_of_several() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    add(&mut store, "on", Role::Coordinator).unwrap();
    add(&mut store, "eva", Role::Owner).unwrap();
    drop(store);
    let as_ola = unlock_as(&dir, "on", OLAS).unwrap();
    let refused = salvage(&dir, &as_ola, noon().at);
    assert!(matches!(refused, Err(OpenFailure::Store(Failure::NotAllowed(Role::Coordinator)))), "{refused:?}");
    assert!(crate::store::salvaged(&dir).unwrap().is_empty());
    salvage(&dir, &unlock_as(&dir, "eva", OLAS).unwrap(), noon().at).unwrap();
    // Where the register cannot be read it is asked of what was salvaged.
    let sound = fs::read(dir.join("onward.db")).unwrap();
    let mut refusals = 0;
    for page in (1..sound.len() / PAGE).step_by(3) {
        let mut bytes = sound.clone();
        bytes[page * PAGE + 700] ^= 1;
        let copy = with(&dir, &format!("page-{page}"), &bytes);
        match salvage(&copy, &unlock_as(&copy, "on", OLAS).unwrap(), noon().at) {
            Err(OpenFailure::Store(Failure::NotAllowed(Role::Coordinator))) => refusals += 1,
            // Nothing can be read, or not who he is.
            Err(OpenFailure::Store(Failure::Damaged(_)) | OpenFailure::Revoked) => {}
            // Nothing at all says any more that there are several.
            Ok((_, found)) => assert!(!found.is_whole() && found.kept < 3, "page {page}: {found:?}"),
            Err(other) => panic!("page {page}: {other:?}"),
        }
    }
    assert!(refusals > 0);
}
