//! Every system that the desk has to carry has a journey: the list is checked, so that a row without one fails.

use crate::pathways::{SERVICES, paths};
use crate::stage::ten_oclock;
use onward::catalogue::Catalogue;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

const ROWS: &str = include_str!("systems.txt");

/// The names of the tests of the desk.
fn tests() -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/desk");
    let files = fs::read_dir(folder).unwrap().filter_map(|entry| fs::read_to_string(entry.unwrap().path()).ok());
    let named = |text: String| {
        let after = text.split("#[test]\nfn ").skip(1);
        after.filter_map(|rest| Some(rest.split_once('(')?.0.to_owned())).collect::<Vec<_>>()
    };
    files.flat_map(named).collect()
}

#[test]
fn every_system_has_a_journey() {
    let tests = tests();
    let built_in = Catalogue::built_in(ten_oclock().date_naive()).services;
    let offered: BTreeSet<&str> = built_in.pathways.iter().map(|pathway| pathway.id.as_str()).collect();
    let carried: BTreeSet<&str> = SERVICES.iter().map(|(_, id)| *id).collect();
    let mut named = BTreeSet::new();
    let rows: Vec<&str> = ROWS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    for row in &rows {
        let (system, journey) = row.split_once(" | ").unwrap_or_else(|| panic!("{row}: no journey"));
        let mut words = journey.split_whitespace();
        let first = words.next().unwrap_or_else(|| panic!("{system}: no journey"));
        if first == "pathway" {
            for id in words {
                assert!(offered.contains(id) && carried.contains(id), "{system}: {id} is not followed to its end");
                named.insert(id);
            }
        } else {
            for test in std::iter::once(first).chain(words) {
                assert!(tests.contains(test), "{system}: there is no test {test}");
            }
        }
    }
    assert!(rows.len() > 25);
    // And no pathway comes with the desk that no system asks for.
    assert_eq!(named, offered);
}

/// A legal step that was taken without an interpreter says so, however far the pathway has gone.
#[test]
fn a_step_without_an_interpreter_is_seen_to_the_end() {
    let told = paths().press("n 1 d 1").type_text("no").press("Tab").type_text("Lithuanian").press("Ctrl-S");
    assert!(told.screen().contains("! without an interpreter"), "{}", told.screen());
    let later = told.press("d 1").reopen();
    let screen = later.screen();
    assert!(screen.contains("! without an interpreter") && screen.contains("Number can be called"), "{screen}");
}
