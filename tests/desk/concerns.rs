//! Concerns: one short form over whatever is open, and seen by nobody else.

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
    Stage::typical().press("s ! 3 Enter").type_text("Duty officer").press("F2")
}

fn first(reads: &dyn Reads) -> PersonId {
    let query = PeopleQuery { order: "en".to_owned(), needles: Vec::new() };
    reads.people(&query, &Window::Start, 1).unwrap()[0].value.id
}

fn last_line(stage: &Stage) -> String {
    stage.screen().lines().last().unwrap().trim().to_owned()
}

#[test]
fn the_form_of_a_concern() {
    assert_snapshot!(Stage::typical().press("s ! 3 Enter").type_text("Duty").screen());
}

#[test]
fn the_form_of_a_concern_in_bokmal_on_a_small_terminal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("s !").screen());
}

#[test]
fn what_is_missing_is_said_at_its_field() {
    let stage = Stage::typical().press("s ! 9 F2");
    assert_snapshot!(stage.screen());
    assert_eq!(concerns(&stage), []);
}

#[test]
fn a_concern_is_recorded_and_said_to_nobody() {
    let stage = recorded();
    let found = concerns(&stage);
    let [(person, concern)] = &found[..] else { panic!("{found:?}\n{}", stage.screen()) };
    assert_eq!((concern.category, concern.to.as_str(), concern.at), (Category::Threatened, "Duty officer", stage.now));
    assert_eq!(last_line(&stage), "Recorded.");
    for about in [About::Everything, About::Person(*person)] {
        let history = stage.reads().history(about, None, 1_000).unwrap();
        assert!(history.iter().all(|recorded| recorded.entry.kind() != "concern"));
    }
    let stage = stage.press("u");
    assert_eq!(last_line(&stage), "Undone: concern");
    assert_eq!(concerns(&stage), []);
}

#[test]
fn it_is_asked_over_whatever_is_open_and_gives_it_back() {
    for (open, again) in [
        ("s n", "Note: "),
        ("s a", "court or legal"),
        ("s V", "who?"),
        ("s o", "outcomes"),
        (":", "Commands"),
        ("?", "Keys"),
        ("2 Enter D", "Cancel"),
        ("2 Enter e", "Reference"),
        ("3 Enter", "K-08"),
        ("3 Enter w", "K-08"),
        ("3 Enter t", "K-08"),
        ("F9", "History"),
        ("F12", "Concerns that you"),
    ] {
        for key in ["!", "F5"] {
            // A letter of a text stays one.
            if key == "!" && open == "2 Enter e" {
                continue;
            }
            let stage = Stage::typical().press(open).press(key);
            assert!(stage.screen().contains("A concern about"), "{open} {key}\n{}", stage.screen());
            let stage = stage.press("Esc");
            let screen = stage.screen();
            assert!(!screen.contains("A concern about") && screen.contains(again), "{open} {key}\n{screen}");
        }
    }
    // Half a note is given back as it was.
    let stage = Stage::typical().press("s n").type_text("Wow! He").press("F5 2 Esc Esc");
    assert!(stage.screen().contains("Wow! He"), "{}", stage.screen());
}

#[test]
fn whoever_is_selected_is_meant() {
    for open in ["s", "s o", "2", "2 Enter", "3 Enter Tab", "3 Enter w", "3 Enter t", "3 Enter E", "3 Enter a"] {
        let stage = Stage::typical().press(open).press("! 7 Tab").type_text("Chaplain").press("F2");
        assert_eq!(concerns(&stage).len(), 1, "{open}\n{}", stage.screen());
    }
    let stage = Stage::typical().press("2 ! 7 Tab").type_text("Chaplain").press("F2");
    assert_eq!(concerns(&stage)[0].0, first(stage.reads()));
}

#[test]
fn about_whom_is_asked_where_nobody_is_selected() {
    let stage = Stage::typical().press("4 F5").type_text("a").press("Tab");
    assert!(stage.screen().contains("Several are found"), "{}", stage.screen());
    let person = stage.reads().person(first(stage.reads())).unwrap().unwrap();
    let stage = stage.press("Shift-Tab Ctrl-U").type_text(&person.reference).press("Tab");
    assert!(stage.screen().contains(&format!("{} {}", person.reference, person.name())), "{}", stage.screen());
    let stage = stage.type_text("self").press("Enter").type_text("Chaplain").press("Enter Enter Enter");
    let found = concerns(&stage);
    assert_eq!((found[0].0, found[0].1.category), (first(stage.reads()), Category::SelfHarm));
}

#[test]
fn half_a_concern_comes_back_wherever_it_is_asked() {
    let stage = Stage::typical().press("s ! 3 Enter").type_text("Duty off").rest(1).reopen();
    let stage = stage.press("2 !");
    let screen = stage.screen();
    assert!(screen.contains("Duty off") && screen.contains("Half written before"), "{screen}");
    // Recorded, or thrown away by the second Esc, it is forgotten.
    let stage = stage.press("Esc");
    assert!(stage.screen().contains("Esc again"), "{}", stage.screen());
    let stage = stage.press("Esc !");
    assert!(!stage.screen().contains("Duty off"), "{}", stage.screen());
    assert!(!recorded().press("!").screen().contains("Duty"));
}

#[test]
fn in_front_of_the_group_nobody_reads_along() {
    let stage = Stage::typical().room_safe().press("s ! 3 Enter").type_text("Duty officer").press("Enter");
    assert_snapshot!(stage.screen());
    let stage = stage.press("F2");
    assert_eq!((concerns(&stage).len(), last_line(&stage)), (1, "Recorded.".to_owned()));
    let undone = stage.press("u");
    assert!(!last_line(&undone).contains("concern"), "{}", last_line(&undone));
}

#[test]
fn a_card_in_other_hands_asks_for_none() {
    let mut stage = Stage::typical();
    stage.now += chrono::Duration::days(3) + chrono::Duration::hours(4);
    let stage = stage.wait(0).press("Home Down s A Home R Enter");
    let before = stage.screen();
    assert_eq!(before, stage.press("! F5").screen());
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
