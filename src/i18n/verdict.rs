//! Eligibility in words: a verdict, the facts it rests on, and the distance.

use crate::domain::codes::{Cefr, Language};
use crate::domain::eligibility::{Ground, Judgement, Verdict};
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

impl Words {
    /// The facts behind a verdict: "released 2 Dec, 9 days after the start: 5 days short".
    #[must_use]
    pub fn ground(&self, judgement: &Judgement, start: NaiveDate) -> String {
        let fact = self.fact_held(judgement, start);
        match (&judgement.ground, judgement.verdict) {
            // The others say the distance themselves.
            (
                Ground::Occupied { .. } | Ground::Held { .. } | Ground::Age { .. } | Ground::Answer { .. },
                Verdict::NotMet,
            ) => {
                say!(self, "ground-asked", fact = fact, asked = self.asked(judgement.rule))
            }
            _ => fact,
        }
    }

    /// What stands in somebody's way, for a narrow column: the distance before the date.
    #[must_use]
    pub fn in_the_way(&self, judgement: &Judgement, start: NaiveDate) -> String {
        match &judgement.ground {
            Ground::Remaining { release: Some(release), left: Some(left), needed } if left < needed => {
                say!(self, "ground-short", short = needed - left, release = self.short_date(*release, start))
            }
            Ground::Answer { .. } => {
                let (rule, ground) = (self.rule(judgement.rule), self.ground(judgement, start));
                say!(self, "said-part", what = rule, value = ground)
            }
            _ => self.ground(judgement, start),
        }
    }

    fn fact_held(&self, judgement: &Judgement, start: NaiveDate) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::eligibility::judge;
    use crate::domain::person::{LegalStatus, Occupation, Person};
    use crate::domain::programme::{Rule, Test, Weight};
    use crate::domain::sample::{course, day};
    use crate::i18n::Locale;

    #[test]
    fn a_verdict_says_the_fact_and_the_distance() {
        let (en, nb) = (Words::new(Locale::choose(["en"])), Words::new(Locale::choose(["nb"])));
        let start = day("2026-11-23");
        let ana = Person {
            release: Some(day("2026-12-02")),
            occupation: Some(Occupation::Work),
            born: Some(day("2009-01-01")),
            consent: Some(false),
            ..Person::default()
        };
        for (test, in_english, in_bokmal) in [
            (
                Test::RemainingDays(14),
                "released 2 Dec, 9 days after the start: 5 days short",
                "løslates 2. des., 9 dager etter start: 5 dager for lite",
            ),
            (
                Test::Occupied { any_of: vec![Occupation::None] },
                "work; asked for: no occupation",
                "arbeid; kravet er: ingen sysselsetting",
            ),
            (
                Test::Held { any_of: vec![LegalStatus::Sentenced] },
                "legal status not recorded",
                "rettslig status ikke registrert",
            ),
            (
                Test::Age { at_least: Some(18), at_most: None },
                "17 years old at the start; asked for: 18 or older",
                "17 år ved start; kravet er: 18 eller eldre",
            ),
            (Test::Consents, "consent refused", "samtykke avslått"),
        ] {
            let rule = Rule { id: "r".into(), weight: Weight::Required, test, why: "".into() };
            let course = crate::domain::programme::Course { eligibility: vec![rule], ..course() };
            let judgements = judge(&ana, &course, start);
            let said = |words: &Words| judgements.iter().map(|j| words.ground(j, start)).collect::<String>();
            assert_eq!(said(&en), in_english);
            assert_eq!(said(&nb), in_bokmal);
        }
    }
}
