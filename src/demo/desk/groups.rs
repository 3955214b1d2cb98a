//! The groups of the small desk.

use super::super::calendar::{back, pair, workday, workday_before};
use super::super::people::{after, before};
use super::super::run::{Run, Seat, mark};
use super::super::{ACTORS, fit, words};
use super::Desk;
use crate::domain::closed::ClosedDays;
use crate::domain::eligibility::Exception;
use crate::domain::entry::Entry;
use crate::domain::group::{Group, LeavingReason, Moved, Place, dates};
use crate::domain::id::{CourseId, PersonId};
use crate::domain::person::Person;
use crate::domain::programme::{Course, Test};
use chrono::{NaiveDate, NaiveTime, TimeDelta, Weekday};

/// The register of the finished group, a line a person; `-` where the person has left.
const FINISHED: [&str; 4] = ["P P L10 P P P P P", "P I+ P W+ E20 P P P", "P F X P F P C P", "P P V P P - - -"];
/// The register of the group mid-course; `-` where the person is not in the group.
const UNDER_WAY: [&str; 5] = ["P P P", "L10 P L5", "P I P", "- P .", "P - -"];
/// Lines of these registers: who needs an interpreter, is released early, joined late, has left.
const INTERPRETER: usize = 0;
const SOON_RELEASED: usize = 2;
const JOINED_LATE: usize = 3;
const HAS_LEFT: usize = 4;
const RELEASED: usize = 3;

/// People of the group that starts in a few days.
const UPCOMING: usize = 3;

/// How many people the groups have.
pub(super) const PEOPLE: usize = UNDER_WAY.len() + FINISHED.len() + UPCOMING;

impl<'a> Desk<'a> {
    /// K-05 ran the eight sessions: two completed it, one did not, one was released before its end.
    pub(super) fn finished(&mut self, course: CourseId) {
        let weekdays = [Weekday::Mon, Weekday::Wed];
        let dates = back(before(self.today, 9), &weekdays, self.eight.sessions.len());
        let (Some(start), Some(last)) = (dates.first().copied(), dates.last().copied()) else { return };
        let released = dates.get(4).map_or(last, |fifth| after(*fifth, 1));
        let mut members = Vec::new();
        for (line, days) in (0..FINISHED.len()).zip((4..).step_by(3)) {
            let (mut person, arrived) = self.arrive(founding_day(start, self.today), days);
            fit::meet(&mut person, self.eight, start);
            person.consent = Some(true);
            if line == RELEASED {
                person.release = Some(released);
            }
            members.push(self.add(person, arrived));
        }
        let group = group("K-05", course, start, &weekdays, (words::MORNING, "B 214"));
        let mut run = self.found(group, self.eight, &dates, &members);
        for index in 0..dates.len() {
            self.hold(&mut run, index, &members, &FINISHED);
        }
        if let Some(person) = members.get(RELEASED) {
            let left = Place::Left { on: released, reason: LeavingReason::Released, note: String::new() };
            self.step(self.moment(released, words::MORNING), vec![run.place(*person, start, left)]);
        }
        run.group.finished = Some(last);
        let mut closing = vec![run.group_entry()];
        // By the course's rule: everything attended or caught up.
        closing.extend(members.iter().take(2).map(|person| run.place(*person, start, Place::Completed { on: last })));
        self.step(self.moment(last, words::AFTERNOON), closing);
    }

    /// K-07 has its fourth session today.
    pub(super) fn under_way(&mut self, course: CourseId) {
        let weekdays = pair(self.today);
        let held = back(workday_before(self.today), &weekdays, 3);
        let Some(start) = held.first().copied() else { return };
        // On a weekend the session was moved: nobody plans one there.
        let fourth = workday_before(self.today);
        let ahead =
            dates(after(self.today, 1), &weekdays, self.ten.sessions.len().saturating_sub(4), &ClosedDays::default());
        let planned: Vec<_> = held.iter().copied().chain([fourth]).chain(ahead).collect();
        let mut members = Vec::new();
        for (line, days) in (0..UNDER_WAY.len()).zip((3..).step_by(2)) {
            let (person, arrived) = self.arrive(founding_day(start, self.today), days);
            let person = self.suit(person, line, &planned);
            members.push(self.add(person, arrived));
        }
        let group = group("K-07", course, start, &weekdays, (words::MORNING, "B 214"));
        let on_time: Vec<_> =
            members.iter().enumerate().filter(|(line, _)| *line != JOINED_LATE).map(|(_, person)| *person).collect();
        let mut run = self.found(group, self.ten, &planned, &on_time);
        if let (Some(person), Some(second)) = (members.get(JOINED_LATE), held.get(1)) {
            self.join_late(&run, *person, *second);
        }
        for index in 0..held.len() {
            self.hold(&mut run, index, &members, &UNDER_WAY);
        }
        if let Some(person) = members.get(HAS_LEFT) {
            let reason = LeavingReason::WorkOrEducation;
            let left = Place::Left { on: start, reason, note: words::LEFT.to_owned() };
            self.step(self.moment(start, words::AFTERNOON), vec![run.place(*person, start, left)]);
        }
        if fourth != self.today {
            self.move_to_today(&mut run, 3, fourth);
        }
    }

    /// The facts that the person on this line of the register needs.
    fn suit(&self, mut person: Person, line: usize, planned: &[NaiveDate]) -> Person {
        let start = planned.first().copied().unwrap_or(self.today);
        fit::meet(&mut person, self.ten, start);
        person.consent = Some(true);
        person.interpreter = line == INTERPRETER;
        if line == SOON_RELEASED
            && let (Some(eighth), Some(ninth)) = (planned.get(7), planned.get(8))
        {
            person.release = Some(workday(after(*eighth, 1)).min(before(*ninth, 1)));
        }
        if line == JOINED_LATE {
            let mut rules: Vec<_> = fit::required(self.ten).collect();
            // The exception that is really made: somebody who works asks to join.
            rules.sort_by_key(|rule| !matches!(rule.test, Test::Occupied { .. }));
            if let Some(rule) = rules.first() {
                fit::break_rule(&mut person, rule, self.today);
            }
        }
        person
    }

    /// A place from the session on `from` on, by an exception that was decided the day before.
    fn join_late(&mut self, run: &Run, person: PersonId, from: NaiveDate) {
        let at = self.moment(workday_before(before(from, 1)), words::AFTERNOON);
        if fit::required(self.ten).next().is_some() {
            let exception = Exception { why: words::EXCEPTION.to_owned(), by: words::EXCEPTION_BY.to_owned(), at };
            let item = self.ten.programme.clone();
            self.step(at, vec![Entry::Exception { person, item, to: Some(Box::new(exception)) }]);
        }
        self.step(at + TimeDelta::minutes(10), vec![run.place(person, from, Place::Enrolled)]);
    }

    fn move_to_today(&mut self, run: &mut Run, index: usize, from: NaiveDate) {
        let Some((id, mut session)) = run.sessions.get(index).cloned() else { return };
        session.date = self.today;
        session.moved = Some(Moved { from, why: words::MOVED.to_owned() });
        self.step(self.moment(from, words::MORNING), vec![run.session_entry(id, &session)]);
    }

    /// K-08 starts in a few days.
    pub(super) fn upcoming(&mut self, course: CourseId) {
        let start = workday(after(self.today, 3));
        let weekdays = pair(start);
        let dates = dates(start, &weekdays, self.ten.sessions.len(), &ClosedDays::default());
        let mut members = Vec::new();
        for days in (14..).step_by(4).take(UPCOMING) {
            let (mut person, arrived) = self.arrive(self.today, days);
            fit::meet(&mut person, self.ten, start);
            person.consent = Some(true);
            members.push(self.add(person, arrived));
        }
        let group = group("K-08", course, start, &weekdays, (words::AFTERNOON, "A 102"));
        self.found(group, self.ten, &dates, &members);
    }

    /// Founds a group ten days before its first session, with the places of those who begin with it.
    fn found(&mut self, mut group: Group, course: &'a Course, dates: &[NaiveDate], members: &[PersonId]) -> Run<'a> {
        group.facilitators = ACTORS.map(str::to_owned).to_vec();
        let founded = self.moment(founding_day(group.start, self.today), words::AFTERNOON);
        let run = Run::plan(group, course, dates, founded, &mut self.ids);
        let mut entries = run.founding();
        entries.extend(members.iter().map(|person| run.place(*person, run.group.start, Place::Enrolled)));
        self.step(founded, entries);
        run
    }

    /// Holds the session `index` with the marks that the lines of a register give it.
    fn hold(&mut self, run: &mut Run, index: usize, members: &[PersonId], register: &[&str]) {
        let date = run.sessions.get(index).map_or(self.today, |(_, session)| session.date);
        let seats: Vec<Seat> = members
            .iter()
            .zip(register)
            .map(|(person, line)| (*person, line.split(' ').nth(index).unwrap_or("P")))
            .filter(|(_, text)| *text != "-")
            .map(|(person, text)| Seat { person, mark: mark(text, date) })
            .collect();
        let actor = self.random.pick(&ACTORS).copied().unwrap_or_default();
        self.steps.extend(run.hold(index, &seats, actor, &mut self.random));
    }
}

/// The day on which a group that starts on `start` is planned: never after `today`.
fn founding_day(start: NaiveDate, today: NaiveDate) -> NaiveDate {
    workday_before(before(start, 10).min(before(today, 1)))
}

fn group(code: &str, course: CourseId, start: NaiveDate, weekdays: &[Weekday], place: (NaiveTime, &str)) -> Group {
    let (time, room) = place;
    Group {
        code: code.to_owned(),
        course,
        start,
        weekdays: weekdays.to_vec(),
        time,
        room: room.to_owned(),
        facilitators: Vec::new(),
        before: Vec::new(),
        finished: None,
    }
}
