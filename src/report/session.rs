//! The record of one session: who was there, what came of it for each, what was given, what staff wrote.

use crate::domain::attendance::Mark;
use crate::domain::figures::{Cell, Fidelity, Register};
use crate::domain::group::{Session, SessionState};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::programme::SessionPlan;
use crate::domain::record::{GroupRecord, Member};
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::group::delivery;
use crate::report::kind::EVERY;
use crate::report::register::long;
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, Table};
use crate::say;
use chrono::{DateTime, FixedOffset};

/// Of the session `id` of a group.
///
/// # Errors
/// When the group has no such session.
pub fn of(record: &GroupRecord, id: SessionId, words: &Words, now: DateTime<FixedOffset>) -> Result<Document, Fault> {
    let session = record.session(id).ok_or(Fault::NoSession)?;
    let title = say!(words, "session-record-of", group = &record.group.code, session = session.label());
    let mut tables = vec![people(record, id, session, words), delivery::activities(record, Some(id), words)];
    tables.extend(delivery::pauses(record, Some(id), words));
    let signatures = record.group.facilitators_on(session.date);
    let signatures = signatures.iter().map(|name| say!(words, "report-signature", name = name)).collect();
    let facts = facts(record, id, session, words);
    Ok(Document { facts, tables, signatures, ..Document::new("onward.session/1", title, words, now) })
}

fn facts(record: &GroupRecord, id: SessionId, session: &Session, words: &Words) -> Vec<Fact> {
    let state = session.state.message();
    let plan = record.plan(session);
    let why = match (&session.state, &session.moved) {
        (SessionState::Cancelled { why }, _) => Field::text(why),
        (_, Some(moved)) => Field::text(&moved.why),
        _ => Field::Empty,
    };
    let note = |text: Option<&str>| text.filter(|text| !text.is_empty()).map_or(Field::Empty, Field::text);
    let fidelity = Fidelity::of(record, id);
    let minutes =
        |of: fn(&Fidelity) -> u32| fidelity.as_ref().map_or(Field::Empty, |fidelity| Field::Number(of(fidelity)));
    vec![
        Fact::new("group", say!(words, "report-group-code"), Field::text(&record.group.code)),
        Fact::new("session", say!(words, "report-session"), Field::session(session.label())),
        Fact::new(
            "plan",
            say!(words, "report-title"),
            plan.map_or(Field::Empty, |p| Field::term(&p.id, words.pick(&p.title))),
        ),
        Fact::new("date", say!(words, "report-date"), Field::Date(session.date)),
        Fact::new("time", say!(words, "report-time"), Field::Time(session.time)),
        Fact::new("room", say!(words, "report-room"), Field::text(&record.group.room)),
        Fact::new(
            "facilitators",
            say!(words, "report-facilitators"),
            Field::text(record.group.facilitators_on(session.date).join(", ")),
        ),
        Fact::new(
            "state",
            say!(words, "report-state"),
            Field::term(state.trim_start_matches("session-"), words.say(state, &[])),
        ),
        Fact::new("reason", say!(words, "report-reason"), why),
        Fact::new("moved_from", say!(words, "report-moved-from"), Field::date(session.moved.as_ref().map(|m| m.from))),
        Fact::new(
            "minutes_planned",
            say!(words, "report-minutes-planned"),
            Field::Number(record.minutes(session).into()),
        ),
        Fact::new("minutes_delivered", say!(words, "report-minutes-given"), minutes(|fidelity| fidelity.minutes)),
        Fact::new("note", say!(words, "said-session-note"), note(record.session_notes.get(&id).map(String::as_str))),
        Fact::new("next_time", say!(words, "said-next-time"), note(Some(&session.next_time))),
    ]
}

/// Everybody of whom the session has something to say.
fn people(record: &GroupRecord, id: SessionId, session: &Session, words: &Words) -> Table {
    let register = Register::of(record);
    let said = long::Said::new(words);
    let objectives = record.plan(session).map_or(&[][..], |plan: &SessionPlan| &plan.objectives);
    let mut columns = vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("attendance", say!(words, "report-attendance")).wide(22),
        Column::new("minutes_missed", say!(words, "report-minutes-missed")).centred(),
        Column::new("note", say!(words, "field-note")).wide(40).holding(Holds::Note),
        Column::new("person_note", say!(words, "said-person-note")).wide(40).holding(Holds::Note),
    ];
    columns.extend(objectives.iter().map(|objective| {
        Column::new(format!("objective_{}", objective.id.replace('-', "_")), words.pick(&objective.text)).wide(24)
    }));
    let line = |member: &Member, cell: &Cell, is_guest: bool| {
        let mark = cell.mark();
        let (code, text) = said.of(long::code(cell));
        let text = if is_guest { format!("{text}, {}", say!(words, "report-guest")) } else { text.to_owned() };
        let text = mark.filter(|mark| mark.caught_up.is_some()).map_or(text, |mark| words.mark(mark));
        let note = |text: Option<&String>| text.filter(|text| !text.is_empty()).map_or(Field::Empty, Field::text);
        let mut fields = vec![
            Field::text(&member.person.reference),
            Field::text(member.person.list_name()),
            Field::term(code, text),
            mark.and_then(Mark::missed).map_or(Field::Empty, |minutes| Field::Number(minutes.into())),
            note(mark.map(|mark| &mark.note)),
            note(record.person_notes.get(&(id, member.id))),
        ];
        fields.extend(objectives.iter().map(|objective| outcome(record, id, member.id, &objective.id, words)));
        Line::body(fields)
    };
    let mut lines: Vec<Line> = record
        .members
        .iter()
        .filter(|member| !record.is_guest(id, member.id))
        .filter_map(|member| Some((member, register.cell(member.id, id)?)))
        .filter(|(_, cell)| !matches!(cell, Cell::NotCounted(_)))
        .map(|(member, cell)| line(member, cell, false))
        .collect();
    lines.extend(record.guests_at(id).map(|guest| {
        let mark = record.marks.get(&(id, guest.id));
        line(guest, &mark.map_or(Cell::NotRecorded, |mark| Cell::Marked(mark.clone())), true)
    }));
    Table::new("people", say!(words, "report-people"), EVERY, columns, lines)
}

/// How far somebody came with an objective.
fn outcome(
    record: &GroupRecord,
    session: SessionId,
    person: PersonId,
    objective: &str,
    words: &Words,
) -> Field<'static> {
    let found = record.outcomes.get(&(session, person, objective.to_owned()));
    found.map_or(Field::Empty, |outcome| {
        let message = outcome.message();
        Field::term(message.trim_start_matches("outcome-"), words.say(message, &[]))
    })
}
