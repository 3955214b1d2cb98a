//! Exports in a real spreadsheet: `LibreOffice` shows exactly the text that was recorded, and runs nothing.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use chrono::{FixedOffset, NaiveDateTime};
use onward::domain::attendance::{Code, Mark};
use onward::domain::entry::Entry;
use onward::domain::group::{Carries, Enrolment, Group, Place, Session, SessionState};
use onward::domain::id::{CourseId, GroupId, PersonId, SessionId};
use onward::domain::person::Person;
use onward::domain::record::{Records, Stamp};
use onward::i18n::{Locale, Words};
use onward::report::{Delimiter, Format, Ground, Report, Request, Watch, write};
use onward::store::{Cost, Store, system_random};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;

/// Names as they may be recorded, and what CSV guards with an apostrophe.
const NAMES: [&str; 14] = [
    "0042",
    "-5",
    "22.5",
    "1/2",
    "3-4",
    "=cmd|'/c calc'!A1",
    "+SUM(1,2)",
    "@x",
    "Øystein",
    "محمد علي",
    "王 小明",
    "a;b,c\"d'e",
    "TRUE",
    "1E5",
];

/// A store with somebody of each name at one session of 1899.
fn store(folder: &Path) -> Store {
    let cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };
    let mut store = Store::create(&folder.join("store"), "Kari", "nine red buoys", cost, &mut system_random).unwrap().0;
    let catalogue = onward::catalogue::Catalogue::built_in("2026-11-24".parse().unwrap());
    let course = catalogue.programmes[0].courses().next().unwrap();
    let (group, session, day) = (GroupId(1), SessionId(1), "1899-05-01".parse().unwrap());
    let at = "2026-11-24T10:00:00+01:00".parse().unwrap();
    let time = "10:00:00".parse().unwrap();
    let planned = Group {
        code: "007".to_owned(),
        course: CourseId(1),
        start: day,
        weekdays: Vec::new(),
        time,
        room: String::new(),
        facilitators: Vec::new(),
        before: Vec::new(),
        finished: None,
    };
    let held = Session {
        group,
        plan: 0,
        carries: Carries::Whole,
        date: day,
        time,
        state: SessionState::Held { from: at, to: at },
        moved: None,
        next_time: String::new(),
    };
    let mut entries = vec![
        Entry::Course { course: CourseId(1), to: Some(Box::new(course)) },
        Entry::Group { group, to: Some(Box::new(planned)) },
        Entry::Session { group, session, to: Some(Box::new(held)) },
    ];
    for (id, name) in (1..).zip(NAMES) {
        let (person, note) = (PersonId(id), format!("{name} {}", "æ".repeat(if id == 1 { 40_000 } else { 0 })));
        let somebody = Person { reference: format!("0{id:02}"), family: name.to_owned(), ..Person::default() };
        let mark = Mark { note: note.trim().to_owned(), ..Mark::from(Code::Present) };
        entries.extend([
            Entry::Person { person, to: Some(Box::new(somebody)) },
            Entry::Enrolment { group, person, to: Some(Box::new(Enrolment::new(Place::Enrolled, day))) },
            Entry::Mark { group, session, person, to: Some(Box::new(mark)) },
        ]);
    }
    store.record(&entries, &Stamp { actor: "Kari".to_owned(), at }).unwrap();
    store
}

fn export(store: &Store, format: Format, path: &Path) {
    let words = Words::new(Locale::choose(["en"]));
    let zone = |_: NaiveDateTime| FixedOffset::east_opt(3600).unwrap();
    let now = "2026-11-24T10:00:00+01:00".parse().unwrap();
    let stop = AtomicBool::new(false);
    let ground = Ground::new(store, &words, now, &zone, &stop);
    let request =
        Request { delimiter: Delimiter::Comma, ..Request::new(Report::Marks).in_group(GroupId(1)).written(format) };
    let mut out = Vec::new();
    write(&request, &ground, &mut out, &mut Watch { told: &mut |_| (), stop: &stop }).unwrap();
    fs::write(path, out).unwrap();
}

/// What `LibreOffice`, set to `locale`, shows of a file: its rows as text.
fn shown(folder: &Path, file: &Path, locale: &str) -> Vec<Vec<String>> {
    let profile = folder.join(format!("profile-{locale}"));
    fs::create_dir_all(profile.join("user")).unwrap();
    let settings = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
         <item oor:path=\"/org.openoffice.Setup/L10N\"><prop oor:name=\"ooSetupSystemLocale\" oor:op=\"fuse\">\
         <value>{locale}</value></prop></item></oor:items>\n"
    );
    fs::write(profile.join("user/registrymodifications.xcu"), settings).unwrap();
    let out = folder.join(format!("out-{locale}"));
    let mut soffice = Command::new("soffice");
    soffice.arg(format!("-env:UserInstallation=file://{}", profile.display())).arg("--headless");
    if file.extension().is_some_and(|ending| ending == "csv") {
        // UTF-8, commas, quoted fields as text, numbers as the locale has them.
        soffice.arg("--infilter=CSV:44,34,76,1,,0,true,false");
    }
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1";
    let done = soffice.args(["--convert-to", filter, "--outdir"]).arg(&out).arg(file).output().unwrap();
    let sheets: Vec<PathBuf> =
        fs::read_dir(&out).unwrap_or_else(|_| panic!("{done:?}")).map(|e| e.unwrap().path()).collect();
    let newest = sheets.iter().max_by_key(|path| fs::metadata(path).unwrap().modified().unwrap()).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(newest).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn libreoffice_shows_what_was_recorded() {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("!!! LibreOffice is not installed: exports were NOT opened in a real spreadsheet !!!");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path());
    let calc = folder.path().join("calc");
    for locale in ["nb-NO", "en-GB"] {
        for format in [Format::Xlsx, Format::Csv] {
            let file = folder.path().join(format!("marks.{}", format.id()));
            export(&store, format, &file);
            let rows = shown(folder.path(), &file, locale);
            let head = rows.iter().position(|row| row.first().is_some_and(|label| label == "Group")).unwrap();
            let column = |label: &str| rows[head].iter().position(|other| other == label).unwrap();
            let (reference, family, date, group) =
                (column("Reference"), column("Family name"), column("Date"), column("Group"));
            assert_eq!(rows.len(), head + 1 + NAMES.len(), "{locale} {format:?}");
            for ((row, name), id) in rows[head + 1..].iter().zip(NAMES).zip(1..) {
                // What could run carries the apostrophe in CSV, where nothing else says that it is text.
                let guarded = format == Format::Csv && matches!(name.as_bytes()[0], b'=' | b'@' | b'+');
                let wanted = if guarded { format!("'{name}") } else { name.to_owned() };
                assert_eq!(row[family], wanted, "{locale} {format:?}");
                assert_eq!((row[reference].as_str(), row[group].as_str()), (format!("0{id:02}").as_str(), "007"));
                assert_eq!(row[date], "1899-05-01", "{locale} {format:?}");
            }
            // A field of a workbook ends after 32,767 characters; one of CSV does not.
            let note = rows[head + 1][column("Note")].chars().count();
            assert!(if format == Format::Xlsx { note == 32_767 } else { note >= 32_767 }, "{note}");
        }
    }
    assert!(!calc.exists(), "nothing ran");
}
