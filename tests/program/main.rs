//! The built program: in a terminal, with its signals, and on the command line.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod author;
mod backups;
mod cards;
mod commands;
mod drawing;
mod ending;
mod hostile;
mod journeys;
mod lock;
mod memory;
mod neighbours;
mod prison;
mod retention;
mod room_safe;
mod staff;
mod terminal;
mod traced;
mod verify;
mod wall;
