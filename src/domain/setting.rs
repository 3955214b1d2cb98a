//! The settings that a prison chooses, with what holds where nobody has chosen.

use crate::domain::record::{Failure, Reads};
use crate::domain::retention::MONTHS;
use crate::domain::text::{LINE, clean};

/// The setting that keeps whether erasing takes two people.
pub const ERASURE_NEEDS_TWO: &str = "erasure-needs-two";

/// The setting that keeps for how many months people are kept.
pub const RETENTION_MONTHS: &str = "retention-months";

/// The setting that keeps what the desk is called in bundles.
pub const DESK_NAME: &str = "desk-name";

/// What is chosen where people are kept without end, and where a desk has no name.
const NONE: &str = "none";

/// Something to be chosen for the whole store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Whether it is asked to whom every export goes, and for what.
    DisclosurePurpose,
    /// Whether erasing takes two people.
    ErasureNeedsTwo,
    /// Months for which a person is kept where the programme does not say, or `none`.
    RetentionMonths,
    /// What the desk is called in bundles, or `none`.
    DeskName,
}

impl Setting {
    pub const ALL: [Self; 4] = [Self::DisclosurePurpose, Self::ErasureNeedsTwo, Self::RetentionMonths, Self::DeskName];

    /// Its name on the command line and in the journal: in no language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::DisclosurePurpose => "disclosure-purpose",
            Self::ErasureNeedsTwo => ERASURE_NEEDS_TWO,
            Self::RetentionMonths => RETENTION_MONTHS,
            Self::DeskName => DESK_NAME,
        }
    }

    /// The message that says what it does.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::DisclosurePurpose => "setting-disclosure-purpose",
            Self::ErasureNeedsTwo => "setting-erasure-needs-two",
            Self::RetentionMonths => "setting-retention-months",
            Self::DeskName => "setting-desk-name",
        }
    }

    /// From its name on the command line.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.id() == id)
    }

    /// What holds where nobody has chosen.
    #[must_use]
    pub fn usual(self) -> &'static str {
        match self {
            Self::DisclosurePurpose | Self::ErasureNeedsTwo => "no",
            Self::RetentionMonths | Self::DeskName => NONE,
        }
    }

    /// Whether `value` is one that can be chosen.
    #[must_use]
    pub fn takes(self, value: &str) -> bool {
        match self {
            Self::DisclosurePurpose | Self::ErasureNeedsTwo => matches!(value, "yes" | "no"),
            Self::DeskName => {
                (1..=40).contains(&value.chars().count()) && clean(value, LINE).is_ok_and(|text| text == value)
            }
            Self::RetentionMonths => value == NONE || value.parse().is_ok_and(|months| MONTHS.contains(&months)),
        }
    }

    /// What is in force.
    ///
    /// # Errors
    /// What the record says.
    pub fn read(self, reads: &dyn Reads) -> Result<String, Failure> {
        Ok(reads.setting(self.id())?.filter(|value| self.takes(value)).unwrap_or_else(|| self.usual().to_owned()))
    }

    /// Whether it is switched on.
    ///
    /// # Errors
    /// What the record says.
    pub fn is_on(self, reads: &dyn Reads) -> Result<bool, Failure> {
        Ok(self.read(reads)? == "yes")
    }
}

/// What the desk is called in bundles; empty where nobody has chosen.
///
/// # Errors
/// What the record says.
pub fn desk_name(reads: &dyn Reads) -> Result<String, Failure> {
    Ok(Some(Setting::DeskName.read(reads)?).filter(|name| name != NONE).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_can_be_chosen_and_nonsense_cannot() {
        for setting in Setting::ALL {
            assert!(setting.takes(setting.usual()) && Setting::from_id(setting.id()) == Some(setting));
            for nonsense in ["", "maybe", "0", "601", "-1"].into_iter().filter(|_| setting != Setting::DeskName) {
                assert!(!setting.takes(nonsense), "{setting:?} {nonsense}");
            }
        }
        for (name, taken) in
            [("Halden, wing C", true), ("", false), (" Halden", false), ("a\u{1b}b", false), (&*"x".repeat(41), false)]
        {
            assert_eq!(Setting::DeskName.takes(name), taken, "{name:?}");
        }
    }
}
