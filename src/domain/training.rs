//! Who of the staff is trained for what, until when; and whom the prison names for what.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A training that somebody had. A refresher gives it another day, and the journal keeps the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// Who was trained, as colleagues know them.
    pub who: String,
    /// For what: vulnerable adults, working with interpreters, leading this programme.
    pub what: String,
    pub on: NaiveDate,
    /// The last day on which it counts; nothing where no refresher is asked for.
    #[serde(rename = "due", default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Training {
    /// Whether it counts on a day.
    #[must_use]
    pub fn counts(&self, on: NaiveDate) -> bool {
        self.on <= on && self.until.is_none_or(|until| on <= until)
    }

    /// The same after a refresher: it counts again as long as the one before did.
    #[must_use]
    pub fn refreshed(&self, on: NaiveDate) -> Self {
        let days = self.until.map(|until| until.signed_duration_since(self.on));
        Self { on, until: days.and_then(|days| on.checked_add_signed(days)), ..self.clone() }
    }
}

/// Until when a yearly training counts.
#[must_use]
pub fn a_year_on(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(Months::new(12)).unwrap_or(day)
}

/// Whom the prison names for something: interpreters, modern slavery, the consulates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointOfContact {
    /// For what.
    pub what: String,
    pub name: String,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reach: String,
    /// The day by which somebody looks whether it is still so.
    #[serde(rename = "due", default, skip_serializing_if = "Option::is_none")]
    pub review: Option<NaiveDate>,
}

/// Months after which the list of contacts is looked at again.
pub const REVIEWED_AFTER: Months = Months::new(6);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn a_training_counts_until_its_last_day_and_as_long_again_after_a_refresher() {
        let training = |until: Option<&str>| Training {
            who: "Kari".into(),
            what: "Interpreters".into(),
            on: day("2026-02-01"),
            until: until.map(day),
        };
        for (until, on, counts) in [
            (Some("2027-02-01"), "2027-02-01", true),
            (Some("2027-02-01"), "2027-02-02", false),
            (Some("2027-02-01"), "2026-01-31", false),
            (None, "2040-01-01", true),
        ] {
            assert_eq!(training(until).counts(day(on)), counts, "{until:?} {on}");
        }
        let again = training(Some("2027-02-01")).refreshed(day("2027-01-10"));
        assert_eq!((again.on, again.until), (day("2027-01-10"), Some(day("2028-01-10"))));
        assert_eq!(training(None).refreshed(day("2027-01-10")).until, None);
        assert_eq!(a_year_on(day("2028-02-29")), day("2029-02-28"));
    }
}
