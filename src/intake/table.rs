//! A file as a table: its encoding, its delimiter, its columns, or why it cannot be read at all.

use crate::domain::field::Field;
use crate::i18n::Words;
use crate::intake::columns::{Column, Headers};
use crate::intake::encoding::{Encoding, decode};
use crate::intake::records::{Broken, Quoting, Record, Records};
use std::borrow::Cow;

/// The largest file that is read, in bytes.
pub const LIMIT: usize = 64 * 1024 * 1024;

/// Why a file cannot be read as a table of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Larger than [`LIMIT`].
    TooBig,
    /// The file of a spreadsheet program, not text.
    Spreadsheet,
    /// Not text of any kind.
    NotText,
    /// UTF-8 with bytes on `line` that are not.
    Damaged {
        line: usize,
    },
    Empty,
    /// No column says this; the file has these.
    NoColumn {
        column: Column,
        found: Vec<String>,
    },
    /// Two columns say the same.
    Twice {
        first: String,
        second: String,
    },
    /// The header's quotes are wrong.
    Header(Quoting),
}

/// What the person who imports should know about the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    Encoding(Encoding),
    /// A column that is not understood, and not taken in.
    Ignored(String),
    /// Names stand in one column: how they are parted.
    NamesParted,
}

/// One column of the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// As the file says it.
    pub name: String,
    /// `None` when it is not understood.
    pub column: Option<Column>,
    /// Whether other dates of the column show that the day stands before the month.
    pub day_first: bool,
    /// Whether it has a name, or anything stands below it.
    used: bool,
}

/// A file that can be read.
#[derive(Debug)]
pub struct Table {
    text: String,
    encoding: Encoding,
    delimiter: char,
    pub(super) headings: Vec<Heading>,
    rows: usize,
}

/// Reads a file: the encoding from its bytes, the delimiter from its header.
///
/// # Errors
/// [`Unreadable`], for reasons that concern the file as a whole.
pub fn read(bytes: &[u8], words: &Words) -> Result<Table, Unreadable> {
    let (encoding, mut text) = decode(bytes)?;
    let told = take_separator(&mut text);
    let headers = Headers::new(words);
    let delimiter = told.unwrap_or_else(|| delimiter(&text, &headers));
    let header = match Records::new(&text, delimiter).next() {
        None => return Err(Unreadable::Empty),
        Some(Err(Broken { quoting, .. })) => return Err(Unreadable::Header(quoting)),
        Some(Ok(header)) => header,
    };
    let headings = headings(&header, &headers)?;
    let mut table = Table { headings, encoding, delimiter, rows: 0, text };
    table.survey();
    Ok(table)
}

impl Table {
    /// How the text is written.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What parts the cells: `,` `;` or a tab.
    #[must_use]
    pub fn delimiter(&self) -> char {
        self.delimiter
    }

    /// Rows below the header that are not blank.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// What to know before taking it in.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = vec![Note::Encoding(self.encoding)];
        if self.headings.iter().any(|heading| heading.column == Some(Column::Name)) {
            notes.push(Note::NamesParted);
        }
        let ignored = self.headings.iter().filter(|h| h.column.is_none() && h.used);
        notes.extend(ignored.map(|heading| Note::Ignored(heading.name.clone())));
        notes
    }

    /// The records below the header.
    pub(super) fn records(&self) -> impl Iterator<Item = Result<Record<'_>, Broken>> {
        Records::new(&self.text, self.delimiter).skip(1)
    }

    /// Counts the rows, and learns from each column of dates whether the day comes first in it.
    fn survey(&mut self) {
        let mut rows = 0;
        let mut seen = vec![(false, false, false); self.headings.len()];
        for record in self.records().map_while(Result::ok) {
            rows += 1;
            for (cell, (filled, day_first, month_first)) in record.cells.iter().zip(&mut seen) {
                *filled |= !cell.trim().is_empty();
                if let Some((first, second)) = slashed(cell) {
                    *day_first |= first > 12;
                    *month_first |= second > 12;
                }
            }
        }
        self.rows = rows;
        for (heading, (filled, day_first, month_first)) in self.headings.iter_mut().zip(seen) {
            heading.used |= filled;
            heading.day_first = day_first && !month_first;
        }
    }
}

/// The first two numbers of `3/4/2026`.
fn slashed(cell: &str) -> Option<(u32, u32)> {
    let (first, rest) = cell.trim().split_once('/')?;
    let (second, _) = rest.split_once('/')?;
    Some((first.trim().parse().ok()?, second.trim().parse().ok()?)).filter(|(first, _)| *first < 100)
}

/// Takes the line `sep=;` away, which spreadsheets read and do not show.
fn take_separator(text: &mut String) -> Option<char> {
    let line = text.lines().next()?;
    let told = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?;
    let delimiter = [',', ';', '\t'].into_iter().find(|c| told.trim_end_matches(' ') == c.to_string())?;
    let end = text.find('\n').map_or(text.len(), |at| at + 1);
    text.drain(..end);
    Some(delimiter)
}

/// The delimiter that makes most sense of the header: most columns understood, then most columns.
fn delimiter(text: &str, headers: &Headers) -> char {
    let sense = |delimiter: &char| match Records::new(text, *delimiter).next() {
        Some(Ok(header)) => {
            let known = header.cells.iter().filter(|cell| headers.column(cell).is_some()).count();
            (known, header.cells.len())
        }
        _ => (0, 0),
    };
    // `max_by_key` takes the last of equals.
    ['\t', ';', ','].into_iter().max_by_key(sense).unwrap_or(',')
}

fn headings(header: &Record, headers: &Headers) -> Result<Vec<Heading>, Unreadable> {
    let mut headings: Vec<Heading> = Vec::with_capacity(header.cells.len());
    for (at, cell) in header.cells.iter().enumerate() {
        let column = headers.column(cell);
        if let Some(first) = headings.iter().find(|heading| column.is_some() && heading.column == column) {
            return Err(Unreadable::Twice { first: first.name.clone(), second: brief(cell).into_owned() });
        }
        let used = !cell.trim().is_empty();
        let name = if used { brief(cell).into_owned() } else { letters(at) };
        headings.push(Heading { name, column, day_first: false, used });
    }
    one_kind_of_name(&mut headings)?;
    let has = |column| headings.iter().any(|heading| heading.column == Some(column));
    let found = || headings.iter().map(|heading| heading.name.clone()).collect();
    let reference = Column::Field(Field::Reference);
    if !has(reference) {
        return Err(Unreadable::NoColumn { column: reference, found: found() });
    }
    if ![Column::Name, Column::Field(Field::Given), Column::Field(Field::Family)].into_iter().any(has) {
        return Err(Unreadable::NoColumn { column: Column::Name, found: found() });
    }
    Ok(headings)
}

/// A name in one column beside a complete one in two says nothing more; beside half of one it is
/// unclear what it holds.
fn one_kind_of_name(headings: &mut [Heading]) -> Result<(), Unreadable> {
    let place = |column| headings.iter().position(|heading| heading.column == Some(column));
    let (given, family) = (place(Column::Field(Field::Given)), place(Column::Field(Field::Family)));
    let Some(whole) = place(Column::Name) else { return Ok(()) };
    match (given, family) {
        (None, None) => {}
        (Some(_), Some(_)) => headings[whole].column = None,
        (Some(half), None) | (None, Some(half)) => {
            let (first, second) = (whole.min(half), whole.max(half));
            let name = |at: usize| headings[at].name.clone();
            return Err(Unreadable::Twice { first: name(first), second: name(second) });
        }
    }
    Ok(())
}

/// The letters of a spreadsheet's column.
fn letters(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { last.to_string() } else { format!("{}{last}", letters(at / 26 - 1)) }
}

/// The beginning of a text from the file, for showing.
pub(super) fn brief(text: &str) -> Cow<'_, str> {
    const MOST: usize = 40;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}
