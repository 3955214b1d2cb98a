//! A file written beside its target and then renamed: whole or not at all, readable by its owner alone.

mod early;
mod leftover;

use crate::domain::text::shown;
use crate::i18n::Words;
use crate::say;
use early::Early;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Why a file was not written. What was there is as it was.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    /// Whoever made the link decides where it leads: it is never followed.
    #[error("{} is a link", .0.display())]
    Link(PathBuf),
    #[error("{} is not a file", .0.display())]
    NotAFile(PathBuf),
    #[error("there is no directory {}", .0.display())]
    NoDirectory(PathBuf),
    #[error("{} cannot be written", .0.display())]
    NotWritable(PathBuf),
    #[error("the disk is full")]
    DiskFull,
    #[error(transparent)]
    Other(io::Error),
}

impl From<io::Error> for FileFault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Other(error),
        }
    }
}

impl FileFault {
    /// What happened and what to do next.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let name = |path: &Path| shown(&path.to_string_lossy()).into_owned();
        match self {
            Self::Exists(path) => say!(words, "file-exists", path = name(path)),
            Self::Link(path) => say!(words, "file-is-a-link", path = name(path)),
            Self::NotAFile(path) => say!(words, "file-is-not-a-file", path = name(path)),
            Self::NoDirectory(path) => say!(words, "file-no-directory", path = name(path)),
            Self::NotWritable(path) => say!(words, "file-not-writable", path = name(path)),
            Self::DiskFull => say!(words, "file-disk-full"),
            Self::Other(error) => say!(words, "file-other", error = words.io_fault(error)),
        }
    }

    /// The fault of what was tried with `path`.
    fn of(error: io::Error, path: &Path) -> Self {
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Exists(path.to_owned()),
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoDirectory(directory(path).to_owned()),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotWritable(path.to_owned()),
            ErrorKind::IsADirectory => Self::NotAFile(path.to_owned()),
            _ => Self::from(error),
        }
    }
}

/// The directory that a file lies in.
#[must_use]
pub fn directory(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Brings the name of a file to disk, which it is only when its directory is; file systems that cannot do this need
/// not.
pub fn keep_name(path: &Path) {
    let _ = fs::File::open(directory(path)).and_then(|directory| directory.sync_all());
}

/// Whether `target` may be written: what is there already is refused unless `force`, a link always.
///
/// # Errors
/// Why not.
pub fn check(target: &Path, force: bool) -> Result<(), FileFault> {
    match fs::symlink_metadata(target) {
        Ok(found) if found.file_type().is_symlink() => Err(FileFault::Link(target.to_owned())),
        Ok(found) if !found.is_file() => Err(FileFault::NotAFile(target.to_owned())),
        Ok(_) if !force => Err(FileFault::Exists(target.to_owned())),
        Ok(_) => Ok(()),
        // No file yet: good, as long as there is a directory.
        Err(error) if error.kind() == ErrorKind::NotFound && directory(target).is_dir() => Ok(()),
        Err(error) => Err(FileFault::of(error, target)),
    }
}

/// Writes a new file with mode 0600. Until `write` has returned and all of it is on disk there is no
/// `target`; when `write` fails nothing is left behind. With `force` an existing file is replaced.
///
/// # Errors
/// Why not, or what `write` says.
pub fn write_new<T, E: From<FileFault>>(
    target: &Path,
    force: bool,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, E>,
) -> Result<T, E> {
    give_out(target, force, write, |_| Ok(()))
}

/// As [`write_new`]; the file gets its name only after `allow`, told what `write` said, has said yes.
///
/// # Errors
/// As [`write_new`], or what `allow` says.
pub fn give_out<T, E: From<FileFault>>(
    target: &Path,
    force: bool,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, E>,
    allow: impl FnOnce(&T) -> Result<(), E>,
) -> Result<T, E> {
    check(target, force)?;
    let fault = |error| FileFault::of(error, target);
    // tempfile makes it with mode 0600 and removes it unless it is persisted.
    let (start, end) = leftover::NAME;
    let mut beside =
        tempfile::Builder::new().prefix(start).suffix(end).tempfile_in(directory(target)).map_err(fault)?;
    leftover::sweep(directory(target), beside.as_file());
    let written = write(&mut Early::new(beside.as_file_mut()))?;
    beside.as_file().sync_all().map_err(fault)?;
    allow(&written)?;
    // Somebody may have put something there meanwhile: without `force` the name must still be free.
    let moved = if force { beside.persist(target) } else { beside.persist_noclobber(target) };
    moved.map_err(|error| fault(error.error))?;
    keep_name(target);
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn hello(out: &mut (dyn Write + Send)) -> Result<(), FileFault> {
        Ok(out.write_all(b"hello")?)
    }

    fn names(directory: &Path) -> Vec<String> {
        fs::read_dir(directory).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn what_is_not_allowed_is_not_given_out() {
        let directory = tempfile::tempdir().unwrap();
        let target = directory.path().join("a.csv");
        let refused = give_out(&target, false, hello, |()| Err(FileFault::DiskFull));
        assert!(matches!(refused, Err(FileFault::DiskFull)));
        assert_eq!(names(directory.path()), <[String; 0]>::default());
        let not_yet = |(): &()| if target.exists() { Err(FileFault::DiskFull) } else { Ok(()) };
        give_out(&target, false, hello, not_yet).unwrap();
        assert!(target.exists());
    }

    #[test]
    fn a_new_file_is_whole_and_private() {
        let directory = tempfile::tempdir().unwrap();
        let target = directory.path().join("a.csv");
        write_new(&target, false, hello).unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"hello");
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(names(directory.path()), ["a.csv"]);
    }

    #[test]
    fn a_file_that_goes_to_disk_piece_by_piece_is_whole() {
        let directory = tempfile::tempdir().unwrap();
        let target = directory.path().join("a.csv");
        let piece: Vec<u8> = (0..=250).cycle().take(300_000).collect();
        let pieces =
            |out: &mut (dyn Write + Send)| (0..100).try_for_each(|_| out.write_all(&piece)).map_err(FileFault::from);
        write_new(&target, false, pieces).unwrap();
        assert!(fs::read(&target).unwrap() == piece.repeat(100));
    }

    #[test]
    fn an_existing_file_is_replaced_only_by_force() {
        let directory = tempfile::tempdir().unwrap();
        let target = directory.path().join("a.csv");
        fs::write(&target, "old").unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(write_new(&target, false, hello), Err(FileFault::Exists(path)) if path == target));
        assert_eq!(fs::read(&target).unwrap(), b"old");
        write_new(&target, true, hello).unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"hello");
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_link_is_refused_even_by_force() {
        let directory = tempfile::tempdir().unwrap();
        let (other, link, dangling) =
            (directory.path().join("other"), directory.path().join("link"), directory.path().join("dangling"));
        fs::write(&other, "theirs").unwrap();
        symlink(&other, &link).unwrap();
        symlink(directory.path().join("nowhere"), &dangling).unwrap();
        for target in [&link, &dangling] {
            for force in [false, true] {
                assert!(matches!(write_new(target, force, hello), Err(FileFault::Link(path)) if path == *target));
            }
        }
        assert_eq!(fs::read(&other).unwrap(), b"theirs");
        assert_eq!(names(directory.path()).len(), 3);
    }

    #[test]
    fn what_appears_meanwhile_is_not_overwritten() {
        let directory = tempfile::tempdir().unwrap();
        let target = directory.path().join("a.csv");
        let outcome: Result<(), FileFault> = write_new(&target, false, |out| {
            fs::write(&target, "quicker").unwrap();
            hello(out)
        });
        assert!(matches!(outcome, Err(FileFault::Exists(_))));
        assert_eq!((fs::read(&target).unwrap(), names(directory.path()).len()), (b"quicker".to_vec(), 1));
    }

    #[test]
    fn a_writer_that_fails_leaves_nothing_behind() {
        let directory = tempfile::tempdir().unwrap();
        let target = directory.path().join("a.csv");
        let outcome: Result<(), FileFault> = write_new(&target, false, |out| {
            hello(out)?;
            Err(io::Error::from(ErrorKind::StorageFull).into())
        });
        assert!(matches!(outcome, Err(FileFault::DiskFull)));
        assert!(names(directory.path()).is_empty());
    }

    #[test]
    fn a_directory_and_a_missing_directory_are_named() {
        let directory = tempfile::tempdir().unwrap();
        let missing = directory.path().join("missing");
        assert!(matches!(write_new(directory.path(), true, hello), Err(FileFault::NotAFile(_))));
        let outcome = write_new(&missing.join("a.csv"), false, hello);
        assert!(matches!(outcome, Err(FileFault::NoDirectory(path)) if path == missing));
        let outcome = write_new(Path::new("/dev/null"), true, hello);
        assert!(matches!(outcome, Err(FileFault::NotAFile(_))));
    }
}
