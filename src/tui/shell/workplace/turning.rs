//! Undo and redo: they say what went, and what the same key would take next.

use super::Workplace;
use crate::domain::record::{Failure, Reads, Recorded, Records};
use crate::i18n::Words;
use crate::i18n::entry::Known;
use crate::say;
use crate::tui::effect::Way;
use crate::tui::keymap::{Action, Scope};
use crate::tui::screens::history::of_keys;
use chrono::{DateTime, FixedOffset};

impl Workplace {
    /// Takes a step back, or takes back an undo. What was not recorded today is only named first: it is
    /// not what somebody means who presses the key by mistake.
    pub(super) fn turn_back(&mut self, way: Way, now: DateTime<FixedOffset>) -> Result<(), Failure> {
        let named = self.named.take();
        let next = self.next(way)?;
        let Some(first) = next.first() else {
            self.app.say(match way {
                Way::Undo => say!(self.words, "undo-nothing"),
                Way::Redo => say!(self.words, "redo-nothing"),
            });
            return Ok(());
        };
        let is_meant = first.stamp.at.date_naive() == now.date_naive() || named == Some(first.step);
        if !is_meant {
            let what = self.says(way, &next, now, Words::step)?;
            let date = self.words.short_date(first.stamp.at.date_naive(), now.date_naive());
            let key = self.key_of(way);
            self.app.say(match way {
                Way::Undo => say!(self.words, "undo-old", key = key, date = date, what = what),
                Way::Redo => say!(self.words, "redo-old", key = key, date = date, what = what),
            });
            self.named = Some(first.step);
            return Ok(());
        }
        let stamp = self.stamp(now);
        let gone = match way {
            Way::Undo => self.store.undo(&stamp)?,
            Way::Redo => self.store.redo(&stamp)?,
        };
        self.known = self.store.head()?.seq;
        let what = self.says(way, &gone, now, Words::step)?;
        let next = self.next(way)?;
        let done = match way {
            Way::Undo => say!(self.words, "undo-done", what = what),
            Way::Redo => say!(self.words, "redo-done", what = what),
        };
        let said = if next.is_empty() {
            done
        } else {
            let next = self.says(way, &next, now, Words::step_in_short)?;
            say!(self.words, "undo-next", done = done, key = self.key_of(way), what = next)
        };
        self.named = next.first().map(|first| first.step);
        self.with(now, |app, desk| app.recorded(said, desk));
        Ok(())
    }

    /// The entries that would be taken back.
    fn next(&self, way: Way) -> Result<Vec<Recorded>, Failure> {
        match way {
            Way::Undo => self.store.undoable(&self.setup.actor),
            Way::Redo => self.store.redoable(&self.setup.actor),
        }
    }

    /// A step in words, seen as it was first recorded.
    fn says(
        &mut self,
        way: Way,
        step: &[Recorded],
        now: DateTime<FixedOffset>,
        say: fn(&Words, &[Recorded], &Known) -> String,
    ) -> Result<String, Failure> {
        let known = self.with(now, |_, desk| of_keys(&Recorded::about(step), desk))?;
        Ok(match way {
            Way::Undo => say(&self.words, step, &known),
            Way::Redo => {
                let turned: Vec<Recorded> = step.iter().cloned().map(Recorded::turned).collect();
                say(&self.words, &turned, &known)
            }
        })
    }

    fn key_of(&self, way: Way) -> String {
        let action = match way {
            Way::Undo => Action::Undo,
            Way::Redo => Action::Redo,
        };
        self.setup.keymap.key_for(&[Scope::Desk], action)
    }
}
