//! `onward translate`: a translation beside its file, written or brought up to date.

use crate::catalogue::{self, Content, translating};
use crate::cli::exit::{Exit, Trouble};
use crate::cli::reach::Reach;
use crate::cli::{Options, output, place};
use crate::domain::codes::Language;
use crate::i18n::Words;
use crate::report::file::{directory, keep_name};
use crate::say;
use crate::tui::shell::clock::now;
use clap::Args;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Write the translation of a file, or add to it what is missing and mark what is stale
#[derive(Debug, Args)]
pub struct Translate {
    /// What to translate
    file: PathBuf,
    /// The language to translate into: a code of ISO 639, such as pl
    #[arg(long, value_name = "LANG", value_parser = language)]
    to: String,
}

impl Translate {
    /// The translation lies beside what it translates.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        reach.writing(directory(&self.file))
    }

    /// Writes `ID.LANG.ron` beside the file and keeps what is there.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let unreadable = || Trouble::new(Exit::Usage, say!(words, "translate-broken", file = named(&self.file)));
        let checked = catalogue::check(&self.file, now().date_naive());
        let kind = match checked.as_slice() {
            [file] if file.content.as_ref().is_some_and(|held| !matches!(held, Content::Translation(_))) => file.kind,
            _ => None,
        };
        let kind = kind.ok_or_else(unreadable)?;
        let source = std::fs::read_to_string(&self.file).map_err(|error| failed(&self.file, &error, &words))?;
        let path = self.file.with_extension(format!("{}.ron", self.to));
        let before = match std::fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(&path, &error, &words)),
        };
        let updated = translating::updated(&source, kind.fields(), &self.to, before.as_deref());
        let Some(updated) = updated else {
            return Err(Trouble::new(Exit::Usage, say!(words, "translate-broken", file = named(&path))));
        };
        if before.as_deref() != Some(updated.text.as_str()) {
            replace(&path, &updated.text).map_err(|error| failed(&path, &error, &words))?;
        }
        let (missing, stale) = (updated.missing, updated.stale);
        let said = say!(words, "translate-done", file = named(&path), missing = missing, stale = stale);
        output::print(&(said + "\n"), &words)?;
        Ok(Exit::Done)
    }
}

fn named(path: &Path) -> String {
    path.display().to_string()
}

/// Whole or not at all: written beside, then renamed.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(directory(path))?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    keep_name(path);
    Ok(())
}

fn failed(path: &Path, error: &io::Error, words: &Words) -> Trouble {
    let reason = words.io_fault(error);
    Trouble::new(Exit::Disk, say!(words, "new-unwritable", file = named(path), reason = reason))
}

/// A language of ISO 639, as the standard writes it.
pub(super) fn language(tag: &str) -> Result<String, String> {
    Language::new(tag).map(|language| language.code().to_owned()).map_err(|error| error.to_string())
}
