//! A question that a file asks, and what can be answered to it.

use crate::domain::programme::Localised;
use serde::{Deserialize, Serialize};

/// Something that is asked and recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    pub text: Localised,
    #[serde(default)]
    pub answer: Answer,
    /// Whether it must be answered.
    #[serde(default = "yes")]
    pub required: bool,
    /// Asked only when another question was answered so.
    #[serde(default)]
    pub only_if: Option<OnlyIf>,
}

fn yes() -> bool {
    true
}

/// Another question of the same file, and one of its choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlyIf {
    /// Id of a question with [`Answer::OneOf`].
    pub question: String,
    /// Id of one of its choices.
    pub is: String,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Answer {
    #[default]
    Text,
    YesNo,
    /// A whole number, both ends included.
    Number {
        #[serde(default)]
        at_least: Option<i32>,
        #[serde(default)]
        at_most: Option<i32>,
    },
    Date,
    Language,
    Country,
    /// Money in whole units of a currency (ISO 4217: `CHF`).
    Amount(String),
    OneOf(Vec<Choice>),
    AnyOf(Vec<Choice>),
}

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub text: Localised,
}

impl Answer {
    /// What can be chosen; nothing where the answer is free.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::OneOf(choices) | Self::AnyOf(choices) => choices,
            _ => &[],
        }
    }
}
