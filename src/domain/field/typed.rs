//! What a person types, read as a value: dates, languages with their levels, countries, choices, names.

use crate::domain::codes::{Cefr, Country, Language};
use crate::domain::field::{FieldFault, Names};
use crate::domain::person::Spoken;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// Messages to choose from.
pub type Choices = &'static [&'static str];

/// Years that a fact about a living person can have.
const YEARS: RangeInclusive<i32> = 1900..=2199;

/// The date that `text` says: `2026-11-24`, `24.11.2026`, `24/11/2026`; none when it is empty.
/// Between slashes some write the month first: a date that could be two days is refused.
///
/// # Errors
/// [`FieldFault`], down to which part of the date cannot be.
pub fn date(text: &str) -> Result<Option<NaiveDate>, FieldFault> {
    let text = text.trim().trim_end_matches('.');
    if text.is_empty() {
        return Ok(None);
    }
    let Some(separator) = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| "-./".contains(*c)) else {
        return Err(FieldFault::NotADate);
    };
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [a, b, c] = parts[..] else { return Err(FieldFault::NotADate) };
    let (day, month, year) = if a.len() == 4 { (c, b, a) } else { (a, b, c) };
    let (day, month) = (number(day, 1..=2)?, number(month, 1..=2)?);
    if year.len() == 2 {
        return Err(FieldFault::ShortYear);
    }
    let year = i32::try_from(number(year, 4..=4)?).map_err(|_| FieldFault::NotADate)?;
    let found = day_of(day, month, year)?;
    match day_of(month, day, year) {
        Ok(second) if separator == '/' && a.len() < 4 && second != found => {
            Err(FieldFault::DayOrMonth { first: found, second })
        }
        _ => Ok(Some(found)),
    }
}

pub(super) fn number(digits: &str, length: RangeInclusive<usize>) -> Result<u32, FieldFault> {
    let plain = length.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain).ok_or(FieldFault::NotADate)
}

pub(super) fn day_of(day: u32, month: u32, year: i32) -> Result<NaiveDate, FieldFault> {
    if !YEARS.contains(&year) {
        return Err(FieldFault::YearImplausible { year });
    }
    if !(1..=12).contains(&month) {
        return Err(FieldFault::NoSuchMonth { month });
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(FieldFault::NoSuchDay { day, month, year })
}

/// `en B1; lt`, `English (B1), Lithuanian`: in the order of preference.
pub(super) fn languages(text: &str, names: &dyn Names) -> Result<Vec<Spoken>, FieldFault> {
    let mut list: Vec<Spoken> = Vec::new();
    for part in text.split([';', ',', '|', '/']).map(str::trim).filter(|part| !part.is_empty()) {
        let spoken = one_language(part, names)?;
        if list.iter().any(|other| other.language == spoken.language) {
            return Err(FieldFault::LanguageTwice(spoken.language));
        }
        list.push(spoken);
    }
    Ok(list)
}

fn one_language(part: &str, names: &dyn Names) -> Result<Spoken, FieldFault> {
    if let Some(language) = language(part, names) {
        return Ok(Spoken { language, level: None });
    }
    let unknown = || FieldFault::UnknownLanguage(part.to_owned());
    let (name, level) = part.rsplit_once([' ', '(', ':']).ok_or_else(unknown)?;
    let level = level.trim_matches(['(', ')', ' ']);
    let name = name.trim_end_matches(['(', ':', ' ']);
    let language = language(name, names).ok_or_else(unknown)?;
    let level = Cefr::from_code(level).ok_or_else(|| FieldFault::UnknownLevel(level.to_owned()))?;
    Ok(Spoken { language, level: Some(level) })
}

fn language(text: &str, names: &dyn Names) -> Option<Language> {
    Language::new(text).ok().or_else(|| names.language(text))
}

pub(super) fn country(text: &str, names: &dyn Names) -> Result<Option<Country>, FieldFault> {
    if text.is_empty() {
        return Ok(None);
    }
    let found = Country::new(text).ok().or_else(|| names.country(text));
    found.map(Some).ok_or_else(|| FieldFault::UnknownCountry(text.to_owned()))
}

pub(super) fn choice(text: &str, choices: Choices, names: &dyn Names) -> Result<Option<usize>, FieldFault> {
    if text.is_empty() {
        return Ok(None);
    }
    names.one_of(text, choices).map(Some).ok_or(FieldFault::NotOneOf(choices))
}

/// Given and family name out of one: `Petrović, Ana`, or `Ana Petrović`, where the last word is the
/// family name. One word alone is a given name.
#[must_use]
pub fn split_name(name: &str) -> (String, String) {
    let (given, family) = match (name.split_once(','), name.trim().rsplit_once(char::is_whitespace)) {
        (Some((family, given)), _) | (None, Some((given, family))) => (given, family),
        (None, None) => (name, ""),
    };
    (given.trim().to_owned(), family.trim().to_owned())
}
