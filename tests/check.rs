//! `onward check` as it is built: what it prints, and how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// How the program ends with these arguments in `folder`, and what it says.
fn onward(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onward"));
    let data = folder.join("data");
    let output = command
        .args(["--lang", "en", "--data"])
        .arg(data)
        .args(arguments)
        .current_dir(folder)
        .env_remove("ONWARD_DATA")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

#[test]
fn every_fault_of_every_file_is_printed_and_the_exit_code_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let sound = include_str!("../programmes/planning-for-resettlement.ron");
    fs::write(folder.path().join("sound.ron"), sound).unwrap();
    assert_eq!(onward(folder.path(), &["check", "sound.ron"]), (0, "1 file checked, nothing found.\n".to_owned()));

    fs::write(folder.path().join("a.ron"), sound.replace("minutes: 40", "minutes: 0")).unwrap();
    fs::write(folder.path().join("b\u{1b}.ron"), "(\n  id: \"b\",\n  title: 7,\n").unwrap();
    let (code, said) = onward(folder.path(), &["check", "."]);
    assert_eq!(code, 1);
    let line = sound.lines().position(|line| line.contains("minutes: 40")).unwrap() + 1;
    assert!(said.contains(&format!("--> ./a.ron:{line}:30\n")), "{said}");
    assert!(said.contains("--> ./b<U+001B>.ron:3:10\n"), "{said}");
    assert!(said.ends_with("3 files checked, 3 things found: 3 errors to put right.\n"), "{said}");
}

#[test]
fn without_a_path_it_checks_what_the_desk_would_load() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(onward(folder.path(), &["check"]).0, 2);
    fs::create_dir_all(folder.path().join("data/programmes")).unwrap();
    fs::write(folder.path().join("data/programmes/x.ron"), "(").unwrap();
    let (code, said) = onward(folder.path(), &["check", "--programmes", "nowhere"]);
    assert_eq!(code, 1);
    assert!(said.contains("data/programmes/x.ron:1:1\n") && said.contains("--> nowhere\n"), "{said}");
}
