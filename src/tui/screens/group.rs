//! One group: its sessions and its people, and everything that is done about them.

mod delivered;
mod draw;
mod facilitators;
mod head;
mod offer;
mod people;
mod sessions;

use crate::domain::figures::Register;
use crate::domain::group::Place as Seat;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::record::{About, Dated, Failure, GroupRecord, Member};
use crate::domain::together::KeptApart;
use crate::domain::training::Lacking;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub(super) use delivered::delivered;
pub use head::{lacking_lines, size_warning};
pub(super) use sessions::{ask_move, move_to, open};

/// Which half has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Sessions,
    People,
}

/// One group.
#[derive(Debug)]
pub struct Group {
    id: GroupId,
    record: Option<GroupRecord>,
    register: Option<Register>,
    /// Pairs in the group who must be kept apart.
    apart: Vec<(PersonId, PersonId)>,
    /// Trainings that the programme asks for and those who run the group lack.
    lacking: Vec<Lacking>,
    pane: Pane,
    sessions: ListState,
    people: ListState,
    /// Indices of the people in the order of their lines: who takes part, who waits, who has gone.
    lines: Vec<usize>,
    height: u16,
    /// Whether it was read before: only the first reading chooses the session.
    is_known: bool,
}

impl Group {
    /// The group `id`.
    #[must_use]
    pub fn new(id: GroupId) -> Self {
        Self {
            id,
            record: None,
            register: None,
            apart: Vec::new(),
            lacking: Vec::new(),
            pane: Pane::Sessions,
            sessions: ListState::default(),
            people: ListState::default(),
            lines: Vec::new(),
            height: 20,
            is_known: false,
        }
    }

    /// The selected session.
    fn session(&self) -> Option<&Dated> {
        self.record.as_ref()?.sessions.get(self.sessions.selected)
    }

    /// The selected person.
    fn member(&self) -> Option<&Member> {
        self.record.as_ref()?.members.get(*self.lines.get(self.people.selected)?)
    }

    /// Selects this session and this person again, wherever they stand now.
    fn select(&mut self, (session, person): (Option<SessionId>, Option<PersonId>)) {
        let Some(record) = &self.record else { return };
        if let Some(at) = record.sessions.iter().position(|dated| Some(dated.id) == session) {
            self.sessions.selected = at;
        }
        let is_selected = |line: &usize| record.members.get(*line).map(|member| member.id) == person;
        if let Some(at) = self.lines.iter().position(is_selected).filter(|_| person.is_some()) {
            self.people.selected = at;
        }
    }

    /// Gives the lists their heights and keeps their selections inside.
    fn settle(&mut self) {
        let Some(record) = &self.record else { return };
        let (sessions, people) = self.rows(record, self.height);
        (self.sessions.height, self.people.height) = (usize::from(sessions), usize::from(people));
        self.sessions.keep_within(record.sessions.len());
        self.people.keep_within(record.members.len());
    }

    fn list_act(&mut self, action: Action) -> bool {
        let Some(record) = &self.record else { return false };
        match self.pane {
            Pane::Sessions => self.sessions.act(action, record.sessions.len()),
            Pane::People => self.people.act(action, record.members.len()),
        }
    }

    fn open(&self, desk: &Desk) -> Option<Effects> {
        match self.pane {
            Pane::Sessions => self.start(desk),
            Pane::People => self.member().map(|member| vec![Effect::Open(Place::Person(member.id))]),
        }
    }

    /// Opens the room of the selected session; a cancelled one has none.
    fn start(&self, desk: &Desk) -> Option<Effects> {
        let Dated { id, session } = self.session()?;
        if session.state.is_cancelled() {
            return Some(vec![Effect::Say(say!(desk.words, "group-session-cancelled", number = session.label()))]);
        }
        Some(vec![Effect::Open(Place::Room { group: self.id, session: *id })])
    }
}

impl Screen for Group {
    fn place(&self) -> Place {
        Place::Group(self.id)
    }

    fn scope(&self) -> Scope {
        Scope::Group
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.member().map(|member| member.id)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let selected = (self.session().map(|dated| dated.id), self.member().map(|member| member.id));
        self.record = desk.reads.group(self.id, desk.order())?;
        self.register = self.record.as_ref().map(Register::of);
        let apart = KeptApart::of(&desk.reads.standing("apart", About::Everything)?);
        let together: Vec<_> = self.record.iter().flat_map(GroupRecord::enrolled).collect();
        self.apart = apart.among(&together);
        self.lacking = match &self.record {
            Some(record) => desk.lacking(&record.group, &record.course)?,
            None => Vec::new(),
        };
        self.lines = self.record.as_ref().map_or_else(Vec::new, in_lines);
        self.select(selected);
        if let Some(record) = self.record.as_ref().filter(|_| !self.is_known) {
            // The session that people come here for: the one that runs, or the next.
            let open = |dated: &Dated| !dated.session.state.is_cancelled() && !is_closed(&dated.session);
            self.sessions.selected = record.sessions.iter().position(open).unwrap_or(0);
            self.is_known = true;
        }
        self.settle();
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list_act(action) {
            return Ok(Some(Vec::new()));
        }
        let id = self.id;
        Ok(match action {
            Action::NextPane => {
                self.pane = if self.pane == Pane::Sessions { Pane::People } else { Pane::Sessions };
                self.settle();
                Some(Vec::new())
            }
            Action::Open => self.open(desk),
            Action::Start => self.start(desk),
            Action::Register => Some(vec![Effect::Open(Place::Register(id))]),
            Action::Planner => Some(vec![Effect::Open(Place::Planner(id))]),
            Action::AddPeople => Some(vec![Effect::Open(Place::PickPeople(id))]),
            Action::Edit => Some(vec![Effect::Open(Place::GroupForm { group: Some(id), course: 0 })]),
            Action::Ending => Some(vec![Effect::Open(Place::Ending(id))]),
            Action::House => Some(vec![Effect::Open(Place::House(Some(id)))]),
            Action::Coverage => Some(vec![Effect::Open(Place::Coverage(About::Group(id)))]),
            Action::History => Some(vec![Effect::Open(Place::History(About::Group(id)))]),
            Action::MoveSession => self.move_session(desk),
            Action::CancelSession => self.cancel_session(desk),
            Action::AddSession => self.plan_again(desk),
            Action::InsertSession => self.insert_session(desk),
            Action::SplitSession => self.split_session(desk),
            Action::JoinSessions => self.join_sessions(desk),
            Action::OfferPlace => self.offer_place(desk),
            Action::Facilitators => self.change_facilitators(desk),
            Action::Leave => Some(self.leave(desk)),
            Action::Enrol => Some(self.enrol(desk)),
            _ => None,
        })
    }

    fn set_height(&mut self, rows: u16) {
        self.height = rows;
        self.settle();
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_group(area, buf, look);
    }
}

/// The people in the order of their lines: who takes part, then who waits, those released soonest first, then
/// who has gone.
fn in_lines(record: &GroupRecord) -> Vec<usize> {
    let mut lines: Vec<usize> = (0..record.members.len()).collect();
    lines.sort_by_key(|line| {
        record.members.get(*line).map(|member| match member.enrolment.state {
            Seat::Enrolled | Seat::Completed { .. } => (0, None),
            Seat::Waiting => (1, Some((member.person.release.is_none(), member.person.release))),
            Seat::Left { .. } => (2, None),
        })
    });
    lines
}

/// Whether a session was held and closed.
fn is_closed(session: &crate::domain::group::Session) -> bool {
    matches!(session.state, crate::domain::group::SessionState::Held { .. })
}
