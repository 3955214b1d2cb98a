//! Who may open the store: the slots of the key file and the register in the record, changed together.

use super::Workplace;
use crate::say;
use crate::store::{Cost, NewStaff, StaffFailure, system_random};
use crate::tui::effect::StaffChange;
use crate::tui::layers::Layer;
use crate::tui::layers::confirm::Confirm;
use crate::tui::shell::opening::staff_sentence;
use chrono::{DateTime, FixedOffset};

impl Workplace {
    /// What who works here types at the gate.
    #[must_use]
    pub fn sign_in(&self) -> String {
        let register = self.store.staff().unwrap_or_default();
        let mine = register.into_iter().find(|(id, _)| *id == self.store.who().id);
        mine.map(|(_, staff)| staff.sign_in).unwrap_or_default()
    }

    pub(super) fn change_staff(&mut self, change: StaffChange, now: DateTime<FixedOffset>) {
        match self.try_change(change, now) {
            Ok(said) => self.with(now, |app, desk| app.recorded(said, desk)),
            Err(failure) => {
                let text = staff_sentence(&failure, &self.setup.exports, &self.words);
                self.app.fail(text);
            }
        }
    }

    fn try_change(&mut self, change: StaffChange, now: DateTime<FixedOffset>) -> Result<String, StaffFailure> {
        let stamp = self.stamp(now);
        let cost = || self.setup.cost.unwrap_or_else(|| Cost::measured(self.store.unlock_time()));
        let words = &self.words;
        Ok(match change {
            StaffChange::Add { name, sign_in, role, passphrase } => {
                let cost = cost();
                let said = say!(words, "staff-added", name = &name, sign_in = &sign_in);
                let new = NewStaff { name, sign_in, role };
                self.store.add_staff(new, &passphrase.0, (cost, &mut system_random), &stamp)?;
                said
            }
            StaffChange::Role { sign_in, role } => {
                let said = say!(words, "staff-changed", sign_in = &sign_in);
                self.store.change_staff(&sign_in, |staff| staff.role = role, &stamp)?;
                said
            }
            StaffChange::Passphrase { sign_in, passphrase } => {
                let cost = cost();
                let said = say!(words, "staff-passphrase-changed", sign_in = &sign_in);
                self.store.change_passphrase(&sign_in, &passphrase.0, (cost, &mut system_random), &stamp)?;
                said
            }
            StaffChange::Revoke { sign_in } => {
                let said = say!(words, "staff-revoked", sign_in = &sign_in);
                self.store.revoke_staff(&sign_in, &stamp)?;
                said
            }
            StaffChange::Recovery => {
                let cost = cost();
                let code = self.store.renew_recovery((cost, &mut system_random), &stamp)?.to_string();
                // Shown this once, and no second time.
                let text = say!(words, "staff-code", code = code);
                let title = say!(words, "gate-recovery");
                self.app.ask(Layer::Confirm(Confirm::new(title, text, 'y', |_| Vec::new())));
                String::new()
            }
        })
    }
}
