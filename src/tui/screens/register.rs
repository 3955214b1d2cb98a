//! The register: people × sessions like a spreadsheet; any cell takes a code, or opens.

mod aim;
mod block;
mod booked;
mod draw;
mod history;
mod legend;
mod order;
mod paste;
mod span;

use crate::domain::attending::{Obstacle, obstacle};
use crate::domain::booking::Booking;
use crate::domain::figures::{Cell, Register as Figures};
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::{Dated, Failure, GroupRecord, Member};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place, Told};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::catching_up;
use crate::tui::widgets::list::ListState;
use aim::Aim;
use order::Order;
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
    /// The corner from which a block is marked out: its line and column.
    anchor: Option<(usize, usize)>,
    order: Order,
    /// Everybody in that order, as they stood when it was asked for.
    people: Vec<PersonId>,
    /// Who is to make something good with another group.
    bookings: Vec<Booking>,
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
            anchor: None,
            order: Order::default(),
            people: Vec::new(),
            bookings: Vec::new(),
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
        let name = member.person.short_name();
        match obstacle(record, dated, member.id, desk.now) {
            Some(Obstacle::Cancelled) => return Err(say!(words, "register-cancelled", number = number)),
            Some(Obstacle::Ahead) => return Err(say!(words, "register-ahead", number = number, date = date)),
            Some(Obstacle::Due) => {
                let time = words.time(dated.session.time);
                return Err(say!(words, "register-due", number = number, time = time));
            }
            Some(Obstacle::NotExpected) => {
                return Err(say!(words, "register-not-expected", name = name, date = date));
            }
            None => {}
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

impl Register {
    /// What is done with a block, or with cells beside the selected one. `None`: it is for one cell.
    fn act_on_cells(&mut self, action: Action, desk: &Desk) -> Option<Effects> {
        let effects = match action {
            Action::FillRight => self.fill(true, desk),
            Action::FillDown => self.fill(false, desk),
            Action::Mark(code) => self.cells()?.code(code, desk),
            Action::Away => self.cells()?.any_code(desk),
            Action::Clear => self.cells()?.all(None, desk),
            Action::Paste => match desk.copied {
                Some(text) => self.paste(text, desk),
                None => vec![Effect::Refuse(say!(desk.words, "paste-nothing-copied"))],
            },
            // What was copied stays marked out, what is looked for is looked for from there.
            Action::Copy => return Some(self.copy(desk)),
            Action::NextMissing => self.next_missing(desk),
            Action::Sort => {
                let order = self.order.next();
                self.sort(order, desk.now);
                vec![Effect::Say(desk.words.say(order.message(), &[]))]
            }
            _ => return None,
        };
        self.anchor = None;
        Some(effects)
    }
}

impl Screen for Register {
    fn place(&self) -> Place {
        Place::Register(self.group)
    }

    fn scope(&self) -> Scope {
        Scope::Register
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.selected().map(|(_, _, member)| member.id)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.record = desk.reads.group(self.group, desk.order())?;
        let Some(record) = &self.record else { return Ok(()) };
        self.figures = Some(Figures::of(record));
        self.bookings = booked::read(record, desk)?;
        let last = record.sessions.len().saturating_sub(1);
        if !self.is_known {
            // The session that people come here for is the last one that took place.
            let held = |dated: &Dated| dated.session.state.is_held();
            self.column = record.sessions.iter().rposition(held).unwrap_or(0);
            self.is_known = true;
        }
        self.column = self.column.min(last);
        self.arrange();
        self.list.keep_within(self.lines.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.marked_out(action) || self.moved(action) {
            return Ok(Some(Vec::new()));
        }
        if let Some(effects) = self.act_on_cells(action, desk) {
            return Ok(Some(effects));
        }
        let marks = matches!(
            action,
            Action::Mark(_) | Action::Away | Action::Note | Action::CatchUp | Action::Clear | Action::Open
        );
        if !marks {
            return Ok(None);
        }
        // Somebody who had no place on that day can have made it good all the same.
        if let (Action::CatchUp, Some((record, dated, member))) = (action, self.selected())
            && dated.session.state.is_held()
        {
            return Ok(Some(catching_up::ask(record, dated.id, member.id, desk)));
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

    fn told(&mut self, told: Told, desk: &mut Desk) -> Result<Effects, Failure> {
        let Told::Paste(text) = told else { return Ok(Vec::new()) };
        let effects = self.paste(&text, desk);
        // What was marked out is still needed where it is asked first who is meant.
        if !matches!(effects[..], [Effect::Ask(Layer::Choice(_))]) {
            self.anchor = None;
        }
        Ok(effects)
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(draw::AROUND));
        self.list.keep_within(self.lines.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.draw_register(area, buf, look);
    }
}
