//! What is due in the next weeks, overdue first: of everybody's pathways and plans, and of the prison itself.

use crate::domain::id::PersonId;
use crate::domain::offered::{ToTell, to_tell};
use crate::domain::record::{DutyRow, Failure, TaskRow};
use crate::domain::task::What;
use crate::report::{Format, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use chrono::{Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Days that one looks ahead.
const AHEAD: u64 = 28;
/// Rows at the most.
const MOST: usize = 500;
/// Lines above the list.
const ABOVE: u16 = 2;

/// Cells of the column that says when: as many as the longest day of either language.
const WHEN: u16 = 14;

/// The list.
#[derive(Debug, Default)]
pub struct Duties {
    rows: Vec<Owed>,
    list: ListState,
}

/// Something that is due.
#[derive(Debug, Clone)]
enum Owed {
    Step(DutyRow),
    Task(TaskRow),
    Tell(ToTell),
}

impl Owed {
    fn due(&self) -> NaiveDate {
        match self {
            Self::Step(row) => row.due,
            Self::Task(row) => row.task.due,
            Self::Tell(row) => row.due,
        }
    }

    fn person(&self) -> Option<PersonId> {
        match self {
            Self::Step(row) => Some(row.person),
            Self::Task(row) => person(row),
            Self::Tell(row) => Some(row.who.person),
        }
    }

    fn place(&self) -> Place {
        match self {
            Self::Step(row) => Place::Path { person: row.person, run: row.run.clone() },
            Self::Task(row) => place(row),
            Self::Tell(row) => Place::Paths(row.who.person),
        }
    }

    fn line(&self, width: u16, look: &Look) -> String {
        match self {
            Self::Step(row) => line(row, width, look),
            Self::Task(row) => task_line(row, width, look),
            Self::Tell(row) => tell_line(row, width, look),
        }
    }
}

/// Where something with a day of its own is done.
pub(super) fn place(row: &TaskRow) -> Place {
    match &row.task.what {
        What::Action(person, _) => Place::Plan(*person),
        What::Remedy(group, _) => Place::House(*group),
        What::Refresher(_) | What::Contact(_) => Place::House(None),
    }
}

/// Whom it is about, where that is one person.
pub(super) fn person(row: &TaskRow) -> Option<PersonId> {
    if let What::Action(person, _) = row.task.what { Some(person) } else { None }
}

/// The same as a line: when, who or which group, what.
pub(super) fn task_line(row: &TaskRow, width: u16, look: &Look) -> String {
    let name = match (row.code.as_str(), row.short_name.as_str()) {
        ("", "") => say!(look.words, "duties-house"),
        ("", short) => {
            if width < 70 {
                short.to_owned()
            } else {
                row.name.clone()
            }
        }
        (code, _) => code.to_owned(),
    };
    laid_out(row.task.due, &name, &look.words.task(&row.task), width, look)
}

/// Whom to tell of what, as a line: by when, who, what.
pub(super) fn tell_line(row: &ToTell, width: u16, look: &Look) -> String {
    let name = if width < 70 { &row.who.short_name } else { &row.who.name };
    laid_out(row.due, name, &say!(look.words, "duties-tell", pathway = look.words.pick(&row.pathway)), width, look)
}

/// The same of several, the first of whom is told first: `count` says how many.
pub(super) fn tell_all_line(first: &ToTell, count: &str, look: &Look) -> String {
    let said = say!(look.words, "duties-tell-all", count = count, pathway = look.words.pick(&first.pathway));
    format!("{}  {said}", paint::fill(&look.words.due_day(first.due, look.today()), WHEN))
}

/// When, who, what, in columns.
fn laid_out(due: NaiveDate, name: &str, what: &str, width: u16, look: &Look) -> String {
    let name = paint::fill(name, if width < 70 { 10 } else { 18 });
    format!("{}  {name}  {what}", paint::fill(&look.words.due_day(due, look.today()), WHEN))
}

/// A duty on so many cells: when, who, what. Where there is little room the name gives way first.
pub(super) fn line(row: &DutyRow, width: u16, look: &Look) -> String {
    let words = look.words;
    let name = if width < 70 { &row.short_name } else { &row.name };
    let what = say!(words, "said-part", what = words.pick(&row.pathway), value = words.pick(&row.step));
    laid_out(row.due, name, &what, width, look)
}

impl Screen for Duties {
    fn place(&self) -> Place {
        Place::Duties
    }

    fn scope(&self) -> Scope {
        Scope::Duties
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.rows.get(self.list.selected).and_then(Owed::person)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let until = desk.today() + Days::new(AHEAD);
        let steps = desk.reads.duties(until, MOST)?.into_iter().map(Owed::Step);
        let tasks = desk.reads.tasks(until, MOST)?.into_iter().map(Owed::Task);
        let told = to_tell(desk.reads, desk.services, (desk.today(), until), MOST)?.into_iter().map(Owed::Tell);
        self.rows = steps.chain(tasks).chain(told).collect();
        self.rows.sort_by_key(Owed::due);
        self.rows.truncate(MOST);
        self.list.keep_within(self.rows.len());
        Ok(())
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.rows.len()) {
            return Ok(Some(Vec::new()));
        }
        let row = self.rows.get(self.list.selected);
        Ok(match (action, row) {
            (Action::Open, Some(row)) => Some(vec![Effect::Open(row.place())]),
            (Action::Board, _) => Some(vec![Effect::Open(Place::Board)]),
            (Action::Calendar, _) => Some(vec![Effect::Open(Place::Calendar)]),
            (Action::Write, _) => {
                Some(vec![Effect::Open(Place::Preview(Request::new(Report::Duties).written(Format::Ics)))])
            }
            _ => None,
        })
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE)).max(1);
        self.list.keep_within(self.rows.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let heading = if self.rows.len() < MOST {
            say!(words, "duties-heading", count = self.rows.len(), days = AHEAD)
        } else {
            say!(words, "duties-heading-more", count = self.rows.len(), days = AHEAD)
        };
        paint::line(buf, area, 1, 0, &heading, look.title());
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        if self.rows.is_empty() {
            for (y, line) in (0..).zip(paint::wrap(&say!(words, "duties-none"), area.width.saturating_sub(4))) {
                paint::line(buf, rows, 3, y, &line, Style::new());
            }
        }
        for (y, index) in self.list.seen(self.rows.len()) {
            let Some(row) = self.rows.get(index) else { continue };
            let selected = index == self.list.selected;
            let sign = if selected { '>' } else { ' ' };
            let (mark, style) = if row.due() < look.today() { ('!', look.warn()) } else { (' ', Style::new()) };
            let text = format!("{sign} {mark} {}", row.line(area.width, look));
            paint::line(buf, Rect { width: area.width.saturating_sub(1), ..rows }, 1, y, &text, style);
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }
}
