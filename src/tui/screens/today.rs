//! Today: what now, what needs watching, what comes next; every line opens where the work is.

mod draw;
mod rows;

use crate::domain::id::SessionId;
use crate::domain::record::{Failure, GroupRecord};
use crate::domain::room::Room;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use chrono::{DateTime, Days, FixedOffset, NaiveTime};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rows::{Line, Row};

/// The first screen of the day.
#[derive(Debug, Default)]
pub struct Today {
    /// What can be selected.
    rows: Vec<Row>,
    /// What is drawn: the rows with their headings.
    lines: Vec<Line>,
    /// Which row is selected.
    list: ListState,
    /// The first line that is seen.
    top: usize,
    /// Everything of the groups whose session runs.
    running: Vec<(SessionId, GroupRecord)>,
}

impl Today {
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
        self.running.iter().filter_map(|(id, record)| Room::of(record, *id))
    }

    /// What the keys of this screen do without a row.
    fn everywhere(action: Action, desk: &Desk) -> Option<Effects> {
        Some(match action {
            Action::Add => vec![Effect::Open(Place::PersonForm(None))],
            Action::Import => vec![super::people::ask_file(desk.words)],
            Action::NewGroup => super::group_form::new_group(desk),
            Action::SamplePeople => vec![Effect::SamplePeople],
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

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let is_first = self.lines.is_empty();
        (self.rows, self.lines) = rows::read(desk)?;
        self.running = rows::running(&self.rows, desk)?;
        if is_first {
            self.list.selected = self.rows.iter().position(Row::is_open).unwrap_or(0);
        }
        self.list.keep_within(self.rows.len());
        self.settle();
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.rows.len()) {
            self.settle();
            return Ok(Some(Vec::new()));
        }
        let row = self.rows.get(self.list.selected);
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
        self.settle();
    }

    /// At midnight it is another day; while a session runs, its clock goes on.
    fn due(&self, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let tomorrow = now.date_naive() + Days::new(1);
        let midnight = tomorrow.and_time(NaiveTime::MIN).and_local_timezone(*now.offset()).single();
        self.rooms().filter_map(|room| room.next_minute(now)).chain(midnight).min()
    }
}
