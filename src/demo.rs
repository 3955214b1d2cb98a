//! Believable sample people, groups and marks from a seed: the same seed, the same record.

mod calendar;
mod desk;
mod fit;
#[cfg(test)]
mod fixture;
mod large;
mod names;
mod origins;
mod people;
mod run;
mod served;
#[cfg(test)]
mod tests;
mod words;

pub use large::large;
pub use names::{Name, Names};
pub use served::served;
pub use words::ACTORS;

use crate::domain::entry::Entry;
use crate::domain::id::{Ids, PersonId};
use crate::domain::programme::Course;
use crate::domain::record::Stamp;
use chrono::{DateTime, FixedOffset};

/// What was recorded together, by whom and when.
pub type Step = (Stamp, Vec<Entry>);

/// The first reference is greater than this: references have leading zeros.
const REFERENCES: u32 = 400;

/// The small desk at `now`, in order of time: a group of the course `ten` with a session today at ten, a
/// finished one of the course `eight`, one that starts in a few days, and people who wait for a place.
#[must_use]
pub fn desk(seed: u64, now: DateTime<FixedOffset>, ten: &Course, eight: &Course) -> Vec<Step> {
    desk::Desk::new(seed, now, ten, eight, (REFERENCES, 4)).steps(None).0
}

/// Nothing but `count` sample people, to be recorded as one step by whoever asked for them.
#[must_use]
pub fn people_only(seed: u64, now: DateTime<FixedOffset>, count: u32) -> Vec<Entry> {
    let today = now.date_naive();
    let most = REFERENCES + count.saturating_mul(people::REFERENCE_GAP);
    let mut people = people::People::new(seed, REFERENCES, most.to_string().len().max(4));
    let mut ids = Ids::new(seed);
    (0..count)
        .map(|nth| {
            let arrived = people::before(today, nth % 60);
            let mut person = people.arrive(arrived, today);
            person.waiting_since = Some(arrived);
            Entry::Person { person: PersonId(ids.next(now.timestamp_millis())), to: Some(Box::new(person)) }
        })
        .collect()
}
