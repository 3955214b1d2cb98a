//! What stands around every screen: the five homes and the date above, the keys or what happened below.

use super::{App, LEAST};
use crate::say;
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

impl App {
    /// Draws the desk.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        if !Self::fits(area) {
            return Self::too_small(area, buf, look);
        }
        if let Some(layer) = self.layers.last().filter(|_| self.is_covered()) {
            return layer.draw(area, buf, look);
        }
        let Some(screen) = self.stack.last() else { return };
        self.head(screen.as_ref(), area, buf, look);
        paint::rule(buf, area, 1, look.quiet());
        let body = Rect { y: area.y + 2, height: area.height - 4, ..area };
        if self.is_veiled(look.words) {
            veil(body, buf, look);
        } else {
            screen.draw(body, buf, look);
        }
        paint::rule(buf, area, area.height - 2, look.quiet());
        self.foot(area, buf, look);
        for layer in &self.layers {
            layer.draw(body, buf, look);
        }
    }

    fn head(&self, screen: &dyn Screen, area: Rect, buf: &mut Buffer, look: &Look) {
        let own = if self.is_veiled(look.words) { None } else { screen.head(area.width, look) };
        let (left, right) = own.unwrap_or_else(|| (String::new(), date_beside_homes(area.width, look)));
        let right = badges(look).iter().fold(right, |right, badge| format!("{right}  {badge}"));
        let room = area.width.saturating_sub(paint::width(&right) + 2);
        let line = Rect { width: room, ..area };
        if left.is_empty() {
            let mut x = paint::line(buf, line, 1, 0, "Onward", look.title()) + 3;
            let home = self.stack.first().map(|screen| screen.place());
            for (place, message) in screens::homes(look.keymap) {
                let here = home.as_ref() == Some(place);
                let style = if here { look.title() } else { Style::new() };
                x = paint::line(buf, line, x, 0, &look.words.say(message, &[]), style) + 2;
            }
        } else {
            paint::line(buf, line, 1, 0, &left, look.title());
        }
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &right, Style::new());
    }

    fn foot(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let y = area.height - 1;
        if let Some(status) = &self.status {
            let style = if status.is_failure { look.wrong() } else { look.good() };
            let sign = if status.is_failure { "! " } else { "" };
            paint::line(buf, area, 1, y, &format!("{sign}{}", status.text), style);
            return;
        }
        let actor = look.actor;
        let mut shown: Vec<(String, String)> = Vec::new();
        let scopes = self.scopes(look.words);
        for binding in scopes.iter().flat_map(|scope| look.keymap.of(*scope)).filter(|binding| binding.footer) {
            let Some(key) = binding.keys.first().map(ToString::to_string) else { continue };
            // What a screen uses a key for is what the key does.
            if shown.iter().all(|(other, _)| *other != key) {
                shown.push((key, look.words.say(binding.message, &[])));
            }
        }
        let width = |(key, text): &(String, String)| paint::width(key) + 1 + paint::width(text) + 2;
        // The last one, help, is always there; of the others as many as fit before it.
        let room = area.width.saturating_sub(paint::width(actor) + 1 + shown.last().map_or(0, width));
        let mut x = 1;
        for (index, (key, text)) in shown.iter().enumerate() {
            if index + 1 < shown.len() && x + width(&(key.clone(), text.clone())) > room {
                continue;
            }
            x = paint::line(buf, area, x, y, key, look.title()) + 1;
            x = paint::line(buf, area, x, y, text, Style::new()) + 2;
        }
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, y, actor, look.quiet());
    }

    /// Whether the desk can be drawn on `area`.
    #[must_use]
    pub fn fits(area: Rect) -> bool {
        area.width >= LEAST.0 && area.height >= LEAST.1
    }

    /// Says that the terminal is too small, and waits.
    pub fn too_small(area: Rect, buf: &mut Buffer, look: &Look) {
        let text = say!(
            look.words,
            "too-small",
            columns = LEAST.0,
            rows = LEAST.1,
            now_columns = area.width,
            now_rows = area.height
        );
        for (y, line) in (0..).zip(paint::wrap(&text, area.width)) {
            paint::line(buf, area, 0, y, &line, Style::new());
        }
    }
}

/// In place of a page that shows names and what is recorded of people.
fn veil(area: Rect, buf: &mut Buffer, look: &Look) {
    let key = look.keymap.key_for(&[Scope::Desk], Action::RoomSafe);
    let texts = [say!(look.words, "room-safe-veiled"), say!(look.words, "room-safe-veiled-keys", key = key)];
    let lines = texts.iter().flat_map(|text| paint::wrap(text, area.width.saturating_sub(2)));
    for (y, line) in (1..).zip(lines) {
        paint::line(buf, area, 1, y, &line, Style::new());
    }
}

/// What has to be known on every screen.
fn badges(look: &Look) -> Vec<String> {
    let words = look.words;
    let all = [(words.is_room_safe(), "room-safe"), (look.frozen, "read-only-badge"), (look.demo, "demo-badge")];
    all.into_iter().filter(|(is_so, _)| *is_so).map(|(_, message)| words.say(message, &[])).collect()
}

/// The date in the longest form that leaves room for the homes on a line of `width` cells.
fn date_beside_homes(width: u16, look: &Look) -> String {
    let homes: u16 = screens::HOMES.iter().map(|(_, message)| paint::width(&look.words.say(message, &[])) + 2).sum();
    let badges: u16 = badges(look).iter().map(|badge| paint::width(badge) + 2).sum();
    let room = width.saturating_sub(homes + badges + 12);
    let (today, words) = (look.today(), look.words);
    let forms = [words.date(today), words.weekday_date(today), words.short_date(today, today)];
    forms.into_iter().find(|form| paint::width(form) <= room).unwrap_or_default()
}
