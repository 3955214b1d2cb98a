//! Interrupting a session, and going on.

use crate::domain::entry::Entry;
use crate::domain::group::SessionState;
use crate::domain::pause::{Interruption, Pause};
use crate::domain::room::Room;
use chrono::{DateTime, FixedOffset};

impl<'a> Room<'a> {
    /// The pause that lasts, with its number.
    #[must_use]
    pub fn pause(&self) -> Option<(u16, &'a Pause)> {
        self.record.pauses_of(self.id).find(|(_, pause)| pause.to.is_none())
    }

    /// The entry that interrupts the running session at `from`; none when it does not run or is paused.
    #[must_use]
    pub fn pausing(&self, why: Interruption, from: DateTime<FixedOffset>) -> Option<Entry> {
        let SessionState::Running { since } = self.session.state else { return None };
        if self.pause().is_some() {
            return None;
        }
        let number = self.record.pauses_of(self.id).map(|(number, _)| number).max().map_or(1, |last| last + 1);
        Some(self.interrupting(number, Pause { why, from: from.max(since), to: None }))
    }

    /// The entry that says why the session is paused; none when that is known, or it is not paused.
    #[must_use]
    pub fn explaining(&self, why: Interruption) -> Option<Entry> {
        let (number, pause) = self.pause().filter(|(_, pause)| pause.why != why)?;
        Some(self.interrupting(number, Pause { why, ..pause.clone() }))
    }

    /// The entry that ends the pause that lasts, at `to`, but not before it began.
    #[must_use]
    pub fn resuming(&self, to: DateTime<FixedOffset>) -> Option<Entry> {
        let (number, pause) = self.pause()?;
        Some(self.interrupting(number, Pause { to: Some(to.max(pause.from)), ..pause.clone() }))
    }

    fn interrupting(&self, number: u16, to: Pause) -> Entry {
        Entry::Pause { group: self.record.id, session: self.id, item: number.to_string(), to: Some(Box::new(to)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SessionId;
    use crate::domain::record::GroupRecord;
    use crate::domain::room::tests::{at, record};

    fn kept(record: &mut GroupRecord, entry: Entry) -> (String, Pause) {
        let Entry::Pause { session, item, to: Some(pause), .. } = entry else { panic!("{entry:?}") };
        record.pauses.insert((session, item.parse().unwrap()), (*pause).clone());
        (item, *pause)
    }

    #[test]
    fn a_session_is_interrupted_and_goes_on() {
        let mut record = record();
        let pausing =
            |record: &GroupRecord, id, why, now| Room::of(record, SessionId(id)).unwrap().pausing(why, at(now));
        let resuming = |record: &GroupRecord, now| Room::of(record, SessionId(4)).unwrap().resuming(at(now));
        // Only one that runs can be interrupted, and only one that is can go on.
        assert_eq!((pausing(&record, 1, Interruption::Count, 5), resuming(&record, 5)), (None, None));
        let entry = pausing(&record, 4, Interruption::Other, 5).unwrap();
        kept(&mut record, entry);
        let explaining = |record: &GroupRecord, why| Room::of(record, SessionId(4)).unwrap().explaining(why);
        assert_eq!(explaining(&record, Interruption::Other), None);
        let entry = explaining(&record, Interruption::Evacuation).unwrap();
        let pause = Pause { why: Interruption::Evacuation, from: at(5), to: None };
        assert_eq!(kept(&mut record, entry), ("1".to_owned(), pause.clone()));
        assert_eq!(pausing(&record, 4, Interruption::Count, 6), None);
        // The clock went back meanwhile.
        let entry = resuming(&record, 3).unwrap();
        assert_eq!(kept(&mut record, entry), ("1".to_owned(), Pause { to: Some(at(5)), ..pause }));
        let entry = pausing(&record, 4, Interruption::Count, 9).unwrap();
        assert_eq!(kept(&mut record, entry).0, "2");
    }
}
