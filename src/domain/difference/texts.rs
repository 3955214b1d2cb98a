//! Texts that read differently, and in which languages.

use super::{About, Change, Difference, Found, Whole};
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
            let languages = languages(&[was], &[is]);
            self.push(about, Change::Title { was: was.clone(), is: is.clone(), languages });
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

/// Puts a language that only one of the two is in into one line, in place of a line for each of its texts. Where they
/// have no language in common, each text is told.
pub(super) fn gather(found: &mut Found, was: &Whole, is: &Whole) {
    let (before, after) = (spoken(was), spoken(is));
    if before.is_disjoint(&after) {
        return;
    }
    let only = |one: &BTreeSet<&str>, other: &BTreeSet<&str>| -> Vec<String> {
        one.difference(other).map(|tag| (*tag).to_owned()).collect()
    };
    let (new, gone) = (only(&after, &before), only(&before, &after));
    found.all.retain_mut(|one| is_told(one, &|tag| !new.contains(tag) && !gone.contains(tag)));
    for (tags, change) in [(new, Change::AlsoIn as fn(_) -> _), (gone, Change::NoLongerIn)] {
        if !tags.is_empty() {
            found.push(&About::Programme, change(tags));
        }
    }
}

/// The languages that titles are in, and what people take with them: whoever translates anything translates those.
fn spoken<'a>(whole: &Whole<'a>) -> BTreeSet<&'a str> {
    let plans = whole.plans.iter().flat_map(|plan| plan.leaves_with.iter().chain([&plan.title]));
    let runs = whole.runs.iter().map(|run| run.title);
    plans.chain(runs).chain([whole.title]).flat_map(|text| text.0.keys().map(String::as_str)).collect()
}

/// Whether there is anything to tell in the languages that are `meant`.
fn is_told(one: &mut Difference, meant: &dyn Fn(&String) -> bool) -> bool {
    match &mut one.change {
        Change::Title { languages, .. } | Change::Reworded { languages, .. } if !languages.is_empty() => {
            languages.retain(meant);
            !languages.is_empty()
        }
        _ => true,
    }
}

/// The languages in which the texts are not the same, one after the other.
fn languages(was: &[&Localised], is: &[&Localised]) -> Vec<String> {
    let tags: BTreeSet<&String> = was.iter().chain(is).flat_map(|text| text.0.keys()).collect();
    let reads = |texts: &[&Localised], tag: &str| texts.iter().map(|text| text.0.get(tag).cloned()).collect::<Vec<_>>();
    tags.into_iter().filter(|tag| reads(was, tag) != reads(is, tag)).cloned().collect()
}
