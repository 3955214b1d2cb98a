//! The way in: the gate's wishes performed, from the first start to the desk.

use super::{CONFIRMED, Desk, Opened, Phase, Screen};
use crate::domain::entry::Entry;
use crate::domain::record::{Reads, Records, Stamp};
use crate::i18n::{Locale, Words};
use crate::store::{self, DataKey, OpenFailure, Store, system_random};
use crate::tui::app::Input;
use crate::tui::shell::clock::now;
use crate::tui::shell::gate::{Gate, Wish};
use crate::tui::shell::opening::sentence;
use crate::tui::shell::timings::milestone;
use crate::tui::shell::workplace::{LANGUAGE, Setup, Workplace};
use std::io;
use zeroize::Zeroizing;

impl Desk {
    /// An input at the gate.
    pub(super) fn knock(&mut self, input: &Input, screen: &mut Screen) -> io::Result<bool> {
        let Phase::Gate(gate) = &mut self.phase else { return Ok(false) };
        match gate.press(input, &self.start.words) {
            Wish::Nothing => {}
            Wish::Leave => return Ok(true),
            Wish::Language(locale) => {
                self.start.words = Words::new(locale);
                self.start.language_is_given = true;
            }
            Wish::Create { name, passphrase } => {
                self.draw(screen)?;
                self.create(name, &passphrase);
            }
            Wish::Unlock(secret) => {
                self.draw(screen)?;
                self.unlock(&secret);
            }
            Wish::Enter => self.enter(),
        }
        Ok(false)
    }

    fn refuse(&mut self, failure: &OpenFailure) {
        let text = sentence(failure, &self.start.dir, &self.start.words);
        if let Phase::Gate(gate) = &mut self.phase {
            gate.refuse(text);
        }
    }

    fn create(&mut self, name: String, passphrase: &str) {
        match Store::create(&self.start.dir, &name, passphrase, self.start.cost, &mut system_random) {
            Ok((mut store, code)) => {
                self.keep_language(&mut store, &name);
                self.opened = Some(Opened { store, actor: name });
                self.phase = Phase::Gate(Gate::recovery(&Zeroizing::new(code.to_string())));
            }
            Err(failure) => self.refuse(&failure),
        }
    }

    /// The language chosen at the gate becomes the store's.
    fn keep_language(&self, store: &mut Store, actor: &str) {
        let tag = self.start.words.locale().tag.to_owned();
        let entry = Entry::Setting { item: LANGUAGE.to_owned(), to: Some(Box::new(tag)) };
        // Should it fail, the first real record says why.
        let _ = store.record(&[entry], &Stamp { actor: actor.to_owned(), at: now() });
    }

    fn unlock(&mut self, secret: &str) {
        match self.try_unlock(secret) {
            Ok((opened, None)) => self.work(opened),
            Ok((opened, Some(code))) => {
                self.opened = Some(opened);
                self.phase = Phase::Gate(Gate::recovery(&code));
            }
            Err(failure) => self.refuse(&failure),
        }
    }

    /// The store, and a new recovery code when the last one was never confirmed to be on paper.
    fn try_unlock(&mut self, secret: &str) -> Result<(Opened, Option<Zeroizing<String>>), OpenFailure> {
        let unlocked = store::unlock(&self.start.dir, secret)?;
        milestone("key");
        let store = Store::open(&self.start.dir, &unlocked.key)?;
        let code = if self.start.setup.demo || store.setting(CONFIRMED)?.is_some() {
            None
        } else {
            Some(self.new_code(&unlocked.key, &unlocked.actor)?)
        };
        Ok((Opened { store, actor: unlocked.actor }, code))
    }

    fn new_code(&self, key: &DataKey, actor: &str) -> Result<Zeroizing<String>, OpenFailure> {
        let code = store::renew_recovery(&self.start.dir, key, actor, self.start.cost, &mut system_random)?;
        Ok(Zeroizing::new(code.to_string()))
    }

    /// The recovery code is on paper.
    fn enter(&mut self) {
        let Some(mut opened) = self.opened.take() else { return };
        let entry = Entry::Setting { item: CONFIRMED.to_owned(), to: Some(Box::new("yes".to_owned())) };
        let _ = opened.store.record(&[entry], &Stamp { actor: opened.actor.clone(), at: now() });
        self.work(opened);
    }

    /// The desk, with what was open before.
    pub(super) fn work(&mut self, opened: Opened) {
        if !self.start.language_is_given
            && let Ok(Some(tag)) = opened.store.setting(LANGUAGE)
        {
            self.start.words = Words::new(Locale::choose([tag.as_str()]));
        }
        let words = Words::new(self.start.words.locale());
        let setup = Setup { actor: opened.actor, ..self.start.setup.clone() };
        let work = Workplace::new(opened.store, words, setup, &self.places, self.sender.clone(), now());
        self.phase = Phase::Work(Box::new(work));
    }
}
