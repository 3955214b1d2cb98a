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
        let shown = hints(look, &self.scopes(look.words));
        let actor = paint::cut(look.actor, room_for_name(&shown, area.width));
        let mut x = 1;
        for hint in fitting(&shown, area.width.saturating_sub(paint::width(&actor) + 2)) {
            x = paint::line(buf, area, x, y, &hint.key, look.title()) + 1;
            x = paint::line(buf, area, x, y, &hint.text, Style::new()) + 2;
        }
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, y, &actor, look.quiet());
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

/// A key with what it does.
struct Hint {
    key: String,
    text: String,
    /// How one leaves, and where all keys stand: there is always room for these.
    stays: bool,
}

impl Hint {
    /// Cells that it takes, with those before the next one.
    fn width(&self) -> u16 {
        paint::width(&self.key) + 1 + paint::width(&self.text) + 2
    }
}

/// What the keys do, those needed most first.
fn hints(look: &Look, scopes: &[Scope]) -> Vec<Hint> {
    let mut shown: Vec<Hint> = Vec::new();
    for binding in scopes.iter().flat_map(|scope| look.keymap.of(*scope)).filter(|binding| binding.footer) {
        let Some(key) = binding.keys.first().map(ToString::to_string) else { continue };
        // What a screen uses a key for is what the key does.
        if shown.iter().all(|other| other.key != key) {
            let stays = matches!(binding.action, Action::Back | Action::Help);
            shown.push(Hint { key, text: look.words.say(binding.message, &[]), stays });
        }
    }
    shown
}

/// Cells of a name that are worth showing.
const NAME: u16 = 4;

/// Cells for the name of whoever works here, who knows it: a third of the line at the most, and no more than what one
/// came for and the hints that stay leave over.
fn room_for_name(hints: &[Hint], width: u16) -> u16 {
    let first = hints.iter().find(|hint| !hint.stays);
    let needed: u16 = hints.iter().filter(|hint| hint.stays).chain(first).map(Hint::width).sum();
    let room = width.saturating_sub(needed + 2).min(width / 3);
    if room < NAME { 0 } else { room }
}

/// As many of them as there are cells for, in their order: first those that stay, then the others as they come.
fn fitting(hints: &[Hint], cells: u16) -> Vec<&Hint> {
    let kept: u16 = hints.iter().filter(|hint| hint.stays).map(Hint::width).sum();
    let mut room = cells.saturating_sub(kept);
    let fits = |hint: &&Hint| {
        let width = if hint.stays { 0 } else { hint.width() };
        let fits = width <= room;
        room -= if fits { width } else { 0 };
        fits
    };
    hints.iter().filter(fits).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Locale, Words};
    use crate::tui::keymap::Keymap;
    use crate::tui::look::Ability;

    #[test]
    fn on_the_smallest_screen_every_foot_says_how_to_leave_and_what_one_came_for() {
        let keymap = Keymap::built_in();
        for tag in ["en", "nb"] {
            let words = Words::new(Locale::choose([tag]));
            let look = Look {
                words: &words,
                keymap: &keymap,
                ability: Ability { ascii: false, marker: false, colour: false },
                now: "2026-11-24T10:00:00+01:00".parse().unwrap(),
                actor: "",
                demo: false,
                frozen: false,
            };
            for scope in Scope::ALL {
                let all = hints(&look, &[scope, Scope::Desk]);
                // Beside a name as long as any.
                let cells = LEAST.0 - room_for_name(&all, LEAST.0) - 2;
                let seen = fitting(&all, cells);
                let wide: u16 = seen.iter().map(|hint| hint.width()).sum();
                assert!(wide <= cells + 2, "{tag} {scope:?}: {wide}");
                let stays = |hints: &mut dyn Iterator<Item = &Hint>| hints.filter(|hint| hint.stays).count();
                assert_eq!(stays(&mut seen.iter().copied()), stays(&mut all.iter()), "{tag} {scope:?}");
                let own = all.first().filter(|hint| !hint.stays);
                assert!(own.is_none_or(|own| seen.iter().any(|hint| hint.key == own.key)), "{tag} {scope:?}");
            }
        }
    }
}
