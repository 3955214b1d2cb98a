//! The room: what the person in front of a group sees and does during a session.

mod acting;
mod after;
mod agenda;
pub(super) mod agreed;
mod before;
mod changing;
mod closing;
mod guests;
mod guide;
pub(super) mod head;
mod notes;
mod people;
mod recording;
mod selection;

pub(super) use head::title;

use crate::domain::group::SessionState;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::record::{Failure, GroupRecord, Member};
use crate::domain::room::Room;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Which half the arrows move in. Marks always go to the selected person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Agenda,
    People,
}

/// What can be read as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// Say, do and need of the selected activity.
    Activity,
    /// What to know before the session.
    Before,
}

/// One session in the room.
#[derive(Debug)]
pub struct RoomScreen {
    group: GroupId,
    session: SessionId,
    record: Option<GroupRecord>,
    pane: Pane,
    agenda: ListState,
    people: ListState,
    /// Rows of the body.
    height: u16,
    /// What has the whole body.
    reading: Option<Page>,
    /// A key was pressed that may have marked somebody.
    marking: bool,
    /// What is still to be done of what they agreed to.
    agreed: Vec<agreed::Agreed>,
}

impl RoomScreen {
    /// For the session of a group, empty until it is loaded.
    #[must_use]
    pub fn at(group: GroupId, session: SessionId) -> Self {
        Self {
            group,
            session,
            record: None,
            pane: Pane::People,
            agenda: ListState::default(),
            people: ListState::default(),
            height: 20,
            reading: None,
            marking: false,
            agreed: Vec::new(),
        }
    }

    /// The same for looking on: the arrows go from activity to activity.
    pub(super) fn to_look_on(group: GroupId, session: SessionId) -> Self {
        Self { pane: Pane::Agenda, ..Self::at(group, session) }
    }

    /// Shows the group as it is now.
    pub(super) fn show(&mut self, record: Option<GroupRecord>) {
        let selected = self.room().and_then(|room| self.person(&room)).map(|member| member.id);
        let point = self.point();
        let before = std::mem::replace(&mut self.record, record);
        self.follow(before.as_ref(), (point, selected));
        self.settle();
    }

    /// Opens or closes the page of what is selected.
    pub(super) fn read(&mut self) {
        self.turn(Page::Activity);
    }

    /// Whether a page has the whole body.
    pub(super) fn is_read(&self) -> bool {
        self.reading.is_some()
    }

    fn room(&self) -> Option<Room<'_>> {
        Room::of(self.record.as_ref()?, self.session)
    }

    /// The key of what is selected on the agenda.
    fn point(&self) -> u16 {
        let point = self.room().and_then(|room| room.points().get(self.agenda.selected).map(|point| point.key));
        point.unwrap_or(u16::MAX)
    }

    fn person<'a>(&self, room: &Room<'a>) -> Option<&'a Member> {
        room.people().nth(self.people.selected)
    }

    /// Rows of the two lists: as many as they need, as long as the guide below keeps a third.
    fn rows(&self) -> u16 {
        let needed = self.room().map_or(0, |room| room.people().count().max(room.points().len()));
        let spare = self.height.saturating_sub((self.height / 3).max(5) + 2);
        u16::try_from(needed).unwrap_or(spare).clamp(1, spare.max(1))
    }

    fn settle(&mut self) {
        let (rows, lengths) = (usize::from(self.rows()), self.lengths());
        for (list, length) in [(&mut self.agenda, lengths.0), (&mut self.people, lengths.1)] {
            list.height = rows;
            list.keep_within(length);
        }
    }

    /// How many activities and people there are.
    fn lengths(&self) -> (usize, usize) {
        self.room().map_or((0, 0), |room| (room.points().len(), room.people().count()))
    }

    /// Selects what follows from what happened between `before` and now.
    fn follow(&mut self, before: Option<&GroupRecord>, (point, selected): (u16, Option<PersonId>)) {
        let Some(room) = self.room() else { return };
        let before = before.and_then(|record| Room::of(record, self.session));
        let point = selection::activity(before.as_ref(), &room).unwrap_or(point);
        let at = room.points().iter().position(|other| other.key == point);
        let person = selection::person(before.as_ref().filter(|_| self.marking), &room, selected);
        let place = room.people().position(|member| Some(member.id) == person);
        self.agenda.selected = at.unwrap_or(self.agenda.selected);
        self.people.selected = place.unwrap_or(self.people.selected);
        self.marking = false;
    }

    fn move_in_pane(&mut self, action: Action) -> bool {
        let (activities, people) = self.lengths();
        match self.pane {
            Pane::Agenda => self.agenda.act(action, activities),
            Pane::People => self.people.act(action, people),
        }
    }

    /// Whether a key leaves the activity that is read: nobody is selected or marked unseen.
    fn ends_reading(action: Action) -> bool {
        let moves = matches!(action, Action::Back | Action::NextPane | Action::Left | Action::Right);
        let marks = matches!(action, Action::Mark(_) | Action::Away | Action::Clear | Action::CameBack);
        moves || marks || matches!(action, Action::Note | Action::Rate)
    }

    /// Opens a page, or closes the one that is open.
    fn turn(&mut self, page: Page) {
        self.reading = if self.reading.is_some() { None } else { Some(page) };
    }

    /// Whether what to know before the session stands where the guide will.
    fn is_before(&self, room: &Room) -> bool {
        room.session.state == SessionState::Planned && self.pane == Pane::People
    }

    /// Whether what follows from the session stands there.
    fn is_after(&self, room: &Room) -> bool {
        room.is_held() && self.pane == Pane::People
    }

    /// What the keys of the room do that change nothing but what is seen.
    fn look_around(&mut self, action: Action) -> bool {
        if self.reading.is_some() && Self::ends_reading(action) {
            self.reading = None;
            return true;
        }
        match action {
            Action::NextPane if self.pane == Pane::Agenda => self.pane = Pane::People,
            Action::NextPane | Action::Left => self.pane = Pane::Agenda,
            Action::Right => self.pane = Pane::People,
            Action::Open if self.pane == Pane::Agenda || self.reading.is_some() => self.turn(Page::Activity),
            Action::Before => self.turn(Page::Before),
            action => return self.move_in_pane(action),
        }
        true
    }
}

impl Screen for RoomScreen {
    fn place(&self) -> Place {
        Place::Room { group: self.group, session: self.session }
    }

    fn scope(&self) -> Scope {
        Scope::Room
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.room().and_then(|room| self.person(&room)).map(|member| member.id)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let record = desk.group(self.group)?;
        self.show(record);
        self.recall(desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.look_around(action) {
            if action == Action::Before {
                self.recall(desk)?;
            }
            return Ok(Some(Vec::new()));
        }
        let effects = self.room().and_then(|room| self.record_action(action, &room, desk));
        self.marking = effects.is_some() || action == Action::Undo;
        Ok(effects)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(room) = self.room() else {
            paint::line(buf, area, 1, 1, &say!(look.words, "room-gone"), Style::new());
            return;
        };
        match self.reading {
            Some(Page::Activity) => {
                let frame = guide::Frame { area, corner: None, more: "room-more" };
                return guide::draw(&room, self.point(), frame, buf, look);
            }
            Some(Page::Before) => {
                let frame = guide::Frame { area, corner: None, more: "room-more" };
                return before::draw(&room, &self.agreed, frame, buf, look);
            }
            None => {}
        }
        let rows = self.rows();
        // On a narrow terminal the people keep what they need.
        let left = if area.width < 72 { area.width * 13 / 30 } else { area.width * 19 / 40 };
        let top = Rect { height: rows + 1, ..area };
        agenda::draw(self, &room, Rect { width: left, ..top }, buf, look);
        people::draw(self, &room, Rect { x: area.x + left + 1, width: area.width - left - 1, ..top }, buf, look);
        for y in 0..=rows {
            paint::line(buf, area, left, y, "│", look.quiet());
        }
        let below = Rect { y: area.y + rows + 1, height: area.height.saturating_sub(rows + 1), ..area };
        let sheet = guide::Frame { area: below, corner: Some(left), more: "before-more" };
        if self.is_before(&room) {
            return before::draw(&room, &self.agreed, sheet, buf, look);
        }
        if self.is_after(&room) {
            return after::draw(&room, &self.agreed, guide::Frame { more: "room-more", ..sheet }, buf, look);
        }
        let more = if self.pane == Pane::Agenda { "room-more-enter" } else { "room-more-tab" };
        guide::draw(&room, self.point(), guide::Frame { area: below, corner: Some(left), more }, buf, look);
    }

    fn head(&self, width: u16, look: &Look) -> Option<(String, String)> {
        self.room().map(|room| (head::title(&room, look), head::clock(&room, width, look)))
    }

    fn set_height(&mut self, rows: u16) {
        self.height = rows;
        self.settle();
    }

    fn due(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        self.room()?.next_minute(now)
    }
}
