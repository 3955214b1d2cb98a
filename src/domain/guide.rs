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

impl Guide {
    /// The languages that its title is in, by their tags.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.title.0.keys().map(String::as_str)
    }

    /// The same with every text in one language alone, as far as it is there.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Self {
        let one = |text: &Localised| text.only(tag);
        let several = |texts: &[Localised]| texts.iter().map(one).collect();
        let part = |block: &Block| match block {
            Block::Heading(text) => Block::Heading(one(text)),
            Block::Text(text) => Block::Text(one(text)),
            Block::Points(texts) => Block::Points(several(texts)),
            Block::Steps(texts) => Block::Steps(several(texts)),
            Block::Note(text) => Block::Note(one(text)),
            Block::Chart(lines) => Block::Chart(lines.clone()),
        };
        let page = |page: &Page| Page {
            title: one(&page.title),
            parts: page.parts.iter().map(part).collect(),
            ..page.clone()
        };
        Self {
            title: one(&self.title),
            summary: one(&self.summary),
            pages: self.pages.iter().map(page).collect(),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guide_is_read_in_one_language_and_stands_in_where_it_has_none() {
        let text = r#"{"id": "g", "title": {"en": "Rights", "es": "Derechos"}, "summary": {"en": "What", "es": "Qué"},
            "source": "here", "as_of": "2026-11-01", "review_by": "2027-11-01",
            "pages": [{"id": "p", "title": {"en": "One", "es": "Uno"}, "parts": [{"Text": {"en": "only English"}}]}]}"#;
        let guide: Guide = serde_json::from_str(text).unwrap();
        assert_eq!(guide.languages().collect::<Vec<_>>(), ["en", "es"]);
        let read = guide.in_language("es");
        assert_eq!((read.title.pick(&["en"]), read.pages[0].title.pick(&["en"])), ("Derechos", "Uno"));
        let Block::Text(text) = &read.pages[0].parts[0] else { panic!() };
        assert_eq!(text.pick(&["es"]), "only English");
    }
}
