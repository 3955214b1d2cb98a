//! A group: one run of one pinned version of a programme, its timetable and its enrolments.

mod carries;
mod enrolment;
mod facilitators;
mod session;

pub use carries::Carries;
pub use enrolment::{Enrolment, LeavingReason, Place, Spell};
pub use facilitators::Stint;
pub use session::{Moved, Session, SessionState};

use crate::domain::closed::ClosedDays;
use crate::domain::id::CourseId;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// A group as it is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// What staff call it (`K-07`); unique in the store.
    pub code: String,
    pub course: CourseId,
    pub start: NaiveDate,
    pub weekdays: Vec<Weekday>,
    pub time: NaiveTime,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub room: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facilitators: Vec<String>,
    /// Who ran it before them, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Stint>,
    /// The day on which the last session was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<NaiveDate>,
}

/// How many days ahead a date is looked for: ten years.
const AHEAD: usize = 3_653;

/// The dates of `count` sessions on `weekdays` from `start` on, never on a closed day; fewer when there are
/// no weekdays, or when nearly all of them are closed for years.
#[must_use]
pub fn dates(start: NaiveDate, weekdays: &[Weekday], count: usize, closed: &ClosedDays) -> Vec<NaiveDate> {
    let meets = |day: &NaiveDate| weekdays.contains(&day.weekday()) && closed.is_open(*day);
    start.iter_days().take(AHEAD).filter(meets).take(count).collect()
}

/// The weekdays that `per_week` sessions a week fall on when nobody chose: spread from Monday.
#[must_use]
pub fn usual_weekdays(per_week: u8) -> Vec<Weekday> {
    use Weekday::{Fri, Mon, Thu, Tue, Wed};
    match per_week {
        0 | 1 => vec![Tue],
        2 => vec![Tue, Thu],
        3 => vec![Mon, Wed, Fri],
        4 => vec![Mon, Tue, Thu, Fri],
        _ => vec![Mon, Tue, Wed, Thu, Fri],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::closed::{Closure, When};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_fall_on_the_weekdays_from_the_start_on() {
        let open = ClosedDays::default();
        let two = dates(day("2026-12-29"), &[Weekday::Tue, Weekday::Thu], 3, &open);
        assert_eq!(two, [day("2026-12-29"), day("2026-12-31"), day("2027-01-05")]);
        let late = dates(day("2026-12-30"), &[Weekday::Tue], 1, &open);
        assert_eq!(late, [day("2027-01-05")]);
        assert!(dates(day("2026-12-30"), &[], 4, &open).is_empty());
    }

    #[test]
    fn no_date_is_closed() {
        let closure = |when| Closure { when, why: "closed".into() };
        let newyear = When::Between(day("2026-12-24"), day("2027-01-03"));
        let mut days = ClosedDays { closed: vec![closure(newyear)] };
        let two = dates(day("2026-12-22"), &[Weekday::Tue, Weekday::Thu], 3, &days);
        assert_eq!(two, [day("2026-12-22"), day("2027-01-05"), day("2027-01-07")]);
        days.closed.push(closure(When::Every(Weekday::Tue)));
        assert!(dates(day("2026-12-22"), &[Weekday::Tue], 3, &days).is_empty());
    }
}
