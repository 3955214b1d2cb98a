//! One slot: the key, encrypted with a key that a passphrase or the recovery code stretches to.

use crate::store::OpenFailure;
use crate::store::key::{Cost, DataKey, Random, hex, unhex};
use blake2::{Blake2s256, Digest};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// What a slot is opened with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Secret {
    Passphrase,
    Recovery,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    pub(super) kind: Secret,
    pub(super) name: String,
    pub(super) cost: Cost,
    salt: String,
    nonce: String,
    /// The data key, encrypted and authenticated together with kind and name.
    wrapped: String,
    /// A sum of the rest, which tells a slot that a disk has spoiled from a wrong passphrase. Whoever changes the one
    /// can change the other: it keeps nobody out. Older programs wrote none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    check: Option<String>,
}

impl Slot {
    pub(super) fn wrap(
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
        let mut slot = Self {
            kind,
            name: name.to_owned(),
            cost,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: String::new(),
            check: None,
        };
        let payload = Payload { msg: key.bytes(), aad: &slot.bound() };
        let wrapped = slot
            .cipher(secret, &salt)?
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| OpenFailure::KeyUnreadable("the key could not be wrapped".to_owned()))?;
        slot.wrapped = hex(&wrapped);
        slot.sum_up();
        Ok(slot)
    }

    /// Gives a slot its sum, where an older program wrote none; whether it did.
    pub(super) fn sum_up(&mut self) -> bool {
        let missing = self.check.is_none();
        if missing {
            self.check = Some(self.sum());
        }
        missing
    }

    /// Whether it is not what was written, as far as that was said.
    pub(super) fn is_altered(&self) -> bool {
        self.check.as_ref().is_some_and(|check| *check != self.sum())
    }

    fn sum(&self) -> String {
        let Self { kind, name, cost, salt, nonce, wrapped, check: _ } = self;
        let said = format!("{kind:?}\0{name}\0{cost:?}\0{salt}\0{nonce}\0{wrapped}");
        hex(&Blake2s256::digest(said.as_bytes())[..8])
    }

    /// Digits as they are written here: a letter that became a capital says the same.
    pub(super) fn settle(&mut self) {
        for digits in [&mut self.salt, &mut self.nonce, &mut self.wrapped].into_iter().chain(&mut self.check) {
            digits.make_ascii_lowercase();
        }
    }

    /// What tells it from every other slot: its salt. Changed by so much as a bit, it opens nothing.
    pub(super) fn number(&self) -> &str {
        &self.salt
    }

    /// The key, or nothing when the secret is not the slot's.
    pub(super) fn unwrap(&self, secret: &[u8]) -> Result<Option<DataKey>, OpenFailure> {
        let broken = || OpenFailure::KeyUnreadable("a slot is damaged".to_owned());
        let salt = unhex(&self.salt).ok_or_else(broken)?;
        let nonce: [u8; 24] = unhex(&self.nonce).and_then(|n| n.try_into().ok()).ok_or_else(broken)?;
        let wrapped = unhex(&self.wrapped).ok_or_else(broken)?;
        let payload = Payload { msg: &wrapped, aad: &self.bound() };
        let Ok(plain) = self.cipher(secret, &salt)?.decrypt(&XNonce::from(nonce), payload) else {
            return Ok(None);
        };
        DataKey::of(&Zeroizing::new(plain)).map(Some).ok_or_else(broken)
    }

    /// What is authenticated with the key, so that a slot cannot be given another name or kind. The number is that
    /// of the form, which has not changed since the first key file.
    fn bound(&self) -> Vec<u8> {
        format!("onward key 1\0{:?}\0{}", self.kind, self.name).into_bytes()
    }

    fn cipher(&self, secret: &[u8], salt: &[u8]) -> Result<XChaCha20Poly1305, OpenFailure> {
        let key = self.cost.stretch(secret, salt).map_err(|e| OpenFailure::KeyUnreadable(e.to_string()))?;
        Ok(XChaCha20Poly1305::new((&*key).into()))
    }
}

/// The passphrase composed (NFC), so that it is the same from every keyboard.
pub(super) fn phrase_bytes(passphrase: &str) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(passphrase.len() * 3));
    let mut utf8 = [0; 4];
    for c in passphrase.nfc() {
        bytes.extend_from_slice(c.encode_utf8(&mut utf8).as_bytes());
    }
    utf8.zeroize();
    bytes
}
