//! Which files a command may reach: what it writes, and what it reads besides what every program of the system needs.
//!
//! [`super::wall`] holds the whole program to it, from before the store is opened until it ends.

use crate::cli::{Options, place};
use directories::UserDirs;
use std::path::{Path, PathBuf};

/// Folders and files, each with all that lies beneath it. What is not there is given no right, and what is to be
/// made is told by [`Reach::making`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    pub(super) reads: Vec<PathBuf>,
    pub(super) writes: Vec<PathBuf>,
}

/// Where the system shows what is plugged in: a file of people may come from there.
const PLUGGED_IN: [&str; 3] = ["/media", "/run/media", "/mnt"];

impl Reach {
    /// What the options of every command name: keys, settings, programmes, the passphrase, and what trainers put
    /// into the folder of the store.
    #[must_use]
    pub fn of_options(options: &Options) -> Self {
        let descriptor = options.passphrase_fd.map(|number| PathBuf::from(format!("/dev/fd/{number}")));
        let settings = place::settings_file().and_then(|file| Some(file.parent()?.to_owned()));
        let named = [&options.keys, &options.programmes, &options.passphrase_file].into_iter().flatten().cloned();
        let usual = [descriptor, settings, place::data_dir(options)].into_iter().flatten();
        Self { reads: named.chain(usual).collect(), writes: Vec::new() }
    }

    /// And what a command reads that somebody named: the file, or the folder with all that is in it.
    #[must_use]
    pub fn reading(mut self, path: &Path) -> Self {
        self.reads.push(here(path));
        self
    }

    /// And a folder that it writes into; the file system is asked for it now.
    #[must_use]
    pub fn writing(mut self, dir: &Path) -> Self {
        self.writes.push(here(dir));
        self
    }

    /// And a folder that it may have to make: then in what is there above it.
    #[must_use]
    pub fn making(self, dir: &Path) -> Self {
        let there = dir.ancestors().map(here).find(|dir| dir.exists());
        there.map_or(self.clone(), |dir| self.writing(&dir))
    }

    /// And the store.
    #[must_use]
    pub fn with_store(self, options: &Options) -> Self {
        place::data_dir(options).map_or(self.clone(), |dir| self.making(&dir))
    }

    /// And what somebody may name at the desk: written is only where exports go. Whoever says where that is reads
    /// nowhere else either; otherwise a file of people may lie at home or on what is plugged in.
    #[must_use]
    pub fn with_desk(self, options: &Options) -> Self {
        let reach = self.writing(&place::exports(options));
        if options.exports.is_some() {
            return reach;
        }
        let home = UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
        PLUGGED_IN.iter().map(PathBuf::from).chain(home).fold(reach, |reach, dir| reach.reading(&dir))
    }
}

/// The path, or the folder that the program was started in where it is empty.
fn here(path: &Path) -> PathBuf {
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_to_be_made_is_reached_from_the_one_above_it() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        std::fs::create_dir(at("there")).unwrap();
        for (dir, written) in [("there", "there"), ("there/new/store", "there"), ("new", "")] {
            let written = if written.is_empty() { home.path().to_owned() } else { at(written) };
            assert_eq!(Reach::default().making(&at(dir)).writes, [written], "{dir}");
        }
        assert_eq!(Reach::default().making(Path::new("no-such-store")).writes, [PathBuf::from(".")]);
    }

    #[test]
    fn a_desk_writes_only_its_store_and_where_exports_go() {
        let home = tempfile::tempdir().unwrap();
        let (data, out) = (home.path().join("store"), home.path().join("out"));
        std::fs::create_dir(&data).unwrap();
        std::fs::create_dir(&out).unwrap();
        let options = Options { data: Some(data.clone()), exports: Some(out.clone()), ..Options::default() };
        let reach = Reach::of_options(&options).with_store(&options).with_desk(&options);
        assert_eq!(reach.writes, [data.clone(), out]);
        assert!(reach.reads.contains(&data) && !reach.reads.contains(&PathBuf::from("/media")), "{reach:?}");
        let options = Options { exports: None, ..options };
        assert!(Reach::default().with_desk(&options).reads.contains(&PathBuf::from("/media")));
    }
}
