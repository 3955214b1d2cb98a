//! Where a trainer starts: the files of a folder with their state.

use crate::proof::{FIRST_WEEKS, folder, save};
use crate::stage::Stage;
use insta::assert_snapshot;
use onward::cli::author;
use onward::tui::desk::Remark;
use onward::tui::effect::Place;
use std::fs;
use tempfile::TempDir;

/// A folder as it is after some weeks: one course in use, one begun, a guide.
fn weeks_later() -> TempDir {
    let folder = folder();
    let begun =
        FIRST_WEEKS.replace("id: \"first-weeks\"", "id: \"going-home\"").replace("minutes: 25", "minutes: 25.5");
    save(folder.path(), "going-home.ron", &begun);
    save(folder.path(), "notes.txt", "not for the desk");
    fs::create_dir(folder.path().join("guides")).unwrap();
    save(&folder.path().join("guides"), "calling.ron", include_str!("author/calling.ron"));
    folder
}

fn start(folder: &TempDir, tag: &str) -> Stage {
    Stage::of_an_author(author::folder(folder.path()), Place::Author, tag)
}

#[test]
fn every_file_with_its_state() {
    assert_snapshot!(start(&weeks_later(), "en").screen());
}

#[test]
fn every_file_on_a_small_screen_in_bokmål() {
    assert_snapshot!(start(&weeks_later(), "nb").size(60, 20).screen());
}

#[test]
fn an_empty_folder_says_how_to_begin() {
    assert_snapshot!(start(&tempfile::tempdir().unwrap(), "en").screen());
}

#[test]
fn enter_shows_a_file_and_leaving_comes_back_to_where_one_was() {
    let folder = weeks_later();
    let stage = start(&folder, "en").press("Down Enter");
    assert!(stage.screen().contains("going-home.ron"), "{}", stage.screen());
    // While it is read another file comes before it.
    save(folder.path(), "a-course.ron", &FIRST_WEEKS.replace("first-weeks", "a-course"));
    let stage = stage.saved().press("Esc");
    let selected = stage.screen().lines().find(|line| line.starts_with(" > ")).unwrap().to_owned();
    assert!(selected.contains("going-home.ron"), "{selected}");
    assert!(stage.screen().contains("4 files"), "{}", stage.screen());
}

#[test]
fn a_key_checks_again_where_nothing_is_heard_of_a_save() {
    let folder = weeks_later();
    let stage = start(&folder, "en");
    save(folder.path(), "going-home.ron", FIRST_WEEKS);
    assert!(stage.screen().contains("one with errors"));
    let stage = stage.press("r");
    assert!(!stage.screen().contains("with errors"), "{}", stage.screen());
    assert!(stage.screen().contains("checked again"), "{}", stage.screen());
}

#[test]
fn a_programme_of_the_desk_shows_what_was_found_in_its_file() {
    let remark = |text: &str, about: Option<&str>| Remark {
        is_error: false,
        text: text.to_owned(),
        about: about.map(str::to_owned),
    };
    let remarks = vec![
        remark("planning.ron:4:2: The review was due on 1 Nov 2026.", Some("planning-for-resettlement")),
        remark("other.ron:1:1: A comma is missing here.", None),
    ];
    let stage = Stage::typical().remarks(remarks).press("4");
    assert_snapshot!("programmes_with_findings", stage.screen());
    let stage = stage.press("Enter");
    assert_snapshot!("a_programme_with_findings", stage.screen());
    let stage = stage.press("f");
    assert!(stage.screen().contains("! planning.ron:4:2") && !stage.screen().contains("other.ron"));
    assert!(!stage.press("Esc").screen().contains("planning.ron:4:2"));
}
