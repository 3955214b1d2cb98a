//! The key that a store signs with, as it is known outside: a short fingerprint, and whether it has signed a text.

use blake2::{Blake2s256, Digest};
use ed25519_dalek::{Signature, VerifyingKey};
use std::fmt::Write as _;

/// Letters of words that people read out to each other: none that are mistaken for one another.
pub const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz123456789";

/// Letters of a fingerprint: eighty bits, which nobody finds a second key for.
const SHORT: usize = 16;

/// The public half of the key of a store (Ed25519, RFC 8032): who a desk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity(pub [u8; 32]);

/// What a key has made of a text.
pub type Seal = [u8; 64];

impl Identity {
    /// What people compare over the telephone: `k7mq-2hva-9xtr-c4nw`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = Blake2s256::new().chain_update(b"onward: fingerprint of a desk").chain_update(self.0).finalize();
        let mut bits = digest.iter().take(16).fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
        let mut word = String::with_capacity(SHORT + 3);
        for place in 0..SHORT {
            if place > 0 && place % 4 == 0 {
                word.push('-');
            }
            word.push(char::from(LETTERS[usize::try_from(bits % 32).unwrap_or(0)]));
            bits /= 32;
        }
        word
    }

    /// Whether `typed` is its fingerprint, with or without hyphens and in any case.
    #[must_use]
    pub fn is_called(&self, typed: &str) -> bool {
        let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        plain(typed) == plain(&self.fingerprint())
    }

    /// Whether this key has signed `text`.
    #[must_use]
    pub fn has_signed(&self, text: &[u8], seal: &Seal) -> bool {
        // The strict form: a key that fits many texts, or a seal that is written in two ways, is none.
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| key.verify_strict(text, &Signature::from_bytes(seal)).is_ok())
    }

    /// The whole key in hexadecimal.
    #[must_use]
    pub fn whole(&self) -> String {
        hex(&self.0)
    }
}

/// Bytes in hexadecimal, lower case.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The bytes that [`hex`] wrote so, and in no other way.
#[must_use]
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    (hex(&bytes) == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ed25519_dalek::{Signer, SigningKey};

    #[test]
    fn a_key_is_known_by_what_it_signed() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let identity = Identity(key.verifying_key().to_bytes());
        let seal = key.sign(b"a register").to_bytes();
        assert!(identity.has_signed(b"a register", &seal));
        assert!(!identity.has_signed(b"another register", &seal));
        for at in 0..64 {
            let mut other = seal;
            other[at] ^= 1;
            assert!(!identity.has_signed(b"a register", &other), "{at}");
        }
        let other = Identity(SigningKey::from_bytes(&[8; 32]).verifying_key().to_bytes());
        assert!(!other.has_signed(b"a register", &seal) && other.fingerprint() != identity.fingerprint());
    }

    #[test]
    fn a_fingerprint_is_read_out_and_typed() {
        let identity = Identity([9; 32]);
        let word = identity.fingerprint();
        assert_eq!((word.len(), word.matches('-').count()), (19, 3));
        for typed in [word.clone(), word.to_uppercase(), word.replace('-', " "), format!(" {word} ")] {
            assert!(identity.is_called(&typed), "{typed}");
        }
        assert!(!identity.is_called("") && !identity.is_called(&word[1..]));
    }

    #[test]
    fn hexadecimal_is_written_in_one_way() {
        assert_eq!(unhex::<2>("0aff"), Some([10, 255]));
        for text in ["0AFF", "0af", "0aff0", "", "+aff", "0axx"] {
            assert_eq!(unhex::<2>(text), None, "{text}");
        }
    }
}
