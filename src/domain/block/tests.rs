//! Blocks over the sample group: sessions 1 and 2 held, 3 cancelled, 4 running, 5 planned.

use super::*;
use crate::domain::figures::Register;
use crate::domain::sample::{self, moment};
use proptest::prelude::*;

const NOW: &str = "2026-11-23T09:00:00+01:00";

fn wanted(session: i64, person: i64, to: Option<Value>) -> Wanted {
    Wanted { session: SessionId(session), person: PersonId(person), to }
}

fn all(sessions: &[i64], people: &[i64], to: Option<&Value>) -> Vec<Wanted> {
    let cells = sessions.iter().flat_map(|session| people.iter().map(move |person| (*session, *person)));
    cells.map(|(session, person)| wanted(session, person, to.cloned())).collect()
}

#[test]
fn a_block_is_one_step_and_says_what_it_leaves() {
    let record = sample::group();
    let block = block(&record, &all(&[1, 2, 3, 4, 5], &[1, 2, 3, 4], Some(&Code::Present.into())), moment(NOW));
    let cells: Vec<_> = block.changed.iter().map(|(session, person, _)| (session.0, person.0)).collect();
    assert_eq!(cells, [(1, 2), (1, 3), (2, 1), (2, 3), (4, 1), (4, 2)]);
    assert_eq!(block.same, 2);
    let refused: Vec<_> = block.refused.iter().map(|(session, person, why)| (session.0, person.0, *why)).collect();
    let not_expected = Refusal::Cell(Obstacle::NotExpected);
    assert_eq!(
        refused[..4],
        [
            (1, 4, not_expected),
            (2, 4, not_expected),
            (3, 1, Refusal::Cell(Obstacle::Cancelled)),
            (3, 2, Refusal::Cell(Obstacle::Cancelled))
        ]
    );
    assert!(refused.contains(&(4, 3, not_expected)) && refused.contains(&(5, 1, Refusal::Cell(Obstacle::Ahead))));
    assert_eq!(block.entries.len(), 6);
    // The note of somebody late stays, the minutes go.
    let after = record.with(&block.entries);
    let mark = &after.marks[&(SessionId(2), PersonId(1))];
    assert_eq!((mark.code, mark.minutes, mark.note.is_empty()), (Code::Present, None, false));
}

#[test]
fn what_follows_for_the_group_is_asked_once_for_the_whole_block() {
    let mut record = sample::group();
    let now = moment("2026-11-30T09:00:00+01:00");
    record.sessions[3].session.state = crate::domain::group::SessionState::Held { from: now, to: now };
    let block = block(&record, &all(&[4, 5], &[1, 2], Some(&Code::Present.into())), now);
    let kinds: Vec<&str> = block.entries.iter().map(Entry::kind).collect();
    assert_eq!(kinds, ["mark", "mark", "session", "mark", "mark", "group", "enrolment", "enrolment"]);
}

#[test]
fn a_value_that_a_cell_cannot_take_is_refused() {
    let record = sample::group();
    let late = |minutes| Value { minutes, ..Value::from(Code::Late) };
    let sent = |note: &str| Value { note: note.to_owned(), ..Value::from(Code::SentOut) };
    for (person, to, refusal) in [
        (2, late(None), Some(Refusal::Minutes { code: Code::Late, most: 90 })),
        (2, late(Some(0)), Some(Refusal::Minutes { code: Code::Late, most: 90 })),
        (2, late(Some(91)), Some(Refusal::Minutes { code: Code::Late, most: 90 })),
        (2, late(Some(90)), None),
        // Who is late already keeps the minutes.
        (1, late(None), None),
        (2, Value { minutes: Some(5), ..Value::from(Code::Ill) }, Some(Refusal::NoMinutes(Code::Ill))),
        (2, sent(""), Some(Refusal::NoteNeeded(Code::SentOut))),
        (2, sent("shouted"), None),
        // A note that stands there already is one.
        (1, sent(""), None),
    ] {
        let block = block(&record, &[wanted(2, person, Some(to.clone()))], moment(NOW));
        assert_eq!(block.refused.first().map(|(_, _, why)| *why), refusal, "{person} {to:?}");
    }
}

#[test]
fn clearing_takes_marks_away_and_leaves_what_is_empty() {
    let record = sample::group();
    let block = block(&record, &all(&[1, 2, 4], &[1, 2], None), moment(NOW));
    assert_eq!((block.changed.len(), block.same, block.refused.len()), (5, 1, 0));
    assert!(record.with(&block.entries).marks.keys().all(|(_, person)| *person == PersonId(3)));
}

#[test]
fn filling_takes_code_and_minutes_and_the_note_only_where_it_belongs() {
    let late = Mark { minutes: Some(10), note: "bus".into(), ..Mark::from(Code::Late) };
    assert_eq!(Value::of(&late), Value { minutes: Some(10), ..Value::from(Code::Late) });
    let sent = Mark { note: "shouted".into(), ..Mark::from(Code::SentOut) };
    assert_eq!(Value::of(&sent).note, "shouted");
}

#[test]
fn what_is_missing_is_what_was_held_and_not_marked() {
    let record = sample::group();
    let register = Register::of(&record);
    let missing = |now: &str| -> Vec<(i64, i64)> {
        let mut found = Vec::new();
        for (member, row) in record.members.iter().zip(&register.rows) {
            for (dated, cell) in record.sessions.iter().zip(&row.cells) {
                if is_missing(&record, dated, member, cell, moment(now)) {
                    found.push((dated.id.0, member.id.0));
                }
            }
        }
        found
    };
    assert_eq!(missing(NOW), [(4, 1), (2, 3)]);
    assert_eq!(missing("2026-11-24T11:00:00+01:00"), [(4, 1), (2, 3)]);
    assert_eq!(missing("2026-11-24T11:30:00+01:00"), [(4, 1), (5, 1), (5, 2), (2, 3)]);
}

proptest! {
    /// Whatever is asked for: every cell is changed, refused or the same; the figures after it are those of
    /// the marks it names; nothing else changes; and what was changed is the same when asked for again.
    #[test]
    fn every_cell_is_accounted_for(codes in proptest::collection::vec(0_usize..21, 20)) {
        let record = sample::group();
        let cells = (1..=5).flat_map(|session| (1..=4).map(move |person| (session, person)));
        let value = |at: usize| crate::domain::attendance::TABLE.get(at).map(|row| Value {
            minutes: row.minutes.then_some(10),
            note: "a note".to_owned(),
            ..Value::from(row.code)
        });
        let asked: Vec<Wanted> = cells.zip(&codes).map(|((s, p), at)| wanted(s, p, value(*at))).collect();
        let result = block(&record, &asked, moment(NOW));
        prop_assert_eq!(result.changed.len() + result.refused.len() + result.same, asked.len());
        let after = record.with(&result.entries);
        for (session, person, to) in &result.changed {
            prop_assert_eq!(after.marks.get(&(*session, *person)), to.as_ref());
        }
        for (session, person, _) in &result.refused {
            let key = (*session, *person);
            prop_assert_eq!(after.marks.get(&key), record.marks.get(&key));
        }
        let total = Register::of(&after).total;
        prop_assert_eq!(total.enrolled, total.attended() + total.absent() + total.not_recorded);
        prop_assert_eq!(block(&after, &asked, moment(NOW)).entries, vec![]);
    }
}
