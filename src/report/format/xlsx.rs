//! XLSX: a sheet per table, ready to print and to sign; identifiers are text, dates are dates, sums are formulas.

mod field;
mod style;
#[cfg(test)]
mod tests;

use crate::i18n::Words;
use crate::report::Fault;
use crate::report::file::FileFault;
use crate::report::format::{Sheet, said};
use crate::report::table::{Column, Document, Field, LineKind, Rows, Sums, Table};
use chrono::{DateTime, FixedOffset};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{DocProperties, Formula, Workbook, XlsxError};
use std::io::{self, BufWriter, Seek, Write};
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use style::Styles;

/// Rows that a sheet can have, less those that may be needed under its last line.
const MOST_ROWS: u32 = 1_048_576 - 64;
const A4: u8 = 9;
/// What must be free where a large table waits, in bytes, and after how many lines it is looked at again.
const ROOM: u64 = 16 * 1024 * 1024;
const LOOK: u32 = 256;
/// Two lines of text, in points.
const HEADER_HEIGHT: f64 = 32.0;
/// Facts that stand in one line above a table.
const FACTS: usize = 3;
/// Columns that the line for a signature runs under.
const SIGNED: RangeInclusive<u16> = 2..=6;

/// An XLSX file being written.
pub struct Xlsx<'a> {
    out: &'a mut (dyn Write + Send),
    words: &'a Words,
    scratch: Option<&'a Path>,
    book: Workbook,
    styles: Styles,
    title: String,
    /// What stands above the first table.
    heading: Vec<String>,
    signatures: Vec<String>,
    foot: Vec<String>,
    table: Option<Open>,
    /// The row at which a table goes on in another sheet.
    full: u32,
    /// Set from elsewhere: packing stops too.
    stop: &'a AtomicBool,
}

/// What is packed on its way to the file; it fails once it is told to stop.
struct Stopped<'a, W> {
    out: W,
    stop: &'a AtomicBool,
    failed: bool,
}

impl<W: Write> Write for Stopped<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.stop.load(Ordering::Relaxed) {
            return self.out.write(bytes);
        }
        // The archive would complain aloud if it could not be ended after that: the rest goes nowhere.
        if std::mem::replace(&mut self.failed, true) {
            return Ok(bytes.len());
        }
        Err(io::Error::other("stopped"))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Seek> Seek for Stopped<'_, W> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.out.seek(to)
    }
}

/// The table that is being written.
struct Open {
    title: String,
    columns: Vec<Column>,
    /// Whether its lines wait in the scratch file, being too many for memory.
    waits: bool,
    /// Sheets it took before this one: a long table goes on in a second.
    earlier: u32,
    /// The next row.
    row: u32,
    body: Option<(u32, u32)>,
    foot: Option<(u32, u32)>,
}

impl std::fmt::Debug for Xlsx<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Xlsx({})", self.table.as_ref().map_or("", |table| &table.title))
    }
}

impl From<XlsxError> for Fault {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => Self::from(error),
            other => Self::from(io::Error::other(other.to_string())),
        }
    }
}

impl<'a> Xlsx<'a> {
    /// `scratch` is where tables that are read while they are written wait to be packed.
    #[must_use]
    pub fn new(
        out: &'a mut (dyn Write + Send),
        words: &'a Words,
        scratch: Option<&'a Path>,
        stop: &'a AtomicBool,
    ) -> Self {
        let (book, styles) = (Workbook::new(), Styles::new());
        Self {
            out,
            words,
            scratch,
            book,
            styles,
            title: String::new(),
            heading: Vec::new(),
            signatures: Vec::new(),
            foot: Vec::new(),
            table: None,
            full: MOST_ROWS,
            stop,
        }
    }

    /// A new sheet for the table, with what stands above its lines.
    fn begin_sheet(&mut self, table: Open) -> Result<(), Fault> {
        let sheet = match self.scratch.filter(|_| table.waits) {
            Some(scratch) => self.book.set_tempdir(scratch)?.add_worksheet_with_constant_memory()?,
            None => self.book.add_worksheet(),
        };
        sheet.set_name(sheet_name(&table.title, table.earlier))?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&F&R&P / &N");
        let heading = std::mem::take(&mut self.heading);
        if heading.is_empty() {
            // On paper every sheet says what it belongs to.
            sheet.set_header(format!("&L{}&R{}", self.title.replace('&', "&&"), table.title.replace('&', "&&")));
        }
        for (row, text) in (0..).zip(&heading) {
            let style = if row == 0 { &self.styles.title } else { &self.styles.plain };
            sheet.write_string_with_format(row, 0, text, style)?;
        }
        // A free row between the heading and the table.
        let header = if heading.is_empty() { 0 } else { u32::try_from(heading.len()).unwrap_or(0) + 1 };
        for (index, column) in (0..).zip(&table.columns) {
            let label = match column.below.as_str() {
                "" => column.label.clone(),
                below => format!("{}\n{below}", column.label),
            };
            sheet.write_string_with_format(header, index, &label, self.styles.header.of(column))?;
            sheet.set_column_width(index, column.width)?;
        }
        sheet.set_row_height(header, HEADER_HEIGHT)?;
        let keys = table.columns.iter().take_while(|column| column.key).count();
        sheet.set_freeze_panes(header + 1, u16::try_from(keys).unwrap_or(0))?.set_repeat_rows(header, header)?;
        self.table = Some(Open { row: header + 1, ..table });
        Ok(())
    }

    /// Whether there is room for more. The library panics when what waits cannot be written, so the disk
    /// may not become quite full.
    fn look_for_room(&self) -> Result<(), Fault> {
        let waits = self
            .table
            .as_ref()
            .is_some_and(|table| table.waits && (table.body.is_none() || table.row.is_multiple_of(LOOK)));
        let Some(scratch) = self.scratch.filter(|_| waits) else { return Ok(()) };
        let disk = rustix::fs::statvfs(scratch).map_err(io::Error::from)?;
        if disk.f_bavail.saturating_mul(disk.f_frsize) < ROOM { Err(FileFault::DiskFull.into()) } else { Ok(()) }
    }

    /// The same table in another sheet, this one being full: what stands under its last line comes there.
    fn go_on(&mut self) -> Result<(), Fault> {
        let (signatures, foot) = (std::mem::take(&mut self.signatures), std::mem::take(&mut self.foot));
        let full = self.end_sheet()?;
        (self.signatures, self.foot) = (signatures, foot);
        match full {
            Some(full) => self.begin_sheet(Open { earlier: full.earlier + 1, body: None, foot: None, ..full }),
            None => Ok(()),
        }
    }

    /// What is printed of the sheet, and where it is signed. The table that stood on it is returned.
    fn end_sheet(&mut self) -> Result<Option<Open>, Fault> {
        let Some(table) = self.table.take() else { return Ok(None) };
        let Some(sheet) = self.book.worksheets_mut().last_mut() else { return Ok(None) };
        let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
        let mut last = table.row.saturating_sub(1);
        for text in std::mem::take(&mut self.signatures) {
            // Room for a hand that signs.
            last += 2;
            sheet.write_string_with_format(last, 0, &text, &self.styles.plain)?;
            for column in SIGNED {
                sheet.write_blank(last, column, &self.styles.signed)?;
            }
        }
        for text in std::mem::take(&mut self.foot) {
            last += 2;
            sheet.write_string_with_format(last, 0, &text, &self.styles.plain)?;
        }
        sheet.set_print_area(0, 0, last, last_column.max(*SIGNED.end()))?;
        Ok(Some(table))
    }
}

/// A name that a sheet may have: at most 31 characters and none that formulas use.
fn sheet_name(title: &str, earlier: u32) -> String {
    let plain: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(27).collect();
    if earlier == 0 { plain } else { format!("{plain} {}", earlier + 1) }
}

fn properties(title: &str, written: DateTime<FixedOffset>) -> DocProperties {
    // Without a date the library asks the clock.
    let properties = DocProperties::new().set_title(title);
    field::day(written.date_naive()).map_or(properties.clone(), |day| properties.set_creation_datetime(&day))
}

impl Sheet for Xlsx<'_> {
    fn open(&mut self, document: &Document) -> Result<(), Fault> {
        self.book.set_properties(&properties(&document.title, document.written));
        let facts = document.told().map(|fact| format!("{}: {}", fact.label, said(self.words, &fact.field)));
        self.title.clone_from(&document.title);
        self.heading = vec![document.title.clone()];
        let facts: Vec<String> = facts.collect();
        self.heading.extend(facts.chunks(FACTS).map(|line| line.join(" · ")));
        self.signatures.clone_from(&document.signatures);
        self.foot.clone_from(&document.foot);
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Fault> {
        self.end_sheet()?;
        let waits = matches!(table.rows, Rows::Streamed(_));
        let (title, columns) = (table.title.clone(), table.columns.clone());
        self.begin_sheet(Open { title, columns, waits, earlier: 0, row: 0, body: None, foot: None })
    }

    fn line(&mut self, kind: LineKind, fields: &[Field<'_>]) -> Result<(), Fault> {
        self.look_for_room()?;
        if self.table.as_ref().is_some_and(|table| table.row >= self.full) {
            self.go_on()?;
        }
        let (Some(table), Some(sheet)) = (&mut self.table, self.book.worksheets_mut().last_mut()) else {
            return Ok(());
        };
        let style = if kind == LineKind::Total { &self.styles.total } else { &self.styles.body };
        for (index, (field, column)) in (0..).zip(fields.iter().zip(&table.columns)) {
            let summed = match (kind, column.sums) {
                (LineKind::Total, Sums::Body) => table.body,
                (LineKind::Total, Sums::Foot) => table.foot,
                _ => None,
            };
            match (field, summed) {
                (Field::Number(sum), Some((first, last))) => {
                    let (first, last) = (row_col_to_cell(first, index), row_col_to_cell(last, index));
                    // With the result beside it, so that viewers that do not reckon show it too.
                    let formula = Formula::new(format!("=SUM({first}:{last})")).set_result(sum.to_string());
                    sheet.write_formula_with_format(table.row, index, formula, style.base.of(column))?;
                }
                _ => field::write(sheet, (table.row, index), field, column, style, self.words)?,
            }
        }
        let range = match kind {
            LineKind::Body => &mut table.body,
            LineKind::Foot | LineKind::Total => &mut table.foot,
        };
        *range = Some((range.map_or(table.row, |(first, _)| first), table.row));
        table.row += 1;
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        self.end_sheet()?;
        let Some(scratch) = self.scratch else {
            return Ok(self.out.write_all(&self.book.save_to_buffer()?)?);
        };
        // The archive is packed with a look back at what was written, which `out` may not allow.
        let mut packed = tempfile::tempfile_in(scratch)?;
        let out = BufWriter::with_capacity(64 * 1024, packed.try_clone()?);
        let saved = self.book.save_to_writer(Stopped { out, stop: self.stop, failed: false });
        if self.stop.load(Ordering::Relaxed) {
            return Err(Fault::Stopped);
        }
        saved?;
        packed.rewind()?;
        io::copy(&mut packed, self.out)?;
        Ok(())
    }
}
