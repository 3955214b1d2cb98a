//! Completion: where a person stands with every session plan of the programme, and against its rule.
//!
//! The rule counts session plans, whatever became of the timetable:
//!
//! - a plan is *attended* when every session that carries it, or a part of it, was attended;
//! - it is *caught up* when all of them were attended or made good, and at least one was made good;
//! - it is *open* when none of them is lost, and at least one is ahead and before the release, or not
//!   recorded yet;
//! - it is *missed* otherwise: one of them was missed and not made good, was cancelled, does not count for
//!   the person, or comes after the release. A plan without any session is missed too.
//!
//! A session that carries two plans counts for both. An extra session counts for none by itself: whoever
//! was there has caught up the session that was missed, whose mark says so.

use crate::domain::attendance::Mark;
use crate::domain::figures::{Cell, is_reached};
use crate::domain::programme::Course;
use crate::domain::record::{GroupRecord, Member};

/// Where a person stands with one session plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Attended,
    CaughtUp,
    Open,
    Missed,
}

impl Standing {
    /// Attended or caught up: what the rule counts.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::Attended | Self::CaughtUp)
    }
}

/// Where a person stands against the completion rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completion {
    /// Session plans attended or caught up.
    pub done: u32,
    /// Session plans the rule asks for.
    pub needed: u32,
    /// Essential plans that the rule asks for and that are lost: missed and not caught up, cancelled,
    /// or after the person's release.
    pub essentials_missed: u32,
    /// Essential plans the rule asks for that are still ahead, or held and not recorded yet.
    pub essentials_ahead: u32,
    /// The best that `done` can still become.
    pub possible: u32,
}

impl Completion {
    /// The rule is met.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.done >= self.needed && self.essentials_missed == 0 && self.essentials_ahead == 0
    }

    /// The rule can still be met.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.possible >= self.needed && self.essentials_missed == 0
    }
}

/// Where `member` stands with every plan of the course, in its order; `cells` are those of the register.
pub(super) fn standings(record: &GroupRecord, member: &Member, cells: &[Cell]) -> Vec<Standing> {
    let mut plans: Vec<Option<Standing>> = vec![None; record.course.sessions.len()];
    for (cell, dated) in cells.iter().zip(&record.sessions) {
        let here = match cell {
            Cell::Ahead if is_reached(member, &dated.session) => Standing::Open,
            Cell::NotRecorded => Standing::Open,
            Cell::Marked(mark) => made_of(mark),
            Cell::Ahead | Cell::NotCounted(_) | Cell::Extra(_) => Standing::Missed,
        };
        for plan in dated.session.plans() {
            if let Some(standing) = plans.get_mut(usize::from(plan)) {
                *standing = Some(standing.map_or(here, |before| together(before, here)));
            }
        }
    }
    plans.into_iter().map(|standing| standing.unwrap_or(Standing::Missed)).collect()
}

fn made_of(mark: &Mark) -> Standing {
    match (mark.code.attended(), &mark.caught_up) {
        (true, _) => Standing::Attended,
        (false, Some(_)) => Standing::CaughtUp,
        (false, None) => Standing::Missed,
    }
}

/// Two sessions that carry the same plan: the worse of the two.
fn together(one: Standing, other: Standing) -> Standing {
    use Standing::{Attended, CaughtUp, Missed, Open};
    [Missed, Open, CaughtUp].into_iter().find(|worse| [one, other].contains(worse)).unwrap_or(Attended)
}

impl Completion {
    /// Where somebody stands against the rule of `course` who stands so with its plans.
    #[must_use]
    pub fn of(course: &Course, plans: &[Standing]) -> Self {
        let count = |counts: &dyn Fn(usize, Standing) -> bool| {
            let counted = plans.iter().enumerate().filter(|(plan, standing)| counts(*plan, **standing)).count();
            u32::try_from(counted).unwrap_or(u32::MAX)
        };
        let rule = course.completion;
        let asked = |plan: usize| rule.essentials && course.sessions.get(plan).is_some_and(|plan| plan.essential);
        let done = count(&|_, standing| standing.is_done());
        Self {
            done,
            needed: rule.sessions.map_or(u32::try_from(plans.len()).unwrap_or(u32::MAX), u32::from),
            essentials_missed: count(&|plan, standing| standing == Standing::Missed && asked(plan)),
            essentials_ahead: count(&|plan, standing| standing == Standing::Open && asked(plan)),
            possible: done + count(&|_, standing| standing == Standing::Open),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{CaughtUp, Code};
    use crate::domain::figures::Register;
    use crate::domain::group::{Carries, SessionState};
    use crate::domain::sample::{self, day, moment};

    fn made_good() -> Mark {
        Mark { caught_up: Some(CaughtUp { on: day("2026-11-23"), minutes: 45, how: None }), ..Mark::from(Code::Ill) }
    }

    /// What stands with the first two plans when the first five sessions carry them so and Ana has these marks.
    fn standing(sessions: &[(u16, Carries)], marks: &[Option<Mark>]) -> (Standing, Standing) {
        let mut record = sample::group();
        let at = moment("2026-11-20T10:00:00+01:00");
        record.sessions.truncate(sessions.len());
        record.marks.clear();
        for ((dated, (plan, carries)), mark) in record.sessions.iter_mut().zip(sessions).zip(marks) {
            dated.session.state = SessionState::Held { from: at, to: at };
            (dated.session.plan, dated.session.carries) = (*plan, carries.clone());
            record.marks.extend(mark.clone().map(|mark| ((dated.id, record.members[0].id), mark)));
        }
        let row = Register::of(&record).rows.remove(0);
        (row.plans[0], row.plans[1])
    }

    #[test]
    fn a_plan_is_attended_when_all_that_carries_it_was() {
        use Standing::{Attended, CaughtUp, Missed, Open};
        let whole = |plan| (plan, Carries::Whole);
        let part = |number| (0, Carries::Part { number, of: 2, from: 0, to: 1 });
        let both = || (0, Carries::Joined { with: vec![1] });
        let extra = || (0, Carries::Extra);
        let (here, ill) = (|| Some(Mark::from(Code::Present)), || Some(Mark::from(Code::Ill)));
        let good = || Some(made_good());
        for (sessions, marks, stands) in [
            (vec![whole(0), whole(1)], vec![here(), ill()], (Attended, Missed)),
            (vec![whole(0), whole(1)], vec![good(), None], (CaughtUp, Open)),
            (vec![part(1), part(2)], vec![here(), here()], (Attended, Missed)),
            (vec![part(1), part(2)], vec![here(), ill()], (Missed, Missed)),
            (vec![part(1), part(2)], vec![here(), good()], (CaughtUp, Missed)),
            (vec![part(1), part(2)], vec![here(), None], (Open, Missed)),
            (vec![part(1), part(2)], vec![ill(), None], (Missed, Missed)),
            (vec![both()], vec![here()], (Attended, Attended)),
            (vec![both()], vec![good()], (CaughtUp, CaughtUp)),
            // An extra session alone makes nothing good: the mark of what was missed says so.
            (vec![whole(0), extra()], vec![ill(), here()], (Missed, Missed)),
            (vec![whole(0), extra()], vec![good(), here()], (CaughtUp, Missed)),
        ] {
            assert_eq!(standing(&sessions, &marks), stands, "{sessions:?} {marks:?}");
        }
    }
}
