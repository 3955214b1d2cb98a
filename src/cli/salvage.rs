//! `onward salvage`: what can still be read of a damaged store, as a store of its own beside it.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::open;
use crate::cli::output::print;
use crate::cli::place;
use crate::i18n::Words;
use crate::say;
use crate::store::{self, Backup, OpenFailure, Salvaged};
use crate::tui::shell::clock::now;
use clap::Args;

/// Read what can still be read of a damaged store into a new one beside it
///
/// The new store lies in the folder `salvaged` of the damaged one, which is only read and stays as it is. Every desk
/// has to be closed. A backup of today loses less: see onward restore first. Where several people work on the store,
/// only an owner may do it, or the recovery code.
#[derive(Debug, Args)]
pub struct Salvage {}

impl Salvage {
    /// Salvages, and says what is missing: [`Exit::Findings`] when anything is.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let dir = open::data_dir(options, &words)?;
        let trouble = |failure: OpenFailure| open::trouble(&failure, &dir, &words);
        if !store::exists(&dir).map_err(trouble)? {
            return Err(trouble(OpenFailure::NothingThere));
        }
        let secret = open::secret(options, &words)?;
        let name = options.sign_in.as_deref().unwrap_or_default();
        let unlocked = open::knock(&dir, name, &secret, &words).map_err(trouble)?;
        let (made, found) = store::salvage(&dir, &unlocked, now()).map_err(trouble)?;
        print(&(report(&made, &found, &words).join("\n") + "\n"), &words)?;
        Ok(if found.is_whole() { Exit::Done } else { Exit::Findings })
    }
}

fn report(made: &Backup, found: &Salvaged, words: &Words) -> Vec<String> {
    let place = made.dir.display().to_string();
    let mut said = vec![say!(words, "salvage-kept", entries = found.kept, place = place)];
    if found.is_whole() {
        said.push(say!(words, "salvage-whole"));
    }
    if let Some(first) = found.first_lost {
        said.push(say!(words, "salvage-lost", entries = found.lost, first = first));
    }
    if let Some(last) = found.open_after {
        said.push(say!(words, "salvage-open", last = last));
    }
    for (count, message) in
        [(found.altered, "salvage-altered"), (found.nameless, "salvage-nameless"), (found.unfit, "salvage-unfit")]
    {
        if count > 0 {
            said.push(words.say(message, &[("entries", count.into())]));
        }
    }
    said.push(say!(words, "salvage-next", name = made.name.to_string()));
    said
}
