//! Everything recorded of one group.

use crate::domain::agenda::Agenda;
use crate::domain::attendance::Mark;
use crate::domain::eligibility::Exception;
use crate::domain::group::{Carries, Enrolment, Group, Session};
use crate::domain::guest::Guest;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::outcome::{Delivery, Outcome};
use crate::domain::pause::Pause;
use crate::domain::person::Person;
use crate::domain::programme::{Activity, Course, SessionPlan};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A person in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: PersonId,
    pub person: Person,
    pub enrolment: Enrolment,
    pub exception: Option<Exception>,
}

/// A session with its identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    pub id: SessionId,
    pub session: Session,
}

/// Everything recorded of one group: the room, the register and the group's page read this.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupRecord {
    pub id: GroupId,
    pub group: Group,
    /// Shared: it is large, never changes while a group runs, and is read with every mark.
    pub course: Arc<Course>,
    /// By date and time, then number.
    pub sessions: Vec<Dated>,
    /// The plans of sessions that carry something else than one whole plan of the course, by the index
    /// of their first and what they carry: made by [`compose`](Self::compose).
    pub composed: BTreeMap<(u16, Carries), Arc<SessionPlan>>,
    /// By name, in the order asked for; everyone who ever had a place.
    pub members: Vec<Member>,
    /// Who comes to a session without a place that covers its day.
    pub guests: BTreeMap<(SessionId, PersonId), Guest>,
    /// Those among them who have no place here at all, by name.
    pub visitors: Vec<Member>,
    pub marks: BTreeMap<(SessionId, PersonId), Mark>,
    pub outcomes: BTreeMap<(SessionId, PersonId, String), Outcome>,
    /// By the key of the thing on the agenda.
    pub deliveries: BTreeMap<(SessionId, u16), Delivery>,
    /// Of the sessions whose agenda was changed in the room.
    pub agendas: BTreeMap<SessionId, Agenda>,
    /// By session and number.
    pub pauses: BTreeMap<(SessionId, u16), Pause>,
    pub session_notes: BTreeMap<SessionId, String>,
    pub person_notes: BTreeMap<(SessionId, PersonId), String>,
    /// By person and `before:` or `after:` with the rating item.
    pub ratings: BTreeMap<(PersonId, String), u8>,
}

impl GroupRecord {
    /// A group of which nothing is recorded yet but who has a place, and when it meets.
    #[must_use]
    pub fn laid_out(
        id: GroupId,
        group: Group,
        course: Arc<Course>,
        sessions: Vec<Dated>,
        members: Vec<Member>,
    ) -> Self {
        Self {
            id,
            group,
            course,
            sessions,
            composed: BTreeMap::new(),
            members,
            guests: BTreeMap::new(),
            visitors: Vec::new(),
            marks: BTreeMap::new(),
            outcomes: BTreeMap::new(),
            deliveries: BTreeMap::new(),
            agendas: BTreeMap::new(),
            pauses: BTreeMap::new(),
            session_notes: BTreeMap::new(),
            person_notes: BTreeMap::new(),
            ratings: BTreeMap::new(),
        }
    }

    /// The same as if these people had never come; notes on sessions go too, because they may be about them.
    #[must_use]
    pub fn without(mut self, people: &BTreeSet<PersonId>) -> Self {
        if people.is_empty() {
            return self;
        }
        let stays = |person: &PersonId| !people.contains(person);
        self.members.retain(|member| stays(&member.id));
        self.visitors.retain(|member| stays(&member.id));
        self.guests.retain(|(_, person), _| stays(person));
        self.marks.retain(|(_, person), _| stays(person));
        self.outcomes.retain(|(_, person, _), _| stays(person));
        self.person_notes.retain(|(_, person), _| stays(person));
        self.ratings.retain(|(person, _), _| stays(person));
        self.session_notes.clear();
        self
    }

    /// The session `id` of this group.
    #[must_use]
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.iter().find(|s| s.id == id).map(|s| &s.session)
    }

    /// What a session follows: its session plan, the part of it that the session carries, or several in one.
    #[must_use]
    pub fn plan(&self, session: &Session) -> Option<&SessionPlan> {
        match &session.carries {
            Carries::Whole | Carries::Extra => self.course.sessions.get(usize::from(session.plan)).map(|plan| &**plan),
            carries => self.composed.get(&(session.plan, carries.clone())).map(|plan| &**plan),
        }
    }

    /// Makes the plans of sessions that carry something else than one whole plan: to be called when the
    /// sessions are read or change.
    pub fn compose(&mut self) {
        let Self { sessions, course, .. } = &*self;
        let odd = sessions.iter().map(|dated| &dated.session);
        let odd = odd.filter(|session| !matches!(session.carries, Carries::Whole | Carries::Extra));
        let plan = |session: &Session| {
            let plan = session.carries.composed(session.plan, course)?;
            Some(((session.plan, session.carries.clone()), Arc::new(plan)))
        };
        self.composed = odd.filter_map(plan).collect();
    }

    /// Puts the sessions in their order, and makes what they follow.
    pub fn arrange(&mut self) {
        self.sessions.sort_by_key(|Dated { id, session }| (session.date, session.time, session.plan, *id));
        self.compose();
    }

    /// The activities that the plan of `session` gives it, in order. Whoever asks what a session is made of
    /// asks here: deliveries and agendas name an activity by its place in this list.
    #[must_use]
    pub fn activities(&self, session: &Session) -> Vec<&Activity> {
        self.plan(session).map_or_else(Vec::new, |plan| plan.activities.iter().collect())
    }

    /// Length of `session` in minutes by its plan: the sum of its activities.
    #[must_use]
    pub fn minutes(&self, session: &Session) -> u16 {
        self.activities(session).iter().map(|activity| activity.minutes).sum()
    }

    /// The people whose enrolment covers `date`: who is expected in the room.
    pub fn expected(&self, date: NaiveDate) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |m| m.enrolment.covers(date))
    }

    /// The member `id`.
    #[must_use]
    pub fn member(&self, id: PersonId) -> Option<&Member> {
        self.members.iter().find(|m| m.id == id)
    }

    /// The dates of the sessions that are not cancelled, in order.
    #[must_use]
    pub fn dates(&self) -> Vec<NaiveDate> {
        self.sessions.iter().filter(|s| !s.session.state.is_cancelled()).map(|s| s.session.date).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::Register;
    use crate::domain::sample;

    #[test]
    fn a_group_without_somebody_counts_as_if_they_had_never_come() {
        let mut whole = sample::group();
        whole.session_notes.insert(SessionId(1), "Ana was tired".to_owned());
        let gone = whole.members[1].id;
        let rest = whole.clone().without(&[gone].into());
        assert!(rest.member(gone).is_none() && rest.members.len() + 1 == whole.members.len());
        assert!(rest.marks.keys().all(|(_, person)| *person != gone));
        assert!(rest.session_notes.is_empty() && !whole.session_notes.is_empty());
        let (all, left) = (Register::of(&whole), Register::of(&rest));
        let row = all.rows.iter().find(|row| row.person == gone).unwrap();
        let their = row.cells.iter().filter(|cell| **cell == crate::domain::figures::Cell::NotRecorded).count();
        assert_eq!(left.total.not_recorded + u32::try_from(their).unwrap(), all.total.not_recorded);
        assert_eq!(whole.clone().without(&BTreeSet::new()), whole);
    }
}
