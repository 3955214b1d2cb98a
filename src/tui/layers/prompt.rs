//! One line of text, checked before it is taken.

use super::{Outcome, boxed};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::Effects;
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::field::Field;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What follows from the text, or why it is refused.
type Then = Box<dyn FnMut(&str, &mut Desk) -> Result<Effects, String>>;

/// A question answered by typing.
pub struct Prompt {
    title: String,
    hint: String,
    pub(super) field: Field,
    fault: Option<String>,
    then: Then,
}

impl std::fmt::Debug for Prompt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Prompt({})", self.title)
    }
}

impl Prompt {
    /// A question that starts with `text`; `then` gives what follows, or says why the text is refused.
    pub fn new(
        title: impl Into<String>,
        hint: impl Into<String>,
        text: &str,
        then: impl FnMut(&str, &mut Desk) -> Result<Effects, String> + 'static,
    ) -> Self {
        Self { title: title.into(), hint: hint.into(), field: Field::new(text), fault: None, then: Box::new(then) }
    }

    pub(super) fn press(&mut self, key: Key, desk: &mut Desk) -> Outcome {
        match key {
            Key::Esc => Outcome::Close,
            Key::Enter => match (self.then)(self.field.text().trim(), desk) {
                Ok(effects) => Outcome::Done(effects),
                Err(fault) => {
                    self.fault = Some(fault);
                    Outcome::Stay
                }
            },
            key => {
                if self.field.press(key) {
                    self.fault = None;
                }
                Outcome::Stay
            }
        }
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let wide = area.width.saturating_sub(4).min(76);
        let below = self.fault.as_ref().unwrap_or(&self.hint);
        let lines = paint::wrap(below, wide.saturating_sub(2));
        let rows = 3 + u16::try_from(lines.len()).unwrap_or(0);
        let inner = boxed(area, buf, look, &self.title, wide, rows);
        self.field.draw(Rect { height: 1, ..inner }, buf, look, true);
        let style = if self.fault.is_some() { look.wrong() } else { look.quiet() };
        for (y, text) in (1..).zip(&lines) {
            paint::line(buf, inner, 0, y, text, style);
        }
        let foot = say!(look.words, "prompt-foot");
        paint::line(buf, inner, 0, inner.height.saturating_sub(1), &foot, look.quiet());
    }
}
