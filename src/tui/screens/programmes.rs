//! Programmes: every version that can be run, and what was found in the files.

use crate::domain::programme::Course;
use crate::domain::record::Failure;
use crate::say;
use crate::tui::desk::{Desk, Remark};
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The programmes there are.
#[derive(Debug, Default)]
pub struct Programmes {
    courses: Vec<Course>,
    remarks: Vec<Remark>,
    list: ListState,
    rows: u16,
}

impl Screen for Programmes {
    fn place(&self) -> Place {
        Place::Programmes
    }

    fn scope(&self) -> Scope {
        Scope::Programmes
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.courses = desk.courses();
        self.remarks = desk.remarks.to_vec();
        self.list.keep_within(self.courses.len());
        Ok(())
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.courses.len()) {
            return Ok(Some(Vec::new()));
        }
        let course = self.list.selected;
        Ok(match action {
            Action::Open | Action::NewGroup if self.courses.is_empty() => Some(Vec::new()),
            Action::Open => Some(vec![Effect::Open(Place::Programme { course })]),
            Action::NewGroup => Some(vec![Effect::Open(Place::GroupForm { group: None, course })]),
            Action::Directory => Some(vec![Effect::Open(Place::Directory)]),
            Action::Guides => Some(vec![Effect::Open(Place::Guides)]),
            _ => None,
        })
    }

    fn set_height(&mut self, rows: u16) {
        self.rows = rows;
        // Two lines each, and room for what was found in the files.
        self.list.height = usize::from(rows.saturating_sub(8) / 2).max(3);
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 0, &say!(words, "programmes-title"), look.title());
        let rows = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if self.courses.is_empty() {
            paint::line(buf, rows, 3, 0, &say!(words, "programmes-none"), Style::new());
        }
        let mut below = 1;
        for (line, index) in self.list.seen(self.courses.len()) {
            let (course, y, selected) = (&self.courses[index], line * 2, index == self.list.selected);
            let sign = if selected { ">" } else { " " };
            let title = format!("{sign} {}, {}", words.pick(&course.title), words.pick(&course.version_title));
            paint::line(buf, rows, 1, y, &title, Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
            let facts = say!(
                words,
                "programmes-facts",
                sessions = course.sessions.len(),
                minutes = course.sessions.iter().map(|plan| plan.minutes()).max().unwrap_or(0),
                min = course.group_size.min,
                max = course.group_size.max
            );
            let review = if course.review_by < look.today() {
                say!(words, "programmes-review-past", date = words.date(course.review_by))
            } else {
                say!(words, "programmes-review", date = words.date(course.review_by))
            };
            let x = paint::line(buf, rows, 5, y + 1, &facts, look.quiet());
            let x = paint::line(buf, rows, x + 2, y + 1, &review, look.quiet());
            let found = self.found(&course.programme);
            let count = found.clone().count();
            if count > 0 {
                let errors = found.clone().any(|remark| remark.is_error);
                let text = format!("! {}", say!(words, "programme-findings", count = count));
                paint::line(buf, rows, x + 2, y + 1, &text, if errors { look.wrong() } else { look.warn() });
            }
            below = y + 3;
        }
        self.draw_remarks(Rect { y: rows.y + below, height: rows.height.saturating_sub(below), ..rows }, buf, look);
    }
}

impl Programmes {
    /// What was found in the file of a programme.
    fn found<'a>(&'a self, programme: &'a str) -> impl Iterator<Item = &'a Remark> + Clone {
        self.remarks.iter().filter(move |remark| remark.about.as_deref() == Some(programme))
    }

    fn draw_remarks(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        if self.remarks.is_empty() {
            return;
        }
        paint::line(buf, area, 1, 0, &say!(look.words, "programmes-remarks"), look.title());
        let mut y = 1;
        for remark in &self.remarks {
            let style = if remark.is_error { look.wrong() } else { look.warn() };
            for line in paint::wrap(&remark.text, area.width.saturating_sub(6)) {
                paint::line(buf, area, 3, y, &line, style);
                y += 1;
            }
        }
    }
}
