//! The built program on a store of invented people: reports as files and on standard output.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::{DateTime, FixedOffset};
use onward::catalogue::Catalogue;
use onward::demo;
use onward::domain::entry::Entry;
use onward::domain::group::Place;
use onward::domain::pathway::Reaches;
use onward::domain::person::Person;
use onward::domain::record::{GroupsQuery, Member, Reads, Records, Stamp, Window};
use onward::domain::sharing::{Law, Partner, Topic};
use onward::store::{Cost, Store, system_random, unlock};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const PASSPHRASE: &str = "seven grey herons wade";

/// A folder with a store, the file of its passphrase, and the code of a group of it.
struct Prison {
    folder: TempDir,
    group: String,
}

impl Prison {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };
        let (mut store, _) =
            Store::create(&folder.path().join("store"), "Kari", PASSPHRASE, cost, &mut system_random).unwrap();
        let now: DateTime<FixedOffset> = "2026-11-24T09:00:00+01:00".parse().unwrap();
        let courses: Vec<_> = Catalogue::load(None, None, now.date_naive())
            .programmes
            .iter()
            .flat_map(onward::domain::programme::Programme::courses)
            .collect();
        for (stamp, entries) in demo::desk(7, now, &courses[0], &courses[1]) {
            store.record(&entries, &stamp).unwrap();
        }
        let groups = store.groups(&GroupsQuery::default(), &Window::Start, 10).unwrap();
        let held = groups.iter().find(|row| row.value.held > 0).unwrap();
        fs::write(folder.path().join("passphrase"), PASSPHRASE).unwrap();
        Self { group: held.value.group.code.clone(), folder }
    }

    /// The store, open.
    fn store(&self) -> Store {
        let folder = self.path("store");
        Store::open(&folder, &unlock(&folder, PASSPHRASE).unwrap()).unwrap()
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `onward export` with the words of `line`, `GROUP` standing for the code of the group.
    fn export(&self, line: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_onward"))
            .arg("export")
            .args(line.split_whitespace().map(|word| if word == "GROUP" { self.group.as_str() } else { word }))
            .args(["--lang", "en", "--data", "store", "--passphrase-file", "passphrase"])
            .current_dir(self.folder.path())
            .env_remove("ONWARD_DATA")
            .env_remove("ONWARD_PASSPHRASE_FILE")
            .output()
            .unwrap()
    }

    /// The exit code of a command that wrote nothing, and what it said.
    fn refused(&self, line: &str) -> (Option<i32>, String) {
        let before = names(self.folder.path());
        let output = self.export(line);
        assert_eq!(names(self.folder.path()), before, "{line}");
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn every_report_in_every_format() {
    let prison = Prison::new();
    for report in ["register", "group", "marks", "evaluation", "completeness", "journal", "timetable"] {
        let kinds = [
            ("csv", "\u{feff}"),
            ("xlsx", "PK"),
            ("md", "# "),
            ("json", "{\"schema\":\"onward."),
            ("html", "<!DOCTYPE html>"),
        ];
        for (format, start) in kinds {
            let name = format!("{report}.{format}");
            let output = prison.export(&format!("{report} --group GROUP --format {format} --output {name}"));
            assert_eq!(output.status.code(), Some(0), "{output:?}");
            let said = String::from_utf8(output.stdout).unwrap();
            assert!(said.starts_with(&format!("Written: {name}\nJournal up to ")), "{said}");
            assert!(fs::read(prison.path(&name)).unwrap().starts_with(start.as_bytes()), "{name}");
            assert_eq!(fs::metadata(prison.path(&name)).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
    // The ending says the format when nothing else does.
    assert_eq!(prison.export("register --group GROUP --output by-ending.json").status.code(), Some(0));
    assert!(fs::read(prison.path("by-ending.json")).unwrap().starts_with(b"{"));
}

#[test]
fn a_certificate_of_one_person_who_completed() {
    let prison = Prison::new();
    let store = prison.store();
    let groups = store.groups(&GroupsQuery::default(), &Window::Start, 10).unwrap();
    let finished = groups.iter().find(|row| row.value.group.finished.is_some()).unwrap();
    let record = store.group(finished.value.id, "en").unwrap().unwrap();
    let reference = |completed: bool| {
        let is_completed = |member: &&Member| matches!(member.enrolment.state, Place::Completed { .. }) == completed;
        record.members.iter().find(is_completed).unwrap().person.reference.clone()
    };
    let (completed, other, code) = (reference(true), reference(false), &finished.value.group.code);
    let line = format!("certificate --group {code} --person {completed} --output certificate.md");
    assert_eq!(prison.export(&line).status.code(), Some(0));
    assert!(fs::read_to_string(prison.path("certificate.md")).unwrap().starts_with("# Certificate: "));
    let line = format!("certificate --group {code} --person {completed} --format html --output -");
    let output = prison.export(&line);
    let paper = String::from_utf8_lossy(&output.stdout).into_owned();
    let signed = record.group.facilitators.len();
    assert!(signed > 0 && paper.matches("<p class=\"sign\"").count() == signed, "{paper}");
    let (exit, said) = prison.refused(&format!("certificate --group {code} --person {other} --output b.md"));
    assert!(
        exit == Some(1) && said.contains("No certificate yet") || said.contains("never took part"),
        "{exit:?} {said}"
    );
}

/// The texts of a PDF, as another program reads them.
fn read_back(pdf: &[u8]) -> String {
    let read = lopdf::Document::load_mem(pdf).unwrap();
    read.extract_text(&read.get_pages().into_keys().collect::<Vec<_>>()).unwrap()
}

#[test]
fn a_register_on_paper_or_why_not() {
    let prison = Prison::new();
    let output = prison.export("register --group GROUP --output register.pdf");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    let head = said.lines().find(|line| line.starts_with("Journal up to ")).unwrap();
    let text = read_back(&fs::read(prison.path("register.pdf")).unwrap());
    assert!(text.contains("Page 1 of ") && text.contains(head), "{text}");
    assert_eq!(fs::metadata(prison.path("register.pdf")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(read_back(&prison.export("register --group GROUP --format pdf --output -").stdout).contains("Page 1 of "));
    for (line, start) in [
        ("register --all --output all.pdf", "This report is of one group at a time"),
        ("group --group GROUP --output group.pdf", "This report is not written in this format"),
        ("evaluation --all --output all.pdf", "This report is not written in this format"),
        ("register --group GROUP --output register.pdf", "register.pdf exists"),
    ] {
        let (code, said) = prison.refused(line);
        assert!(code == Some(2) && said.starts_with(start), "{line}: {code:?} {said}");
    }
    // A name in letters that are not there: nothing is left behind, nothing counts as given out.
    let mut store = prison.store();
    let group = store.group_by_code(&prison.group).unwrap().unwrap();
    let member = store.group(group, "en").unwrap().unwrap().members.remove(0);
    let person = Person { given: "محمد".to_owned(), ..member.person };
    let stamp = Stamp { actor: "Kari".to_owned(), at: "2026-11-24T09:30:00+01:00".parse().unwrap() };
    store.record(&[Entry::Person { person: member.id, to: Some(Box::new(person)) }], &stamp).unwrap();
    let before = store.head().unwrap();
    for line in ["register --group GROUP --output a.pdf", "register --group GROUP --format pdf --output -"] {
        let (code, said) = prison.refused(line);
        assert!(code == Some(2) && said.contains("محمد") && said.contains("Choose HTML"), "{line}: {code:?} {said}");
    }
    assert_eq!(store.head().unwrap(), before);
}

#[test]
fn all_groups_at_once_in_long_form() {
    let prison = Prison::new();
    let csv = String::from_utf8(prison.export("register --all --output - --delimiter ;").stdout).unwrap();
    let head = "\u{feff}Group;Session;Date;Time;Reference;Family name;Given name;Code;Attendance;";
    assert!(csv.starts_with(head), "{csv}");
    let json = prison.export("register --all --format json --output -").stdout;
    let marks = serde_json::from_slice::<serde_json::Value>(&json).unwrap()["marks"].as_array().unwrap().len();
    assert_eq!(csv.matches("\r\n").count(), marks + 1);
    assert_eq!(prison.export("register --all --output all.xlsx").status.code(), Some(0));
    let (code, said) = prison.refused("group --all --output all.csv");
    assert!(code == Some(2) && said.starts_with("This report is of one group"), "{said}");
}

#[test]
fn what_is_there_stays_unless_told_and_a_link_is_never_followed() {
    let prison = Prison::new();
    fs::write(prison.path("mine.csv"), "mine").unwrap();
    symlink(prison.path("mine.csv"), prison.path("link.csv")).unwrap();
    let (code, said) = prison.refused("register --group GROUP --output mine.csv");
    assert!(code == Some(2) && said.starts_with("mine.csv exists"), "{said}");
    let (code, said) = prison.refused("register --group GROUP --output link.csv --force");
    assert!(code == Some(2) && said.starts_with("link.csv is a link"), "{said}");
    assert_eq!(fs::read(prison.path("mine.csv")).unwrap(), b"mine");
    assert_eq!(prison.export("register --group GROUP --output mine.csv --force").status.code(), Some(0));
    assert_ne!(fs::read(prison.path("mine.csv")).unwrap(), b"mine");
}

#[test]
fn what_cannot_be_done_is_said_with_its_exit_code() {
    let prison = Prison::new();
    for (line, wanted, start) in [
        ("register --group K-99 --output a.csv", 2, "This group is not in the store"),
        ("register --group GROUP --output nowhere/a.csv", 2, "There is no folder nowhere"),
        ("register --group GROUP --output store", 2, "store is not a file"),
        ("register --output a.csv", 2, "This report is of one group"),
        ("evaluation --output a.csv", 2, "Of which groups?"),
        ("session --group GROUP --output a.csv", 2, "This session is not in the group"),
        ("session --group GROUP --session 99 --output a.csv", 2, "This session is not in the group"),
        ("person --output a.csv", 2, "This report is of one person"),
        ("register --group GROUP --format ics --output a.ics", 2, "This report is not written"),
        ("register --group GROUP --all --output a.csv", 2, "error:"),
        ("register --group GROUP --output a.csv --delimiter x", 2, "error:"),
        ("certificate --group GROUP --output a.csv", 2, "This report is of one person"),
    ] {
        let (code, said) = prison.refused(line);
        assert!(code == Some(wanted) && said.starts_with(start), "{line}: {code:?} {said}");
    }
    fs::write(prison.path("passphrase"), "wrong").unwrap();
    assert_eq!(prison.refused("register --group GROUP --output a.csv").0, Some(3));
}

#[test]
fn whoever_has_not_agreed_is_left_out_where_that_is_asked_for() {
    let prison = Prison::new();
    let mut store = prison.store();
    let group = store.group_by_code(&prison.group).unwrap().unwrap();
    let members: Vec<Member> = store.group(group, "en").unwrap().unwrap().members;
    let may_be_told = |member: &Member| Entry::Partner {
        person: member.id,
        item: "83".into(),
        to: Some(Box::new(Partner {
            to: Reaches::Authority,
            name: "Probation".into(),
            before: String::new(),
            after: String::new(),
            told: Topic::ALL.into_iter().collect(),
            law: Some(Law { named: "Act 1".into(), until: None }),
        })),
    };
    let at: DateTime<FixedOffset> = "2026-11-24T09:00:00+01:00".parse().unwrap();
    let stamp = Stamp { actor: "Kari".to_owned(), at };
    store.record(&members[1..].iter().map(may_be_told).collect::<Vec<_>>(), &stamp).unwrap();
    drop(store);
    assert_eq!(prison.refused("register --group GROUP --leave-out --output a.json").0, Some(2), "to whom?");
    let (code, said) = prison.refused("register --group GROUP --to Probation --output a.json");
    let name = members[0].person.name();
    assert!(code == Some(1) && said.contains(&name) && said.contains("--leave-out"), "{said}");
    let done = prison.export("register --group GROUP --to Probation --leave-out --output a.json");
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    assert!(String::from_utf8(done.stdout).unwrap().contains("no consent"));
    let json = fs::read_to_string(prison.path("a.json")).unwrap();
    assert!(json.contains("\"left_out\":1") && !json.contains(&members[0].person.reference), "{json}");
    assert!(json.contains(&members[1].person.reference), "{json}");
    // A journal has every entry or is none.
    let (code, said) = prison.refused("journal --all --to Probation --leave-out --output b.json");
    assert!(code == Some(1) && said.contains("add up"), "{said}");
}
