//! Closed days: when a prison runs no groups, and why.

use crate::domain::programme::Localised;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::str::FromStr;

/// The days on which no session is laid out: what somebody writes in a file for their prison.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosedDays {
    pub closed: Vec<Closure>,
}

/// Some days, and why they are closed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    pub when: When,
    pub why: Localised,
}

/// Which days a closure means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum When {
    On(NaiveDate),
    /// From the first to the last, both of them closed.
    Between(NaiveDate, NaiveDate),
    EveryYear(MonthDay),
    Every(#[serde(with = "WeekdayName")] Weekday),
}

/// A day that comes every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

/// The text is no day of any year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoMonthDay;

/// A weekday as a file names it.
#[derive(Deserialize)]
#[serde(remote = "Weekday")]
enum WeekdayName {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl ClosedDays {
    /// Why `date` is closed; `None` when it is not.
    #[must_use]
    pub fn closed(&self, date: NaiveDate) -> Option<&Localised> {
        self.closed.iter().find(|closure| closure.when.covers(date)).map(|closure| &closure.why)
    }

    /// Whether groups can meet on `date`.
    #[must_use]
    pub fn is_open(&self, date: NaiveDate) -> bool {
        self.closed(date).is_none()
    }
}

impl When {
    /// Whether `date` is one of the days.
    #[must_use]
    pub fn covers(self, date: NaiveDate) -> bool {
        match self {
            Self::On(day) => date == day,
            Self::Between(first, last) => (first..=last).contains(&date),
            Self::EveryYear(day) => (date.month(), date.day()) == (day.month, day.day),
            Self::Every(day) => date.weekday() == day,
        }
    }
}

impl FromStr for MonthDay {
    type Err = NoMonthDay;

    fn from_str(text: &str) -> Result<Self, NoMonthDay> {
        // Any leap year has all the days there are.
        let date = (text.len() == 5).then(|| format!("2024-{text}").parse::<NaiveDate>().ok()).flatten();
        date.map(|date| Self { month: date.month(), day: date.day() }).ok_or(NoMonthDay)
    }
}

impl fmt::Display for NoMonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no day of any year")
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn every_way_to_be_closed_says_why() {
        let closure = |when, why| Closure { when, why: Localised::from(why) };
        let days = ClosedDays {
            closed: vec![
                closure(When::On(day("2027-05-06")), "ascension"),
                closure(When::Between(day("2026-12-23"), day("2027-01-01")), "year's end"),
                closure(When::EveryYear("05-17".parse().unwrap()), "the seventeenth"),
                closure(When::Every(Weekday::Fri), "searches"),
            ],
        };
        for (date, why) in [
            ("2027-05-06", Some("ascension")),
            ("2026-12-22", None),
            ("2026-12-23", Some("year's end")),
            ("2026-12-25", Some("year's end")),
            ("2027-01-01", Some("year's end")),
            ("2027-05-17", Some("the seventeenth")),
            ("2033-05-17", Some("the seventeenth")),
            ("2027-01-08", Some("searches")),
            ("2027-01-07", None),
        ] {
            assert_eq!(days.closed(day(date)).map(|why| why.pick(&["en"])), why, "{date}");
            assert_eq!(days.is_open(day(date)), why.is_none(), "{date}");
        }
    }

    #[test]
    fn a_day_of_every_year_is_a_month_and_a_day() {
        for (text, is_day) in [("05-17", true), ("02-29", true), ("02-30", false), ("13-01", false), ("5-17", false)] {
            assert_eq!(text.parse::<MonthDay>().is_ok(), is_day, "{text}");
        }
    }
}
