//! Rating cards: which rating belongs to a session, and who answers it, one after the other.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::programme::RatingTime;
use crate::domain::record::Member;
use crate::domain::room::Room;

impl<'a> Room<'a> {
    /// The rating that belongs to the session, where its programme has something to be rated.
    #[must_use]
    pub fn rating(&self) -> Option<RatingTime> {
        let ratings = &self.record.course.ratings;
        self.plan.rating.filter(|_| !ratings.items.is_empty() && !ratings.scale.is_empty())
    }

    /// Who is to answer: everybody here but guests, whose answers belong to the own group. As long as nobody
    /// is marked as here, those who are not marked as away.
    pub fn raters(&self) -> impl Iterator<Item = &'a Member> + use<'a> {
        let room = *self;
        let nobody = room.here().0 == 0;
        let own = room.people().filter(move |member| !room.is_guest(member.id));
        own.filter(move |member| room.is_here(member.id) || (nobody && !room.is_away(member.id)))
    }

    /// How many items a person has answered, and of how many.
    #[must_use]
    pub fn answered(&self, person: PersonId) -> (usize, usize) {
        let of = self.record.course.ratings.items.len();
        (of.saturating_sub(self.unrated(person).count()), of)
    }

    /// Who comes after `person` and has not answered everything; round the table, the person not included.
    #[must_use]
    pub fn next_rater(&self, person: PersonId) -> Option<&'a Member> {
        let after = self.raters().skip_while(|member| member.id != person).skip(1);
        let before = self.raters().take_while(|member| member.id != person);
        after.chain(before).find(|member| self.unrated(member.id).next().is_some())
    }

    /// The entry that gives the item with this index a step of the scale.
    #[must_use]
    pub fn answering(&self, person: PersonId, item: usize, step: u8) -> Option<Entry> {
        let item = self.plan.rating?.key(&self.record.course.ratings.items.get(item)?.id);
        Some(Entry::Rating { group: self.record.id, person, item, to: Some(Box::new(step)) })
    }

    /// What a person answered to the item with this index.
    #[must_use]
    pub fn answer(&self, person: PersonId, item: usize) -> Option<u8> {
        let item = self.plan.rating?.key(&self.record.course.ratings.items.get(item)?.id);
        self.record.ratings.get(&(person, item)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Code, Mark};
    use crate::domain::group::Place;
    use crate::domain::guest::Guest;
    use crate::domain::id::SessionId;
    use crate::domain::record::GroupRecord;
    use crate::domain::room::tests::record;
    use crate::domain::sample::plan_of;
    use std::sync::Arc;

    /// The fourth session with a rating that nobody has answered; three are in the group, a guest is there too.
    fn rated() -> GroupRecord {
        let mut record = record();
        plan_of(Arc::make_mut(&mut record.course), 3).rating = Some(RatingTime::Before);
        record.marks.clear();
        record.ratings.clear();
        record.members[2].enrolment.state = Place::Enrolled;
        record.guests.insert((SessionId(4), PersonId(4)), Guest::default());
        record
    }

    fn ids<'a>(members: impl Iterator<Item = &'a Member>) -> Vec<i64> {
        members.map(|member| member.id.0).collect()
    }

    #[test]
    fn those_here_answer_and_no_guest() {
        let mut record = rated();
        let raters = |record: &GroupRecord| ids(Room::of(record, SessionId(4)).unwrap().raters());
        assert_eq!(raters(&record), [1, 2, 3]);
        record.marks.insert((SessionId(4), PersonId(1)), Mark::from(Code::Ill));
        assert_eq!(raters(&record), [2, 3]);
        record.marks.insert((SessionId(4), PersonId(3)), Mark::from(Code::Late));
        record.marks.insert((SessionId(4), PersonId(4)), Mark::from(Code::Present));
        assert_eq!(raters(&record), [3]);
        Arc::make_mut(&mut record.course).ratings.items.clear();
        assert_eq!(Room::of(&record, SessionId(4)).unwrap().rating(), None);
    }

    #[test]
    fn the_card_goes_round_the_table_past_those_who_have_answered() {
        let mut record = rated();
        let next = |record: &GroupRecord, person| {
            let room = Room::of(record, SessionId(4)).unwrap();
            room.next_rater(PersonId(person)).map(|member| member.id.0)
        };
        assert_eq!((next(&record, 1), next(&record, 3)), (Some(2), Some(1)));
        let room = Room::of(&record, SessionId(4)).unwrap();
        let Some(Entry::Rating { item, .. }) = room.answering(PersonId(2), 0, 1) else { panic!() };
        assert_eq!(
            (item.as_str(), room.answered(PersonId(2)), room.answer(PersonId(2), 0)),
            ("before:papers", (0, 1), None)
        );
        record.ratings.insert((PersonId(2), item), 1);
        assert_eq!(next(&record, 1), Some(3));
        let room = Room::of(&record, SessionId(4)).unwrap();
        assert_eq!((room.answered(PersonId(2)), room.answer(PersonId(2), 0)), ((1, 1), Some(1)));
        record.ratings.insert((PersonId(1), "before:papers".to_owned()), 0);
        assert_eq!((next(&record, 1), next(&record, 3)), (Some(3), None));
    }
}
