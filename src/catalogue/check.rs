//! The findings of one file as its rules are asked, each at the place of the part that it is about.

use super::finding::{Level, What};
use super::form::{Found, MOST_FAULTS};
use super::tree::{Path, Tree};
use std::ops::Range;

/// A file whose meaning is checked.
pub(super) struct Check<'t, 'a> {
    tree: &'t Tree<'a>,
    /// Where something stands that the author did not write, because what they wrote cannot be read.
    mended: &'t [Range<usize>],
    found: Vec<Found>,
}

impl<'t, 'a> Check<'t, 'a> {
    pub(super) fn new(tree: &'t Tree<'a>, mended: &'t [Range<usize>]) -> Self {
        Self { tree, mended, found: Vec::new() }
    }

    pub(super) fn found(self) -> Vec<Found> {
        self.found
    }

    pub(super) fn error(&mut self, path: &Path, what: What) {
        self.add(path, Level::Error, what);
    }

    pub(super) fn warning(&mut self, path: &Path, what: What) {
        self.add(path, Level::Warning, what);
    }

    /// Whether so much was found that nobody is told any more of it: what takes long to look at can be left.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MOST_FAULTS
    }

    fn add(&mut self, path: &Path, level: Level, what: What) {
        if self.is_full() {
            return;
        }
        let mark = self.tree.mark(path);
        // Of what nobody wrote nothing is said.
        if !self.mended.contains(&mark) {
            self.found.push((mark, level, what));
        }
    }

    /// Whether the part stands in the file, rather than a default for it.
    pub(super) fn stands(&self, path: &Path) -> bool {
        self.tree.node(path).is_some()
    }

    /// Whether everything in `path` is as it was written: a rule that holds two parts against each other asks.
    pub(super) fn whole(&self, path: &Path) -> bool {
        let Some(node) = self.tree.node(path) else { return !self.mended.contains(&self.tree.mark(path)) };
        !self.mended.iter().any(|place| node.start <= place.start && place.start <= node.end)
    }
}
