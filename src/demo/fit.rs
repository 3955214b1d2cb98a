//! Facts made to meet an eligibility rule, to break it, or to leave it open.

use super::people::{after, before};
use crate::domain::codes::{Cefr, Language};
use crate::domain::person::{LegalStatus, Occupation, Person, Spoken};
use crate::domain::programme::{Course, Rule, Test, Weight};
use chrono::NaiveDate;

/// The rules of `course` that decide.
pub(super) fn required(course: &Course) -> impl Iterator<Item = &Rule> {
    course.eligibility.iter().filter(|rule| rule.weight == Weight::Required)
}

/// Makes `person` meet every required rule of `course` for a group that starts on `start`.
pub(super) fn meet(person: &mut Person, course: &Course, start: NaiveDate) {
    for rule in required(course) {
        match &rule.test {
            Test::RemainingDays(days) => {
                let least = after(start, u32::from(*days));
                if person.release.is_none_or(|release| release < least) {
                    person.release = Some(after(least, 60));
                    person.legal_status = Some(LegalStatus::Sentenced);
                }
            }
            Test::Speaks { any_of, level } => speak(person, any_of, *level),
            Test::Occupied { any_of } => keep_or_take(&mut person.occupation, any_of),
            Test::Held { any_of } => keep_or_take(&mut person.legal_status, any_of),
            Test::Age { at_least, at_most } => {
                let (least, most) = (at_least.unwrap_or(18), at_most.unwrap_or(60));
                if person.age(start).is_none_or(|age| age < u32::from(least) || age > u32::from(most)) {
                    person.born = Some(years_before(start, u32::from(least.midpoint(most))));
                    person.sentence_start = person.sentence_start.max(Some(before(start, 400)));
                }
            }
            Test::Consents => person.consent = Some(true),
            Test::Answer { expected, .. } => {
                person.answers.insert(rule.id.clone(), *expected);
            }
        }
    }
}

/// Makes `person` break `rule`, and stay possible seen from `start` backwards.
pub(super) fn break_rule(person: &mut Person, rule: &Rule, start: NaiveDate) {
    match &rule.test {
        // Half of the time that is asked for, so that the release itself still lies ahead.
        Test::RemainingDays(days) => person.release = Some(after(start, u32::from(*days) / 2)),
        Test::Speaks { any_of, level } => {
            person.languages.retain(|s| !any_of.contains(&s.language));
            if let Some(language) = any_of.first().filter(|_| *level > Cefr::A1) {
                person.languages.push(Spoken { language: language.clone(), level: Some(Cefr::A1) });
            } else if person.languages.is_empty()
                && let Some(other) =
                    ["ar", "vi"].iter().filter_map(|c| Language::new(c).ok()).find(|l| !any_of.contains(l))
            {
                person.languages.push(Spoken { language: other, level: Some(Cefr::C2) });
            }
            person.interpreter = true;
        }
        Test::Occupied { any_of } => {
            let others = [Occupation::Work, Occupation::Education, Occupation::OtherActivity, Occupation::None];
            person.occupation = others.into_iter().find(|o| !any_of.contains(o));
        }
        Test::Held { any_of } => {
            person.legal_status = LegalStatus::ALL.into_iter().rev().find(|s| !any_of.contains(s));
        }
        Test::Age { at_least, at_most } => {
            let age = at_most.map_or_else(|| at_least.unwrap_or(1).saturating_sub(1), |most| most.saturating_add(1));
            person.born = Some(years_before(start, u32::from(age)));
        }
        Test::Consents => person.consent = Some(false),
        Test::Answer { expected, .. } => {
            person.answers.insert(rule.id.clone(), !expected);
        }
    }
}

/// Takes away the fact that `rule` needs.
pub(super) fn forget(person: &mut Person, rule: &Rule) {
    match &rule.test {
        Test::RemainingDays(_) => person.release = None,
        Test::Speaks { any_of, .. } => {
            person.languages.iter_mut().filter(|s| any_of.contains(&s.language)).for_each(|s| s.level = None);
        }
        Test::Occupied { .. } => person.occupation = None,
        Test::Held { .. } => person.legal_status = None,
        Test::Age { .. } => person.born = None,
        Test::Consents => person.consent = None,
        Test::Answer { .. } => {
            person.answers.remove(&rule.id);
        }
    }
}

fn speak(person: &mut Person, any_of: &[Language], level: Cefr) {
    if person.languages.iter().any(|s| any_of.contains(&s.language) && s.level >= Some(level)) {
        return;
    }
    if let Some(known) = person.languages.iter_mut().find(|s| any_of.contains(&s.language)) {
        known.level = Some(level);
    } else if let Some(language) = any_of.first() {
        person.languages.push(Spoken { language: language.clone(), level: Some(level) });
    }
}

fn keep_or_take<T: Copy + PartialEq>(fact: &mut Option<T>, any_of: &[T]) {
    if fact.is_none_or(|is| !any_of.contains(&is)) {
        *fact = any_of.first().copied();
    }
}

fn years_before(day: NaiveDate, years: u32) -> NaiveDate {
    before(day, years * 366)
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::super::people::People;
    use super::*;
    use crate::domain::eligibility::{Standing, Verdict, judge, standing};

    #[test]
    fn every_rule_can_be_met_broken_and_left_open() {
        let start = "2026-11-26".parse().unwrap();
        let course = fixture::every_rule();
        let mut people = People::new(1, 0, 4);
        for _ in 0..200 {
            let mut person = people.arrive(start, start);
            meet(&mut person, &course, start);
            assert_eq!(standing(&judge(&person, &course, start)), Standing::Eligible, "{person:?}");
            assert_eq!(person.faults(start), vec![]);
            for (index, rule) in course.eligibility.iter().enumerate() {
                let mut other = person.clone();
                break_rule(&mut other, rule, start);
                assert_eq!(judge(&other, &course, start)[index].verdict, Verdict::NotMet, "{rule:?} {other:?}");
                assert_eq!(other.faults(start), vec![], "{rule:?}");
                let mut other = person.clone();
                forget(&mut other, rule);
                assert_eq!(judge(&other, &course, start)[index].verdict, Verdict::Unknown, "{rule:?} {other:?}");
            }
        }
    }
}
