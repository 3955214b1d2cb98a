//! `onward keys` as it is built: the table, and a file that changes it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::Path;
use std::process::Command;

fn keys(home: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onward"));
    command.args(["--lang", "en", "keys"]).args(arguments).current_dir(home);
    // The settings folder of every system lies in here.
    for variable in ["HOME", "XDG_CONFIG_HOME", "APPDATA"] {
        command.env(variable, home);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

fn line<'a>(said: &'a str, name: &str) -> &'a str {
    said.lines().find(|line| line.ends_with(&format!(" {name}"))).unwrap_or_else(|| panic!("{name}: {said}")).trim()
}

#[test]
fn the_example_of_the_command_is_a_file_that_is_taken() {
    let home = tempfile::tempdir().unwrap();
    let (code, said) = keys(home.path(), &[]);
    assert_eq!(code, 0);
    assert!(said.contains("keys.ron, which is not there yet."), "{said}");
    assert!(line(&said, "all-present").starts_with("A "), "{said}");
    let example = said.rfind("{\n").unwrap();
    fs::write(home.path().join("mine.ron"), &said[example..]).unwrap();
    let (code, said) = keys(home.path(), &["--keys", "mine.ron"]);
    assert_eq!(code, 0, "{said}");
    assert!(line(&said, "all-present").starts_with("Ctrl-E A "), "{said}");
    // Where it stands anyway, it is found.
    let usual = said_path(&keys(home.path(), &[]).1);
    fs::create_dir_all(Path::new(&usual).parent().unwrap()).unwrap();
    fs::copy(home.path().join("mine.ron"), &usual).unwrap();
    assert!(line(&keys(home.path(), &[]).1, "all-present").starts_with("Ctrl-E A "));
}

/// The path that the command names.
fn said_path(said: &str) -> String {
    let from = said.find("can be set in ").unwrap() + "can be set in ".len();
    said[from..].split(", which").next().unwrap().to_owned()
}

#[test]
fn what_cannot_be_taken_is_named_with_its_place_and_nothing_of_the_file_is() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("k.ron");
    for (text, place, why) in [
        ("{ \"room\": { \"note\": \"F5\", \"rate\": \"A\" } }", "k.ron:1:35", "A is taken: all here (The room)."),
        ("{ \"desk\": { \"fly\": \"F5\" },\n \"room\": { \"note\": \"F5\" } }", "k.ron:1:13", "called fly."),
        ("{ \"raum\": { \"note\": \"F5\" } }", "k.ron:1:3", "No screen is called raum"),
        ("{ \"room\": { \"note\": \"Hyper\" } }", "k.ron:1:21", "No key is called Hyper."),
        ("{ \"room\": { \"note\": \"F5\"", "k.ron:1:11", "is never closed"),
    ] {
        fs::write(&file, text).unwrap();
        let (code, said) = keys(home.path(), &["--keys", "k.ron"]);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains(why) && said.contains(&format!("--> {place}\n")), "{text}: {said}");
        assert!(line(&said, "session-note").starts_with("N "), "{said}");
        assert!(said.contains("\n  n                  note "), "{said}");
    }
    let (code, said) = keys(home.path(), &["--keys", "nowhere.ron"]);
    assert!(code == 1 && said.contains("nowhere.ron"), "{said}");
}
