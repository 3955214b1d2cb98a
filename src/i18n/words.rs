//! Saying a message in the interface language.

use crate::domain::programme::Localised;
use crate::domain::text::shown;
use crate::i18n::locale::{LOCALES, Locale};
use crate::i18n::messages::Messages;
use crate::i18n::names::Names;
use fluent_bundle::{FluentArgs, FluentValue};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Mutex, OnceLock, PoisonError};

/// A value inside a message.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    Text(std::borrow::Cow<'a, str>),
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<char> for Value<'_> {
    fn from(character: char) -> Self {
        Self::Text(character.to_string().into())
    }
}

macro_rules! numbers {
    ($($small:ty),+; $($large:ty),+) => {
        $(impl From<$small> for Value<'_> {
            fn from(number: $small) -> Self {
                Self::Number(i64::from(number))
            }
        })+
        $(impl From<$large> for Value<'_> {
            fn from(number: $large) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })+
    };
}
numbers!(i64, i32, u32, u16, u8; usize, u64);

/// The words of one interface language, with English behind it.
pub struct Words {
    locale: &'static Locale,
    chain: Vec<&'static str>,
    names: OnceLock<Names<'static>>,
    said: Mutex<Said>,
    /// Whether a whole group may read what is said.
    room_safe: bool,
}

/// What was said lately, by message and values: a screen says much the same at every key, and formatting
/// is most of what drawing it costs.
#[derive(Default)]
struct Said {
    kept: HashMap<String, String>,
    /// The one that is looked for, written here so that finding it takes no memory anew.
    key: String,
}

/// Sentences kept at the most; a screen says fewer than two hundred.
const KEPT: usize = 1_000;

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.locale.tag)
    }
}

impl Words {
    /// The words of `locale`. Their files are gone through when the first message is said, once in a process.
    #[must_use]
    pub fn new(locale: &'static Locale) -> Self {
        let mut chain = vec![locale.tag];
        if locale.tag != LOCALES[0].tag {
            chain.push(LOCALES[0].tag);
        }
        Self { locale, chain, names: OnceLock::new(), said: Mutex::default(), room_safe: false }
    }

    /// Whether reasons, notes and facts stay unsaid because a whole group may see the screen.
    #[must_use]
    pub fn is_room_safe(&self) -> bool {
        self.room_safe
    }

    /// From now on a whole group may see the screen, or nobody but staff.
    pub fn set_room_safe(&mut self, room_safe: bool) {
        self.room_safe = room_safe;
    }

    /// Finds the messages of the language now, where there is time for it, rather than with the first one said.
    pub fn prepare(&self) {
        let _ = self.messages().next();
    }

    /// The messages of the language, then those of English: looked for only when something is missing.
    fn messages(&self) -> impl Iterator<Item = &'static Messages> {
        self.chain.iter().filter_map(|tag| LOCALES.iter().position(|locale| locale.tag == *tag)).map(messages)
    }

    /// The language.
    #[must_use]
    pub fn locale(&self) -> &'static Locale {
        self.locale
    }

    /// The names of languages and countries, read when the first one is asked for.
    pub(crate) fn names(&self) -> &Names<'static> {
        self.names.get_or_init(|| Names::read(self.locale.names))
    }

    /// Tags from the most wanted on: for picking a text of a programme.
    #[must_use]
    pub fn chain(&self) -> &[&'static str] {
        &self.chain
    }

    /// The text of a programme in the best language there is, escaped.
    #[must_use]
    pub fn pick(&self, text: &Localised) -> String {
        shown(text.pick(&self.chain)).into_owned()
    }

    /// The message `id` with its values; texts among them are escaped. Called through [`crate::say!`].
    #[must_use]
    pub fn say(&self, id: &str, values: &[(&str, Value)]) -> String {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let Said { kept, key } = &mut *said;
        write_key(key, id, values);
        if let Some(text) = kept.get(key) {
            return text.clone();
        }
        let text = self.format(id, values);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(key.clone(), text.clone());
        text
    }

    /// Nothing that was said is kept any longer: it may name people.
    pub fn forget(&self) {
        *self.said.lock().unwrap_or_else(PoisonError::into_inner) = Said::default();
    }

    fn format(&self, id: &str, values: &[(&str, Value)]) -> String {
        let args: FluentArgs = values.iter().map(|(name, value)| (*name, fluent(value))).collect();
        // Its own name is shown only where a test has been silenced.
        self.messages().find_map(|messages| messages.format(id, &args)).unwrap_or_else(|| id.to_owned())
    }

    /// Whether the language or English has the message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.messages().any(|messages| messages.has(id))
    }
}

/// Makes `key` a message with its values, told apart from every other: hidden characters separate what they separate.
fn write_key(key: &mut String, id: &str, values: &[(&str, Value)]) {
    key.clear();
    key.push_str(id);
    for (name, value) in values {
        key.extend(["\u{1}", name]);
        match value {
            Value::Text(text) => key.extend(["\u{2}", text]),
            // Writing to a text cannot fail.
            Value::Number(number) => drop(write!(key, "\u{3}{number}")),
        }
    }
}

fn fluent<'a>(value: &'a Value) -> FluentValue<'a> {
    match value {
        Value::Text(text) => FluentValue::String(shown(text)),
        Value::Number(number) => FluentValue::from(*number),
    }
}

/// The messages of a language, by its place in the list: once in a process.
fn messages(at: usize) -> &'static Messages {
    static FOUND: [OnceLock<Messages>; LOCALES.len()] = [const { OnceLock::new() }; LOCALES.len()];
    FOUND[at].get_or_init(|| Messages::new(&LOCALES[at]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say;

    #[test]
    fn plurals_and_escapes() {
        let en = Words::new(Locale::choose(["en"]));
        assert_eq!(say!(en, "people-count", count = 1), "1 person");
        assert_eq!(say!(en, "people-count", count = 3_usize), "3 people");
        let nb = Words::new(Locale::choose(["nb"]));
        assert_eq!(say!(nb, "people-count", count = 1), "1 person");
        assert_eq!(say!(nb, "people-count", count = 2), "2 personer");
        assert_eq!(nb.pick(&Localised::from("a\u{1b}b")), "a<U+001B>b");
    }

    #[test]
    fn what_is_kept_is_what_is_said() {
        let en = Words::new(Locale::choose(["en"]));
        for _ in 0..2 {
            assert_eq!(say!(en, "people-count", count = 1), "1 person");
            assert_eq!(say!(en, "people-count", count = 2), "2 people");
        }
        for count in 0..i64::try_from(KEPT).unwrap() + 10 {
            let _ = say!(en, "people-count", count = count);
        }
        assert!(en.said.lock().unwrap().kept.len() <= KEPT);
        en.forget();
        assert!(en.said.lock().unwrap().kept.is_empty());
        assert_eq!(say!(en, "people-count", count = 1), "1 person");
    }
}
