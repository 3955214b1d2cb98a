//! A large record: years of finished groups, streamed, and the small desk at their end.

use super::calendar::workday;
use super::desk::{self, Desk};
use super::people::{People, REFERENCE_GAP, after, before};
use super::run::{Run, at};
use super::{ACTORS, Step, words};
use crate::domain::attendance::{CaughtUp, Code, Kind, Mark, TABLE};
use crate::domain::closed::ClosedDays;
use crate::domain::entry::Entry;
use crate::domain::group::{Group, Place, SessionState, dates};
use crate::domain::id::{CourseId, Ids, PersonId};
use crate::domain::programme::Course;
use crate::domain::random::Random;
use crate::domain::record::Stamp;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Weekday};
use std::collections::BTreeSet;

/// Entries of one step, at least: large enough to be quick, small enough to stay out of the memory's way.
const STEP: usize = 4_000;
/// Days between the last groups of the history and today.
const RECENT: u32 = 150;
const SECOND_RUN: u32 = 135;
/// Groups at the end of the history whose people are still here and may run a second time.
const STILL_HERE: u32 = 16;

/// `people` people in all: the small desk's, and before them people in finished groups of four.
///
/// From about a hundred people on there are as many marks as ten for each: what the people of the small
/// desk have not reached yet, others have who took the course a second time.
pub fn large(
    seed: u64,
    now: DateTime<FixedOffset>,
    ten: &Course,
    eight: &Course,
    people: u32,
) -> impl Iterator<Item = Step> + use<> {
    let others = people.saturating_sub(u32::try_from(desk::PEOPLE).unwrap_or(0));
    let last_reference = super::REFERENCES + others.saturating_mul(REFERENCE_GAP);
    let width = (last_reference + 24 * REFERENCE_GAP).to_string().len().max(4);
    let mut history = History::new(seed, now, ten.clone(), others, width);
    let pinned = (others > 0).then_some(history.pinned);
    let (mut steps, everybody) = Desk::new(seed, now, ten, eight, (last_reference, width)).steps(pinned);
    keep(&mut steps, &everybody, usize::try_from(people).unwrap_or(usize::MAX));
    let marks = u32::try_from(marks(&steps)).unwrap_or(0);
    history.again = (u32::try_from(desk::PEOPLE).unwrap_or(0) * 10).saturating_sub(marks) / 10;
    history.chain(steps)
}

/// Leaves the first `count` of `everybody` and what concerns nobody else.
fn keep(steps: &mut Vec<Step>, everybody: &[PersonId], count: usize) {
    let gone: BTreeSet<&PersonId> = everybody.iter().skip(count).collect();
    for (_, entries) in steps.iter_mut() {
        entries.retain(|entry| entry.keys().person.is_none_or(|person| !gone.contains(&person)));
    }
    steps.retain(|(_, entries)| !entries.is_empty());
}

/// How many marks stand when the steps are recorded.
fn marks(steps: &[Step]) -> usize {
    let entries = steps.iter().flat_map(|(_, entries)| entries);
    let marked = entries.filter(|entry| matches!(entry, Entry::Mark { .. })).map(|entry| {
        let keys = entry.keys();
        (keys.session, keys.person)
    });
    marked.collect::<BTreeSet<_>>().len()
}

/// The finished groups, made one after another while they are asked for.
#[derive(Debug)]
struct History {
    offset: FixedOffset,
    today: NaiveDate,
    course: Course,
    pinned: CourseId,
    ids: Ids,
    random: Random,
    people: People,
    /// People in finished groups.
    others: u32,
    /// Groups of people who are there for the first time.
    groups: u32,
    made: u32,
    /// Places to be filled by people who take the course a second time.
    again: u32,
    /// Who may take it a second time, those who did not complete it first.
    candidates: Vec<(bool, PersonId)>,
    /// The latest moment so far.
    latest: DateTime<FixedOffset>,
    /// The year of the latest group and its number in it.
    numbered: (i32, u32),
}

impl Iterator for History {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let mut entries = Vec::new();
        if self.made == 0 && self.groups > 0 {
            entries.push(Entry::Course { course: self.pinned, to: Some(Box::new(self.course.clone())) });
        }
        while entries.len() < STEP && self.group(&mut entries) {}
        let actor = self.random.pick(&ACTORS).copied().unwrap_or_default().to_owned();
        (!entries.is_empty()).then_some((Stamp { actor, at: self.latest }, entries))
    }
}

impl History {
    fn new(seed: u64, now: DateTime<FixedOffset>, course: Course, others: u32, width: usize) -> Self {
        let (offset, today) = (*now.offset(), now.date_naive());
        let groups = others.div_ceil(4);
        // Others than the small desk's, from the same seed.
        let seed = Random::new(seed).bits();
        let mut ids = Ids::new(seed);
        let latest = at(before(today, RECENT + span(groups)), words::MORNING, offset);
        Self {
            offset,
            today,
            course,
            pinned: CourseId(ids.next(latest.timestamp_millis())),
            ids,
            random: Random::new(seed),
            people: People::new(seed, 0, width),
            others,
            groups,
            made: 0,
            again: 0,
            candidates: Vec::new(),
            latest,
            numbered: (0, 0),
        }
    }

    /// Makes the next group; false when there is none.
    fn group(&mut self, entries: &mut Vec<Entry>) -> bool {
        if self.made < self.groups {
            self.first_run(entries);
        } else if self.again == 0 || self.candidates.is_empty() {
            return false;
        } else {
            self.second_run(entries);
        }
        self.made += 1;
        true
    }

    /// New people, as evenly spread over the groups as they go.
    fn first_run(&mut self, entries: &mut Vec<Entry>) {
        let share = |groups: u32| u64::from(self.others) * u64::from(groups) / u64::from(self.groups.max(1));
        let size = share(self.made + 1) - share(self.made);
        let ago = u64::from(span(self.groups)) * u64::from(self.groups - self.made) / u64::from(self.groups.max(1));
        let start = workday(before(self.today, RECENT + u32::try_from(ago).unwrap_or(0)));
        let recent = self.made + STILL_HERE >= self.groups;
        let until = if recent { after(self.today, 20) } else { after(start, 50) };
        let mut members = Vec::new();
        for _ in 0..size {
            let arrived = before(start, self.random.between(8, 60));
            let mut person = self.people.arrive(arrived, until);
            super::fit::meet(&mut person, &self.course, start);
            person.consent = Some(true);
            person.waiting_since = Some(arrived);
            let id = PersonId(self.ids.next(self.latest.timestamp_millis()));
            entries.push(Entry::Person { person: id, to: Some(Box::new(person)) });
            members.push(id);
        }
        let completed = self.run(start, &members, entries);
        if recent {
            self.candidates.extend(completed.into_iter().zip(members));
            self.candidates.sort_by_key(|(completed, _)| *completed);
        }
    }

    fn second_run(&mut self, entries: &mut Vec<Entry>) {
        let count = usize::try_from(self.again.min(4)).unwrap_or(4).min(self.candidates.len());
        let members: Vec<_> = self.candidates.drain(..count).map(|(_, person)| person).collect();
        self.again -= u32::try_from(members.len()).unwrap_or(self.again);
        self.run(workday(before(self.today, SECOND_RUN)), &members, entries);
    }

    /// A whole group with every mark; who completed the course.
    fn run(&mut self, start: NaiveDate, members: &[PersonId], entries: &mut Vec<Entry>) -> Vec<bool> {
        let random = &mut self.random;
        let pairs = [[Weekday::Mon, Weekday::Wed], [Weekday::Tue, Weekday::Thu], [Weekday::Tue, Weekday::Fri]];
        let weekdays = random.pick(&pairs).copied().unwrap_or(pairs[0]);
        let dates = dates(start, &weekdays, self.course.sessions.len(), &ClosedDays::default());
        let (Some(first), Some(last)) = (dates.first().copied(), dates.last().copied()) else { return Vec::new() };
        let time = NaiveTime::from_hms_opt(random.between(8, 14), 30 * random.below(2), 0).unwrap_or(words::MORNING);
        // Never back: around new year a group may begin a day before the one that was made before it.
        let year = first.year().max(self.numbered.0);
        self.numbered = (year, if self.numbered.0 == year { self.numbered.1 + 1 } else { 1 });
        let group = Group {
            code: format!("K{:02}-{:03}", self.numbered.0 % 100, self.numbered.1),
            course: self.pinned,
            start: first,
            weekdays: weekdays.to_vec(),
            time,
            room: format!("{} {}", random.pick(&["A", "B", "C"]).copied().unwrap_or("A"), random.between(101, 128)),
            facilitators: random.pick(&ACTORS).map(|name| (*name).to_owned()).into_iter().collect(),
            before: Vec::new(),
            finished: Some(last),
        };
        let mut run = Run::plan(group, &self.course, &dates, at(first, time, self.offset), &mut self.ids);
        for ((_, session), plan) in run.sessions.iter_mut().zip(&self.course.sessions) {
            let from = at(session.date, time, self.offset) + TimeDelta::minutes(i64::from(random.between(0, 6)));
            let to = from + TimeDelta::minutes(i64::from(plan.minutes()) + i64::from(random.below(8)));
            session.state = SessionState::Held { from, to };
        }
        entries.extend(run.founding());
        let mut completions = Vec::new();
        for person in members {
            let completes = random.chance(75);
            let state = if completes { Place::Completed { on: last } } else { Place::Enrolled };
            entries.push(run.place(*person, first, state));
            // A third of the sessions, wherever it begins, is more than any rule forgives and has an
            // essential session in it.
            let begin = random.below(3);
            for ((id, session), index) in run.sessions.iter().zip(begin..) {
                let mark = if !completes && index % 3 == 0 {
                    away(random)
                } else {
                    here(random, session.date, session.date < last)
                };
                entries.push(run.mark_entry(*id, *person, &mark));
            }
            completions.push(completes);
        }
        self.latest = self.latest.max(at(last, words::AFTERNOON, self.offset) + TimeDelta::hours(2));
        completions
    }
}

/// Days over which the groups of the history are spread: a group a fortnight, at most twelve years.
fn span(groups: u32) -> u32 {
    (groups * 14).min(12 * 365)
}

/// A mark of somebody who comes, or makes good what was missed (`may_miss`) a few days later.
fn here(random: &mut Random, date: NaiveDate, may_miss: bool) -> Mark {
    match random.below(100) {
        0..10 => Mark { minutes: minutes(random), ..Mark::from(Code::Late) },
        10..14 => Mark { minutes: minutes(random), ..Mark::from(Code::LeftEarly) },
        14..21 if may_miss => {
            let caught_up =
                CaughtUp { on: workday(after(date, 1)), minutes: minutes(random).unwrap_or(30) + 25, how: None };
            Mark { caught_up: Some(caught_up), ..away(random) }
        }
        _ => Mark::from(Code::Present),
    }
}

/// A mark of somebody who does not come.
fn away(random: &mut Random) -> Mark {
    let rows = TABLE.iter().filter(|row| matches!(row.kind, Kind::Acceptable | Kind::NotAcceptable | Kind::Prison));
    let rows: Vec<_> = rows.collect();
    let row = random.pick(&rows);
    let note = if row.is_some_and(|row| row.note) { words::SENT_OUT.to_owned() } else { String::new() };
    Mark { note, ..Mark::from(row.map_or(Code::Unexplained, |row| row.code)) }
}

/// Minutes missed: five to half an hour.
fn minutes(random: &mut Random) -> Option<u16> {
    u16::try_from(random.between(5, 30)).ok()
}
