//! The write-ahead log, laid out on disk before it is needed.
//!
//! A commit that makes the file longer waits for its new length to be on disk besides what was written.
//! Where the log has its length already, a mark is on disk about twice as quickly.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Length of the log, in bytes. It begins anew when it is this full.
const LENGTH: u64 = 1024 * 1024;

/// Pages after which the log is folded into the database: as many as [`LENGTH`] holds, less one commit.
pub(super) const PAGES: u32 = 240;

/// How many times its length has to be free: on a disk that is almost full others need the room more.
const ROOM: u64 = 16;

/// Where the log of the store in `dir` is, when there is one.
pub(super) fn path(dir: &Path) -> PathBuf {
    dir.join("onward.db-wal")
}

/// Gives the log of the store in `dir` its length. Nothing when there is none.
///
/// Zeros are no frame of a log, so that whoever reads it stops before them; and they are appended,
/// so that they never come to stand over what another desk has written.
///
/// # Errors
/// When the disk is full; the log works as it is.
pub(super) fn lay_out(dir: &Path) -> io::Result<()> {
    let mut log = match OpenOptions::new().append(true).open(path(dir)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    let missing = LENGTH.saturating_sub(log.metadata()?.len());
    if !has_room(dir, missing * ROOM) {
        return Ok(());
    }
    log.write_all(&vec![0; usize::try_from(missing).unwrap_or(0)])
}

fn has_room(dir: &Path, bytes: u64) -> bool {
    #[cfg(unix)]
    {
        rustix::fs::statvfs(dir).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) >= bytes)
    }
    #[cfg(not(unix))]
    {
        let _ = (dir, bytes);
        true
    }
}
