//! What the files of trainers hold, and the programmes of a desk, read when they are first asked for: at most
//! starts nobody asks.

use crate::domain::agency::Directory;
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

/// Programmes, no two with the same id.
#[derive(Debug, Clone)]
pub struct Programmes {
    read: fn() -> Vec<Programme>,
    known: OnceLock<Vec<Programme>>,
}

impl Programmes {
    /// Those that `read` gives, once they are asked for.
    #[must_use]
    pub fn later(read: fn() -> Vec<Programme>) -> Self {
        Self { read, known: OnceLock::new() }
    }

    /// Changes the list.
    pub fn change(&mut self, change: impl FnOnce(&mut Vec<Programme>)) {
        let mut list = self.known.take().unwrap_or_else(self.read);
        change(&mut list);
        self.known = OnceLock::from(list);
    }
}

impl Default for Programmes {
    /// None at all.
    fn default() -> Self {
        Self::later(Vec::new)
    }
}

impl Deref for Programmes {
    type Target = [Programme];

    fn deref(&self) -> &[Programme] {
        self.known.get_or_init(self.read)
    }
}
