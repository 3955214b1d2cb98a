//! A trainer's file as it will be seen, while it is written.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::cli::author;
use onward::tui::effect::Place;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A course of three sessions, as somebody writes who has just begun.
pub const FIRST_WEEKS: &str = include_str!("author/first-weeks.ron");

/// A folder with that course and one translation of it.
pub fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    save(folder.path(), "first-weeks.ron", FIRST_WEEKS);
    save(folder.path(), "first-weeks.pl.ron", include_str!("author/first-weeks.pl.ron"));
    folder
}

/// Saves as editors do: what is written goes to another file first.
pub fn save(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    let scratch = folder.join(format!("{name}~"));
    fs::write(&scratch, text).unwrap();
    fs::rename(&scratch, &path).unwrap();
    path
}

fn proof(folder: &TempDir, tag: &str) -> Stage {
    let path = folder.path().join("first-weeks.ron");
    Stage::of_an_author(author::file(&path), Place::Proof(path), tag)
}

/// The course with minutes in words in its second session, and a field misspelt in its third.
fn broken() -> String {
    let broken = FIRST_WEEKS.replace("minutes: 25", "minutes: \"twenty\"");
    broken.replace("leaves_with: [{\"en\": \"A number", "leves_with: [{\"en\": \"A number")
}

#[test]
fn a_programme_as_it_is_read() {
    assert_snapshot!(proof(&folder(), "en").press("Right").screen());
}

#[test]
fn the_room_at_the_third_activity() {
    assert_snapshot!(proof(&folder(), "en").press("r Right Down Down").screen());
}

#[test]
fn the_room_on_a_small_screen_in_bokmål() {
    assert_snapshot!(proof(&folder(), "nb").size(60, 20).press("r Down").screen());
}

#[test]
fn the_planner_as_it_will_be() {
    assert_snapshot!(proof(&folder(), "en").press("t").screen());
}

#[test]
fn the_sheet_in_polish_with_what_is_not_translated_in_english() {
    assert_snapshot!(proof(&folder(), "en").press("s l l l").screen());
}

#[test]
fn broken_input_keeps_the_last_good_picture_and_the_place() {
    let folder = folder();
    let stage = proof(&folder, "en").press("r Right Down");
    save(folder.path(), "first-weeks.ron", &broken());
    assert_snapshot!(stage.saved().screen());
}

#[test]
fn a_key_goes_to_the_next_finding_in_the_file_and_in_the_picture() {
    let folder = folder();
    let stage = proof(&folder, "nb").press("r");
    save(folder.path(), "first-weeks.ron", &broken());
    let stage = stage.saved().press("f f");
    assert_snapshot!(stage.screen());
    assert_snapshot!(stage.size(60, 20).press("x x").screen());
}

#[test]
fn what_is_mended_is_seen_at_once_where_one_was() {
    let folder = folder();
    let stage = proof(&folder, "en").press("Right Right");
    save(folder.path(), "first-weeks.ron", &broken());
    let stage = stage.saved();
    // A session is put before it meanwhile: the place is the session, not its number.
    let plans = FIRST_WEEKS.replace("sessions: [\"arriving\",", "sessions: [\"calling\", \"arriving\",");
    let plans = plans.replace("The rules of the house", "The rules of this house");
    save(folder.path(), "first-weeks.ron", &plans.replace(", \"calling\"]", "]"));
    let screen = stage.saved().screen();
    assert!(screen.contains("session 3 of 3") && screen.contains("The rules of this house"), "{screen}");
    assert!(!screen.contains("As it was at"), "{screen}");
}

#[test]
fn what_was_saved_is_seen_at_a_glance_and_gives_way_to_what_it_is_read_as() {
    let folder = folder();
    // Translations are held against the whole file.
    fs::remove_file(folder.path().join("first-weeks.pl.ron")).unwrap();
    let stage = proof(&folder, "en").press("Right Right");
    let this = FIRST_WEEKS.replace("rules of the house", "rules of this house");
    save(folder.path(), "first-weeks.ron", &this);
    let mut stage = stage.glanced();
    assert!(stage.screen().contains("The rules of this house"));
    stage = stage.saved();
    assert!(stage.screen().contains("The rules of this house"));
    // A title that is empty is read, and told as an error: the picture is then the last that had none.
    save(folder.path(), "first-weeks.ron", &this.replace("The rules of this house", ""));
    stage = stage.glanced();
    assert!(!stage.screen().contains("The rules of this house"));
    let screen = stage.saved().screen();
    assert!(screen.contains("The rules of this house") && screen.contains("As it was at"), "{screen}");
}

#[test]
fn a_file_without_any_good_picture_shows_why() {
    let folder = folder();
    save(folder.path(), "first-weeks.ron", &broken());
    assert_snapshot!(proof(&folder, "en").screen());
}

#[test]
fn of_an_empty_file_and_of_one_that_is_gone_the_picture_stays() {
    let folder = folder();
    let path = save(folder.path(), "first-weeks.ron", FIRST_WEEKS);
    let stage = proof(&folder, "en");
    fs::write(&path, "").unwrap();
    let stage = stage.saved();
    assert!(stage.screen().contains("As it was at 10:00"), "{}", stage.screen());
    fs::remove_file(&path).unwrap();
    let stage = stage.saved();
    assert!(stage.screen().contains("There is nothing of this name"), "{}", stage.screen());
    save(folder.path(), "first-weeks.ron", FIRST_WEEKS);
    let screen = stage.saved().screen();
    assert!(!screen.contains("As it was") && screen.contains("First weeks"), "{screen}");
}

#[test]
fn nothing_leads_away_from_the_file_but_leaving() {
    let stage = proof(&folder(), "en");
    let before = stage.screen();
    for keys in ["Esc", "4", "F7", "1", "N", "u", "Ctrl-L", "i", "!"] {
        let stage = proof(&folder(), "en").press(keys);
        let line = |screen: &str| screen.lines().take(20).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(line(&stage.screen()), line(&before), "{keys}");
    }
    assert!(proof(&folder(), "en").press("q").asked.quit);
}

#[test]
fn a_guide_and_a_pathway_are_read_page_by_page() {
    let folder = tempfile::tempdir().unwrap();
    for (kind, name) in [("guides", "calling.ron"), ("pathways", "letter.ron")] {
        fs::create_dir(folder.path().join(kind)).unwrap();
        let text =
            if kind == "guides" { include_str!("author/calling.ron") } else { include_str!("author/letter.ron") };
        let path = save(&folder.path().join(kind), name, text);
        let stage = Stage::of_an_author(author::file(&path), Place::Proof(path), "en");
        assert_snapshot!(format!("{kind}_page"), stage.press("Right").screen());
    }
}
