//! Two desks that record at the same time: nobody's mark is lost, nobody waits long.

use crate::look::{Copy, mark_keys};
use crate::prison::Prison;
use crate::terminal::Terminal;
use crate::{size, tell};
use std::time::{Duration, Instant};

/// The most that one desk may wait for the other.
const MOST: Duration = Duration::from_secs(5);

/// Goes over the four people with these codes until so many marks are made; the longest that one pass took.
fn mark(desk: &mut Terminal, codes: [char; 3], marks: u32) -> Duration {
    let mut longest = Duration::ZERO;
    for pass in 0..marks / 4 {
        let begun = Instant::now();
        let code = codes[usize::try_from(pass).unwrap() % codes.len()];
        // The last key opens the help and closes it: it is answered when the marks are made.
        let keys: String = (0..4).map(|row| mark_keys(row, code)).collect();
        desk.press(&format!("{keys}?"), "Keys");
        desk.type_text("?");
        desk.wait_until("room", |screen| !screen.contents().contains("Keys"));
        longest = longest.max(begun.elapsed());
    }
    longest
}

#[test]
fn two_desks_make_as_many_entries_as_marks() {
    let prison = Prison::in_session();
    let before = Copy::sound(&prison.path("store")).entries();
    let marks = size(40, 500);
    // Codes that the other does not use: each key changes something.
    let longest = std::thread::scope(|scope| {
        let desks = [['p', 'x', 'c'], ['i', 'v', 'd']].map(|codes| {
            let prison = &prison;
            scope.spawn(move || {
                let mut desk = prison.desk();
                desk.press("s", "of 4 here");
                mark(&mut desk, codes, marks)
            })
        });
        desks.map(|desk| desk.join().unwrap()).into_iter().max().unwrap()
    });
    let found = Copy::sound(&prison.path("store"));
    assert_eq!(found.entries() - before, i64::from(2 * marks));
    assert!(longest < MOST, "{longest:?} for four marks");
    tell(&format!("two: {} entries of two desks, four marks took {longest:?} at most", 2 * marks));
}
