//! Closed days: a file of every kind of day, its faults at their places, and where it is found.

use super::today;
use crate::catalogue::finding::Level;
use crate::catalogue::{Catalogue, check_text};
use crate::domain::closed::ClosedDays;
use chrono::NaiveDate;
use std::fs;

/// Every kind of day, with `change` made in it.
fn days(from: &str, to: &str) -> String {
    const DAYS: &str = r#"(
  closed: [
    (when: EveryYear("05-17"), why: "Constitution Day"),
    (when: On("2027-03-26"), why: "Good Friday"),
    (when: Between("2026-12-23", "2027-01-03"), why: "Christmas"),
    (when: Every(Fri), why: "Searches"),
  ],
)
"#;
    assert!(DAYS.contains(from), "{from}");
    DAYS.replace(from, to)
}

fn why(days: &ClosedDays, date: &str) -> Option<String> {
    let date: NaiveDate = date.parse().unwrap();
    days.closed(date).map(|why| why.pick(&["en"]).to_owned())
}

#[test]
fn every_kind_of_day_can_be_written() {
    let checked = check_text("closed-days.ron", &days("", ""), today());
    assert_eq!(checked.findings, vec![]);
    let days = checked.closed().unwrap();
    for (date, reason) in [
        ("2031-05-17", "Constitution Day"),
        ("2027-03-26", "Good Friday"),
        ("2026-12-31", "Christmas"),
        ("2026-11-27", "Searches"),
    ] {
        assert_eq!(why(&days, date).as_deref(), Some(reason), "{date}");
    }
    assert_eq!(why(&days, "2026-11-26"), None);
}

#[test]
fn each_fault_is_named_at_its_place() {
    let cases: &[(&str, &str, (usize, usize, &str))] = &[
        ("\"05-17\"", "\"17.05.\"", (3, 22, "finding-month-day")),
        ("\"2027-03-26\"", "\"2027-02-30\"", (4, 15, "finding-date")),
        ("\"2026-12-23\", \"2027-01-03\"", "\"2027-01-03\", \"2026-12-23\"", (5, 12, "finding-closed-order")),
        ("Every(Fri)", "Every(Friday)", (6, 18, "finding-choice-near")),
        ("Every(Fri)", "Weekly(Fri)", (6, 12, "finding-choice-unknown")),
        (", why: \"Searches\"", "", (6, 5, "finding-field-missing")),
        ("\"Searches\"", "\"\"", (6, 29, "finding-text-empty")),
        ("why: \"Searches\"", "wy: \"Searches\"", (6, 24, "finding-field-near")),
        ("\"Searches\"", "\"S\u{202e}\"", (6, 31, "finding-hidden")),
    ];
    for (from, to, expected) in cases {
        let checked = check_text("closed-days.ron", &days(from, to), today());
        let found: Vec<_> = checked.findings.iter().map(|f| (f.position().0, f.position().1, f.what.id)).collect();
        assert!(found.contains(expected) && checked.content.is_none(), "{to}: {found:?}, not {expected:?}");
    }
}

#[test]
fn a_prison_that_never_opens_is_an_error_and_an_old_list_a_warning() {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Sat", "Sun"].map(|day| format!("(when: Every({day}), why: \"x\"),"));
    let always = days("    (when: Every(Fri)", &format!("    {}(when: Every(Fri)", weekdays.concat()));
    let checked = check_text("closed-days.ron", &always, today());
    assert_eq!(checked.findings[0].what.id, "finding-closed-always");
    let checked = check_text("closed-days.ron", &days("", ""), "2027-03-27".parse().unwrap());
    let found = &checked.findings[0];
    assert_eq!((found.level, found.position(), found.what.id), (Level::Warning, (4, 12), "finding-closed-past"));
    assert!(checked.content.is_some());
}

#[test]
fn those_of_the_data_folder_and_of_the_folder_that_is_named_hold_together() {
    let (data, named) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(data.path().join("closed-days.ron"), days("", "")).unwrap();
    let one = "(closed: [(when: On(\"2026-12-01\"), why: \"Painting\")])";
    fs::write(named.path().join("Closed-Days.ron"), one).unwrap();
    let catalogue = Catalogue::load(Some(data.path()), Some(named.path()), today());
    assert_eq!((catalogue.findings.len(), catalogue.programmes.len()), (0, 1));
    assert_eq!(why(&catalogue.closed, "2026-12-01").as_deref(), Some("Painting"));
    assert_eq!(why(&catalogue.closed, "2027-05-17").as_deref(), Some("Constitution Day"));
    fs::write(data.path().join("closed-days.ron"), "(closed: [").unwrap();
    let catalogue = Catalogue::load(Some(data.path()), None, today());
    assert_eq!((catalogue.findings[0].what.id, catalogue.closed.closed.len()), ("finding-bracket-open", 0));
}
