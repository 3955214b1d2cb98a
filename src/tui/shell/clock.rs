//! The one clock: asked once a turn, and handed on as a value.

use chrono::{DateTime, FixedOffset, Local};

/// The time here and now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one clock")]
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
