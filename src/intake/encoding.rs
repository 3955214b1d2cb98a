//! Bytes of a file as text, or why they are none.

use crate::intake::table::{LIMIT, Unreadable};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How the text of a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// With a byte-order mark: what spreadsheets call Unicode text.
    Utf16,
    /// What older spreadsheets of the region save: taken when the bytes are not UTF-8.
    Windows1252,
}

/// The first bytes of a ZIP archive, which a spreadsheet file is, and of its older binary form.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// The text of `bytes` without its byte-order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<(Encoding, String), Unreadable> {
    if bytes.len() > LIMIT {
        return Err(Unreadable::TooBig);
    }
    if SPREADSHEETS.iter().any(|start| bytes.starts_with(start)) {
        return Err(Unreadable::Spreadsheet);
    }
    let wide = [(UTF_16LE, b"\xff\xfe"), (UTF_16BE, b"\xfe\xff")];
    let (encoding, text) = match wide.into_iter().find(|(_, mark)| bytes.starts_with(*mark)) {
        Some((kind, mark)) => {
            let text = kind.decode_without_bom_handling_and_without_replacement(&bytes[mark.len()..]);
            (Encoding::Utf16, text.ok_or(Unreadable::NotText)?.into_owned())
        }
        None => narrow(bytes)?,
    };
    if text.contains('\0') {
        return Err(Unreadable::NotText);
    }
    Ok((encoding, text))
}

fn narrow(bytes: &[u8]) -> Result<(Encoding, String), Unreadable> {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let marked = body.len() < bytes.len();
    match std::str::from_utf8(body) {
        Ok(text) => Ok((Encoding::Utf8, text.to_owned())),
        // Letters that are UTF-8 beside bytes that are not: two files in one, or one that is damaged.
        Err(fault) if marked || body.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) => {
            let before = &body[..fault.valid_up_to()];
            Err(Unreadable::Damaged { line: before.split(|byte| *byte == b'\n').count() })
        }
        Err(_) => Ok((Encoding::Windows1252, WINDOWS_1252.decode_without_bom_handling(body).0.into_owned())),
    }
}
