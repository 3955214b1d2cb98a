//! Speed and memory of the whole program, through a terminal, as ratios to floors measured in the same run.
//!
//! ```text
//! cargo bench                          everything: about four minutes, and the making of the stores once
//! cargo bench --bench desk -- bytes    one part: start, keys, bytes, rest, marks, exports, beside, planner, check, preview,
//!                                      followed, evaluation
//! cargo bench --bench desk -- hot      no measure: draws up src/hot.txt anew, with valgrind; then build again (see build.rs)
//! ```
//!
//! Needs `cc`; `sqlite3` for the floor of the exports. The stores stay in the `tmp` folder of the build, so
//! that a second run is quick. `floor.c` beside this file is the least that a program of the screen can do;
//! it is compiled anew in every run, and measured between the runs of the desk, so that a busy machine
//! slows both alike. Trust the ratios more than the times.
//!
//! A line says the figure, its floor, the ratio of the two, the target, and whether it is met:
//!
//! - *made in*: `demo --fill` of the large store, 100,000 people with 1,000,000 marks.
//! - *start*: from the moment the key of the store is known to the first frame, both as the program tells
//!   them to the file that `ONWARD_TIMINGS` names; the floor is from exec to the last byte of `READY`.
//!   *deriving the key* is Argon2id alone.
//! - *keys*: a key written to the terminal until the last byte of its answer, ended by silence that is not
//!   counted.
//! - *bytes*: what is written to the terminal for one key; a held key is thirty of them in one write.
//! - *rest*: resident memory, then bytes and voluntary context switches of all threads while nothing happens.
//! - *marks*: a letter in the room until the tick, which is drawn when the mark is on disk; the floor is a
//!   write of 4 KiB with `fdatasync` in the same file system, as often as the marks.
//! - *planner*: a key that surveys 20,000 people who could all be asked, and one that draws time lines.
//! - *followed*: the start of the desk on the store of the planner, for whose 20,000 people 50,000 pathways run, each at
//!   a step; the floor is the start on an empty store.
//! - *exports*: whole processes; the memory of the workbook is what is resident after Argon2's own 64 MiB
//!   was given back.
//! - *evaluation*: whole processes; the floor is what SQLite's own shell takes to count the same from an unencrypted copy.
//! - *check*: a thousand courses checked in this process; the floor is ron's own parse of them.
//! - *preview*: a course of ten sessions saved beside its preview; the floor is the whole screen drawn anew, which
//!   takes what a picture takes without a file that is read and checked.
//! - *beside*: keys in the list of people while a workbook of a million marks is written from the desk.

mod beside;
mod check;
mod evaluation;
mod exports;
mod followed;
mod ground;
mod hot;
mod marks;
mod planner;
mod proof;
mod pty;
mod screens;
mod sheet;

use anyhow::Result;
use ground::Ground;
use sheet::Sheet;

fn main() -> Result<()> {
    // Cargo gives `--bench`; every other word names a part.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    ground::build_as_everybody_does()?;
    let wanted = |part: &str| asked.is_empty() || asked.iter().any(|word| word == part);
    let mut sheet = Sheet::default();
    if wanted("check") {
        check::check(&mut sheet)?;
    }
    if asked == ["check"] {
        sheet.end();
        return Ok(());
    }
    let ground = Ground::prepare()?;
    if asked == ["hot"] {
        return hot::hot(&ground);
    }
    if wanted("planner") {
        planner::planner(&ground, &mut sheet)?;
    }
    if wanted("preview") {
        proof::proof(&ground, &mut sheet)?;
    }
    if wanted("followed") {
        followed::followed(&ground, &mut sheet)?;
    }
    if asked.len() == 1 && ["planner", "preview", "followed"].contains(&asked[0].as_str()) {
        sheet.end();
        return Ok(());
    }
    let large = ground::large(&mut sheet)?;
    let small = ground::filled("small", 24)?;
    if wanted("start") {
        screens::start(&ground, &mut sheet, &large)?;
    }
    if wanted("keys") {
        screens::keys(&ground, &mut sheet, &small, &large)?;
    }
    if wanted("bytes") {
        screens::bytes(&ground, &mut sheet, &large)?;
    }
    if wanted("rest") {
        screens::rest(&ground, &mut sheet, &large)?;
    }
    if wanted("marks") {
        marks::marks(&ground, &mut sheet)?;
    }
    if wanted("exports") {
        exports::exports(&ground, &mut sheet, &large)?;
    }
    if wanted("evaluation") {
        evaluation::evaluation(&ground, &mut sheet, &large)?;
    }
    if wanted("beside") {
        beside::beside(&ground, &mut sheet, &large)?;
    }
    sheet.end();
    Ok(())
}
