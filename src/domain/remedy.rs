//! An action plan of a group or of the prison, as inspectors and the prison service keep it: a concern, the response
//! to it, its owner, a day, and how far it has come.

use crate::domain::entry::Entry;
use crate::domain::id::GroupId;
use crate::domain::plan::Closed;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One line of an action plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    pub concern: String,
    pub response: String,
    pub owner: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// How far it has come, in the words of whoever looked last: what was said before is in the history.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub progress: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
}

impl Remedy {
    /// Whether it should have been done before `today`.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.closed.is_none() && self.due.is_some_and(|due| due < today)
    }

    /// The entry that records it, or takes it out: of a group, or of the prison.
    #[must_use]
    pub fn entry(group: Option<GroupId>, item: String, to: Option<Self>) -> Entry {
        let to = to.map(Box::new);
        match group {
            Some(group) => Entry::GroupRemedy { group, item, to },
            None => Entry::Remedy { item, to },
        }
    }

    /// What an entry records of an action plan: of which group, if of one, its item, and the line.
    #[must_use]
    pub fn recorded(entry: Entry) -> Option<(Option<GroupId>, String, Self)> {
        match entry {
            Entry::Remedy { item, to: Some(remedy) } => Some((None, item, *remedy)),
            Entry::GroupRemedy { group, item, to: Some(remedy) } => Some((Some(group), item, *remedy)),
            _ => None,
        }
    }
}

/// The order in which an action plan is read: what is open first, the soonest first, then what is closed, the latest
/// first.
#[must_use]
pub fn order(remedy: &Remedy) -> impl Ord + use<> {
    let closed = remedy.closed.as_ref().map(|closed| std::cmp::Reverse(closed.on));
    (closed, remedy.due.is_none(), remedy.due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    #[test]
    fn a_line_is_overdue_after_its_day_until_it_is_closed() {
        let remedy = |due: Option<&str>, closed: Option<&str>| Remedy {
            due: due.map(day),
            closed: closed.map(|on| Closed { on: day(on), given_up: None }),
            ..Remedy::default()
        };
        for (due, closed, overdue) in [
            (Some("2026-11-23"), None, true),
            (Some("2026-11-24"), None, false),
            (Some("2026-11-23"), Some("2026-11-24"), false),
            (None, None, false),
        ] {
            assert_eq!(remedy(due, closed).is_overdue(day("2026-11-24")), overdue, "{due:?} {closed:?}");
        }
        let mut plan =
            [remedy(None, None), remedy(Some("2026-12-01"), None), remedy(Some("2026-11-01"), Some("2026-11-02"))];
        plan.sort_by_key(order);
        assert_eq!(plan.map(|remedy| remedy.due), [Some(day("2026-12-01")), None, Some(day("2026-11-01"))]);
    }

    #[test]
    fn what_is_recorded_is_read_again() {
        let remedy = Remedy { concern: "Nobody is told in their language".into(), ..Remedy::default() };
        for group in [None, Some(GroupId(7))] {
            let entry = Remedy::entry(group, "1".into(), Some(remedy.clone()));
            assert_eq!(Remedy::recorded(entry), Some((group, "1".to_owned(), remedy.clone())));
        }
        assert_eq!(Remedy::recorded(Remedy::entry(None, "1".into(), None)), None);
    }
}
