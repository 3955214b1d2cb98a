//! A store that can only be read: every screen says so, and what would be recorded is refused in words.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::record::About;

#[test]
fn every_screen_says_that_the_store_can_only_be_read() {
    let stage = Stage::typical().frozen();
    assert_snapshot!("today", stage.screen());
    let stage = stage.press("2");
    assert_snapshot!("people", stage.screen());
    let stage = Stage::typical().frozen().press("3 Enter w");
    assert_snapshot!("register", stage.screen());
}

#[test]
fn there_is_room_for_it_on_a_small_screen() {
    assert_snapshot!("today_small", Stage::typical().frozen().size(60, 20).screen());
    let stage = Stage::typical().lang("nb").frozen().size(60, 20);
    assert_snapshot!("today_small_in_bokmal", stage.screen());
    assert_snapshot!("people_small_in_bokmal", stage.press("2").screen());
    let stage = Stage::typical().room_safe().frozen().size(60, 20);
    assert_snapshot!("room_safe_too", stage.screen());
}

#[test]
fn what_would_be_recorded_is_refused_and_the_desk_goes_on() {
    let stage = Stage::typical().frozen();
    let entries = stage.reads().history(About::Everything, None, 1).unwrap();
    let stage = stage.press("s p");
    assert_snapshot!("refused", stage.screen());
    assert_eq!(stage.reads().history(About::Everything, None, 1).unwrap(), entries);
    let stage = stage.press("2 Enter");
    assert!(stage.screen().contains("READ ONLY"), "{}", stage.screen());
}
