//! Proposals that somebody did not want: left aside as long as the group is planned as it was then.

use super::proposal::Idea;
use crate::domain::entry::Entry;
use crate::domain::record::GroupRecord;
use serde::{Deserialize, Serialize};

/// That a proposal was left aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftAside {
    /// How the group was planned then.
    pub plan: String,
}

impl Idea {
    /// What tells it from other ideas for the same plan: kept in the store, so it never changes.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Start(day) => format!("start {day}"),
            Self::Rhythm { weekdays, start } => {
                let days = weekdays.iter().map(ToString::to_string).collect::<Vec<_>>().join("-");
                start.map_or_else(|| format!("rhythm {days}"), |day| format!("rhythm {days} {day}"))
            }
            Self::Order(_) => "order".to_owned(),
            Self::Shorter(sessions) => format!("shorter {sessions}"),
        }
    }
}

impl GroupRecord {
    /// How the group is planned: its version, and its sessions with their days. The same text as long as
    /// nothing of that changes.
    #[must_use]
    pub fn plan_in_short(&self) -> String {
        let sessions = self.sessions.iter().filter(|dated| !dated.session.state.is_cancelled());
        let sessions = sessions.map(|dated| format!("{} {}", dated.session.label(), dated.session.date));
        std::iter::once(self.course.version.clone()).chain(sessions).collect::<Vec<_>>().join("; ")
    }

    /// The ideas that are left aside by `entries`, by their keys: those of another plan are none any more.
    #[must_use]
    pub fn left_aside(&self, entries: &[Entry]) -> Vec<String> {
        let plan = self.plan_in_short();
        let still = |entry: &Entry| match entry {
            Entry::LeftAside { item, to: Some(aside), .. } if aside.plan == plan => Some(item.clone()),
            _ => None,
        };
        entries.iter().filter_map(still).collect()
    }

    /// The entry that leaves an idea aside, or takes it up again.
    #[must_use]
    pub fn leaving_aside(&self, idea: &Idea, aside: bool) -> Entry {
        let to = aside.then(|| Box::new(LeftAside { plan: self.plan_in_short() }));
        Entry::LeftAside { group: self.id, item: idea.key(), to }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{self, day};
    use chrono::Weekday;

    #[test]
    fn what_is_left_aside_stays_so_until_the_plan_changes() {
        let mut record = sample::group();
        let weekdays = vec![Weekday::Mon, Weekday::Thu];
        let idea = Idea::Rhythm { weekdays, start: Some(day("2026-12-01")) };
        let entries = [record.leaving_aside(&idea, true)];
        assert_eq!(record.left_aside(&entries), ["rhythm Mon-Thu 2026-12-01"]);
        assert!(record.left_aside(&[record.leaving_aside(&idea, false)]).is_empty());
        // A mark changes nothing, another day does, and the day of before brings it back.
        record.marks.clear();
        assert_eq!(record.left_aside(&entries).len(), 1);
        let before = std::mem::replace(&mut record.sessions[4].session.date, day("2026-11-26"));
        assert!(record.left_aside(&entries).is_empty());
        record.sessions[4].session.date = before;
        assert_eq!(record.left_aside(&entries).len(), 1);
    }
}
