//! `onward print`: a programme on paper, for those who take part or for whoever leads it, or a guide to hand out. No
//! store is opened.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::reach::Reach;
use crate::cli::translate::language;
use crate::cli::which::{Found, FoundGuide, Meant, Which};
use crate::cli::{Options, output, place};
use crate::domain::translation::Translation;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::file::{directory, write_new};
use crate::report::paper::html::html;
use crate::report::paper::md::md;
use crate::report::paper::tongue::Tongue;
use crate::report::paper::{self, Paper, Reader, Wanted};
use crate::say;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Write a programme to print: sheets for participants, or the manual of whoever leads it; or a guide to hand out
#[derive(Debug, Args)]
pub struct Print {
    /// A file, or the id of a programme or guide that the desk knows; `@VERSION` behind it chooses a version
    #[arg(value_name = "FILE")]
    which: Which,
    /// One session alone, counted from 1 as the version has them; of a guide, one page
    #[arg(long, value_name = "N")]
    session: Option<usize>,
    /// The language of the paper, such as pl; two stand side by side: nb,pl
    #[arg(long = "lang", value_name = "LANG", value_delimiter = ',', value_parser = language)]
    lang: Vec<String>,
    /// Who reads it
    #[arg(long = "for", value_enum, value_name = "WHO", default_value = "participant")]
    reader: For,
    /// How it is written
    #[arg(long, value_enum, default_value = "html")]
    format: Format,
    /// The file to write, or - for standard output
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    /// Replace the file when it is there
    #[arg(long)]
    force: bool,
}

/// Who reads it.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum For {
    /// Sheets in large type, with room to write
    Participant,
    /// The manual: everything that is said, done and needed
    Facilitator,
}

/// How it is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A page to print, complete in itself
    Html,
    /// Markdown
    Md,
}

/// The most languages that stand side by side.
const MOST: usize = 3;

impl Print {
    /// What it prints is read, and the file is written.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        let reach = self.which.reach(reach);
        if self.is_printed() { reach } else { reach.writing(directory(&self.output)) }
    }

    fn is_printed(&self) -> bool {
        self.output == Path::new("-")
    }

    /// Writes the paper; [`Exit::Usage`] when there is no such programme, version or session.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        match self.which.guide_or_programme(options, &words)? {
            Meant::Guide(found) => self.guide(&found, &words),
            Meant::Programme(found) => self.programme(&found, &words),
        }
    }

    fn guide(&self, found: &FoundGuide, words: &Words) -> Result<Exit, Trouble> {
        let tongues = self.tongues(found.language(), &found.translations, words);
        let paper = paper::guide::of(&found.guide, self.session, &tongues).ok_or_else(|| {
            let (title, pages) = (words.pick(&found.guide.title), found.guide.pages.len());
            Trouble::new(Exit::Usage, say!(words, "print-no-page", title = title, pages = pages))
        })?;
        self.write(&paper, words)
    }

    fn programme(&self, found: &Found, words: &Words) -> Result<Exit, Trouble> {
        let course = found.course(words)?;
        let tongues = self.tongues(found.language(), &found.translations, words);
        let reader = match self.reader {
            For::Participant => Reader::Participant,
            For::Facilitator => Reader::Facilitator,
        };
        let descends_from = found.programme.descends_from.as_deref();
        let wanted = Wanted { course: &course, descends_from, reader, session: self.session };
        let paper = paper::of(&wanted, &tongues).ok_or_else(|| {
            let title = words.pick(&course.title);
            Trouble::new(Exit::Usage, say!(words, "print-no-session", title = title, sessions = course.sessions.len()))
        })?;
        self.write(&paper, words)
    }

    /// The languages of the paper, for something that was written in `source`.
    fn tongues(&self, source: &str, translations: &[Translation], words: &Words) -> Vec<Tongue> {
        let own = [words.locale().tag.to_owned()];
        let mut tags = if self.lang.is_empty() { own.to_vec() } else { self.lang.clone() };
        tags.dedup();
        tags.truncate(MOST);
        tags.iter().map(|tag| Tongue::new(tag, source, translations)).collect()
    }

    fn write(&self, paper: &Paper, words: &Words) -> Result<Exit, Trouble> {
        let text = match self.format {
            Format::Html => html(paper),
            Format::Md => md(paper),
        };
        if self.is_printed() {
            output::print(&text, words)?;
            return Ok(Exit::Done);
        }
        write_new(&self.output, self.force, |out| Ok::<_, Fault>(out.write_all(text.as_bytes())?))
            .map_err(|fault| Trouble::of(&fault, words))?;
        Ok(Exit::Done)
    }
}
