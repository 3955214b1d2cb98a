//! An audit beside the desk: it tells how far it is, and then what it found.

use crate::domain::record::Failure;
use crate::store::Store;
use crate::tui::shell::beside::Beside;
use crate::tui::shell::events::Event;
use crate::tui::shell::workplace::Progress;
use std::ops::ControlFlow;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Sender;

/// Starts to audit the record as it stands now.
///
/// # Errors
/// When the store cannot be opened once more, or there are no threads left.
pub fn start(store: &Store, events: Sender<Event>) -> Result<Beside, Failure> {
    let store = store.beside()?;
    Beside::start("audit", move |stop| {
        let audited = store.audit(None, &mut |rows| {
            let _ = events.send(Event::Work(Progress::Checked(rows)));
            if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let _ = events.send(Event::Work(Progress::Audited(audited)));
    })
}
