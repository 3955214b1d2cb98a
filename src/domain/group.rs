//! A group: one run of one pinned version of a programme, its timetable and its enrolments.

use crate::domain::closed::ClosedDays;
use crate::domain::id::{CourseId, GroupId};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Weekday};
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
    /// The day on which the last session was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<NaiveDate>,
}

/// A dated event of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub group: GroupId,
    /// Index of its session plan in the course, from 0.
    pub plan: u16,
    pub date: NaiveDate,
    pub time: NaiveTime,
    pub state: SessionState,
    /// Where it stood before it was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved: Option<Moved>,
    /// What to do next time, written at the end of this session.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next_time: String,
}

impl Session {
    /// The number people say: 1 for the first.
    #[must_use]
    pub fn number(&self) -> u16 {
        self.plan + 1
    }
}

/// What became of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionState {
    Planned,
    /// Open in the room since then.
    Running {
        since: DateTime<FixedOffset>,
    },
    Held {
        from: DateTime<FixedOffset>,
        to: DateTime<FixedOffset>,
    },
    Cancelled {
        why: String,
    },
}

impl SessionState {
    /// Whether the session takes place or took place: what "held" means in every figure.
    #[must_use]
    pub fn is_held(&self) -> bool {
        matches!(self, Self::Running { .. } | Self::Held { .. })
    }

    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Self::Cancelled { .. })
    }

    /// When it began in the room.
    #[must_use]
    pub fn since(&self) -> Option<DateTime<FixedOffset>> {
        match self {
            Self::Running { since } => Some(*since),
            Self::Held { from, .. } => Some(*from),
            _ => None,
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::Planned => "session-planned",
            Self::Running { .. } => "session-running",
            Self::Held { .. } => "session-held",
            Self::Cancelled { .. } => "session-cancelled",
        }
    }
}

/// A session's earlier date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub from: NaiveDate,
    pub why: String,
}

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
