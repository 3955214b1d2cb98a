//! Keys as they are found, shown and changed.

use crate::stage::Stage;
use onward::tui::keymap::{Keymap, Wish};

fn last(stage: &Stage) -> String {
    stage.screen().lines().last().unwrap().trim().to_owned()
}

/// A hand that has only these keys left.
fn remapped() -> Keymap {
    let wish = |scope, action, keys| Wish { scope, action, keys };
    let wishes = [
        wish("room", "all-present", "Ctrl-E"),
        wish("room", "present", "Ctrl-T Ctrl-X"),
        wish("desk", "help", "F11"),
        wish("desk", "lock", "Ctrl-Y"),
    ];
    Keymap::built_in().remapped(&wishes).unwrap()
}

#[test]
fn other_keys_do_and_are_shown_in_footer_help_and_palette() {
    let stage = Stage::typical().keymap(remapped()).press("Enter");
    assert!(last(&stage).starts_with("Ctrl-T present") && last(&stage).contains("F11 keys"), "{}", last(&stage));
    let stage = stage.press("A");
    assert!(stage.screen().contains("0 of 4 here"), "{}", stage.screen());
    let stage = stage.press("Ctrl-E");
    assert!(stage.screen().contains("4 of 4 here"), "{}", stage.screen());
    let help = stage.press("F11").screen();
    assert!(help.contains("  Ctrl-T Ctrl-X  present"), "{help}");
    let stage = Stage::typical().keymap(remapped()).press("Enter :").type_text("all here");
    let palette = stage.screen();
    let line = palette.lines().find(|line| line.contains(" > all here ")).unwrap();
    assert!(line.contains(" Ctrl-E "), "{palette}");
    let stage = stage.press("Enter");
    assert!(stage.screen().contains("4 of 4 here"), "{}", stage.screen());
}

#[test]
fn locking_goes_by_its_key_before_everything() {
    let stage = Stage::typical().keymap(remapped()).press("F4 Ctrl-L");
    assert!(!stage.asked.lock);
    assert!(stage.press("Ctrl-Y").asked.lock);
}

#[test]
fn one_key_goes_round_the_five_pages() {
    let mut stage = Stage::typical().press("3 Enter");
    let mut heads = Vec::new();
    for _ in 0..5 {
        stage = stage.press("F7");
        heads.push(stage.screen().lines().nth(2).unwrap().trim().to_owned());
    }
    insta::assert_snapshot!(heads.join("\n"));
}

#[test]
fn the_palette_in_bokmal_on_a_small_screen() {
    let stage = Stage::typical().lang("nb").size(60, 20).press("2 F4").type_text("person");
    insta::assert_snapshot!(stage.screen());
}
