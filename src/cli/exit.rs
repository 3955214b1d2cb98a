//! Exit codes, and what went wrong in words.

use crate::domain::record::Failure;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::file::FileFault;
use std::process::ExitCode;

/// How the program ends. Documented in the README.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// Something was found: a fault in a file that was checked, a row that was refused.
    Findings = 1,
    Usage = 2,
    /// Locked, a wrong passphrase, or nothing for this role.
    Locked = 3,
    /// The store is damaged or is none.
    Damaged = 4,
    /// The disk failed, is full or cannot be written.
    Disk = 5,
    /// The store was made by a newer version.
    Newer = 6,
    /// A bundle is not what its desk has signed.
    Altered = 10,
    /// The end of a bundle is missing.
    Truncated = 11,
    /// A bundle is older than one that was reviewed, or of another record.
    Older = 12,
    /// Nobody compared the fingerprint of the desk that made a bundle.
    Unknown = 13,
    /// The totals of a bundle do not add up.
    Unbalanced = 14,
    /// A fault of the program itself (`EX_SOFTWARE` of BSD's sysexits).
    Fault = 70,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command could not be done: a sentence that is already said, and how the program ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    exit: Exit,
    text: String,
}

impl Trouble {
    /// A sentence in the interface language and the exit code that belongs to it.
    pub fn new(exit: Exit, text: impl Into<String>) -> Self {
        Self { exit, text: text.into() }
    }

    /// Why nothing was written, with the exit code that belongs to it.
    #[must_use]
    pub fn of(fault: &Fault, words: &Words) -> Self {
        Self::new(fault.into(), fault.say(words))
    }

    /// What happened, why, and what to do next.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the program ends.
    #[must_use]
    pub fn exit(&self) -> Exit {
        self.exit
    }
}

impl From<&Failure> for Exit {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::WrongKey | Failure::NotAllowed(_) | Failure::NotApproved => Self::Locked,
            Failure::Damaged(_) => Self::Damaged,
            Failure::Newer { .. } => Self::Newer,
            Failure::DiskFull | Failure::ReadOnly | Failure::Disk(_) | Failure::Busy => Self::Disk,
            Failure::Taken(_) | Failure::ChangedSince => Self::Findings,
        }
    }
}

impl From<&Fault> for Exit {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::Reads(failure) => Self::from(failure),
            Fault::File(FileFault::NotWritable(_) | FileFault::DiskFull | FileFault::Other(_)) => Self::Disk,
            Fault::File(_)
            | Fault::NoGroup
            | Fault::NoPerson
            | Fault::NoSession
            | Fault::NotForAll
            | Fault::NotSaid
            | Fault::NotGiven(_)
            | Fault::NoneMet
            | Fault::TooMuch
            | Fault::NotInThis
            | Fault::Letters(_)
            | Fault::ToWhom => Self::Usage,
            Fault::Withheld(_)
            | Fault::Untold(_)
            | Fault::NotAllAgreed { .. }
            | Fault::NobodyLeft(_)
            | Fault::NotWithout
            | Fault::Stopped => Self::Findings,
        }
    }
}
