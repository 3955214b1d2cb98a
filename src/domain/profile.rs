//! Export profiles: what a recipient outside is given, and what is changed or left out before.

use crate::domain::programme::Localised;
use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// What one kind of recipient is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Lower-case letters and hyphens: the name on the command line, and what pseudonyms are made for.
    pub id: String,
    pub title: Localised,
    /// The reports, by their names on the command line.
    pub reports: Vec<String>,
    /// The formats, by the endings of their files.
    pub formats: Vec<String>,
    /// Who is in them.
    pub people: People,
    #[serde(default)]
    pub dates: Dates,
    /// Whether what staff wrote is given too: only where people are named.
    #[serde(default)]
    pub notes: bool,
    /// Whether those who work here are named.
    #[serde(default)]
    pub staff: bool,
    /// Counts below it are hidden, with as many others as it takes that none can be reckoned back.
    #[serde(default)]
    pub threshold: Option<u8>,
    /// Columns that are left out besides, as `table.column`.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

/// How people are in an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum People {
    Named,
    /// The same person has the same word in every export for this recipient, and another for others.
    Pseudonyms,
    /// Counts alone.
    Nobody,
}

/// How exact dates are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dates {
    #[default]
    Exact,
    /// The first day of the month, the quarter or the year.
    Month,
    Quarter,
    Year,
    /// All by the same number of whole weeks, at most a year, which only this store knows.
    Shifted,
}

/// What is wrong with a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileFault {
    /// What staff wrote can name anybody.
    NotesWithoutNames,
    /// Lower than 3 or higher than 10.
    Threshold,
    /// Counts without names need a threshold.
    NoThreshold,
    /// Who has every line can count what was hidden.
    LinesAndThreshold,
}

impl ProfileFault {
    /// The message that says it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::NotesWithoutNames => "profile-notes-without-names",
            Self::Threshold => "profile-threshold",
            Self::NoThreshold => "profile-no-threshold",
            Self::LinesAndThreshold => "profile-lines-and-threshold",
        }
    }
}

impl Profile {
    /// The first thing that is wrong with it.
    #[must_use]
    pub fn fault(&self) -> Option<ProfileFault> {
        let faults = [
            (self.notes && self.people != People::Named, ProfileFault::NotesWithoutNames),
            (self.threshold.is_some_and(|least| !(3..=10).contains(&least)), ProfileFault::Threshold),
            (self.people == People::Nobody && self.threshold.is_none(), ProfileFault::NoThreshold),
            (self.people != People::Nobody && self.threshold.is_some(), ProfileFault::LinesAndThreshold),
        ];
        faults.into_iter().find(|(is_wrong, _)| *is_wrong).map(|(_, fault)| fault)
    }

    /// Whether the recipient is given the report with this name in the format with this one.
    #[must_use]
    pub fn gives(&self, report: &str, format: &str) -> bool {
        let named = |names: &[String], id: &str| names.iter().any(|name| name == id);
        named(&self.reports, report) && named(&self.formats, format)
    }

    /// Whether a column of a table is left out by name.
    #[must_use]
    pub fn leaves_out(&self, table: &str, column: &str) -> bool {
        self.leave_out.iter().any(|named| named.split_once('.') == Some((table, column)))
    }
}

impl Dates {
    /// The day as it is given; `weeks` is what shifted ones are shifted by.
    #[must_use]
    pub fn given(self, day: NaiveDate, weeks: i64) -> NaiveDate {
        let first = |month: u32| NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        match self {
            Self::Exact => day,
            Self::Month => first(day.month()),
            Self::Quarter => first(day.month0() / 3 * 3 + 1),
            Self::Year => first(1),
            Self::Shifted => day + TimeDelta::weeks(weeks),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    fn profile(people: People, threshold: Option<u8>, notes: bool) -> Profile {
        Profile {
            id: "ministry".to_owned(),
            title: Localised::from("Ministry"),
            reports: vec!["evaluation".to_owned()],
            formats: vec!["csv".to_owned()],
            people,
            dates: Dates::Exact,
            notes,
            staff: false,
            threshold,
            leave_out: vec!["marks.time".to_owned()],
        }
    }

    #[test]
    fn what_would_give_somebody_away_is_a_fault() {
        use People::{Named, Nobody, Pseudonyms};
        for (people, threshold, notes, fault) in [
            (Named, None, true, None),
            (Nobody, Some(5), false, None),
            (Pseudonyms, None, false, None),
            (Pseudonyms, None, true, Some(ProfileFault::NotesWithoutNames)),
            (Nobody, Some(2), false, Some(ProfileFault::Threshold)),
            (Nobody, Some(11), false, Some(ProfileFault::Threshold)),
            (Nobody, None, false, Some(ProfileFault::NoThreshold)),
            (Pseudonyms, Some(5), false, Some(ProfileFault::LinesAndThreshold)),
        ] {
            assert_eq!(profile(people, threshold, notes).fault(), fault, "{people:?} {threshold:?} {notes}");
        }
    }

    #[test]
    fn dates_lose_what_they_are_to_lose() {
        for (dates, given) in [
            (Dates::Exact, "2026-11-24"),
            (Dates::Month, "2026-11-01"),
            (Dates::Quarter, "2026-10-01"),
            (Dates::Year, "2026-01-01"),
            (Dates::Shifted, "2026-11-10"),
        ] {
            assert_eq!(dates.given(day("2026-11-24"), -2), day(given), "{dates:?}");
        }
    }

    #[test]
    fn a_column_is_left_out_by_its_table_and_name() {
        let profile = profile(People::Nobody, Some(5), false);
        assert!(profile.leaves_out("marks", "time") && !profile.leaves_out("sessions", "time"));
    }
}
