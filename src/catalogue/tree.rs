//! A RON text as a tree of parts, each with its place: what a trainer wrote, whatever state it is in.
//!
//! Reading it never fails. What does not fit becomes a [`Fault`] at its place, and reading goes on at the next
//! comma, bracket or field, so that one slip does not silence the others.

mod parse;
#[cfg(test)]
mod tests;

use super::finding::What;
use super::token::Quote;
use std::ops::Range;

/// The way to a part of a file, as its author would name it: `plans`, third, `title`.
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

/// Something that cannot be read, at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) span: Range<usize>,
    pub(super) what: What,
}

/// A value: where it stands and what is in it.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) held: Held,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Held {
    /// There should be one.
    Missing,
    /// A name, a number, `true`.
    Word,
    Text(Quote),
    Group(Group),
}

/// Brackets and what is between them.
#[derive(Debug)]
pub(super) struct Group {
    /// `(`, `[` or `{`.
    pub(super) open: u8,
    /// Just after the opening bracket.
    pub(super) inside: usize,
    /// The word before the bracket: `Speaks` of `Speaks(…)`.
    pub(super) name: Option<Range<usize>>,
    pub(super) parts: Vec<Part>,
    /// Whether its end had to be guessed, so that what is missing from it may stand elsewhere.
    pub(super) torn: bool,
}

/// One part of a group, with the name before its colon.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) name: Option<Range<usize>>,
    pub(super) value: Node,
}

impl Node {
    /// What is marked: the whole of a simple value, else as far as its opening bracket.
    pub(super) fn mark(&self) -> Range<usize> {
        match &self.held {
            Held::Group(group) => self.start..group.inside,
            _ => self.start..self.end,
        }
    }

    pub(super) fn group(&self) -> Option<&Group> {
        if let Held::Group(group) = &self.held { Some(group) } else { None }
    }

    fn parts(&self) -> &[Part] {
        self.group().map_or(&[], |group| &group.parts)
    }
}

/// One text, read.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) text: &'a str,
    pub(super) root: Node,
    /// In no particular order.
    pub(super) faults: Vec<Fault>,
}

impl<'a> Tree<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        parse::tree(text)
    }

    pub(super) fn slice(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// A name as it is meant: without the quotation marks of a map, without `r#`.
    pub(super) fn name_of(&self, part: &Part) -> Option<&'a str> {
        part.name.as_ref().map(|name| bare(self.slice(name)))
    }

    /// What to mark for `path`; where the text has no such part (a default stands for it), the part
    /// that should have held it.
    pub(super) fn mark(&self, path: &Path) -> Range<usize> {
        self.find(path).0.mark()
    }

    /// The value of `path`, when the text has exactly that part.
    pub(super) fn node(&self, path: &Path) -> Option<&Node> {
        let (node, exact) = self.find(path);
        exact.then_some(node)
    }

    /// The name that stands before the colon of `path`; where there is none, what [`Self::mark`] marks.
    pub(super) fn name(&self, path: &Path) -> Range<usize> {
        let Path::Key(parent, name) = path else { return self.mark(path) };
        let part = self.find(parent).0.parts().iter().find(|part| self.name_of(part) == Some(name));
        part.and_then(|part| part.name.clone()).unwrap_or_else(|| self.mark(path))
    }

    /// The part, and whether it is exactly the one that was asked for.
    fn find(&self, path: &Path) -> (&Node, bool) {
        match path {
            Path::Root => (&self.root, true),
            Path::Key(parent, name) => self.step(parent, |node| self.named(node, name)),
            Path::Item(parent, number) => self.step(parent, |node| node.parts().get(*number).map(|part| &part.value)),
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
        let part = node.parts().iter().find(|part| self.name_of(part) == Some(name));
        match (part, node.parts()) {
            (Some(part), _) => Some(&part.value),
            // `Some((…))` and the like hold one thing, which is meant.
            (None, [Part { name: None, value }]) => self.named(value, name),
            _ => None,
        }
    }
}

fn bare(name: &str) -> &str {
    let name = name.trim_matches(|c| matches!(c, '"' | '\'') || super::token::is_smart(c));
    name.strip_prefix("r#").unwrap_or(name)
}
