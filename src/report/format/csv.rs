//! CSV: UTF-8 with a byte-order mark, RFC 4180, ISO dates and times, one header row, no formulas.

use crate::domain::text::shown;
use crate::report::format::Sheet;
use crate::report::format::spill::Spill;
use crate::report::table::{Document, Field, LineKind, Table};
use crate::report::{Delimiter, Fault};
use std::io::Write;

/// A CSV file being written.
#[derive(Debug)]
pub struct Csv<'a> {
    spill: Spill<'a>,
    delimiter: u8,
}

impl<'a> Csv<'a> {
    #[must_use]
    pub fn new(out: &'a mut dyn Write, delimiter: Delimiter) -> Self {
        Self { spill: Spill::new(out), delimiter: delimiter.byte() }
    }

    fn text(&mut self, text: &str) {
        // Almost everything is printable ASCII or plain letters: one look decides whether to look closer.
        if text.bytes().any(|b| !(b' '..0x7f).contains(&b)) {
            self.quoted(&shown(text));
        } else {
            self.quoted(text);
        }
    }

    fn quoted(&mut self, text: &str) {
        let delimiter = self.delimiter;
        let guard = is_formula(text);
        let edges = text.as_bytes().first() == Some(&b' ') || text.as_bytes().last() == Some(&b' ');
        if !edges && !text.bytes().any(|b| b == delimiter || b == b'"') {
            if guard {
                self.spill.bytes.push(b'\'');
            }
            return self.spill.push(text);
        }
        self.spill.bytes.push(b'"');
        if guard {
            self.spill.bytes.push(b'\'');
        }
        for (index, part) in text.split('"').enumerate() {
            if index > 0 {
                self.spill.push("\"\"");
            }
            self.spill.push(part);
        }
        self.spill.bytes.push(b'"');
    }

    fn end_of_line(&mut self) -> Result<(), Fault> {
        self.spill.push("\r\n");
        Ok(self.spill.spill()?)
    }
}

/// Whether a spreadsheet would run the text: `=`, `+`, `-` or `@`, full-width forms included, first or
/// after white space. Such a text gets an apostrophe before it, which every spreadsheet takes as "text".
/// (Tab and line breaks, which some take for the start of a formula too, are written out by [`shown`].)
#[must_use]
pub fn is_formula(text: &str) -> bool {
    let first = text.as_bytes().first();
    // Letters and digits, by far the most, need no second look.
    if first.is_none_or(u8::is_ascii_alphanumeric) {
        return false;
    }
    matches!(
        text.trim_start().chars().next(),
        Some(
            '=' | '+'
                | '-'
                | '@'
                | '\u{ff1d}'
                | '\u{ff0b}'
                | '\u{ff0d}'
                | '\u{ff20}'
                | '\u{2212}'
                | '\u{fe62}'
                | '\u{fe63}'
                | '\u{fe66}'
                | '\u{fe6b}'
        )
    )
}

impl Sheet for Csv<'_> {
    fn open(&mut self, _: &Document) -> Result<(), Fault> {
        self.spill.push("\u{feff}");
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Fault> {
        for (index, column) in table.columns.iter().enumerate() {
            if index > 0 {
                self.spill.bytes.push(self.delimiter);
            }
            self.text(&column.label);
        }
        self.end_of_line()
    }

    fn line(&mut self, _: LineKind, fields: &[Field<'_>]) -> Result<(), Fault> {
        for (index, field) in fields.iter().enumerate() {
            if index > 0 {
                self.spill.bytes.push(self.delimiter);
            }
            match field {
                Field::Empty => {}
                Field::Text(text) | Field::Term { said: text, .. } => self.text(text),
                Field::Number(number) => self.spill.number(*number),
                Field::Date(date) => self.spill.date(*date),
                Field::Time(time) => self.spill.time(*time),
                // Percent alone: what stands in the same line gives its denominator.
                Field::Share(share) => share.percent().into_iter().for_each(|percent| self.spill.number(percent)),
            }
        }
        self.end_of_line()
    }

    fn close(&mut self) -> Result<(), Fault> {
        Ok(self.spill.drain()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        let mut csv = Csv::new(&mut out, Delimiter::Comma);
        csv.line(LineKind::Body, &[Field::Text(text.into())]).unwrap();
        csv.close().unwrap();
        String::from_utf8(out).unwrap().trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn what_a_spreadsheet_would_run_stays_text() {
        for (text, csv) in [
            ("=1+1", "'=1+1"),
            ("+47 22", "'+47 22"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "\"'  =1\""),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("\u{3000}＝1", "'\u{3000}＝1"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠a", "'＠a"),
            ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
            ("\t=1", "<U+0009>=1"),
            ("\r=1", "<U+000D>=1"),
            ("\u{200b}=1", "<U+200B>=1"),
            ("a=1", "a=1"),
            ("0412", "0412"),
            ("Øystein", "Øystein"),
            ("", ""),
        ] {
            assert_eq!(written(text), csv, "{text:?}");
        }
    }

    #[test]
    fn fields_are_quoted_as_rfc_4180_says() {
        for (text, csv) in [
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("a;b", "a;b"),
            (" a", "\" a\""),
            ("two\nlines", "two<U+000A>lines"),
        ] {
            assert_eq!(written(text), csv, "{text:?}");
        }
    }

    #[test]
    fn our_own_numbers_and_dates_are_not_guarded() {
        let mut out = Vec::new();
        let mut csv = Csv::new(&mut out, Delimiter::Semicolon);
        let share = crate::domain::figures::Share { count: 2, of: 3 };
        let date = "2026-11-24".parse().unwrap();
        csv.line(LineKind::Body, &[Field::Number(5), Field::Date(date), Field::Share(share), Field::Empty]).unwrap();
        csv.close().unwrap();
        assert_eq!(out, b"5;2026-11-24;67;\r\n");
    }
}
