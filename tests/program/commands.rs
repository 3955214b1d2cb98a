//! The command line: exit codes, options anywhere, the environment, and names from a hostile place.

use crate::prison::{Answer, OPEN, PASSPHRASE, PROGRAM, Prison};
use onward::domain::record::About;
use onward::store::unlock;
use std::fs;

const OPENED: &str = "--lang en --data store --passphrase-file passphrase";

/// Nothing that a terminal would obey.
fn is_harmless(text: &str) -> bool {
    text.chars().all(|c| c == '\n' || !(c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)))
}

#[test]
fn help_is_no_error_and_what_is_unknown_is_one() {
    let prison = Prison::new();
    for (line, code) in
        [("--help", 0), ("export --help", 0), ("--version", 0), ("--nope", 2), ("nope", 2), ("--lang xx keys", 2)]
    {
        let Answer { code: ended, out, err } = prison.run(line);
        assert_eq!(ended, Some(code), "{line}");
        assert_eq!((out.is_empty(), err.is_empty()), (code != 0, code == 0), "{line}");
    }
}

#[test]
fn options_stand_before_and_after_the_command_or_in_the_environment() {
    let prison = Prison::with(5);
    let wanted = prison.run(&format!("{OPENED} people list"));
    assert_eq!((wanted.code, wanted.err.as_str()), (Some(0), ""), "{wanted:?}");
    assert_eq!(prison.run(&format!("people list {OPENED}")).out, wanted.out);
    assert_eq!(prison.run("--data store people --lang en list --passphrase-file passphrase").out, wanted.out);
    let variables = [("ONWARD_DATA", "store"), ("ONWARD_PASSPHRASE_FILE", "passphrase")];
    let answer: Answer = prison.command().args(["people", "list"]).envs(variables).output().unwrap().into();
    assert_eq!(answer.out, wanted.out);
    // What is said on the command line wins.
    let answer: Answer =
        prison.command().args(["people", "list", "--data", "x"]).envs(variables).output().unwrap().into();
    assert!(answer.code == Some(2) && answer.err.contains("no store in x"), "{answer:?}");
}

#[test]
fn a_store_that_cannot_be_opened_says_why_and_stays_as_it_is() {
    let prison = Prison::with(5);
    let database = prison.path("store/onward.db");
    let sound = fs::read(&database).unwrap();
    let listed = || prison.run(&format!("{OPENED} people list"));
    let refused = |code: i32, start: &str| {
        let before = fs::read(&database).unwrap();
        let answer = listed();
        assert!(answer.code == Some(code) && answer.err.starts_with(start), "{answer:?}");
        assert!(answer.out.is_empty() && is_harmless(&answer.err), "{answer:?}");
        assert_eq!(fs::read(&database).unwrap(), before);
        assert_eq!(fs::read_dir(prison.path("store")).unwrap().count(), 3);
    };

    fs::write(prison.path("passphrase"), "seven grey heron\n").unwrap();
    refused(3, "This passphrase does not open the store.");
    fs::write(prison.path("passphrase"), "\n").unwrap();
    refused(2, "The first line of the passphrase file passphrase is empty.");
    fs::write(prison.path("passphrase"), PASSPHRASE).unwrap();

    fs::write(&database, [7; 8192]).unwrap();
    refused(4, "The store is damaged");
    fs::write(&database, &sound).unwrap();

    let key = unlock(&prison.path("store"), PASSPHRASE).unwrap().key;
    let newer = rusqlite::Connection::open(&database).unwrap();
    newer.execute_batch(&key.pragma()).unwrap();
    newer.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99").unwrap();
    newer.close().unwrap();
    refused(6, "The store is of version 99");
}

#[test]
fn a_disk_that_takes_no_more_is_said_and_everything_stays_as_it_was() {
    let prison = Prison::with(120);
    let database = fs::read(prison.path("store/onward.db")).unwrap();
    let export = format!("{OPENED} export register --all --format csv --output register.csv");
    // As many files as a run needs, none of them longer than the limit in blocks.
    let within = |blocks: u32| -> Answer {
        let line = format!("trap '' XFSZ; ulimit -f {blocks}; exec {PROGRAM} {export}");
        let mut shell = std::process::Command::new("sh");
        shell.arg("-c").arg(line).current_dir(prison.path("")).env_clear().envs(prison.environment());
        shell.output().unwrap().into()
    };
    for blocks in [8, 70] {
        let answer = within(blocks);
        assert!(answer.code == Some(5) && is_harmless(&answer.err), "{blocks}: {answer:?}");
        assert!(!answer.err.contains("os error"), "{blocks}: {answer:?}");
        assert!(!prison.path("register.csv").exists(), "{blocks}");
        assert_eq!(fs::read(prison.path("store/onward.db")).unwrap(), database);
    }
    assert_eq!(prison.run(&export).code, Some(0));
    assert!(fs::metadata(prison.path("register.csv")).unwrap().len() > 70 * 512);
}

#[test]
fn a_folder_that_cannot_be_one_is_said_in_plain_words() {
    let prison = Prison::new();
    for line in ["--data passphrase/store people list", "--data passphrase people list", "demo --fill passphrase/store"]
    {
        let answer = prison.run(&format!("{line} --lang en --passphrase-file passphrase"));
        assert!(answer.code == Some(2) && answer.err.contains("passphrase"), "{line}: {answer:?}");
        assert!(!answer.err.contains("os error"), "{line}: {answer:?}");
    }
    let mut terminal =
        prison.terminal(&["--data", "passphrase/store", "--lang", "en", "--passphrase-file", "passphrase"]);
    assert_eq!(terminal.wait_for_end(std::time::Duration::from_secs(20)), 2);
}

#[test]
fn a_file_that_cannot_be_read_is_said_in_the_readers_language() {
    let prison = Prison::with(1);
    for (line, said) in [
        ("--passphrase-file none --lang en people list", "none cannot be read: there is no such file."),
        ("--passphrase-file tmp --lang nb people list", "tmp kan ikke leses: det er en mappe."),
        (
            "--passphrase-file passphrase --lang nb people import none",
            "none kan ikke leses: det finnes ingen slik fil.",
        ),
    ] {
        let answer = prison.run(&format!("--data store {line}"));
        assert!(answer.code == Some(2) && answer.err.contains(said), "{line}: {answer:?}");
    }
}

#[test]
fn without_a_terminal_the_desk_says_so() {
    let answer = Prison::with(1).run(OPENED);
    assert!(answer.code == Some(2) && answer.err.starts_with("The desk needs a terminal"), "{answer:?}");
}

#[test]
fn no_name_from_outside_reaches_the_terminal_as_it_is() {
    let prison = Prison::with(1);
    let evil = "a\u{1b}]0;x\u{7}\u{202e}b";
    for arguments in [
        &["--data", evil, "people", "list"][..],
        &["people", "list", "--passphrase-file", evil],
        &["people", "import", evil],
        &["people", "list", "--find", evil],
        &["people", "list", "--format", evil],
        &["check", evil],
        &["check", "--programmes", evil],
        &["export", "register", "--group", evil, "--output", "a.csv"],
        &["export", "register", "--all", "--output", evil, "--format", "csv"],
        &["demo", "--fill", "store", "--seed", evil],
        &["demo", "--fill", evil, "--people", "1"],
        &["--lang", evil, "keys"],
        &[evil],
    ] {
        // The options that name the store come first: those of the line win.
        let given = OPEN.chunks(2).filter(|option| !arguments.contains(&option[0])).flatten();
        let answer: Answer = prison.command().args(given).args(arguments).output().unwrap().into();
        assert!(is_harmless(&answer.out) && is_harmless(&answer.err), "{arguments:?}: {answer:?}");
    }
}

#[test]
fn what_a_command_gives_out_is_recorded_first() {
    let prison = Prison::with(12);
    let run = |line: &str| prison.run(&format!("{OPENED} {line}"));
    let given = || {
        let unlocked = unlock(&prison.path("store"), PASSPHRASE).unwrap();
        let store = onward::store::Store::open(&prison.path("store"), &unlocked).unwrap();
        let history = onward::domain::record::Reads::history(&store, About::Everything, None, 9).unwrap();
        history.into_iter().filter(|recorded| recorded.entry.is_trace()).count()
    };
    assert_eq!((run("people list").code, given()), (Some(0), 1));
    assert_eq!(run("settings disclosure-purpose perhaps").code, Some(2));
    let set = run("settings disclosure-purpose yes");
    assert!(set.code == Some(0) && set.out.starts_with("disclosure-purpose    yes"), "{set:?}");
    for line in ["people list", "groups --to Probation", "export register --all --output all.csv --purpose audit"] {
        let refused = run(line);
        assert!(
            refused.code == Some(2) && refused.out.is_empty() && refused.err.contains("--to"),
            "{line}: {refused:?}"
        );
    }
    assert!(given() == 1 && !prison.path("all.csv").exists());
    // Nobody has agreed that somebody outside is told who they are.
    for line in ["people list", "export register --all --output all.csv"] {
        let refused = run(&format!("{line} --to Probation --purpose audit"));
        assert!(refused.code == Some(1) && refused.err.contains("have not agreed"), "{line}: {refused:?}");
    }
    assert!(given() == 1 && !prison.path("all.csv").exists());
    for line in ["groups", "export timetable --all --output all.json", "export evaluation --all --output -"] {
        let done = run(&format!("{line} --to Probation --purpose audit"));
        assert_eq!(done.code, Some(0), "{line}: {done:?}");
    }
    assert_eq!(given(), 4);
    // What stands on the export is held against the record.
    let json = fs::read_to_string(prison.path("all.json")).unwrap();
    let head = json.split("Journal up to ").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(run(&format!("verify --head {head}")).code, Some(0));
}
