//! What each export says, and how each format writes it.

pub mod certificate;
pub mod file;
pub mod format;
pub mod group;
pub mod preview;
pub mod register;
pub mod table;

use crate::domain::certificate::Withheld;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::{Failure, GroupRecord, MarkLine, Reads};
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::say;
use chrono::{DateTime, FixedOffset, NaiveDate};
use file::FileFault;
use format::Sheet;
use register::long::{self, Said};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;
use table::{Document, LineKind, Rows};

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// People × sessions with their totals; of all groups, one line per mark.
    Register,
    /// The figures of one group.
    Group,
    /// What one person who completed took part in.
    Certificate,
}

impl Report {
    pub const ALL: [Self; 3] = [Self::Register, Self::Group, Self::Certificate];

    /// Its name on the command line and in file names: in no language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Group => "group",
            Self::Certificate => "certificate",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Register => "report-register",
            Self::Group => "report-group",
            Self::Certificate => "report-certificate",
        }
    }

    /// From its name on the command line.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|report| report.id() == id)
    }
}

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
    Markdown,
    Json,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Markdown, Self::Json];

    /// Its name on the command line, which is the ending of its files too.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Csv => "format-csv",
            Self::Xlsx => "format-xlsx",
            Self::Markdown => "format-md",
            Self::Json => "format-json",
        }
    }

    /// From its name on the command line.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// What stands between the fields of a CSV file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Delimiter {
    #[default]
    Comma,
    Semicolon,
    Tab,
    Bar,
}

impl Delimiter {
    /// The byte itself.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// From the character, or from `tab` or `\t`, which a shell passes on more easily.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "," => Some(Self::Comma),
            ";" => Some(Self::Semicolon),
            "\t" | "\\t" | "tab" => Some(Self::Tab),
            "|" => Some(Self::Bar),
            _ => None,
        }
    }
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub report: Report,
    /// One group, or all of them: only the register in long form is of all.
    pub group: Option<GroupId>,
    /// Whose certificate.
    pub person: Option<PersonId>,
    pub format: Format,
    /// Between the fields of a CSV file.
    pub delimiter: Delimiter,
    /// Where a large XLSX file may keep what does not fit into memory: the directory of the target,
    /// which is to hold the same names anyway. Without one it is made in memory.
    pub scratch: Option<PathBuf>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Reads(#[from] Failure),
    #[error(transparent)]
    File(#[from] FileFault),
    /// `progress` broke off.
    #[error("stopped")]
    Stopped,
    /// The group is not there (any more).
    #[error("no such group")]
    NoGroup,
    /// A certificate is of one person.
    #[error("whose certificate?")]
    NoPerson,
    /// There is no certificate for somebody who has not completed.
    #[error("not completed: {0:?}")]
    Withheld(Withheld),
    /// All groups at once are written as the register in CSV, XLSX or JSON only.
    #[error("not for all groups at once")]
    NotForAll,
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::File(FileFault::from(error))
    }
}

impl Fault {
    /// What happened and what to do next.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Reads(failure) => words.failure(failure),
            Self::File(fault) => fault.say(words),
            Self::Stopped => say!(words, "report-stopped"),
            Self::NoGroup => say!(words, "report-no-group"),
            Self::NoPerson => say!(words, "certificate-whose"),
            Self::Withheld(withheld) => words.withheld(withheld),
            Self::NotForAll => say!(words, "report-not-for-all"),
        }
    }
}

/// Told how many lines are written, every few thousand of them; breaks to stop.
pub type Progress<'a> = &'a mut dyn FnMut(u64) -> ControlFlow<()>;

/// Lines between two calls of [`Progress`].
const STRIDE: u64 = 4_096;

/// What `request` asks for, ready to be written in any format.
///
/// # Errors
/// When the store cannot be read, the group is not there, or the report is of one group only.
pub fn document(
    request: &Request,
    reads: &dyn Reads,
    words: &Words,
    now: DateTime<FixedOffset>,
) -> Result<Document, Fault> {
    let Some(id) = request.group else {
        let possible = request.report == Report::Register && request.format != Format::Markdown;
        return if possible { Ok(register::of_all(words, now)) } else { Err(Fault::NotForAll) };
    };
    let record = reads.group(id, words.locale().tag)?.ok_or(Fault::NoGroup)?;
    of_group(request.report, request.person, &record, words, now)
}

/// A report on a group that is already read, or on a person of it.
///
/// # Errors
/// When a certificate is asked for and it is not said whose, or the person has not completed.
pub fn of_group(
    report: Report,
    person: Option<PersonId>,
    record: &GroupRecord,
    words: &Words,
    now: DateTime<FixedOffset>,
) -> Result<Document, Fault> {
    Ok(match report {
        Report::Register => register::of(record, words, now),
        Report::Group => group::of(record, words, now),
        Report::Certificate => certificate::of(record, person.ok_or(Fault::NoPerson)?, words, now)?,
    })
}

/// Writes what `request` asks for to `out`, which needs no buffer of its own.
///
/// # Errors
/// What is written until then is of no use: write through [`file::write_new`].
pub fn write(
    request: &Request,
    reads: &dyn Reads,
    words: &Words,
    now: DateTime<FixedOffset>,
    out: &mut dyn Write,
    progress: Progress<'_>,
) -> Result<(), Fault> {
    let document = document(request, reads, words, now)?;
    pour(&document, request, &|visit| reads.each_mark(None, visit), words, out, progress)
}

/// What `request` asks for as lines of plain text, none wider than `width` cells.
///
/// # Errors
/// As [`document`] has them.
pub fn preview(
    request: &Request,
    reads: &dyn Reads,
    words: &Words,
    now: DateTime<FixedOffset>,
    width: usize,
) -> Result<Vec<String>, Fault> {
    let document = document(request, reads, words, now)?;
    preview::lines(&document, &|visit| reads.each_mark(None, visit), words, width)
}

/// Where the lines of [`Rows::EveryMark`] come from: calls what it is given with each of them.
type Marks<'a> = &'a dyn Fn(&mut dyn FnMut(&MarkLine<'_>) -> ControlFlow<()>) -> Result<(), Failure>;

fn pour(
    document: &Document,
    request: &Request,
    marks: Marks<'_>,
    words: &Words,
    out: &mut dyn Write,
    progress: Progress<'_>,
) -> Result<(), Fault> {
    let mut sheet: Box<dyn Sheet + '_> = match request.format {
        Format::Csv => Box::new(format::csv::Csv::new(out, request.delimiter)),
        Format::Xlsx => Box::new(format::xlsx::Xlsx::new(out, words, request.scratch.as_deref())),
        Format::Markdown => Box::new(format::md::Markdown::new(out, words)),
        Format::Json => Box::new(format::json::Json::new(out)),
    };
    sheet.open(document)?;
    for table in document.tables.iter().filter(|table| table.formats.contains(&request.format)) {
        sheet.table(table)?;
        match &table.rows {
            Rows::Held(lines) => lines.iter().try_for_each(|line| sheet.line(line.kind, &line.fields))?,
            Rows::EveryMark => every_mark(sheet.as_mut(), marks, words, progress)?,
        }
    }
    sheet.close()
}

/// The register of all groups: each line goes from the store through `sheet` and is forgotten.
fn every_mark(sheet: &mut dyn Sheet, marks: Marks<'_>, words: &Words, progress: Progress<'_>) -> Result<(), Fault> {
    let said = Said::new(words);
    let (mut count, mut outcome) = (0_u64, Ok(()));
    marks(&mut |mark| {
        outcome = sheet.line(LineKind::Body, &long::fields(mark, &said));
        count += 1;
        if outcome.is_ok() && count.is_multiple_of(STRIDE) && progress(count).is_break() {
            outcome = Err(Fault::Stopped);
        }
        if outcome.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    outcome
}

/// A name for the file: `register-k-07-2026-11-24.csv`. Letters, digits and hyphens only, whatever the code is.
#[must_use]
pub fn suggested_name(report: Report, code: Option<&str>, format: Format, today: NaiveDate) -> String {
    let folded = fold(code.unwrap_or("all"));
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let code: String = words.join("-").chars().take(40).collect();
    format!("{}-{code}-{}.{}", report.id(), today.format("%Y-%m-%d"), format.id())
}

#[cfg(test)]
mod tests;
