//! To whom a pathway has to be offered: who is held so and still here, until any form of it is started.

use super::*;
use crate::domain::offered::to_tell;
use crate::domain::pathway::{Access, Pathway};
use crate::domain::person::{LegalStatus, Person};
use crate::domain::record::{Reads, Records};
use crate::domain::shelf::Services;
use sample::day;

fn owed() -> Pathway {
    Pathway { offered_to: vec![LegalStatus::ImmigrationDetention], ..sample::pathway() }
}

fn somebody(id: i64, status: Option<LegalStatus>, release: Option<&str>) -> Entry {
    let (given, reference) = (format!("P{id}"), format!("{id:04}"));
    let person = Person { given, reference, legal_status: status, release: release.map(day), ..Person::default() };
    Entry::Person { person: PersonId(id), to: Some(Box::new(person)) }
}

fn detained(id: i64) -> Entry {
    Entry::Detention { person: PersonId(id), to: Some(Box::new(day("2026-11-02"))) }
}

/// Two who are held so, one who is detained besides a sentence, one who is sentenced alone, one who has gone.
fn full() -> (TempDir, Store) {
    use LegalStatus::{ImmigrationDetention, Sentenced};
    let (home, mut store) = new_store();
    let people = [
        somebody(1, Some(ImmigrationDetention), None),
        somebody(2, Some(ImmigrationDetention), Some("2027-01-10")),
        somebody(3, Some(Sentenced), Some("2026-12-10")),
        somebody(4, Some(Sentenced), Some("2026-12-09")),
        somebody(5, Some(ImmigrationDetention), Some("2026-11-23")),
        detained(3),
        detained(2),
    ];
    store.record(&people, &noon()).unwrap();
    (home, store)
}

fn told(store: &Store, pathway: &Pathway) -> Vec<(i64, Option<chrono::NaiveDate>)> {
    let found = store.unoffered(pathway, day("2026-11-24"), 9).unwrap();
    found.into_iter().map(|who| (who.person.0, who.detained)).collect()
}

#[test]
fn whoever_is_held_so_and_still_here_is_found_the_soonest_released_first() {
    let (_home, store) = full();
    let since = Some(day("2026-11-02"));
    assert_eq!(told(&store, &owed()), [(3, since), (2, since), (1, None)]);
    let sentenced = Pathway { offered_to: vec![LegalStatus::Sentenced], ..owed() };
    assert_eq!(told(&store, &sentenced), [(4, None), (3, since)]);
    assert_eq!(told(&store, &sample::pathway()), []);
    assert_eq!(store.unoffered(&owed(), day("2026-11-24"), 2).unwrap().len(), 2);
}

#[test]
fn starting_it_is_what_does_it_and_undo_brings_it_back() {
    let (home, mut store) = full();
    let before = told(&store, &owed());
    // Another pathway does not count; nor does one whose name begins alike.
    for id in ["other", &format!("{}-2", owed().id)] {
        let other = Pathway { id: id.to_owned(), ..owed() };
        store.record(&other.starting(PersonId(2), id, false, (day("2026-11-10"), "Kari")), &noon()).unwrap();
    }
    assert_eq!(told(&store, &owed()), before);
    // What it said when it was started may have been something else.
    let older = Pathway { review_by: day("2026-01-01"), ..owed() };
    store.record(&older.starting(PersonId(2), "70", false, (day("2026-11-10"), "Kari")), &noon()).unwrap();
    let since = Some(day("2026-11-02"));
    assert_eq!(told(&store, &owed()), [(3, since), (1, None)]);
    let mut store = reopened(&home, store);
    assert_eq!(told(&store, &owed()), [(3, since), (1, None)]);
    store.undo(&noon()).unwrap();
    assert_eq!(told(&store, &owed()), before);
}

#[test]
fn what_is_restricted_shows_on_no_list() {
    let (_home, store) = full();
    let listed = |pathway: Pathway, until: &str| {
        let mut services = Services::default();
        services.pathways.change(|all| all.push(pathway));
        to_tell(&store, &services, (day("2026-11-24"), day(until)), 9).unwrap().len()
    };
    assert_eq!(listed(owed(), "2027-01-01"), 3);
    assert_eq!(listed(owed(), "2026-11-01"), 0);
    assert_eq!(listed(Pathway { access: Access::Restricted, ..owed() }, "2027-01-01"), 0);
}

#[test]
fn runs_are_read_of_those_alone_who_are_held_so() {
    let (_home, store) = full();
    let sql = format!("EXPLAIN QUERY PLAN {}", crate::store::unoffered::select(&owed()));
    let mut statement = store.db.prepare(&sql).unwrap();
    let lines = statement.query_map(["1", "x@", "2", "9"], |row| row.get::<_, String>(3)).unwrap();
    let plan: Vec<String> = lines.map(Result::unwrap).collect();
    assert!(plan.iter().any(|line| line.contains("SEARCH r USING PRIMARY KEY (kind=? AND person=?)")), "{plan:?}");
    assert!(!plan.iter().any(|line| line.contains("ORDER BY")), "{plan:?}");
}
