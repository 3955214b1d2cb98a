//! Life happens to a timetable: sessions are moved, cancelled, inserted, split and joined, and whoever does it
//! sees first what it comes to.

use crate::stage::Stage;
use onward::domain::entry::Entry;
use onward::domain::group::{Enrolment, Place};
use onward::domain::record::{GroupRecord, GroupsQuery, PeopleQuery, Window};

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

/// When the fifth session is, after it was moved to what is typed; it is planned for Friday the 27th at ten.
fn moved_to(lang: &str, typed: &str) -> String {
    let stage = in_course().lang(lang).press("Down m").type_text(typed).press("Enter");
    let stage = stage.type_text("escort").press("Enter Enter");
    let record = group(&stage, "K-07");
    let fifth = record.sessions.iter().find(|dated| dated.session.label() == "5").unwrap();
    format!("{} {}", fifth.session.date.format("%-d %b"), fifth.session.time.format("%H:%M"))
}

#[test]
fn a_day_is_typed_as_it_is_said() {
    // It is Tuesday 24 November.
    for (lang, typed, when) in [
        ("en", "mon", "30 Nov 10:00"),
        ("en", "thu 9:30", "26 Nov 09:30"),
        ("en", "13:00", "27 Nov 13:00"),
        ("en", "26 nov", "26 Nov 10:00"),
        ("en", "Thursday 26 November 1315", "26 Nov 13:15"),
        ("en", "+2 14", "26 Nov 14:00"),
        ("nb", "tors. 26. nov. 13.15", "26 Nov 13:15"),
        ("nb", "26.11.", "26 Nov 10:00"),
        ("nb", "i morgen 12:00", "25 Nov 12:00"),
    ] {
        assert_eq!(moved_to(lang, typed), when, "{typed}");
    }
    for (typed, said) in [("3 dec 25:00", "“25:00” is not a time"), ("soon", "not a date"), ("30 feb", "30 Feb")] {
        let stage = in_course().press("Down m").type_text(typed).press("Enter");
        assert!(stage.screen().contains(said), "{typed}\n{}", stage.screen());
    }
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

/// The group in mid-course with somebody who waits for a place in it, on the people's half.
fn with_somebody_waiting() -> Stage {
    let mut stage = in_course();
    let record = group(&stage, "K-07");
    let reads = stage.reads();
    let people = reads.people(&PeopleQuery::default(), &Window::Start, 60).unwrap();
    let mut free = people.iter().filter(|row| reads.memberships(row.value.id).unwrap().is_empty());
    let (first, second) = (free.next().unwrap().value.clone(), free.next().unwrap().value.clone());
    let wait = |person| {
        let to = Some(Box::new(Enrolment::new(Place::Waiting, record.group.start)));
        Entry::Enrolment { group: record.id, person, to }
    };
    let mut soon = second.person.clone();
    soon.release = Some("2026-12-10".parse().unwrap());
    let release = Entry::Person { person: second.id, to: Some(Box::new(soon)) };
    stage.record(vec![wait(first.id), wait(second.id), release]);
    stage.press("Esc 3 Home Down Enter Tab")
}

#[test]
fn the_page_shows_who_waits() {
    insta::assert_snapshot!("who_waits_stands_below_who_takes_part", with_somebody_waiting().press("G").screen());
    let small = with_somebody_waiting().size(60, 20);
    insta::assert_snapshot!("who_waits_on_a_small_screen", small.press("G").screen());
}

#[test]
fn who_leaves_gives_a_place_to_who_waits() {
    let stage = with_somebody_waiting().press("l 5 Enter Enter");
    insta::assert_snapshot!("a_place_is_offered", stage.screen());
    let people = |stage: &Stage| group(stage, "K-07").people();
    let before = people(&stage);
    let stage = stage.press("1");
    insta::assert_snapshot!("the_place_is_taken", stage.screen());
    assert_eq!(people(&stage), before + 1);
    // Undo takes back the place, and undo again the leaving: two things were said.
    let stage = stage.press("u u");
    assert_eq!(people(&stage), before + 1);
    let offered = with_somebody_waiting().lang("nb").press("o");
    insta::assert_snapshot!("a_place_is_offered_in_bokmal", offered.screen());
}

/// The one who left after the first session comes back: the gap is no absence, the marks before it count.
#[test]
fn who_comes_back_has_a_gap() {
    let stage = in_course().press("Tab G r");
    insta::assert_snapshot!("somebody_is_back", stage.screen());
    let record = group(&stage, "K-07");
    let back = record.members.iter().find(|member| !member.enrolment.earlier.is_empty()).unwrap();
    assert_eq!(back.enrolment.spells().count(), 2);
    let stage = stage.press("w End");
    insta::assert_snapshot!("a_gap_in_the_register", stage.screen());
    let undone = stage.press("u");
    assert!(group(&undone, "K-07").members.iter().all(|member| member.enrolment.earlier.is_empty()));
}

#[test]
fn others_run_the_group_from_a_day_on() {
    let stage = in_course().press("f Ctrl-U").type_text("Eva Berg; Ola Moe").press("Enter");
    insta::assert_snapshot!("from_which_day_others_run_it", stage.screen());
    let stage = stage.press("Ctrl-U").type_text("2026-12-01").press("Enter");
    insta::assert_snapshot!("others_run_the_group_soon", stage.screen());
    let later = stage.wait(10 * 24 * 60).press("3 Home Down Enter");
    insta::assert_snapshot!("others_run_the_group", later.screen().lines().nth(3).unwrap());
    insta::assert_snapshot!("the_history_of_who_runs_it", later.press("i").screen());
}

/// A new release date is in every warning at once: today, the group's page, the planner.
#[test]
fn a_new_release_date_is_in_every_warning_at_once() {
    let seen = |stage: Stage| {
        let today = stage.press("1");
        let on_today = today.screen().contains("Fatos Gjonaj, released");
        let page = today.press("3 Home Down Enter");
        let on_page = page.screen().contains("Fatos G. is released");
        let planner = page.press("t").screen();
        let misses = |line: &str| line.contains("Gjonaj, Fatos") && line.contains('!');
        (on_today, on_page, planner.lines().any(misses))
    };
    assert_eq!(seen(in_course()), (false, false, false));
    let mut stage = in_course();
    let fatos = group(&stage, "K-07").members.iter().find(|m| m.person.given == "Fatos").unwrap().clone();
    let mut person = fatos.person.clone();
    person.release = Some("2026-12-03".parse().unwrap());
    stage.record(vec![Entry::Person { person: fatos.id, to: Some(Box::new(person.clone())) }]);
    assert_eq!(seen(stage), (true, true, true));
    // And gone again at once when the date is later.
    let mut stage = in_course();
    stage.record(vec![Entry::Person { person: fatos.id, to: Some(Box::new(person.clone())) }]);
    person.release = Some("2027-06-01".parse().unwrap());
    stage.record(vec![Entry::Person { person: fatos.id, to: Some(Box::new(person)) }]);
    assert_eq!(seen(stage), (false, false, false));
}

/// What was missed is made good by a one-to-one, another group's session or an extra one; the register says how.
#[test]
fn a_missed_session_is_made_good() {
    // Emir was ill at the second session; the group of the other course met with the same plan elsewhere.
    let stage = in_course().press("n 2 Ctrl-U").type_text("2026-11-25 13:00").press("Enter Enter");
    let extra = stage.wait(2 * 24 * 60).press("Home Down Down Down Down s");
    assert!(extra.screen().contains("session 2x of 10"), "{}", extra.screen());
    // Marking who comes to the extra session makes good what they missed.
    let stage = extra.press("Esc w");
    let stage = stage.press("Home Left Left Left Left Left Left Left Right Right Right Right Down Down Down p");
    insta::assert_snapshot!("made_good_by_an_extra_session", stage.screen());
    let stage = stage.press("Left Left Left");
    insta::assert_snapshot!("the_register_says_how_it_was_made_good", stage.screen());
    let undone = stage.press("u");
    assert!(!undone.screen().contains("I+"), "one undo takes back both:\n{}", undone.screen());
}

#[test]
fn a_one_to_one_from_the_register_the_room_and_the_persons_page() {
    let register = in_course().press("w Down Down Down Left b");
    insta::assert_snapshot!("what_made_it_good", register.screen());
    let register = register.press("1 Enter");
    let register = register.press("Enter");
    insta::assert_snapshot!("a_one_to_one_with_whom", register.screen());
    insta::assert_snapshot!("made_good_by_a_one_to_one", register.press("Enter").screen());
    let room = in_course().press("s Down Down Down b");
    insta::assert_snapshot!("made_good_from_the_room", room.screen());
    let person = in_course().press("Tab Down Down Enter b");
    insta::assert_snapshot!("made_good_from_the_persons_page", person.screen());
}

/// Who joined later makes good what came before: no absence, and done for the rule.
#[test]
fn who_joined_late_catches_up() {
    let stage = in_course().press("w Down Down Home Down Down Left Left b");
    insta::assert_snapshot!("what_came_before_joining_can_be_made_good", stage.screen());
    let stage = stage.press("1 Enter Enter Enter");
    insta::assert_snapshot!("a_session_before_joining_was_made_good", stage.screen());
}
