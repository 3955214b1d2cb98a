//! Everybody who could be picked: the survey of all, and those of them who are looked for.

use crate::domain::id::PersonId;
use crate::domain::record::{Failure, GroupRecord, PeopleQuery};
use crate::domain::survey::{Basis, Candidate, Survey};
use crate::tui::desk::Desk;
use std::collections::BTreeMap;

/// Those surveyed, and which of them are listed.
#[derive(Debug, Default)]
pub struct Candidates {
    all: Vec<Candidate>,
    /// Their places among all while somebody is looked for.
    found: Option<Vec<usize>>,
    /// How many there are of each chance, by its place among all.
    pub counts: [usize; 4],
    /// Sessions that somebody who joins now can reach.
    pub sessions: usize,
    /// Codes of the unfinished groups that people are in.
    pub placed: BTreeMap<PersonId, String>,
}

impl Candidates {
    /// Everybody who never had a place in the group, and is not released by the day they would join.
    pub fn read(record: &GroupRecord, desk: &Desk) -> Result<Self, Failure> {
        let joins = record.joins_on(desk.today());
        let dates = record.dates_from(joins);
        let basis = Basis { course: &record.course, start: record.group.start, joins, dates: &dates };
        let mut all = Survey::of(desk.reads, basis)?.candidates;
        all.retain(|candidate| record.member(candidate.person).is_none());
        let mut counts = [0; 4];
        for candidate in &all {
            if let Some(count) = counts.get_mut(candidate.chance as usize) {
                *count += 1;
            }
        }
        Ok(Self { all, found: None, counts, sessions: dates.len(), placed: desk.reads.placed()? })
    }

    /// Lists only those whom `text` finds; everybody when it is empty.
    pub fn look(&mut self, desk: &Desk, text: &str) -> Result<(), Failure> {
        self.found = if text.is_empty() {
            None
        } else {
            let query = PeopleQuery { order: desk.order().to_owned(), needles: desk.words.needles(text) };
            let ids = desk.reads.found(&query)?;
            let all = self.all.iter().enumerate();
            Some(all.filter(|(_, candidate)| ids.contains(&candidate.person)).map(|(at, _)| at).collect())
        };
        Ok(())
    }

    /// How many are listed.
    pub fn listed(&self) -> usize {
        self.found.as_ref().map_or(self.all.len(), Vec::len)
    }

    /// The one in this row of the list.
    pub fn get(&self, row: usize) -> Option<&Candidate> {
        match &self.found {
            Some(found) => self.all.get(*found.get(row)?),
            None => self.all.get(row),
        }
    }

    /// The one who is this person.
    pub fn of(&self, person: PersonId) -> Option<&Candidate> {
        self.all.iter().find(|candidate| candidate.person == person)
    }
}
