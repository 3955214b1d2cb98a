//! What cannot be undone asks first: Cancel is focused, and the confirming key is neither Enter nor the trigger.

use super::{Outcome, boxed};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::Effects;
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What follows from a yes.
type Then = Box<dyn FnOnce(&mut Desk) -> Effects>;

/// A question that only one key says yes to.
pub struct Confirm {
    title: String,
    text: String,
    key: char,
    then: Option<Then>,
}

impl std::fmt::Debug for Confirm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Confirm({})", self.title)
    }
}

impl Confirm {
    /// A question that `key` says yes to.
    pub fn new(
        title: impl Into<String>,
        text: impl Into<String>,
        key: char,
        then: impl FnOnce(&mut Desk) -> Effects + 'static,
    ) -> Self {
        Self { title: title.into(), text: text.into(), key, then: Some(Box::new(then)) }
    }

    pub(super) fn press(&mut self, key: Key, desk: &mut Desk) -> Outcome {
        match key {
            Key::Char(c) if c == self.key => self.then.take().map_or(Outcome::Close, |then| Outcome::Done(then(desk))),
            Key::Esc | Key::Enter => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let wide = area.width.saturating_sub(4).min(70);
        let lines = paint::wrap(&self.text, wide.saturating_sub(2));
        let rows = 2 + u16::try_from(lines.len()).unwrap_or(0);
        let inner = boxed(area, buf, look, &self.title, wide, rows);
        for (y, text) in (0..).zip(&lines) {
            paint::line(buf, inner, 0, y, text, ratatui::style::Style::new());
        }
        let y = inner.height.saturating_sub(1);
        let cancel = say!(look.words, "confirm-cancel");
        let x = paint::line(buf, inner, 0, y, &format!("> {cancel}"), look.title());
        let yes = say!(look.words, "confirm-yes", key = self.key);
        paint::line(buf, inner, x + 4, y, &yes, ratatui::style::Style::new());
    }
}
