//! What may be recorded, as values: no files, no clock, no terminal, no sentences.

pub mod agenda;
pub mod apart;
pub mod appointment;
pub mod attendance;
pub mod attending;
pub mod block;
pub mod catching_up;
pub mod certificate;
pub mod change;
pub mod closed;
pub mod codes;
pub mod concern;
pub mod eligibility;
pub mod entry;
pub mod field;
pub mod figures;
pub mod group;
pub mod guest;
pub mod id;
pub mod offer;
pub mod outcome;
pub mod pause;
pub mod person;
pub mod places;
pub mod planner;
pub mod programme;
pub mod random;
pub mod record;
pub mod roll;
pub mod room;
#[cfg(test)]
pub(crate) mod sample;
pub mod survey;
pub mod text;
pub mod timetable;
pub mod together;
