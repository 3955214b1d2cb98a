//! Bundles from real stores: they add up, whatever was recorded; what was changed in one does not.

use super::*;
use crate::domain::attendance::{Mark, TABLE};
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::record::{Reads, Records};
use crate::domain::sample::day;
use crate::i18n::Locale;
use crate::report::table::{Field, Rows};
use crate::report::{Format, Ground, Report, Request, Watch, held_lines, write, write_held};
use crate::store::tests::{entries, new_store, noon, sample_group};
use crate::store::{Cost, Store, system_random};
use ed25519_dalek::{Signer, SigningKey};
use serde_json::Value;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

fn words(tag: &str) -> Words {
    Words::new(Locale::choose([tag]))
}

fn now() -> DateTime<FixedOffset> {
    crate::domain::sample::moment("2026-11-25T10:37:00+01:00")
}

fn store() -> (TempDir, Store) {
    let (folder, mut store) = new_store();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    (folder, store)
}

/// The same group on another desk.
fn another_store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };
    let (mut store, _) =
        Store::create(&folder.path().join("desk"), "Ola", "nine red buoys", cost, &mut system_random).unwrap();
    store.record(&entries(&sample_group()), &noon()).unwrap();
    (folder, store)
}

pub(crate) fn bundle(store: &Store) -> Vec<u8> {
    let (words, stop) = (words("nb"), AtomicBool::new(false));
    let zone = |_| FixedOffset::east_opt(3600).unwrap();
    let ground = Ground::new(store, &words, now(), &zone, &stop);
    let mut out = Vec::new();
    let request = Request::new(Report::Bundle).written(Format::Bundle);
    write(&request, &ground, &mut out, &mut Watch { told: &mut |_| (), stop: &stop }).unwrap();
    out
}

/// A review of these bundles by somebody who knows every desk.
fn reviewed(bundles: &[Vec<u8>]) -> Review {
    let files = bundles.iter().enumerate().map(|(at, bytes)| (format!("{at}.onward"), bytes.clone()));
    let mut review = Review::of(files, Reviews::default());
    let known: Vec<Identity> = review.bundles().map(|bundle| bundle.identity).collect();
    for (at, identity) in known.iter().enumerate() {
        review.reviews.enrol(identity, &format!("Desk {}", at + 1), day("2026-11-25"));
    }
    review
}

/// The same bundle, what it holds changed and sealed again by somebody who has a key.
fn resealed(bytes: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let key = SigningKey::from_bytes(&[7; 32]);
    let mut value: Value = serde_json::from_slice(sealed::open(bytes).unwrap().1).unwrap();
    change(&mut value);
    let identity = Identity(key.verifying_key().to_bytes());
    sealed::seal(value.to_string().as_bytes(), &identity, &|text| key.sign(text).to_bytes())
}

#[test]
fn a_bundle_is_sealed_adds_up_and_says_what_is_missing() {
    let (_folder, store) = store();
    let mut review = Review::of([("halden.onward".to_owned(), bundle(&store))], Reviews::default());
    assert_eq!(review.outcome(), Outcome::Unknown);
    assert_eq!(review.counted().count(), 0);
    review.reviews.enrol(&store.identity(), "Halden, wing C", day("2026-11-25"));
    assert_eq!(review.outcome(), Outcome::Missing);
    let line = review.lines().next().unwrap();
    assert_eq!((review.trust(line), line.group.discrepancies.as_slice()), (Trust::Stands(Standing::New), &[][..]));
    assert_eq!(line.bundle.discrepancies, []);
    // The head of a journal is another in every run.
    if let Ok(bundle) = &mut review.files[0].outcome {
        bundle.head = Head { seq: 42, hash: "9f3a77c102be".repeat(5) + "0000" };
    }
    for tag in ["en", "nb"] {
        let words = words(tag);
        let mut out = Vec::new();
        write_held(&document(&review, &words, now()), Format::Markdown, &words, &mut out).unwrap();
        insta::assert_snapshot!(format!("review_md_{tag}"), String::from_utf8(out).unwrap());
    }
    let lines = held_lines(&document(&review, &words("en"), now()), &words("en"), 60);
    assert!(lines.iter().all(|line| unicode_width::UnicodeWidthStr::width(line.as_str()) <= 60), "{lines:#?}");
    review.reviews.judge(
        &store.identity(),
        "K-07",
        &Head { seq: 42, hash: "9f3a77c102be".repeat(5) + "0000" },
        Some("Who was away on the 20th?"),
        day("2026-11-25"),
    );
    let back = remarks(&review, 0, &words("en"), now()).unwrap();
    let mut out = Vec::new();
    write_held(&back, Format::Markdown, &words("en"), &mut out).unwrap();
    insta::assert_snapshot!("remarks_md_en", String::from_utf8(out).unwrap());
}

/// Every total that can be held against the marks, changed by one, and sealed by somebody who could.
#[test]
fn a_total_that_is_not_that_of_its_marks_is_found() {
    let (_folder, store) = store();
    let whole = bundle(&store);
    let value: Value = serde_json::from_slice(sealed::open(&whole).unwrap().1).unwrap();
    assert_eq!(reviewed(&[resealed(&whole, |_| ())]).outcome(), Outcome::Missing);
    let (mut changed, mut places) = (0, Vec::new());
    for table in ["register", "sessions", "sessions_totals"] {
        let lines = value.pointer(&format!("/groups/0/register/{table}")).unwrap().as_array().unwrap().len();
        for line in 0..lines {
            for count in ["present", "late", "left_early", "away", "not_recorded", "enrolled", "caught_up"] {
                places.push(format!("/groups/0/register/{table}/{line}/{count}"));
            }
            places.push(format!("/groups/0/register/{table}/{line}/attendance/count"));
        }
    }
    places.push("/groups/0/register/sessions_totals/0/minutes_received".to_owned());
    let figures = value.pointer("/groups/0/summary/figures").unwrap().as_array().unwrap();
    for (at, figure) in figures.iter().enumerate() {
        if ["attendance", "away", "people", "completion"].contains(&figure["topic"].as_str().unwrap()) {
            places.push(format!("/groups/0/summary/figures/{at}/count"));
        }
    }
    let all = value.pointer("/evaluation/figures").unwrap().as_array().unwrap();
    places.extend((0..all.len()).map(|at| format!("/evaluation/figures/{at}/count")));
    places.push("/evaluation/groups".to_owned());
    places.push("/completeness/missing/0/marks_missing".to_owned());
    for place in places {
        let other = resealed(&whole, |value| {
            let number = value.pointer_mut(&place).unwrap_or_else(|| panic!("{place}"));
            *number = (number.as_u64().unwrap() + 1).into();
        });
        let review = reviewed(&[other]);
        assert_eq!(review.outcome(), Outcome::Unbalanced, "{place}");
        assert_eq!(review.counted().count(), 0, "{place}");
        changed += 1;
    }
    assert!(changed > 60, "{changed}");
    // A mark that is another, with every total as it was.
    let other = resealed(&whole, |value| value["groups"][0]["register"]["marks"][1]["code"] = "ill".into());
    let review = reviewed(&[other]);
    assert_eq!(review.outcome(), Outcome::Unbalanced);
    let words = words("en");
    let table = document(&review, &words, now()).tables.into_iter().find(|table| table.id == "discrepancies").unwrap();
    let Rows::Held(lines) = table.rows else { panic!("held") };
    assert!(lines.iter().any(|line| line.fields[2] == Field::text("0412")), "{lines:?}");
    let unknown = resealed(&whole, |value| value["groups"][0]["register"]["marks"][1]["code"] = "elsewhere".into());
    assert_eq!(reviewed(&[unknown]).outcome(), Outcome::Unbalanced);
}

#[test]
fn what_is_older_than_what_was_reviewed_is_not_counted() {
    let (_folder, mut store) = store();
    let older = bundle(&store);
    let mark = |code: usize| crate::domain::entry::Entry::Mark {
        group: GroupId(7),
        session: SessionId(4),
        person: PersonId(1),
        to: Some(Box::new(Mark::from(TABLE[code].code))),
    };
    store.record(&[mark(0)], &noon()).unwrap();
    let newer = bundle(&store);
    // Together, in either order, the newer one counts.
    for files in [[older.clone(), newer.clone()], [newer.clone(), older.clone()]] {
        let review = reviewed(&files);
        assert_eq!((review.outcome(), review.counted().count()), (Outcome::Older, 1));
        assert_eq!(review.counted().next().unwrap().group.recount.total.not_recorded, 1);
    }
    // The same file twice counts once.
    assert_eq!(reviewed(&[newer.clone(), newer.clone()]).counted().count(), 1);
    let mut review = reviewed(&[newer]);
    let (identity, head) = (store.identity(), review.bundles().next().unwrap().head.clone());
    review.reviews.judge(&identity, "K-07", &head, None, day("2026-11-25"));
    let reviews = review.reviews;
    let again = Review::of([("old.onward".to_owned(), older)], reviews.clone());
    assert_eq!((again.outcome(), again.counted().count()), (Outcome::Older, 0));
    // As many entries, and not the same.
    let mut other = reviews;
    other.verdicts[0].hash = "00".repeat(32);
    let review = Review::of([("new.onward".to_owned(), bundle(&store))], other);
    assert_eq!(review.trust(review.lines().next().unwrap()), Trust::Stands(Standing::Another));
    assert_eq!(review.outcome(), Outcome::Older);
}

#[test]
fn two_desks_are_added_up() {
    let ((_one, halden), (_two, ullersmo)) = (store(), another_store());
    assert_ne!(halden.identity(), ullersmo.identity());
    let one = reviewed(&[bundle(&halden)]).figures();
    let review = reviewed(&[bundle(&halden), bundle(&ullersmo)]);
    assert_eq!((review.outcome(), review.counted().count()), (Outcome::Missing, 2));
    for (key, share) in review.figures() {
        assert_eq!((share.count, share.of), (one[&key].count * 2, one[&key].of * 2), "{key:?}");
    }
    // Whoever is not known is shown, and not counted.
    let mut stranger = review;
    stranger.reviews.desks.remove(&ullersmo.identity().fingerprint());
    assert_eq!((stranger.outcome(), stranger.counted().count()), (Outcome::Unknown, 1));
}

#[test]
fn a_bundle_that_was_altered_or_cut_off_says_so() {
    let (_folder, store) = store();
    let bytes = bundle(&store);
    let outcome = |bytes: Vec<u8>| reviewed(&[bytes]).outcome();
    for eighth in 1..8 {
        assert_eq!(outcome(bytes[..bytes.len() * eighth / 8].to_vec()), Outcome::Truncated, "{eighth}");
    }
    // Letters, digits, signs and line breaks; in the head, the contents and the seal.
    let seal = bytes.len() - 130;
    let mut kinds = std::collections::BTreeSet::new();
    for at in (0..140).chain((140..seal).step_by(61)).chain(seal..bytes.len()) {
        let mut other = bytes.clone();
        other[at] = if other[at].is_ascii_digit() { b'0' + (other[at] - b'0' + 1) % 10 } else { other[at] ^ 0x20 };
        kinds.insert((bytes[at].is_ascii_digit(), bytes[at].is_ascii_alphabetic(), bytes[at].is_ascii_whitespace()));
        assert_eq!(outcome(other), Outcome::Altered, "byte {at}");
    }
    assert_eq!(kinds.len(), 4, "digits, letters, white space, signs");
    assert_eq!(outcome(b"group,session\r\n".to_vec()), Outcome::NotABundle);
    let unreadable = resealed(&bytes, |value| *value = serde_json::json!({ "desk": "Halden" }));
    let review = reviewed(&[unreadable]);
    assert!(matches!(review.files[0].outcome, Err(BundleFault::Unreadable)));
}

#[test]
fn the_reports_as_json_are_what_the_schema_says() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let schema = std::fs::read_to_string(folder.join("review-1.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let (_folder, store) = store();
    for tag in ["en", "nb"] {
        let (words, mut out) = (words(tag), Vec::new());
        let review = reviewed(&[bundle(&store), b"none".to_vec()]);
        write_held(&document(&review, &words, now()), Format::Json, &words, &mut out).unwrap();
        let value: Value = serde_json::from_slice(&out).unwrap();
        let faults: Vec<String> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
    assert!(!validator.is_valid(&serde_json::json!({ "schema": "onward.review/1", "title": "x" })));
    let schema = std::fs::read_to_string(folder.join("bundle-1.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let value: Value = serde_json::from_slice(sealed::open(&bundle(&store)).unwrap().1).unwrap();
    let faults: Vec<String> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, failure_persistence: None, ..Default::default() })]

    /// Whatever is marked, a bundle of it adds up: its marks, counted again, are its totals.
    #[test]
    fn a_bundle_adds_up_whatever_is_recorded(marks in proptest::collection::vec((0_i64..5, 0_i64..5, 0_usize..20), 0..25)) {
        let mut record = sample_group();
        record.marks = marks
            .iter()
            .map(|(session, person, code)| ((SessionId(session + 1), PersonId(person + 1)), Mark::from(TABLE[*code].code)))
            .collect();
        let (_folder, mut store) = new_store();
        store.record(&entries(&record), &noon()).unwrap();
        let review = reviewed(&[bundle(&store)]);
        let line = review.lines().next().unwrap();
        proptest::prop_assert_eq!(&line.group.discrepancies, &[]);
        proptest::prop_assert_eq!(&line.bundle.discrepancies, &[]);
        let register = crate::domain::figures::Register::of(&store.group(GroupId(7), "en").unwrap().unwrap());
        proptest::prop_assert_eq!(&line.group.recount.total, &register.total);
    }
}
