//! A list that is wholly in memory: which row is selected, which rows are seen.

use crate::tui::keymap::Action;

/// Selection and scroll of a list of a known length.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListState {
    pub selected: usize,
    /// The first row that is seen.
    pub top: usize,
    /// Rows that fit.
    pub height: usize,
}

impl ListState {
    /// Moves as `action` says over `len` rows; whether it was a movement.
    pub fn act(&mut self, action: Action, len: usize) -> bool {
        let page = self.height.max(1);
        let last = len.saturating_sub(1);
        self.selected = match action {
            Action::Up => self.selected.saturating_sub(1),
            Action::Down => (self.selected + 1).min(last),
            Action::PageUp => self.selected.saturating_sub(page),
            Action::PageDown => (self.selected + page).min(last),
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        };
        self.keep_within(len);
        true
    }

    /// Keeps selection and scroll inside a list that has become `len` rows long.
    pub fn keep_within(&mut self, len: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
        let height = self.height.max(1);
        if self.selected < self.top {
            self.top = self.selected;
        } else if self.selected >= self.top + height {
            self.top = self.selected + 1 - height;
        }
        self.top = self.top.min(len.saturating_sub(height));
    }

    /// The indices that are seen of `len` rows, with the line each is drawn on.
    pub fn seen(&self, len: usize) -> impl Iterator<Item = (u16, usize)> + use<> {
        let height = self.height;
        (self.top..len.min(self.top + height)).zip(0_u16..).map(|(index, line)| (line, index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_seen() {
        let mut list = ListState { height: 3, ..ListState::default() };
        for (action, selected, top) in [
            (Action::Down, 1, 0),
            (Action::PageDown, 4, 2),
            (Action::Last, 9, 7),
            (Action::Down, 9, 7),
            (Action::PageUp, 6, 6),
            (Action::First, 0, 0),
        ] {
            assert!(list.act(action, 10));
            assert_eq!((list.selected, list.top), (selected, top), "{action:?}");
        }
        list.selected = 8;
        list.keep_within(2);
        assert_eq!((list.selected, list.top), (1, 0));
        assert!(!list.act(Action::Open, 2));
    }
}
