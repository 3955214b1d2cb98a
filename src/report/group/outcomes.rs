//! What came of a group: its objectives, and the self-rating after against before.

use crate::domain::figures::Summary;
use crate::domain::figures::summary::ObjectiveCount;
use crate::domain::record::GroupRecord;
use crate::i18n::Words;
use crate::report::kind::READ;
use crate::report::table::{Column, Field, Line, LineKind, Rows, Sums, Table};
use crate::say;

/// How far everybody expected came with each objective of the sessions held.
pub(super) fn objectives(record: &GroupRecord, summary: &Summary, words: &Words) -> Table {
    let mut columns = vec![
        Column::new("session", say!(words, "report-session")).wide(9).key(),
        Column::new("objective", say!(words, "report-objective")).wide(48).key(),
    ];
    let counts = [
        ("achieved", "outcome-achieved"),
        ("partly", "outcome-partly"),
        ("not_achieved", "outcome-not-achieved"),
        ("not_recorded", "report-not-recorded"),
        ("of", "report-of"),
    ];
    columns.extend(counts.map(|(id, message)| Column::new(id, say!(words, message)).summed(Sums::Body)));
    let of = |o: &ObjectiveCount| {
        let counts = [o.achieved, o.partly, o.not_achieved, o.not_recorded];
        counts.into_iter().chain([counts.iter().sum()])
    };
    let mut total = [0; 5];
    let mut lines = Vec::new();
    for objective in &summary.objectives {
        let Some(session) = record.session(objective.session) else { continue };
        let objectives = record.plan(session).map_or(&[][..], |plan| &plan.objectives);
        let text = objectives.iter().find(|o| o.id == objective.objective).map(|o| words.pick(&o.text));
        let mut fields =
            vec![Field::session(session.label()), Field::term(&objective.objective, text.unwrap_or_default())];
        fields.extend(of(objective).map(Field::Number));
        total.iter_mut().zip(of(objective)).for_each(|(sum, count)| *sum += count);
        lines.push(Line::body(fields));
    }
    let mut fields = vec![Field::Empty, Field::term("total", say!(words, "report-total"))];
    fields.extend(total.map(Field::Number));
    lines.push(Line { kind: LineKind::Total, fields });
    Table {
        id: "objectives",
        title: say!(words, "report-objectives"),
        formats: READ,
        columns,
        rows: Rows::Held(lines),
        chart: None,
    }
}

/// The self-rating after against the one before.
pub(super) fn ratings(record: &GroupRecord, summary: &Summary, words: &Words) -> Table {
    let lines = record.course.ratings.items.iter().zip(&summary.ratings).map(|(item, count)| {
        let both = count.higher + count.same + count.lower;
        let counts = [count.higher, count.same, count.lower, both].map(Field::Number);
        Line::body([Field::term(&item.id, words.pick(&item.text))].into_iter().chain(counts).collect())
    });
    Table {
        id: "ratings",
        title: say!(words, "report-ratings"),
        formats: READ,
        columns: vec![
            Column::new("item", say!(words, "report-item")).wide(48).key(),
            Column::new("higher", say!(words, "report-higher")).centred(),
            Column::new("same", say!(words, "report-same")).centred(),
            Column::new("lower", say!(words, "report-lower")).centred(),
            Column::new("of", say!(words, "report-of")).centred(),
        ],
        rows: Rows::Held(lines.collect()),
        chart: None,
    }
}
