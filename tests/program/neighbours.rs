//! Two desks on one store: each sees the other's marks by itself, and nobody's are lost.

use crate::prison::Prison;
use std::time::{Duration, Instant};

/// The most that a mark may take to the other screen.
const SEEN: Duration = Duration::from_secs(2);

#[test]
fn a_mark_shows_on_the_other_desk_by_itself() {
    let prison = Prison::new();
    let filled = prison.run("--passphrase-file passphrase demo --fill store --people 24 --lang en");
    assert_eq!((filled.code, filled.err.as_str()), (Some(0), ""), "{filled:?}");
    let (mut one, mut other) = (prison.desk(), prison.desk());
    one.press("s", "0 of 4 here");
    other.press("s", "0 of 4 here");
    one.press("p", "1 of 4 here");
    let marked = Instant::now();
    other.wait_for("1 of 4 here");
    assert!(marked.elapsed() < SEEN, "{:?}", marked.elapsed());

    one.power_cut();
    other.power_cut();
    let verified = prison.run("--lang en --data store --passphrase-file passphrase verify");
    assert_eq!(verified.code, Some(0), "{verified:?}");
}
