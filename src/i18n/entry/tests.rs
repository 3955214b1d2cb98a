//! Every entry in words, in both languages.

use super::*;
use crate::domain::attendance::{Code, Mark};
use crate::domain::id::SessionId;
use crate::domain::outcome::Delivery;
use crate::domain::pause::{Interruption, Pause};
use crate::domain::person::Person;
use crate::domain::record::{Stamp, Turn};
use crate::domain::sample::{self, day, moment};
use crate::i18n::Locale;

fn recorded(before: Entry, entry: Entry) -> Recorded {
    let stamp = Stamp { actor: "Kari".to_owned(), at: moment("2026-11-24T10:00:00+01:00") };
    Recorded { seq: 1, step: 1, stamp, entry, before, turn: Turn::New, erased: false }
}

fn mark(to: Option<Mark>) -> Entry {
    Entry::Mark { group: GroupId(1), session: SessionId(1), person: PersonId(1), to: to.map(Box::new) }
}

fn person(to: Option<Person>) -> Entry {
    Entry::Person { person: PersonId(1), to: to.map(Box::new) }
}

fn ana(release: &str, note: &str) -> Person {
    Person {
        reference: "0412".into(),
        given: "Ana".into(),
        release: Some(day(release)),
        note: note.into(),
        ..Person::default()
    }
}

#[test]
fn a_change_says_what_it_was_and_what_it_is() {
    let (en, nb) = (Words::new(Locale::choose(["en"])), Words::new(Locale::choose(["nb"])));
    let late = Mark { minutes: Some(10), ..Mark::from(Code::Late) };
    let (before, after) = (ana("2026-12-02", ""), ana("2027-01-05", "Asks for work"));
    for (before, entry, in_english, in_bokmal) in [
        (
            mark(Some(late)),
            mark(Some(Mark::from(Code::Present))),
            "attendance: late 10 → present",
            "fremmøte: sen 10 → til stede",
        ),
        (mark(None), mark(Some(Mark::from(Code::Ill))), "attendance: ill", "fremmøte: syk"),
        (
            mark(Some(Mark::from(Code::Ill))),
            mark(None),
            "attendance: ill → not recorded",
            "fremmøte: syk → ikke registrert",
        ),
        (
            person(Some(before.clone())),
            person(Some(after)),
            "release date: 2 Dec 2026 → 5 Jan 2027; note: not recorded → Asks for work",
            "løslatelsesdato: 2. des. 2026 → 5. jan. 2027; merknad: ikke registrert → Asks for work",
        ),
        (
            person(None),
            person(Some(before)),
            "person added (reference: 0412; given name: Ana; release date: 2 Dec 2026)",
            "person lagt til (referanse: 0412; fornavn: Ana; løslatelsesdato: 2. des. 2026)",
        ),
    ] {
        let change = recorded(before, entry);
        assert_eq!(
            (en.change(&change, &Known::default()).as_str(), nb.change(&change, &Known::default()).as_str()),
            (in_english, in_bokmal)
        );
    }
}

#[test]
fn the_status_line_repeats_nothing_that_was_written_about_a_person() {
    let en = Words::new(Locale::choose(["en"]));
    let note = |to: &str| Entry::PersonNote {
        group: GroupId(1),
        session: SessionId(1),
        person: PersonId(1),
        to: Some(Box::new(to.to_owned())),
    };
    let facts = recorded(person(Some(ana("2026-12-02", ""))), person(Some(ana("2027-01-05", "Secret"))));
    let late = Mark { minutes: Some(5), note: "Secret".into(), ..Mark::from(Code::Late) };
    for (undone, said) in [
        (vec![facts], "person: release date, note"),
        (vec![recorded(note("Secret"), note("Secret too"))], "note on a person"),
        (vec![recorded(mark(None), mark(Some(late.clone())))], "late 5"),
        (vec![recorded(mark(None), mark(Some(late.clone()))); 4], "attendance (4)"),
    ] {
        assert_eq!(en.step(&undone, &Known::default()), said);
        assert!(!en.step(&undone, &Known::default()).contains("Secret"));
    }
}

#[test]
fn what_was_undone_is_said_so_and_whom_it_is_about() {
    let en = Words::new(Locale::choose(["en"]));
    let change = Recorded { turn: Turn::Undo(1), ..recorded(mark(Some(Mark::from(Code::Ill))), mark(None)) };
    assert_eq!(en.change(&change, &Known::default()), "undone: attendance: ill → not recorded");
    let mut known = Known::default();
    let (line, all) = (|known: &Known, about| en.line(&change, known, about), About::Everything);
    assert_eq!(line(&known, all), "somebody removed: undone: attendance: ill → not recorded");
    known.people.insert(PersonId(1), "Petrović, Ana".to_owned());
    assert_eq!(line(&known, all), "Petrović, Ana: undone: attendance: ill → not recorded");
    assert_eq!(line(&known, About::Person(PersonId(1))), "undone: attendance: ill → not recorded");
    known.groups.insert(GroupId(1), crate::domain::sample::group());
    assert!(line(&known, all).ends_with("not recorded (K-07, session 1)"), "{}", line(&known, all));
    let gone = recorded(person(Some(ana("2026-12-02", ""))), person(None));
    let gone = en.line(&gone, &Known::default(), all);
    assert!(gone.starts_with("Ana: person removed (reference: 0412;"), "{gone}");
}

#[test]
fn what_was_given_is_told_in_minutes_of_the_session_and_its_pauses_apart() {
    let (en, nb) = (Words::new(Locale::choose(["en"])), Words::new(Locale::choose(["nb"])));
    let at = |minute: i64| sample::moment("2026-11-20T10:00:00+01:00") + chrono::Duration::minutes(minute);
    let given = |from, to| Entry::Delivery {
        group: GroupId(7),
        session: SessionId(4),
        item: "0".to_owned(),
        to: Some(Box::new(Delivery::Done { from: at(from), to: at(to) })),
    };
    let mut group = sample::group();
    group.pauses.insert((SessionId(4), 1), Pause { why: Interruption::Count, from: at(10), to: Some(at(15)) });
    let known = Known { groups: [(GroupId(7), group)].into(), ..Known::default() };
    for (from, to, in_english, in_bokmal) in [
        (0, 10, "activity: done, 10 min", "aktivitet: gjennomført, 10 min"),
        (0, 20, "activity: done, 15 min and 5 min paused", "aktivitet: gjennomført, 15 min og 5 min pause"),
        (12, 20, "activity: done, 5 min and 3 min paused", "aktivitet: gjennomført, 5 min og 3 min pause"),
    ] {
        let said = |words: &Words| words.entry(&given(from, to), &known);
        assert_eq!((said(&en).as_str(), said(&nb).as_str()), (in_english, in_bokmal));
    }
}

/// A pathway that is followed, in words: nothing of it needs anything but its own entry.
#[test]
fn what_is_recorded_of_a_pathway_is_told() {
    let (en, nb) = (Words::new(Locale::choose(["en"])), Words::new(Locale::choose(["nb"])));
    let known = Known::default();
    let letter = sample::letter(PersonId(1));
    let line = |words: &Words, entry: &Entry| words.entry(entry, &known);
    let english: Vec<String> = letter.iter().map(|entry| line(&en, entry)).collect();
    assert_eq!(
        english,
        [
            "pathway: Letter",
            "pathway: Letter",
            "step: Written; on: 12 Nov 2026",
            "consent: Consulate of Lithuania; for: the letter; on: 12 Nov 2026; explained in: Lithuanian",
            "put off until: 20 Dec 2026; why: on leave",
            "detained since: 1 Oct 2026",
        ]
    );
    assert_eq!(
        line(&nb, &letter[3]),
        "samtykke: Consulate of Lithuania; for: the letter; dato: 12. nov. 2026; forklart på: litauisk"
    );
    // In front of a group nothing of it is told, not even its kind.
    let mut room_safe = Words::new(Locale::choose(["en"]));
    room_safe.set_room_safe(true);
    for entry in &letter[1..] {
        let told = room_safe.change(&recorded(entry.restoring(None).unwrap().unwrap(), entry.clone()), &known);
        assert!(!told.contains("onsul") && !told.contains("etter") && !told.contains("onsent"), "{told}");
    }
}
