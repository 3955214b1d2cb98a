//! Who may put a backup in the store's place: an owner as the register stands now, or the recovery code.

use super::staff::{OLAS, add, enter};
use super::*;
use crate::domain::record::{Failure, Records};
use crate::store::{Backup, Opening, RecoveryCode, open_backup, restore};
use chrono::NaiveDateTime;
use std::ops::ControlFlow;
use std::path::PathBuf;

fn at(second: u32) -> NaiveDateTime {
    sample::day("2026-11-22").and_hms_opt(10, 15, second).unwrap()
}

/// A store of an owner, a coordinator and a supervisor, with a backup, and its recovery code.
fn of_three() -> (TempDir, Store, Backup, RecoveryCode) {
    let home = TempDir::new().unwrap();
    let (mut store, code) =
        Store::create(&home.path().join("desk"), "Kari", PASSPHRASE, CHEAP, &mut counted()).unwrap();
    add(&mut store, "c", Role::Coordinator).unwrap();
    add(&mut store, "s", Role::Supervisor).unwrap();
    let backup = store.back_up(at(0), &mut || ControlFlow::Continue(())).unwrap().unwrap();
    (home, store, backup, code)
}

fn desk(home: &TempDir) -> PathBuf {
    home.path().join("desk")
}

fn refused(opening: &Opening, dir: &Path, backup: &Backup) -> Option<OpenFailure> {
    let before = sum(&std::fs::read(dir.join("onward.db")).unwrap());
    let refused = restore(dir, backup, opening, at(1)).err();
    assert_eq!(sum(&std::fs::read(dir.join("onward.db")).unwrap()) == before, refused.is_some());
    refused
}

#[test]
fn only_an_owner_or_the_recovery_code_restores() {
    let (home, mut store, backup, code) = of_three();
    let dir = desk(&home);
    store.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
    drop(store);
    for (name, role) in [("c", Role::Coordinator), ("s", Role::Supervisor)] {
        let opening = open_backup(&dir, &backup, name, OLAS).unwrap();
        let refused = refused(&opening, &dir, &backup);
        assert!(matches!(refused, Some(OpenFailure::Store(Failure::NotAllowed(of))) if of == role), "{refused:?}");
    }
    assert!(!dir.join("set-aside").exists());
    let by_code = open_backup(&dir, &backup, "", &code.to_string()).unwrap();
    assert!(by_code.may_restore().is_ok());
    let opening = open_backup(&dir, &backup, "kari", PASSPHRASE).unwrap();
    assert!(refused(&opening, &dir, &backup).is_none());
}

#[test]
fn nobody_becomes_again_what_they_were() {
    let (home, mut store, _, _) = of_three();
    let dir = desk(&home);
    store.change_staff("c", |staff| staff.role = Role::Owner, &noon()).unwrap();
    let backup = store.back_up(at(2), &mut || ControlFlow::Continue(())).unwrap().unwrap();
    let mut random = crate::store::system_random;
    let mut cecilie = enter(&dir, "c", OLAS).unwrap();
    cecilie.change_passphrase("c", "ten tall towers", (CHEAP, &mut random), &noon()).unwrap();
    drop(cecilie);
    // An owner who comes with an old passphrase opens the backup's key file alone, and is an owner still.
    let opening = open_backup(&dir, &backup, "c", OLAS).unwrap();
    assert!(opening.by_backup && opening.may_restore().is_ok());
    store.change_staff("c", |staff| staff.role = Role::Coordinator, &noon()).unwrap();
    let opening = open_backup(&dir, &backup, "c", OLAS).unwrap();
    assert!(matches!(opening.may_restore(), Err(OpenFailure::Store(Failure::NotAllowed(Role::Coordinator)))));
    store.revoke_staff("c", &noon()).unwrap();
    let opening = open_backup(&dir, &backup, "c", OLAS).unwrap();
    assert!(matches!(opening.may_restore(), Err(OpenFailure::Revoked)));
    drop(store);
    // Where the store cannot be read, the register of the backup is the last word there is.
    std::fs::write(dir.join("onward.db"), [7; 8192]).unwrap();
    let opening = open_backup(&dir, &backup, "c", OLAS).unwrap();
    assert!(opening.may_restore().is_ok());
    let opening = open_backup(&dir, &backup, "s", OLAS).unwrap();
    assert!(opening.may_restore().is_err());
}
