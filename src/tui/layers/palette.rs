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

    /// The bindings whose words, place or name contain every word typed, each action once; those that
    /// begin with what was typed come first. Where nothing does, those that have its letters in their order.
    fn found<'a>(&self, keymap: &'a Keymap, words: &Words) -> Vec<&'a Binding> {
        let typed = fold(self.field.text());
        let mut all: Vec<(&Binding, String)> = Vec::new();
        for binding in self.scopes.iter().flat_map(|scope| keymap.of(*scope)) {
            let said = fold(&words.say(binding.message, &[]));
            match all.iter_mut().find(|(other, _)| other.action == binding.action) {
                // The same by another name elsewhere.
                Some((_, text)) => *text = format!("{text} {said}"),
                None => all.push((binding, said)),
            }
        }
        let place = |binding: &Binding| fold(&words.say(binding.scope.message(), &[]));
        let has_words = |(binding, text): &(&Binding, String)| {
            let whole = format!("{text} {} {}", place(binding), binding.name());
            typed.split_whitespace().all(|word| whole.contains(word))
        };
        let mut found: Vec<_> = all.iter().filter(|line| has_words(line)).collect();
        found.sort_by_key(|(_, text)| !text.starts_with(&typed));
        if found.is_empty() {
            found = all.iter().filter(|(_, text)| has_letters(text, &typed)).collect();
        }
        found.into_iter().map(|(binding, _)| *binding).collect()
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
        if found.is_empty() {
            let key = look.keymap.key_for(&[Scope::Desk], Action::Help);
            let text = say!(look.words, "palette-nothing", typed = self.field.text(), key = key);
            for (y, line) in (1..).zip(paint::wrap(&text, rows.width)) {
                paint::line(buf, rows, 0, y, &line, look.quiet());
            }
        }
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

/// Whether the letters of `typed` stand in `text` in their order, whatever lies between them.
fn has_letters(text: &str, typed: &str) -> bool {
    let mut letters = text.chars();
    typed.chars().filter(|c| !c.is_whitespace()).all(|letter| letters.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn found(tag: &str, scopes: &[Scope], typed: &str) -> Vec<String> {
        let mut palette = Palette::new(scopes.to_vec());
        palette.field.paste(typed);
        let (keymap, words) = (Keymap::built_in(), Words::new(Locale::choose([tag])));
        palette.found(&keymap, &words).into_iter().map(|b| words.say(b.message, &[])).collect()
    }

    #[test]
    fn an_action_is_found_by_its_words_its_place_or_its_letters() {
        let room = [Scope::Room, Scope::List, Scope::Desk];
        for (tag, typed, first) in [
            ("en", "note session", "note on the session"),
            ("en", "note", "note"),
            ("en", "close room", "close"),
            ("en", "next-activity", "next"),
            ("en", "skpact", "skip activity"),
            ("nb", "notat samling", "notat om samlingen"),
            ("nb", "SPRAK", "språk"),
            ("en", "apologised", "apologised beforehand"),
        ] {
            assert_eq!(found(tag, &room, typed).first().map(String::as_str), Some(first), "{typed}");
        }
        assert_eq!(found("en", &room, "xyzzy"), Vec::<String>::new());
    }

    #[test]
    fn every_action_of_every_screen_is_found_by_its_own_words() {
        let keymap = Keymap::built_in();
        for tag in ["en", "nb"] {
            let words = Words::new(Locale::choose([tag]));
            for scope in Scope::ALL {
                let scopes = [scope, Scope::List, Scope::Desk];
                for binding in scopes.iter().flat_map(|scope| keymap.of(*scope)) {
                    let mut palette = Palette::new(scopes.to_vec());
                    palette.field.paste(&words.say(binding.message, &[]));
                    let found = palette.found(&keymap, &words);
                    assert!(found.iter().any(|b| b.action == binding.action), "{tag} {scope:?} {:?}", binding.action);
                }
            }
        }
    }
}
