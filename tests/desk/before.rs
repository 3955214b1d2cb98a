//! What the room tells before a session begins.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::attendance::{Code, Mark};
use onward::domain::entry::Entry;
use onward::domain::outcome::Outcome;

/// The session of today, after one that not everybody got the most of, and where one was at court.
fn with_something_open() -> Stage {
    let mut stage = Stage::typical();
    let id = stage.reads().group_by_code("K-07").unwrap().unwrap();
    let record = stage.reads().group(id, "en").unwrap().unwrap();
    let last = record.sessions.iter().rfind(|dated| dated.session.date < stage.now.date_naive()).unwrap();
    let objectives = record.plan(&last.session).unwrap().objectives.clone();
    let here = record.expected(stage.now.date_naive());
    let (group, session) = (id, last.id);
    let entries = here.zip([Outcome::Partly, Outcome::NotAchieved, Outcome::Achieved]).map(|(member, outcome)| {
        let (person, item) = (member.id, objectives[0].id.clone());
        Entry::Outcome { group, session, person, item, to: Some(Box::new(outcome)) }
    });
    let mut entries: Vec<_> = entries.collect();
    let person = record.expected(stage.now.date_naive()).nth(3).unwrap().id;
    let at_court = Some(Box::new(Mark::from(Code::Court)));
    entries.push(Entry::Mark { group, session, person, to: at_court });
    stage.record(entries);
    stage
}

#[test]
fn before_a_session() {
    assert_snapshot!(with_something_open().press("s").screen());
}

#[test]
fn before_a_session_in_bokmal() {
    assert_snapshot!(with_something_open().lang("nb").press("s").screen());
}

#[test]
fn before_a_session_on_a_small_terminal() {
    assert_snapshot!(with_something_open().size(60, 20).press("s").screen());
}

#[test]
fn everything_to_know_before_on_a_page() {
    assert_snapshot!(with_something_open().size(60, 20).press("s I").screen());
}

#[test]
fn it_is_in_nobodys_way() {
    // One key more shows what to say first; a mark begins at once, and the guide is there.
    let stage = with_something_open().press("s");
    assert!(stage.screen().contains("Before session 4"), "{}", stage.screen());
    let stage = stage.press("Tab");
    assert!(stage.screen().contains("Check-in · 10 min"), "{}", stage.screen());
    let stage = stage.press("Tab p");
    assert!(stage.screen().contains("Check-in · 10 min"), "{}", stage.screen());
    assert!(stage.screen().contains("1 of 4 here"), "{}", stage.screen());
    // It can be read again at any time; a mark closes it first, so that nobody is marked unseen.
    let stage = stage.press("I");
    assert!(
        stage.screen().contains("Before session 4") && !stage.screen().contains("Check-in ·"),
        "{}",
        stage.screen()
    );
    let stage = stage.press("p");
    assert!(stage.screen().contains("1 of 4 here"), "{}", stage.screen());
}

#[test]
fn before_the_first_session_there_is_no_last_time() {
    let stage = Stage::typical().press("3 Enter s");
    assert_snapshot!(stage.screen());
}
