//! The screen drawn: what is seen of the file, and under it what was found.

use super::{Proof, View};
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::author;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

impl Proof {
    /// Which file it is and as what it is seen; what was found in it.
    pub(super) fn title(&self, look: &Look) -> (String, String) {
        let words = look.words;
        let Some(file) = &self.file else { return (self.path.display().to_string(), String::new()) };
        let view = match (&self.course, self.view) {
            (None, _) => None,
            (_, View::Text) => Some(say!(words, "proof-text")),
            (_, View::Room) => Some(say!(words, "proof-room")),
            (_, View::Planner) => Some(say!(words, "proof-planner")),
            (_, View::Sheet) => Some(match &self.tongue {
                Some(tongue) => say!(words, "proof-sheet-in", language = words.language_tagged(tongue)),
                None => say!(words, "proof-sheet"),
            }),
        };
        let left = [Some(file.name()), view].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        (left, author::state(file, words))
    }

    pub(super) fn draw_all(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let below = self.pane.rows(area.height);
        let mut picture = Rect { height: area.height.saturating_sub(below), ..area };
        self.pane.draw(Rect { y: area.y + picture.height, height: below, ..area }, buf, look);
        let Some(seen) = self.file.as_ref().and_then(|file| file.picture.as_ref()) else {
            let message = if self.file.is_some() { "proof-no-picture" } else { "proof-gone" };
            let text = look.words.say(message, &[]);
            for (y, line) in (1..).zip(paint::wrap(&text, area.width.saturating_sub(2))) {
                paint::line(buf, picture, 1, y, &line, Style::new());
            }
            return;
        };
        if self.is_earlier() {
            let text = say!(look.words, "proof-earlier", time = look.words.time(seen.read.time()));
            paint::line(buf, picture, 1, 0, &format!("! {text}"), look.warn());
            paint::row_style(buf, picture, 0, look.bar(true));
            picture = Rect { y: picture.y + 1, height: picture.height.saturating_sub(1), ..picture };
        }
        match (&self.course, self.view) {
            (Some(_), View::Text) => self.reader.draw(picture, buf, look),
            (Some(_), View::Room) => self.draw_room(picture, buf, look),
            (Some(_), View::Planner) => self.planner.draw(picture, buf, look),
            _ => self.paper.draw(picture, buf, look),
        }
    }

    /// The room at its own time, with its head.
    fn draw_room(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let look = &Look { now: self.moment.unwrap_or(look.now), ..*look };
        if let Some((left, right)) = self.room.head(area.width, look) {
            let room = area.width.saturating_sub(paint::width(&right) + 2);
            paint::line(buf, Rect { width: room, ..area }, 1, 0, &left, look.title());
            paint::line_right(buf, Rect { width: area.width.saturating_sub(1), ..area }, 0, &right, Style::new());
        }
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.room.draw(body, buf, look);
    }
}
