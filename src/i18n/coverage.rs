//! Coverage in words.

use crate::domain::coverage::Source;
use crate::i18n::Words;
use crate::say;

impl Words {
    /// What serves a rule.
    #[must_use]
    pub fn source(&self, source: &Source) -> String {
        match source {
            Source::Titled(title) => self.pick(title),
            Source::Plan(evidence) => say!(self, evidence.message()),
        }
    }
}
