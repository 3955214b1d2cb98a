//! `onward check` as it is built: what it prints, and how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod started;

use std::fs;
use std::path::Path;
use std::process::Command;

/// How the program ends with these arguments in `folder`, and what it says.
fn onward(folder: &Path, arguments: &[&str]) -> (i32, String) {
    started::onward(folder, ["--lang", "en", "--data", "data"].into_iter().chain(arguments.iter().copied()))
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

#[test]
fn findings_are_written_for_machines_too() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a,b.ron"), "(closed: [\n  (when: Every(Fri), why: \"50 %\", y: 1),\n])").unwrap();
    let (code, said) = onward(folder.path(), &["check", "a,b.ron", "--format", "github"]);
    let message = "There is no field y here. These there are: when, why.";
    assert_eq!((code, said), (1, format!("::error file=a%2Cb.ron,line=2,col=35,endColumn=36::{message}\n")));
    let (code, said) = onward(folder.path(), &["check", "a,b.ron", "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&said).unwrap();
    let first = &read["findings"][0];
    assert_eq!((code, &read["files"], &first["file"]), (1, &1.into(), &"a,b.ron".into()));
    let place = ["line", "column", "width"].map(|name| first[name].as_u64().unwrap());
    assert_eq!((place, &first["level"], &first["id"]), ([2, 35, 1], &"error".into(), &"finding-field-unknown".into()));
    assert_eq!(first["message"], message);
    assert_eq!(onward(folder.path(), &["check", ".", "--format", "xml"]).0, 2);
}

#[test]
fn a_course_is_begun_checked_forked_and_translated() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| onward(folder.path(), arguments);
    for (kind, id) in [("programme", "first-weeks"), ("pathway", "papers"), ("guide", "rights")] {
        let (code, said) = run(&["new", kind, id]);
        assert_eq!(code, 0, "{said}");
        assert_eq!(run(&["check", &format!("{id}.ron")]).1, "1 file checked, nothing found.\n");
    }
    let before = fs::read_to_string(folder.path().join("papers.ron")).unwrap();
    assert_eq!(run(&["new", "pathway", "papers"]).0, 2);
    assert_eq!(fs::read_to_string(folder.path().join("papers.ron")).unwrap(), before);
    assert_eq!(run(&["new", "programme", "First weeks"]).0, 2);
    assert_eq!(run(&["new", "guide", "other", "--from", "papers.ron"]).0, 2);
    assert_eq!(run(&["new", "programme", "our-weeks", "--from", "first-weeks.ron"]).0, 0);
    let forked = fs::read_to_string(folder.path().join("our-weeks.ron")).unwrap();
    assert!(forked.contains("descends_from: \"first-weeks\""), "{forked}");

    let (code, said) = run(&["translate", "our-weeks.ron", "--to", "pl"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("our-weeks.pl.ron") && said.contains("0 to look at again"), "{said}");
    assert_eq!(run(&["check", "our-weeks.ron"]).0, 0);
    let (code, said) = run(&["check", "our-weeks.pl.ron"]);
    assert!(code == 1 && said.contains("not translated yet"), "{said}");
    assert_eq!(run(&["translate", "our-weeks.ron", "--to", "xx"]).0, 2);
    assert_eq!(run(&["translate", "nothing.ron", "--to", "pl"]).0, 2);
    assert!(run(&["schema"]).1.contains("## SessionPlan"));
}

#[test]
fn a_hostile_file_is_refused_in_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let whole = |before: &str, part: &str, after: &str| {
        format!("{before}{}{after}", part.repeat((1024 * 1024 - before.len() - after.len()) / part.len()))
    };
    for (name, text) in [
        ("sessions.ron", whole("(plans: [", "(id:\"x\"),", "])")),
        ("nested.ron", whole("", "[", "")),
        ("marks.ron", whole("", "\"\n", "")),
        ("number.ron", whole("(id: ", "9", ")")),
        ("hidden.ron", whole("(id: \"", "\u{202e}", "\")")),
        ("too-large.ron", " ".repeat(200 << 20)),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
        // Kilobytes of addresses that the program may take in all, itself among them: a half more than an empty file needs.
        let line = "ulimit -v 400000; exec \"$0\" --lang en --data data check \"$1\"";
        let output = Command::new("sh")
            .args(["-c", line, env!("CARGO_BIN_EXE_onward"), name])
            .current_dir(folder.path())
            .output()
            .unwrap();
        fs::remove_file(folder.path().join(name)).unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert!(output.stdout.len() < 200_000, "{name}: {} bytes", output.stdout.len());
    }
}
