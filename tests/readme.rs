//! The README's tables and picture are the program's own: `README=write cargo test --test readme` renews them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use onward::cli::keys;
use onward::i18n::{Locale, Words};
use onward::tui::keymap::Keymap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The README with what stands between `start` and `end` replaced by `text`.
fn renewed(readme: &str, start: &str, end: &str, text: &str) -> String {
    let from = readme.find(start).unwrap() + start.len();
    let to = from + readme[from..].find(end).unwrap();
    format!("{}\n{text}{}", &readme[..from], &readme[to..])
}

fn hold(path: &Path, readme: &str, wanted: &str) {
    if std::env::var("README").is_ok_and(|v| v == "write") {
        fs::write(path, wanted).unwrap();
        return;
    }
    assert!(readme == wanted, "the README is behind the program: README=write cargo test --test readme renews it");
}

#[test]
fn the_key_table_and_the_picture_are_those_of_the_program() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let table = keys::markdown(&Keymap::built_in(), &Words::new(Locale::choose(["en"])));
    let wanted = renewed(&readme, "<!-- keys -->", "<!-- /keys -->", &table);
    let wanted = renewed(&wanted, "<!-- room -->", "<!-- /room -->", &room());
    let wanted = renewed(&wanted, "<!-- counts -->", "<!-- /counts -->", &snapshot("counted__counts"));
    hold(&path, &readme, &wanted);
}

/// What the snapshot of a test of the desk holds.
fn snapshot(name: &str) -> String {
    let path = root().join(format!("tests/desk/snapshots/desk__{name}.snap"));
    let text = fs::read_to_string(path).unwrap();
    text.splitn(3, "---\n").nth(2).unwrap().trim_end().to_owned() + "\n"
}

/// The room as the snapshot of its test shows it.
fn room() -> String {
    format!("```\n{}```\n", snapshot("room__the_room_in_the_middle_of_a_session"))
}

#[test]
fn every_command_stands_in_the_readme() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for command in onward::cli::commands() {
        assert!(readme.contains(&format!("`{command}")), "{command}");
    }
}
