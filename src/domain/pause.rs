//! Pauses of a session: time that is neither delivered nor anybody's delay.

use crate::domain::id::SessionId;
use crate::domain::outcome::Delivery;
use crate::domain::record::GroupRecord;
use chrono::{DateTime, Duration, FixedOffset};
use serde::{Deserialize, Serialize};

/// One interruption of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub why: Interruption,
    pub from: DateTime<FixedOffset>,
    /// `None` while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<DateTime<FixedOffset>>,
}

/// Why a session was interrupted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interruption {
    Evacuation,
    Count,
    Other,
}

impl Interruption {
    pub const ALL: [Self; 3] = [Self::Evacuation, Self::Count, Self::Other];

    /// The key that chooses it.
    #[must_use]
    pub fn key(self) -> char {
        match self {
            Self::Evacuation => 'e',
            Self::Count => 'c',
            Self::Other => 'o',
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Evacuation => "pause-evacuation",
            Self::Count => "pause-count",
            Self::Other => "pause-other",
        }
    }
}

impl GroupRecord {
    /// The pauses of the session `id` with their keys, in the order in which they began.
    pub fn pauses_of(&self, id: SessionId) -> impl Iterator<Item = (u16, &Pause)> {
        self.pauses.range((id, 0)..=(id, u16::MAX)).map(|((_, key), pause)| (*key, pause))
    }

    /// How long the session `id` was paused between two moments; a pause that lasts goes on until `to`.
    #[must_use]
    pub fn paused(&self, id: SessionId, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> Duration {
        let within = |pause: &Pause| {
            let end = pause.to.unwrap_or(to).min(to);
            end.signed_duration_since(pause.from.max(from)).max(Duration::zero())
        };
        self.pauses_of(id).fold(Duration::zero(), |sum, (_, pause)| sum + within(pause))
    }

    /// The time from one moment to another without the pauses between; none when the clock went back.
    #[must_use]
    pub fn worked(&self, id: SessionId, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> Duration {
        (to.signed_duration_since(from) - self.paused(id, from, to)).max(Duration::zero())
    }

    /// The time that a delivery at the session `id` took, or has taken at `now`, without pauses.
    #[must_use]
    pub fn spent(&self, id: SessionId, delivery: &Delivery, now: DateTime<FixedOffset>) -> Duration {
        match delivery {
            Delivery::Running { since } => self.worked(id, *since, now),
            Delivery::Done { from, to } => self.worked(id, *from, *to),
            Delivery::Skipped => Duration::zero(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::room::tests::{at, record};

    #[test]
    fn a_pause_is_taken_out_of_whatever_it_falls_into() {
        let mut record = record();
        let id = SessionId(4);
        let pause = |from, to: Option<i64>| Pause { why: Interruption::Count, from: at(from), to: to.map(at) };
        record.pauses.insert((id, 1), pause(10, Some(15)));
        record.pauses.insert((id, 2), pause(40, None));
        record.pauses.insert((SessionId(3), 1), pause(0, Some(60)));
        for (from, to, paused, worked) in [
            (0, 10, 0, 10),
            (0, 12, 2, 10),
            (12, 20, 3, 5),
            (0, 30, 5, 25),
            // One that lasts.
            (0, 50, 15, 35),
            (42, 50, 8, 0),
            // The clock went back.
            (20, 10, 0, 0),
        ] {
            let minutes = |duration: Duration| duration.num_minutes();
            let found = (minutes(record.paused(id, at(from), at(to))), minutes(record.worked(id, at(from), at(to))));
            assert_eq!(found, (paused, worked), "from {from} to {to}");
        }
        let spent = |delivery| record.spent(id, &delivery, at(45)).num_minutes();
        assert_eq!(spent(Delivery::Running { since: at(35) }), 5);
        assert_eq!(spent(Delivery::Done { from: at(5), to: at(20) }), 10);
        assert_eq!(spent(Delivery::Skipped), 0);
    }
}
