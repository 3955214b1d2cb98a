//! A report as aligned lines of plain text: what the desk shows before it is written.

use crate::i18n::Words;
use crate::report::format::said;
use crate::report::stream::Stream;
use crate::report::table::{Column, Document, Field, Line, LineKind, Rows, Table};
use crate::report::{Fault, Format, Source};
use crate::say;
use std::ops::ControlFlow;
use unicode_width::UnicodeWidthStr;

/// Lines shown of a table that is read while it is written.
const GLANCE: usize = 20;
/// Spaces between columns.
const GAP: usize = 2;

/// The lines of `document`, none wider than `width` cells. A table that is wider goes on below, with
/// the columns that name its lines repeated.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn lines(
    document: &Document,
    source: Source<'_>,
    words: &Words,
    width: usize,
) -> Result<Vec<String>, Fault> {
    let mut lines = vec![fitted(&document.title, width), String::new()];
    for fact in document.told() {
        lines.push(fitted(&format!("{}: {}", fact.label, said(words, &fact.field)), width));
    }
    let alone = document.tables.len() == 1;
    for table in document.tables.iter().filter(|table| alone || table.formats.contains(&Format::Markdown)) {
        lines.extend([String::new(), fitted(&table.title, width)]);
        match &table.rows {
            Rows::Held(rows) => lay_out(table, &texts(rows, words), width, &mut lines),
            Rows::Streamed(stream) => {
                let (rows, more) = glance(stream, source, words)?;
                lay_out(table, &rows, width, &mut lines);
                if more {
                    lines.push(fitted(&say!(words, "report-preview-more"), width));
                }
            }
        }
    }
    Ok(lines)
}

/// A line as it is laid out.
struct Text {
    kind: LineKind,
    fields: Vec<String>,
    /// Which of them stand at the right of their column.
    right: Vec<bool>,
}

fn text(kind: LineKind, fields: &[Field<'_>], words: &Words) -> Text {
    Text {
        kind,
        fields: fields.iter().map(|field| said(words, field)).collect(),
        right: fields.iter().map(|field| matches!(field, Field::Number(_))).collect(),
    }
}

fn texts(lines: &[Line], words: &Words) -> Vec<Text> {
    lines.iter().map(|line| text(line.kind, &line.fields, words)).collect()
}

/// The first lines of a table that is read while it is written, and whether there are more.
fn glance(stream: &Stream, source: Source<'_>, words: &Words) -> Result<(Vec<Text>, bool), Fault> {
    let (mut rows, mut more) = (Vec::new(), false);
    source(stream, &mut |fields| {
        if rows.len() == GLANCE {
            more = true;
            return ControlFlow::Break(());
        }
        rows.push(text(LineKind::Body, fields, words));
        ControlFlow::Continue(())
    })?;
    Ok((rows, more))
}

fn lay_out(table: &Table, rows: &[Text], width: usize, lines: &mut Vec<String>) {
    let widths: Vec<usize> =
        (0..).zip(&table.columns).map(|(index, column)| widest(index, column, rows, width)).collect();
    let keys: Vec<usize> =
        (0..table.columns.len()).take_while(|index| table.columns.get(*index).is_some_and(|c| c.key)).collect();
    for (turn, panel) in panels(&widths, &keys, width).iter().enumerate() {
        if turn > 0 {
            lines.push(String::new());
        }
        let labels: Vec<String> = table.columns.iter().map(|column| column.label.clone()).collect();
        // A label stands where the fields of its column stand.
        let right: Vec<bool> =
            (0..labels.len()).map(|index| rows.iter().any(|row| row.right.get(index) == Some(&true))).collect();
        let head = line(panel, &widths, &labels, &right, width);
        let rule = "-".repeat(head.width());
        lines.extend([head, rule.clone()]);
        let mut before = LineKind::Body;
        let own = |row: &&Text| {
            row.kind != LineKind::Foot
                || panel
                    .iter()
                    .any(|index| !keys.contains(index) && row.fields.get(*index).is_some_and(|field| !field.is_empty()))
        };
        // A count has nothing to say beside columns that it does not count.
        for row in rows.iter().filter(own) {
            if row.kind != before {
                lines.push(rule.clone());
                before = row.kind;
            }
            lines.push(line(panel, &widths, &row.fields, &row.right, width));
        }
    }
}

/// How wide a column is: as its widest text, but no more than half of everything.
fn widest(index: usize, column: &Column, rows: &[Text], width: usize) -> usize {
    let fields = rows.iter().filter_map(|row| row.fields.get(index)).map(|field| field.width());
    fields.chain([column.label.width()]).max().unwrap_or(0).min(width / 2)
}

/// Which columns stand beside each other: each panel begins with the keys.
fn panels(widths: &[usize], keys: &[usize], width: usize) -> Vec<Vec<usize>> {
    let room = |index: usize| widths.get(index).map_or(0, |width| width + GAP);
    let start: usize = keys.iter().map(|key| room(*key)).sum();
    let (mut panels, mut panel, mut taken) = (Vec::new(), keys.to_vec(), start);
    for index in keys.len()..widths.len() {
        if panel.len() > keys.len() && taken + room(index) > width + GAP {
            panels.push(std::mem::replace(&mut panel, keys.to_vec()));
            taken = start;
        }
        taken += room(index);
        panel.push(index);
    }
    panels.push(panel);
    panels
}

fn line(panel: &[usize], widths: &[usize], fields: &[String], right: &[bool], width: usize) -> String {
    let mut out = String::new();
    for index in panel {
        let (Some(field), Some(wide)) = (fields.get(*index), widths.get(*index)) else { continue };
        let field = fitted(field, *wide);
        let spaces = " ".repeat(wide.saturating_sub(field.width()));
        if !out.is_empty() {
            out.push_str(&" ".repeat(GAP));
        }
        if right.get(*index) == Some(&true) {
            out.extend([spaces.as_str(), &field]);
        } else {
            out.extend([field.as_str(), &spaces]);
        }
    }
    fitted(out.trim_end(), width)
}

/// The text cut to `width` cells, with `…` where something is missing.
fn fitted(text: &str, width: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut taken = 1;
    for grapheme in text.graphemes(true) {
        taken += grapheme.width();
        if taken > width {
            break;
        }
        out.push_str(grapheme);
    }
    if width > 0 {
        out.push('…');
    }
    out
}
