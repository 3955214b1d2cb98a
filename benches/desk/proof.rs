//! A trainer's file followed: from a save to its picture, beside a picture that is only drawn.

use crate::ground::{Ground, ONWARD};
use crate::pty::{Session, clock};
use crate::sheet::{Sheet, Target, median, quantile};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// A whole course of ten sessions, with its revision, in two languages.
const COURSE: &str = include_str!("../../programmes/planning-for-resettlement.ron");
const ROUNDS: u64 = 40;

/// The redraw after a save; the floor is the same picture drawn anew when the terminal asks for it.
pub fn proof(ground: &Ground, sheet: &mut Sheet) -> Result<()> {
    Sheet::head("A trainer's file, from its save to the last byte of the picture; floor: the picture drawn anew");
    let file = ground.scratch.path().join("course.ron");
    fs::write(&file, COURSE)?;
    let arguments = ["--lang", "en", "preview", &file.to_string_lossy()];
    let mut session = Session::start(Path::new(ONWARD), &arguments, &[])?;
    session.wait_for("? keys")?;
    session.go(&["n"])?;
    let (mut floors, mut saved, mut turned) = (vec![], vec![], vec![]);
    for round in 0..ROUNDS {
        thread::sleep(Duration::from_millis(20 + clock() / 1_000 % 20));
        turned.extend(session.press(if round % 2 == 0 { "n" } else { "b" })?.map(|answer| answer.ms));
        floors.extend(session.after(Session::wake)?.map(|answer| answer.ms));
        // Its title, which every page shows: a picture that stays the same is not sent.
        let text = COURSE.replacen("Planning for Resettlement\"", &format!("Planning for Resettlement {round}\""), 1);
        let next = file.with_extension("next");
        fs::write(&next, text)?;
        let answer = session.after(|_| Ok(fs::rename(&next, &file)?))?;
        saved.push(answer.context("a save was not seen")?.ms);
    }
    session.leave()?;
    sheet.figure("a save, median", "ms", median(&saved), median(&floors), Target::Times(2.0));
    sheet.figure("a save, p95", "ms", quantile(&saved, 0.95), median(&floors), Target::Most(100.0));
    Sheet::note(format!("a page turned by a key: {:.3} ms", median(&turned)));
    Ok(())
}
