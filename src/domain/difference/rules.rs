//! What decides who may take part and who completes: changed, and whether it lets more people through or fewer.

use super::{About, Change, Found, Text, Way, Whole};
use crate::domain::programme::{Completion, Rule, Test, Weight};

/// People in a group, and how long they are kept.
pub(super) fn size(found: &mut Found, was: &Whole, is: &Whole) {
    let (before, after) = (was.group_size, is.group_size);
    found.unlike(&About::Programme, &before, &after, || Change::GroupSize { was: before, is: after });
    let (before, after) = (was.retention_months, is.retention_months);
    found.unlike(&About::Programme, &before, &after, || Change::RetentionMonths { was: before, is: after });
}

pub(super) fn eligibility(found: &mut Found, was: &[Rule], is: &[Rule]) {
    let decides = |rule: &Rule, way: Way| (rule.weight == Weight::Required).then_some(way);
    for rule in is {
        let about = About::Rule(rule.clone());
        let Some(before) = was.iter().find(|before| before.id == rule.id) else {
            found.push_way(&about, Change::Added, decides(rule, Way::Stricter));
            continue;
        };
        if (&before.test, before.weight) != (&rule.test, rule.weight) {
            let change = Change::Rule { was: before.clone(), is: rule.clone() };
            found.push_way(&about, change, way(before, rule));
        }
        found.text(&about, Text::Why, &before.why, &rule.why);
    }
    for rule in was.iter().filter(|rule| is.iter().all(|after| after.id != rule.id)) {
        found.push_way(&About::Rule(rule.clone()), Change::Removed, decides(rule, Way::Looser));
    }
}

/// Which way a rule went; nothing where it decides neither before nor after, or went both ways.
fn way(was: &Rule, is: &Rule) -> Option<Way> {
    match (was.weight, is.weight) {
        (Weight::Preferred, Weight::Preferred) => None,
        (Weight::Preferred, Weight::Required) => Some(Way::Stricter),
        (Weight::Required, Weight::Preferred) => Some(Way::Looser),
        (Weight::Required, Weight::Required) => match (passes(&was.test, &is.test), passes(&is.test, &was.test)) {
            (true, false) => Some(Way::Looser),
            (false, true) => Some(Way::Stricter),
            _ => None,
        },
    }
}

/// Whether everybody who meets `one` is known to meet `other` too.
fn passes(one: &Test, other: &Test) -> bool {
    fn within<T: PartialEq>(one: &[T], other: &[T]) -> bool {
        one.iter().all(|item| other.contains(item))
    }
    match (one, other) {
        (Test::RemainingDays(one), Test::RemainingDays(other)) => one >= other,
        (Test::Speaks { any_of: a, level: one }, Test::Speaks { any_of: b, level: other }) => {
            within(a, b) && one >= other
        }
        (Test::Occupied { any_of: one }, Test::Occupied { any_of: other }) => within(one, other),
        (Test::Held { any_of: one }, Test::Held { any_of: other }) => within(one, other),
        (Test::Age { at_least: a, at_most: b }, Test::Age { at_least: c, at_most: d }) => {
            let most = |age: &Option<u8>| age.unwrap_or(u8::MAX);
            a.unwrap_or(0) >= c.unwrap_or(0) && most(b) <= most(d)
        }
        _ => one == other,
    }
}

/// Which way a rule of completion went, in versions with so many sessions.
pub(super) fn completion_way(was: (Completion, usize), is: (Completion, usize)) -> Option<Way> {
    // How many sessions may be missed says more than how many are needed.
    let missed =
        |(rule, sessions): (Completion, usize)| sessions.saturating_sub(rule.sessions.map_or(sessions, usize::from));
    let essentials = |(rule, _): (Completion, usize)| rule.essentials || rule.sessions.is_none();
    match (missed(is).cmp(&missed(was)), essentials(is).cmp(&essentials(was))) {
        (std::cmp::Ordering::Equal, std::cmp::Ordering::Equal) => None,
        (missed, essentials) if missed.is_ge() && essentials.is_le() => Some(Way::Looser),
        (missed, essentials) if missed.is_le() && essentials.is_ge() => Some(Way::Stricter),
        _ => None,
    }
}
