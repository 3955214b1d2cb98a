//! Damage, newer stores, full and read-only disks: plain failures, and everything as it was.

use super::*;
use crate::domain::record::{About, Failure, PeopleQuery, Reads, Records, Window};
use crate::store::{OpenFailure, exists, migrate};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn nothing_readable_reaches_the_disk() {
    let (home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    let holds = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    for (path, bytes) in files(&home.path().join("desk")) {
        for word in ["Petrovi", "K-07", "SQLite format", "planning-for-resettlement", PASSPHRASE] {
            assert!(!holds(&bytes, word), "{word} in {}", path.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let (home, mut store) = new_store();
    store.record(&[somebody(1, "0412", "Ana", "Petrović")], &noon()).unwrap();
    let dir = home.path().join("desk");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&dir), 0o700);
    let names: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(names.len(), 5, "{names:?}");
    assert!(names.iter().all(|path| mode(path) == 0o600), "{names:?}");
}

#[test]
fn a_store_is_made_once_and_missing_parts_are_named() {
    let (home, store) = new_store();
    drop(store);
    let dir = home.path().join("desk");
    let again = Store::create(&dir, "Ola", "other words here", CHEAP, &mut counted());
    assert!(matches!(again, Err(OpenFailure::AlreadyThere)));
    assert!(matches!(open(&home.path().join("nowhere")), Err(OpenFailure::NothingThere)));
    fs::rename(dir.join("onward.key"), dir.join("kept")).unwrap();
    assert!(matches!(open(&dir), Err(OpenFailure::KeyMissing)));
    fs::rename(dir.join("kept"), dir.join("onward.key")).unwrap();
    fs::rename(dir.join("onward.db"), dir.join("kept")).unwrap();
    assert!(matches!(open(&dir), Err(OpenFailure::DatabaseMissing)));
    assert!(matches!(exists(&dir), Err(OpenFailure::DatabaseMissing)));
}

#[test]
fn a_store_that_cannot_be_made_leaves_nothing() {
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("file"), "not a directory").unwrap();
    let under_a_file = home.path().join("file/desk");
    assert!(matches!(
        Store::create(&under_a_file, "Kari", PASSPHRASE, CHEAP, &mut counted()),
        Err(OpenFailure::NotAFolder)
    ));
    // The directories can be made, but the path is longer than SQLite takes.
    let deep = home.path().join("a".repeat(200)).join("b".repeat(200)).join("c".repeat(200));
    assert!(matches!(
        Store::create(&deep, "Kari", PASSPHRASE, CHEAP, &mut counted()),
        Err(OpenFailure::Store(Failure::Disk(_)))
    ));
    let mut dry = |_: &mut [u8]| Err(std::io::Error::other("no randomness"));
    assert!(Store::create(&home.path().join("desk"), "Kari", PASSPHRASE, CHEAP, &mut dry).is_err());
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

#[test]
fn a_newer_store_is_refused_untouched() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    store.record(&[somebody(1, "0412", "Ana", "Petrović")], &noon()).unwrap();
    store.db.execute_batch("PRAGMA user_version = 99").unwrap();
    // Left as after a crash: with a log that a careless opening would fold into the database.
    let before = files(&dir);
    assert!(before.iter().any(|(path, bytes)| path.ends_with("onward.db-wal") && !bytes.is_empty()));
    let copy = home.path().join("copy");
    fs::create_dir(&copy).unwrap();
    for (path, bytes) in &before {
        fs::write(copy.join(path.file_name().unwrap()), bytes).unwrap();
    }
    let before = files(&copy);
    let known = migrate::known();
    for _ in 0..2 {
        let refused = open(&copy);
        assert!(
            matches!(&refused, Err(OpenFailure::Store(f)) if *f == Failure::Newer { found: 99, known }),
            "{refused:?}"
        );
    }
    assert!(files(&copy) == before);

    // Closed in good order: no file is added either.
    drop(store);
    let names = || fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect::<BTreeSet<_>>();
    let (before, names_before) = (files(&dir), names());
    assert_eq!(names_before.len(), 3);
    assert!(open(&dir).is_err());
    assert!(files(&dir) == before && names() == names_before);
}

#[test]
fn a_power_cut_leaves_whole_steps() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    let database = fs::read(dir.join("onward.db")).unwrap();
    for n in 0..6 {
        let three: Vec<_> = (0..3).map(|m| somebody(10 * n + m, &format!("{n}-{m}"), "Eva", "Ny")).collect();
        store.record(&three, &noon()).unwrap();
    }
    // The log as a dying machine may leave it: cut anywhere, or with the last sector torn.
    let log = fs::read(dir.join("onward.db-wal")).unwrap();
    let copy = home.path().join("copy");
    fs::create_dir(&copy).unwrap();
    fs::copy(dir.join("onward.key"), copy.join("onward.key")).unwrap();
    let mut whole = BTreeSet::new();
    let unlocked = unlock(&home.path().join("desk"), PASSPHRASE).unwrap();
    for cut in (0..log.len()).step_by(1_999).chain([log.len()]) {
        drop(fs::remove_file(copy.join("onward.db-shm")));
        fs::write(copy.join("onward.db"), &database).unwrap();
        let mut torn = log[..cut].to_vec();
        torn.resize(cut.next_multiple_of(512), 0xa5);
        fs::write(copy.join("onward.db-wal"), torn).unwrap();
        let store = Store::open(&copy, &unlocked).unwrap();
        let entries = store.history(About::Everything, None, 100).unwrap().len();
        let people = store.people(&PeopleQuery::default(), &Window::Start, 100).unwrap().len();
        assert_eq!((entries % 3, people), (0, entries), "cut at {cut}");
        whole.insert(entries);
    }
    assert_eq!(whole.into_iter().collect::<Vec<_>>(), [0, 3, 6, 9, 12, 15, 18]);
}

#[test]
fn damage_is_named_and_not_made_worse() {
    type Damage = fn(&mut Vec<u8>);
    let damage: [(&str, Damage); 5] = [
        ("empty", Vec::clear),
        ("garbage", |bytes| bytes.fill(b'x')),
        ("not a whole page", |bytes| bytes.truncate(100)),
        ("the head alone", |bytes| bytes.truncate(4096)),
        ("a byte of the first page", |bytes| bytes[200] ^= 1),
    ];
    for (what, damage) in damage {
        let (home, mut store) = new_store();
        store.record(&entries(&sample_group()), &noon()).unwrap();
        drop(store);
        let dir = home.path().join("desk");
        let mut bytes = fs::read(dir.join("onward.db")).unwrap();
        damage(&mut bytes);
        fs::write(dir.join("onward.db"), &bytes).unwrap();
        let read = open(&dir)
            .map_err(|failure| format!("{failure:?}"))
            .and_then(|store| store.history(About::Everything, None, 1_000).map_err(|failure| format!("{failure:?}")));
        assert!(read.as_ref().is_err_and(|failure| failure.contains("Damaged")), "{what}: {read:?}");
        assert!(fs::read(dir.join("onward.db")).unwrap() == bytes, "{what}");
    }
}

#[test]
fn a_damaged_page_in_the_middle_is_named_when_it_is_read() {
    let (home, mut store) = new_store();
    let people: Vec<_> = (0..500).map(|n| somebody(n, &n.to_string(), "Eva", "Ny")).collect();
    store.record(&people, &noon()).unwrap();
    drop(store);
    let dir = home.path().join("desk");
    let mut bytes = fs::read(dir.join("onward.db")).unwrap();
    let pages = bytes.len() / 4096;
    (1..pages).for_each(|page| bytes[page * 4096 + 99] ^= 1);
    fs::write(dir.join("onward.db"), &bytes).unwrap();
    let failure = open(&dir)
        .map_err(|e| format!("{e:?}"))
        .and_then(|store| store.history(About::Everything, None, 1_000).map_err(|failure| format!("{failure:?}")));
    assert!(failure.as_ref().is_err_and(|f| f.contains("Damaged")), "{failure:?}");
}

#[test]
fn a_full_disk_changes_nothing() {
    let (home, mut store) = new_store();
    store.record(&[somebody(1, "0412", "Ana", "Petrović")], &noon()).unwrap();
    let pages: i64 = store.db.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    store.db.execute_batch(&format!("PRAGMA max_page_count = {pages}")).unwrap();
    let crowd: Vec<_> = (10..2_000).map(|n| somebody(n, &format!("r{n}"), "Eva", "Ny")).collect();
    assert_eq!(store.record(&crowd, &noon()), Err(Failure::DiskFull));
    assert_eq!(store.history(About::Everything, None, 9).unwrap().len(), 1);
    assert_eq!(reopened(&home, store).person_by_reference("r10").unwrap(), None);
}

#[test]
fn a_reader_reads_what_is_recorded_meanwhile_and_writes_nothing() {
    let (_home, mut store) = new_store();
    let reader = store.reader().unwrap();
    assert!(reader.is_empty().unwrap());
    store.record(&[somebody(1, "0412", "Ana", "Petrović")], &noon()).unwrap();
    assert!(!reader.is_empty().unwrap());
}

#[test]
fn a_store_that_cannot_be_written_says_so() {
    let (_home, mut store) = new_store();
    store.db.execute_batch("PRAGMA query_only = ON").unwrap();
    assert_eq!(store.record(&[somebody(1, "0412", "Ana", "Petrović")], &noon()), Err(Failure::ReadOnly));
}

#[test]
fn released_migrations_are_never_edited() {
    let sums: Vec<_> = migrate::MIGRATIONS.iter().map(|sql| sum(sql.as_bytes())).collect();
    let released = [
        7_415_655_431_925_088_459,
        17_052_584_579_409_572_460,
        2_246_936_964_772_775_488,
        11_723_569_096_600_910_148,
        15_904_415_603_019_165_961,
        13_667_426_269_071_872_833,
        12_666_747_664_418_467_178,
        5_454_162_791_763_293_073,
        1_576_465_622_596_360_374,
        6_357_318_970_304_724_734,
        5_297_319_786_082_758_776,
        14_563_779_619_811_828_315,
        4_047_096_761_862_781_904,
    ];
    assert_eq!(sums, released);
}

#[test]
fn the_log_has_its_length_before_it_is_needed_and_is_whole_all_the_same() {
    let (home, mut store) = new_store();
    let log = home.path().join("desk/onward.db-wal");
    let length = || fs::metadata(&log).map_or(0, |log| log.len());
    store.record(&[somebody(1, "0412", "Ana", "Petrović")], &noon()).unwrap();
    let laid_out = length();
    assert!(laid_out >= 1024 * 1024, "{laid_out}");
    // A second desk neither shortens it nor writes over what the first has written.
    let mut other = open(&home.path().join("desk")).unwrap();
    for id in 2..200 {
        let entry = somebody(id, &format!("{id:04}"), "Ana", "Petrović");
        if id % 2 == 0 { &mut store } else { &mut other }.record(&[entry], &noon()).unwrap();
    }
    assert!(length() <= laid_out + 64 * 1024, "{} after {laid_out}", length());
    assert_eq!(other.history(About::Everything, None, 1_000).unwrap().len(), 199);
    let kept = home.path().join("kept");
    fs::create_dir(&kept).unwrap();
    for (path, bytes) in files(&home.path().join("desk")) {
        fs::write(kept.join(path.file_name().unwrap()), bytes).unwrap();
    }
    // As a power cut leaves it: the log is read to its last commit, and no further.
    assert_eq!(open(&kept).unwrap().history(About::Everything, None, 1_000).unwrap().len(), 199);
}
