//! An evaluation: the figures of many groups added up, group by group, so that one of them is held at a time.
//!
//! What is counted is *places*: somebody who took part in two groups is counted in each. Sessions are
//! counted under the first session plan that they carry.

use crate::domain::codes::{Country, Language};
use crate::domain::figures::summary::RatingCount;
use crate::domain::figures::{Register, RegisterRow, Summary, Tally};
use crate::domain::group::Place;
use crate::domain::programme::Localised;
use crate::domain::record::{GroupRecord, Member};
use std::collections::BTreeMap;

/// The figures of some groups.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evaluation {
    pub groups: u32,
    /// Over everybody and every session.
    pub total: Tally,
    /// Without objectives and ratings, which are counted below.
    pub summary: Summary,
    /// By programme and session plan.
    pub plans: BTreeMap<(String, String), PlanCount>,
    /// By the language that somebody prefers; `None` where no language is recorded.
    pub languages: BTreeMap<Option<Language>, Cohort>,
    pub countries: BTreeMap<Option<Country>, Cohort>,
    /// By programme and rating item.
    pub ratings: BTreeMap<(String, String), RatingSpread>,
}

/// Attendance at the sessions of one session plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlanCount {
    /// What the programme is called.
    pub programme: Localised,
    pub title: Localised,
    /// Its place in the course, from 1; the lowest where versions differ.
    pub number: u16,
    /// Sessions held.
    pub held: u32,
    pub tally: Tally,
}

/// Some of those who took part: `took_part` is the sum of the three below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cohort {
    pub took_part: u32,
    pub completed: u32,
    pub enrolled: u32,
    pub left: u32,
    pub tally: Tally,
}

/// One item of the self-rating: how often each step was chosen, and how the second answer stands to the first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RatingSpread {
    pub text: Localised,
    /// By step, the lowest first.
    pub before: Vec<u32>,
    pub after: Vec<u32>,
    pub change: RatingCount,
}

impl Tally {
    /// Adds the counts of other cells.
    pub fn merge(&mut self, other: &Self) {
        self.enrolled += other.enrolled;
        self.present += other.present;
        self.late += other.late;
        self.left_early += other.left_early;
        for (code, count) in &other.away {
            *self.away.entry(*code).or_default() += count;
        }
        self.not_recorded += other.not_recorded;
        self.caught_up += other.caught_up;
        self.caught_up_besides += other.caught_up_besides;
        self.minutes_planned += other.minutes_planned;
        self.minutes_received += other.minutes_received;
    }
}

impl Cohort {
    /// Adds others to these.
    pub fn merge(&mut self, other: &Self) {
        self.took_part += other.took_part;
        self.completed += other.completed;
        self.enrolled += other.enrolled;
        self.left += other.left;
        self.tally.merge(&other.tally);
    }

    fn add(&mut self, member: &Member, row: &RegisterRow) {
        self.tally.merge(&row.tally);
        if !member.took_part() {
            return;
        }
        self.took_part += 1;
        match member.enrolment.state {
            Place::Completed { .. } => self.completed += 1,
            Place::Enrolled => self.enrolled += 1,
            Place::Left { .. } | Place::Waiting => self.left += 1,
        }
    }
}

impl Evaluation {
    /// Adds everything of one group.
    pub fn add(&mut self, record: &GroupRecord) {
        let register = Register::of(record);
        let summary = Summary::of(record, &register);
        self.groups += 1;
        self.total.merge(&register.total);
        self.add_plans(record, &register);
        // Somebody without a place may have been marked, and is then in the register.
        let counts = |(member, row): &(&Member, &RegisterRow)| member.took_part() || row.tally.enrolled > 0;
        for (member, row) in record.members.iter().zip(&register.rows).filter(counts) {
            let language = member.person.languages.first().map(|spoken| spoken.language.clone());
            self.languages.entry(language).or_default().add(member, row);
            self.countries.entry(member.person.country.clone()).or_default().add(member, row);
            self.add_ratings(record, member);
        }
        for (item, change) in record.course.ratings.items.iter().zip(&summary.ratings) {
            let spread = self.ratings.entry((record.course.programme.clone(), item.id.clone())).or_default();
            spread.change.higher += change.higher;
            spread.change.same += change.same;
            spread.change.lower += change.lower;
        }
        self.summary.merge(&summary);
    }

    fn add_plans(&mut self, record: &GroupRecord, register: &Register) {
        for (dated, column) in record.sessions.iter().zip(&register.columns) {
            let Some(plan) = record.course.sessions.get(usize::from(dated.session.plan)) else { continue };
            let key = (record.course.programme.clone(), plan.id.clone());
            let count = self.plans.entry(key).or_insert_with(|| PlanCount {
                programme: record.course.title.clone(),
                title: plan.title.clone(),
                number: dated.session.number(),
                ..PlanCount::default()
            });
            count.number = count.number.min(dated.session.number());
            count.held += u32::from(dated.session.state.is_held());
            count.tally.merge(column);
        }
    }

    fn add_ratings(&mut self, record: &GroupRecord, member: &Member) {
        for item in &record.course.ratings.items {
            let spread = self.ratings.entry((record.course.programme.clone(), item.id.clone())).or_default();
            if spread.text.is_empty() {
                spread.text = item.text.clone();
            }
            let steps = record.course.ratings.scale.len();
            for (time, counts) in [("before", &mut spread.before), ("after", &mut spread.after)] {
                counts.resize(counts.len().max(steps), 0);
                let chosen = record.ratings.get(&(member.id, format!("{time}:{}", item.id)));
                if let Some(count) = chosen.and_then(|step| counts.get_mut(usize::from(*step))) {
                    *count += 1;
                }
            }
        }
    }

    /// The plans in the order of their courses, programme by programme.
    #[must_use]
    pub fn plans_in_order(&self) -> Vec<(&str, &str, &PlanCount)> {
        let mut plans: Vec<_> =
            self.plans.iter().map(|((programme, plan), count)| (programme.as_str(), plan.as_str(), count)).collect();
        plans.sort_by_key(|(programme, _, count)| (*programme, count.number));
        plans
    }
}

impl Summary {
    /// Adds the figures of another group; objectives and ratings, which are those of its course, stay out.
    pub fn merge(&mut self, other: &Self) {
        let (people, more) = (&mut self.people, &other.people);
        people.had_place += more.had_place;
        people.enrolled += more.enrolled;
        people.completed += more.completed;
        people.left += more.left;
        people.by_mistake += more.by_mistake;
        people.waiting += more.waiting;
        let (completion, more) = (&mut self.completion, &other.completion);
        completion.met += more.met;
        completion.possible += more.possible;
        completion.out_of_reach += more.out_of_reach;
        let (sessions, more) = (&mut self.sessions, &other.sessions);
        sessions.held += more.held;
        sessions.cancelled += more.cancelled;
        sessions.ahead += more.ahead;
        sessions.moved += more.moved;
        let (good, more) = (&mut self.made_good, &other.made_good);
        good.one_to_one += more.one_to_one;
        good.other_group += more.other_group;
        good.extra_session += more.extra_session;
        good.not_said += more.not_said;
        for (reason, count) in &other.leaving {
            *self.leaving.entry(*reason).or_default() += count;
        }
        self.delivered.merge(&other.delivered);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Mark, TABLE};
    use crate::domain::id::{PersonId, SessionId};
    use crate::domain::sample;

    /// Everything that must add up in an evaluation.
    fn reconciles(evaluation: &Evaluation) {
        let sum = |counts: &mut dyn Iterator<Item = u32>| counts.sum::<u32>();
        let (people, total) = (&evaluation.summary.people, &evaluation.total);
        assert_eq!(people.had_place, people.enrolled + people.completed + people.left + people.by_mistake);
        assert_eq!(sum(&mut evaluation.summary.leaving.values().copied()), people.left + people.by_mistake);
        for cohorts in
            [evaluation.languages.values().collect::<Vec<_>>(), evaluation.countries.values().collect::<Vec<_>>()]
        {
            assert_eq!(sum(&mut cohorts.iter().map(|cohort| cohort.took_part)), people.took_part());
            assert_eq!(sum(&mut cohorts.iter().map(|cohort| cohort.completed)), people.completed);
            assert_eq!(sum(&mut cohorts.iter().map(|cohort| cohort.tally.enrolled)), total.enrolled);
            assert_eq!(sum(&mut cohorts.iter().map(|cohort| cohort.tally.attended())), total.attended());
            for cohort in cohorts {
                assert_eq!(cohort.took_part, cohort.completed + cohort.enrolled + cohort.left);
            }
        }
        let plans = || evaluation.plans.values();
        assert_eq!(sum(&mut plans().map(|plan| plan.tally.enrolled)), total.enrolled);
        assert_eq!(sum(&mut plans().map(|plan| plan.tally.absent())), total.absent());
        assert_eq!(sum(&mut plans().map(|plan| plan.held)), evaluation.summary.sessions.held);
        for tally in plans().map(|plan| &plan.tally).chain([total]) {
            assert_eq!(tally.enrolled, tally.attended() + tally.absent() + tally.not_recorded);
        }
    }

    #[test]
    fn two_groups_are_twice_one_group() {
        let (mut one, mut two) = (Evaluation::default(), Evaluation::default());
        one.add(&sample::group());
        two.add(&sample::group());
        two.add(&sample::group());
        reconciles(&one);
        reconciles(&two);
        assert_eq!((two.groups, two.total.enrolled, two.summary.people.took_part()), (2, 16, 6));
        assert_eq!(two.summary.delivered.skipped, 2 * one.summary.delivered.skipped);
        let spread = &two.ratings[&("planning-for-resettlement".to_owned(), "papers".to_owned())];
        assert_eq!((spread.before.as_slice(), spread.after.as_slice()), (&[2, 2][..], &[0, 2][..]));
        assert_eq!(spread.change, RatingCount { higher: 2, same: 0, lower: 0 });
        let order: Vec<_> = two.plans_in_order().iter().map(|(_, plan, _)| (*plan).to_owned()).collect();
        assert_eq!(order, ["start", "papers", "money", "home", "next"]);
    }

    proptest::proptest! {
        #[test]
        fn an_evaluation_adds_up_whatever_is_recorded(
            marks in proptest::collection::vec((0_i64..5, 0_i64..5, 0_usize..20), 0..25),
            more in (0_i64..5, 0_i64..5, 0_usize..20),
        ) {
            let mut record = sample::group();
            let entry = |(session, person, code): (i64, i64, usize)| {
                ((SessionId(session + 1), PersonId(person + 1)), Mark::from(TABLE[code].code))
            };
            record.marks = marks.into_iter().map(entry).collect();
            let mut evaluation = Evaluation::default();
            evaluation.add(&record);
            reconciles(&evaluation);
            // One entry more breaks nothing either.
            record.marks.extend([entry(more)]);
            evaluation.add(&record);
            reconciles(&evaluation);
        }
    }
}
