//! Kinds of entry without a table of their own, and drafts.

use super::*;
use crate::domain::attendance::{Back, Code, Mark};
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
fn a_mark_that_says_more_than_its_columns_is_read_whole_and_exported_with_its_sum() {
    let (home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let (group, session, person) = (record.id, record.sessions[1].id, record.members[0].id);
    let back = Some(Back { from: Code::LeftEarly, minutes: 7 });
    let late = Mark { minutes: Some(5), back, ..Mark::from(Code::Late) };
    let left = Mark { minutes: Some(20), late: Some(5), left: Some(50), ..Mark::from(Code::LeftEarly) };
    for mark in [&late, &left] {
        let to = Some(Box::new(mark.clone()));
        store.record(&[Entry::Mark { group, session, person, to }], &noon()).unwrap();
    }
    let mut store = reopened(&home, store);
    let read = |store: &Store| store.group(group, "en").unwrap().unwrap().marks.get(&(session, person)).cloned();
    assert_eq!(read(&store), Some(left));
    let mut missed = Vec::new();
    let reference = record.members[0].person.reference.as_str();
    let visit = &mut |line: &crate::domain::record::MarkLine| {
        missed.extend(line.minutes.filter(|_| line.reference == reference && line.session == "2"));
        std::ops::ControlFlow::Continue(())
    };
    store.each_mark(Some(group), visit).unwrap();
    assert_eq!(missed, [25]);
    store.undo(&noon()).unwrap();
    assert_eq!(read(&store), Some(late));
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

#[test]
fn a_guest_is_exported_as_one_and_leaned_on_by_the_mark() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let (group, session) = (record.id, record.sessions[1].id);
    let invited = record.inviting(session, PersonId(9), None).unwrap();
    store.record(std::slice::from_ref(&invited), &noon()).unwrap();
    let ola = Stamp { actor: "Ola".to_owned(), ..noon() };
    let to = Some(Box::new(Mark::from(Code::Present)));
    store.record(&[Entry::Mark { group, session, person: PersonId(9), to }], &ola).unwrap();
    let guests = |store: &Store| {
        let mut found = Vec::new();
        let visit = &mut |line: &crate::domain::record::MarkLine| {
            found.extend(line.is_guest.then(|| (line.session.to_owned(), line.reference.to_owned())));
            std::ops::ControlFlow::Continue(())
        };
        store.each_mark(None, visit).unwrap();
        found
    };
    assert_eq!(guests(&store), [("2".to_owned(), "0700".to_owned())]);
    // Ola's mark rests on Kari's guest.
    assert_eq!(store.undo(&noon()), Err(Failure::ChangedSince));
    store.undo(&ola).unwrap();
    assert_eq!(store.undo(&noon()).unwrap().len(), 1);
    assert_eq!(guests(&store), []);
}
