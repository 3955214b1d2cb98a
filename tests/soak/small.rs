//! A disk of a few mebibytes: a file system in memory, in a mount namespace of its own, so that nobody has to be root.

use crate::prison::Prison;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const MOUNT: &str = r#"mount -t tmpfs -o size="$2"m,mode=700 none "$1" && echo ready && exec cat"#;

/// The disk. Dropping it takes it away.
pub struct Small {
    holder: Child,
    place: tempfile::TempDir,
}

impl Small {
    /// A new one of so many mebibytes; none where this machine does not let us, which is said.
    pub fn of(mebibytes: u32) -> Option<Self> {
        let place = tempfile::tempdir().unwrap();
        let line = ["-Urm", "sh", "-c", MOUNT, "mount"];
        let mut unshare = Command::new("unshare");
        unshare
            .args(line)
            .arg(place.path())
            .arg(mebibytes.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let begun = unshare.spawn().ok().and_then(|mut holder| {
            let mut said = String::new();
            BufReader::new(holder.stdout.take()?).read_line(&mut said).ok()?;
            (said == "ready\n").then_some(holder)
        });
        if begun.is_none() {
            crate::tell("SKIPPED: nothing can be mounted here");
        }
        Some(Self { holder: begun?, place })
    }

    /// The disk as it is seen from outside.
    pub fn path(&self) -> PathBuf {
        let inside = self.place.path().strip_prefix("/").unwrap();
        Path::new("/proc").join(self.holder.id().to_string()).join("root").join(inside)
    }

    /// What runs a program on it, in the folder of `prison`, which lies there.
    pub fn runner(&self, prison: &Prison) -> Vec<String> {
        let folder = self.place.path().join(prison.path("").file_name().unwrap());
        let inside = r#"cd "$1" && HOME="$1" && TMPDIR="$1/tmp" && export HOME TMPDIR && shift && exec "$@""#;
        let holder = self.holder.id().to_string();
        let words = ["nsenter", "-t", &holder, "-U", "-m", "--preserve-credentials", "sh", "-c", inside, "inside"];
        words.into_iter().chain([folder.to_str().unwrap()]).map(str::to_owned).collect()
    }

    /// Leaves so many bytes free.
    pub fn fill(&self, free: u64) {
        let mut filler = fs::File::create(self.path().join("filler")).unwrap();
        let room = rustix::fs::statvfs(self.path()).unwrap();
        let length = (room.f_bavail * room.f_frsize).saturating_sub(free);
        filler.write_all(&vec![7; usize::try_from(length).unwrap()]).unwrap();
    }

    /// Makes room again.
    pub fn make_room(&self) {
        fs::remove_file(self.path().join("filler")).unwrap();
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        // What holds it reads to the end of its input.
        drop(self.holder.stdin.take());
        let _ = self.holder.wait();
    }
}
