//! Hostile input: every text of a store that somebody else filled carries what a terminal, a spreadsheet or a reader
//! of another script would obey. None of it leaves the program as it is: not on the desk, not on the command line,
//! not in any export, not in a name or an error.

use crate::prison::{Answer, OPEN, Prison};
use calamine::{Reader, open_workbook_auto};
use onward::demo;
use onward::domain::entry::Entry;
use onward::domain::record::Stamp;
use onward::domain::text::is_hidden;
use onward::report::kind::Of;
use onward::report::{Format, Report};
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::time::Duration;

/// A window title, C1, a bidirectional override, and one that no eye sees.
const EVIL: &str = "\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}\u{200b}";

/// As it may be shown.
const SHOWN: &str = "<U+001B>]0;owned<U+0007>";

/// The text as it would be obeyed, where there is such a thing in it.
fn obeyed(text: &str) -> Option<String> {
    let at = text.char_indices().find(|(_, c)| is_hidden(*c) && !matches!(c, '\n' | '\r' | '\t'))?.0;
    let near: String = text[..at].chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
    Some(format!("{near}{:?}", text[at..].chars().take(12).collect::<String>()))
}

/// The strings of a value, by their paths.
fn texts(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path.to_owned()),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                texts(item, &format!("{path}/{at}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(field, &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        _ => {}
    }
}

/// The entry with the marker in every text that takes one: dates, codes and names of kinds do not.
fn poisoned(entry: &Entry) -> Entry {
    let Some(json) = entry.value().unwrap() else { return entry.clone() };
    let mut value: Value = serde_json::from_str(&json).unwrap();
    let (mut paths, mut last) = (Vec::new(), entry.clone());
    texts(&value, "", &mut paths);
    for path in paths {
        let before = value.clone();
        let place = value.pointer_mut(&path).unwrap();
        *place = format!("{}{EVIL}", place.as_str().unwrap()).into();
        match Entry::from_parts(entry.kind(), entry.keys(), Some(&value.to_string())) {
            Ok(Some(poisoned)) => last = poisoned,
            _ => value = before,
        }
    }
    last
}

/// A prison whose record was filled by somebody hostile; a group and one of its people, as they call them.
fn hostile() -> (Prison, String, String) {
    let (mut group, mut person) = (String::new(), String::new());
    let prison = Prison::filled(|now, ten, eight| {
        let mut steps = demo::desk(7, now, ten, eight);
        for (Stamp { .. }, entries) in &mut steps {
            // What says how the desk works is not a text.
            for entry in
                entries.iter_mut().filter(|entry| !matches!(entry, Entry::Setting { .. } | Entry::Staff { .. }))
            {
                *entry = poisoned(entry);
                match entry {
                    Entry::Group { to: Some(to), .. } if to.code.starts_with("K-07") => group.clone_from(&to.code),
                    Entry::Person { to: Some(to), .. } if person.is_empty() => person.clone_from(&to.reference),
                    _ => {}
                }
            }
        }
        steps
    });
    assert!(group.contains(EVIL) && person.contains(EVIL), "{group:?} {person:?}");
    (prison, group, person)
}

#[test]
fn the_desk_shows_what_it_would_have_to_obey() {
    let (prison, ..) = hostile();
    for language in ["en", "nb"] {
        let mut desk = prison.terminal(&[&["--lang", language], &OPEN[2..]].concat());
        desk.wait_until("desk", |screen| screen.contents().contains("Onward"));
        // Homes, what is open on them, forms, histories, help, palette, preview, and the room.
        for key in [
            "s",
            "a",
            "p",
            "n",
            "\u{1b}",
            "c",
            "\u{1b}",
            "h",
            "2",
            "\r",
            "e",
            "\u{1b}",
            "h",
            "3",
            "\u{1b}[H\r",
            "r",
            "\u{1b}",
            "t",
            "\u{1b}",
            "e",
            "\u{1b}",
            "H",
            "H",
            "4",
            "\r",
            "\r",
            "\u{1b}",
            "5",
            "\r",
            "\u{1b}[6~",
            "\u{1b}",
            "?",
            "\u{1b}",
            ":",
            "K-07",
            "\u{1b}",
            "2",
            "/",
            "owned",
            "\u{1b}",
            "1",
        ] {
            desk.type_text(key);
            desk.wait_for_rest(Duration::from_millis(60));
        }
        desk.signal("TERM");
        desk.wait_for_rest(Duration::from_millis(500));
        let bytes = String::from_utf8_lossy(&desk.bytes).into_owned();
        assert!(bytes.contains("<U+202E>"), "nothing hostile was on the screen in {language}");
        // The desk's own words to the terminal begin with ESC [ and name nothing from outside.
        let rest = bytes.replace("\u{1b}[", "").replace(['\u{8}', '\u{1b}'], "\u{1}");
        assert!(!rest.contains('\u{1}'), "an escape that is not ESC [");
        assert_eq!(obeyed(&rest), None, "{language}");
    }
}

#[test]
fn no_command_and_no_export_lets_it_out() {
    let (prison, group, person) = hostile();
    let run = |arguments: &[&str]| -> Answer {
        let answer: Answer = prison.command().args(OPEN).args(arguments).output().unwrap().into();
        for text in [&answer.out, &answer.err] {
            assert_eq!(obeyed(text), None, "{arguments:?}");
        }
        answer
    };
    for arguments in [
        &["people", "list"][..],
        &["people", "list", "--format", "json"],
        &["groups"],
        &["groups", "--format", "json"],
        &["staff", "list"],
        &["rules"],
        &["settings"],
        &["verify"],
        &["backup"],
        &["backup", "--list"],
        &["restore"],
        &["doctor"],
    ] {
        run(arguments);
    }
    let mut seen = 0;
    for report in Report::ALL {
        let of: &[&str] = match report.of() {
            Of::Group => &["--group", &group],
            Of::Session => &["--group", &group, "--session", "1"],
            Of::Member => &["--group", &group, "--person", &person],
            Of::Person | Of::Partner => &["--person", &person],
            Of::Groups => &["--all"],
            Of::Anything => &[],
        };
        for format in report.formats() {
            let file = format!("{EVIL}{}.{}", report.id(), format.id()).replace('/', "");
            let given = ["export", report.id(), "--format", format.id(), "--output", &file];
            let answer = run(&[&given[..], of].concat());
            // A certificate may be withheld; whatever is written is looked at.
            if answer.code == Some(0) {
                seen += usize::from(is_harmless_file(prison.path(&file).as_os_str(), *format));
            }
        }
    }
    assert!(seen > 15, "{seen} exports held a marker, shown as what it is");
}

/// Whether a file that was written shows the marker as what it is; that it holds none to be obeyed is certain.
fn is_harmless_file(path: &OsStr, format: Format) -> bool {
    let text = if format == Format::Xlsx {
        let mut book = open_workbook_auto(path).unwrap();
        let sheets = book.worksheets();
        let cells = sheets.iter().flat_map(|(_, sheet)| sheet.rows().flatten().map(ToString::to_string));
        let names = sheets.iter().map(|(name, _)| name.clone());
        cells.chain(names).collect::<Vec<_>>().join("\n")
    } else if format == Format::Pdf {
        let read = lopdf::Document::load(path).unwrap();
        read.extract_text(&read.get_pages().into_keys().collect::<Vec<_>>()).unwrap()
    } else {
        let text = String::from_utf8(fs::read(path).unwrap()).unwrap();
        text.trim_start_matches('\u{feff}').to_owned()
    };
    // HTML keeps what is written left to right apart from what is not, by marks of its own.
    let marks = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    let text = if format == Format::Html { text.replace(marks, "") } else { text };
    assert_eq!(obeyed(&text), None, "{}", path.display());
    text.contains(SHOWN) || text.contains("U+202E")
}

#[test]
fn what_a_person_types_on_the_command_line_is_said_back_harmlessly() {
    let prison = Prison::with(1);
    let lines = format!("{EVIL}\nThe store is open to everybody.");
    for name in [EVIL, &lines] {
        for arguments in [
            &["--data", name, "people", "list"][..],
            &["--passphrase-file", name, "people", "list"],
            &["--programmes", name, "check"],
            &["--exports", name, "doctor"],
            &["--keys", name, "keys"],
            &["--as", name, "people", "list"],
            &["--lang", name],
            &["--room-safe", name],
            &["people", "import", name],
            &["people", "list", "--find", name],
            &["check", name],
            &["new", "programme", name],
            &["new", "programme", "a", "--from", name],
            &["translate", name, "--to", "pl"],
            &["translate", name, "--to", name],
            &["export", name],
            &["export", "register", "--group", name],
            &["export", "register", "--all", "--output", name],
            &["export", "register", "--all", "--since", name],
            &["export", "register", "--all", "--profile", name],
            &["export", "register", "--all", "--to", name, "--purpose", name],
            &["staff", "add", name, "--name", name, "--role", "owner"],
            &["staff", "revoke", name],
            &["rules", name, "1"],
            &["settings", name, "1"],
            &["restore", name],
            &["verify", "--head", name],
            &["man", name],
            &["completions", name],
            &["demo", "--fill", name],
            &[name],
            &["--", name],
        ] {
            let given = OPEN.chunks(2).filter(|option| !arguments.contains(&option[0])).flatten();
            let answer: Answer = prison.command().args(given).args(arguments).output().unwrap().into();
            for text in [&answer.out, &answer.err] {
                assert_eq!(obeyed(text), None, "{arguments:?}");
                let feigned = text.lines().any(|line| line.starts_with("The store is open"));
                assert!(!feigned, "{arguments:?} speaks for the program: {answer:?}");
            }
        }
        // The environment is as far outside as an argument.
        for variable in ["ONWARD_DATA", "ONWARD_AS", "ONWARD_ROOM_SAFE", "ONWARD_EXPORTS", "LANG", "LC_ALL", "USER"] {
            let answer: Answer = prison.command().arg("doctor").env(variable, name).output().unwrap().into();
            assert_eq!((obeyed(&answer.out), obeyed(&answer.err)), (None, None), "{variable}");
        }
    }
}
