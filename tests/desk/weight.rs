//! What a key weighs on the line: bytes matter where the line is slow.

use crate::stage::Stage;
use onward::tui::look::Ability;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;

/// The bytes that turn one screen into the other.
fn bytes(before: &Buffer, after: &Buffer) -> usize {
    let mut sent = Vec::new();
    CrosstermBackend::new(&mut sent).draw(before.diff(after).into_iter()).unwrap();
    sent.len()
}

const COLOUR: Ability = Ability { ascii: false, marker: false, colour: true };

/// What `key` weighs after `keys`, in colour and with a marker alone.
fn weigh(keys: &str, key: &str) -> (usize, usize) {
    let weigh = |ability| {
        let stage = Stage::typical().ability(ability).press(keys);
        let before = stage.buffer();
        bytes(&before, &stage.press(key).buffer())
    };
    (weigh(COLOUR), weigh(Ability { marker: true, ..COLOUR }))
}

#[test]
fn a_row_move_is_light() {
    for (keys, key) in [
        ("", "Down"),
        ("Down", "Down"),
        ("s Esc End", "Up"),
        ("s Down", "Down"),
        ("s o Down", "Down"),
        ("3", "Down"),
        ("3 Down Enter", "Down"),
        ("3 Down Enter Tab", "Down"),
        ("3 Enter a", "Down"),
        ("3 Enter a Down Down", "Up"),
    ] {
        let (bar, marker) = weigh(keys, key);
        assert!(bar <= 212 && marker <= 45, "{key} after '{keys}': {bar} with a bar, {marker} with a marker");
    }
}

/// In the register the line below says what the cell says.
#[test]
fn a_cell_move_is_light() {
    for key in ["Down", "Left", "Right"] {
        let (bar, marker) = weigh("3 Down w", key);
        assert!(bar.max(marker) <= 212, "{key}: {bar} with a bar, {marker} with a marker");
    }
}

#[test]
fn a_minute_in_the_room_is_light() {
    // On time; paused; behind, when what would make the rest fit is another thing every minute.
    for (keys, minutes, most) in [("s Space Down", 7, 60), ("s Space P e", 7, 60), ("s Space Down", 17, 150)] {
        let stage = Stage::typical().ability(COLOUR).press(keys).wait(minutes);
        let before = stage.buffer();
        let weight = bytes(&before, &stage.wait(1).buffer());
        assert!(weight <= most, "{weight} after {minutes} min");
    }
}
