//! What goes on beside the desk for as long as it is open: the backup of the day, and listening to what others change.

use crate::domain::staff::Role;
use crate::store::Store;
use crate::tui::manuscript::Manuscripts;
use crate::tui::shell::daily::Daily;
use crate::tui::shell::events::Event;
use crate::tui::shell::notices::Notices;
use crate::tui::shell::workplace::Setup;
use crate::tui::shell::{manuscripts, neighbours};
use chrono::{DateTime, FixedOffset};
use std::sync::mpsc::Sender;

/// Dropping it ends everything that it began.
#[derive(Debug)]
pub struct Company {
    /// The demo has none: it leaves nothing behind.
    _daily: Option<Daily>,
    /// Without it, what other desks record is seen when a screen is opened again.
    _neighbours: Option<Notices>,
    _following: Option<Notices>,
}

impl Company {
    /// Begins what goes on beside a desk on `store`; all of it reports to `events`.
    #[must_use]
    pub fn begin(store: &Store, setup: &Setup, events: &Sender<Event>, now: DateTime<FixedOffset>) -> Self {
        let has_store = !setup.demo && !store.is_frozen() && store.who().role != Role::Trainer;
        let folders = setup.manuscripts.as_ref().map(Manuscripts::folders);
        Self {
            _daily: if has_store { Daily::start(store, now, events.clone()) } else { None },
            _neighbours: neighbours::watch(store.dir(), events.clone()).ok(),
            _following: folders.and_then(|folders| manuscripts::follow(folders, events.clone()).ok()),
        }
    }
}
