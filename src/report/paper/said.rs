//! What is said on paper, once in each language, and which of it stands in another language than it should.

use super::{Block, Writer};
use crate::domain::programme::{Handout, Localised, Ratings};
use crate::i18n::Words;
use std::cell::RefCell;

/// Words, and the language that they are in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    pub text: String,
    /// BCP 47.
    pub tag: String,
    /// Whether it stands in for what is not translated.
    pub stands_in: bool,
}

/// The same in each language, those side by side that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said(pub Vec<Phrase>);

impl Said {
    /// What stands in for several languages is said once, and what says nothing not at all.
    fn of(phrases: impl IntoIterator<Item = Phrase>) -> Self {
        let mut kept: Vec<Phrase> = Vec::new();
        for phrase in phrases {
            let known = |other: &Phrase| (&other.text, &other.tag) == (&phrase.text, &phrase.tag);
            if !phrase.text.trim().is_empty() && !kept.iter().any(known) {
                kept.push(phrase);
            }
        }
        Self(kept)
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Writer<'_> {
    /// A text of the programme.
    pub(super) fn text(&self, text: &Localised) -> Said {
        Said::of(self.tongues.iter().map(|tongue| tongue.text(text)))
    }

    pub(super) fn texts<'t>(&self, texts: impl IntoIterator<Item = &'t Localised>) -> Vec<Said> {
        texts.into_iter().map(|text| self.text(text)).filter(|said| !said.is_empty()).collect()
    }

    /// A word of ours that participants read too.
    pub(super) fn label(&self, message: &'static str) -> Said {
        Said::of(self.tongues.iter().map(|tongue| tongue.label(message)))
    }

    /// A sentence of ours for staff.
    pub(super) fn say(&self, say: impl Fn(&Words) -> String) -> Said {
        Said::of(self.tongues.iter().map(|tongue| tongue.say(&say)))
    }

    /// What is the same in every language.
    pub(super) fn plain(&self, text: &str) -> Said {
        let first = self.tongues.iter().take(1);
        Said::of(first.map(|tongue| Phrase { text: text.to_owned(), tag: tongue.tag().to_owned(), stands_in: false }))
    }

    /// Words of ours around words of the programme: in the language that those are found in.
    pub(super) fn both(&self, say: impl Fn(&Words, &dyn Fn(&Localised) -> String) -> String) -> Said {
        Said::of(self.tongues.iter().map(|tongue| {
            let found = RefCell::new(None);
            let pick = |text: &Localised| {
                let phrase = tongue.text(text);
                found.borrow_mut().get_or_insert_with(|| phrase.clone());
                phrase.text
            };
            let said = tongue.say(&|words| say(words, &pick));
            match found.take() {
                Some(phrase) if !phrase.text.is_empty() => Phrase { text: said.text, ..phrase },
                _ => said,
            }
        }))
    }

    /// A text of the programme with its number before it: the same in every language.
    pub(super) fn numbered(&self, number: usize, text: &Localised) -> Said {
        let mut said = self.text(text);
        said.0.iter_mut().for_each(|phrase| phrase.text = format!("{number}. {}", phrase.text));
        said
    }

    /// Two texts of the programme with `between` them.
    pub(super) fn both_texts(&self, one: &Localised, between: &str, other: &Localised) -> Said {
        Said::of(self.tongues.iter().map(|tongue| {
            let (one, other) = (tongue.text(one), tongue.text(other));
            Phrase { text: format!("{}{between}{}", one.text, other.text), ..other }
        }))
    }

    pub(super) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// A paragraph, where there is something to say.
    pub(super) fn paragraph(&mut self, said: Said) {
        if !said.is_empty() {
            self.push(Block::Paragraph(said));
        }
    }

    /// A list under its heading, where there is anything on it.
    pub(super) fn listed(&mut self, heading: Said, items: Vec<Said>, list: fn(Vec<Said>) -> Block) {
        if !items.is_empty() {
            self.push(Block::Heading(heading));
            self.push(list(items));
        }
    }

    /// Of each language that nobody who grew up with it has read yet, that this is so.
    pub(super) fn awaiting(&mut self) {
        let said =
            Said::of(self.tongues.iter().filter(|tongue| tongue.is_awaiting()).map(|t| t.label("paper-awaiting")));
        if !said.is_empty() {
            self.push(Block::Notice(said));
        }
    }

    /// A card for a self-rating.
    pub(super) fn rating(&mut self, ratings: &Ratings) {
        if !ratings.items.is_empty() {
            self.push(Block::Heading(self.label("paper-rating")));
            let items = self.texts(ratings.items.iter().map(|item| &item.text));
            self.push(Block::Grid(self.texts(&ratings.scale), items));
        }
    }

    /// A sheet to hand out, on a page of its own.
    pub(super) fn handout(&mut self, handout: &Handout) {
        self.push(Block::Sheet(self.text(&handout.title)));
        self.awaiting();
        for line in &handout.lines {
            self.paragraph(self.text(line));
        }
        if handout.blank_lines > 0 {
            self.push(Block::Lines(handout.blank_lines));
        }
    }
}
