//! Saying things in two languages at once, for papers that somebody takes along.

use crate::domain::person::Person;
use crate::domain::programme::Localised;
use crate::i18n::Words;
use crate::i18n::spoken::Spoken;

/// The language of the desk, and what somebody reads best.
pub(super) struct Both<'a> {
    pub desk: &'a Words,
    theirs: Spoken,
}

impl<'a> Both<'a> {
    /// For `person`.
    pub fn with(desk: &'a Words, person: &Person) -> Self {
        Self { desk, theirs: Spoken::by(person) }
    }

    /// What `say` says, in both: "Sessions / Samlinger"; once where they are the same.
    pub fn say(&self, say: impl Fn(&Words) -> String) -> String {
        joined(say(self.desk), &say(&self.theirs.words))
    }

    /// A text of a programme, in both.
    pub fn pick(&self, text: &Localised) -> String {
        joined(self.desk.pick(text), &self.theirs.pick(text))
    }
}

fn joined(one: String, other: &str) -> String {
    if one == other || other.is_empty() { one } else { format!("{one} / {other}") }
}
