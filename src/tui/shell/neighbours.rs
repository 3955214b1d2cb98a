//! Other desks on the same store: a change of its files wakes this one, which then looks whether it was another
//! that made it.

use crate::tui::shell::events::Event;
use crate::tui::shell::notices::{Ear, Notices};
use std::io;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// A recording writes several times: it is told once, and well within two seconds.
const GATHERS: Duration = Duration::from_millis(150);

/// What is watched begins with this: the database and its log.
const OURS: &[u8] = b"onward.db";

/// Tells `events` whenever the store in `dir` is written, by whomever.
///
/// # Errors
/// When the system watches no more.
pub fn watch(dir: &Path, events: Sender<Event>) -> io::Result<Notices> {
    let ear = Ear {
        folders: vec![dir.to_owned()],
        is_meant: |name| name.starts_with(OURS),
        at_once: false,
        gathers: GATHERS,
        event: || Event::Neighbour,
    };
    Notices::listen(ear, events)
}
