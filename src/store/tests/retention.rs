//! How long people are kept, as the record has it; and that erasing takes two where the prison chose so.

use super::*;
use crate::domain::id::{CourseId, SessionId};
use crate::domain::record::{Failure, Reads, Records};
use crate::domain::retention::due;
use crate::domain::setting::Setting;

fn set(store: &mut Store, setting: Setting, value: &str) {
    let entry = Entry::Setting { item: setting.id().to_owned(), to: Some(Box::new(value.to_owned())) };
    store.record(&[entry], &noon()).unwrap();
}

fn by(store: &Store, day: &str) -> Vec<i64> {
    due(store, sample::day(day)).unwrap().into_iter().map(|due| due.person.0).collect()
}

/// The sample with its last sessions held, finished or not, and with what its programme says.
fn group(id: i64, finished: Option<&str>, months: Option<u16>) -> GroupRecord {
    let mut record = sample::group();
    record.group.code = format!("K-{id}");
    record.group.course = CourseId(id);
    record.group.finished = finished.map(sample::day);
    let mut course = (*record.course).clone();
    (course.retention_months, course.version) = (months, id.to_string());
    record.course = course.into();
    record.id = GroupId(id);
    for dated in &mut record.sessions {
        dated.id = SessionId(id * 10 + dated.id.0);
        dated.session.group = GroupId(id);
    }
    record.marks.clear();
    record.outcomes.clear();
    record.deliveries.clear();
    record
}

#[test]
fn the_latest_of_several_groups_counts_and_an_unfinished_one_keeps() {
    let (_home, mut store) = new_store();
    let first = group(1, Some("2026-11-30"), Some(3));
    store.record(&entries(&first), &noon()).unwrap();
    // One to five had a place in it: until the end of February 2027, and no day longer.
    assert_eq!(by(&store, "2027-02-28"), <[i64; 0]>::default());
    let all = by(&store, "2027-03-01");
    assert_eq!(all.len(), 5);
    // Two come to another group, and one as a guest, whose programme keeps them for longer.
    let mut second = group(2, Some("2026-12-31"), Some(4));
    second.members.truncate(2);
    let stay = second.members.iter().map(|member| member.id.0).collect::<Vec<_>>();
    store.record(&entries(&second), &noon()).unwrap();
    let guest = Entry::Guest {
        group: GroupId(2),
        session: second.sessions[0].id,
        person: PersonId(5),
        to: Some(Box::new(Guest::default())),
    };
    store.record(&[guest], &noon()).unwrap();
    let left: Vec<i64> = all.iter().copied().filter(|id| !stay.contains(id) && *id != 5).collect();
    assert_eq!(by(&store, "2027-03-01"), left);
    assert_eq!(by(&store, "2027-05-01").len(), 5);
    // Somebody has a place in one that is not finished: never due.
    let mut third = group(3, None, Some(1));
    third.members.truncate(1);
    store.record(&entries(&third), &noon()).unwrap();
    assert_eq!(by(&store, "2099-01-01").len(), 4);
    assert!(!by(&store, "2099-01-01").contains(&third.members[0].id.0));
}

#[test]
fn whoever_took_part_in_nothing_is_kept_from_the_last_thing_recorded_not_from_being_looked_at() {
    let (_home, mut store) = new_store();
    store.record(&[somebody(1, "0412", "Ana", "Ek")], &kari("2024-02-29T12:00:00+01:00")).unwrap();
    store.record(&[somebody(2, "0413", "Bo", "Ek")], &kari("2023-01-31T12:00:00+01:00")).unwrap();
    store.record(&[somebody(2, "0413", "Bo", "Lund")], &kari("2024-01-31T12:00:00+01:00")).unwrap();
    store.record(&[Consultation::of(PersonId(1))], &kari("2025-02-01T12:00:00+01:00")).unwrap();
    assert_eq!(by(&store, "2099-01-01"), <[i64; 0]>::default(), "nobody says how long");
    set(&mut store, Setting::RetentionMonths, "12");
    assert_eq!(by(&store, "2025-01-31"), <[i64; 0]>::default());
    assert_eq!(by(&store, "2025-02-01"), [2]);
    assert_eq!(by(&store, "2025-02-28"), [2]);
    assert_eq!(by(&store, "2025-03-01"), [2, 1]);
    let erasure = Erasure { asked_by: "Kari".into(), approved_by: None, why: "retention".into() };
    store.erase(&[(PersonId(2), erasure)], &|number| format!("Erased {number}"), &noon()).unwrap();
    assert_eq!(by(&store, "2025-03-01"), [1]);
}

#[test]
fn what_would_go_is_what_goes() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let ana = PersonId(1);
    let named = Entry::SessionNote {
        group: record.id,
        session: record.sessions[1].id,
        to: Some(Box::new("Ana Petrović stayed.".to_owned())),
    };
    store.record(&[named], &noon()).unwrap();
    let gone = |store: &Store| -> i64 {
        store.db.query_row("SELECT count(*) FROM journal WHERE salt IS NULL", [], |row| row.get(0)).unwrap()
    };
    let going = store.going(ana).unwrap();
    assert!(going.entries > 2 && going.naming == 1 && going.stays && going.copies == 0, "{going:?}");
    let erasure = Erasure { asked_by: "Kari".into(), approved_by: None, why: "retention".into() };
    store.erase(&[(ana, erasure)], &|number| format!("Erased {number}"), &noon()).unwrap();
    assert_eq!(gone(&store).unsigned_abs(), going.entries + going.naming);
}

#[test]
fn where_it_takes_two_the_record_erases_nobody_for_one() {
    let (_home, mut store) = new_store();
    store.record(&[somebody(1, "0412", "Ana", "Ek")], &noon()).unwrap();
    let person = PersonId(1);
    let ola = Stamp { actor: "Ola".to_owned(), ..noon() };
    let erase = |store: &mut Store, asked: &str, approved: Option<&str>, stamp: &Stamp| {
        let approved_by = approved.map(ToOwned::to_owned);
        let erasure = Erasure { asked_by: asked.into(), approved_by, why: "retention".into() };
        store.erase(&[(person, erasure)], &|number| format!("Erased {number}"), stamp).map(drop)
    };
    let ask = |store: &mut Store, by: &str, stamp: &Stamp| {
        let request = ErasureRequest { by: by.into(), at: stamp.at, why: "retention".into() };
        store.record(&[request.of(person)], stamp).unwrap();
    };
    set(&mut store, Setting::ErasureNeedsTwo, "yes");
    let refused = Err(Failure::NotApproved);
    assert_eq!(erase(&mut store, "Kari", None, &noon()), refused);
    assert_eq!(erase(&mut store, "Kari", Some("Ola"), &ola), refused, "nobody has asked");
    // Whoever writes another's name into the request has still asked for it themselves.
    ask(&mut store, "Ola", &noon());
    assert_eq!(erase(&mut store, "Ola", Some("Kari"), &noon()), refused);
    store.undo(&noon()).unwrap();
    ask(&mut store, "Kari", &noon());
    assert_eq!(erase(&mut store, "Kari", Some("Kari"), &noon()), refused);
    assert_eq!(erase(&mut store, "Kari", Some("Ola"), &noon()), refused, "in another's name");
    store.undo(&noon()).unwrap();
    assert_eq!(erase(&mut store, "Kari", Some("Ola"), &ola), refused, "it was taken back");
    store.redo(&noon()).unwrap();
    assert!(store.person(person).unwrap().is_some());
    assert_eq!(erase(&mut store, "Kari", Some("Ola"), &ola), Ok(()));
    assert_eq!(store.person(person).unwrap(), None);
    let kinds: Vec<_> = store.history(About::Person(person), None, 9).unwrap();
    let who = |kind: &str| kinds.iter().find(|told| told.entry.kind() == kind).map(|told| told.stamp.actor.as_str());
    assert_eq!((who("erasure-request"), who("erasure")), (Some("Kari"), Some("Ola")));
    assert_eq!(super::audit::audit(&store).damage, None);
}
