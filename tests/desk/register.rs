//! The register as a coordinator keeps it.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::record::{PeopleQuery, Window};

#[test]
fn a_register_nobody_is_in() {
    let stage = Stage::empty().press("3 n 1 Ctrl-S Ctrl-S Esc");
    insta::assert_snapshot!(stage.press("w").screen());
}

#[test]
fn the_register_in_mid_course() {
    insta::assert_snapshot!(Stage::typical().press("3 Down w").screen());
}

#[test]
fn the_register_of_a_finished_group_in_bokmal() {
    insta::assert_snapshot!(Stage::typical().lang("nb").press("3 Down Down w").screen());
}

#[test]
fn the_register_on_a_small_screen() {
    insta::assert_snapshot!(Stage::typical().size(60, 20).press("3 Down w Left Left").screen());
}

/// Codes, minutes, notes, sessions caught up; the store closed and opened again half-way.
#[test]
fn a_register_is_put_right() {
    let stage = Stage::typical().press("3 Down w Down l Ctrl-U").type_text("25").press("Enter");
    let stage = stage.press("Down x n").type_text("did not come back from the yard").press("Enter");
    insta::assert_snapshot!("late_and_unexplained", stage.screen());
    let stage = stage.reopen();
    insta::assert_snapshot!("the_same_after_opening_again", stage.press("Down Down").screen());
    let stage = Stage::typical().press("3 Down w Down x b 1 Enter Enter Enter a");
    insta::assert_snapshot!("every_code_with_its_key", stage.screen());
    let stage = stage.press("i Enter i");
    insta::assert_snapshot!("the_history_of_a_mark", stage.screen());
    let stage = stage.press("Esc u u");
    insta::assert_snapshot!("undone_twice", stage.screen());
}

#[test]
fn cells_that_take_no_mark_say_why() {
    let stage = Stage::typical().press("3 Down w");
    let today = stage.press("Right p");
    insta::assert_snapshot!("today_is_for_the_room", today.screen().lines().last().unwrap());
    let ahead = today.press("Right p");
    insta::assert_snapshot!("ahead_takes_no_mark", ahead.screen().lines().last().unwrap());
}

/// Nobody opened the room: two days later the marks say that the session was held as planned.
#[test]
fn a_past_session_is_marked_in_the_register() {
    let stage = Stage::typical().wait(2 * 24 * 60).press("3 Down w Right");
    insta::assert_snapshot!("a_session_waits_for_marks", stage.screen());
    insta::assert_snapshot!("held_as_planned", stage.press("p Down p").screen());
}

#[test]
fn guests_stand_below_the_register_and_count_nowhere() {
    let query = PeopleQuery { order: "en".to_owned(), needles: Vec::new() };
    let stage = Stage::typical().press("s A");
    let first = stage.reads().people(&query, &Window::Start, 1).unwrap().remove(0).value.person;
    let people = |stage: &Stage| stage.screen().lines().skip(3).take(8).map(str::to_owned).collect::<Vec<_>>();
    let before = people(&Stage::typical().press("s A Esc w"));
    let stage = stage.press("V").type_text(&first.family.to_lowercase()).press("Enter p Esc w");
    assert_eq!(people(&stage), before);
    assert_snapshot!(stage.screen());
}
