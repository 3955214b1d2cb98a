//! The person's own sheet: what they took part in, in the language of the desk and in the one they read best.
//! It says nothing that staff wrote, and no reason of an absence.

use crate::domain::id::{GroupId, PersonId};
use crate::domain::own_sheet::{How, OwnSheet};
use crate::domain::record::{GroupRecord, Membership};
use crate::report::Fault;
use crate::report::both::Both;
use crate::report::kind::{EVERY, READ};
use crate::report::request::Ground;
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, Table};
use crate::say;

/// The sheet of a person, on these groups or on all they are or were in.
///
/// # Errors
/// When the store cannot be read, or nobody has the identifier.
pub fn of(id: PersonId, groups: &[GroupId], ground: &Ground) -> Result<Document, Fault> {
    let (reads, words) = (ground.reads, ground.words);
    let person = reads.person(id)?.ok_or(Fault::NoPerson)?;
    let both = Both::with(words, &person);
    let mut records = Vec::new();
    for Membership { group, .. } in reads.memberships(id)? {
        if groups.is_empty() || groups.contains(&group) {
            records.extend(reads.group(group, words.locale().tag)?);
        }
    }
    // The first that they were in comes first.
    records.sort_by_key(|record| (record.group.start, record.id));
    let sheets: Vec<(&GroupRecord, OwnSheet)> =
        records.iter().filter_map(|record| Some((record, OwnSheet::of(record, id)?))).collect();
    let title = both.say(|words| say!(words, "sheet-title", name = person.name()));
    Ok(Document {
        facts: vec![
            Fact::new("name", both.say(|words| say!(words, "report-name")), Field::text(person.name())),
            Fact::new("written_on", both.say(|words| say!(words, "report-date")), Field::Date(ground.now.date_naive())),
        ],
        tables: vec![programmes(&sheets, &both), sessions(&sheets, &both)],
        signatures: vec![both.say(|words| say!(words, "report-signature-open"))],
        ..Document::new("onward.sheet/1", title, words, ground.now)
    })
}

/// A line for each programme: how much of it, and whether it is completed.
fn programmes(sheets: &[(&GroupRecord, OwnSheet)], both: &Both) -> Table {
    let column = |id: &'static str, message: &'static str| Column::new(id, both.say(|words| words.say(message, &[])));
    let columns = vec![
        column("group", "report-group-code").key(),
        column("programme", "report-programme").wide(40).key(),
        column("sessions_of", "certificate-sessions-of").wide(14).centred(),
        column("sessions", "certificate-sessions").wide(14).centred(),
        column("caught_up", "certificate-caught-up").wide(14).centred(),
        column("minutes", "certificate-minutes").wide(14).centred(),
        column("rule", "report-rule").wide(40),
        column("completion", "report-completion").wide(24),
    ];
    let line = |(record, sheet): &(&GroupRecord, OwnSheet)| {
        let done = if sheet.completion.is_met() {
            ("met", "report-completion-met")
        } else if sheet.completion.is_possible() {
            ("possible", "report-completion-possible")
        } else {
            ("out-of-reach", "sheet-not-completed")
        };
        Line::body(vec![
            Field::text(&record.group.code),
            Field::term(&record.course.programme, both.pick(&record.course.title)),
            Field::Number(sheet.of),
            Field::Number(sheet.completion.done),
            Field::Number(sheet.count(How::CaughtUp)),
            Field::Number(sheet.minutes()),
            Field::text(both.say(|words| words.completes_with(&record.course))),
            Field::term(done.0, both.say(|words| words.say(done.1, &[]))),
        ])
    };
    let title = both.say(|words| say!(words, "report-programme"));
    Table::new("programmes", title, READ, columns, sheets.iter().map(line).collect())
}

fn sessions(sheets: &[(&GroupRecord, OwnSheet)], both: &Both) -> Table {
    let column = |id: &'static str, message: &'static str| Column::new(id, both.say(|words| words.say(message, &[])));
    let columns = vec![
        column("group", "report-group-code").key(),
        column("session", "report-session").wide(9).key(),
        column("title", "report-title").wide(40),
        column("date", "report-date").centred(),
        column("minutes", "report-pause-minutes").centred(),
        column("how", "certificate-how").wide(24).holding(Holds::Plain),
    ];
    let mut lines = Vec::new();
    for (record, sheet) in sheets {
        lines.extend(sheet.lines.iter().map(|line| {
            let (id, message) = line.how.said();
            let title = record.plan(&line.dated.session).map_or_else(String::new, |plan| both.pick(&plan.title));
            Line::body(vec![
                Field::text(&record.group.code),
                Field::session(line.dated.session.label()),
                Field::text(title),
                Field::Date(line.on),
                if matches!(line.how, How::Attended | How::CaughtUp) {
                    Field::Number(line.minutes)
                } else {
                    Field::Empty
                },
                Field::term(id, both.say(|words| words.say(message, &[]))),
            ])
        }));
    }
    let title = both.say(|words| say!(words, "report-sessions"));
    Table::new("sessions", title, EVERY, columns, lines)
}
