//! Saying things in two languages at once, for papers that somebody takes along.

use crate::domain::codes::Language;
use crate::domain::person::Person;
use crate::domain::programme::Localised;
use crate::i18n::labels::labels;
use crate::i18n::spoken::Spoken;
use crate::i18n::{Locale, Words};
use std::collections::BTreeMap;

/// The language of the desk, and what somebody reads best.
pub(super) struct Both<'a> {
    pub desk: &'a Words,
    /// Nothing where staff alone read it.
    theirs: Option<Theirs>,
}

/// What somebody reads best.
struct Theirs {
    spoken: Spoken,
    /// The words of ours for papers in a language that the desk does not speak, and which that is.
    labels: Option<(Language, &'static BTreeMap<&'static str, &'static str>)>,
}

impl<'a> Both<'a> {
    /// For `person`.
    pub fn with(desk: &'a Words, person: &Person) -> Self {
        let speaks = |language: &Language| Locale::of(language.code()).is_some();
        let mut own = person.languages.iter().map(|spoken| &spoken.language).take_while(|language| !speaks(language));
        let labels = own.find_map(|language| Some((language.clone(), labels(language.code())?)));
        Self { desk, theirs: Some(Theirs { spoken: Spoken::by(person), labels }) }
    }

    /// For staff alone.
    pub fn alone(desk: &'a Words) -> Self {
        Self { desk, theirs: None }
    }

    /// One of the words for papers that there are in more languages than the desk speaks.
    pub fn label(&self, message: &'static str) -> String {
        let Some((_, labels)) = self.theirs.as_ref().and_then(|theirs| theirs.labels.as_ref()) else {
            return self.say(|words| words.say(message, &[]));
        };
        joined(self.desk.say(message, &[]), labels.get(message).copied().unwrap_or_default())
    }

    /// What a table is called: in the person's words on their own sheet, else as staff call it.
    pub fn titled(&self, theirs: &'static str, staff: &'static str) -> String {
        if self.theirs.is_some() { self.label(theirs) } else { self.desk.say(staff, &[]) }
    }

    /// That nobody who grew up with those words has read them, and in which language they are.
    pub fn awaiting(&self) -> Option<(String, String)> {
        let (language, labels) = self.theirs.as_ref()?.labels.as_ref()?;
        Some((self.desk.language(language), (*labels.get("paper-awaiting")?).to_owned()))
    }

    /// What `say` says, in both: "Sessions / Samlinger"; once where they are the same.
    pub fn say(&self, say: impl Fn(&Words) -> String) -> String {
        let theirs = self.theirs.as_ref().map(|theirs| say(&theirs.spoken.words));
        joined(say(self.desk), &theirs.unwrap_or_default())
    }

    /// A text of a programme, in both.
    pub fn pick(&self, text: &Localised) -> String {
        let theirs = self.theirs.as_ref().map(|theirs| theirs.spoken.pick(text));
        joined(self.desk.pick(text), &theirs.unwrap_or_default())
    }
}

fn joined(one: String, other: &str) -> String {
    if one == other || other.is_empty() { one } else { format!("{one} / {other}") }
}
