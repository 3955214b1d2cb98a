//! Identifiers of recorded things, and the source that makes new ones.

use crate::domain::random::Random;
use serde::{Deserialize, Serialize};

macro_rules! identifier {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )+};
}

identifier! {
    /// A person.
    PersonId,
    /// A group.
    GroupId,
    /// A dated session of a group.
    SessionId,
    /// One pinned version of a programme.
    CourseId,
}

/// Makes identifiers that grow with time and do not collide between desks: 42 bits of milliseconds
/// since 1970 above 21 random bits, always greater than the one before.
#[derive(Debug, Clone)]
pub struct Ids {
    last: i64,
    random: Random,
}

impl Ids {
    /// A source whose random part is decided by `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { last: 0, random: Random::new(seed) }
    }

    /// The next identifier at `millis`, milliseconds since 1970.
    pub fn next(&mut self, millis: i64) -> i64 {
        let random = i64::try_from(self.random.bits() & 0x1f_ffff).unwrap_or(0);
        let candidate = ((millis & 0x3ff_ffff_ffff) << 21) | random;
        self.last = candidate.max(self.last + 1);
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_grow_even_when_the_clock_goes_back() {
        let mut ids = Ids::new(7);
        let first = ids.next(1_000);
        assert!(ids.next(1_000) > first);
        assert!(ids.next(10) > first);
    }

    #[test]
    fn the_same_seed_gives_the_same_identifiers() {
        assert_eq!(Ids::new(3).next(5), Ids::new(3).next(5));
        assert_ne!(Ids::new(3).next(5), Ids::new(4).next(5));
    }
}
