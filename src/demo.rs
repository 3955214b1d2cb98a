//! Believable sample people, groups and marks from a seed: the same seed, the same record.

mod names;
mod origins;

pub use names::{Name, Names};
