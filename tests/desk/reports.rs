//! Reports: which groups, which report, from when to when, and what it looks like before it is written.

use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::entry::Entry;
use onward::domain::group::Group;
use onward::domain::id::GroupId;
use onward::domain::record::{GroupsQuery, Window};

#[test]
fn several_groups_are_picked_and_added_up() {
    let stage = Stage::typical().press("5 Home Down Down Space Space");
    assert_snapshot!(stage.screen());
    assert_snapshot!("the_figures_of_two_groups", stage.press("Enter PgDn PgDn").screen());
}

#[test]
fn another_report_is_chosen_from_a_list() {
    assert_snapshot!(Stage::typical().press("5 Down Enter r").screen());
}

#[test]
fn another_report_on_a_small_terminal_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("5 Down Enter r").screen());
}

#[test]
fn a_session_is_asked_for_and_its_record_shown() {
    let stage = Stage::typical().press("5 Down Enter r Home Down Down Enter");
    assert_snapshot!(stage.screen());
    assert_snapshot!("the_record_of_a_session", stage.press("Down Enter").screen());
}

#[test]
fn whose_sheet_is_asked_for_and_shown_in_two_languages() {
    let stage = Stage::typical().lang("nb").press("5 Down Enter r Home Down Down Down Down Down Enter");
    assert_snapshot!(stage.screen());
    assert_snapshot!("a_sheet_in_two_languages", stage.press("Down Enter").screen());
}

#[test]
fn a_period_is_asked_for_where_a_report_has_one() {
    let refused = Stage::typical().press("5 Down Enter p");
    assert!(refused.screen().contains("This report has no period"), "{}", refused.screen());
    let stage = Stage::typical().press("5 Home Enter p Ctrl-U").type_text("2026-11-01 2026-12-31").press("Enter");
    assert_snapshot!(stage.screen());
    let wrong = Stage::typical().press("5 Home Enter p").type_text("soon").press("Enter");
    assert!(wrong.screen().contains("Write two days"), "{}", wrong.screen());
}

#[test]
fn a_report_is_for_somebody_who_is_given_what_their_profile_says() {
    let stage = Stage::typical().press("5 Home o");
    assert_snapshot!("for_whom", stage.screen());
    let stage = stage.press("Down Enter");
    assert_snapshot!("what_the_ministry_is_given", stage.screen());
    // They are given counts alone: no other report, and no format that has more.
    let stage = stage.press("r");
    assert!(!stage.screen().contains("Journal extract"), "{}", stage.screen());
    let stage = stage.press("Esc o Home Enter");
    assert!(!stage.screen().contains("For Ministry"), "{}", stage.screen());
    // Research is given marks, under other names.
    let research = Stage::typical().lang("nb").size(60, 20).press("5 Home o Down Down Enter");
    assert_snapshot!("what_research_is_given_in_bokmål", research.screen());
}

#[test]
fn more_groups_than_a_page_can_wait_for_are_counted_beside_the_desk() {
    let mut stage = Stage::typical();
    let rows = stage.reads().groups(&GroupsQuery::default(), &Window::Start, 10).unwrap();
    let known = rows[0].value.group.clone();
    let group = |number: i64| {
        let to = Group { code: format!("X-{number}"), ..known.clone() };
        Entry::Group { group: GroupId(1_000_000 + number), to: Some(Box::new(to)) }
    };
    let fits = 512 - i64::try_from(rows.len()).unwrap();
    stage.record((0..fits).map(group).collect());
    let evaluation = "5 Home Enter r Home Down Enter";
    let stage = stage.press(evaluation);
    assert!(stage.screen().contains("Evaluation") && stage.screen().contains("Still enrolled"), "{}", stage.screen());
    let mut stage = stage.press("1");
    stage.record(vec![group(fits)]);
    let stage = stage.press(evaluation);
    assert_snapshot!(stage.screen());
    let stage = stage.press("c").finish_work();
    assert!(stage.screen().contains("Still enrolled"), "{}", stage.screen());
    // It stands while nothing changes, whoever goes away and comes back.
    let mut stage = stage.press("1").press(evaluation);
    assert!(stage.screen().contains("Still enrolled"), "{}", stage.screen());
    stage = stage.press("1");
    stage.record(vec![group(fits + 1)]);
    let stage = stage.press(evaluation);
    assert!(!stage.screen().contains("Still enrolled"), "{}", stage.screen());
    assert_snapshot!("in_bokmål_on_a_small_terminal", stage.lang("nb").size(60, 20).press(evaluation).screen());
}

#[test]
fn a_register_is_written_for_paper_where_there_is_such_a_format() {
    let stage = Stage::typical().press("5 Down Enter f f f f f");
    assert!(stage.screen().contains("PDF, for paper and signatures"), "{}", stage.screen());
    let stage = stage.press("w Enter").finish_work();
    let files = std::fs::read_dir(stage.folder()).unwrap().map(|entry| entry.unwrap().path());
    let written = files.filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect::<Vec<_>>();
    let read = lopdf::Document::load(&written[0]).unwrap();
    assert!(written.len() == 1 && read.extract_text(&[1]).unwrap().contains("Page 1 of "));
    // The figures of a group have none: the formats begin anew.
    let stage = Stage::typical().press("5 Down Enter r Down Down Down Enter f f f f f");
    assert!(!stage.screen().contains("PDF"), "{}", stage.screen());
}
