//! What is missing in groups: marks and outcomes, sessions that nobody held, endings, trainings.

use crate::domain::completeness::{Completeness, Gap};
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::{About, Dated, GroupRecord};
use crate::domain::training::{self, lacking_in};
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::request::{Ground, Period};
use crate::report::stream::{self, Visit};
use crate::report::table::{Column, Field, Holds, LineKind, Sums};
use crate::say;
use std::ops::ControlFlow;

/// Counts of one session: marks missing, of how many, and the same of judgements.
const COUNTS: usize = 4;

/// Visits what is missing of sessions that were held, and at the end what it comes to.
pub(super) fn gaps(groups: &[GroupId], period: Period, ground: &Ground, visit: Visit) -> Result<(), Fault> {
    let (today, mut totals) = (ground.now.date_naive(), [0; COUNTS]);
    let outcome = each(groups, ground, &mut |record| {
        for gap in &Completeness::of(&record, today, |day| period.holds(day)).gaps {
            let counts = [gap.marks, gap.expected, gap.outcomes, gap.to_judge];
            totals.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            let mut fields = session(&record, gap.dated);
            fields.extend(counts.map(Field::Number));
            fields.push(Field::text(whose(gap, &record)));
            visit(LineKind::Body, &fields)?;
        }
        ControlFlow::Continue(())
    })?;
    if outcome.is_continue() {
        let mut fields = vec![Field::term("total", say!(ground.words, "report-total"))];
        fields.resize(session_columns(ground.words).len(), Field::Empty);
        fields.extend(totals.map(Field::Number));
        fields.push(Field::Empty);
        let _ = visit(LineKind::Total, &fields);
    }
    Ok(())
}

/// Whose marks are missing.
fn whose(gap: &Gap, record: &GroupRecord) -> String {
    let name = |id: &PersonId| record.member(*id).map_or_else(String::new, |member| member.person.list_name());
    gap.whose.iter().map(name).collect::<Vec<_>>().join("; ")
}

pub(super) fn gap_columns(words: &Words) -> Vec<Column> {
    let count = |id: &'static str, label: String| Column::new(id, label).summed(Sums::Body).holding(Holds::Count);
    let mut columns = session_columns(words);
    columns.extend([
        count("marks_missing", say!(words, "completeness-marks")),
        count("expected", say!(words, "report-of")),
        count("outcomes_missing", say!(words, "completeness-outcomes")),
        count("to_judge", say!(words, "report-of")),
        Column::new("whose", say!(words, "completeness-whose")).wide(40).holding(Holds::Name),
    ]);
    columns
}

/// Visits sessions whose day is over, and that nobody held.
pub(super) fn late(groups: &[GroupId], period: Period, ground: &Ground, visit: Visit) -> Result<(), Fault> {
    let today = ground.now.date_naive();
    each(groups, ground, &mut |record| {
        for dated in Completeness::of(&record, today, |day| period.holds(day)).overdue {
            let days = today.signed_duration_since(dated.session.date).num_days();
            let mut fields = session(&record, dated);
            fields.push(Field::Number(u32::try_from(days).unwrap_or(0)));
            visit(LineKind::Body, &fields)?;
        }
        ControlFlow::Continue(())
    })
    .map(|_| ())
}

pub(super) fn late_columns(words: &Words) -> Vec<Column> {
    let mut columns = session_columns(words);
    columns.push(Column::new("days", say!(words, "completeness-days")).centred());
    columns
}

/// Visits what is open about people.
pub(super) fn open(groups: &[GroupId], ground: &Ground, visit: Visit) -> Result<(), Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    each(groups, ground, &mut |record| {
        for (id, open) in &Completeness::of(&record, today, |_| false).open {
            let Some(member) = record.member(*id) else { continue };
            let fields = [
                Field::text(&record.group.code),
                Field::text(&member.person.reference),
                Field::text(member.person.list_name()),
                Field::term(open.message().trim_start_matches("open-"), words.say(open.message(), &[])),
            ];
            visit(LineKind::Body, &fields)?;
        }
        ControlFlow::Continue(())
    })
    .map(|_| ())
}

pub(super) fn open_columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("reference", say!(words, "field-reference")).key().holding(Holds::Reference),
        Column::new("name", say!(words, "report-name")).wide(24).key().holding(Holds::Name),
        Column::new("open", say!(words, "completeness-open")).wide(32),
    ]
}

/// Visits who runs a group without a training that it asks for.
pub(super) fn lacks(groups: &[GroupId], ground: &Ground, visit: Visit) -> Result<(), Fault> {
    let (words, today) = (ground.words, ground.now.date_naive());
    let had = training::recorded(ground.reads.standing("training", About::Everything)?);
    each(groups, ground, &mut |record| {
        for lacks in lacking_in(&record.group, &record.course, &had, today) {
            let fields = [
                Field::text(&record.group.code),
                Field::text(lacks.who),
                Field::text(words.pick(&lacks.what)),
                Field::date(lacks.until),
            ];
            visit(LineKind::Body, &fields)?;
        }
        ControlFlow::Continue(())
    })
    .map(|_| ())
}

pub(super) fn lack_columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("who", say!(words, "house-who")).wide(24).key().holding(Holds::Staff),
        Column::new("training", say!(words, "said-training")).wide(32),
        Column::new("until", say!(words, "house-until")).centred(),
    ]
}

/// Visits these groups and no others, whether or not there are any; whether it came to the end is returned.
fn each(
    groups: &[GroupId],
    ground: &Ground,
    visit: &mut dyn FnMut(GroupRecord) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Fault> {
    let mut flow = ControlFlow::Continue(());
    // Of none named the stream would be of all.
    if !groups.is_empty() {
        stream::each_group(groups, Period::default(), ground, &mut |record| {
            flow = visit(record);
            Ok(flow)
        })?;
    }
    Ok(flow)
}

fn session_columns(words: &Words) -> Vec<Column> {
    vec![
        Column::new("group", say!(words, "report-group-code")).key(),
        Column::new("session", say!(words, "report-session")).wide(9).key(),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("facilitators", say!(words, "report-facilitators")).wide(24).holding(Holds::Staff),
    ]
}

fn session(record: &GroupRecord, dated: &Dated) -> Vec<Field<'static>> {
    vec![
        Field::text(&record.group.code),
        Field::session(dated.session.label()),
        Field::Date(dated.session.date),
        Field::text(record.group.facilitators_on(dated.session.date).join(", ")),
    ]
}
