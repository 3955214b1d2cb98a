//! Reports: of which group, of several, or of all.

use crate::domain::id::GroupId;
use crate::domain::record::{Failure, GroupRow, GroupsQuery, Row, Window};
use crate::report::{Period, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::preview::choosing;
use crate::tui::widgets::window::Windowed;
use chrono::{Months, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::BTreeSet;

/// The choice of groups; the first line is all of them.
#[derive(Debug, Default)]
pub struct Reports {
    groups: Windowed<GroupRow>,
    /// Those picked, to be reported on together.
    picked: BTreeSet<GroupId>,
    /// The line of all groups is selected.
    all: bool,
    loaded: bool,
}

fn fetch<'a>(desk: &'a Desk) -> impl FnMut(&Window, usize) -> Result<Vec<Row<GroupRow>>, Failure> + use<'a> {
    move |window, limit| desk.reads.groups(&GroupsQuery::default(), window, limit)
}

impl Reports {
    /// What is opened first: the register of one group, the figures of several.
    fn request(&self, today: NaiveDate) -> Option<Request> {
        if self.all {
            // A year is what a supervisor asks for, and soon read; `p` says otherwise.
            let period = Period { since: today.checked_sub_months(Months::new(12)), until: None };
            return Some(Request { period, ..Request::new(Report::Evaluation) });
        }
        if self.picked.is_empty() {
            return Some(Request::new(Report::Register).in_group(self.groups.current()?.id));
        }
        let groups: Vec<GroupId> = self.picked.iter().copied().collect();
        let report = if groups.len() == 1 { Report::Register } else { Report::Evaluation };
        Some(Request { groups, ..Request::new(report) })
    }

    /// Picks the selected group, or no longer, and goes on to the next.
    fn pick(&mut self, desk: &Desk) -> Result<(), Failure> {
        if let Some(id) = self.groups.current().map(|row| row.id).filter(|_| !self.all) {
            if !self.picked.remove(&id) {
                self.picked.insert(id);
            }
            self.groups.act(Action::Down, &mut fetch(desk))?;
        }
        Ok(())
    }

    fn row(&self, row: &GroupRow, selected: bool, look: &Look) -> String {
        let words = look.words;
        let sign = if selected { ">" } else { " " };
        let picked = if self.picked.contains(&row.id) { "x" } else { " " };
        let code = paint::fill(&row.group.code, 10);
        let start = paint::fill(&words.short_date(row.group.start, look.today()), 13);
        let held = paint::fill(&say!(words, "reports-held", held = row.held, of = row.sessions), 14);
        format!("{sign}{picked}{code} {start} {held} {}", words.pick(&row.title))
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
                return Ok(self.request(desk.today()).map(|request| vec![Effect::Open(Place::Preview(request))]));
            }
            Action::Recipient => {
                let request = self.request(desk.today());
                return Ok(request.map(|request| choosing::recipients(&request, Effect::Open, desk)));
            }
            Action::Toggle => self.pick(desk)?,
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
        let title = match self.picked.len() {
            0 => say!(words, "reports-which"),
            picked => say!(words, "reports-picked", count = picked),
        };
        paint::line(buf, area, 1, 0, &title, look.title());
        let sign = if self.all { ">" } else { " " };
        paint::line(buf, area, 1, 1, &format!("{sign} {}", say!(words, "reports-all")), Style::new());
        paint::row_style(buf, area, 1, look.bar(self.all));
        let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area };
        for (y, selected, row) in self.groups.seen() {
            let selected = selected && !self.all;
            paint::line(buf, rows, 1, y, &self.row(row, selected, look), Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
        let y = area.height.saturating_sub(1);
        paint::line(buf, area, 1, y, &say!(words, "reports-hint"), look.quiet());
    }
}
