//! Journeys over a real store in a directory of its own.

mod accounting;
mod applicants;
mod audit;
mod backups;
mod carrying;
mod coming_back;
mod duties;
mod engaged;
mod erasing;
mod first_screen;
mod frozen;
mod journeys;
mod kept;
mod keys;
mod lists;
mod restoring;
mod retention;
mod safety;
mod salvage;
mod shelf;
mod staff;
mod tasks;
mod undoing;
mod unoffered;

use crate::domain::agenda::{Agenda, Item, What};
use crate::domain::apart::{Apart, keeping_apart};
use crate::domain::appointment::Appointment;
use crate::domain::concern::{Category, Concern};
use crate::domain::confined::Confined;
use crate::domain::entry::Entry;
use crate::domain::erasure::{Erasure, ErasureRequest};
use crate::domain::group::{Enrolment, Place};
use crate::domain::guest::{Guest, Home};
use crate::domain::id::{GroupId, PersonId};
use crate::domain::pause::{Interruption, Pause};
use crate::domain::person::Person;
use crate::domain::planner::proposal::Idea;
use crate::domain::record::{About, GroupRecord, Member, Stamp};
use crate::domain::released::Released;
use crate::domain::sample;
use crate::domain::staff::{Role, Staff};
use crate::domain::trace::{Combination, Consultation, Disclosure, Recipient};
use crate::store::{Cost, OpenFailure, Store, unlock};
use std::path::Path;
use tempfile::TempDir;

/// As cheap as Argon2 allows: what is tested is the store, not the patience of the tester.
const CHEAP: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };
const PASSPHRASE: &str = "seven blue ferries";

/// A sum over bytes that tells them apart (FNV-1a): for pinning what must not change.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A source of bytes that is the same in every run.
fn counted() -> impl FnMut(&mut [u8]) -> std::io::Result<()> {
    let mut random = crate::domain::random::Random::new(7);
    move |bytes| {
        bytes.fill_with(|| u8::try_from(random.bits() & 0xff).unwrap());
        Ok(())
    }
}

pub(crate) fn new_store() -> (TempDir, Store) {
    let home = TempDir::new().unwrap();
    let store = Store::create(&home.path().join("desk"), "Kari", PASSPHRASE, CHEAP, &mut counted()).unwrap().0;
    (home, store)
}

/// The number of the slot that the passphrase of [`new_store`] opens: what comes out of [`counted`] after the key.
fn first_slot() -> String {
    let (mut key, mut salt, mut random) = ([0; 32], [0; 16], counted());
    random(&mut key).and_then(|()| random(&mut salt)).unwrap();
    crate::store::key::hex(&salt)
}

fn open(dir: &Path) -> Result<Store, OpenFailure> {
    Store::open(dir, &unlock(dir, PASSPHRASE)?)
}

/// The same store, closed and opened again.
fn reopened(home: &TempDir, store: Store) -> Store {
    drop(store);
    open(&home.path().join("desk")).unwrap()
}

fn kari(at: &str) -> Stamp {
    Stamp { actor: "Kari".to_owned(), at: sample::moment(at) }
}

pub(crate) fn noon() -> Stamp {
    kari("2026-11-20T12:00:00+01:00")
}

fn somebody(id: i64, reference: &str, given: &str, family: &str) -> Entry {
    let person =
        Person { reference: reference.into(), given: given.into(), family: family.into(), ..Person::default() };
    Entry::Person { person: PersonId(id), to: Some(Box::new(person)) }
}

/// Everything of a group as entries, the course and the people first.
pub(crate) fn entries(record: &GroupRecord) -> Vec<Entry> {
    let group = record.id;
    let mut entries = vec![
        Entry::Course { course: record.group.course, to: Some(Box::new((*record.course).clone())) },
        Entry::Group { group, to: Some(Box::new(record.group.clone())) },
    ];
    for dated in &record.sessions {
        entries.push(Entry::Session { group, session: dated.id, to: Some(Box::new(dated.session.clone())) });
    }
    for member in &record.members {
        let person = member.id;
        entries.push(Entry::Person { person, to: Some(Box::new(member.person.clone())) });
        entries.push(Entry::Enrolment { group, person, to: Some(Box::new(member.enrolment.clone())) });
        if let Some(exception) = &member.exception {
            let item = record.course.programme.clone();
            entries.push(Entry::Exception { person, item, to: Some(Box::new(exception.clone())) });
        }
    }
    for visitor in &record.visitors {
        entries.push(Entry::Person { person: visitor.id, to: Some(Box::new(visitor.person.clone())) });
    }
    for ((session, person), guest) in &record.guests {
        entries.push(Entry::Guest { group, session: *session, person: *person, to: Some(Box::new(guest.clone())) });
    }
    for ((session, person), mark) in &record.marks {
        entries.push(Entry::Mark { group, session: *session, person: *person, to: Some(Box::new(mark.clone())) });
    }
    for ((session, person, item), outcome) in &record.outcomes {
        let (session, person, item) = (*session, *person, item.clone());
        entries.push(Entry::Outcome { group, session, person, item, to: Some(Box::new(*outcome)) });
    }
    for ((session, activity), delivery) in &record.deliveries {
        let (session, item) = (*session, activity.to_string());
        entries.push(Entry::Delivery { group, session, item, to: Some(Box::new(delivery.clone())) });
    }
    for (session, agenda) in &record.agendas {
        entries.push(Entry::Agenda { group, session: *session, to: Some(Box::new(agenda.clone())) });
    }
    for ((session, number), pause) in &record.pauses {
        let (session, item) = (*session, number.to_string());
        entries.push(Entry::Pause { group, session, item, to: Some(Box::new(pause.clone())) });
    }
    for (session, note) in &record.session_notes {
        entries.push(Entry::SessionNote { group, session: *session, to: Some(Box::new(note.clone())) });
    }
    for ((session, person), note) in &record.person_notes {
        let (session, person) = (*session, *person);
        entries.push(Entry::PersonNote { group, session, person, to: Some(Box::new(note.clone())) });
    }
    for ((person, item), step) in &record.ratings {
        let (person, item) = (*person, item.clone());
        entries.push(Entry::Rating { group, person, item, to: Some(Box::new(*step)) });
    }
    entries
}

/// One entry of every kind that has no table of its own and is not read with its group.
fn kept(record: &GroupRecord) -> Vec<Entry> {
    let (one, other) = (record.members[0].id, record.members[1].id);
    let dentist = Appointment {
        date: sample::day("2026-12-08"),
        time: chrono::NaiveTime::from_hms_opt(10, 30, 0).unwrap(),
        minutes: 30,
        what: "dentist".to_owned(),
    };
    let mut kept = vec![
        keeping_apart(one, other, Some(Apart { why: "an old debt".to_owned() })),
        Entry::Concern {
            person: one,
            item: "7".to_owned(),
            to: Some(Box::new(Concern {
                category: Category::Health,
                to: "the nurse".to_owned(),
                at: sample::moment("2026-11-20T11:00:00+01:00"),
                receipt: String::new(),
                by: "Kari".to_owned(),
            })),
        },
        Confined::starting(&sample::pathway(), (sample::day("2026-11-20"), "Kari")).of(one, "8"),
        Entry::Appointment { person: one, item: "1".to_owned(), to: Some(Box::new(dentist)) },
        record.leaving_aside(&Idea::Shorter(8), true),
        Released {
            shown: [("languages/total/took_part".to_owned(), 12)].into(),
            hidden: [("languages/sq/left".to_owned(), 2)].into(),
        }
        .entry("ministry", "evaluation"),
        Entry::Staff {
            item: "5".to_owned(),
            to: Some(Box::new(Staff {
                name: "Kari".to_owned(),
                sign_in: "kari".to_owned(),
                role: Role::Owner,
                slot: first_slot(),
                recovery: Some("3a".to_owned()),
            })),
        },
        ErasureRequest { by: "Kari".to_owned(), at: noon().at, why: "asked for".to_owned() }.of(one),
    ];
    kept.extend(sample::letter(one));
    for entry in sample::persons_plan(one).into_iter().chain(sample::house(record.id)) {
        if kept.iter().all(|other| other.kind() != entry.kind()) {
            kept.push(entry);
        }
    }
    kept
}

/// One entry of every kind that changes no fact.
fn traces(record: &GroupRecord) -> Vec<Entry> {
    let one = record.members[0].id;
    let given = Disclosure {
        report: "register".to_owned(),
        format: "csv".to_owned(),
        recipient: Recipient { to: "Probation".to_owned(), purpose: "transfer".to_owned() },
        head: "17:9f3a77c102be".to_owned(),
    };
    let taken_in = Combination { source: "people.csv".to_owned(), added: 2, changed: 1 };
    vec![
        Consultation::of(one),
        given.clone().of(About::Everything, "2".to_owned()),
        given.clone().of(About::Group(record.id), "3".to_owned()),
        given.of(About::Person(one), "4".to_owned()),
        Entry::Erasure {
            person: one,
            to: Some(Box::new(Erasure { asked_by: "Kari".to_owned(), approved_by: None, why: "retention".to_owned() })),
        },
        Entry::Combination { item: "5".to_owned(), to: Some(Box::new(taken_in)) },
    ]
}

/// The sample group with a note of each kind, a changed agenda, a pause and an exception, sorted as the store sorts people.
pub(crate) fn sample_group() -> GroupRecord {
    let mut record = sample::group();
    let (session, person) = (record.sessions[0].id, record.members[0].id);
    // A guest from another group, and Tomas, who waits for a place and comes once before it.
    let stranger = Person { reference: "0700".into(), given: "Noor".into(), ..Person::default() };
    let enrolment = Enrolment { state: Place::Waiting, ..Enrolment::clone(&record.members[3].enrolment) };
    record.visitors.push(Member { id: PersonId(9), person: stranger, enrolment, exception: None });
    record.guests.insert(
        (record.sessions[3].id, PersonId(9)),
        Guest { home: Some(Home { group: GroupId(8), code: "K-08".to_owned() }) },
    );
    record.guests.insert((record.sessions[3].id, record.members[3].id), Guest::default());
    record.session_notes.insert(session, "Lots of questions about papers.".to_owned());
    record.person_notes.insert((session, person), "Quiet today; \"tired\"".to_owned());
    record.members[1].exception = Some(crate::domain::eligibility::Exception {
        why: "Speaks English well enough".to_owned(),
        by: "Head of wing".to_owned(),
        at: sample::moment("2026-11-09T09:00:00+01:00"),
    });
    let item = |key, minutes, what| Item { key, minutes, what };
    let items = vec![item(1, 15, What::Planned), item(1000, 5, What::Own("Song".to_owned()))];
    record.agendas.insert(session, Agenda { items, until: chrono::NaiveTime::from_hms_opt(11, 15, 0) });
    let from = sample::moment("2026-11-10T10:20:00+01:00");
    record.pauses.insert((session, 1), Pause { why: Interruption::Count, from, to: None });
    record.members.sort_by_key(|member| member.person.family.clone());
    record
}
