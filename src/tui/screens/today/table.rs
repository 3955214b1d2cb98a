//! The sessions of one part of the first screen as a table: its columns are as wide as what stands in them.

use super::said::standing;
use crate::domain::record::SessionRow;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;

/// The widths of the columns of one part of the screen, as wide as what stands in them.
pub(super) struct Table {
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
    pub fn of(sessions: &[&SessionRow], is_today: bool, width: u16, look: &Look) -> Self {
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

    pub fn line(&self, row: &SessionRow, is_today: bool, look: &Look) -> String {
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
