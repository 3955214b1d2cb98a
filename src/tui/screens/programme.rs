//! Reading a programme as a facilitator reads it: first what it is, then session by session.

mod pages;

use crate::domain::programme::Course;
use crate::domain::record::Failure;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use pages::Said;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// One version being read.
#[derive(Debug)]
pub struct Reader {
    /// Index among the desk's courses.
    index: usize,
    course: Option<Course>,
    versions: usize,
    /// 0: what it is; then the sessions.
    page: usize,
    top: usize,
    height: usize,
}

impl Reader {
    /// The version with this index among the desk's courses.
    #[must_use]
    pub fn new(index: usize) -> Self {
        Self { index, course: None, versions: 0, page: 0, top: 0, height: 20 }
    }

    fn turn(&mut self, page: usize) {
        let last = self.course.as_ref().map_or(0, |course| course.sessions.len());
        self.page = page.min(last);
        self.top = 0;
    }
}

impl Screen for Reader {
    fn place(&self) -> Place {
        Place::Programme { course: self.index }
    }

    fn scope(&self) -> Scope {
        Scope::Programme
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let courses = desk.courses();
        self.versions = courses.len();
        self.course = courses.into_iter().nth(self.index);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match action {
            Action::NextPane | Action::Open => self.turn(self.page + 1),
            Action::PreviousPane => self.turn(self.page.saturating_sub(1)),
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top += 1,
            Action::PageUp => self.top = self.top.saturating_sub(self.height),
            Action::PageDown => self.top += self.height,
            Action::First => self.turn(0),
            Action::Last => self.turn(usize::MAX),
            Action::ChangeProgramme => {
                self.index = (self.index + 1) % self.versions.max(1);
                self.load(desk)?;
                self.turn(self.page);
            }
            Action::NewGroup => {
                return Ok(Some(vec![Effect::Open(Place::GroupForm { group: None, course: self.index })]));
            }
            _ => return Ok(None),
        }
        let lines = self
            .course
            .as_ref()
            .map_or(0, |c| pages::lines(c, self.page, desk.words, desk.columns.saturating_sub(2)).len());
        self.top = self.top.min(lines.saturating_sub(self.height.max(1)));
        Ok(Some(Vec::new()))
    }

    fn set_height(&mut self, rows: u16) {
        self.height = usize::from(rows.saturating_sub(2));
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(course) = &self.course else { return };
        let words = look.words;
        let title = format!("{}, {}", words.pick(&course.title), words.pick(&course.version_title));
        let page = say!(words, "programme-page", page = self.page, of = course.sessions.len());
        let room = area.width.saturating_sub(paint::width(&page) + 3);
        paint::line(buf, Rect { width: room, ..area }, 1, 0, &title, look.title());
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &page, look.quiet());
        let lines = pages::lines(course, self.page, words, area.width.saturating_sub(2));
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        for (y, said) in (0..body.height).zip(lines.iter().skip(self.top)) {
            let (text, style) = match said {
                Said::Heading(text) => (text, look.title()),
                Said::Line(text) => (text, Style::new()),
            };
            paint::line(buf, body, 1, y, text, style);
        }
    }
}
