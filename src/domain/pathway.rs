//! A pathway as a trainer writes it: the steps of one service for one person.

use crate::domain::codes::Language;
use crate::domain::need::Need;
use crate::domain::person::LegalStatus;
use crate::domain::programme::{Localised, line};
use crate::domain::question::Question;
use crate::domain::standard::Standard;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A service, step by step. Nothing in the program knows any one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pathway {
    pub id: String,
    #[serde(default)]
    pub language: Option<Language>,
    pub title: Localised,
    pub summary: Localised,
    #[serde(default)]
    pub descends_from: Option<String>,
    #[serde(deserialize_with = "line")]
    pub source: String,
    pub as_of: NaiveDate,
    pub review_by: NaiveDate,
    #[serde(default)]
    pub serves: Vec<Standard>,
    /// The needs that it meets.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// What whoever follows it with a person has to be trained for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trained: Vec<Localised>,
    /// It has to be offered to everybody who is held so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered_to: Vec<LegalStatus>,
    /// Who may see that it runs, and what is recorded.
    #[serde(default)]
    pub access: Access,
    /// Ids of agencies of the directory that have a part in it.
    #[serde(default)]
    pub agencies: Vec<String>,
    /// Limits that amounts asked for must keep together.
    #[serde(default)]
    pub limits: Vec<Limit>,
    /// The first is where it starts.
    pub steps: Vec<Step>,
}

/// Who may see a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Access {
    /// Everybody who works with the person.
    #[default]
    Ordinary,
    /// Only those it is restricted to.
    Restricted,
}

/// Amounts that must not sum to more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Ids of questions, on any step, whose answers are amounts of one currency.
    pub of: Vec<String>,
    /// In whole units of that currency.
    pub at_most: u32,
}

/// One thing that somebody does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: String,
    pub title: Localised,
    /// What is to be done, line by line.
    #[serde(default, rename = "do")]
    pub tasks: Vec<Localised>,
    pub owner: Owner,
    /// By when it is to be done; none when nothing presses.
    #[serde(default)]
    pub due: Option<Due>,
    /// What must be there before it can begin.
    #[serde(default)]
    pub before: Vec<Before>,
    /// Whom it reaches outside the prison: without a recorded consent for that recipient it cannot begin.
    #[serde(default)]
    pub reaches: Option<Reaches>,
    /// What is recorded when it is done.
    #[serde(default)]
    pub record: Vec<Question>,
    /// The ways on from here, one of which is chosen; without any the next step follows.
    #[serde(default)]
    pub ways: Vec<Way>,
    /// What follows when there are no ways.
    #[serde(default)]
    pub then: Goal,
    /// Who is told when it is overdue.
    #[serde(default)]
    pub escalates: Option<Escalation>,
    /// Stricter than the pathway's own, never looser: with one such step the pathway is restricted as a whole.
    #[serde(default)]
    pub access: Access,
    #[serde(default)]
    pub serves: Vec<Standard>,
}

/// Who does a step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Owner {
    /// The person whose pathway it is.
    Person,
    Facilitator,
    Coordinator,
    SocialWorker,
    Healthcare,
    /// An agency of the directory, by id.
    Agency(String),
}

/// A day that is computed from a fact, never stored: the fact moves, and the day with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    pub from: Anchor,
    /// Added to it; before it when negative.
    #[serde(default)]
    pub days: i16,
    /// Added first: whole calendar months.
    #[serde(default)]
    pub months: i8,
    /// Again and again after so many days, until the pathway ends.
    #[serde(default)]
    pub every: Option<u16>,
}

/// What a day is counted from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Anchor {
    /// The start of the pathway.
    Start,
    Release,
    /// The day on which detention under immigration powers began.
    Detention,
    /// A step being done, by id.
    Step(String),
    /// A question with a date as its answer, by id.
    Answer(String),
}

/// What must be there before a step can begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Before {
    Consent,
    /// Where the person needs one.
    Interpreter,
    /// A paper, by the name that people call it.
    Paper(Localised),
    /// A question of an earlier step, by id.
    Answer(String),
    Known(Fact),
}

/// A fact about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fact {
    Release,
    Detention,
    Nationality,
    Languages,
}

/// Whom a step reaches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reaches {
    Consulate,
    /// An authority of this country.
    Authority,
    AuthorityAbroad,
    /// An agency of the directory, by id.
    Agency(String),
    /// Somebody whom the person names.
    Somebody,
}

/// One way on from a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    pub id: String,
    pub text: Localised,
    #[serde(default)]
    pub to: Goal,
    /// Whether it must be said why.
    #[serde(default)]
    pub why: bool,
}

/// Where a way leads.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Goal {
    /// The step that stands next in the file; the end after the last.
    #[default]
    Next,
    /// A step, by id: also one that was done before.
    Step(String),
    End,
}

/// Who is told when a step is overdue, and how long after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    pub to: Owner,
    pub after_days: u16,
}

impl Pathway {
    /// The step `id`.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// Whether only those may see that it runs whom it is restricted to.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        let mut each = std::iter::once(self.access).chain(self.steps.iter().map(|step| step.access));
        each.any(|access| access == Access::Restricted)
    }

    /// Every question that any step records.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.steps.iter().flat_map(|step| &step.record)
    }

    /// The steps that can follow the one at `index`, by index; `None` among them is the end. What leads to a
    /// step that there is not leads nowhere.
    pub fn follow(&self, index: usize) -> impl Iterator<Item = Option<usize>> {
        let step = self.steps.get(index);
        let ways = step.map(|step| step.ways.iter().map(|way| &way.to)).into_iter().flatten();
        let then = step.filter(|step| step.ways.is_empty()).map(|step| &step.then);
        ways.chain(then).filter_map(move |goal| match goal {
            Goal::Next if index + 1 < self.steps.len() => Some(Some(index + 1)),
            Goal::Next | Goal::End => Some(None),
            Goal::Step(id) => self.steps.iter().position(|step| &step.id == id).map(Some),
        })
    }
}
