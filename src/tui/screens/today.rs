//! Today: what now, what needs watching, what comes next.

use crate::domain::record::{Failure, ReleaseWatch, SessionRow};
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

/// The first screen of the day.
#[derive(Debug)]
pub struct Today {
    place: Place,
    sessions: Vec<SessionRow>,
    coming: Vec<SessionRow>,
    watch: Vec<ReleaseWatch>,
    remarks: Vec<Remark>,
    nobody: bool,
    list: ListState,
}

impl Default for Today {
    fn default() -> Self {
        Self::at(Place::Today)
    }
}

impl Today {
    /// For the address `place`.
    #[must_use]
    pub fn at(place: Place) -> Self {
        Self {
            place,
            sessions: Vec::new(),
            coming: Vec::new(),
            watch: Vec::new(),
            remarks: Vec::new(),
            nobody: false,
            list: ListState::default(),
        }
    }
}

impl Screen for Today {
    fn place(&self) -> Place {
        self.place.clone()
    }

    fn scope(&self) -> Scope {
        Scope::Today
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.sessions = desk.reads.sessions_on(desk.today())?;
        self.coming = desk.reads.sessions_after(desk.today(), 3)?;
        self.watch = desk.reads.release_watch(desk.today(), 5)?;
        self.nobody = desk.reads.is_empty()?;
        self.remarks = desk.remarks.to_vec();
        self.list.keep_within(self.sessions.len());
        Ok(())
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.sessions.len()) {
            return Ok(Some(Vec::new()));
        }
        Ok(match action {
            Action::SamplePeople => Some(vec![Effect::SamplePeople]),
            _ => None,
        })
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        paint::line(buf, area, 1, 0, &say!(look.words, "today-sessions"), look.title());
        let rows = Rect { y: area.y + 1, height: area.height - 1, ..area };
        for (y, session) in (0..).zip(&self.sessions) {
            let selected = usize::from(y) == self.list.selected;
            let sign = if selected { ">" } else { " " };
            let text = format!(" {sign} {}", session.group_code);
            paint::line(buf, rows, 0, y, &text, Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }
}
