//! In which order the people of a register stand: asked for, and kept until it is asked for again, so that
//! no line moves under the hand that marks it.

use super::Register;
use crate::domain::block::is_missing;
use crate::domain::figures::{Register as Figures, RegisterRow, Share};
use crate::domain::id::PersonId;
use crate::domain::record::GroupRecord;
use chrono::{DateTime, FixedOffset};
use std::cmp::Reverse;

/// By what people are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Name,
    /// The lowest first.
    Attendance,
    /// The most cells without a mark first.
    Missing,
}

impl Order {
    /// The order that comes after it.
    pub(super) fn next(self) -> Self {
        match self {
            Self::Name => Self::Attendance,
            Self::Attendance => Self::Missing,
            Self::Missing => Self::Name,
        }
    }

    /// The message that names it.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::Name => "register-by-name",
            Self::Attendance => "register-by-attendance",
            Self::Missing => "register-by-missing",
        }
    }
}

/// A share as something to sort by: nothing of nothing comes last.
fn by(share: Share) -> (bool, u32) {
    (share.of == 0, share.count.saturating_mul(100_000).checked_div(share.of).unwrap_or(0))
}

/// Everybody who takes part or took part, in this order; those alike by name.
fn sorted(record: &GroupRecord, figures: &Figures, order: Order, now: DateTime<FixedOffset>) -> Vec<PersonId> {
    let mut rows: Vec<&RegisterRow> = figures.rows.iter().collect();
    let missing = |row: &RegisterRow| {
        let Some(member) = record.member(row.person) else { return 0 };
        let cells = record.sessions.iter().zip(&row.cells);
        cells.filter(|(dated, cell)| is_missing(record, dated, member, cell, now)).count()
    };
    match order {
        Order::Name => {}
        Order::Attendance => rows.sort_by_key(|row| by(row.tally.attendance())),
        Order::Missing => rows.sort_by_key(|row| Reverse(missing(row))),
    }
    rows.into_iter().map(|row| row.person).collect()
}

impl Register {
    /// Sorts the lines; the selected person stays selected.
    pub(super) fn sort(&mut self, order: Order, now: DateTime<FixedOffset>) {
        let (Some(record), Some(figures)) = (&self.record, &self.figures) else { return };
        let selected = self.lines.get(self.list.selected).and_then(|index| record.members.get(*index)).map(|m| m.id);
        self.order = order;
        self.people = sorted(record, figures, order, now);
        self.arrange();
        let Some(record) = &self.record else { return };
        let at = |index: &usize| record.members.get(*index).map(|member| member.id) == selected;
        self.list.selected = self.lines.iter().position(at).unwrap_or(0);
        self.list.keep_within(self.lines.len());
        self.anchor = None;
    }

    /// Lines for those who take part or took part, in the order that was asked for; who came since is last.
    pub(super) fn arrange(&mut self) {
        let Some(record) = &self.record else { return };
        let mut lines: Vec<usize> = (0..record.members.len()).filter(|at| record.members[*at].took_part()).collect();
        if self.order != Order::Name {
            let place = |at: &usize| self.people.iter().position(|id| *id == record.members[*at].id);
            lines.sort_by_key(|at| place(at).unwrap_or(usize::MAX));
        }
        self.lines = lines;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{self, moment};

    #[test]
    fn people_are_sorted_by_name_attendance_or_what_is_missing() {
        let record = sample::group();
        let figures = Figures::of(&record);
        let by = |order| -> Vec<i64> {
            let ids = sorted(&record, &figures, order, moment("2026-11-24T12:00:00+01:00"));
            ids.into_iter().map(|id| id.0).collect()
        };
        assert_eq!(by(Order::Name), [1, 2, 3, 4, 5]);
        // Li attended none of two, Yusuf one of three, Ana two of three; nothing counts for the others.
        assert_eq!(by(Order::Attendance), [3, 2, 1, 4, 5]);
        // Ana lacks sessions 4 and 5, Yusuf 5, Li 2.
        assert_eq!(by(Order::Missing), [1, 2, 3, 4, 5]);
    }
}
