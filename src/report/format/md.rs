//! Markdown: a summary to paste into a letter or a wiki. Nothing in it is taken for markup.

use crate::i18n::Words;
use crate::report::Fault;
use crate::report::format::spill::Spill;
use crate::report::format::{Sheet, said};
use crate::report::table::{Document, Field, LineKind, Table};
use std::io::Write;

/// A Markdown file being written.
#[derive(Debug)]
pub struct Markdown<'a> {
    spill: Spill<'a>,
    words: &'a Words,
    foot: Vec<String>,
}

impl<'a> Markdown<'a> {
    #[must_use]
    pub fn new(out: &'a mut (dyn Write + Send), words: &'a Words) -> Self {
        Self { spill: Spill::new(out), words, foot: Vec::new() }
    }

    fn row(&mut self, fields: impl Iterator<Item = String>) -> Result<(), Fault> {
        for field in fields {
            self.spill.push("| ");
            self.spill.push(&field);
            self.spill.bytes.push(b' ');
        }
        self.spill.push("|\n");
        Ok(self.spill.spill()?)
    }
}

/// The text with every character that Markdown could take for markup behind a backslash.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    // Some readers make links of bare addresses.
    out.replace("://", ":\\//").replace("www.", "www\\.").replace('@', "\\@")
}

impl Sheet for Markdown<'_> {
    fn open(&mut self, document: &Document) -> Result<(), Fault> {
        self.spill.push("# ");
        self.spill.push(&escaped(&document.title));
        self.spill.push("\n\n");
        for fact in document.told() {
            self.spill.push("- **");
            self.spill.push(&escaped(&fact.label));
            self.spill.push(":** ");
            let value = said(self.words, &fact.field);
            self.spill.push(&escaped(&value));
            self.spill.bytes.push(b'\n');
        }
        self.foot.clone_from(&document.foot);
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Fault> {
        self.spill.push("\n## ");
        self.spill.push(&escaped(&table.title));
        self.spill.push("\n\n");
        self.row(table.columns.iter().map(|column| match column.below.as_str() {
            "" => escaped(&column.label),
            below => format!("{} ({})", escaped(&column.label), escaped(below)),
        }))?;
        self.row(table.columns.iter().map(|_| "---".to_owned()))
    }

    fn line(&mut self, kind: LineKind, fields: &[Field<'_>]) -> Result<(), Fault> {
        let words = self.words;
        self.row(fields.iter().map(|field| match (kind, escaped(&said(words, field))) {
            (LineKind::Total, text) if !text.is_empty() => format!("**{text}**"),
            (_, text) => text,
        }))
    }

    fn close(&mut self) -> Result<(), Fault> {
        for text in std::mem::take(&mut self.foot) {
            self.spill.push("\n");
            self.spill.push(&escaped(&text));
            self.spill.push("\n");
        }
        Ok(self.spill.drain()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text() {
        for (text, markdown) in [
            ("a|b", "a\\|b"),
            ("[x](http://e.org)", "\\[x\\](http:\\//e.org)"),
            ("<img src=x>", "\\<img src=x\\>"),
            ("*b* _i_ `c` ~s~", "\\*b\\* \\_i\\_ \\`c\\` \\~s\\~"),
            ("back\\slash &amp;", "back\\\\slash \\&amp;"),
            ("Ana Petrović, 24", "Ana Petrović, 24"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
    }
}
