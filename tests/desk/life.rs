//! Life happens to a timetable: sessions are moved, cancelled, inserted, split and joined, and whoever does it
//! sees first what it comes to.

use crate::stage::Stage;
use onward::domain::entry::Entry;
use onward::domain::record::{GroupRecord, GroupsQuery, Window};

/// The group that is in mid-course, and its page.
fn in_course() -> Stage {
    Stage::typical().press("3 Down Enter")
}

fn group(stage: &Stage, code: &str) -> GroupRecord {
    let reads = stage.reads();
    reads.group(reads.group_by_code(code).unwrap().unwrap(), "en").unwrap().unwrap()
}

/// `4 24 Nov`: the sessions of a group in order.
fn timetable(stage: &Stage) -> Vec<String> {
    let line = |dated: &onward::domain::record::Dated| {
        format!("{} {}", dated.session.label(), dated.session.date.format("%-d %b"))
    };
    group(stage, "K-07").sessions.iter().map(line).collect()
}

#[test]
fn moving_a_session_shows_what_it_comes_to() {
    let stage = in_course();
    let before = timetable(&stage);
    let stage = stage.press("Down m Ctrl-U").type_text("2026-12-03").press("Enter");
    let stage = stage.type_text("no escort").press("Enter");
    insta::assert_snapshot!("a_session_moves_and_the_later_ones_follow", stage.screen());
    insta::assert_snapshot!("a_session_moves_alone", stage.press("l").screen());
    let stage = in_course().press("Down m Ctrl-U").type_text("2026-12-03").press("Enter");
    let stage = stage.type_text("no escort").press("Enter");
    assert_eq!(timetable(&stage), before, "nothing is recorded before it was looked at");
    // The store is closed and opened again while somebody looks at it.
    let stage = stage.reopen().press("Enter");
    insta::assert_snapshot!("the_page_after_the_cascade", stage.screen());
    assert_ne!(timetable(&stage), before);
    assert_eq!(timetable(&stage.press("u")), before, "one step, one undo");
}

#[test]
fn a_session_is_cancelled_in_one_of_three_ways() {
    let stage = in_course().press("Down c");
    insta::assert_snapshot!("what_becomes_of_a_cancelled_session", stage.screen());
    let off = in_course().press("Down c 1").type_text("lockdown").press("Enter");
    insta::assert_snapshot!("a_day_falls_out", off.screen());
    let out = in_course().press("Down c 2").type_text("lockdown").press("Enter Enter");
    let others: Vec<_> = timetable(&out).into_iter().filter(|line| !line.starts_with("5 ")).collect();
    assert!(others.iter().all(|line| timetable(&in_course()).contains(line)), "the others stay");
    let up = in_course().press("Down c 3").type_text("lockdown").press("Enter");
    insta::assert_snapshot!("the_later_ones_move_up", up.screen());
    let again = out.press("p Ctrl-U").type_text("2026-12-04").press("Enter");
    insta::assert_snapshot!("a_cancelled_session_is_planned_again", again.screen());
    insta::assert_snapshot!("planned_again", again.press("Enter").screen());
}

#[test]
fn an_extra_session_is_inserted() {
    let stage = in_course().press("n");
    insta::assert_snapshot!("an_extra_session_of_which_one", stage.screen());
    let stage = stage.press("2 Ctrl-U").type_text("2026-11-26 13:00").press("Enter");
    insta::assert_snapshot!("an_extra_session_before_it_is_recorded", stage.screen());
    let stage = stage.press("Enter");
    assert!(timetable(&stage).contains(&"2x 26 Nov".to_owned()));
    insta::assert_snapshot!("an_extra_session_on_the_page", stage.screen());
    insta::assert_snapshot!("an_extra_session_in_the_register", stage.press("w").screen());
}

#[test]
fn a_session_is_split_and_joined_again() {
    let stage = in_course().press("Down Down");
    let before = timetable(&stage);
    let stage = stage.press("S");
    insta::assert_snapshot!("where_the_second_part_begins", stage.screen());
    let stage = stage.press("Enter");
    insta::assert_snapshot!("when_the_second_part_is", stage.screen());
    let stage = stage.press("Enter");
    insta::assert_snapshot!("a_split_before_it_is_recorded", stage.screen());
    let stage = stage.press("Enter").reopen();
    insta::assert_snapshot!("a_split_session_on_the_page", stage.screen());
    let room = stage.press("Down Down s");
    let screen = room.screen();
    assert!(screen.contains("session 6a of 10") && screen.contains("The journey"), "{screen}");
    assert!(!screen.contains("Bed, money"), "what comes in the second part is not on the agenda:\n{screen}");
    let stage = room.press("Esc J");
    insta::assert_snapshot!("the_parts_become_one", stage.screen());
    let stage = stage.press("Enter");
    assert_eq!(timetable(&stage), before);
    assert_eq!(timetable(&stage.press("u u")), before);
    let stage = in_course().press("Down J Enter");
    insta::assert_snapshot!("two_sessions_in_one", stage.screen());
}

/// The prison is closed on a Friday in December: no session goes there, typed or following.
#[test]
fn a_closed_day_is_never_used() {
    let closed = "(closed: [(when: On(\"2026-12-04\"), why: \"painting\")])";
    let stage =
        Stage::typical().closed(closed).press("3 Down Enter Down m Ctrl-U").type_text("2026-12-04").press("Enter");
    insta::assert_snapshot!("a_closed_day_is_refused", stage.screen());
    let stage = stage.press("Ctrl-U").type_text("2026-12-01").press("Enter").type_text("court").press("Enter Enter");
    assert!(timetable(&stage).iter().all(|line| !line.ends_with(" 4 Dec")), "{:?}", timetable(&stage));
}

/// Another group has the room at that time, and a facilitator of this one.
#[test]
fn a_clash_is_named() {
    let stage = in_course();
    let rows = stage.reads().groups(&GroupsQuery::default(), &Window::Start, 9).unwrap();
    let (mine, other) = (group(&stage, "K-07"), rows.iter().map(|row| &row.value).find(|row| row.group.code != "K-07"));
    let mut other = stage.reads().group(other.unwrap().id, "en").unwrap().unwrap();
    other.group.room.clone_from(&mine.group.room);
    other.group.facilitators = mine.group.facilitators[..1].to_vec();
    other.sessions[0].session.date = "2026-12-03".parse().unwrap();
    other.sessions[0].session.time = "10:30:00".parse().unwrap();
    let (id, dated) = (other.id, other.sessions[0].clone());
    let session = Entry::Session { group: id, session: dated.id, to: Some(Box::new(dated.session)) };
    let mut stage = stage;
    stage.record(vec![Entry::Group { group: id, to: Some(Box::new(other.group)) }, session]);
    let stage = stage.press("Esc 3 Home Down Enter Down m Ctrl-U").type_text("2026-12-03").press("Enter");
    insta::assert_snapshot!(stage.type_text("court").press("Enter").screen());
}

#[test]
fn a_change_on_a_small_screen_and_in_bokmal() {
    let moved = |stage: Stage| {
        let stage = stage.press("3 Down Enter Down m Ctrl-U").type_text("2026-12-03").press("Enter");
        stage.type_text("no escort").press("Enter")
    };
    insta::assert_snapshot!("a_change_on_a_small_screen", moved(Stage::typical().size(60, 20)).screen());
    insta::assert_snapshot!("a_change_in_bokmal", moved(Stage::typical().lang("nb")).screen());
    insta::assert_snapshot!("ways_to_cancel_in_bokmal", Stage::typical().lang("nb").press("3 Down Enter c").screen());
}
