//! What commands write to standard output.

use crate::cli::exit::{Exit, Trouble};
use crate::domain::record::Failure;
use crate::i18n::Words;
use std::io::{self, Write};

/// Writes `text`. A reader that has seen enough (`| head`) is no trouble; a full disk is.
pub fn print(text: &str, words: &Words) -> Result<(), Trouble> {
    write(&mut io::stdout().lock(), text, words)
}

fn write(out: &mut impl Write, text: &str, words: &Words) -> Result<(), Trouble> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let failure = match error.kind() {
                io::ErrorKind::StorageFull => Failure::DiskFull,
                _ => Failure::Disk(error.to_string()),
            };
            Err(Trouble::new(Exit::from(&failure), words.failure(&failure)))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    /// Takes nothing, for this reason.
    struct Closed(io::ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_leaves_is_no_trouble_a_full_disk_is() {
        let words = Words::new(Locale::choose(["en"]));
        let end = |kind| write(&mut Closed(kind), "text", &words).map_err(|trouble| trouble.exit());
        assert_eq!(end(io::ErrorKind::BrokenPipe), Ok(()));
        assert_eq!(end(io::ErrorKind::StorageFull), Err(Exit::Disk));
        assert_eq!(end(io::ErrorKind::PermissionDenied), Err(Exit::Disk));
    }
}
