//! Bookings: what somebody missed is to be made good at a coming session of another group, as its guest.

use crate::domain::catching_up::{Elsewhere, carries_all};
use crate::domain::entry::Entry;
use crate::domain::group::SessionState;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::GroupRecord;

/// Somebody of a group who is expected as a guest at a session of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Booking {
    pub person: PersonId,
    pub at: Elsewhere,
}

impl GroupRecord {
    /// Where people of this group are expected as guests, by the entries `guests` about them, of the coming
    /// sessions among `others`.
    #[must_use]
    pub fn bookings(&self, guests: &[Entry], others: &[Elsewhere]) -> Vec<Booking> {
        let booked = |entry: &Entry| match entry {
            Entry::Guest { session, person, to: Some(guest), .. } => {
                let is_ours = guest.home.as_ref().is_some_and(|home| home.group == self.id);
                let is_ahead = |other: &&Elsewhere| {
                    other.dated.id == *session && other.dated.session.state == SessionState::Planned
                };
                let at = others.iter().find(is_ahead).filter(|_| is_ours)?;
                Some(Booking { person: *person, at: at.clone() })
            }
            _ => None,
        };
        guests.iter().filter_map(booked).collect()
    }

    /// Where `person` is to make good `session`, which is still missed.
    #[must_use]
    pub fn goes_to<'b>(&self, bookings: &'b [Booking], session: SessionId, person: PersonId) -> Option<&'b Elsewhere> {
        self.to_make_good(session, person).filter(|mark| mark.caught_up.is_none())?;
        let missed = self.session(session)?;
        let carries = |at: &Elsewhere| carries_all((&at.course, &at.dated.session), (&self.course, missed));
        bookings.iter().filter(|booking| booking.person == person).map(|booking| &booking.at).find(|at| carries(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Code, Mark};
    use crate::domain::guest::{Guest, Home};
    use crate::domain::id::GroupId;
    use crate::domain::record::Dated;
    use crate::domain::sample::{self, day};
    use std::sync::Arc;

    #[test]
    fn a_booking_is_for_what_is_missed_and_still_to_come() {
        let mut record = sample::group();
        let yusuf = PersonId(2);
        record.marks.insert((SessionId(1), yusuf), Mark::from(Code::Ill));
        let at = |id: i64, plan: u16, state: SessionState| {
            let session = crate::domain::group::Session { plan, state, ..record.sessions[4].session.clone() };
            let dated = Dated { id: SessionId(id), session };
            Elsewhere { group: GroupId(8), code: "K-08".to_owned(), dated, course: Arc::clone(&record.course) }
        };
        let over = record.sessions[0].session.state.clone();
        let others = [at(80, 0, SessionState::Planned), at(81, 0, over), at(82, 1, SessionState::Planned)];
        let guest = |session: i64, home: i64| Entry::Guest {
            group: GroupId(8),
            session: SessionId(session),
            person: yusuf,
            to: Some(Box::new(Guest { home: Some(Home { group: GroupId(home), code: String::new() }) })),
        };
        let booked = |guests: &[Entry], session| {
            let bookings = record.bookings(guests, &others);
            record.goes_to(&bookings, SessionId(session), yusuf).map(|at| at.dated.id.0)
        };
        // The same plan, of a guest of ours; not one that was held, nor another plan, nor another's guest.
        assert_eq!(booked(&[guest(80, 7)], 1), Some(80));
        assert_eq!(booked(&[guest(81, 7)], 1), None);
        assert_eq!(booked(&[guest(82, 7)], 1), None);
        assert_eq!(booked(&[guest(80, 9)], 1), None);
        // The second he attended.
        assert_eq!(booked(&[guest(82, 7)], 2), None);
        let talk = crate::domain::attendance::CaughtUp { on: day("2026-11-13"), minutes: 60, how: None };
        let made_good = record.with(&record.catching_up(SessionId(1), yusuf, Some(talk), day("2026-11-14")));
        let bookings = made_good.bookings(&[guest(80, 7)], &others);
        assert_eq!(made_good.goes_to(&bookings, SessionId(1), yusuf), None);
    }
}
