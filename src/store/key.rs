//! The key of a store: random, held in memory once, and never shown.

mod cost;
mod held;

pub use cost::Cost;

use crate::domain::seal::{Identity, Seal};
use blake2::Blake2sMac256;
use blake2::digest::Mac;
use chacha20poly1305::aead::KeyInit;
use ed25519_dalek::{Signer, SigningKey};
use held::Held;
use std::fmt;
use std::io;
use zeroize::Zeroizing;

/// A source of random bytes; [`system_random`] outside tests.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]) -> io::Result<()>;

/// Fills `bytes` from the operating system.
///
/// # Errors
/// When the system has no randomness to give.
pub fn system_random(bytes: &mut [u8]) -> io::Result<()> {
    getrandom::fill(bytes).map_err(io::Error::other)
}

/// The key that opens a store's database. It lies in memory once, is wiped when the last copy is dropped, and
/// never shown.
#[derive(Clone)]
pub struct DataKey(Held);

impl PartialEq for DataKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.bytes() == other.0.bytes()
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(hidden)")
    }
}

impl DataKey {
    pub(super) fn random(random: Random) -> io::Result<Self> {
        Held::filled(|bytes| random(bytes)).map(Self)
    }

    /// Whether this machine keeps a key out of the swap file: tried with one that opens nothing.
    #[must_use]
    pub fn can_be_locked() -> bool {
        Self::random(&mut |_| Ok(())).is_ok_and(|key| key.is_locked())
    }

    /// The key that `bytes` are; none when they are not as many as a key has.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; 32] = bytes.try_into().ok()?;
        let held = Held::filled(|held| {
            held.copy_from_slice(bytes);
            Ok::<_, io::Error>(())
        });
        held.ok().map(Self)
    }

    /// The key as it is, to be wrapped.
    pub(super) fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    /// Whether it is kept out of the swap file.
    #[must_use]
    fn is_locked(&self) -> bool {
        self.0.is_locked()
    }

    /// A word for `text` that nobody makes without this key: the same for one recipient, another for each.
    pub(super) fn keyed(&self, recipient: &str, text: &str) -> [u8; 16] {
        // A key of its own, so that what is given out has nothing to do with what opens the store.
        let key = Zeroizing::new(authenticated(self.0.bytes(), &[b"onward: words for recipients"]));
        let mut word = [0; 16];
        word.copy_from_slice(&authenticated(&key, &[recipient.as_bytes(), text.as_bytes()])[..16]);
        word
    }

    /// The key that signs what is given out. It is made from this one, so that it is there from the first day, stays
    /// the same wherever the store is restored, and lies neither in a table nor in the journal.
    fn signing(&self) -> SigningKey {
        let seed = Zeroizing::new(authenticated(self.0.bytes(), &[b"onward: the key that signs bundles"]));
        SigningKey::from_bytes(&seed)
    }

    /// Its public half.
    pub(super) fn identity(&self) -> Identity {
        Identity(self.signing().verifying_key().to_bytes())
    }

    /// The seal of `text`.
    pub(super) fn sign(&self, text: &[u8]) -> Seal {
        self.signing().sign(text).to_bytes()
    }

    /// The statements that give the key to SQLCipher on a new connection, and how pages are authenticated:
    /// by SHA-256, which processors do in hardware, where half of every read went into SHA-512.
    pub fn pragma(&self) -> Zeroizing<String> {
        let key = Zeroizing::new(hex(self.0.bytes()));
        Zeroizing::new(format!("PRAGMA key = \"x'{}'\"; PRAGMA cipher_hmac_algorithm = HMAC_SHA256;", key.as_str()))
    }
}

/// The keyed hash (BLAKE2s, RFC 7693) of some parts, each with its length before it.
fn authenticated(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Blake2sMac256::new(key.into());
    for part in parts {
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    use fmt::Write as _;
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
