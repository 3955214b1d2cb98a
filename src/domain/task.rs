//! Something that has a day of its own and is still open: an action of a plan, a line of an action plan, a refresher, a
//! contact to be looked at again. What is due is read from these facts and stands nowhere else.

use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::plan::Action;
use crate::domain::remedy::Remedy;
use crate::domain::training::{PointOfContact, Training};
use chrono::NaiveDate;

/// Something to be done by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub due: NaiveDate,
    pub what: What,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Action(PersonId, Action),
    Remedy(Option<GroupId>, Remedy),
    Refresher(Training),
    Contact(PointOfContact),
}

impl Task {
    /// What an entry leaves to be done; nothing when it is closed or has no day.
    #[must_use]
    pub fn of(entry: Entry) -> Option<Self> {
        let (due, what) = match entry {
            Entry::Action { person, to: Some(action), .. } if action.closed.is_none() => {
                (action.due, What::Action(person, *action))
            }
            Entry::Training { to: Some(training), .. } => (training.until, What::Refresher(*training)),
            Entry::Contact { to: Some(contact), .. } => (contact.review, What::Contact(*contact)),
            entry => {
                let (group, _, remedy) = Remedy::recorded(entry)?;
                if remedy.closed.is_some() {
                    return None;
                }
                (remedy.due, What::Remedy(group, remedy))
            }
        };
        Some(Self { due: due?, what })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Closed;
    use crate::domain::sample::day;

    #[test]
    fn what_is_closed_or_has_no_day_is_no_task() {
        let action = |due: Option<&str>, closed: Option<&str>| Entry::Action {
            person: PersonId(1),
            item: "1".into(),
            to: Some(Box::new(Action {
                due: due.map(day),
                closed: closed.map(|on| Closed { on: day(on), given_up: None }),
                ..Action::default()
            })),
        };
        for (entry, due) in [
            (action(Some("2026-12-01"), None), Some("2026-12-01")),
            (action(None, None), None),
            (action(Some("2026-12-01"), Some("2026-11-30")), None),
            (
                Remedy::entry(None, "1".into(), Some(Remedy { due: Some(day("2026-12-02")), ..Remedy::default() })),
                Some("2026-12-02"),
            ),
            (Remedy::entry(None, "1".into(), None), None),
            (Entry::Detention { person: PersonId(1), to: Some(Box::new(day("2026-12-01"))) }, None),
        ] {
            assert_eq!(Task::of(entry.clone()).map(|task| task.due), due.map(day), "{entry:?}");
        }
    }
}
