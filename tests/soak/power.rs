//! The power goes right after something was acknowledged: whatever was not synced is gone, and what was
//! acknowledged is there all the same.

use crate::disk::Disk;
use crate::killed::{CODES, after};
use crate::look::{Copy, mark_keys, shown};
use crate::prison::{OPEN, PROGRAM, Prison};
use crate::work::{Job, WHO, everything};
use crate::{size, tell, trace};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Marks in one sitting: more would be shown no better than two at a time.
const MARKS: usize = 8;

/// What the commands of a round and its sitting have left after a power cut.
struct Cut {
    prison: Prison,
    /// What was acknowledged so far.
    acknowledged: u32,
}

/// Everything but the database with its companions and the count of wrong passphrases: by name.
fn other_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(other_files(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else if !(name.starts_with("onward.db-") || name == "onward.tries" || name == ".lock") {
            found.insert(name, fs::read(path).unwrap());
        }
    }
    found.retain(|name, _| !matches!(name.as_str(), "store/onward.db" | "new/onward.db"));
    found
}

/// Everything that is in the folder is in what the power cut left.
fn is_all_there(prison: &Prison, left: &Prison, what: &str) {
    for store in ["store", "new"].into_iter().filter(|store| prison.path(store).exists()) {
        let [whole, kept] = [prison, left].map(|prison| Copy::sound(&prison.path(store)).audit.head);
        assert_eq!(kept, whole, "{what}: {store}");
    }
    let kept = other_files(&left.path(""));
    for (name, bytes) in other_files(&prison.path("")) {
        assert!(kept.get(&name) == Some(&bytes), "{what}: {name} is not there, or not whole");
    }
}

impl Cut {
    /// Does the job, and loses everything that was not synced when it said that it was done.
    fn after_job(mut self, job: &Job) -> Self {
        (job.prepare)(&self.prison);
        let log = tempfile::NamedTempFile::new().unwrap();
        let mut disk = Disk::of(&self.prison.path(""));
        let answer = self.prison.run_by(&trace::recorder(log.path()), &job.line);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{}: {answer:?}", job.line);
        for call in trace::read(log.path()) {
            disk.apply(&call);
        }
        let left = Prison::new();
        disk.leave(&left.path(""));
        is_all_there(&self.prison, &left, &job.line);
        self.acknowledged += 1;
        (job.clean)(&left);
        Self { prison: left, ..self }
    }

    /// Sits down to some marks; at each frame that shows another one the power is cut.
    fn after_marks(mut self, first: usize) -> Self {
        let log = tempfile::NamedTempFile::new().unwrap();
        let mut disk = Disk::of(&self.prison.path(""));
        let before = Copy::sound(&self.prison.path("store"));
        self.sit_down(first, log.path());

        let (marks, mut seen) = (before.marks(), before.marks());
        let mut emulator = vt100::Parser::default();
        for call in trace::read(log.path()) {
            let Some(frame) = disk.apply(&call) else { continue };
            emulator.process(&frame);
            let shown = shown(emulator.screen());
            if shown.len() != marks.len() || shown == seen {
                continue;
            }
            let left = Prison::new();
            disk.leave(&left.path(""));
            let found = Copy::sound(&left.path("store"));
            let made = usize::try_from(found.entries() - before.entries()).unwrap();
            assert_eq!(found.marks(), after(&marks, first, made));
            let drawn = (0..=made).find(|drawn| after(&marks, first, *drawn) == shown);
            assert!(drawn.is_some(), "{shown:?} was shown, {:?} is there", found.marks());
            seen = shown;
            self.acknowledged += 1;
            self.prison = left;
        }
        self
    }

    fn sit_down(&self, first: usize, log: &Path) {
        let recorder = trace::recorder(log);
        let line: Vec<&str> = recorder.iter().map(String::as_str).chain([PROGRAM]).chain(OPEN).chain(WHO).collect();
        let mut desk = self.prison.terminal_of(&line, &[]);
        desk.wait_for("Sessions today");
        desk.press("s", "of 4 here");
        for nth in 0..MARKS {
            let code = CODES[(first + nth / 4) % CODES.len()];
            desk.type_text(&mark_keys(nth % 4, code));
            desk.wait_until("mark", |screen| shown(screen).get(nth % 4) == Some(&code));
        }
        desk.press("\u{1b}", "Sessions today");
        desk.type_text("q");
        assert_eq!(desk.wait_for_end(crate::terminal::PATIENCE), 0);
    }
}

#[test]
fn what_was_acknowledged_survives_a_power_cut() {
    if !trace::is_there() {
        return;
    }
    let jobs = everything();
    // In the short form one sitting and every third command.
    let (rounds, step) = (size(1, 10), if crate::is_long() { 1 } else { 4 });
    let mut cut = Cut { prison: crate::work::prison(), acknowledged: 0 };
    for round in 0..usize::try_from(rounds).unwrap() {
        cut = cut.after_marks(round * MARKS / 4);
        for job in jobs.iter().filter(|job| step == 1 || !job.line.contains("restore")).skip(round % step).step_by(step)
        {
            cut = cut.after_job(job);
        }
    }
    tell(&format!("power: cut after each of {} acknowledged commands and marks, none lost", cut.acknowledged));
}
