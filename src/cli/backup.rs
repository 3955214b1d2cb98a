//! `onward backup`: a backup of the store now, or the list of those there are.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::list::row;
use crate::cli::open::{self, Opened};
use crate::cli::output::print;
use crate::cli::place;
use crate::i18n::Words;
use crate::say;
use crate::store::{Backup, backups};
use crate::tui::shell::clock::now;
use clap::Args;
use std::ops::ControlFlow;

/// Make a backup of the store now, or list those there are
///
/// The desk makes one a day by itself. Seven are kept, in the folder `backups` of the store: encrypted as the
/// store is, each read back whole before it counts.
#[derive(Debug, Args)]
pub struct BackUp {
    /// List the backups, the newest first, and make none
    #[arg(long)]
    list: bool,
}

impl BackUp {
    /// Makes it, or lists them.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        if self.list {
            return list(options);
        }
        let dir = open::data_dir(options, &place::words(options, None))?;
        let Opened { store, words, .. } = open::open_store(options)?;
        let made = store.back_up(now().naive_local(), &mut || ControlFlow::Continue(()));
        let Some(backup) = made.map_err(|failure| open::trouble(&failure, &dir, &words))? else {
            return Ok(Exit::Findings);
        };
        let place = backup.dir.display().to_string();
        print(&(say!(words, "backup-made", entries = backup.name.seq, place = place) + "\n"), &words)?;
        Ok(Exit::Done)
    }
}

/// No key is needed: the names say when, and how much.
fn list(options: &Options) -> Result<Exit, Trouble> {
    let words = place::words(options, None);
    let found = found(options, &words)?;
    if found.is_empty() {
        print(&(say!(words, "backup-none") + "\n"), &words)?;
    }
    let lines: String = found.iter().map(|backup| line(backup, &words) + "\n").collect();
    print(&lines, &words)?;
    Ok(Exit::Done)
}

/// The backups of the store that the options name, the newest first.
pub fn found(options: &Options, words: &Words) -> Result<Vec<Backup>, Trouble> {
    let dir = open::data_dir(options, words)?;
    backups(&dir).map_err(|failure| open::failed(&failure, words))
}

fn line(backup: &Backup, words: &Words) -> String {
    let at = backup.name.at;
    let entries = say!(words, "backup-entries", entries = backup.name.seq);
    row(&[(&backup.name.to_string(), 27), (&words.date(at.date()), 16), (&words.time(at.time()), 6), (&entries, 0)])
}
