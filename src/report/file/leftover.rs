//! What an export leaves behind that was killed: half a file, under a name that nobody gave it. The next export into
//! the same folder removes it.

use std::fs::{self, File, Metadata};
use std::path::Path;
use std::time::Duration;

/// How the name begins of a file that is still being written, and how it ends.
pub(super) const NAME: (&str, &str) = (".onward-", ".part");

/// Younger ones may not be locked yet by whoever writes them.
const YOUNG: Duration = Duration::from_mins(1);

/// Removes such files in `folder`: those of the same account, for it alone, that nobody writes any more. `ours` is
/// the one that is written now; it is locked, as long as it is open, so that another export leaves it alone.
pub(super) fn sweep(folder: &Path, ours: &File) {
    // A file system without locks, or a folder that cannot be read, keeps what it has: nothing rests on it.
    let (Ok(()), Ok(now), Ok(entries)) = (ours.try_lock(), ours.metadata(), fs::read_dir(folder)) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if entry.file_name().to_str().is_some_and(is_name) && is_left(&path, &now) {
            let _ = fs::remove_file(path);
        }
    }
}

fn is_name(name: &str) -> bool {
    let (start, end) = NAME;
    let random = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    random.is_some_and(|random| random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Whether the file is one of ours, and was left. Its age is told by the clock of the disk that both are on.
fn is_left(path: &Path, now: &Metadata) -> bool {
    let Ok(found) = fs::symlink_metadata(path) else { return false };
    let age = now.modified().ok().zip(found.modified().ok()).and_then(|(now, then)| now.duration_since(then).ok());
    let is_free = || File::open(path).is_ok_and(|file| file.try_lock().is_ok());
    is_like(&found, now) && age.is_some_and(|age| age > YOUNG) && is_free()
}

/// A plain file with one name, of the same owner, with the same rights.
#[cfg(unix)]
fn is_like(found: &Metadata, ours: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    found.is_file() && found.nlink() == 1 && found.uid() == ours.uid() && found.mode() == ours.mode()
}

#[cfg(not(unix))]
fn is_like(found: &Metadata, _ours: &Metadata) -> bool {
    found.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::os::unix::fs::{OpenOptionsExt, symlink};

    fn make(folder: &Path, name: &str, mode: u32, age: u64) -> File {
        let file = File::options().write(true).create_new(true).mode(mode).open(folder.join(name)).unwrap();
        let now = file.metadata().unwrap().modified().unwrap();
        file.set_modified(now - Duration::from_secs(age)).unwrap();
        file
    }

    #[test]
    fn what_nobody_writes_any_more_goes_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        drop(make(at, ".onward-left01.part", 0o600, 3_600));
        for (name, mode, age) in [
            (".onward-young1.part", 0o600, 0),
            (".onward-open01.part", 0o644, 3_600),
            (".onward-toolong.part", 0o600, 3_600),
            ("a.csv", 0o600, 3_600),
            ("theirs", 0o600, 3_600),
        ] {
            drop(make(at, name, mode, age));
        }
        symlink(at.join("theirs"), at.join(".onward-link01.part")).unwrap();
        fs::hard_link(at.join("a.csv"), at.join(".onward-hard01.part")).unwrap();
        let written = make(at, ".onward-write1.part", 0o600, 3_600);
        written.lock().unwrap();
        let ours = make(at, ".onward-ours01.part", 0o600, 0);
        let names = || fs::read_dir(at).unwrap().map(|e| e.unwrap().file_name()).collect::<BTreeSet<_>>();
        let before = names();
        sweep(at, &ours);
        let gone: Vec<_> = before.difference(&names()).cloned().collect();
        assert_eq!(gone, [".onward-left01.part"]);
        // Once whoever wrote it is gone, however they ended, the next export takes it away.
        drop(written);
        sweep(at, &ours);
        assert!(!at.join(".onward-write1.part").exists());
    }
}
