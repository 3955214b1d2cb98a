//! What the desk gives account of: who looked at a person, and what was given to whom.

use crate::stage::{ACTOR, Stage};
use insta::assert_snapshot;
use onward::domain::entry::Entry;
use onward::domain::pathway::Reaches;
use onward::domain::record::{About, PeopleQuery, Recorded};
use onward::domain::setting::Setting;
use onward::domain::sharing::{Law, Partner, Topic};

fn of_kind(stage: &Stage, kind: &str) -> Vec<Recorded> {
    let history = stage.reads().history(About::Everything, None, 200).unwrap();
    history.into_iter().filter(|recorded| recorded.entry.kind() == kind).collect()
}

fn asking(stage: Stage) -> Stage {
    let mut stage = stage;
    let item = Setting::DisclosurePurpose.id().to_owned();
    stage.record(vec![Entry::Setting { item, to: Some(Box::new("yes".to_owned())) }]);
    stage
}

#[test]
fn looking_at_a_person_is_recorded_once_a_day_while_the_desk_is_unlocked() {
    let seen = |stage: &Stage| of_kind(stage, "consultation").len();
    let stage = Stage::typical().press("2 Enter");
    let first = of_kind(&stage, "consultation");
    assert_eq!((first.len(), first[0].stamp.actor.as_str(), first[0].stamp.at), (1, ACTOR, stage.now));
    let person = first[0].entry.keys().person.unwrap();
    // Their form, their history, and the page again say nothing new; another person does.
    let stage = stage.press("e Esc i Esc Esc Enter");
    assert_eq!(seen(&stage), 1);
    let stage = stage.press("Esc Down Enter");
    assert_eq!(seen(&stage), 2);
    assert_ne!(of_kind(&stage, "consultation")[0].entry.keys().person, Some(person));
    // Locked and unlocked it is somebody looking again, and so it is the next day.
    let stage = stage.reopen();
    assert_eq!(seen(&stage), 3);
    assert_eq!(seen(&stage.wait(24 * 60)), 4);
}

#[test]
fn lists_and_the_room_are_no_pages_of_a_person() {
    let stage = Stage::typical().press("2 Down / a Esc 3 Enter w Esc Esc 1");
    assert_eq!(of_kind(&stage, "consultation").len(), 0);
}

#[test]
fn the_history_of_a_person_says_who_looked() {
    assert_snapshot!(Stage::typical().press("2 Enter i").screen());
}

#[test]
fn the_history_of_a_person_says_who_looked_small_in_bokmal() {
    assert_snapshot!(Stage::typical().lang("nb").size(60, 20).press("2 Enter i").screen());
}

#[test]
fn to_whom_an_export_goes_is_asked_where_the_prison_chose_so() {
    let stage = asking(Stage::typical()).press("5 Down Enter w Enter");
    assert_snapshot!("to_whom", stage.screen());
    let stage = stage.press("Enter");
    assert!(stage.screen().contains("To whom does it go?"), "nothing is no answer: {}", stage.screen());
    let stage = stage.type_text("Bjørn Åsheim").press("Enter");
    assert_snapshot!("for_what", stage.screen());
    assert_eq!(of_kind(&stage, "group-disclosure").len(), 0);
    let stage = stage.type_text("handover").press("Enter").finish_work();
    let [given] = &of_kind(&stage, "group-disclosure")[..] else { panic!("one thing was given out") };
    let Entry::GroupDisclosure { to: Some(to), .. } = &given.entry else { panic!("{given:?}") };
    assert_eq!((to.report.as_str(), to.format.as_str()), ("register", "csv"));
    assert_eq!((to.recipient.to.as_str(), to.recipient.purpose.as_str()), ("Bjørn Åsheim", "handover"));
    let head: onward::domain::audit::Head = to.head.parse().unwrap();
    assert!(head.seq < given.seq && head.seq + 3 > given.seq, "{head} before {}", given.seq);
    let names = std::fs::read_dir(stage.folder()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(names.filter(|name| name.to_string_lossy().ends_with(".csv")).count(), 1);
}

#[test]
fn a_register_goes_to_nobody_outside_by_name_before_everybody_in_it_has_agreed() {
    let asked = || asking(Stage::typical()).press("5 Down Enter w Enter");
    let refused = asked().type_text("Probation").press("Enter").type_text("handover").press("Enter").finish_work();
    assert_snapshot!("not_everybody_agreed", refused.screen());
    assert_eq!(of_kind(&refused, "group-disclosure").len(), 0);
    let names = std::fs::read_dir(refused.folder()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(names.filter(|name| name.to_string_lossy().ends_with(".csv")).count(), 0);
}

/// Everybody but one of K-07 may be told of to Probation, by law.
fn all_but_one_agreed() -> Stage {
    let mut stage = asking(Stage::typical());
    let k07 = stage.reads().group_by_code("K-07").unwrap().unwrap();
    let one = stage.reads().group(k07, "en").unwrap().unwrap().members[0].id;
    let everybody = stage.reads().found(&PeopleQuery::default()).unwrap();
    let may_be_told = |person| Entry::Partner {
        person,
        item: "83".into(),
        to: Some(Box::new(Partner {
            to: Reaches::Authority,
            name: "Probation".into(),
            before: String::new(),
            after: String::new(),
            told: Topic::ALL.into_iter().collect(),
            law: Some(Law { named: "Act 1".into(), until: None }),
        })),
    };
    stage.record(everybody.into_iter().filter(|person| *person != one).map(may_be_told).collect());
    stage
}

#[test]
fn a_register_is_written_without_who_has_not_agreed_and_says_so() {
    let asked = |stage: Stage| {
        let stage = stage.press("5 Down Enter w Enter").type_text("probation").press("Enter");
        stage.type_text("handover").press("Enter").finish_work()
    };
    let stage = asked(all_but_one_agreed());
    assert_snapshot!("leave_out", stage.screen());
    assert_snapshot!("leave_out_nb_small", asked(all_but_one_agreed().lang("nb").size(60, 20)).screen());
    assert_eq!(of_kind(&stage, "group-disclosure").len(), 0);
    let left = stage.press("Enter");
    assert_eq!(of_kind(&left, "group-disclosure").len(), 0);
    let written = asked(all_but_one_agreed()).press("l").finish_work();
    assert!(written.screen().contains("Left out, no consent: 1"), "{}", written.screen());
    assert_eq!(of_kind(&written, "group-disclosure").len(), 1);
}

#[test]
fn for_what_in_bokmal_on_a_small_screen() {
    let stage = asking(Stage::typical().lang("nb").size(60, 20)).press("5 Down Enter w Enter");
    assert_snapshot!(stage.type_text("Friomsorgen").press("Enter").screen());
}

#[test]
fn what_is_given_out_is_recorded_though_nobody_asks() {
    let stage = Stage::typical().press("5 g Enter w Enter").finish_work();
    let given = of_kind(&stage, "disclosure");
    assert_eq!(given.len(), 1);
    // And nobody can take it back.
    let stage = stage.press("u");
    assert_eq!(of_kind(&stage, "disclosure").len(), 1);
}
