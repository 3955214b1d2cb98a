//! Before a session: what was left from last time, who was away, and what to bring.

use crate::domain::attendance::{Kind, Mark};
use crate::domain::group::SessionState;
use crate::domain::outcome::Outcome;
use crate::domain::programme::{Localised, Objective};
use crate::domain::record::{Dated, Member};
use crate::domain::room::Room;

/// What whoever opens a session wants to know of the one before it.
#[derive(Debug, Clone, PartialEq)]
pub struct LastTime<'a> {
    pub dated: &'a Dated,
    /// Who is expected now and was away then. A session that did not count for them is no absence.
    pub away: Vec<(&'a Member, &'a Mark)>,
    /// What some of those expected now did not reach, or only partly.
    pub open: Vec<(&'a Objective, Vec<&'a Member>)>,
}

impl<'a> Room<'a> {
    /// The session that was held before this one; nobody remembers a cancelled one.
    #[must_use]
    pub fn last_held(&self) -> Option<&'a Dated> {
        let here = self.record.sessions.iter().position(|dated| dated.id == self.id)?;
        let held = |dated: &&Dated| matches!(dated.session.state, SessionState::Held { .. });
        self.record.sessions.get(..here)?.iter().rev().find(held)
    }

    /// What the session before this one left to be done this time.
    #[must_use]
    pub fn last_time(&self) -> Option<&'a str> {
        Some(self.last_held()?.session.next_time.as_str()).filter(|note| !note.is_empty())
    }

    /// How the session before this one went for those who are expected now.
    #[must_use]
    pub fn before(&self) -> Option<LastTime<'a>> {
        let record = self.record;
        let dated = self.last_held()?;
        let expected = || record.expected(self.session.date);
        let away = |member: &'a Member| {
            let mark = record.marks.get(&(dated.id, member.id))?;
            let missed = !mark.code.attended() && mark.code.kind() != Kind::NotCounted && mark.caught_up.is_none();
            missed.then_some((member, mark))
        };
        let unreached = |member: &&Member, objective: &Objective| {
            let outcome = record.outcomes.get(&(dated.id, member.id, objective.id.clone()));
            matches!(outcome, Some(Outcome::Partly | Outcome::NotAchieved))
        };
        let objectives = record.plan(&dated.session).map_or(&[][..], |plan| &plan.objectives);
        let open = objectives.iter().filter_map(|objective| {
            let members: Vec<_> = expected().filter(|member| unreached(member, objective)).collect();
            (!members.is_empty()).then_some((objective, members))
        });
        Some(LastTime { dated, away: expected().filter_map(away).collect(), open: open.collect() })
    }

    /// What has to be there for everything that is still on the agenda, each once, in the order of need.
    #[must_use]
    pub fn materials(&self) -> Vec<&'a Localised> {
        let mut needed: Vec<&Localised> = Vec::new();
        for point in self.points().into_iter().filter(|point| point.is_ahead() || point.is_running()) {
            let Some(activity) = point.activity else { continue };
            for thing in activity.need.iter().chain(self.record.course.handed_out(activity)) {
                if !needed.contains(&thing) {
                    needed.push(thing);
                }
            }
        }
        needed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{CaughtUp, Code};
    use crate::domain::id::{PersonId, SessionId};
    use crate::domain::outcome::Delivery;
    use crate::domain::programme::Handout;
    use crate::domain::room::tests::record;
    use crate::domain::sample::{day, plan_of};
    use std::sync::Arc;

    #[test]
    fn last_time_tells_who_was_away_and_what_is_open_of_those_expected_now() {
        let mut record = record();
        let (second, ana, yusuf, li) = (SessionId(2), PersonId(1), PersonId(2), PersonId(3));
        let ill = Mark::from(Code::Ill);
        let made_good =
            Mark { caught_up: Some(CaughtUp { on: day("2026-11-14"), minutes: 30, how: None }), ..ill.clone() };
        for (marks, away) in [
            (vec![], vec![]),
            (vec![(ana, ill.clone())], vec![1]),
            // Made good; not counted; not expected any more.
            (vec![(ana, made_good)], vec![]),
            (vec![(ana, Mark::from(Code::NotRequired))], vec![]),
            (vec![(yusuf, Mark::from(Code::Court)), (li, ill)], vec![2]),
        ] {
            record.marks.retain(|(session, _), _| *session != second);
            record.marks.extend(marks.iter().map(|(person, mark)| ((second, *person), mark.clone())));
            let room = Room::of(&record, SessionId(4)).unwrap();
            let before = room.before().unwrap();
            assert_eq!(before.dated.id, second);
            assert_eq!(before.away.iter().map(|(member, _)| member.id.0).collect::<Vec<_>>(), away, "{marks:?}");
        }
        record.outcomes.insert((second, yusuf, "papers-1".to_owned()), Outcome::Partly);
        record.outcomes.insert((second, li, "papers-1".to_owned()), Outcome::Partly);
        let open = |record: &crate::domain::record::GroupRecord| {
            let before = Room::of(record, SessionId(4)).unwrap().before().unwrap();
            let of = |(_, members): &(&Objective, Vec<&Member>)| members.iter().map(|m| m.id.0).collect::<Vec<_>>();
            before.open.iter().map(of).collect::<Vec<_>>()
        };
        // Ana did not reach it either.
        assert_eq!(open(&record), [[1, 2]]);
        for person in [ana, yusuf] {
            record.outcomes.insert((second, person, "papers-1".to_owned()), Outcome::Achieved);
        }
        assert!(open(&record).is_empty());
        assert!(Room::of(&record, SessionId(1)).unwrap().before().is_none());
    }

    #[test]
    fn each_thing_is_brought_once_and_only_for_what_is_ahead() {
        let mut record = record();
        let activities = &mut plan_of(Arc::make_mut(&mut record.course), 3).activities;
        for (at, needs) in [(0, vec!["map"]), (1, vec!["pens", "cards"]), (2, vec!["cards", "forms"])] {
            activities[at].need = needs.into_iter().map(Localised::from).collect();
        }
        let needed = |record: &crate::domain::record::GroupRecord| {
            let room = Room::of(record, SessionId(4)).unwrap();
            room.materials().iter().map(|thing| thing.pick(&["en"]).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(needed(&record), ["map", "pens", "cards", "forms"]);
        record.deliveries.insert((SessionId(4), 1), Delivery::Skipped);
        assert_eq!(needed(&record), ["map", "cards", "forms"]);
        // What is handed out has to lie there too.
        let course = Arc::make_mut(&mut record.course);
        let sheet = |id: &str| Handout { id: id.to_owned(), title: id.into(), lines: Vec::new(), blank_lines: 0 };
        course.handouts = vec![sheet("sheet"), sheet("other")];
        plan_of(course, 3).activities[2].handouts = vec!["sheet".to_owned()];
        assert_eq!(needed(&record), ["map", "cards", "forms", "sheet"]);
    }
}
