//! `onward author` and `onward preview`: what a trainer writes, as it will be seen, while it is written. The files
//! are checked as `onward check` does it; no store is opened, and nobody's data is shown.

use crate::catalogue::finding::Finding;
use crate::catalogue::glance::Reading;
use crate::catalogue::{self, Checked, Content, source_of};
use crate::cli::check::sentence;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::reach::Reach;
use crate::cli::{Options, open, place};
use crate::domain::text::shown;
use crate::domain::translation::Translation;
use crate::i18n::Words;
use crate::report::file::directory;
use crate::say;
use crate::tui::effect::Place;
use crate::tui::manuscript::{Flaw, Manuscript, Manuscripts, Picture};
use crate::tui::shell::workplace::Setup;
use chrono::{DateTime, FixedOffset};
use clap::Args;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Show a file of a trainer as the room, the planner and people will see it; it follows the file
#[derive(Debug, Args)]
pub struct Preview {
    /// A programme, a pathway, a guide or a directory
    file: PathBuf,
}

/// Open a trainer's folder: its programmes with their state, and each as it will be seen
#[derive(Debug, Args)]
pub struct Author {
    /// The folder
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

impl Preview {
    /// The file lies beside what translates it, and may be a link to one that lies elsewhere.
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        folders_of(&self.file).iter().fold(reach, |reach, folder| reach.reading(folder))
    }

    /// Opens the file; [`Exit::Usage`] when there is none.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        if !self.file.is_file() {
            let file = self.file.display().to_string();
            return Err(Trouble::new(Exit::Usage, say!(words, "proof-no-file", file = file)));
        }
        open_on(file(&self.file), Place::Proof(self.file.clone()), options, words)
    }
}

impl Author {
    pub(super) fn reach(&self, reach: Reach) -> Reach {
        reach.reading(&self.dir)
    }

    /// Opens the folder; [`Exit::Usage`] when there is none.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        if !self.dir.is_dir() {
            let dir = self.dir.display().to_string();
            return Err(Trouble::new(Exit::Usage, say!(words, "author-no-folder", dir = dir)));
        }
        open_on(folder(&self.dir), Place::Author, options, words)
    }
}

fn open_on(manuscripts: Manuscripts, place: Place, options: &Options, words: Words) -> Result<Exit, Trouble> {
    let setup = open::setup(options, &words, String::new(), false);
    let setup = Setup { manuscripts: Some(manuscripts), ..setup };
    open::trainers_desk(options, words, setup, vec![place])
}

/// The file at `path`, with what translates it.
#[must_use]
pub fn file(path: &Path) -> Manuscripts {
    let named = path.to_owned();
    let last = Arc::new(Mutex::new(None));
    let known = Arc::clone(&last);
    let read = move |words: &Words, now: DateTime<FixedOffset>| {
        let (mut checked, reading) = catalogue::followed(&named, now.date_naive());
        // A file that is broken by now is held against what it was before.
        if reading.is_some() {
            *last.lock().unwrap_or_else(PoisonError::into_inner) = reading;
        }
        vec![manuscript(named.clone(), &mut checked, words, now)]
    };
    let glance = move || known.lock().unwrap_or_else(PoisonError::into_inner).as_ref().and_then(Reading::glance);
    Manuscripts::new(folders_of(path), Arc::new(read)).glanced_at(Arc::new(glance))
}

/// Every file in the folder `path`, and in the folders of it that hold other kinds of file.
#[must_use]
pub fn folder(path: &Path) -> Manuscripts {
    let named = path.to_owned();
    let read = move |words: &Words, now: DateTime<FixedOffset>| {
        let mut checked = catalogue::check(&named, now.date_naive());
        let family = |checked: &Checked| source_of(&checked.file).unwrap_or_else(|| checked.file.clone());
        let families = checked.chunk_by_mut(|one, other| family(one) == family(other));
        let first = |files: &[Checked]| files.first().map(|first| PathBuf::from(&first.file));
        families.filter_map(|files| Some(manuscript(first(files)?, files, words, now))).collect()
    };
    Manuscripts::new(catalogue::folders(path), Arc::new(read))
}

/// Where a file lies, and what it may be a link to.
fn folders_of(path: &Path) -> Vec<PathBuf> {
    let here = directory(path);
    let here = if here.as_os_str().is_empty() { Path::new(".") } else { here };
    let mut folders = vec![here.to_owned()];
    let real = path.canonicalize().ok().and_then(|real| real.parent().map(Path::to_owned));
    folders.extend(real.filter(|real| here.canonicalize().is_ok_and(|here| here != *real)));
    folders
}

/// The file at `path` with its family, the source of which comes first: what that holds is taken out of it.
fn manuscript(path: PathBuf, family: &mut [Checked], words: &Words, now: DateTime<FixedOffset>) -> Manuscript {
    let named = path.display().to_string();
    let translations = family.iter().filter_map(head).collect();
    let content = family.first_mut().and_then(|source| source.content.take());
    let family = &*family;
    // What was asked for comes first, whether it is the source or translates it.
    let (own, others): (Vec<&Checked>, Vec<&Checked>) = family.iter().partition(|checked| checked.file == named);
    let found = own.into_iter().chain(others).flat_map(|checked| &checked.findings);
    let beside: Vec<_> = family.iter().skip(1).filter_map(translation).collect();
    // What a translation brings stands among the texts of what it translates by now.
    let mut languages = content.as_ref().map(languages).unwrap_or_default();
    languages.retain(|tag| beside.iter().all(|(other, _)| other != tag));
    Manuscript {
        is_broken: content.is_none(),
        flaws: found.map(|finding| flaw(finding, &named, words)).collect(),
        languages,
        beside,
        translations,
        picture: content.map(|content| Picture { content: Arc::new(content), read: now }),
        path,
    }
}

/// The languages in which its title stands in the file itself.
fn languages(content: &Content) -> Vec<String> {
    let title = match content {
        Content::Programme(programme) => &programme.title,
        Content::Pathway(pathway) => &pathway.title,
        Content::Guide(guide) => &guide.title,
        Content::Directory(directory) => &directory.title,
        Content::ClosedDays(_) | Content::Translation(_) => return Vec::new(),
    };
    title.0.keys().cloned().collect()
}

/// The language that a file brings, and how much of it.
fn translation(checked: &Checked) -> Option<(String, Option<catalogue::Standing>)> {
    let stem = Path::new(&checked.file).file_stem()?.to_str()?;
    let (_, tag) = stem.rsplit_once('.')?;
    Some((tag.to_owned(), checked.standing))
}

/// What a translation says of itself.
fn head(checked: &Checked) -> Option<Translation> {
    let Some(Content::Translation(translation)) = &checked.content else { return None };
    let Translation { translates, language, review, partial, .. } = (**translation).clone();
    Some(Translation { translates, language, review, partial, texts: Vec::new() })
}

fn flaw(finding: &Finding, named: &str, words: &Words) -> Flaw {
    let name = Path::new(&finding.file).file_name().map(|name| shown(&name.to_string_lossy()).into_owned());
    Flaw {
        level: finding.level,
        file: name.filter(|_| finding.file != named),
        position: finding.position(),
        text: sentence(finding, words),
        excerpt: finding.excerpt(),
        within: finding.within.as_ref().map(|within| (within.number, within.id.clone())),
    }
}
