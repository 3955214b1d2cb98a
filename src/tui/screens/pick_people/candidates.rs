//! Everybody held against a group's programme and start: the first few hundred, who may take part first.

use crate::domain::eligibility::{Standing, judge, reaches, standing};
use crate::domain::id::PersonId;
use crate::domain::record::{Failure, GroupRecord, PeopleQuery, PersonRow, Reads};
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
    pub standing: Standing,
    /// An exception is recorded: the person may take part whatever the rules say.
    pub excepted: bool,
    pub release: Option<NaiveDate>,
    /// Sessions of the group before the release.
    pub reaches: usize,
    /// The code of another unfinished group.
    pub placed: Option<String>,
}

impl Candidate {
    /// Whether a decision has to be recorded before the person is enrolled.
    pub fn needs_exception(&self) -> bool {
        self.standing == Standing::NotEligible && !self.excepted
    }
}

/// Those listed, and how many there are of each standing.
#[derive(Debug, Default)]
pub struct Candidates {
    pub listed: Vec<Candidate>,
    pub eligible: usize,
    pub facts_missing: usize,
    pub not_eligible: usize,
}

impl Candidates {
    /// How many there are, listed or not.
    pub fn all(&self) -> usize {
        self.eligible + self.facts_missing + self.not_eligible
    }

    /// Everybody of `query` who never had a place in the group. Read as a stream: of a hundred thousand
    /// only those listed are kept.
    pub fn read(reads: &dyn Reads, record: &GroupRecord, query: &PeopleQuery) -> Result<Self, Failure> {
        let exceptions = reads.exceptions_for(&record.course.programme)?;
        let placed = reads.placed()?;
        let members: BTreeSet<PersonId> = record.members.iter().map(|member| member.id).collect();
        let dates = record.dates();
        let mut found = Self::default();
        let mut kept: [Vec<Candidate>; 3] = Default::default();
        reads.each_person(query, &mut |PersonRow { id, person }| {
            if members.contains(&id) {
                return ControlFlow::Continue(());
            }
            let standing = standing(&judge(&person, &record.course, record.group.start));
            let excepted = exceptions.contains_key(&id);
            let (count, kept) = match (standing, excepted) {
                (Standing::Eligible, _) | (_, true) => (&mut found.eligible, &mut kept[0]),
                (Standing::FactsMissing, _) => (&mut found.facts_missing, &mut kept[1]),
                (Standing::NotEligible, _) => (&mut found.not_eligible, &mut kept[2]),
            };
            *count += 1;
            if kept.len() < LISTED {
                kept.push(Candidate {
                    id,
                    name: person.list_name(),
                    standing,
                    excepted,
                    release: person.release,
                    reaches: reaches(&dates, person.release),
                    placed: placed.get(&id).cloned(),
                });
            }
            ControlFlow::Continue(())
        })?;
        found.listed = kept.into_iter().flatten().take(LISTED).collect();
        Ok(found)
    }
}
