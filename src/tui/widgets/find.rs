//! Find as you type: the line over a list, and when it has the keys.

use crate::say;
use crate::tui::keymap::Action;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::field::Field;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is looked for, and whether it is being typed.
#[derive(Debug, Default)]
pub struct Find {
    field: Field,
    is_typing: bool,
}

/// What an action meant for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing: the action is somebody else's.
    Nothing,
    /// The keys go to the line, or back to the list.
    Focus,
    /// What is looked for has changed.
    Changed,
}

impl Find {
    /// What is looked for; empty for everything.
    #[must_use]
    pub fn text(&self) -> &str {
        self.field.text().trim()
    }

    /// The field, while it is being typed in.
    pub fn field(&mut self) -> Option<&mut Field> {
        self.is_typing.then_some(&mut self.field)
    }

    /// Find takes the keys, Enter gives them back to the list, Esc looks for everything again.
    pub fn act(&mut self, action: Action) -> Found {
        match action {
            Action::Find => self.is_typing = true,
            Action::Open if self.is_typing => self.is_typing = false,
            Action::Back if self.is_typing || !self.text().is_empty() => {
                let changed = !self.text().is_empty();
                *self = Self::default();
                return if changed { Found::Changed } else { Found::Focus };
            }
            _ => return Found::Nothing,
        }
        Found::Focus
    }

    /// Whether there is anything to draw.
    #[must_use]
    pub fn is_seen(&self) -> bool {
        self.is_typing || !self.text().is_empty()
    }

    /// Draws the line in the first row of `area`.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let x = paint::line(buf, area, 1, 0, &say!(look.words, "find-label"), look.title()) + 1;
        let width = area.width.saturating_sub(x + 1);
        let field = Rect { x: area.x + x, width, height: 1, ..area };
        self.field.draw(field, buf, look, self.is_typing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::Key;

    #[test]
    fn the_line_takes_the_keys_and_gives_them_back() {
        let mut find = Find::default();
        assert_eq!((find.act(Action::Open), find.act(Action::Back)), (Found::Nothing, Found::Nothing));
        assert!(find.field().is_none());
        assert_eq!(find.act(Action::Find), Found::Focus);
        find.field().unwrap().press(Key::Char('k'));
        assert_eq!(find.act(Action::Open), Found::Focus);
        assert!(find.field().is_none());
        assert_eq!((find.text(), find.is_seen()), ("k", true));
        assert_eq!(find.act(Action::Back), Found::Changed);
        assert_eq!((find.text(), find.is_seen()), ("", false));
    }
}
