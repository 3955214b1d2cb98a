//! Opening the desk, and opening its store for a command.

use crate::catalogue::finding::{Finding, Level};
use crate::catalogue::profiles::Profiles;
use crate::catalogue::{Catalogue, settings};
use crate::cli::check;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::keymap::in_force;
use crate::cli::{Options, place};
use crate::domain::record::Reads;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use crate::store::{self, OpenFailure, Store, Unlocked};
use crate::tui::desk::Remark;
use crate::tui::effect::Place;
use crate::tui::shell::clock::now;
use crate::tui::shell::opening::sentence;
use crate::tui::shell::run::{Ending, Start, desk};
use crate::tui::shell::terminal::{ability, has_clipboard};
use crate::tui::shell::workplace::{Discretion, LANGUAGE, Setup};
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

/// A store that a command works on.
#[derive(Debug)]
pub struct Opened {
    pub store: Store,
    pub words: Words,
    pub actor: String,
}

/// Opens the desk on the store that the options name.
pub fn open_desk(options: &Options) -> Result<Exit, Trouble> {
    let words = place::words(options, None);
    let dir = data_dir(options, &words)?;
    let secret = secret_of_file(options, &words)?;
    let setup = setup(options, &words, String::new(), false);
    run(Start {
        dir,
        language_is_given: options.lang.is_some(),
        ability: ability(options.ascii, options.marker, |name| std::env::var(name).ok()),
        secret,
        name: account(),
        setup,
        sign_in: options.sign_in.clone().unwrap_or_default(),
        places: Vec::new(),
        words,
    })
}

/// Opens the desk on nothing but programmes.
pub fn read_programmes(options: &Options) -> Result<Exit, Trouble> {
    let words = place::words(options, None);
    let setup = setup(options, &words, String::new(), false);
    trainers_desk(options, words, setup, Vec::new())
}

/// Opens a desk that has no store and shows nobody's data, with `places` open.
pub fn trainers_desk(options: &Options, words: Words, setup: Setup, places: Vec<Place>) -> Result<Exit, Trouble> {
    run(Start {
        // Not looked into: a desk for trainers opens no store.
        dir: PathBuf::new(),
        language_is_given: true,
        ability: ability(options.ascii, options.marker, |name| std::env::var(name).ok()),
        secret: None,
        sign_in: String::new(),
        name: String::new(),
        setup: Setup { programmes_alone: true, ..setup },
        places,
        words,
    })
}

/// Runs the desk and says why it ended, where that is not by leaving it.
pub fn run(start: Start) -> Result<Exit, Trouble> {
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        return Err(Trouble::new(Exit::Usage, say!(start.words, "open-no-terminal")));
    }
    let (dir, words) = (start.dir.clone(), Words::new(start.words.locale()));
    match desk(start) {
        Ok(()) => Ok(Exit::Done),
        Err(Ending::Opening(failure)) => Err(trouble(&failure, &dir, &words)),
        Err(Ending::Terminal(error)) => {
            Err(Trouble::new(Exit::Usage, say!(words, "open-terminal-failed", why = error.to_string())))
        }
    }
}

/// Opens the store for a command; the passphrase comes from the file, or is asked for.
pub fn open_store(options: &Options) -> Result<Opened, Trouble> {
    let words = place::words(options, None);
    let dir = data_dir(options, &words)?;
    // Before the passphrase is asked for in vain.
    if !store::exists(&dir).map_err(|failure| trouble(&failure, &dir, &words))? {
        return Err(trouble(&OpenFailure::NothingThere, &dir, &words));
    }
    let secret = secret(options, &words)?;
    let opened = knock(&dir, options.sign_in.as_deref().unwrap_or_default(), &secret, &words)
        .and_then(|unlocked| Store::open(&dir, &unlocked));
    let store = opened.map_err(|failure| trouble(&failure, &dir, &words))?;
    let actor = store.who().name.clone();
    let setting = store.setting(LANGUAGE).map_err(|failure| failed(&failure, &words))?;
    let words = place::words(options, setting.as_deref());
    Ok(Opened { store, words, actor })
}

/// The key, once the wait after wrong passphrases is over.
pub fn knock(dir: &Path, name: &str, secret: &str, words: &Words) -> Result<Unlocked, OpenFailure> {
    loop {
        match store::knock(dir, name, secret, now()) {
            Err(failure @ OpenFailure::TooSoon { seconds }) => {
                eprintln!("{}", sentence(&failure, dir, words));
                std::thread::sleep(Duration::from_secs(seconds.into()));
            }
            other => return other,
        }
    }
}

/// A failure of the record as the end of a command.
#[must_use]
pub fn failed(failure: &crate::domain::record::Failure, words: &Words) -> Trouble {
    Trouble::new(Exit::from(failure), words.failure(failure))
}

/// The folder of the store.
pub fn data_dir(options: &Options, words: &Words) -> Result<PathBuf, Trouble> {
    place::data_dir(options).ok_or_else(|| Trouble::new(Exit::Usage, say!(words, "open-no-home")))
}

/// The passphrase of `--passphrase-file` or `--passphrase-fd`: its first line.
pub fn secret_of_file(options: &Options, words: &Words) -> Result<Option<Zeroizing<String>>, Trouble> {
    // What is open already has a name too.
    let descriptor = options.passphrase_fd.map(|number| PathBuf::from(format!("/dev/fd/{number}")));
    let Some(path) = descriptor.as_ref().or(options.passphrase_file.as_ref()) else { return Ok(None) };
    first_line(path, words).map(Some)
}

/// The passphrase that is the first line of the file at `path`.
pub fn first_line(path: &Path, words: &Words) -> Result<Zeroizing<String>, Trouble> {
    let mut text = Zeroizing::new(String::new());
    let read = std::fs::File::open(path).and_then(|file| file.take(64 * 1024).read_to_string(&mut text));
    let place = path.display().to_string();
    if let Err(error) = read {
        let text = say!(words, "open-passphrase-file", place = place, why = words.io_fault(&error));
        return Err(Trouble::new(Exit::Usage, text));
    }
    let line = Zeroizing::new(text.lines().next().unwrap_or("").to_owned());
    if line.is_empty() {
        return Err(Trouble::new(Exit::Usage, say!(words, "open-passphrase-empty", place = place)));
    }
    Ok(line)
}

/// The passphrase for a command: from the file, or asked for.
pub fn secret(options: &Options, words: &Words) -> Result<Zeroizing<String>, Trouble> {
    secret_of_file(options, words)?.map_or_else(|| ask(words, say!(words, "open-passphrase-prompt")), Ok)
}

/// A secret that somebody types, unseen.
pub fn ask(words: &Words, question: String) -> Result<Zeroizing<String>, Trouble> {
    if !std::io::stdin().is_terminal() {
        return Err(Trouble::new(Exit::Locked, say!(words, "open-passphrase-needed")));
    }
    rpassword::prompt_password(question + " ")
        .map(Zeroizing::new)
        .map_err(|_| Trouble::new(Exit::Locked, say!(words, "open-passphrase-needed")))
}

/// Why a store could not be opened, as the end of a command.
#[must_use]
pub fn trouble(failure: &OpenFailure, dir: &Path, words: &Words) -> Trouble {
    let exit = match failure {
        OpenFailure::WrongSecret | OpenFailure::TooSoon { .. } | OpenFailure::Revoked => Exit::Locked,
        OpenFailure::NothingThere | OpenFailure::NotAFolder | OpenFailure::AlreadyThere | OpenFailure::WhoNeeded => {
            Exit::Usage
        }
        OpenFailure::KeyMissing
        | OpenFailure::DatabaseMissing
        | OpenFailure::KeyUnreadable(_)
        | OpenFailure::KeyAltered => Exit::Damaged,
        OpenFailure::KeyNewer { .. } => Exit::Newer,
        OpenFailure::NeedsWriting { .. } => Exit::Disk,
        OpenFailure::Store(failure) => Exit::from(failure),
    };
    Trouble::new(exit, sentence(failure, dir, words))
}

/// Programmes and what was found about them, for `actor`.
#[must_use]
pub fn setup(options: &Options, words: &Words, actor: String, demo: bool) -> Setup {
    let data = if demo { None } else { place::data_dir(options) };
    let today = now().date_naive();
    let catalogue = Catalogue::load(data.as_deref(), options.programmes.as_deref(), today);
    let profiles = Profiles::load(data.as_deref());
    let keys = in_force(options, words);
    let about_keys =
        keys.findings.iter().map(|finding| Remark { text: keys_stay(finding, words), is_error: true, about: None });
    let (room_safe, about_settings) = room_safe(options);
    let faulty = |finding| say!(words, "settings-faulty", fault = remark(finding, words).text);
    let about_settings =
        about_settings.iter().map(|finding| Remark { text: faulty(finding), is_error: true, about: None });
    let about = |finding: &Finding| catalogue.about.get(&finding.file).cloned();
    let about_files =
        catalogue.findings.iter().map(|finding| Remark { about: about(finding), ..remark(finding, words) });
    let about_files = about_files.chain(profiles.findings.iter().map(|finding| remark(finding, words)));
    let remarks = about_keys.chain(about_settings).chain(about_files).collect();
    let mut seed = [0; 8];
    // Without randomness of the system identifiers still differ by the millisecond.
    let _ = store::system_random(&mut seed);
    Setup {
        programmes: Arc::new(catalogue.programmes),
        profiles: profiles.profiles.into_iter().map(Arc::new).collect(),
        services: Arc::new(catalogue.services),
        closed: catalogue.closed,
        remarks,
        manuscripts: None,
        review: None,
        keymap: keys.keymap,
        clipboard: has_clipboard(|name| std::env::var(name).ok()),
        actor,
        discretion: Discretion::new(room_safe),
        exports: place::exports(options),
        cost: None,
        programmes_alone: false,
        demo,
        seed: u64::from_le_bytes(seed),
    }
}

/// Whether room-safe mode is on to begin with: by the command line or the environment, else by the file of
/// settings; and what was found in that. A faulty one may have been meant to say so.
fn room_safe(options: &Options) -> (bool, Vec<Finding>) {
    let file = place::settings_file().filter(|file| file.exists());
    let (settings, findings) = file.map(|file| settings::read(&file)).unwrap_or_default();
    (options.room_safe.or(settings.room_safe).unwrap_or(!findings.is_empty()), findings)
}

/// What was found in a programme file, with its place, in one line.
fn remark(finding: &Finding, words: &Words) -> Remark {
    let said = check::sentence(finding, words);
    let file = shown(&finding.file);
    let place = match finding.position() {
        (0, _) => file.into_owned(),
        (line, column) => format!("{file}:{line}:{column}"),
    };
    Remark { is_error: finding.level == Level::Error, text: format!("{place}: {said}"), about: None }
}

/// What is wrong with the file of other keys, and that the built-in ones stay in force.
fn keys_stay(finding: &Finding, words: &Words) -> String {
    say!(words, "keys-stay", fault = remark(finding, words).text)
}

/// The account's name, for a store that is made without asking.
fn account() -> String {
    let name = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|variable| std::env::var(variable).ok());
    name.and_then(|name| crate::domain::text::clean(&name, crate::domain::text::LINE).ok())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "desk".to_owned())
}
