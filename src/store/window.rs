//! Windows of ordered lists by key, never by offset: every row once, whatever changes meanwhile.

use crate::domain::record::{Cursor, Row, Window};

/// Which way a list runs when it is read from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    Ascending,
    Descending,
}

/// How a window becomes SQL.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keyset<'a> {
    /// Compares `(sort, id)` of a row with the cursor's; nothing without a cursor.
    pub(super) comparison: Option<(&'static str, &'a Cursor)>,
    /// `ASC` or `DESC`.
    pub(super) direction: &'static str,
    /// Rows come last first and must be turned.
    reversed: bool,
}

impl<'a> Keyset<'a> {
    pub(super) fn of(window: &'a Window, run: Run) -> Self {
        let (comparison, reversed) = match window {
            Window::Start => (None, false),
            Window::End => (None, true),
            Window::From(cursor) => (Some((">=", "<=", cursor)), false),
            Window::After(cursor) => (Some((">", "<", cursor)), false),
            Window::Before(cursor) => (Some(("<", ">", cursor)), true),
        };
        let ascending = run == Run::Ascending;
        Self {
            comparison: comparison.map(|(up, down, cursor)| (if ascending { up } else { down }, cursor)),
            direction: if ascending == reversed { "DESC" } else { "ASC" },
            reversed,
        }
    }

    /// The rows as the list has them.
    pub(super) fn in_order<T>(&self, mut rows: Vec<Row<T>>) -> Vec<Row<T>> {
        if self.reversed {
            rows.reverse();
        }
        rows
    }
}
