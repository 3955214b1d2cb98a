//! Programme files from disk: which, in which order, and what keeps one from being read.

use super::family::source_of;
use super::finding::{Finding, Level, What};
use super::form::Found;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest programme file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// A file's name and its text, or why there is none.
pub(super) struct Raw {
    pub(super) file: String,
    pub(super) text: Result<Decoded, Box<Finding>>,
}

/// A file by its name, read when its turn comes: of a thousand only a few are held at the same time.
pub(super) enum Listed {
    At(PathBuf),
    /// One that needs no reading, or that cannot be read.
    Here(Raw),
}

impl Listed {
    /// The file as it was named.
    pub(super) fn name(&self) -> String {
        match self {
            Self::At(path) => path.display().to_string(),
            Self::Here(raw) => raw.file.clone(),
        }
    }

    pub(super) fn read(self) -> Raw {
        match self {
            Self::At(path) => file(&path),
            Self::Here(raw) => raw,
        }
    }
}

/// The text of a file, and what was wrong with its bytes.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// At places of `text`.
    pub(super) found: Vec<Found>,
}

/// The `.ron` files of a directory, by name, then those of its folders that hold other kinds of file.
pub(super) fn directory(path: &Path) -> Vec<Listed> {
    super::folders(path).iter().flat_map(|folder| files(folder)).collect()
}

/// A file, with what translates it or what it translates.
pub(super) fn with_its_family(path: &Path) -> Vec<Listed> {
    let mut listed = vec![Listed::At(path.to_owned())];
    let named = path.display().to_string();
    if let Some(source) = source_of(&named) {
        let source = PathBuf::from(source);
        listed.extend(source.is_file().then_some(Listed::At(source)));
        return listed;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Under the same name as the file, so that both are seen to belong together.
    let beside = names(folder).unwrap_or_default().into_iter();
    let beside = beside.filter_map(|other| Some(path.with_file_name(other.file_name()?)));
    let mut beside: Vec<PathBuf> =
        beside.filter(|other| source_of(&other.display().to_string()) == Some(named.clone())).collect();
    beside.sort();
    listed.extend(beside.into_iter().map(Listed::At));
    listed
}

fn files(path: &Path) -> Vec<Listed> {
    match names(path) {
        Ok(mut files) => {
            files.sort();
            files.into_iter().map(Listed::At).collect()
        }
        Err(error) => vec![Listed::Here(refused(path, unreadable(&error)))],
    }
}

/// One file.
pub(super) fn file(path: &Path) -> Raw {
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(what) => return refused(path, what),
    };
    Raw { file: path.display().to_string(), text: Ok(decode(bytes)) }
}

/// Bytes as text. What is not UTF-8 is read as what it most likely is, so that the other faults of the file
/// are told in the same run.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    let mut decoded = match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, found: Vec::new() },
        Err(error) => foreign(error.as_bytes()),
    };
    if decoded.text.contains('\r') && !decoded.text.contains('\n') {
        let at = decoded.text.find('\r').unwrap_or_default();
        decoded.text = decoded.text.replace('\r', "\n");
        decoded.found.push((at..at, Level::Warning, What::new("finding-line-ends")));
    }
    decoded
}

fn foreign(bytes: &[u8]) -> Decoded {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let text = encoding.decode(bytes).0.into_owned();
        let what = What::new("finding-encoding").with("encoding", encoding.name());
        return Decoded { text, found: vec![(0..0, Level::Error, what)] };
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if let Some(byte) = chunk.invalid().first() {
            let meant = WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0;
            let at = text.len();
            text.push_str(&meant);
            first.get_or_insert_with(|| {
                let what = What::new("finding-windows-1252").with("byte", format!("{byte:02X}"));
                (at..text.len(), Level::Error, what.with("character", &meant))
            });
        }
    }
    Decoded { text, found: first.into_iter().collect() }
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
    let most = usize::try_from(facts.len().min(LARGEST)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(most + 1);
    // One byte more than allowed shows that there is more, whatever the size was said to be.
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if is_too_large(bytes.len()) {
        return Err(What::new("finding-too-large").with("most", LARGEST / 1024));
    }
    Ok(bytes)
}

/// Whether so many bytes are more than a file may have.
pub(super) fn is_too_large(length: usize) -> bool {
    u64::try_from(length).is_ok_and(|length| length > LARGEST)
}

/// A file with more bytes than it may have.
pub(super) fn too_large(file: &str) -> Raw {
    refused(Path::new(file), What::new("finding-too-large").with("most", LARGEST / 1024))
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
