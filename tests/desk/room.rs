//! The room, as a facilitator works in it.

use crate::stage::{Stage, ten_oclock};
use insta::assert_snapshot;
use onward::domain::attendance::{Code, Mark};
use onward::domain::entry::Entry;
use onward::domain::figures::Register;
use onward::domain::group::{Enrolment, Place, Session, SessionState};
use onward::domain::record::{About, Dated, GroupRecord, PeopleQuery, Window};
use onward::domain::room::Room;

/// The group with a session today.
fn group(stage: &Stage) -> GroupRecord {
    let id = stage.reads().group_by_code("K-07").unwrap().unwrap();
    stage.reads().group(id, "en").unwrap().unwrap()
}

/// The session of the day.
fn of_today(record: &GroupRecord, stage: &Stage) -> Dated {
    record.sessions.iter().find(|dated| dated.session.date == stage.now.date_naive()).unwrap().clone()
}

/// The marks of the session of the day, in the order of the screen.
fn marks(stage: &Stage) -> Vec<(Option<Code>, Option<u16>)> {
    let record = group(stage);
    let room = Room::of(&record, of_today(&record, stage).id).unwrap();
    let mark = |mark: Option<&Mark>| (mark.map(|m| m.code), mark.and_then(|m| m.minutes));
    room.people().map(|member| mark(room.mark(member.id))).collect()
}

/// How many steps are in the journal of the store.
fn steps(stage: &Stage) -> usize {
    let history = stage.reads().history(About::Everything, None, 10_000).unwrap();
    history.iter().map(|recorded| recorded.step).collect::<std::collections::BTreeSet<_>>().len()
}

/// Thirty-seven minutes in, behind, one late, one at court, one not recorded.
fn in_the_middle() -> Stage {
    Stage::typical().press("s Space p").wait(11).press("l Space").wait(24).press("c Space").wait(2)
}

/// Twelve people in the group of today.
fn of_twelve() -> Stage {
    let mut stage = Stage::typical();
    let record = group(&stage);
    let query = PeopleQuery { order: "en".to_owned(), needles: Vec::new() };
    let people = stage.reads().people(&query, &Window::Start, 100).unwrap();
    let others = people.iter().filter(|row| record.member(row.value.id).is_none()).take(8);
    let places = others.map(|row| {
        let enrolment = Enrolment::new(Place::Enrolled, record.group.start);
        Entry::Enrolment { group: record.id, person: row.value.id, to: Some(Box::new(enrolment)) }
    });
    let places = places.collect();
    stage.record(places);
    stage
}

#[test]
fn the_room_before_the_session_begins() {
    assert_snapshot!(Stage::typical().press("s").screen());
}

#[test]
fn the_room_in_the_middle_of_a_session() {
    assert_snapshot!(in_the_middle().press("Down").screen());
}

#[test]
fn the_room_in_bokmal() {
    assert_snapshot!(in_the_middle().lang("nb").press("Down").screen());
}

#[test]
fn the_room_on_a_small_terminal() {
    assert_snapshot!(in_the_middle().size(60, 20).press("Down").screen());
}

#[test]
fn the_room_of_twelve() {
    assert_snapshot!(of_twelve().press("s Space End").screen());
}

#[test]
fn the_room_of_twelve_on_a_small_terminal() {
    assert_snapshot!(of_twelve().size(60, 20).press("s Space End").screen());
}

#[test]
fn one_activity_read_as_a_whole() {
    assert_snapshot!(in_the_middle().size(60, 20).press("Tab Enter").screen());
}

#[test]
fn what_is_not_recorded_at_the_end() {
    assert_snapshot!(in_the_middle().press("C").screen());
}

#[test]
fn a_session_that_was_closed() {
    assert_snapshot!(in_the_middle().press("C").type_text("Bring forms").press("Enter Down").screen());
}

#[test]
fn outcomes_are_one_key_each() {
    assert_snapshot!(in_the_middle().press("A o A a p n Up").screen());
}

#[test]
fn outcomes_on_a_small_terminal() {
    assert_snapshot!(in_the_middle().size(60, 20).press("A o A a p n Up").screen());
}

#[test]
fn every_code_has_its_key() {
    assert_snapshot!(Stage::typical().press("s a").screen());
}

#[test]
fn the_first_mark_begins_the_session() {
    let stage = Stage::typical().press("s p");
    let record = group(&stage);
    let dated = of_today(&record, &stage);
    assert_eq!(dated.session.state, SessionState::Running { since: stage.now });
    assert_eq!(marks(&stage)[0], (Some(Code::Present), None));
    // One step: undone, nothing has happened.
    let stage = stage.press("u");
    assert_eq!(of_today(&group(&stage), &stage).session.state, SessionState::Planned);
    assert_eq!(marks(&stage), [(None, None); 4]);
}

#[test]
fn minutes_come_from_the_clock_and_can_be_changed() {
    let stage = Stage::typical().press("s Space").wait(12).press("l e l").wait(3);
    assert_eq!(
        marks(&stage)[..3],
        [(Some(Code::Late), Some(12)), (Some(Code::LeftEarly), Some(78)), (Some(Code::Late), Some(12))]
    );
    let before = steps(&stage);
    // The key again, on the first: other minutes; what is no number is refused.
    let stage = stage.press("Home l Backspace Backspace x Enter");
    assert!(stage.screen().contains("Write a number from 1 to 90"), "{}", stage.screen());
    let stage = stage.press("Backspace 8 Enter");
    assert_eq!(marks(&stage)[0], (Some(Code::Late), Some(8)));
    assert_eq!(steps(&stage), before + 1);
}

#[test]
fn twelve_people_with_three_exceptions_in_fifteen_keys() {
    let keys = "A g Down Down l Down Down x Down Down c";
    assert!(keys.split(' ').count() <= 15);
    let stage = of_twelve().press("s").wait(5).press(keys);
    let recorded = marks(&stage);
    let codes: Vec<_> = recorded.iter().map(|(code, _)| code.unwrap()).collect();
    assert_eq!(codes.len(), 12);
    assert_eq!((codes[2], codes[4], codes[6]), (Code::Late, Code::Unexplained, Code::Court));
    assert_eq!(codes.iter().filter(|code| **code == Code::Present).count(), 9);
}

#[test]
fn a_whole_session_in_twenty_keys_and_a_power_cut() {
    // Everybody here, five activities, one late, one note, closed.
    let parts = ["s A Space", "Space", "Space", "Down l n", "Enter", "Space", "Space", "C Enter"];
    assert!(parts.iter().map(|keys| keys.split(' ').count()).sum::<usize>() <= 20);
    let [start, second, third, late, note, fourth, fifth, close] = parts;
    let stage = Stage::typical().press(start).wait(10).press(second).wait(20).press(third).wait(5);
    let body = |stage: &Stage| stage.screen().lines().take(22).map(str::to_owned).collect::<Vec<_>>();
    let before = body(&stage);
    // The power goes; everything is there again.
    let stage = stage.reopen();
    assert_eq!(body(&stage), before);
    let stage = stage.press(late).type_text("tired").press(note).wait(25).press(fourth).wait(20).press(fifth);
    let stage = stage.wait(10).press(close);
    let record = group(&stage);
    let dated = of_today(&record, &stage);
    assert!(matches!(dated.session.state, SessionState::Held { to, .. } if to == stage.now));
    let room = Room::of(&record, dated.id).unwrap();
    let missing = room.missing();
    assert_eq!((missing.people.len(), missing.activities.len()), (0, 0));
    let notes = record.person_notes.iter().filter(|((session, _), _)| *session == dated.id);
    assert_eq!(notes.map(|(_, note)| note.as_str()).collect::<Vec<_>>(), ["tired"]);
    assert_eq!(room.running(), None);
    // Esc leaves for Today, where it is held now.
    assert!(stage.press("Esc").screen().contains("held"));
}

#[test]
fn the_last_session_finishes_the_group() {
    let mut stage = Stage::typical();
    let record = group(&stage);
    let ahead = record.sessions.iter().filter(|dated| dated.session.date > stage.now.date_naive());
    let cancelled = ahead.map(|dated| {
        let why = "prison closed".to_owned();
        let to = Session { state: SessionState::Cancelled { why }, ..dated.session.clone() };
        Entry::Session { group: record.id, session: dated.id, to: Some(Box::new(to)) }
    });
    let cancelled = cancelled.collect();
    stage.record(cancelled);
    let stage = stage.press("s A C Enter");
    let said = "Session 4 is closed, and the group is finished: 0 of 5 completed.";
    assert!(stage.screen().contains(said), "{}", stage.screen());
    assert_eq!(group(&stage).group.finished, Some(stage.now.date_naive()));
    // Undone, the group goes on and the session runs.
    let stage = stage.press("u Esc");
    assert_eq!(group(&stage).group.finished, None);
    assert!(stage.screen().contains("of 90 min"));
}

#[test]
fn a_session_left_open_overnight_ends_by_its_plan() {
    let stage = Stage::typical().press("s Space A").wait(24 * 60);
    let screen = stage.screen();
    assert!(screen.contains("open since Tue 24 Nov 10:00"), "{screen}");
    let stage = stage.press("C Enter");
    let record = group(&stage);
    let dated = record.sessions.iter().find(|dated| dated.session.date == ten_oclock().date_naive()).unwrap();
    let to = ten_oclock() + chrono::Duration::minutes(90);
    assert_eq!(dated.session.state, SessionState::Held { from: ten_oclock(), to });
}

#[test]
fn a_key_that_can_do_nothing_says_why() {
    let status = |stage: &Stage| stage.screen().lines().last().unwrap().trim().to_owned();
    // A session of another day; one that was held; one that has not begun.
    let ahead = Stage::typical().press("End s p");
    assert_eq!(status(&ahead), "! Planned for Tue 8 Dec: move it to today in its group first.");
    assert_eq!(status(&ahead.press("Space")), "! Planned for Tue 8 Dec: move it to today in its group first.");
    let held = Stage::typical().press("Down s Space");
    assert_eq!(status(&held), "! This session is over. Marks can still be corrected.");
    let planned = Stage::typical().press("s C");
    assert_eq!(status(&planned), "! This session has not begun. Press Space to begin it.");
    let running = planned.press("Space").wait(9).press("Space Tab Up K");
    assert_eq!(status(&running), "! This activity is done: it cannot be left out any more.");
    assert_eq!(status(&running.press("R")), "! No self-rating belongs to this session.");
}

#[test]
fn an_activity_that_runs_is_left_where_it_is() {
    let stage = Stage::typical().press("s Space").wait(7).press("Tab K");
    let status = |stage: &Stage| stage.screen().lines().last().unwrap().trim().to_owned();
    assert_eq!(status(&stage), "Left after 7 min: Check-in. Now: What I have, what I lack, 20 min");
    let screen = stage.screen();
    assert!(screen.contains("✓ 10  Check-in                   7") && screen.contains("▸ 20  What I have"), "{screen}");
    // One key, one step back.
    assert!(stage.press("u").screen().contains("▸ 10  Check-in                   7"));
    // Only just begun, it was left out; and nothing ends while it is paused.
    let stage = Stage::typical().press("s Space Tab K");
    assert_eq!(status(&stage), "Left out: Check-in. Now: What I have, what I lack, 20 min");
    let stage = Stage::typical().press("s Space").wait(7).press("P o Tab K");
    assert!(stage.screen().contains("‖ 10  Check-in"), "{}", stage.screen());
}

#[test]
fn an_activity_is_left_out_and_taken_in_again() {
    let stage = Stage::typical().press("s Space Tab Down K");
    assert!(stage.screen().contains("– 20  What I have, what … left out"), "{}", stage.screen());
    let stage = stage.wait(10).press("Space");
    assert!(stage.screen().contains("▸ 30  Letter to the consulate"), "{}", stage.screen());
    let stage = stage.press("Up K").wait(1).press("Space");
    assert!(stage.screen().contains("▸ 20  Papers through the Red"), "{}", stage.screen());
    let stage = stage.press("Space Space");
    assert!(stage.screen().contains("▸ 20  What I have"), "{}", stage.screen());
}

#[test]
fn a_mark_that_needs_a_reason_asks_for_it() {
    let stage = Stage::typical().press("s s").type_text("shouted").press("Enter");
    let record = group(&stage);
    let mark = record
        .marks
        .get(&(
            of_today(&record, &stage).id,
            Room::of(&record, of_today(&record, &stage).id).unwrap().people().next().unwrap().id,
        ))
        .unwrap();
    assert_eq!((mark.code, mark.note.as_str()), (Code::SentOut, "shouted"));
}

#[test]
fn late_is_one_key_and_all_here_leaves_exceptions() {
    let stage = Stage::typical().press("s").wait(6).press("l").press("c A");
    let codes: Vec<_> = marks(&stage).into_iter().map(|(code, _)| code.unwrap()).collect();
    assert_eq!(codes, [Code::Late, Code::Court, Code::Present, Code::Present]);
    assert_eq!(marks(&stage)[0].1, Some(6));
}

#[test]
fn who_left_or_was_away_comes_back_with_the_minutes_missed() {
    let first = |stage: &Stage| {
        let record = group(stage);
        let dated = of_today(&record, stage);
        let room = Room::of(&record, dated.id).unwrap();
        room.people().map(|member| room.mark(member.id).cloned().unwrap()).collect::<Vec<_>>()
    };
    // Late, then left; at court from the start; and both are back.
    let stage = Stage::typical().press("s Space").wait(5).press("l c A").wait(30).press("Home e").wait(15);
    assert_eq!(first(&stage)[0].missed(), Some(5 + 55));
    let stage = stage.press("Home B Down B");
    assert_snapshot!(stage.screen());
    let marks = first(&stage);
    assert_eq!((marks[0].code, marks[0].missed()), (Code::Late, Some(5 + 15)));
    assert_eq!((marks[1].code, marks[1].missed()), (Code::Present, Some(50)));
    // Undone, they are away again; and nobody else comes back.
    let stage = stage.press("u u End B");
    assert_eq!((first(&stage)[0].code, first(&stage)[1].code), (Code::LeftEarly, Code::Court));
    assert!(stage.screen().contains("Come back is for somebody marked away."), "{}", stage.screen());
}

#[test]
fn who_came_back_in_a_session_that_is_over_is_asked_for_the_minutes() {
    let stage = Stage::typical().press("s Space c A").wait(30).press("C Enter Home B");
    assert!(stage.screen().contains("is back: how many minutes"), "{}", stage.screen());
    let stage = stage.press("Backspace 2 5 Enter");
    assert!(stage.screen().contains("present, away 25"), "{}", stage.screen());
}

#[test]
fn everybody_here_achieved_everything_in_one_key() {
    let stage = Stage::typical().press("s A Home c o Right p Esc X");
    let record = group(&stage);
    let dated = of_today(&record, &stage);
    let room = Room::of(&record, dated.id).unwrap();
    let missing = room.missing();
    assert_eq!(missing.outcomes.0, 0, "{}", stage.screen());
    // One at court, who was judged by hand all the same.
    let outcomes = record.outcomes.keys().filter(|(session, _, _)| *session == dated.id).count();
    assert_eq!(outcomes, 3 * room.plan.objectives.len() + 1);
    let stage = stage.press("X");
    assert!(stage.screen().contains("That is recorded already."), "{}", stage.screen());
    let stage = stage.press("u");
    assert!(stage.screen().contains("Undone"), "{}", stage.screen());
}

/// Somebody else lets themselves be found by three letters and joins the room of today.
fn with_a_guest() -> Stage {
    let stage = Stage::typical();
    let record = group(&stage);
    let query = PeopleQuery { order: "en".to_owned(), needles: Vec::new() };
    let people = stage.reads().people(&query, &Window::Start, 100).unwrap();
    let stranger = people.iter().find(|row| record.member(row.value.id).is_none()).unwrap();
    let name = stranger.value.person.family.to_lowercase();
    stage.press("s Space A V").type_text(&name)
}

#[test]
fn a_guest_is_found_as_you_type() {
    assert_snapshot!(with_a_guest().screen());
}

#[test]
fn a_guest_is_found_in_bokmal_on_a_small_terminal() {
    assert_snapshot!(with_a_guest().lang("nb").size(60, 20).press("V").screen());
}

#[test]
fn a_guest_is_marked_like_the_others_and_counted_in_nothing() {
    let stage = with_a_guest().press("Enter");
    let record = group(&stage);
    let session = of_today(&record, &stage).id;
    let guest = record.guests_at(session).next().unwrap().id;
    assert!(stage.screen().contains("guest"), "{}", stage.screen());
    // Selected at once: one key more, and the guest is late.
    let stage = stage.wait(7).press("l");
    assert_snapshot!(stage.screen());
    let after = group(&stage);
    assert_eq!(after.marks.get(&(session, guest)).map(|mark| (mark.code, mark.minutes)), Some((Code::Late, Some(7))));
    assert!(Register::of(&after).rows.iter().all(|row| row.person != guest));
    let room = Room::of(&after, session).unwrap();
    assert_eq!((room.here(), room.guests_here()), ((4, 4), 1));
    // Everybody else's outcomes and ratings are asked for, not the guest's.
    assert_eq!(room.missing().outcomes.1, 4 * room.plan.objectives.len());
    // The mark goes first, then the guest; and both come back.
    let stage = stage.press("End Backspace Backspace");
    assert_eq!(group(&stage).guests.len(), 0, "{}", stage.screen());
    let stage = stage.press("u u");
    assert_eq!(group(&stage), after);
}

#[test]
fn who_is_expected_anyway_is_no_guest() {
    let stage = Stage::typical();
    let name = Room::of(&group(&stage), of_today(&group(&stage), &stage).id)
        .unwrap()
        .people()
        .next()
        .unwrap()
        .person
        .family
        .clone();
    let stage = stage.press("s V").type_text(&name.to_lowercase()).press("Enter");
    assert!(stage.screen().contains("is expected at this session anyway."), "{}", stage.screen());
    let stage = Stage::typical().press("s V").type_text("zzzz").press("Enter");
    assert!(stage.screen().contains("Nobody is called that."), "{}", stage.screen());
}
