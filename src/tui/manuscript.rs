//! A file of a trainer as the desk last read it: what it holds, and what was found in it, already in words.

use crate::domain::level::Level;
use crate::domain::shelf::Content;
use crate::domain::translation::{Standing, Translation};
use crate::i18n::Words;
use chrono::{DateTime, FixedOffset};
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Something that was found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    pub level: Level,
    /// The name of a file beside it, where it was found in that.
    pub file: Option<String>,
    /// Line and column from 1; zeros when it concerns the file as a whole.
    pub position: (usize, usize),
    /// What is wrong, and what to do.
    pub text: String,
    /// The line as it is written, and the bytes of it that are marked.
    pub excerpt: Option<(String, Range<usize>)>,
    /// The session plan, step, page or agency that it lies in: its number from 0 and its id.
    pub within: Option<(usize, String)>,
}

/// What a file holds, when nothing in it was an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub content: Arc<Content>,
    /// When it was read.
    pub read: DateTime<FixedOffset>,
}

/// A file of a trainer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manuscript {
    pub path: PathBuf,
    /// The last that could be used: of an earlier state where the file has errors by now.
    pub picture: Option<Picture>,
    /// Whether the file cannot be used as it is: its picture is then an earlier one.
    pub is_broken: bool,
    /// Its own, then those of what translates it.
    pub flaws: Vec<Flaw>,
    /// Tags of the languages in which it is there itself.
    pub languages: Vec<String>,
    /// The translations beside it, by the tags of their languages; without a standing where one has errors.
    pub beside: Vec<(String, Option<Standing>)>,
    /// What those say of themselves, without their texts.
    pub translations: Vec<Translation>,
}

impl Manuscript {
    /// Its name, without the folder.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    /// How many flaws are of this level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.flaws.iter().filter(|flaw| flaw.level == level).count()
    }

    /// The same after it was `before`: a file that has become broken keeps its picture.
    fn after(mut self, before: &[Self]) -> Self {
        if self.picture.is_none() {
            let earlier = before.iter().find(|other| other.path == self.path);
            self.picture = earlier.and_then(|earlier| earlier.picture.clone());
        }
        self
    }
}

/// What reads them, said in the words that it is given: it comes from whoever knows the files.
pub type Read = dyn Fn(&Words, DateTime<FixedOffset>) -> Vec<Manuscript> + Send + Sync;

/// What the one file that they are holds by now, where that can be told at a glance, without what is to be said of it.
pub type Glance = dyn Fn() -> Option<Content> + Send + Sync;

/// The files that somebody works on.
#[derive(Clone)]
pub struct Manuscripts {
    read: Arc<Read>,
    glance: Option<Arc<Glance>>,
    /// Where they lie: what changes there is read again.
    folders: Vec<PathBuf>,
    all: Vec<Manuscript>,
    /// The last picture that was read whole, while one is shown that was only glanced at.
    whole: Option<Picture>,
}

impl fmt::Debug for Manuscripts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Manuscripts({:?})", self.folders)
    }
}

impl Manuscripts {
    /// Those in `folders`, as `read` reads them; none before they are read for the first time.
    #[must_use]
    pub fn new(folders: Vec<PathBuf>, read: Arc<Read>) -> Self {
        Self { read, glance: None, folders, all: Vec::new(), whole: None }
    }

    /// The same, of one file, at which `glance` looks when it is saved.
    #[must_use]
    pub fn glanced_at(self, glance: Arc<Glance>) -> Self {
        Self { glance: Some(glance), ..self }
    }

    /// Where they lie.
    #[must_use]
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// Reads them again. What is broken by now keeps the last picture that it had.
    pub fn read(&mut self, words: &Words, now: DateTime<FixedOffset>) {
        let read = (self.read)(words, now);
        let mut before = std::mem::take(&mut self.all);
        if let (Some(whole), [first, ..]) = (self.whole.take(), &mut before[..]) {
            first.picture = Some(whole);
        }
        self.all = read.into_iter().map(|manuscript| manuscript.after(&before)).collect();
    }

    /// Puts what was saved into the picture, where a glance is enough for that; the rest is to be read.
    pub fn glance(&mut self, now: DateTime<FixedOffset>) -> bool {
        let (Some(glance), [file]) = (&self.glance, &mut self.all[..]) else { return false };
        let Some(content) = glance() else { return false };
        let before = file.picture.replace(Picture { content: Arc::new(content), read: now });
        self.whole = self.whole.take().or(before);
        file.is_broken = false;
        true
    }

    /// All of them, in the order of their names.
    #[must_use]
    pub fn all(&self) -> &[Manuscript] {
        &self.all
    }

    /// The one at `path`.
    #[must_use]
    pub fn of(&self, path: &Path) -> Option<&Manuscript> {
        self.all.iter().find(|manuscript| manuscript.path == path)
    }
}
