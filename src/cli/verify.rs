//! `onward verify`: whether the record is what was recorded.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::open::{self, Opened};
use crate::cli::output::print;
use crate::domain::audit::Head;
use crate::i18n::Words;
use crate::say;
use clap::Args;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;

/// Check that nobody changed the record behind the desk's back
///
/// Follows the chain of the journal from the first entry, makes every table once more from it, and compares.
/// The first row that is not right is named; the exit code is then 4.
#[derive(Debug, Args)]
pub struct Verify {
    /// The end of the journal as an export bears it: whether the record still has everything up to there
    #[arg(long, value_name = "SEQ:HASH")]
    head: Option<Head>,
}

impl Verify {
    /// Audits the record.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let Opened { store, words, .. } = open::open_store(options)?;
        let shows = io::stderr().is_terminal();
        let mut progress = |rows| {
            if shows {
                see(rows, &words);
            }
            ControlFlow::Continue(())
        };
        let audited = store.audit(self.head.as_ref(), &mut progress);
        if shows {
            eprintln!();
        }
        let Some(audit) = audited.map_err(|failure| open::failed(&failure, &words))? else {
            return Ok(Exit::Findings);
        };
        let said = words.audit(&audit, self.head.as_ref()).join("\n");
        if audit.damage.is_some() {
            return Err(Trouble::new(Exit::Damaged, said));
        }
        print(&(said + "\n"), &words).map(|()| Exit::Done)
    }
}

fn see(rows: u64, words: &Words) {
    eprint!("\r{}", say!(words, "audit-checking", rows = rows));
    let _ = io::stderr().flush();
}
