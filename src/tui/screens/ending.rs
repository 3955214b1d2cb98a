//! The end of a course: who completed by the rule of the programme and why, whose second self-rating is
//! missing, and the certificates.
//!
//! ```text
//!  K-07 · the end of the course                            3 of 4 completed
//! ─────────────────────────────────────────────────────────────────────────
//!  Completed with at least 8 of 10 sessions, every essential one among them
//!
//!  > Fernández Solà, María  completed: 9 of 10 sessions, 1 caught up
//!    Gjonaj, Fatos          not completed: essential missed: 4   ! no second rating
//! ```

use crate::domain::certificate::Certificate;
use crate::domain::figures::ending::Ending;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::{Failure, GroupRecord};
use crate::report::{Format, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines above the list, and below it.
const HEAD: u16 = 2;
const FOOT: u16 = 5;

/// Everybody of one group at the end.
#[derive(Debug)]
pub struct EndingScreen {
    group: GroupId,
    record: Option<GroupRecord>,
    endings: Vec<Ending>,
    list: ListState,
}

impl EndingScreen {
    /// Of the group, empty until it is loaded.
    #[must_use]
    pub fn new(group: GroupId) -> Self {
        Self { group, record: None, endings: Vec::new(), list: ListState::default() }
    }

    fn selected(&self) -> Option<&Ending> {
        self.endings.get(self.list.selected)
    }

    /// The certificate of the selected person as it will be written, or why there is none.
    fn certificate(&self, record: &GroupRecord, desk: &Desk) -> Option<Effects> {
        let person = self.selected()?.person;
        if let Err(withheld) = Certificate::of(record, person) {
            return Some(vec![Effect::Refuse(desk.words.withheld(&withheld))]);
        }
        let request = Request::new(Report::Certificate).in_group(self.group).about(person).written(Format::Markdown);
        Some(vec![Effect::Open(Place::Preview(request))])
    }

    /// The card of the selected person, with the second self-rating.
    fn rate(&self, record: &GroupRecord, desk: &Desk) -> Option<Effects> {
        let person = self.selected()?.person;
        let Some(session) = record.second_rating() else {
            return Some(vec![Effect::Refuse(say!(desk.words, "ending-no-rating"))]);
        };
        Some(vec![Effect::Open(Place::Cards { group: self.group, session, person })])
    }

    /// What the row of the selected one may have no room for, and whose second self-rating is missing.
    fn draw_below(&self, record: &GroupRecord, area: Rect, buf: &mut Buffer, look: &Look) {
        let mut lines = Vec::new();
        let width = area.width.saturating_sub(2);
        if let Some((ending, member)) = self.selected().and_then(|e| Some((e, record.member(e.person)?))) {
            let verdict = look.words.ending(ending, record.course.sessions.len());
            let text = say!(look.words, "ending-of", name = member.person.name(), verdict = verdict);
            lines.extend(paint::wrap(&text, width).into_iter().map(|line| (line, Style::new())));
        }
        let (ratings, style) = self.ratings(record, look);
        lines.extend(paint::wrap(&ratings, width).into_iter().map(|line| (line, style)));
        for (y, (line, style)) in (0..).zip(&lines) {
            paint::line(buf, area, 1, y, line, *style);
        }
    }

    /// Whose second rating is missing, as far as one was asked.
    fn ratings(&self, record: &GroupRecord, look: &Look) -> (String, Style) {
        let missing = self.endings.iter().filter(|ending| ending.unrated > 0);
        let names = missing.filter_map(|ending| record.member(ending.person)).map(|member| member.person.short_name());
        let names = names.collect::<Vec<_>>().join(", ");
        match (record.second_rating(), names.as_str()) {
            (None, _) => (String::new(), Style::new()),
            (Some(_), "") => (say!(look.words, "ending-rated"), look.quiet()),
            (Some(_), names) => (say!(look.words, "ending-unrated", names = names), look.warn()),
        }
    }
}

impl Screen for EndingScreen {
    fn place(&self) -> Place {
        Place::Ending(self.group)
    }

    fn scope(&self) -> Scope {
        Scope::Ending
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.selected().map(|ending| ending.person)
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.record = desk.group(self.group)?;
        self.endings = self.record.as_ref().map(GroupRecord::endings).unwrap_or_default();
        self.list.keep_within(self.endings.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.endings.len()) {
            return Ok(Some(Vec::new()));
        }
        let Some(record) = &self.record else { return Ok(None) };
        Ok(match action {
            Action::Open | Action::Write => self.certificate(record, desk),
            Action::Rate => self.rate(record, desk),
            _ => None,
        })
    }

    fn head(&self, _width: u16, look: &Look) -> Option<(String, String)> {
        let record = self.record.as_ref()?;
        let completed = self.endings.iter().filter(|ending| ending.completion.is_met()).count();
        let title = say!(look.words, "ending-title", code = &record.group.code);
        Some((title, say!(look.words, "ending-counts", completed = completed, of = self.endings.len())))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(HEAD + FOOT));
        self.list.keep_within(self.endings.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let Some(record) = &self.record else {
            paint::line(buf, area, 1, 1, &say!(words, "ending-gone"), Style::new());
            return;
        };
        let rule = say!(words, "ending-rule", rule = words.completes_with(&record.course));
        for (y, line) in (0..HEAD).zip(paint::wrap(&rule, area.width.saturating_sub(2))) {
            paint::line(buf, area, 1, y, &line, look.quiet());
        }
        if self.endings.is_empty() {
            paint::line(buf, area, 1, HEAD, &say!(words, "ending-nobody"), Style::new());
        }
        let rows = Rect { y: area.y + HEAD, height: area.height.saturating_sub(HEAD + FOOT), ..area };
        // Why stands below; on a short line the name is worth more than half of the reason.
        let narrow = area.width < 72;
        let name = 24;
        for (y, index) in self.list.seen(self.endings.len()) {
            let (ending, selected) = (&self.endings[index], index == self.list.selected);
            let sign = if selected { '>' } else { ' ' };
            let flag = if ending.unrated > 0 { say!(words, "ending-rating-missing") } else { String::new() };
            let room = area.width.saturating_sub(paint::width(&flag) + 2);
            let who = record.member(ending.person).map_or_else(String::new, |member| member.person.list_name());
            let in_full = || words.ending(ending, record.course.sessions.len());
            let verdict = if narrow { words.ending_in_short(ending) } else { in_full() };
            let text = format!("{sign} {}  {verdict}", paint::fill(&who, name));
            paint::line(buf, Rect { width: room, ..rows }, 1, y, &text, Style::new());
            paint::line_right(buf, Rect { width: area.width.saturating_sub(1), ..rows }, y, &flag, look.warn());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
        self.draw_below(record, Rect { y: area.y + area.height.saturating_sub(FOOT), height: FOOT, ..area }, buf, look);
    }
}
