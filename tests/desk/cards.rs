//! Rating cards, passed round the table: one card at a time, and nothing else.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::closed::ClosedDays;
use onward::domain::codes::Language;
use onward::domain::entry::Entry;
use onward::domain::id::{Ids, SessionId};
use onward::domain::person::Spoken;
use onward::domain::record::GroupRecord;
use onward::i18n::{Locale, Words};
use onward::tui::app::{App, Input};
use onward::tui::effect::{Effect, Place};
use onward::tui::keymap::Keymap;
use onward::tui::keys::Key;
use onward::tui::look::Ability;

fn group(stage: &Stage) -> GroupRecord {
    let id = stage.reads().group_by_code("K-08").unwrap().unwrap();
    stage.reads().group(id, "en").unwrap().unwrap()
}

/// The first session of the next group on its day, everybody here; its people speak these languages.
fn first_session(languages: &[&str]) -> Stage {
    let mut stage = Stage::typical();
    let record = group(&stage);
    let people = record.members.iter().zip(languages).map(|(member, code)| {
        let mut person = member.person.clone();
        person.languages = vec![Spoken { language: Language::new(code).unwrap(), level: None }];
        Entry::Person { person: member.id, to: Some(Box::new(person)) }
    });
    let people = people.collect();
    stage.record(people);
    stage.now += chrono::Duration::days(3) + chrono::Duration::hours(4);
    stage.wait(0).press("Home Down s A Home")
}

/// Answers in the order of people and items.
fn answers(stage: &Stage) -> Vec<u8> {
    let record = group(stage);
    let items = record.course.ratings.items.iter().map(|item| format!("before:{}", item.id));
    let keys = record.members.iter().flat_map(|member| items.clone().map(|item| (member.id, item)));
    keys.filter_map(|key| record.ratings.get(&key).copied()).collect()
}

/// Whether a name stands on the screen, in plain letters or set apart.
fn shows(screen: &str, name: &str) -> bool {
    screen.contains(name) || screen.contains(&onward::tui::widgets::banner::spaced(name))
}

fn names(stage: &Stage) -> Vec<String> {
    group(stage).members.iter().map(|member| member.person.short_name()).collect()
}

/// Seven answers, none the key before it.
const CARD: &str = "1 2 3 4 1 2 3";

/// Passes the card on to whoever is next, who takes it.
fn pass_on(stage: Stage) -> Stage {
    let mut stage = stage.press("Enter");
    stage.now += chrono::Duration::seconds(2);
    stage.press("Enter")
}

#[test]
fn the_cards_before_anybody_has_answered() {
    assert_snapshot!(first_session(&["en", "lt", "nb"]).press("R").screen());
}

#[test]
fn the_cards_in_bokmal_on_a_small_terminal() {
    let stage = first_session(&["en", "lt", "nb"]).lang("nb").size(60, 20);
    assert_snapshot!(stage.press("R Enter Enter 1 2 Ctrl-L").reopen().screen());
}

#[test]
fn a_card_is_handed_over() {
    assert_snapshot!(first_session(&["en", "lt", "nb"]).press("R Enter").screen());
}

#[test]
fn a_question_in_large_letters() {
    assert_snapshot!(first_session(&["en", "lt", "nb"]).press("R Enter Enter").screen());
}

#[test]
fn a_long_question_in_the_language_of_the_person() {
    assert_snapshot!(first_session(&["nb", "en", "en"]).press("R Enter Enter 1 2 3").screen());
}

#[test]
fn a_question_on_a_small_terminal() {
    assert_snapshot!(first_session(&["nb", "en", "en"]).size(60, 20).press("R Enter Enter 1 2 3").screen());
}

#[test]
fn a_question_in_ascii() {
    let ability = Ability { ascii: true, marker: true, colour: false };
    assert_snapshot!(first_session(&["nb", "en", "en"]).ability(ability).press("R Enter Enter").screen());
}

#[test]
fn a_card_is_passed_on_in_both_languages() {
    let stage = first_session(&["nb", "en", "lt"]).press("R Enter Enter").press(CARD);
    assert_snapshot!(stage.press("Enter").screen());
}

#[test]
fn the_card_comes_back_and_the_desk_stays_locked() {
    let stage = first_session(&["en", "en", "en"]).press("R Enter");
    let stage = stage.press("Enter").press(CARD);
    let stage = (0..2).fold(stage, |stage, _| pass_on(stage).press(CARD));
    let mut stage = stage.press("Enter");
    assert_snapshot!(stage.screen());
    stage.now += chrono::Duration::seconds(2);
    assert_eq!(answers(&stage).len(), 21);
    let stage = stage.press("Esc q u x");
    assert!(!stage.asked.lock && stage.screen().contains("Please give this back."));
    assert!(stage.press("Enter").asked.lock);
}

#[test]
fn each_answer_is_on_disk_at_once_and_who_is_missing_is_said() {
    let stage = first_session(&["en", "en", "en"]).press("R Enter Enter 3 4").reopen();
    assert_eq!(answers(&stage), [2, 3]);
    let names = names(&stage);
    let screen = stage.screen();
    assert!(
        screen.contains("2 of 7") && screen.contains(&format!("Not answered yet: {}", names.join(", "))),
        "{screen}"
    );
    // It goes on where it was, round the table, past those who have answered.
    let stage = pass_on(stage.press("Enter Enter 1 2 3 4 1")).press(CARD).press("Enter");
    assert!(shows(&stage.screen(), &names[2]), "{}", stage.screen());
    let stage = stage.press("Ctrl-L").reopen();
    let screen = stage.screen();
    assert!(
        screen.contains("2 of 3 have answered") && screen.contains(&format!("Not answered yet: {}", names[2])),
        "{screen}"
    );
}

#[test]
fn no_other_key_does_anything_and_nothing_of_others_is_seen() {
    let keys = "Esc q u ? : / F1 F3 F4 F8 F9 Tab Up Down Home End Backspace Space h g G x 0 5 9 Ctrl-Z Ctrl-S Ctrl-C 7";
    let stage = first_session(&["en", "en", "en"]).press("R Enter");
    let names = names(&stage);
    for (open, seen) in [("", 1), ("Enter", 1), ("1", 1)] {
        let stage = first_session(&["en", "en", "en"]).press("R Enter").press(open);
        let (before, recorded) = (stage.screen(), answers(&stage));
        assert_eq!(names.iter().filter(|name| shows(&before, name)).count(), seen, "{before}");
        let stage = stage.press(keys).paste("1 2 3");
        assert_eq!((stage.screen(), answers(&stage)), (before, recorded));
        assert_eq!(stage.asked, onward::tui::shell::workplace::Asked::default());
        // Neither another size nor the passing of time shows more.
        let small = stage.size(59, 19).wait(90);
        assert!(names.iter().all(|name| !shows(&small.screen(), name)), "{}", small.screen());
        assert!(small.press("Ctrl-L").asked.lock);
    }
}

#[test]
fn a_key_held_down_answers_once() {
    let mut stage = first_session(&["en", "en", "en"]).press("R Enter Enter 2");
    for _ in 0..20 {
        stage.now += chrono::Duration::milliseconds(30);
        stage = stage.press("2");
    }
    assert_eq!(answers(&stage), [1]);
    stage.now += chrono::Duration::milliseconds(300);
    assert_eq!(answers(&stage.press("2")), [1, 1]);
}

#[test]
fn who_has_answered_can_be_asked_again() {
    let stage = first_session(&["en", "en", "en"]).press("R Enter Enter").press(CARD).press("Ctrl-L").reopen();
    let stage = stage.press("Home Enter Enter 4 3 4");
    assert_eq!(answers(&stage)[..4], [3, 2, 3, 3]);
    assert_eq!(answers(&stage).len(), 7);
}

#[test]
fn an_answer_is_corrected_by_whoever_holds_the_card() {
    let stage = first_session(&["en", "en", "en"]).press("R Enter Enter 1 2");
    // One back: the answer that was given stands marked, and another takes its place.
    let stage = stage.press("Backspace");
    assert_snapshot!(stage.screen());
    let stage = stage.press("4");
    assert_eq!(answers(&stage), [0, 3]);
    // Back to the first and on again, without another answer.
    let stage = stage.press("Left Backspace Left Enter 3");
    assert_eq!(answers(&stage), [0, 2]);
    // The last answer too, before the card is passed on; and not once it is.
    let stage = stage.press("2 1 4 2 1");
    assert_snapshot!(stage.screen());
    let stage = stage.press("Backspace 3");
    assert_eq!(answers(&stage), [0, 2, 1, 0, 3, 1, 2]);
    let stage = stage.press("Enter");
    let before = stage.screen();
    assert!(before.contains("Please pass this to"), "{before}");
    assert_eq!(stage.press("Backspace Left").screen(), before);
}

#[test]
fn an_answer_that_could_not_be_recorded_is_asked_again() {
    let stage = first_session(&["en", "en", "en"]);
    let record = group(&stage);
    let session: SessionId = record.sessions[0].id;
    let (words, closed, keymap, mut ids) =
        (Words::new(Locale::choose(["en"])), ClosedDays::default(), Keymap::built_in(), Ids::new(1));
    let mut desk = stage.desk(&words, &closed, &keymap, &mut ids);
    let person = record.members[0].id;
    let mut app = App::new(&[Place::Cards { group: record.id, session, person }], &mut desk);
    for key in [Key::Enter, Key::Enter] {
        assert!(app.update(&Input::Key(key), &mut desk).is_empty());
    }
    let [Effect::Record { entries, .. }] = &app.update(&Input::Key(Key::Char('3')), &mut desk)[..] else { panic!() };
    assert_eq!(entries.len(), 1);
    app.not_recorded("The disk is full.".to_owned());
    let [Effect::Record { entries: again, .. }] = &app.update(&Input::Key(Key::Char('4')), &mut desk)[..] else {
        panic!()
    };
    assert_eq!(again[0].keys(), entries[0].keys());
}
