//! Everybody as rules see them: the narrow table follows what is recorded and undone, and is made of an older store.

use super::*;
use crate::domain::codes::{Cefr, Language};
use crate::domain::person::{LegalStatus, Occupation, Spoken};
use crate::domain::record::{Applicant, Reads, Records};
use crate::store::migrate::MIGRATIONS;

fn person(id: i64, release: Option<&str>, waiting: Option<&str>) -> Entry {
    let person = Person {
        reference: format!("{id:04}"),
        family: "Nowak".to_owned(),
        note: "long".repeat(20),
        release: release.map(sample::day),
        waiting_since: waiting.map(sample::day),
        born: waiting.map(|_| sample::day("1999-12-31")),
        occupation: release.map(|_| Occupation::OtherActivity),
        legal_status: waiting.map(|_| LegalStatus::Remand),
        consent: Some(waiting.is_none()),
        languages: vec![
            Spoken { language: Language::new("lt").unwrap(), level: release.map(|_| Cefr::B1) },
            Spoken { language: Language::new("prs").unwrap(), level: None },
        ],
        answers: release.map(|_| ("safe".to_owned(), true)).into_iter().collect(),
        ..Person::default()
    };
    Entry::Person { person: PersonId(id), to: Some(Box::new(person)) }
}

fn read(store: &Store, after: &str) -> Vec<(i64, String)> {
    let mut found = Vec::new();
    store.each_applicant(sample::day(after), &mut |a: Applicant| found.push((a.id.0, a.since.to_string()))).unwrap();
    found
}

#[test]
fn the_soonest_release_comes_first_and_who_has_none_last() {
    let (home, mut store) = new_store();
    let people = [
        person(1, None, None),
        person(2, Some("2027-03-01"), Some("2026-08-01")),
        person(3, Some("2026-12-01"), None),
        person(4, Some("2026-11-24"), None),
    ];
    store.record(&people, &noon()).unwrap();
    let (today, asked) = ("2026-11-20".to_owned(), "2026-08-01".to_owned());
    let three = [(3, today.clone()), (2, asked.clone()), (1, today.clone())];
    assert_eq!(read(&store, "2026-11-24"), three);
    assert_eq!(store.released_by(sample::day("2026-11-24")).unwrap(), 1);
    let one = store.applicant(PersonId(4)).unwrap().unwrap();
    assert_eq!((one.person.consent, one.person.note.as_str(), one.person.family.as_str()), (Some(true), "", ""));
    // Recorded anew later it is still the first day that counts.
    store.record(&[person(3, Some("2027-09-01"), None)], &kari("2026-12-01T09:00:00+01:00")).unwrap();
    let mut store = reopened(&home, store);
    assert_eq!(read(&store, "2026-11-24"), [(2, asked), (3, today.clone()), (1, today)]);
    store.undo(&kari("2026-12-01T09:01:00+01:00")).unwrap();
    assert_eq!(read(&store, "2026-11-24"), three);
    store.record(&[Entry::Person { person: PersonId(2), to: None }], &noon()).unwrap();
    assert_eq!((read(&store, "2026-11-24").len(), store.applicant(PersonId(2)).unwrap()), (2, None));
}

/// Everything that rules ask about comes back as it was recorded.
#[test]
fn the_facts_come_back_whole() {
    let (_home, mut store) = new_store();
    let people = [person(1, Some("2027-03-01"), None), person(2, None, Some("2026-08-01"))];
    store.record(&people, &noon()).unwrap();
    for entry in people {
        let Entry::Person { person: id, to: Some(recorded) } = entry else { panic!() };
        let asked = Person {
            reference: String::new(),
            family: String::new(),
            note: String::new(),
            waiting_since: None,
            ..*recorded
        };
        assert_eq!(store.applicant(id).unwrap().unwrap().person, asked);
    }
    assert_eq!(store.applicant(PersonId(9)).unwrap(), None);
}

#[test]
fn an_older_store_gets_the_same_table() {
    let (_home, mut store) = new_store();
    store.record(&[person(1, Some("2027-03-01"), None), person(2, None, Some("2026-08-01"))], &noon()).unwrap();
    let rows = |store: &Store| {
        let mut found = Vec::new();
        store.each_applicant(sample::day("2020-01-01"), &mut |applicant| found.push(applicant)).unwrap();
        found
    };
    let kept = rows(&store);
    store.db.execute_batch("DROP TABLE applicant").unwrap();
    store.db.execute_batch(MIGRATIONS[5]).unwrap();
    store.db.execute_batch(MIGRATIONS[8]).unwrap();
    assert_eq!(kept.len(), 2);
    assert_eq!(rows(&store), kept);
}
