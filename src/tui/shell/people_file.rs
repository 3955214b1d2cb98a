//! A file of people as bytes: for the desk and for the command line.

use crate::i18n::Words;
use crate::intake;
use crate::say;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The bytes of the file, and at most one more than can be taken in: whoever reads them then sees that it
/// is too large.
///
/// # Errors
/// Why the file cannot be read and what to do next, in words.
pub fn read(path: &Path, words: &Words) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = intake::LIMIT as u64 + 1;
    match File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)) {
        Ok(_) => Ok(bytes),
        Err(error) => {
            let place = path.display().to_string();
            Err(say!(words, "import-unreadable", place = place, why = words.io_fault(&error)))
        }
    }
}
