//! Opening a store in words: why it could not be opened or made, and what to do next.

use crate::i18n::Words;
use crate::say;
use crate::store::OpenFailure;
use std::path::Path;

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
        OpenFailure::KeyNewer { found, known } => say!(words, "failure-newer", found = *found, known = *known),
        OpenFailure::WrongSecret => say!(words, "failure-wrong-key"),
        OpenFailure::Store(failure) => words.failure(failure),
    }
}
