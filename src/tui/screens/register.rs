//! The register: people × sessions like a spreadsheet; any cell takes a code, or opens.

mod aim;
mod draw;
mod history;
mod legend;

use crate::domain::attending::{Taking, is_markable, taking};
use crate::domain::figures::{Cell, Register as Figures};
use crate::domain::id::GroupId;
use crate::domain::record::{Dated, Failure, GroupRecord, Member};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use aim::Aim;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The register of one group.
#[derive(Debug)]
pub struct Register {
    group: GroupId,
    record: Option<GroupRecord>,
    figures: Option<Figures>,
    /// Indices of the people who have a line: those who take part or took part.
    lines: Vec<usize>,
    list: ListState,
    /// Index of the selected session.
    column: usize,
    is_known: bool,
}

impl Register {
    /// The register of `group`.
    #[must_use]
    pub fn new(group: GroupId) -> Self {
        Self {
            group,
            record: None,
            figures: None,
            lines: Vec::new(),
            list: ListState { height: 10, ..ListState::default() },
            column: 0,
            is_known: false,
        }
    }

    fn selected(&self) -> Option<(&GroupRecord, &Dated, &Member)> {
        let record = self.record.as_ref()?;
        let member = record.members.get(*self.lines.get(self.list.selected)?)?;
        Some((record, record.sessions.get(self.column)?, member))
    }

    /// The cell of a line at a session.
    fn cell(&self, line: usize, column: usize) -> Option<&Cell> {
        self.figures.as_ref()?.rows.get(*self.lines.get(line)?)?.cells.get(column)
    }

    /// What an action is aimed at, or why the cell takes no mark.
    fn aim(&self, desk: &Desk) -> Result<Aim, String> {
        let words = desk.words;
        let Some((record, dated, member)) = self.selected() else { return Err(say!(words, "register-empty")) };
        let number = dated.session.label();
        let date = words.weekday_date(dated.session.date);
        match taking(record, &dated.session, desk.now) {
            Taking::Cancelled => return Err(say!(words, "register-cancelled", number = number)),
            Taking::Ahead => return Err(say!(words, "register-ahead", number = number, date = date)),
            Taking::Due => {
                let time = words.time(dated.session.time);
                return Err(say!(words, "register-due", number = number, time = time));
            }
            Taking::Open | Taking::Over => {}
        }
        let name = member.person.short_name();
        if !is_markable(record, dated.id, member.id) {
            return Err(say!(words, "register-not-expected", name = name, date = date));
        }
        Ok(Aim { record: record.clone(), session: dated.id, number, person: member.id, name })
    }

    fn moved(&mut self, action: Action) -> bool {
        let last = self.record.as_ref().map_or(0, |record| record.sessions.len().saturating_sub(1));
        match action {
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(last),
            _ => return self.list.act(action, self.lines.len()),
        }
        true
    }
}

impl Screen for Register {
    fn place(&self) -> Place {
        Place::Register(self.group)
    }

    fn scope(&self) -> Scope {
        Scope::Register
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.record = desk.reads.group(self.group, desk.order())?;
        let Some(record) = &self.record else { return Ok(()) };
        self.figures = Some(Figures::of(record));
        let takes_part = |(index, member): (usize, &Member)| member.took_part().then_some(index);
        self.lines = record.members.iter().enumerate().filter_map(takes_part).collect();
        if !self.is_known {
            // The session that people come here for is the last one that took place.
            let held = |dated: &Dated| dated.session.state.is_held();
            self.column = record.sessions.iter().rposition(held).unwrap_or(0);
            self.is_known = true;
        }
        self.column = self.column.min(record.sessions.len().saturating_sub(1));
        self.list.keep_within(self.lines.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.moved(action) {
            return Ok(Some(Vec::new()));
        }
        let marks = matches!(
            action,
            Action::Mark(_) | Action::Away | Action::Note | Action::CatchUp | Action::Clear | Action::Open
        );
        if !marks {
            return Ok(None);
        }
        let aim = match self.aim(desk) {
            Ok(aim) => aim,
            Err(why) => return Ok(Some(vec![Effect::Say(why)])),
        };
        Ok(Some(match action {
            Action::Mark(code) => aim.code(code, desk),
            Action::Away => aim.any_code(desk),
            Action::Note => aim.note(desk),
            Action::CatchUp => aim.caught_up(desk),
            Action::Clear => aim.clear(desk),
            _ => aim.open(desk),
        }))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(draw::AROUND));
        self.list.keep_within(self.lines.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_register(area, buf, look);
    }
}
