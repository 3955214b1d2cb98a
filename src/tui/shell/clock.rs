//! The one clock: asked once a turn, and handed on as a value.

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime, Offset, TimeDelta, TimeZone};

/// The time here and now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one clock")]
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

/// By how much local time differs from UTC at a local time: an hour that does not exist counts as the one
/// after it, one that comes twice as the first of the two.
#[must_use]
pub fn zone(local: NaiveDateTime) -> FixedOffset {
    let offset = |local| Local.offset_from_local_datetime(&local).earliest();
    let later = || offset(local + TimeDelta::hours(1));
    offset(local).or_else(later).map_or_else(|| *now().offset(), |offset| offset.fix())
}
