//! What the desk sends to a terminal: sizes, plain terminals, and how many bytes.

use crate::prison::{OPEN, Prison};
use crate::terminal::{Terminal, selected};
use std::time::Duration;

/// A page of 80 columns and 24 rows may take this many bytes.
const PAGE: usize = 1_700;
/// The desk has drawn all that it had to draw.
const REST: Duration = Duration::from_millis(200);

fn has_reversed_cell(desk: &Terminal) -> bool {
    (0..24).any(|row| (0..80).any(|column| desk.screen().cell(row, column).is_some_and(vt100::Cell::inverse)))
}

/// Every number of every sequence that sets how text looks.
fn styles(bytes: &[u8]) -> Vec<u32> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\u{1b}[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    sequences.flat_map(|numbers| numbers.split(';').filter_map(|n| n.parse().ok()).collect::<Vec<_>>()).collect()
}

fn is_colour(style: u32) -> bool {
    matches!(style, 30..=38 | 40..=48 | 90..=107)
}

#[test]
fn any_size_any_time() {
    let prison = Prison::with(24);
    let mut desk = prison.desk();
    desk.resize(50, 10);
    desk.wait_for("Onward needs 60 columns and 20 rows");
    assert!(!desk.screen().contents().contains("Sessions today"));
    desk.resize(60, 20);
    desk.wait_for("Sessions today");
    desk.press("2", "Find");
    assert_eq!(desk.screen().contents().lines().count(), 20);
    desk.resize(120, 40);
    desk.wait_until("24 people on 40 rows", |screen| {
        screen.contents().lines().count() == 40 && screen.contents().contains("24 people")
    });
}

#[test]
fn plain_terminals_get_what_they_can_show() {
    let prison = Prison::with(24);
    for (option, variable, is_ascii, is_plain, has_bar) in [
        (None, ("COLORTERM", ""), false, false, true),
        (Some("--ascii"), ("COLORTERM", ""), true, false, true),
        (None, ("LANG", "C"), true, false, true),
        (None, ("NO_COLOR", "1"), false, true, true),
        (None, ("TERM", "dumb"), true, true, false),
    ] {
        let arguments: Vec<&str> = OPEN.into_iter().chain(option).collect();
        let mut desk = prison.terminal_with(&arguments, &[variable]);
        desk.wait_for("Sessions today");
        desk.press("s", "Agenda");
        desk.press("h2", "Find");
        desk.wait_until("selection", |screen| selected(screen).is_some());
        assert_eq!(has_reversed_cell(&desk), has_bar, "{option:?} {variable:?}");
        desk.press("?", "Keys");
        assert_eq!(desk.bytes.is_ascii(), is_ascii, "{option:?} {variable:?}");
        assert_eq!(!styles(&desk.bytes).into_iter().any(is_colour), is_plain, "{option:?} {variable:?}");
    }
}

#[test]
fn few_bytes_move_the_selection() {
    let prison = Prison::with(80);
    for (option, most) in [(None, 212), (Some("--marker"), 45)] {
        let arguments: Vec<&str> = OPEN.into_iter().chain(option).collect();
        let mut desk = prison.terminal(&arguments);
        desk.wait_for("Sessions today");
        desk.press("2", "Country");
        desk.wait_for_rest(REST);
        for _ in 0..12 {
            let (before, from) = (selected(desk.screen()), desk.bytes.len());
            desk.type_text("j");
            desk.wait_until("next row", |screen| selected(screen).is_some_and(|row| Some(row) != before));
            desk.wait_for_rest(Duration::from_millis(20));
            let bytes = desk.bytes.len() - from;
            assert!(bytes <= most, "{bytes} bytes for a row, {option:?}");
        }
    }
}

#[test]
fn a_held_key_costs_two_pages_at_the_most() {
    let prison = Prison::with(80);
    let mut desk = prison.desk();
    desk.press("2", "Country");
    desk.wait_for_rest(REST);
    // A busy machine may let the desk draw between two keys: the best of a few counts.
    let mut times = ["j", "k", "j", "k"].map(|key| {
        let from = desk.bytes.len();
        desk.type_text(&key.repeat(30));
        desk.wait_for_rest(REST);
        desk.bytes.len() - from
    });
    times.sort_unstable();
    assert!((1..=2 * PAGE).contains(&times[0]), "{times:?}");
}

#[test]
fn at_rest_nothing_is_sent_and_nothing_wakes() {
    let prison = Prison::with(24);
    let mut desk = prison.desk();
    let mut is_silent = || {
        desk.wait_for_rest(REST);
        let before = (desk.sleeps(), desk.bytes.len());
        desk.wait_for_rest(Duration::from_secs(2));
        before == (desk.sleeps(), desk.bytes.len())
    };
    // A slow start is over after the first; what wakes once in a while does so in each of them.
    assert!((0..3).any(|_| is_silent()));
}
