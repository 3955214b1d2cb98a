//! The reports as they are written: golden texts, an XLSX read back, totals that add up whatever the marks.

mod golden;
mod planned;
mod printed;
mod released;
mod streamed;

use super::register::long;
use super::*;
use crate::domain::attendance::{Code, Mark, TABLE};
use crate::domain::figures::Register;
use crate::domain::group::SessionState;
use crate::domain::id::GroupId;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::programme::{self, Localised};
use crate::domain::sample;
use crate::i18n::Locale;
use std::collections::BTreeMap;
use table::{LineKind, Sums};

fn words(tag: &str) -> Words {
    Words::new(Locale::choose([tag]))
}

fn now() -> DateTime<FixedOffset> {
    sample::moment("2026-11-20T10:37:00+01:00")
}

fn request(report: Report, format: Format) -> Request {
    Request::new(report).in_group(GroupId(7)).about(PersonId(2)).written(format)
}

/// Nothing that is read while it is written.
#[expect(clippy::unnecessary_wraps, reason = "it stands in for a store, which can fail")]
fn none(_: &Stream, _: Visit) -> Result<(), Fault> {
    Ok(())
}

/// Writes a document whose lines come from `source`.
fn poured(document: &Document, request: &Request, source: Source, words: &Words, stop: bool) -> Result<Vec<u8>, Fault> {
    let stop = AtomicBool::new(stop);
    let mut watch = Watch { told: &mut |_| (), stop: &stop };
    let zone = |_| FixedOffset::east_opt(3600).unwrap();
    let mut out = Vec::new();
    pour(document, request, source, (words, &zone), &mut out, &mut watch)?;
    Ok(out)
}

fn bytes(record: &GroupRecord, report: Report, format: Format, tag: &str) -> Vec<u8> {
    let words = words(tag);
    let document = of_group(report, Some(PersonId(2)), record, &words, now()).unwrap();
    poured(&document, &request(report, format), &none, &words, false).unwrap()
}

fn text(report: Report, format: Format, tag: &str) -> String {
    let record = if report == Report::Certificate { finished() } else { sample::group() };
    String::from_utf8(bytes(&record, report, format, tag)).unwrap()
}

/// The sample when its course is over, and Yusuf has completed it.
fn finished() -> GroupRecord {
    let mut record = sample::group();
    let at = sample::moment("2026-11-24T10:00:00+01:00");
    for session in [3, 4] {
        record.sessions[session].session.state = SessionState::Held { from: at, to: at };
    }
    record.marks.insert((SessionId(5), PersonId(2)), Mark::from(Code::Present));
    record.person_notes.insert((SessionId(5), PersonId(2)), "A word of staff".to_owned());
    record.session_notes.insert(SessionId(5), "A word of staff".to_owned());
    record
}

#[test]
fn the_certificate_of_somebody_who_completed() {
    for (format, name) in [(Format::Markdown, "md"), (Format::Json, "json")] {
        for tag in ["en", "nb"] {
            let certificate = text(Report::Certificate, format, tag);
            // Yusuf was ill once, and not unlocked once: neither is anybody's business.
            for word in ["A word of staff", "flu", "ill", "unlock", "0077"] {
                assert!(!certificate.contains(word), "{word} in {certificate}");
            }
            insta::assert_snapshot!(format!("certificate_{name}_{tag}"), certificate);
        }
    }
}

#[test]
fn a_certificate_says_what_the_programme_says_and_who_signs_it() {
    let mut record = finished();
    let mut course = (*record.course).clone();
    let both =
        |en: &str, nb: &str| Localised([("en", en), ("nb", nb)].map(|(t, s)| (t.to_owned(), s.to_owned())).into());
    course.certificate = Some(programme::Certificate {
        text: both("has made a plan <of their own>", "har laget sin <egen> plan"),
        signed_by: vec![both("The governor", "Fengselslederen")],
    });
    record.course = course.into();
    for (tag, said, office) in [
        ("en", "- **Certifies:** has made a plan \\<of their own\\>", "| The governor |  |  |"),
        (
            "nb",
            "har laget sin \\<egen\\> plan / has made a plan \\<of their own\\>",
            "| Fengselslederen / The governor |  |  |",
        ),
    ] {
        let written = String::from_utf8(bytes(&record, Report::Certificate, Format::Markdown, tag)).unwrap();
        assert!(written.contains(said) && written.contains(office), "{written}");
        let json = String::from_utf8(bytes(&record, Report::Certificate, Format::Json, tag)).unwrap();
        assert!(json.contains("\"text\""), "{json}");
    }
}

#[test]
fn the_register_of_a_small_group() {
    for tag in ["en", "nb"] {
        let csv = text(Report::Register, Format::Csv, tag);
        assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
        insta::assert_snapshot!(
            format!("register_csv_{tag}"),
            csv.replace("\r\n", "\n").trim_start_matches('\u{feff}')
        );
        insta::assert_snapshot!(format!("register_md_{tag}"), text(Report::Register, Format::Markdown, tag));
        insta::assert_snapshot!(format!("register_json_{tag}"), text(Report::Register, Format::Json, tag));
    }
}

#[test]
fn the_summary_of_a_small_group() {
    let csv = text(Report::Group, Format::Csv, "nb");
    insta::assert_snapshot!("group_csv_nb", csv.replace("\r\n", "\n").trim_start_matches('\u{feff}'));
    insta::assert_snapshot!("group_md_en", text(Report::Group, Format::Markdown, "en"));
    insta::assert_snapshot!("group_md_nb", text(Report::Group, Format::Markdown, "nb"));
}

#[test]
fn json_is_json_with_the_same_keys_in_every_language() {
    let keys = |report, tag| {
        let value: serde_json::Value = serde_json::from_str(&text(report, Format::Json, tag)).unwrap();
        let marks = value.get("marks").and_then(|marks| marks.get(0)).cloned().unwrap_or_default();
        let names = |value: &serde_json::Value| value.as_object().map(|o| o.keys().cloned().collect::<Vec<_>>());
        (names(&value), names(&marks), value.get("schema").cloned())
    };
    for report in [Report::Register, Report::Group, Report::Certificate] {
        assert_eq!(keys(report, "en"), keys(report, "nb"));
    }
    assert_eq!(keys(Report::Register, "en").2, Some("onward.register/1".into()));
}

#[test]
fn the_preview_fits() {
    let document = of_group(Report::Register, None, &sample::group(), &words("en"), now()).unwrap();
    for width in [20, 60, 78] {
        let lines = preview::lines(&document, &none, &words("en"), width).unwrap();
        let widest = lines.iter().map(|line| unicode_width::UnicodeWidthStr::width(line.as_str())).max();
        assert!(widest <= Some(width), "{widest:?}");
    }
    insta::assert_snapshot!("preview", preview::lines(&document, &none, &words("en"), 78).unwrap().join("\n"));
}

/// The workbook as calamine reads it: a sheet's fields by row.
fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<calamine::Data>> {
    use calamine::Reader;
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(<[calamine::Data]>::to_vec).collect()
}

fn row_of<'a>(rows: &'a [Vec<calamine::Data>], first: &str) -> &'a [calamine::Data] {
    let named =
        |row: &&Vec<calamine::Data>| row.iter().take(2).any(|field| *field == calamine::Data::String(first.into()));
    rows.iter().find(named).unwrap()
}

#[test]
fn the_workbook_holds_text_identifiers_real_dates_and_sums_that_reconcile() {
    use calamine::{Data, DataType};
    let book = bytes(&sample::group(), Report::Register, Format::Xlsx, "en");
    let matrix = sheet(&book, "Register");
    let ana = row_of(&matrix, "0412");
    assert_eq!(
        ana[1..7],
        ["Petrović, Ana", "P", "L", "K", ".", ""].map(|t| if t.is_empty() {
            Data::Empty
        } else {
            Data::String(t.into())
        })
    );
    // Session by session: everybody expected; at the end of the line: each count over everybody.
    let numbers = |row: &[Data]| row[2..13].iter().map(DataType::as_f64).collect::<Vec<_>>();
    let expected = [3, 3, 0, 2, 0, 2, 1, 0, 3, 2, 8].map(|n| Some(f64::from(n)));
    assert_eq!(numbers(row_of(&matrix, "Enrolled")), expected);
    let marks = sheet(&book, "Marks");
    assert_eq!(marks[0][4], Data::String("Reference".into()));
    assert_eq!(marks[1][4], Data::String("0077".into()));
    let (Data::DateTime(date), Data::DateTime(time)) = (&marks[1][2], &marks[1][3]) else { panic!("{:?}", marks[1]) };
    // Spreadsheets count days from the end of 1899.
    let days = sample::day("2026-11-10").signed_duration_since(sample::day("1899-12-30")).num_days();
    assert_eq!((date.as_f64().to_string(), time.as_f64()), (days.to_string(), 10.0 / 24.0));
    let formulas = {
        use calamine::Reader;
        let mut book = calamine::Xlsx::new(std::io::Cursor::new(&book)).unwrap();
        book.worksheet_formula("Register").unwrap().used_cells().count()
    };
    assert_eq!(formulas, 12);
}

#[test]
fn names_of_files_hold_nothing_but_letters_digits_and_hyphens() {
    let today = sample::day("2026-11-24");
    for (code, name) in [
        (Some("K-07"), "register-k-07-2026-11-24.csv"),
        (Some("../../etc/passwd"), "register-etc-passwd-2026-11-24.csv"),
        (Some("Ørsta 1\u{202e}"), "register-orsta-1-2026-11-24.csv"),
        (None, "register-all-2026-11-24.csv"),
    ] {
        assert_eq!(suggested_name(Report::Register, code, Format::Csv, today), name);
    }
}

fn table<'a>(document: &'a Document, id: &str) -> &'a Table {
    document.tables.iter().find(|table| table.id == id).unwrap()
}

fn number(field: &Field<'_>) -> u32 {
    match field {
        Field::Number(number) => *number,
        _ => 0,
    }
}

/// The total line of every table is what the lines above it add up to.
fn totals_reconcile(table: &Table) {
    let Rows::Held(lines) = &table.rows else { return };
    for (index, column) in table.columns.iter().enumerate().filter(|(_, column)| column.sums != Sums::Nothing) {
        let kind = if column.sums == Sums::Body { LineKind::Body } else { LineKind::Foot };
        let sum: u32 = lines.iter().filter(|line| line.kind == kind).map(|line| number(&line.fields[index])).sum();
        let total = lines.iter().find(|line| line.kind == LineKind::Total).unwrap();
        assert_eq!(sum, number(&total.fields[index]), "{} {}", table.id, column.id);
    }
}

/// How often each code stands for each person, in the long form.
fn counted(document: &Document) -> BTreeMap<(String, String), u32> {
    let Rows::Held(lines) = &table(document, "marks").rows else { panic!("not held") };
    let mut counts = BTreeMap::new();
    for line in lines {
        let (Field::Text(reference), Field::Text(code)) = (&line.fields[4], &line.fields[7]) else {
            panic!("not text")
        };
        *counts.entry((reference.to_string(), code.to_string())).or_default() += 1;
    }
    counts
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn totals_reconcile_whatever_is_recorded(codes in proptest::collection::vec((0_i64..5, 0_i64..5, 0_usize..20), 0..25)) {
        let mut record = sample::group();
        record.marks = codes
            .iter()
            .map(|(session, person, code)| ((SessionId(session + 1), PersonId(person + 1)), Mark::from(TABLE[*code].code)))
            .collect();
        let words = words("en");
        let register = Register::of(&record);
        for tally in register.rows.iter().map(|row| &row.tally).chain(&register.columns).chain([&register.total]) {
            let sum = tally.present + tally.late + tally.left_early + tally.absent() + tally.not_recorded;
            assert_eq!(tally.enrolled, sum);
        }
        let document = of_group(Report::Register, None, &record, &words, now()).unwrap();
        document.tables.iter().for_each(totals_reconcile);
        of_group(Report::Group, None, &record, &words, now()).unwrap().tables.iter().for_each(totals_reconcile);
        let counts = counted(&document);
        let of = |reference: &str, code: &str| counts.get(&(reference.to_owned(), code.to_owned())).copied().unwrap_or(0);
        for (row, member) in register.rows.iter().zip(&record.members) {
            let reference = member.person.reference.as_str();
            assert_eq!(row.tally.present, of(reference, Code::Present.row().id));
            assert_eq!(row.tally.late, of(reference, Code::Late.row().id));
            assert_eq!(row.tally.not_recorded, of(reference, long::NOT_RECORDED));
            for (code, times) in &row.tally.away {
                assert_eq!(*times, of(reference, code.row().id));
            }
        }
    }
}
