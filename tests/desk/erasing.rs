//! Erasing a person from the desk: the typed reference, why, and where the prison chose so a second person.

use crate::stage::{ACTOR, Stage};
use insta::assert_snapshot;
use onward::domain::entry::Entry;
use onward::domain::erasure::ErasureRequest;
use onward::domain::id::PersonId;
use onward::domain::record::{PeopleQuery, Stamp, Window};
use onward::domain::setting::Setting;

/// The first of the list, who is in no group, with the reference that has to be typed.
fn first(stage: &Stage) -> (PersonId, String) {
    let query = PeopleQuery { order: "en".to_owned(), ..PeopleQuery::default() };
    let row = stage.reads().people(&query, &Window::Start, 1).unwrap().remove(0);
    (row.value.id, row.value.person.reference)
}

fn needs_two(mut stage: Stage) -> Stage {
    let item = Setting::ErasureNeedsTwo.id().to_owned();
    stage.record(vec![Entry::Setting { item, to: Some(Box::new("yes".to_owned())) }]);
    stage
}

fn asked_by(stage: &mut Stage, by: &str, person: PersonId) {
    let request = ErasureRequest { by: by.to_owned(), at: stage.now, why: "on request".to_owned() };
    let stamp = Stamp { actor: by.to_owned(), at: stage.now };
    stage.fill([(stamp, vec![request.of(person)])]);
}

#[test]
fn a_person_is_erased_once_the_reference_is_typed() {
    let stage = Stage::typical();
    let (person, reference) = first(&stage);
    let stage = stage.press("2 Enter Z");
    assert_snapshot!("the_reference_is_asked_for", stage.screen());
    let stage = stage.type_text("9999").press("Enter");
    assert!(stage.screen().contains("That is not"), "{}", stage.screen());
    let stage = stage.press("Backspace Backspace Backspace Backspace").type_text(&reference).press("Enter");
    assert_snapshot!("why_is_asked_for", stage.screen());
    let stage = stage.type_text("on request").press("Enter");
    assert_snapshot!("erased", stage.screen());
    assert_eq!(stage.reads().person(person).unwrap(), None);
    // Undo brings back other things, never this.
    let stage = stage.press("u u u");
    assert_eq!(stage.reads().person(person).unwrap(), None);
}

#[test]
fn erasing_on_a_small_screen_in_bokmal() {
    let stage = Stage::typical().lang("nb").size(60, 20).press("2 Enter Z");
    assert_snapshot!(stage.screen());
}

#[test]
fn whoever_has_a_place_in_a_group_is_not_erased() {
    let stage = Stage::typical();
    let placed = *stage.reads().placed().unwrap().keys().next().unwrap();
    let reference = stage.reads().person(placed).unwrap().unwrap().reference;
    let stage = stage.press("2 /").type_text(&reference).press("Enter Enter Z");
    assert!(stage.screen().contains("They have a place in"), "{}", stage.screen());
}

#[test]
fn where_two_are_needed_the_first_asks_and_cannot_approve() {
    let stage = needs_two(Stage::typical());
    let (person, reference) = first(&stage);
    let stage = stage.press("2 Enter Z").type_text(&reference).press("Enter").type_text("on request").press("Enter");
    assert!(stage.screen().contains("somebody else approves it"), "{}", stage.screen());
    assert!(stage.reads().person(person).unwrap().is_some());
    let stage = stage.press("Z");
    assert!(stage.screen().contains("Somebody else has to approve it"), "{}", stage.screen());
    // What was asked for is taken back like everything else.
    let stage = stage.press("u Z");
    assert!(stage.screen().contains("Erase"), "{}", stage.screen());
}

#[test]
fn the_second_person_approves() {
    let mut stage = needs_two(Stage::typical());
    let (person, reference) = first(&stage);
    asked_by(&mut stage, "Ola", person);
    let stage = stage.press("2 Enter Z");
    assert_snapshot!("approving", stage.screen());
    let stage = stage.type_text(&reference).press("Enter");
    assert_eq!(stage.reads().person(person).unwrap(), None);
    let history = stage.reads().history(onward::domain::record::About::Person(person), None, 50).unwrap();
    let told = history.iter().find_map(|recorded| match &recorded.entry {
        Entry::Erasure { to: Some(to), .. } => Some((to.asked_by.clone(), to.approved_by.clone())),
        _ => None,
    });
    assert_eq!(told, Some(("Ola".to_owned(), Some(ACTOR.to_owned()))));
    assert_snapshot!("the_history_of_everything_after_erasing", stage.press("F9").screen());
}
