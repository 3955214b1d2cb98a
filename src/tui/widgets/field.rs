//! A one-line text field.

use crate::domain::text::is_hidden;
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use std::borrow::Cow;
use tui_input::{Input, InputRequest};
use unicode_width::UnicodeWidthStr;

/// Text being typed, with its cursor. What the terminal cannot show safely never gets in.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
    /// Shown as dots.
    secret: bool,
    /// Nobody typed it: what is typed first takes its place, and any other key goes on with it.
    offered: bool,
}

impl Field {
    /// A field that holds `text`, the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()), ..Self::default() }
    }

    /// A field for a passphrase.
    #[must_use]
    pub fn secret() -> Self {
        Self { secret: true, ..Self::default() }
    }

    /// The field with its text as an offer, whole in reverse: the first letter that is typed takes its place.
    #[must_use]
    pub fn offered(self) -> Self {
        Self { offered: !self.text().is_empty(), ..self }
    }

    /// The field as it is drawn where it may be read, or may not.
    #[must_use]
    pub fn seen(&self, readable: bool) -> Cow<'_, Self> {
        if readable { Cow::Borrowed(self) } else { Cow::Owned(Self { secret: true, ..self.clone() }) }
    }

    /// What has been typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Puts `text` in place of what was typed; the same text stays what it is, an offer too.
    pub fn set(&mut self, text: &str) {
        if text == self.text() {
            return;
        }
        self.input = Input::new(text.to_owned());
        self.offered = false;
    }

    /// Whether the key was the field's business.
    pub fn press(&mut self, key: Key) -> bool {
        let request = match key {
            Key::Char(c) if is_hidden(c) => return true,
            Key::Char(c) => InputRequest::InsertChar(c),
            Key::Backspace => InputRequest::DeletePrevChar,
            Key::Delete => InputRequest::DeleteNextChar,
            Key::Left => InputRequest::GoToPrevChar,
            Key::Right => InputRequest::GoToNextChar,
            Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
            Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
            Key::Ctrl('w') => InputRequest::DeletePrevWord,
            Key::Ctrl('u') => InputRequest::DeleteLine,
            _ => return false,
        };
        self.give_up_for(matches!(request, InputRequest::InsertChar(_) | InputRequest::DeletePrevChar));
        self.input.handle(request);
        true
    }

    /// An offer is over with the first key: gone, where the key writes.
    fn give_up_for(&mut self, writes: bool) {
        if std::mem::take(&mut self.offered) && writes {
            self.input = Input::default();
        }
    }

    /// Takes a pasted text: its first line, without hidden characters.
    pub fn paste(&mut self, text: &str) {
        self.give_up_for(true);
        for c in text.lines().next().unwrap_or("").chars().filter(|c| !is_hidden(*c)).take(10_000) {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }

    /// Draws the field over the width of `area`'s first row; the cursor's cell is reversed.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look, focused: bool) {
        let width = usize::from(area.width.saturating_sub(1));
        let text = if self.secret { "*".repeat(self.text().chars().count()) } else { self.text().to_owned() };
        let scroll = self.input.visual_scroll(width.max(1));
        let shown = skip_cells(&text, scroll);
        let style = if focused { look.title() } else { ratatui::style::Style::new() };
        let style = if self.offered { style.add_modifier(Modifier::REVERSED) } else { style };
        buf.set_stringn(area.x, area.y, &shown, width, style);
        if focused {
            let at = if self.secret { self.input.cursor() } else { self.input.visual_cursor() };
            let x = area.x + u16::try_from(at.saturating_sub(scroll)).unwrap_or(0).min(area.width.saturating_sub(1));
            if let Some(cell) = buf.cell_mut((x, area.y)) {
                cell.modifier.insert(Modifier::REVERSED);
            }
        }
        let after = u16::try_from(shown.width().min(width)).unwrap_or(0);
        if !focused && after == 0 {
            paint::line(buf, area, 0, 0, "·", look.quiet());
        }
    }
}

fn skip_cells(text: &str, cells: usize) -> String {
    let mut skipped = 0;
    text.chars()
        .skip_while(|c| {
            let skip = skipped < cells;
            skipped += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            skip
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_taken_changed_or_written_over() {
        let offer = || Field::new("2026-12-01 10:00").offered();
        let after = |keys: &[Key]| {
            let mut field = offer();
            for key in keys {
                field.press(*key);
            }
            field.text().to_owned()
        };
        assert_eq!(offer().text(), "2026-12-01 10:00");
        assert_eq!(after(&[Key::Char('f'), Key::Char('r'), Key::Char('i')]), "fri");
        assert_eq!(after(&[Key::End, Key::Backspace, Key::Char('5')]), "2026-12-01 10:05");
        assert_eq!(after(&[Key::Backspace]), "");
        let mut field = offer();
        field.paste("24 nov");
        assert_eq!(field.text(), "24 nov");
    }

    #[test]
    fn typing_and_pasting_keep_hidden_characters_out() {
        let mut field = Field::new("Ana");
        assert!(field.press(Key::Char('\u{202e}')));
        field.paste(" P\u{1b}.\nsecond line");
        assert_eq!(field.text(), "Ana P.");
        assert!(!field.press(Key::Enter));
        field.press(Key::Backspace);
        assert_eq!(field.text(), "Ana P");
    }
}
