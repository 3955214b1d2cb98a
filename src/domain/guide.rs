//! A guide as a trainer writes it: pages to read in the desk, to show, or to print.

use crate::domain::codes::{Country, Language};
use crate::domain::need::Need;
use crate::domain::programme::{Localised, line};
use crate::domain::standard::Standard;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Pages about one subject, in several languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
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
    /// The countries that it is about; none when it holds everywhere.
    #[serde(default)]
    pub countries: Vec<Country>,
    #[serde(default)]
    pub needs: Vec<Need>,
    #[serde(default)]
    pub serves: Vec<Standard>,
    pub pages: Vec<Page>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub id: String,
    pub title: Localised,
    pub parts: Vec<Block>,
    /// Where this page comes from, when not from where the guide does.
    #[serde(default)]
    pub source: Option<String>,
}

/// A part of a page, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    Heading(Localised),
    Text(Localised),
    /// Things of equal rank.
    Points(Vec<Localised>),
    /// Things to do, in this order.
    Steps(Vec<Localised>),
    /// What must not be missed.
    Note(Localised),
    /// A chart to point at: each language with a line in it.
    Chart(Vec<Spoken>),
}

/// A line of a language chart, in that language itself: never translated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spoken {
    pub language: Language,
    pub says: String,
}
