//! `onward fingerprint`: by which word a supervisor knows what this desk signs.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::open::{self, Opened};
use crate::cli::output::print;
use crate::domain::record::Reads;

/// Prints it.
pub fn run(options: &Options) -> Result<Exit, Trouble> {
    let Opened { store, words, .. } = open::open_store(options)?;
    print(&format!("{}\n", store.identity().fingerprint()), &words).map(|()| Exit::Done)
}
