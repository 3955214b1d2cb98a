//! How long nobody has touched a key: after some minutes of that the desk locks.

use chrono::{DateTime, Duration, FixedOffset};

/// The minutes that a setting may choose.
pub const MINUTES: std::ops::RangeInclusive<i64> = 1..=15;

/// The minutes when no setting chooses.
pub const USUAL: i64 = 5;

/// How long the desk stays open untouched, by the setting or as usual. What is no number of [`MINUTES`]
/// is as good as none.
#[must_use]
pub fn patience(setting: Option<&str>) -> Duration {
    let chosen = setting.and_then(|minutes| minutes.parse().ok()).filter(|minutes| MINUTES.contains(minutes));
    Duration::minutes(chosen.unwrap_or(USUAL))
}

/// When a key was last touched. It knows no thread and no terminal: whoever waits asks it when to stop waiting.
#[derive(Debug, Clone, Copy)]
pub struct Idle {
    since: DateTime<FixedOffset>,
}

impl Idle {
    /// From `now` on.
    #[must_use]
    pub fn new(now: DateTime<FixedOffset>) -> Self {
        Self { since: now }
    }

    /// A key was touched.
    pub fn touched(&mut self, now: DateTime<FixedOffset>) {
        self.since = now;
    }

    /// When the desk locks. A clock that was set back puts that off by no more than it would last anyway.
    pub fn due(&mut self, now: DateTime<FixedOffset>, patience: Duration) -> DateTime<FixedOffset> {
        self.since = self.since.min(now);
        self.since + patience
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> DateTime<FixedOffset> {
        format!("2026-11-24T{time}+01:00").parse().unwrap()
    }

    #[test]
    fn the_setting_chooses_between_one_and_fifteen_minutes() {
        for (setting, minutes) in [
            (None, 5),
            (Some("1"), 1),
            (Some("15"), 15),
            (Some("0"), 5),
            (Some("16"), 5),
            (Some("-1"), 5),
            (Some("soon"), 5),
        ] {
            assert_eq!(patience(setting), Duration::minutes(minutes), "{setting:?}");
        }
    }

    #[test]
    fn it_is_due_five_minutes_after_the_last_key_whatever_the_clock_does() {
        let mut idle = Idle::new(at("10:00:00"));
        let five = patience(None);
        assert_eq!(idle.due(at("10:04:00"), five), at("10:05:00"));
        idle.touched(at("10:04:00"));
        assert_eq!(idle.due(at("10:06:00"), five), at("10:09:00"));
        // An hour back: five minutes from there at most. An hour forward, as after a night asleep: at once.
        assert_eq!(idle.due(at("09:06:00"), five), at("09:11:00"));
        assert!(idle.due(at("11:00:00"), five) <= at("11:00:00"));
    }
}
