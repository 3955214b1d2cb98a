//! The evaluation: from enrolment to completion across groups, why people left, attendance by session, ratings
//! before and after, by language and by country; and what became of pathways.

mod pathways;

use crate::domain::figures::evaluation::{Cohort, Evaluation, RatingSpread};
use crate::domain::figures::pathways::PathwayFigures;
use crate::domain::id::GroupId;
use crate::domain::need::Need;
use crate::domain::plan::{Plan, Progress};
use crate::domain::record::GroupRecord;
use crate::i18n::Words;
use crate::report::ahead::ahead;
use crate::report::kind::READ;
use crate::report::register::{measure_columns, measures};
use crate::report::request::{Ground, Period};
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, LineKind, Sums, Table, headed};
use crate::report::{Fault, group, stream};
use crate::say;
use chrono::{DateTime, FixedOffset};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender};

/// Of these groups, or of all that start in the period.
///
/// # Errors
/// When the store cannot be read, or a group is not there.
pub fn of(groups: &[GroupId], period: Period, ground: &Ground) -> Result<Document, Fault> {
    let mut plans = Plan::of_everybody(ground.reads, "need")?;
    // Everybody who has or had a place, where it is not all of them; and whoever took part of those who have a plan.
    let mut people = (!groups.is_empty()).then(BTreeSet::new);
    let mut members = BTreeSet::new();
    let read = |records: &SyncSender<GroupRecord>| {
        stream::each_group(groups, period, ground, &mut |record| {
            for member in &record.members {
                if let Some(people) = &mut people {
                    people.insert(member.id);
                }
                if member.took_part() && plans.contains_key(&member.id) {
                    members.insert(member.id);
                }
            }
            // Nobody is there to take it only after a panic, which comes out of `ahead`.
            let _ = records.send(record);
            Ok(ControlFlow::Continue(()))
        })
    };
    let (read, evaluation) = ahead(AHEAD, read, counted)?;
    read?;
    let mut followed = PathwayFigures::default();
    ground.reads.each_following(&mut |person, _, following| {
        if period.holds(following.run.started) && people.as_ref().is_none_or(|people| people.contains(&person)) {
            followed.add(following);
        }
    })?;
    let facts = facts(&evaluation, period, ground.words);
    let mut document = document(&evaluation, ground.words, ground.now);
    document.tables.extend(pathways::tables(&followed, ground.words));
    plans.retain(|person, _| members.contains(person));
    document.tables.extend(needs(plans.values(), ground.words));
    Ok(Document { facts, ..document })
}

/// Groups that are read ahead of those that are counted: one of them that takes long holds up nobody.
const AHEAD: usize = 32;

fn counted(records: Receiver<GroupRecord>) -> Evaluation {
    let mut evaluation = Evaluation::default();
    for record in records {
        evaluation.add(&record);
    }
    evaluation
}

/// How far the needs of those who took part are met; nothing where no plan says so.
fn needs<'p>(plans: impl Iterator<Item = &'p Plan>, words: &Words) -> Option<Table> {
    let mut counts: BTreeMap<(Need, Progress), u32> = BTreeMap::new();
    let mut planned = 0;
    for plan in plans.filter(|plan| !plan.needs.is_empty()) {
        planned += 1;
        for need in Need::ALL {
            *counts.entry((need, plan.progress(need))).or_default() += 1;
        }
    }
    let count = |id: &'static str, label: String| Column::new(id, label).centred().holding(Holds::Count);
    let mut columns = vec![Column::new("need", say!(words, "evaluation-needs")).wide(28).key()];
    columns.extend(Progress::ALL.map(|progress| count(progress.id(), say!(words, progress.message()))));
    columns.push(count("of", say!(words, "report-of")));
    let line = |need: Need| {
        let of = |progress| Field::Number(counts.get(&(need, progress)).copied().unwrap_or(0));
        let name = Field::term(need.id(), say!(words, need.message()));
        Line::body([name].into_iter().chain(Progress::ALL.map(of)).chain([Field::Number(planned)]).collect())
    };
    let lines = Need::ALL.into_iter().map(line).collect();
    let table = Table::new("needs", say!(words, "evaluation-needs"), READ, columns, lines);
    (planned > 0).then_some(table)
}

/// The tables of an evaluation.
pub(super) fn document(evaluation: &Evaluation, words: &Words, now: DateTime<FixedOffset>) -> Document {
    let mut tables = vec![
        group::figures(&evaluation.total, &evaluation.summary, words),
        group::leaving(&evaluation.summary, words),
        sessions(evaluation, words),
    ];
    let languages = evaluation.languages.iter().map(|(language, cohort)| match language {
        Some(language) => (Field::term(language.code(), words.language(language)), cohort),
        None => (Field::term("not-recorded", say!(words, "report-not-recorded")), cohort),
    });
    tables.push(cohorts("languages", say!(words, "evaluation-by-language"), languages, words));
    let countries = evaluation.countries.iter().map(|(country, cohort)| match country {
        Some(country) => (Field::term(country.code(), words.country(country)), cohort),
        None => (Field::term("not-recorded", say!(words, "report-not-recorded")), cohort),
    });
    tables.push(cohorts("countries", say!(words, "evaluation-by-country"), countries, words));
    if !evaluation.ratings.is_empty() {
        tables.extend([spread(evaluation, words), changes(evaluation, words)]);
    }
    Document { tables, ..Document::new("onward.evaluation/1", say!(words, "report-evaluation"), words, now) }
}

fn facts(evaluation: &Evaluation, period: Period, words: &Words) -> Vec<Fact> {
    vec![
        Fact::new("since", say!(words, "evaluation-since"), Field::date(period.since)),
        Fact::new("until", say!(words, "evaluation-until"), Field::date(period.until)),
        Fact::new("groups", say!(words, "evaluation-groups"), Field::Number(evaluation.groups)),
        Fact::new(
            "counted",
            say!(words, "evaluation-counted"),
            Field::term("places", say!(words, "evaluation-places")),
        ),
    ]
}

/// Attendance by session plan, with the same counts as a register has under it.
fn sessions(evaluation: &Evaluation, words: &Words) -> Table {
    let mut columns = vec![
        Column::new("programme", say!(words, "report-programme")).wide(24).key(),
        Column::new("session", say!(words, "report-session")).wide(9).key(),
        Column::new("plan", say!(words, "report-title")).wide(28).key(),
        Column::new("held", say!(words, "report-sessions-held")).summed(Sums::Body),
    ];
    columns.extend(measure_columns(words));
    columns.push(Column::new("attendance", say!(words, "report-attendance")).wide(13).centred());
    let line = |(programme, id, plan): &(&str, &str, &crate::domain::figures::evaluation::PlanCount)| {
        let mut fields = vec![
            Field::term(*programme, words.pick(&plan.programme)),
            Field::Number(plan.number.into()),
            Field::term(*id, words.pick(&plan.title)),
            Field::Number(plan.held),
        ];
        fields.extend(measures(&plan.tally));
        fields.push(Field::Share(plan.tally.attendance()));
        Line::body(fields)
    };
    let mut lines: Vec<Line> = evaluation.plans_in_order().iter().map(line).collect();
    let held = evaluation.plans.values().map(|plan| plan.held).sum();
    let mut fields =
        vec![Field::Empty, Field::Empty, Field::term("total", say!(words, "report-total")), Field::Number(held)];
    fields.extend(measures(&evaluation.total));
    fields.push(Field::Share(evaluation.total.attendance()));
    lines.push(Line { kind: LineKind::Total, fields });
    // Present, late and left early, of those enrolled.
    Table::new("sessions", say!(words, "evaluation-by-session"), READ, columns, lines).charted(2, vec![4, 5, 6], 9)
}

/// Some who took part against others: how far they came, and how they attended.
fn cohorts<'a>(
    id: &'static str,
    title: String,
    cohorts: impl Iterator<Item = (Field<'static>, &'a Cohort)>,
    words: &Words,
) -> Table {
    let count = |id: &'static str, label: String| Column::new(id, label).summed(Sums::Body).holding(Holds::Count);
    let columns = vec![
        Column::new(id, headed(&title)).wide(24).key(),
        count("completed", say!(words, "report-people-completed")),
        count("enrolled", say!(words, "report-people-enrolled")),
        count("left", say!(words, "report-people-left")),
        count("took_part", say!(words, "evaluation-took-part")),
        Column::new("attendance", say!(words, "report-attendance")).wide(13).centred(),
    ];
    let fields = |name: Field<'static>, cohort: &Cohort| {
        let counts = [cohort.completed, cohort.enrolled, cohort.left, cohort.took_part].map(Field::Number);
        let attendance = Field::Share(cohort.tally.attendance());
        [name].into_iter().chain(counts).chain([attendance]).collect::<Vec<_>>()
    };
    let (mut lines, mut total) = (Vec::new(), Cohort::default());
    for (name, cohort) in cohorts {
        total.merge(cohort);
        lines.push(Line::body(fields(name, cohort)));
    }
    // Those who are most come first.
    lines.sort_by_key(|line| std::cmp::Reverse(line.fields.get(4).and_then(Field::number)));
    let total = fields(Field::term("total", say!(words, "report-total")), &total);
    lines.push(Line { kind: LineKind::Total, fields: total });
    Table::new(id, title, READ, columns, lines).charted(0, vec![1], 4)
}

/// How often each step of the scale was chosen, before and after.
fn spread(evaluation: &Evaluation, words: &Words) -> Table {
    let steps = evaluation.ratings.values().map(|spread| spread.before.len()).max().unwrap_or(0);
    let mut columns = vec![
        Column::new("item", say!(words, "report-item")).wide(48).key(),
        Column::new("time", say!(words, "report-when")).key(),
    ];
    columns.extend(
        (1..=steps)
            .map(|step| Column::new(format!("step_{step}"), step.to_string()).wide(6).centred().holding(Holds::Count)),
    );
    columns.push(Column::new("of", say!(words, "report-of")).centred().holding(Holds::Count));
    let line = |id: &str, text: &str, (time, message): (&str, &str), counts: &[u32]| {
        let steps = (0..steps).map(|step| Field::Number(counts.get(step).copied().unwrap_or(0)));
        let names = [Field::term(id, text), Field::term(time, words.say(message, &[]))];
        Line::body(names.into_iter().chain(steps).chain([Field::Number(counts.iter().sum())]).collect())
    };
    let mut lines = Vec::new();
    for ((_, item), spread) in &evaluation.ratings {
        let text = words.pick(&spread.text);
        lines.push(line(item, &text, ("before", "said-before"), &spread.before));
        lines.push(line(item, &text, ("after", "said-after"), &spread.after));
    }
    Table::new("ratings", say!(words, "evaluation-ratings"), READ, columns, lines)
}

/// The second answer against the first, of those who gave both.
fn changes(evaluation: &Evaluation, words: &Words) -> Table {
    let line = |((_, item), RatingSpread { text, change, .. }): (&(String, String), &RatingSpread)| {
        let both = change.higher + change.same + change.lower;
        let counts = [change.higher, change.same, change.lower, both].map(Field::Number);
        Line::body([Field::term(item, words.pick(text))].into_iter().chain(counts).collect())
    };
    let count = |id: &'static str, label: String| Column::new(id, label).centred().holding(Holds::Count);
    let columns = vec![
        Column::new("item", say!(words, "report-item")).wide(48).key(),
        count("higher", say!(words, "report-higher")),
        count("same", say!(words, "report-same")),
        count("lower", say!(words, "report-lower")),
        count("of", say!(words, "report-of")),
    ];
    let lines = evaluation.ratings.iter().map(line).collect();
    Table::new("rating_changes", say!(words, "report-ratings"), READ, columns, lines).charted(0, vec![1], 4)
}
