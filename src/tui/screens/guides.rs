//! The guides: what there is to read, to show, or to print.

use crate::domain::guide::Guide;
use crate::domain::record::Failure;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines of one guide: what it is called, what it is about.
const ROWS: u16 = 2;
/// Lines above the list.
const ABOVE: u16 = 2;

/// The list.
#[derive(Debug, Default)]
pub struct Guides {
    all: Vec<Guide>,
    list: ListState,
}

impl Screen for Guides {
    fn place(&self) -> Place {
        Place::Guides
    }

    fn scope(&self) -> Scope {
        Scope::Guides
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.all = desk.services.guides.to_vec();
        self.list.keep_within(self.all.len());
        Ok(())
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.all.len()) {
            return Ok(Some(Vec::new()));
        }
        let guide = self.all.get(self.list.selected);
        Ok(match (action, guide) {
            (Action::Open, Some(guide)) => Some(vec![Effect::Open(Place::Guide(guide.id.clone()))]),
            (Action::Directory, _) => Some(vec![Effect::Open(Place::Directory)]),
            _ => None,
        })
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE) / ROWS).max(1);
        self.list.keep_within(self.all.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 0, &say!(words, "guides-heading"), look.title());
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        if self.all.is_empty() {
            paint::line(buf, rows, 3, 0, &say!(words, "guides-none"), Style::new());
        }
        let line = Rect { width: rows.width.saturating_sub(1), ..rows };
        for (y, index) in self.list.seen(self.all.len()) {
            let Some(guide) = self.all.get(index) else { continue };
            let (selected, y) = (index == self.list.selected, y * ROWS);
            let sign = if selected { '>' } else { ' ' };
            let (mark, style) = if guide.review_by < look.today() { ('!', look.warn()) } else { (' ', Style::new()) };
            let tags = guide.languages().collect::<Vec<_>>().join(" ");
            let title = format!("{sign} {mark} {}  ({tags})", words.pick(&guide.title));
            paint::line(buf, line, 1, y, &title, style);
            paint::row_style(buf, rows, y, look.bar(selected));
            paint::line(buf, line, 7, y + 1, &words.pick(&guide.summary), look.quiet());
        }
    }
}
