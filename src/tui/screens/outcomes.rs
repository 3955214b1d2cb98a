//! Outcomes: who reached which objective of a session, one key each.
//!
//! ```text
//!  1 of 3  Knows which papers are missing
//!
//!                 > 1                  2                  3
//!    Ana P.         + achieved         ·                  ·
//!  > Tomas K.       ~ partly           ·                  ·
//!    Yusuf A.       away               away               away
//! ```

use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::outcome::Outcome;
use crate::domain::record::{Failure, GroupRecord, Member};
use crate::domain::room::Room;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::plan::form;
use crate::tui::screens::room::agreed::begun;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines above the first person.
const HEAD: u16 = 4;

/// The outcomes of one session.
#[derive(Debug)]
pub struct Outcomes {
    group: GroupId,
    session: SessionId,
    /// Who was selected in the room.
    person: PersonId,
    record: Option<GroupRecord>,
    /// The selected objective.
    objective: usize,
    people: ListState,
    /// What the last key recorded: once it is there, the selection goes on.
    waiting: Option<(PersonId, usize, Outcome)>,
}

impl Outcomes {
    /// For a session, at a person; empty until it is loaded.
    #[must_use]
    pub fn at(group: GroupId, session: SessionId, person: PersonId) -> Self {
        Self { group, session, person, record: None, objective: 0, people: ListState::default(), waiting: None }
    }

    fn room(&self) -> Option<Room<'_>> {
        Room::of(self.record.as_ref()?, self.session)
    }

    fn counts(&self) -> (usize, usize) {
        self.room().map_or((0, 0), |room| (room.people().count(), room.plan.objectives.len()))
    }

    /// The entry that sets one cell.
    fn entry(&self, person: PersonId, objective: usize, to: Option<Outcome>) -> Option<Entry> {
        let room = self.room()?;
        Some(room.judging(person, &room.plan.objectives.get(objective)?.id, to))
    }

    /// Sets the selected cell.
    fn set(&mut self, to: Option<Outcome>, desk: &Desk) -> Option<Effects> {
        let room = self.room()?;
        let member = room.people().nth(self.people.selected)?;
        let (person, name) = (member.id, member.person.short_name());
        let outcome = outcome_of(&room, person, self.objective);
        let entry = self.entry(person, self.objective, to)?;
        self.waiting = to.map(|to| (person, self.objective, to));
        if outcome == to {
            self.go_on();
            return Some(Vec::new());
        }
        let what = to.map_or_else(|| say!(desk.words, "room-not-recorded"), |to| say!(desk.words, to.message()));
        let said = say!(desk.words, "room-marked", name = name, mark = what);
        Some(vec![Effect::Record { entries: vec![entry], said }])
    }

    /// The three outcomes, for who does not know the keys.
    fn choose(&self, desk: &Desk) -> Option<Effects> {
        let room = self.room()?;
        let member = room.people().nth(self.people.selected)?;
        let (person, objective, name) = (member.id, self.objective, member.person.short_name());
        let keys = ['a', 'p', 'n'].map(Some).into_iter();
        let items = keys.zip(Outcome::ALL.map(|outcome| say!(desk.words, outcome.message()))).collect();
        let entries = Outcome::ALL.map(|outcome| self.entry(person, objective, Some(outcome)));
        let title = name.clone();
        let then = move |index: usize, desk: &mut Desk| {
            let (outcome, entry) = (Outcome::ALL.get(index), entries.get(index).cloned().flatten());
            let said =
                outcome.map(|to| say!(desk.words, "room-marked", name = &name, mark = say!(desk.words, to.message())));
            entry.zip(said).map(|(entry, said)| Effect::Record { entries: vec![entry], said }).into_iter().collect()
        };
        Some(vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then)))])
    }

    /// Everybody here who has no outcome for the selected objective achieved it.
    fn all_achieved(&mut self, desk: &Desk) -> Option<Effects> {
        let room = self.room()?;
        let objective = room.plan.objectives.get(self.objective)?;
        let entries = room.all_achieved(std::iter::once(objective.id.as_str()));
        self.waiting = None;
        let said = say!(desk.words, "outcomes-all", count = entries.len(), number = self.objective + 1);
        // On to the next objective, where there is one.
        if self.objective + 1 < self.counts().1 {
            self.objective += 1;
        }
        Some(if entries.is_empty() { Vec::new() } else { vec![Effect::Record { entries, said }] })
    }

    /// What somebody will do about the selected objective until the next session.
    fn agree(&self, desk: &Desk) -> Option<Effects> {
        let room = self.room()?;
        let person = room.people().nth(self.people.selected)?.id;
        let objective = room.plan.objectives.get(self.objective)?;
        let action = begun(&room, desk.words.pick(&objective.text));
        Some(vec![form::ask(person, None, action, desk)])
    }

    /// From a cell that was filled to the one below, and from the last to the top of the next objective.
    fn go_on(&mut self) {
        let (people, objectives) = self.counts();
        if self.people.selected + 1 < people {
            self.people.act(Action::Down, people);
        } else if self.objective + 1 < objectives {
            self.objective += 1;
            self.people.act(Action::First, people);
        }
        self.waiting = None;
    }
}

fn outcome_of(room: &Room, person: PersonId, objective: usize) -> Option<Outcome> {
    room.outcome(person, &room.plan.objectives.get(objective)?.id)
}

impl Screen for Outcomes {
    fn place(&self) -> Place {
        Place::Outcomes { group: self.group, session: self.session, person: self.person }
    }

    fn scope(&self) -> Scope {
        Scope::Outcomes
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.room()?.people().nth(self.people.selected).map(|member| member.id)
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let is_first = self.record.is_none();
        self.record = desk.group(self.group)?;
        if is_first {
            let place = self.room().and_then(|room| room.people().position(|member| member.id == self.person));
            self.people.selected = place.unwrap_or(0);
        }
        if let Some((person, objective, to)) = self.waiting
            && self.room().and_then(|room| outcome_of(&room, person, objective)) == Some(to)
        {
            self.go_on();
        }
        self.people.keep_within(self.counts().0);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        let (people, objectives) = self.counts();
        if self.people.act(action, people) {
            return Ok(Some(Vec::new()));
        }
        match action {
            Action::Left => self.objective = self.objective.saturating_sub(1),
            Action::Right => self.objective = (self.objective + 1).min(objectives.saturating_sub(1)),
            Action::Achieved => return Ok(self.set(Some(Outcome::Achieved), desk)),
            Action::Partly => return Ok(self.set(Some(Outcome::Partly), desk)),
            Action::NotAchieved => return Ok(self.set(Some(Outcome::NotAchieved), desk)),
            Action::Clear => return Ok(self.set(None, desk)),
            Action::AllPresent => return Ok(self.all_achieved(desk)),
            Action::Open => return Ok(self.choose(desk)),
            Action::AgreeAction => return Ok(self.agree(desk)),
            _ => return Ok(None),
        }
        Ok(Some(Vec::new()))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(room) = self.room() else {
            paint::line(buf, area, 1, 1, &say!(look.words, "room-gone"), Style::new());
            return;
        };
        let objectives = &room.plan.objectives;
        let Some(objective) = objectives.get(self.objective) else {
            paint::line(buf, area, 1, 1, &say!(look.words, "outcomes-none"), Style::new());
            return;
        };
        let count = say!(look.words, "outcomes-number", number = self.objective + 1, of = objectives.len());
        let x = paint::line(buf, area, 1, 0, &count, look.title()) + 2;
        let lines = paint::wrap(&look.words.pick(&objective.text), area.width.saturating_sub(x + 1));
        for (y, line) in (0..2).zip(&lines) {
            paint::line(buf, area, x, y, line, look.title());
        }
        let widest = room.people().map(|member| paint::width(&member.person.short_name())).max();
        let name = widest.unwrap_or(0).min(area.width / 5);
        let columns = u16::try_from(objectives.len()).unwrap_or(u16::MAX);
        let cell = (area.width.saturating_sub(name + 4) / columns).max(4);
        for column in 0..columns {
            let sign = if usize::from(column) == self.objective { '>' } else { ' ' };
            let text = format!("{sign} {}", column + 1);
            paint::line(buf, area, 3 + name + column * cell, HEAD - 1, &text, look.title());
        }
        let rows = Rect { y: area.y + HEAD, height: area.height.saturating_sub(HEAD), ..area };
        let members: Vec<&Member> = room.people().collect();
        for (y, index) in self.people.seen(members.len()) {
            let Some(member) = members.get(index) else { continue };
            let selected = index == self.people.selected;
            let sign = if selected { '>' } else { ' ' };
            let text = format!("{sign} {}", paint::cut(&member.person.short_name(), name));
            paint::line(buf, rows, 1, y, &text, Style::new());
            for column in 0..columns {
                let here = selected && usize::from(column) == self.objective;
                let text = standing(&room, member.id, column, cell - 2, look);
                let at = Rect { x: rows.x + 5 + name + column * cell, width: cell - 2, ..rows };
                paint::line(buf, at, 0, y, &text, Style::new());
                if here {
                    paint::row_style(buf, at, y, look.bar(true));
                }
            }
        }
    }

    fn head(&self, _width: u16, look: &Look) -> Option<(String, String)> {
        let room = self.room()?;
        let title = super::room::title(&room, look);
        Some((title, say!(look.words, "outcomes-title")))
    }

    fn set_height(&mut self, rows: u16) {
        self.people.height = usize::from(rows.saturating_sub(HEAD));
        self.people.keep_within(self.counts().0);
    }
}

/// What stands in a cell of `most` columns: a word, after a sign where there is room for it.
fn standing(room: &Room, person: PersonId, objective: u16, most: u16, look: &Look) -> String {
    match outcome_of(room, person, usize::from(objective)) {
        Some(outcome) => {
            let sign = match outcome {
                Outcome::Achieved => '+',
                Outcome::Partly => '~',
                Outcome::NotAchieved => '-',
            };
            let word = say!(look.words, outcome.message());
            if paint::width(&word) + 2 > most { word } else { format!("{sign} {word}") }
        }
        None if room.is_away(person) => say!(look.words, "outcomes-away"),
        None => "·".to_owned(),
    }
}
