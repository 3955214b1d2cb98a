//! How much something that was found in a file of a trainer matters.

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The file cannot be used.
    Error,
    /// The file can be used; somebody should look.
    Warning,
    /// Said so that nobody wonders.
    Note,
}

impl Level {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Error => "finding-level-error",
            Self::Warning => "finding-level-warning",
            Self::Note => "finding-level-note",
        }
    }
}
