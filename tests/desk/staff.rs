//! Who works on the store: the owner's page, and what a desk offers in each role.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::record::About;
use onward::domain::staff::{Area, Role, area};
use onward::tui::keymap::{Binding, Keymap, Scope};
use std::collections::BTreeSet;

#[test]
fn an_owner_adds_somebody_who_then_has_a_role() {
    let mut stage = Stage::typical().press("Ctrl-K");
    assert_snapshot!("alone", stage.screen());
    stage = stage.press("a").type_text("Ola Nordmann").press("Enter");
    assert_snapshot!("sign_in_name", stage.screen());
    stage = stage.type_text("on").press("Enter");
    assert_snapshot!("role", stage.screen());
    stage = stage.press("s").type_text("nine green kettles").press("Enter");
    assert!(!stage.screen().contains("kettles"), "{}", stage.screen());
    stage = stage.type_text("nine green kettle").press("Enter");
    assert!(stage.screen().contains("not the same"), "{}", stage.screen());
    stage = stage.type_text("s").press("Enter");
    assert_snapshot!("added", stage.screen());
    stage = stage.press("j r c");
    assert!(stage.screen().contains("on was changed") && stage.screen().contains("coordinator"), "{}", stage.screen());
    // Nothing of it is undone by the way; the history tells it.
    stage = stage.press("u F9");
    assert!(stage.screen().contains("role: supervisor → coordinator"), "{}", stage.screen());
    stage = stage.press("Esc D y");
    assert!(stage.screen().contains("on opens nothing any more"), "{}", stage.screen());
}

#[test]
fn the_staff_in_norwegian_and_on_a_small_screen() {
    let stage = Stage::typical().signed_in("Ola", Role::Supervisor).press("Ctrl-K").lang("nb");
    assert_snapshot!("norwegian", stage.press("Ctrl-K").screen());
    let stage = Stage::typical().signed_in("Ola", Role::Owner).size(60, 20).press("Ctrl-K");
    assert_snapshot!("small", stage.screen());
}

#[test]
fn the_owner_decides_when_the_desk_locks() {
    let stage = Stage::typical().press("Ctrl-K t Ctrl-u").type_text("16").press("Enter");
    assert!(stage.screen().contains("15"), "{}", stage.screen());
    let stage = stage.press("Ctrl-u").type_text("3").press("Enter");
    assert!(stage.screen().contains("locks after 3 minutes"), "{}", stage.screen());
    assert_eq!(stage.patience(), chrono::Duration::minutes(3));
}

#[test]
fn a_supervisor_sees_the_room_and_changes_nothing_in_it() {
    let stage = Stage::typical().signed_in("Ola", Role::Supervisor).press("Enter");
    assert_snapshot!("room_of_a_supervisor", stage.screen());
    let stage = stage.press("p");
    assert!(stage.screen().contains("not for your role"), "{}", stage.screen());
}

#[test]
fn no_key_of_any_screen_changes_anything_for_a_supervisor() {
    let keymap = Keymap::built_in();
    // What leaves the desk, and what belongs to the desk as a whole, is left out.
    let all = Scope::ALL.into_iter().flat_map(|scope| keymap.of(scope)).flat_map(Binding::key_names);
    let keys: BTreeSet<String> =
        all.filter(|key| !["q", "Ctrl-L", "Ctrl-G", "Ctrl-Z", "F8"].contains(&key.as_str())).collect();
    let places =
        ["1", "1 Enter", "2", "2 Enter", "3", "3 Enter", "3 Enter w", "4", "4 Enter", "5", "5 Enter", "Ctrl-K"];
    let count = |stage: &Stage| stage.reads().history(About::Everything, None, 10_000).unwrap().len();
    let mut stage = Stage::typical().signed_in("Ola", Role::Supervisor);
    let before = count(&stage);
    for open in places {
        for key in &keys {
            stage = stage.press("Esc Esc Esc Esc").press(open).press(key).press("Enter");
        }
    }
    let recorded = stage.reads().history(About::Everything, None, 10_000).unwrap();
    for new in &recorded[..recorded.len() - before] {
        assert!(matches!(area(&new.entry), Area::Safety | Area::Trace | Area::Everyday), "{:?}", new.entry);
    }
}

#[test]
fn a_trainer_reads_programmes_and_nothing_else() {
    let stage = Stage::of_a_trainer();
    assert_snapshot!("desk_of_a_trainer", stage.screen());
    let mut stage = stage.press("Enter");
    assert_snapshot!("programme_of_a_trainer", stage.screen());
    for key in ["1", "2", "3", "5", "F9", "F12", "!", "n", "Ctrl-K", "Ctrl-L", "u"] {
        stage = stage.press("Esc Esc").press(key);
        assert!(stage.screen().contains("not for your role"), "{key}:\n{}", stage.screen());
    }
    let stage = stage.press("Esc Esc Esc :").type_text("peop");
    assert!(!stage.screen().contains("people"), "{}", stage.screen());
}
