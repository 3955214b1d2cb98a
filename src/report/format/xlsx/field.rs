//! One field of a workbook: text stays text, a date is a date, a share is a number that shows its denominator.

use crate::i18n::Words;
use crate::report::format::said;
use crate::report::format::xlsx::style::Style;
use crate::report::table::{Column, Field};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};

/// UTF-16 units that a field can have.
const MOST_TEXT: usize = 32_767;

pub(super) fn write(
    sheet: &mut Worksheet,
    (row, index): (u32, u16),
    field: &Field<'_>,
    column: &Column,
    style: &Style,
    words: &Words,
) -> Result<(), XlsxError> {
    let moment = match field {
        Field::Date(date) => day(*date).map(|day| (day, &style.date)),
        Field::Time(time) => time_of_day(*time).map(|time| (time, &style.time)),
        _ => None,
    };
    match (field, moment) {
        (_, Some((moment, style))) => sheet.write_datetime_with_format(row, index, &moment, style.of(column))?,
        (Field::Empty, _) => sheet.write_blank(row, index, style.base.of(column))?,
        (Field::Number(number), _) => sheet.write_number_with_format(row, index, *number, style.base.of(column))?,
        (Field::Share(share), _) if share.of > 0 => {
            // A number to reckon with that still shows its denominator.
            let shown = style.base.of(column).clone().set_num_format(format!("0% \"({}/{})\"", share.count, share.of));
            sheet.write_number_with_format(row, index, f64::from(share.count) / f64::from(share.of), &shown)?
        }
        (field, _) => sheet.write_string_with_format(row, index, cut(&said(words, field)), style.text.of(column))?,
    };
    Ok(())
}

/// The text cut where a field of a spreadsheet ends.
fn cut(text: &str) -> &str {
    if text.len() <= MOST_TEXT {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MOST_TEXT
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The day as spreadsheets count them; `None` before 1900.
pub(super) fn day(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

fn time_of_day(time: NaiveTime) -> Option<ExcelDateTime> {
    ExcelDateTime::from_hms(u16::try_from(time.hour()).ok()?, u8::try_from(time.minute()).ok()?, 0).ok()
}
