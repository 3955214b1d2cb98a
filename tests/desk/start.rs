//! Opening the desk: empty, typical, in both languages, on small screens.

use crate::stage::Stage;
use insta::assert_snapshot;

#[test]
fn a_terminal_that_is_too_small_says_so_and_waits() {
    assert_snapshot!(Stage::typical().size(50, 12).screen());
}

#[test]
fn help_is_made_from_the_key_table() {
    assert_snapshot!(Stage::typical().press("?").screen());
}

#[test]
fn the_palette_finds_an_action_by_its_words() {
    assert_snapshot!(Stage::typical().press(":").type_text("sess").screen());
}

#[test]
fn the_palette_says_what_to_do_where_nothing_is_called_so() {
    let screen = Stage::typical().press(":").type_text("zzz").screen();
    assert!(screen.contains("Nothing here is called “zzz”.") && screen.contains("? shows every key"), "{screen}");
}
