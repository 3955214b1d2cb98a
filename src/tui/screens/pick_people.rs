//! Choosing people for a group: everybody against its programme and start, the most pressing first, and
//! what picking each of them would mean for the others.

mod candidates;
mod draw;
mod enrolling;
mod roll;
mod seen;

use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::{About, Failure, GroupRecord};
use crate::domain::survey::{Candidate, Chance};
use crate::domain::together::KeptApart;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place, Told};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::find::{Find, Found};
use crate::tui::widgets::list::ListState;
use candidates::Candidates;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use roll::Open;
use seen::Seen;
use std::collections::BTreeMap;

/// Choosing people.
#[derive(Debug)]
pub struct PickPeople {
    group: GroupId,
    record: Option<GroupRecord>,
    candidates: Candidates,
    apart: KeptApart,
    /// Kept by person, so that looking for others loses nobody.
    picked: BTreeMap<PersonId, Picked>,
    /// The rows that are seen, in their order.
    seen: Vec<Seen>,
    /// Lines of a pasted list that are not settled yet.
    open: Vec<Open>,
    list: ListState,
    find: Find,
}

/// Somebody who is picked, with what the group becomes by them.
#[derive(Debug, Clone)]
struct Picked {
    candidate: Candidate,
    facts: crate::domain::person::Person,
}

impl PickPeople {
    /// For `group`.
    #[must_use]
    pub fn new(group: GroupId) -> Self {
        Self {
            group,
            record: None,
            candidates: Candidates::default(),
            apart: KeptApart::default(),
            picked: BTreeMap::new(),
            seen: Vec::new(),
            open: Vec::new(),
            list: ListState { height: 16, ..ListState::default() },
            find: Find::default(),
        }
    }

    fn look(&mut self, desk: &Desk) -> Result<(), Failure> {
        self.candidates.look(desk, self.find.text())?;
        self.list.keep_within(self.candidates.listed());
        self.read_seen(desk)
    }

    /// The selected candidate.
    fn selected(&self) -> Option<&Candidate> {
        self.candidates.get(self.list.selected)
    }

    fn toggle(&mut self, desk: &Desk) -> Result<(), Failure> {
        let Some(candidate) = self.selected().copied() else { return Ok(()) };
        if self.picked.remove(&candidate.person).is_none() {
            self.pick(candidate, desk)?;
        }
        self.read_seen(desk)
    }

    fn pick(&mut self, candidate: Candidate, desk: &Desk) -> Result<(), Failure> {
        if let Some(facts) = desk.reads.person(candidate.person)? {
            self.picked.insert(candidate.person, Picked { candidate, facts });
        }
        Ok(())
    }

    /// Enrols the picked, after a decision was asked for everybody who is not eligible.
    fn enrol(&self, desk: &Desk) -> Effects {
        let Some(record) = &self.record else { return Vec::new() };
        if self.picked.is_empty() {
            return vec![Effect::Say(say!(desk.words, "pick-nobody"))];
        }
        let undecided = self.picked.values().filter(|picked| picked.candidate.chance == Chance::NotEligible);
        let undecided = undecided.map(|picked| (picked.candidate.person, picked.facts.list_name())).collect();
        // Where somebody misses sessions of a group that has not begun, the planner comes next.
        let misses = self.picked.values().any(|picked| picked.candidate.reached < self.candidates.sessions);
        let planner = misses && record.is_untouched();
        enrolling::enrol(record, self.picked.keys().copied().collect(), undecided, planner, desk)
    }
}

impl Screen for PickPeople {
    fn place(&self) -> Place {
        Place::PickPeople(self.group)
    }

    fn scope(&self) -> Scope {
        Scope::PickPeople
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.selected().map(|candidate| candidate.person)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.record = desk.reads.group(self.group, desk.order())?;
        self.apart = KeptApart::of(&desk.reads.standing("apart", About::Everything)?);
        if let Some(record) = &self.record {
            self.picked.retain(|id, _| record.member(*id).is_none());
            self.candidates = Candidates::read(record, desk)?;
        }
        self.look(desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match self.find.act(action) {
            Found::Nothing => {}
            Found::Focus => return Ok(Some(Vec::new())),
            Found::Changed => return self.look(desk).map(|()| Some(Vec::new())),
        }
        let top = self.list.top;
        if self.list.act(action, self.candidates.listed()) {
            if self.list.top != top {
                self.read_seen(desk)?;
            }
            return Ok(Some(Vec::new()));
        }
        Ok(match action {
            Action::Toggle => {
                self.toggle(desk)?;
                Some(Vec::new())
            }
            Action::Save => Some(self.enrol(desk)),
            Action::Planner => Some(vec![Effect::Open(Place::Planner(self.group))]),
            Action::Roll => Some(vec![roll::ask(desk)]),
            Action::Settle => Some(self.settle(desk)),
            Action::Open => self.selected().map(|candidate| vec![Effect::Open(Place::Person(candidate.person))]),
            _ => None,
        })
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.find.field()
    }

    fn typed(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        self.list.selected = 0;
        self.look(desk)?;
        Ok(Vec::new())
    }

    fn told(&mut self, told: Told, desk: &mut Desk) -> Result<Effects, Failure> {
        let effects = match told {
            Told::Paste(text) => self.take_roll(&text, desk)?,
            Told::Meant { line, person } => self.take_answer(&line, person, desk)?,
            Told::Settled(line) => {
                self.forget_line(&line);
                Vec::new()
            }
        };
        self.read_seen(desk)?;
        Ok(effects)
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(draw::AROUND));
        self.list.keep_within(self.candidates.listed());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_all(area, buf, look);
    }
}
