//! A small group in the middle of its course, for tests: invented people, every kind of cell.

mod kept;

pub use kept::{house, persons_plan};

use crate::domain::attendance::{CaughtUp, Code, Mark};
use crate::domain::group::{Carries, Enrolment, Group, LeavingReason, Moved, Place, Session, SessionState};
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::outcome::{Delivery, Outcome};
use crate::domain::person::Person;
use crate::domain::programme::{
    Activity, Completion, Course, GroupSize, Localised, Objective, RatingItem, Ratings, SessionPlan,
};
use crate::domain::record::{Dated, GroupRecord, Member};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Weekday};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A day, as ISO 8601 writes it.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A moment, as RFC 3339 writes it.
pub fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

/// A text in English and Bokmål.
fn both(en: &str, nb: &str) -> Localised {
    Localised(BTreeMap::from([("en".to_owned(), en.to_owned()), ("nb".to_owned(), nb.to_owned())]))
}

fn plan(id: &str, title: Localised, essential: bool, minutes: &[u16]) -> SessionPlan {
    let activity = |minutes: &u16| Activity {
        title: Localised::from("Talk"),
        minutes: *minutes,
        kind: crate::domain::programme::ActivityKind::Talk,
        essential: false,
        say: Vec::new(),
        steps: Vec::new(),
        need: Vec::new(),
        interpreter: false,
        handouts: Vec::new(),
        serves: Vec::new(),
    };
    SessionPlan {
        id: id.to_owned(),
        title,
        aim: Localised::default(),
        essential,
        minutes: None,
        activities: minutes.iter().map(activity).collect(),
        objectives: vec![Objective { id: format!("{id}-1"), text: both("Knows the next step", "Kjenner neste steg") }],
        leaves_with: Vec::new(),
        closing_questions: Vec::new(),
        rating: None,
        questions: Vec::new(),
        serves: Vec::new(),
    }
}

/// Five sessions; three of them, the essential ones among them, complete it.
pub fn course() -> Course {
    Course {
        programme: "planning-for-resettlement".to_owned(),
        version: "5".to_owned(),
        title: both("Planning for Resettlement", "Planlegging av løslatelse"),
        version_title: both("Five sessions", "Fem samlinger"),
        summary: Localised::default(),
        source: String::new(),
        as_of: day("2026-01-01"),
        review_by: day("2027-01-01"),
        group_size: GroupSize::default(),
        retention_months: None,
        trained: Vec::new(),
        eligibility: Vec::new(),
        ratings: Ratings {
            scale: vec![Localised::from("no"), Localised::from("yes")],
            items: vec![RatingItem { id: "papers".to_owned(), text: both("I have papers", "Jeg har papirer") }],
        },
        per_week: 2,
        completion: Completion { sessions: Some(3), essentials: true },
        sessions: [
            plan("start", both("Start", "Start"), true, &[30, 60]),
            plan("papers", both("Papers", "Papirer"), false, &[30, 60]),
            plan("money", both("Money", "Penger"), false, &[90]),
            plan("home", both("Home", "Hjem"), false, &[90]),
            plan("next", both("Next steps", "Neste steg"), true, &[90]),
        ]
        .map(Arc::new)
        .to_vec(),
        serves: Vec::new(),
        handouts: Vec::new(),
        certificate: None,
    }
}

/// The session plan at `index` of a course, to be made another.
pub fn plan_of(course: &mut Course, index: usize) -> &mut SessionPlan {
    Arc::make_mut(&mut course.sessions[index])
}

fn session(number: i64, date: &str, state: SessionState) -> Dated {
    let session = Session {
        group: GroupId(7),
        plan: u16::try_from(number - 1).unwrap(),
        carries: Carries::Whole,
        date: day(date),
        time: NaiveTime::from_hms_opt(10, 0, 0).unwrap(),
        state,
        moved: None,
        next_time: String::new(),
    };
    Dated { id: SessionId(number), session }
}

fn held(date: &str, minutes: u32) -> SessionState {
    let at = |hour: u32, minute: u32| moment(&format!("{date}T{hour:02}:{minute:02}:00+01:00"));
    SessionState::Held { from: at(10, 0), to: at(10 + minutes / 60, minutes % 60) }
}

fn member(id: i64, reference: &str, given: &str, family: &str, state: Place) -> Member {
    Member {
        id: PersonId(id),
        person: Person {
            reference: reference.to_owned(),
            given: given.to_owned(),
            family: family.to_owned(),
            ..Person::default()
        },
        enrolment: Enrolment::new(state, day("2026-11-10")),
        exception: None,
    }
}

fn left(on: &str, reason: LeavingReason) -> Place {
    Place::Left { on: day(on), reason, note: String::new() }
}

fn sessions() -> Vec<Dated> {
    let mut sessions = vec![
        session(1, "2026-11-10", held("2026-11-10", 85)),
        session(2, "2026-11-12", held("2026-11-12", 95)),
        session(3, "2026-11-17", SessionState::Cancelled { why: "no escort".to_owned() }),
        session(4, "2026-11-20", SessionState::Running { since: moment("2026-11-20T10:00:00+01:00") }),
        session(5, "2026-11-24", SessionState::Planned),
    ];
    sessions[3].session.moved = Some(Moved { from: day("2026-11-19"), why: "room".to_owned() });
    sessions
}

fn marks() -> BTreeMap<(SessionId, PersonId), Mark> {
    let late = Mark { minutes: Some(10), note: "came from court; tired".to_owned(), ..Mark::from(Code::Late) };
    let made_good = Mark {
        caught_up: Some(CaughtUp { on: day("2026-11-13"), minutes: 60, how: None }),
        note: "flu".to_owned(),
        ..Mark::from(Code::Ill)
    };
    [
        (1, 1, Mark::from(Code::Present)),
        (1, 2, made_good),
        (1, 3, Mark::from(Code::Refused)),
        (2, 1, late),
        (2, 2, Mark::from(Code::Present)),
        (4, 2, Mark::from(Code::NotUnlocked)),
    ]
    .into_iter()
    .map(|(session, person, mark)| ((SessionId(session), PersonId(person)), mark))
    .collect()
}

/// The group: two in the course, one released after the second session, one waiting, one by mistake.
pub fn group() -> GroupRecord {
    let mut members = vec![
        member(1, "0412", "Ana", "Petrović", Place::Enrolled),
        member(2, "0077", "Yusuf", "Al-Amin", Place::Enrolled),
        member(3, "K-9", "Li", "Wei", left("2026-11-12", LeavingReason::Released)),
        member(4, "0500", "Tomas", "Kazlauskas", Place::Waiting),
        member(5, "0501", "Jan", "Nowak", left("2026-11-10", LeavingReason::Mistake)),
    ];
    // Released on the day of the last session: it cannot be reached.
    members[1].person.release = Some(day("2026-11-24"));
    let outcome = |session, person, objective: &str, outcome| {
        ((SessionId(session), PersonId(person), objective.to_owned()), outcome)
    };
    GroupRecord {
        id: GroupId(7),
        group: Group {
            code: "K-07".to_owned(),
            course: CourseId(1),
            start: day("2026-11-10"),
            weekdays: vec![Weekday::Tue, Weekday::Thu],
            time: NaiveTime::from_hms_opt(10, 0, 0).unwrap(),
            room: "B2".to_owned(),
            facilitators: vec!["Kari Nordmann".to_owned(), "Ola Nordmann".to_owned()],
            before: Vec::new(),
            finished: None,
        },
        course: course().into(),
        sessions: sessions(),
        composed: BTreeMap::new(),
        members,
        guests: BTreeMap::new(),
        visitors: Vec::new(),
        marks: marks(),
        outcomes: BTreeMap::from([
            outcome(1, 1, "start-1", Outcome::Achieved),
            outcome(1, 2, "start-1", Outcome::Partly),
            outcome(2, 1, "papers-1", Outcome::NotAchieved),
        ]),
        deliveries: BTreeMap::from([
            (
                (SessionId(1), 0),
                Delivery::Done { from: moment("2026-11-10T10:00:00+01:00"), to: moment("2026-11-10T10:20:00+01:00") },
            ),
            (
                (SessionId(1), 1),
                Delivery::Done { from: moment("2026-11-10T10:20:00+01:00"), to: moment("2026-11-10T11:25:00+01:00") },
            ),
            ((SessionId(2), 0), Delivery::Skipped),
        ]),
        agendas: BTreeMap::new(),
        pauses: BTreeMap::new(),
        session_notes: BTreeMap::new(),
        person_notes: BTreeMap::new(),
        ratings: BTreeMap::from([
            ((PersonId(1), "before:papers".to_owned()), 0),
            ((PersonId(1), "after:papers".to_owned()), 1),
            ((PersonId(2), "before:papers".to_owned()), 1),
        ]),
    }
}

/// A letter in two steps: written two weeks after the start, sent to the consulate eight weeks before release.
pub fn pathway() -> crate::domain::pathway::Pathway {
    let text = r#"{
        "id": "letter", "title": "Letter", "summary": "A letter.", "source": "here",
        "as_of": "2026-11-01", "review_by": "2027-11-01",
        "steps": [
            { "id": "write", "title": "Written", "owner": "Person", "due": { "from": "Start", "days": 14 } },
            { "id": "send", "title": "Sent", "owner": "Coordinator", "due": { "from": "Release", "days": -56 },
              "before": ["Consent"], "reaches": "Consulate" }
        ]
    }"#;
    serde_json::from_str(text).unwrap()
}

/// What is recorded of that letter for somebody: started, written, agreed to, put off; and since when they are detained.
pub fn letter(person: PersonId) -> Vec<crate::domain::entry::Entry> {
    use crate::domain::entry::Entry;
    use crate::domain::run::{Consent, Snooze, Taken};
    let started = pathway().starting(person, "70", false, (day("2026-11-10"), "Kari"));
    let text = |text: &str| text.to_owned();
    let taken = Taken {
        step: text("write"),
        title: Localised::from("Written"),
        on: day("2026-11-12"),
        by: text("Kari"),
        ..Taken::default()
    };
    let consent = Consent {
        to: crate::domain::pathway::Reaches::Consulate,
        name: text("Consulate of Lithuania"),
        what: text("the letter"),
        given: day("2026-11-12"),
        until: None,
        language: crate::domain::codes::Language::new("lt").unwrap(),
        interpreter: true,
        by: text("Kari"),
        withdrawn: None,
        told: std::collections::BTreeSet::new(),
    };
    let snooze = Snooze { until: day("2026-12-20"), why: text("on leave"), by: text("Kari"), steps: 1 };
    let then = [
        Entry::Step { person, item: text("70/0001"), to: Some(Box::new(taken)) },
        Entry::Consent { person, item: text("70/71"), to: Some(Box::new(consent)) },
        Entry::Snooze { person, item: text("70"), to: Some(Box::new(snooze)) },
        Entry::Detention { person, to: Some(Box::new(day("2026-10-01"))) },
    ];
    started.into_iter().chain(then).collect()
}
