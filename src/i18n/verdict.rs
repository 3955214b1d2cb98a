//! Eligibility in words: a verdict, the facts it rests on, and the distance.

use crate::domain::codes::{Cefr, Language};
use crate::domain::eligibility::{Ground, Judgement, Standing, Verdict};
use crate::i18n::Words;
use crate::say;
use chrono::NaiveDate;

impl Verdict {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Met => "verdict-met",
            Self::NotMet => "verdict-not-met",
            Self::Unknown => "verdict-unknown",
        }
    }

    /// The mark before a rule; never colour alone.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Met => "+",
            Self::NotMet => "-",
            Self::Unknown => "?",
        }
    }
}

impl Standing {
    /// The message that names it; `excepted` when an exception is recorded.
    #[must_use]
    pub fn message(self, excepted: bool) -> &'static str {
        match (self, excepted) {
            (Self::Eligible, _) => "standing-eligible",
            (_, true) => "standing-exception",
            (Self::FactsMissing, false) => "standing-facts-missing",
            (Self::NotEligible, false) => "standing-not-eligible",
        }
    }
}

impl Words {
    /// The facts behind a verdict: "released 2 Dec, 9 days after the start: 5 days short".
    #[must_use]
    pub fn ground(&self, judgement: &Judgement, start: NaiveDate) -> String {
        match &judgement.ground {
            Ground::Remaining { release: Some(release), left: Some(left), needed } => {
                self.remaining(*release, *left, *needed, start)
            }
            Ground::Remaining { needed, .. } => say!(self, "ground-release-unknown", needed = *needed),
            Ground::Speaks { best, any_of, level, known } => self.speaks(best.as_ref(), any_of, *level, *known),
            Ground::Occupied { is: Some(is), .. } => say!(self, is.message()),
            Ground::Occupied { is: None, .. } => say!(self, "ground-occupation-unknown"),
            Ground::Held { is: Some(is), .. } => say!(self, is.message()),
            Ground::Held { is: None, .. } => say!(self, "ground-status-unknown"),
            Ground::Age { years: Some(years), .. } => say!(self, "ground-age", years = *years),
            Ground::Age { years: None, .. } => say!(self, "ground-age-unknown"),
            Ground::Consents { given: Some(true) } => say!(self, "ground-consent-given"),
            Ground::Consents { given: Some(false) } => say!(self, "ground-consent-refused"),
            Ground::Consents { given: None } => say!(self, "ground-consent-unknown"),
            Ground::Answer { given: Some(true), .. } => say!(self, "answer-yes"),
            Ground::Answer { given: Some(false), .. } => say!(self, "answer-no"),
            Ground::Answer { given: None, .. } => say!(self, "ground-answer-unknown"),
        }
    }

    fn remaining(&self, release: NaiveDate, left: i64, needed: i64, start: NaiveDate) -> String {
        let release = self.short_date(release, start);
        match (left, needed - left) {
            (..0, _) => say!(self, "ground-release-before", release = release, days = -left, short = needed - left),
            (_, short @ 1..) => say!(self, "ground-release-short", release = release, days = left, short = short),
            (_, spare) => say!(self, "ground-release-enough", release = release, days = left, spare = -spare),
        }
    }

    fn speaks(&self, best: Option<&(Language, Option<Cefr>)>, any_of: &[Language], level: Cefr, known: bool) -> String {
        let asked = any_of.iter().map(|l| self.language(l)).collect::<Vec<_>>().join(", ");
        match best {
            Some((language, Some(has))) if *has >= level => {
                say!(self, "ground-speaks", language = self.language(language), has = has.code())
            }
            Some((language, Some(has))) => say!(
                self,
                "ground-speaks-less",
                language = self.language(language),
                has = has.code(),
                level = level.code()
            ),
            Some((language, None)) => {
                say!(self, "ground-level-unknown", language = self.language(language), level = level.code())
            }
            None if known => say!(self, "ground-speaks-not", languages = asked, level = level.code()),
            None => say!(self, "ground-languages-unknown"),
        }
    }
}
