//! The kinds of answer that a question takes, in words.

use crate::domain::question::Answer;
use crate::i18n::Words;
use crate::say;

impl Words {
    /// What kind of answer is wanted: "yes or no", "a whole number".
    #[must_use]
    pub fn answer_kind(&self, answer: &Answer) -> String {
        match answer {
            Answer::Text => say!(self, "answer-kind-text"),
            Answer::YesNo => say!(self, "answer-kind-yes-no"),
            Answer::Number { .. } => say!(self, "answer-kind-number"),
            Answer::Date => say!(self, "answer-kind-date"),
            Answer::Language => say!(self, "answer-kind-language"),
            Answer::Country => say!(self, "answer-kind-country"),
            Answer::Amount(currency) => say!(self, "answer-kind-amount", currency = currency),
            Answer::OneOf(_) => say!(self, "answer-kind-one"),
            Answer::AnyOf(_) => say!(self, "answer-kind-any"),
        }
    }
}
