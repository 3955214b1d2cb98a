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

/// How many of the sessions on `dates` somebody reaches who is released on `release`: a session on
/// the day of release is not counted. Without a release date every session is reachable.
#[must_use]
pub fn reaches(dates: &[NaiveDate], release: Option<NaiveDate>) -> usize {
    dates.iter().filter(|date| release.is_none_or(|release| **date < release)).count()
}

fn judge_rule<'a>(person: &Person, rule: &'a Rule, start: NaiveDate) -> Judgement<'a> {
    let (verdict, ground) = match &rule.test {
        Test::RemainingDays(needed) => remaining(person, start, i64::from(*needed)),
        Test::Speaks { any_of, level } => speaks(person, any_of, *level),
        Test::Occupied { any_of } => {
            (one_of(person.occupation, any_of), Ground::Occupied { is: person.occupation, any_of: any_of.clone() })
        }
        Test::Held { any_of } => {
            (one_of(person.legal_status, any_of), Ground::Held { is: person.legal_status, any_of: any_of.clone() })
        }
        Test::Age { at_least, at_most } => age(person, start, *at_least, *at_most),
        Test::Consents => (as_asked(person.consent, true), Ground::Consents { given: person.consent }),
        Test::Answer { expected, .. } => {
            let given = person.answers.get(&rule.id).copied();
            (as_asked(given, *expected), Ground::Answer { given, expected: *expected })
        }
    };
    Judgement { rule, verdict, ground }
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

fn remaining(person: &Person, start: NaiveDate, needed: i64) -> (Verdict, Ground) {
    let left = person.release.map(|release| release.signed_duration_since(start).num_days());
    let verdict = left.map_or(Verdict::Unknown, |left| decide(left >= needed));
    (verdict, Ground::Remaining { release: person.release, left, needed })
}

fn speaks(person: &Person, any_of: &[Language], level: Cefr) -> (Verdict, Ground) {
    let best = any_of
        .iter()
        .filter_map(|language| person.speaks(language).map(|has| (language.clone(), has)))
        .max_by_key(|(_, has)| *has);
    let known = !person.languages.is_empty();
    let verdict = match &best {
        Some((_, Some(has))) => decide(*has >= level),
        None if known => Verdict::NotMet,
        Some((_, None)) | None => Verdict::Unknown,
    };
    (verdict, Ground::Speaks { best, any_of: any_of.to_vec(), level, known })
}

fn age(person: &Person, start: NaiveDate, at_least: Option<u8>, at_most: Option<u8>) -> (Verdict, Ground) {
    let years = person.age(start);
    let within = |years: u32| {
        at_least.is_none_or(|least| years >= u32::from(least)) && at_most.is_none_or(|most| years <= u32::from(most))
    };
    (years.map_or(Verdict::Unknown, |y| decide(within(y))), Ground::Age { years, at_least, at_most })
}
