//! Every text of a programme, and what a text must be: there, short enough, in every language, with
//! nothing hidden in it.

use super::check::Check;
use super::finding::{Finding, Level, What};
use super::outline::Path;
use crate::domain::codes::Language;
use crate::domain::programme::{Localised, Programme, SessionPlan, Test};
use crate::domain::text::{LINE, NOTE, is_hidden};
use std::collections::BTreeSet;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Must be there, and fit on a line.
    Title,
    /// Must be there.
    Text,
    /// May be left out.
    Optional,
}

/// Holds one title of a file with other content against the rules of texts.
pub(super) fn title(check: &mut Check, path: &Path, text: &Localised, languages: &BTreeSet<String>, escapes: bool) {
    one(check, path, Use::Title, text, languages, escapes);
}

/// Every hidden character that stands in the file itself, comments included: an editor does not show it.
pub(super) fn hidden_in_source(file: &str, text: &str) -> Vec<Finding> {
    // Nearly all of a file is printable ASCII: only the rest is looked at character by character.
    let plain = |c: char| matches!(c, ' '..='~' | '\n' | '\r' | '\t');
    text.char_indices()
        .filter(|(_, c)| !plain(*c) && is_hidden(*c))
        .map(|(at, c)| Finding::at(file, text, &(at..at + c.len_utf8()), Level::Error, hidden(c)))
        .collect()
}

fn hidden(character: char) -> What {
    What::new("finding-hidden").with("code", format!("U+{:04X}", u32::from(character)))
}

/// Holds every text against its rules. `escapes`: look for hidden characters written as escapes,
/// which [`hidden_in_source`] cannot see.
pub(super) fn check(check: &mut Check, programme: &Programme, escapes: bool) {
    let mut languages = BTreeSet::new();
    each(programme, &mut |_, _, text| {
        for tag in text.0.keys() {
            if !languages.contains(tag) {
                languages.insert(tag.clone());
            }
        }
    });
    each(programme, &mut |path, wanted, text| one(check, path, wanted, text, &languages, escapes));
    let source = Path::Root;
    let source = source.key("source");
    if programme.source.is_empty() {
        check.error(&source, What::new("finding-text-empty"));
    }
    line(check, &source, &programme.source, NOTE, escapes);
}

fn one(check: &mut Check, path: &Path, wanted: Use, text: &Localised, languages: &BTreeSet<String>, escapes: bool) {
    if text.is_empty() {
        if wanted != Use::Optional {
            check.error(path, What::new("finding-text-empty"));
        }
        return;
    }
    let most = if wanted == Use::Title { LINE } else { NOTE };
    for (tag, words) in &text.0 {
        let place = path.key(tag);
        if !is_language(tag) {
            check.error(&place, What::new("finding-language").with("language", tag));
        }
        if words.is_empty() {
            check.error(&place, What::new("finding-text-empty"));
        }
        line(check, &place, words, most, escapes);
    }
    for language in languages.iter().filter(|language| !text.0.contains_key(*language)) {
        check.warning(path, What::new("finding-translation").with("language", language));
    }
}

fn line(check: &mut Check, place: &Path, words: &str, most: usize, escapes: bool) {
    let length = words.chars().count();
    if length > most {
        check.error(place, What::new("finding-text-long").with("length", length).with("most", most));
    }
    if let Some(character) = words.chars().find(|c| escapes && is_hidden(*c)) {
        check.error(place, hidden(character));
    }
}

/// A BCP 47 tag as far as we use them: a language of ISO 639, then perhaps script and region.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let known = language.chars().all(|c| c.is_ascii_lowercase()) && Language::new(language).is_ok();
    known && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}

fn each(programme: &Programme, visit: &mut dyn FnMut(&Path, Use, &Localised)) {
    let root = Path::Root;
    visit(&root.key("title"), Use::Title, &programme.title);
    visit(&root.key("summary"), Use::Text, &programme.summary);
    let rules = root.key("eligibility");
    for (number, rule) in programme.eligibility.iter().enumerate() {
        let rule_path = rules.item(number);
        visit(&rule_path.key("why"), Use::Optional, &rule.why);
        if let Test::Answer { question, .. } = &rule.test {
            visit(&rule_path.key("test").key("question"), Use::Text, question);
        }
    }
    let ratings = root.key("ratings");
    list(&ratings.key("scale"), Use::Title, &programme.ratings.scale, visit);
    let items = ratings.key("items");
    for (number, item) in programme.ratings.items.iter().enumerate() {
        visit(&items.item(number).key("text"), Use::Text, &item.text);
    }
    let plans = root.key("plans");
    for (number, plan) in programme.plans.iter().enumerate() {
        each_of_plan(&plans.item(number), plan, visit);
    }
    let versions = root.key("versions");
    for (number, version) in programme.versions.iter().enumerate() {
        visit(&versions.item(number).key("title"), Use::Title, &version.title);
    }
}

fn each_of_plan(path: &Path, plan: &SessionPlan, visit: &mut dyn FnMut(&Path, Use, &Localised)) {
    visit(&path.key("title"), Use::Title, &plan.title);
    visit(&path.key("aim"), Use::Text, &plan.aim);
    let activities = path.key("activities");
    for (number, activity) in plan.activities.iter().enumerate() {
        let at = activities.item(number);
        visit(&at.key("title"), Use::Title, &activity.title);
        list(&at.key("say"), Use::Text, &activity.say, visit);
        list(&at.key("do"), Use::Text, &activity.steps, visit);
        list(&at.key("need"), Use::Text, &activity.need, visit);
    }
    let objectives = path.key("objectives");
    for (number, objective) in plan.objectives.iter().enumerate() {
        visit(&objectives.item(number).key("text"), Use::Text, &objective.text);
    }
    list(&path.key("leaves_with"), Use::Text, &plan.leaves_with, visit);
    list(&path.key("closing_questions"), Use::Text, &plan.closing_questions, visit);
}

fn list(path: &Path, wanted: Use, texts: &[Localised], visit: &mut dyn FnMut(&Path, Use, &Localised)) {
    for (number, text) in texts.iter().enumerate() {
        visit(&path.item(number), wanted, text);
    }
}
