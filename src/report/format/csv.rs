//! CSV: UTF-8 with a byte-order mark, RFC 4180, ISO dates and times, one header row, no formulas.

use crate::domain::text::{SUSPECT, shown};
use crate::report::format::Sheet;
use crate::report::format::spill::Spill;
use crate::report::table::{Document, Field, LineKind, Table};
use crate::report::{Delimiter, Fault};
use std::io::Write;

/// What a byte of a text asks for.
const QUOTES: u8 = 1;
const CLOSER_LOOK: u8 = 2;

/// A CSV file being written.
#[derive(Debug)]
pub struct Csv<'a> {
    spill: Spill<'a>,
    delimiter: u8,
    /// By byte: one look at each decides how a text is written.
    asks: [u8; 256],
}

impl<'a> Csv<'a> {
    #[must_use]
    pub fn new(out: &'a mut (dyn Write + Send), delimiter: Delimiter) -> Self {
        let delimiter = delimiter.byte();
        let mut asks = SUSPECT.map(|suspect| if suspect { CLOSER_LOOK } else { 0 });
        for byte in [delimiter, b'"'] {
            asks[usize::from(byte)] |= QUOTES;
        }
        Self { spill: Spill::new(out), delimiter, asks }
    }

    fn asked(&self, text: &str) -> u8 {
        text.bytes().fold(0, |asked, byte| asked | self.asks[usize::from(byte)])
    }

    fn text(&mut self, text: &str) {
        let asked = self.asked(text);
        if asked & CLOSER_LOOK != 0 {
            let shown = shown(text);
            let asked = self.asked(&shown);
            self.field(&shown, asked);
        } else {
            self.field(text, asked);
        }
    }

    /// Writes a text that is fit to be shown.
    fn field(&mut self, text: &str, asked: u8) {
        let bytes = text.as_bytes();
        let guard = if is_formula(text) { "'" } else { "" };
        // Some readers drop blanks at the edges unless they are quoted, and take for a number what is not.
        let odd = matches!(bytes.first(), Some(b' ' | b'0'..=b'9' | b'+' | b'-' | b'.')) || bytes.last() == Some(&b' ');
        if asked & QUOTES == 0 && !odd {
            self.spill.push(guard);
            return self.spill.push(text);
        }
        self.spill.bytes.push(b'"');
        self.spill.push(guard);
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
    // Letters and digits, by far the most, need no second look: what does begins with a sign of
    // ASCII, a no-break space or something from U+1000 on.
    if !matches!(text.as_bytes().first(), Some(b' '..b'0' | b'=' | b'@' | 0xc2 | 0xe1..)) {
        return false;
    }
    let rest = text.trim_start();
    // A number with its sign does nothing: it is left as it is.
    if rest.len() > 1
        && rest.is_ascii()
        && rest.bytes().skip(1).all(|byte| matches!(byte, b'0'..=b'9' | b' ' | b'.' | b','))
    {
        return matches!(rest.as_bytes().first(), Some(b'=' | b'@'));
    }
    matches!(
        rest.chars().next(),
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−' | '﹢' | '﹣' | '﹦' | '﹫')
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
            ("+47 22", "\"+47 22\""),
            ("-5", "\"-5\""),
            ("-5+1", "\"'-5+1\""),
            ("-", "\"'-\""),
            ("=5", "'=5"),
            ("22.5", "\"22.5\""),
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
            ("0412", "\"0412\""),
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
