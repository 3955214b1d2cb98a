//! Every figure held against its definition, and the totals against each other.

use super::*;
use crate::domain::attendance::{Back, CaughtUp, MadeGood, TABLE};
use crate::domain::group::{Carries, Enrolment, SessionState, Spell};
use crate::domain::programme;
use crate::domain::sample::{self, day, moment};
use proptest::prelude::*;

fn share(count: u32, of: u32) -> Share {
    Share { count, of }
}

#[test]
fn shares_of_a_person() {
    let register = Register::of(&sample::group());
    let of = |row: &RegisterRow| (row.tally.attendance(), row.tally.commitment(), row.still_possible());
    let shares: Vec<_> = register.rows.iter().map(of).collect();
    // Ana: one of three not recorded, one ahead. Yusuf: one ill, one not unlocked, the last after release.
    assert_eq!(shares[0], (share(2, 3), share(2, 3), share(4, 4)));
    assert_eq!(shares[1], (share(1, 3), share(2, 3), share(1, 3)));
    // Li refused one, was not recorded at the other and left; the two others never had a place.
    assert_eq!(shares[2], (share(0, 2), share(0, 2), share(1, 2)));
    assert_eq!(shares[3], (share(0, 0), share(0, 0), share(0, 0)));
}

/// One person, five sessions of 90 minutes of which the first four were held.
fn one(codes: [Option<Mark>; 4]) -> GroupRecord {
    let mut record = sample::group();
    record.members.truncate(1);
    record.marks.clear();
    let at = moment("2026-11-20T10:00:00+01:00");
    for (dated, mark) in record.sessions.iter_mut().zip(codes) {
        dated.session.state = SessionState::Held { from: at, to: at };
        if let Some(mark) = mark {
            record.marks.insert((dated.id, record.members[0].id), mark);
        }
    }
    record
}

#[expect(clippy::unnecessary_wraps, reason = "a cell of the tables below holds a mark or none")]
fn code(code: Code) -> Option<Mark> {
    Some(Mark::from(code))
}

#[expect(clippy::unnecessary_wraps, reason = "a cell of the tables below holds a mark or none")]
fn missing(of: Code, minutes: u16) -> Option<Mark> {
    Some(Mark { minutes: Some(minutes), ..Mark::from(of) })
}

#[expect(clippy::unnecessary_wraps, reason = "a cell of the tables below holds a mark or none")]
fn made_good(of: Code) -> Option<Mark> {
    Some(Mark { caught_up: Some(CaughtUp { on: day("2026-11-23"), minutes: 45, how: None }), ..Mark::from(of) })
}

#[test]
fn every_figure_of_a_person() {
    use Code::{Court, Ill, Late, LeftEarly, Lockdown, NotRequired, Present, Refused};
    // The codes of four sessions; then attendance, commitment, still possible, minutes received of
    // planned, sessions caught up, not recorded.
    for (marks, attendance, commitment, possible, minutes, caught_up, not_recorded) in [
        ([code(Present), code(Present), code(Present), code(Present)], (4, 4), (4, 4), (5, 5), (360, 360), 0, 0),
        // Late and left early are attended, less what was missed.
        (
            [missing(Late, 10), missing(LeftEarly, 20), code(Present), code(Present)],
            (4, 4),
            (4, 4),
            (5, 5),
            (330, 360),
            0,
            0,
        ),
        // Longer late than the session is long: nothing received, and still attended.
        ([missing(Late, 200), code(Present), code(Present), code(Present)], (4, 4), (4, 4), (5, 5), (270, 360), 0, 0),
        // Commitment counts acceptable absence as kept; refusing is not, and neither is the prison's doing.
        ([code(Ill), code(Court), code(Refused), code(Lockdown)], (0, 4), (2, 4), (1, 5), (0, 360), 0, 0),
        // Caught up is not attended, but made good.
        ([made_good(Ill), code(Present), code(Present), code(Present)], (3, 4), (4, 4), (4, 5), (270, 360), 1, 0),
        // Not required leaves the denominator; not recorded stays in it, and is never an absence.
        ([code(NotRequired), None, code(Present), code(Present)], (2, 3), (2, 3), (4, 4), (180, 270), 0, 1),
        ([None, None, None, None], (0, 4), (0, 4), (5, 5), (0, 360), 0, 4),
    ] {
        let register = Register::of(&one(marks.clone()));
        let row = &register.rows[0];
        let pair = |of: Share| (of.count, of.of);
        let tally = &row.tally;
        assert_eq!(pair(tally.attendance()), attendance, "attendance of {marks:?}");
        assert_eq!(pair(tally.commitment()), commitment, "commitment of {marks:?}");
        assert_eq!(pair(row.still_possible()), possible, "still possible of {marks:?}");
        assert_eq!((tally.minutes_received, tally.minutes_planned), minutes, "minutes of {marks:?}");
        assert_eq!((tally.caught_up, tally.not_recorded), (caught_up, not_recorded), "{marks:?}");
    }
}

#[test]
fn completion_by_the_programme_s_own_rule() {
    use Code::{Ill, Present};
    let all = programme::Completion { sessions: None, essentials: false };
    let three = programme::Completion { sessions: Some(3), essentials: false };
    let essential = programme::Completion { sessions: Some(3), essentials: true };
    let ill = || code(Ill);
    let here = || code(Present);
    // The rule and the marks of four sessions (the first is essential, the fifth is ahead and essential);
    // then done, needed, met, still possible.
    for (rule, marks, done, needed, met, possible) in [
        (all, [here(), here(), here(), here()], 4, 5, false, true),
        (all, [here(), here(), here(), ill()], 3, 5, false, false),
        (all, [here(), here(), here(), made_good(Ill)], 4, 5, false, true),
        (three, [here(), here(), here(), ill()], 3, 3, true, true),
        (three, [ill(), ill(), here(), here()], 2, 3, false, true),
        (three, [ill(), ill(), ill(), here()], 1, 3, false, false),
        (three, [ill(), ill(), None, here()], 1, 3, false, true),
        (essential, [here(), here(), here(), ill()], 3, 3, false, true),
        (essential, [ill(), here(), here(), here()], 3, 3, false, false),
        (essential, [made_good(Ill), here(), here(), ill()], 3, 3, false, true),
        (essential, [None, here(), here(), here()], 3, 3, false, true),
    ] {
        let mut record = one(marks.clone());
        std::sync::Arc::make_mut(&mut record.course).completion = rule;
        let completion = Register::of(&record).rows[0].completion;
        let found = (completion.done, completion.needed, completion.is_met(), completion.is_possible());
        assert_eq!(found, (done, needed, met, possible), "{rule:?} {marks:?}");
    }
}

#[test]
fn an_essential_session_not_recorded_yet_is_not_missed() {
    let mut record = sample::group();
    record.marks.remove(&(SessionId(1), PersonId(1)));
    let ana = &Register::of(&record).rows[0].completion;
    assert_eq!((ana.essentials_missed, ana.essentials_ahead, ana.is_possible()), (0, 2, true));
    let yusuf = &Register::of(&record).rows[1].completion;
    assert_eq!((yusuf.essentials_missed, yusuf.essentials_ahead, yusuf.is_possible()), (1, 0, false));
}

#[test]
fn a_cell_says_whether_a_session_counts() {
    let record = sample::group();
    let session = |number: usize| &record.sessions[number - 1].session;
    let mark = Mark::from(Code::Present);
    let place = |state| Member { enrolment: Enrolment::new(state, day("2026-11-11")), ..record.members[0].clone() };
    let left = |on: &str, reason| place(Place::Left { on: day(on), reason, note: String::new() });
    let enrolled = || place(Place::Enrolled);
    for (number, member, mark, cell_is) in [
        (2, enrolled(), Some(&mark), Cell::Marked(mark.clone())),
        (2, enrolled(), None, Cell::NotRecorded),
        (5, enrolled(), None, Cell::Ahead),
        // A mark on what is only planned counts once it is held.
        (5, enrolled(), Some(&mark), Cell::Ahead),
        (1, enrolled(), None, Cell::NotCounted(Code::NotYetEnrolled)),
        (3, enrolled(), Some(&mark), Cell::NotCounted(Code::SessionCancelled)),
        (2, left("2026-11-12", LeavingReason::Released), None, Cell::NotRecorded),
        (4, left("2026-11-12", LeavingReason::Released), None, Cell::NotCounted(Code::Released)),
        (4, left("2026-11-12", LeavingReason::Health), None, Cell::NotCounted(Code::NotRequired)),
        (2, left("2026-11-12", LeavingReason::Mistake), Some(&mark), Cell::NotCounted(Code::NotRequired)),
        (2, place(Place::Waiting), None, Cell::NotCounted(Code::NotYetEnrolled)),
    ] {
        let state = format!("{:?} at session {number}", member.enrolment.state);
        assert_eq!(cell(session(number), &member, mark), cell_is, "{state}");
    }
}

fn any_way() -> impl Strategy<Value = Option<MadeGood>> {
    prop_oneof![
        Just(None),
        Just(Some(MadeGood::OneToOne { with: "Kari".to_owned() })),
        Just(Some(MadeGood::Extra { session: SessionId(5) })),
    ]
}

fn any_mark() -> impl Strategy<Value = Mark> {
    let caught_up = prop::option::of((0_u16..120, any_way()).prop_map(|(minutes, how)| CaughtUp {
        on: day("2026-11-23"),
        minutes,
        how,
    }));
    let between = (prop::option::of(0_u16..200), prop::option::of(0_u16..200));
    (0..TABLE.len(), prop::option::of(0_u16..200), caught_up, between).prop_map(|(row, minutes, caught_up, between)| {
        let code = TABLE[row].code;
        let late = between.0.filter(|_| !code.stays());
        let back = between.1.map(|minutes| Back { from: Code::Court, minutes });
        let away = crate::domain::attending::can_be_caught_up(code);
        let minutes = minutes.filter(|_| code.row().minutes);
        Mark { minutes, caught_up: caught_up.filter(|_| away), late, back, ..Mark::from(code) }
    })
}

fn any_state() -> impl Strategy<Value = SessionState> {
    let at = moment("2026-11-20T10:00:00+01:00");
    prop_oneof![
        Just(SessionState::Planned),
        Just(SessionState::Cancelled { why: "lockdown".to_owned() }),
        Just(SessionState::Running { since: at }),
        Just(SessionState::Held { from: at, to: at }),
    ]
}

/// One whole plan as a rule; now and then a part, two plans or one again.
fn any_carries() -> impl Strategy<Value = Carries> {
    prop_oneof![
        3 => Just(Carries::Whole),
        1 => (1_u8..3).prop_map(|number| Carries::Part { number, of: 2, from: u16::from(number) - 1, to: u16::from(number) }),
        1 => (0_u16..6).prop_map(|plan| Carries::Joined { with: vec![plan] }),
        1 => Just(Carries::Extra),
    ]
}

fn any_place() -> impl Strategy<Value = Place> {
    let on = (0_u64..20).prop_map(|days| day("2026-11-08") + chrono::Days::new(days));
    let reason = (0..LeavingReason::ALL.len()).prop_map(|at| LeavingReason::ALL[at]);
    prop_oneof![
        Just(Place::Waiting),
        Just(Place::Enrolled),
        Just(Place::Completed { on: day("2026-11-24") }),
        (on, reason).prop_map(|(on, reason)| Place::Left { on, reason, note: String::new() }),
    ]
}

prop_compose! {
    /// A group of five people and five sessions in which anything may have happened.
    fn any_group()(
        states in prop::collection::vec(any_state(), 5),
        carried in prop::collection::vec((0_u16..5, any_carries()), 5),
        places in prop::collection::vec((any_place(), 0_u64..12), 5),
        releases in prop::collection::vec(prop::option::of(0_u64..30), 5),
        gaps in prop::collection::vec(prop::option::of((0_u64..6, 0_u64..4, 0_usize..12)), 5),
        marks in prop::collection::vec(prop::option::of(any_mark()), 25),
    ) -> GroupRecord {
        let mut record = sample::group();
        for (dated, state) in record.sessions.iter_mut().zip(states) {
            dated.session.state = state;
        }
        for (dated, (plan, carries)) in record.sessions.iter_mut().zip(carried) {
            (dated.session.plan, dated.session.carries) = (plan, carries);
        }
        record.compose();
        for ((member, (state, late)), release) in record.members.iter_mut().zip(places).zip(releases) {
            member.enrolment = Enrolment::new(state, day("2026-11-10") + chrono::Days::new(late));
            member.person.release = release.map(|days| day("2026-11-08") + chrono::Days::new(days));
        }
        // Some left before, and came back to the place they have.
        for (member, gap) in record.members.iter_mut().zip(gaps) {
            let Some((length, away, reason)) = gap else { continue };
            let (from, reason) = (day("2026-11-09"), LeavingReason::ALL[reason]);
            let to = from + chrono::Days::new(length);
            member.enrolment.earlier = vec![Spell { from, to, reason, note: String::new() }];
            member.enrolment.from = member.enrolment.from.max(to + chrono::Days::new(away + 1));
        }
        let cells = record.sessions.iter().flat_map(|s| record.members.iter().map(|m| (s.id, m.id)));
        record.marks = cells.zip(marks).filter_map(|(cell, mark)| mark.map(|mark| (cell, mark))).collect();
        record
    }
}

/// enrolled = present + late + left early + away (by reason) + not recorded.
fn reconciles(tally: &Tally) -> bool {
    let away: u32 = [Kind::Acceptable, Kind::NotAcceptable, Kind::Prison].map(|kind| tally.away_of(kind)).iter().sum();
    tally.enrolled == tally.present + tally.late + tally.left_early + away + tally.not_recorded
        && tally.absent() == away
        && tally.caught_up <= away
        && tally.minutes_received <= tally.minutes_planned
}

fn sum<'a>(tallies: impl Iterator<Item = &'a Tally>, of: fn(&Tally) -> u32) -> u32 {
    tallies.map(of).sum()
}

proptest! {
    #[test]
    fn every_total_reconciles(record in any_group()) {
        let register = Register::of(&record);
        let rows = || register.rows.iter().map(|row| &row.tally);
        let how = Summary::of(&record, &register).made_good;
        let all = how.one_to_one + how.other_group + how.extra_session + how.not_said;
        prop_assert_eq!(all, register.total.made_good());
        for tally in rows().chain(&register.columns).chain([&register.total]) {
            prop_assert!(reconciles(tally), "{tally:?}");
        }
        let figures: [fn(&Tally) -> u32; 9] = [
            |t| t.enrolled,
            Tally::attended,
            Tally::absent,
            |t| t.not_recorded,
            |t| t.caught_up,
            Tally::made_good,
            Tally::kept,
            |t| t.minutes_planned,
            |t| t.minutes_received,
        ];
        for figure in figures {
            prop_assert_eq!(sum(rows(), figure), figure(&register.total));
            prop_assert_eq!(sum(register.columns.iter(), figure), figure(&register.total));
        }
    }

    #[test]
    fn only_sessions_that_took_place_count(record in any_group()) {
        let register = Register::of(&record);
        for (dated, column) in record.sessions.iter().zip(&register.columns) {
            let counts = dated.session.state.is_held() && !dated.session.is_extra();
            prop_assert!(counts || *column == Tally::default());
        }
    }

    /// What lies between two spells counts neither as an absence nor as not recorded, and what lies in
    /// one that was meant is never lost.
    #[test]
    fn only_what_the_spells_cover_is_expected(record in any_group()) {
        let register = Register::of(&record);
        for (row, member) in register.rows.iter().zip(&record.members) {
            for (cell, dated) in row.cells.iter().zip(&record.sessions) {
                let covered = member.enrolment.covers(dated.session.date);
                prop_assert!(covered || !matches!(cell, Cell::NotRecorded | Cell::Ahead));
                let marked = record.marks.contains_key(&(dated.id, member.id)) && dated.session.state.is_held();
                prop_assert!(!(covered && marked) || cell.mark().is_some());
            }
        }
    }

    #[test]
    fn shares_are_parts_and_the_possible_is_the_best(record in any_group()) {
        let register = Register::of(&record);
        for row in register.rows {
            let (attendance, commitment, possible) =
                (row.tally.attendance(), row.tally.commitment(), row.still_possible());
            prop_assert!(attendance.count <= commitment.count && commitment.count <= commitment.of);
            prop_assert!(attendance.count <= possible.count && possible.count <= possible.of);
            prop_assert_eq!(row.held, attendance.of);
            let completion = row.completion;
            prop_assert!(completion.done <= completion.possible);
            prop_assert!(!completion.is_met() || completion.is_possible());
            // Completion counts the plans of the course, however many sessions carry them.
            prop_assert!(usize::try_from(completion.possible).unwrap() <= record.course.sessions.len());
        }
    }
}
