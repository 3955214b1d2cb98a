//! What came of a session or a programme: objectives per person, ratings, notes, what was delivered.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Whether a person reached an objective of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Achieved,
    Partly,
    NotAchieved,
}

impl Outcome {
    pub const ALL: [Self; 3] = [Self::Achieved, Self::Partly, Self::NotAchieved];

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Achieved => "outcome-achieved",
            Self::Partly => "outcome-partly",
            Self::NotAchieved => "outcome-not-achieved",
        }
    }
}

/// What was delivered of one activity in the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    Running { since: DateTime<FixedOffset> },
    Done { from: DateTime<FixedOffset>, to: DateTime<FixedOffset> },
    Skipped,
}
