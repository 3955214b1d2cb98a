//! Every report in every format, from a store that holds the small group: what is written is read by people.

use super::{now, words};
use crate::domain::entry::Entry;
use crate::domain::group::SessionState;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::record::Records;
use crate::domain::sample::{self, day};
use crate::report::{Fault, Format, Ground, Period, Report, Request, Watch, preview, write};
use crate::store::Store;
use crate::store::tests::{entries, new_store, noon, sample_group};
use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

/// The small group, its fourth session moved and then cancelled.
fn store() -> (TempDir, Store) {
    let (folder, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let dated = record.sessions[4].clone();
    for state in [SessionState::Planned, SessionState::Cancelled { why: "lockdown; whole wing".to_owned() }] {
        let session = crate::domain::group::Session { state, date: day("2026-11-26"), ..dated.session.clone() };
        let entry = Entry::Session { group: record.id, session: dated.id, to: Some(Box::new(session)) };
        store.record(&[entry], &noon()).unwrap();
    }
    // Somebody without a place, so that no record of a person changes with what runs for them.
    for (run, started) in [("70", "2026-11-09"), ("71", "2026-11-10"), ("72", "2026-11-11")] {
        let letter = crate::domain::sample::pathway();
        let starting = letter.starting(PersonId(9), run, run != "70", (day(started), "Kari"));
        store.record(&starting, &noon()).unwrap();
    }
    (folder, store)
}

/// Norway in the two seasons that the sample knows.
fn zone(local: NaiveDateTime) -> FixedOffset {
    let summer = (day("2026-03-29")..day("2026-10-25")).contains(&local.date());
    FixedOffset::east_opt(if summer { 7200 } else { 3600 }).unwrap()
}

fn request(report: Report) -> Request {
    let all = Request::new(report);
    match report {
        Report::Register | Report::Group | Report::Marks => all.in_group(GroupId(7)),
        Report::Session => Request { session: Some(SessionId(2)), ..all.in_group(GroupId(7)) },
        Report::Certificate => all.in_group(GroupId(7)).about(PersonId(2)),
        Report::Person | Report::Sheet => all.about(PersonId(2)),
        Report::Plan | Report::HandOver => all.about(PersonId(2)).written(Format::Html),
        Report::Evaluation
        | Report::Completeness
        | Report::Duties
        | Report::Coverage
        | Report::ActionPlan
        | Report::Journal
        | Report::Timetable
        | Report::Bundle => all,
    }
}

fn written(store: &Store, request: &Request, tag: &str) -> Result<String, Fault> {
    let (words, stop) = (words(tag), AtomicBool::new(false));
    let foot = ["Journal head 7f3a".to_owned()];
    let ground = Ground { foot: &foot, ..Ground::new(store, &words, now(), &zone, &stop) };
    let mut out = Vec::new();
    write(request, &ground, &mut out, &mut Watch { told: &mut |_| (), stop: &stop })?;
    Ok(String::from_utf8(out).unwrap().replace("\r\n", "\n").trim_start_matches('\u{feff}').to_owned())
}

/// Those that the tests beside this one do not write.
const NEW: [Report; 9] = [
    Report::Marks,
    Report::Session,
    Report::Person,
    Report::Sheet,
    Report::Evaluation,
    Report::Completeness,
    Report::Duties,
    Report::Journal,
    Report::Timetable,
];

#[test]
fn every_report_as_text() {
    let (_folder, store) = store();
    for report in NEW {
        for format in [Format::Csv, Format::Markdown, Format::Json] {
            let text = written(&store, &request(report).written(format), "en").unwrap();
            insta::assert_snapshot!(format!("{}_{}_en", report.id(), format.id()), text);
        }
        let text = written(&store, &request(report).written(Format::Markdown), "nb").unwrap();
        insta::assert_snapshot!(format!("{}_md_nb", report.id()), text);
    }
}

/// Where a pathway stands, what was done of it, and on which consent: only of whom one was started.
#[test]
fn the_record_of_a_person_tells_their_pathways() {
    let (_folder, mut store) = store();
    store.record(&sample::letter(PersonId(2)), &noon()).unwrap();
    for tag in ["en", "nb"] {
        let text = written(&store, &request(Report::Person).written(Format::Markdown), tag).unwrap();
        let (_, pathways) = text.split_once(if tag == "en" { "## Pathways" } else { "## Løp" }).unwrap();
        insta::assert_snapshot!(format!("person_pathways_md_{tag}"), pathways);
    }
    let json = written(&store, &request(Report::Person).written(Format::Json), "en").unwrap();
    assert!(json.contains("\"pathway_steps\"") && json.contains("\"withdrawn\""), "{json}");
}

#[test]
fn a_page_to_print() {
    let (_folder, store) = store();
    for report in [Report::Register, Report::Evaluation] {
        let page = written(&store, &request(report).written(Format::Html), "en").unwrap();
        assert!(!page.contains("<script") && !page.contains("http://e") && page.contains("Journal head 7f3a"));
        insta::assert_snapshot!(format!("{}_html_en", report.id()), page);
    }
}

#[test]
fn every_report_in_every_format_and_language_has_something_to_say() {
    let (_folder, store) = store();
    // Nobody has completed here, nobody may be told, and there is no action plan.
    let elsewhere = [Report::Certificate, Report::HandOver, Report::ActionPlan];
    for report in Report::ALL.into_iter().filter(|report| !elsewhere.contains(report)) {
        for format in report.formats().iter().filter(|format| !format.is_binary()) {
            for tag in ["en", "nb"] {
                let text = written(&store, &request(report).written(*format), tag).unwrap();
                assert!(text.lines().count() > 3, "{report:?} {format:?}: {text}");
            }
        }
        let words = words("en");
        let stop = AtomicBool::new(false);
        let ground = Ground::new(&store, &words, now(), &zone, &stop);
        let shown = request(report).written(report.formats()[0]);
        assert!(preview(&shown, &ground, 60).unwrap().len() > 3, "{report:?}");
        let refused = written(&store, &request(report).written(Format::Ics), "en");
        assert_eq!(matches!(refused, Err(Fault::NotInThis)), !report.formats().contains(&Format::Ics), "{report:?}");
    }
}

#[test]
fn a_sheet_for_the_person_holds_nothing_that_staff_wrote() {
    let (_folder, mut store) = store();
    let (group, session, person) = (GroupId(7), SessionId(2), PersonId(2));
    let note = |text: &str| Some(Box::new(text.to_owned()));
    let entries = [
        Entry::PersonNote { group, session, person, to: note("A word of staff") },
        Entry::SessionNote { group, session, to: note("A word of staff") },
    ];
    store.record(&entries, &noon()).unwrap();
    for format in Report::Sheet.formats().iter().filter(|format| !format.is_binary()) {
        for tag in ["en", "nb"] {
            let sheet = written(&store, &request(Report::Sheet).written(*format), tag).unwrap();
            // Yusuf was ill once, and not unlocked once: neither is anybody's business.
            for word in ["A word of staff", "flu", "ill,", "unlocked", "0077", "Speaks English"] {
                assert!(!sheet.contains(word), "{word} in {sheet}");
            }
        }
    }
    let staff = written(&store, &request(Report::Person).written(Format::Json), "en").unwrap();
    assert!(staff.contains("A word of staff") && staff.contains("flu"));
}

#[test]
fn a_period_holds_sessions_and_entries() {
    let (_folder, store) = store();
    let lines = |report, since: Option<NaiveDate>, until: Option<NaiveDate>| {
        let request = Request { period: Period { since, until }, ..request(report) };
        written(&store, &request, "en").unwrap().lines().count() - 1
    };
    let (all, none) = (lines(Report::Timetable, None, None), lines(Report::Timetable, Some(day("2027-01-01")), None));
    assert_eq!((all, none), (5, 0));
    assert_eq!(lines(Report::Timetable, Some(day("2026-11-12")), Some(day("2026-11-20"))), 3);
    assert_eq!(lines(Report::Marks, Some(day("2026-11-12")), Some(day("2026-11-12"))), 3);
    assert!(lines(Report::Journal, None, None) > 20);
    assert_eq!(lines(Report::Journal, None, Some(day("2026-11-01"))), 0);
}

/// The keys of a schema, at the top and in the lines of each table.
fn documented(schema: &serde_json::Value, table: Option<&str>, key: &str) -> bool {
    let place = match table {
        Some(table) => &schema["properties"][table]["items"],
        None => schema,
    };
    let pattern = |patterns: &serde_json::Map<String, serde_json::Value>| {
        patterns.keys().any(|pattern| key.starts_with(pattern.trim_start_matches('^')))
    };
    place["properties"].get(key).is_some() || place["patternProperties"].as_object().is_some_and(pattern)
}

#[test]
fn what_is_written_as_json_is_what_the_schemas_say() {
    let (_folder, store) = store();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    // A certificate has a test of its own; a bundle is made of the others.
    let has_json = |report: &Report| report.formats().contains(&Format::Json);
    for report in Report::ALL.into_iter().filter(|report| *report != Report::Certificate).filter(has_json) {
        let schema = std::fs::read_to_string(folder.join(format!("{}-1.json", report.id()))).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        for tag in ["en", "nb"] {
            let text = written(&store, &request(report).written(Format::Json), tag).unwrap();
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            let faults: Vec<String> =
                validator.iter_errors(&value).map(|fault| format!("{} {fault}", fault.instance_path)).collect();
            assert!(faults.is_empty(), "{report:?}: {faults:?}");
            for (key, part) in value.as_object().unwrap() {
                assert!(documented(&schema, None, key), "{report:?} {key}");
                let first = part.get(0).and_then(serde_json::Value::as_object);
                for column in first.into_iter().flat_map(serde_json::Map::keys) {
                    assert!(documented(&schema, Some(key), column), "{report:?} {key}.{column}");
                }
            }
        }
        // A schema that takes anything would hold nothing.
        assert!(!validator.is_valid(&serde_json::json!({ "schema": "onward.other/1" })), "{report:?}");
    }
}

/// The lines of the calendar's events, unfolded, by identifier.
fn events(calendar: &str) -> Vec<Vec<(String, String)>> {
    let unfolded = calendar.replace("\n ", "");
    let events = unfolded.split("BEGIN:VEVENT\n").skip(1);
    let lines = |event: &str| event.split("END:VEVENT").next().unwrap().to_owned();
    let pair = |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap();
    events.map(|event| lines(event).lines().map(pair).collect()).collect()
}

#[test]
fn a_calendar_knows_what_was_moved_and_cancelled() {
    let (_folder, store) = store();
    let calendar = written(&store, &request(Report::Timetable).written(Format::Ics), "en").unwrap();
    insta::assert_snapshot!("timetable_ics_en", calendar);
    let events = events(&calendar);
    let of = |event: &[(String, String)], name: &str| event.iter().find(|(n, _)| n == name).unwrap().1.clone();
    let last = events.iter().find(|event| of(event, "UID") == "session-5@onward").unwrap();
    assert_eq!(
        ["DTSTART", "DTEND", "SEQUENCE", "STATUS"].map(|name| of(last, name)),
        ["20261126T090000Z", "20261126T103000Z", "2", "CANCELLED"]
    );
    assert!(events.iter().filter(|event| of(event, "SEQUENCE") == "0").count() == 4);
}

/// A plan split in two keeps its event and gets a second; two joined in one keep one event and cancel the other.
#[test]
fn a_calendar_is_told_of_sessions_that_were_split_and_joined() {
    use crate::domain::group::{Carries, Session};
    let (_folder, mut store) = store();
    let record = sample_group();
    let change = |id: i64, carries: Option<Carries>| {
        let session = carries.map(|carries| {
            let at = usize::try_from(id.min(5) - 1).unwrap();
            Box::new(Session { carries, state: SessionState::Planned, ..record.sessions[at].session.clone() })
        });
        Entry::Session { group: record.id, session: SessionId(id), to: session }
    };
    let part = |number| Some(Carries::Part { number, of: 2, from: 0, to: 1 });
    store.record(&[change(4, part(1)), change(8, part(2))], &noon()).unwrap();
    let calendar =
        |store: &Store| events(&written(store, &request(Report::Timetable).written(Format::Ics), "en").unwrap());
    let of = |events: &[Vec<(String, String)>], id: i64, name: &str| {
        let uid = format!("session-{id:x}@onward");
        let event = events.iter().find(|event| event.contains(&("UID".to_owned(), uid.clone()))).unwrap().clone();
        event.iter().find(|(n, _)| n == name).unwrap().1.clone()
    };
    let split = calendar(&store);
    assert_eq!(
        (split.len(), of(&split, 4, "STATUS"), of(&split, 8, "STATUS")),
        (6, "CONFIRMED".into(), "CONFIRMED".into())
    );
    assert!(of(&split, 4, "SUMMARY").starts_with("K-07 4a") && of(&split, 8, "SUMMARY").starts_with("K-07 5b"));
    let before = of(&split, 4, "SEQUENCE").parse::<u32>().unwrap();
    // Joined again: the second is gone from the record, and the calendar is told to drop it.
    store.record(&[change(4, Some(Carries::Whole)), change(8, None)], &noon()).unwrap();
    let joined = calendar(&store);
    assert_eq!(
        (joined.len(), of(&joined, 8, "STATUS"), of(&joined, 8, "SEQUENCE")),
        (6, "CANCELLED".into(), "1".into())
    );
    assert_eq!(of(&joined, 4, "SEQUENCE").parse::<u32>().unwrap(), before + 1);
    // A list of sessions has those that there are.
    let lines = written(&store, &request(Report::Timetable), "en").unwrap().lines().count();
    assert_eq!(lines, 6);
}

/// Read by a parser that has nothing to do with how it was written.
#[test]
fn another_program_reads_the_calendar() {
    let (_folder, store) = store();
    let text = written(&store, &request(Report::Timetable).written(Format::Ics), "nb").unwrap().replace('\n', "\r\n");
    let calendar = ical::IcalParser::new(text.as_bytes()).next().unwrap().unwrap();
    assert_eq!(calendar.events.len(), 5);
    let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
        event.properties.iter().find(|property| property.name == name).and_then(|property| property.value.clone())
    };
    for event in &calendar.events {
        for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS"] {
            assert!(value(event, name).is_some(), "{name}");
        }
    }
    assert_eq!(value(&calendar.events[1], "SUMMARY").as_deref(), Some("K-07 2: Papirer"));
}

#[test]
fn a_calendar_is_right_across_daylight_saving() {
    let (_folder, mut store) = new_store();
    let mut record = sample::group();
    for (dated, date) in
        record.sessions.iter_mut().zip(["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-10-26"])
    {
        dated.session.date = day(date);
    }
    store.record(&entries(&record), &noon()).unwrap();
    let calendar = written(&store, &request(Report::Timetable).written(Format::Ics), "en").unwrap();
    let starts: Vec<&str> = calendar.lines().filter_map(|line| line.strip_prefix("DTSTART:")).collect();
    assert_eq!(
        starts,
        ["20260328T090000Z", "20260329T080000Z", "20261024T080000Z", "20261025T090000Z", "20261026T090000Z"]
    );
}
