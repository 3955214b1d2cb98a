//! The key file: slots that each hold the same key, wrapped, for a passphrase or for the recovery code.
//!
//! A slot is known by its salt, which is new with every wrapping and which no editor can change without making the
//! slot useless. Whose slot it is, and in which role, stands in the encrypted record (see `domain::staff`): the
//! file says no more than which sign-in name to try a passphrase for.

mod slot;

pub use slot::Secret;

use crate::store::OpenFailure;
use crate::store::key::{Cost, DataKey, Random};
use crate::store::recovery::RecoveryCode;
use serde::{Deserialize, Serialize};
use slot::{Slot, phrase_bytes};

/// The newest key file that this program reads. The first had one person's slots, and no register of staff.
const VERSION: i64 = 2;

/// A key, the slot that it came from, and what opened it.
#[derive(Debug, Clone)]
pub struct Unlocked {
    pub key: DataKey,
    /// The number of the slot.
    pub slot: String,
    /// The sign-in name of the slot: while one person works on the store, their name.
    pub name: String,
    pub by: Secret,
}

/// The key file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeyFile {
    version: i64,
    slots: Vec<Slot>,
}

impl KeyFile {
    /// A new key with a passphrase slot and a recovery slot.
    pub(super) fn create(
        name: &str,
        passphrase: &str,
        cost: Cost,
        random: Random,
    ) -> Result<(Self, DataKey, RecoveryCode), OpenFailure> {
        let key = DataKey::random(random)?;
        let mut file = Self { version: VERSION, slots: Vec::new() };
        file.add_passphrase(name, passphrase, &key, cost, random)?;
        let (_, code) = file.add_recovery(name, &key, cost, random)?;
        Ok((file, key, code))
    }

    /// From the text of a key file. What asks for too much is refused here, before anything is allocated for it.
    pub(super) fn parse(text: &str) -> Result<Self, OpenFailure> {
        #[derive(Deserialize)]
        struct Head {
            version: i64,
        }
        let unreadable = |e: serde_json::Error| OpenFailure::KeyUnreadable(e.to_string());
        let head: Head = serde_json::from_str(text).map_err(unreadable)?;
        if head.version > VERSION {
            return Err(OpenFailure::KeyNewer { found: head.version, known: VERSION });
        }
        if head.version < 1 {
            return Err(OpenFailure::KeyUnreadable(format!("there is no version {}", head.version)));
        }
        let mut file: Self = serde_json::from_str(text).map_err(unreadable)?;
        file.slots.iter_mut().for_each(Slot::settle);
        match file.slots.iter().find(|slot| !slot.cost.is_bearable()) {
            Some(slot) => Err(OpenFailure::KeyUnreadable(format!(
                "it asks for {} KiB of memory and {} passes",
                slot.cost.memory_kib, slot.cost.passes
            ))),
            None => Ok(file),
        }
    }

    /// The text to be written.
    pub(super) fn text(&self) -> Result<String, OpenFailure> {
        serde_json::to_string_pretty(self).map_err(|e| OpenFailure::KeyUnreadable(e.to_string()))
    }

    /// Brings a file of an older program up to date; whether there was anything to do.
    pub(super) fn bring_up(&mut self) -> bool {
        let without_sum = self.slots.iter_mut().map(Slot::sum_up).filter(|missing| *missing).count();
        std::mem::replace(&mut self.version, VERSION) < VERSION || without_sum > 0
    }

    /// The sign-in names of slots that are not what was written: their passphrase, or code, opens nothing any more.
    pub(super) fn altered(&self) -> Vec<String> {
        self.slots.iter().filter(|slot| slot.is_altered()).map(|slot| slot.name.clone()).collect()
    }

    /// Whether a program that counts wrong passphrases has written it.
    pub(super) fn is_counted(&self) -> bool {
        self.version >= 2
    }

    /// Whether a passphrase alone does not say whose it is.
    pub(super) fn needs_name(&self) -> bool {
        let mut names: Vec<String> = self.passphrases().map(|slot| folded(&slot.name)).collect();
        names.sort();
        names.dedup();
        names.len() > 1
    }

    /// The key, by the passphrase of `name` or by a recovery code. Without a name it is that of the only one.
    ///
    /// # Errors
    /// [`OpenFailure::WrongSecret`], or [`OpenFailure::KeyAltered`] where it may be the right one of a spoiled slot.
    pub(super) fn unlock(&self, name: &str, secret: &str) -> Result<Unlocked, OpenFailure> {
        // What reads as a code most likely is one; a passphrase may still look like it.
        let code = RecoveryCode::parse(secret);
        let codes: Vec<&Slot> =
            self.slots.iter().filter(|slot| code.is_some() && slot.kind == Secret::Recovery).collect();
        if let Some(code) = code
            && let Some(unlocked) = first_opened(&codes, code.bytes())?
        {
            return Ok(unlocked);
        }
        let name = folded(name);
        if name.is_empty() && self.needs_name() {
            return Err(OpenFailure::WhoNeeded);
        }
        let mine = self.passphrases().filter(|slot| name.is_empty() || folded(&slot.name) == name);
        let mine: Vec<&Slot> = mine.collect();
        if let Some(unlocked) = first_opened(&mine, &phrase_bytes(secret))? {
            return Ok(unlocked);
        }
        // Without a slot of that name it may be the name that was spoiled.
        let tried: Vec<&Slot> = if mine.is_empty() { self.slots.iter().collect() } else { [mine, codes].concat() };
        let spoiled = tried.iter().any(|slot| slot.is_altered());
        Err(if spoiled { OpenFailure::KeyAltered } else { OpenFailure::WrongSecret })
    }

    /// A further slot for `name`'s passphrase; its number. Every other slot stays.
    pub(super) fn add_passphrase(
        &mut self,
        name: &str,
        passphrase: &str,
        key: &DataKey,
        cost: Cost,
        random: Random,
    ) -> Result<String, OpenFailure> {
        let slot = Slot::wrap(Secret::Passphrase, name, &phrase_bytes(passphrase), key, cost, random)?;
        Ok(self.add(slot))
    }

    /// A further slot for a new recovery code; its number and the code.
    pub(super) fn add_recovery(
        &mut self,
        name: &str,
        key: &DataKey,
        cost: Cost,
        random: Random,
    ) -> Result<(String, RecoveryCode), OpenFailure> {
        let code = RecoveryCode::random(random)?;
        let slot = Slot::wrap(Secret::Recovery, name, code.bytes(), key, cost, random)?;
        Ok((self.add(slot), code))
    }

    fn add(&mut self, slot: Slot) -> String {
        self.version = VERSION;
        let number = slot.number().to_owned();
        self.slots.push(slot);
        number
    }

    /// Leaves out every slot whose number is not among these.
    pub(super) fn keep(&mut self, numbers: &[&str]) {
        self.slots.retain(|slot| numbers.contains(&slot.number()));
    }

    /// The numbers of the first slot for a passphrase and for a recovery code, and the name of the former: all
    /// there is while one person works on the store.
    pub(super) fn only(&self) -> Option<(String, String, Option<String>)> {
        let slot = self.passphrases().next()?;
        let recovery = self.slots.iter().find(|slot| slot.kind == Secret::Recovery);
        Some((slot.name.clone(), slot.number().to_owned(), recovery.map(|slot| slot.number().to_owned())))
    }

    fn passphrases(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| slot.kind == Secret::Passphrase)
    }
}

fn first_opened(slots: &[&Slot], secret: &[u8]) -> Result<Option<Unlocked>, OpenFailure> {
    for slot in slots {
        if let Some(key) = slot.unwrap(secret)? {
            let (slot, name, by) = (slot.number().to_owned(), slot.name.clone(), slot.kind);
            return Ok(Some(Unlocked { key, slot, name, by }));
        }
    }
    Ok(None)
}

/// A sign-in name as it is compared.
pub(super) fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
