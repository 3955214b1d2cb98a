//! The form of a person's facts: each field is checked as it is left, all of them when it is saved.

mod draw;
mod slot;

use crate::domain::entry::Entry;
use crate::domain::field::Field;
use crate::domain::following::{Facts, Following};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::Failure;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::draft::Sheet;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::confirm::Confirm;
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::field::Field as TextField;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use slot::{Fault, Slot};

/// The form of a new person, or of one who is recorded.
#[derive(Debug)]
pub struct PersonForm {
    id: Option<PersonId>,
    /// As recorded when the form was opened.
    old: Person,
    /// What the fields say so far; a field with a fault keeps what it said before.
    draft: Person,
    slots: Vec<Slot>,
    at: usize,
    /// What the fields say, while it is not recorded.
    sheet: Sheet,
}

impl PersonForm {
    /// The form of `id`, or of somebody new.
    #[must_use]
    pub fn new(id: Option<PersonId>) -> Self {
        Self { id, old: Person::default(), draft: Person::default(), slots: Vec::new(), at: 0, sheet: Sheet::default() }
    }

    /// Checks the field that is being left.
    fn check(&mut self, at: usize, desk: &Desk) -> Result<(), Failure> {
        let Some(slot) = self.slots.get_mut(at) else { return Ok(()) };
        slot.left = true;
        slot.fault = slot.read(&mut self.draft, desk.words).err().map(Fault::Field);
        if slot.is(Field::Reference) && slot.fault.is_none() {
            let holder = desk.reads.person_by_reference(&self.draft.reference)?;
            if let Some(holder) = holder.filter(|holder| Some(*holder) != self.id) {
                slot.fault = Some(Fault::Taken(desk.reads.person(holder)?.map_or_else(String::new, |p| p.list_name())));
            }
        }
        Ok(())
    }

    /// Goes `by` fields on, around the end.
    fn step(&mut self, by: usize, desk: &Desk) -> Result<(), Failure> {
        self.check(self.at, desk)?;
        self.at = (self.at + by) % self.slots.len().max(1);
        Ok(())
    }

    fn is_touched(&self) -> bool {
        self.slots.iter().any(Slot::is_touched)
    }

    fn save(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        for at in 0..self.slots.len() {
            self.check(at, desk)?;
        }
        let today = desk.today();
        let faults: Vec<usize> = (0..self.slots.len()).filter(|at| self.fault(*at, today).is_some()).collect();
        if let Some(first) = faults.first() {
            self.at = *first;
            return Ok(vec![Effect::Refuse(say!(desk.words, "form-faults", count = faults.len()))]);
        }
        if self.id.is_some() && !self.is_touched() {
            return Ok(vec![Effect::Say(say!(desk.words, "form-unchanged")), Effect::Back]);
        }
        self.record(desk)
    }

    /// Only what was typed is changed: what another desk recorded meanwhile stays.
    fn record(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        let mut person = match self.id {
            None => Person::default(),
            Some(id) => match desk.reads.person(id)? {
                Some(person) => person,
                None => return Ok(vec![Effect::Refuse(say!(desk.words, "person-gone"))]),
            },
        };
        for slot in self.slots.iter().filter(|slot| slot.is_touched()) {
            // Checked above: a fault would have stopped the saving.
            let _ = slot.read(&mut person, desk.words);
        }
        let moved = match self.id {
            Some(id) => moved(id, &person, desk)?,
            None => 0,
        };
        let said = match moved {
            0 => say!(desk.words, "form-saved", name = person.name()),
            count => say!(desk.words, "form-saved-moved", name = person.name(), count = count),
        };
        let id = self.id.unwrap_or_else(|| PersonId(desk.new_id()));
        let next = if self.id.is_some() { Effect::Back } else { Effect::Replace(Place::Person(id)) };
        let entries = vec![Entry::Person { person: id, to: Some(Box::new(person)) }];
        Ok([Effect::Record { entries, said }, next].into_iter().chain(self.sheet.forget()).collect())
    }
}

/// How many of somebody's pathways are due on another day with these facts.
fn moved(id: PersonId, person: &Person, desk: &Desk) -> Result<usize, Failure> {
    let followings = desk.reads.followings(id)?;
    let moves = |following: &&Following| following.moves_with(Facts::of(person, following.facts.detained));
    Ok(followings.iter().filter(moves).count())
}

impl Screen for PersonForm {
    fn place(&self) -> Place {
        Place::PersonForm(self.id)
    }

    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn has_list(&self) -> bool {
        false
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        // What is being typed stays, whatever is recorded meanwhile.
        if !self.slots.is_empty() {
            return Ok(());
        }
        if let Some(id) = self.id {
            self.old = desk.reads.person(id)?.unwrap_or_default();
            self.draft = self.old.clone();
        }
        self.slots = Slot::all(&self.old, desk);
        let place = self.place();
        self.sheet = Sheet::open(&place, "form", self.slots.iter_mut().map(|slot| &mut slot.text), desk)?;
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match action {
            Action::NextPane => self.step(1, desk)?,
            Action::PreviousPane => self.step(self.slots.len().saturating_sub(1), desk)?,
            Action::Save => return self.save(desk).map(Some),
            Action::Back if self.is_touched() => {
                let (title, text) = (say!(desk.words, "form-leave"), say!(desk.words, "form-leave-text"));
                let leave: Effects = self.sheet.forget().into_iter().chain([Effect::Back]).collect();
                let leave = Confirm::new(title, text, 'y', |_| leave);
                return Ok(Some(vec![Effect::Ask(Layer::Confirm(leave))]));
            }
            _ => return Ok(None),
        }
        Ok(Some(Vec::new()))
    }

    fn field(&mut self) -> Option<&mut TextField> {
        self.slots.get_mut(self.at).map(|slot| &mut slot.text)
    }

    fn typed(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        self.sheet.typed(self.slots.iter().map(|slot| &slot.text), desk.now);
        if let Some(slot) = self.slots.get_mut(self.at) {
            slot.fault = None;
            slot.left = false;
        }
        Ok(Vec::new())
    }

    fn sheet(&self) -> Option<&Sheet> {
        Some(&self.sheet)
    }

    fn sheet_mut(&mut self) -> Option<&mut Sheet> {
        Some(&mut self.sheet)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_form(area, buf, look);
    }
}
