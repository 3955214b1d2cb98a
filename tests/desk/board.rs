//! The board of everything that runs, and the month.

use crate::pathways::{due, message, paths};
use crate::stage::{Stage, ten_oclock};
use insta::assert_snapshot;

#[test]
fn everything_that_runs_stands_at_its_step_with_what_it_waits_for() {
    assert_snapshot!("board", due(4).press("b").screen());
    assert_snapshot!("board_nb", due(4).lang("nb").press("1 b").screen());
    assert_snapshot!("board_small", due(4).size(60, 20).press("b").screen());
    assert_snapshot!("board_none", Stage::empty().press("b").screen());
    // A step folds, and a line opens the person's own.
    assert_snapshot!("board_folded", due(4).press("b Enter").screen());
    let opened = due(4).press("b Down Enter");
    assert!(opened.screen().contains("Ana Petrauskaitė: "), "{}", opened.screen());
    let again = opened.press("Esc");
    assert!(again.screen().contains("Running pathways: 3"), "{}", again.screen());
    // What ended stands nowhere.
    let ended = message().press("X").type_text("no more").press("Enter 1 b");
    assert!(ended.screen().contains("No pathway runs"), "{}", ended.screen());
}

#[test]
fn what_keeps_a_step_closed_is_named() {
    let closed = paths().press("n 3 1 b");
    assert!(closed.screen().contains("start of detention not recorded"), "{}", closed.screen());
}

/// The demo's groups, with a message for Ana that is due in two weeks.
fn month() -> Stage {
    let mut stage = Stage::typical();
    stage.record(vec![crate::pathways::ana()]);
    let stage = stage.press("2 /").type_text("Petrauskaitė").press("Enter Enter p n 9 1");
    stage.press("c")
}

#[test]
fn a_month_shows_sessions_and_what_is_due() {
    assert_snapshot!("calendar", month().screen());
    assert_snapshot!("calendar_nb", month().lang("nb").screen());
    assert_snapshot!("calendar_small", month().size(60, 20).press("PgDn").screen());
    assert_snapshot!("calendar_due", month().press("Down Down").screen());
    assert_snapshot!("calendar_empty", Stage::empty().press("c PgUp").screen());
}

#[test]
fn a_day_opens_what_there_is_on_it() {
    let group = month().press("Enter");
    assert!(group.screen().contains("K-0"), "{}", group.screen());
    let duty = month().press("Down Down Enter");
    assert!(duty.screen().contains("Red Cross message"), "{}", duty.screen());
    let nothing = Stage::empty().press("c Enter");
    assert!(nothing.screen().contains("Nothing on this day"), "{}", nothing.screen());
}

#[test]
fn what_is_due_is_written_for_a_calendar() {
    assert_snapshot!("duties_report", due(4).press("d w").screen());
    let stage = due(4).press("c w");
    assert!(stage.screen().contains("What is due"), "{}", stage.screen());
    assert_eq!(stage.now, ten_oclock() + chrono::Duration::days(4));
}
