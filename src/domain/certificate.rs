//! The certificate: what somebody who completed took part in. No word of absence, and no note of staff.

use crate::domain::figures::{Cell, Completion, Register, RegisterRow};
use crate::domain::group::Place;
use crate::domain::id::PersonId;
use crate::domain::record::{Dated, GroupRecord, Member};
use chrono::NaiveDate;

/// What a certificate says.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate<'a> {
    pub member: &'a Member,
    /// Session plans attended or caught up, of all there are.
    pub done: u32,
    pub of: u32,
    /// Minutes of the lines.
    pub minutes: u32,
    /// The day on which the programme was completed.
    pub on: NaiveDate,
    /// In the order of the timetable.
    pub lines: Vec<Line<'a>>,
}

/// A session that the person was at, or made good.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    pub dated: &'a Dated,
    /// When: the day of the session, or that on which it was made good.
    pub on: NaiveDate,
    pub minutes: u32,
    pub caught_up: bool,
}

/// Why there is no certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withheld {
    /// Never had a place in the group.
    Unknown,
    /// The rule of the programme is not met.
    NotCompleted(Completion),
}

impl<'a> Certificate<'a> {
    /// The certificate of a person.
    ///
    /// # Errors
    /// Why there is none.
    pub fn of(record: &'a GroupRecord, person: PersonId) -> Result<Self, Withheld> {
        let register = Register::of(record);
        let rows = record.members.iter().zip(&register.rows);
        let (member, row) =
            rows.into_iter().find(|(member, _)| member.id == person && member.took_part()).ok_or(Withheld::Unknown)?;
        if !row.completion.is_met() {
            return Err(Withheld::NotCompleted(row.completion));
        }
        let lines = lines(record, row);
        let last = lines.iter().map(|line| line.on).max().unwrap_or(member.enrolment.from);
        let on = if let Place::Completed { on } = member.enrolment.state { on } else { last };
        let minutes = lines.iter().map(|line| line.minutes).sum();
        let of = u32::try_from(row.plans.len()).unwrap_or(u32::MAX);
        Ok(Self { member, done: row.completion.done, of, minutes, on, lines })
    }

    /// How many sessions were made good.
    #[must_use]
    pub fn caught_up(&self) -> usize {
        self.lines.iter().filter(|line| line.caught_up).count()
    }

    /// The first and the last day.
    #[must_use]
    pub fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = || self.lines.iter().map(|line| line.on);
        days().min().zip(days().max())
    }
}

fn lines<'a>(record: &'a GroupRecord, row: &RegisterRow) -> Vec<Line<'a>> {
    let line = |(dated, cell): (&'a Dated, &Cell)| {
        let Cell::Marked(mark) = cell else { return None };
        if mark.code.attended() {
            let minutes = record.minutes(&dated.session).saturating_sub(mark.missed().unwrap_or(0));
            return Some(Line { dated, on: dated.session.date, minutes: minutes.into(), caught_up: false });
        }
        let made = mark.caught_up.as_ref()?;
        Some(Line { dated, on: made.on, minutes: made.minutes.into(), caught_up: true })
    };
    record.sessions.iter().zip(&row.cells).filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Code, Mark};
    use crate::domain::group::SessionState;
    use crate::domain::id::SessionId;
    use crate::domain::sample::{self, day, moment};

    /// The sample with its last two sessions held and Ana and Yusuf at the last one.
    fn finished() -> GroupRecord {
        let mut record = sample::group();
        let at = moment("2026-11-24T10:00:00+01:00");
        for session in [3, 4] {
            record.sessions[session].session.state = SessionState::Held { from: at, to: at };
        }
        for person in [1, 2] {
            record.marks.insert((SessionId(5), PersonId(person)), Mark::from(Code::Present));
        }
        record
    }

    #[test]
    fn a_certificate_says_what_was_attended_and_made_good() {
        let record = finished();
        // Yusuf made the first session good, was at the second and the last; the fourth he missed.
        let certificate = Certificate::of(&record, PersonId(2)).unwrap();
        let lines: Vec<_> = certificate
            .lines
            .iter()
            .map(|line| (line.dated.id.0, line.on.to_string(), line.minutes, line.caught_up))
            .collect();
        assert_eq!(
            lines,
            [
                (1, "2026-11-13".to_owned(), 60, true),
                (2, "2026-11-12".to_owned(), 90, false),
                (5, "2026-11-24".to_owned(), 90, false)
            ]
        );
        assert_eq!((certificate.done, certificate.of, certificate.minutes), (3, 5, 240));
        assert_eq!((certificate.caught_up(), certificate.on), (1, day("2026-11-24")));
        assert_eq!(certificate.period(), Some((day("2026-11-12"), day("2026-11-24"))));
        // Ana was late once: what she missed is not hers.
        assert_eq!(Certificate::of(&record, PersonId(1)).unwrap().minutes, 90 + 80 + 90);
    }

    #[test]
    fn without_the_rule_there_is_none() {
        let mut record = finished();
        record.marks.remove(&(SessionId(5), PersonId(1)));
        let Err(Withheld::NotCompleted(completion)) = Certificate::of(&record, PersonId(1)) else { panic!() };
        assert_eq!((completion.done, completion.needed, completion.essentials_ahead), (2, 3, 1));
        // Waiting, by mistake, nobody.
        for person in [4, 5, 99] {
            assert_eq!(Certificate::of(&record, PersonId(person)), Err(Withheld::Unknown), "{person}");
        }
        // The day on which it was completed is the one that was recorded.
        let mut record = finished();
        record.members[0].enrolment.state = Place::Completed { on: day("2026-11-30") };
        assert_eq!(Certificate::of(&record, PersonId(1)).unwrap().on, day("2026-11-30"));
    }
}
