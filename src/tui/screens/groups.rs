//! Groups: every group, the newest first.

use crate::domain::record::{Failure, GroupRow, GroupsQuery, Row, Window};
use crate::domain::text::fold;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint::{self, fill};
use crate::tui::screen::Screen;
use crate::tui::screens::group_form;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::find::{Find, Found};
use crate::tui::widgets::window::Windowed;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The list of groups.
#[derive(Debug, Default)]
pub struct Groups {
    list: Windowed<GroupRow>,
    find: Find,
}

impl Groups {
    fn fetch<'a>(&self, desk: &'a Desk) -> impl FnMut(&Window, usize) -> Result<Vec<Row<GroupRow>>, Failure> + use<'a> {
        let query = GroupsQuery { text: fold(self.find.text()), unfinished: false };
        let reads = desk.reads;
        move |window, limit| reads.groups(&query, window, limit)
    }

    fn restart(&mut self, desk: &Desk) -> Result<(), Failure> {
        let mut fetch = self.fetch(desk);
        self.list.restart(&mut fetch)
    }
}

impl Screen for Groups {
    fn place(&self) -> Place {
        Place::Groups
    }

    fn scope(&self) -> Scope {
        Scope::Groups
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let mut fetch = self.fetch(desk);
        self.list.reload(&mut fetch)
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        match self.find.act(action) {
            Found::Nothing => {}
            Found::Focus => return Ok(Some(Vec::new())),
            Found::Changed => return self.restart(desk).map(|()| Some(Vec::new())),
        }
        let mut fetch = self.fetch(desk);
        if self.list.act(action, &mut fetch)? {
            return Ok(Some(Vec::new()));
        }
        let group = self.list.current().map(|row| row.id);
        Ok(match (action, group) {
            (Action::NewGroup, _) => Some(group_form::new_group(desk)),
            (Action::Open, Some(group)) => Some(vec![Effect::Open(Place::Group(group))]),
            (Action::Register, Some(group)) => Some(vec![Effect::Open(Place::Register(group))]),
            _ => None,
        })
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.find.field()
    }

    fn typed(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        self.restart(desk)?;
        Ok(Vec::new())
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(1));
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let columns = Columns::of(area.width);
        if self.find.is_seen() {
            self.find.draw(area, buf, look);
        } else {
            paint::line(buf, area, 0, 0, &columns.heading(look), look.title());
        }
        let rows = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if self.list.rows.is_empty() {
            return self.draw_nothing(rows, buf, look);
        }
        let text = Rect { width: area.width.min(80), ..rows };
        for (y, selected, row) in self.list.seen() {
            paint::line(buf, text, 0, y, &columns.row(row, selected, look), Style::new());
            paint::row_style(buf, text, y, look.bar(selected));
        }
    }
}

impl Groups {
    fn draw_nothing(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let text = match self.find.text() {
            "" => say!(look.words, "groups-none"),
            typed => say!(look.words, "groups-none-found", typed = typed),
        };
        for (y, line) in (1..).zip(paint::wrap(&text, area.width.saturating_sub(4))) {
            paint::line(buf, area, 3, y, &line, Style::new());
        }
    }
}

/// How wide the columns are.
struct Columns {
    title: u16,
    /// The start has a column where there is room for it.
    start: u16,
}

const CODE: u16 = 9;
const HELD: u16 = 9;
const PEOPLE: u16 = 8;
const NEXT: u16 = 15;

impl Columns {
    fn of(width: u16) -> Self {
        let start = if width < 76 { 0 } else { 13 };
        Self { title: width.min(80).saturating_sub(3 + CODE + start + HELD + PEOPLE + NEXT), start }
    }

    fn heading(&self, look: &Look) -> String {
        let words = look.words;
        self.cells(
            "   ",
            [
                say!(words, "group-code"),
                say!(words, "groups-programme"),
                say!(words, "group-start"),
                say!(words, "groups-held"),
                say!(words, "groups-people"),
                say!(words, "groups-next"),
            ],
        )
    }

    fn row(&self, row: &GroupRow, selected: bool, look: &Look) -> String {
        let words = look.words;
        let next = match (row.group.finished, row.next) {
            (Some(on), _) => say!(words, "groups-finished", date = words.short_date(on, look.today())),
            (None, Some(date)) => words.weekday_date(date),
            (None, None) => say!(words, "groups-no-next"),
        };
        self.cells(
            if selected { " > " } else { "   " },
            [
                row.group.code.clone(),
                self.programme(&words.pick(&row.title), &words.pick(&row.version_title)),
                words.short_date(row.group.start, look.today()),
                say!(words, "n-of-m", n = row.held, m = row.sessions - row.cancelled.min(row.sessions)),
                row.people.to_string(),
                next,
            ],
        )
    }

    /// Title and version; what is too long is cut in the title, because versions differ at their ends.
    fn programme(&self, title: &str, version: &str) -> String {
        let room = self.title.saturating_sub(paint::width(version) + 3);
        if room < 6 { version.to_owned() } else { format!("{}, {version}", paint::cut(title, room)) }
    }

    fn cells(&self, sign: &str, [code, title, start, held, people, next]: [String; 6]) -> String {
        let start = if self.start == 0 { String::new() } else { fill(&start, self.start - 1) + " " };
        format!(
            "{sign}{} {} {start}{} {} {}",
            fill(&code, CODE - 1),
            fill(&title, self.title.saturating_sub(1)),
            fill(&held, HELD - 1),
            fill(&people, PEOPLE - 1),
            fill(&next, NEXT)
        )
    }
}
