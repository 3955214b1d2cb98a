//! Erasing: nothing of the person is left in any page, the chain holds, and what was counted is counted.

use super::audit::audit;
use super::*;
use crate::domain::attendance::{Code, Mark};
use crate::domain::erasure::{Erasure, ErasureRequest};
use crate::domain::figures::{Register, Tally};
use crate::domain::group::{LeavingReason, Spell};
use crate::domain::id::SessionId;
use crate::domain::record::{About, PeopleQuery, Reads, Records};
use crate::store::{open_backup, restore};
use aes::Aes256;
use aes::cipher::{BlockCipherDecrypt, KeyInit};
use std::collections::BTreeMap;
use std::fs;

const PAGE: usize = 4096;
/// What SQLCipher keeps at the end of each page: the vector, and what authenticates it.
const RESERVE: usize = 16 + 32;
const ZOLTAN: PersonId = PersonId(1);

/// Every word that names the person or was written about them, in some place of the record.
const SENTINELS: [&str; 17] = [
    "Quetzalzx",
    "Vorname-1",
    "Oldname-2",
    "REF-98765",
    "note-of-person-3",
    "why-exception-4",
    "dentist-word-5",
    "debt-word-6",
    "nurse-name-7",
    "note-at-session-8",
    "note-on-mark-9",
    "why-left-10",
    "undone-word-11",
    "draft-word-12",
    "request-word-13",
    "other-debt-14",
    "left-before-15",
];

fn unhex(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(2).map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap()).collect()
}

/// A page as SQLite sees it, free parts and all.
fn decrypted(page: &[u8], is_first: bool, cipher: &Aes256) -> Vec<u8> {
    let start = if is_first { 16 } else { 0 };
    let (body, reserve) = page[start..].split_at(PAGE - RESERVE - start);
    let mut before = reserve[..16].to_vec();
    let mut plain = Vec::new();
    for block in body.chunks(16) {
        let mut out = aes::Block::try_from(block).unwrap();
        cipher.decrypt_block(&mut out);
        plain.extend(out.iter().zip(&before).map(|(byte, other)| byte ^ other));
        before = block.to_vec();
    }
    plain
}

/// Everything that the files in `dir` hold, decrypted: databases page by page, logs frame by frame.
fn pages(dir: &Path, store: &Store) -> Vec<u8> {
    let pragma = store.key().pragma();
    let key = unhex(pragma.split('\'').nth(1).unwrap());
    let cipher = Aes256::new_from_slice(&key).unwrap();
    let mut all = Vec::new();
    for (path, bytes) in files_below(dir) {
        if path.ends_with("db") {
            assert_eq!(bytes.len() % PAGE, 0);
            for (at, page) in bytes.chunks(PAGE).enumerate() {
                all.extend(decrypted(page, at == 0, &cipher));
            }
        } else if path.ends_with("-wal") && !bytes.is_empty() {
            for frame in bytes[32..].chunks_exact(24 + PAGE) {
                let number = u32::from_be_bytes(frame[..4].try_into().unwrap());
                all.extend(decrypted(&frame[24..], number == 1, &cipher));
            }
        } else {
            all.extend(bytes);
        }
    }
    all
}

fn files_below(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push((path.to_string_lossy().into_owned(), fs::read(&path).unwrap()));
        }
    }
    found
}

fn left_of(dir: &Path, store: &Store) -> Vec<&'static str> {
    let all = pages(dir, store);
    let is_there = |word: &&str| all.windows(word.len()).any(|window| window == word.as_bytes());
    SENTINELS.into_iter().filter(is_there).collect()
}

fn zoltan(family: &str, note: &str) -> Entry {
    let person = Person {
        reference: "REF-98765".into(),
        given: "Vorname-1".into(),
        family: family.into(),
        note: note.into(),
        release: Some(sample::day("2026-11-24")),
        ..Person::default()
    };
    Entry::Person { person: ZOLTAN, to: Some(Box::new(person)) }
}

/// A group with the person in it, and everything written about them that can be.
fn full_of_words() -> (TempDir, Store) {
    let (home, mut store) = new_store();
    let record = sample_group();
    let (group, session) = (record.id, record.sessions[0].id);
    let text = |text: &str| Some(Box::new(text.to_owned()));
    store.record(&entries(&record), &noon()).unwrap();
    store.record(&[zoltan("Oldname-2", "")], &noon()).unwrap();
    store.record(&[zoltan("Quetzalzx", "note-of-person-3")], &noon()).unwrap();
    let mark = Mark { note: "note-on-mark-9".into(), ..Mark::from(Code::Ill) };
    let mut enrolment = record.member(ZOLTAN).unwrap().enrolment.clone();
    let reason = LeavingReason::Health;
    let (from, to) = (sample::day("2026-11-01"), sample::day("2026-11-02"));
    enrolment.earlier = vec![Spell { from, to, reason, note: "left-before-15".into() }];
    enrolment.state = Place::Left { on: sample::day("2026-11-13"), reason, note: "why-left-10".into() };
    let exception = crate::domain::eligibility::Exception {
        why: "why-exception-4".into(),
        by: "Head".into(),
        at: sample::moment("2026-11-09T09:00:00+01:00"),
    };
    let appointment = Appointment {
        date: sample::day("2026-12-08"),
        time: chrono::NaiveTime::from_hms_opt(10, 30, 0).unwrap(),
        minutes: 30,
        what: "dentist-word-5".to_owned(),
    };
    let concern = Concern {
        category: Category::Health,
        to: "nurse-name-7".to_owned(),
        at: sample::moment("2026-11-20T11:00:00+01:00"),
        receipt: String::new(),
        by: "Kari".to_owned(),
    };
    let request = ErasureRequest { by: "Kari".into(), at: noon().at, why: "request-word-13".into() };
    let step = vec![
        Entry::Mark { group, session, person: ZOLTAN, to: Some(Box::new(mark)) },
        Entry::Enrolment { group, person: ZOLTAN, to: Some(Box::new(enrolment)) },
        Entry::Exception { person: ZOLTAN, item: "planning-for-resettlement".into(), to: Some(Box::new(exception)) },
        Entry::Appointment { person: ZOLTAN, item: "1".into(), to: Some(Box::new(appointment)) },
        Entry::Concern { person: ZOLTAN, item: "1".into(), to: Some(Box::new(concern)) },
        keeping_apart(ZOLTAN, PersonId(2), Some(Apart { why: "debt-word-6".into() })),
        Entry::Apart {
            person: PersonId(0),
            item: "1".into(),
            to: Some(Box::new(Apart { why: "other-debt-14".into() })),
        },
        Entry::PersonNote { group, session, person: ZOLTAN, to: text("note-at-session-8") },
        Entry::PersonNote { group, session, person: PersonId(2), to: text("Quarrelled with Vorname-1 Quetzalzx.") },
        Entry::SessionNote { group, session, to: text("Quetzalzx, Vorname-1 (REF-98765) stayed.") },
        Consultation::of(ZOLTAN),
        request.of(ZOLTAN),
    ];
    store.record(&step, &noon()).unwrap();
    store.record(&[zoltan("Quetzalzx", "undone-word-11")], &noon()).unwrap();
    store.undo(&noon()).unwrap();
    store.keep_draft(&format!("PersonForm({ZOLTAN:?}) note"), Some("draft-word-12")).unwrap();
    store.keep_draft("Room note", Some("and then Vorname-1 Quetzalzx")).unwrap();
    store.keep_draft("Room other note", Some("nothing of them")).unwrap();
    (home, store)
}

fn erasure() -> Erasure {
    Erasure { asked_by: "Kari".into(), approved_by: Some("Ola".into()), why: "retention".into() }
}

fn erase(store: &mut Store, person: PersonId) {
    let called = |number| format!("Erased person {number}");
    assert_eq!(store.erase(&[(person, erasure())], &called, &noon()), Ok(true));
}

/// What registers add up, whatever people are called.
fn figures(store: &Store) -> (Vec<Tally>, Tally, BTreeMap<PersonId, Tally>, usize) {
    let record = store.group(GroupId(7), "en").unwrap().unwrap();
    let register = Register::of(&record);
    let rows = register.rows.into_iter().map(|row| (row.person, row.tally)).collect();
    (register.columns, register.total, rows, record.outcomes.len() + record.ratings.len())
}

#[test]
fn nothing_of_an_erased_person_is_left_in_any_page() {
    let (home, store) = full_of_words();
    let dir = home.path().join("desk");
    // The copies that the program keeps beside: backups, what one replaced, and what a power cut left of either.
    let at = |day| chrono::NaiveDate::from_ymd_opt(2026, 11, day).and_then(|day| day.and_hms_opt(10, 15, 0)).unwrap();
    let back_up =
        |store: &Store, day| store.back_up(at(day), &mut || std::ops::ControlFlow::Continue(())).unwrap().unwrap();
    let kept = back_up(&store, 20);
    drop(store);
    let opening = open_backup(&dir, &kept, "", PASSPHRASE).unwrap();
    let aside = restore(&dir, &kept, &opening, at(21)).unwrap();
    let mut store = open(&dir).unwrap();
    let copies = [kept.dir.clone(), aside, back_up(&store, 21).dir];
    for torn in ["backups/.making-x", ".restoring-x"] {
        fs::create_dir(dir.join(torn)).unwrap();
        fs::copy(kept.dir.join("onward.db"), dir.join(torn).join("onward.db")).unwrap();
    }
    store.record(&[zoltan("Quetzalzx", "note-of-person-3")], &noon()).unwrap();
    assert_eq!(left_of(&dir, &store), SENTINELS, "every word is there to be erased");
    let before = figures(&store);

    erase(&mut store, ZOLTAN);
    assert_eq!(left_of(&dir, &store), <[&str; 0]>::default());
    assert!(copies.iter().all(|copy| copy.join("onward.db").exists()));
    assert_eq!(figures(&store), before);
    let found = audit(&store);
    assert_eq!(found.damage, None);
    assert!(found.erased > 15, "{}", found.erased);
    // It stays so when the desk goes on.
    store.record(&[somebody(50, "0050", "Eva", "Ny")], &noon()).unwrap();
    let store = reopened(&home, store);
    assert_eq!(left_of(&dir, &store), <[&str; 0]>::default());
    assert_eq!(audit(&store).damage, None);
    // The copy holds too.
    drop(store);
    fs::copy(copies[0].join("onward.db"), dir.join("onward.db")).unwrap();
    for companion in ["onward.db-wal", "onward.db-shm"] {
        let _ = fs::remove_file(dir.join(companion));
    }
    assert_eq!(audit(&open(&dir).unwrap()).damage, None);
}

#[test]
fn nobody_is_erased_while_a_backup_is_being_made() {
    let (home, mut store) = full_of_words();
    let folder = home.path().join("desk/backups");
    fs::create_dir_all(&folder).unwrap();
    let lock = fs::File::create(folder.join(".lock")).unwrap();
    lock.lock().unwrap();
    let called = |number| format!("Erased person {number}");
    let refused = store.erase(&[(ZOLTAN, erasure())], &called, &noon());
    assert_eq!(refused, Err(crate::domain::record::Failure::Busy));
    assert_eq!(store.person(ZOLTAN).unwrap().unwrap().reference, "REF-98765");
    drop(lock);
    erase(&mut store, ZOLTAN);
}

#[test]
fn an_erased_person_is_a_number_in_registers_and_nowhere_else() {
    let (_home, mut store) = full_of_words();
    let found = |store: &Store| store.found(&PeopleQuery { order: "en".into(), ..PeopleQuery::default() }).unwrap();
    assert!(found(&store).contains(&ZOLTAN));
    erase(&mut store, ZOLTAN);
    assert!(!found(&store).contains(&ZOLTAN));
    assert_eq!(store.applicant(ZOLTAN).unwrap(), None);
    assert_eq!(store.person_by_reference("REF-98765").unwrap(), None);
    let record = store.group(GroupId(7), "en").unwrap().unwrap();
    let member = record.member(ZOLTAN).unwrap();
    assert_eq!((member.person.name().as_str(), member.person.reference.as_str()), ("Erased person 1", "erased-1"));
    let session = record.sessions[0].id;
    assert_eq!(record.session_notes[&session], "Erased person 1 (Erased person 1) stayed.");
    assert_eq!(record.person_notes[&(session, PersonId(2))], "Quarrelled with Erased person 1.");
    assert!(!record.person_notes.contains_key(&(session, ZOLTAN)));
    assert_eq!(store.draft("Room other note").unwrap().as_deref(), Some("nothing of them"));
    assert_eq!(store.draft("Room note").unwrap(), None);
    for kind in ["apart", "appointment", "concern", "erasure-request"] {
        assert_eq!(store.standing(kind, About::Person(ZOLTAN)).unwrap(), [], "{kind}");
    }
    // Who did what to the record is still told, what it was is not.
    let history = store.history(About::Person(ZOLTAN), None, 99).unwrap();
    assert!(history.iter().filter(|recorded| recorded.erased).count() > 8);
    let told = history.iter().find_map(|recorded| match &recorded.entry {
        Entry::Erasure { to, .. } => to.as_deref().cloned(),
        _ => None,
    });
    assert_eq!(told, Some(erasure()));
}

#[test]
fn somebody_who_was_in_no_group_leaves_nothing_and_two_are_counted() {
    let (_home, mut store) = full_of_words();
    store.record(&[somebody(60, "0060", "Noor", "Haddad")], &noon()).unwrap();
    erase(&mut store, PersonId(60));
    assert_eq!(store.person(PersonId(60)).unwrap(), None);
    erase(&mut store, ZOLTAN);
    assert_eq!(store.person(ZOLTAN).unwrap().unwrap().reference, "erased-2");
    assert_eq!(audit(&store).damage, None);
}

#[test]
fn what_was_erased_cannot_be_taken_back() {
    let (_home, mut store) = full_of_words();
    let before = store.undoable("Kari").unwrap();
    assert!(!before.is_empty());
    erase(&mut store, ZOLTAN);
    while let [first, ..] = &store.undoable("Kari").unwrap()[..] {
        assert!(!first.erased);
        store.undo(&noon()).unwrap();
    }
    assert_eq!(store.redoable("Kari").unwrap().iter().filter(|recorded| recorded.erased).count(), 0);
    assert_eq!(store.person(ZOLTAN).unwrap().unwrap().reference, "erased-1");
    assert_eq!(audit(&store).damage, None);
}

#[test]
fn whoever_has_the_same_name_keeps_it() {
    let (_home, mut store) = full_of_words();
    store.record(&[somebody(70, "0070", "Vorname-1", "Quetzalzx")], &noon()).unwrap();
    erase(&mut store, ZOLTAN);
    assert_eq!(store.person(PersonId(70)).unwrap().unwrap().name(), "Vorname-1 Quetzalzx");
    assert_eq!(audit(&store).damage, None);
    let session = SessionId(1);
    assert!(store.group(GroupId(7), "en").unwrap().unwrap().session_notes.contains_key(&session));
}
