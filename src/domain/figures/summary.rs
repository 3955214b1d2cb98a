//! The figures of a whole group: its people, its sessions, what was delivered and what came of it.

use crate::domain::attendance::{Kind, MadeGood};
use crate::domain::figures::fidelity::How;
use crate::domain::figures::{Cell, Fidelity, Register, RegisterRow};
use crate::domain::group::{LeavingReason, Place, SessionState};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::outcome::Outcome;
use crate::domain::record::{Dated, GroupRecord, Member};
use std::collections::BTreeMap;

/// Everything that a summary of a group counts, apart from the [`Register`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    pub people: People,
    pub completion: CompletionCount,
    pub sessions: SessionCount,
    pub delivered: Delivered,
    /// What made missed sessions good.
    pub made_good: MadeGoodCount,
    /// People by the reason for which they left, in the order of [`LeavingReason::ALL`]; none with 0.
    pub leaving: BTreeMap<LeavingReason, u32>,
    pub objectives: Vec<ObjectiveCount>,
    /// By the index of the rating item in the course.
    pub ratings: Vec<RatingCount>,
}

/// People who ever had a place: `had_place` is the sum of enrolled, completed, left and by mistake.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    pub had_place: u32,
    pub enrolled: u32,
    pub completed: u32,
    pub left: u32,
    /// Enrolled by mistake: counted nowhere else.
    pub by_mistake: u32,
    /// Still waiting: never had a place.
    pub waiting: u32,
}

/// What made missed sessions good; the four add up to all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeGoodCount {
    pub one_to_one: u32,
    pub other_group: u32,
    pub extra_session: u32,
    /// Recorded before it was asked.
    pub not_said: u32,
}

impl People {
    /// Those who took part: had a place, and not by mistake.
    #[must_use]
    pub fn took_part(&self) -> u32 {
        self.had_place - self.by_mistake
    }
}

/// People who took part, by where they stand against the completion rule; the three add up to all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompletionCount {
    pub met: u32,
    pub possible: u32,
    pub out_of_reach: u32,
}

/// Sessions by state; the three add up to all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionCount {
    pub held: u32,
    pub cancelled: u32,
    pub ahead: u32,
    /// Of whichever state: not on the day first planned.
    pub moved: u32,
}

impl SessionCount {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.held + self.cancelled + self.ahead
    }
}

/// What was delivered in the sessions that are over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Minutes of their session plans.
    pub planned: u32,
    /// Minutes from opening to closing in the room, without pauses.
    pub minutes: u32,
    pub paused: u32,
    /// Activities of their session plans by [what was given](crate::domain::figures::fidelity::How).
    pub done: u32,
    pub shortened: u32,
    pub lengthened: u32,
    pub skipped: u32,
    pub not_recorded: u32,
    /// Given though no plan has it.
    pub added: u32,
    /// Of those given, begun after something that the plan has after them.
    pub out_of_order: u32,
}

impl Delivered {
    /// Adds what was delivered elsewhere.
    pub fn merge(&mut self, other: &Self) {
        self.planned += other.planned;
        self.minutes += other.minutes;
        self.paused += other.paused;
        self.done += other.done;
        self.shortened += other.shortened;
        self.lengthened += other.lengthened;
        self.skipped += other.skipped;
        self.not_recorded += other.not_recorded;
        self.added += other.added;
        self.out_of_order += other.out_of_order;
    }

    /// Activities of the session plans.
    #[must_use]
    pub fn activities(&self) -> u32 {
        self.done + self.shortened + self.lengthened + self.skipped + self.not_recorded
    }

    /// Everything that was begun, what was added among it.
    #[must_use]
    pub fn given(&self) -> u32 {
        self.done + self.shortened + self.lengthened + self.added
    }
}

/// One objective of one session that was held, over everybody who counts in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectiveCount {
    pub session: SessionId,
    /// Its id in the session plan.
    pub objective: String,
    pub achieved: u32,
    pub partly: u32,
    pub not_achieved: u32,
    pub not_recorded: u32,
}

/// One item of the self-rating, over those who answered before and after; the three add up to them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RatingCount {
    pub higher: u32,
    pub same: u32,
    pub lower: u32,
}

impl Member {
    /// Whether the person ever had a place that was meant.
    #[must_use]
    pub fn took_part(&self) -> bool {
        self.enrolment.took_part()
    }
}

impl Summary {
    /// The figures of `record`, whose register is `register`.
    #[must_use]
    pub fn of(record: &GroupRecord, register: &Register) -> Self {
        Self {
            people: people(record),
            completion: completion(record, register),
            sessions: sessions(record),
            delivered: delivered(record),
            made_good: made_good(register),
            leaving: leaving(record),
            objectives: objectives(record, register),
            ratings: ratings(record),
        }
    }
}

fn people(record: &GroupRecord) -> People {
    let mut people = People::default();
    for member in &record.members {
        match (&member.enrolment.state, member.enrolment.out()) {
            (Place::Enrolled, _) => people.enrolled += 1,
            (Place::Completed { .. }, _) => people.completed += 1,
            (_, Some(LeavingReason::Mistake)) => people.by_mistake += 1,
            // Who left and waits to come back had a place, and has left.
            (_, Some(_)) => people.left += 1,
            (_, None) => people.waiting += 1,
        }
    }
    people.had_place = people.enrolled + people.completed + people.left + people.by_mistake;
    people
}

fn completion(record: &GroupRecord, register: &Register) -> CompletionCount {
    let mut count = CompletionCount::default();
    for (row, _) in register.rows.iter().zip(&record.members).filter(|(_, member)| member.took_part()) {
        if row.completion.is_met() {
            count.met += 1;
        } else if row.completion.is_possible() {
            count.possible += 1;
        } else {
            count.out_of_reach += 1;
        }
    }
    count
}

fn sessions(record: &GroupRecord) -> SessionCount {
    let mut count = SessionCount::default();
    for Dated { session, .. } in &record.sessions {
        match session.state {
            SessionState::Running { .. } | SessionState::Held { .. } => count.held += 1,
            SessionState::Cancelled { .. } => count.cancelled += 1,
            SessionState::Planned => count.ahead += 1,
        }
        count.moved += u32::from(session.moved.is_some());
    }
    count
}

fn leaving(record: &GroupRecord) -> BTreeMap<LeavingReason, u32> {
    let mut leaving = BTreeMap::new();
    for member in &record.members {
        if let Some(reason) = member.enrolment.out() {
            *leaving.entry(reason).or_default() += 1;
        }
    }
    leaving
}

fn made_good(register: &Register) -> MadeGoodCount {
    let mut count = MadeGoodCount::default();
    let cells = register.rows.iter().flat_map(|row| &row.cells);
    for caught_up in cells.filter_map(Cell::caught_up) {
        match caught_up.how {
            Some(MadeGood::OneToOne { .. }) => count.one_to_one += 1,
            Some(MadeGood::Elsewhere { .. }) => count.other_group += 1,
            Some(MadeGood::Extra { .. }) => count.extra_session += 1,
            None => count.not_said += 1,
        }
    }
    count
}

fn delivered(record: &GroupRecord) -> Delivered {
    let mut sum = Delivered::default();
    for fidelity in record.sessions.iter().filter_map(|dated| Fidelity::of(record, dated.id)) {
        sum.planned += fidelity.planned;
        sum.minutes += fidelity.minutes;
        sum.paused += fidelity.paused;
        sum.done += fidelity.count(How::AsPlanned);
        sum.shortened += fidelity.count(How::Shortened);
        sum.lengthened += fidelity.count(How::Lengthened);
        sum.skipped += fidelity.count(How::Skipped);
        sum.not_recorded += fidelity.count(How::NotRecorded);
        sum.added += fidelity.count(How::Added);
        sum.out_of_order += fidelity.out_of_order();
    }
    sum
}

fn objectives(record: &GroupRecord, register: &Register) -> Vec<ObjectiveCount> {
    let mut counts = Vec::new();
    for (column, Dated { id, session }) in record.sessions.iter().enumerate() {
        if !session.state.is_held() {
            continue;
        }
        for objective in record.plan(session).map_or(&[][..], |plan| &plan.objectives) {
            let counted = register.rows.iter().filter(|row| row.cells.get(column).is_some_and(counts_for));
            counts.push(objective_count(record, *id, &objective.id, counted));
        }
    }
    counts
}

/// Whether the session counts for the person and took place.
fn counts_for(cell: &Cell) -> bool {
    match cell {
        Cell::Marked(mark) => mark.code.kind() != Kind::NotCounted,
        Cell::NotRecorded => true,
        Cell::Extra(mark) => mark.code.attended(),
        Cell::Ahead | Cell::NotCounted(_) => false,
    }
}

fn objective_count<'a>(
    record: &GroupRecord,
    session: SessionId,
    objective: &str,
    rows: impl Iterator<Item = &'a RegisterRow>,
) -> ObjectiveCount {
    let mut count = ObjectiveCount {
        session,
        objective: objective.to_owned(),
        achieved: 0,
        partly: 0,
        not_achieved: 0,
        not_recorded: 0,
    };
    for row in rows {
        match record.outcomes.get(&(session, row.person, objective.to_owned())) {
            Some(Outcome::Achieved) => count.achieved += 1,
            Some(Outcome::Partly) => count.partly += 1,
            Some(Outcome::NotAchieved) => count.not_achieved += 1,
            None => count.not_recorded += 1,
        }
    }
    count
}

fn ratings(record: &GroupRecord) -> Vec<RatingCount> {
    let rated = |person: PersonId, time: &str, item: &str| record.ratings.get(&(person, format!("{time}:{item}")));
    let count = |item: &str| {
        let mut count = RatingCount::default();
        for member in record.members.iter().filter(|member| member.took_part()) {
            let (Some(before), Some(after)) = (rated(member.id, "before", item), rated(member.id, "after", item))
            else {
                continue;
            };
            match after.cmp(before) {
                std::cmp::Ordering::Greater => count.higher += 1,
                std::cmp::Ordering::Equal => count.same += 1,
                std::cmp::Ordering::Less => count.lower += 1,
            }
        }
        count
    };
    record.course.ratings.items.iter().map(|item| count(&item.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn the_summary_of_a_group_in_mid_course() {
        let record = sample::group();
        let register = Register::of(&record);
        let summary = Summary::of(&record, &register);
        let people = People { had_place: 4, enrolled: 2, completed: 0, left: 1, by_mistake: 1, waiting: 1 };
        assert_eq!(summary.people, people);
        // Ana can still; Yusuf is released before an essential session; Li left.
        assert_eq!(summary.completion, CompletionCount { met: 0, possible: 1, out_of_reach: 2 });
        assert_eq!(summary.sessions, SessionCount { held: 3, cancelled: 1, ahead: 1, moved: 1 });
        let delivered = Delivered {
            planned: 180,
            minutes: 180,
            done: 1,
            shortened: 1,
            skipped: 1,
            not_recorded: 1,
            ..Delivered::default()
        };
        assert_eq!(summary.delivered, delivered);
        assert_eq!(summary.leaving, BTreeMap::from([(LeavingReason::Released, 1), (LeavingReason::Mistake, 1)]));
        assert_eq!(summary.ratings, [RatingCount { higher: 1, same: 0, lower: 0 }]);
    }

    #[test]
    fn objectives_are_counted_over_everybody_expected() {
        let record = sample::group();
        let register = Register::of(&record);
        let of = |o: &ObjectiveCount| (o.session.0, o.achieved, o.partly, o.not_achieved, o.not_recorded);
        let counts: Vec<_> = Summary::of(&record, &register).objectives.iter().map(of).collect();
        assert_eq!(counts, [(1, 1, 1, 0, 1), (2, 0, 0, 1, 2), (4, 0, 0, 0, 2)]);
        for ((_, a, p, n, not), column) in counts.iter().zip([0, 1, 3]) {
            assert_eq!(a + p + n + not, register.columns[column].enrolled);
        }
    }
}
