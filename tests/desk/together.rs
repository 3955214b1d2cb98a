//! Who belongs together: a pasted list, people who are kept apart, appointments and other groups that collide.

use crate::stage::Stage;
use onward::domain::apart::{Apart, keeping_apart};
use onward::domain::appointment::Appointment;
use onward::domain::entry::Entry;
use onward::domain::id::PersonId;
use onward::domain::record::{PeopleQuery, Window};

/// Who is called so, by the beginning of the family name.
fn who(stage: &Stage, family: &str) -> PersonId {
    let people = stage.reads().people(&PeopleQuery::default(), &Window::Start, 100).unwrap();
    people.iter().find(|row| row.value.person.family.starts_with(family)).unwrap().value.id
}

/// Somebody whose name others have as well.
fn namesakes(stage: &mut Stage) {
    let person = |id: i64, reference: &str, given: &str| {
        let mut person = onward::domain::person::Person::default();
        (person.reference, person.given, person.family) = (reference.into(), given.into(), "Yılmaz".into());
        Entry::Person { person: PersonId(id), to: Some(Box::new(person)) }
    };
    stage.record(vec![person(1, "A-1", "Ayşe"), person(2, "A-2", "Ali")]);
}

#[test]
fn a_pasted_list_is_matched_and_nothing_of_it_is_lost() {
    let mut stage = Stage::typical();
    namesakes(&mut stage);
    let stage = stage.press("3 Enter a").paste("1. Martins Skele\n2. 0411\n\nYilmaz\nJon Doe; Li Wei\n");
    insta::assert_snapshot!("which_of_three", stage.screen());
    let stage = stage.press("Esc");
    insta::assert_snapshot!("what_is_open_stays_named", stage.screen());
    let stage = stage.press("o 3");
    insta::assert_snapshot!("the_third_is_meant", stage.screen());
    let stage = stage.press("o");
    insta::assert_snapshot!("who_was_not_found_is_written_anew", stage.screen());
    let stage = stage.press("Ctrl-U").type_text("Ouyang").press("Enter o Enter");
    insta::assert_snapshot!("everything_is_settled", stage.screen());
}

#[test]
fn a_list_can_be_typed_in_bokmal_on_a_small_screen() {
    let stage = Stage::typical().lang("nb").size(60, 20).press("3 Enter a l").paste("Skele\nOuyang\nnobody at all");
    insta::assert_snapshot!("the_list_in_one_line", stage.screen());
    insta::assert_snapshot!("two_of_three_are_found", stage.press("Enter").screen());
}

/// Whoever is in the group already, or picked, is counted and not picked twice.
#[test]
fn who_is_there_already_is_not_picked_twice() {
    let stage = Stage::typical().press("3 Enter a Space").paste("Skele\nde Silva\nOuyang");
    let said = stage.screen();
    assert!(said.contains("1 person of the list is picked. 2 were there already."), "{said}");
}

#[test]
fn two_who_must_be_kept_apart() {
    let stage = Stage::typical().press("3 Enter a Enter w").type_text("yilmaz").press("Enter");
    insta::assert_snapshot!("why_they_are_kept_apart_is_asked", stage.screen());
    let stage = stage.type_text("a quarrel, told in confidence").press("Enter");
    insta::assert_snapshot!("the_page_says_from_whom_but_not_why", stage.screen());
    let secret = |stage: &Stage| stage.screen().contains("quarrel");
    assert!(!secret(&stage));
    // On the page of the other it is known as well, and the reason is there for whoever asks.
    let stage = stage.press("Esc Down Down Enter");
    assert!(stage.screen().contains("from Mārtiņš Šķēle"), "{}", stage.screen());
    let stage = stage.press("w 1 s");
    insta::assert_snapshot!("the_reason_for_whoever_asks", stage.screen());
    // Neither the history nor the journal nor a search has it.
    let stage = stage.press("Esc i");
    assert!(stage.screen().contains("restricted") && !secret(&stage), "{}", stage.screen());
    let stage = stage.press("Esc Esc Space");
    insta::assert_snapshot!("picked_he_keeps_the_other_away", stage.press("Home").screen());
    let stage = Stage::typical().press("3 Enter a Enter w").type_text("yilmaz").press("Enter").type_text("quarrel");
    let stage = stage.press("Enter Esc Space Down Down Space Ctrl-S");
    insta::assert_snapshot!("the_group_warns_and_says_not_why", stage.screen());
    assert!(!secret(&stage));
    let stage = stage.press("Tab j j Enter w 1 r");
    assert!(stage.screen().contains("No longer kept apart"), "{}", stage.screen());
    let stage = stage.press("u");
    assert!(stage.screen().contains("Keep apart"), "{}", stage.screen());
}

#[test]
fn appointments_and_other_groups_collide() {
    let mut stage = Stage::typical();
    let (skele, silva) = (who(&stage, "Šķēle"), who(&stage, "de Silva"));
    let day = |text: &str| text.parse().unwrap();
    let time = |text: &str| chrono::NaiveTime::parse_from_str(text, "%H:%M").unwrap();
    let court = Appointment { date: day("2026-12-04"), time: time("14:00"), minutes: 30, what: "hearing".to_owned() };
    let entry = |person, appointment: &Appointment| Entry::Appointment {
        person,
        item: "1".to_owned(),
        to: Some(Box::new(appointment.clone())),
    };
    // K-08 meets in the afternoon: another group that meets with it is one of those who are in K-07.
    let id = stage.reads().group_by_code("K-08").unwrap().unwrap();
    let other = stage.reads().group_by_code("K-07").unwrap().unwrap();
    let record = stage.reads().group(id, "en").unwrap().unwrap();
    let seventh = stage.reads().group(other, "en").unwrap().unwrap();
    let mut moved = seventh.sessions[5].clone();
    (moved.session.date, moved.session.time) = (record.sessions[3].session.date, record.group.time);
    let session = Entry::Session { group: other, session: moved.id, to: Some(Box::new(moved.session)) };
    stage.record(vec![entry(skele, &court), entry(silva, &court), session]);
    let stage = stage.press("3 Enter a");
    insta::assert_snapshot!("a_hearing_collides", stage.screen());
    let stage = stage.press("/").type_text("gjonaj").press("Enter");
    insta::assert_snapshot!("another_group_collides", stage.screen());
    let stage = stage.press("Esc Esc t");
    insta::assert_snapshot!("a_hearing_on_the_time_line", stage.screen());
}

/// An appointment is written down on the person's page, shown there, and taken out again.
#[test]
fn an_appointment_is_recorded_and_taken_out() {
    let stage = Stage::typical().press("2 Enter a Ctrl-U").type_text("2026-12-04 14:00").press("Enter Ctrl-U");
    let stage = stage.type_text("30").press("Enter").type_text("dentist").press("Enter");
    insta::assert_snapshot!("the_page_has_the_appointment", stage.screen());
    let stage = stage.press("a");
    insta::assert_snapshot!("take_it_out_or_write_another", stage.screen());
    let stage = stage.press("Down Enter");
    assert!(stage.screen().contains("Taken out: Fri 4 Dec 14:00, 30 min: dentist"), "{}", stage.screen());
    assert!(!stage.screen().contains("Appointments"), "{}", stage.screen());
}

/// Whoever is removed leaves nothing behind, and comes back whole.
#[test]
fn a_person_is_removed_with_everything_about_them() {
    let mut stage = Stage::typical();
    let (one, other) = (who(&stage, "Ōuyáng"), who(&stage, "Yılmaz"));
    stage.record(vec![keeping_apart(one, other, Some(Apart { why: "a debt".to_owned() }))]);
    let about = onward::domain::record::About::Everything;
    let stage = stage.press("2 /").type_text("ouyang").press("Enter Enter D y");
    assert_eq!(stage.reads().standing("apart", about).unwrap().len(), 0, "{}", stage.screen());
    let stage = stage.press("u");
    assert_eq!(stage.reads().standing("apart", about).unwrap().len(), 1, "{}", stage.screen());
}
