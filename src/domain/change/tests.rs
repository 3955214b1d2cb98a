//! Changes of a timetable, as tables and as properties that hold whatever is proposed.

use super::*;
use crate::domain::closed::{Closure, When};
use crate::domain::group::Place;
use crate::domain::sample::{self, day, moment};
use proptest::prelude::*;

const NEW: SessionId = SessionId(99);

/// The sample group before anything was held, Tuesdays and Thursdays from 10 November on; today is the 9th.
fn planned() -> GroupRecord {
    let mut record = sample::group();
    let dates = ["2026-11-10", "2026-11-12", "2026-11-17", "2026-11-19", "2026-11-24"];
    for (dated, date) in record.sessions.iter_mut().zip(dates) {
        dated.session.state = SessionState::Planned;
        dated.session.moved = None;
        dated.session.date = day(date);
    }
    record.marks.clear();
    record.deliveries.clear();
    record
}

fn at(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap()
}

fn no_days() -> ClosedDays {
    ClosedDays::default()
}

fn closed_on(date: &str) -> ClosedDays {
    ClosedDays { closed: vec![Closure { when: When::On(day(date)), why: Localised::from("closed") }] }
}

fn made(record: &GroupRecord, change: Change, cascade: bool, closed: &ClosedDays) -> Result<GroupRecord, Refused> {
    let days = Days { closed, today: day("2026-11-09") };
    let entries = Proposal { change, cascade }.entries(record, days, NEW)?;
    Ok(record.with(&entries))
}

/// `4 19`: what sessions are called and the day of the month, in order.
fn timetable_of(record: &GroupRecord) -> Vec<String> {
    let line = |Dated { session, .. }: &Dated| {
        let state = if session.state.is_cancelled() { " off" } else { "" };
        format!("{} {}{state}", session.label(), session.date.format("%d"))
    };
    record.sessions.iter().map(line).collect()
}

fn moving(session: i64, date: &str) -> Change {
    Change::Move { session: SessionId(session), date: day(date), time: at(10), why: "no escort".to_owned() }
}

#[test]
fn later_sessions_follow_along_the_weekdays() {
    let mut record = planned();
    let cancel = |session| Change::Cancel { session: SessionId(session), why: "lockdown".to_owned() };
    let insert = |date: &str| Change::Insert { plan: 0, date: day(date), time: at(10) };
    for (change, cascade, closed, then) in [
        (moving(2, "2026-11-17"), false, no_days(), "1 10, 2 17, 3 17, 4 19, 5 24"),
        (moving(2, "2026-11-17"), true, no_days(), "1 10, 2 17, 3 19, 4 24, 5 26"),
        (moving(2, "2026-11-17"), true, closed_on("2026-11-24"), "1 10, 2 17, 3 19, 4 26, 5 01"),
        // A day between two others takes nothing from them.
        (moving(2, "2026-11-16"), true, no_days(), "1 10, 2 16, 3 17, 4 19, 5 24"),
        // Earlier: the later ones move up as far as the rhythm lets them.
        (moving(4, "2026-11-13"), true, no_days(), "1 10, 2 12, 4 13, 3 17, 5 19"),
        (cancel(3), false, no_days(), "1 10, 2 12, 3 17 off, 4 19, 5 24"),
        (cancel(3), true, no_days(), "1 10, 2 12, 3 17 off, 4 17, 5 19"),
        (insert("2026-11-13"), true, no_days(), "1 10, 2 12, 1x 13, 3 17, 4 19, 5 24"),
        (insert("2026-11-17"), true, no_days(), "1 10, 2 12, 1x 17, 3 19, 4 24, 5 26"),
        (insert("2026-11-17"), false, no_days(), "1 10, 2 12, 1x 17, 3 17, 4 19, 5 24"),
    ] {
        let after = made(&record, change.clone(), cascade, &closed).unwrap();
        assert_eq!(timetable_of(&after).join(", "), then, "{change:?} {cascade}");
    }
    record = made(&record, cancel(3), false, &no_days()).unwrap();
    let again = Change::Again { session: SessionId(3), date: day("2026-11-19"), time: at(10) };
    let after = made(&record, again, true, &no_days()).unwrap();
    assert_eq!(timetable_of(&after).join(", "), "1 10, 2 12, 3 19, 4 24, 5 26");
}

#[test]
fn a_session_is_split_and_the_parts_joined_again() {
    let record = planned();
    let split = |session: SessionId, at_activity: u16, date: &str| Change::Split {
        session,
        at: at_activity,
        date: day(date),
        time: at(10),
    };
    let two = made(&record, split(SessionId(2), 1, "2026-11-17"), true, &no_days()).unwrap();
    assert_eq!(timetable_of(&two).join(", "), "1 10, 2a 12, 2b 17, 3 19, 4 24, 5 26");
    let minutes = |record: &GroupRecord, id| record.minutes(record.session(id).unwrap());
    assert_eq!((minutes(&two, SessionId(2)), minutes(&two, NEW)), (30, 60));
    let join = || Change::Join { session: SessionId(2) };
    let one = made(&two, join(), true, &no_days()).unwrap();
    assert_eq!(timetable_of(&one), timetable_of(&record));
    assert!(one.sessions.iter().all(|dated| dated.session.carries.is_whole() && dated.session.moved.is_none()));
    assert_eq!(made(&record, split(SessionId(3), 1, "2026-11-18"), true, &no_days()), Err(Refused::NotThere));
    assert_eq!(made(&record, split(SessionId(2), 1, "2026-11-12"), true, &no_days()), Err(Refused::BeforeTheFirst));
}

#[test]
fn parts_are_numbered_anew_when_one_is_split_or_joined() {
    let mut record = planned();
    let activity = record.course.sessions[0].activities[0].clone();
    sample::plan_of(std::sync::Arc::make_mut(&mut record.course), 1).activities = vec![activity; 4];
    let part = |number, from, to| Carries::Part { number, of: 2, from, to };
    record.sessions[1].session.carries = part(1, 0, 2);
    record.sessions[2].session.plan = 1;
    record.sessions[2].session.carries = part(2, 2, 4);
    record.arrange();
    let split = Change::Split { session: SessionId(2), at: 1, date: day("2026-11-13"), time: at(10) };
    let three = made(&record, split, false, &no_days()).unwrap();
    assert_eq!(timetable_of(&three).join(", "), "1 10, 2a 12, 2b 13, 2c 17, 4 19, 5 24");
    let lengths = |record: &GroupRecord| {
        record.sessions[1..].iter().map(|dated| record.activities(&dated.session).len()).collect::<Vec<_>>()
    };
    assert_eq!(lengths(&three)[..3], [1, 1, 2]);
    let again = made(&three, Change::Join { session: NEW }, false, &no_days()).unwrap();
    assert_eq!(timetable_of(&again).join(", "), "1 10, 2a 12, 2b 13, 4 19, 5 24");
    assert_eq!(lengths(&again)[..2], [1, 3]);
}

#[test]
fn two_plans_are_one_session_and_are_parted_between_the_plans() {
    let record = planned();
    let joined = made(&record, Change::Join { session: SessionId(2) }, true, &no_days()).unwrap();
    assert_eq!(timetable_of(&joined).join(", "), "1 10, 2+3 12, 4 17, 5 19");
    let more = made(&joined, Change::Join { session: SessionId(2) }, true, &no_days()).unwrap();
    assert_eq!(timetable_of(&more).join(", "), "1 10, 2+3+4 12, 5 17");
    // Papers has two activities, money one, home one.
    assert_eq!((more.cuts(SessionId(2)), more.usual_cut(SessionId(2))), (vec![2, 3], Some(2)));
    let parted = Change::Split { session: SessionId(2), at: 2, date: day("2026-11-17"), time: at(10) };
    let parted = made(&more, parted, true, &no_days()).unwrap();
    assert_eq!(timetable_of(&parted).join(", "), "1 10, 2 12, 3+4 17, 5 19");
    assert_eq!(made(&record, Change::Join { session: SessionId(5) }, true, &no_days()), Err(Refused::Alone));
}

#[test]
fn what_was_given_stays_in_the_first_part() {
    let mut record = sample::group();
    // Session 1 gave both of its activities, session 2 left out the first.
    assert_eq!((record.cuts(SessionId(1)), record.cuts(SessionId(2))), (vec![], vec![1]));
    let rest = Change::Split { session: SessionId(2), at: 1, date: day("2026-11-26"), time: at(10) };
    let days = Days { closed: &no_days(), today: day("2026-11-20") };
    let entries = Proposal { change: rest, cascade: true }.entries(&record, days, NEW).unwrap();
    record = record.with(&entries);
    let held = record.session(SessionId(2)).unwrap();
    assert_eq!((held.label().as_str(), held.date, held.state.is_held()), ("2a", day("2026-11-12"), true));
    assert_eq!(record.session(NEW).unwrap().state, SessionState::Planned);
}

#[test]
fn what_cannot_be_changed_is_refused() {
    let record = sample::group();
    let refused = |change| made(&record, change, false, &closed_on("2026-12-24")).unwrap_err();
    assert_eq!(refused(moving(1, "2026-12-01")), Refused::NotPlanned);
    assert_eq!(refused(moving(3, "2026-12-01")), Refused::NotPlanned);
    assert_eq!(refused(moving(77, "2026-12-01")), Refused::Gone);
    assert_eq!(refused(moving(5, "2026-11-24")), Refused::Same);
    assert_eq!(refused(moving(5, "2026-12-24")), Refused::Closed(day("2026-12-24"), Localised::from("closed")));
}

#[test]
fn a_preview_says_who_does_not_reach_what_any_more() {
    let mut record = planned();
    record.members[1].person.release = Some(day("2026-11-26"));
    let closed = no_days();
    let days = Days { closed: &closed, today: day("2026-11-09") };
    let preview = |change, cascade| Preview::of(&record, &Proposal { change, cascade }, days).unwrap();
    let later = preview(moving(2, "2026-11-17"), true);
    assert_eq!(later.sessions.len(), 4);
    assert_eq!(later.ends, (Some(day("2026-11-24")), Some(day("2026-11-26"))));
    // Yusuf is released on the day of the last session, which is essential.
    let missed = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>();
    assert_eq!(later.people.len(), 1);
    assert_eq!((later.people[0].person.0, &later.people[0].lost.essential), (2, &missed(&["5"])));
    assert!(preview(moving(2, "2026-11-13"), false).people.is_empty());
    let order = |change, cascade| preview(change, cascade).out_of_order();
    assert_eq!(order(moving(2, "2026-11-18"), false), [("3".to_owned(), "2".to_owned())]);
    assert!(order(moving(2, "2026-11-18"), true).is_empty());
    // A second part after the release is lost to who could have come to the whole.
    let split = Change::Split { session: SessionId(1), at: 1, date: day("2026-11-27"), time: at(10) };
    assert_eq!(preview(split, false).people[0].lost.sessions, missed(&["1b"]));
    // What moves up is won; what is cancelled for everybody is nobody's own loss.
    record.sessions[4].session.date = day("2026-11-27");
    let preview = |change, cascade| Preview::of(&record, &Proposal { change, cascade }, days).unwrap();
    let cancelled = preview(Change::Cancel { session: SessionId(3), why: "lockdown".to_owned() }, true);
    assert_eq!(
        (&cancelled.people[0].lost.sessions, &cancelled.people[0].won.sessions),
        (&missed(&[]), &missed(&["5"]))
    );
}

#[test]
fn what_is_put_where_something_stands_already_is_told_once() {
    let record = planned();
    let closed = no_days();
    let days = Days { closed: &closed, today: day("2026-11-09") };
    let clashes = |change, cascade, others: &[Booked]| {
        let preview = Preview::of(&record, &Proposal { change, cascade }, days).unwrap();
        let said = |clash: Clash| format!("{} {} {}", clash.label, clash.with.code, clash.with.label);
        preview.clashes(others).into_iter().map(said).collect::<Vec<_>>()
    };
    let other = |date: &str| Booked {
        group: GroupId(8),
        code: "K-08".to_owned(),
        date: day(date),
        ..record.booked(&record.sessions[0].session)
    };
    assert_eq!(clashes(moving(2, "2026-11-17"), false, &[]), ["2 K-07 3"]);
    assert_eq!(clashes(moving(2, "2026-11-17"), true, &[]), Vec::<String>::new());
    // What stays where it is clashes no more than before.
    assert_eq!(clashes(moving(2, "2026-11-18"), false, &[other("2026-11-17"), other("2026-11-18")]), ["2 K-08 1"]);
    assert_eq!(clashes(moving(2, "2026-11-17"), true, &[other("2026-11-24")]), ["4 K-08 1"]);
}

prop_compose! {
    /// A group in the middle of its course, on any weekdays, some sessions moved off them, some of them held,
    /// one cancelled, in a prison that is closed now and then.
    fn any_timetable()(
        held in 0_usize..4,
        cancelled in prop::option::of(0_usize..5),
        rhythm in 1_u8..31,
        off in prop::collection::vec(prop::option::of(0_u64..3), 5),
        closures in prop::collection::vec(0_u64..60, 0..12),
        together in prop::option::of(1_usize..5),
    ) -> (GroupRecord, ClosedDays) {
        let mut record = planned();
        record.group.weekdays = (0..5_u8).filter(|day| rhythm & (1 << day) != 0).map(|day| chrono::Weekday::try_from(day).unwrap()).collect();
        let closed = closures.into_iter().map(|days| day("2026-11-09") + chrono::Days::new(days));
        let closed = ClosedDays { closed: closed.map(|day| Closure { when: When::On(day), why: "closed".into() }).collect() };
        let dates = crate::domain::group::dates(day("2026-11-09"), &record.group.weekdays, 5, &closed);
        let now = moment("2026-11-09T09:00:00+01:00");
        for (index, dated) in record.sessions.iter_mut().enumerate() {
            dated.session.date = dates[index] + chrono::Days::new(off[index].unwrap_or(0));
            if index < held {
                dated.session.state = SessionState::Held { from: now, to: now };
            } else if cancelled == Some(index) {
                dated.session.state = SessionState::Cancelled { why: "lockdown".to_owned() };
            }
        }
        // Two of a day: the second in the afternoon.
        if let Some(index) = together {
            record.sessions[index].session.date = record.sessions[index - 1].session.date;
            record.sessions[index].session.time = at(14);
        }
        record.arrange();
        (record, closed)
    }
}

fn any_change() -> impl Strategy<Value = Change> {
    let date = || (0_u64..60).prop_map(|days| day("2026-11-09") + chrono::Days::new(days));
    let session = || (1_i64..6).prop_map(SessionId);
    prop_oneof![
        (session(), date()).prop_map(|(session, date)| Change::Move {
            session,
            date,
            time: at(10),
            why: String::new()
        }),
        session().prop_map(|session| Change::Cancel { session, why: String::new() }),
        (session(), date()).prop_map(|(session, date)| Change::Again { session, date, time: at(10) }),
        (0_u16..5, date()).prop_map(|(plan, date)| Change::Insert { plan, date, time: at(10) }),
        (session(), date()).prop_map(|(session, date)| Change::Split { session, at: 1, date, time: at(10) }),
        session().prop_map(|session| Change::Join { session }),
    ]
}

/// The planned sessions in order, without those that the change is about.
fn others(record: &GroupRecord, about: &[SessionId]) -> Vec<SessionId> {
    let planned = record.sessions.iter().filter(|dated| dated.session.state == SessionState::Planned);
    planned.map(|dated| dated.id).filter(|id| !about.contains(id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn cascades_keep_order_and_weekdays_and_what_was_held(
        (record, closed) in any_timetable(),
        change in any_change(),
        cascade in any::<bool>(),
    ) {
        let Ok(after) = made(&record, change.clone(), cascade, &closed) else { return Ok(()) };
        let (about, typed) = match &change {
            Change::Move { session, date, .. } | Change::Again { session, date, .. } => (vec![*session], Some(*date)),
            Change::Split { session, date, .. } => (vec![*session, NEW], Some(*date)),
            Change::Cancel { session, .. } => (vec![*session], None),
            Change::Insert { date, .. } => (vec![NEW], Some(*date)),
            Change::Join { session } => (vec![*session, record.partner(*session).unwrap().id], None),
        };
        // Everything else keeps its order, and whoever moves stands on a weekday of the group that is open.
        prop_assert_eq!(others(&record, &about), others(&after, &about));
        for Dated { id, session } in &after.sessions {
            let before = record.session(*id);
            if before.is_some_and(|before| before.date == session.date) {
                continue;
            }
            prop_assert!(closed.is_open(session.date), "{} on {}", session.label(), session.date);
            let chosen = about.contains(id) && typed == Some(session.date);
            prop_assert!(chosen || record.group.weekdays.contains(&chrono::Datelike::weekday(&session.date)));
            // Nothing that was held or cancelled ever moves.
            let again = matches!(change, Change::Again { .. }) && about.contains(id);
            prop_assert!(again || before.is_none_or(|before| before.state == SessionState::Planned));
        }
        // Every plan is still carried, as often as it was.
        let minutes = |record: &GroupRecord| -> u32 {
            let counted = record.sessions.iter().filter(|dated| !dated.session.is_extra());
            counted.map(|dated| u32::from(record.minutes(&dated.session))).sum()
        };
        prop_assert_eq!(minutes(&record), minutes(&after));
        // Who came after the session that was moved on, comes after it still.
        if let (Change::Move { session, date, time, .. }, true) = (&change, cascade) {
            let stood = record.session(*session).unwrap();
            if (*date, *time) > (stood.date, stood.time) {
                let when = |record: &GroupRecord, id| record.session(id).map(|session| (session.date, session.time)).unwrap();
                let came_after = others(&record, &about).into_iter().filter(|id| when(&record, *id) > (stood.date, stood.time));
                for id in came_after {
                    prop_assert!(when(&after, id) > (*date, *time) || when(&after, id) == (*date, *time));
                }
            }
        }
    }

    /// A preview says exactly what recording does.
    #[test]
    fn a_preview_is_what_will_be_recorded(
        (record, closed) in any_timetable(),
        change in any_change(),
        cascade in any::<bool>(),
    ) {
        let days = Days { closed: &closed, today: day("2026-11-09") };
        let preview = Preview::of(&record, &Proposal { change: change.clone(), cascade }, days);
        let after = made(&record, change, cascade, &closed);
        prop_assert_eq!(preview.as_ref().err(), after.as_ref().err());
        let (Ok(preview), Ok(after)) = (preview, after) else { return Ok(()) };
        let changed = after.sessions.iter().filter(|dated| record.session(dated.id) != Some(&dated.session)).count();
        let gone = record.sessions.iter().filter(|dated| after.session(dated.id).is_none()).count();
        prop_assert_eq!(preview.sessions.len(), changed + gone);
        prop_assert!(preview.people.iter().all(|reach| record.member(reach.person).unwrap().enrolment.state == Place::Enrolled));
    }
}
