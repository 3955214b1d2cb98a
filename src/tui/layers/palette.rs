//! The palette: any action of the screen below, found by its words, with its key.

use super::{Outcome, boxed};
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::keymap::{Action, Binding, Keymap, Scope};
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Actions found by their words.
#[derive(Debug)]
pub struct Palette {
    scopes: Vec<Scope>,
    pub(super) field: Field,
    list: ListState,
}

impl Palette {
    /// The actions of `scopes`.
    #[must_use]
    pub fn new(scopes: Vec<Scope>) -> Self {
        Self { scopes, field: Field::default(), list: ListState { height: 12, ..ListState::default() } }
    }

    /// The bindings whose words contain every word typed, each action once.
    fn found<'a>(&self, keymap: &'a Keymap, words: &Words) -> Vec<&'a Binding> {
        let typed = fold(self.field.text());
        let mut found: Vec<&Binding> = Vec::new();
        for binding in self.scopes.iter().flat_map(|scope| keymap.of(*scope)) {
            let text = fold(&words.say(binding.message, &[]));
            let matches = typed.split_whitespace().all(|word| text.contains(word));
            if matches && !found.iter().any(|b| b.action == binding.action) {
                found.push(binding);
            }
        }
        found
    }

    pub(super) fn press(&mut self, key: Key, desk: &mut Desk) -> Outcome {
        let found = self.found(desk.keymap, desk.words);
        match key {
            Key::Esc => return Outcome::Close,
            Key::Enter => return found.get(self.list.selected).map_or(Outcome::Stay, |b| Outcome::Act(b.action)),
            Key::Up => _ = self.list.act(Action::Up, found.len()),
            Key::Down => _ = self.list.act(Action::Down, found.len()),
            key => {
                if self.field.press(key) {
                    self.list.selected = 0;
                    self.list.top = 0;
                }
            }
        }
        Outcome::Stay
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let found = self.found(look.keymap, look.words);
        let title = say!(look.words, "palette-title");
        let inner = boxed(area, buf, look, &title, 60, 14);
        let x = paint::line(buf, inner, 0, 0, ": ", look.title());
        self.field.draw(
            Rect { x: inner.x + x, width: inner.width.saturating_sub(x), height: 1, ..inner },
            buf,
            look,
            true,
        );
        let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        let mut list = ListState { height: usize::from(rows.height), ..self.list };
        list.keep_within(found.len());
        for (y, index) in list.seen(found.len()) {
            let binding = found[index];
            let selected = index == list.selected;
            let sign = if selected { "> " } else { "  " };
            let text = format!("{sign}{}", look.words.say(binding.message, &[]));
            paint::line(buf, rows, 0, y, &text, ratatui::style::Style::new());
            let key = binding.keys.first().map(ToString::to_string).unwrap_or_default();
            paint::line_right(buf, rows, y, &key, look.quiet());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }
}
