//! A person's place in a group: waiting, enrolled, left and why, completed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A person's place in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    pub state: Place,
    /// The first day on which sessions count for the person.
    pub from: NaiveDate,
}

/// What a person's place is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Waiting,
    Enrolled,
    Left {
        on: NaiveDate,
        reason: LeavingReason,
        #[serde(default)]
        note: String,
    },
    Completed {
        on: NaiveDate,
    },
}

impl Place {
    /// The message that names it.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::Waiting => "place-waiting",
            Self::Enrolled => "place-enrolled",
            Self::Left { .. } => "place-left",
            Self::Completed { .. } => "place-completed",
        }
    }
}

impl Enrolment {
    /// Whether sessions on `date` count for the person. The day of leaving still counts.
    #[must_use]
    pub fn covers(&self, date: NaiveDate) -> bool {
        date >= self.from
            && match &self.state {
                Place::Waiting => false,
                Place::Enrolled | Place::Completed { .. } => true,
                Place::Left { on, reason, .. } => *reason != LeavingReason::Mistake && date <= *on,
            }
    }
}

/// Why somebody left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeavingReason {
    Released,
    Transferred,
    Removed,
    Withdrew,
    Health,
    WorkOrEducation,
    Behaviour,
    Safety,
    NotSuitable,
    Mistake,
    Died,
    Other,
}

impl LeavingReason {
    pub const ALL: [Self; 12] = [
        Self::Released,
        Self::Transferred,
        Self::Removed,
        Self::Withdrew,
        Self::Health,
        Self::WorkOrEducation,
        Self::Behaviour,
        Self::Safety,
        Self::NotSuitable,
        Self::Mistake,
        Self::Died,
        Self::Other,
    ];

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Released => "leaving-released",
            Self::Transferred => "leaving-transferred",
            Self::Removed => "leaving-removed",
            Self::Withdrew => "leaving-withdrew",
            Self::Health => "leaving-health",
            Self::WorkOrEducation => "leaving-work",
            Self::Behaviour => "leaving-behaviour",
            Self::Safety => "leaving-safety",
            Self::NotSuitable => "leaving-not-suitable",
            Self::Mistake => "leaving-mistake",
            Self::Died => "leaving-died",
            Self::Other => "leaving-other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn an_enrolment_covers_its_days() {
        let left = Place::Left { on: day("2026-11-26"), reason: LeavingReason::Released, note: String::new() };
        let enrolment = Enrolment { state: left, from: day("2026-11-12") };
        for (date, covered) in
            [("2026-11-10", false), ("2026-11-12", true), ("2026-11-26", true), ("2026-12-01", false)]
        {
            assert_eq!(enrolment.covers(day(date)), covered, "{date}");
        }
    }
}
