//! What has a day of its own: told by that day, read through its index, gone as soon as it is closed.

use super::*;
use crate::domain::plan::{Action, Closed};
use crate::domain::record::{Reads, Records};
use crate::domain::task::What;
use chrono::NaiveDate;
use sample::day;

const ANA: PersonId = PersonId(1);

fn told(store: &Store, until: &str) -> Vec<(NaiveDate, String, String)> {
    let rows = store.tasks(day(until), 9).unwrap();
    let what = |what: &What| match what {
        What::Action(_, action) => action.what.clone(),
        What::Remedy(_, remedy) => remedy.concern.clone(),
        What::Refresher(training) => training.what.clone(),
        What::Contact(contact) => contact.what.clone(),
    };
    rows.iter().map(|row| (row.task.due, row.name.clone() + &row.code, what(&row.task.what))).collect()
}

fn full() -> (TempDir, Store) {
    let (home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    store.record(&sample::persons_plan(ANA), &noon()).unwrap();
    store.record(&sample::house(record.id), &noon()).unwrap();
    (home, store)
}

#[test]
fn what_is_due_is_told_by_its_day_with_whom_it_is_about() {
    let (home, store) = full();
    let text = |text: &str| text.to_owned();
    let all = [
        (day("2026-11-10"), text(""), text("Nobody is told about legal advice")),
        (day("2026-11-18"), text("Ana Petrović"), text("Ask the consulate for a passport")),
        (day("2026-11-30"), text(""), text("Adults at Risk")),
        (day("2026-12-10"), text("K-07"), text("No interpreter at three sessions")),
        (day("2027-05-24"), text(""), text("Interpreters")),
    ];
    for (until, count) in [("2026-11-09", 0), ("2026-11-10", 1), ("2026-12-01", 3), ("2030-01-01", 5)] {
        assert_eq!(told(&store, until), all[..count], "{until}");
    }
    assert_eq!(store.tasks(day("2030-01-01"), 2).unwrap().len(), 2);
    let store = reopened(&home, store);
    assert_eq!(told(&store, "2030-01-01"), all);
}

#[test]
fn what_is_closed_is_no_longer_due_until_that_is_undone() {
    let (_home, mut store) = full();
    let before = told(&store, "2026-11-20");
    let closed = Some(Closed { on: day("2026-11-21"), given_up: None });
    let to = Action { what: "Ask".into(), due: Some(day("2026-11-20")), closed, ..Action::default() };
    let done = Entry::Action { person: ANA, item: "81".into(), to: Some(Box::new(to)) };
    store.record(&[done], &noon()).unwrap();
    assert_eq!(told(&store, "2026-11-20").len(), 1);
    store.undo(&noon()).unwrap();
    assert_eq!(told(&store, "2026-11-20"), before);
}

#[test]
fn they_are_found_by_their_day_and_nothing_else_is_read() {
    let (_home, store) = full();
    let sql = format!("EXPLAIN QUERY PLAN {}", crate::store::tasks::SELECT);
    let mut statement = store.db.prepare(&sql).unwrap();
    let lines = statement.query_map(["2026-11-24", "9"], |row| row.get::<_, String>(3)).unwrap();
    let plan: Vec<String> = lines.map(Result::unwrap).collect();
    assert!(plan.iter().any(|line| line.contains("USING INDEX fact_due")), "{plan:?}");
    assert!(!plan.iter().any(|line| line.contains("TEMP B-TREE")), "{plan:?}");
}
