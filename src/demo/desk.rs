//! The small desk: a group mid-course with a session today, one finished, one planned, people waiting.

mod groups;

use super::calendar::workday_before;
use super::people::{People, after, before};
use super::run::at;
use super::{ACTORS, Step, fit, words};
use crate::domain::entry::Entry;
use crate::domain::id::{CourseId, Ids, PersonId};
use crate::domain::person::Person;
use crate::domain::programme::Course;
use crate::domain::random::Random;
use crate::domain::record::Stamp;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

/// People who wait for a place: eligible, not eligible, with a fact missing.
const WAITING: (usize, usize, usize) = (4, 5, 3);

/// How many people the small desk has.
pub(super) const PEOPLE: usize = groups::PEOPLE + WAITING.0 + WAITING.1 + WAITING.2;

/// Nothing of the small desk is older than this many days.
pub(super) const DAYS: u32 = 90;

/// The small desk in the making.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    now: DateTime<FixedOffset>,
    today: NaiveDate,
    ten: &'a Course,
    eight: &'a Course,
    ids: Ids,
    random: Random,
    people: People,
    steps: Vec<Step>,
    /// Everybody, those first whom a desk of fewer people needs most.
    everybody: Vec<PersonId>,
}

impl<'a> Desk<'a> {
    /// A desk whose people have references after `reference`, of `width` digits.
    pub fn new(
        seed: u64,
        now: DateTime<FixedOffset>,
        ten: &'a Course,
        eight: &'a Course,
        (reference, width): (u32, usize),
    ) -> Self {
        Self {
            now,
            today: now.date_naive(),
            ten,
            eight,
            ids: Ids::new(seed),
            random: Random::new(seed),
            people: People::new(seed, reference, width),
            steps: Vec::new(),
            everybody: Vec::new(),
        }
    }

    /// The steps in order of time. `pinned` is the course of ten when it is recorded already.
    pub fn steps(mut self, pinned: Option<CourseId>) -> (Vec<Step>, Vec<PersonId>) {
        let first = self.moment(before(self.today, DAYS), words::MORNING);
        let eight = self.pin(self.eight, first);
        let ten = pinned.unwrap_or_else(|| self.pin(self.ten, first));
        // The finished group came first, so that its people have the older references.
        self.finished(eight);
        let finished = std::mem::take(&mut self.everybody);
        self.under_way(ten);
        self.everybody.extend(finished);
        self.upcoming(ten);
        self.waiting();
        self.steps.sort_by_key(|(stamp, _)| stamp.at);
        (self.steps, self.everybody)
    }

    fn moment(&self, day: NaiveDate, time: NaiveTime) -> DateTime<FixedOffset> {
        at(day, time, *self.now.offset())
    }

    fn step(&mut self, at: DateTime<FixedOffset>, entries: Vec<Entry>) {
        let actor = self.random.pick(&ACTORS).copied().unwrap_or_default();
        self.steps.push((Stamp { actor: actor.to_owned(), at }, entries));
    }

    fn pin(&mut self, course: &Course, at: DateTime<FixedOffset>) -> CourseId {
        let id = CourseId(self.ids.next(at.timestamp_millis()));
        self.step(at, vec![Entry::Course { course: id, to: Some(Box::new(course.clone())) }]);
        id
    }

    /// Records a person on `day`.
    fn add(&mut self, person: Person, day: NaiveDate) -> PersonId {
        let moment = self.moment(day, words::MORNING) - TimeDelta::minutes(i64::from(self.random.between(10, 100)));
        let id = PersonId(self.ids.next(moment.timestamp_millis()));
        self.step(moment, vec![Entry::Person { person: id, to: Some(Box::new(person)) }]);
        self.everybody.push(id);
        id
    }

    /// Somebody who arrives some `days` before `day`, and the day.
    fn arrive(&mut self, day: NaiveDate, days: u32) -> (Person, NaiveDate) {
        let arrived = workday_before(before(day, days));
        let mut person = self.people.arrive(arrived, after(self.today, 60));
        person.waiting_since = Some(arrived);
        (person, arrived)
    }

    /// People without a place: some may take part, some may not, of some too little is known.
    fn waiting(&mut self) {
        let rules: Vec<_> = fit::required(self.ten).collect();
        let (eligible, not_eligible, missing) = WAITING;
        for (nth, days) in (0..eligible + not_eligible + missing).zip((2..).step_by(3)) {
            let (mut person, arrived) = self.arrive(self.today, days);
            if nth == 0 {
                person = self.people.arrive_written(arrived, after(self.today, 60));
                person.waiting_since = Some(arrived);
            }
            fit::meet(&mut person, self.ten, after(self.today, 3));
            let rule = rules.get(nth.saturating_sub(eligible) % rules.len().max(1));
            match rule {
                Some(rule) if nth >= eligible + not_eligible => fit::forget(&mut person, rule),
                Some(rule) if nth >= eligible => fit::break_rule(&mut person, rule, self.today),
                _ => {}
            }
            self.add(person, arrived);
        }
    }
}
