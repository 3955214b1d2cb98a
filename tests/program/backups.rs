//! Backups from the command line: made, listed, compared, put back; and the way out when a store is damaged.

use crate::prison::{Answer, Prison};
use std::fs;

const STORE: &str = "--lang en --data store --passphrase-file passphrase";

fn ran(prison: &Prison, line: &str) -> String {
    let Answer { code, out, err } = prison.run(&format!("{STORE} {line}"));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{line}: {out}");
    out
}

#[test]
fn a_damaged_store_is_put_back_from_its_backup() {
    let prison = Prison::with(5);
    assert!(ran(&prison, "backup --list").starts_with("There is no backup yet."));
    assert!(ran(&prison, "backup").starts_with("Backed up and read back whole: "));
    let listed = ran(&prison, "backup --list");
    let name = listed.split_whitespace().next().unwrap();
    let people = ran(&prison, "people list");

    fs::write(prison.path("store/onward.db"), [7; 8192]).unwrap();
    assert_eq!(prison.run(&format!("{STORE} people list")).code, Some(4));
    let shown = ran(&prison, "restore");
    assert!(shown.contains("The store now cannot be read: ") && shown.contains("Nothing was changed."), "{shown}");
    assert_eq!(prison.run(&format!("{STORE} people list")).code, Some(4));

    let restored = ran(&prison, &format!("restore {name} --yes"));
    assert!(restored.contains("Restored. What stood there is kept in store/set-aside/"), "{restored}");
    assert_eq!(ran(&prison, "people list"), people);
    let aside = fs::read_dir(prison.path("store/set-aside")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(fs::read(aside.join("onward.db")).unwrap(), [7; 8192]);
}

#[test]
fn what_the_store_has_beyond_the_backup_is_shown_before() {
    let prison = Prison::with(5);
    ran(&prison, "backup");
    fs::write(prison.path("more.csv"), "Reference;Given name;Family name\n9901;Bo;Lindqvist\n").unwrap();
    ran(&prison, "people import more.csv --yes");
    let shown = ran(&prison, "restore");
    assert!(shown.contains("Only the store has: 2 entries by "), "{shown}");
    let other = prison.run(&format!("{STORE} restore 000000001-2020-01-01T000000"));
    assert_eq!(other.code, Some(2));
}
