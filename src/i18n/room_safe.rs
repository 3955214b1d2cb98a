//! What words leave unsaid while a whole group may see the screen: reasons, notes, facts.

use crate::domain::attendance::{Kind, Mark};
use crate::domain::entry::Entry;
use crate::domain::figures::ending::Ending;
use crate::domain::record::Recorded;
use crate::i18n::Words;
use crate::i18n::entry::Known;
use crate::say;

impl Words {
    /// A text that somebody wrote for staff: that there is one, where a group may see it.
    #[must_use]
    pub fn for_staff(&self, text: &str) -> String {
        if self.is_room_safe() && !text.is_empty() { say!(self, "room-safe-hidden") } else { text.to_owned() }
    }

    /// A mark without its reason: `present`, `late 10`, `away`.
    pub(super) fn mark_without_reason(&self, mark: &Mark) -> Option<String> {
        match mark.code.kind() {
            // What it says is that somebody is here.
            Kind::Here => None,
            Kind::NotCounted => Some(say!(self, "room-safe-not-counted")),
            Kind::Acceptable | Kind::NotAcceptable | Kind::Prison => Some(say!(self, "room-safe-away")),
        }
    }

    /// Whether somebody completed, without why: where there is no room for it, or where a group may see it.
    #[must_use]
    pub fn ending_in_short(&self, ending: &Ending) -> String {
        match ending.completion {
            completion if completion.is_met() => say!(self, "room-safe-completed"),
            completion if completion.is_possible() => say!(self, "room-safe-not-yet"),
            _ => say!(self, "room-safe-not-completed"),
        }
    }

    /// What was recorded, by its kind; what it says only where everybody in the room has seen it happen.
    pub(super) fn recorded_without_reason(&self, recorded: &Recorded, known: &Known) -> String {
        let entry = &recorded.entry;
        match entry {
            Entry::Mark { to: Some(mark), .. } => {
                say!(self, "said-part", what = self.kind(entry), value = self.mark(mark))
            }
            Entry::Delivery { .. } | Entry::Agenda { .. } | Entry::Pause { .. } => self.entry(entry, known),
            // That there was one is nobody's business either.
            Entry::Concern { .. }
            | Entry::Confined { .. }
            | Entry::Run { .. }
            | Entry::Step { .. }
            | Entry::Consent { .. }
            | Entry::Snooze { .. }
            | Entry::Partner { .. }
            | Entry::Detention { .. } => say!(self, "room-safe-hidden"),
            _ => self.kind(entry),
        }
    }
}
