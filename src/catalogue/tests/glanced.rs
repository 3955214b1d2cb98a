//! A file seen at a glance is what it is when it is read whole.

use super::mutations::{slip, slipped};
use super::scaffolds::made;
use super::today;
use crate::catalogue::glance::Reading;
use crate::catalogue::shape::Kind;
use crate::catalogue::{BUILT_IN, check_text};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

/// A file of this text, read.
fn reading(text: &str) -> Reading {
    Reading::of(text, &check_text("read.ron", text, today())).unwrap()
}

/// Files of the kinds that have parts, in two languages.
fn good(which: usize) -> String {
    let kind = [Kind::Programme, Kind::Pathway, Kind::Guide, Kind::Directory][which / 2];
    made(kind, 3, if which.is_multiple_of(2) { "en" } else { "nb" })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_seen_at_a_glance_is_what_is_read(which in 0..8_usize, at in 0..20_000_usize, slip in slip()) {
        let good = good(which);
        let text = slipped(&good, at, &slip);
        let read = check_text("read.ron", &text, today()).content;
        if let (Some(seen), Some(read)) = (reading(&good).glance_at(&text), read) {
            prop_assert_eq!(seen, read, "{}", text);
        }
    }
}

#[test]
fn words_changed_in_one_part_or_around_them_are_seen() {
    for which in 0..8 {
        let good = good(which);
        let reading = reading(&good);
        assert_eq!(reading.glance_at(&good), check_text("read.ron", &good, today()).content);
        // Every text of a scaffold is the name of its message, and a number.
        let (mut seen, mut all) = (0, 0);
        for (at, _) in good.match_indices("scaffold-") {
            let text = format!("{}New {}", &good[..at], &good[at..]);
            let Some(read) = check_text("read.ron", &text, today()).content else { continue };
            let glanced = reading.glance_at(&text);
            all += 1;
            seen += usize::from(glanced.is_some());
            assert!(glanced.is_none_or(|glanced| glanced == read), "{text}");
        }
        // What stands in a comment inside the list, and in no part, is not looked at.
        assert!(all > 3 && seen + 3 > all, "{which}: {seen} of {all}");
    }
}

#[test]
fn what_cannot_be_told_at_a_glance_is_not() {
    let (_, good) = BUILT_IN[0];
    let reading = reading(good);
    let (first, last) = (good.find("aim:").unwrap(), good.rfind("aim:").unwrap());
    let both = format!("{} {} {}", &good[..first], &good[first..last], &good[last..]);
    for (what, text) in [
        ("changes in two parts", both),
        ("a bracket too many", good.replacen("aim:", ") aim:", 1)),
        ("another session plan", good.replacen("plans: [", "plans: [(id: \"more\", activities: []),", 1)),
        ("another list", good.replacen("plans: [", "others: [", 1)),
        ("half a file", good[..good.len() / 2].to_owned()),
        ("nothing", String::new()),
    ] {
        assert!(reading.glance_at(&text).is_none(), "{what}");
    }
    let german = good.replacen("id: \"", "language: \"de\", id: \"", 1);
    assert!(reading.glance_at(&german).is_none());
}
