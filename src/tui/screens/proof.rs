//! A trainer's file as it will be seen: read, in the room, in the planner, on the sheet that people take with them.
//! It follows the file. What is seen is drawn by those screens themselves.

mod draw;
mod finding;
mod paper;
mod picture;
mod sheet;

pub(super) use paper::{agency, guide};

use crate::domain::programme::Course;
use crate::domain::record::Failure;
use crate::domain::rehearsal::{GROUP, Rehearsal};
use crate::domain::shelf::Content;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::manuscript::Manuscript;
use crate::tui::screen::Screen;
use crate::tui::screens::planner::Planner;
use crate::tui::screens::programme::Reader;
use crate::tui::screens::room::RoomScreen;
use crate::tui::widgets::document::Document;
use chrono::{DateTime, FixedOffset};
use finding::Pane;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;
use std::sync::Arc;

/// As what a programme is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// As a facilitator reads it.
    Text,
    Room,
    Planner,
    /// What people take with them.
    Sheet,
}

/// One file, and the place where it is looked at.
#[derive(Debug)]
pub struct Proof {
    path: PathBuf,
    file: Option<Manuscript>,
    /// The version that is looked at, of a programme.
    course: Option<Arc<Course>>,
    view: View,
    /// 0: the whole; then its sessions, steps or pages.
    page: usize,
    /// Of the session in the room.
    activity: usize,
    /// The language of the sheet, where it is not that of the desk.
    tongue: Option<String>,
    pane: Pane,
    reader: Reader,
    room: RoomScreen,
    /// What time it is in the room.
    moment: Option<DateTime<FixedOffset>>,
    planner: Planner,
    paper: Document,
    height: u16,
}

impl Proof {
    /// Of the file at `path`, empty until it is loaded.
    #[must_use]
    pub fn of(path: PathBuf) -> Self {
        Self {
            path,
            file: None,
            course: None,
            view: View::Text,
            page: 0,
            activity: 0,
            tongue: None,
            pane: Pane::default(),
            reader: Reader::new(0),
            room: RoomScreen::to_look_on(GROUP, Rehearsal::session(0)),
            moment: None,
            planner: Planner::new(GROUP),
            paper: Document::default(),
            height: 20,
        }
    }

    fn content(&self) -> Option<&Content> {
        self.file.as_ref()?.picture.as_ref().map(|picture| &*picture.content)
    }

    /// Moves in what is seen, by the keys of lists.
    fn step(&mut self, action: Action, desk: &mut Desk) -> Result<bool, Failure> {
        match self.view {
            View::Text if self.course.is_some() => {
                let moved = self.reader.act(action, desk)?.is_some();
                self.page = self.reader.page();
                return Ok(moved);
            }
            View::Room => {
                let last = self.activities().saturating_sub(1);
                self.activity = match action {
                    Action::Up => self.activity.saturating_sub(1),
                    Action::Down => (self.activity + 1).min(last),
                    Action::First | Action::PageUp => 0,
                    Action::Last | Action::PageDown => last,
                    _ => return Ok(false),
                };
                self.show(desk)?;
            }
            View::Planner => return Ok(self.planner.act(action, desk)?.is_some()),
            View::Text | View::Sheet => return Ok(self.paper.act(action, desk.columns)),
        }
        Ok(true)
    }

    fn look_at(&mut self, view: View, desk: &Desk) -> Result<Effects, Failure> {
        if self.course.is_none() && view != View::Text {
            return Ok(vec![Effect::Say(say!(desk.words, "proof-only-programmes"))]);
        }
        self.view = view;
        self.show(desk)?;
        Ok(Vec::new())
    }

    /// Turns to the next session, step or page, or to the one before.
    fn leaf(&mut self, forward: bool, desk: &mut Desk) -> Result<(), Failure> {
        if self.view == View::Planner {
            self.planner.act(Action::NextPane, desk)?;
            return Ok(());
        }
        let first = self.first_page();
        let page = self.page.max(first);
        self.page = if forward { page + 1 } else { page.saturating_sub(1) };
        self.page = self.page.clamp(first, self.parts().len().max(first));
        self.activity = 0;
        self.show(desk)
    }

    /// The sheet in the next of the languages there are.
    fn next_tongue(&mut self, desk: &Desk) -> Result<Effects, Failure> {
        let tongues = self.tongues();
        let here = self.tongue.as_ref().and_then(|here| tongues.iter().position(|tongue| tongue == here));
        self.tongue = tongues.get(here.map_or(0, |here| here + 1)).cloned();
        self.look_at(View::Sheet, desk)
    }
}

impl Screen for Proof {
    fn place(&self) -> Place {
        Place::Proof(self.path.clone())
    }

    fn scope(&self) -> Scope {
        Scope::Proof
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let file = desk.manuscripts.iter().find(|manuscript| manuscript.path == self.path);
        self.pane.set_columns(desk.columns);
        self.pane.renew(file.map_or(&[], |file| &file.flaws));
        self.take(file.cloned());
        self.show(desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        self.pane.set_columns(desk.columns);
        match action {
            Action::ViewText => return self.look_at(View::Text, desk).map(Some),
            Action::ViewRoom => return self.look_at(View::Room, desk).map(Some),
            Action::Planner => return self.look_at(View::Planner, desk).map(Some),
            Action::ViewSheet => return self.look_at(View::Sheet, desk).map(Some),
            Action::PreviousPane => self.leaf(false, desk)?,
            Action::ChangeProgramme => self.next_version(desk)?,
            Action::SheetLanguage => return self.next_tongue(desk).map(Some),
            Action::NextFinding => return self.jump(true, desk).map(Some),
            Action::PreviousFinding => return self.jump(false, desk).map(Some),
            Action::Findings => {
                self.pane.toggle();
                self.settle();
            }
            Action::Open if self.view == View::Room => self.room.read(),
            Action::Back if self.view == View::Room && self.room.is_read() => self.room.read(),
            Action::NextPane | Action::Open => self.leaf(true, desk)?,
            action => return Ok(self.step(action, desk)?.then(Vec::new)),
        }
        Ok(Some(Vec::new()))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_all(area, buf, look);
    }

    fn head(&self, _width: u16, look: &Look) -> Option<(String, String)> {
        Some(self.title(look))
    }

    fn set_height(&mut self, rows: u16) {
        self.height = rows;
        self.settle();
    }
}
