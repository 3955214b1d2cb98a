//! `onward review`: bundles of several desks, held against their seals, their own marks and what was reviewed before.
//! No store is opened.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::output::{columns, stream};
use crate::cli::reach::Reach;
use crate::cli::{Options, open, place};
use crate::domain::review::named;
use crate::domain::text::{LINE, clean, shown};
use crate::i18n::Words;
use crate::report::file::{FileFault, directory};
use crate::report::review::{Line, Outcome, document};
use crate::report::{Fault, Format, held_lines, write_held};
use crate::say;
use crate::tui::effect::{Judging, Place, Said};
use crate::tui::shell::clock::now;
use crate::tui::shell::reviews::{FOLDER, Reviewing};
use crate::tui::shell::workplace::Setup;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// Columns of what is printed where nobody says how wide.
const WIDE: u16 = 100;

/// Review bundles of several desks: no store is opened, and nothing needs a network
///
/// Without an option that says what to do a screen opens. Ends with 0 when everything is sealed by desks that are
/// known, adds up and lacks nothing; else with 1 (something is missing), 10 (altered), 11 (cut off), 12 (older than
/// what was reviewed), 13 (a desk that nobody knows) or 14 (totals that do not add up).
#[derive(Debug, Args)]
pub struct Review {
    /// The bundles, as `onward export bundle` wrote them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// From now on know the desk with this fingerprint: compare it with what the desk shows
    #[arg(long, value_name = "FINGERPRINT")]
    know: Option<String>,
    /// What that desk is called here; without it, as it calls itself
    #[arg(long, requires = "know")]
    name: Option<String>,
    /// Tick off every group that is as it should be, and was not judged yet
    #[arg(long)]
    tick: bool,
    /// Send every group back that was not ticked off, with these remarks: they are written beside the bundle
    #[arg(long, value_name = "TEXT", conflicts_with = "tick")]
    remarks: Option<String>,
    /// Print everything there is to say; `text` is to be read, the others are for other programs
    #[arg(long, value_parser = PossibleValuesParser::new(FORMATS).map(|id| Shape(Format::from_id(&id))))]
    format: Option<Shape>,
    /// Write it to this file; the ending or --format says how
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// How it is printed: as text, or in a format of tables.
#[derive(Debug, Clone, Copy)]
struct Shape(Option<Format>);

/// Text, and every format of tables.
const FORMATS: [&str; 6] = ["text", "csv", "xlsx", "md", "json", "html"];

impl Review {
    /// The bundles, the folders that remarks are written into, and that of the supervisor.
    pub(super) fn reach(&self, reach: Reach, options: &Options) -> Reach {
        let reach = self.files.iter().fold(reach, |reach, file| reach.reading(file).writing(directory(file)));
        let reach = self.output.iter().fold(reach, |reach, file| reach.writing(directory(file)));
        reach.with_store(options).writing(&place::exports(options))
    }

    /// Reviews them.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        let folder = open::data_dir(options, &words)?.join(FOLDER);
        let opened = Reviewing::open(folder, &self.files);
        let mut reviewing = opened.map_err(|fault| Trouble::new(Exit::Usage, fault.say(&words)))?;
        let says = self.know.is_some() || self.tick || self.remarks.is_some();
        let prints = self.format.is_some() || self.output.is_some();
        if !says && !prints && io::stdout().is_terminal() && io::stdin().is_terminal() {
            let setup = open::setup(options, &words, String::new(), false);
            let setup = Setup { review: Some(reviewing), ..setup };
            return open::trainers_desk(options, words, setup, vec![Place::Review]);
        }
        for judging in self.judgings(&reviewing, &words)? {
            let said = reviewing.judge(&judging, &words, now()).map_err(|fault| Trouble::of(&fault, &words))?;
            stream(&words, |out| Ok(writeln!(out, "{}", shown(&said))?))?;
        }
        if prints || !says {
            self.print(&reviewing, &words)?;
        }
        Ok(exit(reviewing.review.outcome()))
    }

    /// What the options say of the desks and the groups.
    fn judgings(&self, reviewing: &Reviewing, words: &Words) -> Result<Vec<Judging>, Trouble> {
        let refused = |text: String| Trouble::new(Exit::Usage, text);
        let line = |text: &str| clean(text, LINE).map_err(|fault| refused(words.text_fault(&fault)));
        let review = &reviewing.review;
        let (mut judgings, mut known) = (Vec::new(), None);
        if let Some(typed) = &self.know {
            let named = review.bundles().find(|bundle| bundle.identity.is_called(typed));
            let bundle = named.ok_or_else(|| refused(say!(words, "review-no-such-desk", fingerprint = typed)))?;
            let name = self.name.as_deref().map_or_else(|| Ok(review.name(bundle).into_owned()), line)?;
            known = Some(bundle.identity);
            judgings.push(Judging::Know { identity: bundle.identity, name });
        }
        if !self.tick && self.remarks.is_none() {
            return Ok(judgings);
        }
        // A desk that becomes known with the same command is known already.
        let mut after = review.clone();
        if let (Some(identity), Some(Judging::Know { name, .. })) = (known, judgings.first()) {
            after.reviews.enrol(&identity, name, now().date_naive());
        }
        let remarks = self.remarks.as_deref().map(line).transpose()?;
        let open = || after.counted().filter(|line| after.is_open(*line));
        let names = |remarks: &String| open().find_map(|line| named(remarks, &line.group.people).map(str::to_owned));
        if let Some(reference) = remarks.as_ref().and_then(names) {
            return Err(refused(say!(words, "review-remarks-name", reference = reference)));
        }
        let judged = |line: Line<'_>| {
            let (identity, head) = (line.bundle.identity, line.bundle.head.clone());
            Judging::Say(Said { identity, head, group: line.group.code.clone(), remarks: remarks.clone() })
        };
        judgings.extend(open().map(judged));
        Ok(judgings)
    }

    fn print(&self, reviewing: &Reviewing, words: &Words) -> Result<(), Trouble> {
        let document = document(&reviewing.review, words, now());
        let failed = |fault: Fault| Trouble::of(&fault, words);
        let file = self.output.as_deref().filter(|path| *path != Path::new("-"));
        let format = self.format.and_then(|Shape(format)| format);
        match (file, format) {
            (Some(path), format) => {
                reviewing.merge(path, format, words, now()).map_err(failed)?;
                let place = shown(&path.to_string_lossy()).into_owned();
                stream(words, |out| Ok(writeln!(out, "{}", say!(words, "export-written", path = place))?))
            }
            (None, Some(format)) => {
                let written = write_held(&document, format, words, &mut io::stdout());
                written.or_else(|fault| match fault {
                    Fault::File(FileFault::Other(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                    fault => Err(failed(fault)),
                })
            }
            (None, None) => stream(words, |out| {
                let width = usize::from(columns().unwrap_or(WIDE));
                held_lines(&document, words, width).iter().try_for_each(|line| writeln!(out, "{line}"))?;
                Ok(())
            }),
        }
    }
}

/// How a review ends.
fn exit(outcome: Outcome) -> Exit {
    match outcome {
        Outcome::Altered => Exit::Altered,
        Outcome::Truncated => Exit::Truncated,
        Outcome::NotABundle => Exit::Usage,
        Outcome::Newer => Exit::Newer,
        Outcome::Unbalanced => Exit::Unbalanced,
        Outcome::Older => Exit::Older,
        Outcome::Unknown => Exit::Unknown,
        Outcome::Missing => Exit::Findings,
        Outcome::Clean => Exit::Done,
    }
}
