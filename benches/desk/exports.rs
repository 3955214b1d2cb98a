//! Writing a million marks, beside what SQLite's own shell needs for the same join unencrypted.

use crate::ground::{Ground, ONWARD, PASSPHRASE, filled, kept, passphrase_file};
use crate::pty::usage;
use crate::sheet::{Sheet, Target, median};
use anyhow::{Context, Result, ensure};
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The columns and the order of the register of all groups.
const JOIN: &str = "SELECT g.code, s.plan + 1 AS session, s.date, s.time, p.reference, p.given, p.family,
      m.code AS mark, m.minutes, m.caught_up_on, m.more, m.note
    FROM grp g CROSS JOIN session s ON s.grp = g.id CROSS JOIN mark m ON m.session = s.id
      CROSS JOIN person p ON p.id = m.person
    ORDER BY g.code, s.plan, s.date, s.time, s.id, p.reference";

/// Rounds of each.
const ROUNDS: usize = 5;

/// CSV and JSON of the large store, XLSX of a tenth of it.
pub fn exports(ground: &Ground, sheet: &mut Sheet, large: &Path) -> Result<()> {
    Sheet::head(
        "Export of 1,000,000 marks, key derivation included; the floor is sqlite3 on an unencrypted copy; no disk is waited for",
    );
    if Command::new("sqlite3").arg("-version").stdout(Stdio::null()).status().is_ok_and(|status| status.success()) {
        let plain = plain_copy(large)?;
        for (format, option) in [("csv", "-csv"), ("json", "-json")] {
            let (mut ours, mut theirs) = (vec![], vec![]);
            for _ in 0..ROUNDS {
                at_hand(&large.join("onward.db"))?;
                ours.push(timed(export(ground, large, "register", format)?)?);
                at_hand(&plain)?;
                theirs.push(timed(shell(ground, &plain, option, JOIN)?)?);
            }
            sheet.figure(format, "s", median(&ours), median(&theirs), Target::Times(0.75));
        }
    } else {
        Sheet::note("!!! sqlite3 is not installed: the exports have no floor and are NOT measured !!!");
    }
    xlsx(ground, sheet)
}

/// Reads a file, so that the system has it at hand: what of it is still there from before is luck, and what a disk
/// takes is not compared.
fn at_hand(file: &Path) -> Result<()> {
    io::copy(&mut File::open(file)?, &mut io::sink())?;
    Ok(())
}

/// The store without encryption, for the shell of SQLite; kept between runs.
pub fn plain_copy(store: &Path) -> Result<std::path::PathBuf> {
    let plain = kept("plain.db");
    if !plain.exists() {
        let key = onward::store::unlock(store, PASSPHRASE)?.key;
        let db = rusqlite::Connection::open(store.join("onward.db"))?;
        db.execute_batch(&key.pragma())?;
        let aside = kept("plain.making");
        drop(fs::remove_file(&aside));
        db.execute("ATTACH DATABASE ? AS plain KEY ''", [aside.to_string_lossy()])?;
        db.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(()))?;
        db.execute_batch("DETACH DATABASE plain")?;
        fs::rename(aside, &plain)?;
    }
    Ok(plain)
}

/// A report of all groups, on its way into a file.
pub fn export(ground: &Ground, store: &Path, report: &str, format: &str) -> Result<Child> {
    let child = Command::new(ONWARD)
        .args(["export", report, "--all", "--format", format, "--force", "--output"])
        .arg(ground.scratch.path().join("report"))
        .arg("--data")
        .arg(store)
        .arg("--passphrase-file")
        .arg(passphrase_file())
        .stdout(Stdio::null())
        .spawn()?;
    Ok(child)
}

/// The same out of SQLite's own shell.
pub fn shell(ground: &Ground, plain: &Path, option: &str, query: &str) -> Result<Child> {
    let out = File::create(ground.scratch.path().join("shell"))?;
    Command::new("sqlite3").args([option, "-header"]).arg(plain).arg(query).stdout(out).spawn().context("sqlite3")
}

/// Seconds until a program has ended well.
pub fn timed(mut child: Child) -> Result<f64> {
    let began = Instant::now();
    ensure!(child.wait()?.success(), "the export failed");
    Ok(began.elapsed().as_secs_f64())
}

/// The most memory while a workbook is written, after what the passphrase took was given back.
fn xlsx(ground: &Ground, sheet: &mut Sheet) -> Result<()> {
    let store = filled("medium", 10_000)?;
    let (mut short, mut peak) =
        (peak_of(ground, &ground.empty()?, "register", "xlsx")?, peak_of(ground, &store, "register", "xlsx")?);
    if short.is_nan() || peak.is_nan() {
        // It was over between two looks: once more.
        (short, peak) =
            (peak_of(ground, &ground.empty()?, "register", "xlsx")?, peak_of(ground, &store, "register", "xlsx")?);
    }
    sheet.figure("xlsx of 100,000 marks; floor: of none", "MB", peak, short, Target::Most(16.0));
    Ok(())
}

/// The most memory that is held while a report is written, after the passphrase was stretched, in MB; not a number where
/// it was over too soon.
pub fn peak_of(ground: &Ground, store: &Path, report: &str, format: &str) -> Result<f64> {
    /// More than this is held while the passphrase is stretched.
    const STRETCHING: f64 = 40.0;
    /// Looks in a row at which no less is held than before, until all that took is given back.
    const STEADY: u8 = 4;
    let mut child = export(ground, store, report, format)?;
    let (mut stretched, mut steady, mut last, mut peak) = (false, 0, 0.0, f64::NAN);
    while child.try_wait()?.is_none() {
        let now = usage(child.id()).map_or(0.0, |usage| usage.resident_mb);
        stretched |= now > STRETCHING;
        // What that took is given back over several looks.
        steady = if stretched && now < STRETCHING && now >= last { steady + 1 } else { 0 };
        if now > 0.0 && (steady >= STEADY || !peak.is_nan()) {
            (peak, steady) = (peak.max(now), STEADY);
        }
        last = now;
        thread::sleep(Duration::from_millis(1));
    }
    ensure!(child.wait()?.success(), "the export failed");
    Ok(peak)
}
