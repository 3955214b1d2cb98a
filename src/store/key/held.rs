//! Where a key lies in memory: once, in a page that is kept out of the swap file where the system allows it, and
//! wiped when the last who shares it lets go.

use std::sync::Arc;
use zeroize::Zeroize;

/// Thirty-two secret bytes. Copies share them.
#[derive(Clone)]
pub(super) struct Held(Arc<Page>);

struct Page {
    bytes: Box<[u8; 32]>,
    /// Nothing where the system refuses: then they may reach the swap file.
    lock: Option<region::LockGuard>,
}

impl Held {
    /// Bytes that `fill` makes in their place.
    pub(super) fn filled<E>(fill: impl FnOnce(&mut [u8; 32]) -> Result<(), E>) -> Result<Self, E> {
        let mut bytes = Box::new([0; 32]);
        let lock = region::lock(bytes.as_ptr(), bytes.len()).ok();
        fill(&mut bytes)?;
        Ok(Self(Arc::new(Page { bytes, lock })))
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0.bytes
    }

    /// Whether the page is kept out of the swap file.
    pub(super) fn is_locked(&self) -> bool {
        self.0.lock.is_some()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}
