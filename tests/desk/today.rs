//! Today, as somebody sees it who has just come in.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::attendance::{Code, Mark};
use onward::domain::entry::Entry;
use onward::domain::group::{Enrolment, Group, Place, Session, SessionState};
use onward::domain::id::{GroupId, PersonId, SessionId};
use onward::domain::person::{LegalStatus, Person};
use onward::domain::record::{PeopleQuery, Window};

/// Twelve more groups that meet today: two closed, one running, one cancelled, one left open yesterday, one at
/// its end, one with two people, the others planned.
fn twelve_groups() -> Stage {
    let mut stage = Stage::typical();
    let today = stage.now.date_naive();
    let k07 = stage.reads().group_by_code("K-07").unwrap().unwrap();
    let record = stage.reads().group(k07, "en").unwrap().unwrap();
    let query = PeopleQuery { order: "en".to_owned(), needles: Vec::new() };
    let people = stage.reads().people(&query, &Window::Start, 100).unwrap();
    let mut entries = Vec::new();
    for n in 0..12_u16 {
        let (group, session) = (GroupId(100 + i64::from(n)), SessionId(100 + i64::from(n)));
        let time = chrono::NaiveTime::from_hms_opt(8 + u32::from(n) / 2, u32::from(n) % 2 * 30, 0).unwrap();
        let date = if n == 10 { today.pred_opt().unwrap() } else { today };
        let at = date.and_time(time).and_local_timezone(*stage.now.offset()).unwrap();
        let standing = match n {
            0 | 1 | 9 => SessionState::Held { from: at, to: at + chrono::Duration::minutes(92) },
            2 | 10 => SessionState::Running { since: at },
            3 => SessionState::Cancelled { why: "no escort".to_owned() },
            _ => SessionState::Planned,
        };
        let code = format!("M-{:02}", n + 1);
        let to = Group { code, time, start: today, finished: None, ..record.group.clone() };
        entries.push(Entry::Group { group, to: Some(Box::new(to)) });
        let old = record.sessions[0].session.clone();
        let to = Session { group, plan: n % 10, date, time, state: standing, ..old };
        entries.push(Entry::Session { group, session, to: Some(Box::new(to)) });
        for row in people.iter().skip(usize::from(n)).take(if n == 8 { 2 } else { 4 }) {
            let (person, enrolment) = (row.value.id, Enrolment::new(Place::Enrolled, today));
            entries.push(Entry::Enrolment { group, person, to: Some(Box::new(enrolment)) });
            if n == 0 || n == 9 {
                entries.push(Entry::Mark { group, session, person, to: Some(Box::new(Mark::from(Code::Present))) });
            }
        }
    }
    stage.record(entries);
    stage
}

/// Everything on one screen: what is done is folded first, and what is folded can be seen with a key.
#[test]
fn today_with_twelve_groups() {
    assert_snapshot!("twelve_groups", twelve_groups().screen());
    assert_snapshot!("twelve_groups_in_bokmal", twelve_groups().lang("nb").screen());
    assert_snapshot!("twelve_groups_small", twelve_groups().size(60, 20).screen());
    assert_snapshot!("twelve_groups_small_in_bokmal", twelve_groups().size(60, 20).lang("nb").screen());
    // The last line of the first part shows the rest of it, and the rest of the screen is below.
    let stage = twelve_groups().press("Home Down Down Down Down Down Down Enter");
    assert_snapshot!("twelve_groups_unfolded", stage.screen());
    assert_snapshot!("twelve_groups_unfolded_at_the_end", stage.press("End").screen());
}

/// The line that was selected stays so when others come and go.
#[test]
fn the_selected_line_stays_selected() {
    let selected = |stage: &Stage| {
        let screen = stage.screen();
        let line = screen.lines().find(|line| line.starts_with(" >")).unwrap();
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let stage = twelve_groups().press("End Up");
    let before = selected(&stage);
    assert_eq!(selected(&stage.size(80, 40)), before);
}

/// A session left open yesterday is due, and wakes nobody: its clock tells nothing any more.
#[test]
fn a_session_left_open_is_due_and_wakes_nobody() {
    let stage = Stage::typical().press("s Space 1").wait(24 * 60);
    let screen = stage.screen();
    assert!(screen.contains("! K-07  session 4, Tue 24 Nov, was not closed"), "{screen}");
    let midnight = "2026-11-26T00:00:00+01:00".parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap();
    assert_eq!(stage.due(), Some(midnight));
}

#[test]
fn what_is_missing_opens_where_it_is_said() {
    let on = |text: &str| {
        let mut stage = twelve_groups().size(80, 60).press("Home");
        while !stage.screen().lines().any(|line| line.starts_with(" >") && line.contains(text)) {
            let before = stage.screen();
            stage = stage.press("Down");
            assert_ne!(stage.screen(), before, "no line says {text}");
        }
        stage.press("Enter").screen()
    };
    assert!(on("was not closed").contains("M-11 · session 1"), "the room");
    assert!(on("outcomes missing").contains("outcomes"), "where outcomes are said");
    assert!(on("second rating missing").contains("M-10 · the end of the course"), "the end of the course");
    assert!(on("starts").contains("who takes part?"), "where people are chosen");
    assert!(on("for session 4 today").contains("K-07 · session 4"), "the room");
}

#[test]
fn what_runs_now_is_told_with_its_clock() {
    let running = || Stage::typical().press("s Space").wait(13).press("Space").wait(12);
    let stage = running().press("1");
    // The clock goes on by itself, once a minute.
    assert_eq!(stage.due(), Some(stage.now + chrono::Duration::minutes(1)));
    assert_snapshot!("running_now", stage.wait(1).screen());
    assert_snapshot!("running_now_small_nb", running().size(60, 20).lang("nb").press("1").screen());
    assert_snapshot!("running_now_paused", running().press("P Enter 1").screen());
}

#[test]
fn every_line_opens_where_the_work_is() {
    let head = |stage: Stage| stage.screen().lines().next().unwrap().trim().to_owned();
    // The session, what was forgotten, what comes; Esc comes back to the line.
    assert!(head(Stage::typical().press("Enter")).starts_with("K-07 · session 4 of 10"));
    assert!(head(Stage::typical().press("Down Enter")).starts_with("K-07 · session 3 of 10"));
    assert!(head(Stage::typical().press("End Enter")).starts_with("K-08 · session 4 of 10"));
    // Who is released too early: the group; its register; a new group.
    assert!(Stage::typical().press("Down Down Enter").screen().contains("K-07"));
    assert!(Stage::typical().press("w").screen().contains("Fatos"));
    assert!(Stage::typical().press("n").screen().contains("Eight sessions"));
    let stage = Stage::typical().press("Down Enter Esc");
    assert!(stage.screen().contains("> ! K-07  session 3"), "{}", stage.screen());
}

#[test]
fn a_group_that_starts_too_small_is_pointed_out() {
    let mut stage = Stage::typical();
    let group = stage.reads().group_by_code("K-08").unwrap().unwrap();
    let person = stage.reads().group(group, "en").unwrap().unwrap().members[0].id;
    stage.record(vec![Entry::Enrolment { group, person, to: None }]);
    let screen = stage.screen();
    assert!(screen.contains("! K-08  starts Fri 27 Nov with 2 people, 3 needed: 7 fit"), "{screen}");
    // It opens where people are chosen.
    assert!(stage.press("Down Down Down Down Enter").screen().contains("K-08: who takes part?"));
}

#[test]
fn midnight_brings_another_day() {
    let stage = Stage::typical().wait(14 * 60);
    let screen = stage.screen();
    assert!(screen.contains("Wed 25 Nov 2026") && screen.contains("No session today"), "{screen}");
    assert!(screen.contains("K-07  session 4, Tue 24 Nov, was not recorded"), "{screen}");
}

#[test]
fn today_says_what_is_on_and_what_needs_watching() {
    assert_snapshot!(Stage::typical().screen());
}

#[test]
fn today_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").screen());
}

#[test]
fn today_on_a_small_terminal() {
    assert_snapshot!(Stage::typical().size(60, 20).screen());
}

#[test]
fn today_with_nobody_says_how_to_begin() {
    assert_snapshot!(Stage::empty().screen());
}

#[test]
fn today_with_people_and_no_group() {
    assert_snapshot!(Stage::empty().press("P").screen());
}

/// Nobody else in the prison is held so: what stands there is about the people of the test.
fn held(count: i64) -> Stage {
    let mut stage = Stage::empty();
    let person = |n: i64| {
        let (given, family) = (["Ana", "Tomas", "Yusuf"][usize::try_from(n % 3).unwrap()], format!("Held {n}"));
        let legal_status = Some(LegalStatus::ImmigrationDetention);
        let person =
            Person { given: given.into(), family, reference: format!("{n}"), legal_status, ..Person::default() };
        Entry::Person { person: PersonId(900 + n), to: Some(Box::new(person)) }
    };
    stage.record((0..count).map(person).collect());
    stage
}

#[test]
fn who_was_not_told_of_what_has_to_be_offered_is_due() {
    let one = held(1).rest(1);
    assert_snapshot!("one_not_told", one.screen());
    // Two days after they came: then it is late, and one line stands for all of them.
    let many = held(12).wait(3 * 24 * 60).rest(1);
    assert_snapshot!("twelve_not_told", many.screen());
    assert_snapshot!("twelve_not_told_nb_small", many.lang("nb").size(60, 20).rest(1).screen());
    let mut list = held(12).wait(3 * 24 * 60).press("d");
    assert_snapshot!("twelve_to_tell", list.screen());
    // Started, it is its first step that is due, and one less is to be told.
    let advice = list.services().pathways.iter().find(|pathway| pathway.id == "legal-advice").unwrap().clone();
    list.record(advice.starting(PersonId(900), "70", false, (list.now.date_naive(), "Kari")));
    assert_snapshot!("eleven_to_tell", list.screen());
}
