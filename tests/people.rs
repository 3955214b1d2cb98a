//! The built program on a real store: taking people in from a file, and listing people and groups.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use onward::store::{Cost, Store, system_random};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const PASSPHRASE: &str = "seven grey herons wade";

/// A folder with a store, the file of its passphrase, and files to take in.
struct Prison(TempDir);

/// How a command ended, and what it said.
#[derive(Debug)]
struct Answer {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Prison {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };
        Store::create(&folder.path().join("store"), "Kari", PASSPHRASE, cost, &mut system_random).unwrap();
        fs::write(folder.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Runs `onward` with the words of `line`, typing `typed`.
    fn run(&self, line: &str, typed: &str) -> Answer {
        let mut child = Command::new(env!("CARGO_BIN_EXE_onward"))
            .args(line.split_whitespace())
            .args(["--lang", "en", "--data", "store", "--passphrase-file", "passphrase"])
            .current_dir(self.path())
            .env_remove("ONWARD_DATA")
            .env_remove("ONWARD_PASSPHRASE_FILE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that asks nothing may be gone before it is answered.
        let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Answer { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    fn people(&self) -> serde_json::Value {
        let answer = self.run("people list --format json", "");
        assert_eq!(answer.code, Some(0), "{answer:?}");
        serde_json::from_str(&answer.out).unwrap()
    }
}

#[test]
fn a_dry_run_comes_first_and_nothing_is_written_until_yes() {
    let prison = Prison::new();
    prison.write(
        "new.csv",
        "Referanse;Navn;Løslatelsesdato;Språk\n0412;Ana Petrović;24.12.2199;engelsk B1\n0413;Øystein Lund;;nb\n",
    );
    for typed in ["", "n\n", "perhaps\n"] {
        let answer = prison.run("people import new.csv", typed);
        assert_eq!(answer.code, Some(0), "{answer:?}");
        assert!(answer.out.contains("Row 2: Petrović, Ana (0412)"), "{answer:?}");
        assert!(answer.out.contains("2 to add, 0 to change, 0 unchanged, 0 refused"), "{answer:?}");
        assert_eq!(prison.people(), serde_json::json!([]));
    }
    let answer = prison.run("people import new.csv", "y\n");
    assert!(answer.out.contains("Taken in: 2 added, 0 changed."), "{answer:?}");
    let people = prison.people();
    assert_eq!((&people[0]["reference"], &people[1]["family"]), (&"0413".into(), &"Petrović".into()));
    assert_eq!(people[1]["release"], "2199-12-24");

    let again = prison.run("people import new.csv --yes", "");
    assert!(again.out.contains("There is nothing to take in"), "{again:?}");
    prison.write("later.csv", "ref,release\n0412,2199-11-30\n");
    let nameless = prison.run("people import later.csv --yes", "");
    assert_eq!(nameless.code, Some(1), "{nameless:?}");
    prison.write("later.csv", "ref,name,release\n0412,Ana Petrović,2199-11-30\n");
    let later = prison.run("people import later.csv --yes", "");
    assert!(later.out.contains("Release date: 24 Dec 2199 -> 30 Nov 2199"), "{later:?}");
    assert_eq!(prison.people()[1]["release"], "2199-11-30");
}

#[test]
fn a_file_with_one_bad_row_changes_nothing() {
    let prison = Prison::new();
    prison.write("bad.csv", "ref,name,release\n1,Ana Lund,\n2,Bo Lund,30.2.2199\n");
    let answer = prison.run("people import bad.csv --yes", "");
    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(answer.out.contains("Row 3, release \"30.2.2199\": 30 Feb 2199 does not exist."), "{answer:?}");
    assert!(answer.err.contains("Nothing was taken in."), "{answer:?}");
    assert_eq!(prison.people(), serde_json::json!([]));

    prison.write("book.csv", "PK\u{3}\u{4}");
    let answer = prison.run("people import book.csv", "");
    assert_eq!((answer.code, answer.err.contains("save it as CSV")), (Some(1), true), "{answer:?}");
    let answer = prison.run("people import missing.csv", "");
    assert_eq!((answer.code, answer.err.contains("missing.csv cannot be read")), (Some(2), true), "{answer:?}");
}

#[test]
fn people_are_found_and_groups_are_listed() {
    let prison = Prison::new();
    prison.write("new.csv", "ref,name,country\n1,Jonas Kazlauskas,LT\n2,Ana Petrović,RS\n");
    prison.run("people import new.csv --yes", "");
    let found = prison.run("people list --find lithuania", "");
    assert!(found.out.contains("Kazlauskas, Jonas") && !found.out.contains("Petrović"), "{found:?}");
    let groups = prison.run("groups --format json", "");
    assert_eq!((groups.code, groups.out.as_str()), (Some(0), "[]\n"));
    let text = prison.run("groups", "");
    assert!(text.out.starts_with("Group"), "{text:?}");
}
