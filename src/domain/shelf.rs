//! What the files of trainers hold, and what a desk has of them, read when it is first asked for: at most starts
//! nobody asks.

use crate::domain::agency::{Agency, Directory};
use crate::domain::closed::ClosedDays;
use crate::domain::guide::Guide;
use crate::domain::pathway::Pathway;
use crate::domain::programme::Programme;
use crate::domain::translation::Translation;
use std::ops::Deref;
use std::sync::OnceLock;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    Programme(Box<Programme>),
    Pathway(Box<Pathway>),
    Guide(Box<Guide>),
    Directory(Box<Directory>),
    ClosedDays(Box<ClosedDays>),
    Translation(Box<Translation>),
}

/// Things of one kind, no two with the same id.
#[derive(Debug, Clone)]
pub struct Shelf<T> {
    read: fn() -> Vec<T>,
    known: OnceLock<Vec<T>>,
}

/// The programmes of a desk.
pub type Programmes = Shelf<Programme>;

/// What can be done for one person, who does it, and what there is to read about it.
#[derive(Debug, Clone, Default)]
pub struct Services {
    pub pathways: Shelf<Pathway>,
    pub directories: Shelf<Directory>,
    pub guides: Shelf<Guide>,
}

impl<T> Shelf<T> {
    /// Those that `read` gives, once they are asked for.
    #[must_use]
    pub fn later(read: fn() -> Vec<T>) -> Self {
        Self { read, known: OnceLock::new() }
    }

    /// Changes the list.
    pub fn change(&mut self, change: impl FnOnce(&mut Vec<T>)) {
        let mut list = self.known.take().unwrap_or_else(self.read);
        change(&mut list);
        self.known = OnceLock::from(list);
    }
}

impl<T> Default for Shelf<T> {
    /// None at all.
    fn default() -> Self {
        Self::later(Vec::new)
    }
}

impl<T> Deref for Shelf<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.known.get_or_init(|| (self.read)())
    }
}

impl Services {
    /// The agency `id`, of whichever directory: of the last that has it.
    #[must_use]
    pub fn agency(&self, id: &str) -> Option<&Agency> {
        let mut all = self.directories.iter().rev().flat_map(|directory| directory.agencies.iter().rev());
        all.find(|agency| agency.id == id)
    }
}
