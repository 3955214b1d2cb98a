//! A short form over the screen: a few fields, each understood as it is left, all of them taken at once, and
//! kept while they are written.

use super::{Outcome, boxed};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::draft::Sheet;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::field::Field;
use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// What the field with this index means by its text: how it is written in full, or why it means nothing.
type Read = Box<dyn Fn(usize, &str, &Desk) -> Result<String, String>>;

/// What follows from all texts, in the order of the fields.
type Then = Box<dyn FnMut(&[String], &mut Desk) -> Effects>;

/// One field with what it asks.
#[derive(Debug)]
struct Slot {
    label: String,
    hint: String,
    field: Field,
    fault: Option<String>,
}

/// What Enter does in a field that is not the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enter {
    Saves,
    GoesOn,
}

/// A few fields.
pub struct Form {
    title: String,
    slots: Vec<Slot>,
    at: usize,
    enter: Enter,
    /// What names it among the drafts, and where it is kept: on the screen below, or in one place for all.
    name: &'static str,
    place: Option<Place>,
    sheet: Sheet,
    /// Whether something was typed.
    is_changed: bool,
    /// Esc was pressed once, over something typed.
    is_leaving: bool,
    read: Read,
    then: Then,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Form({})", self.title)
    }
}

impl Form {
    /// A form without fields. `read` says how the text of a field is understood, `then` what follows once
    /// every one is.
    pub fn new(
        name: &'static str,
        title: String,
        enter: Enter,
        read: impl Fn(usize, &str, &Desk) -> Result<String, String> + 'static,
        then: impl FnMut(&[String], &mut Desk) -> Effects + 'static,
    ) -> Self {
        Self {
            title,
            slots: Vec::new(),
            at: 0,
            enter,
            name,
            place: None,
            sheet: Sheet::default(),
            is_changed: false,
            is_leaving: false,
            read: Box::new(read),
            then: Box::new(then),
        }
    }

    /// With one more field, in which `text` stands at first.
    #[must_use]
    pub fn with(self, label: String, hint: String, text: &str) -> Self {
        self.asking(label, hint, Field::new(text))
    }

    /// With one more field, in which `text` stands until something else is typed.
    #[must_use]
    pub fn offering(self, label: String, hint: String, text: &str) -> Self {
        self.asking(label, hint, Field::new(text).offered())
    }

    fn asking(mut self, label: String, hint: String, field: Field) -> Self {
        self.slots.push(Slot { label, hint, field, fault: None });
        self
    }

    /// Beginning in the field with this index.
    #[must_use]
    pub fn at(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// Kept in one place, wherever it is asked.
    #[must_use]
    pub fn kept_at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// What names it among the drafts.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// It is asked on the screen at `place`: what was half written before comes back.
    pub(super) fn open(&mut self, place: &Place, desk: &Desk) {
        let place = self.place.as_ref().unwrap_or(place);
        // A draft that cannot be read is no reason not to ask.
        if let Ok(sheet) = Sheet::open(place, self.name, self.slots.iter_mut().map(|slot| &mut slot.field), desk) {
            self.is_changed = sheet.came_back();
            self.sheet = sheet;
        }
    }

    /// The focused field.
    pub(super) fn field(&self) -> Option<&Field> {
        self.slots.get(self.at).map(|slot| &slot.field)
    }

    pub(super) fn press(&mut self, key: Key, desk: &mut Desk) -> Outcome {
        if key == Key::Esc {
            return self.leave();
        }
        self.is_leaving = false;
        let action = desk.keymap.action(&[Scope::Form], key);
        let saves = key == Key::Enter && (self.enter == Enter::Saves || self.at + 1 == self.slots.len());
        match action {
            _ if saves => return self.save(desk),
            Some(Action::Save) => return self.save(desk),
            Some(Action::NextPane) => self.step(1, desk),
            Some(Action::PreviousPane) => self.step(self.slots.len().saturating_sub(1), desk),
            _ => {
                if self.slots.get_mut(self.at).is_some_and(|slot| slot.field.press(key)) {
                    self.typed(desk);
                }
            }
        }
        Outcome::Stay
    }

    pub(super) fn paste(&mut self, text: &str, desk: &Desk) {
        if let Some(slot) = self.slots.get_mut(self.at) {
            slot.field.paste(text);
            self.typed(desk);
        }
    }

    fn typed(&mut self, desk: &Desk) {
        self.is_changed = true;
        if let Some(slot) = self.slots.get_mut(self.at) {
            slot.fault = None;
        }
        self.sheet.typed(self.slots.iter().map(|slot| &slot.field), desk.now);
    }

    /// Nothing is thrown away by one key.
    fn leave(&mut self) -> Outcome {
        if self.is_changed && !self.is_leaving {
            self.is_leaving = true;
            return Outcome::Stay;
        }
        Outcome::Done(self.sheet.forget().into_iter().collect())
    }

    /// Goes `by` fields on, around the end. What is empty is not judged before it is to be taken.
    fn step(&mut self, by: usize, desk: &Desk) {
        if self.field().is_some_and(|field| !field.text().trim().is_empty()) {
            self.understand(self.at, desk);
        }
        self.at = (self.at + by) % self.slots.len().max(1);
    }

    /// Writes a field in full, or says what is wrong with it.
    fn understand(&mut self, at: usize, desk: &Desk) {
        let Some(slot) = self.slots.get_mut(at) else { return };
        match (self.read)(at, slot.field.text().trim(), desk) {
            Ok(text) if text == slot.field.text() => slot.fault = None,
            Ok(text) => {
                slot.fault = None;
                slot.field.set(&text);
            }
            Err(fault) => slot.fault = Some(fault),
        }
    }

    fn save(&mut self, desk: &mut Desk) -> Outcome {
        for at in 0..self.slots.len() {
            self.understand(at, desk);
        }
        if let Some(at) = self.slots.iter().position(|slot| slot.fault.is_some()) {
            self.at = at;
            return Outcome::Stay;
        }
        let texts: Vec<String> = self.slots.iter().map(|slot| slot.field.text().to_owned()).collect();
        // Forgotten last: what could not be recorded is still half written.
        let effects = (self.then)(&texts, desk).into_iter().chain(self.sheet.forget());
        Outcome::Done(effects.collect())
    }

    pub(super) fn due(&self) -> Option<DateTime<FixedOffset>> {
        self.sheet.due()
    }

    pub(super) fn keep(&mut self, time: DateTime<FixedOffset>) -> Option<Effect> {
        self.sheet.keep(time)
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let wide = area.width.saturating_sub(4).min(76);
        let lines = self.lines(wide.saturating_sub(2), look);
        let below = self.below(wide.saturating_sub(2), look);
        let rows = u16::try_from(lines.len() + below.len() + 2).unwrap_or(u16::MAX);
        let inner = boxed(area, buf, look, &self.title, wide, rows);
        let label = self.slots.iter().map(|slot| paint::width(&slot.label)).max().unwrap_or(0);
        for (y, line) in (0..).zip(&lines) {
            match line {
                Line::Slot(at) => self.draw_slot(*at, label, Rect { y: inner.y + y, height: 1, ..inner }, buf, look),
                Line::Fault(text) => _ = paint::line(buf, inner, 2, y, text, look.wrong()),
            }
        }
        let top = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        for (y, (text, style)) in (top..).zip(&below) {
            paint::line(buf, inner, 0, y, text, *style);
        }
        let foot = match self.enter {
            Enter::Saves if self.slots.len() == 1 => say!(look.words, "prompt-foot"),
            Enter::GoesOn if self.at + 1 == self.slots.len() => say!(look.words, "prompt-foot"),
            Enter::Saves => say!(look.words, "short-form-foot-saves"),
            Enter::GoesOn => say!(look.words, "short-form-foot"),
        };
        paint::foot(buf, inner, &foot, look.quiet());
    }

    fn draw_slot(&self, at: usize, label: u16, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(slot) = self.slots.get(at) else { return };
        let focused = at == self.at;
        let sign = if focused { ">" } else { " " };
        paint::line(buf, area, 0, 0, &format!("{sign} {}", slot.label), Style::new());
        let x = label + 4;
        let field = Rect { x: area.x + x, width: area.width.saturating_sub(x), ..area };
        slot.field.seen(!look.words.is_room_safe()).draw(field, buf, look, focused);
    }

    /// The fields, each with what is wrong with it right below.
    fn lines(&self, width: u16, look: &Look) -> Vec<Line> {
        let mut lines = Vec::new();
        for (at, slot) in self.slots.iter().enumerate() {
            lines.push(Line::Slot(at));
            if let Some(fault) = &slot.fault {
                // What is wrong with a text repeats it.
                let fault = look.words.for_staff(fault);
                let wrapped = paint::wrap(&format!("! {fault}"), width.saturating_sub(2));
                lines.extend(wrapped.into_iter().map(Line::Fault));
            }
        }
        lines
    }

    /// What stands below the fields: what Esc would do, or that they came back, and what the focused one wants.
    fn below(&self, width: u16, look: &Look) -> Vec<(String, Style)> {
        let words = look.words;
        let mut texts = vec![(" ".to_owned(), look.quiet())];
        if self.is_leaving {
            texts.push((say!(words, "short-form-leave"), look.warn()));
        } else if self.sheet.came_back() {
            texts.push((say!(words, "short-form-came-back"), look.warn()));
        }
        texts.extend(self.slots.get(self.at).map(|slot| (slot.hint.clone(), look.quiet())));
        if words.is_room_safe() {
            texts.push((say!(words, "room-safe-typed"), look.quiet()));
        }
        let texts = texts.into_iter().filter(|(text, _)| !text.is_empty());
        texts.flat_map(|(text, style)| paint::wrap(&text, width).into_iter().map(move |line| (line, style))).collect()
    }
}

/// A line of the form.
enum Line {
    Slot(usize),
    Fault(String),
}
