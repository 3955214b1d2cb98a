//! The agenda of one session: what its plan gives, and what was changed of that in the room.

use crate::domain::id::SessionId;
use crate::domain::outcome::Delivery;
use crate::domain::programme::Activity;
use crate::domain::record::GroupRecord;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// The first key of what was put on an agenda in the room: no plan has as many activities.
pub const ADDED: u16 = 1000;

/// What a session does, in order, once it was changed. Without one a session does what its plan says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    pub items: Vec<Item>,
    /// When it has to end, where that is not what the timetable says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveTime>,
}

/// One thing on an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What deliveries name it by: the index of its activity in the plan, or one from [`ADDED`] on.
    pub key: u16,
    /// Minutes that it is meant to take now.
    pub minutes: u16,
    #[serde(default, skip_serializing_if = "What::is_planned")]
    pub what: What,
}

/// What an item is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// The activity of the plan that its key names.
    #[default]
    Planned,
    /// The rest of the item with this key, which was begun and put off.
    Rest(u16),
    /// Added in the room, under this title.
    Own(String),
}

impl What {
    fn is_planned(&self) -> bool {
        *self == Self::Planned
    }
}

/// A thing on the agenda of a session, with what is known of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<'a> {
    pub key: u16,
    /// The key of what it is the rest of; its own for everything else.
    pub root: u16,
    /// Minutes that it is meant to take now.
    pub minutes: u16,
    /// The activity of the plan; `None` for what was added in the room.
    pub activity: Option<&'a Activity>,
    /// The title of what was added in the room; empty for everything else.
    pub title: &'a str,
    /// What was delivered of it; `None` while it is ahead.
    pub delivery: Option<&'a Delivery>,
}

impl Point<'_> {
    /// Whether it is kept when the session must be shortened.
    #[must_use]
    pub fn is_essential(&self) -> bool {
        self.activity.is_some_and(|activity| activity.essential)
    }

    /// Whether it is the rest of something that was begun and put off.
    #[must_use]
    pub fn is_rest(&self) -> bool {
        self.key != self.root
    }

    /// Whether it has not begun and was not left out.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.delivery.is_none()
    }

    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.delivery, Some(Delivery::Running { .. }))
    }

    /// Minutes by the plan; none for what was added or put off.
    #[must_use]
    pub fn planned(&self) -> u16 {
        self.activity.filter(|_| !self.is_rest()).map_or(0, |activity| activity.minutes)
    }
}

impl GroupRecord {
    /// What stands on the agenda of the session `id`, in order. An activity that an agenda does not know,
    /// because the plan gives another one now, comes last.
    #[must_use]
    pub fn points(&self, id: SessionId) -> Vec<Point<'_>> {
        let activities = self.session(id).map_or_else(Vec::new, |session| self.activities(session));
        let planned = |key: u16| activities.get(usize::from(key)).copied();
        let delivery = |key: u16| self.deliveries.get(&(id, key));
        let of_plan = |key: u16, minutes: u16| {
            let activity = planned(key)?;
            Some(Point { key, root: key, minutes, activity: Some(activity), title: "", delivery: delivery(key) })
        };
        let items = self.agendas.get(&id).map_or(&[][..], |agenda| &agenda.items);
        let own = |root: u16| {
            items.iter().find(|item| item.key == root).map_or("", |item| match &item.what {
                What::Own(title) => title.as_str(),
                _ => "",
            })
        };
        let point = |item: &Item| match &item.what {
            What::Planned => of_plan(item.key, item.minutes),
            What::Own(_) | What::Rest(_) => {
                let root = if let What::Rest(root) = item.what { root } else { item.key };
                let (key, minutes) = (item.key, item.minutes);
                let activity = planned(root);
                Some(Point { key, root, minutes, activity, title: own(root), delivery: delivery(key) })
            }
        };
        let mut points: Vec<_> = items.iter().filter_map(point).collect();
        for (key, activity) in (0..).zip(&activities) {
            if !points.iter().any(|point| point.key == key) {
                points.extend(of_plan(key, activity.minutes));
            }
        }
        points
    }

    /// The agenda of the session `id` as a value, to be changed.
    #[must_use]
    pub fn agenda(&self, id: SessionId) -> Agenda {
        let what = |point: &Point| {
            if point.is_rest() {
                What::Rest(point.root)
            } else if point.activity.is_some() {
                What::Planned
            } else {
                What::Own(point.title.to_owned())
            }
        };
        let item = |point: &Point| Item { key: point.key, minutes: point.minutes, what: what(point) };
        let until = self.agendas.get(&id).and_then(|agenda| agenda.until);
        Agenda { items: self.points(id).iter().map(item).collect(), until }
    }

    /// Whether `agenda` says what the plan of the session says anyway.
    #[must_use]
    pub fn is_as_planned(&self, id: SessionId, agenda: &Agenda) -> bool {
        let activities = self.session(id).map_or_else(Vec::new, |session| self.activities(session));
        let planned = (0..).zip(&activities).map(|(key, activity)| (key, activity.minutes));
        agenda.until.is_none() && agenda.items.iter().map(|item| (item.key, item.minutes)).eq(planned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::room::tests::record;

    const FOURTH: SessionId = SessionId(4);

    fn points(record: &GroupRecord) -> Vec<(u16, u16, u16, bool)> {
        let points = record.points(FOURTH);
        points.iter().map(|point| (point.key, point.root, point.minutes, point.activity.is_some())).collect()
    }

    #[test]
    fn without_an_agenda_a_session_does_what_its_plan_says() {
        let record = record();
        assert_eq!(points(&record), [(0, 0, 10, true), (1, 1, 20, true), (2, 2, 30, true), (3, 3, 10, true)]);
        assert!(record.is_as_planned(FOURTH, &record.agenda(FOURTH)));
    }

    #[test]
    fn an_agenda_orders_adds_and_puts_off_and_loses_no_activity() {
        let mut record = record();
        let item = |key, minutes, what| Item { key, minutes, what };
        let items = vec![
            item(1, 15, What::Planned),
            item(1000, 5, What::Own("Song".to_owned())),
            item(0, 4, What::Planned),
            item(1001, 6, What::Rest(0)),
            item(1002, 2, What::Rest(1000)),
            // The plan gives no such activity any more.
            item(7, 10, What::Planned),
            item(2, 30, What::Planned),
        ];
        let agenda = Agenda { items, until: None };
        record.agendas.insert(FOURTH, agenda.clone());
        assert_eq!(
            points(&record),
            [
                (1, 1, 15, true),
                (1000, 1000, 5, false),
                (0, 0, 4, true),
                (1001, 0, 6, true),
                (1002, 1000, 2, false),
                (2, 2, 30, true),
                (3, 3, 10, true)
            ]
        );
        let point = record.points(FOURTH)[4];
        assert_eq!((point.title, point.planned(), point.is_rest()), ("Song", 0, true));
        let again = record.agenda(FOURTH);
        assert!(!record.is_as_planned(FOURTH, &again));
        record.agendas.insert(FOURTH, again.clone());
        assert_eq!(record.agenda(FOURTH), again);
        let json = serde_json::to_string(&again.items[..4]).unwrap();
        let written = r#"[{"key":1,"minutes":15},{"key":1000,"minutes":5,"what":{"own":"Song"}},{"key":0,"minutes":4},{"key":1001,"minutes":6,"what":{"rest":0}}]"#;
        assert_eq!(json, written);
    }
}
