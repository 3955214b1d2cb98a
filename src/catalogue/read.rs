//! Programme files from disk: which, in which order, and what keeps one from being read.

use super::finding::{Finding, Level, What};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest programme file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// A file's name and its text, or why there is none.
pub(super) struct Raw {
    pub(super) file: String,
    pub(super) text: Result<String, Box<Finding>>,
}

/// The `.ron` files of a directory, by name.
pub(super) fn directory(path: &Path) -> Vec<Raw> {
    match names(path) {
        Ok(mut files) => {
            files.sort();
            files.iter().map(|file| self::file(file)).collect()
        }
        Err(error) => vec![refused(path, unreadable(&error))],
    }
}

/// One file.
pub(super) fn file(path: &Path) -> Raw {
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(what) => return refused(path, what),
    };
    match String::from_utf8(bytes) {
        Ok(text) => Raw { file: path.display().to_string(), text: Ok(text) },
        Err(error) => not_utf8(path, &error),
    }
}

fn names(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
            files.push(path);
        }
    }
    Ok(files)
}

fn bytes(path: &Path) -> Result<Vec<u8>, What> {
    // Asked before opening: a pipe in the directory would be waited on for ever.
    let facts = std::fs::metadata(path).map_err(|error| unreadable(&error))?;
    if !facts.is_file() {
        return Err(What::new("finding-not-a-file"));
    }
    let mut bytes = Vec::new();
    // One byte more than allowed shows that there is more, whatever the size was said to be.
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(What::new("finding-too-large").with("most", LARGEST / 1024));
    }
    Ok(bytes)
}

fn unreadable(error: &io::Error) -> What {
    match error.kind() {
        io::ErrorKind::NotFound => What::new("finding-missing"),
        io::ErrorKind::PermissionDenied => What::new("finding-forbidden"),
        _ => What::new("finding-unreadable").with("reason", error),
    }
}

fn refused(path: &Path, what: What) -> Raw {
    let file = path.display().to_string();
    let finding = Finding::of_file(&file, Level::Error, what);
    Raw { file, text: Err(Box::new(finding)) }
}

/// Named at the first byte that is not UTF-8, so that an editor can be taken there.
fn not_utf8(path: &Path, error: &std::string::FromUtf8Error) -> Raw {
    let file = path.display().to_string();
    let at = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes());
    let finding = Finding::at(&file, &text, &(at..at + 1), Level::Error, What::new("finding-not-utf8"));
    Raw { file, text: Err(Box::new(finding)) }
}
