//! What must hold of closed days.

use crate::catalogue::check::Check;
use crate::catalogue::finding::What;
use crate::catalogue::tree::Path;
use crate::domain::closed::{ClosedDays, When};
use chrono::{NaiveDate, Weekday};

/// Everything wrong with `days`, seen from `today`.
pub(super) fn check(check: &mut Check, days: &ClosedDays, today: NaiveDate) {
    let list = Path::Root.key("closed");
    for (number, closure) in days.closed.iter().enumerate() {
        let item = list.item(number);
        if matches!(closure.when, When::Between(from, to) if to < from) && check.whole(&item) {
            check.error(&item.key("when"), What::new("finding-closed-order"));
        }
    }
    let weekday = |at: u8| Weekday::try_from(at).ok().map(When::Every);
    if (0..7).filter_map(weekday).all(|every| days.closed.iter().any(|closure| closure.when == every)) {
        check.error(&list, What::new("finding-closed-always"));
    }
    past(check, &list, days, today);
}

/// Dates that are all over: nobody has added those of the next year.
fn past(check: &mut Check, list: &Path, days: &ClosedDays, today: NaiveDate) {
    let end = |when: When| match when {
        When::On(day) | When::Between(_, day) => Some(day),
        When::EveryYear(_) | When::Every(_) => None,
    };
    let dated = days.closed.iter().enumerate().filter_map(|(at, closure)| end(closure.when).map(|day| (day, at)));
    if let Some((_, at)) = dated.max().filter(|(day, _)| *day < today && check.whole(list)) {
        let item = list.item(at);
        check.warning(&item.key("when"), What::new("finding-closed-past"));
    }
}
