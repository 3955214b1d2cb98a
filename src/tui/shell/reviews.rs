//! The files of a review: bundles are read, what a supervisor says is kept in a folder of their own, and remarks and
//! merged figures are written.

use crate::domain::review::Reviews;
use crate::domain::text::shown;
use crate::i18n::Words;
use crate::report::bundle::sealed;
use crate::report::file::{self, FileFault};
use crate::report::review::{self, Review};
use crate::report::{Fault, Format, write_held};
use crate::say;
use crate::tui::effect::{Judging, Said};
use chrono::{DateTime, FixedOffset};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// The folder of a supervisor in the data folder.
pub const FOLDER: &str = "review";
/// What is kept in it.
const KEPT: &str = "reviews.json";

/// Why a review cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum ReviewFault {
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// What was kept cannot be understood, and is left as it is.
    #[error("{0} is not what was kept")]
    Kept(PathBuf),
}

impl ReviewFault {
    /// What happened and what to do next.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let name = |path: &Path| shown(&path.to_string_lossy()).into_owned();
        match self {
            Self::File(path, why) => say!(words, "review-no-file", path = name(path), why = words.io_fault(why)),
            Self::Kept(path) => say!(words, "review-kept-broken", path = name(path)),
        }
    }
}

/// Bundles that are being reviewed, and where what is said of them is kept.
#[derive(Debug, Clone)]
pub struct Reviewing {
    folder: PathBuf,
    /// Where the files lie, in the order of the review.
    files: Vec<PathBuf>,
    pub review: Review,
}

impl Reviewing {
    /// Opens `files`; what was said before is kept in `folder`.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn open(folder: PathBuf, files: &[PathBuf]) -> Result<Self, ReviewFault> {
        let reviews = kept(&folder)?;
        let read = files.iter().map(|path| Ok((name(path), bytes(path)?))).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { folder, files: files.to_owned(), review: Review::of(read, reviews) })
    }

    /// Does what was asked for, and says it.
    ///
    /// # Errors
    /// When a file could not be written; then nothing is kept of it.
    pub fn judge(&mut self, judging: &Judging, words: &Words, now: DateTime<FixedOffset>) -> Result<String, Fault> {
        let before = self.review.reviews.clone();
        let today = now.date_naive();
        let reviews = &mut self.review.reviews;
        match judging {
            Judging::Know { identity, name } => reviews.enrol(identity, name, today),
            Judging::Say(Said { identity, head, group, remarks }) => {
                reviews.judge(identity, group, head, remarks.as_deref(), today);
            }
            Judging::Unsay(Said { identity, head, group, .. }) => reviews.unsay(identity, group, head),
            Judging::Merge(path) => {
                self.merge(path, None, words, now)?;
                return Ok(say!(words, "export-done", place = path.display().to_string()));
            }
        }
        let done = self.keep().map_err(Fault::from).and_then(|()| match judging {
            Judging::Say(said @ Said { remarks: Some(_), .. }) => {
                let place = self.write_remarks(said, words, now)?;
                Ok(say!(words, "review-goes-back", place = place.display().to_string()))
            }
            Judging::Know { name, .. } => Ok(say!(words, "review-known", name = name)),
            Judging::Say(Said { group, .. }) => Ok(say!(words, "review-ticked-off", group = group)),
            _ => Ok(say!(words, "review-taken-back")),
        });
        if done.is_err() {
            self.review.reviews = before;
            // It is on disk already where only the remarks could not be written.
            let _ = self.keep();
        }
        done
    }

    /// Writes the whole review to a new file, in the format that its ending says.
    ///
    /// # Errors
    /// When the file could not be written, or nothing is written so.
    pub fn merge(
        &self,
        path: &Path,
        format: Option<Format>,
        words: &Words,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Fault> {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        let format = format.or_else(|| Format::from_id(&ending?)).ok_or(Fault::NotInThis)?;
        let document = review::document(&self.review, words, now);
        file::write_new(path, false, |out| write_held(&document, format, words, out))
    }

    /// What goes back lies beside the bundle that it is about, and replaces what went back before.
    fn write_remarks(&self, said: &Said, words: &Words, now: DateTime<FixedOffset>) -> Result<PathBuf, Fault> {
        let is_meant = |file: &review::Reviewed| {
            let bundle = file.outcome.as_ref();
            bundle.is_ok_and(|bundle| bundle.identity == said.identity && bundle.head == said.head)
        };
        let at = self.review.files.iter().position(is_meant).ok_or(Fault::NoGroup)?;
        let path = self.files.get(at).ok_or(Fault::NoGroup)?;
        let document = review::remarks(&self.review, at, words, now).ok_or(Fault::NoGroup)?;
        let target = path.with_extension("remarks.md");
        file::write_new(&target, true, |out| write_held(&document, Format::Markdown, words, out))?;
        Ok(target)
    }

    fn keep(&self) -> Result<(), FileFault> {
        make_folder(&self.folder)?;
        let json = serde_json::to_vec_pretty(&self.review.reviews).map_err(io::Error::from)?;
        file::write_new(&self.folder.join(KEPT), true, |out: &mut (dyn Write + Send)| Ok(out.write_all(&json)?))
    }
}

/// A folder that only its owner reads.
fn make_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// What was kept; nothing where nothing was said yet.
fn kept(folder: &Path) -> Result<Reviews, ReviewFault> {
    let path = folder.join(KEPT);
    match fs::read(&path) {
        Ok(json) => serde_json::from_slice(&json).map_err(|_| ReviewFault::Kept(path)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Reviews::default()),
        Err(error) => Err(ReviewFault::File(path, error)),
    }
}

/// A file, as far as a bundle goes: what is longer is none.
fn bytes(path: &Path) -> Result<Vec<u8>, ReviewFault> {
    let fault = |error| ReviewFault::File(path.to_owned(), error);
    let file = File::open(path).map_err(fault)?;
    if !file.metadata().map_err(fault)?.is_file() {
        return Err(fault(ErrorKind::InvalidInput.into()));
    }
    let (most, mut bytes) = (u64::try_from(sealed::MOST).unwrap_or(u64::MAX) + 1024, Vec::new());
    file.take(most).read_to_end(&mut bytes).map_err(fault)?;
    Ok(bytes)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
