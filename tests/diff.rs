//! `onward diff` as it is built: what it says of two versions, and of groups that stay on the old one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod started;

use chrono::{DateTime, FixedOffset};
use onward::catalogue::Catalogue;
use onward::demo;
use onward::domain::programme::Programme;
use onward::domain::record::Records;
use onward::store::{Cost, Store, system_random};
use std::fs;
use std::path::Path;

const PROGRAMME: &str = include_str!("papers/first-weeks.ron");
const ARABIC: &str = include_str!("papers/first-weeks.ar.ron");
const BUILT_IN: &str = include_str!("../programmes/planning-for-resettlement.ron");
const PASSPHRASE: &str = "seven grey herons wade";

/// How `onward diff` ends with these words, and what it prints.
fn diff(folder: &Path, line: &str) -> (i32, String) {
    let store = ["--data", "store", "--passphrase-file", "passphrase"];
    started::onward(folder, ["diff"].into_iter().chain(line.split_whitespace()).chain(store))
}

/// The small programme with each of the changes made in it.
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(PROGRAMME.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn what_changed_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("was.ron"), PROGRAMME).unwrap();
    let is = changed(&[
        ("RemainingDays(14)", "RemainingDays(10)"),
        ("\"It takes two weeks.\"", "\"It takes ten days.\""),
        (
            "(id: \"young\", weight: Preferred, test: Age(at_least: None, at_most: 25)),",
            "(id: \"yes\", test: Consents),",
        ),
        ("(min: 3, max: 6)", "(min: 3, max: 4)"),
        ("minutes: 15", "minutes: 20"),
        ("kind: Pairs", "kind: Talk"),
        ("interpreter: true,\n", ""),
        ("handouts: [\"map\"]", "handouts: []"),
        ("\"Hva skal vi kalle deg?\"", "\"Hva vil du kalles?\""),
        (
            "\"en\": \"My week\", \"nb\": \"Uken min\" },\n            aim",
            "\"en\": \"Next week\", \"nb\": \"Neste uke\" },\n            aim",
        ),
        ("[\"welcome\", \"week-plan\"]", "[\"week-plan\", \"welcome\", \"after\"],\n            per_week: 1"),
        ("(sessions: 2, essentials: true)", "(sessions: 2)"),
        ("blank_lines: 2", "blank_lines: 8"),
        ("at_most: 40", "at_most: 37"),
        (
            "    plans: [",
            "    plans: [(id: \"after\", title: \"After\", aim: \"x\", activities: [(title: \"x\", minutes: 5)]),",
        ),
        ("signed_by: [{ \"en\": \"Head", "signed_by: [{ \"en\": \"The head"),
        ("2027-11-01", "2028-11-01"),
    ]);
    fs::write(folder.path().join("is.ron"), is).unwrap();
    for lang in ["en", "nb"] {
        let (code, said) = diff(folder.path(), &format!("was.ron is.ron --lang {lang}"));
        assert_eq!(code, 1, "{said}");
        insta::assert_snapshot!(format!("changed_{lang}"), said);
    }
    assert_eq!(diff(folder.path(), "was.ron was.ron --lang en"), (0, "Nothing changed.\n".to_owned()));
    let (code, said) = diff(folder.path(), "was.ron is.ron --lang en --format json");
    let read: serde_json::Value = serde_json::from_str(&said).unwrap();
    let first = &read["differences"][0];
    assert_eq!((code, &first["said"]), (1, &"Programme: groups of 3 to 4 people instead of 3 to 6".into()));
    assert_eq!(first["change"]["group_size"]["is"]["max"], 4);
    let looser = |one: &&serde_json::Value| one["way"] == "looser";
    assert_eq!(read["differences"].as_array().unwrap().iter().filter(looser).count(), 2, "{said}");
}

#[test]
fn texts_of_translations_are_told_and_a_language_that_came_or_went_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["was", "is"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::write(folder.path().join(name).join("first-weeks.ron"), PROGRAMME).unwrap();
    }
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put("was/first-weeks.ar.ron", ARABIC);
    let pair = "was/first-weeks.ron is/first-weeks.ron --lang";
    assert_eq!(
        diff(folder.path(), &format!("{pair} en")).1,
        "1 thing changed from was/first-weeks.ron to is/first-weeks.ron:\n- Programme: no longer in Arabic\n"
    );
    // Another title, and a text that nobody has looked at since its source was changed.
    let other = ARABIC.replacen("الأسابيع الأولى", "أسابيعي الأولى", 1).replacen("0d989825b3", "0000000000", 1);
    assert_ne!(other, ARABIC);
    put("is/first-weeks.ar.ron", &other);
    let polish = "(translates: \"first-weeks\", language: \"pl\", texts: [(part: \"title\", of: \"5b06235724\", \
                  text: \"Pierwsze tygodnie\")])";
    put("is/first-weeks.pl.ron", polish);
    for lang in ["en", "nb"] {
        let (code, said) = diff(folder.path(), &format!("{pair} {lang}"));
        assert_eq!(code, 1, "{said}");
        insta::assert_snapshot!(format!("translated_{lang}"), said);
    }
}

#[test]
fn two_versions_of_the_course_that_comes_with_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["en", "nb"] {
        let line = "planning-for-resettlement@ten-sessions planning-for-resettlement@eight-sessions --lang";
        let (code, said) = diff(folder.path(), &format!("{line} {lang}"));
        assert_eq!(code, 1);
        insta::assert_snapshot!(format!("versions_{lang}"), said);
    }
    assert_eq!(diff(folder.path(), "planning-for-resettlement nothing --lang en").0, 2);
}

#[test]
fn a_fork_keeps_its_line_of_descent() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("first-weeks.ron"), PROGRAMME).unwrap();
    let new = ["new", "programme", "our-weeks", "--from", "first-weeks.ron", "--data", "store"];
    let (code, said) = started::onward(folder.path(), new);
    assert_eq!(code, 0, "{said}");
    let (code, said) = diff(folder.path(), "first-weeks.ron our-weeks.ron --lang en");
    assert_eq!((code, said.as_str()), (0, "our-weeks was made from first-weeks.\nNothing changed.\n"));
    let (_, said) = diff(folder.path(), "our-weeks.ron first-weeks.ron --lang nb");
    assert!(said.starts_with("first-weeks er ikke laget av our-weeks"), "{said}");
}

#[test]
fn groups_stay_on_the_version_that_they_began_with() {
    let folder = tempfile::tempdir().unwrap();
    let cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };
    let store = folder.path().join("store");
    let (mut store, _) = Store::create(&store, "Kari", PASSPHRASE, cost, &mut system_random).unwrap();
    let now: DateTime<FixedOffset> = "2026-11-24T09:00:00+01:00".parse().unwrap();
    let programmes = Catalogue::load(None, None, now.date_naive()).programmes;
    let courses: Vec<_> = programmes.iter().flat_map(Programme::courses).collect();
    for (stamp, entries) in demo::desk(7, now, &courses[0], &courses[1]) {
        store.record(&entries, &stamp).unwrap();
    }
    drop(store);
    fs::write(folder.path().join("passphrase"), PASSPHRASE).unwrap();
    let is = BUILT_IN.replacen(
        "completion: (sessions: 8, essentials: true)",
        "completion: (sessions: 7, essentials: true)",
        1,
    );
    fs::write(folder.path().join("is.ron"), &is).unwrap();
    for lang in ["en", "nb"] {
        let (code, said) = diff(folder.path(), &format!("planning-for-resettlement is.ron --groups --lang {lang}"));
        assert_eq!(code, 1, "{said}");
        insta::assert_snapshot!(format!("groups_{lang}"), said);
    }
    let (code, said) = diff(folder.path(), "planning-for-resettlement planning-for-resettlement --groups --lang en");
    assert_eq!(code, 0, "{said}");
    assert!(said.ends_with("No running group stays on another version.\n"), "{said}");
    fs::write(folder.path().join("passphrase"), "wrong").unwrap();
    assert_eq!(diff(folder.path(), "planning-for-resettlement is.ron --groups").0, 3);
}
