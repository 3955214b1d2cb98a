//! The register in long form: one line per person and session, from the store or from a group's register.

use crate::domain::attendance::{Code, MadeGood, Mark, TABLE};
use crate::domain::figures::{Cell, Register, RegisterRow};
use crate::domain::id::SessionId;
use crate::domain::record::{GroupRecord, MarkLine, Member};
use crate::i18n::Words;
use crate::report::kind::{COUNTED, EVERY};
use crate::report::request::Period;
use crate::report::stream::Visit;
use crate::report::table::{Column, Field, Holds, Line, LineKind, Rows, Table};
use crate::say;
use std::borrow::Cow;
use std::ops::ControlFlow;

/// The code of a line that is not recorded, in exports.
pub const NOT_RECORDED: &str = "not-recorded";
/// The code of a line whose session is still ahead, in exports.
pub const AHEAD: &str = "ahead";

/// Columns of the long form.
const WIDTH: usize = 15;

/// The words of every code, looked up once: a million lines are written with them.
#[derive(Debug)]
pub struct Said {
    codes: [String; TABLE.len()],
    not_recorded: String,
    ahead: String,
    /// In the order of [`MadeGood`].
    made_good: [String; 3],
    guest: String,
}

impl Said {
    #[must_use]
    pub fn new(words: &Words) -> Self {
        Self {
            codes: TABLE.map(|row| say!(words, row.message)),
            not_recorded: say!(words, "report-not-recorded"),
            ahead: say!(words, "report-ahead"),
            made_good: ["made-good-one-to-one", "made-good-other-group", "made-good-extra"]
                .map(|message| say!(words, message)),
            guest: say!(words, "report-guest"),
        }
    }

    /// How a session was made good.
    fn made_good<'a>(&'a self, how: &MadeGood) -> Field<'a> {
        let [one_to_one, other_group, extra] = &self.made_good;
        let said = match how {
            MadeGood::OneToOne { .. } => one_to_one,
            MadeGood::Elsewhere { .. } => other_group,
            MadeGood::Extra { .. } => extra,
        };
        Field::Term { id: Cow::Borrowed(how.id()), said: Cow::Borrowed(said) }
    }

    /// The stable name of a code and its words; the name alone for one that a newer desk recorded.
    #[must_use]
    pub fn of<'a>(&'a self, id: &'a str) -> (&'a str, &'a str) {
        match id {
            "" | NOT_RECORDED => (NOT_RECORDED, &self.not_recorded),
            AHEAD => (AHEAD, &self.ahead),
            id => (id, Code::from_id(id).and_then(|code| self.codes.get(code as usize)).map_or(id, String::as_str)),
        }
    }
}

/// The table, its lines still to come.
#[must_use]
pub fn table(words: &Words, rows: Rows) -> Table {
    Table { formats: COUNTED, ..alone(words, rows) }
}

/// The table where there is no other: every format writes it.
#[must_use]
pub fn alone(words: &Words, rows: Rows) -> Table {
    Table {
        id: "marks",
        title: say!(words, "report-marks"),
        formats: EVERY,
        columns: columns(words).into(),
        rows,
        chart: None,
    }
}

fn columns(words: &Words) -> [Column; WIDTH] {
    [
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("session", say!(words, "report-session")).wide(9).centred().key(),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("time", say!(words, "report-time")).wide(8).centred(),
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("family", say!(words, "field-family")).wide(20).holding(Holds::Name),
        Column::new("given", say!(words, "field-given")).wide(20).holding(Holds::Name),
        Column::new("code", say!(words, "report-code")).wide(16),
        Column { spoken: true, ..Column::new("attendance", say!(words, "report-attendance")).wide(22) },
        Column::new("minutes_missed", say!(words, "report-minutes-missed")).centred(),
        Column::new("caught_up", say!(words, "report-caught-up-on")).centred(),
        Column::new("caught_up_how", say!(words, "report-caught-up-how")).wide(18),
        Column::new("caught_up_with", say!(words, "report-caught-up-with")).wide(18).holding(Holds::Staff),
        Column::new("note", say!(words, "field-note")).wide(40).holding(Holds::Note),
        Column::new("guest", say!(words, "report-guest")).centred(),
    ]
}

/// With whom, or with which group and in which of its sessions.
fn with(how: &MadeGood) -> Field<'_> {
    match how {
        MadeGood::OneToOne { with } if !with.is_empty() => Field::Text(Cow::Borrowed(with)),
        MadeGood::Elsewhere { code, label, .. } => Field::text(format!("{code} {label}")),
        MadeGood::OneToOne { .. } | MadeGood::Extra { .. } => Field::Empty,
    }
}

/// One line, borrowed: nothing is allocated but for who was with another group.
#[must_use]
pub fn fields<'a>(mark: &MarkLine<'a>, said: &'a Said) -> [Field<'a>; WIDTH] {
    let text = |text: &'a str| Field::Text(Cow::Borrowed(text));
    let (id, attendance) = said.of(mark.code);
    [
        text(mark.group),
        Field::session(mark.session),
        Field::Date(mark.date),
        Field::Time(mark.time),
        text(mark.reference),
        text(mark.family),
        text(mark.given),
        text(id),
        text(attendance),
        mark.minutes.map_or(Field::Empty, |minutes| Field::Number(minutes.into())),
        mark.caught_up.map_or(Field::Empty, Field::Date),
        mark.made_good.map_or(Field::Empty, |how| said.made_good(how)),
        mark.made_good.map_or(Field::Empty, with),
        text(mark.note),
        if mark.is_guest { Field::Term { id: "guest".into(), said: said.guest.as_str().into() } } else { Field::Empty },
    ]
}

/// The lines of one group, by session and reference: every person at every session, so that they add
/// up to its register.
#[must_use]
pub fn lines(record: &GroupRecord, register: &Register, words: &Words) -> Vec<Line> {
    let (said, mut lines) = (Said::new(words), Vec::new());
    let _ = of_group(record, register, Period::default(), &said, &mut |kind, fields| {
        lines.push(Line::kept(kind, fields));
        ControlFlow::Continue(())
    });
    lines
}

/// Visits the lines of one group whose sessions lie in the period.
pub(in crate::report) fn of_group(
    record: &GroupRecord,
    register: &Register,
    period: Period,
    said: &Said,
    visit: Visit,
) -> ControlFlow<()> {
    let people: Vec<_> = super::listed(record, register).collect();
    for (column, dated) in record.sessions.iter().enumerate() {
        if !period.holds(dated.session.date) {
            continue;
        }
        let label = dated.session.label();
        for (member, cell, is_guest) in present(record, &people, column, dated.id) {
            let mark = cell.mark();
            let made_good = mark.and_then(|mark| mark.caught_up.as_ref());
            let line = MarkLine {
                group: &record.group.code,
                session: &label,
                date: dated.session.date,
                time: dated.session.time,
                reference: &member.person.reference,
                given: &member.person.given,
                family: &member.person.family,
                code: code(&cell),
                minutes: mark.and_then(Mark::missed),
                caught_up: made_good.map(|made_good| made_good.on),
                made_good: made_good.and_then(|made_good| made_good.how.as_ref()),
                note: mark.map_or("", |mark| &mark.note),
                is_guest,
            };
            visit(LineKind::Body, &fields(&line, said))?;
        }
    }
    ControlFlow::Continue(())
}

/// The stable name of what stands in a cell.
#[must_use]
pub fn code(cell: &Cell) -> &'static str {
    match cell {
        Cell::Marked(mark) | Cell::Extra(mark) => mark.code.row().id,
        Cell::NotRecorded => NOT_RECORDED,
        Cell::Ahead => AHEAD,
        Cell::NotCounted(code) => code.row().id,
    }
}

/// Who has a line at the session of a column, by reference: those listed, and the guests who were marked.
fn present<'a>(
    record: &'a GroupRecord,
    people: &[(&RegisterRow, &'a Member)],
    column: usize,
    session: SessionId,
) -> Vec<(&'a Member, Cell, bool)> {
    let own = people.iter().filter(|(_, member)| !record.is_guest(session, member.id));
    let own = own.filter_map(|(row, member)| Some((*member, row.cells.get(column)?.clone(), false)));
    let marked = |guest: &'a Member| Some((guest, record.marks.get(&(session, guest.id))?));
    let guests = record.guests_at(session).filter_map(marked);
    let guests = guests.map(|(guest, mark)| (guest, Cell::Marked(mark.clone()), true));
    let mut present: Vec<_> = own.chain(guests).collect();
    present.sort_by(|(a, ..), (b, ..)| a.person.reference.cmp(&b.person.reference));
    present
}
