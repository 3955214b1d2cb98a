//! A report as aligned lines of plain text: what the desk shows before it is written.

use crate::i18n::Words;
use crate::report::format::said;
use crate::report::stream::Stream;
use crate::report::table::{Chart, Column, Document, Field, Line, LineKind, Rows, Table};
use crate::report::{Fault, Format, Source};
use crate::say;
use std::ops::ControlFlow;
use unicode_width::UnicodeWidthStr;

/// Lines shown of a table that is read while it is written.
const GLANCE: usize = 20;
/// Cells that the longest bar has at the least.
const LEAST: usize = 8;
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
        lines.extend(bars(table, words, width));
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

/// The chart of a table: `Papers  ████████·····  8/13`.
fn bars(table: &Table, words: &Words, width: usize) -> Vec<String> {
    let (Some(chart), Rows::Held(lines)) = (&table.chart, &table.rows) else { return Vec::new() };
    let body = lines.iter().filter(|line| line.kind == LineKind::Body);
    let bars: Vec<_> = body.filter_map(|line| bar(chart, &line.fields, words)).collect();
    let most = bars.iter().map(|(.., of)| *of).max().unwrap_or(0);
    let label = bars.iter().map(|(label, ..)| label.width()).max().unwrap_or(0).min(width / 3);
    let counts = 2 * most.to_string().len() + 1;
    let room = width.saturating_sub(label + counts + 2 * GAP);
    if most == 0 || room < LEAST {
        return Vec::new();
    }
    let cells = |count: u32| usize::try_from(count).unwrap_or(0) * room / usize::try_from(most).unwrap_or(1);
    let line = |(text, count, of): (String, u32, u32)| {
        let text = fitted(&text, label);
        let spaces = " ".repeat(label.saturating_sub(text.width()) + GAP);
        let (full, all) = (cells(count), cells(of).max(cells(count)));
        let rest = " ".repeat(room - all + GAP);
        format!("{text}{spaces}{}{}{rest}{count}/{of}", "█".repeat(full), "·".repeat(all - full))
    };
    bars.into_iter().map(line).chain([String::new()]).collect()
}

/// What a bar is called, how long its parts are together, and what they are of.
fn bar(chart: &Chart, fields: &[Field<'_>], words: &Words) -> Option<(String, u32, u32)> {
    let number = |at: &usize| fields.get(*at)?.number();
    let parts = chart.parts.iter().map(number).sum::<Option<u32>>()?;
    Some((said(words, fields.get(chart.label)?), parts, number(&chart.of)?))
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
    source(stream, &mut |kind, fields| {
        if rows.len() == GLANCE {
            more = true;
            return ControlFlow::Break(());
        }
        rows.push(text(kind, fields, words));
        ControlFlow::Continue(())
    })?;
    Ok((rows, more))
}

fn lay_out(table: &Table, rows: &[Text], width: usize, lines: &mut Vec<String>) {
    let widths: Vec<usize> =
        (0..).zip(&table.columns).map(|(index, column)| widest(index, column, rows, width)).collect();
    let keys: Vec<usize> =
        (0..table.columns.len()).take_while(|index| table.columns.get(*index).is_some_and(|c| c.key)).collect();
    // Beside the keys a column has what they leave: a long label is cut before the fields under it.
    let left = width.saturating_sub(keys.iter().map(|key| widths.get(*key).map_or(0, |wide| wide + GAP)).sum());
    let most = |(index, wide): (usize, usize)| if keys.contains(&index) { wide } else { wide.min(left.max(LEAST)) };
    let widths: Vec<usize> = widths.into_iter().enumerate().map(most).collect();
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

/// The text over as many lines as it takes, broken between words.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(&fitted(word, width));
        } else if line.width() + 1 + word.width() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(fitted(word, width));
        }
    }
    lines
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
