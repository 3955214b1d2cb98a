//! A month as calendars draw it: whole weeks from Monday to Sunday, with days of the months beside it.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The weeks that have a day of the month of `day`, each from its Monday.
#[must_use]
pub fn weeks(day: NaiveDate) -> Vec<[NaiveDate; 7]> {
    let first = first(day);
    let monday = first - Days::new(first.weekday().num_days_from_monday().into());
    let starts = (0..6).map(|week| monday + Days::new(7 * week));
    let is_of_it = |start: &NaiveDate| *start < next(first);
    starts.filter(is_of_it).map(|start| std::array::from_fn(|n| start + Days::new(n as u64))).collect()
}

/// The first day of the month of `day`.
#[must_use]
pub fn first(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The last day of the month of `day`.
#[must_use]
pub fn last(day: NaiveDate) -> NaiveDate {
    next(first(day)).pred_opt().unwrap_or(day)
}

/// The same day a month later, or its last where that is shorter.
#[must_use]
pub fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(Months::new(1)).unwrap_or(day)
}

/// The same day a month earlier, or its last where that is shorter.
#[must_use]
pub fn previous(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(Months::new(1)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn a_month_is_drawn_in_whole_weeks() {
        for (month, count, begins, ends) in [
            ("2026-11-24", 6, "2026-10-26", "2026-12-06"),
            ("2027-02-28", 4, "2027-02-01", "2027-02-28"),
            ("2028-02-29", 5, "2028-01-31", "2028-03-05"),
            ("2026-12-31", 5, "2026-11-30", "2027-01-03"),
        ] {
            let weeks = weeks(day(month));
            assert_eq!(weeks.len(), count, "{month}");
            assert_eq!((weeks[0][0], weeks[count - 1][6]), (day(begins), day(ends)), "{month}");
        }
    }

    #[test]
    fn a_month_on_keeps_to_shorter_ones() {
        assert_eq!((next(day("2027-01-31")), previous(day("2028-03-31"))), (day("2027-02-28"), day("2028-02-29")));
        assert_eq!((first(day("2026-11-24")), last(day("2026-11-24"))), (day("2026-11-01"), day("2026-11-30")));
    }
}
