//! What takes long goes on beside the desk, one thing at a time: exports, and previews that are counted.

use super::Workplace;
use crate::domain::audit::Audit;
use crate::domain::record::Failure;
use crate::domain::trace::Recipient;
use crate::i18n::Words;
use crate::report::Request;
use crate::report::file::{self, FileFault};
use crate::say;
use crate::store::OpenFailure;
use crate::tui::desk::Counted;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::layers::confirm::Confirm;
use crate::tui::shell::counting::{self, Sum};
use crate::tui::shell::export::{self, Order};
use crate::tui::shell::opening::sentence;
use chrono::{DateTime, FixedOffset};
use std::path::PathBuf;
use std::sync::Arc;

/// What work beside the desk says.
#[derive(Debug)]
pub enum Progress {
    /// Lines written so far.
    Lines(u64),
    /// What a preview says.
    Counted(Box<Counted>),
    /// Groups read so far, before anything is written.
    Groups(u64),
    /// Rows that an audit has looked at.
    Checked(u64),
    /// What an audit found; nothing when it was stopped.
    Audited(Result<Option<Audit>, Failure>),
    /// Done, or why not: already in words.
    Ended(Result<String, String>),
    /// Whoever was to receive it may not be told of some whom it names: why, and what could be written without them.
    Untold(String, Box<Order>),
    /// The backup of the day could not be made.
    NoBackup(OpenFailure),
}

impl Progress {
    /// Whether the work beside the desk is over with it.
    #[must_use]
    pub fn is_end(&self) -> bool {
        matches!(self, Self::Ended(_) | Self::Audited(_) | Self::Untold(..) | Self::Counted(_))
    }
}

impl Workplace {
    /// Work beside the desk has something to say.
    pub fn progress(&mut self, progress: Progress, now: DateTime<FixedOffset>) {
        if progress.is_end() {
            self.beside = None;
        }
        match progress {
            Progress::Lines(lines) => self.app.say(say!(self.words, "export-progress", lines = lines)),
            Progress::Groups(groups) => self.app.say(say!(self.words, "export-counting", groups = groups)),
            Progress::Counted(counted) => {
                self.counted = Some(*counted);
                let said = say!(self.words, "preview-counted");
                self.with(now, |app, desk| app.recorded(said, desk));
            }
            Progress::Checked(rows) => self.app.say(say!(self.words, "audit-progress", rows = rows)),
            Progress::Audited(ended) => self.audited(ended, now),
            Progress::Ended(Ok(said)) => self.with(now, |app, desk| app.recorded(said, desk)),
            Progress::Ended(Err(why)) => self.app.fail(why),
            Progress::Untold(why, order) => self.ask_to_leave_out(&why, *order),
            Progress::NoBackup(failure) => {
                let why = sentence(&failure, self.store.dir(), &self.words);
                self.app.fail(say!(self.words, "backup-failed", why = why));
            }
        }
    }

    pub(super) fn give_out(
        &mut self,
        request: Request,
        path: PathBuf,
        force: bool,
        recipient: Option<Recipient>,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Failure> {
        let giver = (self.stamp(now), self.ids.next(now.timestamp_millis()).to_string());
        let services = self.setup.services.clone();
        self.write(Order { request, path, force, now, foot: Vec::new(), recipient, giver, services })
    }

    /// Starts an export beside the desk; a file that is there already is asked about, and where the prison chose
    /// so, to whom it goes.
    fn write(&mut self, order: Order) -> Result<(), Failure> {
        if self.beside.is_some() {
            self.app.fail(say!(self.words, "export-busy"));
            return Ok(());
        }
        match file::check(&order.path, order.force) {
            Ok(()) => {}
            Err(FileFault::Exists(_)) => {
                self.ask_to_replace(order);
                return Ok(());
            }
            Err(fault) => {
                self.app.fail(fault.say(&self.words));
                return Ok(());
            }
        }
        if self.asks_recipient(&order)? {
            return Ok(());
        }
        let words = Words::new(self.words.locale());
        self.beside = Some(export::start(order, &self.store, words, self.events.clone())?);
        Ok(())
    }

    /// Counts a preview beside the desk.
    pub(super) fn count(&mut self, request: Request, width: usize, now: DateTime<FixedOffset>) -> Result<(), Failure> {
        if self.beside.is_some() {
            self.app.fail(say!(self.words, "export-busy"));
            return Ok(());
        }
        let sum = Sum { request, width, now, services: Arc::clone(&self.setup.services) };
        self.beside = Some(counting::start(sum, &self.store, Words::new(self.words.locale()), self.events.clone())?);
        Ok(())
    }

    fn ask_to_replace(&mut self, order: Order) {
        let title = say!(self.words, "preview-replace");
        let text = say!(self.words, "preview-replace-text", place = order.path.display().to_string());
        let confirm = Confirm::new(title, text, 'y', move |_| {
            vec![Effect::Write { request: order.request, path: order.path, force: true }]
        });
        self.app.ask(Layer::Confirm(confirm));
    }

    /// Some have not agreed: it is not written, or written without them.
    fn ask_to_leave_out(&mut self, why: &str, order: Order) {
        let text = format!("{why} {}", say!(self.words, "untold-leave-out"));
        let request = Request { leave_out: true, ..order.request };
        let (path, force, recipient) = (order.path, order.force, order.recipient.unwrap_or_default());
        let confirm = Confirm::new(say!(self.words, "untold-leave-out-title"), text, 'l', move |_| {
            vec![Effect::GiveOut { request, path, force, recipient }]
        });
        self.app.ask(Layer::Confirm(confirm));
    }
}
