//! What is written goes on its way to the disk while more is still being put together: whoever then waits until all of
//! it is there waits for the last of it alone.

use std::fs::File;
use std::io::{self, Write};

/// Bytes that are sent on their way at once.
const SOME: u64 = 8 * 1024 * 1024;

/// A new file.
pub(super) struct Early<'f> {
    file: &'f mut File,
    written: u64,
    /// How many of them are on their way.
    sent: u64,
}

impl<'f> Early<'f> {
    pub(super) fn new(file: &'f mut File) -> Self {
        Self { file, written: 0, sent: 0 }
    }

    #[cfg(target_os = "linux")]
    fn send(&mut self) {
        use rustix::fs::{Advice, fadvise};
        // Nobody reads it again here, which the system takes as a sign to write it now; it need not.
        let _ = fadvise(&*self.file, self.sent, std::num::NonZeroU64::new(self.written - self.sent), Advice::DontNeed);
        self.sent = self.written;
    }

    #[cfg(not(target_os = "linux"))]
    fn send(&mut self) {
        self.sent = self.written;
    }
}

impl Write for Early<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.written += u64::try_from(count).unwrap_or_default();
        if self.written - self.sent >= SOME {
            self.send();
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
