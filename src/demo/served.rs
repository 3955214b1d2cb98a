//! The small desk with what is done for its people besides the course: plans, pathways, consents, agencies, what the
//! prison wants to do better; and what a group of its size meets: a session in two parts, an extra one, people apart.

mod agencies;
mod house;
mod paths;
mod plans;
mod timetable;

use super::calendar::workday_before;
use super::desk::Desk;
use super::people::before;
use super::run::at;
use super::{ACTORS, REFERENCES, Step, words};
use crate::domain::entry::Entry;
use crate::domain::group::Group;
use crate::domain::id::{GroupId, Ids, PersonId};
use crate::domain::person::Person;
use crate::domain::programme::Course;
use crate::domain::record::Stamp;
use crate::domain::shelf::Services;
use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

/// The small desk at `now`, and everything that is done for its people, by the pathways of `services`. What is
/// restricted is open to `by` alone.
#[must_use]
pub fn served(
    (seed, now): (u64, DateTime<FixedOffset>),
    ten: &Course,
    eight: &Course,
    services: &Services,
    by: &str,
) -> Vec<Step> {
    let (steps, everybody) = Desk::new(seed, now, ten, eight, (REFERENCES, 4)).steps(None);
    let mut served = Served { now, services, by, ids: Ids::new(!seed), steps, everybody, moments: 0 };
    served.paths();
    served.plans();
    served.agencies();
    served.house();
    served.timetable(ten);
    served.steps.sort_by_key(|(stamp, _)| stamp.at);
    served.steps
}

/// The desk while what is done for its people is added.
#[derive(Debug)]
struct Served<'a> {
    now: DateTime<FixedOffset>,
    services: &'a Services,
    by: &'a str,
    ids: Ids,
    steps: Vec<Step>,
    /// The group mid-course first, in the order of its register, then the finished one, the coming one, and who waits.
    everybody: Vec<PersonId>,
    /// Steps made so far: no two at one moment of a day.
    moments: i64,
}

/// Lines of the register of the group mid-course.
const INTERPRETER: usize = 0;
const WITH_CONSULATE: usize = 1;
const SOON_RELEASED: usize = 2;
const HAS_WORK: usize = 3;
/// The first of the finished group, and the first of those who wait for a place.
const FINISHED: usize = 5;
const WAITS: usize = 12;

impl Served<'_> {
    fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The workday that lies `days` ago, or just before it.
    fn ago(&self, days: u32) -> NaiveDate {
        workday_before(before(self.today(), days))
    }

    /// Who that is, and what is recorded of them.
    fn somebody(&self, which: usize) -> Option<(PersonId, Person)> {
        let id = *self.everybody.get(which)?;
        let entries = self.steps.iter().flat_map(|(_, entries)| entries);
        let mut found = entries.filter_map(|entry| match entry {
            Entry::Person { person, to: Some(to) } if *person == id => Some((**to).clone()),
            _ => None,
        });
        Some((id, found.next_back()?))
    }

    /// The group that staff call `code`.
    fn group(&self, code: &str) -> Option<(GroupId, Group)> {
        let mut entries = self.steps.iter().flat_map(|(_, entries)| entries);
        entries.find_map(|entry| match entry {
            Entry::Group { group, to: Some(to) } if to.code == code => Some((*group, (**to).clone())),
            _ => None,
        })
    }

    fn new_id(&mut self, day: NaiveDate) -> i64 {
        self.ids.next(at(day, words::AFTERNOON, *self.now.offset()).timestamp_millis())
    }

    /// A name for something of its own, as items are named.
    fn id(&mut self, day: NaiveDate) -> String {
        self.new_id(day).to_string()
    }

    /// Records something on a day, in the afternoon, by one of the two who keep the desk in turn.
    fn on(&mut self, day: NaiveDate, entries: Vec<Entry>) {
        let actor = ACTORS[usize::from(self.moments % 2 == 1)].to_owned();
        self.by(&actor, day, entries);
    }

    /// The same by whoever is named.
    fn by(&mut self, actor: &str, day: NaiveDate, entries: Vec<Entry>) {
        self.moments += 1;
        let moment = at(day, words::AFTERNOON, *self.now.offset()) + TimeDelta::minutes(150 + self.moments);
        self.steps.push((Stamp { actor: actor.to_owned(), at: moment }, entries));
    }
}

/// What is written down, as a fact has it.
#[expect(clippy::unnecessary_wraps, reason = "an entry takes it so")]
fn noted<T>(value: T) -> Option<Box<T>> {
    Some(Box::new(value))
}
