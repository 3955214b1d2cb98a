//! The files that a trainer works on, in an editor beside the desk: each time one is saved the desk is told.

use crate::tui::shell::events::Event;
use crate::tui::shell::notices::{Ear, Notices};
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// Most editors close what they have written, or put a new file in place of the old, and both are told at once.
/// For one that does neither this is well within a tenth of a second.
const GATHERS: Duration = Duration::from_millis(50);

/// Tells `events` whenever a file of trainers in one of `folders` is saved, renamed or deleted.
///
/// # Errors
/// When the system watches no more.
pub fn follow(folders: &[PathBuf], events: Sender<Event>) -> io::Result<Notices> {
    let ear = Ear {
        folders: folders.to_owned(),
        // Editors keep copies of their own beside it, whose names begin with a dot or end in something else.
        is_meant: |name| !name.starts_with(b".") && name.to_ascii_lowercase().ends_with(b".ron"),
        at_once: true,
        gathers: GATHERS,
        event: || Event::Saved,
    };
    Notices::listen(ear, events)
}
