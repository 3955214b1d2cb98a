//! `onward completions` and `onward man`: made from the same definitions as the command line itself.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::output::stream;
use crate::cli::reach::Reach;
use crate::cli::{CommandLine, Options, place};
use crate::domain::text::shown;
use crate::say;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::path::{Path, PathBuf};

/// Print what makes a shell complete commands and options
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell that is to know them
    shell: Shell,
}

impl Completions {
    /// Prints the script.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut CommandLine::command(), "onward", &mut script);
        stream(&place::words(options, None), |out| Ok(out.write_all(&script)?))?;
        Ok(Exit::Done)
    }
}

/// Print the manual page, or write those of every command
#[derive(Debug, Args)]
pub struct Man {
    /// The folder that the pages are written into
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Man {
    /// The folder of the pages.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        self.folder.iter().fold(reach, |reach, folder| reach.writing(folder))
    }

    /// Prints the page of the program, or writes all of them.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        match &self.folder {
            Some(folder) => pages(folder).map_err(|error| {
                let place = shown(&folder.to_string_lossy()).into_owned();
                Trouble::new(Exit::Disk, say!(words, "man-not-written", place = place, why = words.io_fault(&error)))
            })?,
            None => stream(&words, |out| Ok(clap_mangen::Man::new(CommandLine::command()).render(out)?))?,
        }
        Ok(Exit::Done)
    }
}

/// `onward.1`, `onward-export.1` and so on.
fn pages(folder: &Path) -> std::io::Result<()> {
    clap_mangen::generate_to(CommandLine::command(), folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_and_every_report_is_completed() {
        let folder = tempfile::tempdir().unwrap();
        pages(folder.path()).unwrap();
        for command in crate::cli::commands() {
            let page = folder.path().join(format!("onward-{command}.1"));
            assert!(std::fs::read_to_string(&page).unwrap().contains("onward"), "{command}");
        }
        let mut script = Vec::new();
        clap_complete::generate(Shell::Bash, &mut CommandLine::command(), "onward", &mut script);
        let script = String::from_utf8(script).unwrap();
        for word in ["evaluation", "timetable", "--since", "--passphrase-fd"] {
            assert!(script.contains(word), "{word}");
        }
    }
}
