//! What a facilitator feels: the start, a key, the bytes on the line, memory, rest.

use crate::ground::{Ground, ONWARD, PASSPHRASE, backed_up, filled, passphrase_file};
use crate::pty::{Session, clock};
use crate::sheet::{Sheet, Target, median, quantile};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

pub const UP: &str = "\x1b[A";
pub const DOWN: &str = "\x1b[B";
const HOME: &str = "\x1b[H";
const PAGE_DOWN: &str = "\x1b[6~";

/// Row moves within the first page, so that nothing scrolls.
const WITHIN: usize = 12;

/// The desk on a store, past its first screen.
pub fn desk(dir: &Path, options: &[&str], timings: Option<&Path>) -> Result<Session> {
    let (dir, file) = (dir.to_string_lossy(), passphrase_file());
    let file = file.to_string_lossy();
    let mut arguments = vec!["--data", &dir, "--passphrase-file", &file, "--lang", "en"];
    arguments.extend(options);
    let environment: Vec<_> = timings.map(|path| ("ONWARD_TIMINGS", path)).into_iter().collect();
    let mut session = Session::start(Path::new(ONWARD), &arguments, &environment)?;
    session.wait_for("? keys")?;
    session.settle();
    Ok(session)
}

/// The desk with the list of people open.
pub fn people(dir: &Path, options: &[&str]) -> Result<Session> {
    let mut session = desk(dir, options, None)?;
    session.go(&["2"])?;
    Ok(session)
}

pub fn floor(ground: &Ground, kind: &str) -> Result<Session> {
    let mut session = Session::start(&ground.floor, &[kind], &[])?;
    session.wait_for("READY")?;
    Ok(session)
}

/// From the key of the store being known to the first screen; deriving the key for itself.
pub fn start(ground: &Ground, sheet: &mut Sheet, large: &Path) -> Result<()> {
    Sheet::head("Start: from the key being known to the first usable screen");
    let empty = ground.empty()?;
    let (mut floors, mut on_empty, mut on_large, mut derived) = (vec![], vec![], vec![], vec![]);
    for round in 0..12 {
        let (floor, first, second) =
            (start_of_floor(ground)?, start_of_desk(ground, &empty)?, start_of_desk(ground, large)?);
        let began = Instant::now();
        onward::store::unlock(&empty, PASSPHRASE)?;
        // The first round only warms the caches.
        if round > 0 {
            floors.push(floor);
            on_empty.push(first);
            on_large.push(second);
            derived.push(began.elapsed().as_secs_f64() * 1e3);
        }
    }
    sheet.figure("empty store", "ms", median(&on_empty), median(&floors), Target::Times(4.0));
    sheet.figure("large store; floor: the empty one", "ms", median(&on_large), median(&on_empty), Target::Times(1.5));
    sheet.figure("deriving the key", "ms", median(&derived), median(&floors), Target::Most(250.0));
    Ok(())
}

fn start_of_floor(ground: &Ground) -> Result<f64> {
    let file = tempfile::NamedTempFile::new_in(ground.scratch.path())?;
    let mut session = Session::start(&ground.floor, &["rows"], &[("FLOOR_TIMINGS", file.path())])?;
    let ready = session.wait_for("READY")?;
    session.leave()?;
    Ok(milliseconds(milestone(file.path(), "exec")?, ready))
}

pub fn start_of_desk(ground: &Ground, dir: &Path) -> Result<f64> {
    let file = tempfile::NamedTempFile::new_in(ground.scratch.path())?;
    let session = desk(dir, &[], Some(file.path()))?;
    session.leave()?;
    Ok(milliseconds(milestone(file.path(), "key")?, milestone(file.path(), "frame")?))
}

/// The time of the line `name <ns>`.
fn milestone(file: &Path, name: &str) -> Result<u64> {
    let text = fs::read_to_string(file)?;
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.and_then(|ns| ns.parse().ok()).with_context(|| format!("the program told no milestone {name:?}"))
}

#[expect(clippy::cast_precision_loss, reason = "times of milliseconds")]
fn milliseconds(from: u64, to: u64) -> f64 {
    to.saturating_sub(from) as f64 / 1e6
}

/// From a key to the last byte of its frame: Down on the list of people.
pub fn keys(ground: &Ground, sheet: &mut Sheet, small: &Path, large: &Path) -> Result<()> {
    Sheet::head("A key, from being pressed to the last byte of its frame: Down in the list of people");
    let mut sessions = [floor(ground, "rows")?, people(small, &[])?, people(large, &[])?];
    let mut times = [vec![], vec![], vec![]];
    for press in 0..120 {
        for (at, session) in sessions.iter_mut().enumerate() {
            if at > 0 && press % WITHIN == 0 {
                session.press(HOME)?;
            }
            // As people do: no lockstep with any tick.
            thread::sleep(Duration::from_millis(15 + clock() / 1_000 % 20));
            let answer = session.press(if at == 0 { "j" } else { DOWN })?;
            if let (Some(answer), Some(times)) = (answer, times.get_mut(at)) {
                times.push(answer.ms);
            }
        }
    }
    for session in sessions {
        session.leave()?;
    }
    let [floors, on_small, on_large] = &times;
    for (name, times) in [("small store", on_small), ("large store", on_large)] {
        sheet.figure(&format!("{name}, median"), "ms", median(times), median(floors), Target::Times(3.5));
        let (late, usual) = (quantile(times, 0.95), median(times));
        sheet.figure(&format!("{name}, p95; floor: its median"), "ms", late, usual, Target::Times(2.0));
    }
    let (late, usual) = (quantile(floors, 0.95), median(floors));
    Sheet::note(format!("the floor's own p95 is {:.2} times its median in this run", late / usual));
    Ok(())
}

/// Bytes a frame: what a slow line feels.
pub fn bytes(ground: &Ground, sheet: &mut Sheet, large: &Path) -> Result<()> {
    Sheet::head("Bytes of a frame in the list of people, the most of several");
    let (mut bar, mut mark) = (floor(ground, "rows")?, floor(ground, "mark")?);
    let (floor_bar, floor_mark) = (most(&mut bar, "j", WITHIN)?, most(&mut mark, "j", WITHIN)?);
    let mut desk = people(large, &[])?;
    sheet.figure("a row move with the bar", "bytes", most(&mut desk, DOWN, WITHIN)?, floor_bar, Target::Most(212.0));
    let mut marker = people(large, &["--marker"])?;
    let moved = most(&mut marker, DOWN, WITHIN)?;
    sheet.figure("a row move with --marker", "bytes", moved, floor_mark, Target::Most(45.0));
    let page = most(&mut desk, PAGE_DOWN, 8)?;
    sheet.figure("a page", "bytes", page, floor_bar, Target::Most(1_700.0));
    let held = most(&mut desk, &DOWN.repeat(30), 5)?;
    sheet.figure("a key held for 30 presses; floor: a page", "bytes", held, page, Target::Times(2.0));
    for session in [bar, mark, desk, marker] {
        session.leave()?;
    }
    Ok(())
}

/// The most bytes that any of `times` presses of `keys` is answered with.
fn most(session: &mut Session, keys: &str, times: usize) -> Result<f64> {
    let mut most = 0;
    for _ in 0..times {
        most = most.max(session.press(keys)?.map_or(0, |answer| answer.bytes));
    }
    Ok(f64::from(u32::try_from(most)?))
}

/// Memory after work on the large store, and what the desk does when nothing happens.
pub fn rest(ground: &Ground, sheet: &mut Sheet, large: &Path) -> Result<()> {
    const SECONDS: u32 = 20;
    Sheet::head("Memory and rest, on the large store after moving about in the list of people");
    let floor = floor(ground, "rows")?;
    backed_up(large)?;
    let mut desk = people(large, &[])?;
    for key in [DOWN; 30].into_iter().chain([PAGE_DOWN; 10]) {
        desk.press(key)?;
    }
    desk.settle();
    let before = desk.usage()?;
    sheet.figure("resident memory", "MB", before.resident_mb, floor.usage()?.resident_mb, Target::Most(12.0));
    thread::sleep(Duration::from_secs(u64::from(SECONDS)));
    let switches = desk.usage()?.switches.saturating_sub(before.switches);
    let bytes = desk.settle();
    sheet.figure("bytes at rest", "bytes", f64::from(u32::try_from(bytes)?), 0.0, Target::Most(0.0));
    let a_second = f64::from(u32::try_from(switches)?) / f64::from(SECONDS);
    sheet.figure("wake-ups at rest", "/s", a_second, 0.0, Target::Most(0.1));
    floor.leave()?;
    desk.leave()?;
    running(ground, sheet)
}

/// Two minutes of a session that runs: its clock is all that moves.
fn running(ground: &Ground, sheet: &mut Sheet) -> Result<()> {
    let mut room = desk(&room(ground, "running")?, &[], None)?;
    room.go(&["s", " "])?;
    let (frames, bytes) = room.watch(Duration::from_mins(2));
    ensure!(frames > 0, "the clock of the room stands still");
    sheet.figure("redraws in two minutes of the room", "", f64::from(frames), 0.0, Target::Most(2.0));
    let each = bytes / usize::try_from(frames.max(1))?;
    sheet.figure("bytes of one of them", "bytes", f64::from(u32::try_from(each)?), 0.0, Target::Most(100.0));
    room.go(&["\x1b"])?;
    room.leave()
}

/// A copy of the small store, to be written to: with its count of wrong passphrases, without which it waits.
pub fn room(ground: &Ground, name: &str) -> Result<PathBuf> {
    let (small, dir) = (filled("small", 24)?, ground.scratch.path().join(name));
    fs::create_dir_all(&dir)?;
    for name in ["onward.db", "onward.key", "onward.tries"] {
        fs::copy(small.join(name), dir.join(name))?;
    }
    Ok(dir)
}
