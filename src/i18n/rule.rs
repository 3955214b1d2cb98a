//! Eligibility rules in words: what each is about, and what it asks.

use crate::domain::programme::{Rule, Test};
use crate::i18n::Words;
use crate::say;

impl Words {
    /// What a rule is about, in a word or two; the question itself where staff answer one.
    #[must_use]
    pub fn rule(&self, rule: &Rule) -> String {
        match &rule.test {
            Test::RemainingDays(_) => say!(self, "rule-remaining"),
            Test::Speaks { .. } => say!(self, "rule-speaks"),
            Test::Occupied { .. } => say!(self, "field-occupation"),
            Test::Held { .. } => say!(self, "field-legal-status"),
            Test::Age { .. } => say!(self, "rule-age"),
            Test::Consents => say!(self, "rule-consents"),
            Test::Answer { question, .. } => self.pick(question),
        }
    }

    /// What a rule asks: "at least 14 days from the start", "English A2 or better".
    #[must_use]
    pub fn asked(&self, rule: &Rule) -> String {
        let or = |names: Vec<String>| names.join(&say!(self, "rule-or"));
        match &rule.test {
            Test::RemainingDays(days) => say!(self, "rule-asks-days", days = *days),
            Test::Speaks { any_of, level } => {
                let languages = or(any_of.iter().map(|language| self.language(language)).collect());
                say!(self, "rule-asks-language", languages = languages, level = level.code())
            }
            Test::Occupied { any_of } => or(any_of.iter().map(|one| say!(self, one.message())).collect()),
            Test::Held { any_of } => or(any_of.iter().map(|one| say!(self, one.message())).collect()),
            Test::Age { at_least: Some(least), at_most: Some(most) } => {
                say!(self, "rule-asks-age", least = *least, most = *most)
            }
            Test::Age { at_least: Some(least), at_most: None } => say!(self, "rule-asks-age-from", least = *least),
            Test::Age { at_least: None, at_most: Some(most) } => say!(self, "rule-asks-age-to", most = *most),
            Test::Age { .. } => say!(self, "rule-asks-age-any"),
            Test::Consents | Test::Answer { expected: true, .. } => say!(self, "answer-yes"),
            Test::Answer { expected: false, .. } => say!(self, "answer-no"),
        }
    }
}
