//! Half-written text: kept while it is typed, back where it was written, gone once it is recorded.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::closed::ClosedDays;
use onward::domain::entry::Entry;
use onward::domain::id::{Ids, PersonId};
use onward::domain::record::{About, GroupRecord};
use onward::i18n::{Locale, Words};
use onward::tui::app::{App, Input};
use onward::tui::effect::{Effect, Place};
use onward::tui::keymap::Keymap;
use onward::tui::keys::Key;

fn group(stage: &Stage) -> GroupRecord {
    let id = stage.reads().group_by_code("K-07").unwrap().unwrap();
    stage.reads().group(id, "en").unwrap().unwrap()
}

/// The notes of these tests that are recorded.
fn notes(stage: &Stage) -> Vec<String> {
    group(stage).person_notes.into_values().filter(|note| note.starts_with("Wants")).collect()
}

/// A note on the first person in the room, half written.
fn half_a_note() -> Stage {
    Stage::typical().press("s n").type_text("Wants to call the cons")
}

#[test]
fn a_note_comes_back_after_a_power_cut_and_says_so() {
    let stage = half_a_note().rest(1).reopen();
    assert!(!stage.screen().contains("Wants"), "{}", stage.screen());
    assert_snapshot!(stage.press("n").screen());
}

#[test]
fn a_note_comes_back_in_bokmal_on_a_small_terminal() {
    assert_snapshot!(half_a_note().rest(1).lang("nb").size(60, 20).press("n").screen());
}

#[test]
fn a_power_cut_costs_no_more_than_the_last_second() {
    let mut stage = half_a_note();
    // Typing on without a pause keeps it waiting no longer.
    for text in ["u", "l", "a", "t", "e"] {
        stage.now += chrono::Duration::milliseconds(300);
        stage = stage.type_text(text);
    }
    let stage = stage.reopen().press("n");
    assert!(stage.screen().contains("Wants to call the consulat\n"), "{}", stage.screen());
}

#[test]
fn once_kept_nothing_wakes_the_desk_for_it() {
    let stage = half_a_note();
    assert_eq!(stage.due(), Some(stage.now + chrono::Duration::seconds(1)));
    let stage = stage.rest(1);
    assert_eq!(stage.due(), None);
}

#[test]
fn what_is_recorded_or_left_is_forgotten() {
    for (keys, recorded) in [("Enter", 1), ("Esc", 0)] {
        let stage = half_a_note().rest(1).press(keys);
        assert_eq!(notes(&stage).len(), recorded, "{keys}");
        let stage = stage.reopen().press("Home n");
        assert!(!stage.screen().contains("Half written"), "{keys}\n{}", stage.screen());
    }
}

#[test]
fn each_has_a_draft_of_their_own() {
    let stage = half_a_note().rest(1).reopen().press("Down n");
    assert!(!stage.screen().contains("Wants"), "{}", stage.screen());
    let stage = stage.press("Esc N");
    assert!(!stage.screen().contains("Wants"), "{}", stage.screen());
}

#[test]
fn locking_hides_at_once_and_loses_nothing() {
    // A prompt, half a form, a question over half a form.
    for (open, typed, over, again, shows) in [
        ("s n", "Wants to call", "", "n", "Wants to call"),
        ("s N", "Warm room", "", "N", "Warm room"),
        ("s s", "Shouted", "", "Home s", "Shouted"),
        ("s Space C", "Bring forms", "", "C", "Bring forms"),
        ("s Space J", "Song 7", "", "J", "Song 7"),
        ("s Space T Ctrl-U", "11:1", "", "T", "11:1"),
        ("s l Home Enter", "37", "", "Home Enter", "37"),
        ("2 i", "/media/list.csv", "", "i", "/media/list.csv"),
        ("3 Enter m", "9:45", "", "m", "9:45"),
        ("5 Enter w Ctrl-U", "/media/out", "", "w", "/media/out"),
        ("s !", "thr", "", "!", "thr"),
        ("2 a", "0999", "", "", "0999"),
        ("2 a", "0998", "Esc", "", "0998"),
        ("3 n 1", "X", "", "", "X"),
    ] {
        let stage = Stage::typical().press(open).type_text(typed).press(over).press("Ctrl-L");
        assert!(stage.asked.lock, "{open}");
        let stage = stage.reopen().press(again);
        assert!(stage.screen().contains(shows), "{open}\n{}", stage.screen());
    }
    // Whatever lies over the screen.
    for open in ["?", ":", "s a", "s l l", "F1", "2 Enter D", "3 Enter l", "5 Enter w", "2 /"] {
        assert!(Stage::typical().press(open).press("Ctrl-L").asked.lock, "{open}");
    }
}

#[test]
fn a_form_that_comes_back_says_so_and_is_forgotten_once_recorded() {
    let stage = Stage::typical().press("2 a").type_text("0999").press("Tab").type_text("Noor").rest(1).reopen();
    assert!(stage.screen().contains("Half written before"), "{}", stage.screen());
    let stage = stage.press("F2");
    let about = |stage: &Stage| stage.reads().person_by_reference("0999").unwrap();
    let id: Option<PersonId> = about(&stage);
    assert!(id.is_some(), "{}", stage.screen());
    let stage = stage.press("2 a");
    assert!(!stage.screen().contains("Half written before"), "{}", stage.screen());
    // Left on purpose, it is forgotten as well.
    let stage = stage.type_text("0777").rest(1).press("Esc y").press("2 a");
    assert!(!stage.screen().contains("0777"), "{}", stage.screen());
    assert_eq!(stage.reads().history(About::Everything, None, 1).unwrap().len(), 1);
}

#[test]
fn an_answer_that_could_not_be_recorded_stays_in_its_question() {
    let stage = Stage::typical();
    let record = group(&stage);
    let session = record.sessions.iter().find(|dated| dated.session.date == stage.now.date_naive()).unwrap().id;
    let (words, closed, keymap, mut ids) =
        (Words::new(Locale::choose(["en"])), ClosedDays::default(), Keymap::built_in(), Ids::new(1));
    let mut desk = stage.desk(&words, &closed, &keymap, &mut ids);
    let mut app = App::new(&[Place::Room { group: record.id, session }], &mut desk);
    let mut press = |app: &mut App, key| app.update(&Input::Key(key), &mut desk);
    press(&mut app, Key::Char('n'));
    press(&mut app, Key::Char('x'));
    let asked = press(&mut app, Key::Enter);
    let [Effect::Record { entries, .. }] = &asked[..] else { panic!("{asked:?}") };
    assert!(matches!(entries[..], [Entry::PersonNote { to: Some(_), .. }]));
    app.not_recorded("The disk is full.".to_owned());
    // The same again.
    assert!(matches!(press(&mut app, Key::Enter)[..], [Effect::Record { .. }]));
}
