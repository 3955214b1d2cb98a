//! The end of a course: who completed by the rule of the programme, and what is missing for the others.

use crate::domain::figures::{Completion, Register, RegisterRow, Standing};
use crate::domain::group::SessionState;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::programme::RatingTime;
use crate::domain::record::{Dated, GroupRecord, Member};

/// Where somebody who took part stands at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub person: PersonId,
    pub completion: Completion,
    /// Session plans made good.
    pub caught_up: u32,
    /// Numbers of the essential session plans that the rule asks for and that are lost.
    pub missed: Vec<u16>,
    /// Numbers of the session plans that are ahead or not recorded.
    pub open: Vec<u16>,
    /// Items of the second self-rating without an answer, of those who were expected when it was asked.
    pub unrated: usize,
}

impl GroupRecord {
    /// Where everybody stands who took part, in the order of the people.
    #[must_use]
    pub fn endings(&self) -> Vec<Ending> {
        let register = Register::of(self);
        let rows = self.members.iter().zip(&register.rows);
        rows.filter(|(member, _)| member.took_part()).map(|(member, row)| self.ending(member, row)).collect()
    }

    fn ending(&self, member: &Member, row: &RegisterRow) -> Ending {
        let plans = || (1..).zip(&self.course.sessions).zip(&row.plans);
        let numbers = |wanted: &dyn Fn(bool, Standing) -> bool| {
            let found = plans().filter(|((_, plan), standing)| wanted(plan.essential, **standing));
            found.map(|((number, _), _)| number).collect::<Vec<u16>>()
        };
        let asked = self.course.completion.essentials;
        let made_good = numbers(&|_, standing| standing == Standing::CaughtUp);
        Ending {
            person: member.id,
            completion: row.completion,
            caught_up: u32::try_from(made_good.len()).unwrap_or(u32::MAX),
            missed: numbers(&|essential, standing| asked && essential && standing == Standing::Missed),
            open: numbers(&|_, standing| standing == Standing::Open),
            unrated: self.without_second_rating(member),
        }
    }

    /// The last session that was held or runs and asks for the second self-rating.
    #[must_use]
    pub fn second_rating(&self) -> Option<SessionId> {
        let asks = |dated: &&Dated| {
            let after = self.plan(&dated.session).is_some_and(|plan| plan.rating == Some(RatingTime::After));
            after && !matches!(dated.session.state, SessionState::Planned | SessionState::Cancelled { .. })
        };
        self.sessions.iter().rev().find(asks).map(|dated| dated.id)
    }

    /// How many answers are missing of somebody who was to be asked.
    fn without_second_rating(&self, member: &Member) -> usize {
        let asked = self.second_rating().and_then(|id| self.session(id));
        if !asked.is_some_and(|session| member.enrolment.covers(session.date)) {
            return 0;
        }
        let answered = |id: &str| self.ratings.contains_key(&(member.id, RatingTime::After.key(id)));
        self.course.ratings.items.iter().filter(|item| !answered(&item.id)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Code, Mark};
    use crate::domain::sample::{self, moment};
    use std::sync::Arc;

    /// Person, whether completed, plans made good, missed and open, ratings missing.
    fn of(record: &GroupRecord) -> Vec<String> {
        let of = |e: &Ending| {
            let (met, missed, open) = (e.completion.is_met(), &e.missed, &e.open);
            format!("{} {met} {} {missed:?} {open:?} {}", e.person.0, e.caught_up, e.unrated)
        };
        record.endings().iter().map(of).collect()
    }

    #[test]
    fn everybody_who_took_part_stands_somewhere_at_the_end() {
        let mut record = sample::group();
        // In mid course: Ana can still; the last, essential session is after Yusuf's release; Li left.
        assert_eq!(of(&record), ["1 false 0 [] [4, 5] 0", "2 false 1 [5] [] 0", "3 false 0 [1, 5] [2] 0"]);
        let at = moment("2026-11-24T10:00:00+01:00");
        for session in [3, 4] {
            record.sessions[session].session.state = SessionState::Held { from: at, to: at };
        }
        sample::plan_of(Arc::make_mut(&mut record.course), 4).rating = Some(RatingTime::After);
        for person in [1, 2] {
            record.marks.insert((SessionId(5), PersonId(person)), Mark::from(Code::Present));
        }
        // Ana has rated herself a second time, Yusuf has not.
        assert_eq!(of(&record)[..2], ["1 true 0 [] [4] 0", "2 true 1 [] [] 1"]);
        assert_eq!(record.second_rating(), Some(SessionId(5)));
    }
}
