//! `onward retention`: who was kept long enough is listed, shown before it is erased, and erased; and restoring is an
//! owner's.

use crate::prison::{Answer, Prison};

const STORE: &str = "--lang en --data store --passphrase-file passphrase --as kari";

fn ran(prison: &Prison, line: &str) -> String {
    let Answer { code, out, err } = prison.run(&format!("{STORE} {line}"));
    assert_eq!((code, err.as_str()), (Some(0), ""), "{line}: {out}");
    out
}

/// Ola, who opens the store with a passphrase of their own.
fn add(prison: &Prison, sign_in: &str, role: &str) -> String {
    std::fs::write(prison.path("olas"), "nine green kettles").unwrap();
    ran(prison, &format!("staff add {sign_in} --name {role} --role {role} --new-passphrase-file olas"));
    format!("--lang en --data store --passphrase-file olas --as {sign_in}")
}

#[test]
fn who_was_kept_long_enough_is_shown_and_then_erased_here_and_in_backups() {
    let prison = Prison::with(60);
    assert_eq!(ran(&prison, "retention --format json"), "[]\n");
    ran(&prison, "settings retention-months 1");
    let count = |line: &str| ran(&prison, line).matches("\"until\"").count();
    let due = count("retention --format json");
    assert!(due > 3, "{due}");
    assert!(count("retention --format json --by 2099-01-01") > due);
    let table = ran(&prison, "retention");
    assert_eq!(table.lines().count(), due + 1, "{table}");
    ran(&prison, "backup");
    let shown = ran(&prison, "retention --erase");
    assert!(shown.contains(&format!("{due} go for good, here and in copies (1):")), "{shown}");
    assert!(shown.contains("registers go on counting a number") && shown.contains("--erase --yes"), "{shown}");
    assert_eq!(count("retention --format json"), due);
    assert_eq!(prison.run(&format!("{STORE} retention --erase --by 2099-01-01")).code, Some(2));
    let done = ran(&prison, "retention --erase --yes");
    assert!(done.contains(&format!("Erased for good: {due}.")), "{done}");
    assert_eq!(count("retention --format json"), 0);
    ran(&prison, "verify");
    ran(&prison, "restore --yes");
    assert_eq!(count("retention --format json"), 0, "what was erased does not come back with a backup");
}

#[test]
fn one_proposes_and_another_approves() {
    let prison = Prison::with(40);
    ran(&prison, "settings retention-months 1");
    ran(&prison, "settings erasure-needs-two yes");
    let (coordinator, supervisor) = (add(&prison, "c", "coordinator"), add(&prison, "s", "supervisor"));
    let listed = prison.run(&format!("{coordinator} retention"));
    assert!(listed.code == Some(0) && listed.out.lines().count() > 3, "{listed:?}");
    let refused = prison.run(&format!("{coordinator} settings erasure-needs-two no"));
    assert_eq!(refused.code, Some(3), "{refused:?}");
    let asked = ran(&prison, "retention --erase --yes");
    assert!(asked.contains("somebody else has to approve") && asked.contains("Erased for good: 0."), "{asked}");
    let again = ran(&prison, "retention --erase --yes");
    assert!(again.contains("You asked for these") && again.contains("nothing that you could do"), "{again}");
    let approved = prison.run(&format!("{supervisor} retention --erase --yes"));
    assert!(approved.code == Some(0) && approved.out.contains("until somebody else approves: 0."), "{approved:?}");
    assert_eq!(ran(&prison, "retention --format json"), "[]\n");
    ran(&prison, "verify");
}

#[test]
fn only_an_owner_restores() {
    let prison = Prison::with(5);
    let coordinator = add(&prison, "c", "coordinator");
    ran(&prison, "backup");
    let shown = prison.run(&format!("{coordinator} restore"));
    assert!(shown.code == Some(0) && shown.out.contains("Only an owner, or the recovery code"), "{shown:?}");
    let refused = prison.run(&format!("{coordinator} restore --yes"));
    assert!(refused.code == Some(3) && refused.err.contains("coordinator"), "{refused:?}");
    assert!(!prison.path("store/set-aside").exists());
    ran(&prison, "restore --yes");
    assert!(prison.path("store/set-aside").exists());
}
