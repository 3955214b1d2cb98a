//! Proposals for a small group, and what must hold of every proposal for any group.

use super::*;
use crate::domain::appointment::What;
use crate::domain::closed::{ClosedDays, Closure, When};
use crate::domain::group::{Group, Session};
use crate::domain::id::{CourseId, SessionId};
use crate::domain::planner::proposal::{Ground, Idea, Proposal, proposals};
use crate::domain::planner::rhythm::{one_fewer, relaid};
use crate::domain::programme::{Course, SessionPlan};
use crate::domain::sample::{self, day};
use crate::domain::timetable::lay_out;
use chrono::{Datelike, Days, NaiveTime, Weekday};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A group of `course` that starts on `start` on these weekdays, with people released on these days.
fn group(
    course: Course,
    start: NaiveDate,
    weekdays: &[Weekday],
    closed: &ClosedDays,
    releases: &[Option<NaiveDate>],
) -> GroupRecord {
    let mut record = sample::group();
    record.marks.clear();
    record.outcomes.clear();
    record.deliveries.clear();
    record.ratings.clear();
    record.group = Group { start, weekdays: weekdays.to_vec(), ..record.group };
    let sessions = lay_out(record.id, &record.group, &course, closed);
    record.sessions = (1..).zip(sessions).map(|(id, session)| Dated { id: SessionId(id), session }).collect();
    record.course = Arc::new(course);
    let member = record.members.remove(0);
    record.members = (1..)
        .zip(releases)
        .map(|(id, release)| {
            let mut member = Member { id: PersonId(id), ..member.clone() };
            member.person.release = *release;
            member.enrolment.from = start;
            member
        })
        .collect();
    record
}

/// A course of so many sessions, of which those with these numbers are essential.
fn course(sessions: usize, essential: &[usize]) -> Course {
    let mut course = sample::course();
    course.version = format!("{sessions}");
    let plan = course.sessions.remove(0);
    let plan = |at| SessionPlan { essential: essential.contains(&at), ..(*plan).clone() };
    course.sessions = (1..=sessions).map(|at| Arc::new(plan(at))).collect();
    course
}

fn numbers(record: &GroupRecord) -> Vec<u16> {
    record.sessions.iter().map(|dated| dated.session.number()).collect()
}

#[test]
fn a_time_line_says_what_is_reached_and_which_essential_ones_are_missed() {
    use Spot::{Attended, Away, Missed, Off, Reached, Unmarked};
    let record = sample::group();
    let outlook = Outlook::of(&record);
    let spots: Vec<_> = outlook.lines.iter().map(|line| (line.person.0, line.counts, line.spots.clone())).collect();
    assert_eq!(
        spots,
        [
            (1, true, vec![Attended, Attended, Off, Unmarked, Reached]),
            (2, true, vec![Attended, Attended, Off, Away, Missed]),
            (4, false, vec![Unmarked, Unmarked, Off, Unmarked, Reached]),
        ]
    );
    assert_eq!(
        (outlook.lines[1].missed.clone(), outlook.lines[1].essential.clone()),
        (vec![SessionId(5)], vec![SessionId(5)])
    );
    assert_eq!((outlook.finishing(), outlook.essential_missed(), outlook.last), (1, 1, Some(day("2026-11-24"))));
}

/// Ten sessions on Tuesdays and Thursdays from 1 December; one of four is released after the sixth.
fn ten(release: &str) -> GroupRecord {
    let releases = [None, Some(day("2027-06-01")), Some(day(release)), None];
    let (tue, thu) = (Weekday::Tue, Weekday::Thu);
    group(course(10, &[2, 4, 6, 10]), day("2026-12-01"), &[tue, thu], &ClosedDays::default(), &releases)
}

fn proposed(record: &GroupRecord, earliest: &str, versions: &[Course]) -> Vec<Proposal> {
    let closed = ClosedDays::default();
    proposals(record, &Ground { versions, closed: &closed, earliest: day(earliest), taken: &Taken::default() })
}

#[test]
fn four_ways_to_bring_everybody_through() {
    let eight = course(8, &[2, 3, 5, 8]);
    // The last session would be on 31 December.
    let ideas = |record: &GroupRecord, earliest| -> Vec<Idea> {
        proposed(record, earliest, std::slice::from_ref(&eight)).into_iter().map(|proposal| proposal.idea).collect()
    };
    let three = vec![Weekday::Mon, Weekday::Tue, Weekday::Thu];
    let early = ten("2026-12-22");
    assert_eq!(
        ideas(&early, "2026-11-10"),
        [
            Idea::Start(day("2026-11-17")),
            Idea::Rhythm { weekdays: three.clone(), start: Some(day("2026-11-30")) },
            Idea::Order(vec![(SessionId(6), day("2026-12-15")), (SessionId(10), day("2026-12-17"))]),
        ]
    );
    // Where ten do not fit from the first possible day on, the shorter version is offered.
    let late = ten("2026-12-29");
    assert_eq!(
        ideas(&late, "2026-12-01"),
        [
            Idea::Rhythm { weekdays: three, start: None },
            Idea::Order(vec![(SessionId(10), day("2026-12-24"))]),
            Idea::Shorter(8),
        ]
    );
    assert_eq!(ideas(&ten("2027-01-01"), "2026-11-10"), []);
}

/// Another group has the room on the days of a proposal, or somebody an appointment: another is made.
#[test]
fn a_proposal_does_not_collide_with_more_than_before() {
    let (record, closed) = (ten("2026-12-22"), ClosedDays::default());
    let ideas = |taken: &Taken| -> Vec<Idea> {
        let ground = Ground { versions: &[], closed: &closed, earliest: day("2026-11-10"), taken };
        proposals(&record, &ground).into_iter().map(|proposal| proposal.idea).collect()
    };
    let time = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
    let dentist = |date: &str| {
        let what = What::Appointment("dentist".to_owned());
        vec![Engagement { date: day(date), time, minutes: 60, what }]
    };
    // On the day of the latest start: the meeting before it.
    let taken = Taken { people: BTreeMap::from([(PersonId(2), dentist("2026-11-17"))]), sessions: Vec::new() };
    assert_eq!(ideas(&Taken::default())[0], Idea::Start(day("2026-11-17")));
    assert_eq!(
        ideas(&taken)[0],
        Idea::Rhythm { weekdays: vec![Weekday::Mon, Weekday::Tue, Weekday::Thu], start: Some(day("2026-11-30")) }
    );
    // The room is taken on Mondays: Wednesdays instead.
    let mut other = record.booked(&record.sessions[0].session);
    other.group = crate::domain::id::GroupId(8);
    let mondays = day("2026-11-09").iter_days().step_by(7).take(12);
    let sessions = mondays.map(|date| Booked { date, ..other.clone() }).collect();
    let taken = Taken { people: BTreeMap::new(), sessions };
    let with = |weekday| {
        let ideas = ideas(&taken);
        ideas.iter().filter(|idea| matches!(idea, Idea::Rhythm { weekdays, .. } if weekdays.contains(&weekday))).count()
    };
    assert_eq!((with(Weekday::Mon), with(Weekday::Wed)), (0, 1));
}

#[test]
fn what_was_held_stays_and_only_rhythm_and_order_are_left() {
    let mut record = ten("2026-12-22");
    let at = sample::moment("2026-12-01T10:00:00+01:00");
    record.sessions[0].session.state = SessionState::Held { from: at, to: at };
    let found = proposed(&record, "2026-12-02", &[course(8, &[2])]);
    let ideas: Vec<_> = found.iter().map(|proposal| proposal.idea.clone()).collect();
    assert!(matches!(ideas[..], [Idea::Rhythm { start: None, .. }, Idea::Order(_)]), "{ideas:?}");
    for proposal in &found {
        assert_eq!(proposal.after.sessions[0], record.sessions[0]);
        assert_eq!(proposal.after.group.start, record.group.start);
    }
}

#[test]
fn taken_it_is_recorded_as_it_was_shown() {
    let eight = course(8, &[2, 3, 5, 8]);
    for proposal in proposed(&ten("2026-12-24"), "2026-12-01", std::slice::from_ref(&eight)) {
        let record = ten("2026-12-24");
        let shorter = matches!(proposal.idea, Idea::Shorter(_));
        let pinned = if shorter { CourseId(99) } else { record.group.course };
        let mut taken = record.with(&proposal.entries(&record, pinned));
        taken.arrange();
        assert_eq!(taken.sessions, proposal.after.sessions, "{:?}", proposal.idea);
        assert_eq!((taken.group.course, taken.members), (pinned, proposal.after.members));
    }
}

prop_compose! {
    fn any_group()(
        sessions in 1_usize..=12,
        essential in prop::collection::btree_set(1_usize..=12, 0..6),
        weekdays in prop::collection::btree_set(0_u8..5, 1..=5),
        releases in prop::collection::vec(prop::option::weighted(0.8, 0_u64..90), 1..5),
        ranges in prop::collection::vec((0_u64..90, 0_u64..12), 0..4),
        held in 0_usize..4,
        start in 1_u64..30,
    ) -> (GroupRecord, ClosedDays) {
        let today = day("2026-11-24");
        let after = |days: u64| today + Days::new(days);
        let closure = |(from, long)| Closure { when: When::Between(after(from), after(from + long)), why: "closed".into() };
        let closed = ClosedDays { closed: ranges.into_iter().map(closure).collect() };
        let weekdays: Vec<_> = weekdays.into_iter().filter_map(|at| Weekday::try_from(at).ok()).collect();
        let essential: Vec<_> = essential.into_iter().collect();
        let releases: Vec<_> = releases.into_iter().map(|days| days.map(after)).collect();
        let begun = if held > 0 { today - Days::new(14) } else { after(start) };
        let mut record = group(course(sessions, &essential), begun, &weekdays, &closed, &releases);
        let at = sample::moment("2026-11-12T10:00:00+01:00");
        for dated in record.sessions.iter_mut().filter(|dated| dated.session.date <= today).take(held) {
            dated.session.state = SessionState::Held { from: at, to: at };
        }
        (record, closed)
    }
}

prop_compose! {
    /// Appointments of the first two people at the time of the sessions.
    fn any_engagements()(days in prop::collection::vec((1_i64..3, 0_u64..90), 0..8)) -> Taken {
        let mut taken = Taken::default();
        for (person, days) in days {
            let date = day("2026-11-24") + Days::new(days);
            let time = NaiveTime::from_hms_opt(10, 30, 0).unwrap();
            let what = What::Appointment("dentist".to_owned());
            taken.people.entry(PersonId(person)).or_default().push(Engagement { date, time, minutes: 30, what });
        }
        taken
    }
}

/// Sessions and essential sessions that a release comes before, counted without the planner.
fn losses(record: &GroupRecord, member: &Member) -> (usize, usize) {
    let missed = record.missed_by_release(member);
    (missed.sessions.len(), missed.essential.len())
}

/// A session of today is not put off by anything that is proposed.
#[test]
fn what_is_planned_for_today_stays() {
    let record = ten("2026-12-22");
    let today = record.sessions[0].clone();
    for proposal in proposed(&record, "2026-12-02", &[course(8, &[2])]) {
        assert_eq!(proposal.after.session(today.id), Some(&today.session), "{:?}", proposal.idea);
        assert!(!matches!(proposal.idea, Idea::Start(_) | Idea::Shorter(_)), "{:?}", proposal.idea);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_proposal_is_worse_than_what_it_replaces((record, closed) in any_group(), taken in any_engagements()) {
        let earliest = day("2026-11-25");
        let versions = [course(8, &[2, 3]), course(3, &[1])];
        for proposal in proposals(&record, &Ground { versions: &versions, closed: &closed, earliest, taken: &taken }) {
            let after = &proposal.after;
            let both = || record.members.iter().zip(&after.members).map(|(was, is)| (losses(&record, was), losses(after, is)));
            prop_assert!(both().all(|(was, is)| is.0 <= was.0 && is.1 <= was.1), "{:?}", proposal.idea);
            prop_assert!(both().any(|(was, is)| is < was), "{:?}", proposal.idea);
            for (person, engaged) in taken.people.iter().filter(|(person, _)| record.member(**person).is_some()) {
                prop_assert!(clashes(after, engaged).len() <= clashes(&record, engaged).len(), "{person:?} {:?}", proposal.idea);
            }
            // Everybody who took part from the first session on still does.
            let first = after.sessions.first().map(|dated| dated.session.date);
            prop_assert!(after.members.iter().all(|member| Some(member.enrolment.from) <= first));
        }
    }

    #[test]
    fn a_layout_keeps_order_and_weekdays_and_passes_closed_days_over((record, closed) in any_group()) {
        let taken = Taken::default();
        let earliest = day("2026-11-25");
        let versions = [course(8, &[2, 3]), course(3, &[1])];
        let held: Vec<_> = record.sessions.iter().filter(|dated| dated.session.state.is_held()).collect();
        for proposal in proposals(&record, &Ground { versions: &versions, closed: &closed, earliest, taken: &taken }) {
            let after = &proposal.after;
            prop_assert!(held.iter().all(|dated| after.session(dated.id) == Some(&dated.session)));
            let planned: Vec<&Session> = after.movable(earliest).map(|dated| &dated.session).collect();
            let slots = |record: &GroupRecord| -> BTreeSet<_> { record.movable(earliest).map(|d| (d.session.date, d.session.time)).collect() };
            if let Idea::Order(_) = proposal.idea {
                prop_assert_eq!(slots(after), slots(&record));
                let plans = |record: &GroupRecord| -> BTreeSet<_> { numbers(record).into_iter().collect() };
                prop_assert_eq!(plans(after), plans(&record));
                continue;
            }
            prop_assert_eq!(slots(after).len(), planned.len());
            prop_assert!(planned.iter().all(|s| closed.is_open(s.date) && after.group.weekdays.contains(&s.date.weekday())));
            prop_assert!(planned.windows(2).all(|two| two[0].plan < two[1].plan && two[0].date < two[1].date));
            if !matches!(proposal.idea, Idea::Shorter(_)) {
                prop_assert_eq!(numbers(after), numbers(&record));
            }
        }
    }

    /// One meeting later, and somebody who could reach everything no longer does.
    #[test]
    fn the_latest_start_is_the_latest((record, closed) in any_group()) {
        let earliest = day("2026-11-25");
        let found = proposals(&record, &Ground { versions: &[], closed: &closed, earliest, taken: &Taken::default() });
        for proposal in &found {
            let Idea::Start(start) = proposal.idea else { continue };
            let later = relaid(&record, start + Days::new(1), &record.group.weekdays, earliest, &closed).unwrap();
            prop_assert!(Outlook::of(&later).finishing() < proposal.outlook.finishing());
        }
    }

    /// Fewer sessions a week end no earlier, and nobody reaches more.
    #[test]
    fn a_slower_rhythm_helps_nobody((record, closed) in any_group()) {
        let earliest = day("2026-11-25");
        let same = relaid(&record, record.group.start, &record.group.weekdays, earliest, &closed);
        let fewer = one_fewer(&record.group.weekdays);
        let slower = fewer.and_then(|days| relaid(&record, record.group.start, &days, earliest, &closed));
        if let Some((same, slower)) = same.zip(slower) {
            let (same, slower) = (Outlook::of(&same), Outlook::of(&slower));
            prop_assert!(!slower.is_better_than(&same));
            prop_assert!(slower.last >= same.last);
        }
    }
}
