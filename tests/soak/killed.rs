//! Killed while marks are made: every mark that was shown is there, in whole steps, and the record is sound.

use crate::look::{Copy, copy_store, mark_keys, shown};
use crate::prison::Prison;
use crate::{random, size, tell};
use onward::domain::random::Random;
use std::time::{Duration, Instant};

/// Marks that need nothing typed; each pass over the four people makes another one.
pub const CODES: [char; 7] = ['P', 'X', 'C', 'I', 'V', 'D', 'F'];

/// A store with many entries takes long to verify: after so many cycles another one begins.
const CYCLES: u32 = 25;

/// The room after the first `made` marks of passes that begin with the code at `first`.
pub fn after(before: &[char], first: usize, made: usize) -> Vec<char> {
    let mut marks = before.to_vec();
    for nth in 0..made {
        marks[nth % before.len()] = CODES[(first + nth / before.len()) % CODES.len()];
    }
    marks
}

/// Types marks into the room until `time` is over, then kills the desk; what it showed last.
fn mark_until_killed(prison: &Prison, first: usize, random: &mut Random) -> Vec<char> {
    let mut desk = prison.desk();
    desk.press("s", "of 4 here");
    let time = Duration::from_millis(random.between(0, 200).into());
    let begun = Instant::now();
    for pass in 0.. {
        for row in 0..4 {
            // Alone, or so many at once that they are one frame.
            let pause = Duration::from_millis(random.below(9).into());
            std::thread::sleep(pause.min(time.saturating_sub(begun.elapsed())));
            if begun.elapsed() >= time {
                desk.power_cut();
                return shown(desk.screen());
            }
            desk.type_text(&mark_keys(row, CODES[(first + pass) % CODES.len()]));
        }
    }
    unreachable!("passes do not end")
}

#[test]
fn what_was_shown_survives_kill() {
    let template = Prison::in_session();
    let (mut random, cycles) = (random(1), size(4, 1_000));
    let (mut seen, mut kept) = (0, 0);
    let mut prison = Prison::new();
    copy_store(&template.path("store"), &prison.path("store"));
    let mut first = 0;
    for cycle in 0..cycles {
        if cycle > 0 && cycle % CYCLES == 0 {
            prison = Prison::new();
            copy_store(&template.path("store"), &prison.path("store"));
            first = 0;
        }
        let before = Copy::sound(&prison.path("store"));
        let shown = mark_until_killed(&prison, first, &mut random);
        let found = Copy::sound(&prison.path("store"));

        let made = usize::try_from(found.entries() - before.entries()).unwrap();
        let marks = before.marks();
        assert_eq!(found.marks(), after(&marks, first, made), "cycle {cycle}: whole marks in their order");
        let drawn = (0..=made).find(|drawn| after(&marks, first, *drawn) == shown);
        assert!(drawn.is_some(), "cycle {cycle}: {shown:?} was shown, {:?} is there", found.marks());
        seen += drawn.unwrap();
        kept += made;
        first = (first + made.div_ceil(4)) % CODES.len();
    }
    assert!(seen > 0, "no mark was ever shown");
    tell(&format!("killed: {cycles} cycles, {seen} marks shown, {kept} kept, none lost"));
}
