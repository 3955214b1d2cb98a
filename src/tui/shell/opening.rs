//! Opening a store in words: why it could not be opened or made, and what to do next.

use crate::i18n::Words;
use crate::say;
use crate::store::{OpenFailure, StaffFailure};
use std::path::Path;

/// Why the register of the staff was not changed, and what to do next.
#[must_use]
pub fn staff_sentence(failure: &StaffFailure, dir: &Path, words: &Words) -> String {
    match failure {
        StaffFailure::Taken(name) => say!(words, "staff-taken", name = name),
        StaffFailure::Nobody(name) => say!(words, "staff-nobody", name = name),
        StaffFailure::LastOwner => say!(words, "staff-last-owner"),
        StaffFailure::NoKey => say!(words, "staff-no-key"),
        StaffFailure::Open(failure) => sentence(failure, dir, words),
    }
}

/// What happened, why, and what to do next.
#[must_use]
pub fn sentence(failure: &OpenFailure, dir: &Path, words: &Words) -> String {
    let place = dir.display().to_string();
    match failure {
        OpenFailure::NothingThere => say!(words, "open-nothing-there", place = place),
        OpenFailure::NotAFolder => say!(words, "open-not-a-folder", place = place),
        OpenFailure::AlreadyThere => say!(words, "open-already-there", place = place),
        OpenFailure::KeyMissing => say!(words, "open-key-missing", place = place),
        OpenFailure::DatabaseMissing => say!(words, "open-database-missing", place = place),
        OpenFailure::KeyUnreadable(why) => say!(words, "open-key-unreadable", place = place, why = why),
        OpenFailure::KeyAltered => say!(words, "open-key-altered"),
        OpenFailure::KeyNewer { found, known } => say!(words, "failure-newer", found = *found, known = *known),
        OpenFailure::NeedsWriting { found, known } => {
            say!(words, "open-needs-writing", place = place, found = *found, known = *known)
        }
        OpenFailure::WhoNeeded => say!(words, "open-who-needed"),
        OpenFailure::TooSoon { seconds } => say!(words, "open-too-soon", seconds = *seconds),
        OpenFailure::Revoked => say!(words, "open-revoked"),
        OpenFailure::WrongSecret => say!(words, "failure-wrong-key"),
        OpenFailure::Store(failure) => words.failure(failure),
    }
}
