//! Kinds of entry without a table of their own, and drafts.

use super::*;
use crate::domain::record::{About, Failure, Reads, Records};

fn apart(one: i64, other: i64, why: Option<&str>) -> Entry {
    keeping_apart(PersonId(one), PersonId(other), why.map(|why| Apart { why: why.to_owned() }))
}

#[test]
fn a_fact_without_a_table_is_read_undone_and_read_again() {
    let (home, mut store) = new_store();
    for (id, given) in [(1, "Ana"), (2, "Li"), (3, "Noor")] {
        store.record(&[somebody(id, &format!("00{id}"), given, "K")], &noon()).unwrap();
    }
    store.record(&[apart(2, 1, Some("one")), apart(3, 2, Some("two"))], &noon()).unwrap();
    let store = &mut reopened(&home, store);
    let about = |store: &Store, about| store.standing("apart", about).unwrap();
    assert_eq!(about(store, About::Person(PersonId(1))), [apart(1, 2, Some("one"))]);
    assert_eq!(about(store, About::Person(PersonId(2))).len(), 2);
    assert_eq!(about(store, About::Everything).len(), 2);
    store.record(&[apart(1, 2, None)], &noon()).unwrap();
    assert_eq!(about(store, About::Everything), [apart(2, 3, Some("two"))]);
    store.undo(&noon()).unwrap();
    assert_eq!(about(store, About::Everything).len(), 2);
}

#[test]
fn a_person_in_a_pair_cannot_be_undone_away() {
    let (_home, mut store) = new_store();
    store.record(&[somebody(1, "001", "Ana", "K")], &noon()).unwrap();
    let ola = Stamp { actor: "Ola".to_owned(), ..noon() };
    store.record(&[apart(1, 2, Some("one"))], &ola).unwrap();
    assert_eq!(store.undo(&noon()), Err(Failure::ChangedSince));
}

#[test]
fn a_draft_is_kept_until_it_is_forgotten_and_is_no_entry() {
    let (home, mut store) = new_store();
    store.keep_draft("note 7", Some("half a sen")).unwrap();
    store.keep_draft("note 7", Some("half a sentence")).unwrap();
    let mut store = reopened(&home, store);
    assert_eq!(store.draft("note 7").unwrap().as_deref(), Some("half a sentence"));
    assert_eq!(store.history(About::Everything, None, 9).unwrap(), []);
    store.keep_draft("note 7", None).unwrap();
    assert_eq!(store.draft("note 7").unwrap(), None);
}
