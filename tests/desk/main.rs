//! The desk as people use it: the real update, store and draw, a fixed clock, an 80×24 screen.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod accounting;
mod audit;
mod author;
mod before;
mod blocks;
mod board;
mod booking;
mod cards;
mod clock;
mod concerns;
mod counted;
mod drafts;
mod ending;
mod erasing;
mod frozen;
mod groups;
mod house;
mod keys;
mod life;
mod pathways;
mod people;
mod planner;
mod plans;
mod programmes;
mod proof;
mod reading;
mod register;
mod reports;
mod restricted;
mod retention;
mod review;
mod room;
mod room_safe;
mod served;
mod sharing;
#[allow(dead_code, reason = "each area uses what it needs of the stage")]
mod staff;
mod stage;
mod start;
mod systems;
mod today;
mod together;
mod turning;
mod weight;
