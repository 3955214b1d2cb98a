//! One of several, by its own key or by arrows and Enter.

use super::{Outcome, boxed};
use crate::tui::desk::Desk;
use crate::tui::effect::Effects;
use crate::tui::keymap::Action;
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What follows from choosing the item with this index.
type Then = Box<dyn FnOnce(usize, &mut Desk) -> Effects>;

/// A question with a few answers.
pub struct Choice {
    title: String,
    items: Vec<(Option<char>, String)>,
    list: ListState,
    then: Option<Then>,
}

impl std::fmt::Debug for Choice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Choice({})", self.title)
    }
}

impl Choice {
    /// A question whose answers have keys of their own, or none.
    pub fn new(
        title: impl Into<String>,
        items: Vec<(Option<char>, String)>,
        then: impl FnOnce(usize, &mut Desk) -> Effects + 'static,
    ) -> Self {
        Self { title: title.into(), items, list: ListState::default(), then: Some(Box::new(then)) }
    }

    /// With this item selected at first.
    #[must_use]
    pub fn at(mut self, selected: usize) -> Self {
        self.list.selected = selected.min(self.items.len().saturating_sub(1));
        self
    }

    pub(super) fn press(&mut self, key: Key, desk: &mut Desk) -> Outcome {
        let len = self.items.len();
        let by_key = |c: char| self.items.iter().position(|(key, _)| *key == Some(c));
        match key {
            Key::Esc => return Outcome::Close,
            Key::Enter => return self.choose(self.list.selected, desk),
            Key::Char(c) if by_key(c).is_some() => return self.choose(by_key(c).unwrap_or(0), desk),
            _ => {}
        }
        self.list.height = len;
        let action = match key {
            Key::Up | Key::Char('k') => Action::Up,
            Key::Down | Key::Char('j') => Action::Down,
            Key::Home => Action::First,
            Key::End => Action::Last,
            _ => return Outcome::Stay,
        };
        self.list.act(action, len);
        Outcome::Stay
    }

    fn choose(&mut self, index: usize, desk: &mut Desk) -> Outcome {
        self.then.take().map_or(Outcome::Close, |then| Outcome::Done(then(index, desk)))
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let widest = self.items.iter().map(|(_, text)| paint::width(text)).max().unwrap_or(0) + 8;
        let width = widest.max(paint::width(&self.title) + 4).max(30);
        let rows = u16::try_from(self.items.len()).unwrap_or(u16::MAX);
        let inner = boxed(area, buf, look, &self.title, width, rows);
        let mut list = ListState { height: usize::from(inner.height), ..self.list };
        list.keep_within(self.items.len());
        for (y, index) in list.seen(self.items.len()) {
            let (key, text) = &self.items[index];
            let selected = index == list.selected;
            let key = key.map_or(String::new(), |c| c.to_string());
            let sign = if selected { ">" } else { " " };
            paint::line(buf, inner, 0, y, &format!("{sign} {key:1}  {text}"), ratatui::style::Style::new());
            paint::row_style(buf, inner, y, look.bar(selected));
        }
    }
}
