//! What recipients outside are given: no name, no word of staff, no small count, not even by reckoning.

use super::words;
use crate::domain::attendance::{Mark, TABLE};
use crate::domain::figures::{Evaluation, Register};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::profile::{Dates, People, Profile};
use crate::domain::programme::Localised;
use crate::domain::record::Reads;
use crate::domain::sample;
use crate::report::release::Release;
use crate::report::table::{Document, Field, Rows};
use crate::report::{Fault, Format, Ground, Report, Request, Watch, evaluation, write};
use crate::store::Store;
use crate::store::tests::{entries, new_store, noon, sample_group};
use chrono::FixedOffset;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

fn profile(reports: &[&str], people: People, threshold: Option<u8>) -> Profile {
    Profile {
        id: "outside".to_owned(),
        title: Localised::from("Outside"),
        reports: reports.iter().map(|id| (*id).to_owned()).collect(),
        formats: vec!["csv".to_owned(), "json".to_owned(), "md".to_owned()],
        people,
        dates: Dates::Month,
        notes: false,
        staff: false,
        threshold,
        leave_out: vec!["marks.time".to_owned()],
    }
}

fn given(store: &Store, report: Report, profile: &Profile, format: Format) -> Result<String, Fault> {
    let (words, stop) = (words("en"), AtomicBool::new(false));
    let zone = |_| FixedOffset::east_opt(3600).unwrap();
    let ground = Ground::new(store, &words, super::now(), &zone, &stop);
    let request = Request { profile: Some(Arc::new(profile.clone())), ..Request::new(report).written(format) };
    let mut out = Vec::new();
    write(&request, &ground, &mut out, &mut Watch { told: &mut |_| (), stop: &stop })?;
    Ok(String::from_utf8(out).unwrap().replace("\r\n", "\n"))
}

fn store() -> (tempfile::TempDir, Store) {
    use crate::domain::record::Records;
    let (folder, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    (folder, store)
}

#[test]
fn nobody_is_named_and_nothing_that_staff_wrote_leaves() {
    let (_folder, store) = store();
    let outside = profile(&["marks"], People::Pseudonyms, None);
    for format in [Format::Csv, Format::Json, Format::Markdown] {
        let marks = given(&store, Report::Marks, &outside, format).unwrap();
        for word in ["Ana", "Petrov", "Yusuf", "0412", "0077", "flu", "tired", "2026-11-10", "10:00", "Kari"] {
            assert!(!marks.contains(word), "{word} in {marks}");
        }
        assert!(marks.contains("2026-11-01"));
    }
    assert!(matches!(given(&store, Report::Person, &outside, Format::Csv), Err(Fault::NotGiven(_))));
    assert!(matches!(given(&store, Report::Marks, &outside, Format::Html), Err(Fault::NotGiven(_))));
}

#[test]
fn a_pseudonym_is_the_same_for_one_recipient_and_another_for_each() {
    let (_folder, store) = store();
    let people = |profile: &Profile| {
        let csv = given(&store, Report::Marks, profile, Format::Csv).unwrap();
        let column = csv.lines().next().unwrap().split(',').position(|label| label == "Reference").unwrap();
        let mut people: Vec<String> =
            csv.lines().skip(1).map(|line| line.split(',').nth(column).unwrap().trim_matches('"').to_owned()).collect();
        people.sort();
        people.dedup();
        people
    };
    let outside = profile(&["marks"], People::Pseudonyms, None);
    let other = Profile { id: "other".to_owned(), ..outside.clone() };
    assert_eq!(people(&outside), people(&outside));
    assert!(people(&outside).iter().all(|word| word.len() == 20 && !people(&other).contains(word)));
    let (_folder, another) = store_with_another_key();
    assert_ne!(store.keyed("outside", "0412"), another.keyed("outside", "0412"));
}

fn store_with_another_key() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let cost = crate::store::Cost { memory_kib: 8, passes: 1, lanes: 1 };
    let store =
        Store::create(&folder.path().join("desk"), "Kari", "nine red buoys", cost, &mut crate::store::system_random);
    (folder, store.unwrap().0)
}

#[test]
fn the_ministry_is_given_counts_without_the_small_ones() {
    let (_folder, store) = store();
    let ministry = profile(&["evaluation"], People::Nobody, Some(5));
    let text = given(&store, Report::Evaluation, &ministry, Format::Markdown).unwrap();
    insta::assert_snapshot!("released_evaluation_md_en", text);
}

#[test]
fn of_what_is_missing_each_table_is_given_as_the_profile_says() {
    let (_folder, store) = store();
    for threshold in [None, Some(5)] {
        let outside = profile(&["completeness"], People::Pseudonyms, threshold);
        let text = given(&store, Report::Completeness, &outside, Format::Markdown).unwrap();
        for word in ["Ana", "Petrov", "Yusuf", "0412", "Kari", "2026-11-10"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
        assert!(text.contains("2026-11-01") && text.contains("| **Total** |"), "{text}");
        // What is small is found in the whole: a table with counts is held for that.
        assert_eq!(text.contains("hidden"), threshold.is_some(), "{text}");
    }
}

/// The evaluation of `groups` samples with these marks, as it is given and as it is.
fn evaluations(groups: usize, marks: &[(i64, i64, usize)], threshold: u8) -> (Document, Document) {
    let mut record = sample::group();
    let entry = |(session, person, code): &(i64, i64, usize)| {
        ((SessionId(session + 1), PersonId(person + 1)), Mark::from(TABLE[*code].code))
    };
    record.marks = marks.iter().map(entry).collect();
    let mut sum = Evaluation::default();
    for _ in 0..groups {
        sum.add(&record);
    }
    assert_eq!(sum.total.enrolled, u32::try_from(groups).unwrap() * Register::of(&record).total.enrolled);
    let words = words("en");
    let document = evaluation::document(&sum, &words, super::now());
    let profile = profile(&["evaluation"], People::Nobody, Some(threshold));
    let keyed = |_: &str| [7; 16];
    let release = Release { profile: &profile, keyed: &keyed, before: None };
    (release.of(Report::Evaluation, document.clone(), &words).0, document)
}

/// Two exports of an evaluation, one after the other: what was hidden of each, and what the other shows of it.
#[test]
fn what_is_given_out_is_remembered_for_the_next_time() {
    use crate::domain::record::{About, Records};
    use crate::domain::released::Released;
    let (_folder, mut store) = store();
    let ministry = profile(&["evaluation"], People::Nobody, Some(3));
    let (words, stop) = (words("en"), AtomicBool::new(false));
    let zone = |_| FixedOffset::east_opt(3600).unwrap();
    let request = Request { profile: Some(Arc::new(ministry.clone())), ..Request::new(Report::Evaluation) };
    let released = |store: &Store| {
        let ground = Ground::new(store, &words, super::now(), &zone, &stop);
        write(&request, &ground, &mut Vec::new(), &mut Watch { told: &mut |_| (), stop: &stop }).unwrap().unwrap()
    };
    let first = released(&store);
    assert!(!first.shown.is_empty() && !first.hidden.is_empty(), "{first:?}");
    let entries =
        request.given_out(crate::domain::trace::Recipient::default(), &store.head().unwrap(), "1", Some(first.clone()));
    store.record(&entries, &noon()).unwrap();
    assert_eq!(Released::read(&store, "outside", "evaluation").unwrap(), Some(first.clone()));
    assert_eq!(Released::read(&store, "other", "evaluation").unwrap(), None);
    // Nobody takes that back by the way.
    assert!(store.undoable("Kari").unwrap().iter().all(|done| done.entry.kind() != "released"));
    assert_eq!(store.standing("released", About::Everything).unwrap().len(), 1);
    // One more was expected at one session: the total of before less that of now would say so.
    let mark = crate::domain::entry::Entry::Mark {
        group: crate::domain::id::GroupId(7),
        session: SessionId(1),
        person: PersonId(5),
        to: Some(Box::new(Mark::from(TABLE[0].code))),
    };
    let again = released(&store);
    assert_eq!((again.shown, again.hidden), (first.shown.clone(), first.hidden.clone()));
    let enrolled = crate::domain::entry::Entry::Enrolment {
        group: crate::domain::id::GroupId(7),
        person: PersonId(4),
        to: Some(Box::new(crate::domain::group::Enrolment {
            state: crate::domain::group::Place::Enrolled,
            from: sample::day("2026-11-10"),
            earlier: Vec::new(),
        })),
    };
    store.record(&[enrolled, mark], &noon()).unwrap();
    let after = released(&store);
    let text = given(&store, Report::Evaluation, &ministry, Format::Markdown).unwrap();
    assert!(text.contains("hidden"), "{text}");
    for (name, count) in &after.shown {
        let moved = first.shown.get(name).map_or(0, |before| count.abs_diff(*before));
        assert!(moved == 0 || moved >= 3, "{name}: {moved}");
    }
}

/// The fields of a document by table, line and column, with whether they count people.
fn fields(document: &Document) -> Vec<(String, Field<'static>)> {
    let mut fields = Vec::new();
    for table in &document.tables {
        let Rows::Held(lines) = &table.rows else { continue };
        for (number, line) in lines.iter().enumerate() {
            for (column, field) in table.columns.iter().zip(&line.fields) {
                fields.push((format!("{}/{number}/{}", table.id, column.id), field.clone()));
            }
        }
    }
    fields
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() })]

    /// Of an export and the one before it nobody reckons a change of few, nor shows again what was hidden.
    #[test]
    fn two_exports_together_tell_nothing_that_either_hides(
        groups in 1_usize..9,
        more in 0_usize..3,
        marks in proptest::collection::vec((0_i64..5, 0_i64..5, 0_usize..20), 0..25),
        later in proptest::collection::vec((0_i64..5, 0_i64..5, 0_usize..20), 0..4),
        threshold in 3_u8..=6,
    ) {
        let profile = profile(&["evaluation"], People::Nobody, Some(threshold));
        let keyed = |_: &str| [7; 16];
        let words = words("en");
        let given = |groups: usize, marks: &[(i64, i64, usize)], before| {
            let whole = evaluations(groups, marks, threshold).1;
            Release { profile: &profile, keyed: &keyed, before }.of(Report::Evaluation, whole, &words).1.unwrap()
        };
        let first = given(groups, &marks, None);
        let second = given(groups + more, &[marks.clone(), later].concat(), Some(first.clone()));
        for (name, count) in &second.shown {
            let moved = match (first.shown.get(name), first.hidden.get(name)) {
                (Some(shown), _) => count.abs_diff(*shown),
                (None, Some(hidden)) => {
                    proptest::prop_assert_ne!(hidden, count, "{} was hidden and is shown as it was", name);
                    threshold.into()
                }
                (None, None) => *count,
            };
            // What they held already may be among what they hold.
            proptest::prop_assert!(moved == 0 || moved >= threshold.into(), "{name}: {moved}");
        }
        // In no sum of body lines one alone moved unseen.
        let unseen = |table: &str, column: &str| {
            let of = |name: &&String| name.starts_with(&format!("{table}/")) && name.ends_with(&format!("/{column}")) && !name.contains("/total/");
            second.hidden.keys().filter(of).count()
        };
        for table in ["languages", "countries"] {
            for column in ["completed", "enrolled", "left", "took_part"] {
                let total = format!("{table}/total/{column}");
                if second.shown.contains_key(&total) {
                    proptest::prop_assert_ne!(unseen(table, column), 1, "{} {}", table, column);
                }
            }
        }
    }

    #[test]
    fn no_small_count_of_people_is_given_and_none_stands_alone(
        groups in 1_usize..9,
        marks in proptest::collection::vec((0_i64..5, 0_i64..5, 0_usize..20), 0..25),
        threshold in 3_u8..=10,
    ) {
        let (given, whole) = evaluations(groups, &marks, threshold);
        let is_hidden = |field: &Field| matches!(field, Field::Term { id, .. } if id == "hidden");
        for ((name, given), (_, whole)) in fields(&given).iter().zip(fields(&whole)) {
            let people = ["sessions/", "languages/", "countries/", "leaving/"].iter().any(|table| name.starts_with(table));
            let is_count = !name.ends_with("/held") && !name.ends_with("/session");
            match &whole {
                Field::Number(count) if people && is_count && *count < threshold.into() => {
                    proptest::prop_assert!(is_hidden(given), "{name} {count}");
                }
                Field::Share(share) if share.count < threshold.into() || share.of - share.count < threshold.into() => {
                    proptest::prop_assert!(is_hidden(given), "{name} {share:?}");
                }
                whole => proptest::prop_assert!(is_hidden(given) || given == whole, "{name}"),
            }
        }
        // In no line and no column with its sum one alone is hidden.
        for table in &given.tables {
            let Rows::Held(lines) = &table.rows else { continue };
            for (at, column) in table.columns.iter().enumerate().filter(|(_, c)| c.sums == crate::report::table::Sums::Body) {
                let Some((total, body)) = lines.split_last() else { continue };
                let hidden = body.iter().filter(|line| is_hidden(&line.fields[at])).count();
                proptest::prop_assert!(is_hidden(&total.fields[at]) || hidden != 1, "{} {}", table.id, column.id);
            }
        }
    }
}
