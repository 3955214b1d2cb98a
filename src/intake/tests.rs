//! Files as prisons send them, good and bad.

use super::*;
use crate::domain::codes::Country;
use crate::domain::entry::Entry;
use crate::domain::field::{Field, FieldFault};
use crate::domain::id::{Ids, PersonId};
use crate::domain::person::{Occupation, Person};
use crate::i18n::{Locale, Words};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::fmt::Write;

const TODAY: &str = "2026-11-24";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn words(tag: &str) -> Words {
    Words::new(Locale::choose([tag]))
}

/// The plan of a file against a record that has `people`, with identifiers from 1 on.
fn plan_in(words: &Words, file: &[u8], people: &[Person]) -> Plan {
    let known = |reference: &str| {
        let found = (1..).zip(people).find(|(_, person)| person.reference == reference);
        Ok(found.map(|(id, person)| (PersonId(id), person.clone())))
    };
    read(file, words).unwrap().plan_with(&known, words, day(TODAY)).unwrap()
}

fn plan(file: &str, people: &[Person]) -> Plan {
    plan_in(&words("en"), file.as_bytes(), people)
}

fn refusals(file: &str) -> Vec<String> {
    let words = words("en");
    plan_in(&words, file.as_bytes(), &[]).refused.iter().map(|refusal| refusal.say(&words)).collect()
}

fn ana() -> Person {
    Person {
        reference: "0412".into(),
        given: "Ana".into(),
        family: "Petrović".into(),
        release: Some(day("2027-03-01")),
        note: "Prefers mornings.".into(),
        ..Person::default()
    }
}

#[test]
fn every_encoding_with_every_delimiter_in_every_language() {
    let headers = [
        ["Reference", "Given name", "Family name", "Release date", "Occupation", "Consents"],
        ["Referanse", "Fornavn", "Etternavn", "Løslatelsesdato", "Sysselsetting", "Samtykker"],
    ];
    let rows = [
        ["0412", "Søren", "Ærø; \"Sen\", yngre", "24.12.2026", "education", "yes"],
        ["0413", "Åse", "Müller", "2026-12-24", "Utdanning", "JA"],
    ];
    let quoted = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
    for header in headers {
        for delimiter in [",", ";", "\t"] {
            let lines =
                [header, rows[0], rows[1]].map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(delimiter));
            let text = lines.join("\r\n");
            let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
                mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
            };
            let files = [
                (Encoding::Utf8, text.clone().into_bytes()),
                (Encoding::Utf8, [b"\xef\xbb\xbf", text.as_bytes()].concat()),
                (Encoding::Utf16, wide([0xff, 0xfe], u16::to_le_bytes)),
                (Encoding::Utf16, wide([0xfe, 0xff], u16::to_be_bytes)),
                (Encoding::Windows1252, encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()),
            ];
            for ((encoding, file), tag) in files.iter().flat_map(|file| [(file, "en"), (file, "nb")]) {
                let words = words(tag);
                let table = read(file, &words).unwrap();
                assert_eq!((table.encoding(), table.delimiter().to_string().as_str()), (*encoding, delimiter));
                let plan = plan_in(&words, file, &[]);
                assert_eq!(plan.refused, [], "{encoding:?} {delimiter:?} {tag}");
                let first = &plan.added[0];
                assert_eq!((first.row, first.person.name().as_str()), (2, "Søren Ærø; \"Sen\", yngre"));
                let second = &plan.added[1].person;
                assert_eq!(second.name(), "Åse Müller");
                assert_eq!(second.release, Some(day("2026-12-24")));
                assert_eq!((second.occupation, second.consent), (Some(Occupation::Education), Some(true)));
            }
        }
    }
}

#[test]
fn a_row_is_refused_with_its_place_and_the_reason() {
    let long = format!("ref,name,release\n1,{},\n", "x".repeat(10_000));
    for (file, said) in [
        ("ref,name\n1,Ana\n,Bo", "Row 3, ref: A reference is needed."),
        ("ref,name\n1,Ana\n2,Bo\n1,Ceri", "Row 4, ref \"1\": This reference is in row 2 too."),
        ("ref,name\n1,", "Row 2, name: A given name or a family name is needed."),
        ("ref,name,release\n1,Ana,30.2.2027", "Row 2, release \"30.2.2027\": 30 Feb 2027 does not exist."),
        (
            "ref,name,release\n1,Ana,23.11.2026",
            "Row 2, release \"23.11.2026\": The release on 23 Nov 2026 is before today.",
        ),
        (
            "ref,name,sentence start,release\n1,Ana,2027-05-01,2027-04-01",
            "Row 2, release \"2027-04-01\": The release on 1 Apr 2027 is before the sentence began, 1 May 2027.",
        ),
        ("ref,name,born\n1,Ana,2026-11-24", "Row 2, born \"2026-11-24\": A birth on 24 Nov 2026 cannot be right."),
        (
            "ref,name,country\n1,Ana,Narnia",
            "Row 2, country \"Narnia\": No country is called \"Narnia\": write its name or its code, such as LT.",
        ),
        (
            "ref,name,languages\n1,Ana,en B9",
            "Row 2, languages \"en B9\": \"B9\" is not a level: write A1, A2, B1, B2, C1 or C2.",
        ),
        ("ref,name,consent\n1,Ana,perhaps", "Row 2, consent \"perhaps\": Write one of these: yes, no."),
        (
            "ref,name\n1,An\u{202e}a",
            "Row 2, name \"An<U+202E>a\": Character 3 is <U+202E>, which cannot be seen: delete it.",
        ),
        (
            "ref,name\n1,A\u{1b}[2J",
            "Row 2, name \"A<U+001B>[2J\": Character 2 is <U+001B>, which cannot be seen: delete it.",
        ),
        (
            &long,
            "Row 2, name \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\": This is 10000 characters long: 200 are the most.",
        ),
        ("ref,name,note\n1,Ana", "Row 2: This row has 2 cells, the header has 3."),
        ("ref,name\n1,Ana,more", "Row 2: This row has 3 cells, the header has 2."),
        ("ref,name\n1,\"Ana\n2,Bo", "Row 2: A quotation mark is opened and never closed. Nothing after it was read."),
        ("ref,name\n1,\"A\nB\"\n,Bo", "Row 3 (line 4), ref: A reference is needed."),
    ] {
        let all = refusals(file);
        assert!(all.iter().any(|one| one == said), "{file:?} gave {all:#?}");
    }
    let words = words("nb");
    let plan = plan_in(&words, b"referanse;navn;l\xf8slatelse\n1;Ana;30.2.2027", &[]);
    assert_eq!(plan.refused[0].say(&words), "Rad 2, løslatelse «30.2.2027»: 30. feb. 2027 finnes ikke.");
}

#[test]
fn every_fault_of_a_row_is_named_at_once() {
    let file = "ref,name,release,consent\n1,Ana,soon,perhaps\n2,Bo,,yes";
    let plan = plan(file, &[]);
    let columns: Vec<_> = plan.refused.iter().map(|refusal| (refusal.row, refusal.column.as_deref())).collect();
    assert_eq!(columns, [(2, Some("release")), (2, Some("consent"))]);
    assert_eq!(plan.refused[0].why, Why::Field(FieldFault::NotADate));
}

#[test]
fn all_or_nothing() {
    let mut ids = Ids::new(1);
    let refused = plan("ref,name\n1,Ana\n,Bo", &[]);
    assert_eq!((refused.added.len(), refused.refused.len()), (1, 1));
    assert_eq!(refused.entries(&mut ids, 1), None);

    let good = plan("ref,name,release\n1,Bo Lund,\n0412,Ana Petrović,2027-05-01", &[ana()]);
    let entries = good.entries(&mut ids, 1).unwrap();
    let [Entry::Person { to: Some(bo), .. }, Entry::Person { person, to: Some(new) }] = &entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!((bo.given.as_str(), bo.family.as_str()), ("Bo", "Lund"));
    assert_eq!((*person, new.release), (PersonId(1), Some(day("2027-05-01"))));
}

#[test]
fn only_what_the_file_says_changes() {
    let words = words("en");
    let plan = plan("ref,name,release,country\n0412,Ana Petrović,2027-05-01,\n0413,Bo,,", &[ana()]);
    let [changed] = &plan.changed[..] else { panic!("{plan:?}") };
    assert_eq!((changed.row, changed.id, &changed.fields[..]), (2, PersonId(1), &[Field::Release][..]));
    assert_eq!(changed.new, Person { release: Some(day("2027-05-01")), ..ana() });
    assert_eq!(changed.say(&words), "Row 2: Petrović, Ana (0412): Release date: 1 Mar 2027 -> 1 May 2027");
    assert_eq!(plan.say(&words), "1 to add, 1 to change, 0 unchanged, 0 refused");
}

#[test]
fn empty_cells_and_a_repeated_import_change_nothing() {
    let file = "ref,name,release,note\n0412,\"Petrović, Ana\",,\n";
    let plan = plan(file, &[ana()]);
    assert_eq!((plan.unchanged, plan.is_empty(), plan.refused.len()), (1, true, 0));
}

#[test]
fn a_fact_recorded_long_ago_does_not_stop_a_new_one() {
    let released = Person { release: Some(day("2026-11-20")), ..ana() };
    let file = "ref,name,release,country\n0412,Ana Petrović,20.11.2026,RS";
    let plan = plan(file, &[released]);
    assert_eq!(plan.refused, []);
    assert_eq!(plan.changed[0].new.country, Some(Country::new("RS").unwrap()));
}

#[test]
fn slashes_are_read_by_what_the_column_shows() {
    let told = plan("ref,name,release\n1,Ana,3/4/2027\n2,Bo,24/12/2026", &[]);
    assert_eq!(told.added[0].person.release, Some(day("2027-04-03")));
    assert!(refusals("ref,name,release\n1,Ana,3/4/2027")[0].contains("3 Apr 2027 or 4 Mar 2027"));
    let american = refusals("ref,name,release\n1,Ana,3/4/2027\n2,Bo,12/24/2026");
    assert!(american[0].contains("3 Apr 2027 or 4 Mar 2027") && american[1].contains("no month 24"), "{american:?}");
}

#[test]
fn unknown_columns_are_named_and_left_out() {
    let words = words("en");
    let plan = plan("Ref;Navn;Shoe size;;\n1;Ana;38;;\n", &[]);
    assert_eq!(plan.added[0].person, Person { reference: "1".into(), given: "Ana".into(), ..Person::default() });
    let notes: Vec<_> = plan.notes.iter().map(|note| note.say(&words)).collect();
    assert_eq!(notes[0], "Read as UTF-8.");
    assert!(notes.contains(&"The column \"Shoe size\" is not understood and is left out.".to_owned()), "{notes:?}");
    assert_eq!(notes.len(), 3, "columns without name and content are not worth a word: {notes:?}");
}

#[test]
fn what_is_no_table_of_people_is_refused_as_a_whole() {
    let words = words("en");
    let found = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (reference, name) = (Column::Field(Field::Reference), Column::Name);
    for (file, fault) in [
        (&b"PK\x03\x04\x14\0"[..], Unreadable::Spreadsheet),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", Unreadable::Spreadsheet),
        (b"ref,name\n1,A\0na", Unreadable::NotText),
        (b"\xff\xfer\0e\0f", Unreadable::NotText),
        (b"ref,name\n1,\xc4\x8capek\n2,M\xfcller", Unreadable::Damaged { line: 3 }),
        (b"\xef\xbb\xbf\n \n", Unreadable::Empty),
        (b"", Unreadable::Empty),
        (b"name;release\nAna;1.1.2027", Unreadable::NoColumn { column: reference, found: found(&["name", "release"]) }),
        (b"ref,release\n1,", Unreadable::NoColumn { column: name, found: found(&["ref", "release"]) }),
        (b"ref,name,Reference\n1,A,2", Unreadable::Twice { first: "ref".into(), second: "Reference".into() }),
        (b"ref,name,surname\n1,A,B", Unreadable::Twice { first: "name".into(), second: "surname".into() }),
        (b"\"ref,name\n1,Ana", Unreadable::Header(Quoting::Open)),
    ] {
        assert_eq!(read(file, &words).err().as_ref(), Some(&fault), "{}", String::from_utf8_lossy(file));
    }
    assert_eq!(read(&vec![b'a'; LIMIT + 1], &words).err(), Some(Unreadable::TooBig));
    assert_eq!(
        Unreadable::Spreadsheet.say(&words),
        "This is a spreadsheet file: open it in the spreadsheet and save it as CSV, then import that."
    );
}

#[test]
fn a_separator_line_is_obeyed_and_not_a_row() {
    let plan = plan("sep=;\r\nref;name;note\r\n1;Ana;a,b\r\n;Bo;\r\n", &[]);
    assert_eq!(plan.added[0].person.note, "a,b");
    assert_eq!(plan.refused[0].row, 3);
}

#[test]
fn twenty_thousand_rows_of_new_names_are_read() {
    let mut file = String::from("ref,name,languages,country,release\n");
    for number in 0..20_000 {
        writeln!(file, "{number},Ana Lund,en B1; Elvish {number},Narnia {number},2027-01-01").unwrap();
    }
    let plan = plan(&file, &[]);
    assert_eq!((plan.added.len(), plan.refused.len()), (0, 40_000));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_stop_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        try_all(&bytes);
    }

    #[test]
    fn no_text_stops_the_planning(text in "(ref|name|release|sep=;|[,;\t\"\r\n /.0-9a-zøÆ\u{202e}]){0,80}") {
        try_all(format!("ref;name;release\n{text}").as_bytes());
        try_all(text.as_bytes());
    }
}

/// Reads, plans and says everything there is to say.
fn try_all(bytes: &[u8]) {
    let words = words("en");
    match read(bytes, &words) {
        Err(fault) => assert!(!fault.say(&words).is_empty()),
        Ok(table) => {
            let plan = table.plan_with(&|_| Ok(None), &words, day(TODAY)).unwrap();
            assert_eq!(plan.entries(&mut Ids::new(1), 1).is_none(), !plan.refused.is_empty());
            for refusal in &plan.refused {
                assert!(!refusal.say(&words).contains('\u{202e}'));
            }
        }
    }
}
