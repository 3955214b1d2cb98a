//! A file seen at a glance, right after it was saved: only what was written differently since it was read whole is
//! read, so that its picture is there at once. What it means is checked by the whole reading, which follows.

use super::shape::{Fields, Kind, Shape};
use super::translating::Beside;
use super::tree::{Path, Tree};
use super::{Checked, Content, form, layout, outline, read, syntax, texts};
use crate::domain::agency::{Agency, Directory};
use crate::domain::codes::Language;
use crate::domain::guide::{Guide, Page};
use crate::domain::pathway::{Pathway, Step};
use crate::domain::programme::{Programme, SessionPlan};
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A file as it was last read whole, when nothing in it was an error and nothing translated it.
#[derive(Debug)]
pub struct Reading {
    path: PathBuf,
    kind: Kind,
    /// That of the texts that stand alone.
    language: String,
    text: String,
    /// What is between the brackets of the list of its session plans, steps, pages or agencies.
    list: Range<usize>,
    /// Each of these.
    parts: Vec<Range<usize>>,
    content: Content,
}

/// Where alone a file was written differently: in one part of its list, or around the list.
enum Change<'a> {
    Part(usize, &'a str),
    Around(String),
}

impl Reading {
    /// The file that was `checked`, whose text is this.
    pub(super) fn of(text: &str, checked: &Checked) -> Option<Self> {
        let (kind, content) = (checked.kind?, checked.content.clone()?);
        let tree = Tree::of(text.strip_prefix('\u{feff}').unwrap_or(text));
        let node = tree.node(&Path::Root.key(outline::list(kind)?))?;
        let list = node.group()?.inside..node.end.checked_sub(1)?;
        let parts = node.group()?.parts.iter().map(|part| part.value.start..part.value.end).collect();
        let language = form::source_language(&tree).into_owned();
        let (path, text) = (PathBuf::from(&checked.file), tree.text.to_owned());
        Some(Self { path, kind, language, text, list, parts, content })
    }

    /// What the file holds by now, as far as it can be told at a glance.
    #[must_use]
    pub fn glance(&self) -> Option<Content> {
        let decoded = read::file(&self.path).text.ok()?;
        self.glance_at(decoded.text.strip_prefix('\u{feff}').unwrap_or(&decoded.text))
    }

    /// The same of this text.
    pub(super) fn glance_at(&self, text: &str) -> Option<Content> {
        let change = self.change(text)?;
        match &self.content {
            Content::Programme(was) => self.again(&**was, &change).map(|is| Content::Programme(Box::new(is))),
            Content::Pathway(was) => self.again(&**was, &change).map(|is| Content::Pathway(Box::new(is))),
            Content::Guide(was) => self.again(&**was, &change).map(|is| Content::Guide(Box::new(is))),
            Content::Directory(was) => self.again(&**was, &change).map(|is| Content::Directory(Box::new(is))),
            Content::ClosedDays(_) | Content::Translation(_) => None,
        }
    }

    /// What is written differently in `text`, when it lies in one place.
    fn change<'a>(&self, text: &'a str) -> Option<Change<'a>> {
        let (was, is) = (self.text.as_bytes(), text.as_bytes());
        let before = alike(was, is);
        let after = alike_at_the_end(&was[before..], &is[before..]);
        let end = was.len() - after;
        // Where what stood at `at`, behind the change, stands by now.
        let moved = |at: usize| (at + is.len()).checked_sub(was.len());
        // Brackets around it are as they were.
        if let Some(at) = self.parts.iter().position(|part| part.start < before && end < part.end) {
            let part = &self.parts[at];
            return Some(Change::Part(at, text.get(part.start..moved(part.end)?)?));
        }
        let (start, end) = match &self.list {
            list if end < list.start => (moved(list.start)?, moved(list.end)?),
            list if before > list.end => (list.start, list.end),
            _ => return None,
        };
        Some(Change::Around([text.get(..start)?, text.get(end..)?].concat()))
    }

    /// What `was` has become.
    fn again<T: Listing>(&self, was: &T, change: &Change) -> Option<T> {
        match change {
            Change::Part(at, text) => {
                let part = self.value(text, self.fields_of_parts()?)?;
                let mut is = was.clone();
                *is.parts_mut().get_mut(*at)? = part;
                Some(is)
            }
            Change::Around(text) => {
                let mut is: T = self.value(text, self.kind.fields())?;
                is.parts_mut().clone_from(was.parts());
                // Of another language would be what stands in the parts too.
                (is.language() == was.language()).then_some(is)
            }
        }
    }

    fn fields_of_parts(&self) -> Option<&'static Fields> {
        match self.kind.fields().field(outline::list(self.kind)?)?.shape {
            Shape::List(Shape::Fields(fields)) => Some(fields),
            _ => None,
        }
    }

    fn value<T: DeserializeOwned>(&self, text: &str, fields: &'static Fields) -> Option<T> {
        if self.language == texts::DEFAULT_LANGUAGE {
            return syntax::parse(text).ok();
        }
        let tree = Tree::of(text);
        let mended = layout::mended(&tree, fields, &self.language, &Beside::new());
        // What would have to be put in place of something is not what the file holds.
        if !tree.faults.is_empty() || !mended.places.is_empty() {
            return None;
        }
        syntax::parse(&mended.text).ok()
    }
}

/// Bytes that are held against each other at once, as long as they are the same.
const BLOCK: usize = 1024;

/// How many bytes are the same where both begin.
fn alike(one: &[u8], other: &[u8]) -> usize {
    let blocks = one.chunks_exact(BLOCK).zip(other.chunks_exact(BLOCK));
    let same = blocks.take_while(|(one, other)| one == other).count() * BLOCK;
    let rest = one[same..].iter().zip(&other[same..]);
    same + rest.take_while(|(one, other)| one == other).count()
}

/// The same where both end.
fn alike_at_the_end(one: &[u8], other: &[u8]) -> usize {
    let blocks = one.rchunks_exact(BLOCK).zip(other.rchunks_exact(BLOCK));
    let same = blocks.take_while(|(one, other)| one == other).count() * BLOCK;
    let rest = one[..one.len() - same].iter().rev().zip(other[..other.len() - same].iter().rev());
    same + rest.take_while(|(one, other)| one == other).count()
}

/// What a file holds, with a list of parts that mean nothing to each other.
trait Listing: Clone + DeserializeOwned {
    type Part: Clone + DeserializeOwned;

    fn parts(&self) -> &Vec<Self::Part>;

    fn parts_mut(&mut self) -> &mut Vec<Self::Part>;

    /// That of the texts that stand alone.
    fn language(&self) -> Option<&Language>;
}

macro_rules! listings {
    ($($whole:ident, $parts:ident: $part:ty;)*) => {$(
        impl Listing for $whole {
            type Part = $part;

            fn parts(&self) -> &Vec<$part> {
                &self.$parts
            }

            fn parts_mut(&mut self) -> &mut Vec<$part> {
                &mut self.$parts
            }

            fn language(&self) -> Option<&Language> {
                self.language.as_ref()
            }
        }
    )*};
}

listings! {
    Programme, plans: Arc<SessionPlan>;
    Pathway, steps: Step;
    Guide, pages: Page;
    Directory, agencies: Agency;
}
