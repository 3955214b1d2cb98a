//! A desk that is left alone, or stopped, locks: nothing personal is left on the screen or in memory.

use crate::memory;
use crate::prison::{OPEN, PASSPHRASE, Prison};
use onward::store::unlock;

/// Longer than a slow machine takes to open and to look into; milliseconds.
const PATIENCE: &str = "4000";

/// The key of the store as SQLCipher is given it, and as it is.
fn key(prison: &Prison) -> (Vec<u8>, Vec<u8>) {
    let pragma = unlock(&prison.path("store"), PASSPHRASE).unwrap().key.pragma();
    let hex = pragma.split('\'').nth(1).unwrap().as_bytes().to_vec();
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    let raw = hex.chunks(2).map(pair).collect();
    (hex, raw)
}

#[test]
fn an_idle_desk_shows_nothing_and_remembers_nothing() {
    let prison = Prison::with(24);
    let (hex, raw) = key(&prison);
    let mut desk = prison.terminal_with(&OPEN, &[("ONWARD_PATIENCE", PATIENCE), ("ONWARD_WATCHED", "yes")]);
    desk.wait_for("Sessions today");
    desk.press("2", "Find");
    let row = desk.screen().contents().lines().find(|line| line.starts_with(" > ")).unwrap().to_owned();
    let name = row.trim_start_matches([' ', '>']).split([' ', ',']).next().unwrap().to_owned();
    assert!(name.chars().count() > 2, "{row}");
    let sought = [hex.as_slice(), raw.as_slice(), name.as_bytes(), PASSPHRASE.as_bytes()];
    let open = memory::found(desk.pid, &sought);
    assert!(open[1] > 0 && open[2] > 0, "whoever looks in finds what is there: {open:?}");

    // Nobody types: the thread that reads keys waits all the time.
    desk.wait_for("Type your passphrase");
    assert!(!desk.screen().contents().contains(&name));
    let locked = memory::found(desk.pid, &sought);
    assert_eq!(locked, [0, 0, 0, 0], "key in hex, key, {name}, passphrase; while open: {open:?}");

    desk.press(&format!("{PASSPHRASE}\r"), "Find");
    desk.wait_for(&name);
}
