//! What must hold of a pathway: every way leads somewhere, and from everywhere there is a way to the end.

use super::{nothing, questions};
use crate::catalogue::check::Check;
use crate::catalogue::finding::What;
use crate::catalogue::tree::Path;
use crate::domain::pathway::{Access, Anchor, Before, Goal, Pathway, Step};
use crate::domain::question::{Answer, Question};
use std::collections::BTreeMap;

/// The most steps of a pathway.
const MOST_STEPS: usize = 100;

/// Every rule, each about one thing.
pub(super) const RULES: &[fn(&mut Check, &Pathway)] =
    &[size, goals, due, before, recorded, limits, access, unreached, without_end];

fn size(check: &mut Check, pathway: &Pathway) {
    let (path, steps) = (Path::Root.key("steps"), pathway.steps.len());
    if !(1..=MOST_STEPS).contains(&steps) && check.whole(&path) {
        check.error(&path, What::new("finding-steps").with("steps", steps).with("most", MOST_STEPS));
    }
}

fn steps(pathway: &Pathway) -> impl Iterator<Item = (usize, &Step)> {
    pathway.steps.iter().take(MOST_STEPS).enumerate()
}

fn ids(pathway: &Pathway) -> impl Iterator<Item = &str> {
    steps(pathway).map(|(_, step)| step.id.as_str())
}

/// Whether the ids of all steps and questions are as they were written.
fn whole(check: &Check) -> bool {
    check.whole(&Path::Root.key("steps"))
}

fn goals(check: &mut Check, pathway: &Pathway) {
    let list = Path::Root.key("steps");
    for (number, step) in steps(pathway) {
        let item = list.item(number);
        let ways = item.key("ways");
        goal(check, &item.key("then"), pathway, &step.then);
        for (number, way) in step.ways.iter().enumerate() {
            goal(check, &ways.item(number).key("to"), pathway, &way.to);
        }
        if step.ways.len() == 1 {
            check.error(&ways, What::new("finding-one-way"));
        } else if !step.ways.is_empty() && step.then != Goal::Next {
            check.error(&item.key("then"), What::new("finding-then-and-ways"));
        }
    }
}

fn goal(check: &mut Check, path: &Path, pathway: &Pathway, goal: &Goal) {
    if let Goal::Step(id) = goal {
        step(check, &path.item(0), pathway, id);
    }
}

/// The step `id`, which is named at `path`, must be there.
fn step(check: &mut Check, path: &Path, pathway: &Pathway, id: &str) {
    if !check.is_full() && whole(check) && pathway.step(id).is_none() {
        check.error(path, nothing("finding-unknown-step", "finding-unknown-step-near", "step", id, ids(pathway)));
    }
}

fn question<'p>(check: &mut Check, path: &Path, pathway: &'p Pathway, id: &str) -> Option<&'p Question> {
    let found = pathway.questions().find(|question| question.id == id);
    if found.is_none() && !check.is_full() && whole(check) {
        let known = pathway.questions().take(MOST_STEPS).map(|question| question.id.as_str());
        check.error(path, nothing("finding-unknown-question", "finding-unknown-question-near", "question", id, known));
    }
    found
}

fn due(check: &mut Check, pathway: &Pathway) {
    let list = Path::Root.key("steps");
    for (number, step) in steps(pathway) {
        let item = list.item(number);
        let path = item.key("due");
        let Some(due) = &step.due else { continue };
        let from = path.key("from");
        let named = from.item(0);
        match &due.from {
            Anchor::Step(id) if *id == step.id => check.error(&named, What::new("finding-due-itself")),
            Anchor::Step(id) => self::step(check, &named, pathway, id),
            Anchor::Answer(id) => {
                let found = question(check, &named, pathway, id);
                if found.is_some_and(|question| question.answer != Answer::Date) {
                    check.error(&named, What::new("finding-not-a-date").with("question", id));
                }
            }
            Anchor::Start if due.days < 0 || due.months < 0 => {
                check.error(&path, What::new("finding-due-before-start"));
            }
            Anchor::Start | Anchor::Release | Anchor::Detention => {}
        }
        if due.every == Some(0) {
            check.error(&path.key("every"), What::new("finding-every-nothing"));
        }
    }
}

fn before(check: &mut Check, pathway: &Pathway) {
    let list = Path::Root.key("steps");
    for (number, step) in steps(pathway) {
        let item = list.item(number);
        let path = item.key("before");
        for (number, before) in step.before.iter().enumerate() {
            if let Before::Answer(id) = before {
                let item = path.item(number);
                question(check, &item.item(0), pathway, id);
            }
        }
    }
}

fn recorded(check: &mut Check, pathway: &Pathway) {
    let list = Path::Root.key("steps");
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, step) in steps(pathway) {
        let item = list.item(number);
        let record = item.key("record");
        questions::check(check, &record, &step.record, &mut pathway.questions());
        for (at, question) in step.record.iter().enumerate() {
            // Within one step the form has said so.
            if seen.insert(&question.id, number).is_some_and(|earlier| earlier != number) {
                let what = What::new("finding-id-twice").with("id", &question.id);
                check.error(&record.item(at).key("id"), what);
            }
        }
    }
}

fn limits(check: &mut Check, pathway: &Pathway) {
    let list = Path::Root.key("limits");
    for (number, limit) in pathway.limits.iter().enumerate() {
        let item = list.item(number);
        let of = item.key("of");
        let mut currencies = Vec::new();
        for (number, id) in limit.of.iter().enumerate() {
            let path = of.item(number);
            match question(check, &path, pathway, id).map(|question| &question.answer) {
                Some(Answer::Amount(currency)) => currencies.push(currency),
                Some(_) => check.error(&path, What::new("finding-not-an-amount").with("question", id)),
                None => {}
            }
        }
        currencies.dedup();
        if currencies.len() > 1 {
            check.error(&of, What::new("finding-currencies"));
        }
        if limit.of.is_empty() {
            check.error(&of, What::new("finding-limit-of-nothing"));
        }
    }
}

fn access(check: &mut Check, pathway: &Pathway) {
    let list = Path::Root.key("steps");
    for (number, step) in steps(pathway) {
        // `Ordinary` in a restricted pathway opens nothing: whoever wrote it may think that it does.
        let path = list.item(number);
        let key = path.key("access");
        if pathway.access == Access::Restricted && step.access == Access::Ordinary && check.stands(&key) {
            check.warning(&key, What::new("finding-access-looser"));
        }
    }
}

/// Steps that can be come to from the first, by index.
fn reached(pathway: &Pathway) -> Vec<bool> {
    let mut reached = vec![false; pathway.steps.len()];
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            open.extend(pathway.follow(at).flatten().filter(|next| !reached[*next]));
        }
    }
    reached
}

fn unreached(check: &mut Check, pathway: &Pathway) {
    if pathway.steps.is_empty() || pathway.steps.len() > MOST_STEPS || !whole(check) {
        return;
    }
    let list = Path::Root.key("steps");
    let reached = reached(pathway);
    for (number, step) in steps(pathway).filter(|(number, _)| !reached[*number]) {
        check.warning(&list.item(number).key("id"), What::new("finding-step-unreached").with("step", &step.id));
    }
}

/// From every step the end must be reachable: else a person is kept going round for ever.
fn without_end(check: &mut Check, pathway: &Pathway) {
    if pathway.steps.len() > MOST_STEPS || !whole(check) {
        return;
    }
    let mut ends = vec![false; pathway.steps.len()];
    loop {
        let more: Vec<usize> = (0..ends.len())
            .filter(|at| !ends[*at] && pathway.follow(*at).any(|next| next.is_none_or(|next| ends[next])))
            .collect();
        if more.is_empty() {
            break;
        }
        for at in more {
            ends[at] = true;
        }
    }
    let list = Path::Root.key("steps");
    for (number, step) in steps(pathway).filter(|(number, _)| !ends[*number]) {
        // Where it leads to nothing at all, that has been said.
        if pathway.follow(number).next().is_some() {
            check.error(&list.item(number).key("id"), What::new("finding-no-end").with("step", &step.id));
        }
    }
}
