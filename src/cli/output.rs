//! What commands write to standard output.

use crate::cli::exit::{Exit, Trouble};
use crate::domain::record::Failure;
use crate::i18n::Words;
use std::io::{self, BufWriter, Write};

/// Why writing stopped.
#[derive(Debug)]
pub enum Stop {
    /// What there was to write could not be read.
    Record(Failure),
    Output(io::Error),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Record(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Writes `text`. A reader that has seen enough (`| head`) is no trouble; a full disk is.
pub fn print(text: &str, words: &Words) -> Result<(), Trouble> {
    stream(words, |out| Ok(out.write_all(text.as_bytes())?))
}

/// Writes what may be too long to be made first, as [`print()`] does.
pub fn stream(words: &Words, write: impl FnOnce(&mut dyn Write) -> Result<(), Stop>) -> Result<(), Trouble> {
    let mut out = BufWriter::new(io::stdout().lock());
    let written = write(&mut out).and_then(|()| Ok(out.flush()?));
    written.or_else(|stop| trouble(stop, words).map_or(Ok(()), Err))
}

/// The width of the terminal that standard output is; none where it is another thing.
#[must_use]
pub fn columns() -> Option<u16> {
    rustix::termios::tcgetwinsize(io::stdout()).ok().map(|size| size.ws_col).filter(|columns| *columns > 0)
}

fn trouble(stop: Stop, words: &Words) -> Option<Trouble> {
    let failure = match stop {
        Stop::Record(failure) => failure,
        Stop::Output(error) => match error.kind() {
            io::ErrorKind::BrokenPipe => return None,
            io::ErrorKind::StorageFull => Failure::DiskFull,
            _ => Failure::Disk(words.io_fault(&error)),
        },
    };
    Some(Trouble::new(Exit::from(&failure), words.failure(&failure)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn a_reader_that_leaves_is_no_trouble_a_full_disk_is() {
        let words = Words::new(Locale::choose(["en"]));
        let end = |stop: Stop| trouble(stop, &words).map(|trouble| trouble.exit());
        let output = |kind: io::ErrorKind| Stop::Output(kind.into());
        assert_eq!(end(output(io::ErrorKind::BrokenPipe)), None);
        assert_eq!(end(output(io::ErrorKind::StorageFull)), Some(Exit::Disk));
        assert_eq!(end(output(io::ErrorKind::PermissionDenied)), Some(Exit::Disk));
        assert_eq!(end(Stop::Record(Failure::Damaged(String::new()))), Some(Exit::Damaged));
    }
}
