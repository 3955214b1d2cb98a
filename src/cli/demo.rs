//! `onward demo`: the desk on invented data that leaves nothing behind, or a store of it to keep.

mod fill;

use crate::cli::exit::{Exit, Trouble};
use crate::cli::reach::Reach;
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
use crate::tui::shell::workplace::Setup;
use clap::Args;
use std::path::{Path, PathBuf};

/// The passphrase of a demo, which protects nothing: everything in it is invented.
const PASSPHRASE: &str = "demo";

/// Stretching it would only make people wait.
const COST: Cost = Cost { memory_kib: 8 * 1024, passes: 1, lanes: 1 };

/// Open the desk on invented data that is gone when it is left.
#[derive(Debug, Args)]
pub struct Demo {
    /// Write a store of invented data into this folder instead, and exit
    #[arg(long, value_name = "DIR")]
    fill: Option<PathBuf>,
    /// How many people such a store has; the larger part are in finished groups, with ten marks each
    #[arg(long, value_name = "N", requires = "fill", default_value_t = 24,
          value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    people: u32,
    /// Decides what is invented: the same number gives the same people
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

impl Demo {
    /// Opens the desk on a temporary store, or writes a store to keep.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        match &self.fill {
            Some(dir) => fill::fill(dir, self.people, self.seed, options, &words),
            None => self.open(options, words),
        }
    }

    /// A store to keep is made where it is to lie; one to try lies with the temporary files.
    pub(super) fn reach(&self, reach: Reach, options: &Options) -> Reach {
        match &self.fill {
            Some(dir) => reach.making(dir),
            None => reach.with_desk(options).writing(&std::env::temp_dir()),
        }
    }

    fn open(&self, options: &Options, words: Words) -> Result<Exit, Trouble> {
        let folder = tempfile::Builder::new().prefix("onward-demo-").tempdir().map_err(|error| {
            let failure = OpenFailure::from(error);
            open::trouble(&failure, &std::env::temp_dir(), &words)
        })?;
        let mut setup = open::setup(options, &words, String::new(), true);
        setup.seed = self.seed;
        setup.cost = Some(COST);
        small(folder.path(), self.seed, &setup, &words)?;
        open::run(Start {
            dir: folder.path().to_owned(),
            language_is_given: true,
            ability: ability(options.ascii, options.marker, |name| std::env::var(name).ok()),
            secret: Some(PASSPHRASE.to_owned().into()),
            name: String::new(),
            setup,
            sign_in: String::new(),
            places: Vec::new(),
            words,
        })
    }
}

/// A store in `dir` with the small desk in it, and what is done for its people.
fn small(dir: &Path, seed: u64, setup: &Setup, words: &Words) -> Result<(), Trouble> {
    let [ten, eight] = courses(&setup.programmes, words)?;
    let actor = say!(words, "demo-actor");
    let (mut store, _) = Store::create(dir, &actor, PASSPHRASE, COST, &mut system_random)
        .map_err(|failure| open::trouble(&failure, dir, words))?;
    let steps = demo::served((seed, now()), &ten, &eight, &setup.services, &actor);
    record(&mut store, steps, |_| {}).map_err(|failure| open::failed(&failure, words))
}

/// The two courses that sample groups run.
fn courses(programmes: &[Programme], words: &Words) -> Result<[Course; 2], Trouble> {
    let mut courses = programmes.iter().flat_map(Programme::courses);
    match (courses.next(), courses.next()) {
        (Some(ten), Some(eight)) => Ok([ten, eight]),
        _ => Err(Trouble::new(Exit::Findings, say!(words, "demo-no-programme"))),
    }
}

/// Records every step, and tells `seen` of each before it is recorded.
fn record(
    store: &mut Store,
    steps: impl IntoIterator<Item = demo::Step>,
    mut seen: impl FnMut(&demo::Step),
) -> Result<(), Failure> {
    store.filling(true)?;
    for step in steps {
        seen(&step);
        let (stamp, entries) = step;
        store.record(&entries, &stamp)?;
    }
    store.filling(false)
}
