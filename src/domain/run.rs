//! A pathway that was started for a person, and what is recorded of it: steps, consents, what was put off.

use crate::domain::codes::Language;
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::pathway::{Pathway, Reaches};
use crate::domain::programme::Localised;
use crate::domain::sharing::Topic;
use crate::domain::translation::digest;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A pathway started for a person: it keeps the pathway as it was that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The pinned pathway.
    pub pathway: String,
    /// What it is called: the journal tells it without the pathway.
    pub title: Localised,
    pub started: NaiveDate,
    pub by: String,
    /// That it was ended before its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
}

/// When a run was ended before its end, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub on: NaiveDate,
    pub why: String,
}

/// A step that was taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    pub step: String,
    pub title: Localised,
    pub on: NaiveDate,
    pub by: String,
    /// Answers by the ids of their questions, each as [`crate::domain::answer`] writes it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    /// Which way was chosen, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<String>,
    /// What that way is called.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub chose: Localised,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Whether an interpreter was there, where the person needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<bool>,
    /// Whether the papers that it asks for were there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub papers: bool,
    /// The consent on which somebody outside was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
}

/// What somebody agreed to: what may go to whom, until when, and how that was explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub to: Reaches,
    /// Who that is, as the person was told.
    pub name: String,
    /// What may be passed on, and what for.
    pub what: String,
    pub given: NaiveDate,
    /// The last day; none until it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// In which language it was explained.
    pub language: Language,
    /// Whether an interpreter was there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub interpreter: bool,
    pub by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<NaiveDate>,
    /// What may be told, where it is not said by what is run.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub told: BTreeSet<Topic>,
}

impl Consent {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.given <= on && self.until.is_none_or(|last| on <= last) && self.withdrawn.is_none_or(|day| on < day)
    }
}

/// That what is due is put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snooze {
    pub until: NaiveDate,
    pub why: String,
    pub by: String,
    /// Steps that had been taken then: with the next one it is over.
    pub steps: usize,
}

/// What a pathway is pinned by: its id, and a mark of everything it says.
#[must_use]
pub fn pin(pathway: &Pathway) -> String {
    let content = serde_json::to_string(pathway).unwrap_or_default();
    format!("{}@{}", pathway.id, digest(&content))
}

/// The item of the step with this number, from 0, of a run.
#[must_use]
pub fn step_item(run: &str, number: usize) -> String {
    format!("{run}/{:04}", number + 1)
}

/// The run that the item of a step, a consent or a run itself belongs to.
#[must_use]
pub fn run_of(item: &str) -> &str {
    item.split_once('/').map_or(item, |(run, _)| run)
}

impl Pathway {
    /// What starts it for a person as the run `id`; the pathway itself among it, unless it is pinned already.
    #[must_use]
    pub fn starting(&self, person: PersonId, id: &str, is_pinned: bool, (today, by): (NaiveDate, &str)) -> Vec<Entry> {
        let pin = pin(self);
        let run =
            Run { pathway: pin.clone(), title: self.title.clone(), started: today, by: by.to_owned(), ended: None };
        let pinning = (!is_pinned).then(|| Entry::Pathway { item: pin, to: Some(Box::new(self.clone())) });
        let starting = Entry::Run { person, item: id.to_owned(), to: Some(Box::new(run)) };
        pinning.into_iter().chain([starting]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn a_consent_holds_from_its_day_until_its_last_or_until_it_is_withdrawn() {
        let consent = |until: Option<&str>, withdrawn: Option<&str>| Consent {
            to: Reaches::Consulate,
            name: "Consulate".into(),
            what: "papers".into(),
            given: day("2026-11-10"),
            until: until.map(day),
            language: Language::new("lt").unwrap(),
            interpreter: true,
            by: "Kari".into(),
            withdrawn: withdrawn.map(day),
            told: BTreeSet::new(),
        };
        for (until, withdrawn, on, holds) in [
            (None, None, "2026-11-09", false),
            (None, None, "2026-11-10", true),
            (Some("2026-11-20"), None, "2026-11-20", true),
            (Some("2026-11-20"), None, "2026-11-21", false),
            (None, Some("2026-11-15"), "2026-11-14", true),
            (None, Some("2026-11-15"), "2026-11-15", false),
        ] {
            assert_eq!(consent(until, withdrawn).holds(day(on)), holds, "{until:?} {withdrawn:?} {on}");
        }
    }

    #[test]
    fn items_of_steps_sort_as_they_were_taken_and_name_their_run() {
        assert_eq!(step_item("77", 0), "77/0001");
        assert!(step_item("77", 8) < step_item("77", 9) && step_item("77", 98) < step_item("77", 99));
        assert_eq!((run_of("77/0001"), run_of("77")), ("77", "77"));
    }
}
