//! Where each part of a RON text stands: the shape of the text and nothing else, so that a fault in a
//! value can be shown where its author wrote it. It never fails: what it cannot follow it passes over.

mod scan;

use scan::Scan;
use std::ops::Range;

/// The way to a part of a programme, as its author would name it: `plans`, third, `title`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(super) fn key(&'a self, name: &'a str) -> Path<'a> {
        Path::Key(self, name)
    }

    pub(super) fn item(&'a self, number: usize) -> Path<'a> {
        Path::Item(self, number)
    }
}

/// A value: where it stands and what is in it.
#[derive(Debug)]
struct Node {
    /// What is marked: the whole of a simple value, else as far as its opening bracket.
    mark: Range<usize>,
    end: usize,
    parts: Vec<(Option<Range<usize>>, Node)>,
}

/// The shape of one text.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    text: &'a str,
    root: Node,
}

impl<'a> Outline<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, root: Scan::of(text).root() }
    }

    /// What to mark for `path`; where the text has no such part (a default stands for it), the part
    /// that should have held it.
    pub(super) fn mark(&self, path: &Path) -> Range<usize> {
        self.find(path).0.mark.clone()
    }

    /// The name that stands before the colon of `path`; where there is none, what [`Self::mark`] marks.
    pub(super) fn name(&self, path: &Path) -> Range<usize> {
        let Path::Key(parent, name) = path else { return self.mark(path) };
        let key = |(range, _): &(Option<Range<usize>>, Node)| {
            range.clone().filter(|range| self.text.get(range.clone()).is_some_and(|key| key.trim_matches('"') == *name))
        };
        self.find(parent).0.parts.iter().find_map(key).unwrap_or_else(|| self.mark(path))
    }

    /// The opening of the value whose closing bracket stands at `offset`: readers look for what is
    /// missing from a block at its head, not at its end.
    pub(super) fn opening_of(&self, offset: usize) -> Option<Range<usize>> {
        fn look(node: &Node, end: usize) -> Option<Range<usize>> {
            let here = (node.end == end).then(|| node.mark.clone());
            here.or_else(|| node.parts.iter().find_map(|(_, part)| look(part, end)))
        }
        look(&self.root, offset + 1)
    }

    /// The last simple value that ends at `offset` or before it.
    pub(super) fn value_before(&self, offset: usize) -> Option<Range<usize>> {
        fn look(node: &Node, offset: usize) -> Option<Range<usize>> {
            let inside = node.parts.iter().rev().find_map(|(_, part)| look(part, offset));
            let simple = node.parts.is_empty() && node.end <= offset && !node.mark.is_empty();
            inside.or_else(|| simple.then(|| node.mark.clone()))
        }
        look(&self.root, offset)
    }

    /// The part, and whether it is exactly the one that was asked for.
    fn find(&self, path: &Path) -> (&Node, bool) {
        match path {
            Path::Root => (&self.root, true),
            Path::Key(parent, name) => self.step(parent, |node| self.named(node, name)),
            Path::Item(parent, number) => self.step(parent, |node| node.parts.get(*number).map(|(_, part)| part)),
        }
    }

    fn step<'s>(&'s self, parent: &Path, part: impl Fn(&'s Node) -> Option<&'s Node>) -> (&'s Node, bool) {
        let (node, exact) = self.find(parent);
        match part(node) {
            Some(found) if exact => (found, true),
            _ => (node, false),
        }
    }

    fn named<'s>(&'s self, node: &'s Node, name: &str) -> Option<&'s Node> {
        let key = |range: &Range<usize>| self.text.get(range.clone()).map(|key| key.trim_matches('"'));
        let part = node.parts.iter().find(|(range, _)| range.as_ref().and_then(key) == Some(name));
        match (part, node.parts.as_slice()) {
            (Some((_, part)), _) => Some(part),
            // `Some((…))` and the like hold one thing, which is meant.
            (None, [(None, inner)]) => self.named(inner, name),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked<'a>(text: &'a str, path: &Path) -> &'a str {
        &text[Outline::of(text).mark(path)]
    }

    #[test]
    fn a_part_is_found_by_the_way_to_it() {
        let text = r##"#![enable(implicit_some)]
            Programme( // id: "no", (
              id: "a\"b", /* plans: [ /* ( */ ] */
              plans: [(id: r#"one" ("#, steps: { "en": "x", "nb": "é" }), Plan (id: "two", rating: Some((at: 3)))],
            )"##;
        let root = Path::Root;
        let plans = root.key("plans");
        let (first, second) = (plans.item(0), plans.item(1));
        let (steps, rating) = (first.key("steps"), second.key("rating"));
        for (path, expected) in [
            (root.key("id"), r#""a\"b""#),
            (first.key("id"), r##"r#"one" ("#"##),
            (steps.key("nb"), "\"é\""),
            (second, "Plan ("),
            (rating.key("at"), "3"),
            (second.key("aim"), "Plan ("),
            (plans.item(7), "["),
            (root, "Programme("),
        ] {
            assert_eq!(marked(text, &path), expected, "{path:?}");
        }
    }

    #[test]
    fn any_text_comes_to_an_end() {
        let deep = "(".repeat(100_000);
        for text in ["", "(", ")", "((a:", "\"", "r#\"", "/* /*", "]]]", "§(,:§", "a:b:c", "'", "b", deep.as_str()] {
            let _ = Outline::of(text).mark(&Path::Root);
        }
    }

    #[test]
    fn what_closes_and_what_stands_before() {
        let text = "(a: (b: 1), c: \"x\" )";
        let outline = Outline::of(text);
        assert_eq!(outline.opening_of(9), Some(4..5));
        assert_eq!(outline.value_before(text.len()), Some(15..18));
        assert_eq!(outline.value_before(10), Some(8..9));
    }
}
