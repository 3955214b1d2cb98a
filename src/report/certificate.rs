//! The certificate of one person: the programme, the sessions, the minutes, and room to sign; in the language of the
//! desk and in the one they read best. Of absences and notes it says nothing.

use crate::domain::certificate::{Certificate, Line as Taken};
use crate::domain::id::PersonId;
use crate::domain::record::GroupRecord;
use crate::i18n::Words;
use crate::report::both::Both;
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
    let both = Both::with(words, &certificate.member.person);
    Ok(Document {
        schema: "onward.certificate/1",
        language: words.locale().tag,
        title: both.say(|words| say!(words, "certificate-title", name = certificate.member.person.name())),
        written: now,
        facts: facts(record, &certificate, &both),
        tables: vec![sessions(record, &certificate, &both), to_sign(record, &both)],
        signatures: signatures(record, &both),
        foot: Vec::new(),
    })
}

fn facts(record: &GroupRecord, certificate: &Certificate, both: &Both) -> Vec<Fact> {
    let say = |message: &str| both.say(|words| words.say(message, &[]));
    let fact = |id, label, field| Fact { id, label, field };
    let course = &record.course;
    let (from, to) = certificate.period().unzip();
    let caught_up = u32::try_from(certificate.caught_up()).unwrap_or(u32::MAX);
    let mut facts = vec![
        fact("name", say("report-name"), Field::text(certificate.member.person.name())),
        fact("programme", say("report-programme"), Field::term(&course.programme, both.pick(&course.title))),
        fact("version", say("report-version"), Field::term(&course.version, both.pick(&course.version_title))),
        fact("from", say("report-from"), Field::date(from)),
        fact("to", say("report-to"), Field::date(to)),
        fact("sessions_of", say("certificate-sessions-of"), Field::Number(certificate.of)),
        fact("sessions", say("certificate-sessions"), Field::Number(certificate.done)),
        fact("caught_up", say("certificate-caught-up"), Field::Number(caught_up)),
        fact("minutes", say("certificate-minutes"), Field::Number(certificate.minutes)),
        fact("completion_rule", say("report-rule"), Field::text(both.say(|words| words.completes_with(course)))),
        fact("completed", say("certificate-completed"), Field::Date(certificate.on)),
    ];
    // What the programme itself says of whoever completes it.
    if let Some(own) = &course.certificate {
        facts.insert(1, fact("text", say("certificate-text"), Field::text(both.pick(&own.text))));
    }
    facts
}

fn sessions(record: &GroupRecord, certificate: &Certificate, both: &Both) -> Table {
    let say = |message: &str| both.say(|words| words.say(message, &[]));
    let line = |taken: &Taken| {
        let title = record.plan(&taken.dated.session).map_or_else(String::new, |plan| both.pick(&plan.title));
        let how = if taken.caught_up { "caught-up" } else { "attended" };
        let said = if taken.caught_up { say("report-caught-up") } else { say("report-attended") };
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
        title: say("report-sessions"),
        formats: &[Format::Csv, Format::Xlsx, Format::Markdown, Format::Json],
        columns: vec![
            Column::new("session", say("report-session")).wide(9).key(),
            Column::new("title", say("report-title")).wide(36).key(),
            Column::new("date", say("report-date")).centred(),
            Column::new("minutes", say("report-pause-minutes")).centred(),
            Column::new("how", say("certificate-how")).wide(16),
        ],
        rows: Rows::Held(certificate.lines.iter().map(line).collect()),
        chart: None,
    }
}

/// Who signs: each facilitator, and each office that the programme names.
fn signers(record: &GroupRecord, both: &Both) -> Vec<String> {
    let offices = record.course.certificate.iter().flat_map(|own| &own.signed_by).map(|office| both.pick(office));
    record.group.facilitators.iter().cloned().chain(offices).collect()
}

/// A line to sign for each of them.
fn signatures(record: &GroupRecord, both: &Both) -> Vec<String> {
    let signers = signers(record, both);
    if signers.is_empty() {
        return vec![both.say(|words| say!(words, "report-signature-open"))];
    }
    signers.iter().map(|name| both.say(|words| say!(words, "report-signature", name = name))).collect()
}

/// The same where nothing but a table can be signed.
fn to_sign(record: &GroupRecord, both: &Both) -> Table {
    let say = |message: &str| both.say(|words| words.say(message, &[]));
    let line = |name: &str| Line::body(vec![Field::text(name), Field::Empty, Field::Empty]);
    let mut lines: Vec<Line> = signers(record, both).iter().map(|name| line(name)).collect();
    if lines.is_empty() {
        lines.push(line(""));
    }
    Table {
        id: "signatures",
        title: say("certificate-signatures"),
        formats: &[Format::Markdown],
        columns: vec![
            Column::new("name", say("report-facilitators")).wide(28).key(),
            Column::new("date", say("certificate-place-and-date")).wide(28),
            Column::new("signature", say("certificate-signature")).wide(36),
        ],
        rows: Rows::Held(lines),
        chart: None,
    }
}
