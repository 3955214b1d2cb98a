//! Backups: how one is named, when the next is due, which have had their time.

use chrono::{NaiveDate, NaiveDateTime};
use std::fmt;
use std::str::FromStr;

/// Backups that are kept; the oldest beyond them go.
pub const KEPT: usize = 7;

const WHEN: &str = "%Y-%m-%dT%H%M%S";

/// The name of a backup: how many entries of the journal it holds, and when it was made. The number comes
/// first, so that a clock that jumps disorders nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    pub seq: i64,
    pub at: NaiveDateTime,
}

/// As its folder is called: `000001204-2026-11-22T101500`.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}-{}", self.seq, self.at.format(WHEN))
    }
}

/// What was named is no backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a backup")]
pub struct NoName;

impl FromStr for Name {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        let (seq, at) = text.split_once('-').ok_or(NoName)?;
        let name = Self {
            seq: seq.parse().map_err(|_| NoName)?,
            at: NaiveDateTime::parse_from_str(at, WHEN).map_err(|_| NoName)?,
        };
        // One name for one backup: what is written otherwise is somebody else's folder.
        if name.to_string() == text { Ok(name) } else { Err(NoName) }
    }
}

/// Whether a backup is due on `today` for a journal of `seq` entries: none was made that day, and there is
/// something that the last one does not hold.
#[must_use]
pub fn is_due(made: &[Name], seq: i64, today: NaiveDate) -> bool {
    let made_today = made.iter().any(|name| name.at.date() == today);
    !made_today && made.iter().all(|name| name.seq != seq) && seq > 0
}

/// Those of `made` that have had their time: all but the [`KEPT`] newest.
#[must_use]
pub fn over(mut made: Vec<Name>) -> Vec<Name> {
    made.sort_unstable_by(|a, b| b.cmp(a));
    made.split_off(made.len().min(KEPT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(seq: i64, day: u32) -> Name {
        let at = NaiveDate::from_ymd_opt(2026, 11, day).and_then(|day| day.and_hms_opt(10, 15, 0)).unwrap();
        Name { seq, at }
    }

    #[test]
    fn a_name_is_read_as_it_is_written() {
        assert_eq!(name(1204, 22).to_string(), "000001204-2026-11-22T101500");
        assert_eq!("000001204-2026-11-22T101500".parse(), Ok(name(1204, 22)));
        for other in ["", "notes", "1204-2026-11-22T101500", "000001204-2026-11-31T101500", "000001204-2026-11-22"] {
            assert_eq!(other.parse::<Name>(), Err(NoName), "{other}");
        }
    }

    #[test]
    fn one_a_day_and_only_of_something_new() {
        let day = |day| name(0, day).at.date();
        assert!(!is_due(&[], 0, day(22)));
        assert!(is_due(&[], 1, day(22)));
        assert!(!is_due(&[name(5, 22)], 9, day(22)));
        assert!(is_due(&[name(5, 21)], 9, day(22)));
        assert!(!is_due(&[name(9, 21)], 9, day(22)));
        // A clock that went back: the next one is still made.
        assert!(is_due(&[name(5, 25)], 9, day(22)));
    }

    #[test]
    fn seven_are_kept_by_what_they_hold() {
        let made: Vec<_> = (1..=9).map(|n| name(n, 30 - u32::try_from(n).unwrap())).collect();
        assert_eq!(over(made), [name(2, 28), name(1, 29)]);
        assert!(over(vec![name(1, 1)]).is_empty());
    }
}
