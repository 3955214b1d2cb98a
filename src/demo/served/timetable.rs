//! What the groups of the small desk meet besides: a session in two parts, an extra one, somebody who waits for a place,
//! two people who must be kept apart.

use super::{Served, WAITS, WITH_CONSULATE, noted};
use crate::demo::calendar::workday;
use crate::demo::people::after;
use crate::domain::apart::{Apart, keeping_apart};
use crate::domain::entry::Entry;
use crate::domain::group::{Carries, Enrolment, Place, Session, SessionState};
use crate::domain::id::{GroupId, SessionId};
use crate::domain::programme::Course;
use chrono::NaiveDate;

/// Plans of the group mid-course, from 0: the next session, and the one that is given again for who missed it.
const SPLIT: u16 = 4;
const AGAIN: u16 = 1;

impl Served<'_> {
    pub(super) fn timetable(&mut self, course: &Course) {
        let day = self.ago(3);
        if let Some((group, _)) = self.group("K-07") {
            self.split(group, course, day);
            self.extra(group, day);
        }
        if let (Some((group, facts)), Some((person, _))) = (self.group("K-08"), self.somebody(WAITS)) {
            let waiting = Enrolment::new(Place::Waiting, facts.start);
            self.on(day, vec![Entry::Enrolment { group, person, to: noted(waiting) }]);
        }
        // Neither of the two is in the way of the other as things stand: one has a place, the other waits.
        if let (Some((one, _)), Some((other, _))) = (self.somebody(WITH_CONSULATE), self.somebody(WAITS + 1)) {
            let why = Apart { why: "An old debt between their families.".to_owned() };
            self.on(day, vec![keeping_apart(one, other, Some(why))]);
        }
    }

    /// The session of this plan, where it is still to come.
    fn planned(&self, group: GroupId, plan: u16) -> Option<(SessionId, Session)> {
        let mut entries = self.steps.iter().flat_map(|(_, entries)| entries).rev();
        entries.find_map(|entry| match entry {
            Entry::Session { group: of, session, to: Some(to) }
                if *of == group && to.plan == plan && to.state == SessionState::Planned =>
            {
                Some((*session, (**to).clone()))
            }
            _ => None,
        })
    }

    /// The next session is given on two days.
    fn split(&mut self, group: GroupId, course: &Course, day: NaiveDate) {
        let Some((id, session)) = self.planned(group, SPLIT) else { return };
        let all = course.sessions.get(usize::from(SPLIT)).map_or(0, |plan| plan.activities.len());
        let (Ok(all), half) = (u16::try_from(all), u16::try_from(all / 2).unwrap_or(0)) else { return };
        if half == 0 {
            return;
        }
        let part = |number, from, to| Carries::Part { number, of: 2, from, to };
        let second = Session { carries: part(2, half, all), date: workday(after(session.date, 1)), ..session.clone() };
        let first = Session { carries: part(1, 0, half), ..session };
        let new = SessionId(self.new_id(day));
        let entry = |session, to| Entry::Session { group, session, to: noted(to) };
        self.on(day, vec![entry(id, first), entry(new, second)]);
    }

    /// One more day for what somebody missed, the day after the next session but one.
    fn extra(&mut self, group: GroupId, day: NaiveDate) {
        let Some((_, later)) = self.planned(group, SPLIT + 1) else { return };
        let date = workday(after(later.date, 1));
        let extra = Session { plan: AGAIN, carries: Carries::Extra, date, next_time: String::new(), ..later };
        let session = SessionId(self.new_id(day));
        self.on(day, vec![Entry::Session { group, session, to: noted(extra) }]);
    }
}
