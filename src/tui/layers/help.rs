//! Help: every key of the screen below, then of lists, then of the desk, made from the key table.

use super::{Outcome, boxed};
use crate::say;
use crate::tui::keymap::Scope;
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The keys of some scopes.
#[derive(Debug)]
pub struct Help {
    scopes: Vec<Scope>,
    top: usize,
}

impl Help {
    /// The keys of `scopes`, in this order.
    #[must_use]
    pub fn new(scopes: Vec<Scope>) -> Self {
        Self { scopes, top: 0 }
    }

    pub(super) fn press(&mut self, key: Key) -> Outcome {
        match key {
            Key::Down | Key::Char('j') => self.top += 1,
            Key::Up | Key::Char('k') => self.top = self.top.saturating_sub(1),
            Key::PageDown | Key::Char(' ') => self.top += 10,
            Key::PageUp => self.top = self.top.saturating_sub(10),
            _ => return Outcome::Close,
        }
        Outcome::Stay
    }

    fn lines(&self, look: &Look) -> Vec<(String, bool)> {
        let mut lines = Vec::new();
        for scope in &self.scopes {
            if look.keymap.of(*scope).next().is_none() {
                continue;
            }
            lines.push((look.words.say(scope.message(), &[]), true));
            for binding in look.keymap.of(*scope).filter(|binding| !binding.keys.is_empty()) {
                let keys = binding.key_names().join(" ");
                lines.push((format!("  {keys:14} {}", look.words.say(binding.message, &[])), false));
            }
        }
        lines
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let lines = self.lines(look);
        let title = say!(look.words, "help-title");
        let inner = boxed(area, buf, look, &title, area.width.saturating_sub(4), area.height.saturating_sub(3));
        let height = usize::from(inner.height);
        let top = self.top.min(lines.len().saturating_sub(height));
        for (y, index) in (ListState { selected: top, top, height }).seen(lines.len()) {
            let (text, heading) = &lines[index];
            let style = if *heading { look.title() } else { ratatui::style::Style::new() };
            paint::line(buf, inner, 0, y, text, style);
        }
    }
}
