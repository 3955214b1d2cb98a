//! Which way rules went, and what became of sessions and activities.

use super::rules::completion_way;
use super::{About, Change, Difference, Way, courses};
use crate::domain::codes::{Cefr, Language};
use crate::domain::person::Occupation;
use crate::domain::programme::{Completion, Course, Localised, Rule, Test, Weight};
use crate::domain::sample::{course, plan_of};

fn with(test: Test, weight: Weight) -> Course {
    let rule = Rule { id: "one".to_owned(), weight, test, why: Localised::default() };
    Course { eligibility: vec![rule], ..course() }
}

#[test]
fn a_rule_is_looser_when_everybody_who_met_it_meets_it_still() {
    let speaks = |codes: &[&str], level| Test::Speaks {
        any_of: codes.iter().map(|code| Language::new(code).unwrap()).collect(),
        level,
    };
    let age = |at_least, at_most| Test::Age { at_least, at_most };
    let work = |any_of: &[Occupation]| Test::Occupied { any_of: any_of.to_vec() };
    let (none, busy) = (Occupation::None, Occupation::Work);
    for (was, is, way) in [
        (Test::RemainingDays(14), Test::RemainingDays(10), Some(Way::Looser)),
        (Test::RemainingDays(14), Test::RemainingDays(15), Some(Way::Stricter)),
        (speaks(&["en"], Cefr::A2), speaks(&["en", "nb"], Cefr::A2), Some(Way::Looser)),
        (speaks(&["en"], Cefr::A2), speaks(&["en"], Cefr::B1), Some(Way::Stricter)),
        (speaks(&["en"], Cefr::A2), speaks(&["nb"], Cefr::A1), None),
        (age(Some(18), None), age(Some(16), Some(99)), None),
        (age(Some(18), None), age(None, None), Some(Way::Looser)),
        (age(Some(18), None), age(Some(18), Some(25)), Some(Way::Stricter)),
        (work(&[none]), work(&[none, busy]), Some(Way::Looser)),
        (work(&[none]), work(&[busy]), None),
        (Test::RemainingDays(14), Test::Consents, None),
    ] {
        let found = courses(&with(was.clone(), Weight::Required), &with(is.clone(), Weight::Required));
        let ways: Vec<_> = found.iter().map(|one| one.way).collect();
        assert_eq!(ways, [way], "{was:?} {is:?}");
        // A rule that decides nothing is neither.
        let found = courses(&with(was, Weight::Preferred), &with(is, Weight::Preferred));
        assert_eq!(found.iter().map(|one| one.way).collect::<Vec<_>>(), [None]);
    }
    let days = |weight| with(Test::RemainingDays(14), weight);
    for (was, is, way) in [
        (days(Weight::Required), days(Weight::Preferred), Some(Way::Looser)),
        (days(Weight::Preferred), days(Weight::Required), Some(Way::Stricter)),
        (days(Weight::Required), course(), Some(Way::Looser)),
        (course(), days(Weight::Required), Some(Way::Stricter)),
        (course(), days(Weight::Preferred), None),
    ] {
        assert_eq!(courses(&was, &is).iter().map(|one| one.way).collect::<Vec<_>>(), [way]);
    }
}

#[test]
fn completion_is_looser_when_more_may_be_missed() {
    let rule = |sessions, essentials| Completion { sessions, essentials };
    for (was, is, way) in [
        ((rule(Some(8), true), 10), (rule(Some(7), true), 10), Some(Way::Looser)),
        ((rule(Some(8), true), 10), (rule(Some(7), true), 8), Some(Way::Stricter)),
        ((rule(Some(8), true), 10), (rule(Some(8), false), 10), Some(Way::Looser)),
        ((rule(Some(8), false), 10), (rule(None, false), 10), Some(Way::Stricter)),
        ((rule(None, true), 10), (rule(None, false), 10), None),
        ((rule(Some(8), true), 10), (rule(Some(9), false), 10), None),
    ] {
        assert_eq!(completion_way(was, is), way, "{was:?} {is:?}");
    }
}

#[test]
fn sessions_and_activities_are_known_again() {
    let was = course();
    assert_eq!(courses(&was, &was), []);
    let mut is = course();
    // The third goes, the fifth becomes the first, and another stands at the end.
    let gone = is.sessions.remove(2);
    let last = is.sessions.remove(3);
    is.sessions.insert(0, last);
    let mut new = (*gone).clone();
    new.id = "new".to_owned();
    is.sessions.push(new.into());
    let place = |change| move |one: &&Difference| matches!(one.about, About::Place { .. }) && one.change == change;
    let found = courses(&was, &is);
    assert_eq!(found.len(), 3, "{found:?}");
    for change in [Change::Removed, Change::Added, Change::Moved { was: 5, is: 1 }] {
        assert_eq!(found.iter().filter(place(change.clone())).count(), 1, "{change:?} {found:?}");
    }

    // Two activities have the same title: the first stays the first.
    let mut is = course();
    plan_of(&mut is, 0).activities[1].minutes = 45;
    let found: Vec<_> = courses(&was, &is).into_iter().map(|one| one.change).collect();
    assert_eq!(found, [Change::Minutes { was: 90, is: 75 }, Change::Minutes { was: 60, is: 45 }]);
    plan_of(&mut is, 0).activities[1].title = Localised::from("Film");
    let found = courses(&was, &is);
    assert!(found.iter().any(|one| matches!(&one.change, Change::Title { .. })), "{found:?}");
    plan_of(&mut is, 0).activities.remove(1);
    let found = courses(&was, &is);
    assert!(found.iter().any(|one| one.change == Change::Removed), "{found:?}");
}

#[test]
fn a_language_that_came_or_went_is_one_line_unless_there_is_none_in_common() {
    let titled = |tags: &[&str]| {
        let title = |tag: &&str| ((*tag).to_owned(), "A title".to_owned());
        Course { title: Localised(tags.iter().map(title).collect()), ..course() }
    };
    let told = |was: &[&str], is: &[&str]| -> Vec<Change> {
        courses(&titled(was), &titled(is)).into_iter().map(|one| one.change).collect()
    };
    assert_eq!(told(&["en"], &["en", "pl", "ro"]), [Change::AlsoIn(vec!["pl".to_owned(), "ro".to_owned()])]);
    assert_eq!(told(&["en", "pl"], &["en"]), [Change::NoLongerIn(vec!["pl".to_owned()])]);
    let json = serde_json::to_string(&course()).unwrap();
    let elsewhere = json.replace("\"en\":", "\"is\":").replace("\"nb\":", "\"da\":");
    let found = courses(&course(), &serde_json::from_str(&elsewhere).unwrap());
    assert!(found.len() > 1 && found.iter().any(|one| matches!(one.change, Change::Title { .. })), "{found:?}");
    assert!(!found.iter().any(|one| matches!(one.change, Change::AlsoIn(_) | Change::NoLongerIn(_))), "{found:?}");
}
