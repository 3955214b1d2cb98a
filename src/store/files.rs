//! The files of a store: for their owner alone, put into place whole, never in place of another.

use crate::store::OpenFailure;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Makes `dir` and what it needs above it, for the owner alone, and on disk; what was made, outermost first.
pub(super) fn make_directory(dir: &Path) -> Result<Vec<PathBuf>, OpenFailure> {
    let made: Vec<_> = dir.ancestors().take_while(|dir| !dir.exists()).map(Path::to_owned).collect();
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)?;
    for above in made.iter().filter_map(|made| made.parent()) {
        // The folder that programs run in has no name of its own.
        sync_directory(if above.as_os_str().is_empty() { Path::new(".") } else { above })?;
    }
    Ok(made.into_iter().rev().collect())
}

/// An empty file that only its owner may read: SQLite gives its companions the same mode.
pub(super) fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

pub(super) fn link(from: &Path, to: &Path) -> Result<(), OpenFailure> {
    match fs::hard_link(from, to) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Err(OpenFailure::AlreadyThere),
        Err(_) => fs::rename(from, to).map_err(OpenFailure::from), // a file system without links
        Ok(()) => Ok(()),
    }
}

/// Removes every folder in `dir` whose name begins with `start`.
pub(super) fn remove_all(dir: &Path, start: &str) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(start) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// A renamed file is on disk only when its directory is.
pub(super) fn sync_directory(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}

/// Whether `dir` lies on a share of another machine.
#[must_use]
pub fn is_on_network(dir: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        // statfs(2): NFS, SMB, SMB2, CIFS, Coda, AFS, Ceph, 9P, FUSE (sshfs and its kind).
        const SHARES: [u32; 9] =
            [0x6969, 0x517b, 0xfe53_4d42, 0xff53_4d42, 0x7375_7245, 0x5346_414f, 0x00c3_6400, 0x0102_1997, 0x6573_5546];
        rustix::fs::statfs(dir).is_ok_and(|fs| u32::try_from(fs.f_type).is_ok_and(|kind| SHARES.contains(&kind)))
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = dir;
        false
    }
}
