//! Who may take part: each rule's verdict with the facts it rests on, and the whole.

use crate::domain::codes::{Cefr, Language};
use crate::domain::person::{LegalStatus, Occupation, Person};
use crate::domain::programme::{Course, Rule, Test, Weight};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// What a rule says of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Met,
    NotMet,
    /// The fact is not recorded.
    Unknown,
}

/// The facts a verdict rests on, and the distance where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// `left` days from the start to the release (negative: released before it), of `needed`.
    Remaining {
        release: Option<NaiveDate>,
        left: Option<i64>,
        needed: i64,
    },
    /// The best of the asked languages that the person speaks, and how well.
    Speaks {
        best: Option<(Language, Option<Cefr>)>,
        any_of: Vec<Language>,
        level: Cefr,
        known: bool,
    },
    Occupied {
        is: Option<Occupation>,
        any_of: Vec<Occupation>,
    },
    Held {
        is: Option<LegalStatus>,
        any_of: Vec<LegalStatus>,
    },
    Age {
        years: Option<u32>,
        at_least: Option<u8>,
        at_most: Option<u8>,
    },
    Consents {
        given: Option<bool>,
    },
    Answer {
        given: Option<bool>,
        expected: bool,
    },
}

/// One rule held against one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement<'a> {
    pub rule: &'a Rule,
    pub verdict: Verdict,
    pub ground: Ground,
}

/// The whole answer, before any exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Eligible,
    /// A fact that a required rule needs is missing, and nothing speaks against the person.
    FactsMissing,
    NotEligible,
}

/// A recorded decision to let somebody take part although a rule is not met. The verdict stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    pub why: String,
    /// Who decided, in their own words (often somebody other than the one at the desk).
    pub by: String,
    pub at: DateTime<FixedOffset>,
}

/// Every rule of `course` held against `person` for a group that starts on `start`.
#[must_use]
pub fn judge<'a>(person: &Person, course: &'a Course, start: NaiveDate) -> Vec<Judgement<'a>> {
    course.eligibility.iter().map(|rule| judge_rule(person, rule, start)).collect()
}

/// The whole answer to `judgements`: only required rules decide.
#[must_use]
pub fn standing(judgements: &[Judgement]) -> Standing {
    let any = |verdict| judgements.iter().any(|j| j.rule.weight == Weight::Required && j.verdict == verdict);
    match (any(Verdict::NotMet), any(Verdict::Unknown)) {
        (true, _) => Standing::NotEligible,
        (_, true) => Standing::FactsMissing,
        _ => Standing::Eligible,
    }
}

/// The whole answer of `rules` for `person`, without what it rests on.
#[must_use]
pub fn standing_of(person: &Person, rules: &[Rule], start: NaiveDate) -> Standing {
    let required = rules.iter().filter(|rule| rule.weight == Weight::Required);
    let mut standing = Standing::Eligible;
    for rule in required {
        match verdict(person, rule, start) {
            Verdict::NotMet => return Standing::NotEligible,
            Verdict::Unknown => standing = Standing::FactsMissing,
            Verdict::Met => {}
        }
    }
    standing
}

/// How many of the sessions on `dates` somebody reaches who is released on `release`: a session on
/// the day of release is not counted. Without a release date every session is reachable.
#[must_use]
pub fn reaches(dates: &[NaiveDate], release: Option<NaiveDate>) -> usize {
    dates.iter().filter(|date| release.is_none_or(|release| **date < release)).count()
}

fn judge_rule<'a>(person: &Person, rule: &'a Rule, start: NaiveDate) -> Judgement<'a> {
    Judgement { rule, verdict: verdict(person, rule, start), ground: ground(person, rule, start) }
}

/// The verdict alone: asked of very many, so nothing is copied for it.
fn verdict(person: &Person, rule: &Rule, start: NaiveDate) -> Verdict {
    match &rule.test {
        Test::RemainingDays(needed) => {
            days_left(person, start).map_or(Verdict::Unknown, |left| decide(left >= i64::from(*needed)))
        }
        Test::Speaks { any_of, level } => match best_of(person, any_of) {
            Some((_, Some(has))) => decide(has >= *level),
            None if !person.languages.is_empty() => Verdict::NotMet,
            Some((_, None)) | None => Verdict::Unknown,
        },
        Test::Occupied { any_of } => one_of(person.occupation, any_of),
        Test::Held { any_of } => one_of(person.legal_status, any_of),
        Test::Age { at_least, at_most } => {
            let within = |years: u32| {
                at_least.is_none_or(|least| years >= u32::from(least))
                    && at_most.is_none_or(|most| years <= u32::from(most))
            };
            person.age(start).map_or(Verdict::Unknown, |years| decide(within(years)))
        }
        Test::Consents => as_asked(person.consent, true),
        Test::Answer { expected, .. } => as_asked(person.answers.get(&rule.id).copied(), *expected),
    }
}

/// What the verdict rests on.
fn ground(person: &Person, rule: &Rule, start: NaiveDate) -> Ground {
    match &rule.test {
        Test::RemainingDays(needed) => {
            let left = days_left(person, start);
            Ground::Remaining { release: person.release, left, needed: i64::from(*needed) }
        }
        Test::Speaks { any_of, level } => Ground::Speaks {
            best: best_of(person, any_of).map(|(language, has)| (language.clone(), has)),
            any_of: any_of.clone(),
            level: *level,
            known: !person.languages.is_empty(),
        },
        Test::Occupied { any_of } => Ground::Occupied { is: person.occupation, any_of: any_of.clone() },
        Test::Held { any_of } => Ground::Held { is: person.legal_status, any_of: any_of.clone() },
        Test::Age { at_least, at_most } => {
            Ground::Age { years: person.age(start), at_least: *at_least, at_most: *at_most }
        }
        Test::Consents => Ground::Consents { given: person.consent },
        Test::Answer { expected, .. } => {
            Ground::Answer { given: person.answers.get(&rule.id).copied(), expected: *expected }
        }
    }
}

fn decide(met: bool) -> Verdict {
    if met { Verdict::Met } else { Verdict::NotMet }
}

fn one_of<T: PartialEq>(is: Option<T>, any_of: &[T]) -> Verdict {
    is.map_or(Verdict::Unknown, |is| decide(any_of.contains(&is)))
}

fn as_asked(given: Option<bool>, expected: bool) -> Verdict {
    given.map_or(Verdict::Unknown, |given| decide(given == expected))
}

fn days_left(person: &Person, start: NaiveDate) -> Option<i64> {
    person.release.map(|release| release.signed_duration_since(start).num_days())
}

/// The one of these languages that the person speaks best, and how well.
fn best_of<'a>(person: &Person, any_of: &'a [Language]) -> Option<(&'a Language, Option<Cefr>)> {
    any_of.iter().filter_map(|language| Some((language, person.speaks(language)?))).max_by_key(|(_, has)| *has)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::Localised;
    use crate::domain::sample::{course, day};

    #[test]
    fn the_answer_alone_is_the_answer_of_all_verdicts() {
        let rule = |weight, test| Rule { id: "r".into(), weight, test, why: Localised::default() };
        let required = |test| rule(Weight::Required, test);
        let eligibility = vec![
            required(Test::RemainingDays(14)),
            required(Test::Consents),
            rule(Weight::Preferred, Test::Age { at_least: Some(18), at_most: None }),
        ];
        let (course, start) = (Course { eligibility, ..course() }, day("2026-12-01"));
        for (release, consent, stands) in [
            (Some("2026-12-15"), Some(true), Standing::Eligible),
            (Some("2026-12-14"), None, Standing::NotEligible),
            (Some("2026-12-15"), None, Standing::FactsMissing),
            (None, Some(false), Standing::NotEligible),
            (None, None, Standing::FactsMissing),
        ] {
            let person = Person { release: release.map(day), consent, ..Person::default() };
            assert_eq!(standing_of(&person, &course.eligibility, start), stands, "{release:?}");
            assert_eq!(standing(&judge(&person, &course, start)), stands, "{release:?}");
        }
    }
}
