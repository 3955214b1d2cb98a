//! A session: a dated event of a group, and what became of it.

use super::Carries;
use crate::domain::id::GroupId;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A dated event of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub group: GroupId,
    /// Index of its session plan in the course, from 0; of the first where it carries several.
    pub plan: u16,
    /// How much of the programme it carries.
    #[serde(default, skip_serializing_if = "Carries::is_whole")]
    pub carries: Carries,
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
    /// The number of its session plan: 1 for the first. People say the [`label`](Self::label).
    #[must_use]
    pub fn number(&self) -> u16 {
        self.plan + 1
    }

    /// What people call it, in any language: `4`; `4a` and `4b` for its parts, `2+3` for two in one,
    /// `4x` for an extra one.
    #[must_use]
    pub fn label(&self) -> String {
        let number = self.number();
        match &self.carries {
            Carries::Whole => number.to_string(),
            Carries::Part { number: part, .. } => {
                let letter = char::from(b'a'.saturating_add(part.saturating_sub(1)).min(b'z'));
                format!("{number}{letter}")
            }
            Carries::Joined { with } => {
                with.iter().fold(number.to_string(), |label, plan| format!("{label}+{}", plan + 1))
            }
            Carries::Extra => format!("{number}x"),
        }
    }

    /// The indices of the session plans that it counts for: an extra session repeats one that counts
    /// elsewhere, and counts for none.
    pub fn plans(&self) -> impl Iterator<Item = u16> {
        let first = (!self.is_extra()).then_some(self.plan);
        first.into_iter().chain(self.carries.others().iter().copied())
    }

    /// Whether it repeats a session plan for those who missed it.
    #[must_use]
    pub fn is_extra(&self) -> bool {
        self.carries == Carries::Extra
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

#[cfg(test)]
mod tests {
    use crate::domain::group::{Carries, Session};
    use crate::domain::sample;

    #[test]
    fn a_session_is_called_by_what_it_carries() {
        let part = |number| Carries::Part { number, of: 2, from: 0, to: 1 };
        for (carries, label, plans) in [
            (Carries::Whole, "4", vec![3]),
            (part(1), "4a", vec![3]),
            (part(2), "4b", vec![3]),
            (Carries::Joined { with: vec![4, 1] }, "4+5+2", vec![3, 4, 1]),
            (Carries::Extra, "4x", vec![]),
        ] {
            let session = Session { carries, ..sample::group().sessions[3].session.clone() };
            assert_eq!((session.label().as_str(), session.plans().collect()), (label, plans));
        }
    }

    #[test]
    fn a_session_of_an_older_store_carries_one_whole_plan() {
        let session = &sample::group().sessions[3].session;
        let json = serde_json::to_string(session).unwrap();
        assert!(!json.contains("carries"), "{json}");
        assert_eq!(&serde_json::from_str::<Session>(&json).unwrap(), session);
    }
}
