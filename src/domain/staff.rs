//! Staff: who works on a store, in which role, and what each role may record.

use crate::domain::entry::Entry;
use crate::domain::setting::{DESK_NAME, ERASURE_NEEDS_TWO, RETENTION_MONTHS};
use serde::{Deserialize, Serialize};

/// The fewest characters of a passphrase.
pub const LEAST: usize = 8;

/// What somebody is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Decides who works here, and the rules of the store; besides everything a coordinator does.
    Owner,
    /// Runs groups.
    Coordinator,
    /// Reads, reviews and exports; changes no attendance.
    Supervisor,
    /// Writes programmes: sees nobody's data, and needs no key.
    Trainer,
}

/// What an entry belongs to, as far as roles go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// People, groups, sessions and what happens in them.
    Casework,
    /// Somebody's safety.
    Safety,
    /// That somebody looked at something or gave it out: whoever may do so leaves it.
    Trace,
    /// What whoever opens the desk may choose: the language, that the recovery code is on paper.
    Everyday,
    /// That somebody is to go from the record for good.
    Erasing,
    /// What the prison wants to do better, who is trained for what, whom it names for what.
    House,
    /// Settings that decide how the record is kept.
    Rules,
    /// Who works here.
    Staff,
}

/// Settings that are no rule of the store.
const EVERYDAY: [&str; 2] = ["language", "recovery-confirmed"];

/// Settings that the owner alone decides; others are a coordinator's too.
const OWNERS: [&str; 5] = [LOCK_AFTER, UNLOCK_TIME, ERASURE_NEEDS_TWO, RETENTION_MONTHS, DESK_NAME];

/// The setting that keeps after how many minutes without a key the desk locks.
pub const LOCK_AFTER: &str = "lock-after";

/// The setting that keeps how many milliseconds opening may take: new passphrases are stretched as long.
pub const UNLOCK_TIME: &str = "unlock-time";

impl Role {
    /// Every role, the one with most rights first.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Coordinator, Self::Supervisor, Self::Trainer];

    /// Those who open the store with a key of their own.
    pub const WITH_KEY: [Self; 3] = [Self::Owner, Self::Coordinator, Self::Supervisor];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Coordinator => "coordinator",
            Self::Supervisor => "supervisor",
            Self::Trainer => "trainer",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Owner => "role-owner",
            Self::Coordinator => "role-coordinator",
            Self::Supervisor => "role-supervisor",
            Self::Trainer => "role-trainer",
        }
    }

    /// Whether they see to it that the record is whole.
    #[must_use]
    pub fn reviews(self) -> bool {
        matches!(self, Self::Owner | Self::Supervisor)
    }

    /// Whether entries of `area` may be recorded in this role.
    #[must_use]
    pub fn may(self, area: Area) -> bool {
        match self {
            Self::Owner => true,
            Self::Coordinator => !matches!(area, Area::Rules | Area::Staff),
            Self::Supervisor => {
                matches!(area, Area::Safety | Area::Trace | Area::Everyday | Area::Erasing | Area::House)
            }
            Self::Trainer => area == Area::Everyday,
        }
    }
}

/// What `entry` belongs to. Without a wildcard: a new kind of entry has to be decided about here.
#[must_use]
pub fn area(entry: &Entry) -> Area {
    match entry {
        Entry::Person { .. }
        | Entry::Exception { .. }
        | Entry::Course { .. }
        | Entry::Group { .. }
        | Entry::Session { .. }
        | Entry::Enrolment { .. }
        | Entry::Guest { .. }
        | Entry::Mark { .. }
        | Entry::Outcome { .. }
        | Entry::Agenda { .. }
        | Entry::Pause { .. }
        | Entry::Delivery { .. }
        | Entry::SessionNote { .. }
        | Entry::PersonNote { .. }
        | Entry::Rating { .. }
        | Entry::Apart { .. }
        | Entry::LeftAside { .. }
        | Entry::Combination { .. }
        | Entry::Pathway { .. }
        | Entry::Run { .. }
        | Entry::Step { .. }
        | Entry::Consent { .. }
        | Entry::Snooze { .. }
        | Entry::Detention { .. }
        | Entry::Need { .. }
        | Entry::Goal { .. }
        | Entry::Action { .. }
        | Entry::PlanBranch { .. }
        | Entry::PlanPart { .. }
        | Entry::Partner { .. }
        | Entry::Appointment { .. } => Area::Casework,
        Entry::Remedy { .. } | Entry::GroupRemedy { .. } | Entry::Training { .. } | Entry::Contact { .. } => {
            Area::House
        }
        Entry::Consultation { .. }
        | Entry::Disclosure { .. }
        | Entry::GroupDisclosure { .. }
        | Entry::PersonDisclosure { .. }
        | Entry::Released { .. } => Area::Trace,
        Entry::ErasureRequest { .. } | Entry::Erasure { .. } => Area::Erasing,
        Entry::Concern { .. } | Entry::Confined { .. } => Area::Safety,
        Entry::Setting { item, .. } => match item.as_str() {
            item if EVERYDAY.contains(&item) => Area::Everyday,
            item if OWNERS.contains(&item) => Area::Rules,
            _ => Area::Casework,
        },
        Entry::Staff { .. } => Area::Staff,
    }
}

/// One member of the staff, as the encrypted record knows them. The key file knows only which slot answers to
/// which sign-in name; what the slot's holder may do stands here, where no text editor reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// As colleagues know them: it stands beside what they record.
    pub name: String,
    /// What they type at the gate: short, because the key file shows it.
    pub sign_in: String,
    pub role: Role,
    /// The slot that their passphrase opens, by its number.
    pub slot: String,
    /// The slot of the recovery code, where it opens the desk under their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery: Option<String>,
}

/// Who has opened a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The item of their entry; empty while one person works on the store and no register is kept.
    pub id: String,
    pub name: String,
    pub role: Role,
}

impl Who {
    /// The only one who works on a store: everything is theirs.
    #[must_use]
    pub fn alone(name: &str) -> Self {
        Self { id: String::new(), name: name.to_owned(), role: Role::Owner }
    }

    /// Whether they may record `entry`, where `standing` is what the register says of whom it is about.
    /// Everybody may change the passphrase of their own, and with it nothing but the slot.
    #[must_use]
    pub fn may_record(&self, entry: &Entry, standing: Option<&Staff>) -> bool {
        if self.role.may(area(entry)) {
            return true;
        }
        let Entry::Staff { item, to: Some(new) } = entry else { return false };
        let same = |old: &Staff| Staff { slot: new.slot.clone(), ..old.clone() } == **new;
        *item == self.id && standing.is_some_and(same)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(role: Role, name: &str, slot: &str) -> Staff {
        Staff { name: name.into(), sign_in: "ola".into(), role, slot: slot.into(), recovery: None }
    }

    #[test]
    fn what_a_role_may_do_is_a_table() {
        use Area::{Casework, Erasing, Everyday, House, Rules, Safety, Staff, Trace};
        let all = [Casework, Safety, Trace, Everyday, Erasing, House, Rules, Staff];
        for (role, may) in [
            (Role::Owner, [true, true, true, true, true, true, true, true]),
            (Role::Coordinator, [true, true, true, true, true, true, false, false]),
            (Role::Supervisor, [false, true, true, true, true, true, false, false]),
            (Role::Trainer, [false, false, false, true, false, false, false, false]),
        ] {
            assert_eq!(all.map(|area| role.may(area)), may, "{role:?}");
        }
    }

    #[test]
    fn everybody_changes_their_own_passphrase_and_nothing_else_about_themselves() {
        let who = Who { id: "7".into(), name: "Ola".into(), role: Role::Supervisor };
        let entry = |item: &str, to: Option<Staff>| Entry::Staff { item: item.into(), to: to.map(Box::new) };
        let before = own(Role::Supervisor, "Ola", "old");
        for (item, to, may) in [
            ("7", Some(own(Role::Supervisor, "Ola", "new")), true),
            ("7", Some(own(Role::Owner, "Ola", "new")), false),
            ("7", Some(own(Role::Supervisor, "Kari", "new")), false),
            ("8", Some(own(Role::Supervisor, "Ola", "new")), false),
            ("7", None, false),
        ] {
            assert_eq!(who.may_record(&entry(item, to), Some(&before)), may);
        }
        assert!(!who.may_record(&entry("7", Some(before)), None), "somebody who is not there");
    }
}
