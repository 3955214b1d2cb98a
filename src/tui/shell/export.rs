//! An export beside the desk: its own thread and its own connection; it tells how far it is and can be stopped.

use crate::domain::record::{Failure, Reads};
use crate::i18n::Words;
use crate::report::file::{self, write_new};
use crate::report::{self, Fault, Ground, Request, Watch};
use crate::say;
use crate::store::{OpenFailure, Store};
use crate::tui::shell::clock;
use crate::tui::shell::events::Event;
use crate::tui::shell::workplace::Progress;
use chrono::{DateTime, FixedOffset};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

/// What is to be written, where.
#[derive(Debug)]
pub struct Order {
    pub request: Request,
    pub path: PathBuf,
    pub force: bool,
    pub now: DateTime<FixedOffset>,
    /// What is printed at its foot.
    pub foot: Vec<String>,
}

/// An export that is being written. Dropping it stops it and waits until nothing half-written is left.
#[derive(Debug)]
pub struct Export {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Export {
    /// Starts to write.
    ///
    /// # Errors
    /// When the store cannot be opened once more, or there are no threads left.
    pub fn start(order: Order, store: &Store, words: Words, events: Sender<Event>) -> Result<Self, Failure> {
        let reader = store.reader().map_err(|failure| match failure {
            OpenFailure::Store(failure) => failure,
            other => Failure::Disk(other.to_string()),
        })?;
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = move || {
            let ended = write(&order, reader.as_ref(), &words, &events, &stopped);
            let said = match ended {
                Ok(()) => Ok(say!(words, "export-done", place = order.path.display().to_string())),
                Err(fault) => Err(fault.say(&words)),
            };
            let _ = events.send(Event::Work(Progress::Ended(said)));
        };
        let builder = std::thread::Builder::new().name("export".to_owned());
        let thread = builder.spawn(work).map_err(|error| Failure::Disk(error.to_string()))?;
        Ok(Self { stop, thread: Some(thread) })
    }

    /// Stops it soon; it then says that it was stopped.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Export {
    fn drop(&mut self) {
        self.stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn write(
    order: &Order,
    reader: &dyn Reads,
    words: &Words,
    events: &Sender<Event>,
    stop: &AtomicBool,
) -> Result<(), Fault> {
    let scratch = Some(file::directory(&order.path).to_owned());
    let request = Request { scratch, ..order.request.clone() };
    let ground = Ground { reads: reader, words, now: order.now, zone: &clock::zone, stop, foot: &order.foot };
    let mut told = |lines| drop(events.send(Event::Work(Progress::Lines(lines))));
    let mut watch = Watch { told: &mut told, stop };
    write_new(&order.path, order.force, |out| report::write(&request, &ground, out, &mut watch))
}
