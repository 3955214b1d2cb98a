//! `onward demo`: the desk on invented data that leaves nothing behind.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::{Options, open, place};
use crate::demo;
use crate::domain::programme::{Course, Programme};
use crate::domain::record::{Failure, Records};
use crate::i18n::Words;
use crate::say;
use crate::store::{Cost, OpenFailure, Store, system_random};
use crate::tui::shell::clock::now;
use crate::tui::shell::run::Start;
use crate::tui::shell::terminal::ability;
use clap::Args;
use std::path::Path;

/// The passphrase of a demo, which protects nothing: everything in it is invented.
const PASSPHRASE: &str = "demo";

/// Stretching it would only make people wait.
const COST: Cost = Cost { memory_kib: 8 * 1024, passes: 1, lanes: 1 };

/// Open the desk on invented data that is gone when it is left.
#[derive(Debug, Args)]
pub struct Demo {
    /// Decides what is invented: the same number gives the same people
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

impl Demo {
    /// Opens the desk on a temporary store.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let folder = tempfile::Builder::new().prefix("onward-demo-").tempdir().map_err(|error| {
            let failure = OpenFailure::from(error);
            open::trouble(&failure, &std::env::temp_dir(), &words)
        })?;
        let mut setup = open::setup(options, &words, String::new(), true);
        setup.seed = self.seed;
        fill(folder.path(), self.seed, &setup.programmes, &words)?;
        open::run(Start {
            dir: folder.path().to_owned(),
            language_is_given: true,
            ability: ability(options.ascii, options.marker, |name| std::env::var(name).ok()),
            secret: Some(PASSPHRASE.to_owned().into()),
            name: String::new(),
            setup,
            cost: COST,
            words,
        })
    }
}

/// A store in `dir` with the small desk in it.
fn fill(dir: &Path, seed: u64, programmes: &[Programme], words: &Words) -> Result<(), Trouble> {
    let courses: Vec<Course> = programmes.iter().flat_map(Programme::courses).collect();
    let [ten, eight, ..] = courses.as_slice() else {
        return Err(Trouble::new(Exit::Findings, say!(words, "demo-no-programme")));
    };
    let actor = say!(words, "demo-actor");
    let (mut store, _) = Store::create(dir, &actor, PASSPHRASE, COST, &mut system_random)
        .map_err(|failure| open::trouble(&failure, dir, words))?;
    let recorded: Result<(), Failure> = (|| {
        store.filling(true)?;
        for (stamp, entries) in demo::desk(seed, now(), ten, eight) {
            store.record(&entries, &stamp)?;
        }
        store.filling(false)
    })();
    recorded.map_err(|failure| open::failed(&failure, words))
}
