//! Courses for tests: as long as the real ones, with every kind of rule.

use crate::domain::codes::{Cefr, Language};
use crate::domain::person::{LegalStatus, Occupation};
use crate::domain::programme::{
    Activity, ActivityKind, Completion, Course, GroupSize, Localised, Objective, RatingItem, RatingTime, Ratings, Rule,
    SessionPlan, Test, Weight,
};

fn rule(id: &str, test: Test) -> Rule {
    Rule { id: id.to_owned(), weight: Weight::Required, test, why: Localised::default() }
}

fn activity(minutes: u16) -> Activity {
    Activity {
        title: "Talk".into(),
        minutes,
        kind: ActivityKind::Talk,
        essential: false,
        say: vec![],
        steps: vec![],
        need: vec![],
        interpreter: false,
    }
}

fn plan(index: usize, of: usize) -> SessionPlan {
    let rating = if index == 0 { Some(RatingTime::Before) } else { (index + 1 == of).then_some(RatingTime::After) };
    SessionPlan {
        id: format!("plan-{index}"),
        title: "Plan".into(),
        aim: "Aim".into(),
        essential: index % 2 == 1,
        activities: vec![activity(10), activity(30), activity(40), activity(10)],
        objectives: ["one", "two"].map(|id| Objective { id: id.to_owned(), text: id.into() }).to_vec(),
        leaves_with: vec![],
        closing_questions: vec![],
        rating,
    }
}

/// A course of `sessions` sessions with the rules of the pilot.
pub(super) fn course(sessions: usize) -> Course {
    let english = vec![Language::new("en").unwrap()];
    Course {
        programme: "planning".to_owned(),
        version: sessions.to_string(),
        title: "Planning".into(),
        version_title: "Sessions".into(),
        summary: "Summary".into(),
        source: "Ours".to_owned(),
        as_of: "2026-01-01".parse().unwrap(),
        review_by: "2027-01-01".parse().unwrap(),
        group_size: GroupSize::default(),
        eligibility: vec![
            rule("remaining", Test::RemainingDays(14)),
            rule("english", Test::Speaks { any_of: english, level: Cefr::A2 }),
            rule("free", Test::Occupied { any_of: vec![Occupation::None] }),
        ],
        ratings: Ratings {
            scale: ["not", "little", "quite", "very"].map(Localised::from).to_vec(),
            items: vec![RatingItem { id: "papers".to_owned(), text: "Papers".into() }],
        },
        per_week: 2,
        completion: Completion { sessions: Some(8), essentials: true },
        sessions: (0..sessions).map(|index| plan(index, sessions)).collect(),
    }
}

/// A course with one rule of every kind.
pub(super) fn every_rule() -> Course {
    let mut course = course(10);
    course.eligibility.extend([
        rule("held", Test::Held { any_of: vec![LegalStatus::Sentenced, LegalStatus::Recalled] }),
        rule("age", Test::Age { at_least: Some(21), at_most: Some(55) }),
        rule("consents", Test::Consents),
        rule("answer", Test::Answer { question: "Safe in a group?".into(), expected: true }),
    ]);
    course
}
