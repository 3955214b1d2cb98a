//! Catching up with another group: booked for a coming session, expected there, made good once marked.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::attendance::{Code, MadeGood, Mark};
use onward::domain::record::GroupRecord;

/// The register of K-07 at the second session of somebody who was ill then.
fn register(stage: Stage) -> Stage {
    stage.press("3 Down w Home Down Down Down Left")
}

fn group(stage: &Stage, code: &str) -> GroupRecord {
    stage.reads().group(stage.reads().group_by_code(code).unwrap().unwrap(), "en").unwrap().unwrap()
}

/// The mark that somebody of K-07 has who was ill.
fn ill(stage: &Stage) -> Mark {
    let record = group(stage, "K-07");
    let mark = record.marks.into_values().find(|mark| mark.code == Code::Ill);
    mark.unwrap()
}

#[test]
fn a_coming_session_of_another_group_is_booked() {
    let stage = register(Stage::typical()).press("b");
    assert_snapshot!("where_it_can_be_made_good", stage.screen());
    let stage = stage.press("2");
    assert_snapshot!("booked_in_the_own_register", stage.screen());
    assert_snapshot!(
        "booked_on_a_small_screen_in_bokmal",
        register(Stage::typical().size(60, 20).lang("nb")).press("b 2").screen()
    );
}

#[test]
fn whoever_is_booked_is_expected_there_and_has_made_it_good_once_marked() {
    let stage = register(Stage::typical()).press("b 2").reopen();
    let host = stage.press("3 w Home Right");
    assert_snapshot!("booked_in_the_other_register", host.screen());
    // A week later, in the room of the other group.
    let room = host.press("Esc").wait(7 * 24 * 60 + 4 * 60).press("1 Down Enter");
    assert!(room.screen().contains("K-08 · session 2"), "{}", room.screen());
    assert_snapshot!("expected_in_the_other_room", room.screen());
    assert_eq!(ill(&room).caught_up, None);
    let room = room.press("End p");
    let made_good = ill(&room).caught_up.unwrap();
    assert!(
        matches!(&made_good.how, Some(MadeGood::Elsewhere { code, label, .. }) if (code.as_str(), label.as_str()) == ("K-08", "2"))
    );
    assert_eq!(made_good.minutes, 90);
    // Away after all, and here again; one step each.
    let room = room.press("End i");
    assert_eq!(ill(&room).caught_up, None);
    let room = room.press("u");
    assert_eq!(ill(&room).caught_up.as_ref(), Some(&made_good));
    let home = room.reopen().press("3 Down w Home Down Down Down Left");
    assert_snapshot!("made_good_in_the_own_register", home.screen());
}

#[test]
fn a_booking_is_taken_out_and_undone() {
    let stage = register(Stage::typical()).press("b 2");
    let guests = |stage: &Stage| group(stage, "K-08").guests.len();
    assert_eq!(guests(&stage), 1);
    let stage = stage.press("b");
    assert!(stage.screen().contains("take out K-08, session 2"), "{}", stage.screen());
    let stage = stage.press("2");
    assert_eq!(guests(&stage), 0);
    let stage = stage.reopen().press("u");
    assert_eq!(guests(&stage), 1);
    assert!(register(stage).press("Esc").press("u").screen().contains("K-07"), "the other way of undoing it");
}
