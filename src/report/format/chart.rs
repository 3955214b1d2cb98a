//! Charts as SVG inside a page: a bar for each line of a table, in greys that a photocopier keeps apart.

use crate::i18n::Words;
use crate::report::format::html::escaped;
use crate::report::format::said;
use crate::report::table::{Chart, Field, LineKind, Rows, Table};
use std::fmt::Write;

/// Fills of the parts, darkest first.
const GREYS: [&str; 4] = ["#222", "#777", "#aaa", "#ddd"];
/// Where bars begin and how long the longest is, in units of the drawing.
const LEFT: u32 = 230;
const LENGTH: u32 = 360;
/// From one bar to the next.
const STEP: u32 = 22;
/// Characters of a label.
const LABEL: usize = 34;

/// The chart of `table`; nothing where it has none, or nothing to show.
pub(super) fn svg(table: &Table, words: &Words) -> String {
    let (Some(chart), Rows::Held(lines)) = (&table.chart, &table.rows) else { return String::new() };
    let bars: Vec<Bar> = lines
        .iter()
        .filter(|line| line.kind == LineKind::Body)
        .filter_map(|line| Bar::of(chart, &line.fields, words))
        .collect();
    let Some(most) = bars.iter().map(|bar| bar.of).max().filter(|most| *most > 0) else { return String::new() };
    let height = u32::try_from(bars.len()).unwrap_or(0) * STEP + STEP;
    let title = escaped(&table.title);
    let mut out = format!(
        "<svg viewBox=\"0 0 680 {height}\" role=\"img\" aria-label=\"{title}\" xmlns=\"http://www.w3.org/2000/svg\">\n"
    );
    legend(chart, table, &mut out);
    for (place, bar) in (1..).zip(&bars) {
        bar.draw(place * STEP, most, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// One bar: what it is called, its parts, and the whole that they are of.
struct Bar {
    label: String,
    parts: Vec<u32>,
    of: u32,
}

impl Bar {
    fn of(chart: &Chart, fields: &[Field<'_>], words: &Words) -> Option<Self> {
        let number = |at: &usize| fields.get(*at)?.number();
        let label: String = said(words, fields.get(chart.label)?).chars().take(LABEL).collect();
        let parts = chart.parts.iter().map(number).collect::<Option<Vec<_>>>()?;
        Some(Self { label, parts, of: number(&chart.of)? })
    }

    fn draw(&self, y: u32, most: u32, out: &mut String) {
        let long = |count: u32| u64::from(count) * u64::from(LENGTH) / u64::from(most);
        let label = escaped(&self.label);
        let _ = writeln!(out, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{label}</text>", LEFT - 8, y + 13);
        let whole = long(self.of);
        let _ = writeln!(
            out,
            "<rect x=\"{LEFT}\" y=\"{y}\" width=\"{whole}\" height=\"16\" fill=\"none\" stroke=\"#000\"/>"
        );
        let mut before = 0;
        for (part, grey) in self.parts.iter().zip(GREYS) {
            let (x, wide) = (u64::from(LEFT) + long(before), long(before + part) - long(before));
            let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"16\" fill=\"{grey}\"/>");
            before += part;
        }
        let x = u64::from(LEFT) + whole + 8;
        let _ = writeln!(out, "<text x=\"{x}\" y=\"{}\">{before}/{}</text>", y + 13, self.of);
    }
}

/// What the greys mean.
fn legend(chart: &Chart, table: &Table, out: &mut String) {
    let labels = chart.parts.iter().filter_map(|part| table.columns.get(*part)).map(|column| &column.label);
    let whole = table.columns.get(chart.of).map(|column| (&column.label, "none"));
    let named = labels.zip(GREYS).chain(whole);
    for (x, (label, fill)) in (0..).map(|place| LEFT + place * 110).zip(named) {
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"3\" width=\"10\" height=\"10\" fill=\"{fill}\" stroke=\"#000\"/>\
             <text x=\"{}\" y=\"13\">{}</text>",
            x + 14,
            escaped(label)
        );
    }
}
