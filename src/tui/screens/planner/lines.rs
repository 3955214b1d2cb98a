//! The time lines drawn: sessions across with their dates, people down, each line until the release.
//!
//! ```text
//!                    Dec                                 Jan
//!                      1   3   8  10  15  17  22  24  29   5
//!                      1   2*  3   4*  5   6*  7   8   9  10*
//!  > Petrović, Ana    ─●───●───●───●───●───●───●───●───●───●─  all 10
//!    Al-Amin, Yusuf   ─●───●───●───●───●───●┃  ○   ○   ○   !   6 of 10, 22 Dec
//! ```

use super::said::reach;
use super::{Pane, Planner, Read};
use crate::domain::group::Session;
use crate::domain::planner::{Line, Spot};
use crate::domain::record::Member;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint::{self, fill};
use crate::tui::widgets::list::ListState;
use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Lines above the first person: months, days, numbers.
pub(super) const HEAD: u16 = 3;

/// Where the columns are.
struct Grid {
    /// Cells of the names, with what stands before them.
    name: u16,
    /// Cells of a session.
    wide: u16,
    /// Sessions that are drawn; of very many the first.
    seen: u16,
    /// Cells of what is said at the end of a line.
    end: u16,
}

impl Grid {
    fn of(width: u16, sessions: usize) -> Self {
        let (name, end) = if width < 76 { (14, 15) } else { (20, 19) };
        let room = width.saturating_sub(name + end + 1);
        let all = u16::try_from(sessions.max(1)).unwrap_or(u16::MAX);
        let wide = (room / all).clamp(3, 5);
        Self { name, wide, seen: all.min(room / wide), end }
    }

    /// The columns with the place each begins at; a session stands on the second cell of its column.
    fn columns(&self) -> impl Iterator<Item = (usize, u16)> {
        (0..usize::from(self.seen)).zip((self.name..).step_by(usize::from(self.wide)))
    }

    fn right(&self) -> u16 {
        self.name + self.seen * self.wide + 1
    }
}

impl Planner {
    pub(super) fn draw_lines(&self, read: &Read, area: Rect, buf: &mut Buffer, look: &Look) {
        let grid = Grid::of(area.width, read.record.sessions.len());
        draw_head(read, &grid, area, buf, look);
        let rows = Rect { y: area.y + HEAD, height: area.height.saturating_sub(HEAD), ..area };
        if read.outlook.lines.is_empty() {
            paint::line(buf, rows, 3, 0, &say!(look.words, "planner-nobody"), Style::new());
        }
        let mut list = ListState { height: usize::from(rows.height), ..self.people };
        list.keep_within(read.outlook.lines.len());
        for (y, at) in list.seen(read.outlook.lines.len()) {
            let Some(line) = read.outlook.lines.get(at) else { continue };
            let Some(member) = read.record.member(line.person) else { continue };
            let selected = at == list.selected;
            let sign = match (selected, self.pane) {
                (true, Pane::People) => '>',
                (true, Pane::Proposals) => '·',
                _ => ' ',
            };
            let name = fill(&member.person.list_name(), grid.name - 4);
            paint::line(buf, rows, 0, y, &format!(" {sign} {name}"), Style::new());
            draw_line(read, line, member, &grid, Rect { y: rows.y + y, height: 1, ..rows }, buf, look);
            paint::row_style(buf, rows, y, look.bar(selected && self.pane == Pane::People));
        }
    }
}

/// Months where they change, days, and numbers with a `*` at essential sessions.
fn draw_head(read: &Read, grid: &Grid, area: Rect, buf: &mut Buffer, look: &Look) {
    let (mut month, mut free) = (None, 0);
    for (at, x) in grid.columns() {
        let Some(dated) = read.record.sessions.get(at) else { continue };
        let (date, session) = (dated.session.date, &dated.session);
        if month != Some(date.month()) {
            let name = look.words.month(date);
            free = paint::line(buf, area, x.max(free), 0, name.trim_end_matches('.'), look.quiet()) + 1;
            month = Some(date.month());
        }
        let essential = read.record.plan(session).is_some_and(|plan| plan.essential);
        let strike = session.state.is_cancelled();
        let number = if strike { "-".to_owned() } else { session.label() };
        paint::line(buf, area, x, 1, &format!("{:>2}", date.day()), Style::new());
        let style = if essential { look.title() } else { Style::new() };
        let mark = if essential { "*" } else { "" };
        paint::line(buf, area, x, 2, &format!("{number:>2}{mark}"), style);
    }
}

fn draw_line(read: &Read, line: &Line, member: &Member, grid: &Grid, row: Rect, buf: &mut Buffer, look: &Look) {
    let clashes = Planner::collide(read, line.person);
    // A line is drawn from the first session that counts to the last that is reached.
    let on = |spot: &Spot| !matches!(spot, Spot::Off | Spot::Missed);
    let (first, last) = (line.spots.iter().position(on), line.spots.iter().rposition(on));
    let release = line.spots.iter().position(|spot| *spot == Spot::Missed);
    for (at, x) in grid.columns() {
        let (Some(spot), Some(dated)) = (line.spots.get(at), read.record.sessions.get(at)) else { continue };
        let drawn = first.zip(last).is_some_and(|(first, last)| (first..=last).contains(&at));
        if drawn {
            let length = if last == Some(at) { 2 } else { grid.wide };
            // What is behind is drawn heavier than what is ahead.
            let stroke = if dated.session.state.is_held() { "━" } else { "─" };
            paint::line(buf, row, x, 0, &stroke.repeat(usize::from(length)), Style::new());
        }
        let essential = read.record.plan(&dated.session).is_some_and(|plan| plan.essential);
        let collides = clashes.iter().any(|clash| clash.session == dated.id) && *spot == Spot::Reached;
        let (sign, style) = if collides { ("x", look.warn()) } else { sign(*spot, essential, look) };
        if *spot != Spot::Off {
            paint::line(buf, row, x + 1, 0, sign, style);
        }
        if release == Some(at) {
            paint::line(buf, row, x, 0, "┃", look.warn().add_modifier(Modifier::BOLD));
        }
    }
    let end = Rect { width: row.width.min(grid.right() + grid.end), ..row };
    let labels = clashes.iter().filter_map(|clash| read.record.session(clash.session)).map(Session::label);
    let said = said_at_end(line, member, &labels.collect::<Vec<_>>().join(", "), look);
    paint::line(buf, end, grid.right(), 0, &said, Style::new());
}

fn sign(spot: Spot, essential: bool, look: &Look) -> (&'static str, Style) {
    match spot {
        Spot::Off => (" ", Style::new()),
        Spot::Attended | Spot::Reached => ("●", Style::new()),
        Spot::Away => ("a", look.warn()),
        Spot::Unmarked => ("?", look.warn()),
        Spot::Missed if essential => ("!", look.wrong()),
        Spot::Missed => ("○", look.warn()),
    }
}

/// `all 10`, `! 6 of 10, 22 Dec`, `! all 10, clash 4`.
fn said_at_end(line: &Line, member: &Member, clashes: &str, look: &Look) -> String {
    let (words, (reached, of)) = (look.words, reach(line));
    let part = say!(words, "n-of-m", n = reached, m = of);
    match member.person.release.filter(|_| !line.missed.is_empty()) {
        _ if !line.counts => format!("{}: {part}", say!(words, "place-waiting")),
        // The year is that of the dates above it.
        Some(day) => format!("! {part}, {}", words.short_date(day, day)),
        None if reached == of && !clashes.is_empty() => {
            let clash = say!(words, "pick-clash", sessions = clashes);
            format!("! {}, {clash}", say!(words, "planner-all", count = of))
        }
        None if reached == of => say!(words, "planner-all", count = of),
        None => part,
    }
}
