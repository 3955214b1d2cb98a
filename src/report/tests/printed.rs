//! PDF read back by another program's eyes: what stands on which sheet, and that nothing is there but that.

use super::{bytes, finished, now, poured, request, words};
use crate::domain::attendance::{Code, Mark};
use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::record::{GroupRecord, Member};
use crate::domain::sample;
use crate::report::table::{Document, Rows, Table};
use crate::report::{Fault, Format, Report, of_group};
use crate::store::tests::{entries, new_store, noon};
use std::collections::BTreeMap;

/// What stands on each sheet: the lines of its texts in the order in which they were put there. The reader adds a space
/// where letters stand on another height, as marks do, and at the end.
fn sheets(pdf: &[u8]) -> Vec<Vec<String>> {
    let read = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = read.get_pages().into_keys().collect();
    let line = |line: &str| line.trim().replace(" \u{301}", "\u{301}");
    let lines = |page: &u32| read.extract_text(&[*page]).unwrap().lines().map(line).collect();
    pages.iter().map(lines).collect()
}

/// The small group with other people in it.
fn with(names: &[(&str, &str)]) -> GroupRecord {
    let mut record = sample::group();
    let (first, mark) = (record.members[0].clone(), Mark::from(Code::Present));
    record.members = (0..)
        .zip(names)
        .map(|(at, (given, family))| {
            let mut member = Member { id: PersonId(at + 1), ..first.clone() };
            member.person.reference = format!("R-{:03}", at + 1);
            (member.person.given, member.person.family) = ((*given).to_owned(), (*family).to_owned());
            member
        })
        .collect();
    record.marks.clear();
    for at in 0..names.len() {
        record.marks.insert((SessionId(1), PersonId(i64::try_from(at).unwrap() + 1)), mark.clone());
    }
    record
}

fn register(record: &GroupRecord, tag: &str) -> Vec<Vec<String>> {
    sheets(&bytes(record, Report::Register, Format::Pdf, tag))
}

/// The numbers of a line of the matrix, by what it is called.
fn numbers(sheet: &[String], name: &str) -> Vec<u32> {
    let is_numbered = |at: &usize| sheet[*at] == name && sheet[at + 1].parse::<u32>().is_ok();
    let at = (0..sheet.len() - 1).find(is_numbered).unwrap_or_else(|| panic!("{name} in {sheet:?}"));
    sheet[at + 1..].iter().map_while(|text| text.parse().ok()).collect()
}

#[test]
fn the_register_of_a_small_group_on_paper() {
    for (tag, number, sign) in [
        ("en", "Page 1 of 2", "Kari Nordmann, signature and date:"),
        ("nb", "Side 1 av 2", "Kari Nordmann, signatur og dato:"),
    ] {
        let pages = register(&sample::group(), tag);
        assert_eq!(pages.len(), 2, "{pages:?}");
        assert_eq!(pages[0].last().map(String::as_str), Some(number));
        let all = pages.concat();
        for text in ["Petrović, Ana", "Al-Amin, Yusuf", "0077", sign] {
            assert!(all.iter().any(|line| line == text), "{text} in {all:?}");
        }
        // Nobody who only waited, or was enrolled by mistake, is listed.
        assert!(!all.iter().any(|line| line.contains("Kazlauskas") || line.contains("Nowak")));
        insta::assert_snapshot!(
            format!("register_pdf_{tag}"),
            pages.iter().map(|sheet| sheet.join("\n")).collect::<Vec<_>>().join("\n----\n")
        );
    }
}

#[test]
fn its_numbers_are_those_of_the_csv() {
    let record = sample::group();
    let csv = String::from_utf8(bytes(&record, Report::Register, Format::Csv, "en")).unwrap();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for line in csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes()).records() {
        *counts.entry(line.unwrap()[7].to_owned()).or_default() += 1;
    }
    let of = |codes: &[&str]| codes.iter().filter_map(|code| counts.get(*code)).sum::<u32>();
    let (present, late) = (of(&["present"]), of(&["late"]));
    let away = of(&["ill", "refused", "not-unlocked"]);
    let not_recorded = of(&["not-recorded"]);
    let all = [present, late, 0, away, not_recorded, present + late + away + not_recorded];
    let pages = register(&record, "en");
    assert_eq!(numbers(&pages[0], "Enrolled")[5..11], all, "{csv}");
    assert_eq!(numbers(&pages[0], "Enrolled")[..5].iter().sum::<u32>(), all[5]);
    assert_eq!(numbers(&pages[0], "Not recorded")[..5].iter().sum::<u32>(), not_recorded);
}

#[test]
fn a_long_register_has_its_head_on_every_sheet_and_every_name_once() {
    let families: Vec<String> = (1..=70).map(|at| format!("Žemaitė-Nguyễn {at}")).collect();
    let names: Vec<_> = families.iter().map(|family| ("Ọládélé Ɛ\u{301}", family.as_str())).collect();
    let pages = register(&with(&names), "en");
    assert!(pages.len() > 3, "{}", pages.len());
    for (at, sheet) in (1..).zip(&pages) {
        assert_eq!(sheet.last(), Some(&format!("Page {at} of {}", pages.len())));
    }
    for family in &families {
        let name = format!("{family}, Ọládélé Ɛ\u{301}");
        let said = pages.iter().flatten().filter(|text| **text == name).count();
        assert_eq!(said, 1, "{name}");
    }
    let with_names: Vec<&Vec<String>> =
        pages.iter().filter(|sheet| sheet.iter().any(|text| text.contains("Ọlá"))).collect();
    assert!(with_names.len() > 1);
    for sheet in with_names {
        assert_eq!(sheet.iter().filter(|text| *text == "Reference").count(), 1, "{sheet:?}");
        assert!(sheet.join(" ").contains("1 10 Nov 2 12 Nov"), "{sheet:?}");
    }
    let total =
        pages.iter().find(|sheet| sheet.iter().any(|text| text == "Enrolled") && sheet.iter().any(|t| t == "210"));
    assert_eq!(numbers(total.unwrap(), "Enrolled")[..6], [70, 70, 0, 70, 0, 70]);
}

#[test]
fn more_columns_than_a_sheet_is_wide_go_on_below_under_their_names() {
    let mut document = of_group(Report::Register, None, &sample::group(), &words("en"), now()).unwrap();
    let session = document.tables[0].columns[2].clone();
    let Rows::Held(lines) = &mut document.tables[0].rows else { panic!("not held") };
    for line in lines {
        for _ in 0..40 {
            line.fields.insert(2, line.fields[2].clone());
        }
    }
    document.tables[0].columns.splice(2..2, (0..40).map(|_| session.clone()));
    let sheet = sheets(&written(&document).unwrap()).concat();
    let named = sheet.iter().filter(|text| *text == "Petrović, Ana").count();
    assert!((2..5).contains(&named), "{named}");
    assert_eq!(sheet.join(" ").matches(" 10 Nov").count(), 41);
}

fn written(document: &Document) -> Result<Vec<u8>, Fault> {
    poured(document, &request(Report::Register, Format::Pdf), &super::none, &words("en"), false)
}

#[test]
fn a_line_higher_than_a_sheet_goes_on_overleaf() {
    let mut document = of_group(Report::Register, None, &sample::group(), &words("en"), now()).unwrap();
    let long = (0..6_000).map(|at| format!("w{at}")).collect::<Vec<_>>();
    let Table { rows: Rows::Held(lines), .. } = &mut document.tables[1] else { panic!("not held") };
    lines[0].fields[5] = crate::report::table::Field::text(long.join(" "));
    let pages = sheets(&written(&document).unwrap());
    assert!(pages.len() > 3);
    let all = pages.concat().join(" ");
    let said = all.split(' ').filter(|word| word.starts_with('w') && word[1..].parse::<u32>().is_ok());
    assert_eq!(said.collect::<Vec<_>>(), long);
}

#[test]
fn a_certificate_in_two_languages_to_be_signed() {
    let pages = sheets(&bytes(&finished(), Report::Certificate, Format::Pdf, "nb"));
    assert_eq!(pages.len(), 1);
    let text = pages[0].join(" ");
    for word in
        ["Yusuf Al-Amin", "Planlegging av løslatelse / Planning for Resettlement", "signatur og dato", "Side 1 av 1"]
    {
        assert!(text.contains(word), "{word} in {text}");
    }
    for word in ["flu", "unlock", "0077"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn letters_that_the_fonts_have_not_are_told_before_a_byte_is_written() {
    for name in ["محمد", "李伟", "🙂"] {
        let words = words("en");
        let document = of_group(Report::Register, None, &with(&[(name, "Al-Amin")]), &words, now()).unwrap();
        let fault = written(&document).unwrap_err();
        let said = fault.say(&words);
        assert!(matches!(&fault, Fault::Letters(text) if text.contains(name)), "{fault:?}");
        assert!(said.contains(name) && said.contains("HTML") && said.split(' ').count() <= 20, "{said}");
    }
    // What reorders a line is written out, as everywhere.
    let pages = register(&with(&[("Ana\u{202e}", "(Petrović) \\")]), "en");
    assert!(pages[0].join(" ").contains("(Petrović) \\, Ana<U+202E>"), "{pages:?}");
}

#[test]
fn the_same_register_is_the_same_file_and_tells_nothing_beside_it() {
    let (one, other) = (bytes(&sample::group(), Report::Register, Format::Pdf, "nb"), sample::group());
    assert!(one == bytes(&other, Report::Register, Format::Pdf, "nb"));
    let certificate = bytes(&finished(), Report::Certificate, Format::Pdf, "en");
    let read = lopdf::Document::load_mem(&certificate).unwrap();
    let (_, info) = read.dereference(read.trailer.get(b"Info").unwrap()).unwrap();
    let info = info.as_dict().unwrap();
    assert_eq!(info.iter().map(|(key, _)| key.as_slice()).collect::<Vec<_>>(), [b"Title"]);
    assert_eq!(info.get(b"Title").unwrap().as_str().unwrap(), b"Certificate");
    let plain = String::from_utf8_lossy(&certificate).into_owned();
    for word in ["Yusuf", "/Author", "/CreationDate", "/Producer", "/home", "/work", "D:20"] {
        assert!(!plain.contains(word), "{word}");
    }
}

/// As the desk and the command line write it: a foot on each sheet, and refused where nothing is written so.
#[test]
fn every_sheet_tells_the_end_of_the_journal() {
    use crate::domain::record::Records;
    use crate::report::{Ground, Request, Watch, write};
    let families: Vec<String> = (1..=40).map(|at| format!("Ó Súilleabháin {at}")).collect();
    let names: Vec<_> = families.iter().map(|family| ("Łukasz", family.as_str())).collect();
    let (_folder, mut store) = new_store();
    store.record(&entries(&with(&names)), &noon()).unwrap();
    let (words, stop) = (words("en"), std::sync::atomic::AtomicBool::new(false));
    let (foot, zone) = (["Journal up to 1042:9f3a77c102be".to_owned()], |_| *now().offset());
    let ground = Ground { foot: &foot, ..Ground::new(&store, &words, now(), &zone, &stop) };
    let given = |request: &Request| {
        let mut out = Vec::new();
        let written = write(request, &ground, &mut out, &mut Watch { told: &mut |_| (), stop: &stop });
        written.map(|_| out).map_err(|fault| (fault.to_string(), foot.len()))
    };
    let pages = sheets(&given(&request(Report::Register, Format::Pdf)).unwrap());
    assert!(pages.len() > 2 && pages.iter().all(|sheet| sheet.contains(&foot[0])));
    assert_eq!(sheets(&given(&request(Report::Sheet, Format::Pdf)).unwrap()).len(), 1);
    for report in Report::ALL.into_iter().filter(|report| !report.formats().contains(&Format::Pdf)) {
        assert_eq!(given(&request(report, Format::Pdf)).unwrap_err().0, Fault::NotInThis.to_string());
    }
    let all = Request::new(Report::Register).written(Format::Pdf);
    assert_eq!(given(&all).unwrap_err().0, Fault::NotForAll.to_string());
}

/// Whoever is given a register under pseudonyms is given no name on paper either, not even in the data of the file.
#[test]
fn under_pseudonyms_nobody_is_named_on_paper() {
    use crate::domain::profile::{Dates, People, Profile};
    use crate::domain::record::Records;
    use crate::report::{Ground, Request, Watch, write};
    let (_folder, mut store) = new_store();
    store.record(&entries(&sample::group()), &noon()).unwrap();
    let mut goran = sample::group().members[0].person.clone();
    (goran.reference, goran.given, goran.family) = ("0999".to_owned(), "Goran".to_owned(), "Guestsson".to_owned());
    let (group, session, person) = (GroupId(7), SessionId(1), PersonId(9));
    let guest = [
        Entry::Person { person, to: Some(Box::new(goran)) },
        Entry::Guest { group, session, person, to: Some(Box::default()) },
    ];
    store.record(&guest, &noon()).unwrap();
    let (words, stop, zone) = (words("en"), std::sync::atomic::AtomicBool::new(false), |_| *now().offset());
    let ground = Ground::new(&store, &words, now(), &zone, &stop);
    let given = |formats: &[&str]| {
        let profile = Profile {
            id: "outside".to_owned(),
            title: crate::domain::programme::Localised::from("Outside"),
            reports: vec!["register".to_owned()],
            formats: formats.iter().map(|id| (*id).to_owned()).collect(),
            people: People::Pseudonyms,
            dates: Dates::Month,
            notes: false,
            staff: false,
            threshold: None,
            leave_out: Vec::new(),
        };
        let request = Request { profile: Some(profile.into()), ..request(Report::Register, Format::Pdf) };
        let mut out = Vec::new();
        write(&request, &ground, &mut out, &mut Watch { told: &mut |_| (), stop: &stop }).map(|_| out)
    };
    let pages = sheets(&given(&["pdf"]).unwrap());
    let text = pages.concat().join(" ");
    for word in "Ana Petrov Yusuf Goran Guestsson 0412 0077 0999 flu escort Kari Nordmann 2026-11-10"
        .split(' ')
        .chain(["10 Nov"])
    {
        assert!(!text.contains(word), "{word} in {text}");
    }
    assert!(text.starts_with("Register Group K-07") && text.contains("Given to Outside"), "{text}");
    // Each of the three has a word of twenty letters in place of a reference, and so has the guest.
    assert!(text.contains("Guests"), "{text}");
    assert_eq!(text.split(' ').filter(|word| word.len() == 20).count(), 4, "{text}");
    assert!(matches!(given(&["html"]), Err(Fault::NotGiven(_))));
}
