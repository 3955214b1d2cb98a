//! Duties: what is due of the pathways that run, also for calendars. What is restricted is not among it.

use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::DutyRow;
use crate::i18n::Words;
use crate::report::kind::Format;
use crate::report::request::{Ground, Period};
use crate::report::stream::{Stream, Visit};
use crate::report::table::{Column, Document, Fact, Field, Holds, LineKind, Rows, Table};
use crate::report::{Fault, stream};
use crate::say;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// Of everybody, or of the people of these groups; due in the period.
///
/// # Errors
/// When the store cannot be read, or a group is not there.
pub fn of(groups: &[GroupId], period: Period, ground: &Ground) -> Result<Document, Fault> {
    let words = ground.words;
    let mut people = BTreeSet::<PersonId>::new();
    if !groups.is_empty() {
        stream::each_group(groups, Period::default(), ground, &mut |record| {
            people.extend(record.members.iter().map(|member| member.id));
            Ok(ControlFlow::Continue(()))
        })?;
    }
    let facts = vec![
        Fact::new("since", say!(words, "report-from"), Field::date(period.since)),
        Fact::new("until", say!(words, "report-to"), Field::date(period.until)),
    ];
    let rows = Rows::Streamed(Stream::Duties((!groups.is_empty()).then_some(people), period));
    let title = say!(words, "report-duties");
    let table = Table { rows, ..Table::new("duties", title.clone(), &Format::ALL, columns(words), Vec::new()) };
    Ok(Document { facts, tables: vec![table], ..Document::new("onward.duties/1", title, words, ground.now) })
}

/// Visits what is due in the period, of these people or of all.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn each(
    people: Option<&BTreeSet<PersonId>>,
    period: Period,
    ground: &Ground,
    visit: Visit,
) -> Result<(), Fault> {
    let days = (period.since.unwrap_or(NaiveDate::MIN), period.until.unwrap_or(NaiveDate::MAX));
    Ok(ground.reads.each_duty(days, &mut |duty| {
        if ground.is_of(duty.person, people) {
            visit(LineKind::Body, &fields(duty, ground))
        } else {
            ControlFlow::Continue(())
        }
    })?)
}

fn columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new("date", say!(words, "report-due")).centred().key(),
        Column::new("name", say!(words, "report-name")).wide(24).holding(Holds::Name),
        Column::new("pathway", say!(words, "report-pathway")).wide(28),
        Column::new("step", say!(words, "report-next-step")).wide(32),
        Column::new("overdue", say!(words, "report-days-overdue")).centred(),
        Column::new("uid", say!(words, "timetable-uid")).wide(30),
    ]
}

fn fields(row: DutyRow, ground: &Ground) -> [Field<'static>; 6] {
    let over = ground.now.date_naive().signed_duration_since(row.due).num_days();
    [
        Field::Date(row.due),
        // A calendar lies outside the store: the short name does.
        Field::text(row.short_name),
        Field::text(ground.words.pick(&row.pathway)),
        Field::text(ground.words.pick(&row.step)),
        u32::try_from(over).ok().filter(|days| *days > 0).map_or(Field::Empty, Field::Number),
        // A run has one thing to do next: a calendar moves what it knows of it.
        Field::text(format!("duty-{}@onward", row.run)),
    ]
}
