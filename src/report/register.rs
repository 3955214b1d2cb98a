//! The register: people × sessions with totals both ways, the sessions, the codes, and the long form.

mod guests;
mod legend;
pub mod long;
mod sessions;

pub(super) use sessions::sessions;

use crate::domain::attendance;
use crate::domain::figures::{Cell, Completion, Register, RegisterRow, Tally};
use crate::domain::group::Session;
use crate::domain::id::SessionId;
use crate::domain::record::{Dated, GroupRecord, Member};
use crate::i18n::Words;
use crate::report::kind::READ;
use crate::report::stream::Stream;
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, LineKind, Rows, Sums, Table, headed};
use crate::say;
use chrono::{DateTime, FixedOffset};

/// A count that every line and every session has: together they are everybody expected.
struct Measure {
    id: &'static str,
    message: &'static str,
    of: fn(&Tally) -> u32,
}

const MEASURES: [Measure; 5] = [
    Measure { id: "present", message: "report-present", of: |tally| tally.present },
    Measure { id: "late", message: "report-late", of: |tally| tally.late },
    Measure { id: "left_early", message: "report-left-early", of: |tally| tally.left_early },
    Measure { id: "away", message: "report-away", of: Tally::absent },
    Measure { id: "not_recorded", message: "report-not-recorded", of: |tally| tally.not_recorded },
];

/// The register in long form, read while it is written.
#[must_use]
pub fn of_all(stream: Stream, words: &Words, now: DateTime<FixedOffset>) -> Document {
    Document {
        schema: "onward.marks/1",
        language: words.locale().tag,
        title: say!(words, "report-register-all"),
        written: now,
        facts: Vec::new(),
        tables: vec![long::alone(words, Rows::Streamed(stream))],
        signatures: Vec::new(),
        foot: Vec::new(),
    }
}

/// The register of one group.
#[must_use]
pub fn of(record: &GroupRecord, words: &Words, now: DateTime<FixedOffset>) -> Document {
    let register = Register::of(record);
    let mut tables = vec![
        matrix(record, &register, words, now),
        sessions(record, &register, words),
        legend::legend(record, &register, words),
        long::table(words, Rows::Held(long::lines(record, &register, words))),
    ];
    tables.extend(guests::guests(record, words));
    Document {
        schema: "onward.register/1",
        language: words.locale().tag,
        title: say!(words, "report-register-of", group = &record.group.code),
        written: now,
        facts: facts(record, words),
        tables,
        signatures: signatures(record, words),
        foot: Vec::new(),
    }
}

/// The people a register lists: those who took part, and whoever else is counted somewhere.
fn listed<'a>(
    record: &'a GroupRecord,
    register: &'a Register,
) -> impl Iterator<Item = (&'a RegisterRow, &'a Member)> + Clone {
    let rows = register.rows.iter().zip(&record.members);
    rows.filter(|(row, member)| member.took_part() || row.tally.enrolled > 0)
}

/// What stands above every report on a group.
pub(super) fn facts(record: &GroupRecord, words: &Words) -> Vec<Fact> {
    let fact = |id, label, field| Fact { id, label, field };
    let dates = record.dates();
    let course = &record.course;
    vec![
        fact("group", say!(words, "report-group-code"), Field::text(&record.group.code)),
        fact("programme", say!(words, "report-programme"), Field::term(&course.programme, words.pick(&course.title))),
        fact("version", say!(words, "report-version"), Field::term(&course.version, words.pick(&course.version_title))),
        fact("room", say!(words, "report-room"), Field::text(&record.group.room)),
        fact("facilitators", say!(words, "report-facilitators"), Field::text(words.facilitators(&record.group))),
        fact("first_session", say!(words, "report-first-session"), Field::date(dates.iter().min().copied())),
        fact("last_session", say!(words, "report-last-session"), Field::date(dates.iter().max().copied())),
    ]
}

fn signatures(record: &GroupRecord, words: &Words) -> Vec<String> {
    let mut names: Vec<&String> = record.group.in_turn().into_iter().flat_map(|(_, names)| names).collect();
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(*name));
    if names.is_empty() {
        return vec![say!(words, "report-signature-open")];
    }
    names.into_iter().map(|name| say!(words, "report-signature", name = name)).collect()
}

/// Column of a count that is added up over the lines.
fn count(id: &'static str, label: impl AsRef<str>) -> Column {
    Column::new(id, label).wide(8).summed(Sums::Body).holding(Holds::Count)
}

pub(super) fn measure_columns(words: &Words) -> impl Iterator<Item = Column> {
    let measures = MEASURES.iter().map(|measure| count(measure.id, say!(words, measure.message)));
    measures.chain([count("enrolled", say!(words, "report-enrolled"))])
}

pub(super) fn measures(tally: &Tally) -> impl Iterator<Item = Field<'static>> {
    let counts = MEASURES.iter().map(|measure| Field::Number((measure.of)(tally)));
    counts.chain([Field::Number(tally.enrolled)])
}

/// People × sessions; under each session its counts, at the end of each line the person's.
fn matrix(record: &GroupRecord, register: &Register, words: &Words, now: DateTime<FixedOffset>) -> Table {
    let mut columns = vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
    ];
    columns.extend(record.sessions.iter().map(|Dated { id, session }| Column {
        below: words.short_date(session.date, now.date_naive()),
        ..Column::new(column_id(record, *id, session), session.label()).wide(6).summed(Sums::Foot)
    }));
    columns.extend(measure_columns(words));
    columns.extend([
        count("caught_up", say!(words, "report-caught-up")),
        Column::new("attendance", say!(words, "report-attendance")).wide(12).centred(),
        Column::new("commitment", say!(words, "report-commitment")).wide(12).centred(),
        Column::new("still_possible", say!(words, "report-still-possible")).wide(12).centred(),
        Column::new("completion", say!(words, "report-completion")).wide(17),
    ]);
    let mut lines: Vec<Line> = listed(record, register).map(|(row, member)| person(row, member, words)).collect();
    lines.extend(MEASURES.iter().map(|measure| {
        let mut fields = vec![Field::Empty, Field::term(measure.id, headed(&say!(words, measure.message)))];
        fields.extend(register.columns.iter().map(|column| Field::Number((measure.of)(column))));
        fields.resize(columns.len(), Field::Empty);
        Line { kind: LineKind::Foot, fields }
    }));
    lines.push(total(register, words));
    Table {
        id: "register",
        title: say!(words, "report-register"),
        formats: READ,
        columns,
        rows: Rows::Held(lines),
        chart: None,
    }
}

/// The name of a session's column: its label, and its date where an extra session is not the only one.
fn column_id(record: &GroupRecord, id: SessionId, session: &Session) -> String {
    let label = session.label();
    let again = |other: &Dated| other.id != id && other.session.label() == label;
    if record.sessions.iter().any(again) {
        format!("session_{label}_{}_{}", session.date, session.time.format("%H%M"))
    } else {
        format!("session_{label}")
    }
}

fn person(row: &RegisterRow, member: &Member, words: &Words) -> Line {
    let mut fields = vec![Field::text(&member.person.reference), Field::text(member.person.list_name())];
    fields.extend(row.cells.iter().map(cell));
    fields.extend(measures(&row.tally));
    fields.extend([
        Field::Number(row.tally.made_good()),
        Field::Share(row.tally.attendance()),
        Field::Share(row.tally.commitment()),
        Field::Share(row.still_possible()),
        completion(row.completion, words),
    ]);
    Line::body(fields)
}

/// Everybody expected at each session, and the sum of every count.
fn total(register: &Register, words: &Words) -> Line {
    let mut fields = vec![Field::Empty, Field::term("enrolled", say!(words, "report-enrolled"))];
    fields.extend(register.columns.iter().map(|column| Field::Number(column.enrolled)));
    fields.extend(measures(&register.total));
    fields.extend([
        Field::Number(register.total.made_good()),
        Field::Share(register.total.attendance()),
        Field::Share(register.total.commitment()),
        Field::Empty,
        Field::Empty,
    ]);
    Line { kind: LineKind::Total, fields }
}

/// The letter of a cell; `+` behind it when the session was caught up, nothing while it is ahead.
fn cell(cell: &Cell) -> Field<'static> {
    match cell {
        Cell::Marked(mark) | Cell::Extra(mark) => {
            let row = mark.code.row();
            let made_good = if mark.caught_up.is_some() && !mark.code.attended() { "+" } else { "" };
            Field::term(row.id, format!("{}{made_good}", row.symbol))
        }
        Cell::NotRecorded => Field::term(long::NOT_RECORDED, attendance::NOT_RECORDED),
        Cell::Ahead => Field::term(long::AHEAD, ""),
        Cell::NotCounted(code) => Field::term(code.row().id, code.row().symbol),
    }
}

/// Where a person stands against the completion rule.
pub(super) fn completion(completion: Completion, words: &Words) -> Field<'static> {
    if completion.is_met() {
        Field::term("met", say!(words, "report-completion-met"))
    } else if completion.is_possible() {
        Field::term("possible", say!(words, "report-completion-possible"))
    } else {
        Field::term("out-of-reach", say!(words, "report-completion-out-of-reach"))
    }
}
