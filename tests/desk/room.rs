//! The room, as a facilitator works in it.

use crate::stage::Stage;
use insta::assert_snapshot;

#[test]
fn the_room_before_the_session_begins() {
    assert_snapshot!(Stage::typical().press("s").screen());
}

#[test]
fn the_room_in_the_middle_of_a_session() {
    assert_snapshot!(in_the_middle().screen());
}

fn in_the_middle() -> Stage {
    Stage::typical().press("s Space A").wait(11).press("Space").wait(24).press("Space").wait(2)
}
