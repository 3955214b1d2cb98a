//! The shell: the one thin part of the desk that touches the terminal, the clock, files and threads.

mod audit;
mod beside;
pub mod clock;
pub mod company;
mod counting;
pub mod daily;
pub mod events;
pub mod export;
pub mod gate;
pub mod idle;
pub mod manuscripts;
pub mod neighbours;
pub mod notices;
pub mod opening;
pub mod people_file;
pub mod reviews;
pub mod run;
pub mod strength;
pub mod terminal;
pub mod timings;
pub mod workplace;
