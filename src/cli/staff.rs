//! `onward staff`: who may open the store, in which role, and with which passphrase.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::list::row;
use crate::cli::open::{self, Opened};
use crate::cli::output::{print, stream};
use crate::cli::reach::Reach;
use crate::domain::record::Stamp;
use crate::domain::staff::{LEAST, Role};
use crate::domain::text::{LINE, clean, shown};
use crate::i18n::Words;
use crate::say;
use crate::store::{Cost, NewStaff, StaffFailure, system_random};
use crate::tui::shell::clock::now;
use crate::tui::shell::opening::staff_sentence;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;
use zeroize::Zeroizing;

/// Who may open the store.
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// List who may open the store
    List,
    /// Give somebody a passphrase and a role
    Add(Add),
    /// Give somebody another name, role or passphrase; everybody may change the passphrase of their own
    Change(Change),
    /// Take somebody's passphrase out of force
    Revoke {
        /// Who, by their sign-in name
        who: String,
    },
    /// Print a new recovery code; the one before opens nothing any more
    Recovery,
}

/// Roles that have a key.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Keyed {
    /// Decides who works here; and all that a coordinator does
    Owner,
    /// Runs groups
    Coordinator,
    /// Reads, reviews and exports; changes no attendance
    Supervisor,
}

impl From<Keyed> for Role {
    fn from(role: Keyed) -> Self {
        match role {
            Keyed::Owner => Self::Owner,
            Keyed::Coordinator => Self::Coordinator,
            Keyed::Supervisor => Self::Supervisor,
        }
    }
}

/// Somebody new.
#[derive(Debug, Args)]
pub struct Add {
    /// What they type to sign in; it stands readable in the key file, so keep it short: initials
    who: String,
    /// Their name, as it stands beside what they record
    #[arg(long, value_name = "NAME")]
    name: String,
    #[arg(long, value_enum)]
    role: Keyed,
    /// Read their passphrase from the first line of this file instead of asking
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
}

/// What is to be changed.
#[derive(Debug, Args)]
pub struct Change {
    /// Who, by their sign-in name
    who: String,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_enum)]
    role: Option<Keyed>,
    /// Ask for a new passphrase
    #[arg(long)]
    passphrase: bool,
    /// Read the new passphrase from the first line of this file
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
}

impl Staff {
    /// The file of a new passphrase.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        let file = match self {
            Self::Add(Add { new_passphrase_file, .. }) | Self::Change(Change { new_passphrase_file, .. }) => {
                new_passphrase_file.as_deref()
            }
            Self::List | Self::Revoke { .. } | Self::Recovery => None,
        };
        file.iter().fold(reach, |reach, file| reach.reading(file))
    }

    /// Lists, adds, changes or revokes.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let mut opened = open::open_store(options)?;
        let words = &opened.words;
        let stamp = Stamp { actor: opened.actor.clone(), at: now() };
        let said = match self {
            Self::List => return list(&opened),
            Self::Add(add) => {
                let sign_in = line(&add.who, words)?;
                let name = line(&add.name, words)?;
                let said = say!(words, "staff-added", name = &name, sign_in = &sign_in);
                let passphrase = passphrase(add.new_passphrase_file.as_ref(), words)?;
                let cost = Cost::measured(opened.store.unlock_time());
                let new = NewStaff { name, sign_in, role: add.role.into() };
                opened.store.add_staff(new, &passphrase, (cost, &mut system_random), &stamp).map(|()| said)
            }
            Self::Change(change) => {
                let name = change.name.as_deref().map(|name| line(name, words)).transpose()?;
                let wants_new = change.passphrase || change.new_passphrase_file.is_some();
                if !wants_new && name.is_none() && change.role.is_none() {
                    return Err(Trouble::new(Exit::Usage, say!(words, "staff-change-what")));
                }
                let new = if wants_new { Some(passphrase(change.new_passphrase_file.as_ref(), words)?) } else { None };
                let said = say!(words, "staff-changed", sign_in = &change.who);
                change.make(&mut opened, name, new.as_deref().map(String::as_str), &stamp).map(|()| said)
            }
            Self::Revoke { who } => {
                let said = say!(words, "staff-revoked", sign_in = who);
                opened.store.revoke_staff(who, &stamp).map(|()| said)
            }
            Self::Recovery => {
                let cost = Cost::measured(opened.store.unlock_time());
                let code = opened.store.renew_recovery((cost, &mut system_random), &stamp);
                code.map(|code| say!(words, "staff-code-is", code = code.to_string()))
            }
        };
        match said {
            Ok(said) => print(&format!("{said}\n"), &opened.words).map(|()| Exit::Done),
            Err(failure) => Err(trouble(&failure, options, &opened.words)),
        }
    }
}

impl Change {
    fn make(
        &self,
        opened: &mut Opened,
        name: Option<String>,
        passphrase: Option<&str>,
        stamp: &Stamp,
    ) -> Result<(), StaffFailure> {
        if name.is_some() || self.role.is_some() {
            let change = |staff: &mut crate::domain::staff::Staff| {
                staff.name = name.unwrap_or_else(|| staff.name.clone());
                staff.role = self.role.map_or(staff.role, Role::from);
            };
            opened.store.change_staff(&self.who, change, stamp)?;
        }
        if let Some(passphrase) = passphrase {
            let cost = Cost::measured(opened.store.unlock_time());
            opened.store.change_passphrase(&self.who, passphrase, (cost, &mut system_random), stamp)?;
        }
        Ok(())
    }
}

fn list(opened: &Opened) -> Result<Exit, Trouble> {
    let words = &opened.words;
    let register = opened.store.staff().map_err(|failure| {
        let text = staff_sentence(&StaffFailure::Open(failure), &PathBuf::new(), words);
        Trouble::new(Exit::Damaged, text)
    })?;
    stream(words, |out| {
        for (_, staff) in &register {
            let role = say!(words, staff.role.message());
            let line = row(&[(&shown(&staff.sign_in), 14), (&shown(&staff.name), 28), (&role, 0)]);
            writeln!(out, "{line}")?;
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}

/// A name from the command line, clean and not empty.
fn line(text: &str, words: &Words) -> Result<String, Trouble> {
    match clean(text, LINE) {
        Ok(text) if text.is_empty() => Err(Trouble::new(Exit::Usage, say!(words, "text-needed"))),
        Ok(text) => Ok(text),
        Err(fault) => Err(Trouble::new(Exit::Usage, words.text_fault(&fault))),
    }
}

/// The new passphrase: of a file, or typed twice.
fn passphrase(file: Option<&PathBuf>, words: &Words) -> Result<Zeroizing<String>, Trouble> {
    let passphrase = if let Some(path) = file {
        open::first_line(path, words)?
    } else {
        let first = open::ask(words, say!(words, "staff-new-passphrase"))?;
        if *open::ask(words, say!(words, "staff-passphrase-again"))? != *first {
            return Err(Trouble::new(Exit::Usage, say!(words, "staff-not-the-same")));
        }
        first
    };
    if passphrase.chars().count() < LEAST {
        return Err(Trouble::new(Exit::Usage, say!(words, "gate-too-short", least = LEAST)));
    }
    Ok(passphrase)
}

fn trouble(failure: &StaffFailure, options: &Options, words: &Words) -> Trouble {
    let dir = open::data_dir(options, words).unwrap_or_default();
    match failure {
        StaffFailure::Open(failure) => open::trouble(failure, &dir, words),
        other => Trouble::new(Exit::Usage, staff_sentence(other, &dir, words)),
    }
}
