//! A full disk: it is said, what was there is there or all of what was to be, and with room it works again.

use crate::faults::{is_old_or_new, templates, works_again};
use crate::look::{Copy, copy_store, shown};
use crate::old::made_old;
use crate::prison::{Answer, OPEN, PROGRAM, Prison};
use crate::small::Small;
use crate::work::{Job, entries_around};
use crate::{size, tell};
use std::path::Path;

/// More than anything here needs.
const MOST: u64 = 900 * 1024;

/// The prison once more, on the small disk.
fn on_it(template: &Prison, disk: &Small) -> Prison {
    let prison = Prison::within(&disk.path());
    copy_store(&template.path(""), &prison.path(""));
    prison
}

/// So many amounts of room, from nothing to enough.
fn rooms() -> impl Iterator<Item = u64> {
    let count = u64::from(size(2, 40));
    // More often where it is tight.
    (0..count).map(move |nth| (MOST * nth * nth / (count * count)).next_multiple_of(4096))
}

fn says_so(answer: &Answer, what: &str) {
    assert!(answer.code != Some(5) || answer.err.to_lowercase().contains("the disk is full"), "{what}: {answer:?}");
}

/// Does the job with so much room, then with enough; whether the first was too little.
fn tried(disk: &Small, template: &Prison, job: &Job, entries: (i64, i64), room: u64) -> bool {
    let prison = on_it(template, disk);
    (job.prepare)(&prison);
    disk.fill(room);
    let what = format!("{room} bytes of room");
    let answer = prison.run_by(&disk.runner(&prison), &job.line);
    says_so(&answer, &what);
    is_old_or_new(&prison, job, &answer, entries, &what);
    disk.make_room();
    if answer.code == Some(0) {
        // What it left would take the room of doing it once more.
        (job.clean)(&prison);
    }
    works_again(&prison, job, &what, &|line| prison.run_by(&disk.runner(&prison), line));
    answer.code != Some(0)
}

#[test]
fn whatever_is_written_to_a_full_disk_leaves_the_old_or_the_new() {
    let Some(disk) = Small::of(2) else { return };
    // A store of invented people beside the one that is there: its log alone grows to three mebibytes.
    let Some(larger) = Small::of(6) else { return };
    let (mut runs, mut full) = (0, 0);
    for (template, job) in templates() {
        let entries = entries_around(&template, &job);
        let disk = if job.line.contains("--fill") { &larger } else { &disk };
        for room in rooms() {
            full += u32::from(tried(disk, &template, &job, entries, room));
            runs += 1;
        }
    }
    assert!(full > 0);
    tell(&format!("full: {runs} commands on a disk of 2 or 6 MiB, {full} of them without room enough"));
}

#[test]
fn a_store_that_finds_no_room_to_become_newer_stays_as_it_is() {
    let Some(disk) = Small::of(2) else { return };
    let template = Prison::with(24);
    made_old(&template);
    let before = std::fs::read(template.path("store/onward.db")).unwrap();
    let line = format!("{} verify", OPEN.join(" "));
    let mut full = 0;
    for room in rooms() {
        let prison = on_it(&template, &disk);
        disk.fill(room);
        let answer = prison.run_by(&disk.runner(&prison), &line);
        assert!(matches!(answer.code, Some(0 | 5)), "{room}: {answer:?}");
        says_so(&answer, &room.to_string());
        full += u32::from(answer.code == Some(5));
        disk.make_room();
        let answer = prison.run_by(&disk.runner(&prison), &line);
        assert_eq!(answer.code, Some(0), "{room}: {answer:?}");
    }
    assert!(full > 0 && std::fs::read(template.path("store/onward.db")).unwrap() == before);
    tell(&format!("full: an older store became newer, {full} times only when there was room"));
}

#[test]
fn a_mark_that_finds_no_room_is_not_shown_and_is_made_when_there_is_some() {
    let Some(disk) = Small::of(2) else { return };
    let template = Prison::in_session();
    // Closed in good order there is no log that has its room already.
    assert_eq!(template.run(&format!("{} verify", OPEN.join(" "))).code, Some(0));
    let prison = on_it(&template, &disk);
    let store = prison.path("store");
    let runner = disk.runner(&prison);
    let line: Vec<&str> = runner.iter().map(String::as_str).chain([PROGRAM]).chain(OPEN).collect();
    let mut room = prison.terminal_of(&line, &[]);
    room.wait_for("Sessions today");
    room.press("s", "of 4 here");
    let entries = |store: &Path| Copy::sound(store).entries();
    let before = entries(&store);
    disk.fill(0);
    room.press("\u{1b}[Hx", "The disk is full");
    assert_eq!(shown(room.screen())[0], '.');
    assert_eq!(entries(&store), before);
    disk.make_room();
    room.type_text("\u{1b}[Hx");
    room.wait_until("mark", |screen| shown(screen).first() == Some(&'X'));
    assert_eq!(entries(&store), before + 1);
}
