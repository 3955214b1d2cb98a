//! The desk while it writes a large export beside: how soon it answers, and that the export can be stopped.

use crate::ground::Ground;
use crate::pty::Session;
use crate::screens::desk;
use crate::sheet::{Sheet, Target, quantile};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;

/// Empties the field of a question.
const CLEAR: &str = "\x15";
const HOME: &str = "\x1b[H";
const WRITING: &str = "Writing";

/// Keys in the list of people while a million marks are written from the desk.
pub fn beside(ground: &Ground, sheet: &mut Sheet, large: &Path) -> Result<()> {
    Sheet::head("Beside an export of 1,000,000 marks: a row move, and stopping it");
    let target = ground.scratch.path().join("beside");
    fs::create_dir_all(&target)?;
    // The selection is a sign, so that the screen's text says when it has moved.
    let mut session = desk(large, &["--marker", "--exports", &target.to_string_lossy()], None)?;
    let file = target.join("register.xlsx").to_string_lossy().into_owned();
    write_all(&mut session, &file)?;
    let stopped = session.press_until("\x1b", |text| !text.contains(WRITING))?;
    let left = fs::read_dir(&target)?.count();
    ensure!(left == 0, "{left} files were left of a stopped export");
    session.press("1")?;
    write_all(&mut session, &file)?;
    session.press("2")?;
    let mut answers = vec![];
    for _ in 0..30 {
        let before = selected(&session.text());
        answers.push(session.press_until("j", |text| selected(text) != before)?);
    }
    // It goes on: a key takes its line, until it tells again how far it is.
    session.until(|text| text.contains(WRITING))?;
    sheet.figure("a row move, the slowest of thirty", "ms", quantile(&answers, 1.0), 0.0, Target::Most(100.0));
    sheet.figure("Esc until it says that it was stopped", "ms", stopped, 0.0, Target::Most(1_000.0));
    session.leave()
}

/// Has the desk write all groups, every mark of all times, as a workbook.
fn write_all(session: &mut Session, file: &str) -> Result<()> {
    session.go(&["5", HOME, "\r", "r", HOME, "\r", "p", CLEAR, "\r", "f", "w", CLEAR, file])?;
    session.press("\r")?;
    session.until(|text| text.contains(WRITING))?;
    Ok(())
}

/// The line of the selection: at the foot of the list it stays where it is while the list moves.
fn selected(text: &str) -> Option<String> {
    text.lines().find(|line| line.starts_with(" >")).map(str::to_owned)
}
