//! The register drawn: sessions across, people down, totals both ways, a legend of what is used.
//!
//! ```text
//!                    1  2  3  4! 5   attended        +  completion
//!                   10 12 17 20 24
//!                   Nov
//!  > Petrović, Ana   P  L  - [. ]     67% (2 of 3)      possible
//!    Nowak, Jan      P  I+ -  P       67% (2 of 3)    +1 possible
//!    attended        2  1     1       67% (4 of 6)
//!    of              2  2     2
//!    not recorded             1       1 of 6
//! ```

use super::booked;
use super::legend::{lines_of, waits};
use super::order::Order;
use super::{Action, Register, Scope};
use crate::domain::attendance::NOT_RECORDED;
use crate::domain::attending::{Taking, taking};
use crate::domain::figures::{Cell, Completion, Register as Figures, Tally};
use crate::domain::record::GroupRecord;
use crate::report::format::share;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint::{self, fill};
use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::ops::RangeInclusive;

/// Lines that are not people: title, three of the head, three of totals, two of the legend, one that says
/// what is selected.
pub const AROUND: u16 = 10;
const HEAD: u16 = 4;
/// Cells of the totals at the right.
const SHARE: u16 = 16;
const CAUGHT_UP: u16 = 3;
const COMPLETION: u16 = 11;
/// Cells that names have at least.
const LEAST_NAME: u16 = 14;

/// Whether completion has no column, and is said below.
fn is_narrow(width: u16) -> bool {
    width < 76
}

/// Where the columns are.
struct Grid {
    /// Cells before the first column.
    left: u16,
    /// Cells of a column.
    wide: u16,
    /// The sessions that are seen.
    first: usize,
    seen: usize,
}

impl Grid {
    /// The columns that fit beside names and totals; the selected one is always among them.
    fn of(width: u16, sessions: usize, selected: usize) -> Self {
        let totals = SHARE + CAUGHT_UP + if is_narrow(width) { 0 } else { COMPLETION };
        let room = width.saturating_sub(3 + LEAST_NAME + 3 + totals);
        let all = u16::try_from(sessions).unwrap_or(u16::MAX);
        let wide = if all.saturating_mul(4) <= room { 4 } else { 3 };
        let seen = usize::from(room / wide).clamp(1, sessions.max(1));
        let first = (selected / seen * seen).min(sessions.saturating_sub(seen));
        let used = u16::try_from(seen).unwrap_or(u16::MAX) * wide + 2;
        Self { left: width.saturating_sub(totals + used), wide, first, seen }
    }

    /// The sessions seen, with the column each begins at.
    fn columns(&self) -> impl Iterator<Item = (usize, u16)> {
        (self.first..self.first + self.seen).zip((self.left..).step_by(usize::from(self.wide)))
    }

    /// Where the totals begin.
    fn right(&self) -> u16 {
        self.left + u16::try_from(self.seen).unwrap_or(0) * self.wide + 2
    }
}

impl Register {
    pub(super) fn draw_register(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let (Some(record), Some(figures)) = (&self.record, &self.figures) else {
            paint::line(buf, area, 1, 1, &say!(look.words, "group-gone"), Style::new());
            return;
        };
        let area = Rect { width: area.width.min(132), ..area };
        self.draw_title(record, area, buf, look);
        if self.lines.is_empty() {
            paint::line(buf, area, 3, 2, &say!(look.words, "register-nobody"), Style::new());
            return;
        }
        self.draw_completion(figures, area, buf, look);
        let grid = Grid::of(area.width, record.sessions.len(), self.column);
        draw_head(record, &grid, area, buf, look);
        let people = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).min(area.height.saturating_sub(AROUND));
        let part = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
        self.draw_people(record, figures, &grid, part(HEAD, people), buf, look);
        draw_totals(figures, &grid, part(HEAD + people, 3), buf, look);
        let spare = area.height.saturating_sub(AROUND + people);
        let mut legend = lines_of(&self.legend(record, figures, look), area.width.saturating_sub(2));
        legend.truncate(usize::from(2 + spare));
        let top = area.height.saturating_sub(1 + u16::try_from(legend.len()).unwrap_or(0));
        for (y, line) in (top..).zip(&legend) {
            paint::line(buf, area, 1, y, line, look.quiet());
        }
        paint::line(buf, area, 1, area.height.saturating_sub(1), &self.detail(look), Style::new());
    }

    fn draw_people(
        &self,
        record: &GroupRecord,
        figures: &Figures,
        grid: &Grid,
        area: Rect,
        buf: &mut Buffer,
        look: &Look,
    ) {
        let (mut list, span) = (self.list, self.span());
        list.height = usize::from(area.height);
        list.keep_within(self.lines.len());
        for (y, line) in list.seen(self.lines.len()) {
            let index = self.lines.get(line).copied().unwrap_or(0);
            let (Some(member), Some(row)) = (record.members.get(index), figures.rows.get(index)) else { continue };
            let selected = line == list.selected;
            let sign = if selected { '>' } else { ' ' };
            let name = fill(&member.person.list_name(), grid.left.saturating_sub(4));
            paint::line(buf, area, 0, y, &format!(" {sign} {name}"), Style::new());
            paint::row_style(buf, Rect { width: grid.left, ..area }, y, look.bar(selected));
            for (session, x) in grid.columns() {
                let Some(cell) = row.cells.get(session) else { continue };
                let dated = record.sessions.get(session);
                let is_booked = dated.is_some_and(|dated| self.booked(record, dated, member).is_some());
                draw_cell(cell, is_booked, (x, y), area, buf, look);
            }
            if span.lines.contains(&line) {
                draw_span(&span.columns, grid, y, area, buf, look);
            }
            let caught_up = match row.tally.made_good() {
                0 => String::new(),
                count => format!("+{count}"),
            };
            let attended = share(look.words, row.tally.attendance());
            let totals = format!("{}{}", fill(&attended, SHARE), fill(&caught_up, CAUGHT_UP));
            let x = paint::line(buf, area, grid.right(), y, &totals, Style::new());
            if !is_narrow(area.width) {
                paint::line(buf, area, x, y, &look.words.say(completion(row.completion), &[]), Style::new());
            }
        }
    }

    fn draw_title(&self, record: &GroupRecord, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let title = format!("{}  {}", record.group.code, words.pick(&record.course.title));
        let version = words.pick(&record.course.version_title);
        let order = match self.order {
            Order::Name => String::new(),
            order => format!("  {}", words.say(order.message(), &[])),
        };
        let x = paint::line(buf, area, 1, 0, &format!("{title}, {version}"), look.title());
        paint::line(buf, area, x, 0, &order, Style::new());
    }

    /// What is marked out, and what can be done with it.
    fn block_in_words(&self, look: &Look) -> String {
        let (span, words) = (self.span(), look.words);
        let key = |action| look.keymap.key_for(&[Scope::Register, Scope::Desk], action);
        say!(
            words,
            "register-block",
            people = span.height(),
            sessions = span.width(),
            right = key(Action::FillRight),
            down = key(Action::FillDown),
            copy = key(Action::Copy),
            back = key(Action::Back)
        )
    }

    /// What the selected cell says, in words.
    fn detail(&self, look: &Look) -> String {
        let Some((record, dated, member)) = self.selected() else { return String::new() };
        let words = look.words;
        if self.anchor.is_some() {
            return self.block_in_words(look);
        }
        let date = words.weekday_date(dated.session.date);
        let value = match self.cell(self.list.selected, self.column) {
            Some(Cell::Marked(mark) | Cell::Extra(mark)) if mark.note.is_empty() => words.mark(mark),
            Some(Cell::Marked(mark) | Cell::Extra(mark)) => format!("{} ({})", words.mark(mark), mark.note),
            Some(Cell::NotRecorded) => say!(words, "said-nothing"),
            Some(Cell::NotCounted(code)) => words.say(code.row().message, &[]),
            Some(Cell::Ahead) if taking(record, &dated.session, look.now) == Taking::Over => {
                say!(words, "register-waits")
            }
            Some(Cell::Ahead) | None => say!(words, "session-planned"),
        };
        let booked = self.booked(record, dated, member).map(|other| booked::at(other, words));
        let value = match booked {
            Some(what) => say!(words, "register-booked", value = value, what = what),
            None => value,
        };
        let name = member.person.short_name();
        say!(words, "register-detail", name = name, number = dated.session.label(), date = date, value = value)
    }

    /// How the selected person stands, where completion has no column.
    fn draw_completion(&self, figures: &Figures, area: Rect, buf: &mut Buffer, look: &Look) {
        let line = self.lines.get(self.list.selected).and_then(|index| figures.rows.get(*index));
        let Some(row) = line.filter(|_| is_narrow(area.width)) else { return };
        let words = look.words;
        let value = words.say(completion(row.completion), &[]);
        let text = say!(words, "said-part", what = say!(words, "register-completion"), value = value);
        paint::line_right(buf, area, 0, &format!("  {text}"), Style::new());
    }
}

fn completion(completion: Completion) -> &'static str {
    if completion.is_met() {
        "register-met"
    } else if completion.is_possible() {
        "register-possible"
    } else {
        "register-out-of-reach"
    }
}

/// Numbers, days, and the month wherever it changes.
fn draw_head(record: &GroupRecord, grid: &Grid, area: Rect, buf: &mut Buffer, look: &Look) {
    let mut month = None;
    for (session, x) in grid.columns() {
        let Some(dated) = record.sessions.get(session) else { continue };
        let waits = if waits(record, dated, look) { "!" } else { "" };
        let (mut label, date) = (dated.session.label(), dated.session.date);
        label.truncate(usize::from(grid.wide) - waits.len());
        paint::line(buf, area, x, 1, &format!("{label:>2}{waits}"), look.title());
        paint::line(buf, area, x, 2, &format!("{:>2}", date.day()), look.quiet());
        if month != Some(date.month()) {
            let name: String = look.words.month(date).chars().take(3).collect();
            paint::line(buf, area, x, 3, &name, look.quiet());
            month = Some(date.month());
        }
    }
    let words = look.words;
    let x = paint::line(buf, area, grid.right(), 1, &fill(&say!(words, "register-attended"), SHARE), look.title());
    let x = paint::line(buf, area, x, 1, &fill("+", CAUGHT_UP), look.title());
    if !is_narrow(area.width) {
        paint::line(buf, area, x, 1, &say!(words, "register-completion"), look.title());
    }
    if grid.seen < record.sessions.len() {
        let (first, last) = (grid.first + 1, grid.first + grid.seen);
        let text = say!(words, "register-part", first = first, last = last, all = record.sessions.len());
        paint::line(buf, Rect { width: grid.left, ..area }, 3, 1, &text, look.quiet());
    }
}

/// Brackets around the columns of the block, or of the one cell, as far as they are seen.
fn draw_span(columns: &RangeInclusive<usize>, grid: &Grid, y: u16, area: Rect, buf: &mut Buffer, look: &Look) {
    let mut seen = grid.columns().filter(|(session, _)| columns.contains(session)).map(|(_, x)| x);
    let Some(left) = seen.next() else { return };
    let right = seen.last().unwrap_or(left) + 3;
    paint::line(buf, area, left, y, "[", Style::new());
    paint::line(buf, area, right, y, "]", Style::new());
    paint::row_style(buf, Rect { x: area.x + left, width: right + 1 - left, ..area }, y, look.bar(true));
}

fn draw_cell(cell: &Cell, is_booked: bool, (x, y): (u16, u16), area: Rect, buf: &mut Buffer, look: &Look) {
    let (symbol, after, style) = match cell {
        Cell::Marked(mark) | Cell::Extra(mark) => {
            let after = match (&mark.caught_up, mark.note.is_empty()) {
                (Some(_), _) => '+',
                _ if is_booked => '>',
                (None, false) => '*',
                (None, true) => ' ',
            };
            (mark.code.row().symbol, after, Style::new())
        }
        Cell::NotRecorded => (NOT_RECORDED, ' ', look.warn().add_modifier(Modifier::BOLD)),
        Cell::Ahead => (' ', ' ', Style::new()),
        Cell::NotCounted(_) => ('-', if is_booked { '>' } else { ' ' }, look.quiet()),
    };
    paint::line(buf, area, x + 1, y, &format!("{symbol}{after}"), style);
}

/// One of the counts of a tally.
type Count = fn(&Tally) -> u32;

/// Per session: attended, of how many, and how many are not recorded; at the right the same of all.
fn draw_totals(figures: &Figures, grid: &Grid, area: Rect, buf: &mut Buffer, look: &Look) {
    let words = look.words;
    let counts: [(String, Count); 3] = [
        (say!(words, "register-attended"), Tally::attended),
        (say!(words, "register-of"), |tally| tally.enrolled),
        (say!(words, "register-not-recorded"), |tally| tally.not_recorded),
    ];
    let total = &figures.total;
    let missing = say!(words, "n-of-m", n = total.not_recorded, m = total.enrolled);
    let right = [share(words, total.attendance()), String::new(), missing];
    for (y, ((label, count), sum)) in (0..).zip(counts.into_iter().zip(right)) {
        paint::line(buf, Rect { width: grid.left, ..area }, 3, y, &label, look.title());
        for (session, x) in grid.columns() {
            let Some(tally) = figures.columns.get(session).filter(|tally| tally.enrolled > 0) else { continue };
            let count = match (y, count(tally)) {
                (2, 0) => String::new(),
                (_, count) => count.to_string(),
            };
            paint::line(buf, area, x, y, &format!("{count:>2}"), Style::new());
        }
        paint::line(buf, area, grid.right(), y, &sum, Style::new());
    }
}
