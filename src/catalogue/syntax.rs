//! From RON text to what it describes, as the loader reads it.

use super::finding::{Level, What};
use super::form::Found;
use ron::error::{Position, SpannedError, SpannedResult};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

/// The value as written, not yet checked. `rating: Before` may stand for `rating: Some(Before)`.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> SpannedResult<T> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

/// What the loader says against a text that this reader found nothing wrong with.
pub(super) fn found(text: &str, error: &SpannedError) -> Found {
    let (start, end) = (offset(text, error.span.start), offset(text, error.span.end));
    (start..end.max(start), Level::Error, What::new("finding-syntax").with("reason", &error.code))
}

/// The byte at `position`, which counts lines and characters from 1.
fn offset(text: &str, position: Position) -> usize {
    let line: usize = text.split_inclusive('\n').take(position.line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(line..).unwrap_or_default();
    let column = rest.char_indices().nth(position.col.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    line + column
}
