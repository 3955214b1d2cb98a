//! Wrong passphrases, counted beside the key file: each makes the next wait longer, also after a restart.
//!
//! The count is raised before a passphrase is tried and put back to nothing when it opens, so that ending the
//! program in between gains nothing. A count that is missing is as bad as the longest wait, unless none can be
//! written there: a medium that is only to be read opens at once. Whoever can write here can write a smaller count
//! as well, and whoever copies the store has as many tries as they like: against them stands what one guess costs,
//! see [`super::Cost`].

use crate::store::files::sync_directory;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const FILE: &str = "onward.tries";

/// The longest wait, in seconds.
const LONGEST: i64 = 30;

/// How many wrong ones lead to the longest wait.
const MOST: u32 = 7;

/// How many passphrases were wrong in a row, and when the last was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tries {
    wrong: u32,
    at: DateTime<FixedOffset>,
}

impl Tries {
    /// What stands beside the key file in `dir`. `expected`: the file has to be there.
    pub(super) fn read(dir: &Path, expected: bool, now: DateTime<FixedOffset>) -> Self {
        let text = fs::read_to_string(path(dir));
        let wrong = match &text {
            Ok(text) => match serde_json::from_str::<Self>(text) {
                Ok(tries) => return tries,
                Err(_) => MOST,
            },
            Err(_) if expected => MOST,
            Err(_) => 0,
        };
        let tries = Self { wrong, at: now };
        if wrong > 0 && tries.write(dir).is_err_and(|error| cannot_be_written(&error)) {
            // A wait that begins with every look would never end: a medium that is only to be read still opens.
            return Self::none(now);
        }
        // The wait begins here.
        tries
    }

    /// Seconds that are still to be waited.
    pub(super) fn left(self, now: DateTime<FixedOffset>) -> u32 {
        let wait = wait(self.wrong);
        // A clock that was set back makes nobody wait longer than that.
        let left = (self.at.timestamp() + wait - now.timestamp()).clamp(0, wait);
        u32::try_from(left).unwrap_or(0)
    }

    /// One more is tried, and counts until it opens.
    pub(super) fn one_more(self, now: DateTime<FixedOffset>) -> Self {
        Self { wrong: self.wrong.saturating_add(1), at: now }
    }

    /// None is wrong.
    pub(super) fn none(now: DateTime<FixedOffset>) -> Self {
        Self { wrong: 0, at: now }
    }

    /// Begins to count in the folder of a new store, on disk: a power cut must not look like a count that somebody
    /// has taken away.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub(super) fn begin(dir: &Path) -> io::Result<()> {
        Self::none(DateTime::UNIX_EPOCH.fixed_offset()).write(dir)?;
        sync_directory(dir)
    }

    /// Puts the count beside the key file in `dir`.
    ///
    /// # Errors
    /// Where nothing can be written; then nothing is counted.
    pub(super) fn write(self, dir: &Path) -> io::Result<()> {
        // In one move, and on disk before: neither another desk that opens just now nor a power cut may find half of
        // it, which is taken for one that was tampered with.
        let mut aside = tempfile::NamedTempFile::new_in(dir)?;
        aside.write_all(serde_json::to_string(&self)?.as_bytes())?;
        aside.as_file().sync_data()?;
        aside.persist(path(dir)).map(drop).map_err(|failed| failed.error)
    }
}

/// Removes the count of a store that is no more.
pub(super) fn forget(dir: &Path) {
    drop(fs::remove_file(path(dir)));
}

/// Whether the medium, or the rights of its folder, let nothing be written there. A full disk is another matter:
/// whoever fills it is not to be let in sooner.
fn cannot_be_written(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied)
}

fn path(dir: &Path) -> PathBuf {
    dir.join(FILE)
}

/// Seconds to wait after `wrong` of them: two are typing errors, then it doubles.
fn wait(wrong: u32) -> i64 {
    match wrong {
        0..2 => 0,
        2..MOST => 1 << (wrong - 2),
        _ => LONGEST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::moment;
    use chrono::Duration;

    #[test]
    fn each_wrong_one_makes_the_next_wait_longer_up_to_half_a_minute() {
        assert_eq!([0, 1, 2, 3, 4, 5, 6, 7, 1_000].map(wait), [0, 0, 1, 2, 4, 8, 16, 30, 30]);
    }

    #[test]
    fn what_is_counted_outlives_the_program_and_is_not_shortened_by_removing_it() {
        let home = tempfile::TempDir::new().unwrap();
        let dir = home.path();
        let now = moment("2026-11-24T10:00:00+01:00");
        let later = |seconds| now + Duration::seconds(seconds);
        assert_eq!(Tries::read(dir, false, now), Tries::none(now), "a store of before");
        let mut tries = Tries::none(now);
        for _ in 0..4 {
            tries = tries.one_more(now);
        }
        tries.write(dir).unwrap();
        let read = Tries::read(dir, true, later(1));
        assert_eq!((read, read.left(later(1)), read.left(later(4))), (tries, 3, 0));
        assert_eq!(read.left(later(-3_600)), 4, "a clock that was set back");

        for broken in [None, Some("{"), Some("")] {
            fs::remove_file(path(dir)).unwrap();
            if let Some(text) = broken {
                fs::write(path(dir), text).unwrap();
            }
            let gone = Tries::read(dir, true, now);
            assert_eq!((gone.left(now), gone.left(later(29)), gone.left(later(30))), (30, 1, 0), "{broken:?}");
            assert_eq!(Tries::read(dir, true, later(10)).left(later(10)), 20, "the wait goes on");
        }
    }

    /// The kernel's own files are a medium where nobody makes one, not even an administrator.
    #[cfg(target_os = "linux")]
    #[test]
    fn where_none_can_be_written_a_missing_count_is_none() {
        let medium = Path::new("/sys/kernel");
        let now = moment("2026-11-24T10:00:00+01:00");
        let refused = Tries::none(now).write(medium).unwrap_err();
        assert!(cannot_be_written(&refused), "{refused:?}");
        assert_eq!(Tries::read(medium, true, now), Tries::none(now));
    }
}
