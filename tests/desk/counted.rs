//! Counted: the main journeys through the key table, in keys; what is typed counts letter by letter, what is
//! pasted as one. The table they make stands in the README.

use crate::stage::Stage;
use onward::domain::attendance::Code;
use onward::domain::entry::Entry;
use onward::domain::group::{Enrolment, Place, SessionState};
use onward::domain::id::GroupId;
use onward::domain::outcome::Delivery;
use onward::domain::record::{GroupRecord, PeopleQuery, Window};
use std::fmt::Write;

/// A journey: what it is, how many keys it may take, how many it took.
struct Journey {
    what: &'static str,
    most: usize,
    keys: usize,
}

fn record(stage: &Stage, code: &str) -> GroupRecord {
    let group = stage.reads().group_by_code(code).unwrap().unwrap();
    stage.reads().group(group, "en").unwrap().unwrap()
}

/// K-07 with its four people, and eight more.
fn twelve_people() -> Stage {
    let mut stage = Stage::typical();
    let today = stage.now.date_naive();
    let k07 = record(&stage, "K-07");
    let query = PeopleQuery { order: "en".to_owned(), needles: Vec::new() };
    let people = stage.reads().people(&query, &Window::Start, 100).unwrap();
    let new = people.iter().map(|row| row.value.id).filter(|id| k07.member(*id).is_none()).take(8);
    let place = |person| Entry::Enrolment {
        group: GroupId(k07.id.0),
        person,
        to: Some(Box::new(Enrolment { state: Place::Enrolled, from: today, earlier: Vec::new() })),
    };
    let entries = new.map(place).collect();
    stage.record(entries);
    stage
}

/// All here, then down the list: the first, the sixth and the last are not.
fn marks() -> Journey {
    let before = twelve_people().press("Enter");
    let start = before.keys;
    let stage = before.press("A x Down Down Down Down Down i").reopen();
    // The room opens again where it was left; the way goes on from its first line.
    let stage = stage.press("End c");
    let keys = stage.keys - start;
    let record = record(&stage, "K-07");
    let session = record.sessions.iter().find(|dated| dated.session.state.is_held() && dated.session.number() == 4);
    let session = session.unwrap().id;
    let codes: Vec<Code> =
        record.marks.iter().filter(|((at, _), _)| *at == session).map(|(_, mark)| mark.code).collect();
    let count = |code: Code| codes.iter().filter(|other| **other == code).count();
    assert_eq!(codes.len(), 12);
    let counts = [Code::Present, Code::Unexplained, Code::Ill, Code::Court].map(count);
    assert_eq!(counts, [9, 1, 1, 1], "{}", stage.screen());
    Journey { what: "Twelve people marked, three of them exceptions", most: 15, keys }
}

/// From Today, with a list of four names on the clipboard, to the room of the first session.
fn new_group() -> (Journey, Stage) {
    let stage = Stage::typical();
    let names = "Šķēle, Mārtiņš\nLăcătuș, Mălina\nYılmaz, Oğuz\nØstergaard, Søren\n";
    let stage = stage.press("n Enter Ctrl-S").paste(names).press("Ctrl-S").reopen();
    assert_eq!(record(&stage, "K-09").members.len(), 4);
    // Two days later it is there on the first screen.
    let stage = stage.wait(2 * 24 * 60).press("1 Enter");
    let keys = stage.keys;
    assert!(stage.screen().starts_with(" K-09 · session 1 of 10"), "{}", stage.screen());
    (Journey { what: "A new group, from a pasted list of four to its first session", most: 60, keys }, stage)
}

/// The session that the new group comes to: six activities, one person late, one note, closed.
fn session(stage: Stage) -> Journey {
    let stage = stage.press("1");
    let start = stage.keys;
    let mut stage = stage.press("Enter A").wait(5).press("l n").type_text("tired").press("Enter");
    for minutes in [10, 20, 20, 15, 15, 10] {
        stage = stage.press("Space").wait(minutes);
    }
    let stage = stage.reopen().press("C Enter");
    let keys = stage.keys - start;
    let record = record(&stage, "K-09");
    let dated = &record.sessions[0];
    assert!(matches!(dated.session.state, SessionState::Held { .. }), "{}", stage.screen());
    let done = record.deliveries.values().filter(|delivery| matches!(delivery, Delivery::Done { .. })).count();
    assert_eq!((record.marks.len(), record.person_notes.len(), done), (4, 1, 6));
    let late: Vec<_> = record.marks.values().filter(|mark| mark.code == Code::Late).collect();
    assert_eq!(late.iter().map(|mark| mark.minutes).collect::<Vec<_>>(), [Some(5)]);
    let what = "A whole session with four people and six activities, one late, one note, run and closed";
    Journey { what, most: 20, keys }
}

#[test]
fn the_main_journeys_take_no_more_keys_than_they_may() {
    let (new_group, stage) = new_group();
    let journeys = [marks(), session(stage), new_group];
    let mut table = "| journey | keys | at most |\n|---|---|---|\n".to_owned();
    for Journey { what, most, keys } in journeys {
        assert!(keys <= most, "{what}: {keys}");
        writeln!(table, "| {what} | {keys} | {most} |").unwrap();
    }
    insta::assert_snapshot!("counts", table);
}
