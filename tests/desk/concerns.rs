//! Concerns: recorded from any screen in a few keys, and seen by nobody else.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::concern::{Category, Concern};
use onward::domain::entry::Entry;
use onward::domain::id::PersonId;
use onward::domain::record::{About, PeopleQuery, Reads, Window};

fn concerns(stage: &Stage) -> Vec<(PersonId, Concern)> {
    let standing = stage.reads().standing("concern", About::Everything).unwrap();
    let concern = |entry| match entry {
        Entry::Concern { person, to: Some(to), .. } => Some((person, *to)),
        _ => None,
    };
    standing.into_iter().filter_map(concern).collect()
}

/// About the first person in the room: threatened, told to the duty officer now, no receipt yet.
fn recorded() -> Stage {
    Stage::typical().press("s ! 3").type_text("Duty officer").press("Enter Enter Enter")
}

fn first(reads: &dyn Reads) -> PersonId {
    let query = PeopleQuery { order: "en".to_owned(), needles: Vec::new() };
    reads.people(&query, &Window::Start, 1).unwrap()[0].value.id
}

#[test]
fn the_kinds_of_concern() {
    assert_snapshot!(Stage::typical().press("s !").screen());
}

#[test]
fn to_whom_a_concern_goes_in_bokmal_on_a_small_terminal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("s ! 3").screen());
}

#[test]
fn a_concern_is_recorded_and_said_to_nobody() {
    let stage = recorded();
    let found = concerns(&stage);
    let [(person, concern)] = &found[..] else { panic!("{found:?}\n{}", stage.screen()) };
    assert_eq!((concern.category, concern.to.as_str(), concern.at), (Category::Threatened, "Duty officer", stage.now));
    assert_eq!(stage.screen().lines().last().unwrap().trim(), "Recorded.");
    for about in [About::Everything, About::Person(*person)] {
        let history = stage.reads().history(about, None, 1_000).unwrap();
        assert!(history.iter().all(|recorded| recorded.entry.kind() != "concern"));
    }
    let stage = stage.press("u");
    assert_eq!(stage.screen().lines().last().unwrap().trim(), "Undone: concern");
    assert_eq!(concerns(&stage), []);
}

#[test]
fn ones_own_concerns_and_their_receipt() {
    let stage = recorded().press("F12");
    assert!(stage.screen().contains("no receipt yet"), "{}", stage.screen());
    let stage = stage.press("Enter").type_text("case 114").press("Enter");
    assert_snapshot!(stage.screen());
    assert_eq!(concerns(&stage)[0].1.receipt, "case 114");
}

#[test]
fn a_concern_of_somebody_else_does_not_show() {
    let mut stage = Stage::typical();
    let person = first(stage.reads());
    let to = "the nurse".to_owned();
    let concern =
        Concern { category: Category::Health, to, at: stage.now, receipt: String::new(), by: "Ola".to_owned() };
    stage.record(vec![Entry::Concern { person, item: "1".to_owned(), to: Some(Box::new(concern)) }]);
    let stage = stage.press("F12");
    assert!(stage.screen().contains("None."), "{}", stage.screen());
    assert!(!stage.press("2 Enter").screen().contains("oncern"));
}

#[test]
fn about_whom_is_asked_where_nobody_is_selected() {
    let stage = Stage::typical().press("F5");
    assert!(stage.screen().contains("about whom?"), "{}", stage.screen());
    let stage = stage.press("Enter 7").type_text("Chaplain").press("Enter Enter Enter");
    assert_eq!(concerns(&stage)[0].0, first(stage.reads()));
}
