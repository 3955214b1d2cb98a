//! Dates, times and distances in time, as the interface language writes them.

use crate::domain::field::day::{MONTHS, WEEKDAYS};
use crate::domain::timetable::Oddity;
use crate::i18n::Words;
use crate::say;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

impl Words {
    /// `Tue 24 Nov 2026`.
    #[must_use]
    pub fn date(&self, day: NaiveDate) -> String {
        say!(
            self,
            "date-full",
            weekday = self.weekday(day.weekday()),
            day = day.day(),
            month = self.month(day),
            year = day.year().to_string()
        )
    }

    /// `Tue 24 Nov`, for a date not far away.
    #[must_use]
    pub fn weekday_date(&self, day: NaiveDate) -> String {
        say!(self, "date-weekday", weekday = self.weekday(day.weekday()), day = day.day(), month = self.month(day))
    }

    /// `24 Nov`, or `24 Nov 2027` in another year than `today`.
    #[must_use]
    pub fn short_date(&self, day: NaiveDate, today: NaiveDate) -> String {
        if day.year() == today.year() {
            say!(self, "date-short", day = day.day(), month = self.month(day))
        } else {
            say!(self, "date-year", day = day.day(), month = self.month(day), year = day.year().to_string())
        }
    }

    /// `10:00`.
    #[must_use]
    pub fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    /// `Tue`.
    #[must_use]
    pub fn weekday(&self, weekday: Weekday) -> String {
        say!(self, WEEKDAYS[weekday.num_days_from_monday() as usize])
    }

    /// `Nov`.
    #[must_use]
    pub fn month(&self, day: NaiveDate) -> String {
        say!(self, MONTHS[day.month0() as usize])
    }

    /// What is odd about a date, in a few words: `weekend`, `closed: Christmas`.
    #[must_use]
    pub fn oddity(&self, odd: Oddity) -> String {
        match odd {
            Oddity::Past => say!(self, "odd-past"),
            Oddity::Closed(why) => say!(self, "odd-closed", why = self.pick(why)),
            Oddity::Weekend => say!(self, "odd-weekend"),
            Oddity::YearEnd => say!(self, "odd-year-end"),
        }
    }

    /// `today`, `tomorrow`, `in 6 days`, `2 days ago`.
    #[must_use]
    pub fn distance(&self, day: NaiveDate, today: NaiveDate) -> String {
        match day.signed_duration_since(today).num_days() {
            0 => say!(self, "distance-today"),
            1 => say!(self, "distance-tomorrow"),
            -1 => say!(self, "distance-yesterday"),
            days if days > 0 => say!(self, "distance-ahead", days = days),
            days => say!(self, "distance-ago", days = -days),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn dates_in_both_languages() {
        let day: NaiveDate = "2026-11-24".parse().unwrap();
        let (en, nb) = (Words::new(Locale::choose(["en"])), Words::new(Locale::choose(["nb"])));
        assert_eq!(en.date(day), "Tue 24 Nov 2026");
        assert_eq!(nb.date(day), "tir. 24. nov. 2026");
        assert_eq!(en.short_date("2027-01-05".parse().unwrap(), day), "5 Jan 2027");
        assert_eq!(nb.distance("2026-11-30".parse().unwrap(), day), "om 6 dager");
        assert_eq!(en.distance("2026-11-22".parse().unwrap(), day), "2 days ago");
    }
}
