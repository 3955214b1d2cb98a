//! Who was kept long enough: the list, the dry run, erasing, and a second person where the prison chose so.

use crate::stage::{ACTOR, Stage};
use chrono::Duration;
use insta::assert_snapshot;
use onward::domain::entry::Entry;
use onward::domain::id::PersonId;
use onward::domain::record::{About, Reads};
use onward::domain::retention::due;
use onward::domain::setting::Setting;
use onward::domain::staff::Role;

/// The small desk a good year later, with this chosen.
fn later(settings: &[(Setting, &str)]) -> Stage {
    let mut stage = Stage::typical();
    let entry = |(setting, value): &(Setting, &str)| Entry::Setting {
        item: setting.id().to_owned(),
        to: Some(Box::new((*value).to_owned())),
    };
    stage.record(settings.iter().map(entry).collect());
    stage.now += Duration::days(400);
    stage.reopen()
}

fn who(reads: &dyn Reads, stage: &Stage) -> Vec<PersonId> {
    due(reads, stage.now.date_naive()).unwrap().into_iter().map(|due| due.person).collect()
}

const A_YEAR: (Setting, &str) = (Setting::RetentionMonths, "12");
const TWO: (Setting, &str) = (Setting::ErasureNeedsTwo, "yes");

#[test]
fn nobody_is_due_until_somebody_says_how_long() {
    assert_snapshot!("nobody_says", later(&[]).press("Ctrl-P").screen());
    let stage = later(&[(Setting::RetentionMonths, "600")]).press("Ctrl-P Z");
    assert_snapshot!("nobody_is_due", stage.screen());
    assert!(stage.press("Enter y").reads().history(About::Everything, None, 1).unwrap()[0].entry.kind() == "setting");
}

#[test]
fn all_who_are_due_are_erased_after_a_dry_run() {
    let stage = later(&[A_YEAR]).press("Ctrl-P");
    let before = who(stage.reads(), &stage);
    assert!(before.len() > 3, "{before:?}");
    let placed = stage.reads().placed().unwrap();
    assert!(!placed.is_empty() && before.iter().all(|person| !placed.contains_key(person)));
    assert_snapshot!("due", stage.screen());
    let stage = stage.press("Z");
    assert_snapshot!("dry_run", stage.screen());
    // Neither the trigger nor Enter says yes.
    let stage = stage.press("Enter");
    assert_snapshot!("last_question", stage.screen());
    let stage = stage.press("Z Enter");
    assert_eq!(who(stage.reads(), &stage), before);
    let stage = stage.press("Z Enter y");
    assert_snapshot!("all_erased", stage.screen());
    for person in before {
        assert!(stage.reads().person(person).unwrap().is_none_or(|person| person.erased));
    }
    assert_eq!(stage.reads().placed().unwrap(), placed);
}

#[test]
fn who_is_due_in_bokmal_on_a_small_screen() {
    let stage = later(&[A_YEAR]).lang("nb").size(60, 20).press("Ctrl-P");
    assert_snapshot!("due_small_in_bokmal", stage.screen());
    assert_snapshot!("dry_run_small_in_bokmal", stage.press("Z").screen());
}

#[test]
fn one_proposes_and_another_approves() {
    let stage = later(&[A_YEAR, TWO]).press("Ctrl-P");
    let before = who(stage.reads(), &stage);
    let stage = stage.press("Z");
    assert_snapshot!("is_asked_for", stage.screen());
    let stage = stage.press("Enter y");
    assert_eq!(who(stage.reads(), &stage), before, "nobody is erased by one alone");
    assert_snapshot!("asked_for", stage.screen());
    let stage = stage.press("Z");
    assert!(stage.screen().contains("You asked for these"), "{}", stage.screen());
    let stage = stage.press("Enter y");
    assert_eq!(who(stage.reads(), &stage), before, "nor by the same one twice");

    let stage = stage.press("Esc Esc Esc").signed_in("Ola", Role::Supervisor).press("Ctrl-P Z Enter y");
    assert_eq!(who(stage.reads(), &stage), []);
    let history = stage.reads().history(About::Person(before[0]), None, 99).unwrap();
    let told = history.iter().find_map(|recorded| match &recorded.entry {
        Entry::Erasure { to: Some(to), .. } => Some((to.asked_by.as_str(), to.approved_by.as_deref())),
        _ => None,
    });
    assert_eq!(told, Some((ACTOR, Some("Ola"))));
    let asked = history.iter().find(|recorded| recorded.entry.kind() == "erasure-request").unwrap();
    assert_eq!((asked.stamp.actor.as_str(), asked.erased), (ACTOR, true));
}

#[test]
fn the_list_is_for_everybody_who_may_erase_and_found_by_its_words() {
    for role in Role::WITH_KEY {
        let stage = later(&[A_YEAR]).signed_in("Ola", role).press("Ctrl-P");
        assert!(stage.screen().contains("Kept long enough: "), "{role:?}: {}", stage.screen());
    }
    let stage = later(&[A_YEAR]).press(":").type_text("kept long").press("Enter");
    assert!(stage.screen().contains("Kept long enough: "), "{}", stage.screen());
}
