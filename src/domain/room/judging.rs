//! Who reached what: the objectives of a session, for one person or for everybody who is here.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::outcome::Outcome;
use crate::domain::record::Member;
use crate::domain::room::Room;

impl Room<'_> {
    /// The outcome of a person for an objective.
    #[must_use]
    pub fn outcome(&self, person: PersonId, objective: &str) -> Option<Outcome> {
        self.record.outcomes.get(&(self.id, person, objective.to_owned())).copied()
    }

    /// The entry that says whether a person reached an objective.
    #[must_use]
    pub fn judging(&self, person: PersonId, objective: &str, to: Option<Outcome>) -> Entry {
        let (group, session, item) = (self.record.id, self.id, objective.to_owned());
        Entry::Outcome { group, session, person, item, to: to.map(Box::new) }
    }

    /// Everybody here who has no outcome for one of `objectives` achieved it. As long as nobody is marked as
    /// here, those are meant who are not marked as away.
    #[must_use]
    pub fn all_achieved<'o>(&self, objectives: impl Iterator<Item = &'o str>) -> Vec<Entry> {
        let nobody = !self.people().any(|member| self.is_here(member.id));
        let meant = |member: &&Member| self.is_here(member.id) || (nobody && !self.is_away(member.id));
        let people: Vec<PersonId> = self.people().filter(meant).map(|member| member.id).collect();
        let each = objectives.flat_map(|objective| people.iter().map(move |person| (*person, objective)));
        let open = each.filter(|(person, objective)| self.outcome(*person, objective).is_none());
        open.map(|(person, objective)| self.judging(person, objective, Some(Outcome::Achieved))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::{Code, Mark};
    use crate::domain::id::SessionId;
    use crate::domain::room::tests::record;

    #[test]
    fn all_means_those_here_who_have_no_outcome() {
        let mut record = record();
        record.marks.clear();
        record.outcomes.clear();
        let people = |record: &crate::domain::record::GroupRecord| {
            let room = Room::of(record, SessionId(4)).unwrap();
            let entries = room.all_achieved(["a", "b"].into_iter());
            entries.iter().map(|entry| (entry.keys().person.unwrap().0, entry.keys().item.unwrap())).collect::<Vec<_>>()
        };
        let pairs =
            |people: &[(i64, &str)]| people.iter().map(|(id, item)| (*id, (*item).to_owned())).collect::<Vec<_>>();
        // Nobody is marked: everybody expected.
        assert_eq!(people(&record), pairs(&[(1, "a"), (2, "a"), (1, "b"), (2, "b")]));
        record.marks.insert((SessionId(4), PersonId(1)), Mark::from(Code::Ill));
        assert_eq!(people(&record), pairs(&[(2, "a"), (2, "b")]));
        record.marks.insert((SessionId(4), PersonId(1)), Mark::from(Code::Late));
        assert_eq!(people(&record), pairs(&[(1, "a"), (1, "b")]));
        // What was said already stays.
        record.outcomes.insert((SessionId(4), PersonId(1), "a".to_owned()), Outcome::NotAchieved);
        assert_eq!(people(&record), pairs(&[(1, "b")]));
    }
}
