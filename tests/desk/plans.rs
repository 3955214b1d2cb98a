//! Plans: what is to be done, needs, goals and branches of a person; agreed in the room, told on Today, and printed.

use crate::pathways;
use crate::stage::{Stage, ten_oclock};
use insta::assert_snapshot;
use onward::domain::entry::Entry;
use onward::domain::id::PersonId;
use onward::domain::person::Person;
use onward::domain::plan::{Branch, Part, Plan};
use onward::domain::record::{About, Recorded};

pub const ANA: PersonId = PersonId(1);

/// Ana alone, with a note that nobody prints, on the first screen.
pub fn ana() -> Stage {
    let person = Person { note: "Only for staff".into(), ..pathways::person() };
    let mut stage = Stage::empty();
    stage.record(vec![Entry::Person { person: ANA, to: Some(Box::new(person)) }]);
    stage
}

fn empty() -> Stage {
    ana().press("2 Enter l")
}

fn of_ana(stage: &Stage) -> Plan {
    Plan::read(stage.reads(), ANA).unwrap()
}

/// A passport by a day that is gone, a call to a sister with no day, family in progress, a goal, and where Ana goes.
fn begun() -> Stage {
    let stage = empty().press("n").type_text("Ask the consulate for a passport").press("Tab Ctrl-U");
    let stage = stage.type_text("3").press("Tab").type_text("2026-11-20").press("Tab").type_text("6").press("Enter");
    let stage = stage.press("n").type_text("Ring my sister").press("Enter");
    // The two actions, accommodation, attitudes, family.
    let stage = stage.press("Home Down Down Down Down Enter 2");
    let stage = stage.press("o").type_text("Live near my children").press("Enter");
    stage.press("b 3 End Enter").type_text("With the consulate until December").press("Enter")
}

#[test]
fn a_plan_begins_with_one_key_from_the_persons_page() {
    assert_snapshot!("plan_empty", empty().screen());
    assert_snapshot!("plan_empty_nb_small", empty().lang("nb").size(60, 20).press("Home").screen());
    assert_snapshot!("plan_action_form", empty().press("n").screen());
}

#[test]
fn needs_goals_and_actions_are_written_down() {
    let stage = begun();
    assert_snapshot!("plan_begun_end", stage.screen());
    let stage = stage.press("Home");
    assert_snapshot!("plan_begun", stage.screen());
    assert_snapshot!("plan_begun_nb", begun().lang("nb").press("Home").screen());
    assert_snapshot!("plan_begun_small", begun().size(60, 20).press("Home").screen());
    // Left and opened again, it is as it was.
    let before = stage.screen();
    let stage = stage.reopen();
    let page = |screen: &str| screen.lines().take(22).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(page(&stage.screen()), page(&before));
    // Done, and not done after all.
    let stage = stage.press("Home x");
    assert_eq!(of_ana(&stage).open().count(), 1);
    let stage = stage.press("u");
    assert_eq!(of_ana(&stage).open().count(), 2);
    let stage = stage.press("Home Down X").type_text("they talk already").press("Enter");
    assert_snapshot!("plan_given_up", stage.press("Home").screen());
}

#[test]
fn another_branch_shows_its_own_contents_and_none_is_lost() {
    let stage = begun().press("Tab End Enter").type_text("In my cell").press("Enter").press("b 1");
    let plan = of_ana(&stage);
    assert_eq!(plan.branch(), Branch::Stay);
    assert_eq!(plan.part(Branch::Leave, Part::Papers), "With the consulate until December");
    assert_eq!(plan.part(Branch::Stay, Part::Papers), "In my cell");
    assert_snapshot!("plan_branches", stage.screen());
}

#[test]
fn what_is_overdue_stands_on_today_and_on_the_persons_page_and_opens_with_one_key() {
    let stage = begun().press("1");
    assert_snapshot!("plan_on_today", stage.screen());
    assert!(stage.reads().tasks("2026-11-24".parse().unwrap(), 9).unwrap().len() == 1);
    let stage = stage.press("End Enter");
    assert!(stage.screen().contains("Plan of Ana"), "{}", stage.screen());
    assert_snapshot!("plan_among_duties", stage.press("1 d").screen());
    assert_snapshot!("plan_on_the_persons_page", begun().press("Esc").screen());
    // Who has to do what is no group's business.
    let shown = begun().room_safe().press("1").screen();
    assert!(!shown.contains("Ana") && !shown.contains("consulate"), "{shown}");
    let mut later = begun();
    later.now = ten_oclock() + chrono::Duration::days(9);
    assert!(later.reopen().press("1").screen().contains("overdue 13 d"));
}

fn actions(stage: &Stage) -> Vec<(PersonId, onward::domain::plan::Action)> {
    let standing = stage.reads().standing("action", About::Everything).unwrap();
    let action = |entry| match entry {
        Entry::Action { person, to: Some(to), .. } => Some((person, *to)),
        _ => None,
    };
    standing.into_iter().filter_map(action).collect()
}

#[test]
fn in_the_room_an_outcome_or_a_note_becomes_an_action_with_two_keys() {
    let stage = Stage::typical().press("s A o W");
    assert_snapshot!("agreed_from_an_outcome", stage.screen());
    let stage = stage.press("Enter");
    let agreed = actions(&stage);
    assert_eq!(agreed.len(), 1);
    assert!(agreed[0].1.due.is_some() && agreed[0].1.agreed.starts_with("K-07"), "{agreed:?}");
    let stage = stage.press("Esc n").type_text("Wants to write to the consulate").press("Enter W Enter");
    let agreed = actions(&stage);
    assert!(agreed.iter().any(|(_, action)| action.what == "Wants to write to the consulate"), "{agreed:?}");
}

#[test]
fn the_room_tells_what_was_agreed_before_the_next_session() {
    let stage = Stage::typical().press("s W").type_text("Ring my sister").press("Enter");
    assert_snapshot!("room_agreed", stage.screen());
    assert_snapshot!(
        "room_agreed_small",
        Stage::typical().size(60, 20).press("s W").type_text("Ring").press("Enter").screen()
    );
    let shown = stage.room_safe().screen();
    assert!(!shown.contains("sister") && shown.contains("Agreed"), "{shown}");
    assert_snapshot!("room_agreed_room_safe", shown);
}

/// What was written into the folder of the store with this ending.
pub fn written(stage: &Stage, begins: &str, ending: &str) -> String {
    let files = std::fs::read_dir(stage.folder()).unwrap().map(|entry| entry.unwrap().path());
    let is_it = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(begins) && name.ends_with(ending)
    };
    let text = std::fs::read_to_string(files.into_iter().find(is_it).unwrap()).unwrap();
    // The end of the journal is another in every store.
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("Journal up to")).collect();
    lines.join("\n").trim_end().to_owned()
}

#[test]
fn the_plan_is_printed_as_the_persons_own_sheet_in_their_language() {
    let stage = begun().press("Home Down X").type_text("they talk already").press("Enter w");
    assert_snapshot!("plan_sheet", stage.screen());
    // Markdown too; and in it no note of staff, and not why something was given up.
    let stage = stage.press("f w Enter").finish_work();
    let sheet = written(&stage, "plan-", ".md");
    assert_snapshot!("plan_sheet_md", sheet);
    assert!(sheet.contains("Mano planas") && !sheet.contains("staff") && !sheet.contains("talk already"), "{sheet}");
    // That it was given out is recorded of her.
    let history: Vec<Recorded> = stage.reads().history(About::Person(ANA), None, 9).unwrap();
    assert!(history.iter().any(|recorded| recorded.entry.kind() == "person-disclosure"));
}

#[test]
fn who_may_only_read_is_offered_no_keys_that_change() {
    let supervisor = begun().signed_in("Ola", onward::domain::staff::Role::Supervisor);
    let before = supervisor.reads().head().unwrap();
    let after = supervisor.press("n o x X b");
    assert_eq!(after.reads().head().unwrap().seq, before.seq);
}
