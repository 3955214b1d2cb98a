//! What a recipient was given last of a report: with it nothing may be reckoned that is kept from them.

use crate::domain::entry::Entry;
use crate::domain::figures::suppression::Before;
use crate::domain::record::{About, Failure, Reads};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The counts of a report by name, as they stood when it was given out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// What the recipient holds.
    pub shown: BTreeMap<String, u32>,
    /// What was kept from them.
    pub hidden: BTreeMap<String, u32>,
}

impl Released {
    /// What they were given of a count. Of what had no line then there were none.
    #[must_use]
    pub fn before(&self, name: &str) -> Before {
        match (self.shown.get(name), self.hidden.get(name)) {
            (Some(shown), _) => Before::Shown(*shown),
            (None, Some(hidden)) => Before::Hidden(*hidden),
            (None, None) => Before::Shown(0),
        }
    }

    /// Every count that it has.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.shown.keys().chain(self.hidden.keys()).map(String::as_str)
    }

    /// The same for somebody who holds `earlier` besides: what stands as it was shown then they know, though it is
    /// kept from them now.
    #[must_use]
    pub fn after(mut self, earlier: &Self) -> Self {
        let known: Vec<String> =
            self.hidden.keys().filter(|name| self.hidden.get(*name) == earlier.shown.get(*name)).cloned().collect();
        for name in known {
            self.shown.extend(self.hidden.remove_entry(&name));
        }
        self
    }

    /// What the recipient `profile` was given of `report` last; nothing where they were given none yet.
    ///
    /// # Errors
    /// What the record says.
    pub fn read(reads: &dyn Reads, profile: &str, report: &str) -> Result<Option<Self>, Failure> {
        let wanted = item(profile, report);
        let found = reads.standing("released", About::Everything)?.into_iter().find_map(|entry| match entry {
            Entry::Released { item, to } if item == wanted => to.map(|released| *released),
            _ => None,
        });
        Ok(found)
    }

    /// The entry that keeps it.
    #[must_use]
    pub fn entry(self, profile: &str, report: &str) -> Entry {
        Entry::Released { item: item(profile, report), to: Some(Box::new(self)) }
    }
}

fn item(profile: &str, report: &str) -> String {
    format!("{profile}/{report}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn released(shown: &[(&str, u32)], hidden: &[(&str, u32)]) -> Released {
        let map = |counts: &[(&str, u32)]| counts.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        Released { shown: map(shown), hidden: map(hidden) }
    }

    #[test]
    fn what_was_told_once_is_known() {
        let first = released(&[("a", 7), ("b", 9)], &[("c", 2)]);
        assert_eq!(
            ["a", "c", "d"].map(|name| first.before(name)),
            [Before::Shown(7), Before::Hidden(2), Before::Shown(0)]
        );
        let second = released(&[("b", 15)], &[("a", 7), ("c", 3)]).after(&first);
        assert_eq!(second, released(&[("a", 7), ("b", 15)], &[("c", 3)]));
        assert_eq!(second.names().count(), 3);
    }
}
