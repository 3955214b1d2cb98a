//! The demo: what is done for the people of the small desk, on every day of the week, and how its first screens read.

use crate::stage::{ACTOR, Stage, ten_oclock};
use chrono::Duration;
use insta::assert_snapshot;
use onward::demo;
use onward::domain::confined::Confined;
use onward::domain::entry::Entry;
use onward::domain::following::{Closed, Following, Standing};
use onward::domain::group::{Carries, Place};
use onward::domain::id::PersonId;
use onward::domain::plan::Plan;
use onward::domain::record::About;
use onward::domain::sharing::{Untold, matrix};
use std::collections::BTreeSet;

/// Everybody's pathways, by the id of the pathway.
fn followed(stage: &Stage) -> Vec<(PersonId, Following)> {
    let mut found = Vec::new();
    let mut visit = |person: PersonId, _: &_, following: &Following| found.push((person, following.clone()));
    stage.reads().each_following(&mut visit).unwrap();
    found.sort_by(|one, other| one.1.pathway.id.cmp(&other.1.pathway.id));
    found
}

#[test]
fn the_same_seed_serves_the_same_people() {
    let stage = Stage::empty();
    let (ten, eight) = stage.courses();
    let steps = |seed| demo::served((seed, stage.now), &ten, &eight, stage.services(), ACTOR);
    assert_eq!(steps(4), steps(4));
    assert_ne!(steps(4), steps(5));
}

#[test]
fn on_every_day_of_the_week_the_pathways_stand_where_they_are_to_be_seen() {
    for days in 0..7 {
        let stage = Stage::served_at(ten_oclock() + Duration::days(days));
        let today = stage.now.date_naive();
        let (ten, eight) = stage.courses();
        let steps = demo::served((1, stage.now), &ten, &eight, stage.services(), ACTOR);
        assert!(steps.is_sorted_by_key(|(stamp, _)| stamp.at) && steps.iter().all(|(stamp, _)| stamp.at <= stage.now));
        let found = followed(&stage);
        let [iss, legal, message, papers] = &found[..] else { panic!("{found:?}") };
        assert_eq!((iss.1.at_index(), iss.1.closed(today)), (Some(2), vec![]), "it waits for the agency");
        assert!(iss.1.reminded() > Some(today));
        assert_eq!((legal.1.at_index(), legal.1.closed(today)), (Some(2), Vec::<Closed>::new()));
        assert_eq!(legal.1.reminded(), Some(today));
        assert!(matches!(message.1.standing(), Standing::Ended(_)), "{message:?}");
        assert_eq!((papers.1.at_index(), papers.1.closed(today)), (Some(1), vec![]));
        assert!(papers.1.reminded() < Some(today));
        assert_eq!(found.iter().map(|(person, _)| person).collect::<BTreeSet<_>>().len(), 4);
    }
}

#[test]
fn plans_agencies_the_prison_and_its_groups_have_something_of_everything() {
    let stage = Stage::served();
    let (reads, today) = (stage.reads(), stage.now.date_naive());
    let standing = |kind: &str| reads.standing(kind, About::Everything).unwrap();
    let planned: BTreeSet<PersonId> = standing("plan-branch").iter().filter_map(|entry| entry.keys().person).collect();
    assert_eq!(planned.len(), 3);
    let plans: Vec<Plan> = planned.iter().map(|person| Plan::read(reads, *person).unwrap()).collect();
    assert!(plans.iter().all(|plan| !plan.goals.is_empty() && !plan.actions.is_empty()));
    assert_eq!(plans.iter().map(|plan| plan.overdue(today).count()).sum::<usize>(), 1);
    let lines: Vec<_> = planned.iter().flat_map(|person| matrix(reads, *person).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().any(|line| matches!(line.basis(today), Err(Untold::Withdrawn(_)))));
    assert_eq!(lines.iter().filter(|line| line.basis(today).is_ok()).count(), 2);
    for (kind, count) in
        [("remedy", 1), ("training", 3), ("contact", 1), ("apart", 1), ("concern", 1), ("detention", 1)]
    {
        assert_eq!(standing(kind).len(), count, "{kind}");
    }
    assert_eq!(Confined::among(standing("confined"), ACTOR).count(), 1);
    assert_eq!(Confined::among(standing("confined"), "Bjørn Åsheim").count(), 0);
    let group = |code: &str| reads.group(reads.group_by_code(code).unwrap().unwrap(), "en").unwrap().unwrap();
    let labels: Vec<String> = group("K-07").sessions.iter().map(|dated| dated.session.label()).collect();
    assert_eq!(labels, ["1", "2", "3", "4", "5a", "5b", "6", "2x", "7", "8", "9", "10"]);
    assert!(group("K-07").sessions.iter().any(|dated| dated.session.carries == Carries::Extra));
    let waiting = group("K-08").members.into_iter().filter(|member| member.enrolment.state == Place::Waiting);
    assert_eq!(waiting.count(), 1);
    assert!(standing("apart").iter().all(|entry| matches!(entry, Entry::Apart { .. })));
}

#[test]
fn the_first_screen_of_the_demo_is_one_screen() {
    assert_snapshot!("demo_today", Stage::served().screen());
    assert_snapshot!("demo_today_nb", Stage::served().lang("nb").screen());
    assert_snapshot!("demo_today_nb_small", Stage::served().lang("nb").size(60, 20).screen());
}

#[test]
fn what_is_done_for_one_person_reads_as_a_coordinator_would_have_written_it() {
    let person = || Stage::served().press("Down Down Down Down Down");
    let plan = person().press("Enter");
    assert_snapshot!("demo_plan", plan.screen());
    assert_snapshot!("demo_agencies", plan.press("m").screen());
    assert_snapshot!("demo_path", Stage::served().press("Down Down Down Down Enter").screen());
    assert_snapshot!("demo_house", Stage::served().press("x").screen());
    assert_snapshot!("demo_board", Stage::served().press("b").screen());
    assert_snapshot!("demo_restricted", Stage::served().press("F12").screen());
}

#[test]
fn a_supervisor_sees_who_was_not_told_of_the_advice_that_is_owed_to_them() {
    let missing = |stage: Stage| stage.press("5 Home Enter r Down Enter").press(&"Down ".repeat(36));
    assert_snapshot!("demo_not_told", missing(Stage::served()).screen());
    // Told at last, they are on it no longer.
    let line = |stage: &Stage| stage.screen().lines().find(|line| line.contains("30 minutes")).map(str::to_owned);
    let stage = missing(Stage::served());
    let reference = line(&stage).unwrap().split_whitespace().next().unwrap().to_owned();
    let person = stage.reads().person_by_reference(&reference).unwrap().unwrap();
    let told = stage
        .at(onward::tui::effect::Place::Paths(person))
        .press("n 1 d 1")
        .type_text("yes")
        .press("Tab")
        .type_text("English");
    let told = told.press("Ctrl-S");
    assert_eq!(told.reads().followings(person).unwrap()[0].taken.len(), 1, "{}", told.screen());
    assert_eq!(line(&missing(told)), None);
}
