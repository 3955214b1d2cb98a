//! What somebody took part in, as it is told to themselves: sessions and minutes, what was made good, what is
//! still ahead. No reason of an absence, and no note of staff.

use crate::domain::figures::{Cell, Completion, Register};
use crate::domain::id::PersonId;
use crate::domain::record::{Dated, GroupRecord};
use chrono::NaiveDate;

/// One person's part in one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSheet<'a> {
    pub completion: Completion,
    /// Session plans of the course.
    pub of: u32,
    /// In the order of the timetable; sessions that do not count for the person are left out.
    pub lines: Vec<Line<'a>>,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    pub dated: &'a Dated,
    /// The day of the session, or that on which it was made good.
    pub on: NaiveDate,
    pub minutes: u32,
    pub how: How,
}

/// What a session was for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Attended,
    CaughtUp,
    NotAttended,
    /// Held, and not recorded yet.
    NotRecorded,
    Ahead,
}

impl How {
    /// Its name in exports, and the message that says it.
    #[must_use]
    pub fn said(self) -> (&'static str, &'static str) {
        match self {
            Self::Attended => ("attended", "report-attended"),
            Self::CaughtUp => ("caught-up", "report-caught-up"),
            Self::NotAttended => ("not-attended", "sheet-not-attended"),
            Self::NotRecorded => ("not-recorded", "report-not-recorded"),
            Self::Ahead => ("ahead", "report-ahead"),
        }
    }
}

impl<'a> OwnSheet<'a> {
    /// Of a person in a group; `None` for who never had a place in it.
    #[must_use]
    pub fn of(record: &'a GroupRecord, person: PersonId) -> Option<Self> {
        record.member(person).filter(|member| member.took_part())?;
        let register = Register::of(record);
        let row = register.rows.iter().find(|row| row.person == person)?;
        let lines = record.sessions.iter().zip(&row.cells).filter_map(|(dated, cell)| line(record, dated, cell));
        let of = u32::try_from(row.plans.len()).unwrap_or(u32::MAX);
        Some(Self { completion: row.completion, of, lines: lines.collect() })
    }

    /// Minutes taken part, with those made good.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.lines.iter().map(|line| line.minutes).sum()
    }

    /// How many sessions were so.
    #[must_use]
    pub fn count(&self, how: How) -> u32 {
        u32::try_from(self.lines.iter().filter(|line| line.how == how).count()).unwrap_or(u32::MAX)
    }
}

fn line<'a>(record: &GroupRecord, dated: &'a Dated, cell: &Cell) -> Option<Line<'a>> {
    let on = dated.session.date;
    let (on, minutes, how) = match cell {
        Cell::Marked(mark) if mark.code.attended() => {
            (on, record.minutes(&dated.session).saturating_sub(mark.missed().unwrap_or(0)), How::Attended)
        }
        Cell::Marked(mark) => match &mark.caught_up {
            Some(made_good) => (made_good.on, made_good.minutes, How::CaughtUp),
            None => (on, 0, How::NotAttended),
        },
        Cell::NotRecorded => (on, 0, How::NotRecorded),
        Cell::Ahead => (on, 0, How::Ahead),
        // What repeats a session is told where that was made good.
        Cell::NotCounted(_) | Cell::Extra(_) => return None,
    };
    Some(Line { dated, on, minutes: minutes.into(), how })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn a_sheet_tells_what_was_attended_and_not_why_not() {
        let record = sample::group();
        let sheet = OwnSheet::of(&record, PersonId(2)).unwrap();
        let lines: Vec<_> =
            sheet.lines.iter().map(|line| (line.dated.id.0, line.on.to_string(), line.minutes, line.how)).collect();
        // Ill and made good; there; not unlocked; ahead. The third was cancelled.
        assert_eq!(
            lines,
            [
                (1, "2026-11-13".to_owned(), 60, How::CaughtUp),
                (2, "2026-11-12".to_owned(), 90, How::Attended),
                (4, "2026-11-20".to_owned(), 0, How::NotAttended),
                (5, "2026-11-24".to_owned(), 0, How::Ahead),
            ]
        );
        assert_eq!((sheet.minutes(), sheet.count(How::CaughtUp), sheet.of), (150, 1, 5));
        // Waiting, by mistake, nobody.
        for person in [4, 5, 99] {
            assert_eq!(OwnSheet::of(&record, PersonId(person)), None, "{person}");
        }
    }
}
