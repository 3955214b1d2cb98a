//! Coverage: which rules of the standards a person's plan, a group or a programme serves, by what, and which are
//! missing. What serves a rule says so itself: activities and pathways name the rules, and so do parts of a plan.

use crate::domain::attendance::Mark;
use crate::domain::following::{Following, Standing};
use crate::domain::group::SessionState;
use crate::domain::id::PersonId;
use crate::domain::need::Need;
use crate::domain::outcome::Delivery;
use crate::domain::pathway::{Access, Pathway, Reaches};
use crate::domain::plan::{Part, Plan, Progress};
use crate::domain::programme::{Course, Localised};
use crate::domain::record::GroupRecord;
use crate::domain::sharing::Shared;
use crate::domain::standard::Standard;
use std::collections::BTreeMap;

/// The rules that preparing foreign prisoners for release is held against, each with the message that says what it
/// asks for: our own words for it, the number is the instrument's. Rules 35 to 37 of the first are those of its chapter on
/// preparation, consideration for release and release; of the European Prison Rules 33.7 is on papers, a home and work, 107
/// on sentenced prisoners; 59 of the Probation Rules is on resettlement, 12 of Rec(2003)22 on preparing conditional release
/// together, 33 of Rec(2003)23 on the plans before and after a long sentence.
pub const RULES: [(&str, &str); 15] = [
    ("CM/Rec(2012)12 35.1", "rule-in-good-time"),
    ("CM/Rec(2012)12 35.2.a", "rule-status-early"),
    ("CM/Rec(2012)12 35.2.c", "rule-contacts"),
    ("CM/Rec(2012)12 35.3", "rule-who-stays"),
    ("CM/Rec(2012)12 35.4", "rule-who-leaves"),
    ("CM/Rec(2012)12 36.1", "rule-early-release"),
    ("CM/Rec(2012)12 36.2", "rule-not-prolonged"),
    ("CM/Rec(2012)12 37.1", "rule-papers-travel"),
    ("CM/Rec(2012)12 37.2", "rule-consulate"),
    ("Rec(2006)2-rev 33.7", "rule-home-work"),
    ("Rec(2006)2-rev 107.1", "rule-transition"),
    ("Rec(2006)2-rev 107.4", "rule-agencies"),
    ("CM/Rec(2010)1 59", "rule-probation"),
    ("Rec(2003)22 12", "rule-conditional"),
    ("Rec(2003)23 33", "rule-long-term"),
];

/// What of a plan serves a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Needs were looked at.
    Needs,
    /// It is said where life most likely goes on.
    Branch,
    Family,
    Accommodation,
    Work,
    /// What becomes of papers is thought through.
    Papers,
    /// It is said who does what after release.
    Partners,
    /// Needs were looked at, and it is said who does what after release.
    BothPlans,
    /// Somebody abroad, or a consulate, may be told.
    Abroad,
}

impl Evidence {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Needs => "evidence-needs",
            Self::Branch => "evidence-branch",
            Self::Family => "evidence-family",
            Self::Accommodation => "evidence-accommodation",
            Self::Work => "evidence-work",
            Self::Papers => "evidence-papers",
            Self::Partners => "evidence-partners",
            Self::BothPlans => "evidence-both-plans",
            Self::Abroad => "evidence-abroad",
        }
    }
}

/// Which rule each of these serves.
const OF_A_PLAN: [(Evidence, &str); 14] = [
    (Evidence::Needs, "CM/Rec(2012)12 35.1"),
    (Evidence::Needs, "Rec(2006)2-rev 107.1"),
    (Evidence::Branch, "CM/Rec(2012)12 35.2.a"),
    (Evidence::Family, "CM/Rec(2012)12 35.2.c"),
    (Evidence::Accommodation, "Rec(2006)2-rev 33.7"),
    (Evidence::Work, "Rec(2006)2-rev 33.7"),
    (Evidence::Papers, "CM/Rec(2012)12 37.1"),
    (Evidence::Papers, "Rec(2006)2-rev 33.7"),
    (Evidence::Partners, "CM/Rec(2012)12 35.3"),
    (Evidence::Partners, "Rec(2006)2-rev 107.4"),
    (Evidence::BothPlans, "Rec(2003)23 33"),
    (Evidence::BothPlans, "Rec(2003)22 12"),
    (Evidence::Abroad, "CM/Rec(2012)12 35.4"),
    (Evidence::Abroad, "CM/Rec(2012)12 37.2"),
];

/// What serves a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A programme, a session, an activity, a pathway or a step of one, by its title.
    Titled(Localised),
    Plan(Evidence),
}

/// Whether something was done already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    Done,
    Ahead,
}

/// One rule with what serves it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Served {
    pub done: Vec<Source>,
    pub ahead: Vec<Source>,
}

/// How far a rule is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Served,
    /// Only by what is still to come.
    Ahead,
    Missing,
}

impl State {
    /// Its name in exports, and the message that says it.
    #[must_use]
    pub fn said(self) -> (&'static str, &'static str) {
        match self {
            Self::Served => ("served", "coverage-served"),
            Self::Ahead => ("ahead", "coverage-ahead"),
            Self::Missing => ("missing", "coverage-missing"),
        }
    }
}

impl Served {
    /// How far it is served.
    #[must_use]
    pub fn state(&self) -> State {
        match (self.done.is_empty(), self.ahead.is_empty()) {
            (false, _) => State::Served,
            (true, false) => State::Ahead,
            (true, true) => State::Missing,
        }
    }
}

/// Which rules are served, by what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    served: BTreeMap<Standard, Served>,
}

impl Coverage {
    /// Of a programme version: everything in it that names a rule.
    #[must_use]
    pub fn of_course(course: &Course) -> Self {
        let mut coverage = Self::default();
        coverage.add(&course.serves, &Source::Titled(course.title.clone()), When::Done);
        for plan in &course.sessions {
            coverage.add(&plan.serves, &Source::Titled(plan.title.clone()), When::Done);
            for activity in &plan.activities {
                coverage.add(&activity.serves, &Source::Titled(activity.title.clone()), When::Done);
            }
        }
        coverage
    }

    /// Of a group: what its sessions did, and what those do that are still to come.
    #[must_use]
    pub fn of_group(record: &GroupRecord) -> Self {
        let mut coverage = Self::default();
        coverage.add_group(record, None);
        coverage
    }

    /// Of a person: the sessions they were at or can come to, the steps of pathways that were taken or come next, and
    /// what their plan says. Nothing restricted is among it.
    #[must_use]
    pub fn of_person(
        person: PersonId,
        records: &[GroupRecord],
        followings: &[Following],
        plan: &Plan,
        partners: &[Shared],
    ) -> Self {
        let mut coverage = Self::default();
        for record in records {
            coverage.add_group(record, Some(person));
        }
        for following in followings.iter().filter(|following| is_ordinary(&following.pathway)) {
            coverage.add_following(following);
        }
        for (evidence, rule) in OF_A_PLAN.iter().filter(|(evidence, _)| evidence.is_in(plan, partners)) {
            coverage.add(&[Standard((*rule).to_owned())], &Source::Plan(*evidence), When::Done);
        }
        coverage
    }

    /// Everything that the other has too.
    pub fn merge(&mut self, other: Self) {
        for (rule, served) in other.served {
            let rules = [rule];
            served.done.iter().for_each(|source| self.add(&rules, source, When::Done));
            served.ahead.iter().for_each(|source| self.add(&rules, source, When::Ahead));
        }
    }

    /// The rules of [`RULES`] in their order, then those that something else serves: each with what it asks for, where
    /// that is known.
    pub fn rules(&self) -> impl Iterator<Item = (Standard, Option<&'static str>, Served)> + '_ {
        let known = RULES.iter().map(|(rule, message)| (Standard((*rule).to_owned()), Some(*message)));
        let is_other = |rule: &&Standard| !RULES.iter().any(|(known, _)| *known == rule.0);
        let others = self.served.keys().filter(is_other).map(|rule| (rule.clone(), None));
        known.chain(others).map(|(rule, message)| {
            let served = self.served.get(&rule).cloned().unwrap_or_default();
            (rule, message, served)
        })
    }

    /// How many of the known rules are served, only ahead, and missing.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let known = || self.rules().filter(|(_, message, _)| message.is_some());
        [State::Served, State::Ahead, State::Missing]
            .map(|state| known().filter(|rule| rule.2.state() == state).count())
    }

    fn add(&mut self, rules: &[Standard], source: &Source, when: When) {
        for rule in rules {
            let served = self.served.entry(rule.clone()).or_default();
            let of = if when == When::Done { &mut served.done } else { &mut served.ahead };
            if !of.contains(source) {
                of.push(source.clone());
            }
        }
    }

    /// The sessions of a group; of those for `person` alone, if there is one.
    fn add_group(&mut self, record: &GroupRecord, person: Option<PersonId>) {
        let mut any = None;
        for dated in &record.sessions {
            let attended = |person| record.marks.get(&(dated.id, person)).is_some_and(took_part);
            let when = match dated.session.state {
                SessionState::Cancelled { .. } => continue,
                SessionState::Held { .. } | SessionState::Running { .. } => match person {
                    Some(person) if !attended(person) => continue,
                    _ => When::Done,
                },
                SessionState::Planned => match person {
                    Some(person) if !record.expected(dated.session.date).any(|member| member.id == person) => continue,
                    _ => When::Ahead,
                },
            };
            any = Some(any.map_or(when, |before: When| before.min(when)));
            let Some(plan) = record.plan(&dated.session) else { continue };
            self.add(&plan.serves, &Source::Titled(plan.title.clone()), when);
            for (key, activity) in (0..).zip(&plan.activities) {
                if !matches!(record.deliveries.get(&(dated.id, key)), Some(Delivery::Skipped)) {
                    self.add(&activity.serves, &Source::Titled(activity.title.clone()), when);
                }
            }
        }
        if let Some(when) = any {
            self.add(&record.course.serves, &Source::Titled(record.course.title.clone()), when);
        }
    }

    fn add_following(&mut self, following: &Following) {
        let pathway = &following.pathway;
        let is_over = matches!(following.standing(), Standing::Ended(_));
        let whole = match (following.taken.is_empty(), is_over) {
            (false, _) => When::Done,
            (true, false) => When::Ahead,
            (true, true) => return,
        };
        self.add(&pathway.serves, &Source::Titled(pathway.title.clone()), whole);
        for step in &pathway.steps {
            let source = Source::Titled(step.title.clone());
            if following.taken.iter().any(|taken| taken.step == step.id) {
                self.add(&step.serves, &source, When::Done);
            } else if !is_over {
                self.add(&step.serves, &source, When::Ahead);
            }
        }
    }
}

/// Whether somebody was there, or it was made good.
fn took_part(mark: &Mark) -> bool {
    mark.code.attended() || mark.caught_up.is_some()
}

/// Whether everybody who works with the person may see that a pathway runs, and all of it.
#[must_use]
pub fn is_ordinary(pathway: &Pathway) -> bool {
    pathway.access == Access::Ordinary && pathway.steps.iter().all(|step| step.access == Access::Ordinary)
}

impl Evidence {
    fn is_in(self, plan: &Plan, partners: &[Shared]) -> bool {
        let begun = |need| matches!(plan.progress(need), Progress::InProgress | Progress::Met);
        match self {
            Self::Needs => !plan.needs.is_empty(),
            Self::Branch => plan.chosen.is_some(),
            Self::Family => begun(Need::Family),
            Self::Accommodation => begun(Need::Accommodation),
            Self::Work => begun(Need::Work),
            Self::Papers => !plan.part(plan.branch(), Part::Papers).is_empty(),
            Self::Partners => partners.iter().any(|line| !line.partner.after.is_empty()),
            Self::BothPlans => Self::Needs.is_in(plan, partners) && Self::Partners.is_in(plan, partners),
            Self::Abroad => partners.iter().any(|line| {
                let abroad = matches!(line.partner.to, Reaches::Consulate | Reaches::AuthorityAbroad);
                abroad && line.standing().next().is_some()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SessionId;
    use crate::domain::sample;
    use std::sync::Arc;

    /// The sample group; its first session, held, and its last, planned, serve a rule each.
    fn record() -> GroupRecord {
        let mut record = sample::group();
        let course = Arc::make_mut(&mut record.course);
        sample::plan_of(course, 0).serves = vec![Standard("CM/Rec(2012)12 35.1".into())];
        sample::plan_of(course, 4).activities[0].serves = vec![Standard("CM/Rec(2012)12 37.1".into())];
        sample::plan_of(course, 4).serves = vec![Standard("Bangkok Rules 45".into())];
        record
    }

    fn state(coverage: &Coverage, rule: &str) -> State {
        coverage.rules().find(|(known, ..)| known.0 == rule).map(|rule| rule.2.state()).unwrap()
    }

    #[test]
    fn a_group_serves_what_its_sessions_do() {
        let record = record();
        let coverage = Coverage::of_group(&record);
        for (rule, expected) in [
            ("CM/Rec(2012)12 35.1", State::Served),
            ("CM/Rec(2012)12 37.1", State::Ahead),
            ("Bangkok Rules 45", State::Ahead),
            ("CM/Rec(2012)12 36.1", State::Missing),
        ] {
            assert_eq!(state(&coverage, rule), expected, "{rule}");
        }
        assert_eq!(coverage.counts(), [1, 1, RULES.len() - 2]);
        // Of the programme everything counts, whether it was held or not.
        assert_eq!(Coverage::of_course(&record.course).counts(), [2, 0, RULES.len() - 2]);
        let mut both = Coverage::of_group(&record);
        both.merge(Coverage::of_course(&record.course));
        assert_eq!(state(&both, "CM/Rec(2012)12 37.1"), State::Served);
    }

    #[test]
    fn a_person_is_served_by_what_they_were_at() {
        let mut record = record();
        let ana = record.members[0].id;
        let of =
            |record: &GroupRecord, plan: &Plan| Coverage::of_person(ana, std::slice::from_ref(record), &[], plan, &[]);
        record.marks.remove(&(SessionId(1), ana));
        assert_eq!(state(&of(&record, &Plan::default()), "CM/Rec(2012)12 35.1"), State::Missing);
        let plan = Plan::of(sample::persons_plan(ana));
        for (rule, expected) in [
            ("CM/Rec(2012)12 35.1", State::Served),
            ("CM/Rec(2012)12 35.2.a", State::Served),
            ("CM/Rec(2012)12 35.2.c", State::Missing),
            ("CM/Rec(2012)12 37.1", State::Ahead),
        ] {
            assert_eq!(state(&of(&record, &plan), rule), expected, "{rule}");
        }
    }

    #[test]
    fn every_known_rule_is_one_of_a_known_instrument() {
        for (rule, _) in RULES.iter().copied().chain(OF_A_PLAN.iter().map(|(_, rule)| (*rule, ""))) {
            assert!(Standard(rule.to_owned()).parts().is_some(), "{rule}");
            assert!(RULES.iter().any(|(known, _)| *known == rule), "{rule}");
        }
    }
}
