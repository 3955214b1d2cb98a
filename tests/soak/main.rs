//! Loops that try to make the program lose something: killed, without power, without room, without a terminal,
//! beside another, on damaged files, under keys that nobody would press.
//!
//! ```text
//! cargo test --test soak                                                     a few of each: seconds
//! SOAK=long cargo test --test soak -- --nocapture --test-threads=1           a thousand of each: an hour
//! SOAK=long cargo test --test soak killed -- --nocapture                     one part alone
//! ```
//!
//! Where this machine lacks what a part needs (`strace`, a mount of its own) the part says `SKIPPED`, and why.
//! `SOAK_SEED` decides the random numbers; without it they are the same in every run.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod damaged;
mod disk;
mod faults;
mod full;
mod gone;
mod idle;
mod keys;
mod killed;
mod look;
#[path = "../program/memory.rs"]
mod memory;
mod old;
mod power;
#[path = "../program/prison.rs"]
#[allow(dead_code, reason = "a part uses what it needs of the prison")]
mod prison;
mod small;
#[path = "../desk/stage.rs"]
#[allow(dead_code, reason = "a part uses what it needs of the stage")]
mod stage;
#[path = "../program/terminal.rs"]
#[allow(dead_code, reason = "a part uses what it needs of the terminal")]
mod terminal;
mod trace;
mod two;
mod work;

use onward::domain::random::Random;
use std::io::Write;

/// How much of everything: `short` for every day, `long` where `SOAK=long` asks for the whole of it.
fn size(short: u32, long: u32) -> u32 {
    if is_long() { long } else { short }
}

fn is_long() -> bool {
    std::env::var("SOAK").is_ok_and(|size| size == "long")
}

/// Random numbers of the part `salt`.
fn random(salt: u64) -> Random {
    let seed = std::env::var("SOAK_SEED").map_or(1, |seed| seed.parse().unwrap());
    Random::new(seed ^ (salt << 32))
}

/// Says a figure, or why a part was skipped: also where what tests print is held back.
fn tell(what: &str) {
    // Not by a macro: what those write is held back.
    std::io::stderr().write_all(format!("soak: {what}\n").as_bytes()).unwrap();
}
