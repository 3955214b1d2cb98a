//! What the system says about swap, rights and file systems, read without changing anything.

use std::fs;
use std::path::{Path, PathBuf};

/// The swap files and partitions of `/proc/swaps` that are on a disk: zram compresses memory into memory.
pub(super) fn swaps_on_disk(swaps: &str) -> Vec<String> {
    let names = swaps.lines().skip(1).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| !name.contains("zram")).map(str::to_owned).collect()
}

/// The first of the store's folder and its files that somebody besides its owner may read or write.
pub(super) fn open_to_others(dir: &Path) -> Option<PathBuf> {
    let names = ["onward.db", "onward.key", "onward.tries", "onward.db-wal"];
    std::iter::once(dir.to_owned()).chain(names.map(|name| dir.join(name))).find(|path| is_open(path))
}

#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).is_ok_and(|found| found.mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open(path: &Path) -> bool {
    let _ = fs::metadata(path);
    false
}

/// The kind of the file system that `path` lies on, by `/proc/self/mounts`; of two mounted on one place the later.
pub(super) fn file_system<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let lines = mounts.lines().filter_map(|line| {
        let mut parts = line.split_whitespace().skip(1);
        let (place, kind) = (parts.next()?, parts.next()?);
        // Spaces are written as in C.
        let place = place.replace("\\040", " ");
        path.starts_with(&place).then_some((place.len(), kind))
    });
    lines.max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swap_in_memory_is_none() {
        let head = "Filename\t\t\tType\t\tSize\tUsed\tPriority\n";
        for (lines, on_disk) in [
            ("", &[][..]),
            ("/dev/zram0 partition 4 0 100\n", &[]),
            ("/dev/zram0 partition 4 0 100\n/swap.img file 4 0 -2\n", &["/swap.img"]),
            ("/dev/dm-1 partition 4 0 -2\n", &["/dev/dm-1"]),
        ] {
            assert_eq!(swaps_on_disk(&format!("{head}{lines}")), on_disk, "{lines}");
        }
    }

    #[test]
    fn a_path_lies_where_the_longest_mount_says() {
        let mounts = "rootfs / rootfs rw 0 0\n/dev/sda1 / ext4 rw 0 0\nserver:/home /home/my\\040data nfs4 rw 0 0\n";
        for (path, kind) in [("/home", "ext4"), ("/home/my data/desk", "nfs4"), ("/home/my database", "ext4")] {
            assert_eq!(file_system(mounts, Path::new(path)), Some(kind), "{path}");
        }
        assert_eq!(file_system("", Path::new("/")), None);
    }

    #[test]
    #[cfg(unix)]
    fn what_others_may_read_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::TempDir::new().unwrap();
        let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        let key = home.path().join("onward.key");
        fs::write(&key, "").unwrap();
        set(&key, 0o600);
        set(home.path(), 0o700);
        assert_eq!(open_to_others(home.path()), None);
        set(&key, 0o640);
        assert_eq!(open_to_others(home.path()), Some(key));
        set(home.path(), 0o755);
        assert_eq!(open_to_others(home.path()), Some(home.path().to_owned()));
    }
}
