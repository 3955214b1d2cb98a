//! Translations beside their source: which texts they bring, which are stale, which are missing; and the
//! file that a translator works in.

use super::finding::{Level, What};
use super::form::{self, Found};
use super::parts::{self, TextPart};
use super::shape::{Fields, Use};
use super::texts::lost_placeholder;
use super::tree::{Path, Tree};
use super::value;
use crate::domain::translation::{Standing, Translated, Translation, digest};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

/// Texts to put beside those of a file: by where the text stands, its language and words.
pub(super) type Beside = BTreeMap<usize, Vec<(String, String)>>;

/// How a text of a source stands in a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State<'t> {
    Sound(&'t Translated),
    /// The source was changed since.
    Stale(&'t Translated),
    Missing,
}

/// The texts of a source that a translation has to bring: those that are not in its language already.
fn wanted<'t>(tree: &'t Tree, fields: &'static Fields, language: &str) -> Vec<(TextPart<'t>, String)> {
    let source = form::source_language(tree);
    let texts = parts::texts(tree, fields).into_iter();
    let texts = texts.filter(|text| text.words(tree, language, &source).is_none());
    texts
        .filter_map(|text| {
            let words = text.words(tree, &source, &source)?;
            (!words.is_empty() && (language != source.as_ref())).then_some((text, words))
        })
        .collect()
}

fn state<'t>(translation: &'t Translation, part: &str, words: &str) -> State<'t> {
    let Some(text) = translation.texts.iter().find(|text| text.part == part && !text.text.trim().is_empty()) else {
        return State::Missing;
    };
    if text.of == digest(words) && !text.changed { State::Sound(text) } else { State::Stale(text) }
}

/// What `translation` brings to the source in `tree`: only what is sound, so that what was changed is seen in
/// the first language rather than told wrongly.
pub(super) fn beside(tree: &Tree, fields: &'static Fields, translation: &Translation, beside: &mut Beside) {
    let language = translation.language.code();
    for (text, words) in wanted(tree, fields, language) {
        if let State::Sound(sound) = state(translation, &text.part, &words) {
            beside.entry(text.node.start).or_default().push((language.to_owned(), sound.text.clone()));
        }
    }
}

/// How much of the source in `tree` is translated.
pub(super) fn standing(tree: &Tree, fields: &'static Fields, translation: &Translation) -> Standing {
    let wanted = wanted(tree, fields, translation.language.code());
    let mut standing = Standing { of: wanted.len(), ..Standing::default() };
    for (text, words) in &wanted {
        match state(translation, &text.part, words) {
            State::Sound(_) => {}
            State::Stale(_) => standing.stale += 1,
            // Of what is meant in part, or need not be there, nothing is missing.
            State::Missing => standing.missing += usize::from(!translation.partial && text.wanted != Use::Optional),
        }
    }
    standing
}

/// What is wrong with `translation`, which is written in `own`, held against the source in `tree`.
pub(super) fn held(own: &Tree, tree: &Tree, fields: &'static Fields, translation: &Translation) -> Vec<Found> {
    let mut found = Vec::new();
    let list = Path::Root.key("texts");
    let wanted = wanted(tree, fields, translation.language.code());
    let by_part: BTreeMap<&str, &String> = wanted.iter().map(|(text, words)| (text.part.as_str(), words)).collect();
    let mut seen = Vec::new();
    for (number, text) in translation.texts.iter().enumerate() {
        let item = list.item(number);
        let mut warn = |key: &str, what: What| found.push((own.mark(&item.key(key)), Level::Warning, what));
        let Some(words) = by_part.get(text.part.as_str()) else {
            warn("part", What::new("finding-translates-nothing").with("part", &text.part));
            continue;
        };
        seen.push(text.part.as_str());
        if text.text.trim().is_empty() {
            continue;
        }
        if text.changed || text.of != digest(words) {
            warn("text", What::new("finding-translation-stale").with("source", words));
        } else if let Some(lost) = lost_placeholder(words, &text.text) {
            warn("text", What::new("finding-placeholder").with("placeholder", lost));
        }
    }
    let missing = wanted.iter().filter(|(text, words)| state(translation, &text.part, words) == State::Missing);
    let missing = missing.filter(|(text, _)| text.wanted != Use::Optional).count();
    if missing > 0 && !translation.partial {
        let what = What::new("finding-translation-partial").with("count", missing).with("of", wanted.len());
        found.push((own.mark(&list), Level::Warning, what));
    }
    found
}

/// The file of a translation of `source` into `language`, brought up to date: `before` is its text so far, of
/// which everything stays as it is; what is missing is added, empty, and what is stale is marked. `None`
/// when `source` or `before` cannot be read.
#[must_use]
pub fn updated(source: &str, fields: &'static Fields, language: &str, before: Option<&str>) -> Option<Updated> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let tree = Tree::of(source);
    let id = value::words(&tree, tree.node(&Path::Root.key("id"))?)?.into_owned();
    let Some(before) = before else {
        let head = format!("(\n    translates: \"{id}\",\n    language: \"{language}\",\n    texts: [\n    ],\n)\n");
        return updated(source, fields, language, Some(&head));
    };
    let own = Tree::of(before);
    let translation: Translation = super::syntax::parse(before).ok()?;
    let texts = own.node(&Path::Root.key("texts"))?;
    let end = texts.end.checked_sub(1)?;
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let mut added = String::new();
    let (mut missing, mut stale) = (0, 0);
    for (text, words) in wanted(&tree, fields, language) {
        match state(&translation, &text.part, &words) {
            State::Sound(_) => {}
            State::Stale(old) => {
                stale += 1;
                mark_stale(&own, &translation, old, &words, &mut changes);
            }
            State::Missing if translation.texts.iter().any(|other| other.part == text.part) => missing += 1,
            State::Missing => {
                missing += 1;
                let _ = write!(
                    added,
                    "        // {words}\n        (part: \"{}\", of: \"{}\", text: \"\"),\n",
                    text.part,
                    digest(&words)
                );
            }
        }
    }
    if !added.is_empty() {
        // Before the bracket, on lines of their own.
        let line = before.get(..end)?.rfind('\n').map_or(end, |at| at + 1);
        let at = if before.get(line..end)?.trim().is_empty() { line } else { end };
        let comma = texts.group().and_then(|group| group.parts.last()).map(|part| part.value.end);
        let needs =
            comma.filter(|comma| !before.get(*comma..at).is_some_and(|rest| rest.trim_start().starts_with(',')));
        changes.extend(needs.map(|comma| (comma..comma, ",".to_owned())));
        changes.push((at..at, if at == end { format!("\n{added}    ") } else { added }));
    }
    changes.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut text = before.to_owned();
    for (span, with) in changes {
        text.replace_range(span, &with);
    }
    Some(Updated { text, missing, stale })
}

/// Marks a text whose source was changed: it stays, with the mark of what it has to say now.
fn mark_stale(
    own: &Tree,
    translation: &Translation,
    old: &Translated,
    words: &str,
    changes: &mut Vec<(Range<usize>, String)>,
) {
    let Some(number) = translation.texts.iter().position(|text| std::ptr::eq(text, old)) else { return };
    let list = Path::Root.key("texts");
    let item = list.item(number);
    let (Some(of), Some(node)) = (own.node(&item.key("of")), own.node(&item)) else { return };
    if old.of != digest(words) {
        changes.push((of.start..of.end, format!("\"{}\"", digest(words))));
        changes.push((node.start..node.start, format!("// {words}\n        ")));
    }
    if !old.changed {
        changes.push((of.end..of.end, ", changed: true".to_owned()));
    }
}

/// A translation that was brought up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Updated {
    pub text: String,
    /// Texts without a translation.
    pub missing: usize,
    /// Texts whose translation has to be looked at again.
    pub stale: usize,
}
