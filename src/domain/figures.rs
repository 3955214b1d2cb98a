//! Figures: everything that is counted, once. Each is defined in the vocabulary of the field:
//! enrolled = present + late + left early + away by reason + not recorded, for every session held.
//!
//! Two things are counted, and they are not the same. *Attendance* counts dated sessions: a plan split in
//! two gives two of them, two plans joined give one. *Completion* counts session plans, as the programme
//! does: see [`completion`]. An extra session repeats a plan for those who missed it. It is shown, and it
//! makes good what was missed, but it is in nobody's attendance: what it repeats is counted already.

pub mod completion;
pub mod ending;
pub mod evaluation;
pub mod fidelity;
pub mod pathways;
pub mod share;
pub mod summary;
pub mod suppression;

pub use completion::{Completion, Standing};
pub use evaluation::Evaluation;
pub use fidelity::Fidelity;
pub use share::Share;
pub use summary::Summary;

use crate::domain::attendance::{CaughtUp, Code, Kind, Mark};
use crate::domain::group::{LeavingReason, Place, Session};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::{GroupRecord, Member};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What stands in one cell of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Marked(Mark),
    /// Held, the person is expected, nothing is recorded. Never an absence.
    NotRecorded,
    /// Not held yet.
    Ahead,
    /// The session does not count for the person.
    NotCounted(Code),
    /// Marked at an extra session: shown, and counted nowhere.
    Extra(Mark),
}

impl Cell {
    /// What made the session good that was missed.
    #[must_use]
    pub fn caught_up(&self) -> Option<&CaughtUp> {
        match self {
            Self::Marked(mark) => mark.caught_up.as_ref().filter(|_| !mark.code.attended()),
            _ => None,
        }
    }

    /// The mark that stands there.
    #[must_use]
    pub fn mark(&self) -> Option<&Mark> {
        match self {
            Self::Marked(mark) | Self::Extra(mark) => Some(mark),
            Self::NotRecorded | Self::Ahead | Self::NotCounted(_) => None,
        }
    }
}

/// Counts over some cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// People (or sessions) that count: the sum of everything below except what was caught up.
    pub enrolled: u32,
    pub present: u32,
    pub late: u32,
    pub left_early: u32,
    /// Away, by code.
    pub away: BTreeMap<Code, u32>,
    pub not_recorded: u32,
    /// Of those away, made good later.
    pub caught_up: u32,
    /// Made good although the session does not count: it came before joining, or between two spells.
    pub caught_up_besides: u32,
    /// Minutes of the session plan, for everybody expected.
    pub minutes_planned: u32,
    /// Minutes attended: planned less what was missed.
    pub minutes_received: u32,
}

impl Tally {
    /// Present, late or left early.
    #[must_use]
    pub fn attended(&self) -> u32 {
        self.present + self.late + self.left_early
    }

    /// Away for whatever reason.
    #[must_use]
    pub fn absent(&self) -> u32 {
        self.away.values().sum()
    }

    /// Away for a reason of this kind.
    #[must_use]
    pub fn away_of(&self, kind: Kind) -> u32 {
        self.away.iter().filter(|(code, _)| code.kind() == kind).map(|(_, n)| n).sum()
    }

    /// Sessions made good, whether they count for the person or not.
    #[must_use]
    pub fn made_good(&self) -> u32 {
        self.caught_up + self.caught_up_besides
    }

    /// Attended or acceptably away: commitment counts acceptable absence as kept.
    #[must_use]
    pub fn kept(&self) -> u32 {
        self.attended() + self.away_of(Kind::Acceptable)
    }

    /// Attendance: attended of the sessions held that count.
    #[must_use]
    pub fn attendance(&self) -> Share {
        Share { count: self.attended(), of: self.enrolled }
    }

    /// Commitment: kept of the sessions held that count.
    #[must_use]
    pub fn commitment(&self) -> Share {
        Share { count: self.kept(), of: self.enrolled }
    }

    /// Adds one cell of a session of `planned` minutes.
    pub fn add(&mut self, cell: &Cell, planned: u16) {
        match cell {
            Cell::Marked(mark) if mark.code.kind() == Kind::NotCounted => {
                self.caught_up_besides += u32::from(mark.caught_up.is_some());
            }
            Cell::Marked(mark) => self.add_mark(mark, planned),
            Cell::NotRecorded => {
                self.enrolled += 1;
                self.not_recorded += 1;
                self.minutes_planned += u32::from(planned);
            }
            Cell::Ahead | Cell::NotCounted(_) | Cell::Extra(_) => {}
        }
    }

    fn add_mark(&mut self, mark: &Mark, planned: u16) {
        self.enrolled += 1;
        self.minutes_planned += u32::from(planned);
        match mark.code {
            Code::Present => self.present += 1,
            Code::Late => self.late += 1,
            Code::LeftEarly => self.left_early += 1,
            code => *self.away.entry(code).or_default() += 1,
        }
        if mark.code.attended() {
            self.minutes_received += u32::from(planned.saturating_sub(mark.missed().unwrap_or(0)));
        } else if mark.caught_up.is_some() {
            self.caught_up += 1;
        }
    }
}

/// A register: people × sessions with totals both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// By session, in the group's order.
    pub sessions: Vec<SessionId>,
    pub rows: Vec<RegisterRow>,
    /// Totals of each session.
    pub columns: Vec<Tally>,
    /// Totals of everything.
    pub total: Tally,
}

/// One person's line of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    pub person: PersonId,
    pub cells: Vec<Cell>,
    pub tally: Tally,
    /// By the index of the session plan in the course.
    pub plans: Vec<Standing>,
    pub completion: Completion,
    /// Sessions held that count for the person: the denominator of attendance.
    pub held: u32,
    /// Sessions still ahead that the person can reach before release.
    pub reachable: u32,
}

impl RegisterRow {
    /// The best attendance the person can yet reach: everything not recorded yet turns out attended, and
    /// so does every session before the release.
    #[must_use]
    pub fn still_possible(&self) -> Share {
        Share {
            count: self.tally.attended() + self.tally.not_recorded + self.reachable,
            of: self.tally.enrolled + self.reachable,
        }
    }
}

impl Register {
    /// The register of `record`: computed here and nowhere else.
    #[must_use]
    pub fn of(record: &GroupRecord) -> Self {
        let mut columns = vec![Tally::default(); record.sessions.len()];
        let mut total = Tally::default();
        let rows = record
            .members
            .iter()
            .map(|member| {
                let row = register_row(record, member);
                for ((cell, dated), column) in row.cells.iter().zip(&record.sessions).zip(&mut columns) {
                    let planned = record.minutes(&dated.session);
                    column.add(cell, planned);
                    total.add(cell, planned);
                }
                row
            })
            .collect();
        Self { sessions: record.sessions.iter().map(|s| s.id).collect(), rows, columns, total }
    }

    /// The cell of a person at a session.
    #[must_use]
    pub fn cell(&self, person: PersonId, session: SessionId) -> Option<&Cell> {
        let column = self.sessions.iter().position(|s| *s == session)?;
        self.rows.iter().find(|r| r.person == person)?.cells.get(column)
    }
}

/// What stands in the register for `member` at `session`.
#[must_use]
pub fn cell(session: &Session, member: &Member, mark: Option<&Mark>) -> Cell {
    // A place by mistake counts nowhere, whatever was marked meanwhile.
    let by_mistake = matches!(member.enrolment.state, Place::Left { reason: LeavingReason::Mistake, .. });
    if by_mistake && !member.enrolment.covers(session.date) {
        return Cell::NotCounted(Code::NotRequired);
    }
    if session.state.is_cancelled() {
        return Cell::NotCounted(Code::SessionCancelled);
    }
    // A mark on a session that was planned again since counts once it is held again.
    if let Some(mark) = mark.filter(|_| session.state.is_held()) {
        return if session.is_extra() { Cell::Extra(mark.clone()) } else { Cell::Marked(mark.clone()) };
    }
    if session.is_extra() {
        return Cell::NotCounted(Code::NotRequired);
    }
    if !member.enrolment.covers(session.date) {
        return Cell::NotCounted(outside(member, session.date));
    }
    if session.state.is_held() { Cell::NotRecorded } else { Cell::Ahead }
}

/// Why a session on `date` does not count for somebody whose enrolment does not cover it.
fn outside(member: &Member, date: NaiveDate) -> Code {
    match member.enrolment.gone_by(date) {
        Some(LeavingReason::Released) => Code::Released,
        Some(_) => Code::NotRequired,
        None => Code::NotYetEnrolled,
    }
}

fn register_row(record: &GroupRecord, member: &Member) -> RegisterRow {
    let mut tally = Tally::default();
    let mut reachable = 0;
    let mut cells = Vec::with_capacity(record.sessions.len());
    for dated in &record.sessions {
        // What somebody did here as a guest counts nowhere.
        let mark = record.marks.get(&(dated.id, member.id)).filter(|_| !record.is_guest(dated.id, member.id));
        let cell = cell(&dated.session, member, mark);
        tally.add(&cell, record.minutes(&dated.session));
        if cell == Cell::Ahead && is_reached(member, &dated.session) {
            reachable += 1;
        }
        cells.push(cell);
    }
    let plans = completion::standings(record, member, &cells);
    let completion = Completion::of(&record.course, &plans);
    let held = tally.enrolled;
    RegisterRow { person: member.id, cells, tally, plans, completion, held, reachable }
}

/// Whether the session lies before the person's release, as far as that is known.
pub(in crate::domain) fn is_reached(member: &Member, session: &Session) -> bool {
    member.person.release.is_none_or(|release| session.date < release)
}

#[cfg(test)]
mod tests;
