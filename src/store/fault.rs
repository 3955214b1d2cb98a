//! What went wrong: faults of SQLite, of JSON and of files, said in the words of the domain.

use crate::domain::record::Failure;
use rusqlite::ffi::{ErrorCode, SQLITE_IOERR_SHMSIZE};
use std::io;

/// Why a store could not be made or opened. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenFailure {
    /// The directory holds no store.
    #[error("there is no store here")]
    NothingThere,
    /// What should be the directory, or one above it, is a file.
    #[error("not a directory")]
    NotAFolder,
    /// A store, or a part of one, is already in the directory where one was to be made.
    #[error("there is a store here already")]
    AlreadyThere,
    /// The database is there, the key file is not.
    #[error("the key file is missing")]
    KeyMissing,
    /// The key file is there, the database is not.
    #[error("the database is missing")]
    DatabaseMissing,
    /// The key file is not one, is damaged, or asks for more than a machine should give.
    #[error("the key file cannot be used: {0}")]
    KeyUnreadable(String),
    /// The slot that the secret was tried on is not what was written: it may be the right one.
    #[error("a slot of the key file is not what was written")]
    KeyAltered,
    /// The key file was made by a newer version of the program.
    #[error("the key file is of version {found}, newer than {known}")]
    KeyNewer { found: i64, known: i64 },
    /// Neither a passphrase nor a recovery code of this store.
    #[error("wrong passphrase")]
    WrongSecret,
    /// Several people work on the store, and a passphrase alone does not say whose it is.
    #[error("whose passphrase it is")]
    WhoNeeded,
    /// After wrong ones nothing is tried for a while.
    #[error("too soon: {seconds} s")]
    TooSoon { seconds: u32 },
    /// The slot is in the key file, and not in the register of the staff any more.
    #[error("the slot was revoked")]
    Revoked,
    /// The store is of an older version, and cannot be brought up where it lies.
    #[error("the store is of version {found}, older than {known}, and cannot be written")]
    NeedsWriting { found: i64, known: i64 },
    #[error(transparent)]
    Store(#[from] Failure),
}

impl From<io::Error> for OpenFailure {
    fn from(error: io::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<rusqlite::Error> for OpenFailure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<OpenFailure> for Failure {
    /// Why a store that is open could not be opened once more.
    fn from(failure: OpenFailure) -> Self {
        match failure {
            OpenFailure::Store(failure) => failure,
            other => Self::Disk(other.to_string()),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Disk(said(&error)),
        }
    }
}

/// What the system says, without its number: nobody looks that up.
pub(super) fn said(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.as_str(), |(said, _)| said).to_owned()
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(cause, _) = &error else {
            // A column that does not hold what it should: the tables are not as we wrote them.
            return Self::Damaged(error.to_string());
        };
        match cause.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::DiskFull,
            // The memory that desks share is a file too, and could not become longer.
            ErrorCode::SystemIoFailure if cause.extended_code == SQLITE_IOERR_SHMSIZE => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::CannotOpen
            | ErrorCode::SystemIoFailure
            | ErrorCode::OutOfMemory
            | ErrorCode::NoLargeFileSupport
            | ErrorCode::FileLockingProtocolFailed => Self::Disk(error.to_string()),
            _ => Self::Damaged(error.to_string()),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// Whether a write met a value that must be unique.
pub(super) fn is_taken(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
}
