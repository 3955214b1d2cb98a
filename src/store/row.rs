//! Reading columns: days, times, marks and values kept as JSON, with a fault named as damage.

use crate::domain::attendance::{CaughtUp, Code, Mark};
use crate::domain::entry::Keys;
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::record::Failure;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use rusqlite::Row;
use serde::de::DeserializeOwned;

/// The text of a column, borrowed from the row.
#[inline]
pub(super) fn text<'r>(row: &'r Row, at: usize) -> Result<&'r str, Failure> {
    Ok(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?)
}

/// The text of a column that may hold nothing.
#[inline]
pub(super) fn text_or_none<'r>(row: &'r Row, at: usize) -> Result<Option<&'r str>, Failure> {
    Ok(row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from)?)
}

/// The keys of an entry: five columns from `at` on, in the order of the journal.
pub(super) fn keys(row: &Row, at: usize) -> Result<Keys, Failure> {
    Ok(Keys {
        person: row.get::<_, Option<i64>>(at)?.map(PersonId),
        group: row.get::<_, Option<i64>>(at + 1)?.map(GroupId),
        session: row.get::<_, Option<i64>>(at + 2)?.map(SessionId),
        course: row.get::<_, Option<i64>>(at + 3)?.map(CourseId),
        item: row.get(at + 4)?,
    })
}

/// The value whose JSON stands in a column.
pub(super) fn json<T: DeserializeOwned>(row: &Row, at: usize) -> Result<T, Failure> {
    Ok(serde_json::from_str(text(row, at)?)?)
}

/// The value of a column that may hold nothing.
pub(super) fn json_or_none<T: DeserializeOwned>(row: &Row, at: usize) -> Result<Option<T>, Failure> {
    Ok(text_or_none(row, at)?.map(serde_json::from_str).transpose()?)
}

/// A day as the tables write it.
pub(super) fn day(text: &str) -> Result<NaiveDate, Failure> {
    plain_day(text).or_else(|| text.parse().ok()).ok_or_else(|| Failure::Damaged(format!("date `{text}`")))
}

/// A time of day as the tables write it.
pub(super) fn time(text: &str) -> Result<NaiveTime, Failure> {
    plain_time(text).or_else(|| text.parse().ok()).ok_or_else(|| Failure::Damaged(format!("time `{text}`")))
}

/// `2026-11-24`, as nearly all are: the parser of the library, which takes much else, is far slower, and a register of
/// all groups has hundreds of thousands of them.
fn plain_day(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = numbers(text, '-')?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// `10:00:00`.
fn plain_time(text: &str) -> Option<NaiveTime> {
    let [hour, minute, second] = numbers(text, ':')?;
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn numbers(text: &str, between: char) -> Option<[u32; 3]> {
    let mut numbers = text.split(between).map(number);
    let three = [numbers.next()??, numbers.next()??, numbers.next()??];
    numbers.next().is_none().then_some(three)
}

fn number(text: &str) -> Option<u32> {
    let digit = |number: u32, digit: u8| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'));
    if matches!(text.len(), 1..=4) { text.bytes().try_fold(0, digit) } else { None }
}

/// A moment as the journal writes it.
pub(super) fn moment(text: &str) -> Result<DateTime<FixedOffset>, Failure> {
    DateTime::parse_from_rfc3339(text).map_err(|_| Failure::Damaged(format!("moment `{text}`")))
}

/// The mark whose columns begin at `at`: code, minutes, note, the two of catching up, and it whole where
/// they do not say everything.
pub(super) fn mark(row: &Row, at: usize) -> Result<Mark, Failure> {
    if let Some(mark) = json_or_none(row, at + 5)? {
        return Ok(mark);
    }
    let code = text(row, at)?;
    let code = Code::from_id(code).ok_or_else(|| Failure::Damaged(format!("attendance `{code}`")))?;
    let caught_up = match text_or_none(row, at + 3)? {
        Some(on) => Some(CaughtUp { on: day(on)?, minutes: row.get(at + 4)?, how: None }),
        None => None,
    };
    let note = text_or_none(row, at + 2)?.unwrap_or_default().to_owned();
    Ok(Mark { minutes: row.get(at + 1)?, note, caught_up, ..Mark::from(code) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_as_the_library_reads_them() {
        for text in ["2026-11-24", "0001-01-01", "2024-02-29", "+12026-11-24", "-0001-01-01"] {
            assert_eq!(day(text), Ok(text.parse().unwrap()), "{text}");
        }
        for text in ["10:00:00", "23:59:59", "08:30", "10:00:00.5"] {
            assert_eq!(time(text), Ok(text.parse().unwrap()), "{text}");
        }
        for text in ["", "2026-02-30", "2026-1x-24", "2026-11", "2026-11-24-1", "20261124", "٢٠٢٦-11-24"] {
            assert_eq!(day(text), Err(Failure::Damaged(format!("date `{text}`"))));
        }
        for text in ["", "24:00:00", "10:60:00", "1o:00:00", "10:", "10-00-00"] {
            assert_eq!(time(text), Err(Failure::Damaged(format!("time `{text}`"))));
        }
    }
}
