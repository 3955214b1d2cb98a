//! Everybody held against a group's programme and start: the first few hundred, the best chance first.

use crate::domain::eligibility::{judge, reaches, standing};
use crate::domain::id::PersonId;
use crate::domain::record::{Failure, GroupRecord, PeopleQuery, PersonRow, Reads};
use crate::domain::survey::Chance;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// People listed at the most: more are found by typing.
pub const LISTED: usize = 300;

/// Somebody who could be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub id: PersonId,
    pub name: String,
    pub chance: Chance,
    pub release: Option<NaiveDate>,
    /// Sessions of the group from now on and before the release.
    pub reaches: usize,
    /// The code of another unfinished group.
    pub placed: Option<String>,
}

/// Those listed, and how many there are of each chance.
#[derive(Debug, Default)]
pub struct Candidates {
    pub listed: Vec<Candidate>,
    /// By the place of the chance among all.
    pub counts: [usize; 4],
    /// People who are released by the day on which they would join: counted, not listed.
    pub released: usize,
    /// Sessions that somebody who joins now can reach.
    pub sessions: usize,
}

impl Candidates {
    /// How many there are, listed or not.
    pub fn all(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Everybody of `query` who never had a place in the group. Read as a stream: of a hundred thousand
    /// only those listed are kept.
    pub fn read(
        reads: &dyn Reads,
        record: &GroupRecord,
        query: &PeopleQuery,
        today: NaiveDate,
    ) -> Result<Self, Failure> {
        let exceptions = reads.exceptions_for(&record.course.programme)?;
        let placed = reads.placed()?;
        let members: BTreeSet<PersonId> = record.members.iter().map(|member| member.id).collect();
        let joins = record.joins_on(today);
        let dates = record.dates_from(joins);
        let mut found = Self { sessions: dates.len(), ..Self::default() };
        let mut kept: [Vec<Candidate>; 4] = Default::default();
        reads.each_person(query, &mut |PersonRow { id, person }| {
            let excepted = exceptions.contains_key(&id);
            if members.contains(&id) {
                return ControlFlow::Continue(());
            }
            if !excepted && person.release.is_some_and(|release| release <= joins) {
                found.released += 1;
                return ControlFlow::Continue(());
            }
            let chance = Chance::of(standing(&judge(&person, &record.course, record.group.start)), excepted);
            let at = chance as usize;
            let (Some(count), Some(kept)) = (found.counts.get_mut(at), kept.get_mut(at)) else {
                return ControlFlow::Continue(());
            };
            *count += 1;
            if kept.len() < LISTED {
                let placed = placed.get(&id).cloned();
                let (name, release) = (person.list_name(), person.release);
                kept.push(Candidate { id, name, chance, release, reaches: reaches(&dates, release), placed });
            }
            ControlFlow::Continue(())
        })?;
        found.listed = kept.into_iter().flatten().take(LISTED).collect();
        Ok(found)
    }
}
