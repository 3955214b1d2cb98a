//! The way in: the gate's wishes performed, from the first start to the desk.

use super::{CONFIRMED, Desk, Phase, Screen, Start};
use crate::domain::entry::Entry;
use crate::domain::record::{Reads, Records, Stamp};
use crate::domain::staff::Role;
use crate::i18n::{Locale, Words};
use crate::store::{self, Cost, OpenFailure, StaffFailure, Store, system_random};
use crate::tui::app::Input;
use crate::tui::shell::clock::now;
use crate::tui::shell::gate::{Gate, Wish};
use crate::tui::shell::opening::sentence;
use crate::tui::shell::timings::milestone;
use crate::tui::shell::workplace::{LANGUAGE, Setup, Workplace};
use std::io;
use std::path::Path;
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
                self.create(&name, &passphrase);
            }
            Wish::Unlock { name, secret } => {
                self.draw(screen)?;
                self.unlock(&name, &secret);
            }
            Wish::Programmes => self.read_programmes(),
            Wish::Enter => self.enter(),
        }
        Ok(false)
    }

    fn refuse(&mut self, failure: &OpenFailure) {
        let text = sentence(failure, &self.start.dir, &self.start.words);
        let Phase::Gate(gate) = &mut self.phase else { return };
        match failure {
            // It may be right, and is not typed again.
            OpenFailure::TooSoon { .. } => gate.hold(text),
            _ => gate.refuse(text),
        }
    }

    fn create(&mut self, name: &str, passphrase: &str) {
        match Store::create(&self.start.dir, name, passphrase, cost(&self.start), &mut system_random) {
            Ok((mut store, code)) => {
                self.keep_language(&mut store, name);
                self.opened = Some(store);
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

    fn unlock(&mut self, name: &str, secret: &str) {
        match self.try_unlock(name, secret) {
            Ok((store, None)) => self.work(store),
            Ok((store, Some(code))) => {
                self.opened = Some(store);
                self.phase = Phase::Gate(Gate::recovery(&code));
            }
            Err(failure) => self.refuse(&failure),
        }
    }

    /// The store, and a new recovery code when the last one was never confirmed to be on paper.
    fn try_unlock(&self, name: &str, secret: &str) -> Result<(Store, Option<Zeroizing<String>>), OpenFailure> {
        let unlocked = store::knock(&self.start.dir, name, secret, now())?;
        milestone("key");
        let mut store = Store::open(&self.start.dir, &unlocked)?;
        if self.start.setup.demo
            || store.is_frozen()
            || store.who().role != Role::Owner
            || store.setting(CONFIRMED)?.is_some()
        {
            return Ok((store, None));
        }
        let stamp = Stamp { actor: store.who().name.clone(), at: now() };
        let code = store.renew_recovery((cost(&self.start), &mut system_random), &stamp);
        match code {
            Ok(code) => Ok((store, Some(Zeroizing::new(code.to_string())))),
            Err(StaffFailure::Open(failure)) => Err(failure),
            // Nothing else is asked of the register here; without a new code the old one still opens.
            Err(_) => Ok((store, None)),
        }
    }

    /// A desk to read programmes at: it opens no store, and shows nobody's data.
    fn read_programmes(&mut self) {
        match Store::for_trainers() {
            Ok(store) => self.work(store),
            Err(failure) => self.refuse(&failure),
        }
    }

    /// The recovery code is on paper.
    fn enter(&mut self) {
        let Some(mut store) = self.opened.take() else { return };
        let entry = Entry::Setting { item: CONFIRMED.to_owned(), to: Some(Box::new("yes".to_owned())) };
        let stamp = Stamp { actor: store.who().name.clone(), at: now() };
        let _ = store.record(&[entry], &stamp);
        self.work(store);
    }

    /// The desk, with what was open before when the same person comes back. Whoever else comes begins anew, and
    /// sees what their role lets them.
    pub(super) fn work(&mut self, store: Store) {
        if !self.start.language_is_given
            && let Ok(Some(tag)) = store.setting(LANGUAGE)
        {
            self.start.words = Words::new(Locale::choose([tag.as_str()]));
        }
        let who = store.who().clone();
        let same = self.left_by.take().is_none_or(|before| before.name == who.name && before.role == who.role);
        let places = if same { std::mem::take(&mut self.places) } else { Vec::new() };
        let words = Words::new(self.start.words.locale());
        let start = &self.start.setup;
        let setup = Setup { actor: who.name, keymap: start.keymap.clone().for_role(who.role), ..start.clone() };
        let work = Workplace::new(store, words, setup, &places, self.sender.clone(), now());
        self.phase = Phase::Work(Box::new(work));
        self.idle.touched(now());
    }
}

/// The gate before the store in `dir`, which asks who it is where that has to be known; `name` signed in last.
pub(super) fn before(dir: &Path, name: &str) -> Result<Gate, OpenFailure> {
    let several = store::needs_name(dir)?;
    Ok(if several { Gate::several(name) } else { Gate::unlock("") })
}

/// What stretching a new passphrase costs: as given, or as this machine is measured.
pub(super) fn cost(start: &Start) -> Cost {
    start.setup.cost.unwrap_or_else(|| Cost::measured(Cost::USUAL))
}
