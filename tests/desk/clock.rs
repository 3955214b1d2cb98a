//! The clock of the room: pauses, an agenda that changes while it runs, and what makes the rest fit.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::agenda::Point;
use onward::domain::outcome::Delivery;
use onward::domain::pause::Interruption;
use onward::domain::record::GroupRecord;
use onward::domain::room::Room;

fn group(stage: &Stage) -> GroupRecord {
    let id = stage.reads().group_by_code("K-07").unwrap().unwrap();
    stage.reads().group(id, "en").unwrap().unwrap()
}

/// What `see` makes of the room of today, as it is on disk.
fn on_disk<T>(stage: &Stage, see: impl Fn(&Room) -> T) -> T {
    let record = group(stage);
    let of_today = record.sessions.iter().find(|dated| dated.session.date == stage.now.date_naive()).unwrap();
    see(&Room::of(&record, of_today.id).unwrap())
}

/// Minutes and a sign for what became of it, of everything on the agenda of today.
fn agenda(stage: &Stage) -> String {
    let say = |point: &Point| match point.delivery {
        None => point.minutes.to_string(),
        Some(Delivery::Running { .. }) => format!(">{}", point.minutes),
        Some(Delivery::Done { .. }) => format!("+{}", point.minutes),
        Some(Delivery::Skipped) => format!("-{}", point.minutes),
    };
    on_disk(stage, |room| room.points().iter().map(say).collect::<Vec<_>>().join(" "))
}

fn status(stage: &Stage) -> String {
    stage.screen().lines().last().unwrap().trim().to_owned()
}

fn head(stage: &Stage) -> String {
    stage.screen().lines().next().unwrap().trim().to_owned()
}

/// Everybody here, the second activity runs, and twelve minutes are lost.
fn behind() -> Stage {
    Stage::typical().press("s A Space").wait(22).press("Space").wait(3)
}

/// In the second activity the alarm goes.
fn paused() -> Stage {
    Stage::typical().press("s A Space").wait(10).press("Space").wait(7).press("P e").wait(12)
}

#[test]
fn minutes_are_changed_by_one_and_typed() {
    let stage = Stage::typical().press("s Space Tab").wait(3).press("+ E E -");
    let status = |stage: &Stage| stage.screen().lines().last().unwrap().trim().to_owned();
    assert_eq!(status(&stage), "Check-in: 12 min");
    let stage = stage.press("D").press("Down M").type_text("x").press("Enter");
    assert!(stage.screen().contains("+3 and -3"), "{}", stage.screen());
    let stage = stage.press("Ctrl-U").type_text("-4").press("Enter");
    assert_eq!(status(&stage), "What I have, what I lack: 16 min");
    // What runs keeps what it has had, and what is over stays.
    let stage = stage.press("Up M Ctrl-U").type_text("1").press("Enter");
    assert_eq!(status(&stage), "Check-in: 3 min");
    assert_snapshot!(stage.press("M").screen());
}

#[test]
fn a_pause_cannot_be_missed() {
    assert_snapshot!(paused().screen());
}

#[test]
fn a_pause_in_bokmal() {
    assert_snapshot!(paused().lang("nb").screen());
}

#[test]
fn a_pause_on_a_small_terminal() {
    assert_snapshot!(paused().size(60, 20).screen());
}

#[test]
fn a_pause_is_nobodys_delay() {
    let stage = Stage::typical().press("s A Space").wait(10).press("Space").wait(7).press("P");
    // The key pauses, whatever is answered after it.
    assert_eq!(on_disk(&stage, |room| room.pause().map(|(_, pause)| pause.why)), Some(Interruption::Other));
    let unsaid = Stage::typical().press("s A Space P Enter");
    assert_eq!(on_disk(&unsaid, |room| room.pause().map(|(_, pause)| pause.why)), Some(Interruption::Other));
    let stage = stage.press("e").wait(12);
    assert_eq!(on_disk(&stage, |room| room.pause().map(|(_, pause)| pause.why)), Some(Interruption::Evacuation));
    // Nothing begins until it goes on.
    let stage = stage.press("Space");
    assert_eq!(
        (status(&stage).as_str(), agenda(&stage).as_str()),
        ("! The session is paused. P goes on.", "+10 >20 30 20 10")
    );
    let stage = stage.press("P");
    assert_eq!(status(&stage), "Going on after 12 min. Nobody is behind for it.");
    assert!(head(&stage).ends_with("00:17 of 90 min  12 min paused: ends 11:42"), "{}", head(&stage));
    let stage = stage.wait(16);
    assert!(head(&stage).ends_with("00:33 of 90 min  3 min behind, 12 paused: ends 11:45"), "{}", head(&stage));
    // Closed, what was delivered is without the pause.
    let stage = stage.press("C Enter");
    let spent = on_disk(&stage, |room| {
        let point = room.points()[1];
        room.record.spent(room.id, point.delivery.unwrap(), stage.now).num_minutes()
    });
    assert_eq!(spent, 23);
}

#[test]
fn a_power_cut_in_a_pause_loses_nothing() {
    let body = |stage: &Stage| stage.screen().lines().take(22).map(str::to_owned).collect::<Vec<_>>();
    let stage = paused();
    let before = body(&stage);
    let stage = stage.reopen();
    assert_eq!(body(&stage), before);
    let stage = stage.press("P F");
    assert!(head(&stage).ends_with("on time: ends 11:30"), "{}", head(&stage));
    let agendas = agenda(&stage);
    assert_eq!(agenda(&stage.reopen()), agendas);
}

#[test]
fn closing_ends_a_pause() {
    let stage = paused().press("C Enter");
    assert!(on_disk(&stage, |room| room.pause().is_none() && room.running().is_none()));
    // One step: undone, the session is paused again.
    let stage = stage.press("u");
    assert!(on_disk(&stage, |room| room.pause().is_some() && room.running().is_some()));
}

#[test]
fn the_agenda_changes_while_it_runs() {
    let stage = Stage::typical().press("s A Space").wait(10).press("Space").wait(7);
    assert_eq!(agenda(&stage), "+10 >20 30 20 10");
    let stage = stage.press("L");
    assert_eq!(status(&stage), "What I have, what I lack: 25 min");
    let stage = stage.press("Tab Down S S Down O J").type_text("Questions 10").press("Enter");
    assert_eq!(agenda(&stage), "+10 >25 20 10 20 10");
    assert_snapshot!(stage.screen());
    // Every key was a step of its own.
    let stage = stage.press("u u u u u");
    assert_eq!(agenda(&stage), "+10 >20 30 20 10");
}

#[test]
fn what_runs_gives_way_and_comes_again() {
    let stage = Stage::typical().press("s A Space").wait(10).press("Space").wait(7).press("O");
    assert_eq!(agenda(&stage), "+10 +7 >30 13 20 10");
    assert_eq!(status(&stage), "Now: Letter to the consulate. Then the rest of What I have, what I lack.");
    assert!(head(&stage).ends_with("on time: ends 11:30"), "{}", head(&stage));
    assert_snapshot!(stage.size(60, 20).press("Tab Down").screen());
}

#[test]
fn what_makes_the_rest_fit_is_offered_and_taken_with_one_key() {
    let stage = behind();
    assert_snapshot!(stage.screen());
    let stage = stage.press("F");
    assert_eq!(agenda(&stage), "+10 >20 30 12 6");
    assert!(head(&stage).ends_with("on time: ends 11:30"), "{}", head(&stage));
    let stage = stage.press("u");
    assert_eq!(agenda(&stage), "+10 >20 30 20 10");
}

#[test]
fn the_offer_in_bokmal_on_a_small_terminal() {
    assert_snapshot!(behind().lang("nb").size(60, 20).wait(20).screen());
}

#[test]
fn the_end_can_be_agreed_anew() {
    let stage = Stage::typical().press("s A Space").wait(5).press("T");
    assert_snapshot!(stage.screen());
    let stage = stage.press("Backspace Backspace 0 5 Enter");
    assert_eq!(status(&stage), "The session must end at 11:05.");
    assert!(head(&stage).ends_with("25 min behind: ends 11:30"), "{}", head(&stage));
    let stage = stage.press("F");
    assert_eq!(agenda(&stage), ">8 20 30 -20 7");
    let stage = stage.press("u T Ctrl-U Enter");
    assert_eq!(status(&stage), "The session ends by its timetable, at 11:30.");
}

#[test]
fn keys_that_can_change_nothing_say_why() {
    for (keys, said) in [
        ("Tab Up L", "! This is over: it keeps the time it had."),
        ("Tab Up O", "! This is over: it keeps the time it had."),
        ("Tab End S S", "! It cannot be shorter. Space goes on to the next; K leaves out what is ahead."),
        ("Tab End O", "! Nothing is ahead to swap it with."),
        ("C Enter P", "! Only a running session can be paused."),
        ("C Enter L", "! This session is over. Marks can still be corrected."),
        ("C Enter F", "! This works while the session runs. Press Space to begin it."),
    ] {
        assert_eq!(status(&behind().press(keys)), said, "{keys}");
    }
    assert_eq!(status(&Stage::typical().press("s A Space F")), "Nothing to fit: the session ends in time.");
    let late = Stage::typical().press("s A Space Space Space Space Space").wait(120).press("F");
    assert_eq!(status(&late), "Nothing is left to shorten or leave out. C closes the session.");
    let stage = Stage::typical().press("s A Space J").type_text("Questions").press("Enter");
    assert!(stage.screen().contains("Write a title and then minutes from 1 to 240"), "{}", stage.screen());
}

#[test]
fn what_was_delivered_is_told_on_the_page_of_the_group() {
    let stage = Stage::typical().press("s A Space").wait(10).press("Space").wait(7).press("O").wait(20).press("P c");
    let stage = stage.wait(8).press("P Space").wait(13).press("Tab Down K J").type_text("Questions 10");
    let stage = stage.press("Enter Space").wait(11).press("C Enter 3 Down Enter Up");
    let told = "61 of 90 min, 8 min paused, 2 as planned, 1 shortened, 1 left out, 1 added";
    assert!(stage.screen().contains(told), "{}", stage.screen());
}
