//! Room-safe mode: what a whole group may see of a session, from opening to the end of the course.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::attendance::{Code, Mark};
use onward::domain::codes::{Country, Language};
use onward::domain::entry::Entry;
use onward::domain::group::{Session, SessionState};
use onward::domain::person::Spoken;
use onward::domain::record::GroupRecord;

/// Stands in every family name, note and reason of these tests, and nowhere else.
const SECRET: &str = "Undisclosed";

fn group(stage: &Stage) -> GroupRecord {
    let id = stage.reads().group_by_code("K-07").unwrap().unwrap();
    stage.reads().group(id, "en").unwrap().unwrap()
}

/// A desk on which everything that is nobody's business says so: names, notes, reasons, releases. The session
/// before today's was held with a word for next time, and with everybody away for another reason.
fn telling() -> Stage {
    let mut stage = Stage::typical();
    let record = group(&stage);
    let people = record.members.iter().map(|member| {
        let mut person = member.person.clone();
        person.family = format!("{SECRET} {}", person.family);
        SECRET.clone_into(&mut person.note);
        person.interpreter = true;
        person.country = Country::new("AL").ok();
        person.languages = vec![Spoken { language: Language::new("sq").unwrap(), level: None }];
        person.release = Some("2027-03-09".parse().unwrap());
        Entry::Person { person: member.id, to: Some(Box::new(person)) }
    });
    let mut entries: Vec<_> = people.collect();
    let today = stage.now.date_naive();
    let last = record.sessions.iter().rfind(|dated| dated.session.date < today).unwrap();
    let (group, session) = (record.id, last.id);
    let word = Session { next_time: SECRET.to_owned(), ..last.session.clone() };
    entries.push(Entry::Session { group, session, to: Some(Box::new(word)) });
    let codes = [Code::Court, Code::Refused, Code::SentOut, Code::Ill];
    for (member, code) in record.expected(today).zip(codes) {
        let mark = Mark { note: SECRET.to_owned(), ..Mark::from(code) };
        entries.push(Entry::Mark { group, session, person: member.id, to: Some(Box::new(mark)) });
        let note = Some(Box::new(SECRET.to_owned()));
        entries.push(Entry::PersonNote { group, session, person: member.id, to: note });
    }
    let now = record.sessions.iter().find(|dated| dated.session.date == today).unwrap().id;
    entries.push(Entry::SessionNote { group, session: now, to: Some(Box::new(SECRET.to_owned())) });
    stage.record(entries);
    stage
}

/// The same with every session but the last held yesterday, and the last today.
fn telling_at_the_end() -> Stage {
    let mut stage = telling();
    let record = group(&stage);
    let (today, now) = (stage.now.date_naive(), stage.now);
    let ahead: Vec<_> = record.sessions.iter().filter(|dated| dated.session.date >= today).collect();
    let held = SessionState::Held { from: now - chrono::Duration::days(1), to: now };
    let mut entries = Vec::new();
    for (at, dated) in ahead.iter().enumerate() {
        let (becomes, date) = if at + 1 == ahead.len() {
            (SessionState::Planned, today)
        } else {
            (held.clone(), today - chrono::Days::new(1))
        };
        let to = Some(Box::new(Session { state: becomes, date, ..dated.session.clone() }));
        entries.push(Entry::Session { group: record.id, session: dated.id, to });
        for member in record.expected(today).filter(|_| at + 1 < ahead.len()) {
            let to = Some(Box::new(Mark { note: SECRET.to_owned(), ..Mark::from(Code::Present) }));
            entries.push(Entry::Mark { group: record.id, session: dated.id, person: member.id, to });
        }
    }
    stage.record(entries);
    stage
}

/// What no frame may say, in either language.
const TELLS: [&str; 8] = [SECRET, "Albania", "albansk", "2027", "Interpreter", "Tolk", "María", "Emir"];
/// What only a list of everything that can be recorded says, of nobody.
const REASONS: [&str; 8] = ["released", "løslatt", "court", "rett eller", "refused", "nektet", "sent out", "vist ut"];
/// What stands over such a list.
const LISTS: [&str; 4] = ["Commands", "Kommandoer", "Keys", "Taster"];

/// Presses keys one by one and looks at what is seen after each; `{}` types a secret.
fn watched(mut stage: Stage, keys: &str) -> Stage {
    for key in keys.split_whitespace() {
        stage = if key == "{}" { stage.type_text(SECRET) } else { stage.press(key) };
        let screen = stage.screen();
        let reasons = if LISTS.iter().any(|list| screen.contains(list)) { &[][..] } else { &REASONS };
        for secret in TELLS.iter().chain(reasons) {
            assert!(!screen.contains(secret), "{secret} after {key} of {keys}\n{screen}");
        }
    }
    stage
}

/// A session from opening to closing, the exceptions and notes among it, and looking back on it.
const SESSION: &str = "s I I A Up Up c Down s {} Enter l Down n {} Enter N {} Enter Space Space K P Enter P \
     X o a p n Esc u F6 Home n Esc b Esc V A d Enter ? Esc : r o o m Esc F9 Enter Down End Home Esc C {} Enter \
     Down T Esc N Esc";

#[test]
fn nothing_personal_is_seen_from_opening_to_closing() {
    for tag in ["en", "nb"] {
        for size in [(80, 24), (60, 20)] {
            let stage = telling().lang(tag).size(size.0, size.1).room_safe();
            let stage = watched(stage, SESSION);
            let held = group(&stage);
            let notes = held.person_notes.values().filter(|note| *note == SECRET).count();
            // It is recorded all the same, as it was typed.
            assert_eq!(notes, 5, "{}", stage.screen());
        }
    }
}

#[test]
fn nothing_personal_is_seen_at_the_end_of_a_course() {
    for tag in ["en", "nb"] {
        let stage = telling_at_the_end().lang(tag).room_safe();
        let stage = watched(stage, "s A Space R Esc C {} Enter Down Down R Esc w Esc Esc Esc");
        assert!(group(&stage).group.finished.is_some());
    }
}

#[test]
fn the_room_in_front_of_the_group() {
    assert_snapshot!(telling().room_safe().press("s Space A Up Up c Home l").screen());
}

#[test]
fn the_room_in_front_of_the_group_in_bokmal_on_a_small_terminal() {
    assert_snapshot!(telling().lang("nb").size(60, 20).room_safe().press("s A Up Up c").screen());
}

#[test]
fn what_is_typed_in_front_of_the_group() {
    assert_snapshot!(telling().room_safe().press("s N").screen());
}

#[test]
fn the_history_in_front_of_the_group() {
    assert_snapshot!(telling().room_safe().press("s A Up Up c u F9").screen());
}

#[test]
fn a_page_that_tells_is_veiled_and_takes_no_keys_but_those_of_the_desk() {
    let stage = telling().room_safe().press("2");
    assert_snapshot!(stage.screen());
    let stage = stage.press("Enter e D a");
    assert!(stage.screen().contains("Room-safe mode is on"), "{}", stage.screen());
    // Shown when asked for, and veiled again.
    let stage = stage.press("H");
    assert!(stage.screen().contains(SECRET), "{}", stage.screen());
    assert!(!stage.press("H").screen().contains(SECRET));
}

#[test]
fn the_key_says_what_is_seen_and_holds_for_the_session() {
    let stage = telling().press("s").press("H");
    let screen = stage.screen();
    assert!(screen.lines().next().unwrap().contains("room-safe"), "{screen}");
    assert!(screen.lines().last().unwrap().contains("Room-safe: initials"), "{screen}");
    let stage = stage.press("H");
    let screen = stage.screen();
    assert!(!screen.lines().next().unwrap().contains("room-safe"), "{screen}");
    assert!(screen.lines().last().unwrap().contains("are shown"), "{screen}");
}
