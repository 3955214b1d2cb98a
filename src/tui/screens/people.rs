//! People: everybody, found as one types.

mod table;

use crate::domain::id::PersonId;
use crate::domain::record::{Failure, PeopleQuery, PersonRow};
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::basis::Basis;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::window::Windowed;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Lines above the list: what is searched for, the headings of the columns.
const ABOVE: u16 = 2;

/// The list of people.
#[derive(Debug, Default)]
pub struct People {
    find: Field,
    /// Whether the field takes the keys.
    finding: bool,
    list: Windowed<PersonRow>,
    /// Codes of the groups in which people have a place.
    placed: BTreeMap<PersonId, String>,
    nobody: bool,
}

impl People {
    fn query(&self, words: &Words) -> PeopleQuery {
        PeopleQuery { order: words.locale().tag.to_owned(), needles: words.needles(self.find.text()) }
    }

    /// Reads from the start: what is searched for has changed.
    fn search(&mut self, desk: &Desk) -> Result<(), Failure> {
        let query = self.query(desk.words);
        self.list.restart(&mut |window, limit| desk.reads.people(&query, window, limit))
    }

    /// Esc: first what was typed goes, then the field is left, then the screen.
    fn step_back(&mut self, desk: &Desk) -> Result<Option<Effects>, Failure> {
        if !self.find.text().is_empty() {
            self.find.set("");
            self.search(desk)?;
        } else if self.finding {
            self.finding = false;
        } else {
            return Ok(None);
        }
        Ok(Some(Vec::new()))
    }

    /// Enter: from the field to the list, from the list to the person.
    fn open(&mut self) -> Effects {
        if self.finding {
            self.finding = false;
            return Vec::new();
        }
        self.list.current().map(|row| Effect::Open(Place::Person(row.id))).into_iter().collect()
    }
}

impl Screen for People {
    fn place(&self) -> Place {
        Place::People
    }

    fn scope(&self) -> Scope {
        Scope::People
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.list.current().map(|row| row.id)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let query = self.query(desk.words);
        self.nobody = desk.reads.is_empty()?;
        self.placed = desk.reads.placed()?;
        self.list.reload(&mut |window, limit| desk.reads.people(&query, window, limit))
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        let query = self.query(desk.words);
        if self.list.act(action, &mut |window, limit| desk.reads.people(&query, window, limit))? {
            return Ok(Some(Vec::new()));
        }
        let effect = match action {
            Action::Back => return self.step_back(desk),
            Action::Open => return Ok(Some(self.open())),
            Action::Find => {
                self.finding = true;
                return Ok(Some(Vec::new()));
            }
            Action::Add => Effect::Open(Place::PersonForm(None)),
            Action::Import => ask_file(desk.words),
            Action::Eligibility => eligibility(desk),
            Action::SamplePeople if self.nobody => Effect::SamplePeople,
            Action::SamplePeople => Effect::Refuse(say!(desk.words, "people-sample-refused")),
            _ => return Ok(None),
        };
        Ok(Some(vec![effect]))
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.finding.then_some(&mut self.find)
    }

    fn typed(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        self.search(desk)?;
        Ok(Vec::new())
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE));
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_table(area, buf, look);
    }
}

/// Asks for the file to bring people in from.
pub fn ask_file(words: &Words) -> Effect {
    let (title, hint) = (say!(words, "import-file"), say!(words, "import-file-hint"));
    let prompt = Prompt::new(title, hint, "", |path, desk| {
        if path.is_empty() {
            return Err(say!(desk.words, "import-file-hint"));
        }
        Ok(vec![Effect::ReadImport(PathBuf::from(path))])
    });
    Effect::Ask(Layer::Prompt(prompt))
}

/// Opens everybody against the usual version and start.
fn eligibility(desk: &Desk) -> Effect {
    if desk.programmes.is_empty() {
        return Effect::Refuse(say!(desk.words, "basis-no-programme"));
    }
    let basis = Basis::usual(desk.today());
    Effect::Open(Place::Eligibility { course: basis.course, start: basis.start })
}
