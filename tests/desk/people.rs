//! People: the list, one person, the form, who may take part, history.

use crate::stage::Stage;
use insta::assert_snapshot;

#[test]
fn people_empty_says_what_to_do() {
    assert_snapshot!(Stage::empty().press("2").screen());
}

#[test]
fn people_typical() {
    assert_snapshot!(Stage::typical().press("2 Down").screen());
}

#[test]
fn people_crowded() {
    assert_snapshot!(Stage::crowded().press("2 PgDn PgDn").screen());
}

#[test]
fn people_on_a_small_screen() {
    assert_snapshot!(Stage::typical().size(60, 20).press("2").screen());
}

#[test]
fn people_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").press("2").screen());
}

#[test]
fn one_person() {
    assert_snapshot!(Stage::typical().press("2 Enter").screen());
}

#[test]
fn one_person_further_down() {
    assert_snapshot!(Stage::typical().press("2 Enter End").screen());
}

#[test]
fn one_person_on_a_small_screen_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("2 Enter").screen());
}

#[test]
fn who_may_take_part() {
    assert_snapshot!(Stage::typical().press("2 e").screen());
}

#[test]
fn who_may_take_part_crowded() {
    assert_snapshot!(Stage::crowded().press("2 e PgDn").screen());
}

#[test]
fn who_may_take_part_on_a_small_screen_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("2 e").screen());
}

#[test]
fn a_new_person_with_fields_that_cannot_be_right() {
    let stage = Stage::typical().press("2 a").type_text("0412").press("Tab").type_text("Ana").press("Tab Tab");
    let stage = stage.type_text("elvish").press("Tab Tab Tab Tab Tab").type_text("30.2.2027").press("Tab");
    assert_snapshot!(stage.screen());
}

#[test]
fn history_of_a_person() {
    assert_snapshot!(Stage::typical().press("2 Enter i Enter").screen());
}
