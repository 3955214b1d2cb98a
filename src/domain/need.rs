//! The needs that life after release brings: the seven "pathways to resettlement".

use serde::{Deserialize, Serialize};

/// One of the seven (HMPPS, "pathways to resettlement").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Need {
    Accommodation,
    /// Attitudes, thinking and behaviour.
    Attitudes,
    /// Children, families and community.
    Family,
    /// Drugs and alcohol.
    Substances,
    /// Education, skills and work.
    Work,
    /// Finance and identity papers.
    Finance,
    Health,
}

impl Need {
    /// Every need, in the order in which they are usually listed.
    pub const ALL: [Self; 7] =
        [Self::Accommodation, Self::Attitudes, Self::Family, Self::Substances, Self::Work, Self::Finance, Self::Health];

    /// Its name in keys of facts and in exports: in no language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Accommodation => "accommodation",
            Self::Attitudes => "attitudes",
            Self::Family => "family",
            Self::Substances => "substances",
            Self::Work => "work",
            Self::Finance => "finance",
            Self::Health => "health",
        }
    }

    /// From that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.id() == id)
    }

    /// The message that names it, on paper for the person too.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Accommodation => "paper-need-accommodation",
            Self::Attitudes => "paper-need-attitudes",
            Self::Family => "paper-need-family",
            Self::Substances => "paper-need-substances",
            Self::Work => "paper-need-work",
            Self::Finance => "paper-need-finance",
            Self::Health => "paper-need-health",
        }
    }
}
