//! Programmes, read as a facilitator reads them, and reports.

use crate::stage::Stage;
use insta::assert_snapshot;

#[test]
fn every_version_that_can_be_run() {
    assert_snapshot!(Stage::typical().press("4").screen());
}

#[test]
fn what_a_programme_is() {
    assert_snapshot!(Stage::typical().press("4 Enter").screen());
}

#[test]
fn a_session_as_it_is_prepared_the_evening_before() {
    assert_snapshot!(Stage::typical().press("4 Enter Right Right Right Right").screen());
}

#[test]
fn a_session_on_a_small_screen_in_bokmål() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("4 Enter Right Right PgDn").screen());
}

#[test]
fn a_register_before_it_is_written() {
    assert_snapshot!(Stage::typical().press("5 Down Enter").screen());
}

#[test]
fn which_group_a_report_is_of() {
    assert_snapshot!(Stage::typical().press("5").screen());
}

#[test]
fn an_export_is_written_once_and_never_over_another_file() {
    let mut stage = Stage::typical().press("5 Down Enter w Enter").finish_work();
    let files = |stage: &Stage| {
        let names = std::fs::read_dir(stage.folder()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|n| n.starts_with("register")).collect();
        names.sort();
        names
    };
    let written = files(&stage);
    assert_eq!(written.len(), 1, "{written:?}");
    let path = stage.folder().join(&written[0]);
    std::fs::write(&path, "mine").unwrap();
    stage = stage.press("w Enter");
    assert_snapshot!(stage.screen().replace(stage.folder().to_str().unwrap(), "FOLDER"));
    stage = stage.press("Enter");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    let stage = stage.press("w Enter y").finish_work();
    assert_ne!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(files(&stage).len(), 1);
}
