//! Undo brings back what was before, is recorded itself, and never overwrites what came later.

use super::*;
use crate::domain::attendance::{Code, Mark};
use crate::domain::id::{CourseId, GroupId, SessionId};
use crate::domain::record::{About, Failure, Reads, Records, Turn};
use crate::domain::trace::{Combination, Consultation};

fn mark(code: Code) -> Entry {
    let (group, session, person) = (GroupId(7), SessionId(4), PersonId(1));
    Entry::Mark { group, session, person, to: Some(Box::new(Mark::from(code))) }
}

fn standing(store: &Store) -> Option<Code> {
    let record = store.group(GroupId(7), "en").unwrap().unwrap();
    record.marks.get(&(SessionId(4), PersonId(1))).map(|mark| mark.code)
}

#[test]
fn steps_are_undone_one_after_the_other_and_each_only_once() {
    let (home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    store.record(&[mark(Code::Present)], &noon()).unwrap();
    store.record(&[mark(Code::Ill)], &noon()).unwrap();

    let undone = store.undo(&noon()).unwrap();
    assert_eq!(undone.iter().map(|r| r.entry.clone()).collect::<Vec<_>>(), [mark(Code::Ill)]);
    assert_eq!(standing(&store), Some(Code::Present));
    let mut store = reopened(&home, store);
    store.undo(&noon()).unwrap();
    assert_eq!(standing(&store), None);
    let newest = &store.history(About::Everything, None, 1).unwrap()[0];
    assert!(matches!(newest.turn, Turn::Undo(_)));

    // The first step, everything of the group, leaves the course; then nothing is left to undo.
    assert!(!store.undo(&noon()).unwrap().is_empty());
    assert_eq!(store.group(GroupId(7), "en").unwrap(), None);
    assert_eq!(store.undo(&noon()).unwrap(), []);
}

#[test]
fn a_fact_set_twice_in_one_step_returns_to_its_origin() {
    let (_home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    store.record(&[mark(Code::Court)], &noon()).unwrap();
    store.record(&[mark(Code::Present), mark(Code::Late), mark(Code::Ill)], &noon()).unwrap();
    store.undo(&noon()).unwrap();
    assert_eq!(standing(&store), Some(Code::Court));
}

#[test]
fn what_was_changed_since_is_not_undone() {
    let (_home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    store.record(&[mark(Code::Present)], &noon()).unwrap();
    let ola = Stamp { actor: "Ola".to_owned(), ..noon() };
    store.record(&[mark(Code::Ill)], &ola).unwrap();
    let before = store.history(About::Everything, None, 1).unwrap();
    assert_eq!(store.undo(&noon()), Err(Failure::ChangedSince));
    assert_eq!(standing(&store), Some(Code::Ill));
    assert_eq!(store.history(About::Everything, None, 1).unwrap(), before);
    // Ola takes it back: now Kari's mark stands again and can be undone.
    store.undo(&ola).unwrap();
    store.undo(&noon()).unwrap();
    assert_eq!(standing(&store), None);
}

#[test]
fn nobody_disappears_on_whom_something_rests() {
    let (_home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    store.record(&[somebody(10, "0600", "Eva", "Ny")], &noon()).unwrap();
    let enrolment = sample_group().members[0].enrolment.clone();
    let place = Entry::Enrolment { group: GroupId(7), person: PersonId(10), to: Some(Box::new(enrolment)) };
    let ola = Stamp { actor: "Ola".to_owned(), ..noon() };
    store.record(&[place], &ola).unwrap();
    assert_eq!(store.undo(&noon()), Err(Failure::ChangedSince));
    assert!(store.person(PersonId(10)).unwrap().is_some());

    // The same of a session with a note in it.
    let (group, session) = (GroupId(7), SessionId(9));
    let planned = sample_group().sessions[4].session.clone();
    store.record(&[Entry::Session { group, session, to: Some(Box::new(planned)) }], &noon()).unwrap();
    let note = Entry::SessionNote { group, session, to: Some(Box::new("Bring the forms.".to_owned())) };
    store.record(&[note], &ola).unwrap();
    assert_eq!(store.undo(&noon()), Err(Failure::ChangedSince));
    store.undo(&ola).unwrap();
    assert_eq!(store.undo(&noon()).unwrap().len(), 1);
}

#[test]
fn a_course_that_another_group_runs_stays() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let mut other = record.group.clone();
    other.code = "K-08".to_owned();
    let ola = Stamp { actor: "Ola".to_owned(), ..noon() };
    store.record(&[Entry::Group { group: GroupId(8), to: Some(Box::new(other)) }], &ola).unwrap();
    store.undo(&noon()).unwrap();
    assert_eq!(store.group(GroupId(7), "en").unwrap(), None);
    assert!(store.group(GroupId(8), "en").unwrap().is_some());
}

#[test]
fn settings_and_courses_are_not_what_undo_means() {
    let (_home, mut store) = new_store();
    let language = Entry::Setting { item: "language".to_owned(), to: Some(Box::new("nb".to_owned())) };
    let course = Entry::Course { course: CourseId(1), to: Some(Box::new(sample::course())) };
    store.record(&[somebody(10, "0600", "Eva", "Ny")], &noon()).unwrap();
    store.record(&[course], &noon()).unwrap();
    store.record(&[language], &noon()).unwrap();
    let undoable = store.undoable("Kari").unwrap();
    assert_eq!(undoable.iter().map(|r| r.entry.kind()).collect::<Vec<_>>(), ["person"]);
    store.undo(&noon()).unwrap();
    assert_eq!(store.setting("language").unwrap().as_deref(), Some("nb"));
    assert!(store.undoable("Kari").unwrap().is_empty());
    assert!(store.undoable("Ola").unwrap().is_empty());
}

fn turns(store: &Store, limit: usize) -> Vec<Turn> {
    store.history(About::Everything, None, limit).unwrap().into_iter().map(|recorded| recorded.turn).collect()
}

#[test]
fn an_undo_is_taken_back_until_something_new_is_recorded() {
    let (home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    let codes = [Code::Present, Code::Late, Code::Ill];
    for code in codes {
        store.record(&[mark(code)], &noon()).unwrap();
    }
    assert_eq!(store.redo(&noon()).unwrap(), []);
    for _ in codes {
        store.undo(&noon()).unwrap();
    }
    assert_eq!(standing(&store), None);
    // Across a restart, one after the other, in the order in which they were recorded.
    let mut store = reopened(&home, store);
    for code in codes {
        let redone = store.redo(&noon()).unwrap();
        assert_eq!(redone.into_iter().map(|step| step.turned().entry).collect::<Vec<_>>(), [mark(code)]);
        assert_eq!(standing(&store), Some(code));
    }
    assert_eq!(store.redo(&noon()).unwrap(), []);
    // A redo is undone like everything else, and redone again.
    store.undo(&noon()).unwrap();
    store.undo(&noon()).unwrap();
    assert_eq!(standing(&store), Some(Code::Present));
    store.redo(&noon()).unwrap();
    assert_eq!(standing(&store), Some(Code::Late));
    assert!(matches!(turns(&store, 3)[..], [Turn::Redo(_), Turn::Undo(_), Turn::Undo(_)]), "{:?}", turns(&store, 3));
    // Something new: what was undone before it is past.
    store.record(&[mark(Code::Court)], &noon()).unwrap();
    assert_eq!(store.redo(&noon()).unwrap(), []);
    store.undo(&noon()).unwrap();
    assert_eq!(standing(&store), Some(Code::Late));
}

#[test]
fn fifty_steps_there_and_back_across_restarts() {
    let (home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    let codes: Vec<Code> = (0..60).map(|n| crate::domain::attendance::TABLE[n % 13].code).collect();
    for code in &codes {
        store.record(&[mark(*code)], &noon()).unwrap();
    }
    for n in (0..codes.len()).rev() {
        store.undo(&noon()).unwrap();
        assert_eq!(standing(&store), n.checked_sub(1).map(|before| codes[before]));
        if n % 20 == 0 {
            store = reopened(&home, store);
        }
    }
    for (n, code) in codes.iter().enumerate() {
        store.redo(&noon()).unwrap();
        assert_eq!(standing(&store), Some(*code), "{n}");
        if n % 20 == 7 {
            store = reopened(&home, store);
        }
    }
    assert!(store.redoable("Kari").unwrap().is_empty());
}

#[test]
fn each_undoes_and_redoes_their_own() {
    let (_home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    let ola = Stamp { actor: "Ola".to_owned(), ..noon() };
    let note = |text: &str| Entry::SessionNote {
        group: GroupId(7),
        session: SessionId(4),
        to: Some(Box::new(text.to_owned())),
    };
    store.record(&[mark(Code::Ill)], &noon()).unwrap();
    store.record(&[note("by Ola")], &ola).unwrap();
    store.undo(&noon()).unwrap();
    // What Ola records is not new to Kari; what Ola can redo is nothing.
    store.record(&[note("by Ola again")], &ola).unwrap();
    assert!(store.redoable("Ola").unwrap().is_empty());
    assert_eq!(store.redoable("Kari").unwrap().len(), 1);
    // Ola marks meanwhile: Kari's redo would overwrite it.
    store.record(&[mark(Code::Court)], &ola).unwrap();
    let before = turns(&store, 1);
    assert_eq!(store.redo(&noon()), Err(Failure::ChangedSince));
    assert_eq!((standing(&store), turns(&store, 1)), (Some(Code::Court), before));
    store.undo(&ola).unwrap();
    store.redo(&noon()).unwrap();
    assert_eq!(standing(&store), Some(Code::Ill));
    store.redo(&ola).unwrap_err();
}

#[test]
fn a_trace_is_never_taken_back_and_stands_in_no_way() {
    let (_home, mut store) = new_store();
    let import = vec![
        somebody(10, "0600", "Eva", "Ny"),
        Entry::Combination {
            item: "1".to_owned(),
            to: Some(Box::new(Combination { source: "people.csv".to_owned(), added: 1, changed: 0 })),
        },
    ];
    store.record(&import, &noon()).unwrap();
    store.record(&[Consultation::of(PersonId(10))], &noon()).unwrap();
    let undone = store.undo(&noon()).unwrap();
    assert_eq!(undone.iter().map(|recorded| recorded.entry.kind()).collect::<Vec<_>>(), ["person", "combination"]);
    assert_eq!(store.person(PersonId(10)).unwrap(), None);
    // Looking is nothing new: what was undone can still come back.
    store.record(&[Consultation::of(PersonId(10))], &noon()).unwrap();
    store.redo(&noon()).unwrap();
    assert!(store.person(PersonId(10)).unwrap().is_some());
    let kinds = |about| -> Vec<_> {
        store.history(about, None, 9).unwrap().into_iter().map(|recorded| recorded.entry.kind()).collect()
    };
    let about_them = ["person", "consultation", "person", "consultation", "person"];
    assert_eq!(kinds(About::Person(PersonId(10))), about_them);
    assert_eq!(kinds(About::Everything).iter().filter(|kind| **kind == "combination").count(), 1);
}
