//! The action plan of the prison and its groups, or of one group; with it who is trained for what, and whom the prison
//! names for what.

use crate::domain::entry::Entry;
use crate::domain::record::About;
use crate::domain::remedy::{Remedy, order};
use crate::domain::training;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::kind::{EVERY, READ};
use crate::report::request::Ground;
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, Table};
use crate::say;

/// Of a group, or of everything.
///
/// # Errors
/// When the store cannot be read, or it is asked of a person.
pub fn of(about: About, ground: &Ground) -> Result<Document, Fault> {
    let (reads, words, today) = (ground.reads, ground.words, ground.now.date_naive());
    let mut entries = reads.standing("group-remedy", about)?;
    match about {
        About::Person(_) => return Err(Fault::NotForAll),
        About::Group(_) => {}
        About::Everything => entries.extend(reads.standing("remedy", about)?),
    }
    let mut remedies: Vec<_> = entries.into_iter().filter_map(Remedy::recorded).collect();
    remedies.sort_by_key(|(_, _, remedy)| order(remedy));
    let mut lines = Vec::new();
    for (group, _, remedy) in &remedies {
        let code = match group {
            Some(group) => reads.group(*group, words.locale().tag)?.map(|record| record.group.code),
            None => None,
        };
        lines.push(line(code, remedy, ground));
    }
    let overdue = remedies.iter().filter(|(_, _, remedy)| remedy.is_overdue(today)).count();
    let open = remedies.iter().filter(|(_, _, remedy)| remedy.closed.is_none()).count();
    let count = |count: usize| Field::Number(u32::try_from(count).unwrap_or(u32::MAX));
    let facts = vec![
        Fact::new("open", say!(words, "house-open"), count(open)),
        Fact::new("overdue", say!(words, "house-overdue"), count(overdue)),
    ];
    let mut tables = vec![plan(lines, words)];
    if about == About::Everything {
        tables.extend([training(ground)?, contacts(ground)?]);
    }
    let title = say!(words, "report-action-plan");
    Ok(Document { facts, tables, ..Document::new("onward.action-plan/1", title, words, ground.now) })
}

fn text_or_empty(text: &str) -> Field<'static> {
    if text.is_empty() { Field::Empty } else { Field::text(text) }
}

fn line(code: Option<String>, remedy: &Remedy, ground: &Ground) -> Line {
    let words = ground.words;
    let (id, state) = match &remedy.closed {
        Some(_) => ("done", say!(words, "house-state-done")),
        None if remedy.is_overdue(ground.now.date_naive()) => ("overdue", say!(words, "house-overdue")),
        None => ("open", say!(words, "house-open")),
    };
    Line::body(vec![
        code.map_or(Field::Empty, Field::text),
        Field::text(&remedy.concern),
        Field::text(&remedy.response),
        Field::text(&remedy.owner),
        Field::date(remedy.due),
        text_or_empty(&remedy.progress),
        Field::term(id, state),
        Field::date(remedy.closed.as_ref().map(|closed| closed.on)),
    ])
}

fn plan(lines: Vec<Line>, words: &Words) -> Table {
    let columns = vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("concern", say!(words, "house-concern")).wide(40).key(),
        Column::new("response", say!(words, "house-response")).wide(40),
        Column::new("owner", say!(words, "house-owner")).wide(20).holding(Holds::Staff),
        Column::new("target", say!(words, "house-target")).centred(),
        Column::new("progress", say!(words, "house-how-far")).wide(40).holding(Holds::Note),
        Column::new("state", say!(words, "coverage-state")).wide(12),
        Column::new("closed", say!(words, "report-ended")).centred(),
    ];
    Table::new("action_plan", say!(words, "report-action-plan"), EVERY, columns, lines)
}

fn training(ground: &Ground) -> Result<Table, Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    let mut trained = training::recorded(ground.reads.standing("training", About::Everything)?);
    trained.sort_by(|one, other| (&one.who, &one.what).cmp(&(&other.who, &other.what)));
    let lines = trained.iter().map(|training| {
        let (id, said) = if training.counts(today) { ("counts", "answer-yes") } else { ("ended", "answer-no") };
        Line::body(vec![
            Field::text(&training.who),
            Field::text(&training.what),
            Field::Date(training.on),
            Field::date(training.until),
            Field::term(id, words.say(said, &[])),
        ])
    });
    let columns = vec![
        Column::new("who", say!(words, "house-who")).wide(24).key().holding(Holds::Staff),
        Column::new("what", say!(words, "house-for-what")).wide(32).key(),
        Column::new("on", say!(words, "house-on")).centred(),
        Column::new("until", say!(words, "house-until")).centred(),
        Column::new("counts", say!(words, "house-counts")).centred(),
    ];
    Ok(Table::new("training", say!(words, "house-training"), READ, columns, lines.collect()))
}

fn contacts(ground: &Ground) -> Result<Table, Fault> {
    let words = ground.words;
    let mut contacts = Vec::new();
    for entry in ground.reads.standing("contact", About::Everything)? {
        let Entry::Contact { to: Some(contact), .. } = entry else { continue };
        contacts.push(*contact);
    }
    contacts.sort_by(|one, other| (&one.what, &one.name).cmp(&(&other.what, &other.name)));
    let lines = contacts.iter().map(|contact| {
        Line::body(vec![
            Field::text(&contact.what),
            Field::text(&contact.name),
            text_or_empty(&contact.reach),
            Field::date(contact.review),
        ])
    });
    let columns = vec![
        Column::new("what", say!(words, "house-contact-what")).wide(32).key(),
        Column::new("name", say!(words, "house-who")).wide(24).holding(Holds::Staff),
        Column::new("reach", say!(words, "house-reach")).wide(32),
        Column::new("review", say!(words, "house-review")).centred(),
    ];
    Ok(Table::new("contacts", say!(words, "house-contacts"), READ, columns, lines.collect()))
}
