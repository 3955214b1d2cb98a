//! The key: by passphrase and by recovery code, wrapped anew, and refused when its file is not right.

use super::*;
use crate::domain::record::{Failure, Records};
use crate::store::{OpenFailure, Secret, altered_slots, knock};
use std::fs;

#[test]
fn passphrase_and_recovery_code_both_open_the_store() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("desk");
    let (store, code) = Store::create(&dir, "Kari Å.", "blåbær på bordet", CHEAP, &mut counted()).unwrap();
    let by_phrase = unlock(&dir, "bla\u{30a}bær på bordet").unwrap();
    assert_eq!((by_phrase.name.as_str(), by_phrase.by), ("Kari Å.", Secret::Passphrase));
    let typed = code.to_string().to_lowercase().replace('-', " ");
    let by_code = unlock(&dir, &typed).unwrap();
    assert_eq!((by_code.name.as_str(), by_code.by), ("Kari Å.", Secret::Recovery));
    assert!(by_phrase.key == by_code.key && &by_code.key == store.key());
    assert!(matches!(unlock(&dir, "blabær på bordet"), Err(OpenFailure::WrongSecret)));
    assert!(matches!(unlock(&dir, ""), Err(OpenFailure::WrongSecret)));
}

#[test]
fn a_new_passphrase_wraps_the_same_key() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    store.record(&[somebody(1, "0412", "Ana", "Petrović")], &noon()).unwrap();
    let database = fs::read(dir.join("onward.db")).unwrap();
    let mut random = counted();
    store.change_passphrase("kari", "eight red trains", (CHEAP, &mut random), &noon()).unwrap();
    let code = store.renew_recovery((CHEAP, &mut random), &noon()).unwrap();
    assert_eq!(fs::read(dir.join("onward.db")).unwrap(), database, "the register is in the log, no page was turned");
    assert!(matches!(unlock(&dir, PASSPHRASE), Err(OpenFailure::WrongSecret)));
    for secret in ["eight red trains", &code.to_string()] {
        assert!(&unlock(&dir, secret).unwrap().key == store.key());
    }
}

/// The same key file as an older program wrote it.
fn without_sums(text: &str) -> String {
    let mut file: serde_json::Value = serde_json::from_str(text).unwrap();
    for slot in file["slots"].as_array_mut().unwrap() {
        slot.as_object_mut().unwrap().remove("check").unwrap();
    }
    serde_json::to_string_pretty(&file).unwrap()
}

#[test]
fn a_flipped_bit_is_never_taken_for_a_wrong_passphrase() {
    let (home, store) = new_store();
    let dir = home.path().join("desk");
    drop(store);
    let path = dir.join("onward.key");
    let good = fs::read(&path).unwrap();
    let (mut opened, mut altered) = (0, 0);
    for bit in 0..8 * good.len() {
        let mut spoiled = good.clone();
        spoiled[bit / 8] ^= 1 << (bit % 8);
        fs::write(&path, &spoiled).unwrap();
        match unlock(&dir, PASSPHRASE) {
            // It hit the slot of the recovery code, or what says nothing.
            Ok(_) => opened += 1,
            Err(OpenFailure::KeyAltered) => altered += 1,
            Err(OpenFailure::KeyUnreadable(_) | OpenFailure::KeyNewer { .. }) => {}
            Err(other) => panic!("bit {bit}: {other:?}"),
        }
    }
    assert!(opened > 1_000 && altered > 400, "{opened} opened, {altered} altered");
    fs::write(&path, good).unwrap();
    assert!(matches!(unlock(&dir, "another one"), Err(OpenFailure::WrongSecret)));
}

#[test]
fn a_slot_without_a_sum_gets_one_when_it_opens_and_a_spoiled_one_is_named() {
    let (home, store) = new_store();
    let dir = home.path().join("desk");
    drop(store);
    let path = dir.join("onward.key");
    let good = fs::read_to_string(&path).unwrap();
    fs::write(&path, without_sums(&good)).unwrap();
    assert_eq!(altered_slots(&dir).unwrap(), <[&str; 0]>::default());
    knock(&dir, "", PASSPHRASE, noon().at).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), good);
    // Wrong ones go on being counted where the slot is spoiled: nobody gets more guesses by spoiling it.
    let at = good.find("\"wrapped\": \"").unwrap() + "\"wrapped\": \"".len();
    let other = if &good[at..=at] == "0" { "1" } else { "0" };
    fs::write(&path, format!("{}{other}{}", &good[..at], &good[at + 1..])).unwrap();
    assert_eq!(altered_slots(&dir).unwrap(), ["Kari"]);
    for _ in 0..3 {
        let refused = knock(&dir, "", PASSPHRASE, noon().at);
        assert!(matches!(refused, Err(OpenFailure::KeyAltered | OpenFailure::TooSoon { .. })), "{refused:?}");
    }
    assert!(matches!(knock(&dir, "", PASSPHRASE, noon().at), Err(OpenFailure::TooSoon { .. })));
}

#[test]
fn a_key_file_that_cannot_be_used_is_refused() {
    let (home, store) = new_store();
    drop(store);
    let dir = home.path().join("desk");
    let path = dir.join("onward.key");
    let good = fs::read_to_string(&path).unwrap();
    for (text, reason) in [
        ("garbage".to_owned(), "expected value"),
        (good[..good.len() / 2].to_owned(), "EOF"),
        (good.replace("\"memory_kib\": 8", "\"memory_kib\": 4000000"), "4000000 KiB"),
        (good.replace("\"passes\": 1", "\"passes\": 21"), "21 passes"),
        (good.replace("\"salt\": \"", "\"salt\": \"zz"), "slot is damaged"),
    ] {
        fs::write(&path, text).unwrap();
        match unlock(&dir, PASSPHRASE) {
            Err(OpenFailure::KeyUnreadable(why)) => assert!(why.contains(reason), "{why}"),
            other => panic!("{reason}: {other:?}"),
        }
    }
    // A slot under another name is not the slot that was wrapped, whatever its sum.
    let renamed = good.replace("\"Kari\"", "\"Mallory\"");
    fs::write(&path, &renamed).unwrap();
    assert!(matches!(unlock(&dir, PASSPHRASE), Err(OpenFailure::KeyAltered)));
    fs::write(&path, without_sums(&renamed)).unwrap();
    assert!(matches!(unlock(&dir, PASSPHRASE), Err(OpenFailure::WrongSecret)));
    fs::write(&path, good.replace("\"version\": 2", "\"version\": 3")).unwrap();
    assert!(matches!(unlock(&dir, PASSPHRASE), Err(OpenFailure::KeyNewer { found: 3, known: 2 })));
    fs::write(&path, good).unwrap();
    assert!(unlock(&dir, PASSPHRASE).is_ok());
}

#[test]
fn another_stores_database_is_not_opened() {
    let ((home, store), (other_home, other)) = (new_store(), {
        let home = TempDir::new().unwrap();
        let mut n = 0_u8;
        let mut random = move |bytes: &mut [u8]| {
            bytes.fill_with(|| {
                n = n.wrapping_add(3);
                n
            });
            Ok(())
        };
        let store = Store::create(&home.path().join("desk"), "Ola", PASSPHRASE, CHEAP, &mut random).unwrap().0;
        (home, store)
    });
    drop((store, other));
    let dir = home.path().join("desk");
    fs::copy(other_home.path().join("desk/onward.db"), dir.join("onward.db")).unwrap();
    assert!(matches!(open(&dir), Err(OpenFailure::Store(Failure::Damaged(_)))));
}
