//! The built-in courses, for tests.

use crate::domain::person::LegalStatus;
use crate::domain::programme::{Course, Localised, Programme, Rule, Test, Weight};
use ron::extensions::Extensions;
use std::sync::LazyLock;

static PROGRAMME: LazyLock<Programme> = LazyLock::new(|| {
    let text = include_str!("../../programmes/planning-for-resettlement.ron");
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).unwrap()
});

/// The built-in course of `sessions` sessions.
pub(super) fn course(sessions: usize) -> Course {
    PROGRAMME.courses().find(|course| course.sessions.len() == sessions).unwrap()
}

/// A course with a rule of every kind, all of them required.
pub(super) fn every_rule() -> Course {
    let mut course = course(10);
    course.eligibility.retain(|rule| rule.weight == Weight::Required);
    let rule = |id: &str, test| Rule { id: id.to_owned(), weight: Weight::Required, test, why: Localised::default() };
    course.eligibility.extend([
        rule("held", Test::Held { any_of: vec![LegalStatus::Sentenced, LegalStatus::Recalled] }),
        rule("age", Test::Age { at_least: Some(21), at_most: Some(55) }),
        rule("answer", Test::Answer { question: "Safe in a group?".into(), expected: true }),
    ]);
    course
}
