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
}
