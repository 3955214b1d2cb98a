//! A list read in windows: as long as it likes, only what is near is in memory.

use crate::domain::record::{Failure, Row, Window};
use crate::tui::keymap::Action;

/// Rows kept in memory at the most.
const KEPT: usize = 120;
/// Rows read at a time.
const STEP: usize = 40;

/// The rows near the selected one of a list that may be of any length.
#[derive(Debug, Clone)]
pub struct Windowed<T> {
    pub rows: Vec<Row<T>>,
    /// Index of the selected row among those in memory.
    pub selected: usize,
    /// Index of the first row that is seen.
    pub top: usize,
    /// Rows that fit.
    pub height: usize,
    at_start: bool,
    at_end: bool,
}

impl<T> Default for Windowed<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), selected: 0, top: 0, height: 20, at_start: true, at_end: false }
    }
}

/// How a window is read.
pub type Fetch<'a, T> = dyn FnMut(&Window, usize) -> Result<Vec<Row<T>>, Failure> + 'a;

impl<T> Windowed<T> {
    /// The selected row.
    #[must_use]
    pub fn current(&self) -> Option<&T> {
        self.rows.get(self.selected).map(|row| &row.value)
    }

    /// How many rows there are, when all are in memory.
    #[must_use]
    pub fn total(&self) -> Option<usize> {
        (self.at_start && self.at_end).then_some(self.rows.len())
    }

    /// Reads from the start, for another query.
    ///
    /// # Errors
    /// What the record says.
    pub fn restart(&mut self, fetch: &mut Fetch<T>) -> Result<(), Failure> {
        self.rows = fetch(&Window::Start, STEP)?;
        (self.selected, self.top, self.at_start) = (0, 0, true);
        self.at_end = self.rows.len() < STEP;
        Ok(())
    }

    /// Reads what is in memory again, keeping the place.
    ///
    /// # Errors
    /// What the record says; then the list is as it was.
    pub fn reload(&mut self, fetch: &mut Fetch<T>) -> Result<(), Failure> {
        let Some(first) = self.rows.first().filter(|_| !self.at_start) else {
            let (selected, top, want) = (self.selected, self.top, self.rows.len().max(STEP));
            self.rows = fetch(&Window::Start, want)?;
            self.at_end = self.rows.len() < want;
            self.at_start = true;
            (self.selected, self.top) = (selected, top);
            self.settle();
            return Ok(());
        };
        let want = self.rows.len().max(STEP);
        let rows = fetch(&Window::From(first.cursor.clone()), want)?;
        if rows.is_empty() {
            return self.restart(fetch);
        }
        self.at_end = rows.len() < want;
        self.rows = rows;
        self.settle();
        Ok(())
    }

    /// Moves as `action` says; whether it was a movement.
    ///
    /// # Errors
    /// What the record says when more has to be read.
    pub fn act(&mut self, action: Action, fetch: &mut Fetch<T>) -> Result<bool, Failure> {
        let page = self.height.max(1);
        match action {
            Action::Up => self.back(1, fetch)?,
            Action::Down => self.ahead(1, fetch)?,
            Action::PageUp => self.back(page, fetch)?,
            Action::PageDown => self.ahead(page, fetch)?,
            Action::First => self.restart(fetch)?,
            Action::Last => {
                self.rows = fetch(&Window::End, STEP)?;
                self.at_end = true;
                self.at_start = self.rows.len() < STEP;
                self.selected = self.rows.len().saturating_sub(1);
            }
            _ => return Ok(false),
        }
        self.settle();
        Ok(true)
    }

    fn ahead(&mut self, by: usize, fetch: &mut Fetch<T>) -> Result<(), Failure> {
        while !self.at_end && self.selected + by >= self.rows.len() {
            let Some(last) = self.rows.last() else { break };
            let more = fetch(&Window::After(last.cursor.clone()), STEP)?;
            self.at_end = more.len() < STEP;
            self.rows.extend(more);
        }
        self.selected = (self.selected + by).min(self.rows.len().saturating_sub(1));
        let spare = self.rows.len().saturating_sub(KEPT).min(self.top);
        if spare > 0 {
            self.rows.drain(..spare);
            self.selected -= spare.min(self.selected);
            self.top -= spare;
            self.at_start = false;
        }
        Ok(())
    }

    fn back(&mut self, by: usize, fetch: &mut Fetch<T>) -> Result<(), Failure> {
        while !self.at_start && self.selected < by {
            let Some(first) = self.rows.first() else { break };
            let mut more = fetch(&Window::Before(first.cursor.clone()), STEP)?;
            self.at_start = more.len() < STEP;
            self.selected += more.len();
            self.top += more.len();
            more.append(&mut self.rows);
            self.rows = more;
        }
        self.selected = self.selected.saturating_sub(by);
        if self.rows.len() > KEPT.max(self.selected + self.height + 1) {
            self.rows.truncate(KEPT.max(self.selected + self.height + 1));
            self.at_end = false;
        }
        Ok(())
    }

    fn settle(&mut self) {
        let mut list = super::list::ListState { selected: self.selected, top: self.top, height: self.height };
        list.keep_within(self.rows.len());
        (self.selected, self.top) = (list.selected, list.top);
    }

    /// The rows that are seen, with the line each is drawn on and whether it is selected.
    pub fn seen(&self) -> impl Iterator<Item = (u16, bool, &T)> {
        let rows = self.rows.iter().enumerate().skip(self.top).take(self.height);
        rows.zip(0_u16..).map(|((index, row), line)| (line, index == self.selected, &row.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Cursor;

    fn fetch(len: i64) -> impl FnMut(&Window, usize) -> Result<Vec<Row<i64>>, Failure> {
        move |window, limit| {
            let limit = i64::try_from(limit).unwrap();
            let range = match window {
                Window::Start => 0..len.min(limit),
                Window::End => (len - limit).max(0)..len,
                Window::From(c) => c.id..len.min(c.id + limit),
                Window::After(c) => c.id + 1..len.min(c.id + 1 + limit),
                Window::Before(c) => (c.id - limit).max(0)..c.id,
            };
            Ok(range.map(|id| Row { cursor: Cursor { sort: vec![], id }, value: id }).collect())
        }
    }

    #[test]
    fn walking_down_and_up_meets_every_row_once() {
        let mut list = Windowed { height: 7, ..Windowed::default() };
        let fetch = &mut fetch(1_000);
        list.restart(fetch).unwrap();
        for want in 0..1_000 {
            assert_eq!(list.current(), Some(&want));
            assert!(list.seen().any(|(_, selected, _)| selected));
            list.act(Action::Down, fetch).unwrap();
            assert!(list.rows.len() <= KEPT + STEP);
        }
        for want in (0..1_000).rev() {
            assert_eq!(list.current(), Some(&want));
            list.act(Action::Up, fetch).unwrap();
        }
        list.act(Action::Last, fetch).unwrap();
        assert_eq!(list.current(), Some(&999));
        list.act(Action::PageUp, fetch).unwrap();
        assert_eq!(list.current(), Some(&992));
        list.reload(fetch).unwrap();
        assert_eq!(list.current(), Some(&992));
        list.act(Action::First, fetch).unwrap();
        assert_eq!((list.current(), list.total()), (Some(&0), None));
    }

    #[test]
    fn an_empty_list_is_no_trouble() {
        let mut list: Windowed<i64> = Windowed::default();
        let fetch = &mut fetch(0);
        list.restart(fetch).unwrap();
        list.act(Action::PageDown, fetch).unwrap();
        list.act(Action::Up, fetch).unwrap();
        assert_eq!((list.current(), list.total()), (None, Some(0)));
    }
}
