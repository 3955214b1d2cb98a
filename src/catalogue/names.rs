//! Files that are nothing but names with what belongs to them: other keys, settings.

use super::finding::{Level, What};
use super::form::Found;
use super::tree::{Held, Node, Tree};
use super::{texts, value};

/// The text as a tree, and everything that is wrong with how it is written.
pub(super) fn tree(text: &str) -> (Tree<'_>, Vec<Found>) {
    let tree = Tree::of(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut found = texts::hidden_in_source(tree.text);
    found.extend(tree.faults.iter().map(|fault| (fault.span.clone(), Level::Error, fault.what.clone())));
    (tree, found)
}

/// What a value in curly brackets holds, by name; a name that stands twice is there twice.
pub(super) fn pairs<'t>(tree: &Tree<'t>, node: &'t Node, found: &mut Vec<Found>) -> Vec<(&'t str, &'t Node)> {
    let group = node.group().filter(|group| group.open == b'{' && group.name.is_none());
    if group.is_none() && !matches!(node.held, Held::Missing) {
        found.push((node.mark(), Level::Error, What::new("finding-wants-names")));
    }
    let parts = group.map(|group| group.parts.as_slice()).unwrap_or_default();
    parts.iter().filter_map(|part| Some((tree.name_of(part)?, &part.value))).collect()
}

/// The same where only texts belong.
pub(super) fn texts<'t>(tree: &Tree<'t>, node: &'t Node, found: &mut Vec<Found>) -> Vec<(&'t str, String)> {
    let mut texts = Vec::new();
    for (name, value) in pairs(tree, node, found) {
        match value::words(tree, value) {
            Some(words) => texts.push((name, words.into_owned())),
            None => found.push((value.mark(), Level::Error, What::new("finding-wants-plain"))),
        }
    }
    texts
}
