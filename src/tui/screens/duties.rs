//! What is due of everybody's pathways in the next weeks, overdue first.

use crate::domain::id::PersonId;
use crate::domain::record::{DutyRow, Failure};
use crate::report::{Format, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use chrono::Days;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Days that one looks ahead.
const AHEAD: u64 = 28;
/// Rows at the most.
const MOST: usize = 500;
/// Lines above the list.
const ABOVE: u16 = 2;

/// The list.
#[derive(Debug, Default)]
pub struct Duties {
    rows: Vec<DutyRow>,
    list: ListState,
}

/// A duty on so many cells: when, who, what. Where there is little room the name gives way first.
pub(super) fn line(row: &DutyRow, width: u16, look: &Look) -> String {
    let words = look.words;
    let name = if width < 70 { &row.short_name } else { &row.name };
    let name = paint::fill(name, if width < 70 { 10 } else { 18 });
    let what = say!(words, "said-part", what = words.pick(&row.pathway), value = words.pick(&row.step));
    format!("{}  {name}  {what}", paint::fill(&words.due_day(row.due, look.today()), 13))
}

impl Screen for Duties {
    fn place(&self) -> Place {
        Place::Duties
    }

    fn scope(&self) -> Scope {
        Scope::Duties
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.rows.get(self.list.selected).map(|row| row.person)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.rows = desk.reads.duties(desk.today() + Days::new(AHEAD), MOST)?;
        self.list.keep_within(self.rows.len());
        Ok(())
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.rows.len()) {
            return Ok(Some(Vec::new()));
        }
        let row = self.rows.get(self.list.selected);
        Ok(match (action, row) {
            (Action::Open, Some(row)) => {
                Some(vec![Effect::Open(Place::Path { person: row.person, run: row.run.clone() })])
            }
            (Action::Board, _) => Some(vec![Effect::Open(Place::Board)]),
            (Action::Calendar, _) => Some(vec![Effect::Open(Place::Calendar)]),
            (Action::Write, _) => {
                Some(vec![Effect::Open(Place::Preview(Request::new(Report::Duties).written(Format::Ics)))])
            }
            _ => None,
        })
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE)).max(1);
        self.list.keep_within(self.rows.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let heading = if self.rows.len() < MOST {
            say!(words, "duties-heading", count = self.rows.len(), days = AHEAD)
        } else {
            say!(words, "duties-heading-more", count = self.rows.len(), days = AHEAD)
        };
        paint::line(buf, area, 1, 0, &heading, look.title());
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        if self.rows.is_empty() {
            for (y, line) in (0..).zip(paint::wrap(&say!(words, "duties-none"), area.width.saturating_sub(4))) {
                paint::line(buf, rows, 3, y, &line, Style::new());
            }
        }
        for (y, index) in self.list.seen(self.rows.len()) {
            let Some(row) = self.rows.get(index) else { continue };
            let selected = index == self.list.selected;
            let sign = if selected { '>' } else { ' ' };
            let (mark, style) = if row.due < look.today() { ('!', look.warn()) } else { (' ', Style::new()) };
            let text = format!("{sign} {mark} {}", line(row, area.width, look));
            paint::line(buf, Rect { width: area.width.saturating_sub(1), ..rows }, 1, y, &text, style);
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }
}
