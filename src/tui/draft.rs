//! Half-written text: a second after it is typed it is on disk, and it comes back where it was being written.

use crate::domain::record::Failure;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Place};
use crate::tui::widgets::field::Field;
use chrono::{DateTime, Duration, FixedOffset};

/// How long something typed may be nowhere but on the screen.
const AT_RISK: Duration = Duration::seconds(1);

/// A text that is kept while it is typed.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What names it in the store.
    place: String,
    /// What is recorded, and needs no keeping.
    recorded: String,
    /// What is written by now.
    text: String,
    /// What the store has of it.
    kept: Option<String>,
    /// Since when something typed is not kept.
    since: Option<DateTime<FixedOffset>>,
    /// Whether it was begun before, and never recorded.
    came_back: bool,
}

impl Draft {
    /// The draft of what is written on the screen at `place` under `name`, where `recorded` stands now.
    ///
    /// # Errors
    /// What the record says.
    pub fn open(place: &Place, name: &str, recorded: &str, desk: &Desk) -> Result<Self, Failure> {
        // A draft is its writer's: what one had not said yet is not put before another.
        let place = format!("{place:?} {name} {}", desk.actor);
        let kept = desk.reads.draft(&place)?;
        let text = kept.clone().unwrap_or_else(|| recorded.to_owned());
        let came_back = kept.is_some();
        Ok(Self { place, recorded: recorded.to_owned(), text, kept, since: None, came_back })
    }

    /// What is written by now: at first what was begun before, or else what is recorded.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the text was begun before, and never recorded.
    #[must_use]
    pub fn came_back(&self) -> bool {
        self.came_back
    }

    /// The text is this now.
    pub fn typed(&mut self, text: &str, now: DateTime<FixedOffset>) {
        text.clone_into(&mut self.text);
        let is_kept = self.kept.as_ref().unwrap_or(&self.recorded) == text;
        self.since = if is_kept { None } else { self.since.or(Some(now)) };
    }

    /// When what is typed has to be kept.
    #[must_use]
    pub fn due(&self) -> Option<DateTime<FixedOffset>> {
        self.since.map(|since| since + AT_RISK)
    }

    /// Keeps the text if that is due by `time`. What is recorded already needs none.
    pub fn keep(&mut self, time: DateTime<FixedOffset>) -> Option<Effect> {
        self.due().filter(|due| *due <= time)?;
        // Whether it succeeds or not: it is tried again when more is typed, not without end.
        self.since = None;
        self.kept = (self.text != self.recorded).then(|| self.text.clone());
        Some(Effect::KeepDraft { place: self.place.clone(), text: self.kept.clone() })
    }

    /// Forgets it: it was recorded, or thrown away.
    #[must_use]
    pub fn forget(&self) -> Option<Effect> {
        self.kept.as_ref().map(|_| Effect::KeepDraft { place: self.place.clone(), text: None })
    }
}

/// What the fields of a form say, kept while they are written: all of them as one draft.
#[derive(Debug, Default)]
pub struct Sheet {
    draft: Option<Draft>,
}

impl Sheet {
    /// The sheet of the form `name` at `place`. What was half written there before is put into `fields`.
    ///
    /// # Errors
    /// What the record says.
    pub fn open<'a>(
        place: &Place,
        name: &str,
        fields: impl IntoIterator<Item = &'a mut Field>,
        desk: &Desk,
    ) -> Result<Self, Failure> {
        let fields: Vec<&mut Field> = fields.into_iter().collect();
        let draft = Draft::open(place, name, &lines(fields.iter().map(|field| &**field)), desk)?;
        for (field, text) in fields.into_iter().zip(draft.text().split('\n')) {
            field.set(text);
        }
        Ok(Self { draft: Some(draft) })
    }

    /// The fields say this now.
    pub fn typed<'a>(&mut self, fields: impl IntoIterator<Item = &'a Field>, now: DateTime<FixedOffset>) {
        if let Some(draft) = &mut self.draft {
            draft.typed(&lines(fields), now);
        }
    }

    /// Whether it was begun before, and never recorded.
    #[must_use]
    pub fn came_back(&self) -> bool {
        self.draft.as_ref().is_some_and(Draft::came_back)
    }

    /// When what is typed has to be kept.
    #[must_use]
    pub fn due(&self) -> Option<DateTime<FixedOffset>> {
        self.draft.as_ref()?.due()
    }

    /// Keeps what the fields say, if that is due by `time`.
    pub fn keep(&mut self, time: DateTime<FixedOffset>) -> Option<Effect> {
        self.draft.as_mut()?.keep(time)
    }

    /// Forgets it: it was recorded, or thrown away.
    #[must_use]
    pub fn forget(&self) -> Option<Effect> {
        self.draft.as_ref()?.forget()
    }
}

/// What fields say, a line each.
fn lines<'a>(fields: impl IntoIterator<Item = &'a Field>) -> String {
    fields.into_iter().map(Field::text).collect::<Vec<_>>().join("\n")
}
