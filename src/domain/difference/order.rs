//! Versions and the order of their sessions.

use super::rules::completion_way;
use super::{About, Change, Found, Run, Whole};
use crate::domain::programme::Localised;

pub(super) fn versions(found: &mut Found, was: &Whole, is: &Whole) {
    for run in &is.runs {
        let about = About::Version(run.title.clone());
        let Some(before) = was.runs.iter().find(|before| before.id == run.id) else {
            found.push(&about, Change::Added);
            continue;
        };
        found.title(&about, before.title, run.title);
        found.unlike(&about, &before.per_week, &run.per_week, || Change::PerWeek {
            was: before.per_week,
            is: run.per_week,
        });
        let rules = ((before.completion, before.sessions.len()), (run.completion, run.sessions.len()));
        if before.completion != run.completion {
            found.push_way(&about, Change::Completion { was: rules.0, is: rules.1 }, completion_way(rules.0, rules.1));
        }
        sessions(found, (was, before), (is, run));
    }
    for run in was.runs.iter().filter(|run| is.runs.iter().all(|after| after.id != run.id)) {
        found.push(&About::Version(run.title.clone()), Change::Removed);
    }
}

fn sessions(found: &mut Found, (was, before): (&Whole, &Run), (is, run): (&Whole, &Run)) {
    let title = |whole: &Whole, id: &str| {
        whole.plans.iter().find(|plan| plan.id == id).map_or_else(Localised::default, |plan| plan.title.clone())
    };
    let about = |session| About::Place { version: run.title.clone(), session };
    for id in before.sessions.iter().filter(|id| !run.sessions.contains(id)) {
        found.push(&about(title(was, id)), Change::Removed);
    }
    for id in run.sessions.iter().filter(|id| !before.sessions.contains(id)) {
        found.push(&about(title(is, id)), Change::Added);
    }
    for id in moved(&before.sessions, &run.sessions) {
        let place = |sessions: &[&str]| sessions.iter().position(|other| *other == id).map_or(0, |at| at + 1);
        let change = Change::Moved { was: place(&before.sessions), is: place(&run.sessions) };
        found.push(&about(title(is, id)), change);
    }
}

/// The fewest that were moved: those in both that do not stand on the longest part that kept its order.
fn moved<'a>(was: &[&str], is: &[&'a str]) -> Vec<&'a str> {
    let common: Vec<(&'a str, usize)> =
        is.iter().filter_map(|id| Some((*id, was.iter().position(|other| other == id)?))).collect();
    // For each, how long the longest run in order is that ends with it, and what stands before it there.
    let mut longest: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, (_, place)) in common.iter().enumerate() {
        let before = (0..at).filter(|other| common.get(*other).is_some_and(|(_, earlier)| earlier < place));
        let before = before.max_by_key(|other| longest.get(*other).map_or(0, |(length, _)| *length));
        let length = before.and_then(|other| longest.get(other)).map_or(0, |(length, _)| *length);
        longest.push((length + 1, before));
    }
    let mut kept = Vec::new();
    let mut next = (0..longest.len()).max_by_key(|at| longest.get(*at).map_or(0, |(length, _)| *length));
    while let Some(at) = next {
        kept.push(at);
        next = longest.get(at).and_then(|(_, before)| *before);
    }
    common.iter().enumerate().filter(|(at, _)| !kept.contains(at)).map(|(_, (id, _))| *id).collect()
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn the_fewest_that_could_have_been_moved() {
        for (was, is, expected) in [
            ("abcde", "abcde", ""),
            ("abcde", "bcdea", "a"),
            ("abcde", "acbde", "c"),
            ("abcde", "axbyd", ""),
            ("abc", "cba", "cb"),
            ("", "abc", ""),
        ] {
            let split = |text: &'static str| text.split("").filter(|one| !one.is_empty()).collect::<Vec<_>>();
            let found: String = moved(&split(was), &split(is)).concat();
            assert_eq!(found.len(), expected.len(), "{was} {is}: {found}");
            if expected.len() == 1 && was != "abcde" {
                assert_eq!(found, expected);
            }
        }
    }
}
