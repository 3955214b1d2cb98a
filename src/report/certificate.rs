//! The certificate of one person: the programme, the sessions, the minutes, and room to sign. Of absences
//! and notes it says nothing.

use crate::domain::certificate::{Certificate, Line as Taken};
use crate::domain::id::PersonId;
use crate::domain::record::GroupRecord;
use crate::i18n::Words;
use crate::report::table::{Column, Document, Fact, Field, Line, Rows, Table};
use crate::report::{Fault, Format};
use crate::say;
use chrono::{DateTime, FixedOffset};

/// The certificate of a person in a group.
///
/// # Errors
/// When there is none.
pub fn of(
    record: &GroupRecord,
    person: PersonId,
    words: &Words,
    now: DateTime<FixedOffset>,
) -> Result<Document, Fault> {
    let certificate = Certificate::of(record, person).map_err(Fault::Withheld)?;
    Ok(Document {
        schema: "onward.certificate/1",
        language: words.locale().tag,
        title: say!(words, "certificate-title", name = certificate.member.person.name()),
        written: now,
        facts: facts(record, &certificate, words),
        tables: vec![sessions(record, &certificate, words), signatures(record, words)],
        signatures: Vec::new(),
        foot: Vec::new(),
    })
}

fn facts(record: &GroupRecord, certificate: &Certificate, words: &Words) -> Vec<Fact> {
    let fact = |id, label, field| Fact { id, label, field };
    let course = &record.course;
    let (from, to) = certificate.period().unzip();
    let caught_up = u32::try_from(certificate.caught_up()).unwrap_or(u32::MAX);
    let mut facts = vec![
        fact("name", say!(words, "report-name"), Field::text(certificate.member.person.name())),
        fact("programme", say!(words, "report-programme"), Field::term(&course.programme, words.pick(&course.title))),
        fact("version", say!(words, "report-version"), Field::term(&course.version, words.pick(&course.version_title))),
        fact("from", say!(words, "report-from"), Field::date(from)),
        fact("to", say!(words, "report-to"), Field::date(to)),
        fact("sessions_of", say!(words, "certificate-sessions-of"), Field::Number(certificate.of)),
        fact("sessions", say!(words, "certificate-sessions"), Field::Number(certificate.done)),
        fact("caught_up", say!(words, "certificate-caught-up"), Field::Number(caught_up)),
        fact("minutes", say!(words, "certificate-minutes"), Field::Number(certificate.minutes)),
        fact("completion_rule", say!(words, "report-rule"), Field::text(words.completes_with(course))),
        fact("completed", say!(words, "certificate-completed"), Field::Date(certificate.on)),
    ];
    // What the programme itself says of whoever completes it.
    if let Some(own) = &course.certificate {
        facts.insert(1, fact("text", say!(words, "certificate-text"), Field::text(words.pick(&own.text))));
    }
    facts
}

fn sessions(record: &GroupRecord, certificate: &Certificate, words: &Words) -> Table {
    let line = |taken: &Taken| {
        let title = record.plan(&taken.dated.session).map_or_else(String::new, |plan| words.pick(&plan.title));
        let how = if taken.caught_up { "caught-up" } else { "attended" };
        let said = if taken.caught_up { say!(words, "report-caught-up") } else { say!(words, "report-attended") };
        Line::body(vec![
            Field::session(taken.dated.session.label()),
            Field::text(title),
            Field::Date(taken.on),
            Field::Number(taken.minutes),
            Field::term(how, said),
        ])
    };
    Table {
        id: "took_part",
        title: say!(words, "report-sessions"),
        formats: &[Format::Csv, Format::Xlsx, Format::Markdown, Format::Json],
        columns: vec![
            Column::new("session", say!(words, "report-session")).wide(9).key(),
            Column::new("title", say!(words, "report-title")).wide(36).key(),
            Column::new("date", say!(words, "report-date")).centred(),
            Column::new("minutes", say!(words, "report-pause-minutes")).centred(),
            Column::new("how", say!(words, "certificate-how")).wide(16),
        ],
        rows: Rows::Held(certificate.lines.iter().map(line).collect()),
        chart: None,
    }
}

/// A line to sign for each facilitator, and for each office that the programme names, on paper.
fn signatures(record: &GroupRecord, words: &Words) -> Table {
    let line = |name: &str| Line::body(vec![Field::text(name), Field::Empty, Field::Empty]);
    let names = &record.group.facilitators;
    let offices = record.course.certificate.iter().flat_map(|own| &own.signed_by).map(|office| words.pick(office));
    let mut lines: Vec<Line> = names.iter().map(|name| line(name)).chain(offices.map(|office| line(&office))).collect();
    if lines.is_empty() {
        lines.push(line(""));
    }
    Table {
        id: "signatures",
        title: say!(words, "certificate-signatures"),
        formats: &[Format::Xlsx, Format::Markdown],
        columns: vec![
            Column::new("name", say!(words, "report-facilitators")).wide(28).key(),
            Column::new("date", say!(words, "certificate-place-and-date")).wide(28),
            Column::new("signature", say!(words, "certificate-signature")).wide(36),
        ],
        rows: Rows::Held(lines),
        chart: None,
    }
}
