//! Putting a group together out of very many: who belongs together, and everybody's time line.

use crate::ground::{Ground, crowd};
use crate::pty::{Session, clock};
use crate::screens::{desk, floor};
use crate::sheet::{Sheet, Target, median, quantile};
use anyhow::{Result, ensure};
use std::thread;
use std::time::Duration;

/// People who could all be asked.
const PEOPLE: u32 = 20_000;
const ROUNDS: usize = 15;

/// From the key to the last byte of its frame, beside a key of a program that only draws.
pub fn planner(ground: &Ground, sheet: &mut Sheet) -> Result<()> {
    Sheet::head("The planner over 20,000 people who are all still there; floor: a key of a program that only draws");
    let store = crowd(PEOPLE)?;
    let mut floor = floor(ground, "rows")?;
    let mut desk = desk(&store, &[], None)?;
    // The newest group, which starts in a few days.
    desk.go(&["3", "\r"])?;
    let (mut floors, mut choosing, mut finding, mut planning) = (vec![], vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        press(&mut floor, "j", &mut floors)?;
        press(&mut desk, "a", &mut choosing)?;
        ensure!(desk.text().contains("[ ]"), "nobody can be chosen:\n{}", desk.text());
        desk.go(&["/"])?;
        press(&mut desk, "m", &mut finding)?;
        desk.go(&["\x1b", "\x1b"])?;
        press(&mut desk, "t", &mut planning)?;
        desk.go(&["\x1b"])?;
    }
    floor.leave()?;
    desk.leave()?;
    for (name, times) in [
        ("who belongs together, median", &choosing),
        ("finding one of them, median", &finding),
        ("everybody's time line, median", &planning),
    ] {
        sheet.figure(name, "ms", median(times), median(&floors), Target::Most(100.0));
    }
    sheet.figure("who belongs together, p95", "ms", quantile(&choosing, 0.95), median(&floors), Target::Most(100.0));
    Ok(())
}

fn press(session: &mut Session, key: &str, times: &mut Vec<f64>) -> Result<()> {
    // As people do: no lockstep with any tick.
    thread::sleep(Duration::from_millis(15 + clock() / 1_000 % 20));
    times.extend(session.press(key)?.map(|answer| answer.ms));
    Ok(())
}
