//! The first screen, drawn.
//!
//! ```text
//!  Sessions today
//!  > 10:00  K-07  Planning for Resettl…  4 of 10  Papers    4 people  planned
//!
//!  Watch
//!    ! K-07  Li Wei is released 2 Dec: misses sessions 9–10 (essential: 10)
//!
//!  Coming
//!    Thu 26 Nov 10:00  K-07  5 of 10  Family                 4 people
//! ```

use super::Today;
use super::rows::{Line, Row};
use crate::domain::group::SessionState;
use crate::domain::record::{ReleaseWatch, SessionRow};
use crate::domain::room::Room;
use crate::i18n::numbers::ranges;
use crate::say;
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screens::room::head;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) fn draw(today: &Today, area: Rect, buf: &mut Buffer, look: &Look) {
    let of = |is_today| {
        let sessions = today.rows.iter().filter_map(|row| match row {
            Row::Session(row) if is_today => Some(row),
            Row::Coming(row) if !is_today => Some(row),
            _ => None,
        });
        Table::of(&sessions.collect::<Vec<_>>(), is_today, area.width, look)
    };
    let tables = [of(true), of(false)];
    for (y, line) in (0..area.height).zip(today.lines.iter().skip(today.top)) {
        match line {
            Line::Blank => {}
            Line::Heading(message) => {
                paint::line(buf, area, 1, y, &look.words.say(message, &[]), look.title());
            }
            Line::Sentence(message) => {
                paint::line(buf, area, 3, y, &look.words.say(message, &[]), Style::new());
            }
            Line::Now(id) => {
                let Some(room) = today.rooms().find(|room| room.id == *id) else { continue };
                paint::line(
                    buf,
                    Rect { width: area.width.saturating_sub(1), ..area },
                    3,
                    y,
                    &now(&room, area.width, look),
                    Style::new(),
                );
            }
            Line::Row(index) => {
                let Some(row) = today.rows.get(*index) else { continue };
                let selected = *index == today.list.selected;
                let sign = if selected { '>' } else { ' ' };
                let (text, style) = said(row, &tables, look);
                let x = paint::line(buf, area, 1, y, &format!("{sign} "), Style::new());
                let line = Rect { width: area.width.saturating_sub(1), ..area };
                let end = paint::line(buf, line, x, y, &text, style);
                paint::row_style(buf, Rect { width: end, ..area }, y, look.bar(selected));
            }
        }
    }
}

fn said(row: &Row, [sessions, coming]: &[Table; 2], look: &Look) -> (String, Style) {
    match row {
        Row::Session(session) => (sessions.line(session, true, look), Style::new()),
        Row::Coming(session) => (coming.line(session, false, look), Style::new()),
        Row::Forgotten(session) => (format!("! {}", forgotten(session, look)), look.warn()),
        Row::Release(watch) if watch.essential.is_empty() => (format!("  {}", release(watch, look)), Style::new()),
        Row::Release(watch) => (format!("! {}", release(watch, look)), look.warn()),
        Row::Small { group, least } => {
            let text = say!(
                look.words,
                "today-small",
                code = &group.group.code,
                date = look.words.weekday_date(group.group.start),
                people = group.people,
                least = *least
            );
            (format!("! {text}"), look.warn())
        }
        Row::Remark(remark) if remark.is_error => (format!("! {}", remark.text), look.wrong()),
        Row::Remark(remark) => (format!("  {}", remark.text), Style::new()),
        Row::Offer(action) => (offer(*action, look), Style::new()),
    }
}

/// What runs in a session and how far it is: the activity, then the clock of the room.
fn now(room: &Room, width: u16, look: &Look) -> String {
    let activity = room.running().and_then(|key| room.point(key));
    let activity = activity.map_or_else(
        || say!(look.words, "today-nothing-runs"),
        |point| {
            let left = room.left(&point, look.now).num_minutes();
            let title = look.words.point(&point);
            if left < 0 {
                say!(look.words, "today-activity-over", title = title, minutes = -left)
            } else {
                say!(look.words, "today-activity", title = title, minutes = left)
            }
        },
    );
    let most = width.saturating_sub(4);
    let clock = head::clock(room, most.min(71), look);
    let spare = most.saturating_sub(paint::width(&clock) + 2);
    format!("{}  {clock}", paint::cut(&activity, spare))
}

/// What can be done, with its key.
fn offer(action: Action, look: &Look) -> String {
    let message = match action {
        Action::Add => "today-offer-add",
        Action::Import => "today-offer-import",
        Action::SamplePeople => "today-offer-sample",
        Action::NewGroup => "today-offer-group",
        _ => "today-offer-people",
    };
    let key = look.keymap.key_for(&[Scope::Today, Scope::Desk], action);
    format!("{key}  {}", look.words.say(message, &[]))
}

fn release(watch: &ReleaseWatch, look: &Look) -> String {
    let missed: Vec<String> = watch.missed.iter().map(|(label, _)| label.clone()).collect();
    let said = say!(
        look.words,
        "today-release",
        code = &watch.code,
        name = &watch.name,
        date = look.words.short_date(watch.release, look.today()),
        sessions = ranges(&missed)
    );
    match &watch.essential {
        essential if essential.is_empty() => said,
        essential if *essential == missed => say!(look.words, "today-release-all-essential", said = said),
        essential => say!(look.words, "today-release-essential", said = said, sessions = ranges(essential)),
    }
}

fn forgotten(row: &SessionRow, look: &Look) -> String {
    let words = look.words;
    let (code, date) = (&row.group_code, words.weekday_date(row.session.date));
    let number = row.session.label();
    match row.session.state {
        SessionState::Planned => say!(words, "today-not-held", code = code, number = number, date = date),
        _ => say!(
            words,
            "today-marks-missing",
            code = code,
            number = number,
            date = date,
            count = row.people.saturating_sub(row.marked),
            of = row.people
        ),
    }
}

/// Where a session of today stands.
fn standing(row: &SessionRow, look: &Look) -> String {
    let words = look.words;
    match &row.session.state {
        SessionState::Running { since } if since.date_naive() == look.today() => {
            say!(words, "today-running", time = words.time(since.time()))
        }
        SessionState::Running { since } => {
            say!(words, "today-left-running", date = words.weekday_date(since.date_naive()))
        }
        SessionState::Held { .. } if row.marked < row.people => {
            say!(words, "today-missing", count = row.people - row.marked, of = row.people)
        }
        state => say!(words, state.message()),
    }
}

/// The widths of the columns of one part of the screen, as wide as what stands in them.
struct Table {
    when: u16,
    code: u16,
    course: u16,
    number: u16,
    title: u16,
    people: u16,
}

/// When a session is, told by the heading above it: the time, or the day too.
fn when(row: &SessionRow, is_today: bool, look: &Look) -> String {
    let time = look.words.time(row.session.time);
    if is_today { time } else { format!("{} {time}", look.words.weekday_date(row.session.date)) }
}

impl Table {
    fn of(sessions: &[&SessionRow], is_today: bool, width: u16, look: &Look) -> Self {
        let widest = |text: &dyn Fn(&SessionRow) -> String| {
            sessions.iter().map(|row| paint::width(&text(row))).max().unwrap_or(0)
        };
        let when = widest(&|row| when(row, is_today, look));
        let code = widest(&|row| row.group_code.clone()).min(10);
        let number = widest(&|row| number(row, look));
        let people = if width < 70 { 0 } else { widest(&|row| people(row, look)) };
        let state = if is_today { widest(&|row| standing(row, look)) } else { 0 };
        // Three cells before, two after each column, one at the end.
        let taken = [when, code, number, people, state].into_iter().filter(|width| *width > 0).map(|width| width + 2);
        let spare = width.saturating_sub(3 + taken.sum::<u16>() + 1);
        let title = widest(&|row| look.words.pick(&row.plan_title)).min(spare.saturating_sub(2));
        // The course is told where there is room to read it.
        let course = widest(&|row| look.words.pick(&row.course_title)).min(spare.saturating_sub(title + 4));
        let course = if is_today && course >= 16 { course } else { 0 };
        Self { when, code, course, number, title, people }
    }

    fn line(&self, row: &SessionRow, is_today: bool, look: &Look) -> String {
        let cells = [
            (when(row, is_today, look), self.when),
            (row.group_code.clone(), self.code),
            (look.words.pick(&row.course_title), self.course),
            (number(row, look), self.number),
            (look.words.pick(&row.plan_title), self.title),
            (people(row, look), self.people),
        ];
        let filled = cells.iter().filter(|(_, width)| *width > 0);
        let line: String = filled.map(|(text, width)| paint::fill(text, *width) + "  ").collect();
        if is_today { line + &standing(row, look) } else { line.trim_end().to_owned() }
    }
}

fn number(row: &SessionRow, look: &Look) -> String {
    say!(look.words, "today-number", number = row.session.label(), of = row.of)
}

fn people(row: &SessionRow, look: &Look) -> String {
    say!(look.words, "people-count", count = row.people)
}
