//! What is due of pathways: drawn from the facts, moved with them, brought back with an undo, and gone with a person.

use super::audit::audit;
use super::*;
use crate::domain::following::Standing;
use crate::domain::record::{Failure, Reads, Records};
use crate::domain::run::Consent;
use sample::day;

const ANA: PersonId = PersonId(1);

fn ana(release: Option<&str>) -> Entry {
    let person = Person { reference: "0412".into(), given: "Ana".into(), family: "Ek".into(), ..Person::default() };
    Entry::Person { person: ANA, to: Some(Box::new(Person { release: release.map(day), ..person })) }
}

/// Due day, person, run and step of everything that is due this year and the next.
fn due(store: &Store) -> Vec<(String, String, String)> {
    let rows = store.duties(day("2027-12-31"), 99).unwrap();
    rows.into_iter().map(|row| (row.due.to_string(), row.name, row.step.pick(&["en"]).to_owned())).collect()
}

fn one(day: &str, step: &str) -> Vec<(String, String, String)> {
    vec![(day.to_owned(), "Ana Ek".to_owned(), step.to_owned())]
}

/// Records the parts of the letter one by one, and what is due after each.
#[test]
fn what_is_due_follows_the_facts_and_an_undo_brings_it_back() {
    let (home, mut store) = new_store();
    store.record(&[ana(Some("2027-03-01"))], &noon()).unwrap();
    let letter = sample::letter(ANA);
    store.record(&letter[..2], &noon()).unwrap();
    assert_eq!(due(&store), one("2026-11-24", "Written"));
    store.record(&letter[2..3], &noon()).unwrap();
    assert_eq!(due(&store), one("2027-01-04", "Sent"));
    // The release date moves, and what is due with it; without one nothing is due, and nothing forgotten.
    for (release, expected) in [
        (Some("2027-04-01"), one("2027-02-04", "Sent")),
        (None, Vec::new()),
        (Some("2026-12-01"), one("2026-11-12", "Sent")),
    ] {
        store.record(&[ana(release)], &noon()).unwrap();
        assert_eq!(due(&store), expected, "{release:?}");
    }
    store.record(&letter[3..5], &noon()).unwrap();
    assert_eq!(due(&store), one("2026-12-20", "Sent"));
    store.undo(&noon()).unwrap();
    assert_eq!(due(&store), one("2026-11-12", "Sent"));
    store.undo(&noon()).unwrap();
    store.undo(&noon()).unwrap();
    assert_eq!(due(&store), one("2027-02-04", "Sent"));
    let store = reopened(&home, store);
    assert_eq!(due(&store), one("2027-02-04", "Sent"));
    assert_eq!(audit(&store).damage, None);
    // What stands there is what the facts say, and nobody may change it behind their back.
    store.db.execute_batch("UPDATE duty SET due = due + 1").unwrap();
    assert!(audit(&store).damage.is_some());
}

#[test]
fn a_pathway_is_read_as_it_was_pinned_with_everything_recorded_of_it() {
    let (_home, mut store) = new_store();
    store.record(&[ana(None)], &noon()).unwrap();
    assert!(!store.is_pinned(&crate::domain::run::pin(&sample::pathway())).unwrap());
    store.record(&sample::letter(ANA), &noon()).unwrap();
    let followings = store.followings(ANA).unwrap();
    let [following] = &followings[..] else { panic!("{followings:?}") };
    assert_eq!((&*following.pathway, following.taken.len(), following.consents.len()), (&sample::pathway(), 1, 1));
    assert_eq!(following.facts.detained, Some(day("2026-10-01")));
    assert_eq!((following.at_index(), following.snooze.is_some()), (Some(1), true));
    assert!(store.is_pinned(&following.run.pathway).unwrap());
    // A consent is withdrawn: it stops, and nothing is due.
    let (item, consent) = following.consents[0].clone();
    let gone = Consent { withdrawn: Some(day("2026-11-20")), ..consent };
    store.record(&[ana(Some("2027-03-01"))], &noon()).unwrap();
    assert_eq!(due(&store).len(), 1);
    store.record(&[Entry::Consent { person: ANA, item, to: Some(Box::new(gone)) }], &noon()).unwrap();
    assert!(matches!(store.followings(ANA).unwrap()[0].standing(), Standing::Stopped(_)));
    assert_eq!(due(&store), []);
}

/// What somebody else has recorded on top of it stays whole.
#[test]
fn nothing_is_undone_from_under_what_rests_on_it() {
    let (_home, mut store) = new_store();
    let ola = Stamp { actor: "Ola".to_owned(), ..noon() };
    store.record(&[ana(Some("2027-03-01"))], &ola).unwrap();
    let letter = sample::letter(ANA);
    store.record(&letter[..2], &noon()).unwrap();
    store.record(&letter[2..3], &ola).unwrap();
    assert_eq!(store.undo(&noon()), Err(Failure::ChangedSince));
    store.undo(&ola).unwrap();
    store.undo(&noon()).unwrap();
    assert_eq!((store.followings(ANA).unwrap(), due(&store)), (Vec::new(), Vec::new()));
    // The pinned pathway stays, and is not pinned again.
    let pin = crate::domain::run::pin(&sample::pathway());
    assert!(store.is_pinned(&pin).unwrap());
    store.redo(&noon()).unwrap();
    assert_eq!(due(&store), one("2026-11-24", "Written"));
    assert!(matches!(sample::pathway().starting(ANA, "8", true, (day("2026-11-10"), "Kari"))[..], [Entry::Run { .. }]));
}

#[test]
fn whoever_is_erased_takes_their_pathways_along() {
    let (_home, mut store) = new_store();
    store.record(&[ana(Some("2027-03-01"))], &noon()).unwrap();
    store.record(&sample::letter(ANA), &noon()).unwrap();
    let erasure = Erasure { asked_by: "Kari".into(), approved_by: None, why: "retention".into() };
    store.erase(&[(ANA, erasure)], &|number| format!("Erased person {number}"), &noon()).unwrap();
    assert_eq!((store.followings(ANA).unwrap(), due(&store)), (Vec::new(), Vec::new()));
    assert_eq!(audit(&store).damage, None);
    let left: i64 = store.db.query_row("SELECT count(*) FROM fact WHERE person = 1", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}
