//! A preview that takes long to count, beside the desk: it tells how far it is, and then what it says.

use crate::domain::record::{Failure, Reads};
use crate::domain::shelf::Services;
use crate::i18n::Words;
use crate::report::{self, Fault, Ground, Request};
use crate::store::Store;
use crate::tui::desk::Counted;
use crate::tui::shell::beside::Beside;
use crate::tui::shell::clock;
use crate::tui::shell::events::Event;
use crate::tui::shell::workplace::Progress;
use chrono::{DateTime, FixedOffset};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;

/// What is to be counted, in lines of so many columns.
#[derive(Debug)]
pub struct Sum {
    pub request: Request,
    pub width: usize,
    pub now: DateTime<FixedOffset>,
    /// What can be done for one person.
    pub services: Arc<Services>,
}

/// Starts to count.
///
/// # Errors
/// When the store cannot be opened once more, or there are no threads left.
pub fn start(sum: Sum, store: &Store, words: Words, events: Sender<Event>) -> Result<Beside, Failure> {
    let reader = store.reader()?;
    Beside::start("preview", move |stop| {
        let progress = match count(&sum, reader.as_ref(), &words, &events, stop) {
            Ok(lines) => {
                let Sum { request, width, .. } = sum;
                Progress::Counted(Box::new(Counted { request, width, language: words.locale().tag, lines }))
            }
            Err(fault) => Progress::Ended(Err(fault.say(&words))),
        };
        let _ = events.send(Event::Work(progress));
    })
}

fn count(
    sum: &Sum,
    reader: &dyn Reads,
    words: &Words,
    events: &Sender<Event>,
    stop: &AtomicBool,
) -> Result<Vec<String>, Fault> {
    let told = |groups| drop(events.send(Event::Work(Progress::Groups(groups))));
    let ground = Ground::new(reader, words, sum.now, &clock::zone, stop);
    report::preview(&sum.request, &Ground { services: &sum.services, told: &told, ..ground }, sum.width)
}
