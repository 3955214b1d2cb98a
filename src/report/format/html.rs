//! Printable HTML: one file without scripts, for A4 in black on white. Heads of tables are repeated, pages are
//! numbered; with a wide table among them all lie on their side, so that none is alone on a page of its own.

use crate::domain::text::shown;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::format::spill::Spill;
use crate::report::format::{Sheet, chart, said};
use crate::report::table::{Document, Field, LineKind, Table};
use crate::say;
use std::io::Write;

const STYLE: &str = "\
:root{color-scheme:light}
body{font:11pt/1.35 'Noto Sans','DejaVu Sans',Arial,sans-serif;color:#000;background:#fff;margin:1.5rem}
h1{font-size:16pt;margin:0 0 .6rem}
h2{font-size:12.5pt;margin:1.2rem 0 .3rem;break-after:avoid}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:0}
dt{font-weight:bold}dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:9pt}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.4pt solid #000;padding:.12rem .3rem;text-align:start;vertical-align:top;overflow-wrap:break-word}
th{background:#eee}
.a{overflow-wrap:anywhere}
.d{white-space:nowrap}
.n{text-align:end}
.wide table{font-size:8pt}
.wide th,.wide td{padding:.12rem .2rem}
.foot td{background:#f6f6f6}
.total td{font-weight:bold;border-top:1.2pt solid #000}
svg{width:100%;max-width:170mm;font-size:11px;margin:.4rem 0}
.sign{margin-top:14mm;border-top:.6pt solid #000;width:110mm;padding-top:1mm;break-inside:avoid}
footer{margin-top:1.5rem;font-size:8pt}
footer p{margin:0;overflow-wrap:anywhere}
@media print{body{margin:0}}
";

/// A page being written.
#[derive(Debug)]
pub struct Html<'a> {
    spill: Spill<'a>,
    words: &'a Words,
    signatures: Vec<String>,
    foot: Vec<String>,
    /// A table is open.
    open: bool,
}

/// The text with everything that HTML gives a meaning written out.
#[must_use]
pub fn escaped(text: &str) -> String {
    let text = shown(text);
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Whether a language is written from right to left.
pub(crate) fn from_the_right(tag: &str) -> bool {
    matches!(tag.split('-').next(), Some("ar" | "fa" | "he" | "ps" | "ur" | "prs" | "ckb" | "yi"))
}

impl<'a> Html<'a> {
    #[must_use]
    pub fn new(out: &'a mut (dyn Write + Send), words: &'a Words) -> Self {
        Self { spill: Spill::new(out), words, signatures: Vec::new(), foot: Vec::new(), open: false }
    }

    fn element(&mut self, name: &str, text: &str) {
        // Names of every script stand in one page: each text finds its own direction.
        let line = format!("<{name} dir=\"auto\">{}</{name}>\n", escaped(text));
        self.spill.push(&line);
    }

    /// A value in its place: counts stand at the end of it, dates in one line, and a text that somebody wrote breaks
    /// wherever it must, so that the words of ours beside it need not.
    fn field(&mut self, field: &Field<'_>) {
        self.spill.push(match field {
            Field::Number(_) | Field::Share(_) => "<td class=\"n\">",
            Field::Date(_) | Field::Time(_) => "<td class=\"d\">",
            Field::Term { .. } | Field::Empty => "<td dir=\"auto\">",
            Field::Text(_) => "<td class=\"a\" dir=\"auto\">",
        });
        let text = escaped(&said(self.words, field));
        self.spill.push(&text);
        self.spill.push("</td>");
    }

    fn end_table(&mut self) {
        if std::mem::take(&mut self.open) {
            self.spill.push("</tbody></table></section>\n");
        }
    }
}

/// Paper, upright or on its side, and what stands at the edges of each sheet: `said`, with the numbers for `[1]` and
/// `[2]`.
pub(crate) fn pages(said: &str, lies: bool) -> String {
    let size = if lies { "A4 landscape" } else { "A4" };
    // The words around the numbers are the language's own; a quote among them would end the style.
    let said = said.replace(['"', '\\'], "");
    let said = said.replace("[1]", "\" counter(page) \"").replace("[2]", "\" counter(pages) \"");
    format!("@page{{size:{size};margin:15mm 14mm 18mm;@bottom-right{{content:\"{said}\";font-size:8pt}}}}\n")
}

impl Sheet for Html<'_> {
    fn open(&mut self, document: &Document) -> Result<(), Fault> {
        let dir = if from_the_right(document.language) { "rtl" } else { "ltr" };
        let title = escaped(&document.title);
        let head = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n",
            document.language
        );
        self.spill.push(&head);
        self.spill.push(STYLE);
        self.spill.push(&pages(&say!(self.words, "html-page", page = "[1]", pages = "[2]"), document.lies()));
        self.spill.push("</style>\n</head>\n<body>\n");
        self.element("h1", &document.title);
        if document.told().next().is_some() {
            self.spill.push("<dl>\n");
            for fact in document.told() {
                let value = said(self.words, &fact.field);
                self.element("dt", &fact.label);
                self.element("dd", &value);
            }
            self.spill.push("</dl>\n");
        }
        self.signatures.clone_from(&document.signatures);
        self.foot.clone_from(&document.foot);
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Fault> {
        self.end_table();
        self.spill.push(if table.is_wide() { "<section class=\"wide\">\n" } else { "<section>\n" });
        self.element("h2", &table.title);
        let chart = chart::svg(table, self.words);
        self.spill.push(&chart);
        self.spill.push("<table><thead><tr>");
        for column in &table.columns {
            let below = if column.below.is_empty() { String::new() } else { format!("<br>{}", escaped(&column.below)) };
            let head = format!("<th scope=\"col\">{}{below}</th>", escaped(&column.label));
            self.spill.push(&head);
        }
        self.spill.push("</tr></thead><tbody>\n");
        self.open = true;
        Ok(())
    }

    fn line(&mut self, kind: LineKind, fields: &[Field<'_>]) -> Result<(), Fault> {
        self.spill.push(match kind {
            LineKind::Body => "<tr>",
            LineKind::Foot => "<tr class=\"foot\">",
            LineKind::Total => "<tr class=\"total\">",
        });
        for field in fields {
            self.field(field);
        }
        self.spill.push("</tr>\n");
        Ok(self.spill.spill()?)
    }

    fn close(&mut self) -> Result<(), Fault> {
        self.end_table();
        for text in std::mem::take(&mut self.signatures) {
            let line = format!("<p class=\"sign\" dir=\"auto\">{}</p>\n", escaped(&text));
            self.spill.push(&line);
        }
        if !self.foot.is_empty() {
            self.spill.push("<footer>\n");
            for text in std::mem::take(&mut self.foot) {
                self.element("p", &text);
            }
            self.spill.push("</footer>\n");
        }
        self.spill.push("</body>\n</html>\n");
        Ok(self.spill.drain()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_outside_becomes_markup() {
        for (text, html) in [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
            ("a & b", "a &amp; b"),
            ("\u{202e}x", "&lt;U+202E&gt;x"),
            ("Ana Petrović", "Ana Petrović"),
        ] {
            assert_eq!(escaped(text), html);
        }
    }
}
