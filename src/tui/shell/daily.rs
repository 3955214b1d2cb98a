//! The backup of the day: made beside the desk once it has settled, and only where one is due.

use crate::domain::backup::is_due;
use crate::domain::record::{Failure, Reads};
use crate::store::{OpenFailure, Store, backups};
use crate::tui::shell::events::Event;
use crate::tui::shell::workplace::Progress;
use chrono::{DateTime, FixedOffset};
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::time::Duration;

/// After the desk opened: whoever has four people waiting is not to share the disk with a copy.
const SETTLED: Duration = Duration::from_secs(20);

/// A backup that may be made. Dropping it stops it soon; what was made of it goes.
#[derive(Debug)]
pub struct Daily {
    _stop: Sender<()>,
}

impl Daily {
    /// Makes a backup of `store` later, when one is due at `now`; a failure is told through `events`.
    #[must_use]
    pub fn start(store: &Store, now: DateTime<FixedOffset>, events: Sender<Event>) -> Option<Self> {
        let (stop, stopped) = channel();
        let open = store.later();
        let dir = store.dir().to_owned();
        let work = move || {
            if stopped.recv_timeout(SETTLED) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let made = || -> Result<(), OpenFailure> {
                let made: Vec<_> = backups(&dir)?.iter().map(|backup| backup.name).collect();
                if made.iter().any(|name| name.at.date() == now.date_naive()) {
                    return Ok(());
                }
                let store = open()?;
                if is_due(&made, store.head()?.seq, now.date_naive()) {
                    store.back_up(now.naive_local(), &mut || go_on(&stopped))?;
                }
                Ok(())
            };
            match made() {
                // Another desk makes it.
                Ok(()) | Err(OpenFailure::Store(Failure::Busy)) => {}
                Err(failure) => drop(events.send(Event::Work(Progress::NoBackup(failure)))),
            }
        };
        // Without a thread there is no backup, and the next start tries again.
        std::thread::Builder::new().name("backup".to_owned()).spawn(work).ok()?;
        Some(Self { _stop: stop })
    }
}

fn go_on(stopped: &Receiver<()>) -> ControlFlow<()> {
    match stopped.try_recv() {
        Err(TryRecvError::Empty) => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    }
}
