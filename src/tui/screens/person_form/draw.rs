//! The form as it is drawn: labels, fields, what is wrong right under its field, a hint at the bottom.

use super::PersonForm;
use super::slot::Fault;
use crate::domain::person::PersonFault;
use crate::i18n::Words;
use crate::say;
use crate::tui::look::Look;
use crate::tui::paint;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The column in which the fields begin.
const FIELD: u16 = 22;
/// Lines at the bottom: a rule and the hint.
const HINT: u16 = 3;
/// Fields are not wider than this, however wide the terminal.
const WIDEST: u16 = 100;

/// What is wrong at a field: its own fault, or one of the facts taken together.
pub(super) enum Wrong<'a> {
    Own(&'a Fault),
    Together(PersonFault),
}

impl PersonForm {
    /// What is wrong at the field `at`, once it was left. What was recorded like that already is not
    /// held against whoever edits something else.
    pub(super) fn fault(&self, at: usize, today: NaiveDate) -> Option<Wrong<'_>> {
        let slot = self.slots.get(at).filter(|slot| slot.left)?;
        if let Some(fault) = &slot.fault {
            return Some(Wrong::Own(fault));
        }
        let before = self.old.faults(today);
        let field = slot.field()?;
        let mut faults = self.draft.faults(today).into_iter();
        faults.find(|fault| fault.field() == field && !before.contains(fault)).map(Wrong::Together)
    }

    pub(super) fn draw_form(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let area = Rect { width: area.width.min(WIDEST), ..area };
        let title = match self.id {
            Some(_) => say!(look.words, "form-edit", name = self.old.name()),
            None => say!(look.words, "form-new"),
        };
        let x = paint::line(buf, area, 1, 0, &title, look.title());
        if self.sheet.came_back() {
            paint::line(buf, area, x + 2, 0, &say!(look.words, "form-came-back"), look.warn());
        }
        let room = area.height.saturating_sub(1 + HINT);
        let lines = self.lines(area.width, look);
        let focused = lines.iter().rposition(|line| line.slot() == self.at).map_or(0, |last| last + 1);
        let top = focused.saturating_sub(usize::from(room));
        let body = Rect { y: area.y + 1, height: room, ..area };
        for (y, line) in (0..room).zip(lines.iter().skip(top)) {
            match line {
                Line::Field(at) => self.draw_field(*at, Rect { y: body.y + y, height: 1, ..body }, buf, look),
                Line::Fault(_, text) => {
                    paint::line(buf, body, 3, y, text, look.wrong());
                }
            }
        }
        if top + usize::from(room) < lines.len() {
            paint::line_right(buf, Rect { width: area.width - 1, ..area }, room, "…", look.quiet());
        }
        let hint = Rect { y: area.y + area.height.saturating_sub(HINT), height: HINT, ..area };
        self.draw_hint(hint, buf, look);
    }

    fn draw_field(&self, at: usize, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(slot) = self.slots.get(at) else { return };
        let focused = at == self.at;
        let sign = if focused { ">" } else { " " };
        let label = paint::cut(&slot.label(look.words), FIELD - 4);
        paint::line(buf, area, 1, 0, &format!("{sign} {label}"), Style::new());
        let field = Rect { x: area.x + FIELD, width: area.width.saturating_sub(FIELD + 1), ..area };
        slot.text.draw(field, buf, look, focused);
    }

    fn draw_hint(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(slot) = self.slots.get(self.at) else { return };
        paint::rule(buf, area, 0, look.quiet());
        // A question may be longer than its label's column: here it stands whole.
        let label = slot.label(look.words);
        let whole = if paint::width(&label) > FIELD - 4 { format!("{label} ") } else { String::new() };
        let text = format!("{whole}{}", slot.hint(look.words));
        for (y, line) in (1..).zip(paint::wrap(&text, area.width.saturating_sub(2))) {
            paint::line(buf, area, 1, y, &line, look.quiet());
        }
    }

    fn lines(&self, width: u16, look: &Look) -> Vec<Line> {
        let mut lines = Vec::new();
        for at in 0..self.slots.len() {
            lines.push(Line::Field(at));
            if let Some(wrong) = self.fault(at, look.today()) {
                let text = format!("! {}", wrong.say(look.words));
                lines.extend(paint::wrap(&text, width.saturating_sub(4)).into_iter().map(|text| Line::Fault(at, text)));
            }
        }
        lines
    }
}

/// A line of the form.
enum Line {
    Field(usize),
    Fault(usize, String),
}

impl Line {
    fn slot(&self) -> usize {
        match self {
            Self::Field(at) | Self::Fault(at, _) => *at,
        }
    }
}

impl Wrong<'_> {
    fn say(&self, words: &Words) -> String {
        match self {
            Self::Own(Fault::Field(fault)) => words.field_fault(fault),
            Self::Own(Fault::Taken(name)) => say!(words, "form-fault-taken", name = name),
            Self::Together(fault) => words.person_fault(*fault),
        }
    }
}
