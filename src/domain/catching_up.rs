//! Catching up: what somebody missed is made good by a one-to-one, by a session of another group that carries
//! the same plan, or by an extra session of the own group.
//!
//! It is said in the mark of the session that was missed. Who joined later, or was away between two spells,
//! has no mark there: then one says why the session does not count for them, and that it was made good.

use crate::domain::attendance::{CaughtUp, Kind, MadeGood, Mark};
use crate::domain::attending::{can_be_caught_up, following};
use crate::domain::entry::Entry;
use crate::domain::figures::{Cell, cell};
use crate::domain::group::{Carries, Session, SessionState};
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::programme::Course;
use crate::domain::record::{Dated, GroupRecord};
use chrono::NaiveDate;
use std::sync::Arc;

/// A session of any group, with the course that it follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Elsewhere {
    pub group: GroupId,
    /// What staff call the group.
    pub code: String,
    pub dated: Dated,
    pub course: Arc<Course>,
}

impl Elsewhere {
    /// What is recorded of whoever made something good there.
    #[must_use]
    pub fn caught_up(&self) -> CaughtUp {
        let session = &self.dated.session;
        let (code, label) = (self.code.clone(), session.label());
        let how = MadeGood::Elsewhere { group: self.group, session: self.dated.id, code, label };
        let plan = session.carries.composed(session.plan, &self.course);
        CaughtUp { on: session.date, minutes: plan.map_or(0, |plan| plan.minutes()), how: Some(how) }
    }

    /// Whether it was held, so that somebody can have been there.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.dated.session.state, SessionState::Held { .. })
    }
}

/// Whether a session carries everything that another, which may be of another group, carries too.
#[must_use]
pub fn carries_all((course, session): (&Course, &Session), (other, missed): (&Course, &Session)) -> bool {
    // A part of a plan makes good the same part and no more.
    let is_enough = !matches!(session.carries, Carries::Part { .. }) || session.carries == missed.carries;
    let has = plans(course, session);
    course.programme == other.programme && is_enough && plans(other, missed).iter().all(|plan| has.contains(plan))
}

/// The ids of the session plans that a session follows.
fn plans<'a>(course: &'a Course, session: &Session) -> Vec<&'a str> {
    let carried = std::iter::once(session.plan).chain(session.carries.others().iter().copied());
    let carried = carried.filter_map(|plan| course.sessions.get(usize::from(plan)));
    carried.map(|plan| plan.id.as_str()).collect()
}

impl GroupRecord {
    /// The mark of a session that somebody missed and that can be made good, or was: the mark that stands, or
    /// for who had no place on that day the one that says so. `None` for who was there, who is not recorded
    /// yet, and for sessions that were not held.
    #[must_use]
    pub fn to_make_good(&self, session: SessionId, person: PersonId) -> Option<Mark> {
        let (dated, member) = (self.session(session)?, self.member(person)?);
        if !dated.state.is_held() || !member.enrolment.took_part() {
            return None;
        }
        let mark = self.marks.get(&(session, person));
        match cell(dated, member, mark) {
            Cell::Marked(mark) => can_be_caught_up(mark.code).then_some(mark),
            Cell::NotCounted(code) => {
                (!dated.is_extra() && mark.is_none() && can_be_caught_up(code)).then(|| Mark::from(code))
            }
            Cell::NotRecorded | Cell::Ahead | Cell::Extra(_) => None,
        }
    }

    /// The sessions that somebody missed, made good or not, in their order.
    #[must_use]
    pub fn missed(&self, person: PersonId) -> Vec<(SessionId, Mark)> {
        let sessions = self.sessions.iter();
        sessions.filter_map(|dated| Some((dated.id, self.to_make_good(dated.id, person)?))).collect()
    }

    /// The extra sessions of the group that were held and carry what `session` does.
    pub fn extras_for(&self, session: SessionId) -> impl Iterator<Item = &Dated> {
        let missed = self.session(session);
        let makes_good = move |dated: &&Dated| {
            let extra = &dated.session;
            let held = extra.is_extra() && matches!(extra.state, SessionState::Held { .. });
            held && missed.is_some_and(|missed| carries_all((&self.course, extra), (&self.course, missed)))
        };
        self.sessions.iter().filter(makes_good)
    }

    /// Those of `others` that carry what `session` of this group does: the latest that were held first, then
    /// the next that are planned.
    #[must_use]
    pub fn elsewhere(&self, session: SessionId, others: Vec<Elsewhere>) -> Vec<Elsewhere> {
        let Some(missed) = self.session(session) else { return Vec::new() };
        let same = |other: &Elsewhere| {
            let planned = other.dated.session.state == SessionState::Planned;
            let there = (&*other.course, &other.dated.session);
            other.group != self.id && (other.is_over() || planned) && carries_all(there, (&self.course, missed))
        };
        let (mut over, mut ahead): (Vec<_>, Vec<_>) = others.into_iter().filter(same).partition(Elsewhere::is_over);
        let when = |other: &Elsewhere| (other.dated.session.date, other.dated.session.time);
        over.sort_by_key(|other| std::cmp::Reverse(when(other)));
        ahead.sort_by_key(when);
        over.into_iter().chain(ahead).collect()
    }

    /// The entries that say that a missed session was made good, or that it was not after all: none when
    /// there is nothing to make good, or nothing changes.
    #[must_use]
    pub fn catching_up(
        &self,
        session: SessionId,
        person: PersonId,
        to: Option<CaughtUp>,
        today: NaiveDate,
    ) -> Vec<Entry> {
        let entries: Vec<Entry> = self.made_good(session, person, to).into_iter().collect();
        if entries.is_empty() { entries } else { following(self, entries, today) }
    }

    /// The entry that says that a missed session was made good, or that it was not after all, without what
    /// follows from it.
    pub(super) fn made_good(&self, session: SessionId, person: PersonId, caught_up: Option<CaughtUp>) -> Option<Entry> {
        let before = self.to_make_good(session, person)?;
        let mark = Mark { caught_up, ..before };
        // A mark that only said that the session was made good goes with it.
        let says_nothing = mark.caught_up.is_none() && mark == Mark::from(mark.code);
        let is_outside = self.session(session).zip(self.member(person));
        let is_outside = is_outside.is_some_and(|(session, member)| !member.enrolment.covers(session.date));
        let to = Some(mark).filter(|mark| !(says_nothing && is_outside && mark.code.kind() == Kind::NotCounted));
        (self.marks.get(&(session, person)) != to.as_ref()).then(|| Entry::Mark {
            group: self.id,
            session,
            person,
            to: to.map(Box::new),
        })
    }

    /// What follows for what `person` missed when they are marked so at the extra session `extra`, or no
    /// longer: whoever is there has made it good, unless something else did.
    #[must_use]
    pub fn by_extra(&self, extra: SessionId, person: PersonId, mark: Option<&Mark>) -> Vec<Entry> {
        let Some(here) = self.session(extra).filter(|session| session.is_extra()) else { return Vec::new() };
        let how = MadeGood::Extra { session: extra };
        let attended = mark.filter(|mark| mark.code.attended()).map(|mark| CaughtUp {
            on: here.date,
            minutes: self.minutes(here).saturating_sub(mark.missed().unwrap_or(0)),
            how: Some(how.clone()),
        });
        let missed = self.missed(person).into_iter().filter_map(|(session, mark)| {
            let by_this = mark.caught_up.as_ref().is_some_and(|caught_up| caught_up.how.as_ref() == Some(&how));
            let open = mark.caught_up.is_none() && self.extras_cover(here, session);
            (by_this || (open && attended.is_some())).then_some(session)
        });
        missed.filter_map(|session| self.made_good(session, person, attended.clone())).collect()
    }

    fn extras_cover(&self, extra: &Session, missed: SessionId) -> bool {
        self.session(missed).is_some_and(|missed| carries_all((&self.course, extra), (&self.course, missed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::Code;
    use crate::domain::attending::marking;
    use crate::domain::figures::{Register, Standing};
    use crate::domain::sample::{self, day, moment};

    const ANA: PersonId = PersonId(1);
    const YUSUF: PersonId = PersonId(2);
    const LI: PersonId = PersonId(3);

    fn one_to_one() -> CaughtUp {
        let how = Some(MadeGood::OneToOne { with: "Kari".to_owned() });
        CaughtUp { on: day("2026-11-18"), minutes: 45, how }
    }

    /// The sample group with an extra session of its first plan on the 13th, held and not marked yet; Ana came
    /// on the 11th, and Yusuf was ill at the first session and has not made it good.
    fn record() -> GroupRecord {
        let mut record = sample::group();
        let first = record.sessions[0].clone();
        let extra = Session { date: day("2026-11-13"), carries: Carries::Extra, ..first.session };
        record.sessions.push(Dated { id: SessionId(8), session: extra });
        record.members[0].enrolment.from = day("2026-11-11");
        record.marks.remove(&(SessionId(1), ANA));
        record.marks.insert((SessionId(1), YUSUF), Mark::from(Code::Ill));
        record.arrange();
        record
    }

    #[test]
    fn what_can_be_made_good_is_what_was_missed() {
        let record = record();
        let code = |session, person| record.to_make_good(SessionId(session), person).map(|mark| mark.code);
        for (session, person, found) in [
            // Before she came; late; cancelled; not recorded; ahead.
            (1, ANA, Some(Code::NotYetEnrolled)),
            (2, ANA, None),
            (3, ANA, None),
            (4, ANA, None),
            (5, ANA, None),
            (1, YUSUF, Some(Code::Ill)),
            (2, YUSUF, None),
            (4, YUSUF, Some(Code::NotUnlocked)),
            // Li refused, was not recorded, and is gone.
            (1, LI, Some(Code::Refused)),
            (2, LI, None),
            (4, LI, Some(Code::Released)),
            // An extra session is nobody's to make good; who waits and who was there by mistake missed nothing.
            (8, YUSUF, None),
            (1, PersonId(4), None),
            (1, PersonId(5), None),
        ] {
            assert_eq!(code(session, person), found, "session {session}, {person:?}");
        }
    }

    #[test]
    fn who_joined_late_makes_good_what_came_before() {
        let record = record();
        let entries = record.catching_up(SessionId(1), ANA, Some(one_to_one()), day("2026-11-18"));
        let after = record.with(&entries);
        let row = |record: &GroupRecord| Register::of(record).rows.into_iter().find(|row| row.person == ANA).unwrap();
        // It is done for the rule, and still no session that counts for her attendance.
        assert_eq!((row(&record).plans[0], row(&after).plans[0]), (Standing::Missed, Standing::CaughtUp));
        assert_eq!(row(&after).tally.attendance(), row(&record).tally.attendance());
        assert_eq!((row(&after).tally.caught_up, row(&after).tally.made_good()), (0, 1));
        // Not after all: nothing is left of it.
        let back = after.with(&after.catching_up(SessionId(1), ANA, None, day("2026-11-18")));
        assert_eq!(back.marks, record.marks);
    }

    #[test]
    fn being_at_an_extra_session_makes_good_what_was_missed() {
        let record = record();
        let now = moment("2026-11-20T12:00:00+01:00");
        let marked = |record: &GroupRecord, person, to: Option<Mark>| {
            record.with(&marking(record, SessionId(8), person, to, now))
        };
        let caught_up =
            |record: &GroupRecord, person| record.marks.get(&(SessionId(1), person)).and_then(|m| m.caught_up.clone());
        let here = marked(&record, YUSUF, Some(Mark::from(Code::Present)));
        let extra = MadeGood::Extra { session: SessionId(8) };
        let full = CaughtUp { on: day("2026-11-13"), minutes: 90, how: Some(extra) };
        assert_eq!(caught_up(&here, YUSUF), Some(full.clone()));
        let late = marked(&here, YUSUF, Some(Mark { minutes: Some(10), ..Mark::from(Code::Late) }));
        assert_eq!(caught_up(&late, YUSUF), Some(CaughtUp { minutes: 80, ..full.clone() }));
        let away = marked(&late, YUSUF, Some(Mark::from(Code::Ill)));
        assert_eq!(caught_up(&away, YUSUF), None);
        assert_eq!(marked(&here, YUSUF, None).marks, record.marks);
        // Who joined late has it made good too; what a talk made good stays so.
        assert_eq!(caught_up(&marked(&record, ANA, Some(Mark::from(Code::Present))), ANA), Some(full));
        let talked = record.with(&record.catching_up(SessionId(1), YUSUF, Some(one_to_one()), day("2026-11-18")));
        let both = marked(&talked, YUSUF, Some(Mark::from(Code::Present)));
        assert_eq!(caught_up(&both, YUSUF), Some(one_to_one()));
        assert_eq!(caught_up(&marked(&both, YUSUF, None), YUSUF), Some(one_to_one()));
    }

    #[test]
    fn another_group_s_session_of_the_same_plan_makes_good() {
        let record = record();
        let other = |id: i64, plan: u16, carries: Carries, date: &str, held: bool| {
            let mut dated = record.sessions[0].clone();
            let session = &mut dated.session;
            (session.plan, session.carries, session.date) = (plan, carries, day(date));
            if !held {
                session.state = SessionState::Planned;
            }
            dated.id = SessionId(id);
            Elsewhere { group: GroupId(8), code: "K-08".to_owned(), dated, course: Arc::clone(&record.course) }
        };
        let part = |number| Carries::Part { number, of: 2, from: 0, to: 1 };
        let others = vec![
            other(80, 0, Carries::Whole, "2026-11-12", true),
            other(81, 0, Carries::Whole, "2026-12-01", false),
            other(82, 1, Carries::Whole, "2026-11-12", true),
            other(83, 0, part(1), "2026-11-13", true),
            other(84, 0, Carries::Joined { with: vec![1] }, "2026-11-16", true),
            other(85, 0, Carries::Extra, "2026-11-17", true),
        ];
        let found = |record: &GroupRecord, session| {
            let found = record.elsewhere(SessionId(session), others.clone());
            found.into_iter().map(|other| other.dated.id.0).collect::<Vec<_>>()
        };
        // The latest that was held first, then what is planned; half a plan is not the plan.
        assert_eq!(found(&record, 1), [85, 84, 80, 81]);
        let mut parted = record.clone();
        parted.sessions[0].session.carries = part(1);
        assert_eq!(found(&parted, 1), [85, 84, 83, 80, 81]);
        let mut joined = record.clone();
        joined.sessions[0].session.carries = Carries::Joined { with: vec![1] };
        assert_eq!(found(&joined, 1), [84]);
        let caught_up = others[0].caught_up();
        assert_eq!((caught_up.on, caught_up.minutes), (day("2026-11-12"), 90));
    }
}
