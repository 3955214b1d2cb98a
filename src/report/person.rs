//! The record of one person, for staff: the facts, the groups, every session, outcomes, ratings and exceptions.

mod pathways;

use crate::domain::attendance::Mark;
use crate::domain::field::Field as Asked;
use crate::domain::figures::{Register, Share};
use crate::domain::group::Place;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::plan::Plan;
use crate::domain::record::{GroupRecord, Membership};
use crate::domain::sharing::matrix;
use crate::i18n::Words;
use crate::report::kind::{EVERY, READ};
use crate::report::register::long::{self, Said};
use crate::report::request::Ground;
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, Table};
use crate::report::{Fault, plan, register};
use crate::say;

/// Facts of a person that the record shows, with their keys.
const FACTS: [(&str, Asked); 10] = [
    ("reference", Asked::Reference),
    ("languages", Asked::Languages),
    ("interpreter", Asked::Interpreter),
    ("country", Asked::Country),
    ("born", Asked::Born),
    ("sentence_start", Asked::SentenceStart),
    ("release", Asked::Release),
    ("occupation", Asked::Occupation),
    ("legal_status", Asked::LegalStatus),
    ("consent", Asked::Consent),
];

/// Everything recorded of a person.
///
/// # Errors
/// When the store cannot be read, or nobody has the identifier.
pub fn of(id: PersonId, ground: &Ground) -> Result<Document, Fault> {
    let (reads, words) = (ground.reads, ground.words);
    let person = reads.person(id)?.ok_or(Fault::NoPerson)?;
    let memberships = reads.memberships(id)?;
    let mut records = Vec::new();
    for Membership { group, .. } in &memberships {
        records.extend(reads.group(*group, words.locale().tag)?);
    }
    let mut tables = vec![
        groups(id, &records, words),
        sessions(id, &records, words),
        outcomes(id, &records, words),
        ratings(id, &records, words),
        exceptions(id, ground)?,
    ];
    tables.extend(pathways::tables(&reads.followings(id)?, words));
    tables.extend(plan::tables_for_staff(&Plan::read(reads, id)?, ground));
    tables.extend(partners(id, ground)?);
    let title = say!(words, "person-record-of", name = person.list_name());
    Ok(Document { facts: facts(&person, words), tables, ..Document::new("onward.person/1", title, words, ground.now) })
}

fn facts(person: &Person, words: &Words) -> Vec<Fact> {
    let mut facts = vec![Fact::new("name", say!(words, "report-name"), Field::text(person.name()))];
    facts.extend(FACTS.iter().map(|(id, asked)| {
        let label = words.say(asked.message(), &[]);
        Fact::new(id, label, fact(*asked, person, words))
    }));
    let note = if person.note.is_empty() { Field::Empty } else { Field::text(&person.note) };
    facts.push(Fact::new("note", say!(words, "field-note"), note));
    facts
}

/// What is recorded in a field: dates are dates, and what has a code keeps it beside its name.
fn fact(asked: Asked, person: &Person, words: &Words) -> Field<'static> {
    let said = words.fact(asked, person);
    let code = match asked {
        Asked::Born => return Field::date(person.born),
        Asked::SentenceStart => return Field::date(person.sentence_start),
        Asked::Release => return Field::date(person.release),
        Asked::Country => person.country.as_ref().map(|country| country.code().to_owned()),
        Asked::Languages => Some(person.languages.iter().map(|s| s.language.code()).collect::<Vec<_>>().join(" ")),
        Asked::Occupation => person.occupation.map(|occupation| occupation.message().to_owned()),
        Asked::LegalStatus => person.legal_status.map(|status| status.message().to_owned()),
        Asked::Interpreter => Some(person.interpreter.to_string()),
        Asked::Consent => person.consent.map(|consent| consent.to_string()),
        _ => None,
    };
    match (said, code) {
        (Some(said), Some(code)) => Field::term(code, said),
        (Some(said), None) => Field::text(said),
        (None, _) => Field::Empty,
    }
}

/// A line for each group: how long, how it ended, how far it came.
fn groups(id: PersonId, records: &[GroupRecord], words: &Words) -> Table {
    let columns = vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("programme", say!(words, "report-programme")).wide(28),
        Column::new("place", say!(words, "report-place")),
        Column::new("from", say!(words, "report-from")).centred(),
        Column::new("to", say!(words, "report-to")).centred(),
        Column::new("reason", say!(words, "report-reason")).wide(24),
        Column::new("attendance", say!(words, "report-attendance")).wide(13).centred(),
        Column::new("caught_up", say!(words, "report-caught-up")).centred(),
        Column::new("minutes_received", say!(words, "report-minutes-received")).wide(18).centred(),
        Column::new("completion", say!(words, "report-completion")).wide(26),
    ];
    let line = |record: &GroupRecord| {
        let register = Register::of(record);
        let (member, row) = record.members.iter().zip(&register.rows).find(|(member, _)| member.id == id)?;
        let (to, reason) = match &member.enrolment.state {
            Place::Left { on, reason, .. } => (Field::Date(*on), Field::text(words.say(reason.message(), &[]))),
            Place::Completed { on } => (Field::Date(*on), Field::Empty),
            Place::Waiting | Place::Enrolled => (Field::Empty, Field::Empty),
        };
        let place = member.enrolment.state.message();
        Some(Line::body(vec![
            Field::text(&record.group.code),
            Field::text(words.pick(&record.course.title)),
            Field::term(place.trim_start_matches("place-"), words.say(place, &[])),
            Field::Date(member.enrolment.from),
            to,
            reason,
            Field::Share(row.tally.attendance()),
            Field::Number(row.tally.made_good()),
            Field::Share(Share { count: row.tally.minutes_received, of: row.tally.minutes_planned }),
            register::completion(row.completion, words),
        ]))
    };
    Table::new("groups", say!(words, "person-groups"), READ, columns, records.iter().filter_map(line).collect())
}

/// A line for each session that counts, or counted, with what staff wrote.
fn sessions(id: PersonId, records: &[GroupRecord], words: &Words) -> Table {
    let said = Said::new(words);
    let columns = vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("session", say!(words, "report-session")).wide(9).key(),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("plan", say!(words, "report-title")).wide(28),
        Column::new("attendance", say!(words, "report-attendance")).wide(22),
        Column::new("minutes_missed", say!(words, "report-minutes-missed")).centred(),
        Column::new("caught_up", say!(words, "report-caught-up-on")).centred(),
        Column::new("note", say!(words, "field-note")).wide(40).holding(Holds::Note),
        Column::new("person_note", say!(words, "said-person-note")).wide(40).holding(Holds::Note),
    ];
    let note = |text: Option<&String>| text.filter(|text| !text.is_empty()).map_or(Field::Empty, Field::text);
    let mut lines = Vec::new();
    for record in records {
        let register = Register::of(record);
        for dated in &record.sessions {
            let Some(cell) = register.cell(id, dated.id) else { continue };
            let (code, text) = said.of(long::code(cell));
            let mark = cell.mark();
            let made_good = mark.and_then(|mark| mark.caught_up.as_ref());
            lines.push(Line::body(vec![
                Field::text(&record.group.code),
                Field::session(dated.session.label()),
                Field::Date(dated.session.date),
                record.plan(&dated.session).map_or(Field::Empty, |plan| Field::term(&plan.id, words.pick(&plan.title))),
                Field::term(code, text),
                mark.and_then(Mark::missed).map_or(Field::Empty, |minutes| Field::Number(minutes.into())),
                Field::date(made_good.map(|made_good| made_good.on)),
                note(mark.map(|mark| &mark.note)),
                note(record.person_notes.get(&(dated.id, id))),
            ]));
        }
    }
    Table::new("sessions", say!(words, "report-sessions"), EVERY, columns, lines)
}

/// How far the person came with the objectives that were judged.
fn outcomes(id: PersonId, records: &[GroupRecord], words: &Words) -> Table {
    let mut lines = Vec::new();
    for record in records {
        let judged = record.outcomes.iter().filter(|((_, person, _), _)| *person == id);
        for ((session, _, objective), outcome) in judged {
            let Some(session) = record.session(*session) else { continue };
            let objectives = record.plan(session).map_or(&[][..], |plan| &plan.objectives);
            let text = objectives.iter().find(|known| known.id == *objective).map(|known| words.pick(&known.text));
            let message = outcome.message();
            lines.push(Line::body(vec![
                Field::text(&record.group.code),
                Field::session(session.label()),
                Field::term(objective, text.unwrap_or_default()),
                Field::term(message.trim_start_matches("outcome-"), words.say(message, &[])),
            ]));
        }
    }
    let columns = vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("session", say!(words, "report-session")).wide(9).key(),
        Column::new("objective", say!(words, "report-objective")).wide(48),
        Column::new("outcome", say!(words, "report-how")).wide(16),
    ];
    Table::new("outcomes", say!(words, "report-objectives"), READ, columns, lines)
}

/// What the person answered, before and after.
fn ratings(id: PersonId, records: &[GroupRecord], words: &Words) -> Table {
    let mut lines = Vec::new();
    for record in records {
        for item in &record.course.ratings.items {
            let answer = |time: &str| {
                let step = record.ratings.get(&(id, format!("{time}:{}", item.id)))?;
                Some(words.pick(record.course.ratings.scale.get(usize::from(*step))?))
            };
            let (before, after) = (answer("before"), answer("after"));
            if before.is_some() || after.is_some() {
                let answer = |text: Option<String>| text.map_or(Field::Empty, Field::text);
                lines.push(Line::body(vec![
                    Field::text(&record.group.code),
                    Field::term(&item.id, words.pick(&item.text)),
                    answer(before),
                    answer(after),
                ]));
            }
        }
    }
    let columns = vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("item", say!(words, "report-item")).wide(48),
        Column::new("before", say!(words, "said-before")).wide(20),
        Column::new("after", say!(words, "said-after")).wide(20),
    ];
    Table::new("ratings", say!(words, "report-ratings"), READ, columns, lines)
}

fn exceptions(id: PersonId, ground: &Ground) -> Result<Table, Fault> {
    let words = ground.words;
    let line = |(programme, exception): (String, crate::domain::eligibility::Exception)| {
        Line::body(vec![
            Field::text(programme),
            Field::Date(exception.at.date_naive()),
            Field::text(exception.by),
            Field::text(exception.why),
        ])
    };
    let lines = ground.reads.exceptions(id)?.into_iter().map(line).collect();
    let columns = vec![
        Column::new("programme", say!(words, "report-programme")).wide(28).key(),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("by", say!(words, "completeness-by")).wide(24).holding(Holds::Staff),
        Column::new("why", say!(words, "report-reason")).wide(40).holding(Holds::Note),
    ];
    Ok(Table::new("exceptions", say!(words, "completeness-exceptions"), READ, columns, lines))
}

/// The agency matrix: who does what, who may be told what, and on which basis; none where nobody is named.
fn partners(id: PersonId, ground: &Ground) -> Result<Option<Table>, Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    let lines: Vec<Line> = matrix(ground.reads, id)?
        .iter()
        .map(|line| {
            let basis = match line.basis(today) {
                Ok(basis) => words.basis(&basis),
                Err(untold) => words.untold(&untold),
            };
            let text = |text: &str| if text.is_empty() { Field::Empty } else { Field::text(text) };
            Line::body(vec![
                Field::text(&line.partner.name),
                text(&line.partner.before),
                text(&line.partner.after),
                text(&words.topics(&line.partner.told)),
                Field::text(basis),
            ])
        })
        .collect();
    let columns = vec![
        Column::new("who", say!(words, "agencies-who")).wide(28).key(),
        Column::new("before", say!(words, "hand-over-before")).wide(32),
        Column::new("after", say!(words, "hand-over-after")).wide(32),
        Column::new("told", say!(words, "agencies-may-be-told")).wide(40),
        Column::new("basis", say!(words, "hand-over-basis")).wide(40),
    ];
    let is_empty = lines.is_empty();
    let table = Table::new("agencies", say!(words, "report-agencies"), READ, columns, lines);
    Ok((!is_empty).then_some(table))
}
