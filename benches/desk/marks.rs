//! A mark: from the key to the tick on the screen, safe on disk.

use crate::ground::{Ground, kept};
use crate::screens::{self, UP, desk};
use crate::sheet::{Sheet, Target, median};
use anyhow::{Result, ensure};
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::thread;
use std::time::{Duration, Instant};

/// Between two marks, and two writes of the floor.
const PACE: Duration = Duration::from_millis(40);

/// Marks in the room beside paced writes on the same disk.
pub fn marks(ground: &Ground, sheet: &mut Sheet) -> Result<()> {
    Sheet::head("A mark, from the key to the tick; the floor is 4 KiB written and on disk, paced alike");
    let mut room = desk(&screens::room(ground, "room")?, &[], None)?;
    room.go(&["s", " "])?;
    let mut file = File::create(kept("paced"))?;
    let block = [0x5a; 4096];
    file.write_all(&block)?;
    file.sync_all()?;
    let (mut floors, mut times) = (vec![], vec![]);
    // A mark that stays the same is no work: each press says another thing than the last.
    for code in ["p", "c"].into_iter().cycle().take(60) {
        thread::sleep(PACE);
        let began = Instant::now();
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&block)?;
        file.sync_data()?;
        floors.push(began.elapsed().as_secs_f64() * 1e3);
        thread::sleep(PACE);
        if let Some(answer) = room.press(code)? {
            times.push(answer.ms);
        }
        room.press(UP)?;
    }
    ensure!(times.len() > 50, "the room does not take marks:\n{}", room.text());
    room.go(&["\x1b"])?;
    room.leave()?;
    sheet.figure("median", "ms", median(&times), median(&floors), Target::Times(4.0));
    fs::remove_file(kept("paced"))?;
    Ok(())
}
