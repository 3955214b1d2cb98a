//! What the first screen asks: what is due of the sessions that were held, which groups have a place, and how
//! little is read for it however much there is.

use super::*;
use crate::domain::attendance::{Code, Mark};
use crate::domain::group::{Carries, Session, SessionState};
use crate::domain::id::SessionId;
use crate::domain::outcome::Outcome;
use crate::domain::programme::{RatingTime, Rule, Test, Weight};
use crate::domain::record::{FreePlaces, Reads, Records};
use crate::store::migrate::MIGRATIONS;
use chrono::NaiveDate;
use rusqlite::StatementStatus;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use sample::{day, moment, plan_of};
use std::cell::Cell;
use std::sync::Arc;

/// The sample group with its fourth session held, at which Ana and Yusuf were, and which asks for the second
/// self-rating: Ana has given hers.
fn record() -> GroupRecord {
    let mut record = sample_group();
    plan_of(Arc::make_mut(&mut record.course), 3).rating = Some(RatingTime::After);
    let at = moment("2026-11-20T10:00:00+01:00");
    record.sessions[3].session.state = SessionState::Held { from: at, to: at };
    record.agendas.clear();
    record.guests.clear();
    record.visitors.clear();
    for person in [1, 2] {
        record.marks.insert((SessionId(4), PersonId(person)), Mark::from(Code::Present));
    }
    record
}

/// Of each forgotten session its label, outcomes missing and of how many, the first without, ratings missing.
fn lacking(record: &GroupRecord, today: &str) -> Vec<(String, u32, u32, Option<i64>, u32)> {
    let (_home, mut store) = new_store();
    store.record(&entries(record), &noon()).unwrap();
    let found = store.sessions_forgotten(day(today), 9).unwrap();
    let of = |f: &crate::domain::record::Forgotten| {
        (f.session.session.label(), f.outcomes.0, f.outcomes.1, f.unjudged.map(|id| id.0), f.unrated)
    };
    found.iter().map(of).collect()
}

#[test]
fn outcomes_and_second_ratings_that_are_missing_are_due() {
    let mut record = record();
    let second = ("2".to_owned(), 1, 2, Some(2), 0);
    assert_eq!(lacking(&record, "2026-11-20"), [("4".to_owned(), 2, 2, Some(1), 1), second.clone()]);
    let judged = |person| ((SessionId(4), PersonId(person), "home-1".to_owned()), Outcome::Partly);
    record.outcomes.extend([judged(1)]);
    assert_eq!(lacking(&record, "2026-11-20")[0], ("4".to_owned(), 1, 2, Some(2), 1));
    // Whoever is released is asked for nothing any more.
    record.outcomes.extend([judged(2)]);
    assert_eq!(lacking(&record, "2026-11-24").iter().find(|found| found.0 == "4"), None);
    // And after two weeks nobody is reminded.
    assert_eq!(lacking(&record, "2026-12-05"), [("5".to_owned(), 0, 0, None, 0)]);
}

#[test]
fn a_session_owes_what_it_carries() {
    let mut record = record();
    record.outcomes.clear();
    let carries = |record: &mut GroupRecord, carries| {
        record.sessions[3].session.carries = carries;
        lacking(record, "2026-11-20")[0].clone()
    };
    let part = |number| Carries::Part { number, of: 2, from: 0, to: 1 };
    // Nothing is reached before the last part; of two in one the objectives of both.
    assert_eq!(carries(&mut record, part(1)).0, "2");
    assert_eq!(carries(&mut record, part(2)), ("4b".to_owned(), 2, 2, Some(1), 1));
    assert_eq!(carries(&mut record, Carries::Joined { with: vec![4] }), ("4+5".to_owned(), 4, 4, Some(1), 1));
}

#[test]
fn what_was_promised_is_told_on_the_day() {
    let mut record = sample_group();
    record.sessions[0].session.next_time = "bring stamps".to_owned();
    record.sessions[1].session.next_time = "bring forms".to_owned();
    let (_home, mut store) = new_store();
    store.record(&entries(&record), &noon()).unwrap();
    // The third was cancelled: what the second left is still to be done.
    assert_eq!(store.sessions_on(day("2026-11-24")).unwrap()[1].promised, "bring forms");
    assert_eq!(store.sessions_on(day("2026-11-12")).unwrap()[0].promised, "bring stamps");
    assert_eq!(store.sessions_on(day("2026-11-10")).unwrap()[0].promised, "");
}

/// A group that starts on the 1st of December, for people with two weeks of their sentence left.
fn coming() -> GroupRecord {
    let mut record = sample::group();
    let test = Test::RemainingDays(14);
    let rule =
        Rule { id: "left".into(), weight: Weight::Required, test, why: crate::domain::programme::Localised::default() };
    Arc::make_mut(&mut record.course).eligibility = vec![rule];
    record.group.start = day("2026-12-01");
    record.sessions.retain(|dated| dated.id == SessionId(5));
    record.sessions[0].session = Session { date: day("2026-12-01"), ..record.sessions[0].session.clone() };
    record.marks.clear();
    record.outcomes.clear();
    record.deliveries.clear();
    record.ratings.clear();
    record
}

fn free(store: &Store, today: &str) -> Option<FreePlaces> {
    store.free_places(day(today), day("2026-12-08"), 9).unwrap().pop()
}

#[test]
fn a_group_has_places_and_some_fit() {
    let (_home, mut store) = new_store();
    let mut record = coming();
    let mut all = entries(&record);
    let free_on = |id: i64, release: &str| {
        let mut person = Person { reference: format!("F{id}"), given: "Noor".into(), ..Person::default() };
        person.release = Some(day(release));
        Entry::Person { person: PersonId(id), to: Some(Box::new(person)) }
    };
    all.extend([free_on(20, "2026-12-10"), free_on(21, "2026-12-15"), free_on(22, "2027-12-15")]);
    store.record(&all, &noon()).unwrap();
    // Ana and Yusuf have places, Tomas waits; two of three are there long enough.
    let places = free(&store, "2026-11-20").unwrap();
    assert_eq!((places.people, places.size.max, places.waiting, places.fitting), (2, 4, 1, 2));
    assert!(!places.begun && !places.more_fit);
    // It should have begun; it has.
    assert_eq!(free(&store, "2026-12-02"), None);
    let at = moment("2026-12-01T10:00:00+01:00");
    record.sessions[0].session.state = SessionState::Running { since: at };
    let session = Entry::Session {
        group: record.id,
        session: SessionId(5),
        to: Some(Box::new(record.sessions[0].session.clone())),
    };
    store.record(&[session], &noon()).unwrap();
    let places = free(&store, "2026-12-02").unwrap();
    assert_eq!((places.begun, places.waiting, places.fitting), (true, 1, 0));
    // Nobody waits any more.
    store.record(&[Entry::Enrolment { group: record.id, person: PersonId(4), to: None }], &noon()).unwrap();
    assert_eq!(free(&store, "2026-12-02"), None);
}

/// What the first screen reads of an older store is what this program would have written.
#[test]
fn an_older_store_gets_the_same_columns() {
    let (_home, mut store) = new_store();
    let mut record = coming();
    plan_of(Arc::make_mut(&mut record.course), 4).rating = Some(RatingTime::After);
    store.record(&entries(&record), &noon()).unwrap();
    let read = |store: &Store, sql: &str| -> Vec<String> {
        let mut statement = store.db.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let courses = "SELECT concat_ws('|', least, most, rated, rules) FROM course";
    let plans = "SELECT concat_ws('|', plan, objectives, rates) FROM course_plan ORDER BY plan";
    let kept = (read(&store, courses), read(&store, plans));
    assert_eq!(kept.1[4], "4|[\"next-1\"]|After");
    store
        .db
        .execute_batch(
            "ALTER TABLE course DROP COLUMN least; ALTER TABLE course DROP COLUMN most;
             ALTER TABLE course DROP COLUMN rated; ALTER TABLE course DROP COLUMN rules;
             ALTER TABLE course_plan DROP COLUMN objectives; ALTER TABLE course_plan DROP COLUMN rates;",
        )
        .unwrap();
    store.db.execute_batch(MIGRATIONS[6]).unwrap();
    assert_eq!((read(&store, courses), read(&store, plans)), kept);
}

thread_local! {
    /// Steps of SQLite's machine that were taken.
    static STEPS: Cell<i64> = const { Cell::new(0) };
}

/// How many steps SQLite takes for everything that the first screen asks.
fn steps(store: &mut Store, today: NaiveDate) -> i64 {
    STEPS.set(0);
    store
        .db
        .trace_v2(
            TraceEventCodes::SQLITE_TRACE_PROFILE,
            Some(|event: TraceEvent<'_>| {
                if let TraceEvent::Profile(statement, _) = event {
                    STEPS.set(STEPS.get() + i64::from(statement.get_status(StatementStatus::VmStep)));
                }
            }),
        )
        .unwrap();
    store.sessions_on(today).unwrap();
    store.sessions_forgotten(today, 12).unwrap();
    store.sessions_after(today, 8).unwrap();
    store.free_places(today, today + chrono::Days::new(14), 12).unwrap();
    store.release_watch(today, 12).unwrap();
    store.duties(today + chrono::Days::new(7), 12).unwrap();
    STEPS.get()
}

/// The sample group, once more and long over, with people of its own.
fn of_old(n: i64) -> Vec<Entry> {
    let mut record = sample::group();
    record.id = GroupId(1_000 + n);
    record.group.code = format!("O-{n}");
    record.group.finished = Some(day("2026-03-01"));
    let people = |id: PersonId| PersonId(1_000 + 10 * n + id.0);
    let sessions = |id: SessionId| SessionId(1_000 + 10 * n + id.0);
    for dated in &mut record.sessions {
        let at = moment("2026-02-10T10:00:00+01:00");
        let state = SessionState::Held { from: at, to: at };
        dated.session = Session { group: record.id, date: day("2026-02-10"), state, ..dated.session.clone() };
        dated.id = sessions(dated.id);
    }
    for member in &mut record.members {
        member.id = people(member.id);
        member.person.reference = format!("{}-{n}", member.person.reference);
        member.enrolment.from = day("2026-02-10");
        member.person.release = Some(day("2026-03-01"));
    }
    record.marks = record.marks.into_iter().map(|((s, p), mark)| ((sessions(s), people(p)), mark)).collect();
    record.outcomes.clear();
    record.deliveries.clear();
    record.ratings.clear();
    let mut entries = entries(&record);
    entries.retain(|entry| !matches!(entry, Entry::Course { .. }));
    // Something is due of everybody.
    let run = |person: PersonId| sample::pathway().starting(person, "70", n > 0, (day("2026-11-10"), "Kari"));
    entries.extend(record.members.iter().flat_map(|member| run(member.id)));
    entries
}

/// Many more people, groups and marks of old make the first screen no dearer.
#[test]
fn the_first_screen_reads_no_more_of_a_larger_store() {
    let [small, large] = [10, 400].map(|groups| {
        let (home, mut store) = new_store();
        store.filling(true).unwrap();
        let old = (0..groups).flat_map(of_old);
        store.record(&entries(&record()).into_iter().chain(old).collect::<Vec<_>>(), &noon()).unwrap();
        store.filling(false).unwrap();
        // Statements that were prepared before count what they have done since.
        let mut store = reopened(&home, store);
        steps(&mut store, day("2026-11-24"))
    });
    assert!(small > 500, "{small}");
    assert!(large <= small + small / 10, "{small} grew to {large}");
}
