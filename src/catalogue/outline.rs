//! Where each part of a RON text stands: the shape of the text and nothing else, so that a fault in a
//! value can be shown where its author wrote it. It never fails: what it cannot follow it passes over.

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
        let mut scan = Scan { text, at: 0, depth: 0 };
        scan.blanks();
        // Extensions stand before the value: `#![enable(…)]`.
        while scan.rest().starts_with("#!") {
            scan.at += 2;
            scan.value();
            scan.blanks();
        }
        Self { text, root: scan.value() }
    }

    /// What to mark for `path`; where the text has no such part (a default stands for it), the part
    /// that should have held it.
    pub(super) fn mark(&self, path: &Path) -> Range<usize> {
        self.find(path).0.mark.clone()
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

/// How deep brackets are followed: as deep as RON itself goes.
const DEEPEST: usize = 128;

struct Scan<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes on to the end of the first `end` from here; to the end of the text without one.
    fn past(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.text.len(), |found| self.at + found + end.len());
    }

    fn blanks(&mut self) {
        loop {
            self.at = self.text.len() - self.rest().trim_start().len();
            if self.rest().starts_with("//") {
                self.past("\n");
            } else if self.rest().starts_with("/*") {
                self.comment();
            } else {
                return;
            }
        }
    }

    /// A block comment, which may hold others.
    fn comment(&mut self) {
        let mut open = 0_usize;
        while let Some(found) = self.rest().find(['/', '*']) {
            self.at += found;
            match self.rest().get(..2) {
                Some("/*") => open += 1,
                Some("*/") => open -= 1,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            self.at += 2;
            if open == 0 {
                return;
            }
        }
        self.at = self.text.len();
    }

    fn value(&mut self) -> Node {
        let start = self.at;
        if let Some(string) = self.string() {
            return string;
        }
        let word = self.rest().find(|c: char| !is_word(c)).unwrap_or(self.rest().len());
        self.at += word;
        let simple = self.at;
        self.blanks();
        let closing = match self.rest().chars().next() {
            Some('(') => ')',
            Some('[') if word == 0 => ']',
            Some('{') if word == 0 => '}',
            other => {
                self.at = simple;
                // Nothing that belongs here: pass over it, so that the scan always ends.
                if word == 0 && !matches!(other, Some(')' | ']' | '}' | ',' | ':')) {
                    self.at += other.map_or(0, char::len_utf8);
                }
                return Node { mark: start..self.at, end: self.at, parts: Vec::new() };
            }
        };
        self.at += 1;
        let mark = start..self.at;
        let parts = if self.depth < DEEPEST { self.parts(closing) } else { Vec::new() };
        Node { mark, end: self.at, parts }
    }

    fn parts(&mut self, closing: char) -> Vec<(Option<Range<usize>>, Node)> {
        self.depth += 1;
        let mut parts = Vec::new();
        loop {
            self.blanks();
            match self.rest().chars().next() {
                None => break,
                Some(c) if c == closing => {
                    self.at += 1;
                    break;
                }
                Some(',' | ':' | ')' | ']' | '}') => self.at += 1,
                Some(_) => {
                    let value = self.value();
                    self.blanks();
                    if self.rest().starts_with(':') && value.parts.is_empty() {
                        self.at += 1;
                        self.blanks();
                        parts.push((Some(value.mark), self.value()));
                    } else {
                        parts.push((None, value));
                    }
                }
            }
        }
        self.depth -= 1;
        parts
    }

    /// A string or a character in any of RON's spellings.
    fn string(&mut self) -> Option<Node> {
        let start = self.at;
        let rest = self.rest();
        let body = rest.trim_start_matches('b');
        let hashes = body.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len());
        if let Some(hashes) = hashes.filter(|n| body.get(1 + n..).is_some_and(|rest| rest.starts_with('"'))) {
            self.at += rest.len() - body.len() + 1 + hashes + 1;
            self.past(&format!("\"{}", "#".repeat(hashes)));
        } else if body.starts_with(['"', '\'']) {
            let quote = if body.starts_with('"') { '"' } else { '\'' };
            self.at += rest.len() - body.len() + 1;
            self.quoted(quote);
        } else {
            return None;
        }
        Some(Node { mark: start..self.at, end: self.at, parts: Vec::new() })
    }

    fn quoted(&mut self, quote: char) {
        let mut escaped = false;
        for (at, c) in self.rest().char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                c if c == quote => {
                    self.at += at + c.len_utf8();
                    return;
                }
                _ => {}
            }
        }
        self.at = self.text.len();
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.' | '#')
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
