//! What turning a passphrase into a key costs: as much as the machine bears, so that guessing is dear.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// Memory, passes and lanes of Argon2id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Parts of that memory that are gone through side by side.
    pub lanes: u32,
}

impl Default for Cost {
    /// 64 MiB, three passes, four lanes: the second recommendation of RFC 9106, about 80 ms on a desk computer with
    /// two processors. Somebody who guesses has many; whoever waits has no more than the lanes of a desk give them.
    fn default() -> Self {
        Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 }
    }
}

impl Cost {
    /// The least that OWASP's password storage cheat sheet takes: for machines on which more means waiting.
    pub const LEAST: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };

    /// How long opening may take when no setting says otherwise: nobody notices it as waiting.
    pub const USUAL: Duration = Duration::from_millis(250);

    /// The milliseconds that the setting may choose.
    pub const CHOICE: std::ops::RangeInclusive<u64> = 250..=500;

    const MOST_PASSES: u32 = 20;

    /// Whether a key file may ask for this: a forged one must not exhaust the machine.
    pub(in crate::store) fn is_bearable(self) -> bool {
        self.memory_kib <= 1024 * 1024 && self.passes <= Self::MOST_PASSES && self.lanes <= 16
    }

    /// What this machine does in `target`, measured once.
    #[must_use]
    pub fn measured(target: Duration) -> Self {
        let started = Instant::now();
        // A fault shows again, and is told, when a key is wrapped.
        let _ = Self::default().stretch(b"a measure", &[0; 16]);
        Self::fitted(target, started.elapsed())
    }

    /// What takes `target` where the usual cost takes `usual`. A machine that is slower than that bears the usual
    /// cost up to a second; only beyond it less.
    fn fitted(target: Duration, usual: Duration) -> Self {
        let cost = Self::default();
        if usual > Duration::from_secs(1) {
            return Self::LEAST;
        }
        // A tenth is left for how much such measures vary.
        let passes = target.as_micros() * 9 / 10 * u128::from(cost.passes) / usual.as_micros().max(1);
        let passes = u32::try_from(passes).unwrap_or(u32::MAX).clamp(cost.passes, Self::MOST_PASSES);
        Self { passes, ..cost }
    }

    /// `secret` turned into a key.
    pub(in crate::store) fn stretch(self, secret: &[u8], salt: &[u8]) -> Result<Zeroizing<[u8; 32]>, argon2::Error> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))?;
        let (mut key, mut memory) = (Zeroizing::new([0; 32]), memory(params.block_count())?);
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon2.hash_password_into_with_memory(secret, salt, key.as_mut_slice(), &mut memory)?;
        Ok(key)
    }
}

/// Memory that is touched on all processors: until the system has given it page by page, one after the other, takes a
/// quarter of the whole.
fn memory(blocks: usize) -> Result<Vec<Block>, argon2::Error> {
    let mut memory = Vec::new();
    memory.try_reserve_exact(blocks).map_err(|_| argon2::Error::OutOfMemory)?;
    memory.par_extend((0..blocks).into_par_iter().map(|_| Block::new()));
    Ok(memory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_machine_takes_more_passes_a_slow_one_less_memory() {
        for (target, usual, passes) in
            [(250, 160, 4), (250, 150, 4), (500, 160, 8), (250, 10, 20), (250, 240, 3), (250, 900, 3), (250, 0, 20)]
        {
            let cost = Cost::fitted(Duration::from_millis(target), Duration::from_millis(usual));
            assert_eq!(cost, Cost { passes, ..Cost::default() }, "{target} {usual}");
        }
        assert_eq!(Cost::fitted(Cost::USUAL, Duration::from_secs(2)), Cost::LEAST);
    }

    #[test]
    fn no_key_file_may_ask_for_more_than_a_machine_should_give() {
        let with = |memory_kib, passes| Cost { memory_kib, passes, lanes: 1 }.is_bearable();
        assert!(with(1024 * 1024, 20) && !with(1024 * 1024 + 1, 1) && !with(8, 21));
    }
}
