//! Fidelity: what was given of the agenda of a session that is over, against its plan.

use crate::domain::agenda::Point;
use crate::domain::group::SessionState;
use crate::domain::id::SessionId;
use crate::domain::outcome::Delivery;
use crate::domain::record::GroupRecord;
use chrono::{DateTime, FixedOffset};

/// One session that is over, against its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fidelity<'a> {
    /// The activities of the plan and what was added and given, in the order of the agenda.
    pub given: Vec<Given<'a>>,
    /// Minutes of the plan.
    pub planned: u32,
    /// Minutes from opening to closing in the room, without pauses.
    pub minutes: u32,
    pub paused: u32,
}

/// What became of one thing on the agenda.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given<'a> {
    pub point: Point<'a>,
    /// Minutes of the plan; none for what was added.
    pub planned: u32,
    /// Minutes given, its put-off rest included, without pauses.
    pub minutes: u32,
    /// As which it was begun, from 1; `None` for what was not.
    pub order: Option<u32>,
    /// Whether something that the plan has after it was begun before it.
    pub is_late: bool,
    pub how: How,
}

impl Eq for Given<'_> {}

/// How something was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Within two minutes of its time, or a tenth of it where that is more.
    AsPlanned,
    Shortened,
    Lengthened,
    Skipped,
    /// Not in the plan.
    Added,
    NotRecorded,
}

impl How {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::AsPlanned => "given-as-planned",
            Self::Shortened => "given-shortened",
            Self::Lengthened => "given-lengthened",
            Self::Skipped => "given-skipped",
            Self::Added => "given-added",
            Self::NotRecorded => "given-not-recorded",
        }
    }

    /// What minutes given of minutes planned are.
    #[must_use]
    pub fn of(minutes: u32, planned: u32) -> Self {
        let tolerated = (planned / 10).max(2);
        if minutes + tolerated < planned {
            Self::Shortened
        } else if minutes > planned + tolerated {
            Self::Lengthened
        } else {
            Self::AsPlanned
        }
    }
}

impl<'a> Fidelity<'a> {
    /// What was given at the session `id`; `None` unless it is over.
    #[must_use]
    pub fn of(record: &'a GroupRecord, id: SessionId) -> Option<Self> {
        let session = record.session(id)?;
        let SessionState::Held { from, to } = session.state else { return None };
        let points = record.points(id);
        let mut given: Vec<_> = points.iter().filter_map(|point| one(record, id, point, &points, to)).collect();
        count_off(&mut given, &points);
        Some(Self {
            given,
            planned: record.minutes(session).into(),
            minutes: whole(record.worked(id, from, to).num_minutes()),
            paused: whole(record.paused(id, from, to).num_minutes()),
        })
    }

    /// How many were given so.
    #[must_use]
    pub fn count(&self, how: How) -> u32 {
        whole(self.given.iter().map(|given| i64::from(given.how == how)).sum())
    }

    /// How many came after something that the plan has after them.
    #[must_use]
    pub fn out_of_order(&self) -> u32 {
        whole(self.given.iter().map(|given| i64::from(given.is_late)).sum())
    }
}

/// What became of `point`; `None` for a rest, which belongs to what it is the rest of, and for what was
/// added and not given.
fn one<'a>(
    record: &GroupRecord,
    id: SessionId,
    point: &Point<'a>,
    points: &[Point<'a>],
    end: DateTime<FixedOffset>,
) -> Option<Given<'a>> {
    if point.is_rest() {
        return None;
    }
    let parts = || points.iter().filter(|part| part.root == point.root).filter_map(|part| part.delivery);
    let begun = parts().any(|delivery| *delivery != Delivery::Skipped);
    let spent = parts().map(|delivery| record.spent(id, delivery, end));
    let minutes = whole(spent.fold(chrono::Duration::zero(), |sum, part| sum + part).num_minutes());
    let planned = u32::from(point.planned());
    let how = match (point.activity, begun, parts().next()) {
        (None, true, _) => How::Added,
        (None, false, _) => return None,
        (Some(_), true, _) => How::of(minutes, planned),
        (Some(_), false, Some(_)) => How::Skipped,
        (Some(_), false, None) => How::NotRecorded,
    };
    Some(Given { point: *point, planned, minutes, order: None, is_late: false, how })
}

/// Gives what was begun its number in the order of beginning, and finds what came too late.
fn count_off(given: &mut [Given], points: &[Point]) {
    let since = |root: u16| {
        let parts = points.iter().filter(|part| part.root == root);
        parts.filter_map(|part| began(part.delivery?)).min()
    };
    let mut places: Vec<_> = (0..given.len()).filter_map(|at| Some((since(given[at].point.root)?, at))).collect();
    places.sort_unstable();
    let mut furthest = None;
    for (order, (_, at)) in (1..).zip(places) {
        let one = &mut given[at];
        one.order = Some(order);
        if one.point.activity.is_some() {
            one.is_late = furthest.is_some_and(|furthest| furthest > one.point.key);
            furthest = furthest.max(Some(one.point.key));
        }
    }
}

fn began(delivery: &Delivery) -> Option<DateTime<FixedOffset>> {
    match delivery {
        Delivery::Running { since } => Some(*since),
        Delivery::Done { from, .. } => Some(*from),
        Delivery::Skipped => None,
    }
}

/// Minutes that went by; none when the clock went back.
pub(super) fn whole(minutes: i64) -> u32 {
    u32::try_from(minutes.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{Agenda, Item, What};
    use crate::domain::pause::{Interruption, Pause};
    use crate::domain::room::tests::{at, record};

    const FOURTH: SessionId = SessionId(4);

    /// The fourth session held for 80 minutes, with an agenda and deliveries by their keys.
    fn held(items: &[(u16, u16, What)], deliveries: &[(u16, Delivery)]) -> GroupRecord {
        let mut record = record();
        record.sessions[3].session.state = SessionState::Held { from: at(0), to: at(80) };
        let item = |(key, minutes, what): &(u16, u16, What)| Item { key: *key, minutes: *minutes, what: what.clone() };
        let items = items.iter().map(item).collect();
        record.agendas.insert(FOURTH, Agenda { items, until: None });
        record.deliveries.extend(deliveries.iter().map(|(key, delivery)| ((FOURTH, *key), delivery.clone())));
        record
    }

    fn done(from: i64, to: i64) -> Delivery {
        Delivery::Done { from: at(from), to: at(to) }
    }

    #[test]
    fn as_planned_allows_for_a_minute_or_two() {
        for (minutes, planned, how) in [
            (10, 10, How::AsPlanned),
            (8, 10, How::AsPlanned),
            (7, 10, How::Shortened),
            (12, 10, How::AsPlanned),
            (13, 10, How::Lengthened),
            (36, 40, How::AsPlanned),
            (35, 40, How::Shortened),
            (45, 40, How::Lengthened),
            (0, 1, How::AsPlanned),
        ] {
            assert_eq!(How::of(minutes, planned), how, "{minutes} of {planned}");
        }
    }

    #[test]
    fn what_was_given_is_counted_against_the_plan() {
        use What::{Own, Planned, Rest};
        // Activities of 10, 20, 30 and 10 minutes; the second gave way after 7 and went on after the third.
        let items = [
            (0, 10, Planned),
            (1, 7, Planned),
            (2, 30, Planned),
            (1000, 13, Rest(1)),
            (1001, 5, Own("Song".to_owned())),
            (1002, 5, Own("Quiz".to_owned())),
            (3, 10, Planned),
        ];
        let deliveries =
            [(0, done(0, 9)), (1, done(9, 16)), (2, done(16, 40)), (1000, done(40, 60)), (1001, done(60, 66))];
        let mut record = held(&items, &deliveries);
        record.deliveries.insert((FOURTH, 1002), Delivery::Skipped);
        record.pauses.insert((FOURTH, 1), Pause { why: Interruption::Count, from: at(45), to: Some(at(50)) });
        let fidelity = Fidelity::of(&record, FOURTH).unwrap();
        let of = |given: &Given| (given.point.key, given.planned, given.minutes, given.order, given.how);
        assert_eq!(
            fidelity.given.iter().map(of).collect::<Vec<_>>(),
            [
                (0, 10, 9, Some(1), How::AsPlanned),
                // 7 and 15, the pause left out.
                (1, 20, 22, Some(2), How::AsPlanned),
                (2, 30, 24, Some(3), How::Shortened),
                (1001, 0, 6, Some(4), How::Added),
                (3, 10, 0, None, How::NotRecorded),
            ]
        );
        assert_eq!((fidelity.planned, fidelity.minutes, fidelity.paused), (70, 75, 5));
        assert_eq!((fidelity.count(How::Added), fidelity.out_of_order()), (1, 0));
    }

    #[test]
    fn what_came_too_late_is_out_of_order() {
        let items = [(2, 30, What::Planned), (0, 10, What::Planned), (1, 20, What::Planned), (3, 10, What::Planned)];
        let deliveries = [(2, done(0, 40)), (0, done(40, 50)), (1, Delivery::Skipped), (3, done(50, 60))];
        let record = held(&items, &deliveries);
        let fidelity = Fidelity::of(&record, FOURTH).unwrap();
        let of = |given: &Given| (given.point.key, given.order, given.is_late, given.how);
        assert_eq!(
            fidelity.given.iter().map(of).collect::<Vec<_>>(),
            [
                (2, Some(1), false, How::Lengthened),
                (0, Some(2), true, How::AsPlanned),
                (1, None, false, How::Skipped),
                (3, Some(3), false, How::AsPlanned),
            ]
        );
        assert_eq!(fidelity.out_of_order(), 1);
        // Only a session that is over has been given.
        assert_eq!(Fidelity::of(&record, SessionId(5)), None);
    }
}
