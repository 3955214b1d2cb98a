//! Coverage: which rules of the standards a person's plan, a group, or all groups of a period serve, and what is
//! missing.

use crate::domain::coverage::{Coverage, Source};
use crate::domain::id::PersonId;
use crate::domain::plan::Plan;
use crate::domain::record::{About, Membership};
use crate::domain::sharing::matrix;
use crate::i18n::Words;
use crate::report::kind::EVERY;
use crate::report::request::{Ground, Period};
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, Table};
use crate::report::{Fault, stream};
use crate::say;
use std::ops::ControlFlow;

/// The coverage of a person, of a group, or of all groups that start in the period.
///
/// # Errors
/// When the store cannot be read, or what it is about is not there.
pub fn of(about: About, period: Period, ground: &Ground) -> Result<Document, Fault> {
    let (reads, words) = (ground.reads, ground.words);
    let (whose, coverage) = match about {
        About::Person(id) => {
            let person = reads.person(id)?.ok_or(Fault::NoPerson)?;
            (person.list_name(), of_person(id, ground)?)
        }
        About::Group(id) => {
            let record = reads.group(id, words.locale().tag)?.ok_or(Fault::NoGroup)?;
            (record.group.code.clone(), Coverage::of_group(&record))
        }
        About::Everything => {
            let mut coverage = Coverage::default();
            stream::each_group(&[], period, ground, &mut |record| {
                coverage.merge(Coverage::of_group(&record));
                Ok(ControlFlow::Continue(()))
            })?;
            (say!(words, "coverage-all-groups"), coverage)
        }
    };
    let title = say!(words, "coverage-of", name = whose);
    let [served, ahead, missing] = coverage.counts();
    let count = |count: usize| Field::Number(u32::try_from(count).unwrap_or(u32::MAX));
    let facts = vec![
        Fact::new("served", say!(words, "coverage-served"), count(served)),
        Fact::new("ahead", say!(words, "coverage-ahead"), count(ahead)),
        Fact::new("missing", say!(words, "coverage-missing"), count(missing)),
    ];
    let tables = vec![table(&coverage, words)];
    Ok(Document { facts, tables, ..Document::new("onward.coverage/1", title, words, ground.now) })
}

fn of_person(id: PersonId, ground: &Ground) -> Result<Coverage, Fault> {
    let reads = ground.reads;
    let mut records = Vec::new();
    for Membership { group, .. } in reads.memberships(id)? {
        records.extend(reads.group(group, ground.words.locale().tag)?);
    }
    let (followings, plan, partners) = (reads.followings(id)?, Plan::read(reads, id)?, matrix(reads, id)?);
    Ok(Coverage::of_person(id, &records, &followings, &plan, &partners))
}

/// A line for each rule.
#[must_use]
pub fn table(coverage: &Coverage, words: &Words) -> Table {
    let names = |sources: &[Source]| {
        let names = sources.iter().map(|source| words.source(source)).collect::<Vec<_>>().join("; ");
        if names.is_empty() { Field::Empty } else { Field::text(names) }
    };
    let lines = coverage.rules().map(|(rule, message, served)| {
        let (id, said) = served.state().said();
        Line::body(vec![
            Field::text(rule.0),
            message.map_or(Field::Empty, |message| Field::text(say!(words, message))),
            Field::term(id, words.say(said, &[])),
            names(&served.done),
            names(&served.ahead),
        ])
    });
    let columns = vec![
        Column::new("rule", say!(words, "coverage-rule")).wide(24).key(),
        Column::new("asks", say!(words, "coverage-asks")).wide(48),
        Column::new("state", say!(words, "coverage-state")).wide(14),
        Column::new("by", say!(words, "coverage-by")).wide(40).holding(Holds::Plain),
        Column::new("ahead", say!(words, "coverage-ahead")).wide(40),
    ];
    Table::new("rules", say!(words, "report-coverage"), EVERY, columns, lines.collect())
}
