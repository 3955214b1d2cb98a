//! One line of text, checked before it is taken, and kept while it is typed.

use super::{Outcome, boxed};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::draft::Draft;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keys::Key;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::field::Field;
use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What follows from the text, or why it is refused.
type Then = Box<dyn FnMut(&str, &mut Desk) -> Result<Effects, String>>;

/// A question answered by typing.
pub struct Prompt {
    title: String,
    hint: String,
    field: Field,
    fault: Option<String>,
    /// The name of what is written here: it is kept by it.
    name: String,
    draft: Option<Box<Draft>>,
    /// Whether it is written for staff: a whole group does not read along.
    for_staff: bool,
    /// What lines of a pasted text are joined by; without it only the first is taken.
    between: Option<&'static str>,
    hidden: bool,
    then: Then,
}

impl std::fmt::Debug for Prompt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Prompt({})", self.title)
    }
}

impl Prompt {
    /// A question that starts with `text`; `then` gives what follows, or says why the text is refused.
    pub fn new(
        title: impl Into<String>,
        hint: impl Into<String>,
        text: &str,
        then: impl FnMut(&str, &mut Desk) -> Result<Effects, String> + 'static,
    ) -> Self {
        let (title, field, then) = (title.into(), Field::new(text), Box::new(then));
        Self {
            name: title.clone(),
            title,
            hint: hint.into(),
            field,
            fault: None,
            draft: None,
            for_staff: false,
            between: None,
            hidden: false,
            then,
        }
    }

    /// With the lines of a pasted text joined by `between`: nothing of a list is lost.
    #[must_use]
    pub fn joining(self, between: &'static str) -> Self {
        Self { between: Some(between), ..self }
    }

    /// With what stands there given up for what is typed: it is an offer, not a text to go on with.
    #[must_use]
    pub fn replaced(self) -> Self {
        Self { field: self.field.offered(), ..self }
    }

    /// With the answer shown as dots, taken as it is typed, and never kept.
    #[must_use]
    pub fn hidden(self) -> Self {
        Self { field: Field::secret(), hidden: true, ..self }
    }

    /// With the answer kept by this name while it is typed, until it is taken or left, rather than by the title
    /// of the question: the name tells it from whatever else is written on the same screen.
    #[must_use]
    pub fn kept(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }

    /// With the answer as stars where a whole group may see the screen.
    #[must_use]
    pub fn for_staff(self) -> Self {
        Self { for_staff: true, ..self }
    }

    /// It is asked on the screen at `place`: what was half written there before comes back.
    pub(super) fn open(&mut self, place: &Place, desk: &Desk) {
        if self.hidden {
            return;
        }
        // A draft that cannot be read is no reason not to ask.
        if let Ok(draft) = Draft::open(place, &self.name, self.field.text(), desk) {
            self.field.set(draft.text());
            self.draft = Some(Box::new(draft));
        }
    }

    pub(super) fn field(&self) -> &Field {
        &self.field
    }

    pub(super) fn press(&mut self, key: Key, desk: &mut Desk) -> Outcome {
        match key {
            Key::Esc => Outcome::Done(self.forget()),
            Key::Enter => {
                match (self.then)(if self.hidden { self.field.text() } else { self.field.text().trim() }, desk) {
                    // Forgotten last: what could not be recorded is still half written.
                    Ok(effects) => Outcome::Done(effects.into_iter().chain(self.forget()).collect()),
                    Err(fault) => {
                        self.fault = Some(fault);
                        Outcome::Stay
                    }
                }
            }
            key => {
                if self.field.press(key) {
                    self.typed(desk);
                }
                Outcome::Stay
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str, desk: &Desk) {
        match self.between {
            Some(between) => self.field.paste(&text.lines().map(str::trim).collect::<Vec<_>>().join(between)),
            None => self.field.paste(text),
        }
        self.typed(desk);
    }

    fn typed(&mut self, desk: &Desk) {
        self.fault = None;
        if let Some(draft) = &mut self.draft {
            draft.typed(self.field.text(), desk.now);
        }
    }

    fn forget(&self) -> Effects {
        self.draft.as_ref().and_then(|draft| draft.forget()).into_iter().collect()
    }

    pub(super) fn due(&self) -> Option<DateTime<FixedOffset>> {
        self.draft.as_ref()?.due()
    }

    pub(super) fn keep(&mut self, time: DateTime<FixedOffset>) -> Option<Effect> {
        self.draft.as_mut()?.keep(time)
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let wide = area.width.saturating_sub(4).min(76);
        let lines = self.below(look).into_iter().flat_map(|(text, style)| {
            paint::wrap(&text, wide.saturating_sub(2)).into_iter().map(move |line| (line, style))
        });
        let lines: Vec<_> = lines.collect();
        let rows = 3 + u16::try_from(lines.len()).unwrap_or(0);
        let inner = boxed(area, buf, look, &self.title, wide, rows);
        let readable = !(self.for_staff && look.words.is_room_safe());
        self.field.seen(readable).draw(Rect { height: 1, ..inner }, buf, look, true);
        for (y, (text, style)) in (1..).zip(&lines) {
            paint::line(buf, inner, 0, y, text, *style);
        }
        let foot = say!(look.words, "prompt-foot");
        paint::foot(buf, inner, &foot, look.quiet());
    }

    /// What stands below the field: why the text was refused, or that it came back, and what is wanted.
    fn below(&self, look: &Look) -> Vec<(String, ratatui::style::Style)> {
        if let Some(fault) = &self.fault {
            return vec![(fault.clone(), look.wrong())];
        }
        let came_back = self.draft.as_ref().is_some_and(|draft| draft.came_back());
        let notice = came_back.then(|| (say!(look.words, "draft-came-back"), look.warn()));
        let hidden = self.for_staff && look.words.is_room_safe();
        let hidden = hidden.then(|| (say!(look.words, "room-safe-typed"), look.quiet()));
        notice.into_iter().chain([(self.hint.clone(), look.quiet())]).chain(hidden).collect()
    }
}
