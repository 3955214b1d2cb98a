//! A person who may take part: the facts a coordinator enters or imports.

use crate::domain::codes::{Cefr, Country, Language};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Someone who may take part in a programme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// The prison's own reference, unique in the store (`0412`, `K-117`): text, never a number.
    pub reference: String,
    pub given: String,
    pub family: String,
    /// Languages spoken, the preferred one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Spoken>,
    /// Whether an interpreter is needed where the language of the group is spoken.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub interpreter: bool,
    /// Nationality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<NaiveDate>,
    /// The day the sentence began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence_start: Option<NaiveDate>,
    /// The release date as the prison calculated it: entered, never computed here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub release: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Occupation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_status: Option<LegalStatus>,
    /// Whether the person consents to take part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<bool>,
    /// Answers to the questions that eligibility rules put to staff, by the question's rule id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, bool>,
    /// Since when the person has been waiting for a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_since: Option<NaiveDate>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whether this only stands for somebody who was erased, so that registers add up.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
}

/// A language and how well it is spoken; no level means "not assessed".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    pub language: Language,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Cefr>,
}

/// What the person does on weekdays apart from any group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Occupation {
    None,
    Work,
    Education,
    OtherActivity,
}

impl Occupation {
    pub const ALL: [Self; 4] = [Self::None, Self::Work, Self::Education, Self::OtherActivity];

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::None => "occupation-none",
            Self::Work => "occupation-work",
            Self::Education => "occupation-education",
            Self::OtherActivity => "occupation-other",
        }
    }
}

/// On what ground the person is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LegalStatus {
    Sentenced,
    Remand,
    ImmigrationDetention,
    Recalled,
}

impl LegalStatus {
    pub const ALL: [Self; 4] = [Self::Sentenced, Self::Remand, Self::ImmigrationDetention, Self::Recalled];

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Sentenced => "status-sentenced",
            Self::Remand => "status-remand",
            Self::ImmigrationDetention => "status-immigration",
            Self::Recalled => "status-recalled",
        }
    }
}

/// What is wrong with a person's facts taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonFault {
    NoReference,
    NoName,
    /// The release date lies before `today`.
    ReleasePast {
        release: NaiveDate,
        today: NaiveDate,
    },
    /// The release date lies before the sentence began.
    ReleaseBeforeSentence {
        release: NaiveDate,
        start: NaiveDate,
    },
    /// Born today or later, or more than 120 years ago.
    BornImplausible {
        born: NaiveDate,
    },
    /// The sentence began before the person was born.
    SentenceBeforeBirth {
        start: NaiveDate,
        born: NaiveDate,
    },
    /// The same language twice.
    LanguageTwice,
}

impl Person {
    /// Given name and family name as they are said.
    #[must_use]
    pub fn name(&self) -> String {
        [self.given.as_str(), self.family.as_str()].join(" ").trim().to_owned()
    }

    /// The name as a list shows it and sorts it: family name first.
    #[must_use]
    pub fn list_name(&self) -> String {
        match (self.family.is_empty(), self.given.is_empty()) {
            (true, _) => self.given.clone(),
            (_, true) => self.family.clone(),
            _ => format!("{}, {}", self.family, self.given),
        }
    }

    /// The short name of the room: given name and an initial (`Ana P.`).
    #[must_use]
    pub fn short_name(&self) -> String {
        match (self.given.is_empty(), self.family.chars().next()) {
            (true, _) => self.family.clone(),
            (_, None) => self.given.clone(),
            (_, Some(initial)) => format!("{} {initial}.", self.given),
        }
    }

    /// The level at which the person speaks `language`: `None` when it is not spoken,
    /// `Some(None)` when the level is not assessed.
    #[must_use]
    pub fn speaks(&self, language: &Language) -> Option<Option<Cefr>> {
        self.languages.iter().find(|s| &s.language == language).map(|s| s.level)
    }

    /// Age in whole years on `day`.
    #[must_use]
    pub fn age(&self, day: NaiveDate) -> Option<u32> {
        self.born.and_then(|born| day.years_since(born))
    }

    /// Everything that cannot be right about these facts, seen from `today`.
    #[must_use]
    pub fn faults(&self, today: NaiveDate) -> Vec<PersonFault> {
        let mut faults = Vec::new();
        if self.reference.is_empty() {
            faults.push(PersonFault::NoReference);
        }
        if self.given.is_empty() && self.family.is_empty() {
            faults.push(PersonFault::NoName);
        }
        if let Some(born) = self.born.filter(|b| *b >= today || today.years_since(*b) > Some(120)) {
            faults.push(PersonFault::BornImplausible { born });
        }
        if let (Some(start), Some(born)) = (self.sentence_start, self.born)
            && start < born
        {
            faults.push(PersonFault::SentenceBeforeBirth { start, born });
        }
        if let Some(release) = self.release {
            if release < today {
                faults.push(PersonFault::ReleasePast { release, today });
            }
            if let Some(start) = self.sentence_start.filter(|start| release < *start) {
                faults.push(PersonFault::ReleaseBeforeSentence { release, start });
            }
        }
        let twice = |s: &Spoken| self.languages.iter().filter(|o| o.language == s.language).count() > 1;
        if self.languages.iter().any(twice) {
            faults.push(PersonFault::LanguageTwice);
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ana() -> Person {
        Person { reference: "0412".into(), given: "Ana".into(), family: "Petrović".into(), ..Person::default() }
    }

    #[test]
    fn names_in_their_three_forms() {
        let ana = ana();
        assert_eq!(
            (ana.name().as_str(), ana.list_name().as_str(), ana.short_name().as_str()),
            ("Ana Petrović", "Petrović, Ana", "Ana P.")
        );
        let one = Person { given: "Suharto".into(), ..Person::default() };
        assert_eq!(
            (one.name().as_str(), one.list_name().as_str(), one.short_name().as_str()),
            ("Suharto", "Suharto", "Suharto")
        );
    }

    #[test]
    fn dates_that_cannot_be_right_are_named() {
        let today = day("2026-11-24");
        let mut ana = ana();
        assert_eq!(ana.faults(today), vec![]);
        ana.release = Some(day("2026-11-23"));
        assert_eq!(ana.faults(today), vec![PersonFault::ReleasePast { release: day("2026-11-23"), today }]);
        ana.release = Some(today);
        assert_eq!(ana.faults(today), vec![]);
        ana.sentence_start = Some(day("2027-01-01"));
        assert_eq!(
            ana.faults(today),
            vec![PersonFault::ReleaseBeforeSentence { release: today, start: day("2027-01-01") }]
        );
    }

    #[test]
    fn age_counts_whole_years() {
        let ana = Person { born: Some(day("2004-02-29")), ..ana() };
        assert_eq!(ana.age(day("2026-02-28")), Some(21));
        assert_eq!(ana.age(day("2026-03-01")), Some(22));
    }
}
