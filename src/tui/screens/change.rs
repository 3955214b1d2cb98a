//! A change of a timetable before it is recorded: what becomes of which session, and for whom.

mod page;

use crate::domain::change::{Change, Clash, Days, Preview, Proposal, Refused};
use crate::domain::id::{GroupId, SessionId};
use crate::domain::record::{Failure, GroupRecord};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::document::Document;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A change that is looked at.
#[derive(Debug)]
pub struct Changing {
    group: GroupId,
    proposal: Proposal,
    read: Option<Read>,
    page: Document,
}

/// What was read for it, and what it would come to.
#[derive(Debug)]
struct Read {
    record: GroupRecord,
    preview: Result<Preview, Refused>,
    clashes: Vec<Clash>,
}

impl Changing {
    /// The change `proposal` of `group`.
    #[must_use]
    pub fn new(group: GroupId, proposal: Proposal) -> Self {
        Self { group, proposal, read: None, page: Document::default() }
    }

    /// Makes the change, in one step.
    fn make(&self, desk: &mut Desk) -> Effects {
        let Some(read) = &self.read else { return Vec::new() };
        let new = SessionId(desk.new_id());
        let days = Days { closed: desk.closed, today: desk.today() };
        match self.proposal.entries(&read.record, days, new) {
            Ok(entries) => {
                let what = desk.words.change_of(&read.record, &self.proposal.change);
                let others = read.preview.as_ref().map_or(0, |preview| preview.others(&self.proposal.change));
                let said = say!(desk.words, "change-said", what = what, count = others);
                vec![Effect::Record { entries, said }, Effect::Back]
            }
            Err(refused) => vec![Effect::Refuse(desk.words.refused(&refused))],
        }
    }
}

impl Screen for Changing {
    fn place(&self) -> Place {
        Place::Change { group: self.group, proposal: self.proposal.clone() }
    }

    fn scope(&self) -> Scope {
        Scope::Change
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.read = match desk.reads.group(self.group, desk.order())? {
            Some(record) => {
                let days = Days { closed: desk.closed, today: desk.today() };
                let preview = Preview::of(&record, &self.proposal, days);
                let span = preview.as_ref().ok().and_then(Preview::span);
                let booked = span.map(|(from, to)| desk.reads.booked(from, to)).transpose()?.unwrap_or_default();
                let clashes = preview.as_ref().map_or_else(|_| Vec::new(), |preview| preview.clashes(&booked));
                Some(Read { record, preview, clashes })
            }
            None => None,
        };
        self.page.set(page::blocks(self.read.as_ref(), &self.proposal, desk), desk.columns);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.page.act(action, desk.columns) {
            return Ok(Some(Vec::new()));
        }
        Ok(match action {
            Action::Save => Some(self.make(desk)),
            Action::LaterToo => {
                self.proposal.cascade = !self.proposal.cascade;
                self.load(desk)?;
                Some(Vec::new())
            }
            _ => None,
        })
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows);
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.page.draw(area, buf, look);
    }
}

/// The screen that shows `change` of `group` before it is recorded.
pub fn ask(group: GroupId, change: Change, cascade: bool) -> Effect {
    Effect::Open(Place::Change { group, proposal: Proposal { change, cascade } })
}
