//! Guests: somebody who comes to one session of a group without a place in it. A guest is marked like the
//! others and counted in nothing of this group; in the own group it may make good what was missed.

use crate::domain::attendance::{CaughtUp, MadeGood};
use crate::domain::attending::following;
use crate::domain::catching_up::carries_all;
use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::record::{GroupRecord, Member};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A guest at one session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    /// The group the guest belongs to, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<Home>,
}

/// The own group of a guest, and what it was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    pub group: GroupId,
    pub code: String,
}

impl GroupRecord {
    /// Whether somebody comes to a session as a guest: without a place that covers its day.
    #[must_use]
    pub fn is_guest(&self, session: SessionId, person: PersonId) -> bool {
        self.guests.contains_key(&(session, person)) && !self.covers(session, person)
    }

    fn covers(&self, session: SessionId, person: PersonId) -> bool {
        let date = self.session(session).map(|session| session.date);
        date.zip(self.member(person)).is_some_and(|(date, member)| member.enrolment.covers(date))
    }

    /// The guests of a session, those with another place in the group first.
    pub fn guests_at(&self, session: SessionId) -> impl Iterator<Item = &Member> {
        let everybody = self.members.iter().chain(&self.visitors);
        everybody.filter(move |member| self.is_guest(session, member.id))
    }

    /// The entry that lets somebody come to a session as a guest; `None` for who is expected there anyway.
    #[must_use]
    pub fn inviting(&self, session: SessionId, person: PersonId, home: Option<Home>) -> Option<Entry> {
        if self.covers(session, person) || self.guests.contains_key(&(session, person)) {
            return None;
        }
        let home = home.filter(|home| home.group != self.id);
        Some(Entry::Guest { group: self.id, session, person, to: Some(Box::new(Guest { home })) })
    }

    /// The entry that takes a guest back who is not marked.
    #[must_use]
    pub fn uninviting(&self, session: SessionId, person: PersonId) -> Option<Entry> {
        let unmarked = self.guests.contains_key(&(session, person)) && !self.marks.contains_key(&(session, person));
        unmarked.then_some(Entry::Guest { group: self.id, session, person, to: None })
    }
}

/// What follows in the own group `home` of a guest when `host` marks them as it now does at `session`: whoever was
/// there has made good what was missed of the same plan, unless something else did; whoever was not after all
/// has not.
#[must_use]
pub fn at_home(
    home: &GroupRecord,
    host: &GroupRecord,
    session: SessionId,
    guest: PersonId,
    today: NaiveDate,
) -> Vec<Entry> {
    let Some(here) = host.session(session).filter(|_| host.is_guest(session, guest)) else { return Vec::new() };
    let mark = host.marks.get(&(session, guest)).filter(|mark| here.state.is_held() && mark.code.attended());
    let (code, label) = (host.group.code.clone(), here.label());
    let attended = mark.map(|mark| CaughtUp {
        on: here.date,
        minutes: host.minutes(here).saturating_sub(mark.missed().unwrap_or(0)),
        how: Some(MadeGood::Elsewhere { group: host.id, session, code, label }),
    });
    let by_this = |caught_up: &CaughtUp| match &caught_up.how {
        Some(MadeGood::Elsewhere { session: by, .. }) => *by == session,
        _ => false,
    };
    let carries = |missed: SessionId| {
        let missed = home.session(missed);
        missed.is_some_and(|missed| carries_all((&host.course, here), (&home.course, missed)))
    };
    let missed = home.missed(guest).into_iter().filter(|(missed, mark)| match &mark.caught_up {
        Some(caught_up) => by_this(caught_up),
        None => attended.is_some() && carries(*missed),
    });
    let entries: Vec<Entry> =
        missed.filter_map(|(missed, _)| home.made_good(missed, guest, attended.clone())).collect();
    if entries.is_empty() { entries } else { following(home, entries, today) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Code, Mark};
    use crate::domain::figures::{Cell, Register, Summary};
    use crate::domain::group::{Carries, Enrolment, Place};
    use crate::domain::sample::{self, day};
    use std::sync::Arc;

    const NOOR: PersonId = PersonId(90);

    fn home_of_noor() -> Home {
        Home { group: GroupId(8), code: "K-08".to_owned() }
    }

    /// The sample group with Noor as a guest at the second session, who was late by ten minutes.
    fn host() -> GroupRecord {
        let mut record = sample::group();
        let enrolment = Enrolment { state: Place::Waiting, ..record.members[0].enrolment.clone() };
        let visitor = Member { id: NOOR, enrolment, ..record.members[0].clone() };
        record.visitors.push(visitor);
        record.guests.insert((SessionId(2), NOOR), Guest { home: Some(home_of_noor()) });
        record.marks.insert((SessionId(2), NOOR), Mark { minutes: Some(10), ..Mark::from(Code::Late) });
        record
    }

    /// Another group of the same programme in which Noor was ill at the second session.
    fn home() -> GroupRecord {
        let mut record = sample::group();
        record.id = GroupId(8);
        let member = Member { id: NOOR, ..record.members[0].clone() };
        record.members.push(member);
        record.marks.insert((SessionId(2), NOOR), Mark::from(Code::Ill));
        record
    }

    #[test]
    fn a_guest_counts_in_nothing_of_the_group() {
        let (with, without) = (host(), sample::group());
        let (register, plain) = (Register::of(&with), Register::of(&without));
        assert_eq!(register, plain);
        assert_eq!(Summary::of(&with, &register), Summary::of(&without, &plain));
        assert_eq!(with.people(), without.people());
    }

    #[test]
    fn who_was_a_guest_before_joining_does_not_count_for_that_day_either() {
        let mut record = host();
        let joined = Enrolment { state: Place::Enrolled, from: day("2026-11-17"), earlier: Vec::new() };
        let visitor = record.visitors.remove(0);
        record.members.push(Member { enrolment: joined, ..visitor });
        let register = Register::of(&record);
        let row = register.rows.last().unwrap();
        assert_eq!((row.tally.attended(), row.completion.done), (0, 0));
        assert_eq!(row.cells[1], Cell::NotCounted(Code::NotYetEnrolled));
        assert!(record.is_guest(SessionId(2), NOOR));
        // Joined from the start after all: no guest any more.
        record.members.last_mut().unwrap().enrolment.from = day("2026-11-10");
        assert!(!record.is_guest(SessionId(2), NOOR));
        assert_eq!(Register::of(&record).rows.last().unwrap().tally.late, 1);
    }

    #[test]
    fn a_guest_is_let_in_once_and_only_without_a_place() {
        let record = host();
        let let_in = |session, person| record.inviting(SessionId(session), PersonId(person), Some(home_of_noor()));
        // Ana is expected; Noor is a guest already; Tomas waits, and Li had left by then.
        for (session, person, is) in [(2, 1, false), (2, 90, false), (4, 90, true), (2, 4, true), (4, 3, true)] {
            assert_eq!(let_in(session, person).is_some(), is, "session {session} person {person}");
        }
        // Marked, a guest stays one.
        assert!(record.uninviting(SessionId(2), NOOR).is_none());
        let mut unmarked = record.clone();
        unmarked.marks.remove(&(SessionId(2), NOOR));
        assert!(unmarked.uninviting(SessionId(2), NOOR).is_some());
        assert!(unmarked.uninviting(SessionId(4), NOOR).is_none());
    }

    #[test]
    fn being_a_guest_makes_good_what_was_missed_at_home() {
        let good = |home: &GroupRecord, host: &GroupRecord| {
            let after = home.with(&at_home(home, host, SessionId(2), NOOR, day("2026-11-12")));
            after.marks.get(&(SessionId(2), NOOR)).and_then(|mark| mark.caught_up.clone())
        };
        // Ninety minutes less ten.
        let (code, label) = ("K-07".to_owned(), "2".to_owned());
        let how = Some(MadeGood::Elsewhere { group: GroupId(7), session: SessionId(2), code, label });
        let made_good = CaughtUp { on: day("2026-11-12"), minutes: 80, how };
        assert_eq!(good(&home(), &host()), Some(made_good.clone()));
        let mut away = host();
        away.marks.insert((SessionId(2), NOOR), Mark::from(Code::Refused));
        assert_eq!(good(&home(), &away), None);
        // Not there after all: it is missed again. What a talk made good stays so.
        let mut caught_up = home();
        let ill = |caught_up| Mark { caught_up: Some(caught_up), ..Mark::from(Code::Ill) };
        caught_up.marks.insert((SessionId(2), NOOR), ill(made_good.clone()));
        assert_eq!(good(&caught_up, &host()), Some(made_good.clone()));
        assert_eq!(good(&caught_up, &away), None);
        let talk = CaughtUp { how: Some(MadeGood::OneToOne { with: "Kari".to_owned() }), ..made_good };
        caught_up.marks.insert((SessionId(2), NOOR), ill(talk.clone()));
        assert_eq!(good(&caught_up, &host()), Some(talk.clone()));
        assert_eq!(good(&caught_up, &away), Some(talk));
        let mut attended = home();
        attended.marks.insert((SessionId(2), NOOR), Mark::from(Code::Present));
        assert_eq!(good(&attended, &host()), None);
        let mut other = home();
        Arc::make_mut(&mut other.course).programme = "another".to_owned();
        assert_eq!(good(&other, &host()), None);
        // Half of the plan is not the whole of it.
        let mut half = host();
        half.sessions[1].session.carries = Carries::Part { number: 1, of: 2, from: 0, to: 1 };
        half.compose();
        assert_eq!(good(&home(), &half), None);
    }
}
