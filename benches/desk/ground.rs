//! What the measures stand on: the programs, and the stores that are kept between runs.

use crate::sheet::{Sheet, Target};
use anyhow::{Context, Result, ensure};
use chrono::{DateTime, Local};
use onward::demo;
use onward::domain::record::{Reads, Records, Stamp};
use onward::store::{self, Cost, Store, system_random};
use onward::tui::shell::clock::now;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The program under test.
pub const ONWARD: &str = env!("CARGO_BIN_EXE_onward");

/// Puts the program there as `cargo build --release` makes it. For a bench cargo builds it with what the tests need
/// of its libraries too: most of its functions are then called otherwise than the list says by which they are laid
/// together.
pub fn build_as_everybody_does() -> Result<()> {
    let built = Command::new(env!("CARGO")).args(["build", "--release", "--locked", "--quiet"]).status()?;
    ensure!(built.success(), "the program could not be built");
    Ok(())
}
/// Where everything of the benches is: on the disk of the build, kept between runs.
const HOME: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/desk");
pub const PASSPHRASE: &str = "a long enough passphrase for benches";
const FLOOR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/desk/floor.c");

/// Programs and stores.
#[derive(Debug)]
pub struct Ground {
    pub floor: PathBuf,
    /// What every measure may write into; gone at the end.
    pub scratch: tempfile::TempDir,
}

impl Ground {
    /// Compiles the floor.
    pub fn prepare() -> Result<Self> {
        fs::create_dir_all(HOME)?;
        fs::write(passphrase_file(), format!("{PASSPHRASE}\n"))?;
        let scratch = tempfile::tempdir_in(HOME)?;
        let floor = scratch.path().join("floor");
        let compiled = Command::new("cc").arg("-O2").arg(FLOOR).arg("-o").arg(&floor).status();
        ensure!(compiled.context("cc, the C compiler, is needed")?.success(), "the floor does not compile");
        Ok(Self { floor, scratch })
    }

    /// A store without anything in it.
    pub fn empty(&self) -> Result<PathBuf> {
        let dir = self.scratch.path().join("empty");
        if !store::exists(&dir)? {
            Store::create(&dir, "Bench", PASSPHRASE, Cost::default(), &mut system_random)?;
        }
        Ok(dir)
    }
}

/// The file with the passphrase of every store.
pub fn passphrase_file() -> PathBuf {
    Path::new(HOME).join("passphrase")
}

/// A file of the benches that is kept between runs.
pub fn kept(name: &str) -> PathBuf {
    Path::new(HOME).join(name)
}

/// A store with `people` invented people, made by the program unless an earlier run of the day has left it: yesterday's
/// has no session today.
pub fn filled(name: &str, people: u32) -> Result<PathBuf> {
    let (dir, made) = (kept(name), kept(&format!("{name}.made")));
    let day = |made: fs::Metadata| Ok(DateTime::<Local>::from(made.modified()?).date_naive());
    let of_today = made.metadata().and_then(day).is_ok_and(|day| day == now().date_naive());
    // One of another version may not open any more.
    let opened = || store::unlock(&dir, PASSPHRASE).and_then(|unlocked| Store::open(&dir, &unlocked));
    if of_today && opened().is_ok() {
        return Ok(dir);
    }
    drop(fs::remove_dir_all(&dir));
    drop(fs::remove_file(kept("plain.db")));
    let (wall, work) = fill(&dir, people)?;
    fs::write(made, format!("{wall} {work}"))?;
    Ok(dir)
}

/// Makes the backup of the day, where there is none: the desk would make it while it is watched at rest.
pub fn backed_up(store: &Path) -> Result<()> {
    let today = now().date_naive();
    if store::backups(store)?.iter().any(|backup| backup.name.at.date() == today) {
        return Ok(());
    }
    let mut making = Command::new(ONWARD);
    making.arg("backup").arg("--data").arg(store).arg("--passphrase-file").arg(passphrase_file());
    ensure!(making.stdout(Stdio::null()).status()?.success(), "no backup could be made");
    Ok(())
}

/// A store with the small desk and `people` more, nearly all of whom are still there for months.
pub fn crowd(people: u32) -> Result<PathBuf> {
    let (dir, now) = (filled("crowd", 24)?, now());
    let mut store = Store::open(&dir, &store::unlock(&dir, PASSPHRASE)?)?;
    let mut there = 0;
    store.each_applicant(now.date_naive(), &mut |_| there += 1)?;
    if there < people / 2 {
        let stamp = Stamp { actor: "Bench".to_owned(), at: now };
        store.filling(true)?;
        for entries in demo::people_only(7, now, people).chunks(4_000) {
            store.record(entries, &stamp)?;
        }
        store.filling(false)?;
    }
    Ok(dir)
}

/// Wall and processor seconds that filling took.
fn fill(dir: &Path, people: u32) -> Result<(f64, f64)> {
    let started = Instant::now();
    let mut child = Command::new(ONWARD)
        .args(["demo", "--fill"])
        .arg(dir)
        .args(["--people", &people.to_string(), "--passphrase-file"])
        .arg(passphrase_file())
        .stdout(Stdio::null())
        .spawn()?;
    let mut work = 0.0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        work = processor_seconds(child.id()).unwrap_or(work);
        std::thread::sleep(Duration::from_millis(50));
    };
    ensure!(status.success(), "the store could not be filled");
    Ok((started.elapsed().as_secs_f64(), work))
}

/// Seconds of processor that a process has had.
fn processor_seconds(id: u32) -> Option<f64> {
    let mut nanoseconds = 0.0;
    for task in fs::read_dir(format!("/proc/{id}/task")).ok()? {
        let said = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
        nanoseconds += said.split_whitespace().next()?.parse::<f64>().ok()?;
    }
    (nanoseconds > 0.0).then_some(nanoseconds / 1e9)
}

/// The large store, and what making it took.
pub fn large(sheet: &mut Sheet) -> Result<PathBuf> {
    let dir = filled("large", 100_000)?;
    let said = fs::read_to_string(kept("large.made"))?;
    let mut seconds = said.split_whitespace().filter_map(|number| number.parse().ok());
    let (wall, work): (f64, f64) = (seconds.next().unwrap_or(0.0), seconds.next().unwrap_or(0.0));
    Sheet::head("demo --fill of 100,000 people; its floor is the processor time it took, what is more is waiting");
    Sheet::note(format!("kept in {}: remove it to make it anew", dir.display()));
    sheet.figure("made in", "s", wall, work, Target::Most(180.0));
    Ok(dir)
}
