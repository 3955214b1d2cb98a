//! A language that a paper is written in: the texts of the programme in it, and our own words beside them.

use super::Phrase;
use crate::domain::programme::Localised;
use crate::domain::translation::{Review, Translation};
use crate::i18n::labels::labels;
use crate::i18n::{Locale, Words};

/// One language of a paper.
#[derive(Debug)]
pub struct Tongue {
    /// BCP 47.
    tag: String,
    /// The language in which the programme was written.
    source: String,
    /// Those of the language, or English.
    words: Words,
    awaiting: bool,
}

impl Tongue {
    /// The language `tag` for a programme that was written in `source` and has these translations.
    #[must_use]
    pub fn new(tag: &str, source: &str, translations: &[Translation]) -> Self {
        let awaits = |other: &Translation| other.language.code() == tag && other.review == Review::Awaiting;
        let awaiting = translations.iter().any(awaits);
        Self { tag: tag.to_owned(), source: source.to_owned(), words: Words::new(Locale::choose([tag])), awaiting }
    }

    /// BCP 47.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Whether nobody who grew up with the language has read the translation yet.
    #[must_use]
    pub fn is_awaiting(&self) -> bool {
        self.awaiting
    }

    /// The words of the desk in this language; `None` when it does not speak it.
    #[must_use]
    pub fn words(&self) -> Option<&Words> {
        Locale::of(&self.tag).map(|_| &self.words)
    }

    pub(super) fn text(&self, text: &Localised) -> Phrase {
        let near = Locale::of(&self.tag).map_or("", |locale| locale.tag);
        let chain = [self.tag.as_str(), near, &self.source, "en"];
        let found = chain.into_iter().find_map(|tag| text.0.get_key_value(tag));
        let (tag, said) = found.or_else(|| text.0.first_key_value()).map_or(("", ""), |(tag, said)| (tag, said));
        self.phrase(said.to_owned(), tag)
    }

    pub(super) fn label(&self, message: &'static str) -> Phrase {
        match labels(&self.tag).and_then(|labels| labels.get(message)) {
            Some(label) => self.phrase((*label).to_owned(), &self.tag),
            None => self.say(&|words| words.say(message, &[])),
        }
    }

    pub(super) fn say(&self, say: &dyn Fn(&Words) -> String) -> Phrase {
        self.phrase(say(&self.words), self.words.locale().tag)
    }

    fn phrase(&self, text: String, tag: &str) -> Phrase {
        Phrase { text, tag: tag.to_owned(), stands_in: tag != self.tag }
    }
}
