//! People who must be kept apart: recorded as a pair, the reason restricted.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use serde::{Deserialize, Serialize};

/// Why two people must not sit in one group. Restricted: shown on their own pages when it is asked for,
/// never in lists, exports or histories.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    pub why: String,
}

/// The entry that keeps `one` and `other` apart, or no longer. A pair is one fact: which of the two is
/// named first makes no difference.
#[must_use]
pub fn keeping_apart(one: PersonId, other: PersonId, to: Option<Apart>) -> Entry {
    let (person, other) = (one.min(other), one.max(other));
    Entry::Apart { person, item: other.0.to_string(), to: to.map(Box::new) }
}

/// The pair that an entry is about; `None` for another kind of entry.
#[must_use]
pub fn pair(entry: &Entry) -> Option<(PersonId, PersonId)> {
    match entry {
        Entry::Apart { person, item, .. } => Some((*person, PersonId(item.parse().ok()?))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_one_fact_whoever_is_named_first() {
        let why = || Some(Apart { why: "an old debt".to_owned() });
        let (one, other) = (PersonId(7), PersonId(3));
        assert_eq!(keeping_apart(one, other, why()), keeping_apart(other, one, why()));
        assert_eq!(pair(&keeping_apart(one, other, why())), Some((other, one)));
    }
}
