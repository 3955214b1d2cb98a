//! What is selected after something was recorded: nobody should have to look for where to go on.

use crate::domain::id::PersonId;
use crate::domain::room::Room;

/// The activity that began; on opening the one that runs, or else comes next. `None`: stay.
pub(super) fn activity(before: Option<&Room>, room: &Room) -> Option<u16> {
    match before {
        None => room.running().or_else(|| room.next()),
        Some(before) => room.running().filter(|running| before.running() != Some(*running)),
    }
}

/// To a guest who was just let in; from somebody just marked to the next without a mark; to somebody whose mark was taken away; at first
/// to the first without a mark. `before` is the room before a key that may have marked somebody.
pub(super) fn person(before: Option<&Room>, room: &Room, selected: Option<PersonId>) -> Option<PersonId> {
    let Some(selected) = selected else { return room.unmarked().map(|member| member.id).next() };
    let Some(before) = before else { return Some(selected) };
    let come = room.unmarked().map(|member| member.id).find(|id| before.somebody(*id).is_none());
    if come.is_some() {
        return come;
    }
    if room.mark(selected).is_some() && room.mark(selected) != before.mark(selected) {
        return Some(room.unmarked_after(selected).unwrap_or(selected));
    }
    let lost = room.unmarked().map(|member| member.id).find(|id| before.mark(*id).is_some());
    Some(lost.unwrap_or(selected))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Code, Mark};
    use crate::domain::id::SessionId;
    use crate::domain::outcome::Delivery;
    use crate::domain::record::GroupRecord;
    use crate::domain::sample::{self, moment};

    fn room(record: &GroupRecord) -> Room<'_> {
        Room::of(record, SessionId(4)).unwrap()
    }

    /// The sample with these people marked at the session that runs.
    fn marked(people: &[i64]) -> GroupRecord {
        let mut record = sample::group();
        record.marks.retain(|(session, _), _| *session != SessionId(4));
        // Li is there too, so that three are in question.
        record.members[2].enrolment.state = crate::domain::group::Place::Enrolled;
        record.marks.extend(people.iter().map(|id| ((SessionId(4), PersonId(*id)), Mark::from(Code::Present))));
        record
    }

    #[test]
    fn the_selection_goes_where_something_is_missing() {
        for (before, after, selected, next) in [
            // Opening.
            (None, vec![1], None, Some(2)),
            (None, vec![1, 2, 3], None, None),
            // Marked: on to the next, round the end, or nowhere.
            (Some(vec![]), vec![1], Some(1), Some(2)),
            (Some(vec![2]), vec![1, 2], Some(1), Some(3)),
            (Some(vec![2]), vec![2, 3], Some(3), Some(1)),
            (Some(vec![1, 2]), vec![1, 2, 3], Some(3), Some(3)),
            // Somebody else's desk, or nothing: stay.
            (None, vec![1, 2], Some(2), Some(2)),
            (Some(vec![1]), vec![1], Some(1), Some(1)),
            // Taken away, or undone.
            (Some(vec![1, 2]), vec![2], Some(1), Some(1)),
            (Some(vec![1, 2]), vec![2], Some(2), Some(1)),
        ] {
            let (old, new) = (before.as_ref().map(|people: &Vec<i64>| marked(people)), marked(&after));
            let old = old.as_ref().map(room);
            let found = person(old.as_ref(), &room(&new), selected.map(PersonId));
            assert_eq!(found, next.map(PersonId), "{before:?} {after:?} {selected:?}");
        }
    }

    #[test]
    fn the_agenda_follows_what_begins() {
        let planned = sample::group();
        let mut running = sample::group();
        running.deliveries.insert((SessionId(4), 0), Delivery::Running { since: moment("2026-11-20T10:00:00+01:00") });
        assert_eq!(activity(None, &room(&planned)), Some(0));
        assert_eq!(activity(Some(&room(&planned)), &room(&running)), Some(0));
        assert_eq!(activity(Some(&room(&running)), &room(&running)), None);
        assert_eq!(activity(Some(&room(&running)), &room(&planned)), None);
    }
}
