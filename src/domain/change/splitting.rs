//! A session split in two, and two made one: what each carries of the programme then.

use super::{Becomes, Refused};
use crate::domain::group::{Carries, Session, SessionState};
use crate::domain::id::SessionId;
use crate::domain::record::{Dated, GroupRecord};
use chrono::{NaiveDate, NaiveTime};

impl GroupRecord {
    /// The activities, by their places, at which the session `id` can be parted in two: none is parted, and
    /// nothing that was given comes to the second part. Two plans in one are parted between the plans.
    #[must_use]
    pub fn cuts(&self, id: SessionId) -> Vec<u16> {
        let Some(session) = self.session(id) else { return Vec::new() };
        let all = u16::try_from(self.activities(session).len()).unwrap_or(u16::MAX);
        let given = (0..all).rev().find(|activity| self.deliveries.contains_key(&(id, *activity)));
        let first = given.map_or(1, |activity| activity + 1);
        match &session.carries {
            Carries::Extra => Vec::new(),
            _ if session.state.is_cancelled() => Vec::new(),
            Carries::Joined { .. } => self.borders(session).into_iter().filter(|cut| *cut >= first).collect(),
            Carries::Whole | Carries::Part { .. } => (first..all).collect(),
        }
    }

    /// Where to part the session `id` when nobody says: after what was given, or at half of its minutes.
    #[must_use]
    pub fn usual_cut(&self, id: SessionId) -> Option<u16> {
        let session = self.session(id)?;
        let cuts = self.cuts(id);
        if session.state.is_held() {
            return cuts.first().copied();
        }
        let minutes: Vec<u16> = self.activities(session).iter().map(|activity| activity.minutes).collect();
        let until = |cut: u16| minutes.iter().take(usize::from(cut)).sum::<u16>();
        let half = minutes.iter().sum::<u16>() / 2;
        cuts.into_iter().min_by_key(|cut| until(*cut).abs_diff(half))
    }

    /// Between which activities the plans of a joined session meet.
    fn borders(&self, session: &Session) -> Vec<u16> {
        let length = |plan: u16| self.course.sessions.get(usize::from(plan)).map_or(0, |plan| plan.activities.len());
        let ends = session.plans().scan(0, |end, plan| {
            *end += u16::try_from(length(plan)).unwrap_or(u16::MAX);
            Some(*end)
        });
        let mut ends: Vec<u16> = ends.collect();
        ends.pop();
        ends
    }

    /// The session that `session` can be joined with: the next part of its plan, or the next session that
    /// carries whole plans.
    #[must_use]
    pub fn partner(&self, session: SessionId) -> Option<&Dated> {
        let Dated { session: one, .. } = self.sessions.iter().find(|dated| dated.id == session)?;
        let planned = |dated: &&Dated| dated.id != session && dated.session.state == SessionState::Planned;
        match &one.carries {
            Carries::Extra => None,
            Carries::Part { number, .. } => self.sessions.iter().filter(planned).find(|dated| {
                let next = number + 1;
                dated.session.plan == one.plan
                    && matches!(dated.session.carries, Carries::Part { number, .. } if number == next)
            }),
            Carries::Whole | Carries::Joined { .. } => {
                let at = self.sessions.iter().position(|dated| dated.id == session)?;
                let whole = |dated: &&Dated| matches!(dated.session.carries, Carries::Whole | Carries::Joined { .. });
                self.sessions.get(at..)?.iter().filter(planned).find(|dated| !dated.session.is_extra()).filter(whole)
            }
        }
    }
}

/// What a session parted at the activity `at` becomes, and its second part, which is `new`.
pub(super) fn split(
    record: &GroupRecord,
    Dated { id, session }: &Dated,
    at: u16,
    (date, time): (NaiveDate, NaiveTime),
    new: SessionId,
) -> Result<Vec<Becomes>, Refused> {
    if !record.cuts(*id).contains(&at) {
        return Err(Refused::NotThere);
    }
    if (date, time) <= (session.date, session.time) {
        return Err(Refused::BeforeTheFirst);
    }
    let (plan, one, other) = match &session.carries {
        Carries::Joined { .. } => {
            let border = record.borders(session).iter().position(|border| *border == at).ok_or(Refused::NotThere)?;
            let plans: Vec<u16> = session.plans().collect();
            let (before, after) = plans.split_at(border + 1);
            (after.first().copied().ok_or(Refused::NotThere)?, carrying(before), carrying(after))
        }
        Carries::Part { number, of, from, to } => {
            let part = |number, from, to| Carries::Part { number, of: of + 1, from, to };
            (session.plan, part(*number, *from, from + at), part(number + 1, from + at, *to))
        }
        Carries::Whole | Carries::Extra => {
            let all = u16::try_from(record.activities(session).len()).unwrap_or(u16::MAX);
            let part = |number, from, to| Carries::Part { number, of: 2, from, to };
            (session.plan, part(1, 0, at), part(2, at, all))
        }
    };
    let rest = Session {
        plan,
        carries: other,
        date,
        time,
        state: SessionState::Planned,
        moved: None,
        next_time: String::new(),
        ..session.clone()
    };
    let mut becomes = vec![(*id, Some(Session { carries: one, ..session.clone() })), (new, Some(rest))];
    if let Carries::Part { number, .. } = session.carries {
        becomes.extend(renumbered(record, session.plan, &[*id], |part| if part > number { part + 1 } else { part }, 1));
    }
    Ok(becomes)
}

/// What a session becomes that takes in the one it can be joined with, which is gone then.
pub(super) fn join(record: &GroupRecord, Dated { id, session }: &Dated) -> Result<Vec<Becomes>, Refused> {
    let Dated { id: other_id, session: other } = record.partner(*id).ok_or(Refused::Alone)?;
    let mut renumbering = Vec::new();
    let carries = match (&session.carries, &other.carries) {
        (Carries::Part { of: 2, .. }, _) => Carries::Whole,
        (Carries::Part { number, of, from, .. }, Carries::Part { to, .. }) => {
            let second = number + 1;
            let before = |part: u8| if part > second { part - 1 } else { part };
            renumbering = renumbered(record, session.plan, &[*id, *other_id], before, -1);
            Carries::Part { number: *number, of: of - 1, from: *from, to: *to }
        }
        _ => carrying(&session.plans().chain(other.plans()).collect::<Vec<_>>()),
    };
    let mut becomes = vec![(*id, Some(Session { carries, ..session.clone() })), (*other_id, None)];
    becomes.append(&mut renumbering);
    Ok(becomes)
}

/// One whole plan, or several; the first is the plan of the session itself.
fn carrying(plans: &[u16]) -> Carries {
    match plans {
        [] | [_] => Carries::Whole,
        [_, with @ ..] => Carries::Joined { with: with.to_vec() },
    }
}

/// The other parts of a plan with their new numbers, of so many more parts.
fn renumbered(
    record: &GroupRecord,
    plan: u16,
    not: &[SessionId],
    number_of: impl Fn(u8) -> u8,
    more: i8,
) -> Vec<Becomes> {
    let others = record.sessions.iter().filter(|dated| dated.session.plan == plan && !not.contains(&dated.id));
    let part = |Dated { id, session }: &Dated| match session.carries {
        Carries::Part { number, of, from, to } => {
            let carries = Carries::Part { number: number_of(number), of: of.saturating_add_signed(more), from, to };
            Some((*id, Some(Session { carries, ..session.clone() })))
        }
        _ => None,
    };
    others.filter_map(part).collect()
}
