//! What a change would come to: for the sessions, and for whoever is released before one of them.

use super::{Change, Days, Proposal, Refused, entries};
use crate::domain::group::{Place, Session, SessionState};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::places::Missed;
use crate::domain::record::{GroupRecord, Member};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A session as it stands and as it would stand; one of the two is nothing when it would be new, or gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    pub id: SessionId,
    pub before: Option<Session>,
    pub after: Option<Session>,
}

/// What a change does to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    pub person: PersonId,
    /// Sessions that the person could reach, and would not any more.
    pub lost: Missed,
    /// Sessions that the person could not reach, and would.
    pub won: Missed,
}

/// Everything that a change would come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// In the order in which they would stand; those that would be gone last.
    pub sessions: Vec<Altered>,
    /// Those enrolled who would reach others than now.
    pub people: Vec<Reach>,
    /// The last day of the group: now, and then.
    pub ends: (Option<NaiveDate>, Option<NaiveDate>),
    /// The group as it would stand.
    pub after: GroupRecord,
}

impl Preview {
    /// What `proposal` would come to.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn of(record: &GroupRecord, proposal: &Proposal, days: Days) -> Result<Self, Refused> {
        let new = unused(record);
        let becomes = proposal.becomes(record, days, new)?;
        let after = record.with(&entries(record.id, &becomes));
        let mut sessions: Vec<Altered> = becomes
            .into_iter()
            .map(|(id, after)| Altered { id, before: record.session(id).cloned(), after })
            .filter(|altered| altered.before != altered.after)
            .collect();
        sessions.sort_by_key(|Altered { id, after, .. }| {
            (after.is_none(), after.as_ref().map(|session| (session.date, session.time, session.plan)), *id)
        });
        let ends = |record: &GroupRecord| record.dates().into_iter().max();
        let people = record.members.iter().filter_map(|member| reach(member, record, &after)).collect();
        Ok(Self { sessions, people, ends: (ends(record), ends(&after)), after })
    }
}

impl Preview {
    /// The first and the last day on which a session would come to stand.
    #[must_use]
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = || self.sessions.iter().filter_map(|altered| altered.after.as_ref()).map(|session| session.date);
        days().min().zip(days().max())
    }

    /// The sessions that would come after one that the programme has behind them, with that one: those that
    /// move, in pairs of what they are called.
    #[must_use]
    pub fn out_of_order(&self) -> Vec<(String, String)> {
        let takes_place = |session: &&Session| !session.state.is_cancelled() && !session.is_extra();
        let order: Vec<&Session> = self.after.sessions.iter().map(|dated| &dated.session).filter(takes_place).collect();
        let moves = |session: &Session| {
            self.sessions.iter().any(|altered| {
                let from = altered.before.as_ref().map(|before| (before.date, before.time));
                altered.after.as_ref() == Some(session) && from != Some((session.date, session.time))
            })
        };
        let pairs = order.windows(2).filter_map(|two| {
            let [before, after] = two else { return None };
            let wrong = before.plan > after.plan && (moves(before) || moves(after));
            wrong.then(|| (before.label(), after.label()))
        });
        pairs.collect()
    }

    /// How many sessions would come to stand on another day, besides those that `change` is about.
    #[must_use]
    pub fn others(&self, change: &Change) -> usize {
        let moves = |altered: &&Altered| match (&altered.before, &altered.after) {
            (Some(before), Some(after)) => before.date != after.date && Some(altered.id) != change.session(),
            _ => false,
        };
        self.sessions.iter().filter(moves).count()
    }
}

/// An identifier that no session of the group has: what is new is only looked at here.
fn unused(record: &GroupRecord) -> SessionId {
    SessionId(record.sessions.iter().map(|dated| dated.id.0).max().unwrap_or(0) + 1)
}

/// The planned sessions that `member` can come to: those that count, before the release.
fn reachable(member: &Member, record: &GroupRecord) -> BTreeSet<SessionId> {
    let comes = |session: &Session| {
        let counts = session.state == SessionState::Planned && !session.is_extra();
        let before_release = member.person.release.is_none_or(|release| session.date < release);
        counts && before_release && member.enrolment.covers(session.date)
    };
    record.sessions.iter().filter(|dated| comes(&dated.session)).map(|dated| dated.id).collect()
}

fn reach(member: &Member, before: &GroupRecord, after: &GroupRecord) -> Option<Reach> {
    if member.enrolment.state != Place::Enrolled {
        return None;
    }
    let (could, can) = (reachable(member, before), reachable(member, after));
    let mut reach = Reach { person: member.id, lost: Missed::default(), won: Missed::default() };
    for dated in &after.sessions {
        let session = &dated.session;
        if session.state != SessionState::Planned || session.is_extra() {
            continue;
        }
        // What was cancelled comes back for everybody; what is new was a part of a session that stands: it could be reached when that one could.
        let could = match before.session(dated.id) {
            Some(old) if old.state.is_cancelled() => member.enrolment.covers(session.date),
            Some(_) => could.contains(&dated.id),
            None => before.sessions.iter().any(|old| {
                could.contains(&old.id) && session.plans().all(|plan| old.session.plans().any(|other| other == plan))
            }),
        };
        let changed = match (could, can.contains(&dated.id)) {
            (true, false) => &mut reach.lost,
            (false, true) => &mut reach.won,
            _ => continue,
        };
        changed.sessions.push(session.label());
        if after.plan(session).is_some_and(|plan| plan.essential) {
            changed.essential.push(session.label());
        }
    }
    (reach.lost != Missed::default() || reach.won != Missed::default()).then_some(reach)
}
