//! The key of a store: random, and wrapped once for the passphrase and once for the recovery code.

mod held;

use crate::store::OpenFailure;
use crate::store::recovery::RecoveryCode;
use argon2::{Algorithm, Argon2, Params, Version};
use blake2::Blake2sMac256;
use blake2::digest::Mac;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use held::Held;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::io;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// The newest key file that this program reads.
const VERSION: i64 = 1;

/// A source of random bytes; [`system_random`] outside tests.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]) -> io::Result<()>;

/// Fills `bytes` from the operating system.
///
/// # Errors
/// When the system has no randomness to give.
pub fn system_random(bytes: &mut [u8]) -> io::Result<()> {
    getrandom::fill(bytes).map_err(io::Error::other)
}

/// What turning a passphrase into a key costs, so that guessing is dear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    pub lanes: u32,
}

impl Default for Cost {
    /// 64 MiB and three passes: about 150 ms on a desk computer (RFC 9106, second recommendation, one lane).
    fn default() -> Self {
        Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 }
    }
}

impl Cost {
    /// Whether a key file may ask for this: a forged one must not exhaust the machine.
    fn is_bearable(self) -> bool {
        self.memory_kib <= 1024 * 1024 && self.passes <= 20 && self.lanes <= 16
    }
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
    fn random(random: Random) -> io::Result<Self> {
        Held::filled(|bytes| random(bytes)).map(Self)
    }

    /// Whether it is kept out of the swap file.
    #[must_use]
    pub fn is_locked(&self) -> bool {
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

/// What a slot is opened with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Secret {
    Passphrase,
    Recovery,
}

/// A key, whose slot it came from, and what opened it.
#[derive(Debug, Clone)]
pub struct Unlocked {
    pub key: DataKey,
    /// The staff member's name: who records from now on.
    pub actor: String,
    pub by: Secret,
}

/// The key file: slots that each hold the same key, wrapped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeyFile {
    version: i64,
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Slot {
    kind: Secret,
    name: String,
    cost: Cost,
    salt: String,
    nonce: String,
    /// The data key, encrypted and authenticated together with kind and name.
    wrapped: String,
}

impl KeyFile {
    /// A new key with a passphrase slot and a recovery slot.
    pub(super) fn create(
        name: &str,
        passphrase: &str,
        cost: Cost,
        random: Random,
    ) -> Result<(Self, DataKey, RecoveryCode), OpenFailure> {
        let key = DataKey::random(random)?;
        let code = RecoveryCode::random(random)?;
        let slots = vec![
            Slot::wrap(Secret::Passphrase, name, &phrase_bytes(passphrase), &key, cost, random)?,
            Slot::wrap(Secret::Recovery, name, code.bytes(), &key, cost, random)?,
        ];
        Ok((Self { version: VERSION, slots }, key, code))
    }

    /// From the text of a key file.
    pub(super) fn parse(text: &str) -> Result<Self, OpenFailure> {
        #[derive(Deserialize)]
        struct Head {
            version: i64,
        }
        let unreadable = |e: serde_json::Error| OpenFailure::KeyUnreadable(e.to_string());
        let head: Head = serde_json::from_str(text).map_err(unreadable)?;
        if head.version > VERSION {
            return Err(OpenFailure::KeyNewer { found: head.version, known: VERSION });
        }
        let file: Self = serde_json::from_str(text).map_err(unreadable)?;
        match file.slots.iter().find(|slot| !slot.cost.is_bearable()) {
            Some(slot) => Err(OpenFailure::KeyUnreadable(format!(
                "it asks for {} KiB of memory and {} passes",
                slot.cost.memory_kib, slot.cost.passes
            ))),
            None => Ok(file),
        }
    }

    /// The text to be written.
    pub(super) fn text(&self) -> Result<String, OpenFailure> {
        serde_json::to_string_pretty(self).map_err(|e| OpenFailure::KeyUnreadable(e.to_string()))
    }

    /// The key, by passphrase or by recovery code.
    pub(super) fn unlock(&self, secret: &str) -> Result<Unlocked, OpenFailure> {
        let code = RecoveryCode::parse(secret);
        let phrase = phrase_bytes(secret);
        // What reads as a code most likely is one; a passphrase may still look like it.
        let recovery = code.iter().map(|code| (Secret::Recovery, code.bytes()));
        for (kind, bytes) in recovery.chain([(Secret::Passphrase, phrase.as_slice())]) {
            for slot in self.slots.iter().filter(|slot| slot.kind == kind) {
                if let Some(key) = slot.unwrap(bytes)? {
                    return Ok(Unlocked { key, actor: slot.name.clone(), by: kind });
                }
            }
        }
        Err(OpenFailure::WrongSecret)
    }

    /// Wraps `key` anew for `name`'s passphrase; the key and every other slot stay.
    pub(super) fn set_passphrase(
        &mut self,
        name: &str,
        passphrase: &str,
        key: &DataKey,
        cost: Cost,
        random: Random,
    ) -> Result<(), OpenFailure> {
        let slot = Slot::wrap(Secret::Passphrase, name, &phrase_bytes(passphrase), key, cost, random)?;
        self.replace(slot);
        Ok(())
    }

    /// A new recovery code for `name`; the old one opens nothing any more.
    pub(super) fn renew_recovery(
        &mut self,
        name: &str,
        key: &DataKey,
        cost: Cost,
        random: Random,
    ) -> Result<RecoveryCode, OpenFailure> {
        let code = RecoveryCode::random(random)?;
        let slot = Slot::wrap(Secret::Recovery, name, code.bytes(), key, cost, random)?;
        self.replace(slot);
        Ok(code)
    }

    fn replace(&mut self, slot: Slot) {
        self.slots.retain(|old| old.kind != slot.kind || old.name != slot.name);
        self.slots.push(slot);
    }
}

impl Slot {
    fn wrap(
        kind: Secret,
        name: &str,
        secret: &[u8],
        key: &DataKey,
        cost: Cost,
        random: Random,
    ) -> Result<Self, OpenFailure> {
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        random(&mut salt)?;
        random(&mut nonce)?;
        let mut slot =
            Self { kind, name: name.to_owned(), cost, salt: hex(&salt), nonce: hex(&nonce), wrapped: String::new() };
        let payload = Payload { msg: key.0.bytes(), aad: &slot.bound() };
        let wrapped = slot
            .cipher(secret, &salt)?
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| OpenFailure::KeyUnreadable("the key could not be wrapped".to_owned()))?;
        slot.wrapped = hex(&wrapped);
        Ok(slot)
    }

    /// The key, or nothing when the secret is not the slot's.
    fn unwrap(&self, secret: &[u8]) -> Result<Option<DataKey>, OpenFailure> {
        let broken = || OpenFailure::KeyUnreadable("a slot is damaged".to_owned());
        let salt = unhex(&self.salt).ok_or_else(broken)?;
        let nonce: [u8; 24] = unhex(&self.nonce).and_then(|n| n.try_into().ok()).ok_or_else(broken)?;
        let wrapped = unhex(&self.wrapped).ok_or_else(broken)?;
        let payload = Payload { msg: &wrapped, aad: &self.bound() };
        let Ok(plain) = self.cipher(secret, &salt)?.decrypt(&XNonce::from(nonce), payload) else {
            return Ok(None);
        };
        let plain = Zeroizing::new(plain);
        let key = Held::filled(|bytes| {
            let plain: &[u8; 32] = plain.as_slice().try_into().map_err(|_| broken())?;
            bytes.copy_from_slice(plain);
            Ok::<_, OpenFailure>(())
        })?;
        Ok(Some(DataKey(key)))
    }

    /// What is authenticated with the key, so that a slot cannot be given another name or kind.
    fn bound(&self) -> Vec<u8> {
        format!("onward key {VERSION}\0{:?}\0{}", self.kind, self.name).into_bytes()
    }

    fn cipher(&self, secret: &[u8], salt: &[u8]) -> Result<XChaCha20Poly1305, OpenFailure> {
        let unusable = |e: argon2::Error| OpenFailure::KeyUnreadable(e.to_string());
        let Cost { memory_kib, passes, lanes } = self.cost;
        let params = Params::new(memory_kib, passes, lanes, Some(32)).map_err(unusable)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret, salt, key.as_mut_slice())
            .map_err(unusable)?;
        Ok(XChaCha20Poly1305::new((&*key).into()))
    }
}

/// The passphrase composed (NFC), so that it is the same from every keyboard.
fn phrase_bytes(passphrase: &str) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(passphrase.len() * 3));
    let mut utf8 = [0; 4];
    for c in passphrase.nfc() {
        bytes.extend_from_slice(c.encode_utf8(&mut utf8).as_bytes());
    }
    utf8.zeroize();
    bytes
}

pub(super) fn hex(bytes: &[u8]) -> String {
    use fmt::Write as _;
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
