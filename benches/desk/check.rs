//! Checking a folder of courses, beside only loading them.

use crate::sheet::{Sheet, Target, median};
use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use onward::catalogue;
use onward::domain::programme::Programme;
use ron::extensions::Extensions;
use std::fs;
use std::time::Instant;

/// A whole course of ten sessions, with its revision, in two languages.
const COURSE: &str = include_str!("../../programmes/planning-for-resettlement.ron");
const FILES: usize = 1_000;
const ROUNDS: usize = 3;

/// A folder of a thousand courses, every fault of which is looked for; the floor is ron alone on the same bytes, which
/// it finds in memory.
pub fn check(sheet: &mut Sheet) -> Result<()> {
    Sheet::head("Checking 1,000 programmes of ten sessions; floor: ron's parse of the same bytes");
    let today: NaiveDate = "2026-11-24".parse()?;
    let folder = tempfile::tempdir()?;
    let texts: Vec<String> =
        (0..FILES).map(|number| COURSE.replacen("-resettlement\"", &format!("-{number}\""), 1)).collect();
    for (number, text) in texts.iter().enumerate() {
        fs::write(folder.path().join(format!("course-{number}.ron")), text)?;
    }
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let (mut floors, mut checked) = (vec![], vec![]);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for text in &texts {
            let programme: Programme = options.from_str(text).context("the course does not load")?;
            std::hint::black_box(programme);
        }
        floors.push(start.elapsed().as_secs_f64() * 1_000.0);
        let start = Instant::now();
        let found = catalogue::each(folder.path(), today, |checked| checked.content.map(|_| checked.findings));
        checked.push(start.elapsed().as_secs_f64() * 1_000.0);
        ensure!(found.len() == FILES && found.iter().all(|file| file.as_ref().is_some_and(Vec::is_empty)));
    }
    sheet.figure("a folder checked, median", "ms", median(&checked), median(&floors), Target::Times(2.0));
    Ok(())
}
