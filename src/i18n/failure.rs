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
            io::ErrorKind::FileTooLarge => say!(self, "io-too-large"),
            io::ErrorKind::ReadOnlyFilesystem => say!(self, "io-read-only"),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => say!(self, "io-full"),
            io::ErrorKind::TimedOut | io::ErrorKind::StaleNetworkFileHandle => say!(self, "io-unreached"),
            // In the words of the system, without its number: nobody looks it up.
            _ => {
                let said = error.to_string();
                let said = said.split_once(" (os error").map_or(said.as_str(), |(said, _)| said);
                say!(self, "io-other", what = said)
            }
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
            Failure::NotAllowed(role) => say!(self, "failure-not-allowed", role = say!(self, role.message())),
            Failure::NotApproved => say!(self, "failure-not-approved"),
            Failure::ChangedSince => say!(self, "failure-changed-since"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn a_fault_of_the_system_is_said_without_its_number() {
        let words = Words::new(Locale::choose(["en"]));
        // ENOENT, EFBIG, ENOSPC, EROFS, EMFILE
        for (number, said) in [
            (2, "there is no such file"),
            (27, "it is longer than this account may write"),
            (28, "the disk is full"),
            (30, "the disk can only be read"),
            (24, "the system says “Too many open files”"),
        ] {
            assert_eq!(words.io_fault(&io::Error::from_raw_os_error(number)), said);
        }
    }
}
