//! The sessions of a group: what became of each, with the same counts as the register has under it.

use crate::domain::figures::{Register, Tally};
use crate::domain::group::SessionState;
use crate::domain::record::{Dated, GroupRecord};
use crate::i18n::Words;
use crate::report::kind::READ;
use crate::report::register::{count, measure_columns, measures};
use crate::report::table::{Column, Field, Holds, Line, LineKind, Rows, Table};
use crate::say;

/// A line for each session with the same counts as the matrix has under it.
pub(in crate::report) fn sessions(record: &GroupRecord, register: &Register, words: &Words) -> Table {
    let mut columns = vec![
        Column::new("session", say!(words, "report-session")).wide(9).key(),
        Column::new("plan", say!(words, "report-title")).wide(28),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("time", say!(words, "report-time")).wide(8).centred(),
        Column::new("state", say!(words, "report-state")),
        Column::new("reason", say!(words, "report-reason")).wide(24).holding(Holds::Note),
        Column::new("moved_from", say!(words, "report-moved-from")).centred(),
        Column::new("facilitators", say!(words, "report-facilitators")).wide(24).holding(Holds::Staff),
    ];
    columns.extend(measure_columns(words));
    columns.extend([
        count("caught_up", say!(words, "report-caught-up")),
        Column::new("attendance", say!(words, "report-attendance")).wide(12).centred(),
        count("minutes_planned", say!(words, "report-minutes-planned")),
        count("minutes_received", say!(words, "report-minutes-received")),
    ]);
    let mut lines: Vec<Line> = record
        .sessions
        .iter()
        .zip(&register.columns)
        .map(|(dated, tally)| session(record, dated, tally, words))
        .collect();
    let mut fields = vec![Field::Empty, Field::term("total", say!(words, "report-total"))];
    fields.resize(8, Field::Empty);
    fields.extend(session_counts(&register.total));
    lines.push(Line { kind: LineKind::Total, fields });
    Table {
        id: "sessions",
        title: say!(words, "report-sessions"),
        formats: READ,
        columns,
        rows: Rows::Held(lines),
        chart: None,
    }
}

fn session(record: &GroupRecord, Dated { session, .. }: &Dated, tally: &Tally, words: &Words) -> Line {
    // Ids of states are the messages without their prefix.
    let state = session.state.message();
    let why = match (&session.state, &session.moved) {
        (SessionState::Cancelled { why }, _) => Field::text(why),
        (_, Some(moved)) => Field::text(&moved.why),
        _ => Field::Empty,
    };
    let mut fields = vec![
        Field::session(session.label()),
        record.plan(session).map_or(Field::Empty, |plan| Field::term(&plan.id, words.pick(&plan.title))),
        Field::Date(session.date),
        Field::Time(session.time),
        Field::term(state.trim_start_matches("session-"), say!(words, state)),
        why,
        Field::date(session.moved.as_ref().map(|moved| moved.from)),
        Field::text(record.group.facilitators_on(session.date).join(", ")),
    ];
    fields.extend(session_counts(tally));
    Line::body(fields)
}

fn session_counts(tally: &Tally) -> impl Iterator<Item = Field<'static>> {
    measures(tally).chain([
        Field::Number(tally.made_good()),
        Field::Share(tally.attendance()),
        Field::Number(tally.minutes_planned),
        Field::Number(tally.minutes_received),
    ])
}
