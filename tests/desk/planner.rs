//! The planner as a coordinator uses it: releases against sessions, proposals taken, left and undone.

use crate::stage::Stage;
use onward::domain::entry::Entry;
use onward::domain::group::{Enrolment, Place};
use onward::domain::record::{PeopleQuery, Window};
use onward::tui::look::Ability;

/// The group K-08 from 8 December on: two of three are released before its last session, and one waits.
fn pressed() -> Stage {
    let stage = Stage::typical().press("3 Enter e Tab Ctrl-U").type_text("2026-12-08").press("Ctrl-S d");
    let mut stage = stage.press("Esc");
    let reads = stage.reads();
    let id = reads.group_by_code("K-08").unwrap().unwrap();
    let record = reads.group(id, "en").unwrap().unwrap();
    let mut entries = Vec::new();
    let releases = ["2026-12-30", "2027-01-05", "2027-03-12"];
    for (member, release) in record.members.iter().zip(releases) {
        let mut person = member.person.clone();
        person.release = Some(release.parse().unwrap());
        entries.push(Entry::Person { person: member.id, to: Some(Box::new(person)) });
    }
    // Somebody who waits for a place.
    let people = reads.people(&PeopleQuery::default(), &Window::Start, 60).unwrap();
    let waits = people.iter().find(|row| reads.memberships(row.value.id).unwrap().is_empty()).unwrap().value.id;
    let to = Some(Box::new(Enrolment::new(Place::Waiting, record.group.start)));
    entries.push(Entry::Enrolment { group: id, person: waits, to });
    stage.record(entries);
    stage.press("3 Enter t")
}

#[test]
fn releases_against_sessions() {
    let stage = pressed();
    insta::assert_snapshot!("two_of_three_are_released_before_the_end", stage.screen());
    let stage = stage.press("Tab j");
    insta::assert_snapshot!("the_second_proposal_says_why", stage.screen());
    let stage = stage.press("x");
    insta::assert_snapshot!("left_aside_it_stands_last", stage.screen());
    // It is remembered with the group, as long as the group is planned so; undone, it stands where it stood.
    let count = |stage: &Stage| stage.screen().contains("2 proposals, 1 left aside");
    let stage = stage.press("Esc Esc Esc").reopen().press("3 Enter t");
    assert!(count(&stage), "{}", stage.screen());
    let undone = stage.press("u");
    assert!(undone.screen().contains("3 proposals"), "{}", undone.screen());
    let stage = undone.press("Tab j x e Tab Tab Ctrl-U").type_text("2026-12-09").press("Ctrl-S");
    let stage = stage.press("Esc 3 Enter t");
    assert!(!stage.screen().contains("left aside"), "{}", stage.screen());
}

#[test]
fn a_group_where_everybody_finishes() {
    insta::assert_snapshot!(Stage::typical().press("3 Enter t").screen());
}

#[test]
fn a_group_under_way() {
    insta::assert_snapshot!(Stage::typical().press("3 Down Enter t").screen());
}

#[test]
fn in_bokmal_on_a_small_screen_and_in_ascii() {
    insta::assert_snapshot!("time_lines_in_bokmal", pressed().lang("nb").screen());
    insta::assert_snapshot!("time_lines_on_a_small_screen", pressed().size(60, 20).screen());
    let ability = Ability { ascii: true, marker: true, colour: false };
    insta::assert_snapshot!("time_lines_in_ascii", pressed().ability(ability).screen());
}

/// Every proposal is one step: undone, everything is as it was, also after the desk was closed in between.
#[test]
fn a_proposal_is_taken_and_undone() {
    let lines = |screen: &str| screen.lines().take(20).map(str::to_owned).collect::<Vec<_>>();
    let before = lines(&pressed().screen());
    for (at, what) in ["Start on", "Meet Mon Tue Fri", "Bring essential"].into_iter().enumerate() {
        let stage = pressed().press(&format!("Tab {} y", "j ".repeat(at)));
        let taken = stage.screen();
        assert!(taken.contains(&format!("Done, u takes it back: {what}")), "{taken}");
        assert_ne!(lines(&taken), before);
        let undone = stage.reopen().press("u Esc t").screen();
        assert_eq!(lines(&undone), before, "{what}");
    }
}

/// Where the group is pinned to another version, its course comes back as well.
#[test]
fn the_shorter_version_is_taken_where_ten_do_not_fit() {
    let stage = pressed().press("Enter e Tab Tab Tab Tab Tab Tab Tab Tab Ctrl-U").type_text("2026-12-23");
    let stage = stage.press("Ctrl-S Esc");
    let before = stage.screen();
    let stage = stage.press("Tab End");
    insta::assert_snapshot!("ten_do_not_fit", stage.screen());
    let stage = stage.press("y");
    insta::assert_snapshot!("eight_sessions_instead", stage.screen());
    let undone = stage.press("u Esc t").screen();
    assert_eq!(undone.lines().take(20).collect::<Vec<_>>(), before.lines().take(20).collect::<Vec<_>>());
}

#[test]
fn an_earlier_start_brings_everybody_through() {
    insta::assert_snapshot!(pressed().press("y").screen());
}

/// The release date is changed on the person's page, and the planner knows when it is seen again.
#[test]
fn a_new_release_date_changes_the_lines_at_once() {
    let stage = Stage::typical().press("3 Enter t Enter e Tab Tab Tab Tab Tab Tab Tab Tab Ctrl-U");
    let stage = stage.type_text("2026-12-10").press("Ctrl-S Esc");
    insta::assert_snapshot!(stage.screen());
}
