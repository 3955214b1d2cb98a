//! The register of the staff: who has which slot of the key file, in which role. It stands in the encrypted record,
//! and every change of it is an entry; the key file follows.
//!
//! What is new is in the file before the register knows it, and what is gone leaves the register first: whenever
//! the power is cut, a slot that the register does not know opens nothing.

use crate::domain::entry::Entry;
use crate::domain::record::{About, Failure, Reads, Records, Stamp};
use crate::domain::staff::{Area, Role, Staff, UNLOCK_TIME, Who};
use crate::store::key::{Cost, Random, hex};
use crate::store::open::{read_key_file, write_key_file};
use crate::store::slots::{KeyFile, Unlocked, folded};
use crate::store::{OpenFailure, RecoveryCode, Store, standing};
use rusqlite::Connection;
use std::time::Duration;

/// Somebody who is to work on a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStaff {
    pub name: String,
    pub sign_in: String,
    pub role: Role,
}

/// Why the register was not changed.
#[derive(Debug, thiserror::Error)]
pub enum StaffFailure {
    /// Another has the sign-in name or the name.
    #[error("`{0}` is taken")]
    Taken(String),
    #[error("nobody signs in as `{0}`")]
    Nobody(String),
    /// A store without an owner could not be looked after any more.
    #[error("the last owner")]
    LastOwner,
    /// Trainers have no key.
    #[error("a trainer needs no key")]
    NoKey,
    #[error(transparent)]
    Open(#[from] OpenFailure),
}

impl From<Failure> for StaffFailure {
    fn from(failure: Failure) -> Self {
        Self::Open(failure.into())
    }
}

/// Members of the staff, each with the number of their entry.
type Register = Vec<(String, Staff)>;

fn read(db: &Connection) -> Result<Register, Failure> {
    let entries = standing::standing(db, "staff", About::Everything)?.into_iter();
    let members = entries.filter_map(|entry| match entry {
        Entry::Staff { item, to: Some(staff) } => Some((item, *staff)),
        _ => None,
    });
    Ok(members.collect())
}

/// Whose slot it is that was unlocked. Without a register there is one person, and everything is theirs.
pub(super) fn who(db: &Connection, unlocked: &Unlocked) -> Result<Option<Who>, OpenFailure> {
    let register = read(db)?;
    if register.is_empty() {
        return Ok(Some(Who::alone(&unlocked.name)));
    }
    let slot = &unlocked.slot;
    let mine = register.into_iter().find(|(_, staff)| staff.slot == *slot || staff.recovery.as_ref() == Some(slot));
    Ok(mine.map(|(id, staff)| Who { id, name: staff.name, role: staff.role }))
}

/// The role of whose slot was unlocked, or who has the number `id`: an owner's for a recovery code in force, and while
/// no register is kept. `None`: the register does not know them.
pub(super) fn role(db: &Connection, unlocked: &Unlocked, id: Option<&str>) -> Result<Option<Role>, Failure> {
    let (register, slot) = (read(db)?, &unlocked.slot);
    if register.is_empty() || register.iter().any(|(_, staff)| staff.recovery.as_ref() == Some(slot)) {
        return Ok(Some(Role::Owner));
    }
    let theirs = |(item, staff): &&(String, Staff)| staff.slot == *slot || Some(item.as_str()) == id;
    Ok(register.iter().find(theirs).map(|(_, staff)| staff.role))
}

/// Refuses what `who` may not record. Their role is read anew, so that a change of it counts at once, in every
/// desk that is open.
pub(super) fn allow<'a>(
    db: &Connection,
    who: &Who,
    mut entries: impl Iterator<Item = &'a Entry>,
) -> Result<(), Failure> {
    let register = if who.id.is_empty() { Register::new() } else { read(db)? };
    let of = |id: &str| register.iter().find(|(item, _)| item == id).map(|(_, staff)| staff);
    let now = match of(&who.id) {
        _ if who.id.is_empty() => who.clone(),
        Some(staff) => Who { role: staff.role, ..who.clone() },
        None => return Err(Failure::NotAllowed(who.role)),
    };
    let allowed = entries.all(|entry| {
        let about = entry.keys().item.unwrap_or_default();
        now.may_record(entry, of(&about))
    });
    if allowed { Ok(()) } else { Err(Failure::NotAllowed(now.role)) }
}

impl Store {
    /// Everybody who works on the store, by name: while no register is kept, the only one.
    ///
    /// # Errors
    /// [`OpenFailure`]: the register or the key file cannot be read.
    pub fn staff(&self) -> Result<Vec<(String, Staff)>, OpenFailure> {
        let mut register = read(&self.db)?;
        if register.is_empty()
            && let Some((sign_in, slot, recovery)) = read_key_file(&self.dir)?.only()
        {
            let name = self.who.name.clone();
            register.push((slot.clone(), Staff { name, sign_in, role: Role::Owner, slot, recovery }));
        }
        register.sort_by_key(|(_, staff)| folded(&staff.name));
        Ok(register)
    }

    /// Gives somebody a slot and a role.
    ///
    /// # Errors
    /// [`StaffFailure`]; the key file then opens for nobody whom the register does not know.
    pub fn add_staff(
        &mut self,
        new: NewStaff,
        passphrase: &str,
        (cost, random): (Cost, Random),
        stamp: &Stamp,
    ) -> Result<(), StaffFailure> {
        self.owns()?;
        let NewStaff { name, sign_in, role } = new;
        if role == Role::Trainer {
            return Err(StaffFailure::NoKey);
        }
        for (_, other) in self.staff()? {
            if folded(&other.sign_in) == folded(&sign_in) {
                return Err(StaffFailure::Taken(sign_in));
            }
            if folded(&other.name) == folded(&name) {
                return Err(StaffFailure::Taken(name));
            }
        }
        let mut file = read_key_file(&self.dir)?;
        let mut number = [0; 8];
        random(&mut number).map_err(OpenFailure::from)?;
        let slot = file.add_passphrase(&sign_in, passphrase, &self.key, cost, random)?;
        let staff = Staff { name, sign_in, role, slot, recovery: None };
        self.follow(file, (hex(&number), Some(staff)), stamp)
    }

    /// Gives who signs in as `sign_in` another name or role.
    ///
    /// # Errors
    /// As [`Store::add_staff`].
    pub fn change_staff(
        &mut self,
        sign_in: &str,
        change: impl FnOnce(&mut Staff),
        stamp: &Stamp,
    ) -> Result<(), StaffFailure> {
        let (id, staff) = self.member(sign_in)?;
        let mut changed = staff.clone();
        change(&mut changed);
        // What the key file holds is changed by a passphrase alone.
        let changed = Staff { slot: staff.slot, sign_in: staff.sign_in, recovery: staff.recovery, ..changed };
        if changed.role == Role::Trainer {
            return Err(StaffFailure::NoKey);
        }
        let taken = |(other, staff): &(String, Staff)| *other != id && folded(&staff.name) == folded(&changed.name);
        if self.staff()?.iter().any(taken) {
            return Err(StaffFailure::Taken(changed.name));
        }
        let file = read_key_file(&self.dir)?;
        self.follow(file, (id, Some(changed)), stamp)
    }

    /// Gives who signs in as `sign_in` another passphrase; the one before opens nothing any more. Everybody may
    /// do so for themselves.
    ///
    /// # Errors
    /// As [`Store::add_staff`].
    pub fn change_passphrase(
        &mut self,
        sign_in: &str,
        passphrase: &str,
        (cost, random): (Cost, Random),
        stamp: &Stamp,
    ) -> Result<(), StaffFailure> {
        let (id, staff) = self.member(sign_in)?;
        let mut file = read_key_file(&self.dir)?;
        let slot = file.add_passphrase(&staff.sign_in, passphrase, &self.key, cost, random)?;
        self.follow(file, (id, Some(Staff { slot, ..staff })), stamp)
    }

    /// A new recovery code for who has opened the store, an owner; the one before opens nothing any more.
    ///
    /// # Errors
    /// As [`Store::add_staff`].
    pub fn renew_recovery(
        &mut self,
        (cost, random): (Cost, Random),
        stamp: &Stamp,
    ) -> Result<RecoveryCode, StaffFailure> {
        self.owns()?;
        let mut file = read_key_file(&self.dir)?;
        let register = self.staff()?;
        let mine = register.into_iter().find(|(id, _)| self.who.id.is_empty() || *id == self.who.id);
        let (id, staff) = mine.ok_or(OpenFailure::Revoked)?;
        let (slot, code) = file.add_recovery(&staff.sign_in, &self.key, cost, random)?;
        self.follow(file, (id, Some(Staff { recovery: Some(slot), ..staff })), stamp)?;
        Ok(code)
    }

    /// Takes the slot away from who signs in as `sign_in`.
    ///
    /// # Errors
    /// As [`Store::add_staff`].
    pub fn revoke_staff(&mut self, sign_in: &str, stamp: &Stamp) -> Result<(), StaffFailure> {
        let (id, _) = self.member(sign_in)?;
        let file = read_key_file(&self.dir)?;
        self.follow(file, (id, None), stamp)
    }

    /// How long opening may take with a new passphrase: by the setting, or as usual.
    #[must_use]
    pub fn unlock_time(&self) -> Duration {
        let setting = self.setting(UNLOCK_TIME).ok().flatten().and_then(|millis| millis.parse().ok());
        setting.filter(|millis| Cost::CHOICE.contains(millis)).map_or(Cost::USUAL, Duration::from_millis)
    }

    fn owns(&self) -> Result<(), Failure> {
        if self.who.role.may(Area::Staff) { Ok(()) } else { Err(Failure::NotAllowed(self.who.role)) }
    }

    fn member(&self, sign_in: &str) -> Result<(String, Staff), StaffFailure> {
        let found = self.staff()?.into_iter().find(|(_, staff)| folded(&staff.sign_in) == folded(sign_in));
        found.ok_or_else(|| StaffFailure::Nobody(sign_in.to_owned()))
    }

    /// Puts `file` in place, records the change, and then leaves out of the file what the register does not know.
    fn follow(
        &mut self,
        mut file: KeyFile,
        (id, to): (String, Option<Staff>),
        stamp: &Stamp,
    ) -> Result<(), StaffFailure> {
        let before = self.staff()?;
        let alone = before.first().map(|(id, _)| id.clone());
        let mut after = before.clone();
        after.retain(|(other, _)| *other != id);
        let others: Vec<_> = after.iter().cloned().map(|(other, staff)| staff_entry(other, Some(staff))).collect();
        after.extend(to.clone().map(|staff| (id.clone(), staff)));
        // The register begins with who was alone until now.
        let mut entries = if self.who.id.is_empty() { others } else { Vec::new() };
        entries.push(staff_entry(id, to));
        allow(&self.db, &self.who, entries.iter())?;
        if after.iter().all(|(_, staff)| staff.role != Role::Owner) {
            return Err(StaffFailure::LastOwner);
        }
        write_key_file(&self.dir, &file)?;
        let recorded = self.record(&entries, stamp);
        let known = self.staff()?;
        if self.who.id.is_empty() && recorded.is_ok() {
            self.who.id = alone.unwrap_or_default();
        }
        let numbers = known.iter().flat_map(|(_, staff)| std::iter::once(&staff.slot).chain(&staff.recovery));
        file.keep(&numbers.map(String::as_str).collect::<Vec<_>>());
        write_key_file(&self.dir, &file)?;
        recorded?;
        Ok(())
    }
}

fn staff_entry(item: String, to: Option<Staff>) -> Entry {
    Entry::Staff { item, to: to.map(Box::new) }
}
