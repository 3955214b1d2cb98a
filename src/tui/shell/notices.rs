//! Folders that are watched: a change of one of their files wakes the desk. Nothing is asked at rest.

use crate::tui::shell::events::Event;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;
#[cfg(target_os = "linux")]
pub use watching::Notices;

/// What is listened for. On a share of another machine nothing of it is heard.
#[derive(Debug)]
pub struct Ear {
    pub folders: Vec<PathBuf>,
    /// Whether a file of this name is meant.
    pub is_meant: fn(&[u8]) -> bool,
    /// Whether it is told at once when a file is closed that was written, or another is put in its place. What is
    /// written otherwise gathers, and is told once.
    pub at_once: bool,
    /// For how long it gathers.
    pub gathers: Duration,
    /// What the desk is told.
    pub event: fn() -> Event,
}

#[cfg(target_os = "linux")]
mod watching {
    use super::{Ear, Event, Sender};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fd::OwnedFd;
    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
    use rustix::io::Errno;
    use std::io;
    use std::mem::MaybeUninit;
    use std::sync::Arc;
    use std::thread;
    use std::time::Instant;

    /// Watches folders. Dropping it ends the watch.
    #[derive(Debug)]
    pub struct Notices {
        notices: Arc<OwnedFd>,
        watches: Vec<i32>,
    }

    impl Notices {
        /// Tells `events` whenever something changes that `ear` listens for, by whomever. A folder that is not
        /// there is left out.
        ///
        /// # Errors
        /// When the system watches no more.
        pub fn listen(ear: Ear, events: Sender<Event>) -> io::Result<Self> {
            let notices = Arc::new(inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?);
            let whole = WatchFlags::CLOSE_WRITE | WatchFlags::MOVED_TO | WatchFlags::MOVED_FROM | WatchFlags::DELETE;
            let wanted = if ear.at_once { WatchFlags::MODIFY | whole } else { WatchFlags::MODIFY };
            let watch = |folder| inotify::add_watch(&*notices, folder, wanted | WatchFlags::ONLYDIR).ok();
            let watches: Vec<i32> = ear.folders.iter().filter_map(watch).collect();
            if watches.is_empty() {
                return Err(io::ErrorKind::NotFound.into());
            }
            let heard = Arc::clone(&notices);
            let work = move || {
                // Until the watch ends, or nobody is there to be told.
                while wait(&heard, &ear).is_ok() && events.send((ear.event)()).is_ok() {}
            };
            thread::Builder::new().name("notices".to_owned()).stack_size(128 * 1024).spawn(work)?;
            Ok(Self { notices, watches })
        }
    }

    impl Drop for Notices {
        fn drop(&mut self) {
            // The end of a watch is itself a notice, and wakes the thread for the last time.
            for watch in &self.watches {
                let _ = inotify::remove_watch(&self.notices, *watch);
            }
        }
    }

    /// What woke the thread.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Heard {
        /// Something that is not meant.
        Nothing,
        /// A file is being written.
        Writing,
        /// A file is whole again.
        Whole,
        /// The watch ended, or the folder is gone.
        End,
    }

    /// Blocks until there is something to tell; an error when it has ended.
    fn wait(notices: &OwnedFd, ear: &Ear) -> Result<(), Errno> {
        let mut due: Option<Instant> = None;
        loop {
            let left = due.map(|due| due.saturating_duration_since(Instant::now()));
            let left = left.map(|left| Timespec { tv_sec: 0, tv_nsec: left.subsec_nanos().into() });
            match poll(&mut [PollFd::new(notices, PollFlags::IN)], left.as_ref()) {
                Ok(0) => return Ok(()),
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error),
            }
            if !ear.at_once {
                // It sleeps while everything gathers: the desk itself writes page by page, and whoever reads a notice of
                // each of them is in the way of a mark.
                thread::sleep(ear.gathers);
            }
            match take(notices, ear.is_meant)? {
                Heard::Nothing => {}
                Heard::Writing if !ear.at_once => return Ok(()),
                Heard::Writing => due = due.or_else(|| Some(Instant::now() + ear.gathers)),
                Heard::Whole => return Ok(()),
                Heard::End => return Err(Errno::CANCELED),
            }
        }
    }

    /// Takes all notices there are; the weightiest of what they say.
    fn take(notices: &OwnedFd, is_meant: fn(&[u8]) -> bool) -> Result<Heard, Errno> {
        let mut space = [MaybeUninit::<u8>::uninit(); 4096];
        let mut reader = inotify::Reader::new(notices, &mut space);
        let mut heard = Heard::Nothing;
        loop {
            let notice = match reader.next() {
                Err(Errno::AGAIN) => return Ok(heard),
                other => other?,
            };
            let flags = notice.events();
            if flags.contains(ReadFlags::IGNORED) {
                return Ok(Heard::End);
            }
            // What was too much to be told one by one may have been anything.
            let is_lost = flags.contains(ReadFlags::QUEUE_OVERFLOW);
            if is_lost || notice.file_name().is_some_and(|name| is_meant(name.to_bytes())) {
                let is_writing = flags.contains(ReadFlags::MODIFY);
                heard = if is_writing && heard != Heard::Whole { Heard::Writing } else { Heard::Whole };
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::fs;
        use std::sync::mpsc::{RecvTimeoutError, channel};
        use std::time::Duration;

        const LONG: Duration = Duration::from_secs(2);
        const GATHERS: Duration = Duration::from_millis(100);

        fn ear(home: &tempfile::TempDir, at_once: bool) -> Ear {
            Ear {
                folders: vec![home.path().to_owned(), home.path().join("not-there")],
                is_meant: |name| name.ends_with(b".ron"),
                at_once,
                gathers: GATHERS,
                event: || Event::Saved,
            }
        }

        #[test]
        fn what_is_meant_is_heard_and_nothing_else_and_the_end_ends_the_thread() {
            let home = tempfile::tempdir().unwrap();
            let (sender, receiver) = channel();
            let notices = Notices::listen(ear(&home, false), sender).unwrap();
            fs::write(home.path().join("notes"), "x").unwrap();
            assert_eq!(receiver.recv_timeout(4 * GATHERS).err(), Some(RecvTimeoutError::Timeout));
            fs::write(home.path().join("a.ron"), "x").unwrap();
            assert!(matches!(receiver.recv_timeout(LONG), Ok(Event::Saved)));
            // Truncated and written: it gathers, and is told once.
            assert_eq!(receiver.recv_timeout(4 * GATHERS).err(), Some(RecvTimeoutError::Timeout));
            drop(notices);
            // The thread held the other end.
            assert_eq!(receiver.recv_timeout(LONG).err(), Some(RecvTimeoutError::Disconnected));
        }

        #[test]
        fn a_file_that_is_whole_again_is_told_before_anything_gathers() {
            let home = tempfile::tempdir().unwrap();
            let (sender, receiver) = channel();
            let patient = Ear { gathers: Duration::from_millis(900), ..ear(&home, true) };
            let _notices = Notices::listen(patient, sender).unwrap();
            let soon = Duration::from_millis(400);
            let file = home.path().join("a.ron");
            for save in [
                &|| fs::write(&file, "x").unwrap(),
                &|| {
                    fs::write(home.path().join("4913~"), "y").unwrap();
                    fs::rename(home.path().join("4913~"), &file).unwrap();
                },
                &|| fs::remove_file(&file).unwrap(),
            ] as [&dyn Fn(); 3]
            {
                save();
                assert!(matches!(receiver.recv_timeout(soon), Ok(Event::Saved)));
            }
        }

        #[test]
        fn a_file_that_is_written_and_not_closed_is_told_too() {
            let home = tempfile::tempdir().unwrap();
            let mut file = fs::File::create(home.path().join("a.ron")).unwrap();
            let (sender, receiver) = channel();
            let _notices = Notices::listen(ear(&home, true), sender).unwrap();
            io::Write::write_all(&mut file, b"x").unwrap();
            assert!(matches!(receiver.recv_timeout(LONG), Ok(Event::Saved)));
        }
    }
}

/// Elsewhere nothing is heard: what changed shows when it is read again.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub struct Notices;

#[cfg(not(target_os = "linux"))]
impl Notices {
    /// Hears nothing.
    ///
    /// # Errors
    /// Never.
    pub fn listen(_ear: Ear, _events: Sender<Event>) -> std::io::Result<Self> {
        Ok(Self)
    }
}
