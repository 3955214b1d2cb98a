//! How a report is written: each format takes the same tables, line by line.

pub mod chart;
pub mod csv;
pub mod html;
pub mod ics;
pub mod json;
pub mod md;
pub mod pdf;
pub mod spill;
pub mod xlsx;

use crate::domain::figures::Share;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::table::{Document, Field, LineKind, Table};
use crate::say;

/// A report being written: `open`, then each `table` with its `line`s in order, then `close`.
pub trait Sheet {
    fn open(&mut self, document: &Document) -> Result<(), Fault>;
    fn table(&mut self, table: &Table) -> Result<(), Fault>;
    fn line(&mut self, kind: LineKind, fields: &[Field<'_>]) -> Result<(), Fault>;
    fn close(&mut self) -> Result<(), Fault>;
}

/// `67% (2 of 3)`: never without the denominator.
#[must_use]
pub fn share(words: &Words, share: Share) -> String {
    match share.percent() {
        Some(percent) => say!(words, "report-share", percent = percent, count = share.count, of = share.of),
        None => say!(words, "report-share-of-none"),
    }
}

/// A field as people read it; not yet escaped.
#[must_use]
pub fn said(words: &Words, field: &Field<'_>) -> String {
    match field {
        Field::Empty => String::new(),
        Field::Text(text) | Field::Term { said: text, .. } => crate::domain::text::shown(text).into_owned(),
        Field::Number(number) => number.to_string(),
        Field::Date(date) => date.format("%Y-%m-%d").to_string(),
        Field::Time(time) => words.time(*time),
        Field::Share(of) => share(words, *of),
    }
}
