//! A concern about somebody's safety: of which kind, to whom it went and when. What it is stands nowhere here:
//! it goes to whoever has to know, not into this record.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Of which kind a concern is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    SelfHarm,
    HarmToOthers,
    Threatened,
    Exploitation,
    Health,
    FamilyOrChild,
    Other,
}

impl Category {
    pub const ALL: [Self; 7] = [
        Self::SelfHarm,
        Self::HarmToOthers,
        Self::Threatened,
        Self::Exploitation,
        Self::Health,
        Self::FamilyOrChild,
        Self::Other,
    ];

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::SelfHarm => "concern-self-harm",
            Self::HarmToOthers => "concern-harm-to-others",
            Self::Threatened => "concern-threatened",
            Self::Exploitation => "concern-exploitation",
            Self::Health => "concern-health",
            Self::FamilyOrChild => "concern-family",
            Self::Other => "concern-other",
        }
    }
}

/// A concern that was passed on. Restricted: only whoever recorded it reads it, on a page of its own. It is in
/// no list, search, export or history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    pub category: Category,
    /// To whom it went.
    pub to: String,
    pub at: DateTime<FixedOffset>,
    /// Who confirmed it, or under which number; empty as long as nobody has.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub receipt: String,
    /// Who recorded it.
    pub by: String,
}

impl Concern {
    /// Whether `actor` may read it.
    #[must_use]
    pub fn is_open_to(&self, actor: &str) -> bool {
        self.by == actor
    }
}
