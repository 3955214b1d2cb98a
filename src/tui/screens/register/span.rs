//! A rectangle of cells: the selected one alone, or what is marked out from it.

use super::Register;
use crate::tui::keymap::Action;
use std::ops::RangeInclusive;

/// Lines and columns, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) lines: RangeInclusive<usize>,
    pub(super) columns: RangeInclusive<usize>,
}

impl Span {
    fn of((line, column): (usize, usize), (other, across): (usize, usize)) -> Self {
        Self { lines: line.min(other)..=line.max(other), columns: column.min(across)..=column.max(across) }
    }

    pub(super) fn height(&self) -> usize {
        self.lines.clone().count()
    }

    pub(super) fn width(&self) -> usize {
        self.columns.clone().count()
    }

    /// Line by line, from left to right.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.lines.clone().flat_map(|line| self.columns.clone().map(move |column| (line, column)))
    }
}

impl Register {
    /// What is marked out, or the selected cell.
    pub(super) fn span(&self) -> Span {
        let here = (self.list.selected, self.column);
        Span::of(self.anchor.unwrap_or(here), here)
    }

    /// Marks out, extends or leaves a block; whether the action was that.
    pub(super) fn marked_out(&mut self, action: Action) -> bool {
        let here = (self.list.selected, self.column);
        let step = match action {
            Action::Block => {
                self.anchor = if self.anchor.is_some() { None } else { Some(here) };
                return true;
            }
            Action::Back if self.anchor.is_some() => {
                self.anchor = None;
                return true;
            }
            Action::ExtendUp => Action::Up,
            Action::ExtendDown => Action::Down,
            Action::ExtendLeft => Action::Left,
            Action::ExtendRight => Action::Right,
            _ => return false,
        };
        self.anchor.get_or_insert(here);
        self.moved(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_the_same_from_any_corner() {
        let span = Span::of((3, 1), (1, 2));
        assert_eq!(span, Span::of((1, 1), (3, 2)));
        assert_eq!((span.height(), span.width()), (3, 2));
        assert_eq!(span.cells().collect::<Vec<_>>(), [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)]);
    }
}
