//! The check of the record in the desk: beside the work, for those who review, and stopped with Esc.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::staff::Role;

/// The screen with nothing in place of the head, which is another in every store.
fn screen(stage: &Stage) -> String {
    stage.screen().replace(&stage.reads().head().unwrap().to_string(), "(head)")
}

#[test]
fn what_verify_says_is_shown_once_it_is_found() {
    let stage = Stage::typical().press("Ctrl-G");
    assert_snapshot!("goes_on", stage.screen());
    assert_snapshot!("whole", screen(&stage.finish_work()));
    let stage = Stage::typical().lang("nb").size(60, 20).press("Ctrl-G").finish_work();
    assert_snapshot!("whole_small_in_bokmal", screen(&stage));
}

#[test]
fn the_first_row_that_is_not_right_is_named() {
    let stage = Stage::typical();
    stage.behind_its_back("UPDATE step SET actor = 'Nobody' WHERE id = 1");
    assert_snapshot!("not_what_was_recorded", stage.press("Ctrl-G").finish_work().screen());
}

#[test]
fn whoever_goes_on_working_is_told_in_one_line() {
    let stage = Stage::typical().press("Ctrl-G 2").finish_work();
    assert_snapshot!("people_while_it_ended", stage.screen());
    let stage = Stage::typical();
    stage.behind_its_back("DELETE FROM mark");
    let stage = stage.press("Ctrl-G 2").finish_work();
    assert!(stage.screen().contains("First bad row: table mark"), "{}", stage.screen());
}

#[test]
fn esc_stops_it_and_only_one_thing_is_done_beside() {
    let stage = Stage::crowded().press("Ctrl-G Ctrl-G");
    assert!(stage.screen().contains("Other work goes on beside the desk"), "{}", stage.screen());
    let stage = stage.press("Esc").finish_work();
    assert!(stage.screen().contains("Stopped before the end"), "{}", stage.screen());
    assert!(stage.screen().contains("Sessions today"), "{}", stage.screen());
    // A desk that is opened again does not pretend that it goes on.
    let stage = stage.press("Ctrl-G").reopen();
    assert!(stage.screen().contains("Sessions today"), "{}", stage.screen());
}

#[test]
fn it_is_for_those_who_review() {
    let stage = Stage::typical().signed_in("Ola", Role::Supervisor).press("Ctrl-G").finish_work();
    assert!(stage.screen().contains("The record is whole"), "{}", stage.screen());
    let stage = Stage::typical().signed_in("Ola", Role::Coordinator).press("Ctrl-G");
    assert!(stage.screen().contains("not for your role"), "{}", stage.screen());
}
