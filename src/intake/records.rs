//! Records of delimited text (RFC 4180) with the rows and lines they stand in.
//!
//! Our own reader, because a refusal must name the row that a spreadsheet shows (blank lines are rows,
//! line breaks inside quotes are not) and a quote that is never closed must not swallow the file unsaid.

use std::borrow::Cow;

/// One record that is not blank.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record<'t> {
    /// As a spreadsheet counts: the first is 1.
    pub row: usize,
    /// As a text editor counts: where the record begins.
    pub line: usize,
    pub cells: Vec<Cow<'t, str>>,
}

/// What is wrong with the quotes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoting {
    /// A quote is opened and never closed.
    Open,
    /// Text stands between a closing quote and the end of the cell.
    After,
}

/// Where reading had to stop.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken {
    pub row: usize,
    pub line: usize,
    pub quoting: Quoting,
}

/// The records of a text, one after the other; the last one, when quotes are wrong, is why.
#[derive(Debug, Clone)]
pub(super) struct Records<'t> {
    rest: &'t str,
    delimiter: char,
    row: usize,
    line: usize,
}

impl<'t> Records<'t> {
    pub fn new(text: &'t str, delimiter: char) -> Self {
        Self { rest: text, delimiter, row: 0, line: 1 }
    }

    /// The next cell, and whether the record goes on behind it.
    fn cell(&mut self) -> Result<(Cow<'t, str>, bool), Quoting> {
        let cell = if let Some(inside) = self.rest.trim_start_matches(' ').strip_prefix('"') {
            self.quoted(inside)?
        } else {
            let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
            let (cell, rest) = self.rest.split_at(end);
            self.rest = rest;
            Cow::Borrowed(cell)
        };
        if let Some(rest) = self.rest.strip_prefix(self.delimiter) {
            self.rest = rest;
            return Ok((cell, true));
        }
        for end in ["\r\n", "\n", "\r"] {
            if let Some(rest) = self.rest.strip_prefix(end) {
                self.rest = rest;
                self.line += 1;
                break;
            }
        }
        Ok((cell, false))
    }

    fn quoted(&mut self, inside: &'t str) -> Result<Cow<'t, str>, Quoting> {
        let mut from = 0;
        let end = loop {
            let quote = from + inside[from..].find('"').ok_or(Quoting::Open)?;
            if !inside[quote + 1..].starts_with('"') {
                break quote;
            }
            from = quote + 2;
        };
        let (cell, rest) = inside.split_at(end);
        self.rest = rest[1..].trim_start_matches(' ');
        self.line += breaks(cell);
        if !self.rest.is_empty() && !self.rest.starts_with([self.delimiter, '\n', '\r']) {
            return Err(Quoting::After);
        }
        Ok(if cell.contains('"') { cell.replace("\"\"", "\"").into() } else { cell.into() })
    }
}

/// Line breaks in `text`, whichever way they are written.
fn breaks(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

impl<'t> Iterator for Records<'t> {
    type Item = Result<Record<'t>, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            self.row += 1;
            let mut record = Record { row: self.row, line: self.line, cells: Vec::new() };
            loop {
                match self.cell() {
                    Ok((cell, more)) => {
                        record.cells.push(cell);
                        if !more {
                            break;
                        }
                    }
                    Err(quoting) => {
                        self.rest = "";
                        return Some(Err(Broken { row: record.row, line: record.line, quoting }));
                    }
                }
            }
            if record.cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(Ok(record));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(usize, usize, Vec<String>)> {
        let record = |r: Record| (r.row, r.line, r.cells.iter().map(ToString::to_string).collect());
        Records::new(text, ',').map(|r| record(r.unwrap())).collect()
    }

    fn cells(cells: &[&str]) -> Vec<String> {
        cells.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_and_lines_as_an_editor_counts_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "1,\"x", "y\"", ",", "2,z", ""].join(end);
            let broken = format!("x{end}y");
            let expected = vec![(1, 1, cells(&["a", "b"])), (3, 3, cells(&["1", &broken])), (5, 6, cells(&["2", "z"]))];
            assert_eq!(all(&text), expected, "{end:?}");
        }
    }

    #[test]
    fn quotes_keep_delimiters_and_quotes() {
        assert_eq!(all("\"a,b\", \"say \"\"hi\"\"\" ,c\"d,\"\""), [(1, 1, cells(&["a,b", "say \"hi\"", "c\"d", ""]))]);
        assert_eq!(
            all("a,"),
            [(1, 1, cells(&["a"]))].map(|(r, l, mut c)| {
                c.push(String::new());
                (r, l, c)
            })
        );
    }

    #[test]
    fn wrong_quotes_end_the_reading_with_their_place() {
        for (text, quoting) in [("a\n1,\"x\n2\n3", Quoting::Open), ("a\n\"x\"y,2\n3", Quoting::After)] {
            let last = Records::new(text, ',').last();
            assert_eq!(last, Some(Err(Broken { row: 2, line: 2, quoting })), "{text:?}");
        }
    }
}
