//! What the desk gives account of: who looked at a person's page, and what was given to whom.

use super::Workplace;
use crate::domain::audit::Audit;
use crate::domain::record::{Failure, Reads, Records};
use crate::domain::setting::Setting;
use crate::domain::text::{LINE, clean};
use crate::domain::trace::{Consultation, Recipient};
use crate::say;
use crate::store::Order;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;
use crate::tui::shell::audit;
use crate::tui::shell::export::Order as Export;
use chrono::{DateTime, FixedOffset};

impl Workplace {
    /// Somebody's page is on top: that it was opened is on disk before it is drawn, once a day while the desk is
    /// unlocked. What cannot be recorded is not shown, save where nothing can be: there the desk reads alone.
    pub(super) fn account(&mut self, now: DateTime<FixedOffset>) {
        while let Some(person) = self.app.consulted().filter(|_| !self.store.is_frozen()) {
            let seen = (person, now.date_naive());
            if self.consulted.contains(&seen) {
                return;
            }
            let stamp = self.stamp(now);
            let recorded = match self.store.person(person) {
                // Nobody is recorded there, and the page says so.
                Ok(None) => return,
                Ok(Some(_)) => self.store.record(&[Consultation::of(person)], &stamp).map(drop),
                Err(failure) => Err(failure),
            };
            match recorded {
                Ok(()) => _ = self.consulted.insert(seen),
                Err(failure) => {
                    self.with(now, |app, desk| app.carry_on(Effect::Back, desk));
                    self.app.fail(self.words.failure(&failure));
                }
            }
        }
    }

    /// Erases people for good, with what was copied in the desk.
    pub(super) fn erase(&mut self, orders: &[Order], now: DateTime<FixedOffset>) -> Result<(), Failure> {
        let (stamp, words) = (self.stamp(now), &self.words);
        let called = |number: i64| say!(words, "erased-name", number = number);
        let said = if self.store.erase(orders, &called, &stamp)? {
            say!(words, "erased-done", count = orders.len())
        } else {
            say!(words, "erased-unsettled")
        };
        self.copied = None;
        self.with(now, |app, desk| app.recorded(said, desk));
        Ok(())
    }

    /// Starts an audit beside the desk.
    pub(super) fn verify(&mut self, now: DateTime<FixedOffset>) -> Result<(), Failure> {
        if self.beside.is_some() {
            self.app.fail(say!(self.words, "export-busy"));
            return Ok(());
        }
        self.beside = Some(audit::start(&self.store, self.events.clone())?);
        self.show_audit(None, now);
        Ok(())
    }

    /// An audit has ended: its page says what was found, where it is still on top; elsewhere the status line does.
    pub(super) fn audited(&mut self, ended: Result<Option<Audit>, Failure>, now: DateTime<FixedOffset>) {
        let on_top = matches!(self.app.places().last(), Some(Place::Audit(_)));
        match ended {
            Ok(Some(found)) if on_top => self.show_audit(Some(found), now),
            Ok(Some(found)) => {
                let said = self.words.audit(&found, None).swap_remove(0);
                if found.damage.is_some() { self.app.fail(said) } else { self.app.say(said) }
            }
            stopped_or_failed => {
                if on_top {
                    self.with(now, |app, desk| app.carry_on(Effect::Back, desk));
                }
                match stopped_or_failed {
                    Err(failure) => self.app.fail(self.words.failure(&failure)),
                    Ok(_) => self.app.say(say!(self.words, "audit-stopped")),
                }
            }
        }
    }

    fn show_audit(&mut self, found: Option<Audit>, now: DateTime<FixedOffset>) {
        let place = Place::Audit(found);
        let on_top = matches!(self.app.places().last(), Some(Place::Audit(_)));
        let shown = if on_top { Effect::Replace(place) } else { Effect::Open(place) };
        self.with(now, |app, desk| app.carry_on(shown, desk));
    }

    /// Whether it has to be asked first to whom an export goes, and for what; asks it then.
    pub(super) fn asks_recipient(&mut self, order: &Export) -> Result<bool, Failure> {
        if order.recipient.is_some() || !Setting::DisclosurePurpose.is_on(&self.store)? {
            return Ok(false);
        }
        let (request, path, force) = (order.request.clone(), order.path.clone(), order.force);
        let give = move |recipient: Recipient| {
            vec![Effect::GiveOut { request: request.clone(), path: path.clone(), force, recipient }]
        };
        let title = say!(self.words, "giving-to");
        let hint = say!(self.words, "giving-to-hint");
        let to = Prompt::new(title, hint, "", move |text, desk| {
            let (to, give) = (answer(text, desk)?, give.clone());
            let (title, hint) = (say!(desk.words, "giving-for", to = &to), say!(desk.words, "giving-for-hint"));
            let purpose = Prompt::new(title, hint, "", move |text, desk| -> Result<Effects, String> {
                Ok(give(Recipient { to: to.clone(), purpose: answer(text, desk)? }))
            });
            Ok(vec![Effect::Ask(Layer::Prompt(purpose))])
        });
        self.app.ask(Layer::Prompt(to));
        Ok(true)
    }
}

/// A few words that have to be said.
fn answer(text: &str, desk: &Desk) -> Result<String, String> {
    match clean(text, LINE) {
        Ok(text) if text.is_empty() => Err(say!(desk.words, "text-needed")),
        Ok(text) => Ok(text),
        Err(fault) => Err(desk.words.text_fault(&fault)),
    }
}
