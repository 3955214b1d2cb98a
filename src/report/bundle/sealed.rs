//! The envelope of a bundle: a head line with the key and the length, what it holds, and a line with the seal. Every
//! byte of it counts, and each part is written in one way only.
//!
//! ```text
//! onward-bundle 1 48213 9f3a…c2     version, length of what follows, key
//! {"desk":"Halden, wing C", …}
//! sealed 77c1…0b
//! ```

use crate::domain::seal::{Identity, Seal, hex, unhex};
use crate::i18n::Words;
use crate::say;

/// The version that is written, and the last that is read.
pub const VERSION: u32 = 1;
/// Bytes of the largest bundle: one is held in memory as a whole.
pub const MOST: usize = 64 << 20;

const MAGIC: &str = "onward-bundle";
/// Bytes in which a head line has to end.
const HEAD: usize = 128;
const BEFORE_SEAL: &str = "\nsealed ";
/// The seal in hexadecimal, and what stands around it.
const TAIL: usize = BEFORE_SEAL.len() + 128 + 1;

/// Why a file is not reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BundleFault {
    /// Something else.
    NotABundle,
    /// Its end is missing.
    Truncated,
    /// It is not what its desk has signed.
    Altered,
    /// A newer version of the program made it.
    Newer,
    /// Signed, and yet nothing that can be read.
    Unreadable,
}

impl BundleFault {
    /// The message that names it in a word.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::NotABundle => "bundle-is-none",
            Self::Truncated => "bundle-truncated",
            Self::Altered => "bundle-altered",
            Self::Newer => "bundle-newer",
            Self::Unreadable => "bundle-unreadable",
        }
    }

    /// What happened and what to do next.
    #[must_use]
    pub fn say(self, words: &Words) -> String {
        match self {
            Self::NotABundle => say!(words, "bundle-is-none-text"),
            Self::Truncated => say!(words, "bundle-truncated-text"),
            Self::Altered => say!(words, "bundle-altered-text"),
            Self::Newer => say!(words, "bundle-newer-text"),
            Self::Unreadable => say!(words, "bundle-unreadable-text"),
        }
    }
}

/// `body` in its envelope.
#[must_use]
pub fn seal(body: &[u8], identity: &Identity, sign: &dyn Fn(&[u8]) -> Seal) -> Vec<u8> {
    let mut bytes = head(VERSION, body.len(), identity).into_bytes();
    bytes.extend_from_slice(body);
    let seal = sign(&bytes);
    bytes.extend_from_slice(tail(&seal).as_bytes());
    bytes
}

fn head(version: u32, length: usize, identity: &Identity) -> String {
    format!("{MAGIC} {version} {length} {}\n", identity.whole())
}

fn tail(seal: &Seal) -> String {
    format!("{BEFORE_SEAL}{}\n", hex(seal))
}

/// Whose bundle it is, and what it holds.
///
/// # Errors
/// When it is not, to the byte, what that desk has signed.
pub fn open(bytes: &[u8]) -> Result<(Identity, &[u8]), BundleFault> {
    let sealed = sealed_with(bytes);
    let Some((version, length, identity, start)) = read_head(bytes) else {
        let begins = bytes.iter().zip(MAGIC.as_bytes()).all(|(byte, meant)| byte == meant);
        return Err(match (begins, sealed) {
            (true, None) if bytes.len() < HEAD => BundleFault::Truncated,
            (false, None) => BundleFault::NotABundle,
            _ => BundleFault::Altered,
        });
    };
    let whole = start.checked_add(length).and_then(|end| end.checked_add(TAIL)).ok_or(BundleFault::Altered)?;
    let Some(seal) = sealed.filter(|_| bytes.len() == whole) else {
        // What was cut off does not end in a seal.
        let is_short = bytes.len() < whole && sealed.is_none();
        return Err(if is_short { BundleFault::Truncated } else { BundleFault::Altered });
    };
    let signed = &bytes[..start + length];
    if !identity.has_signed(signed, &seal) {
        return Err(BundleFault::Altered);
    }
    // Only now: somebody who alters the version is not to be taken for somebody who is ahead of us.
    if version != VERSION {
        return Err(BundleFault::Newer);
    }
    Ok((identity, &signed[start..]))
}

/// Version, length and key, and where the head line ends.
fn read_head(bytes: &[u8]) -> Option<(u32, usize, Identity, usize)> {
    let end = bytes.iter().take(HEAD).position(|byte| *byte == b'\n')? + 1;
    let line = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut words = line.trim_end().split(' ').skip(1);
    let (version, length) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let identity = Identity(unhex(words.next()?)?);
    (head(version, length, &identity) == line).then_some((version, length, identity, end))
}

/// The seal at the very end.
fn sealed_with(bytes: &[u8]) -> Option<Seal> {
    let last = std::str::from_utf8(bytes.get(bytes.len().checked_sub(TAIL)?..)?).ok()?;
    unhex(last.strip_prefix(BEFORE_SEAL)?.strip_suffix('\n')?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ed25519_dalek::{Signer, SigningKey};

    fn sealed(body: &[u8]) -> Vec<u8> {
        let key = SigningKey::from_bytes(&[7; 32]);
        seal(body, &Identity(key.verifying_key().to_bytes()), &|text| key.sign(text).to_bytes())
    }

    #[test]
    fn what_was_sealed_is_opened() {
        let bytes = sealed(b"{\"desk\":\"Halden\"}");
        let (identity, body) = open(&bytes).unwrap();
        assert_eq!(body, b"{\"desk\":\"Halden\"}");
        assert_eq!(identity.0, SigningKey::from_bytes(&[7; 32]).verifying_key().to_bytes());
        assert!(open(&sealed(b"")).is_ok());
    }

    #[test]
    fn no_byte_of_it_can_be_another() {
        let bytes = sealed(b"{\"desk\":\"Halden\",\"groups\":[1, 2, 3]}");
        for at in 0..bytes.len() {
            // A bit, the case of a letter, and a digit for a digit.
            for flip in [1, 0x20, 0x80] {
                let mut other = bytes.clone();
                other[at] ^= flip;
                let fault = open(&other).unwrap_err();
                assert_eq!(fault, BundleFault::Altered, "byte {at} of {}, {flip}", bytes.len());
            }
        }
        for longer in [[&bytes[..], b"\n"].concat(), [&bytes[..], &bytes].concat(), [b" ", &bytes[..]].concat()] {
            assert_eq!(open(&longer), Err(BundleFault::Altered));
        }
    }

    #[test]
    fn what_is_cut_off_is_told_wherever_it_was_cut() {
        let bytes = sealed(&b"{\"desk\":\"Halden\"}".repeat(40));
        for end in 0..bytes.len() {
            assert_eq!(open(&bytes[..end]), Err(BundleFault::Truncated), "{end} of {}", bytes.len());
        }
        // A part of the middle that is gone is an alteration: the end is there.
        let middle = [&bytes[..200], &bytes[260..]].concat();
        assert_eq!(open(&middle), Err(BundleFault::Altered));
    }

    #[test]
    fn another_key_seals_another_bundle() {
        let (key, mallory) = (SigningKey::from_bytes(&[7; 32]), SigningKey::from_bytes(&[8; 32]));
        let claims = Identity(key.verifying_key().to_bytes());
        let forged = seal(b"{}", &claims, &|text| mallory.sign(text).to_bytes());
        assert_eq!(open(&forged), Err(BundleFault::Altered));
    }

    #[test]
    fn a_later_version_is_told_once_its_seal_holds() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let identity = Identity(key.verifying_key().to_bytes());
        let mut bytes = head(2, 2, &identity).into_bytes();
        bytes.extend_from_slice(b"{}");
        let seal = key.sign(&bytes).to_bytes();
        bytes.extend_from_slice(tail(&seal).as_bytes());
        assert_eq!(open(&bytes), Err(BundleFault::Newer));
        for other in ["", "onward", "PK\u{3}\u{4}", "a register, and no bundle of it\n"] {
            let fault = open(other.as_bytes()).unwrap_err();
            let is_start = MAGIC.starts_with(other);
            assert_eq!(fault, if is_start { BundleFault::Truncated } else { BundleFault::NotABundle }, "{other}");
        }
    }
}
