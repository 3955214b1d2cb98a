//! From RON text to what it describes, or the first fault in its form.

use super::finding::{Finding, Level, What};
use super::outline::Outline;
use crate::domain::closed::{MonthDay, NoMonthDay};
use crate::domain::codes::Language;
use crate::domain::programme::{LANGUAGE_TWICE, TEXT_WANTED};
use chrono::NaiveDate;
use ron::error::{Error, Position, SpannedError, SpannedResult};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// The value as written, not yet checked. `rating: Before` may stand for `rating: Some(Before)`.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> SpannedResult<T> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text)
}

/// `error` as a finding at its place in `text`.
pub(super) fn finding(file: &str, text: &str, error: &SpannedError) -> Finding {
    let span = span(text, error);
    let marked = text.get(span.clone()).unwrap_or_default();
    let what = match &error.code {
        _ if span.start == text.len() => What::new("finding-end"),
        Error::Message(reason) => refused(marked.trim_matches('"'), reason),
        code => malformed(code),
    };
    Finding::at(file, text, &span, Level::Error, what)
}

/// What a value's own reader said against it: asked again, so that the answer can be put in any language.
fn refused(value: &str, reason: &str) -> What {
    if value.parse::<NaiveDate>().is_err_and(|error| error.to_string() == reason) {
        What::new("finding-date")
    } else if value.parse::<MonthDay>().is_err() && reason == NoMonthDay.to_string() {
        What::new("finding-month-day")
    } else if Language::new(value).is_err_and(|error| error.to_string() == reason) {
        What::new("finding-code-unknown").with("code", value)
    } else if let Some(language) = reason.strip_prefix(LANGUAGE_TWICE) {
        What::new("finding-language-twice").with("language", language)
    } else {
        What::new("finding-syntax").with("reason", reason)
    }
}

fn malformed(error: &Error) -> What {
    match error {
        Error::MissingStructField { field, .. } => What::new("finding-field-missing").with("field", field),
        Error::DuplicateStructField { field, .. } => What::new("finding-field-twice").with("field", field),
        Error::NoSuchStructField { found, expected, .. } => {
            What::new("finding-field-unknown").with("field", found).with("known", expected.join(", "))
        }
        Error::NoSuchEnumVariant { found, expected, .. } => {
            What::new("finding-choice-unknown").with("choice", found).with("known", expected.join(", "))
        }
        Error::ExpectedString => What::new("finding-wants-text"),
        Error::InvalidValueForType { expected, .. } if expected == TEXT_WANTED => What::new("finding-wants-text"),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => What::new("finding-wants-number"),
        Error::ExpectedMap => What::new("finding-wants-names"),
        Error::ExpectedBoolean => What::new("finding-wants-yes-or-no"),
        Error::ExpectedArray => What::new("finding-wants-list"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => What::new("finding-wants-fields"),
        Error::ExpectedMapColon => What::new("finding-colon"),
        Error::ExpectedComma => What::new("finding-comma"),
        Error::ExpectedArrayEnd | Error::ExpectedMapEnd | Error::ExpectedStructLikeEnd => What::new("finding-closing"),
        Error::Eof | Error::ExpectedStringEnd => What::new("finding-end"),
        Error::TrailingCharacters => What::new("finding-trailing"),
        Error::IntegerOutOfBounds => What::new("finding-number-range"),
        Error::ExceededRecursionLimit => What::new("finding-too-deep"),
        other => What::new("finding-syntax").with("reason", other),
    }
}

/// What to mark. RON names the place where it stopped reading; the reader looks for what it read.
fn span(text: &str, error: &SpannedError) -> Range<usize> {
    let stopped = offset(text, error.span.end);
    let started = offset(text, error.span.start);
    let outline = Outline::of(text);
    let better = match error.code {
        Error::MissingStructField { .. } => outline.opening_of(stopped),
        Error::Message(_) | Error::InvalidValueForType { .. } | Error::IntegerOutOfBounds => {
            outline.value_before(stopped)
        }
        // What stands before has been read; it is what follows that does not fit.
        Error::ExpectedComma => {
            let at = after_blanks(text, stopped);
            Some(at..at + 1)
        }
        Error::Eof | Error::ExpectedStringEnd => Some(text.len()..text.len()),
        _ if after_blanks(text, stopped) == text.len() => Some(text.len()..text.len()),
        _ => None,
    };
    better.unwrap_or_else(|| {
        let at = after_blanks(text, started);
        at..stopped.max(at + 1)
    })
}

/// The first byte from `at` on that is no blank.
fn after_blanks(text: &str, at: usize) -> usize {
    text.len() - text.get(at..).unwrap_or_default().trim_start().len()
}

/// The byte at `position`, which counts lines and characters from 1.
fn offset(text: &str, position: Position) -> usize {
    let line: usize = text.split_inclusive('\n').take(position.line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(line..).unwrap_or_default();
    let column = rest.char_indices().nth(position.col.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    line + column
}
