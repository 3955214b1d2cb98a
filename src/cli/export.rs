//! `onward export`: a report, written to a file or to standard output.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::open::{self, Opened};
use crate::cli::place;
use crate::domain::certificate::Withheld;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::Reads;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::report::file::{self, FileFault};
use crate::report::{self, Delimiter, Fault, Format, Report, Request};
use crate::say;
use crate::tui::shell::clock::now;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Write the register or the summary of a group, or the certificate of somebody in it
#[derive(Debug, Args)]
pub struct Export {
    /// What to write
    #[arg(value_parser = PossibleValuesParser::new(Report::ALL.map(Report::id)).try_map(|id| Report::from_id(&id).ok_or(id)))]
    report: Report,
    /// The group, by the code that staff use
    #[arg(long, value_name = "ID", required_unless_present = "all", conflicts_with = "all")]
    group: Option<String>,
    /// Whose certificate, by the reference of the person
    #[arg(long, value_name = "REF", required_if_eq("report", "certificate"))]
    person: Option<String>,
    /// The register of all groups, one line per mark
    #[arg(long)]
    all: bool,
    /// How to write it; without it the ending of FILE decides, else it is CSV
    #[arg(long, value_parser = PossibleValuesParser::new(Format::ALL.map(Format::id)).try_map(|id| Format::from_id(&id).ok_or(id)))]
    format: Option<Format>,
    /// The file to write, or - for standard output
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    /// Between the fields of CSV: , or ; or | or tab
    #[arg(long, value_name = "C", default_value = ",", value_parser = delimiter)]
    delimiter: Delimiter,
    /// Replace the file when it is there
    #[arg(long)]
    force: bool,
}

fn delimiter(text: &str) -> Result<Delimiter, &'static str> {
    Delimiter::from_text(text).ok_or("write a comma, a semicolon, a bar, or tab")
}

impl Export {
    /// Writes the report.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        self.check(&place::words(options, None))?;
        let Opened { store, words, .. } = open::open_store(options)?;
        self.write(&store, &words).or_else(|fault| match fault {
            Fault::File(FileFault::Other(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Done),
            fault => Err(trouble(&fault, &words)),
        })
    }

    /// What can be told to be wrong before anybody is asked for a passphrase.
    fn check(&self, words: &Words) -> Result<(), Trouble> {
        if self.all && (self.report != Report::Register || self.format() == Format::Markdown) {
            return Err(trouble(&Fault::NotForAll, words));
        }
        match self.file() {
            Some(target) => file::check(target, self.force).map_err(|fault| trouble(&fault.into(), words)),
            None if self.format() == Format::Xlsx && io::stdout().is_terminal() => {
                Err(Trouble::new(Exit::Usage, say!(words, "export-not-to-a-terminal")))
            }
            None => Ok(()),
        }
    }

    /// The file; none for standard output.
    fn file(&self) -> Option<&Path> {
        Some(self.output.as_path()).filter(|path| *path != Path::new("-"))
    }

    fn format(&self) -> Format {
        let ending = self.output.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        self.format.or_else(|| Format::from_id(&ending?)).unwrap_or(Format::Csv)
    }

    fn write(&self, reads: &dyn Reads, words: &Words) -> Result<Exit, Fault> {
        let request = Request {
            report: self.report,
            group: self.group.as_deref().map(|code| group(reads, code)).transpose()?,
            person: self.person.as_deref().map(|reference| person(reads, reference)).transpose()?,
            format: self.format(),
            delimiter: self.delimiter,
            scratch: self.file().filter(|_| self.all).map(|target| file::directory(target).to_owned()),
        };
        let stop = stop_on_signals()?;
        let mut progress =
            |_| if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let mut write = |out: &mut dyn Write| report::write(&request, reads, words, now(), out, &mut progress);
        if let Some(target) = self.file() {
            file::write_new(target, self.force, write)?;
            println!("{}", say!(words, "export-written", path = shown(&target.to_string_lossy()).into_owned()));
        } else {
            let mut out = io::stdout().lock();
            write(&mut out)?;
            out.flush()?;
        }
        Ok(Exit::Done)
    }
}

/// Ctrl-C and an order to end stop the writing in good order: nothing half written is left behind.
fn stop_on_signals() -> io::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

/// The group by its code, or by the identifier that `onward groups` lists.
fn group(reads: &dyn Reads, code: &str) -> Result<GroupId, Fault> {
    let by_id = || code.parse().ok().map(GroupId);
    reads.group_by_code(code)?.or_else(by_id).ok_or(Fault::NoGroup)
}

/// The person by the reference that staff use.
fn person(reads: &dyn Reads, reference: &str) -> Result<PersonId, Fault> {
    reads.person_by_reference(reference)?.ok_or(Fault::Withheld(Withheld::Unknown))
}

fn trouble(fault: &Fault, words: &Words) -> Trouble {
    let exit = match fault {
        Fault::Reads(failure) => Exit::from(failure),
        Fault::File(FileFault::NotWritable(_) | FileFault::DiskFull | FileFault::Other(_)) => Exit::Disk,
        Fault::File(_) | Fault::NoGroup | Fault::NoPerson | Fault::NotForAll => Exit::Usage,
        Fault::Withheld(_) | Fault::Stopped => Exit::Findings,
    };
    Trouble::new(exit, fault.say(words))
}
