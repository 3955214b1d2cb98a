//! Choosing people for a group: everybody against its programme and start, who may take part first.

mod candidates;
mod draw;

use crate::domain::eligibility::Exception;
use crate::domain::entry::Entry;
use crate::domain::group::{Enrolment, Place as Seat};
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::{Failure, GroupRecord, PeopleQuery};
use crate::domain::survey::Chance;
use crate::domain::text::NOTE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::asking::{self, Question};
use crate::tui::widgets::field::Field;
use crate::tui::widgets::find::{Find, Found};
use crate::tui::widgets::list::ListState;
use candidates::{Candidate, Candidates};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::{BTreeMap, VecDeque};

/// Choosing people.
#[derive(Debug)]
pub struct PickPeople {
    group: GroupId,
    record: Option<GroupRecord>,
    candidates: Candidates,
    /// Kept by person, so that looking for others loses nobody.
    picked: BTreeMap<PersonId, Candidate>,
    list: ListState,
    find: Find,
}

impl PickPeople {
    /// For `group`.
    #[must_use]
    pub fn new(group: GroupId) -> Self {
        Self {
            group,
            record: None,
            candidates: Candidates::default(),
            picked: BTreeMap::new(),
            list: ListState { height: 16, ..ListState::default() },
            find: Find::default(),
        }
    }

    fn read(&mut self, desk: &Desk) -> Result<(), Failure> {
        let Some(record) = &self.record else { return Ok(()) };
        let query = PeopleQuery { order: desk.order().to_owned(), needles: desk.words.needles(self.find.text()) };
        self.candidates = Candidates::read(desk.reads, record, &query, desk.today())?;
        self.list.keep_within(self.candidates.listed.len());
        Ok(())
    }

    fn toggle(&mut self) {
        let Some(candidate) = self.candidates.listed.get(self.list.selected) else { return };
        if self.picked.remove(&candidate.id).is_none() {
            self.picked.insert(candidate.id, candidate.clone());
        }
    }

    /// Enrols the picked, after a decision was asked for everybody who is not eligible.
    fn enrol(&self, desk: &Desk) -> Effects {
        let Some(record) = &self.record else { return Vec::new() };
        if self.picked.is_empty() {
            return vec![Effect::Say(say!(desk.words, "pick-nobody"))];
        }
        let queue = self.picked.values().filter(|candidate| candidate.chance == Chance::NotEligible);
        let enrolling = Enrolling {
            group: record.id,
            code: record.group.code.clone(),
            programme: record.course.programme.clone(),
            from: record.joins_on(desk.today()),
            people: self.picked.keys().copied().collect(),
            undecided: queue.map(|candidate| (candidate.id, candidate.name.clone())).collect(),
            exceptions: Vec::new(),
        };
        enrolling.go_on(desk)
    }
}

/// An enrolment on its way: who is picked, and for whom a decision is still to be asked.
#[derive(Debug, Clone)]
struct Enrolling {
    group: GroupId,
    code: String,
    programme: String,
    from: NaiveDate,
    people: Vec<PersonId>,
    undecided: VecDeque<(PersonId, String)>,
    exceptions: Vec<(PersonId, Exception)>,
}

impl Enrolling {
    /// Asks for the next decision, or records everything in one step.
    fn go_on(mut self, desk: &Desk) -> Effects {
        let Some((person, name)) = self.undecided.pop_front() else { return self.record(desk) };
        let by = self.exceptions.last().map_or_else(String::new, |(_, exception)| exception.by.clone());
        let question = Question {
            title: say!(desk.words, "pick-exception-who", name = name.as_str()),
            hint: say!(desk.words, "pick-exception-hint"),
            given: by,
            most: crate::domain::text::LINE,
            optional: false,
        };
        vec![asking::text(question, move |by, desk| self.clone().ask_why(person, &name, by, desk))]
    }

    fn ask_why(self, person: PersonId, name: &str, by: &str, desk: &Desk) -> Effects {
        let by = by.to_owned();
        let question = Question {
            title: say!(desk.words, "pick-exception-why", name = name, by = by.as_str()),
            hint: say!(desk.words, "pick-exception-hint"),
            given: String::new(),
            most: NOTE,
            optional: false,
        };
        vec![asking::text(question, move |why, desk| {
            let mut next = self.clone();
            next.exceptions.push((person, Exception { why: why.to_owned(), by: by.clone(), at: desk.now }));
            next.go_on(desk)
        })]
    }

    fn record(self, desk: &Desk) -> Effects {
        let said = say!(desk.words, "pick-enrolled", count = self.people.len(), code = self.code.as_str());
        let exception = |(person, exception): (PersonId, Exception)| Entry::Exception {
            person,
            item: self.programme.clone(),
            to: Some(Box::new(exception)),
        };
        let mut entries: Vec<Entry> = self.exceptions.into_iter().map(exception).collect();
        entries.extend(self.people.into_iter().map(|person| {
            let enrolment = Enrolment::new(Seat::Enrolled, self.from);
            Entry::Enrolment { group: self.group, person, to: Some(Box::new(enrolment)) }
        }));
        vec![Effect::Record { entries, said }, Effect::Back]
    }
}

impl Screen for PickPeople {
    fn place(&self) -> Place {
        Place::PickPeople(self.group)
    }

    fn scope(&self) -> Scope {
        Scope::PickPeople
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.record = desk.reads.group(self.group, desk.order())?;
        if let Some(record) = &self.record {
            self.picked.retain(|id, _| record.member(*id).is_none());
        }
        self.read(desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match self.find.act(action) {
            Found::Nothing => {}
            Found::Focus => return Ok(Some(Vec::new())),
            Found::Changed => return self.read(desk).map(|()| Some(Vec::new())),
        }
        if self.list.act(action, self.candidates.listed.len()) {
            return Ok(Some(Vec::new()));
        }
        Ok(match action {
            Action::Toggle => {
                self.toggle();
                Some(Vec::new())
            }
            Action::Save => Some(self.enrol(desk)),
            Action::Planner => Some(vec![Effect::Open(Place::Planner(self.group))]),
            Action::Open => {
                let candidate = self.candidates.listed.get(self.list.selected);
                candidate.map(|candidate| vec![Effect::Open(Place::Person(candidate.id))])
            }
            _ => None,
        })
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.find.field()
    }

    fn typed(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        self.list.selected = 0;
        self.read(desk)?;
        Ok(Vec::new())
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(draw::AROUND));
        self.list.keep_within(self.candidates.listed.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_all(area, buf, look);
    }
}
