//! What must hold of closed days beyond their form, each fault at its place.

use super::check::Check;
use super::finding::{Finding, What};
use super::outline::Path;
use super::texts;
use crate::domain::closed::{ClosedDays, When};
use chrono::{NaiveDate, Weekday};
use std::collections::BTreeSet;

/// Everything wrong with `days`, which were read from `text`, seen from `today`. `escapes`: look for hidden
/// characters written as escapes.
pub(super) fn check(file: &str, text: &str, days: &ClosedDays, today: NaiveDate, escapes: bool) -> Vec<Finding> {
    let mut check = Check::new(file, text);
    let root = Path::Root;
    let list = root.key("closed");
    let languages: BTreeSet<String> = days.closed.iter().flat_map(|closure| closure.why.0.keys().cloned()).collect();
    for (number, closure) in days.closed.iter().enumerate() {
        let item = list.item(number);
        texts::title(&mut check, &item.key("why"), &closure.why, &languages, escapes);
        if matches!(closure.when, When::Between(from, to) if to < from) {
            check.error(&item.key("when"), What::new("finding-closed-order"));
        }
    }
    let weekday = |at: u8| Weekday::try_from(at).ok().map(When::Every);
    if (0..7).filter_map(weekday).all(|every| days.closed.iter().any(|closure| closure.when == every)) {
        check.error(&list, What::new("finding-closed-always"));
    }
    past(&mut check, &list, days, today);
    check.findings()
}

/// Dates that are all over: nobody has added those of the next year.
fn past(check: &mut Check, list: &Path, days: &ClosedDays, today: NaiveDate) {
    let end = |when: When| match when {
        When::On(day) | When::Between(_, day) => Some(day),
        When::EveryYear(_) | When::Every(_) => None,
    };
    let dated = days.closed.iter().enumerate().filter_map(|(at, closure)| end(closure.when).map(|day| (day, at)));
    if let Some((_, at)) = dated.max().filter(|(day, _)| *day < today) {
        let item = list.item(at);
        check.warning(&item.key("when"), What::new("finding-closed-past"));
    }
}
