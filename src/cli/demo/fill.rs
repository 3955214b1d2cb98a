//! `onward demo --fill`: a store of invented data to keep, for trying, teaching and measuring.

use super::{courses, record};
use crate::cli::exit::{Exit, Trouble};
use crate::cli::output::print;
use crate::cli::{Options, open};
use crate::demo;
use crate::domain::entry::Entry;
use crate::domain::record::{Failure, Records, Stamp};
use crate::i18n::Words;
use crate::say;
use crate::store::{self, Cost, OpenFailure, Store, system_random};
use crate::tui::shell::clock::now;
use crate::tui::shell::run::CONFIRMED;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use zeroize::Zeroizing;

/// Makes a store of `people` invented people in `dir`; the passphrase is that of the file, or a new
/// one that is printed this once.
pub fn fill(dir: &Path, people: u32, seed: u64, options: &Options, words: &Words) -> Result<Exit, Trouble> {
    let given = open::secret_of_file(options, words)?;
    let setup = open::setup(options, words, String::new(), true);
    let [ten, eight] = courses(&setup.programmes, words)?;
    let actor = say!(words, "demo-actor");
    let passphrase = match &given {
        Some(passphrase) => passphrase.clone(),
        None => new_passphrase().map_err(|error| open::trouble(&OpenFailure::from(error), dir, words))?,
    };
    let (mut store, _) = Store::create(dir, &actor, &passphrase, Cost::default(), &mut system_random)
        .map_err(|failure| open::trouble(&failure, dir, words))?;
    let mut progress = Progress::new(people, words);
    let recorded = record(&mut store, demo::large(seed, now(), &ten, &eight, people), |step| progress.see(step))
        .and_then(|()| confirm(&mut store, actor));
    progress.end();
    if let Err(failure) = recorded {
        drop(store);
        // Half a store of invented people is of no use to anybody.
        store::discard(dir);
        return Err(open::failed(&failure, words));
    }
    let mut said = say!(words, "demo-filled", people = people, place = dir.display().to_string()) + "\n";
    if given.is_none() {
        said += &(say!(words, "demo-passphrase", passphrase = passphrase.as_str()) + "\n");
    }
    print(&said, words).map(|()| Exit::Done)
}

/// Nobody needs the recovery code of invented data on paper: the desk opens without asking for it.
fn confirm(store: &mut Store, actor: String) -> Result<(), Failure> {
    let entry = Entry::Setting { item: CONFIRMED.to_owned(), to: Some(Box::new("yes".to_owned())) };
    store.record(&[entry], &Stamp { actor, at: now() })?;
    Ok(())
}

/// Twenty letters and digits that are not mistaken for each other: a hundred random bits.
fn new_passphrase() -> io::Result<Zeroizing<String>> {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz123456789";
    let mut random = Zeroizing::new([0; 20]);
    system_random(&mut *random)?;
    let mut text = Zeroizing::new(String::with_capacity(24));
    for (index, byte) in random.iter().enumerate() {
        if index > 0 && index % 5 == 0 {
            text.push('-');
        }
        text.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    Ok(text)
}

/// How far the filling is, on a terminal.
struct Progress<'a> {
    words: &'a Words,
    of: u32,
    people: u32,
    shown: bool,
}

impl<'a> Progress<'a> {
    fn new(of: u32, words: &'a Words) -> Self {
        Self { words, of, people: 0, shown: io::stderr().is_terminal() }
    }

    fn see(&mut self, (_, entries): &demo::Step) {
        let new = entries.iter().filter(|entry| matches!(entry, Entry::Person { .. })).count();
        self.people += u32::try_from(new).unwrap_or(0);
        if self.shown {
            eprint!("\r{}", say!(self.words, "demo-filling", people = self.people, of = self.of));
            let _ = io::stderr().flush();
        }
    }

    fn end(&self) {
        if self.shown {
            eprintln!();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::{About, Reads};
    use crate::i18n::Locale;

    fn words() -> Words {
        Words::new(Locale::choose(["en"]))
    }

    #[test]
    fn a_new_passphrase_is_long_and_new() {
        let (one, other) = (new_passphrase().unwrap(), new_passphrase().unwrap());
        assert_eq!((one.len(), one.split('-').count()), (23, 4));
        assert_ne!(one, other);
    }

    #[test]
    fn the_same_seed_fills_the_same_store_and_the_passphrase_of_the_file_opens_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("passphrase");
        std::fs::write(&file, "four unrelated words\n").unwrap();
        let options = Options { passphrase_file: Some(file), ..Options::default() };
        let entries = |name: &str, seed: u64| {
            let dir = folder.path().join(name);
            assert_eq!(fill(&dir, 30, seed, &options, &words()), Ok(Exit::Done));
            let store = Store::open(&dir, &store::unlock(&dir, "four unrelated words").unwrap()).unwrap();
            assert_eq!(store.setting(CONFIRMED).unwrap().as_deref(), Some("yes"));
            let history = store.history(About::Everything, None, 10_000).unwrap();
            history.into_iter().map(|recorded| recorded.entry).collect::<Vec<_>>()
        };
        let first = entries("first", 7);
        assert_eq!(first.iter().filter(|entry| entry.kind() == "person").count(), 30);
        assert_eq!(first, entries("again", 7));
        assert_ne!(first, entries("other", 8));
        let taken = fill(&folder.path().join("first"), 30, 7, &options, &words()).unwrap_err();
        assert_eq!(taken.exit(), Exit::Usage);
    }
}
