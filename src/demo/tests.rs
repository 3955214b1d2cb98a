//! What the sample data promises, held against the figures and the rules of the domain.

use super::fixture::course;
use super::{Step, desk, large, people_only};
use crate::domain::attendance::{Code, Mark};
use crate::domain::eligibility::{Standing, judge, standing};
use crate::domain::entry::{Entry, Keys};
use crate::domain::figures::{Cell, Register};
use crate::domain::group::{Enrolment, Group, LeavingReason, Place, Session, SessionState};
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::person::Person;
use crate::domain::programme::Course;
use crate::domain::record::{Dated, GroupRecord, Member};
use crate::domain::text::{LINE, clean};
use chrono::{DateTime, Datelike, FixedOffset, Weekday};
use std::collections::{BTreeMap, BTreeSet};

fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

/// A Tuesday.
fn now() -> DateTime<FixedOffset> {
    moment("2026-11-24T08:15:00+01:00")
}

fn small(seed: u64) -> Vec<Step> {
    desk(seed, now(), &course(10), &course(8))
}

/// What stands after every entry was recorded.
#[derive(Default)]
struct World {
    people: BTreeMap<PersonId, Person>,
    groups: BTreeMap<GroupId, Group>,
    sessions: BTreeMap<SessionId, Session>,
    places: BTreeMap<(GroupId, PersonId), Enrolment>,
    marks: BTreeMap<(SessionId, PersonId), Mark>,
    exceptions: Vec<PersonId>,
    kinds: BTreeMap<&'static str, usize>,
}

impl World {
    fn of(steps: impl IntoIterator<Item = Step>) -> Self {
        let mut world = Self::default();
        let mut latest = None;
        for (stamp, entries) in steps {
            assert!(latest <= Some(stamp.at), "{} after {latest:?}", stamp.at);
            latest = Some(stamp.at);
            assert!(!entries.is_empty() && !stamp.actor.is_empty());
            for entry in entries {
                world.record(entry);
            }
        }
        world
    }

    fn record(&mut self, entry: Entry) {
        *self.kinds.entry(entry.kind()).or_default() += 1;
        let Keys { person: who, session: when, .. } = entry.keys();
        assert!(who.is_none_or(|who| entry.kind() == "person" || self.people.contains_key(&who)), "{entry:?}");
        assert!(when.is_none_or(|when| entry.kind() == "session" || self.sessions.contains_key(&when)), "{entry:?}");
        match entry {
            Entry::Person { person, to } => drop(self.people.insert(person, *to.unwrap())),
            Entry::Group { group, to } => drop(self.groups.insert(group, *to.unwrap())),
            Entry::Session { session, to, .. } => drop(self.sessions.insert(session, *to.unwrap())),
            Entry::Enrolment { group, person, to } => drop(self.places.insert((group, person), *to.unwrap())),
            Entry::Mark { session, person, to, .. } => drop(self.marks.insert((session, person), *to.unwrap())),
            Entry::Exception { person, .. } => self.exceptions.push(person),
            _ => {}
        }
    }

    fn group(&self, code: &str) -> GroupId {
        *self.groups.iter().find(|(_, group)| group.code == code).unwrap().0
    }

    fn members(&self, id: GroupId) -> Vec<Member> {
        let of = self.places.iter().filter(|((group, _), _)| *group == id);
        of.map(|((_, person), enrolment)| Member {
            id: *person,
            person: self.people[person].clone(),
            enrolment: enrolment.clone(),
            exception: None,
        })
        .collect()
    }

    fn record_of(&self, id: GroupId, course: &Course) -> GroupRecord {
        let of = self.sessions.iter().filter(|(_, session)| session.group == id);
        let mut sessions: Vec<_> = of.map(|(id, session)| Dated { id: *id, session: session.clone() }).collect();
        sessions.sort_by_key(|dated| dated.session.date);
        let ids: BTreeSet<_> = sessions.iter().map(|dated| dated.id).collect();
        let marks = self.marks.iter().filter(|(key, _)| ids.contains(&key.0)).map(|(k, m)| (*k, m.clone())).collect();
        let planned =
            GroupRecord::laid_out(id, self.groups[&id].clone(), course.clone().into(), sessions, self.members(id));
        GroupRecord { marks, ..planned }
    }
}

#[test]
fn the_seed_decides_everything() {
    assert_eq!(small(7), small(7));
    assert_ne!(small(7), small(8));
    assert_eq!(people_only(7, now(), 30), people_only(7, now(), 30));
    assert_ne!(people_only(7, now(), 30), people_only(8, now(), 30));
}

#[test]
fn people_alone_are_as_many_as_asked_for_and_faultless() {
    let world =
        World::of([(crate::domain::record::Stamp { actor: "Kari".into(), at: now() }, people_only(1, now(), 40))]);
    assert_eq!(world.people.len(), 40);
    for person in world.people.values() {
        assert_eq!(person.faults(now().date_naive()), vec![]);
        for name in [&person.given, &person.family] {
            assert_eq!(clean(name, LINE).as_ref(), Ok(name));
        }
    }
}

#[test]
fn the_desk_is_consistent_on_every_day_of_the_week() {
    for day in 22..29 {
        let now = moment(&format!("2026-11-{day}T08:15:00+01:00"));
        let today = now.date_naive();
        let steps = desk(3, now, &course(10), &course(8));
        assert!(steps.iter().all(|(stamp, _)| stamp.at <= now));
        let world = World::of(steps);
        let seventh = world.record_of(world.group("K-07"), &course(10));
        let dates: Vec<_> = seventh.sessions.iter().map(|s| s.session.date).collect();
        assert_eq!((dates.len(), dates[3]), (10, today));
        assert!(seventh.sessions.iter().enumerate().all(|(index, s)| usize::from(s.session.plan) == index));
        for (id, session) in &world.sessions {
            let weekend = matches!(session.date.weekday(), Weekday::Sat | Weekday::Sun);
            assert!(!weekend || session.moved.is_some(), "{id:?} {session:?}");
            assert_eq!(matches!(session.state, SessionState::Held { .. }), session.date < today, "{session:?}");
        }
        for ((session, person), mark) in &world.marks {
            let session = &world.sessions[session];
            assert!(world.places[&(session.group, *person)].covers(session.date), "{mark:?} {session:?}");
            assert!(mark.caught_up.as_ref().is_none_or(|c| c.on > session.date && c.on <= today));
        }
        let ninth = dates[8];
        let soon: Vec<_> = seventh.members.iter().filter(|m| m.person.release.is_some_and(|r| r < ninth)).collect();
        assert_eq!(soon.len(), 1);
        assert!(soon[0].person.release > Some(dates[7]) && soon[0].enrolment.state == Place::Enrolled);
        let released = |person: PersonId| {
            let mut places = world.places.iter().filter(|((_, p), _)| *p == person).map(|(_, e)| &e.state);
            places.any(|state| matches!(state, Place::Left { reason: LeavingReason::Released, .. }))
        };
        for (id, person) in &world.people {
            assert!(released(*id) || person.faults(today).is_empty(), "{person:?}");
        }
    }
}

#[test]
fn the_desk_shows_every_situation() {
    let world = World::of(small(5));
    let (ten, eight) = (course(10), course(8));
    assert_eq!(world.people.len(), 24);
    let (fifth, seventh, next) = (world.group("K-05"), world.group("K-07"), world.group("K-08"));
    let states = |group| world.members(group).into_iter().map(|m| m.enrolment).collect::<Vec<_>>();
    let count = |group, test: fn(&Enrolment) -> bool| states(group).iter().filter(|e| test(e)).count();
    assert_eq!(count(fifth, |e| matches!(e.state, Place::Completed { .. })), 2);
    assert_eq!(count(fifth, |e| matches!(e.state, Place::Left { .. })), 1);
    assert_eq!((count(seventh, |e| e.state == Place::Enrolled), states(seventh).len()), (4, 5));
    assert_eq!(states(next).len(), 3);
    assert!(world.groups[&fifth].finished.is_some() && world.groups[&next].start > now().date_naive());
    assert!(world.members(seventh).iter().any(|m| m.person.interpreter));
    assert!(world.members(seventh).iter().any(|m| m.enrolment.from > world.groups[&seventh].start));
    assert!(world.places.keys().all(|(_, person)| world.people[person].consent == Some(true)));
    let rows = Register::of(&world.record_of(fifth, &eight)).rows;
    for (row, member) in rows.iter().zip(world.members(fifth)) {
        assert_eq!(row.completion.is_met(), matches!(member.enrolment.state, Place::Completed { .. }));
    }
    let enrolled: BTreeSet<_> = world.places.keys().map(|(_, person)| *person).collect();
    let start = world.groups[&next].start;
    let stands = |person: &Person| standing(&judge(person, &ten, start));
    let waiting: Vec<_> = world.people.iter().filter(|(id, _)| !enrolled.contains(id)).map(|(_, p)| p).collect();
    let with = |wanted| waiting.iter().filter(|person| stands(person) == wanted).count();
    assert_eq!((with(Standing::Eligible), with(Standing::NotEligible), with(Standing::FactsMissing)), (4, 5, 3));
    let excepted = &world.people[&world.exceptions[0]];
    assert_eq!((world.exceptions.len(), stands(excepted)), (1, Standing::NotEligible));
    assert!(waiting.iter().any(|person| person.given.chars().all(|c| !c.is_ascii())));
    for kind in ["outcome", "delivery", "session-note", "person-note", "rating", "course"] {
        assert!(world.kinds.contains_key(kind), "{kind}");
    }
}

#[test]
fn every_total_of_the_desk_reconciles() {
    let world = World::of(small(9));
    for (code, course) in [("K-05", course(8)), ("K-07", course(10)), ("K-08", course(10))] {
        let record = world.record_of(world.group(code), &course);
        let register = Register::of(&record);
        let marked = register.rows.iter().flat_map(|row| &row.cells).filter(|c| matches!(c, Cell::Marked(_))).count();
        assert_eq!(marked, record.marks.len(), "{code}");
        let tallies = register.rows.iter().map(|r| &r.tally).chain(&register.columns).chain([&register.total]);
        for tally in tallies {
            assert_eq!(tally.enrolled, tally.attended() + tally.absent() + tally.not_recorded, "{code}");
        }
        let rows: u32 = register.rows.iter().map(|row| row.tally.enrolled).sum();
        let columns: u32 = register.columns.iter().map(|column| column.enrolled).sum();
        assert_eq!((rows, columns), (register.total.enrolled, register.total.enrolled), "{code}");
        assert_eq!(register.total.not_recorded, u32::from(code == "K-07"), "{code}");
    }
}

#[test]
fn a_large_record_has_ten_marks_a_person() {
    // The last has several groups a day, around New Year too.
    for people in [100, 101, 103, 400, 20_000] {
        let (ten, eight) = (course(10), course(8));
        let world = World::of(large(1, now(), &ten, &eight, people));
        assert_eq!((world.people.len(), world.marks.len()), (people as usize, people as usize * 10));
        let references: BTreeSet<_> = world.people.values().map(|person| &person.reference).collect();
        assert_eq!(references.len(), people as usize);
        let codes: BTreeSet<_> = world.groups.values().map(|group| &group.code).collect();
        assert_eq!(codes.len(), world.groups.len());
        assert_eq!(world.groups.values().filter(|group| group.finished.is_none()).count(), 2);
        let today = world.sessions.values().filter(|session| session.date == now().date_naive());
        assert_eq!(today.count(), 1);
    }
}

#[test]
fn a_large_record_is_consistent_and_varied() {
    let (ten, eight) = (course(10), course(8));
    let world = World::of(large(2, now(), &ten, &eight, 400));
    let mut codes: BTreeSet<Code> = BTreeSet::new();
    for ((session, person), mark) in &world.marks {
        let session = &world.sessions[session];
        assert!(world.places[&(session.group, *person)].covers(session.date));
        assert_eq!(mark.code.row().minutes, mark.minutes.is_some(), "{mark:?}");
        assert!(!mark.code.row().note || !mark.note.is_empty());
        codes.insert(mark.code);
    }
    assert!(codes.len() >= 14, "{codes:?}");
    for (id, group) in world.groups.iter().filter(|(_, group)| group.finished.is_some() && group.code != "K-05") {
        let record = world.record_of(*id, &ten);
        for (row, member) in Register::of(&record).rows.iter().zip(&record.members) {
            let completed = matches!(member.enrolment.state, Place::Completed { .. });
            assert_eq!(row.completion.is_met(), completed, "{} {row:?}", group.code);
        }
    }
}

#[test]
fn the_same_seed_streams_the_same_record() {
    let (ten, eight) = (course(10), course(8));
    let steps = |seed| large(seed, now(), &ten, &eight, 300).collect::<Vec<_>>();
    assert_eq!(steps(4), steps(4));
    assert_ne!(steps(4), steps(5));
}

#[test]
fn fewer_people_than_the_desk_has_leave_a_smaller_desk() {
    let (ten, eight) = (course(10), course(8));
    for people in [0, 1, 5, 12, 23, 24, 25, 30] {
        let world = World::of(large(1, now(), &ten, &eight, people));
        assert_eq!(world.people.len(), people as usize);
        assert_eq!(world.members(world.group("K-07")).len(), people.min(5) as usize);
    }
}
