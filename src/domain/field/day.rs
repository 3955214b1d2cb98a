//! A day as somebody says it who writes today: `fri`, `3 dec`, `3.12.`, `25`, `+7`, `tomorrow`.

use crate::domain::field::typed::{date, day_of, number};
use crate::domain::field::{Choices, FieldFault, Names};
use chrono::{Datelike, Days, NaiveDate};

/// Messages of the weekdays, Monday first.
pub const WEEKDAYS: Choices =
    &["weekday-mon", "weekday-tue", "weekday-wed", "weekday-thu", "weekday-fri", "weekday-sat", "weekday-sun"];

/// Messages of the months, January first.
pub const MONTHS: Choices = &[
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

/// Messages of the days that have a name of their own, with how far from today they are.
const NAMED: Choices = &["distance-yesterday", "distance-today", "distance-tomorrow"];

/// The most days that `+` counts on.
const MOST: u64 = 3_660;

/// The day that `text` says to somebody who writes on `today`: whatever [`date`] reads, and shorter ways.
/// A day and month without a year are the nearest such day, ahead or behind; a day of the month alone or a
/// weekday is the next one; `+7` counts on from today. None when it is empty.
///
/// # Errors
/// [`FieldFault`]: which part of the date cannot be, or that it says no day.
pub fn day(text: &str, today: NaiveDate, names: &dyn Names) -> Result<Option<NaiveDate>, FieldFault> {
    match date(text) {
        Err(FieldFault::NotADate) => spoken(text.trim(), today, names).map(Some),
        whole => whole,
    }
}

fn spoken(text: &str, today: NaiveDate, names: &dyn Names) -> Result<NaiveDate, FieldFault> {
    if let Some(days) = text.strip_prefix('+').and_then(|days| days.trim().parse().ok()) {
        let on = today.checked_add_days(Days::new(days)).filter(|_| days <= MOST);
        return on.ok_or(FieldFault::NotADate);
    }
    if let Some(at) = names.one_of(text, NAMED) {
        let yesterday = today.pred_opt().unwrap_or(today);
        return Ok(yesterday + Days::new(at as u64));
    }
    let parts: Vec<&str> = text.split([' ', '.', ',']).filter(|part| !part.is_empty()).collect();
    // `Fri 4 Dec`, as the desk writes it: the weekday says nothing that the date does not.
    match parts[..] {
        [word] => weekday(word, names).map_or_else(|| of_this_month(word, today), |at| Ok(next_weekday(at, today))),
        [name, ref rest @ ..] if weekday(name, names).is_some() => of_parts(text, rest, today, names),
        ref parts => of_parts(text, parts, today, names),
    }
}

fn weekday(word: &str, names: &dyn Names) -> Option<usize> {
    names.one_of(word, WEEKDAYS)
}

/// The next such weekday after today.
fn next_weekday(at: usize, today: NaiveDate) -> NaiveDate {
    let ahead = (at + 6 - today.weekday().num_days_from_monday() as usize) % 7 + 1;
    today + Days::new(ahead as u64)
}

/// The next such day of a month, from today on.
fn of_this_month(word: &str, today: NaiveDate) -> Result<NaiveDate, FieldFault> {
    let wanted = number(word, 1..=2)?;
    today.iter_days().take(62).find(|day| day.day() == wanted).ok_or(FieldFault::NotADate)
}

/// `3 dec`, `dec 3`, `3.12.`, with or without a year of four digits.
fn of_parts(text: &str, parts: &[&str], today: NaiveDate, names: &dyn Names) -> Result<NaiveDate, FieldFault> {
    let month = |word: &str| names.one_of(word, MONTHS).and_then(|at| u32::try_from(at + 1).ok());
    let (first, second, year) = match *parts {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(number(year, 4..=4)?)),
        _ => return Err(FieldFault::NotADate),
    };
    let found = match (number(first, 1..=2), number(second, 1..=2)) {
        (Ok(day), Err(_)) => month(second).map(|month| (day, month)),
        (Err(_), Ok(day)) => month(first).map(|month| (day, month)),
        // Between numbers a point says that a day of a month is meant: `10 11` is not.
        (Ok(day), Ok(month)) if text.contains('.') => Some((day, month)),
        _ => None,
    };
    let (day, month) = found.ok_or(FieldFault::NotADate)?;
    match year {
        Some(year) => day_of(day, month, i32::try_from(year).map_err(|_| FieldFault::NotADate)?),
        None => nearest(day, month, today),
    }
}

/// The day nearest to today, with the later one of two that are as near.
fn nearest(day: u32, month: u32, today: NaiveDate) -> Result<NaiveDate, FieldFault> {
    let year = today.year();
    let days = (year - 1..=year + 1).rev().filter_map(|year| day_of(day, month, year).ok());
    let far = |found: &NaiveDate| found.signed_duration_since(today).num_days().abs();
    days.min_by_key(far).map_or_else(|| day_of(day, month, year), Ok)
}
