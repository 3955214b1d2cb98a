//! The built-in pathways, followed: every way of every step can be taken, and each leads on to the end.

use super::today;
use crate::catalogue::Catalogue;
use crate::domain::codes::Language;
use crate::domain::entry::Entry;
use crate::domain::following::due::When;
use crate::domain::following::{Ask, Facts, Following, Refused, Standing};
use crate::domain::id::PersonId;
use crate::domain::pathway::{Pathway, Reaches};
use crate::domain::question::Answer;
use crate::domain::run::{Consent, Taken, pin};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

fn started(pathway: &Pathway) -> Following {
    let entries = pathway.starting(PersonId(1), "7", false, (today(), "Kari"));
    let [Entry::Pathway { .. }, Entry::Run { to: Some(run), .. }] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!(run.pathway, pin(pathway));
    let facts = Facts {
        release: Some(today() + Days::new(90)),
        detained: Some(today() - Days::new(10)),
        has_nationality: true,
        has_languages: true,
        needs_interpreter: true,
    };
    let (taken, consents) = (Vec::new(), Vec::new());
    let pathway = pathway.clone().into();
    Following { id: "7".into(), run: *run.clone(), pathway, taken, consents, snooze: None, facts }
}

/// The step that a run is at, taken by its way with this number and with answers to everything that is asked.
fn sound(followed: &Following, on: NaiveDate, way: usize) -> Taken {
    let step = followed.step().unwrap();
    let way = step.ways.get(way);
    let answer = |answer: &Answer| match answer {
        Answer::Text => "said".to_owned(),
        Answer::YesNo => "yes".to_owned(),
        Answer::Number { at_least, .. } => at_least.unwrap_or(1).to_string(),
        Answer::Amount(_) => "2500".to_owned(),
        Answer::Date => (on + Days::new(5)).to_string(),
        Answer::Language => "lt".to_owned(),
        Answer::Country => "LT".to_owned(),
        Answer::OneOf(choices) | Answer::AnyOf(choices) => choices[0].id.clone(),
    };
    let mut taken = Taken { step: step.id.clone(), on, by: "Kari".into(), papers: true, ..Taken::default() };
    taken.way = way.map(|way| way.id.clone());
    for ask in followed.asks(way) {
        match ask {
            Ask::Paper(_) => {}
            Ask::Interpreter => taken.interpreter = Some(true),
            Ask::Why => taken.why = "because".into(),
            Ask::Question(question) => _ = taken.answers.insert(question.id.clone(), answer(&question.answer)),
        }
    }
    taken
}

fn agreed(to: &Reaches) -> (String, Consent) {
    let consent = Consent {
        to: to.clone(),
        name: "the office".into(),
        what: "the request".into(),
        given: today(),
        until: None,
        language: Language::new("lt").unwrap(),
        interpreter: true,
        by: "Kari".into(),
        withdrawn: None,
        told: std::collections::BTreeSet::new(),
    };
    (format!("7/{to:?}"), consent)
}

/// Takes the step, after its consent was refused to be missing and was given.
fn go_on(followed: &Following, on: NaiveDate, way: usize) -> Following {
    let mut after = followed.clone();
    let wish = sound(followed, on, way);
    if let Some(to) = followed.step().and_then(|step| step.reaches.clone()) {
        after.consents.clear();
        let refused = after.taking(PersonId(1), wish.clone(), on);
        assert!(matches!(refused, Err(Refused::Closed(_))), "{}: {}", after.pathway.id, wish.step);
        after.consents = followed.consents.clone();
        if !after.consents.iter().any(|(_, consent)| consent.to == to) {
            after.consents.push(agreed(&to));
        }
    }
    let entry = after.taking(PersonId(1), wish, on);
    let Ok(Entry::Step { to: Some(taken), .. }) = entry else { panic!("{}: {entry:?}", after.pathway.id) };
    after.taken.push(*taken);
    after
}

#[test]
fn every_way_of_every_built_in_pathway_can_be_taken_and_leads_to_the_end() {
    for pathway in Catalogue::built_in(today()).services.pathways.iter() {
        let mut open = vec![(started(pathway), today())];
        let (mut taken, mut ends) = (BTreeSet::new(), 0);
        while let Some((followed, on)) = open.pop() {
            let Some(step) = followed.step().cloned() else {
                assert!(matches!(followed.standing(), Standing::Ended(_)), "{}", pathway.id);
                ends += 1;
                continue;
            };
            // Something presses on everybody, on a day that can be known.
            assert!(matches!(followed.due(), Some(When::On(_))), "{}: {}", pathway.id, step.id);
            for way in 0..step.ways.len().max(1) {
                if taken.insert((step.id.clone(), way)) {
                    open.push((go_on(&followed, on, way), on + Days::new(1)));
                }
            }
        }
        let all: usize = pathway.steps.iter().map(|step| step.ways.len().max(1)).sum();
        assert_eq!((taken.len(), ends > 0), (all, true), "{}", pathway.id);
    }
}

/// What the facts ask of it: seven steps, a way back from the fourth to the first, at most CHF 5,000 together.
#[test]
fn a_small_project_has_seven_steps_a_way_back_and_a_limit() {
    let services = Catalogue::built_in(today()).services;
    let pathway = services.pathways.iter().find(|pathway| pathway.id == "iss-micro-project").unwrap();
    assert_eq!(pathway.steps.len(), 7);
    let mut followed = started(pathway);
    let mut wish = sound(&followed, today(), 0);
    wish.answers.insert("savings".into(), "2501".into());
    let refused = followed.taking(PersonId(1), wish, today());
    assert_eq!(refused, Err(Refused::TooMuch { sum: 5_001, at_most: 5_000 }));
    for way in [0, 0, 0, 1] {
        followed = go_on(&followed, today(), way);
    }
    assert_eq!((followed.at_index(), followed.budgets().next()), (Some(0), Some((5_000, 5_000, "CHF"))));
}
