//! A block of a register: several people at several sessions, marked in one step; what takes no mark is
//! told, cell by cell, and left as it is.

pub mod typed;

use crate::domain::attendance::{Code, Mark};
use crate::domain::attending::{self, Obstacle, coded, following, obstacle};
use crate::domain::entry::Entry;
use crate::domain::figures::Cell;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::{Dated, GroupRecord, Member};
use chrono::{DateTime, FixedOffset};

/// The most minutes that can be entered: half a day.
pub const MINUTES: u16 = 720;

/// What is entered into a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub code: Code,
    /// Minutes missed, for the codes that they belong to.
    pub minutes: Option<u16>,
    /// Empty: what the cell says already stays.
    pub note: String,
}

impl From<Code> for Value {
    fn from(code: Code) -> Self {
        Self { code, minutes: None, note: String::new() }
    }
}

impl Value {
    /// What filling takes from a cell to another: the note only where the code asks for one.
    #[must_use]
    pub fn of(mark: &Mark) -> Self {
        let note = if mark.code.row().note { mark.note.clone() } else { String::new() };
        Self { code: mark.code, minutes: mark.minutes, note }
    }
}

/// A cell that is to say something, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub session: SessionId,
    pub person: PersonId,
    pub to: Option<Value>,
}

/// Why a cell stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It takes no mark.
    Cell(Obstacle),
    /// The code asks for a note.
    NoteNeeded(Code),
    /// Minutes were given with a code that takes none.
    NoMinutes(Code),
    /// The code asks for minutes, 1 to `most`.
    Minutes { code: Code, most: u16 },
}

/// What marking a block comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Block {
    /// One step, with everything that follows for the group; empty when nothing changes.
    pub entries: Vec<Entry>,
    /// Cells that change, with what they will say.
    pub changed: Vec<(SessionId, PersonId, Option<Mark>)>,
    /// Cells that stay as they are, and why.
    pub refused: Vec<(SessionId, PersonId, Refusal)>,
    /// Cells that say it already.
    pub same: usize,
}

/// What marking `wanted` at `now` changes, session by session.
#[must_use]
pub fn block(record: &GroupRecord, wanted: &[Wanted], now: DateTime<FixedOffset>) -> Block {
    let mut block = Block::default();
    for dated in &record.sessions {
        let mut marks = Vec::new();
        for cell in wanted.iter().filter(|cell| cell.session == dated.id) {
            match mark(record, dated, cell, now) {
                Err(refusal) => block.refused.push((cell.session, cell.person, refusal)),
                Ok(to) if record.marks.get(&(cell.session, cell.person)) == to.as_ref() => block.same += 1,
                Ok(to) => marks.push((cell.person, to)),
            }
        }
        block.changed.extend(marks.iter().map(|(person, to)| (dated.id, *person, to.clone())));
        block.entries.extend(attending::marks(record, dated.id, marks, now));
    }
    if !block.entries.is_empty() {
        block.entries = following(record, block.entries, now.date_naive());
    }
    block
}

/// The mark that a cell would have, or why it would not.
fn mark(
    record: &GroupRecord,
    dated: &Dated,
    cell: &Wanted,
    now: DateTime<FixedOffset>,
) -> Result<Option<Mark>, Refusal> {
    if let Some(obstacle) = obstacle(record, dated, cell.person, now) {
        return Err(Refusal::Cell(obstacle));
    }
    let Some(value) = &cell.to else { return Ok(None) };
    let mut mark = coded(record.marks.get(&(cell.session, cell.person)), value.code);
    mark.minutes = value.minutes.or(mark.minutes);
    if !value.note.is_empty() {
        mark.note.clone_from(&value.note);
    }
    let (row, most) = (value.code.row(), record.minutes(&dated.session).clamp(1, MINUTES));
    match mark.minutes {
        Some(minutes) if row.minutes && (1..=most).contains(&minutes) => {}
        None if !row.minutes => {}
        Some(_) if !row.minutes => return Err(Refusal::NoMinutes(value.code)),
        _ => return Err(Refusal::Minutes { code: value.code, most }),
    }
    if row.note && mark.note.is_empty() {
        return Err(Refusal::NoteNeeded(value.code));
    }
    Ok(Some(mark))
}

/// Whether a cell still has to be marked: its session is held, or over by its plan, the person is
/// expected, and nothing is recorded.
#[must_use]
pub fn is_missing(
    record: &GroupRecord,
    dated: &Dated,
    member: &Member,
    cell: &Cell,
    now: DateTime<FixedOffset>,
) -> bool {
    match cell {
        Cell::NotRecorded => true,
        Cell::Ahead => {
            attending::taking(record, &dated.session, now) == attending::Taking::Over
                && member.enrolment.covers(dated.session.date)
        }
        Cell::Marked(_) | Cell::NotCounted(_) | Cell::Extra(_) => false,
    }
}

#[cfg(test)]
mod tests;
