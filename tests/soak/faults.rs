//! The disk fails at the N-th write, sync or rename, or takes no more: what was there is there, or all of what was
//! to be; never a part of it, and never an answer that says otherwise.

use crate::look::Copy;
use crate::prison::{Answer, Prison};
use crate::work::{Job, entries_around, everything, prison};
use crate::{is_long, random, size, tell, trace};
use std::collections::BTreeMap;
use std::fs;

/// How a call may fail: with an error, or for a write by taking nothing.
fn ways(call: &str) -> &'static [&'static str] {
    match call {
        "write" | "pwrite64" => &["error=EIO", "error=ENOSPC", "retval=0"],
        _ => &["error=EIO", "error=ENOSPC"],
    }
}

/// The calls that may fail: writes, syncs and names.
const FALLIBLE: [&str; 10] = [
    "write",
    "pwrite64",
    "ftruncate",
    "copy_file_range",
    "fsync",
    "fdatasync",
    "rename",
    "renameat2",
    "linkat",
    "mkdir",
];

/// A command that makes more calls of one name than these writes much of the same: then each of them fails in one of
/// the ways, and all ways have their turn.
const ALIKE: usize = 300;

/// A failure to come: the `nth` call of a name, and how.
type Fault = (&'static str, usize, &'static str);

/// How the `nth` of so many calls fails.
fn hows(call: &str, nth: usize, count: usize) -> &'static [&'static str] {
    let ways = ways(call);
    if count > ALIKE { &ways[nth % ways.len()..][..1] } else { ways }
}

/// What the job leaves when nothing fails, and every fault that it can meet.
fn undisturbed(template: &Prison, job: &Job) -> (i64, Vec<Fault>) {
    let prison = template.again();
    (job.prepare)(&prison);
    let log = tempfile::NamedTempFile::new().unwrap();
    let answer = prison.run_by(&trace::recorder(log.path()), &job.line);
    assert_eq!(answer.code, Some(0), "{}: {answer:?}", job.line);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for call in trace::read(log.path()) {
        if let Some(name) = FALLIBLE.iter().find(|name| **name == call.name) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let every = |(name, count)| {
        (1..=count).flat_map(move |nth| hows(name, nth, count).iter().map(move |how| (name, nth, *how)))
    };
    let faults = counts.into_iter().flat_map(every);
    (Copy::sound(&prison.path("store")).entries(), faults.collect())
}

/// What is true after whatever failed.
pub fn is_old_or_new(prison: &Prison, job: &Job, answer: &Answer, (before, after): (i64, i64), what: &str) {
    let what = format!("{} with {what}: {answer:?}", job.line);
    // 4: what was just written does not read as it was meant, and is thrown away.
    assert!(matches!(answer.code, Some(0 | 4 | 5)), "{what}");
    assert!(answer.code == Some(0) || !answer.err.trim().is_empty(), "{what}");
    assert!(!answer.err.contains("os error") && !answer.err.contains("fault of its own"), "{what}");
    let entries = Copy::sound(&prison.path("store")).entries();
    assert!(entries == before || entries == after, "{what}: {before} entries, {after} wanted, {entries} there");
    assert!(answer.code != Some(0) || !job.records || entries == after, "{what}: not done");
    let register = prison.path("register.csv");
    assert!(answer.code != Some(0) || !job.line.contains("register") || register.exists(), "{what}");
    for (name, least) in [("register.csv", 1_000), ("course.ron", 200)] {
        let half = fs::metadata(prison.path(name)).is_ok_and(|file| file.len() < least);
        assert!(!half, "{what}: half of {name}");
    }
    if prison.path("new/onward.db").exists() {
        Copy::sound(&prison.path("new"));
    }
    for copy in onward::store::copies(&prison.path("store")).unwrap() {
        Copy::sound(&copy);
    }
}

/// Whether the job can be done once the disk works again, on what the failure left.
pub fn works_again(prison: &Prison, job: &Job, what: &str, run: &dyn Fn(&str) -> Answer) {
    for left in ["register.csv", "course.ron"] {
        let _ = fs::remove_file(prison.path(left));
    }
    let _ = fs::remove_dir_all(prison.path("new"));
    let answer = run(&job.line);
    // 2: it was done the first time, and cannot be done twice.
    assert!(matches!(answer.code, Some(0 | 2)), "{} after {what}: {answer:?}", job.line);
}

/// Every job, in the short form every fourth, with a prison in which those before it are done.
pub fn templates() -> Vec<(Prison, Job)> {
    let mut prison = prison();
    let mut found = Vec::new();
    for job in everything() {
        let next = prison.again();
        (job.prepare)(&next);
        let answer = next.run(&job.line);
        assert_eq!(answer.code, Some(0), "{}: {answer:?}", job.line);
        (job.clean)(&next);
        found.push((std::mem::replace(&mut prison, next), job));
    }
    found.into_iter().step_by(if is_long() { 1 } else { 4 }).collect()
}

#[test]
fn each_call_that_fails_leaves_the_old_or_the_new() {
    if !trace::is_there() {
        return;
    }
    let mut random = random(2);
    let (mut tried, mut told) = (0, BTreeMap::new());
    for (template, job) in templates() {
        let before = Copy::sound(&template.path("store")).entries();
        let (after, mut faults) = undisturbed(&template, &job);
        if !is_long() {
            random.shuffle(&mut faults);
            faults.truncate(2);
        }
        for (call, nth, how) in faults {
            let prison = template.again();
            (job.prepare)(&prison);
            let what = format!("{how} at the {nth}. {call}");
            let answer = prison.run_by(&trace::saboteur(call, nth, how), &job.line);
            is_old_or_new(&prison, &job, &answer, (before, after), &what);
            works_again(&prison, &job, &what, &|line| prison.run(line));
            *told.entry(answer.code.unwrap()).or_insert(0) += 1;
            tried += 1;
        }
    }
    tell(&format!("faults: {tried} writes, syncs and names that failed, by exit code {told:?}"));
}

#[test]
fn a_write_that_is_cut_short_leaves_the_old_or_the_new() {
    let mut random = random(22);
    let mut tried = 0;
    for (template, job) in templates() {
        let (before, after) = entries_around(&template, &job);
        for _ in 0..size(1, 40) {
            let prison = template.again();
            (job.prepare)(&prison);
            // No file may become longer: the write that would is cut short, and the next one fails.
            let most = random.between(1, 400_000).to_string();
            let limited = r#"trap "" XFSZ; most="$1"; shift; exec prlimit --fsize="$most" "$@""#;
            let runner = ["sh", "-c", limited, "limited", &most].map(str::to_owned);
            let answer = prison.run_by(&runner, &job.line);
            is_old_or_new(&prison, &job, &answer, (before, after), &format!("files of {most} bytes"));
            works_again(&prison, &job, &most, &|line| prison.run(line));
            tried += 1;
        }
    }
    tell(&format!("faults: {tried} times no file could become longer than some bytes"));
}
