//! The prison's own: action plans with their days, training with refreshers, contacts; and coverage of the standards.

use crate::plans::{ana, written};
use crate::stage::Stage;
use insta::assert_snapshot;
use onward::domain::entry::Entry;
use onward::domain::programme::{Course, Localised};
use onward::domain::staff::Role;
use onward::domain::training::Training;

/// A concern whose day is gone, a training whose refresher is due, and a contact.
fn house() -> Stage {
    let stage = Stage::typical().press("x n").type_text("Nobody is told about legal advice").press("Tab");
    let stage = stage.type_text("Leaflets in ten languages").press("Tab").type_text("Kari").press("Tab");
    let stage = stage.type_text("2026-11-10").press("Ctrl-S t").type_text("Ola").press("Tab");
    let stage = stage.type_text("Adults at Risk").press("Tab Ctrl-U").type_text("2025-11-26").press("Tab Ctrl-U");
    let stage = stage.type_text("2026-11-26").press("Ctrl-S c").type_text("Interpreters").press("Tab");
    stage.type_text("Mona").press("Tab").type_text("4711").press("Ctrl-S")
}

#[test]
fn what_the_prison_wants_to_do_better_is_written_down_and_told_on_today() {
    assert_snapshot!("house_empty", Stage::typical().press("x").screen());
    assert_snapshot!("house", house().press("Home").screen());
    assert_snapshot!("house_nb", house().lang("nb").press("Home").screen());
    assert_snapshot!("house_small", house().size(60, 20).press("Home").screen());
    assert_snapshot!("house_on_today", house().press("1").screen());
    assert_snapshot!("house_form", Stage::typical().press("x n").screen());
}

/// From the first key to the export, left half-way.
#[test]
fn a_line_of_the_action_plan_comes_to_its_end() {
    let stage = house().press("Home p").type_text("half of them printed").press("Enter").reopen();
    assert!(stage.screen().contains("Progress: half of them printed"), "{}", stage.screen());
    let stage = stage.press("Home x");
    assert!(stage.reads().tasks("2026-11-24".parse().unwrap(), 9).unwrap().is_empty());
    // The refresher was had: it is due again a year later.
    let stage = stage.press("Home Down x Ctrl-U").type_text("2026-11-20").press("Enter");
    assert_snapshot!("house_done", stage.press("Home").screen());
    let stage = house().press("Home x Home Down x Ctrl-U").type_text("2026-11-20").press("Enter w f f f w Enter");
    let stage = stage.finish_work();
    assert_snapshot!("house_md", written(&stage, "action-plan-", ".md"));
}

#[test]
fn a_group_has_an_action_plan_of_its_own() {
    let stage = Stage::typical().press("3 Enter x n").type_text("No interpreter at three sessions").press("Tab");
    let stage = stage.type_text("Book them a week ahead").press("Tab").type_text("Kari").press("Tab");
    let stage = stage.type_text("2026-12-10").press("Ctrl-S");
    assert_snapshot!("house_of_a_group", stage.screen());
    assert!(stage.press("1 x").screen().contains("No interpreter"), "the prison sees it too");
}

#[test]
fn a_supervisor_may_keep_the_action_plan_and_sees_what_is_overdue() {
    let stage = house().press("1").signed_in("Ola", Role::Supervisor);
    assert!(stage.screen().contains("Action plan: Leaflets"), "{}", stage.screen());
    let stage = stage.press("x Home x");
    assert!(stage.screen().contains("Done."), "{}", stage.screen());
}

#[test]
fn coverage_says_what_is_served_and_what_is_missing() {
    let person = ana().press("2 Enter p n 1 Esc Esc l Down Down Down Enter 2 b 1 Esc c");
    assert_snapshot!("coverage_of_a_person", person.screen());
    assert_snapshot!("coverage_of_a_programme", Stage::typical().press("4 Enter c").screen());
    assert_snapshot!("coverage_of_a_programme_small", Stage::typical().size(60, 20).press("4 Enter c").screen());
    let group = Stage::typical().press("3 Enter C");
    assert_snapshot!("coverage_of_a_group", group.screen());
    assert_snapshot!("coverage_of_a_group_nb", Stage::typical().lang("nb").press("3 Enter C").screen());
    let stage = group.press("w f f f w Enter").finish_work();
    assert_snapshot!("coverage_md", written(&stage, "coverage-", ".md"));
}

/// A prison with a group of a programme that asks for a training.
fn asking_for_training() -> Stage {
    let risk = Localised([("en".into(), "Adults at Risk".into()), ("nb".into(), "Voksne i risiko".into())].into());
    let mut stage = Stage::empty().programmes(|all| all[0].trained = vec![risk]);
    let (ten, eight) = stage.courses();
    stage.fill(onward::demo::desk(1, stage.now, &ten, &Course { trained: Vec::new(), ..eight }));
    stage
}

#[test]
fn a_group_says_who_lacks_the_training_that_its_programme_asks_for() {
    let had = |who: &str, until: &str| Entry::Training {
        item: who.into(),
        to: Some(Box::new(Training {
            who: who.into(),
            what: "adults at risk".into(),
            on: "2025-11-20".parse().unwrap(),
            until: Some(until.parse().unwrap()),
        })),
    };
    let mut stage = asking_for_training();
    stage.record(vec![had("Kari Ødegård", "2026-11-20")]);
    let stage = stage.press("3 Down Enter");
    assert_snapshot!("group_lacks_training", stage.screen());
    let stage = stage.lang("nb").size(60, 20);
    assert_snapshot!("group_lacks_training_nb_small", stage.screen());
    let stage = stage.lang("en");
    // The planner says so too, and where a training is recorded.
    let stage = stage.size(80, 24).press("t");
    assert_snapshot!("planner_lacks_training", stage.screen());
    assert_snapshot!("planner_lacks_training_nb_small", stage.lang("nb").size(60, 20).screen());
    // A refresher, and a training for the other, however their names are typed: nothing is lacking.
    let mut stage = asking_for_training();
    stage.record(vec![had("kari  ødegård", "2027-11-20"), had(" Bjørn Åsheim", "2026-11-24")]);
    let screen = stage.press("3 Down Enter").screen();
    assert!(!screen.contains("Adults at Risk"), "{screen}");
}

#[test]
fn a_group_is_founded_by_whoever_lacks_a_training_and_the_form_says_so() {
    let typed = |stage: Stage| stage.press("3 n 1 Tab Tab Tab Tab Tab").type_text("Ida Holm, Bjørn Åsheim");
    let stage = typed(asking_for_training());
    assert_snapshot!("group_form_lacks_training", stage.screen());
    let small = typed(asking_for_training().lang("nb").size(60, 20));
    assert_snapshot!("group_form_lacks_training_nb_small", small.screen());
    // It is founded all the same, and its page goes on saying so.
    let stage = stage.press("F2 Esc");
    assert!(stage.screen().contains("Adults at Risk: Ida Holm, Bjørn Åsheim"), "{}", stage.screen());
}
