//! Which days sessions fall on: weekdays, counted back from a day or on from it.

use super::people::{after, before};
use chrono::{Datelike, NaiveDate, Weekday};

/// Two weekdays with at least one between them either way; the first is `day`'s own, unless that is a weekend.
pub(super) fn pair(day: NaiveDate) -> [Weekday; 2] {
    match day.weekday() {
        Weekday::Mon => [Weekday::Mon, Weekday::Thu],
        Weekday::Tue | Weekday::Sat | Weekday::Sun => [Weekday::Tue, Weekday::Fri],
        Weekday::Wed => [Weekday::Wed, Weekday::Mon],
        Weekday::Thu => [Weekday::Thu, Weekday::Tue],
        Weekday::Fri => [Weekday::Fri, Weekday::Tue],
    }
}

/// The last `count` days before `day` that fall on `weekdays`, in order.
pub(super) fn back(day: NaiveDate, weekdays: &[Weekday], count: usize) -> Vec<NaiveDate> {
    let earlier = (1..).map(|days| before(day, days)).filter(|d| weekdays.contains(&d.weekday()));
    let mut dates: Vec<NaiveDate> = earlier.take(count).collect();
    dates.reverse();
    dates
}

/// `day`, or the Monday after it when it falls on a weekend.
pub(super) fn workday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => after(day, 2),
        Weekday::Sun => after(day, 1),
        _ => day,
    }
}

/// `day`, or the Friday before it when it falls on a weekend.
pub(super) fn workday_before(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => before(day, 1),
        Weekday::Sun => before(day, 2),
        _ => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn counting_back_leaves_the_day_itself_out() {
        let tuesday = day("2026-11-24");
        assert_eq!(back(tuesday, &pair(tuesday), 3), [day("2026-11-13"), day("2026-11-17"), day("2026-11-20")]);
    }

    #[test]
    fn weekends_give_way_to_workdays() {
        for (from, on, ago) in [
            ("2026-11-20", "2026-11-20", "2026-11-20"),
            ("2026-11-21", "2026-11-23", "2026-11-20"),
            ("2026-11-22", "2026-11-23", "2026-11-20"),
        ] {
            assert_eq!((workday(day(from)), workday_before(day(from))), (day(on), day(ago)));
        }
    }
}
