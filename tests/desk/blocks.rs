//! The register like a spreadsheet: blocks, filling, copying, pasting, sorting, what is missing.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::figures::Register;
use onward::domain::record::About;
use onward::tui::look::Ability;

fn last(stage: &Stage) -> String {
    stage.screen().lines().last().unwrap().trim().to_owned()
}

/// K-07 in the register, at the last session held: three of ten, one mark missing.
fn register() -> Stage {
    Stage::typical().press("3 Down w")
}

/// Entries so far: a step more is a number more.
fn steps(stage: &Stage) -> Vec<i64> {
    let entries = stage.reads().history(About::Everything, None, 10_000).unwrap();
    let mut steps: Vec<i64> = entries.into_iter().map(|recorded| recorded.step).collect();
    steps.dedup();
    steps
}

/// The lines of the register that are people, without the totals at their right.
fn grid(stage: &Stage) -> String {
    let screen = stage.screen();
    screen.lines().skip(6).take(4).map(|line| line.chars().take(47).collect::<String>() + "\n").collect()
}

fn without_cursor(stage: &Stage) -> String {
    grid(stage).replace(['[', ']', '>'], " ")
}

#[test]
fn a_block_is_marked_with_one_letter_in_one_step() {
    let stage = register().press("g Left Left V Down Down Right Right");
    assert_snapshot!("a_block_is_marked_out", stage.screen());
    let before = steps(&stage).len();
    let stage = stage.press("p");
    assert_snapshot!("all_of_it_present", stage.screen());
    assert_eq!(steps(&stage).len(), before + 1);
    let stage = stage.reopen().press("u");
    assert_eq!(steps(&stage).len(), before + 2);
    assert_eq!(without_cursor(&stage), without_cursor(&register()));
}

#[test]
fn shift_and_arrows_mark_out_too_and_escape_leaves_it() {
    let shifted = register().press("g Shift-Down Shift-Down Shift-Left");
    assert_eq!(grid(&shifted), grid(&register().press("g V Down Down Left")));
    let left = shifted.press("Esc");
    assert_eq!(grid(&left).matches('[').count(), 1);
    // Once more, and it goes back.
    assert!(left.press("Esc").screen().contains("Programme"));
}

#[test]
fn minutes_and_notes_are_asked_once_for_the_block() {
    let stage = register().press("g Shift-Down l");
    assert_snapshot!("minutes_for_two", stage.screen().lines().skip(9).take(6).collect::<Vec<_>>().join("\n"));
    let stage = stage.press("Ctrl-U").type_text("15").press("Enter");
    assert_eq!(last(&stage), "2 cells changed.");
    assert_eq!(grid(&stage).matches(" L").count(), 2, "{}", grid(&stage));
}

#[test]
fn filling_goes_right_and_down_and_says_what_it_leaves() {
    // A line to its end: what is cancelled, today or ahead stays as it is.
    let stage = register().press("g Left Left x V End Right Right Right Right Right Right Right Right Right Right g R");
    assert_snapshot!("filled_right", stage.screen());
    // Down from the first line; a single cell takes what is above it.
    let stage = register().press("g i V Down Down Down D");
    assert_snapshot!("filled_down", format!("{}{}", grid(&stage), last(&stage)));
    let stage = register().press("g f Down D");
    assert_snapshot!("filled_from_above", format!("{}{}", grid(&stage), last(&stage)));
    // Nothing to fill from.
    let stage = register().press("g Right Right R");
    assert!(last(&stage).starts_with("! Nothing is recorded there"), "{}", last(&stage));
}

#[test]
fn what_is_pasted_is_read_before_it_is_recorded() {
    let stage = register().press("g Left Left");
    let before = steps(&stage);
    let text = "late 12\tpresent\tx\nP\tTIL STEDE\tL\n\t.\tmaybe\nP\tP\tP\nP\nP\n";
    let stage = stage.paste(text);
    assert_snapshot!("a_dry_run", stage.screen());
    let left = stage.press("Esc");
    assert_eq!(steps(&left), before);
    let stage = left.paste(text).press("Enter");
    assert_snapshot!("pasted", stage.screen());
    assert_eq!(steps(&stage).len(), before.len() + 1);
    let stage = stage.reopen().press("u");
    assert_eq!(without_cursor(&stage), without_cursor(&register()));
}

#[test]
fn a_dry_run_in_bokmal_on_a_small_screen() {
    let stage = Stage::typical().lang("nb").size(60, 20).press("3 Down w g Left Left");
    assert_snapshot!(stage.paste("sen 12\ttil stede\tx\nP\tP\tL\n\t.\tkanskje\nP\tP\tP\nP\nP\n").screen());
}

#[test]
fn what_is_copied_is_pasted_here_and_offered_to_the_terminal() {
    let stage = register().press("g Left V Down Right C");
    let offered = stage.asked.copy.clone().unwrap();
    assert_snapshot!("copied", format!("{offered}{}", last(&stage)));
    // On the other lines of the same sessions, as one step.
    let stage = stage.press("Esc Down Down Left P Enter");
    assert_snapshot!("pasted_here", format!("{}{}", grid(&stage), last(&stage)));
    // The text comes in again as it went out; nothing changes where it came from.
    let stage = register().press("g Left").paste(&offered);
    assert!(stage.screen().contains("Nothing would change"), "{}", stage.screen());
    let nothing = register().press("P");
    assert!(last(&nothing).starts_with("! Nothing was copied here yet."), "{}", last(&nothing));
}

#[test]
fn a_block_on_a_small_screen_without_a_bar() {
    let ability = Ability { ascii: true, marker: true, colour: false };
    let stage = Stage::typical().lang("nb").size(60, 20).ability(ability);
    assert_snapshot!(stage.press("3 Down w g Left V Down Down Right").screen());
}

#[test]
fn one_value_goes_into_every_cell_of_a_block() {
    let stage = register().press("g V Down Down").paste("court or legal").press("Enter");
    assert_eq!(grid(&stage).matches('C').count(), 3, "{}", grid(&stage));
}

#[test]
fn a_refusal_of_everything_changes_nothing() {
    let stage = register().press("g Right Right V Down");
    let before = steps(&stage);
    let stage = stage.press("p");
    assert!(last(&stage).starts_with("! Nothing changed: session 5 is ahead"), "{}", last(&stage));
    assert_eq!(steps(&stage), before);
}

#[test]
fn one_key_goes_to_the_next_cell_that_is_missing() {
    let stage = Stage::typical().wait(2 * 24 * 60).press("3 Down w g Left Left");
    let mut seen = Vec::new();
    let mut stage = stage;
    for _ in 0..7 {
        stage = stage.press("N");
        seen.push(stage.screen().lines().rev().nth(2).unwrap().trim().to_owned());
    }
    assert_snapshot!(seen.join("\n"));
    // Marked one after the other, each with two keys, until nothing is missing.
    let record = stage.reads().group_by_code("K-07").unwrap().unwrap();
    for _ in 0..6 {
        stage = stage.press("N p");
    }
    stage = stage.press("N");
    assert_eq!(last(&stage), "Nothing is missing: every mark is recorded.");
    let record = stage.reads().group(record, "en").unwrap().unwrap();
    assert_eq!(Register::of(&record).total.not_recorded, 0);
}

#[test]
fn people_are_sorted_and_no_line_moves_while_it_is_marked() {
    let stage = register().press("S");
    assert_snapshot!("by_attendance", stage.screen());
    let order = |stage: &Stage| -> Vec<String> {
        stage.screen().lines().skip(6).take(4).map(|line| line.chars().skip(3).take(12).collect()).collect()
    };
    let before = order(&stage);
    // The best becomes the worst, and stays where it stands until it is sorted again.
    let stage = stage.press("g Down Down Down x Left x Left x");
    assert_eq!(order(&stage), before);
    let stage = stage.press("S S S");
    assert_ne!(order(&stage), before);
    let stage = stage.press("S S");
    assert_eq!(last(&stage), "By name.");
    assert_eq!(order(&stage), order(&register()));
}

/// A list out of another program has its own order, and names whom it means.
#[test]
fn a_pasted_block_with_names_goes_to_whom_it_names() {
    let stage = register().press("g Left Left").paste("Gjonaj\tx\tp\n0434\t\tL 5\nNobody Known\tp\nEmir I.\tp\n");
    assert_snapshot!("pasted_by_name", stage.screen());
    let stage = stage.press("Enter");
    assert_snapshot!("pasted_by_name_and_done", format!("{}{}", grid(&stage), last(&stage)));
    let stage = stage.reopen().press("u");
    assert_eq!(without_cursor(&stage), without_cursor(&register()));
}

/// Where several people fit it is asked, and the others of the list are not lost.
#[test]
fn a_name_that_two_people_have_is_asked() {
    let mut stage = register();
    let group = stage.reads().group_by_code("K-07").unwrap().unwrap();
    let record = stage.reads().group(group, "en").unwrap().unwrap();
    let mut other = record.members[1].person.clone();
    other.family = record.members[0].person.family.clone();
    let to = Some(Box::new(other));
    stage.record(vec![onward::domain::entry::Entry::Person { person: record.members[1].id, to }]);
    let stage = stage.press("3 Down w g Left Left").paste("Fernandez Sola\tx\nEmir\tx\n");
    assert_snapshot!("who_is_meant", stage.screen());
    let stage = stage.press("2");
    assert_snapshot!("the_second_is_meant", stage.screen());
    assert_eq!(grid(&stage.press("Enter")).matches('X').count(), 2);
}

/// The names and the numbers of the sessions stay where they are, however far it is gone to the right.
#[test]
fn names_and_numbers_stay_when_it_scrolls() {
    let stage = Stage::typical().size(60, 20).press("3 Down w Right Right Right Right Right Right Right");
    let screen = stage.screen();
    assert!(screen.contains("4–10 of 10") && screen.contains(" 9 10"), "{screen}");
    assert!(screen.contains("Gjonaj, Fatos") && screen.contains("Imširović"), "{screen}");
}
