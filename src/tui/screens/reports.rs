//! Reports: of which group, and of all.

use crate::domain::record::{Failure, GroupRow, GroupsQuery, Row, Window};
use crate::report::{Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::window::Windowed;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The choice of a group; the first line is all of them.
#[derive(Debug, Default)]
pub struct Reports {
    groups: Windowed<GroupRow>,
    /// The line of all groups is selected.
    all: bool,
    loaded: bool,
}

fn fetch<'a>(desk: &'a Desk) -> impl FnMut(&Window, usize) -> Result<Vec<Row<GroupRow>>, Failure> + use<'a> {
    move |window, limit| desk.reads.groups(&GroupsQuery::default(), window, limit)
}

impl Reports {
    fn request(&self) -> Option<Request> {
        if self.all {
            return Some(Request::new(Report::Evaluation));
        }
        Some(Request::new(Report::Register).in_group(self.groups.current()?.id))
    }
}

impl Screen for Reports {
    fn place(&self) -> Place {
        Place::Reports
    }

    fn scope(&self) -> Scope {
        Scope::Reports
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.groups.reload(&mut fetch(desk))?;
        if !self.loaded {
            self.loaded = true;
            self.all = self.groups.rows.is_empty();
        }
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match action {
            Action::Open => {
                return Ok(self.request().map(|request| vec![Effect::Open(Place::Preview(request))]));
            }
            Action::Down if self.all && !self.groups.rows.is_empty() => self.all = false,
            Action::Up if self.groups.selected == 0 && self.groups.top == 0 => self.all = true,
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Last => {
                self.all = action == Action::First || self.groups.rows.is_empty();
                self.groups.act(action, &mut fetch(desk))?;
            }
            _ => return Ok(None),
        }
        Ok(Some(Vec::new()))
    }

    fn set_height(&mut self, rows: u16) {
        self.groups.height = usize::from(rows.saturating_sub(3));
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 0, &say!(words, "reports-which"), look.title());
        let sign = if self.all { ">" } else { " " };
        paint::line(buf, area, 1, 1, &format!("{sign} {}", say!(words, "reports-all")), Style::new());
        paint::row_style(buf, area, 1, look.bar(self.all));
        let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
        for (y, selected, row) in self.groups.seen() {
            let selected = selected && !self.all;
            let sign = if selected { ">" } else { " " };
            let code = paint::fill(&row.group.code, 10);
            let start = paint::fill(&words.short_date(row.group.start, look.today()), 13);
            let held = say!(words, "reports-held", held = row.held, of = row.sessions);
            let text = format!("{sign} {code} {start} {} {}", paint::fill(&held, 14), words.pick(&row.title));
            paint::line(buf, rows, 1, y, &text, Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
        let y = area.height.saturating_sub(1);
        paint::line(buf, area, 1, y, &say!(words, "reports-hint"), look.quiet());
    }
}
