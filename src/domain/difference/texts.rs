//! Texts that read differently, and in which languages.

use super::{About, Change, Difference, Found};
use crate::domain::programme::Localised;
use serde::Serialize;
use std::collections::BTreeSet;

/// Which text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Text {
    Summary,
    Source,
    Aim,
    Say,
    Do,
    Need,
    LeavesWith,
    ClosingQuestions,
    Why,
    Wording,
    Choices,
    Lines,
    SignedBy,
}

impl Found {
    pub(super) fn title(&mut self, about: &About, was: &Localised, is: &Localised) {
        if was != is {
            self.push(about, Change::Title { was: was.clone(), is: is.clone() });
        }
    }

    pub(super) fn text(&mut self, about: &About, text: Text, was: &Localised, is: &Localised) {
        self.texts(about, text, [was], [is]);
    }

    pub(super) fn texts<'t>(
        &mut self,
        about: &About,
        text: Text,
        was: impl IntoIterator<Item = &'t Localised>,
        is: impl IntoIterator<Item = &'t Localised>,
    ) {
        let (was, is): (Vec<_>, Vec<_>) = (was.into_iter().collect(), is.into_iter().collect());
        if was != is {
            self.push(about, Change::Reworded { text, languages: languages(&was, &is) });
        }
    }
}

/// What is left when nobody asks about texts in the languages `tags`: those of translations that lie in files of
/// their own, where `check` says what is stale.
#[must_use]
pub fn without(found: Vec<Difference>, tags: &[&str]) -> Vec<Difference> {
    let told = |text: &Localised| -> Vec<(String, String)> {
        text.0.iter().filter(|(tag, _)| !tags.contains(&tag.as_str())).map(|(t, s)| (t.clone(), s.clone())).collect()
    };
    let left = |mut one: Difference| {
        let is_told = match &mut one.change {
            Change::Title { was, is } => told(was) != told(is),
            Change::Reworded { languages, .. } if !languages.is_empty() => {
                languages.retain(|tag| !tags.contains(&tag.as_str()));
                !languages.is_empty()
            }
            _ => true,
        };
        is_told.then_some(one)
    };
    found.into_iter().filter_map(left).collect()
}

/// The languages in which the texts are not the same, one after the other.
fn languages(was: &[&Localised], is: &[&Localised]) -> Vec<String> {
    let tags: BTreeSet<&String> = was.iter().chain(is).flat_map(|text| text.0.keys()).collect();
    let reads = |texts: &[&Localised], tag: &str| texts.iter().map(|text| text.0.get(tag).cloned()).collect::<Vec<_>>();
    tags.into_iter().filter(|tag| reads(was, tag) != reads(is, tag)).cloned().collect()
}
