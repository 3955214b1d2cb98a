//! A file as the beginning of another: the author's text as it stands, with an id of its own and its descent.

use super::tree::{Path, Tree};
use super::value;

/// `text`, which is sound, as a file of its own with the id `id`. Comments and layout stay.
#[must_use]
pub fn fork(text: &str, id: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let tree = Tree::of(text);
    let root = Path::Root;
    let (Some(own), Some(group)) = (tree.node(&root.key("id")), tree.root.group()) else { return text.to_owned() };
    let from = value::words(&tree, own).unwrap_or_default().into_owned();
    let mut changes = vec![(own.start..own.end, format!("\"{id}\""))];
    match tree.node(&root.key("descends_from")) {
        Some(earlier) => changes.push((earlier.start..earlier.end, format!("\"{from}\""))),
        None => changes.push((group.inside..group.inside, format!("\n    descends_from: \"{from}\","))),
    }
    changes.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut forked = text.to_owned();
    for (span, with) in changes {
        forked.replace_range(span, &with);
    }
    forked
}
