//! Today, as somebody sees it who has just come in.

use crate::stage::Stage;
use insta::assert_snapshot;

#[test]
fn today_says_what_is_on_and_what_needs_watching() {
    assert_snapshot!(Stage::typical().screen());
}

#[test]
fn today_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").screen());
}

#[test]
fn today_on_a_small_terminal() {
    assert_snapshot!(Stage::typical().size(60, 20).screen());
}

#[test]
fn today_with_nobody_says_how_to_begin() {
    assert_snapshot!(Stage::empty().screen());
}

#[test]
fn today_with_people_and_no_group() {
    assert_snapshot!(Stage::empty().press("P").screen());
}
