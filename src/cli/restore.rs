//! `onward restore`: what a backup would change, and putting it in the store's place.

use crate::cli::Options;
use crate::cli::backup::found;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::open;
use crate::cli::output::print;
use crate::cli::place;
use crate::i18n::Words;
use crate::say;
use crate::store::{Backup, Compared, Contents, compare, open_backup, restore, salvaged};
use crate::tui::shell::clock::now;
use crate::tui::shell::opening::sentence;
use clap::Args;
use std::path::Path;

/// Show what a backup would bring back, and with --yes put it in the store's place
///
/// What stood there is kept, byte for byte, in the folder `set-aside` of the store. Every desk has to be closed.
/// Where several people work on the store, only an owner may do it, or the recovery code.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup, as `onward backup --list` names it, or what `onward salvage` made; else the newest backup
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Put it in the store's place; without this nothing is changed
    #[arg(long)]
    yes: bool,
}

impl Restore {
    /// Shows, and with `--yes` restores.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let dir = open::data_dir(options, &words)?;
        let backups = found(options, &words)?;
        // Only by its name: the newest backup is the usual wish.
        let salvaged = salvaged(&dir).map_err(|failure| open::failed(&failure, &words))?;
        let salvaged = salvaged.into_iter().filter(|_| self.name.is_some());
        let backup = self.pick(backups.into_iter().chain(salvaged), &words)?;
        let trouble = |failure| open::trouble(&failure, &dir, &words);
        let secret = open::secret(options, &words)?;
        let opening =
            open_backup(&dir, &backup, options.sign_in.as_deref().unwrap_or_default(), &secret).map_err(trouble)?;
        let compared = compare(&dir, &backup, &opening.key).map_err(trouble)?;
        let mut said = preview(&backup, &compared, &dir, &words);
        if opening.by_backup {
            said.push(say!(words, "restore-old-passphrases"));
        }
        if self.yes {
            let aside = restore(&dir, &backup, &opening, now().naive_local()).map_err(trouble)?;
            said.push(say!(words, "restore-done", place = aside.display().to_string()));
        } else if opening.may_restore().is_ok() {
            said.push(say!(words, "restore-unchanged", name = backup.name.to_string()));
        } else {
            said.push(say!(words, "restore-owners"));
        }
        print(&(said.join("\n") + "\n"), &words)?;
        Ok(Exit::Done)
    }

    fn pick(&self, mut found: impl Iterator<Item = Backup>, words: &Words) -> Result<Backup, Trouble> {
        let name = self.name.as_deref();
        let wanted = found.find(|backup| name.is_none_or(|name| backup.name.to_string() == name));
        let text =
            || name.map_or_else(|| say!(words, "backup-none"), |name| say!(words, "backup-unknown", name = name));
        wanted.ok_or_else(|| Trouble::new(Exit::Usage, text()))
    }
}

/// What the backup holds, what the store holds, and what would be set aside.
fn preview(backup: &Backup, compared: &Compared, dir: &Path, words: &Words) -> Vec<String> {
    let name = backup.name.to_string();
    let mut said = vec![say!(words, "restore-backup", name = name, held = held(&compared.backup, words))];
    match &compared.store {
        Err(failure) => said.push(say!(words, "restore-unreadable", why = sentence(failure, dir, words))),
        Ok(store) => {
            said.push(say!(words, "restore-store", held = held(store, words)));
            if !compared.goes_on {
                said.push(say!(words, "restore-other"));
            }
            let later = compared.later.iter();
            said.extend(later.map(|later| say!(words, "restore-later", name = &later.actor, entries = later.entries)));
        }
    }
    said
}

fn held(contents: &Contents, words: &Words) -> String {
    let Contents { head, people, groups, marks, last } = contents;
    let counts = say!(words, "restore-held", entries = head.seq, people = *people, groups = *groups, marks = *marks);
    let Some(last) = last else { return counts };
    let last = format!("{} {}", words.date(last.date_naive()), words.time(last.time()));
    say!(words, "restore-held-until", counts = counts, last = last)
}
