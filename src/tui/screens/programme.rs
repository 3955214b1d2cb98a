//! Reading a programme as a facilitator reads it: first what it is, then session by session, and what was found in
//! its file.

mod pages;

use crate::domain::programme::Course;
use crate::domain::record::Failure;
use crate::say;
use crate::tui::desk::{Desk, Remark};
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use pages::Said;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::sync::Arc;

/// One version being read.
#[derive(Debug)]
pub struct Reader {
    /// Index among the desk's courses.
    index: usize,
    course: Option<Arc<Course>>,
    versions: usize,
    /// What was found in the file of the programme.
    remarks: Vec<Remark>,
    /// What was found has the page.
    is_finding: bool,
    /// 0: what it is; then the sessions.
    page: usize,
    top: usize,
    height: usize,
}

impl Reader {
    /// The version with this index among the desk's courses.
    #[must_use]
    pub fn new(index: usize) -> Self {
        let (course, remarks) = (None, Vec::new());
        Self { index, course, versions: 0, remarks, is_finding: false, page: 0, top: 0, height: 20 }
    }

    /// Shows a page of a course; what is read stays where it is.
    pub(super) fn show(&mut self, course: Arc<Course>, page: usize) {
        self.course = Some(course);
        if page != self.page {
            self.turn(page);
        }
    }

    /// The page that is open: 0 what the programme is, then its sessions.
    pub(super) fn page(&self) -> usize {
        self.page
    }

    fn turn(&mut self, page: usize) {
        let last = self.course.as_ref().map_or(0, |course| course.sessions.len());
        self.page = page.min(last);
        self.is_finding = false;
        self.top = 0;
    }

    fn lines(&self, desk: &Desk) -> usize {
        let width = desk.columns.saturating_sub(2);
        match &self.course {
            _ if self.is_finding => pages::remarks(&self.remarks, width).len(),
            Some(course) => pages::lines(course, self.page, desk.words, width).len(),
            None => 0,
        }
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
        self.course = courses.into_iter().nth(self.index).map(Arc::new);
        self.remarks = self.course.as_ref().map_or_else(Vec::new, |course| desk.remarks_on(&course.programme));
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match action {
            Action::Findings if self.remarks.is_empty() => {
                return Ok(Some(vec![Effect::Say(say!(desk.words, "programme-no-findings"))]));
            }
            Action::Findings => (self.is_finding, self.top) = (!self.is_finding, 0),
            Action::Back if self.is_finding => (self.is_finding, self.top) = (false, 0),
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
            Action::Coverage => return Ok(Some(vec![Effect::Open(Place::CoverageOfCourse(self.index))])),
            Action::NewGroup => {
                return Ok(Some(vec![Effect::Open(Place::GroupForm { group: None, course: self.index })]));
            }
            _ => return Ok(None),
        }
        self.top = self.top.min(self.lines(desk).saturating_sub(self.height.max(1)));
        Ok(Some(Vec::new()))
    }

    fn set_height(&mut self, rows: u16) {
        self.height = usize::from(rows.saturating_sub(2));
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(course) = &self.course else { return };
        let words = look.words;
        let title = format!("{}, {}", words.pick(&course.title), words.pick(&course.version_title));
        let mut right = say!(words, "programme-page", page = self.page, of = course.sessions.len());
        if self.is_finding {
            right = say!(words, "programmes-remarks");
        } else if !self.remarks.is_empty() {
            let key = look.keymap.key_for(&[Scope::Programme], Action::Findings);
            let found = say!(words, "programme-findings", count = self.remarks.len());
            right = format!("! {found} ({key})  {right}");
        }
        let room = area.width.saturating_sub(paint::width(&right) + 3);
        paint::line(buf, Rect { width: room, ..area }, 1, 0, &title, look.title());
        paint::line_right(buf, Rect { width: area.width - 1, ..area }, 0, &right, look.quiet());
        let width = area.width.saturating_sub(2);
        let lines = if self.is_finding {
            pages::remarks(&self.remarks, width)
        } else {
            pages::lines(course, self.page, words, width)
        };
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        for (y, said) in (0..body.height).zip(lines.iter().skip(self.top)) {
            let (text, style) = match said {
                Said::Heading(text) => (text, look.title()),
                Said::Line(text) => (text, Style::new()),
                Said::Fault(text) => (text, look.wrong()),
                Said::Doubt(text) => (text, look.warn()),
            };
            paint::line(buf, body, 1, y, text, style);
        }
    }
}
