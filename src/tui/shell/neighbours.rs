//! Other desks on the same store: a change of its files wakes this one, which then looks whether it was another
//! that made it. Nothing is asked at rest.

use crate::tui::shell::events::Event;
use std::path::Path;
use std::sync::mpsc::Sender;
#[cfg(target_os = "linux")]
pub use watching::Neighbours;

#[cfg(target_os = "linux")]
mod watching {
    use super::{Event, Path, Sender};
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::fd::OwnedFd;
    use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
    use rustix::io::Errno;
    use std::io;
    use std::mem::MaybeUninit;
    use std::sync::Arc;
    use std::thread;
    use std::time::Duration;

    /// A recording writes several times: it is told once, and well within two seconds.
    const GATHERED: Duration = Duration::from_millis(150);

    /// What is watched begins with this: the database and its log.
    const OURS: &[u8] = b"onward.db";

    /// Watches the folder of a store. Dropping it ends the watch.
    #[derive(Debug)]
    pub struct Neighbours {
        notices: Arc<OwnedFd>,
        watch: i32,
    }

    impl Neighbours {
        /// Tells `events` whenever the store in `dir` is written, by whomever. On a share of another machine
        /// nothing of that is heard.
        ///
        /// # Errors
        /// When the system watches no more.
        pub fn watch(dir: &Path, events: Sender<Event>) -> io::Result<Self> {
            let notices = Arc::new(inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?);
            let watch = inotify::add_watch(&*notices, dir, WatchFlags::MODIFY | WatchFlags::ONLYDIR)?;
            let heard = Arc::clone(&notices);
            let work = move || {
                while let Ok(heard) = listen(&heard) {
                    let goes_on = match heard {
                        Heard::Nothing => true,
                        Heard::Written => events.send(Event::Neighbour).is_ok(),
                        Heard::End => false,
                    };
                    if !goes_on {
                        return;
                    }
                }
            };
            thread::Builder::new().name("neighbours".to_owned()).stack_size(128 * 1024).spawn(work)?;
            Ok(Self { notices, watch })
        }
    }

    impl Drop for Neighbours {
        fn drop(&mut self) {
            // The end of the watch is itself a notice, and wakes the thread for the last time.
            let _ = inotify::remove_watch(&self.notices, self.watch);
        }
    }

    /// What woke the thread.
    enum Heard {
        /// Something that is not ours.
        Nothing,
        Written,
        /// The watch ended, or the folder is gone.
        End,
    }

    /// Blocks until there are notices, and takes all that gather.
    fn listen(notices: &OwnedFd) -> Result<Heard, Errno> {
        while let Err(Errno::INTR) = poll(&mut [PollFd::new(notices, PollFlags::IN)], None) {}
        thread::sleep(GATHERED);
        let mut space = [MaybeUninit::<u8>::uninit(); 4096];
        let mut reader = inotify::Reader::new(notices, &mut space);
        let mut heard = Heard::Nothing;
        loop {
            let notice = match reader.next() {
                Err(Errno::AGAIN) => return Ok(heard),
                other => other?,
            };
            if notice.events().contains(ReadFlags::IGNORED) {
                return Ok(Heard::End);
            }
            if notice.file_name().is_some_and(|name| name.to_bytes().starts_with(OURS)) {
                heard = Heard::Written;
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::fs;
        use std::sync::mpsc::{RecvTimeoutError, channel};

        const LONG: Duration = Duration::from_secs(2);

        #[test]
        fn the_store_is_heard_and_nothing_else_and_the_end_ends_the_thread() {
            let home = tempfile::tempdir().unwrap();
            let (sender, receiver) = channel();
            let neighbours = Neighbours::watch(home.path(), sender).unwrap();
            fs::write(home.path().join("notes"), "x").unwrap();
            assert_eq!(receiver.recv_timeout(4 * GATHERED).err(), Some(RecvTimeoutError::Timeout));
            fs::write(home.path().join("onward.db-wal"), "x").unwrap();
            assert!(matches!(receiver.recv_timeout(LONG), Ok(Event::Neighbour)));
            drop(neighbours);
            // The thread held the other end.
            assert_eq!(receiver.recv_timeout(LONG).err(), Some(RecvTimeoutError::Disconnected));
        }
    }
}

/// Elsewhere nothing is heard of other desks: what they recorded shows when a screen is opened again.
#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
pub struct Neighbours;

#[cfg(not(target_os = "linux"))]
impl Neighbours {
    /// Hears nothing.
    ///
    /// # Errors
    /// Never.
    pub fn watch(_dir: &Path, _events: Sender<Event>) -> std::io::Result<Self> {
        Ok(Self)
    }
}
