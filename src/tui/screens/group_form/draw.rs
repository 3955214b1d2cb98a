//! The group form drawn: fields with their faults on the left, the dates they lead to on the right.

use super::GroupForm;
use super::item::Item;
use crate::domain::group::{Session, SessionState};
use crate::domain::timetable::{oddity, weeks};
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint::{self, fill};
use crate::tui::screens::group::lacking_lines;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells of the names of the fields.
const LABEL: u16 = 14;
/// Lines that say who lacks a training, at the most.
const MOST_LACKING: u16 = 4;

impl GroupForm {
    pub(super) fn draw_form(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(course) = &self.course else {
            let text = say!(look.words, "group-form-no-programme");
            paint::line(buf, area, 1, 1, &text, Style::new());
            return;
        };
        let title = format!("{}, {}", look.words.pick(&course.title), look.words.pick(&course.version_title));
        paint::line(buf, area, 1, 0, &title, look.title());
        let half = if area.width < 76 { 29 } else { 40 };
        let foot = self.draw_lacking(area, buf, look);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + foot), ..area };
        self.draw_fields(Rect { width: half, ..below }, buf, look);
        self.draw_dates(Rect { x: below.x + half, width: area.width - half, ..below }, buf, look);
    }

    /// Who lacks which training, and where one is recorded, on the last lines of the page; how many of them.
    fn draw_lacking(&self, area: Rect, buf: &mut Buffer, look: &Look) -> u16 {
        let lines = lacking_lines(&self.lacking, area.width.saturating_sub(2), MOST_LACKING, look);
        let foot = u16::try_from(lines.len()).unwrap_or(MOST_LACKING);
        for (y, line) in (area.height.saturating_sub(foot)..area.height).zip(&lines) {
            paint::line(buf, area, 1, y, line, look.warn());
        }
        foot
    }

    fn draw_fields(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        for (at, (item, input)) in (0_u16..).zip(Item::ALL.into_iter().zip(&self.inputs)) {
            let focused = usize::from(at) == self.focus;
            let faulty = self.faults.get(usize::from(at)).is_some_and(Option::is_some);
            let sign = match (focused, faulty) {
                (true, _) => '>',
                (false, true) => '!',
                (false, false) => ' ',
            };
            let label = look.words.say(item.message(), &[]);
            let text = format!(" {sign} {}", fill(&label, LABEL));
            let x = paint::line(buf, area, 0, at + 1, &text, Style::new());
            let width = area.width.saturating_sub(x + 1);
            input.draw(Rect { x: area.x + x, y: area.y + at + 1, width, height: 1 }, buf, look, focused);
        }
        let Some(item) = Item::ALL.get(self.focus) else { return };
        let (text, style) = match self.faults.get(self.focus) {
            Some(Some(fault)) => (format!("! {fault}"), look.wrong()),
            _ => (look.words.say(item.hint(), &[]), look.quiet()),
        };
        if self.sheet.came_back() {
            paint::line(buf, area, 1, 0, &say!(look.words, "form-came-back"), look.warn());
        }
        for (y, line) in (8..).zip(paint::wrap(&text, area.width.saturating_sub(5))) {
            paint::line(buf, area, 3, y, &line, style);
        }
    }

    fn draw_dates(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let sessions = self.sessions();
        let dates: Vec<_> = sessions.iter().map(|session| session.date).collect();
        let Some(last) = dates.last() else { return };
        let words = look.words;
        let weeks = say!(words, "group-form-weeks", count = weeks(&dates));
        let summary = say!(
            words,
            "group-form-sum",
            count = sessions.len(),
            weeks = weeks,
            last = words.short_date(*last, look.today())
        );
        paint::line(buf, area, 0, 0, &summary, look.title());
        let room = area.height.saturating_sub(1);
        let all = u16::try_from(sessions.len()).unwrap_or(u16::MAX);
        let seen = if all > room { room.saturating_sub(1) } else { all };
        for (y, session) in (1..=seen).zip(&sessions) {
            self.draw_date(Rect { y: area.y + y, height: 1, ..area }, buf, session, look);
        }
        if all > seen {
            let more = say!(words, "and-more", count = all - seen);
            paint::line(buf, area, 0, seen + 1, &more, look.quiet());
        }
    }

    fn draw_date(&self, row: Rect, buf: &mut Buffer, session: &Session, look: &Look) {
        let plan = self.course.as_ref().and_then(|course| course.sessions.get(usize::from(session.plan)));
        let essential = if plan.is_some_and(|plan| plan.essential) { '*' } else { ' ' };
        let date = fill(&look.words.weekday_date(session.date), 14);
        let x = paint::line(buf, row, 0, 0, &format!("{:>2} {essential} {date}", session.label()), Style::new());
        let odd = oddity(session.date, look.today(), &self.closed).filter(|_| session.state == SessionState::Planned);
        match odd {
            Some(odd) => {
                let text = format!("! {}", look.words.oddity(odd));
                paint::line(buf, row, x, 0, &text, look.warn());
            }
            None if session.state != SessionState::Planned => {
                paint::line(buf, row, x, 0, &look.words.say(session.state.message(), &[]), look.quiet());
            }
            None => {
                let title = plan.map_or_else(String::new, |plan| look.words.pick(&plan.title));
                paint::line(buf, row, x, 0, &title, look.quiet());
            }
        }
    }
}
