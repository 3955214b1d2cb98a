//! People who leave a group and come back, sessions that were made good, facilitators who hand over.

use super::*;
use crate::domain::attendance::{CaughtUp, Code, MadeGood, Mark};
use crate::domain::figures::Register;
use crate::domain::group::{Place, Spell};
use crate::domain::id::{GroupId, SessionId};
use crate::domain::record::{GroupsQuery, Reads, Records, Window};
use crate::domain::sample::day;
use std::ops::ControlFlow;

/// The sample group in which Li, who left on the 12th, is back from the 19th on, and Ana has made good
/// two sessions that she missed.
fn record() -> GroupRecord {
    let mut record = sample_group();
    let li = record.members.iter_mut().find(|member| member.person.given == "Li").unwrap();
    li.enrolment = li.enrolment.back(day("2026-11-19"));
    let ana = record.members.iter().find(|member| member.person.given == "Ana").unwrap().id;
    for (session, how) in [
        (1, MadeGood::OneToOne { with: "Kari".to_owned() }),
        (
            2,
            MadeGood::Elsewhere {
                group: GroupId(8),
                session: SessionId(80),
                code: "K-08".to_owned(),
                label: "2".to_owned(),
            },
        ),
    ] {
        let caught_up = Some(CaughtUp { on: day("2026-11-13"), minutes: 45, how: Some(how) });
        record.marks.insert((SessionId(session), ana), Mark { caught_up, ..Mark::from(Code::Ill) });
    }
    record.group = record.group.handed_over(vec!["Eva Berg".to_owned()], day("2026-11-17"));
    record
}

#[test]
fn a_gap_does_not_count_and_marks_before_it_do() {
    let (home, mut store) = new_store();
    let record = record();
    store.record(&entries(&record), &noon()).unwrap();
    let store = reopened(&home, store);
    assert_eq!(store.group(record.id, "en").unwrap().unwrap(), record);

    // Four enrolled on the first day, three from the 19th on; Li is not expected in between.
    let people = |date| store.sessions_on(day(date)).unwrap().iter().map(|row| row.people).collect::<Vec<_>>();
    assert_eq!((people("2026-11-10"), people("2026-11-17"), people("2026-11-20")), (vec![3], vec![2], vec![3]));
    let li = record.members.iter().find(|member| member.person.given == "Li").unwrap();
    let row = Register::of(&record).rows.into_iter().find(|row| row.person == li.id).unwrap();
    let membership = store.memberships(li.id).unwrap().remove(0);
    assert_eq!((membership.attended, membership.held), (row.tally.attended(), row.held));
    // Refused, not recorded, not recorded again; the cancelled one counts for nobody.
    assert_eq!(
        (row.held, row.tally.not_recorded, row.tally.away_of(crate::domain::attendance::Kind::NotAcceptable)),
        (3, 2, 1)
    );

    let mut lines = Vec::new();
    let mut visit = |line: &crate::domain::record::MarkLine<'_>| {
        if line.reference == "K-9" {
            lines.push(format!("{} {}", line.session, line.code));
        }
        ControlFlow::Continue(())
    };
    store.each_mark(Some(record.id), &mut visit).unwrap();
    assert_eq!(lines, ["1 refused", "2 ", "4 "]);
}

#[test]
fn leaving_and_coming_back_is_undone_to_what_it_was() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let li = record.members.iter().find(|member| member.person.given == "Li").unwrap();
    let back = li.enrolment.back(day("2026-11-19"));
    let entry = Entry::Enrolment { group: record.id, person: li.id, to: Some(Box::new(back.clone())) };
    store.record(&[entry], &noon()).unwrap();
    let read = |store: &Store| store.group(record.id, "en").unwrap().unwrap().member(li.id).unwrap().enrolment.clone();
    let Place::Left { reason, note, .. } = &li.enrolment.state else { panic!("Li left") };
    let spell = Spell { from: day("2026-11-10"), to: day("2026-11-12"), reason: *reason, note: note.clone() };
    assert_eq!((read(&store), &back.earlier), (back.clone(), &vec![spell]));
    store.undo(&noon()).unwrap();
    assert_eq!(read(&store), li.enrolment);
    assert_eq!(store.sessions_on(day("2026-11-20")).unwrap()[0].people, 2);
}

#[test]
fn how_a_session_was_made_good_is_in_every_export_line() {
    let (_home, mut store) = new_store();
    store.record(&entries(&record()), &noon()).unwrap();
    let mut lines = Vec::new();
    let mut visit = |line: &crate::domain::record::MarkLine<'_>| {
        lines.extend(line.made_good.map(|how| format!("{} {}", line.session, how.id())));
        ControlFlow::Continue(())
    };
    store.each_mark(None, &mut visit).unwrap();
    assert_eq!(lines, ["1 one-to-one", "2 other-group"]);
}

#[test]
fn a_group_is_found_by_everybody_who_ran_it() {
    let (_home, mut store) = new_store();
    store.record(&entries(&record()), &noon()).unwrap();
    for (text, found) in [("eva", 1), ("nordmann", 1), ("nobody", 0)] {
        let query = GroupsQuery { text: text.to_owned(), unfinished: false };
        assert_eq!(store.groups(&query, &Window::Start, 9).unwrap().len(), found, "{text}");
    }
}
