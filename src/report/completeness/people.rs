//! What is open about people: steps and actions whose day is over, what they were not told, exceptions made for them.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::offered::{Offer, is_owed, offer};
use crate::domain::pathway::Pathway;
use crate::domain::person::LegalStatus;
use crate::domain::plan::Plan;
use crate::domain::record::{About, Applicant, Failure};
use crate::domain::shelf::Services;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::kind::READ;
use crate::report::request::{Ground, Period};
use crate::report::stream::Visit;
use crate::report::table::{Column, Field, Holds, Line, LineKind, Table};
use crate::say;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// Visits steps of pathways whose day is over.
pub(super) fn steps(
    of_whom: Option<&BTreeSet<PersonId>>,
    period: Period,
    ground: &Ground,
    visit: Visit,
) -> Result<(), Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    let Some(yesterday) = today.pred_opt() else { return Ok(()) };
    let (from, until) = (period.since.unwrap_or(NaiveDate::MIN), period.until.unwrap_or(yesterday));
    Ok(ground.reads.each_duty((from, until.min(yesterday)), &mut |duty| {
        if !ground.is_of(duty.person, of_whom) {
            return ControlFlow::Continue(());
        }
        let days = today.signed_duration_since(duty.due).num_days();
        let fields = [
            Field::text(duty.reference),
            Field::text(duty.list_name),
            Field::text(words.pick(&duty.pathway)),
            Field::text(words.pick(&duty.step)),
            Field::Date(duty.due),
            Field::Number(u32::try_from(days).unwrap_or(0)),
        ];
        visit(LineKind::Body, &fields)
    })?)
}

pub(super) fn step_columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("pathway", say!(words, "said-pathway")).wide(28),
        Column::new("step", say!(words, "completeness-step")).wide(36),
        Column::new("due", say!(words, "completeness-due")).centred(),
        Column::new("days", say!(words, "completeness-days")).centred(),
    ]
}

/// Pathways that have to be offered to somebody.
pub(super) fn owed<'a>(ground: &Ground<'a>) -> impl Iterator<Item = &'a Pathway> + use<'a> {
    let services: &'a Services = ground.services;
    services.pathways.iter().filter(|pathway| !pathway.offered_to.is_empty())
}

/// Visits who was not told of what has to be offered to them.
pub(super) fn offers(of_whom: Option<&BTreeSet<PersonId>>, ground: &Ground, visit: Visit) -> Result<(), Fault> {
    let (words, owed) = (ground.words, owed(ground).collect::<Vec<_>>());
    for Held { id, status, since } in held(of_whom, &owed, ground)? {
        let followings = ground.reads.followings(id)?;
        for pathway in owed.iter().filter(|pathway| is_owed(pathway, status, since)) {
            let begun = match offer(pathway, &followings) {
                Offer::Told => continue,
                Offer::Begun(day) => Some(day),
                Offer::Never => None,
            };
            let person = ground.reads.person(id)?.unwrap_or_default();
            let fields = [
                Field::text(&person.reference),
                Field::text(person.list_name()),
                Field::text(words.pick(&pathway.title)),
                Field::date(since),
                Field::date(begun),
            ];
            if visit(LineKind::Body, &fields).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// How somebody is held, and since when where detained.
struct Held {
    id: PersonId,
    status: Option<LegalStatus>,
    since: Option<NaiveDate>,
}

/// Who is held so that one of these pathways has to be offered to them, the soonest released first.
fn held(of_whom: Option<&BTreeSet<PersonId>>, owed: &[&Pathway], ground: &Ground) -> Result<Vec<Held>, Failure> {
    let mut detained = BTreeMap::new();
    for entry in ground.reads.standing("detention", About::Everything)? {
        if let Entry::Detention { person, to: Some(day) } = entry {
            detained.insert(person, *day);
        }
    }
    let mut here = Vec::new();
    let today = ground.now.date_naive();
    ground.reads.each_applicant(today.pred_opt().unwrap_or(today), &mut |Applicant { id, person, .. }| {
        let since = detained.get(&id).copied();
        let status = person.legal_status;
        if ground.is_of(id, of_whom) && owed.iter().any(|pathway| is_owed(pathway, status, since)) {
            here.push(Held { id, status, since });
        }
    })?;
    Ok(here)
}

pub(super) fn offer_columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("pathway", say!(words, "said-pathway")).wide(28),
        Column::new("since", say!(words, "completeness-since")).centred(),
        Column::new("started", say!(words, "completeness-started")).centred(),
    ]
}

/// Exceptions to the rules of these programmes that were granted in the period, the latest first.
pub(super) fn exceptions(
    programmes: &BTreeMap<String, String>,
    period: Period,
    ground: &Ground,
) -> Result<Table, Fault> {
    let words = ground.words;
    let mut granted = Vec::new();
    for (id, title) in programmes {
        for (person, exception) in ground.reads.exceptions_for(id)? {
            if period.holds(exception.at.date_naive()) && !ground.without.contains(&person) {
                granted.push((exception, person, (id, title)));
            }
        }
    }
    granted.sort_by_key(|(exception, person, _)| (std::cmp::Reverse(exception.at), *person));
    let mut lines = Vec::new();
    for (exception, person, (id, title)) in granted {
        let person = ground.reads.person(person)?.unwrap_or_default();
        lines.push(Line::body(vec![
            Field::text(&person.reference),
            Field::text(person.list_name()),
            Field::term(id, title),
            Field::Date(exception.at.date_naive()),
            Field::text(exception.by),
            Field::text(exception.why),
        ]));
    }
    let columns = vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("programme", say!(words, "report-programme")).wide(28),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("by", say!(words, "completeness-by")).wide(24).holding(Holds::Staff),
        Column::new("why", say!(words, "report-reason")).wide(40).holding(Holds::Note),
    ];
    Ok(Table::new("exceptions", say!(words, "completeness-exceptions"), READ, columns, lines))
}

/// Everybody's plans in which an action is overdue.
pub(super) fn late(ground: &Ground) -> Result<BTreeMap<PersonId, Plan>, Fault> {
    let mut plans = Plan::of_everybody(ground.reads, "action")?;
    plans.retain(|_, plan| plan.overdue(ground.now.date_naive()).next().is_some());
    Ok(plans)
}

/// Actions of these plans that are overdue, the longest first; nothing where none is.
pub(super) fn actions(late: &BTreeMap<PersonId, Plan>, ground: &Ground) -> Result<Option<Table>, Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    let overdue = late.iter().flat_map(|(id, plan)| plan.overdue(today).map(|(_, action)| (*id, action)));
    let mut found: Vec<_> = overdue.collect();
    found.sort_by_key(|(id, action)| (action.due, *id));
    let mut lines = Vec::new();
    for (id, action) in found {
        let person = ground.reads.person(id)?.unwrap_or_default();
        let days = action.due.map_or(0, |due| today.signed_duration_since(due).num_days());
        lines.push(Line::body(vec![
            Field::text(&person.reference),
            Field::text(person.list_name()),
            Field::text(&action.what),
            Field::text(words.doer(&action.who, &Services::default())),
            Field::date(action.due),
            Field::Number(u32::try_from(days).unwrap_or(0)),
        ]));
    }
    let columns = vec![
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("what", say!(words, "plan-action-what")).wide(40).holding(Holds::Note),
        Column::new("who", say!(words, "plan-action-who")).wide(24).holding(Holds::Note),
        Column::new("by", say!(words, "plan-action-when")).centred(),
        Column::new("days", say!(words, "completeness-days")).centred(),
    ];
    let is_empty = lines.is_empty();
    let table = Table::new("actions", say!(words, "completeness-actions"), READ, columns, lines);
    Ok((!is_empty).then_some(table))
}
