//! What follows for the whole group when something of it changes, and how it would stand then.

use crate::domain::entry::Entry;
use crate::domain::figures::Register;
use crate::domain::group::{Enrolment, Place, SessionState};
use crate::domain::record::{Dated, GroupRecord};
use chrono::NaiveDate;

/// `entries` with what follows from them for the whole group, in the same step:
/// whoever is at an extra session has made good what they missed;
/// the group is finished when its last session is closed, and is not when one is open again;
/// in a finished group those who meet the completion rule have completed, and nobody else.
#[must_use]
pub fn following(record: &GroupRecord, mut entries: Vec<Entry>, today: NaiveDate) -> Vec<Entry> {
    if is_open(record) && entries.iter().all(|entry| is_plain_mark(record, entry)) {
        return entries;
    }
    let mut after = record.with(&entries);
    // Whoever is at an extra session makes good what they missed.
    let made_good = entries.iter().filter_map(|entry| match entry {
        Entry::Mark { session, person, to, .. } => Some(after.by_extra(*session, *person, to.as_deref())),
        _ => None,
    });
    let made_good: Vec<Entry> = made_good.flatten().collect();
    if !made_good.is_empty() {
        after = after.with(&made_good);
        entries.extend(made_good);
    }
    let finished = is_over(&after).then(|| after.group.finished.unwrap_or(today));
    if after.group.finished != finished {
        after.group.finished = finished;
        entries.push(Entry::Group { group: record.id, to: Some(Box::new(after.group.clone())) });
    }
    let register = Register::of(&after);
    for (member, row) in after.members.iter().zip(&register.rows) {
        let state = match (&member.enrolment.state, finished) {
            (Place::Enrolled, Some(on)) if row.completion.is_met() => Place::Completed { on },
            (Place::Completed { .. }, Some(_)) if !row.completion.is_met() => Place::Enrolled,
            (Place::Completed { .. }, None) => Place::Enrolled,
            _ => continue,
        };
        let to = Some(Box::new(Enrolment { state, ..member.enrolment.clone() }));
        entries.push(Entry::Enrolment { group: record.id, person: member.id, to });
    }
    entries
}

/// Whether the group goes on, and nobody has completed it.
fn is_open(record: &GroupRecord) -> bool {
    let completed = record.members.iter().any(|member| matches!(member.enrolment.state, Place::Completed { .. }));
    record.group.finished.is_none() && !completed && !is_over(record)
}

/// Whether an entry is a mark at a session that makes good no other: in an open group nothing follows from it.
fn is_plain_mark(record: &GroupRecord, entry: &Entry) -> bool {
    let Entry::Mark { session, .. } = entry else { return false };
    record.session(*session).is_none_or(|session| !session.is_extra())
}

/// Whether every session is closed or cancelled, and at least one was held.
fn is_over(record: &GroupRecord) -> bool {
    let mut states = record.sessions.iter().map(|dated| &dated.session.state);
    states.clone().any(|state| matches!(state, SessionState::Held { .. }))
        && states.all(|state| matches!(state, SessionState::Held { .. } | SessionState::Cancelled { .. }))
}

impl GroupRecord {
    /// The record as it would stand after `entries` about the group, its sessions, places and marks.
    #[must_use]
    pub fn with(&self, entries: &[Entry]) -> Self {
        let mut after = self.clone();
        for entry in entries {
            match entry {
                Entry::Group { group, to: Some(to) } if *group == self.id => after.group = (**to).clone(),
                Entry::Session { session, to, .. } => {
                    after.sessions.retain(|dated| dated.id != *session);
                    let stands = |to: &crate::domain::group::Session| Dated { id: *session, session: to.clone() };
                    after.sessions.extend(to.as_deref().map(stands));
                    after.arrange();
                }
                Entry::Enrolment { person, to: Some(to), .. } => {
                    if let Some(member) = after.members.iter_mut().find(|member| member.id == *person) {
                        member.enrolment = (**to).clone();
                    }
                }
                Entry::Guest { session, person, to: Some(to), .. } => {
                    after.guests.insert((*session, *person), (**to).clone());
                }
                Entry::Guest { session, person, to: None, .. } => {
                    after.guests.remove(&(*session, *person));
                }
                Entry::Mark { session, person, to: Some(to), .. } => {
                    after.marks.insert((*session, *person), (**to).clone());
                }
                Entry::Mark { session, person, to: None, .. } => {
                    after.marks.remove(&(*session, *person));
                }
                _ => {}
            }
        }
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::Code;
    use crate::domain::attending::marking;
    use crate::domain::group::Session;
    use crate::domain::id::{PersonId, SessionId};
    use crate::domain::sample::{self, day, moment};

    fn kinds(entries: &[Entry]) -> Vec<&str> {
        entries.iter().map(Entry::kind).collect()
    }

    #[test]
    fn the_last_mark_finishes_the_group_and_completes_those_who_meet_the_rule() {
        let mut record = sample::group();
        let now = moment("2026-11-30T09:00:00+01:00");
        // Session 4 still runs: nothing is finished yet.
        assert_eq!(
            kinds(&marking(&record, SessionId(5), PersonId(1), Some(Code::Present.into()), now)),
            ["session", "mark"]
        );
        record.sessions[3].session.state = SessionState::Held { from: now, to: now };
        let entries = marking(&record, SessionId(5), PersonId(1), Some(Code::Present.into()), now);
        assert_eq!(kinds(&entries), ["session", "mark", "group", "enrolment"]);
        let after = record.with(&entries);
        assert_eq!(after.group.finished, Some(day("2026-11-30")));
        assert_eq!(after.members[0].enrolment.state, Place::Completed { on: day("2026-11-30") });
        // Yusuf missed an essential session that was not caught up.
        assert_eq!(after.members[1].enrolment.state, Place::Enrolled);
        // Taking the mark away again takes the completion away, not the end of the group.
        let back = marking(&after, SessionId(5), PersonId(1), None, now);
        assert_eq!(kinds(&back), ["mark", "enrolment"]);
        assert_eq!(after.with(&back).members[0].enrolment.state, Place::Enrolled);
    }

    #[test]
    fn a_session_opened_again_opens_the_group() {
        let mut record = sample::group();
        let now = moment("2026-11-30T09:00:00+01:00");
        record.sessions[3].session.state = SessionState::Held { from: now, to: now };
        record = record.with(&marking(&record, SessionId(5), PersonId(1), Some(Code::Present.into()), now));
        let again = Session { state: SessionState::Planned, ..record.sessions[2].session.clone() };
        let entry = Entry::Session { group: record.id, session: SessionId(3), to: Some(Box::new(again)) };
        let entries = following(&record, vec![entry], now.date_naive());
        let after = record.with(&entries);
        assert_eq!((after.group.finished, &after.members[0].enrolment.state), (None, &Place::Enrolled));
    }
}
