//! Sessions that carry a part of a plan, two plans, or one again.

use super::*;
use crate::domain::figures::{Cell, Register};
use crate::domain::group::{Carries, Session, SessionState};
use crate::domain::id::SessionId;
use crate::domain::record::{Dated, Reads, Records};
use crate::domain::sample::day;
use std::ops::ControlFlow;

/// The sample group whose second session was split, whose last two plans are one session, and with an
/// extra session after the first, where only Ana was.
fn record() -> GroupRecord {
    let mut record = sample_group();
    let first = &record.sessions[0];
    let extra = Session { date: day("2026-11-11"), carries: Carries::Extra, ..first.session.clone() };
    let part = |number| Carries::Part { number, of: 2, from: u16::from(number) - 1, to: u16::from(number) };
    let second = Session { date: day("2026-11-13"), carries: part(2), ..record.sessions[1].session.clone() };
    record.sessions[1].session.carries = part(1);
    record.sessions[4].session.plan = 3;
    record.sessions[4].session.carries = Carries::Joined { with: vec![4] };
    record.sessions[3].session.state = SessionState::Cancelled { why: "lockdown".to_owned() };
    let ana = record.members.iter().find(|member| member.person.given == "Ana").unwrap().id;
    record.marks.insert((SessionId(8), ana), crate::domain::attendance::Code::Present.into());
    record.sessions.push(Dated { id: SessionId(8), session: extra });
    record.sessions.push(Dated { id: SessionId(9), session: second });
    record.arrange();
    record
}

#[test]
fn what_sessions_carry_is_read_as_it_was_recorded() {
    let (home, mut store) = new_store();
    let record = record();
    store.record(&entries(&record), &noon()).unwrap();
    let store = reopened(&home, store);
    let read = store.group(record.id, "en").unwrap().unwrap();
    assert_eq!(read, record);
    let labels: Vec<_> = read.sessions.iter().map(|dated| dated.session.label()).collect();
    assert_eq!(labels, ["1", "1x", "2a", "2b", "3", "4", "4+5"]);
    assert_eq!(read.plan(&read.sessions[3].session).unwrap().minutes(), 60);

    let rows = store.sessions_on(day("2026-11-24")).unwrap();
    assert_eq!(rows[0].plan_title.pick(&["en"]), "Home + Next steps");
    // Yusuf is released on the day of the last session, and the fifth plan is essential.
    let watch = store.release_watch(day("2026-11-20"), 5).unwrap();
    assert_eq!((watch[0].missed[0].0.as_str(), watch[0].essential[0].as_str()), ("4+5", "4+5"));
}

/// Who is not marked at an extra session is not missing there, in the screens and in the exports.
#[test]
fn nobody_is_missing_at_an_extra_session() {
    let (_home, mut store) = new_store();
    let record = record();
    store.record(&entries(&record), &noon()).unwrap();
    let mut lines = Vec::new();
    let mut visit = |line: &crate::domain::record::MarkLine<'_>| {
        lines.push(format!("{} {} {}", line.session, line.reference, line.code));
        ControlFlow::Continue(())
    };
    store.each_mark(Some(record.id), &mut visit).unwrap();
    assert_eq!(lines.iter().filter(|line| line.starts_with("1x")).collect::<Vec<_>>(), ["1x 0412 present"]);
    assert_eq!(lines.iter().filter(|line| line.starts_with("2b")).count(), 2);

    let register = Register::of(&record);
    let cells = register.rows.iter().filter(|row| matches!(row.cells[1], Cell::Extra(_))).count();
    assert_eq!((cells, register.columns[1].enrolled), (1, 0));
    let forgotten = store.sessions_forgotten(day("2026-11-20"), 9).unwrap();
    let labels: Vec<_> = forgotten.iter().map(|f| f.session.session.label()).collect();
    assert_eq!(labels, ["2b", "2a"]);
}

/// Split with all that follows from it, joined again: each is one step, and undone to what it was.
#[test]
fn a_change_of_the_timetable_is_one_step() {
    use crate::domain::change::{Change, Days, Proposal};
    use crate::domain::closed::ClosedDays;
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let closed = ClosedDays::default();
    let days = Days { closed: &closed, today: day("2026-11-20") };
    let session = SessionId(2);
    let time = record.group.time;
    let split = Change::Split { session, at: 1, date: day("2026-11-24"), time };
    let moved = Change::Move { session: SessionId(5), date: day("2026-11-25"), time, why: "court".to_owned() };
    for change in [split, moved] {
        let before = store.group(record.id, "en").unwrap().unwrap();
        let proposal = Proposal { change, cascade: true };
        let entries = proposal.entries(&before, days, SessionId(9)).unwrap();
        store.record(&entries, &noon()).unwrap();
        let after = store.group(record.id, "en").unwrap().unwrap();
        assert_eq!(after, before.with(&entries));
        store.undo(&noon()).unwrap();
        assert_eq!(store.group(record.id, "en").unwrap().unwrap(), before, "{:?}", proposal.change);
        store.redo(&noon()).unwrap();
        assert_eq!(store.group(record.id, "en").unwrap().unwrap(), after);
    }
}

#[test]
fn what_is_booked_is_what_takes_place() {
    let (_home, mut store) = new_store();
    let mut record = record();
    record.group = record.group.handed_over(vec!["Eva".to_owned()], day("2026-11-24"));
    store.record(&entries(&record), &noon()).unwrap();
    let booked = store.booked(day("2026-11-13"), day("2026-11-30")).unwrap();
    let said: Vec<_> =
        booked.iter().map(|b| format!("{} {} {} {}", b.label, b.date, b.minutes, b.facilitators.join("+"))).collect();
    // The third and the fourth were cancelled; what two plans in one take is the sum of both.
    let both = "Kari Nordmann+Ola Nordmann";
    assert_eq!(said, [format!("2b 2026-11-13 60 {both}"), "4+5 2026-11-24 180 Eva".to_owned()]);
    assert!(booked.iter().all(|b| (b.code.as_str(), b.room.as_str()) == ("K-07", "B2")));
}
