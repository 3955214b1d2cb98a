//! `onward new`: a file to begin with, sound at once, or a fork of one that there is.

use crate::catalogue::scaffold::{Wanted, scaffold};
use crate::catalogue::shape::Kind;
use crate::catalogue::{self, fork};
use crate::cli::exit::{Exit, Trouble};
use crate::cli::reach::Reach;
use crate::cli::{Options, output, place};
use crate::i18n::Words;
use crate::report::file::{directory, keep_name};
use crate::say;
use crate::tui::shell::clock::now;
use clap::{Args, ValueEnum};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Write a new programme, pathway or guide to begin with
#[derive(Debug, Args)]
pub struct New {
    /// What it is to be
    kind: Begun,
    /// What the program calls it: small letters, digits, hyphens; the file is named after it
    id: String,
    /// How many sessions, steps or pages
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=100))]
    sessions: u8,
    /// Begin with this file instead; its id is kept as where the new one descends from
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

/// The kinds of file that can be begun.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Begun {
    Programme,
    Pathway,
    Guide,
    Directory,
}

impl New {
    /// The file is written here.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        let reach = reach.writing(Path::new("."));
        self.from.iter().fold(reach, |reach, from| reach.reading(from).reading(directory(from)))
    }

    /// Writes `ID.ron` here; [`Exit::Usage`] when it is there already or the id is none.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || self.id.len() > 60 || !self.id.chars().all(sound) {
            return Err(Trouble::new(Exit::Usage, say!(words, "finding-id", id = self.id.as_str())));
        }
        let kind = match self.kind {
            Begun::Programme => Kind::Programme,
            Begun::Pathway => Kind::Pathway,
            Begun::Guide => Kind::Guide,
            Begun::Directory => Kind::Directory,
        };
        let text = if let Some(from) = &self.from {
            self.forked(from, kind, &words)?
        } else {
            let language = words.locale().tag;
            let wanted =
                Wanted { kind, id: &self.id, count: self.sessions.into(), today: now().date_naive(), language };
            scaffold(wanted, &|message, number| words.say(message, &[("number", number.into())]))
        };
        let path = PathBuf::from(format!("{}.ron", self.id));
        write(&path, &text, &words)?;
        output::print(&(say!(words, "new-written", file = path.display().to_string()) + "\n"), &words)?;
        Ok(Exit::Done)
    }

    fn forked(&self, from: &Path, kind: Kind, words: &Words) -> Result<String, Trouble> {
        let today = now().date_naive();
        let checked = catalogue::check(from, today);
        let broken = |file: &catalogue::Checked| file.content.is_none() || file.kind != Some(kind);
        if checked.len() != 1 || checked.iter().any(broken) {
            return Err(Trouble::new(Exit::Usage, say!(words, "new-from", file = from.display().to_string())));
        }
        let text = std::fs::read_to_string(from).map_err(|error| unwritable(from, &error, words))?;
        Ok(fork::fork(&text, &self.id))
    }
}

/// Never over a file that is there, and whole or not at all; on disk when it returns.
fn write(path: &Path, text: &str, words: &Words) -> Result<(), Trouble> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| {
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).inspect_err(|_| {
            let _ = std::fs::remove_file(path);
        })
    });
    keep_name(path);
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Trouble::new(Exit::Usage, say!(words, "new-exists", file = path.display().to_string()))
        }
        _ => unwritable(path, &error, words),
    })
}

fn unwritable(path: &Path, error: &io::Error, words: &Words) -> Trouble {
    let reason = words.io_fault(error);
    Trouble::new(Exit::Disk, say!(words, "new-unwritable", file = path.display().to_string(), reason = reason))
}
