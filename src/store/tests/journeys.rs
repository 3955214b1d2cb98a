//! What is recorded is there again when the store is opened again.

use super::*;
use crate::domain::attendance::{Code, Mark};
use crate::domain::id::{CourseId, GroupId, SessionId};
use crate::domain::record::{About, Failure, GroupsQuery, PeopleQuery, Reads, Records, Window};
use crate::domain::sample::day;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

#[test]
fn every_kind_of_entry_is_there_again() {
    let (home, mut store) = new_store();
    let record = sample_group();
    let mut entries = entries(&record);
    entries.push(Entry::Setting { item: "language".to_owned(), to: Some(Box::new("nb".to_owned())) });
    entries.extend(kept(&record));
    entries.extend(traces(&record));
    let kinds: BTreeSet<_> = entries.iter().map(Entry::kind).collect();
    assert_eq!(kinds, Entry::KINDS.iter().copied().collect());

    let step = store.record(&entries, &noon()).unwrap();
    let store = reopened(&home, store);

    assert_eq!(store.group(record.id, "en").unwrap(), Some(record.clone()));
    assert_eq!(store.course(CourseId(1)).unwrap(), Some((*record.course).clone()));
    assert_eq!(store.pinned(&record.course).unwrap(), Some(CourseId(1)));
    assert_eq!(store.person(PersonId(1)).unwrap().unwrap().family, "Petrović");
    assert_eq!(store.person_by_reference("K-9").unwrap(), Some(PersonId(3)));
    assert_eq!(store.setting("language").unwrap().as_deref(), Some("nb"));
    assert_eq!(store.exceptions_for(&record.course.programme).unwrap().len(), 1);
    for entry in kept(&record) {
        assert_eq!(store.standing(entry.kind(), About::Everything).unwrap(), [entry]);
    }
    let history = store.history(About::Everything, None, 1_000).unwrap();
    // No history says that there is anything restricted.
    entries.retain(|entry| !entry.is_restricted());
    assert_eq!(history.iter().rev().map(|r| r.entry.clone()).collect::<Vec<_>>(), entries);
    assert!(history.iter().all(|r| r.step == step && r.stamp == noon() && r.before.value().unwrap().is_none()));
}

#[test]
fn every_kind_of_entry_can_be_taken_back_to_nothing() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    let mut entries = entries(&record);
    entries.extend(kept(&record));
    store.record(&entries, &noon()).unwrap();
    entries.reverse();
    let nothing: Vec<_> = entries.iter().map(|e| e.restoring(None).unwrap().unwrap()).collect();
    store.record(&nothing, &noon()).unwrap();
    entries.retain(|entry| !entry.is_restricted());
    let history = store.history(About::Everything, None, entries.len()).unwrap();
    assert_eq!(history.iter().rev().map(|r| r.before.clone()).collect::<Vec<_>>(), entries);
    for table in ["person", "person_facts", "find", "exception", "course", "course_plan", "grp", "session", "enrolment"]
        .into_iter()
        .chain([
            "mark",
            "outcome",
            "delivery",
            "session_note",
            "person_note",
            "rating",
            "setting",
            "watch",
            "fact",
            "spell",
        ])
    {
        let rows: i64 = store.db.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}

#[test]
fn the_first_screen_reads_what_was_recorded() {
    let (_home, mut store) = new_store();
    assert!(store.is_empty().unwrap());
    store.record(&entries(&sample_group()), &noon()).unwrap();
    assert!(!store.is_empty().unwrap());

    // Session 4 still runs since the 20th; session 5 is on the 24th.
    let rows = store.sessions_on(day("2026-11-24")).unwrap();
    let seen: Vec<_> = rows.iter().map(|r| (r.session.number(), r.of, r.people, r.marked)).collect();
    assert_eq!(seen, [(4, 5, 2, 1), (5, 5, 2, 0)]);
    assert_eq!((rows[1].group_code.as_str(), rows[1].plan_title.pick(&["nb"])), ("K-07", "Neste steg"));
    let first = store.sessions_on(day("2026-11-10")).unwrap();
    assert_eq!((first[0].people, first[0].marked), (3, 3));
    let next = store.sessions_after(day("2026-11-20"), 5).unwrap();
    assert_eq!(next.iter().map(|r| r.session.number()).collect::<Vec<_>>(), [5]);
    assert!(store.sessions_after(day("2026-11-24"), 5).unwrap().is_empty());

    let watch = store.release_watch(day("2026-11-20"), 5).unwrap();
    let seen: Vec<_> = watch.iter().map(|w| (w.name.as_str(), w.release, w.missed.clone())).collect();
    assert_eq!(seen, [("Yusuf Al-Amin", day("2026-11-24"), vec![("5".to_owned(), day("2026-11-24"))])]);
    assert_eq!(watch[0].essential, ["5"]);
    assert!(store.release_watch(day("2026-11-25"), 5).unwrap().is_empty());
}

#[test]
fn what_somebody_forgot_is_remembered_for_a_while() {
    let (_home, mut store) = new_store();
    let mut record = sample_group();
    // Both marks of the first two sessions, but Li's of the second.
    record.sessions[3].session.state = crate::domain::group::SessionState::Planned;
    store.record(&entries(&record), &noon()).unwrap();
    let forgotten = |today, limit| {
        let rows = store.sessions_forgotten(day(today), limit).unwrap();
        rows.iter().map(|f| (f.session.session.number(), f.session.people, f.session.marked)).collect::<Vec<_>>()
    };
    assert_eq!(forgotten("2026-11-11", 5), []);
    assert_eq!(forgotten("2026-11-13", 5), [(2, 3, 2)]);
    // A cancelled one is not, nor is one of today; a planned one is for ever.
    assert_eq!(forgotten("2026-11-20", 5), [(2, 3, 2)]);
    assert_eq!(forgotten("2026-11-21", 5), [(4, 2, 1), (2, 3, 2)]);
    assert_eq!(forgotten("2026-11-21", 1), [(4, 2, 1)]);
    assert_eq!(forgotten("2027-06-01", 5), [(5, 2, 0), (4, 2, 1)]);
}

#[test]
fn the_watch_follows_every_fact_that_it_rests_on() {
    let record = sample_group();
    let yusuf = record.members.iter().find(|m| m.person.given == "Yusuf").unwrap().clone();
    let mut released_later = yusuf.person.clone();
    released_later.release = Some(day("2026-11-25"));
    let mut finished = record.group.clone();
    finished.finished = Some(day("2026-11-24"));
    let mut cancelled = record.sessions[4].session.clone();
    cancelled.state = crate::domain::group::SessionState::Cancelled { why: "holiday".to_owned() };
    let mut earlier = record.sessions[4].session.clone();
    earlier.date = day("2026-11-23");
    let (group, person, session) = (record.id, yusuf.id, record.sessions[4].id);
    for change in [
        Entry::Person { person, to: Some(Box::new(released_later)) },
        Entry::Group { group, to: Some(Box::new(finished)) },
        Entry::Session { group, session, to: Some(Box::new(cancelled)) },
        Entry::Session { group, session, to: Some(Box::new(earlier)) },
        Entry::Enrolment { group, person, to: None },
    ] {
        let (_home, mut store) = new_store();
        store.record(&entries(&record), &noon()).unwrap();
        assert_eq!(store.release_watch(day("2026-11-20"), 5).unwrap().len(), 1);
        store.record(std::slice::from_ref(&change), &noon()).unwrap();
        assert!(store.release_watch(day("2026-11-20"), 5).unwrap().is_empty(), "{change:?}");
        store.undo(&noon()).unwrap();
        assert_eq!(store.release_watch(day("2026-11-20"), 5).unwrap().len(), 1, "{change:?}");
    }
}

#[test]
fn a_group_in_the_list_and_in_its_members_histories() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let rows = store.groups(&GroupsQuery::default(), &Window::Start, 10).unwrap();
    let row = &rows[0].value;
    assert_eq!((row.people, row.sessions, row.held, row.cancelled), (2, 5, 3, 1));
    assert_eq!((row.next, &row.title), (Some(day("2026-11-24")), &record.course.title));
    assert_eq!(store.group_by_code("K-07").unwrap(), Some(GroupId(7)));
    assert_eq!(store.placed().unwrap().into_keys().collect::<Vec<_>>(), [PersonId(1), PersonId(2), PersonId(4)]);
    // As the register has it: three sessions held, one cancelled.
    let register = crate::domain::figures::Register::of(&record);
    for row in &register.rows {
        let membership = &store.memberships(row.person).unwrap()[0];
        assert_eq!((membership.attended, membership.held), (row.tally.attended(), row.held), "{row:?}");
    }
}

#[test]
fn the_register_in_long_form() {
    let (_home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    let lines = |group| {
        let mut lines = Vec::new();
        store
            .each_mark(group, &mut |line| {
                lines.push(format!("{} {} {} {}", line.session, line.reference, line.code, line.note));
                ControlFlow::Continue(())
            })
            .unwrap();
        lines
    };
    let all = [
        "1 0077 ill flu",
        "1 0412 present ",
        "1 K-9 refused ",
        "2 0077 present ",
        "2 0412 late came from court; tired",
        "4 0077 not-unlocked ",
    ];
    assert_eq!(lines(None), all);
    // Of one group also those who are expected and not recorded: K-9 at session 2, 0412 at session 4.
    let mut of_one = all.to_vec();
    of_one.insert(5, "2 K-9  ");
    of_one.push("4 0412  ");
    assert_eq!(lines(Some(GroupId(7))), of_one);
}

#[test]
fn a_visit_ends_when_the_visitor_says_so() {
    let (_home, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    let (mut people, mut marks) = (0, 0);
    store
        .each_person(&PeopleQuery::default(), &mut |_| {
            people += 1;
            ControlFlow::Break(())
        })
        .unwrap();
    store
        .each_mark(None, &mut |_| {
            marks += 1;
            ControlFlow::Break(())
        })
        .unwrap();
    assert_eq!((people, marks), (1, 1));
}

#[test]
fn what_is_taken_is_refused_and_nothing_is_written() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let twin = Entry::Group { group: GroupId(8), to: Some(Box::new(record.group.clone())) };
    let new = somebody(10, "0600", "Eva", "Ny");
    let failed = store.record(&[new.clone(), twin], &noon());
    assert_eq!(failed, Err(Failure::Taken("K-07".to_owned())));
    let failed = store.record(&[new, somebody(11, "0412", "Eva", "Ny")], &noon());
    assert_eq!(failed, Err(Failure::Taken("0412".to_owned())));
    assert_eq!(store.person(PersonId(10)).unwrap(), None);
    assert_eq!(store.history(About::Person(PersonId(10)), None, 5).unwrap(), []);
}

#[test]
fn two_desks_on_one_store_lose_nothing() {
    let (home, store) = new_store();
    let dir = home.path().join("desk");
    let unlocked = unlock(&dir, PASSPHRASE).unwrap();
    let desk = |number: i64| {
        let mut store = Store::open(&dir, &unlocked).unwrap();
        for n in 0..40 {
            let id = number * 1_000 + n;
            store.record(&[somebody(id, &id.to_string(), "Eva", "Ny")], &noon()).unwrap();
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| desk(1));
        scope.spawn(|| desk(2));
    });
    let history = store.history(About::Everything, None, 1_000).unwrap();
    assert_eq!(history.len(), 80);
    assert!(history.windows(2).all(|pair| pair[0].seq == pair[1].seq + 1));
    let people = store.people(&PeopleQuery::default(), &Window::Start, 1_000).unwrap();
    assert_eq!(people.len(), 80);
}

#[test]
fn a_course_is_read_again_once_anybody_changed_it() {
    let (home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let title = |store: &Store| store.group(GroupId(7), "en").unwrap().unwrap().course.title.clone();
    let retitled = |title: &str| {
        let course = crate::domain::programme::Course { title: title.into(), ..(*record.course).clone() };
        [Entry::Course { course: CourseId(1), to: Some(Box::new(course)) }]
    };
    assert_eq!(title(&store), record.course.title);
    store.record(&retitled("Here"), &noon()).unwrap();
    assert_eq!(title(&store), "Here".into());
    let mut other = open(&home.path().join("desk")).unwrap();
    other.record(&retitled("There"), &noon()).unwrap();
    assert_eq!(title(&store), "There".into());
}

#[test]
fn history_is_newest_first_by_person_and_group_and_page() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let (group, session, person) = (record.id, SessionId(4), PersonId(1));
    for code in [Code::Present, Code::Ill] {
        let to = Some(Box::new(Mark::from(code)));
        store.record(&[Entry::Mark { group, session, person, to }], &noon()).unwrap();
    }
    let newest = &store.history(About::Person(person), None, 1).unwrap()[0];
    assert_eq!(newest.entry.value().unwrap().as_deref(), Some(r#"{"code":"ill"}"#));
    assert_eq!(newest.before.value().unwrap().as_deref(), Some(r#"{"code":"present"}"#));
    let next = &store.history(About::Group(group), Some(newest.seq), 1).unwrap()[0];
    assert_eq!(next.before.value().unwrap(), None);
    assert!(store.history(About::Person(PersonId(99)), None, 9).unwrap().is_empty());
}

#[test]
fn filling_ends_with_everything_in_the_database_file() {
    let (home, mut store) = new_store();
    store.filling(true).unwrap();
    for chunk in 0..10 {
        let people: Vec<_> =
            (0..100).map(|n| somebody(chunk * 100 + n, &format!("{chunk}-{n}"), "Eva", "Ny")).collect();
        store.record(&people, &noon()).unwrap();
    }
    store.filling(false).unwrap();
    let wal = home.path().join("desk/onward.db-wal");
    assert_eq!(std::fs::metadata(wal).map_or(0, |m| m.len()), 0);
    let synchronous: i64 = store.db.query_row("PRAGMA synchronous", [], |r| r.get(0)).unwrap();
    assert_eq!(synchronous, 2);
    assert_eq!(reopened(&home, store).people(&PeopleQuery::default(), &Window::Start, 2_000).unwrap().len(), 1_000);
}
