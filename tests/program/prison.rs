//! A folder with everything that the program is given: a store of invented people, and the file of its passphrase.

use crate::terminal::Terminal;
use chrono::{DateTime, FixedOffset};
use onward::catalogue::Catalogue;
use onward::demo;
use onward::domain::entry::Entry;
use onward::domain::programme::{Course, Programme};
use onward::domain::record::{Records, Stamp};
use onward::store::{Cost, Store, system_random};
use onward::tui::shell::clock::now;
use onward::tui::shell::run::CONFIRMED;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The built program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_onward");

pub const PASSPHRASE: &str = "seven grey herons wade";

/// What names the store and opens it without asking.
pub const OPEN: [&str; 6] = ["--lang", "en", "--data", "store", "--passphrase-file", "passphrase"];

/// The folder; it is the home directory of whatever runs in it.
pub struct Prison(TempDir);

impl Prison {
    /// Without a store.
    pub fn new() -> Self {
        Self::within(&std::env::temp_dir())
    }

    /// Without a store, in a folder of `place`.
    pub fn within(place: &Path) -> Self {
        let folder = tempfile::tempdir_in(place).unwrap();
        fs::write(folder.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        fs::create_dir(folder.path().join("tmp")).unwrap();
        Self(folder)
    }

    /// With a store of `people` invented people; its key is cheap to stretch, so that no test waits for it.
    pub fn with(people: u32) -> Self {
        Self::filled(|now, ten, eight| demo::large(7, now, ten, eight, people).collect())
    }

    /// The same with what `steps` records, told the time and the two courses.
    pub fn filled(steps: impl FnOnce(DateTime<FixedOffset>, &Course, &Course) -> Vec<demo::Step>) -> Self {
        let prison = Self::new();
        let cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };
        let (mut store, _) =
            Store::create(&prison.path("store"), "Kari", PASSPHRASE, cost, &mut system_random).unwrap();
        let programmes = Catalogue::load(None, None, now().date_naive()).programmes;
        let courses: Vec<_> = programmes.iter().flat_map(Programme::courses).collect();
        store.filling(true).unwrap();
        for (stamp, entries) in steps(now(), &courses[0], &courses[1]) {
            store.record(&entries, &stamp).unwrap();
        }
        let confirmed = Entry::Setting { item: CONFIRMED.to_owned(), to: Some(Box::new("yes".to_owned())) };
        store.record(&[confirmed], &Stamp { actor: "Kari".to_owned(), at: now() }).unwrap();
        store.filling(false).unwrap();
        prison
    }

    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    /// The environment that everything here runs in, and nothing else of it.
    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let variables =
            [("TERM", "xterm-256color".into()), ("LANG", "en_US.UTF-8".into()), ("TMPDIR", self.path("tmp"))];
        let path = std::env::var_os("PATH").unwrap().into();
        variables.into_iter().chain([("HOME", self.path("")), ("PATH", path)]).collect()
    }

    /// The program in a terminal of 80 columns and 24 rows.
    pub fn terminal(&self, arguments: &[&str]) -> Terminal {
        self.terminal_with(arguments, &[])
    }

    /// The same with these variables set too.
    pub fn terminal_with(&self, arguments: &[&str], variables: &[(&'static str, &str)]) -> Terminal {
        self.terminal_of(&[&[PROGRAM], arguments].concat(), variables)
    }

    /// A terminal with whatever `line` starts.
    pub fn terminal_of(&self, line: &[&str], variables: &[(&'static str, &str)]) -> Terminal {
        let given = variables.iter().map(|(name, value)| (*name, value.into()));
        Terminal::new(self.0.path(), line, self.environment().into_iter().chain(given))
    }

    /// The desk on the store, once it is drawn to its last line.
    pub fn desk(&self) -> Terminal {
        let mut terminal = self.terminal(&OPEN);
        terminal.wait_for("Sessions today");
        terminal.wait_for("Kari");
        terminal
    }

    /// The program as a command, to be given arguments and run.
    pub fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        command.current_dir(self.0.path()).env_clear().envs(self.environment());
        command
    }

    /// Runs the program with the words of `line`.
    pub fn run(&self, line: &str) -> Answer {
        self.command().args(line.split_whitespace()).output().unwrap().into()
    }
}

/// How a command ended, and what it said.
#[derive(Debug)]
pub struct Answer {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}
