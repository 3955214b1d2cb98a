//! Room-safe mode as the program is told of it: by the command line, the environment, a file; and over a lock.

use crate::prison::{OPEN, PASSPHRASE, Prison};
use std::fs;

/// Whether the desk, started so, says in its head that it is in room-safe mode.
fn is_room_safe(prison: &Prison, option: Option<&str>, variable: Option<&str>) -> bool {
    let arguments: Vec<&str> = OPEN.into_iter().chain(option).collect();
    let variables: Vec<_> = variable.map(|value| ("ONWARD_ROOM_SAFE", value)).into_iter().collect();
    let mut desk = prison.terminal_with(&arguments, &variables);
    desk.wait_for("Sessions today");
    desk.wait_for("Kari");
    desk.screen().contents().lines().next().unwrap().contains("room-safe")
}

#[test]
fn the_nearest_wish_decides() {
    let prison = Prison::with(24);
    let settings = prison.path(".config/onward/settings.ron");
    fs::create_dir_all(settings.parent().unwrap()).unwrap();
    for (file, variable, option, on) in [
        (None, None, None, false),
        (None, None, Some("--room-safe"), true),
        (None, Some("on"), None, true),
        (None, Some("on"), Some("--room-safe=off"), false),
        (Some("on"), None, None, true),
        (Some("on"), Some("off"), None, false),
        (Some("off"), None, None, false),
        // It may have been meant to say so.
        (Some("of"), None, None, true),
    ] {
        let _ = fs::remove_file(&settings);
        if let Some(word) = file {
            fs::write(&settings, format!("{{ \"room-safe\": \"{word}\" }}")).unwrap();
        }
        assert_eq!(is_room_safe(&prison, option, variable), on, "{file:?} {variable:?} {option:?}");
    }
    let refused = prison.run("--room-safe=maybe demo");
    assert_eq!(refused.code, Some(2), "{refused:?}");
}

#[test]
fn a_lock_does_not_bring_the_names_back() {
    let prison = Prison::with(24);
    let mut desk = prison.desk();
    desk.press("H", "room-safe");
    desk.press("\u{c}", "Type your passphrase");
    desk.press(&format!("{PASSPHRASE}\r"), "Sessions today");
    desk.wait_for("room-safe");
}
