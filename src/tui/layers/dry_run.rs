//! What would be done, line by line, before it is: Enter does it, or asks once more, and Esc leaves everything as it is.

use super::{Outcome, boxed};
use crate::say;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How a line reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Heading,
    Plain,
    /// Beside a `!`.
    Warning,
}

/// A list of what would be done.
#[derive(Debug)]
pub struct DryRun {
    title: String,
    lines: Vec<(Tone, String)>,
    /// The first line that is seen.
    top: usize,
    /// What follows from Enter; nothing when there is nothing to do.
    effects: Effects,
}

impl DryRun {
    /// These lines under a title; `effects` when they are agreed to.
    #[must_use]
    pub fn new(title: String, lines: Vec<(Tone, String)>, effects: Effects) -> Self {
        Self { title, lines, top: 0, effects }
    }

    pub(super) fn press(&mut self, key: Key) -> Outcome {
        let last = self.lines.len().saturating_sub(1);
        match key {
            Key::Down | Key::Char('j') => self.top = (self.top + 1).min(last),
            Key::Up | Key::Char('k') => self.top = self.top.saturating_sub(1),
            Key::PageDown | Key::Char(' ') => self.top = (self.top + 8).min(last),
            Key::PageUp => self.top = self.top.saturating_sub(8),
            Key::Enter => return Outcome::Done(std::mem::take(&mut self.effects)),
            Key::Esc | Key::Char('h' | 'q') => return Outcome::Close,
            _ => {}
        }
        Outcome::Stay
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let wide = area.width.saturating_sub(4).min(76);
        let wrap = |(tone, text): &(Tone, String)| -> Vec<(Tone, String)> {
            let indent = if *tone == Tone::Heading { "" } else { "  " };
            let most = wide.saturating_sub(2 + paint::width(indent));
            paint::wrap(text, most).into_iter().map(|line| (*tone, format!("{indent}{line}"))).collect()
        };
        let lines: Vec<_> = self.lines.iter().flat_map(wrap).collect();
        let most = area.height.saturating_sub(3);
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2).min(most);
        let inner = boxed(area, buf, look, &self.title, wide, rows);
        let seen = usize::from(inner.height.saturating_sub(2));
        let top = self.top.min(lines.len().saturating_sub(seen));
        for (y, (tone, text)) in (0..).zip(lines.iter().skip(top).take(seen)) {
            let style = match tone {
                Tone::Heading => look.title(),
                Tone::Plain => Style::new(),
                Tone::Warning => look.warn(),
            };
            paint::line(buf, inner, 0, y, text, style);
        }
        let below = lines.len().saturating_sub(top + seen);
        let foot = match self.effects.as_slice() {
            [] => "dry-run-nothing",
            [Effect::Ask(_)] => "dry-run-asks",
            _ => "dry-run-foot",
        };
        if below > 0 {
            let more = say!(look.words, "dry-run-more", count = below);
            paint::line(buf, inner, 2, inner.height.saturating_sub(2), &more, look.quiet());
        }
        let foot = look.words.say(foot, &[]);
        paint::foot(buf, inner, &foot, look.quiet());
    }
}
