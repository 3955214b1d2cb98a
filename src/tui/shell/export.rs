//! An export beside the desk: its own thread and its own connection; it tells how far it is and can be stopped.

use crate::domain::record::{Failure, Reads, Records, Stamp};
use crate::domain::shelf::Services;
use crate::domain::trace::Recipient;
use crate::i18n::Words;
use crate::report::file::{self, give_out};
use crate::report::{self, Fault, Ground, Request, Watch};
use crate::say;
use crate::store::Store;
use crate::tui::shell::beside::Beside;
use crate::tui::shell::clock;
use crate::tui::shell::events::Event;
use crate::tui::shell::workplace::Progress;
use chrono::{DateTime, FixedOffset};
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;

/// What is to be written, where.
#[derive(Debug)]
pub struct Order {
    pub request: Request,
    pub path: PathBuf,
    pub force: bool,
    pub now: DateTime<FixedOffset>,
    /// What is printed at its foot.
    pub foot: Vec<String>,
    /// To whom it goes, where that was asked.
    pub recipient: Option<Recipient>,
    /// Who gives it out, and what tells it from other exports in the journal.
    pub giver: (Stamp, String),
    /// What can be done for one person.
    pub services: Arc<Services>,
}

/// Starts to write.
///
/// # Errors
/// When the store cannot be opened once more, or there are no threads left.
pub fn start(order: Order, store: &Store, words: Words, events: Sender<Event>) -> Result<Beside, Failure> {
    let reader = store.reader()?;
    let mut keeper = store.another()?;
    Beside::start("export", move |stop| {
        let ended = write(&order, (reader.as_ref(), &mut keeper), &words, &events, stop);
        let place = order.path.display().to_string();
        let progress = match ended {
            Ok(0) => Progress::Ended(Ok(say!(words, "export-done", place = place))),
            Ok(count) => Progress::Ended(Ok(say!(words, "export-done-without", place = place, count = count))),
            Err(fault @ Fault::NotAllAgreed { left: 1.., .. }) => Progress::Untold(fault.say(&words), Box::new(order)),
            Err(fault) => Progress::Ended(Err(fault.say(&words))),
        };
        let _ = events.send(Event::Work(progress));
    })
}

/// Writes the file, records that it is given out, and then gives it its name; how many people were left out.
fn write(
    order: &Order,
    (reader, keeper): (&dyn Reads, &mut Store),
    words: &Words,
    events: &Sender<Event>,
    stop: &AtomicBool,
) -> Result<usize, Fault> {
    let scratch = Some(file::directory(&order.path).to_owned());
    let request = Request { scratch, ..order.request.clone() };
    // Before anything else is read: whoever checks it finds at least what stands here.
    let given_to = order.recipient.clone().unwrap_or_default();
    let (request, recipient) = request.released_to(given_to, reader, order.now.date_naive())?;
    let head = reader.head()?;
    let mut foot = [order.foot.clone(), vec![say!(words, "export-head", head = head.to_string())]].concat();
    foot.extend(keeper.is_frozen().then(|| say!(words, "export-unrecorded")));
    let counted = |groups| drop(events.send(Event::Work(Progress::Groups(groups))));
    let ground = Ground::new(reader, words, order.now, &clock::zone, stop);
    let ground = Ground { services: &order.services, told: &counted, foot: &foot, ..ground };
    let mut told = |lines| drop(events.send(Event::Work(Progress::Lines(lines))));
    let mut watch = Watch { told: &mut told, stop };
    let written = |out: &mut (dyn Write + Send)| report::write(&request, &ground, out, &mut watch);
    give_out(&order.path, order.force, written, |released| {
        if keeper.is_frozen() {
            return Ok(());
        }
        let (stamp, item) = order.giver.clone();
        let given = request.given_out(recipient.clone(), &head, &item, released.clone());
        keeper.record(&given, &stamp)?;
        Ok(())
    })
    .map(|_| request.without.len())
}
