//! The staff: slots come, change and go without a page of the database being written anew; a role is what the
//! record says, not what the key file says; and what it may not do is refused by the record.

use super::*;
use crate::domain::entry::{Entry, Keys};
use crate::domain::id::{CourseId, SessionId};
use crate::domain::record::{About, Failure, Reads, Records};
use crate::domain::setting::{DESK_NAME, ERASURE_NEEDS_TWO, RETENTION_MONTHS};
use crate::domain::staff::{LOCK_AFTER, Role, Who};
use crate::store::{NewStaff, Secret, StaffFailure, knock, needs_name, unlock_as};
use chrono::Duration;
use std::fs;

pub(super) const OLAS: &str = "nine green kettles";

pub(super) fn add(store: &mut Store, sign_in: &str, role: Role) -> Result<(), StaffFailure> {
    let new = NewStaff { name: format!("{sign_in} Nordmann"), sign_in: sign_in.to_owned(), role };
    let mut random = crate::store::system_random;
    store.add_staff(new, OLAS, (CHEAP, &mut random), &noon())
}

pub(super) fn enter(dir: &Path, sign_in: &str, secret: &str) -> Result<Store, OpenFailure> {
    Store::open(dir, &unlock_as(dir, sign_in, secret)?)
}

#[test]
fn several_people_have_keys_of_their_own_to_one_store() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    assert_eq!(store.who(), &Who::alone("Kari"));
    assert!(!needs_name(&dir).unwrap());
    add(&mut store, "ON", Role::Supervisor).unwrap();
    assert!(needs_name(&dir).unwrap());

    let ola = enter(&dir, " on ", OLAS).unwrap();
    assert_eq!((ola.who().name.as_str(), ola.who().role), ("ON Nordmann", Role::Supervisor));
    let kari = enter(&dir, "kari", PASSPHRASE).unwrap();
    assert_eq!((kari.who().name.as_str(), kari.who().role), ("Kari", Role::Owner));
    assert!(kari.key() == ola.key());
    for (sign_in, secret) in [("on", PASSPHRASE), ("kari", OLAS), ("nobody", OLAS)] {
        assert!(matches!(enter(&dir, sign_in, secret), Err(OpenFailure::WrongSecret)), "{sign_in}");
    }
    assert!(matches!(enter(&dir, "", OLAS), Err(OpenFailure::WhoNeeded)));

    // Names are for one, and a store is never without an owner; trainers have no key.
    assert!(matches!(add(&mut store, "on", Role::Owner), Err(StaffFailure::Taken(_))));
    assert!(matches!(store.revoke_staff("kari", &noon()), Err(StaffFailure::LastOwner)));
    assert!(matches!(store.revoke_staff("nobody", &noon()), Err(StaffFailure::Nobody(_))));
    let demoted = store.change_staff("kari", |staff| staff.role = Role::Coordinator, &noon());
    assert!(matches!(demoted, Err(StaffFailure::LastOwner)));
    assert!(matches!(add(&mut store, "tr", Role::Trainer), Err(StaffFailure::NoKey)));
}

#[test]
fn what_is_changed_or_revoked_holds_even_against_an_old_key_file() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    let key_file = dir.join("onward.key");
    add(&mut store, "on", Role::Coordinator).unwrap();
    let as_coordinator = fs::read(&key_file).unwrap();
    let mut open_meanwhile = enter(&dir, "on", OLAS).unwrap();

    store.change_staff("on", |staff| staff.role = Role::Supervisor, &noon()).unwrap();
    // Where a desk is open the new role holds at once.
    let refused = open_meanwhile.record(&[somebody(1, "0412", "Ana", "P")], &noon());
    assert_eq!(refused, Err(Failure::NotAllowed(Role::Supervisor)));
    fs::write(&key_file, &as_coordinator).unwrap();
    assert_eq!(enter(&dir, "on", OLAS).unwrap().who().role, Role::Supervisor);

    // One's own passphrase is changed in any role; the old one is out of force, whatever file holds it.
    let mut random = crate::store::system_random;
    open_meanwhile.change_passphrase("on", "ten tall towers", (CHEAP, &mut random), &noon()).unwrap();
    assert!(matches!(enter(&dir, "on", OLAS), Err(OpenFailure::WrongSecret)));
    let changed = fs::read(&key_file).unwrap();
    fs::write(&key_file, &as_coordinator).unwrap();
    assert!(matches!(enter(&dir, "on", OLAS), Err(OpenFailure::Revoked)));
    fs::write(&key_file, &changed).unwrap();
    assert!(enter(&dir, "on", "ten tall towers").is_ok());
    let others = open_meanwhile.change_passphrase("kari", "ten tall towers", (CHEAP, &mut random), &noon());
    assert!(matches!(others, Err(StaffFailure::Open(OpenFailure::Store(Failure::NotAllowed(_))))), "{others:?}");

    store.revoke_staff("on", &noon()).unwrap();
    assert!(matches!(enter(&dir, "on", "ten tall towers"), Err(OpenFailure::WrongSecret)));
    fs::write(&key_file, &changed).unwrap();
    assert!(matches!(enter(&dir, "on", "ten tall towers"), Err(OpenFailure::Revoked)));
    assert!(open_meanwhile.record(&[], &noon()).is_err(), "and where a desk is open it records nothing more");
    assert!(enter(&dir, "kari", PASSPHRASE).is_ok());
}

#[test]
fn the_recovery_code_is_a_slot_that_can_be_renewed() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("desk");
    let mut random = counted();
    let (mut store, first) = Store::create(&dir, "Kari", PASSPHRASE, CHEAP, &mut random).unwrap();
    add(&mut store, "on", Role::Coordinator).unwrap();
    let second = store.renew_recovery((CHEAP, &mut random), &noon()).unwrap();
    assert!(matches!(enter(&dir, "kari", &first.to_string()), Err(OpenFailure::WrongSecret)));
    // It says by itself whose it is.
    let unlocked = unlock(&dir, &second.to_string()).unwrap();
    assert_eq!(unlocked.by, Secret::Recovery);
    assert_eq!(Store::open(&dir, &unlocked).unwrap().who().role, Role::Owner);
    let mut ola = enter(&dir, "on", OLAS).unwrap();
    assert!(ola.renew_recovery((CHEAP, &mut random), &noon()).is_err());
}

#[test]
fn no_editor_raises_a_role_or_passes_a_slot_on() {
    let (home, mut store) = new_store();
    let dir = home.path().join("desk");
    let key_file = dir.join("onward.key");
    add(&mut store, "on", Role::Supervisor).unwrap();
    let good = fs::read_to_string(&key_file).unwrap();
    assert!(!good.contains("supervisor") && !good.contains("owner") && !good.contains("Nordmann"), "{good}");
    for (from, to) in [("\"on\"", "\"Kari\""), ("\"passphrase\"", "\"recovery\""), ("\"passes\": 1", "\"passes\": 2")] {
        fs::write(&key_file, good.replace(from, to)).unwrap();
        assert!(enter(&dir, "on", OLAS).is_err() && enter(&dir, "kari", OLAS).is_err(), "{from} to {to}");
    }
    // The number of a slot is its salt: written in capitals it is the same, and its holder what they were.
    let salts: Vec<&str> = good.lines().filter(|line| line.contains("\"salt\"")).collect();
    let last = salts.last().unwrap();
    fs::write(&key_file, good.replace(last, &last.to_uppercase().replace("SALT", "salt"))).unwrap();
    assert_eq!(enter(&dir, "on", OLAS).unwrap().who().role, Role::Supervisor);
    fs::write(&key_file, &good).unwrap();
    assert!(enter(&dir, "on", OLAS).is_ok());
}

#[test]
fn a_store_of_one_person_made_before_there_was_a_register_is_theirs() {
    let (home, store) = new_store();
    drop(store);
    let dir = home.path().join("desk");
    let key_file = dir.join("onward.key");
    let old = fs::read_to_string(&key_file).unwrap().replace("\"version\": 2", "\"version\": 1");
    fs::write(&key_file, &old).unwrap();
    fs::remove_file(dir.join("onward.tries")).unwrap();
    let unlocked = knock(&dir, "", PASSPHRASE, noon().at).unwrap();
    assert!(fs::read_to_string(&key_file).unwrap().contains("\"version\": 2"));
    let mut store = Store::open(&dir, &unlocked).unwrap();
    assert_eq!(store.who(), &Who::alone("Kari"));
    add(&mut store, "on", Role::Owner).unwrap();
    assert_eq!(enter(&dir, "kari", PASSPHRASE).unwrap().who().role, Role::Owner);
    // What an older program would not understand it must not open: it knows no register.
    assert!(fs::read_to_string(&key_file).unwrap().contains("\"version\": 2"));
}

#[test]
fn wrong_passphrases_slow_down_across_restarts() {
    let (home, store) = new_store();
    drop(store);
    let dir = home.path().join("desk");
    let at = |seconds| noon().at + Duration::seconds(seconds);
    let wrong = |seconds| knock(&dir, "", "wrong", at(seconds)).unwrap_err();
    for _ in 0..2 {
        assert!(matches!(wrong(0), OpenFailure::WrongSecret));
    }
    assert!(matches!(wrong(0), OpenFailure::TooSoon { seconds: 1 }));
    assert!(matches!(wrong(1), OpenFailure::WrongSecret));
    // Not even the right one is tried before its time, and removing the count does not shorten it.
    assert!(matches!(knock(&dir, "", PASSPHRASE, at(2)).unwrap_err(), OpenFailure::TooSoon { seconds: 1 }));
    fs::remove_file(dir.join("onward.tries")).unwrap();
    assert!(matches!(knock(&dir, "", PASSPHRASE, at(3)).unwrap_err(), OpenFailure::TooSoon { seconds: 30 }));
    assert!(knock(&dir, "", PASSPHRASE, at(33)).is_ok());
    assert!(knock(&dir, "", PASSPHRASE, at(33)).is_ok(), "and then it is forgotten");
}

/// Which roles may record which kind: owner, coordinator, supervisor, trainer. A new kind has no line here yet.
const MAY: &[(&str, &str)] = &[
    ("person", "oc"),
    ("exception", "oc"),
    ("course", "oc"),
    ("group", "oc"),
    ("session", "oc"),
    ("enrolment", "oc"),
    ("guest", "oc"),
    ("mark", "oc"),
    ("outcome", "oc"),
    ("agenda", "oc"),
    ("pause", "oc"),
    ("delivery", "oc"),
    ("session-note", "oc"),
    ("person-note", "oc"),
    ("rating", "oc"),
    ("apart", "oc"),
    ("left-aside", "oc"),
    ("appointment", "oc"),
    ("pathway", "oc"),
    ("run", "oc"),
    ("step", "oc"),
    ("consent", "oc"),
    ("snooze", "oc"),
    ("detention", "oc"),
    ("need", "oc"),
    ("goal", "oc"),
    ("action", "oc"),
    ("plan-branch", "oc"),
    ("plan-part", "oc"),
    ("partner", "oc"),
    ("remedy", "ocs"),
    ("group-remedy", "ocs"),
    ("training", "ocs"),
    ("contact", "ocs"),
    ("concern", "ocs"),
    ("confined", "ocs"),
    ("staff", "o"),
    ("setting", "oc"),
    ("consultation", "ocs"),
    ("released", "ocs"),
    ("disclosure", "ocs"),
    ("group-disclosure", "ocs"),
    ("person-disclosure", "ocs"),
    ("erasure-request", "ocs"),
    ("erasure", "ocs"),
    ("combination", "oc"),
];

#[test]
fn each_role_records_what_is_its_own_and_nothing_else() {
    let keys = |item: &str| Keys {
        person: Some(PersonId(1)),
        group: Some(GroupId(2)),
        session: Some(SessionId(3)),
        course: Some(CourseId(4)),
        item: Some(item.to_owned()),
    };
    let mut kinds: Vec<(&str, Keys, &str)> = Entry::KINDS
        .iter()
        .map(|kind| {
            let may = MAY.iter().find(|(named, _)| named == kind);
            let (_, may) = may.unwrap_or_else(|| panic!("who may record {kind}?"));
            (*kind, keys("x"), *may)
        })
        .collect();
    kinds.push(("setting", keys("language"), "ocst"));
    for rule in [LOCK_AFTER, DESK_NAME, ERASURE_NEEDS_TWO, RETENTION_MONTHS] {
        kinds.push(("setting", keys(rule), "o"));
    }

    let (home, mut owner) = new_store();
    let dir = home.path().join("desk");
    add(&mut owner, "c", Role::Coordinator).unwrap();
    add(&mut owner, "s", Role::Supervisor).unwrap();
    let coordinator = enter(&dir, "c", OLAS).unwrap();
    let supervisor = enter(&dir, "s", OLAS).unwrap();
    let trainer = Store::for_trainers().unwrap();
    for (letter, mut store) in [('o', owner), ('c', coordinator), ('s', supervisor), ('t', trainer)] {
        for (kind, keys, may) in &kinds {
            // Set to nothing: no kind needs a value of its own for being refused, or taken.
            let entry = Entry::from_parts(kind, keys.clone(), None).unwrap().unwrap();
            let before = store.history(About::Everything, None, 1_000).unwrap().len();
            let refused = matches!(store.record(&[entry], &noon()), Err(Failure::NotAllowed(_)));
            assert_eq!(refused, !may.contains(letter), "{letter} {kind} {:?}", keys.item);
            let after = store.history(About::Everything, None, 1_000).unwrap().len();
            assert!(after == before || !refused);
        }
    }
}

#[test]
fn what_was_recorded_in_another_role_is_not_undone_in_this_one() {
    let (home, mut owner) = new_store();
    let dir = home.path().join("desk");
    add(&mut owner, "on", Role::Coordinator).unwrap();
    let mut ola = enter(&dir, "on", OLAS).unwrap();
    let stamp = Stamp { actor: ola.who().name.clone(), ..noon() };
    ola.record(&[somebody(1, "0412", "Ana", "P")], &stamp).unwrap();
    owner.change_staff("on", |staff| staff.role = Role::Supervisor, &noon()).unwrap();
    assert_eq!(ola.undo(&stamp), Err(Failure::NotAllowed(Role::Supervisor)));
    assert!(ola.person(PersonId(1)).unwrap().is_some());
    // And nothing undoes who works here.
    assert_eq!(owner.undoable("Kari").unwrap(), []);
}
