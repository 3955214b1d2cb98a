//! What wakes the desk from outside: another desk on the store, and files that a trainer saves.

use super::Workplace;
use crate::domain::record::Reads;
use crate::tui::app::App;
use chrono::{DateTime, FixedOffset};

impl Workplace {
    /// The store was written; what another desk recorded is shown.
    pub fn look_again(&mut self, now: DateTime<FixedOffset>) {
        let known = self.store.has_changed().and_then(|changed| changed.then(|| self.store.head()).transpose());
        match known {
            Ok(None) => {}
            Ok(Some(head)) => {
                (self.known, self.counted) = (head.seq, None);
                self.with(now, App::reload);
            }
            Err(failure) => self.app.fail(self.words.failure(&failure)),
        }
    }

    /// Files of a trainer were saved: what can be seen at a glance is shown, and the rest read when that is drawn.
    pub fn saved(&mut self, now: DateTime<FixedOffset>) {
        if self.setup.manuscripts.as_mut().is_some_and(|manuscripts| manuscripts.glance(now)) {
            self.unread = true;
            self.with(now, App::reload);
        } else {
            self.read_again(now);
        }
    }

    /// Reads what was only glanced at; whether there was any.
    pub fn read_rest(&mut self, now: DateTime<FixedOffset>) -> bool {
        let unread = self.unread;
        if unread {
            self.read_again(now);
        }
        unread
    }

    /// Files of a trainer were saved, or are to be said in other words: they are read again and shown.
    pub fn read_again(&mut self, now: DateTime<FixedOffset>) {
        self.unread = false;
        if let Some(manuscripts) = &mut self.setup.manuscripts {
            manuscripts.read(&self.words, now);
            self.with(now, App::reload);
        }
    }
}
