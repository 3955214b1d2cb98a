//! Somebody found as you type, among everybody who is recorded.

use super::{Outcome, boxed};
use crate::domain::group::Place as Seat;
use crate::domain::guest::Home;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::{Failure, PeopleQuery, Window};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::Effects;
use crate::tui::keymap::Action;
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// People shown at the most: more are found by typing.
const SHOWN: usize = 8;

/// What follows from choosing somebody.
type Then = Box<dyn FnOnce(Found, &mut Desk) -> Effects>;

/// Somebody who was found.
#[derive(Debug, Clone)]
pub struct Found {
    pub id: PersonId,
    pub person: Person,
    /// The group in which the person has a place.
    pub home: Option<Home>,
}

/// People found by what is typed.
pub struct Finder {
    title: String,
    field: Field,
    found: Vec<Found>,
    list: ListState,
    fault: Option<String>,
    then: Option<Then>,
}

impl std::fmt::Debug for Finder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Finder({})", self.title)
    }
}

impl Finder {
    /// Asks for somebody; everybody is there to begin with.
    pub fn new(
        title: impl Into<String>,
        desk: &Desk,
        then: impl FnOnce(Found, &mut Desk) -> Effects + 'static,
    ) -> Self {
        let (field, found, list) = (Field::default(), Vec::new(), ListState { height: SHOWN, ..ListState::default() });
        let mut finder = Self { title: title.into(), field, found, list, fault: None, then: Some(Box::new(then)) };
        finder.search(desk);
        finder
    }

    fn search(&mut self, desk: &Desk) {
        self.list.act(Action::First, 0);
        let found = search(self.field.text(), desk);
        self.fault = found.as_ref().err().map(|failure| desk.failure(failure));
        self.found = found.unwrap_or_default();
    }

    pub(super) fn field(&self) -> &Field {
        &self.field
    }

    pub(super) fn press(&mut self, key: Key, desk: &mut Desk) -> Outcome {
        match key {
            Key::Esc => return Outcome::Close,
            Key::Enter => {
                let Some(found) = self.found.get(self.list.selected).cloned() else { return Outcome::Stay };
                return self.then.take().map_or(Outcome::Close, |then| Outcome::Done(then(found, desk)));
            }
            Key::Up => _ = self.list.act(Action::Up, self.found.len()),
            Key::Down => _ = self.list.act(Action::Down, self.found.len()),
            key => {
                if self.field.press(key) {
                    self.search(desk);
                }
            }
        }
        Outcome::Stay
    }

    pub(super) fn paste(&mut self, text: &str, desk: &Desk) {
        self.field.paste(text);
        self.search(desk);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let rows = u16::try_from(SHOWN).unwrap_or(0) + 2;
        let inner = boxed(area, buf, look, &self.title, area.width.saturating_sub(4).min(64), rows);
        let x = paint::line(buf, inner, 0, 0, &say!(look.words, "find-label"), look.title()) + 1;
        let field = Rect { x: inner.x + x, width: inner.width.saturating_sub(x), height: 1, ..inner };
        let room_safe = look.words.is_room_safe();
        self.field.seen(!room_safe).draw(field, buf, look, true);
        let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
        for (y, index) in self.list.seen(self.found.len()) {
            let Some(found) = self.found.get(index) else { continue };
            let selected = index == self.list.selected;
            let sign = if selected { '>' } else { ' ' };
            let name = if room_safe { found.person.initials() } else { found.person.list_name() };
            let reference = &found.person.reference;
            let text = format!("{sign} {}  {reference}", paint::fill(&name, 30));
            paint::line(buf, list, 0, y, &text, Style::new());
            if let Some(home) = &found.home {
                paint::line_right(buf, list, y, &home.code, Style::new());
            }
            paint::row_style(buf, list, y, look.bar(selected));
        }
        let said = self.fault.clone().or_else(|| self.found.is_empty().then(|| say!(look.words, "finder-nobody")));
        if let Some(said) = said {
            paint::line(buf, list, 2, 0, &said, look.warn());
        }
        let foot = say!(look.words, "finder-foot");
        paint::foot(buf, inner, &foot, look.quiet());
    }
}

/// The first who are found by `typed`, each with the group in which there is a place.
fn search(typed: &str, desk: &Desk) -> Result<Vec<Found>, Failure> {
    let query = PeopleQuery { order: desk.order().to_owned(), needles: desk.words.needles(typed) };
    let rows = desk.reads.people(&query, &Window::Start, SHOWN)?;
    rows.into_iter()
        .map(|row| {
            let home = desk.reads.memberships(row.value.id)?;
            let home = home.into_iter().find(|place| place.enrolment.state == Seat::Enrolled);
            let home = home.map(|place| Home { group: place.group, code: place.code });
            Ok(Found { id: row.value.id, person: row.value.person, home })
        })
        .collect()
}
