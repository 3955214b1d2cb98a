//! `onward doctor`: what protects the data on this machine, one line a check, with what to do where it could be better.

mod machine;

use crate::cli::exit::{Exit, Trouble};
use crate::cli::output::{columns, stream};
use crate::cli::{Options, open, place, shield, wall};
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use crate::store::{DataKey, OpenFailure, altered_slots, is_on_network};
use crate::tui::paint::wrap;
use crate::tui::shell::opening::sentence;
use std::fs;
use std::path::{Path, PathBuf};

/// What a check found, in words that say what to do where there is something to do.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    state: State,
    said: String,
}

/// How it stands with what was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Good,
    /// It says what to do.
    Look,
    /// This system does not have it: nothing is to be done about it here.
    None,
}

impl Found {
    fn good(said: String) -> Self {
        Self { state: State::Good, said }
    }

    fn look(said: String) -> Self {
        Self { state: State::Look, said }
    }

    fn none(said: String) -> Self {
        Self { state: State::None, said }
    }
}

/// What is looked at.
struct Ground {
    /// The folder of the store.
    dir: PathBuf,
    /// Where the desk writes exports.
    exports: PathBuf,
}

/// A check: its name, which programs may rely on, and what it looks at.
type Check = (&'static str, fn(&Ground, &Words) -> Found);

/// Every check, in the order in which they are printed. A new one is a line here.
const CHECKS: &[Check] = &[
    ("core", core),
    ("watch", watch),
    ("network", network),
    ("folders", folders),
    ("key", key),
    ("swap", swap),
    ("rights", rights),
    ("slots", slots),
    ("files", files),
];

/// Prints what every check found. [`Exit::Findings`] when one of them says what to do.
pub fn run(options: &Options) -> Result<Exit, Trouble> {
    let words = place::words(options, None);
    let ground = Ground { dir: open::data_dir(options, &words)?, exports: place::exports(options) };
    let found: Vec<(&str, Found)> = CHECKS.iter().map(|(name, check)| (*name, check(&ground, &words))).collect();
    let width = columns();
    stream(&words, |out| {
        for (name, found) in &found {
            let state = match found.state {
                State::Good => say!(words, "doctor-good"),
                State::Look => say!(words, "doctor-look"),
                State::None => say!(words, "doctor-none"),
            };
            for (nth, line) in lines(&found.said, width).iter().enumerate() {
                let (state, name) = if nth == 0 { (state.as_str(), *name) } else { ("", "") };
                writeln!(out, "{state:5} {name:7} {line}")?;
            }
        }
        Ok(())
    })?;
    Ok(if found.iter().all(|(_, found)| found.state != State::Look) { Exit::Done } else { Exit::Findings })
}

/// The sentence in as many lines as it takes beside the names of the checks; in one where no terminal shows it.
fn lines(said: &str, width: Option<u16>) -> Vec<String> {
    width.map_or_else(|| vec![said.to_owned()], |width| wrap(said, width.saturating_sub(14)))
}

fn core(_: &Ground, words: &Words) -> Found {
    if shield::leaves_core() {
        Found::look(say!(words, "doctor-core-on"))
    } else {
        Found::good(say!(words, "doctor-core-off"))
    }
}

fn watch(_: &Ground, words: &Words) -> Found {
    if shield::is_open_to_others() {
        Found::look(say!(words, "doctor-watch-on"))
    } else {
        Found::good(say!(words, "doctor-watch-off"))
    }
}

fn network(_: &Ground, words: &Words) -> Found {
    if wall::keeps_from_networks() {
        Found::good(say!(words, "doctor-network-shut"))
    } else {
        Found::none(say!(words, "doctor-network-open"))
    }
}

fn folders(ground: &Ground, words: &Words) -> Found {
    if wall::keeps_from_files() {
        let place = shown(&ground.exports.to_string_lossy()).into_owned();
        Found::good(say!(words, "doctor-folders-shut", place = place))
    } else {
        Found::none(say!(words, "doctor-folders-open"))
    }
}

fn key(_: &Ground, words: &Words) -> Found {
    if DataKey::can_be_locked() {
        Found::good(say!(words, "doctor-key-locked"))
    } else {
        Found::look(say!(words, "doctor-key-swapped"))
    }
}

fn swap(_: &Ground, words: &Words) -> Found {
    // Systems without the list have none that could be told.
    let on_disk = machine::swaps_on_disk(&fs::read_to_string("/proc/swaps").unwrap_or_default());
    if on_disk.is_empty() {
        Found::good(say!(words, "doctor-swap-none"))
    } else {
        Found::look(say!(words, "doctor-swap", place = on_disk.join(", ")))
    }
}

fn rights(ground: &Ground, words: &Words) -> Found {
    let place = ground.dir.display().to_string();
    if !ground.dir.exists() {
        return Found::good(say!(words, "doctor-rights-none", place = place));
    }
    match machine::open_to_others(&ground.dir) {
        None => Found::good(say!(words, "doctor-rights-good", place = place)),
        Some(path) => Found::look(say!(words, "doctor-rights-bad", place = path.display().to_string())),
    }
}

fn slots(ground: &Ground, words: &Words) -> Found {
    match altered_slots(&ground.dir) {
        Ok(names) if names.is_empty() => Found::good(say!(words, "doctor-slots")),
        Ok(names) => {
            let names: Vec<_> = names.iter().map(|name| shown(name)).collect();
            Found::look(say!(words, "doctor-slots-altered", names = names.join(", ")))
        }
        Err(OpenFailure::NothingThere) => Found::good(say!(words, "doctor-slots-none")),
        Err(failure) => Found::look(sentence(&failure, &ground.dir, words)),
    }
}

fn files(ground: &Ground, words: &Words) -> Found {
    let there = ground.dir.ancestors().find(|dir| dir.exists()).unwrap_or(Path::new("/"));
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let whole = there.canonicalize().unwrap_or_else(|_| there.to_owned());
    let kind = machine::file_system(&mounts, &whole).unwrap_or("?");
    if is_on_network(there) {
        Found::look(say!(words, "doctor-files-network", kind = kind))
    } else {
        Found::good(say!(words, "doctor-files", kind = kind))
    }
}
