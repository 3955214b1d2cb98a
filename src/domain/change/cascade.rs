//! How the later sessions follow a change: in order, along the weekdays of the group, never on a closed day.
//!
//! Where the change takes a day from them they move on: each keeps its day as long as it still comes after
//! the one before it, so that a free week takes up the delay. Where the change gives a day back they move
//! up, and none comes later than it was. Sessions of one day stay together. Extra sessions stay where they
//! are: they are for those who were asked, on that day. Each keeps its time of day.

use super::{Becomes, Change, Days, Refused, follows};
use crate::domain::group::{Group, Session, SessionState, dates};
use crate::domain::id::SessionId;
use crate::domain::record::{Dated, GroupRecord};
use chrono::{NaiveDate, NaiveTime};

/// The timetable of a group in its prison.
pub(super) struct Timetable<'a> {
    pub(super) record: &'a GroupRecord,
    pub(super) days: Days<'a>,
    /// Why the change is made.
    pub(super) why: &'a str,
}

/// When a session begins.
type When = (NaiveDate, NaiveTime);

fn when(session: &Session) -> When {
    (session.date, session.time)
}

/// The first day of the rhythm of `group` after `day` that is neither closed nor past.
#[must_use]
pub fn next_day(group: &Group, day: NaiveDate, days: Days) -> Option<NaiveDate> {
    let from = day.succ_opt()?.max(days.today);
    dates(from, &group.weekdays, 1, days.closed).first().copied()
}

impl Timetable<'_> {
    /// The first day of the group's rhythm after `day` that is not past.
    fn next(&self, day: NaiveDate) -> Result<NaiveDate, Refused> {
        next_day(&self.record.group, day, self.days).ok_or(Refused::NoDay)
    }

    /// What the later sessions become after `change`, when the sessions that it is about stand as in this
    /// timetable; `before` is how all of them stood, and `new` the session that it adds.
    pub(super) fn following(
        &self,
        change: &Change,
        before: &GroupRecord,
        new: SessionId,
    ) -> Result<Vec<Becomes>, Refused> {
        let stood = |id: SessionId| before.session(id).map(when).ok_or(Refused::Gone);
        let day_before = |date: NaiveDate| date.pred_opt().unwrap_or(date);
        match change {
            Change::Move { session, date, time, .. } => {
                let from = stood(*session)?;
                let later = self.later(|at| at > from, &[*session]);
                if (*date, *time) > from {
                    self.pushed(&later, (*date, *time))
                } else {
                    self.pulled(&later, self.not_before(from, *session, *date))
                }
            }
            Change::Cancel { session, .. } => {
                let from = stood(*session)?;
                let day = self.not_before(from, *session, day_before(from.0));
                self.pulled(&self.later(|at| at > from, &[*session]), day)
            }
            Change::Insert { date, time, .. } => {
                self.pushed(&self.later(|at| at >= (*date, *time), &[new]), (*date, *time))
            }
            Change::Again { session, date, time } => {
                self.pushed(&self.later(|at| at >= (*date, *time), &[*session]), (*date, *time))
            }
            Change::Split { session, date, time, .. } => {
                let from = stood(*session)?;
                self.pushed(&self.later(|at| at > from, &[*session, new]), (*date, *time))
            }
            Change::Join { session } => {
                let other = before.partner(*session).ok_or(Refused::Alone)?;
                let freed = when(&other.session);
                let day = self.not_before(freed, other.id, day_before(freed.0));
                self.pulled(&self.later(|at| at > freed, &[*session]), day)
            }
        }
    }

    /// The planned sessions that stand so, in order, without those that the change is about; extra ones
    /// stay where they are.
    fn later(&self, stands: impl Fn(When) -> bool, not: &[SessionId]) -> Vec<&Dated> {
        let follows = |dated: &&Dated| {
            let Dated { id, session } = dated;
            session.state == SessionState::Planned && !session.is_extra() && stands(when(session)) && !not.contains(id)
        };
        self.record.sessions.iter().filter(follows).collect()
    }

    /// `day`, or the day of the last session that takes place by `at`, whichever is later: nobody overtakes
    /// those who stood before, or at the same time. The session `not` is not asked.
    fn not_before(&self, at: When, not: SessionId, day: NaiveDate) -> NaiveDate {
        let takes_place = |dated: &&Dated| !dated.session.state.is_cancelled() && dated.id != not;
        let before = self.record.sessions.iter().filter(takes_place).filter(|dated| when(&dated.session) <= at);
        before.map(|dated| dated.session.date).max().map_or(day, |before| before.max(day))
    }

    /// Each after the one before it, the first after `after`.
    fn pushed(&self, later: &[&Dated], after: When) -> Result<Vec<Becomes>, Refused> {
        let mut moved = Vec::new();
        // Where the session before stood, and where it comes to stand.
        let (mut was, mut is): (Option<When>, When) = (None, after);
        for Dated { id, session } in later {
            let own = when(session);
            if own > is && (session.date > is.0 || was.is_some_and(|was| was.0 == own.0)) {
                break;
            }
            let together = was.is_some_and(|was| was.0 == own.0) && session.time > is.1;
            let date = if together { is.0 } else { self.next(is.0)? };
            moved.push((*id, Some(follows(session, date, self.why))));
            (was, is) = (Some(own), (date, session.time));
        }
        Ok(moved)
    }

    /// Each as early as the rhythm has it after the one before it, the first after `day`; none later than it was.
    fn pulled(&self, later: &[&Dated], day: NaiveDate) -> Result<Vec<Becomes>, Refused> {
        let mut moved = Vec::new();
        let (mut was, mut is): (Option<When>, NaiveDate) = (None, day);
        for Dated { id, session } in later {
            let together = was.is_some_and(|was| was.0 == session.date);
            let date = if together { is } else { self.next(is)?.min(session.date) };
            if date != session.date {
                moved.push((*id, Some(follows(session, date, self.why))));
            }
            (was, is) = (Some(when(session)), date);
        }
        Ok(moved)
    }
}
