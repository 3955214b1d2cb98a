//! Pathways: started for a person, followed step by step on consents that can be withdrawn, and what is due of them.

use crate::stage::{ACTOR, Stage, ten_oclock};
use insta::assert_snapshot;
use onward::domain::codes::{Country, Language};
use onward::domain::confined::Confined;
use onward::domain::entry::Entry;
use onward::domain::following::{Ask, Closed, Facts, Following, Standing};
use onward::domain::id::PersonId;
use onward::domain::pathway::{Fact, Goal, Reaches};
use onward::domain::person::{Person, Spoken};
use onward::domain::question::Answer;
use onward::domain::record::About;
use std::collections::BTreeSet;

const ANA: PersonId = PersonId(1);

/// Ana, who speaks Lithuanian.
pub fn person() -> Person {
    Person {
        reference: "0412".into(),
        given: "Ana".into(),
        family: "Petrauskaitė".into(),
        languages: vec![Spoken { language: Language::new("lt").unwrap(), level: None }],
        interpreter: true,
        country: Some(Country::new("LT").unwrap()),
        release: Some("2027-02-10".parse().unwrap()),
        ..Person::default()
    }
}

pub fn ana() -> Entry {
    Entry::Person { person: ANA, to: Some(Box::new(person())) }
}

/// The page of Ana's pathways, none of which was started.
pub fn paths() -> Stage {
    let mut stage = Stage::empty();
    stage.record(vec![ana()]);
    stage.press("2 Enter p")
}

/// A Red Cross message that was started.
pub fn message() -> Stage {
    paths().press("n 9")
}

/// The message is written: by whom it is not read, to a mother in Lithuania, with an interpreter.
fn written() -> Stage {
    let form = message().press("d").type_text("yes").press("Tab").type_text("my mother").press("Tab");
    form.type_text("Lithuania").press("Ctrl-S")
}

/// Ana agrees that it goes to the Red Cross.
fn agreed() -> Stage {
    written().press("c Tab Tab Tab").type_text("yes").press("Ctrl-S")
}

#[test]
fn a_pathway_is_started_with_two_keys() {
    assert_snapshot!("paths_none", paths().screen());
    assert_snapshot!("paths_which", paths().press("n").screen());
    assert_snapshot!("path_begun", message().screen());
    assert_snapshot!("path_begun_nb", message().lang("nb").screen());
    assert_snapshot!("path_begun_small", message().size(60, 20).screen());
}

#[test]
fn a_step_asks_for_what_it_records_and_says_what_is_missing() {
    assert_snapshot!("path_step_form", message().press("d").screen());
    assert_snapshot!("path_step_form_small", message().size(60, 20).press("d").screen());
    assert_snapshot!("path_step_form_faults", message().press("d Ctrl-S").screen());
    assert_snapshot!("path_step_done", written().screen());
}

#[test]
fn nothing_is_sent_without_a_consent_and_withdrawing_it_says_what_was() {
    // The key that would send it says what is missing.
    assert_snapshot!("path_needs_consent", written().press("d").screen());
    assert_snapshot!("consent_form", written().press("c").screen());
    assert_snapshot!("consent_form_nb", written().lang("nb").press("c").screen());
    let sent = agreed().press("d");
    assert_snapshot!("path_sent", sent.screen());
    let asked = sent.press("w");
    assert_snapshot!("consent_withdraw", asked.screen());
    let stopped = asked.press("y");
    assert_snapshot!("path_stopped", stopped.screen());
    assert!(stopped.reads().duties("2030-01-01".parse().unwrap(), 9).unwrap().is_empty());
    let refused = stopped.press("d");
    assert_eq!(refused.reads().followings(ANA).unwrap()[0].taken.len(), 2);
    // Undone, it runs again.
    let again = refused.press("u");
    assert_eq!(again.reads().duties("2030-01-01".parse().unwrap(), 9).unwrap().len(), 1);
}

#[test]
fn a_pathway_that_is_left_half_way_is_found_as_it_was() {
    let sent = agreed().press("d");
    let before = sent.screen();
    let lines = |screen: &str| screen.lines().take(22).map(str::to_owned).collect::<Vec<_>>();
    let after = sent.reopen();
    assert_eq!(lines(&after.screen()), lines(&before));
    // A reply came: it is over, and stands below what runs.
    let over = after.press("d 1 Tab").press("Ctrl-S");
    let over = if over.screen().contains("Ended") { over } else { over.press("Enter") };
    assert_snapshot!("path_over", over.screen());
    assert_snapshot!("paths_over", over.press("Esc").screen());
}

#[test]
fn amounts_are_held_to_their_limit_and_a_decision_leads_back() {
    let project =
        paths().press("n").press("End Enter d").type_text("yes").press("Tab").type_text("A bakery").press("Tab");
    let project = project.type_text("Lithuania").press("Tab").type_text("3000").press("Tab").type_text("2001");
    let refused = project.press("Ctrl-S");
    assert_snapshot!("path_too_much", refused.screen());
    assert!(refused.reads().followings(ANA).unwrap()[0].taken.is_empty());
    let project = refused.press("Backspace").type_text("0").press("Ctrl-S");
    assert_snapshot!("path_budget", project.screen());
}

#[test]
fn what_is_due_can_be_put_off_with_a_reason_and_a_pathway_ended_with_one() {
    let put_off = message().press("s Enter").type_text("on leave").press("Enter");
    assert_snapshot!("path_put_off", put_off.screen());
    let ended = put_off.press("X").type_text("does not want it any more").press("Enter");
    assert_snapshot!("path_ended_early", ended.screen());
    // Both are in the history, in words.
    assert_snapshot!("path_history", ended.press("i").screen());
}

#[test]
fn a_review_waits_for_the_day_on_which_detention_began() {
    let review = paths().press("n 3");
    assert_snapshot!("path_review_waits", review.screen());
    let review = review.press("b").type_text("2026-11-01").press("Enter");
    assert_snapshot!("path_review_due", review.screen());
}

/// Ana's message is due in two weeks; a notice about her release sooner, and advice two days from now.
pub fn due(days: i64) -> Stage {
    let mut stage = message().press("Esc n 1 Esc n 2 1");
    stage.now = ten_oclock() + chrono::Duration::days(days);
    stage.reopen().press("1")
}

#[test]
fn today_tells_what_is_due_and_opens_it_with_one_key() {
    assert_snapshot!("today_duties", due(4).screen());
    assert_snapshot!("today_duties_nb", due(4).lang("nb").press("1").screen());
    assert_snapshot!("today_duties_small", due(4).size(60, 20).screen());
    assert_snapshot!("today_duty_opened", due(4).press("End Enter").screen());
    assert_snapshot!("duties", due(4).press("d").screen());
    assert_snapshot!("duties_small", due(4).size(60, 20).press("d").screen());
    assert_snapshot!("duties_none", Stage::empty().press("d").screen());
    // Who has what to do with which authority is no group's business.
    let shown = due(4).room_safe().press("1").screen();
    assert!(!shown.contains("Ana") && !shown.contains("advice"), "{shown}");
}

#[test]
fn only_whoever_may_record_is_offered_the_keys() {
    let supervisor = message().signed_in("Ola", onward::domain::staff::Role::Supervisor);
    let before = supervisor.reads().head().unwrap();
    let after = supervisor.press("d c X s");
    assert_eq!(after.reads().head().unwrap().seq, before.seq);
}

/// The record of the person has it all: what a journey ends with.
#[test]
fn the_persons_page_and_record_show_what_was_done() {
    let sent = agreed().press("d");
    let page = sent.press("Esc Esc");
    assert_snapshot!("person_with_a_pathway", page.screen());
    // The date on which something is due moves with the fact that it is counted from, and that is said.
    let mut moved = page.press("p n 2 Esc Esc e");
    for _ in 0..8 {
        moved = moved.press("Tab");
    }
    let moved = moved.press("Ctrl-U").type_text("2027-03-10").press("Ctrl-S");
    assert_snapshot!("release_moved", moved.screen());
}

/// Every service of the facts that is followed for one person, and the pathway that carries it.
pub const SERVICES: [(&str, &str); 18] = [
    ("ISS / Canton Vaud micro-project", "iss-micro-project"),
    ("Red Cross message", "red-cross-message"),
    ("Red Cross tracing request", "red-cross-tracing"),
    ("Official papers through the Red Cross", "red-cross-papers"),
    ("Safe Way Home", "safe-way-home"),
    ("Hibiscus Initiatives", "hibiscus"),
    ("Repatriation: Netherlands, IOM", "repatriation-help"),
    ("Travel papers and consular contact", "travel-papers"),
    ("Home Office PORT / IPT questions", "immigration-questions"),
    ("30 minutes of legal advice", "legal-advice"),
    ("Notice of detention at eight weeks", "detention-notice"),
    ("28-day detention review", "detention-review"),
    ("Deportation notice", "deportation-notice"),
    ("Bail accommodation", "bail-accommodation"),
    ("Early removal and early release", "early-release"),
    ("Hand-over to probation, social and health services", "hand-over"),
    ("Adults at Risk, Rule 35 and Rule 21", "adults-at-risk"),
    ("National Referral Mechanism", "modern-slavery"),
];

/// Everything that was started for Ana, in that order: what is restricted too.
fn everything(stage: &Stage) -> Vec<Following> {
    let person = stage.reads().person(ANA).unwrap().unwrap();
    let mut all = stage.reads().followings(ANA).unwrap();
    let facts = all.first().map_or_else(|| Facts::of(&person, None), |following| following.facts);
    let confined = stage.reads().standing("confined", About::Person(ANA)).unwrap();
    all.extend(Confined::among(confined, ACTOR).map(|(_, item, confined)| confined.following(&item, facts)));
    all.sort_by_key(|following| following.id.parse::<i64>().unwrap());
    all
}

fn latest(stage: &Stage) -> Following {
    everything(stage).pop().unwrap()
}

/// Opens what keeps the step closed, by the key that the page names.
fn opened(stage: Stage, followed: &Following) -> Stage {
    let closed = followed.closed(stage.now.date_naive());
    closed.into_iter().fold(stage, |stage, closed| match closed {
        Closed::Consent(to) => {
            // The first of several is whom the step reaches.
            let several = followed.recipients().len() > 1;
            let stage = stage.press(if several { "c 1" } else { "c" });
            let stage = if to == Some(Reaches::Somebody) { stage.type_text("my lawyer") } else { stage };
            stage.press("Tab Tab Tab").type_text("yes").press("Ctrl-S")
        }
        Closed::Unknown(Fact::Detention) => stage.press("b").type_text("2026-11-01").press("Enter"),
        Closed::Unknown(fact) => panic!("{fact:?} is recorded"),
    })
}

/// Does the step that is next, by a way on where there are several, with an answer to everything that is asked.
fn done(stage: Stage) -> Stage {
    let stage = {
        let followed = latest(&stage);
        opened(stage, &followed)
    };
    let followed = latest(&stage);
    let step = followed.step().unwrap();
    let on = |goal: &Goal| matches!(goal, Goal::Next | Goal::End);
    let way = step.ways.iter().position(|way| on(&way.to)).or(if step.ways.is_empty() { None } else { Some(0) });
    let mut stage = stage.press("d");
    if let Some(at) = way {
        stage = stage.press(&(at + 1).to_string());
    }
    let asks = followed.asks(way.and_then(|at| step.ways.get(at)));
    for ask in &asks {
        let text = match ask {
            Ask::Paper(_) | Ask::Interpreter => "yes",
            Ask::Why => "as agreed",
            Ask::Question(question) => match question.answer {
                Answer::Text => "in short",
                Answer::YesNo => "no",
                Answer::Number { .. } | Answer::OneOf(_) | Answer::AnyOf(_) => "1",
                Answer::Amount(_) => "2500",
                Answer::Date => "2026-11-27",
                Answer::Language => "Lithuanian",
                Answer::Country => "Lithuania",
            },
        };
        stage = stage.press("Ctrl-U").type_text(text).press("Tab");
    }
    let stage = if asks.is_empty() { stage } else { stage.press("Ctrl-S") };
    assert_eq!(latest(&stage).taken.len(), followed.taken.len() + 1, "{}", stage.screen());
    stage
}

/// Each is started, followed, left half-way, and carried to its end with the keys of the desk alone.
#[test]
fn every_built_in_pathway_is_carried_from_start_to_end_in_the_desk() {
    let offered: Vec<String> = {
        let built_in = onward::catalogue::Catalogue::built_in(ten_oclock().date_naive());
        built_in.services.pathways.iter().map(|pathway| pathway.id.clone()).collect()
    };
    let named: BTreeSet<&str> = SERVICES.iter().map(|(_, id)| *id).collect();
    assert_eq!(named, offered.iter().map(String::as_str).collect(), "a service without a journey");
    let mut stage = paths();
    for (at, id) in offered.iter().enumerate() {
        stage = stage.press("n").press(&"Down ".repeat(at)).press("Enter");
        assert_eq!(latest(&stage).pathway.id, *id);
        for step in 0.. {
            if matches!(latest(&stage).standing(), Standing::Ended(_)) {
                break;
            }
            assert!(step < 20, "{id} has no end");
            stage = done(stage);
            if step == 0 {
                let before = stage.screen();
                stage = stage.reopen();
                let page = |screen: &str| screen.lines().take(22).collect::<Vec<_>>().join("\n");
                assert_eq!(page(&stage.screen()), page(&before), "{id}");
            }
        }
        assert!(stage.screen().contains("Ended"), "{}", stage.screen());
        stage.now += chrono::Duration::minutes(1);
        stage = stage.press("Esc");
    }
    assert_eq!(stage.reads().duties("2030-01-01".parse().unwrap(), 9).unwrap(), []);
    let all = everything(&stage);
    assert!(all.len() == SERVICES.len() && all.iter().all(|run| matches!(run.standing(), Standing::Ended(_))));
    assert_snapshot!("paths_many", stage.screen());
}

#[test]
fn several_run_at_once() {
    let several = message().press("Esc n 1 Esc n 3 Esc");
    assert_snapshot!("paths_several", several.screen());
    assert_snapshot!("paths_several_nb", several.lang("nb").screen());
    assert_snapshot!("paths_several_small", paths().size(60, 20).press("n 9 Esc n 1 Esc n 3 Esc").screen());
    assert_snapshot!("paths_which_small", paths().size(60, 20).press("n End").screen());
}
