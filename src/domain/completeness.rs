//! Completeness: what a group's record does not say yet, and what is overdue in it.

use crate::domain::figures::{Cell, Register, RegisterRow, Summary};
use crate::domain::group::{Place, SessionState};
use crate::domain::id::PersonId;
use crate::domain::record::{Dated, GroupRecord};
use chrono::NaiveDate;

/// What one session that was held does not say yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap<'a> {
    pub dated: &'a Dated,
    /// Marks not recorded, of everybody expected.
    pub marks: u32,
    pub expected: u32,
    /// Judgements on objectives not recorded, of all there are to make.
    pub outcomes: u32,
    pub to_judge: u32,
    /// Whose marks are missing.
    pub whose: Vec<PersonId>,
}

/// What is open about one person in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// The second self-rating was asked and has no answer.
    SecondRating,
    /// The course is over, and it is not recorded whether the person completed it or left.
    Ending,
}

impl Open {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::SecondRating => "open-second-rating",
            Self::Ending => "open-ending",
        }
    }
}

/// What a group's record does not say yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness<'a> {
    /// Sessions held with something missing, in order.
    pub gaps: Vec<Gap<'a>>,
    /// Sessions whose day is over, neither held nor cancelled.
    pub overdue: Vec<&'a Dated>,
    pub open: Vec<(PersonId, Open)>,
}

impl<'a> Completeness<'a> {
    /// Of a group, seen from `today`; of its sessions those whose day is `wanted`.
    #[must_use]
    pub fn of(record: &'a GroupRecord, today: NaiveDate, wanted: impl Fn(NaiveDate) -> bool) -> Self {
        let register = Register::of(record);
        let summary = Summary::of(record, &register);
        let mut gaps = Vec::new();
        for (at, dated) in record.sessions.iter().enumerate().filter(|(_, dated)| wanted(dated.session.date)) {
            if !dated.session.state.is_held() {
                continue;
            }
            let objectives = summary.objectives.iter().filter(|objective| objective.session == dated.id);
            let (outcomes, to_judge) = objectives.fold((0, 0), |(missing, all), objective| {
                let made = objective.achieved + objective.partly + objective.not_achieved;
                (missing + objective.not_recorded, all + made + objective.not_recorded)
            });
            let missing = |row: &&RegisterRow| row.cells.get(at) == Some(&Cell::NotRecorded);
            let whose: Vec<PersonId> = register.rows.iter().filter(missing).map(|row| row.person).collect();
            let column = &register.columns[at];
            if column.not_recorded + outcomes > 0 {
                let (marks, expected) = (column.not_recorded, column.enrolled);
                gaps.push(Gap { dated, marks, expected, outcomes, to_judge, whose });
            }
        }
        let late = |dated: &&Dated| {
            let session = &dated.session;
            session.state == SessionState::Planned && session.date < today && wanted(session.date)
        };
        Self { gaps, overdue: record.sessions.iter().filter(late).collect(), open: open(record, today) }
    }

    /// Whether nothing is missing.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.gaps.is_empty() && self.overdue.is_empty() && self.open.is_empty()
    }
}

fn open(record: &GroupRecord, today: NaiveDate) -> Vec<(PersonId, Open)> {
    let is_ahead = |dated: &Dated| !dated.session.state.is_held() && !dated.session.state.is_cancelled();
    let over = !record.sessions.iter().any(is_ahead) && record.sessions.iter().all(|dated| dated.session.date < today);
    let mut open = Vec::new();
    for ending in record.endings() {
        if ending.unrated > 0 {
            open.push((ending.person, Open::SecondRating));
        }
        let state = record.member(ending.person).map(|member| &member.enrolment.state);
        if over && state == Some(&Place::Enrolled) {
            open.push((ending.person, Open::Ending));
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Mark, TABLE};
    use crate::domain::id::SessionId;
    use crate::domain::sample::{self, day};

    #[test]
    fn what_is_missing_is_named_session_by_session() {
        let record = sample::group();
        let of = |today: &str| Completeness::of(&record, day(today), |_| true);
        let found = of("2026-11-20");
        let gaps: Vec<_> = found
            .gaps
            .iter()
            .map(|gap| (gap.dated.id.0, gap.marks, gap.expected, gap.outcomes, gap.to_judge))
            .collect();
        // Li's objective of the first session; two of three at the second; Ana is not marked at the fourth.
        assert_eq!(gaps, [(1, 0, 3, 1, 3), (2, 1, 3, 2, 3), (4, 1, 2, 2, 2)]);
        assert_eq!(found.gaps[2].whose, [PersonId(1)]);
        assert!(found.overdue.is_empty() && found.open.is_empty() && !found.is_complete());
        // A day after the last session, which nobody held.
        let overdue: Vec<_> = of("2026-11-25").overdue.iter().map(|dated| dated.id.0).collect();
        assert_eq!(overdue, [5]);
        assert!(Completeness::of(&record, day("2026-11-20"), |date| date > day("2026-11-20")).is_complete());
    }

    #[test]
    fn a_course_that_is_over_asks_how_it_ended() {
        let mut record = sample::group();
        let at = sample::moment("2026-11-24T10:00:00+01:00");
        for dated in &mut record.sessions[3..] {
            dated.session.state = SessionState::Held { from: at, to: at };
        }
        let open = |record: &GroupRecord| Completeness::of(record, day("2026-11-25"), |_| true).open;
        assert_eq!(open(&record), [(PersonId(1), Open::Ending), (PersonId(2), Open::Ending)]);
        record.members[0].enrolment.state = Place::Completed { on: day("2026-11-24") };
        assert_eq!(open(&record), [(PersonId(2), Open::Ending)]);
    }

    proptest::proptest! {
        #[test]
        fn missing_marks_are_those_of_the_register(
            marks in proptest::collection::vec((0_i64..5, 0_i64..5, 0_usize..20), 0..25),
        ) {
            let mut record = sample::group();
            let entry = |(session, person, code): (i64, i64, usize)| {
                ((SessionId(session + 1), PersonId(person + 1)), Mark::from(TABLE[code].code))
            };
            record.marks = marks.into_iter().map(entry).collect();
            let register = Register::of(&record);
            let found = Completeness::of(&record, day("2026-11-20"), |_| true);
            let missing: u32 = found.gaps.iter().map(|gap| gap.marks).sum();
            assert_eq!(missing, register.total.not_recorded);
            assert!(found.gaps.iter().all(|gap| gap.whose.len() == usize::try_from(gap.marks).unwrap()));
        }
    }
}
