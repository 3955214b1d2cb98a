//! Failures in words: what happened, why, and what to do next.

use crate::domain::record::Failure;
use crate::i18n::Words;
use crate::say;
use std::io;

impl Words {
    /// Why a file could not be used, as the middle of a sentence.
    #[must_use]
    pub fn io_fault(&self, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => say!(self, "io-not-found"),
            io::ErrorKind::PermissionDenied => say!(self, "io-denied"),
            io::ErrorKind::IsADirectory => say!(self, "io-folder"),
            io::ErrorKind::InvalidData => say!(self, "io-not-text"),
            _ => error.to_string(),
        }
    }

    /// Why something could not be read or recorded.
    #[must_use]
    pub fn failure(&self, failure: &Failure) -> String {
        match failure {
            Failure::Busy => say!(self, "failure-busy"),
            Failure::DiskFull => say!(self, "failure-disk-full"),
            Failure::ReadOnly => say!(self, "failure-read-only"),
            Failure::Disk(why) => say!(self, "failure-disk", why = why),
            Failure::Damaged(why) => say!(self, "failure-damaged", why = why),
            Failure::WrongKey => say!(self, "failure-wrong-key"),
            Failure::Newer { found, known } => say!(self, "failure-newer", found = *found, known = *known),
            Failure::Taken(what) => say!(self, "failure-taken", what = what),
            Failure::ChangedSince => say!(self, "failure-changed-since"),
        }
    }
}
