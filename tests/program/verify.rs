//! `onward verify`: a record that was changed behind the desk's back is told from one that was not.

use crate::prison::{PASSPHRASE, Prison};
use onward::store::unlock;
use rusqlite::Connection;

const VERIFY: &str = "--lang en --data store --passphrase-file passphrase verify";

/// The database as somebody reaches it who has the key and not the program.
fn behind_its_back(prison: &Prison, sql: &str) {
    let key = unlock(&prison.path("store"), PASSPHRASE).unwrap().key;
    let db = Connection::open(prison.path("store/onward.db")).unwrap();
    db.execute_batch(&key.pragma()).unwrap();
    db.execute_batch(sql).unwrap();
}

#[test]
fn a_record_is_whole_until_somebody_changes_it() {
    let prison = Prison::with(30);
    let whole = prison.run(VERIFY);
    assert!(whole.code == Some(0) && whole.out.starts_with("The record is whole: "), "{whole:?}");
    let head = whole.out.trim().rsplit(' ').next().unwrap().to_owned();
    let against = prison.run(&format!("{VERIFY} --head {head}"));
    assert!(
        against.code == Some(0) && against.out.contains(&format!("everything that stood behind {head}")),
        "{against:?}"
    );
    assert_eq!(prison.run(&format!("{VERIFY} --head {head}0x")).code, Some(2));

    let cases = [
        ("DELETE FROM mark WHERE person = (SELECT max(person) FROM mark)", "table mark, session "),
        ("UPDATE step SET actor = 'Nobody' WHERE id = 1", "table journal, seq 1. Who, when"),
    ];
    for (change, said) in cases {
        behind_its_back(&prison, change);
        let found = prison.run(VERIFY);
        assert_eq!((found.code, found.out.as_str()), (Some(4), ""), "{found:?}");
        assert!(found.err.contains(said) && found.err.contains("Change nothing"), "{found:?}");
    }
}

#[test]
fn a_record_that_lost_its_end_is_not_that_of_a_printed_head() {
    let prison = Prison::with(30);
    let head = prison.run(VERIFY).out.trim().rsplit(' ').next().unwrap().to_owned();
    let (seq, hash) = head.split_once(':').unwrap();
    let later = format!("{}:{hash}", seq.parse::<i64>().unwrap() + 1);
    let found = prison.run(&format!("{VERIFY} --head {later}"));
    assert!(found.code == Some(4) && found.err.contains("lost its end"), "{found:?}");
}
