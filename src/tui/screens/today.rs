//! Today: what now, what needs watching, what comes next; every line opens where the work is.

mod draw;
mod fold;
mod parts;
mod rows;
mod said;
mod table;

use crate::domain::id::PersonId;
use crate::domain::record::Failure;
use crate::domain::room::Room;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use chrono::{DateTime, Days, FixedOffset, NaiveTime};
use parts::Parts;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rows::{Line, Part, Row};
use std::collections::BTreeSet;

/// The first screen of the day.
#[derive(Debug, Default)]
pub struct Today {
    /// Everything that was read.
    parts: Parts,
    /// The parts of which everything is shown, whether it fits or not.
    unfolded: BTreeSet<Part>,
    /// What can be selected.
    rows: Vec<Row>,
    /// What is drawn: the rows with their headings.
    lines: Vec<Line>,
    /// Which row is selected.
    list: ListState,
    /// The first line that is seen.
    top: usize,
}

impl Today {
    /// Lays out what was read, and stays where it was as far as that is still there.
    fn lay_out(&mut self) {
        let selected = self.rows.get(self.list.selected).cloned();
        (self.rows, self.lines) = self.parts.lay_out(&self.unfolded, self.list.height.max(1));
        let same = |row: &Row| selected.as_ref().is_some_and(|selected| selected.is_same(row));
        if let Some(at) = self.rows.iter().position(same) {
            self.list.selected = at;
        }
        self.list.keep_within(self.rows.len());
        self.settle();
    }

    /// Shows everything of a part, from the first row on that was not seen.
    fn unfold(&mut self, part: Part) {
        self.unfolded.insert(part);
        let before = std::mem::take(&mut self.rows);
        self.lay_out();
        let is_new = |row: &Row| !before.iter().any(|other| other.is_same(row));
        self.list.selected = self.rows.iter().position(is_new).unwrap_or(self.list.selected);
        self.settle();
    }

    /// Scrolls so that the selected row is seen, with its heading when it is the first under it.
    fn settle(&mut self) {
        let height = self.list.height.max(1);
        let at = self.lines.iter().position(|line| *line == Line::Row(self.list.selected)).unwrap_or(0);
        let heading =
            if at > 0 && matches!(self.lines.get(at - 1), Some(Line::Row(_))) { at } else { at.saturating_sub(1) };
        if heading < self.top {
            self.top = heading;
        } else if at >= self.top + height {
            self.top = at + 1 - height;
        }
        self.top = self.top.min(self.lines.len().saturating_sub(height));
    }

    /// The sessions that run.
    fn rooms(&self) -> impl Iterator<Item = Room<'_>> {
        self.parts.running.iter().filter_map(|(id, record)| Room::of(record, *id))
    }

    /// What the keys of this screen do without a row.
    fn everywhere(action: Action, desk: &Desk) -> Option<Effects> {
        Some(match action {
            Action::Add => vec![Effect::Open(Place::PersonForm(None))],
            Action::Import => vec![super::people::ask_file(desk.words)],
            Action::NewGroup => super::group_form::new_group(desk),
            Action::SamplePeople => vec![Effect::SamplePeople],
            Action::Duties => vec![Effect::Open(Place::Duties)],
            Action::Board => vec![Effect::Open(Place::Board)],
            Action::Calendar => vec![Effect::Open(Place::Calendar)],
            Action::House => vec![Effect::Open(Place::House(None))],
            Action::People => vec![Effect::Home(Place::People)],
            _ => return None,
        })
    }
}

impl Screen for Today {
    fn place(&self) -> Place {
        Place::Today
    }

    fn scope(&self) -> Scope {
        Scope::Today
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.rows.get(self.list.selected).and_then(Row::person)
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let is_first = self.lines.is_empty();
        // A look that fails is told, and not repeated at once and for ever.
        self.parts.is_whole = true;
        self.parts = Parts::read(desk, !is_first)?;
        self.lay_out();
        if is_first {
            self.list.selected = self.rows.iter().position(Row::is_open).unwrap_or(0);
            self.settle();
        }
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.rows.len()) {
            self.settle();
            return Ok(Some(Vec::new()));
        }
        let row = self.rows.get(self.list.selected);
        if let (Action::Open, Some(Row::More(part, _))) = (action, row) {
            self.unfold(*part);
            return Ok(Some(Vec::new()));
        }
        Ok(match (action, row) {
            (Action::Open, Some(Row::Offer(action))) => Self::everywhere(*action, desk),
            (Action::Open, Some(row)) => row.work().map(|place| vec![Effect::Open(place)]),
            (Action::Start, Some(row)) => Some(row.room().map(Effect::Open).into_iter().collect()),
            (Action::Register, Some(row)) => {
                Some(row.group().map(|group| Effect::Open(Place::Register(group))).into_iter().collect())
            }
            // The digit of the home, not the offer.
            (Action::People, _) => None,
            (action, _) => Self::everywhere(action, desk),
        })
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        draw::draw(self, area, buf, look);
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows);
        self.lay_out();
    }

    /// What was left for a second look is read as soon as there is something to see. At midnight it is another day;
    /// while a session runs, its clock goes on.
    fn due(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        if !self.parts.is_whole {
            return Some(now);
        }
        let tomorrow = now.date_naive() + Days::new(1);
        let midnight = tomorrow.and_time(NaiveTime::MIN).and_local_timezone(*now.offset()).single();
        self.rooms().filter_map(|room| room.next_minute(now)).chain(midnight).min()
    }
}
