//! A review as a report: what each file is, each group beside the others, the figures of all, and what is missing.

use super::{Figures, GroupPart, Lack, Line as Of, Review, Trust};
use crate::domain::figures::{Share, Tally};
use crate::domain::review::Standing;
use crate::i18n::Words;
use crate::report::group;
use crate::report::kind::{EVERY, READ};
use crate::report::register::{measure_columns, measures};
use crate::report::table::{Column, Document, Fact, Field, Holds, Line, LineKind, Sums, Table, headed};
use crate::say;
use chrono::{DateTime, FixedOffset};

/// Everything there is to say of `review`.
#[must_use]
pub fn document(review: &Review, words: &Words, now: DateTime<FixedOffset>) -> Document {
    let number = |count: usize| Field::Number(u32::try_from(count).unwrap_or(u32::MAX));
    let facts = vec![
        Fact::new("files_given", say!(words, "review-files"), number(review.files.len())),
        Fact::new("groups_given", say!(words, "evaluation-groups"), number(review.lines().count())),
        Fact::new("groups_counted", say!(words, "review-counted"), number(review.counted().count())),
    ];
    let mut tables = vec![files(review, words), groups(review, words), figures(review, words)];
    tables.extend([periods(review, words), missing(review, words)]);
    tables.extend(discrepancies(review, words));
    Document { facts, tables, ..Document::new("onward.review/1", say!(words, "review-title"), words, now) }
}

/// What each file is.
fn files(review: &Review, words: &Words) -> Table {
    let columns = vec![
        Column::new("file", say!(words, "review-file")).wide(32).key(),
        Column::new("verdict", say!(words, "review-verdict")).wide(28),
        Column::new("desk", say!(words, "bundle-desk")).wide(20),
        Column::new("signed_as", say!(words, "bundle-signs-as")).wide(22),
        Column::new("made", say!(words, "review-made")).centred(),
        Column::new("journal_head", say!(words, "bundle-journal")).wide(22),
    ];
    let lines = review.files.iter().map(|file| {
        let mut fields = vec![Field::text(&file.file)];
        match &file.outcome {
            Ok(bundle) => {
                let known = review.reviews.name(&bundle.identity).is_some();
                let (id, message) = if known { ("sealed", "review-sealed") } else { ("unknown", "review-unknown") };
                fields.extend([
                    Field::term(id, words.say(message, &[])),
                    Field::text(review.name(bundle)),
                    Field::text(bundle.identity.fingerprint()),
                    Field::Date(bundle.made.date_naive()),
                    Field::text(bundle.head.to_string()),
                ]);
            }
            Err(fault) => {
                let message = fault.message();
                fields.push(Field::term(message.trim_start_matches("bundle-"), words.say(message, &[])));
                fields.resize(6, Field::Empty);
            }
        }
        Line::body(fields)
    });
    let lines = lines.collect();
    Table::new("files", say!(words, "review-files"), READ, columns, lines)
}

/// Each group beside the others, and what those that are counted come to.
fn groups(review: &Review, words: &Words) -> Table {
    let count = |id: &'static str, label: String| Column::new(id, label).centred().holding(Holds::Count);
    let columns = vec![
        Column::new("desk", say!(words, "bundle-desk")).wide(20).key(),
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("state", say!(words, "report-state")).wide(26),
        Column::new("programme", say!(words, "report-programme")).wide(26),
        Column::new("first_session", say!(words, "report-first-session")).centred(),
        Column::new("last_session", say!(words, "report-last-session")).centred(),
        count("people", say!(words, "report-people")),
        count("completed", say!(words, "report-people-completed")),
        count("left", say!(words, "report-people-left")),
        Column::new("attendance", say!(words, "report-attendance")).wide(13).centred(),
        Column::new("commitment", say!(words, "report-commitment")).wide(13).centred(),
        count("missing", say!(words, "review-missing")),
        count("discrepancies", say!(words, "review-discrepancies")),
    ];
    let mut lines: Vec<Line> = review.lines().map(|line| Line::body(group_fields(review, line, words))).collect();
    let (mut total, mut missing) = (Tally::default(), 0);
    for line in review.counted() {
        total.merge(&line.group.recount.total);
        missing += line.group.missing_count();
    }
    let sums = review.figures();
    let sum = |figure: &str| sums.get(&("people".to_owned(), figure.to_owned())).copied().unwrap_or_default();
    let mut fields = vec![Field::Empty, Field::term("total", say!(words, "review-counted")), Field::Empty];
    fields.extend([Field::Empty, Field::Empty, Field::Empty]);
    fields.extend([sum("enrolled").of, sum("completed").count, sum("left").count].map(Field::Number));
    fields.extend([Field::Share(total.attendance()), Field::Share(total.commitment())]);
    fields.extend([Field::Number(missing), Field::Empty]);
    lines.push(Line { kind: LineKind::Total, fields });
    Table::new("groups", say!(words, "review-side-by-side"), EVERY, columns, lines)
}

fn group_fields(review: &Review, line: Of<'_>, words: &Words) -> Vec<Field<'static>> {
    let Of { bundle, group, .. } = line;
    let of = |figure: &str| group.figure("people", figure).unwrap_or_default();
    let wrong = group.discrepancies.len() + bundle.discrepancies.len();
    vec![
        Field::text(review.name(bundle)),
        Field::text(&group.code),
        state(&review.trust(line), words),
        Field::text(&group.programme),
        Field::date(group.first),
        Field::date(group.last),
        Field::Number(of("enrolled").of),
        Field::Number(of("completed").count),
        Field::Number(of("left").count),
        Field::Share(group.recount.total.attendance()),
        Field::Share(group.recount.total.commitment()),
        Field::Number(group.missing_count()),
        Field::Number(u32::try_from(wrong).unwrap_or(u32::MAX)),
    ]
}

/// What there is to say of a group, in a few words.
#[must_use]
pub fn state(trust: &Trust, words: &Words) -> Field<'static> {
    let (id, said) = match trust {
        Trust::Unknown => ("unknown", say!(words, "review-unknown")),
        Trust::Unbalanced => ("unbalanced", say!(words, "review-unbalanced")),
        Trust::Superseded => ("superseded", say!(words, "review-superseded")),
        Trust::Stands(Standing::Older(_)) => ("older", say!(words, "review-older")),
        Trust::Stands(Standing::Another) => ("another-record", say!(words, "review-another")),
        Trust::Stands(Standing::Ticked(_)) => ("ticked-off", say!(words, "review-ticked")),
        Trust::Stands(Standing::SentBack(_)) => ("sent-back", say!(words, "review-sent-back")),
        Trust::Stands(Standing::New) => ("new", say!(words, "review-new")),
    };
    Field::term(id, said)
}

/// The figures of all that is counted.
fn figures(review: &Review, words: &Words) -> Table {
    let line = |(topic, figure, share): (Field<'static>, Field<'static>, Share)| {
        let percent = share.percent().map_or(Field::Empty, Field::Number);
        Line::body(vec![topic, figure, Field::Number(share.count), Field::Number(share.of), percent])
    };
    let columns = vec![
        Column::new("topic", say!(words, "report-topic")).wide(22).key(),
        Column::new("figure", say!(words, "report-figure")).wide(36).key(),
        Column::new("count", say!(words, "report-count")).centred(),
        Column::new("of", say!(words, "report-of")).centred(),
        Column::new("percent", say!(words, "report-percent")).centred(),
    ];
    let lines = shown_figures(&review.figures(), words).into_iter().map(line).collect();
    Table::new("figures", say!(words, "report-figures"), READ, columns, lines)
}

/// Figures by topic and name, in the order of a summary, in words.
#[must_use]
pub fn shown_figures(sums: &Figures, words: &Words) -> Vec<(Field<'static>, Field<'static>, Share)> {
    // Of those away is of all who were, whichever reasons a group has.
    let away = sums.iter().filter(|((topic, _), _)| topic == "away").map(|(_, share)| share.count).sum();
    let named = |(topic, figure): (group::Named, group::Named)| {
        let sum = *sums.get(&(topic.id.to_owned(), figure.id.to_owned()))?;
        let sum = if topic.id == "away" { Share { of: away, ..sum } } else { sum };
        let said = |named: group::Named| Field::term(named.id, headed(&words.say(named.message, &[])));
        Some((said(topic), said(figure), sum))
    };
    group::names().into_iter().filter_map(named).collect()
}

/// Month by month, group by group.
fn periods(review: &Review, words: &Words) -> Table {
    let mut columns = vec![
        Column::new("desk", say!(words, "bundle-desk")).wide(20).key(),
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("month", say!(words, "review-month")).centred().key(),
    ];
    columns.extend(measure_columns(words).map(|column| column.summed(Sums::Nothing)));
    columns.push(Column::new("attendance", say!(words, "report-attendance")).wide(13).centred());
    let line = |of: Of<'_>| {
        let names = [Field::text(review.name(of.bundle)), Field::text(&of.group.code)];
        let months = of.group.recount.months.iter().filter(|(_, tally)| tally.enrolled > 0);
        months
            .map(|(month, tally)| {
                let fields = names.iter().cloned().chain([Field::Date(*month)]).chain(measures(tally));
                Line::body(fields.chain([Field::Share(tally.attendance())]).collect())
            })
            .collect::<Vec<_>>()
    };
    let lines = review.counted().flat_map(line).collect();
    Table::new("periods", say!(words, "review-periods"), READ, columns, lines)
}

/// What is not recorded.
fn missing(review: &Review, words: &Words) -> Table {
    let columns = vec![
        Column::new("desk", say!(words, "bundle-desk")).wide(20).key(),
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("what", say!(words, "report-completeness")).wide(60),
    ];
    let of = |line: Of<'_>| {
        let name = review.name(line.bundle).into_owned();
        lacking(line.group, words)
            .into_iter()
            .map(|what| Line::body(vec![Field::text(&name), Field::text(&line.group.code), Field::text(what)]))
            .collect::<Vec<_>>()
    };
    let lines = review.lines().flat_map(of).collect();
    Table::new("missing", say!(words, "report-completeness"), READ, columns, lines)
}

/// What is not recorded of a group, each thing in a sentence.
#[must_use]
pub fn lacking(group: &GroupPart, words: &Words) -> Vec<String> {
    let said = |lack: &Lack| match lack {
        Lack::Session { label, date, marks, outcomes } => {
            // What is not missing is not named.
            let marks = (*marks > 0).then(|| say!(words, "review-lacks-marks", count = *marks));
            let outcomes = (*outcomes > 0).then(|| say!(words, "review-lacks-outcomes", count = *outcomes));
            let what = marks.into_iter().chain(outcomes).collect::<Vec<_>>().join(", ");
            say!(words, "review-lacks-session", session = label, day = words.day(*date), what = what)
        }
        Lack::Overdue { label, date, days } => {
            say!(words, "review-lacks-overdue", session = label, day = words.day(*date), days = *days)
        }
        Lack::Person { name, open } => {
            let open = match open.as_str() {
                "second-rating" => say!(words, "open-second-rating"),
                "ending" => say!(words, "open-ending"),
                // A newer desk may know more.
                other => other.to_owned(),
            };
            say!(words, "review-lacks-person", name = name, open = open)
        }
    };
    group.missing.iter().map(said).collect()
}

/// What does not add up; no table where everything does.
fn discrepancies(review: &Review, words: &Words) -> Option<Table> {
    let columns = vec![
        Column::new("desk", say!(words, "bundle-desk")).wide(20).key(),
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("of", say!(words, "report-of")).key(),
        Column::new("what", say!(words, "report-figure")).wide(24),
        Column::new("stated", say!(words, "review-stated")).centred(),
        Column::new("counted", say!(words, "review-recounted")).centred(),
    ];
    let mut lines = Vec::new();
    for bundle in review.bundles() {
        let name = review.name(bundle).into_owned();
        let all = bundle.groups.iter().flat_map(|group| &group.discrepancies).chain(&bundle.discrepancies);
        lines.extend(all.map(|wrong| {
            let number = |count: Option<u32>| count.map_or(Field::Empty, Field::Number);
            let names = [&name, &wrong.group, &wrong.of, &wrong.what].map(Field::text);
            Line::body(names.into_iter().chain([number(wrong.stated), number(wrong.counted)]).collect())
        }));
    }
    let title = say!(words, "review-discrepancies");
    (!lines.is_empty()).then(|| Table::new("discrepancies", title, READ, columns, lines))
}
