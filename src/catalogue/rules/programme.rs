//! What must hold of a programme.

use super::{nothing, questions};
use crate::catalogue::check::Check;
use crate::catalogue::finding::What;
use crate::catalogue::tree::Path;
use crate::domain::programme::{Activity, Programme, RatingTime, Rule, SessionPlan, Test, Version, Weight};
use crate::domain::retention::MONTHS;
use std::collections::{BTreeMap, BTreeSet};

/// The longest activity, in minutes.
const LONGEST_ACTIVITY: u16 = 300;
/// The longest session, in minutes.
const LONGEST_SESSION: u32 = 480;
/// The most sessions that a version may have, and the most plans of a programme.
const MOST_SESSIONS: usize = 200;
/// The most versions of a programme.
const MOST_VERSIONS: usize = 20;
/// The most steps of a self-rating: one digit key each.
const MOST_STEPS: usize = 9;

/// Every rule, each about one thing.
pub(super) const RULES: &[fn(&mut Check, &Programme)] = &[
    size,
    group_size,
    retention,
    rules_that_decide_nothing,
    rules_that_exclude_each_other,
    scale,
    ratings_without_items,
    minutes,
    activities,
    handouts,
    asked,
    unused_plans,
    versions,
];

fn size(check: &mut Check, programme: &Programme) {
    if programme.plans.len() > MOST_SESSIONS {
        let what = What::new("finding-plans-many").with("plans", programme.plans.len()).with("most", MOST_SESSIONS);
        check.error(&Path::Root.key("plans"), what);
    }
    let versions = programme.versions.len();
    let path = Path::Root.key("versions");
    if versions == 0 && check.whole(&path) {
        check.error(&path, What::new("finding-no-versions"));
    } else if versions > MOST_VERSIONS {
        check.error(&path, What::new("finding-versions-many").with("versions", versions).with("most", MOST_VERSIONS));
    }
}

/// The plans that are looked at: of an endless list only as many as there may be.
fn plans(programme: &Programme) -> impl Iterator<Item = (usize, &SessionPlan)> {
    programme.plans.iter().map(|plan| &**plan).take(MOST_SESSIONS).enumerate()
}

fn group_size(check: &mut Check, programme: &Programme) {
    let (size, path) = (programme.group_size, Path::Root.key("group_size"));
    if (size.min == 0 || size.min > size.max) && check.whole(&path) {
        check.error(&path, What::new("finding-group-size").with("min", size.min).with("max", size.max));
    }
}

fn retention(check: &mut Check, programme: &Programme) {
    let path = Path::Root.key("retention_months");
    if let Some(months) = programme.retention_months.filter(|months| !MONTHS.contains(months)) {
        let what = What::new("finding-retention").with("months", months);
        check.error(&path, what.with("least", *MONTHS.start()).with("most", *MONTHS.end()));
    }
}

fn rules_that_decide_nothing(check: &mut Check, programme: &Programme) {
    let path = Path::Root.key("eligibility");
    for (number, rule) in programme.eligibility.iter().enumerate() {
        let item = path.item(number);
        let test = item.key("test");
        let nobody = match &rule.test {
            Test::Speaks { any_of, .. } => any_of.is_empty(),
            Test::Occupied { any_of } => any_of.is_empty(),
            Test::Held { any_of } => any_of.is_empty(),
            Test::Age { at_least: Some(least), at_most: Some(most) } => least > most,
            _ => false,
        };
        if !check.whole(&test) {
            continue;
        }
        if nobody {
            check.error(&test, What::new("finding-rule-nobody").with("rule", &rule.id));
        }
        if matches!(rule.test, Test::Age { at_least: None, at_most: None }) {
            check.error(&test, What::new("finding-rule-everybody").with("rule", &rule.id));
        }
    }
}

/// Two required rules that nobody can meet together.
fn rules_that_exclude_each_other(check: &mut Check, programme: &Programme) {
    let path = Path::Root.key("eligibility");
    let required: Vec<(usize, &Rule)> = programme
        .eligibility
        .iter()
        .enumerate()
        .filter(|(_, rule)| rule.weight == Weight::Required)
        .take(100)
        .collect();
    for (at, (number, rule)) in required.iter().enumerate() {
        let item = path.item(*number);
        let against = required.iter().take(at).find(|(_, earlier)| excludes(&earlier.test, &rule.test));
        if let Some((_, earlier)) = against.filter(|_| check.whole(&path)) {
            let what = What::new("finding-rules-exclude").with("rule", &rule.id).with("other", &earlier.id);
            check.error(&item.key("test"), what);
        }
    }
}

fn excludes(one: &Test, other: &Test) -> bool {
    fn apart<T: PartialEq>(one: &[T], other: &[T]) -> bool {
        !one.is_empty() && !other.is_empty() && !one.iter().any(|item| other.contains(item))
    }
    match (one, other) {
        (Test::Age { at_least: a, at_most: b }, Test::Age { at_least: c, at_most: d }) => {
            let (least, most) = ((*a).max(*c), [*b, *d].into_iter().flatten().min());
            least.zip(most).is_some_and(|(least, most)| least > most)
        }
        (Test::Occupied { any_of: one }, Test::Occupied { any_of: other }) => apart(one, other),
        (Test::Held { any_of: one }, Test::Held { any_of: other }) => apart(one, other),
        (Test::Answer { question: one, expected: yes }, Test::Answer { question: other, expected: no }) => {
            one == other && yes != no
        }
        _ => false,
    }
}

fn scale(check: &mut Check, programme: &Programme) {
    let ratings = Path::Root.key("ratings");
    let (path, steps) = (ratings.key("scale"), programme.ratings.scale.len());
    if !programme.ratings.items.is_empty() && !(2..=MOST_STEPS).contains(&steps) && check.whole(&path) {
        check.error(&path, What::new("finding-scale").with("steps", steps).with("most", MOST_STEPS));
    }
}

fn ratings_without_items(check: &mut Check, programme: &Programme) {
    let list = Path::Root.key("plans");
    for (number, _) in plans(programme).filter(|(_, plan)| plan.rating.is_some()) {
        if programme.ratings.items.is_empty() && check.whole(&Path::Root.key("ratings")) {
            check.error(&list.item(number).key("rating"), What::new("finding-rating-without-items"));
        }
    }
}

fn minutes(check: &mut Check, programme: &Programme) {
    let list = Path::Root.key("plans");
    for (number, plan) in plans(programme) {
        let item = list.item(number);
        let activities = item.key("activities");
        // Not `SessionPlan::minutes`: of unchecked numbers the sum may not fit.
        let sum: u32 = plan.activities.iter().map(|activity| u32::from(activity.minutes)).sum();
        if plan.activities.is_empty() {
            if check.whole(&item) {
                check.error(&activities, What::new("finding-no-activities").with("plan", &plan.id));
            }
        } else if sum > LONGEST_SESSION {
            let what = What::new("finding-session-long").with("plan", &plan.id).with("minutes", sum);
            check.error(&item, what.with("most", LONGEST_SESSION));
        } else if let Some(meant) = plan.minutes.filter(|meant| u32::from(*meant) != sum) {
            // Of one that cannot be so long, or so short, that is said instead.
            let sound = |activity: &Activity| (1..=LONGEST_ACTIVITY.min(meant)).contains(&activity.minutes);
            if !plan.activities.iter().all(sound) || !check.whole(&activities) {
                continue;
            }
            let what = What::new("finding-minutes-sum").with("sum", sum).with("minutes", meant);
            check.warning(&item.key("minutes"), what);
        }
    }
}

fn activities(check: &mut Check, programme: &Programme) {
    let list = Path::Root.key("plans");
    for (number, plan) in plans(programme) {
        let item = list.item(number);
        let activities = item.key("activities");
        for (number, activity) in plan.activities.iter().enumerate() {
            let at = activities.item(number);
            let minutes = at.key("minutes");
            if !(1..=LONGEST_ACTIVITY).contains(&activity.minutes) {
                let what = What::new("finding-minutes").with("minutes", activity.minutes);
                check.error(&minutes, what.with("most", LONGEST_ACTIVITY));
            } else if let Some(session) = plan.minutes.filter(|session| activity.minutes > *session) {
                let what = What::new("finding-activity-long").with("minutes", activity.minutes);
                check.error(&minutes, what.with("session", session));
            }
        }
    }
}

fn handouts(check: &mut Check, programme: &Programme) {
    let known: BTreeSet<&str> = programme.handouts.iter().map(|handout| handout.id.as_str()).collect();
    let list = Path::Root.key("plans");
    let whole = check.whole(&Path::Root.key("handouts"));
    for (number, plan) in plans(programme).filter(|_| whole) {
        let item = list.item(number);
        let activities = item.key("activities");
        for (number, activity) in plan.activities.iter().enumerate() {
            let activity_path = activities.item(number);
            let path = activity_path.key("handouts");
            for (number, id) in activity.handouts.iter().enumerate().filter(|(_, id)| !known.contains(id.as_str())) {
                if check.is_full() {
                    return;
                }
                let known = known.iter().copied();
                let what = nothing("finding-unknown-handout", "finding-unknown-handout-near", "handout", id, known);
                check.error(&path.item(number), what);
            }
        }
    }
}

fn asked(check: &mut Check, programme: &Programme) {
    let list = Path::Root.key("plans");
    for (number, plan) in plans(programme) {
        let item = list.item(number);
        questions::check(check, &item.key("questions"), &plan.questions, &mut plan.questions.iter());
    }
}

fn unused_plans(check: &mut Check, programme: &Programme) {
    let (list, versions) = (Path::Root.key("plans"), Path::Root.key("versions"));
    let used: BTreeSet<&str> =
        programme.versions.iter().flat_map(|version| &version.sessions).map(String::as_str).collect();
    for (number, plan) in plans(programme).filter(|(_, plan)| !used.contains(plan.id.as_str())) {
        if check.whole(&versions) {
            let item = list.item(number);
            check.warning(&item.key("id"), What::new("finding-plan-unused").with("plan", &plan.id));
        }
    }
}

fn versions(check: &mut Check, programme: &Programme) {
    let plans: BTreeMap<&str, &SessionPlan> = plans(programme).map(|(_, plan)| (plan.id.as_str(), plan)).collect();
    let path = Path::Root.key("versions");
    for (number, version) in programme.versions.iter().take(MOST_VERSIONS).enumerate() {
        one_version(check, &path.item(number), programme, &plans, version);
    }
}

fn one_version(
    check: &mut Check,
    path: &Path,
    programme: &Programme,
    plans: &BTreeMap<&str, &SessionPlan>,
    version: &Version,
) {
    let sessions = path.key("sessions");
    let count = version.sessions.len();
    if !(1..=MOST_SESSIONS).contains(&count) {
        if check.whole(path) {
            let what = What::new("finding-sessions").with("version", &version.id).with("sessions", count);
            check.error(&sessions, what.with("most", MOST_SESSIONS));
        }
        return;
    }
    if !(1..=7).contains(&version.per_week) {
        check.error(&path.key("per_week"), What::new("finding-per-week").with("sessions", version.per_week));
    }
    completion(check, path, version);
    let ids_are_sound = plans.len() == programme.plans.len() && check.whole(&Path::Root.key("plans"));
    if !ids_are_sound || !check.whole(&sessions) {
        return;
    }
    for (number, id) in version.sessions.iter().enumerate().filter(|(_, id)| !plans.contains_key(id.as_str())) {
        let what = nothing("finding-unknown-plan", "finding-unknown-plan-near", "plan", id, plans.keys().copied());
        check.error(&sessions.item(number), what.with("version", &version.id));
    }
    let known: Vec<&SessionPlan> = version.sessions.iter().filter_map(|id| plans.get(id.as_str()).copied()).collect();
    if known.len() < count {
        return;
    }
    if !known.iter().any(|plan| plan.essential) {
        check.warning(&sessions, What::new("finding-no-essential").with("version", &version.id));
    }
    for (time, id) in [(RatingTime::Before, "finding-no-rating-before"), (RatingTime::After, "finding-no-rating-after")]
    {
        if !programme.ratings.items.is_empty() && !known.iter().any(|plan| plan.rating == Some(time)) {
            check.warning(&sessions, What::new(id).with("version", &version.id));
        }
    }
}

fn completion(check: &mut Check, path: &Path, version: &Version) {
    let rule = path.key("completion");
    let count = version.sessions.len();
    match version.completion.sessions {
        Some(needed) if usize::from(needed) > count && check.whole(&path.key("sessions")) => {
            let what = What::new("finding-completion").with("needed", needed).with("sessions", count);
            check.error(&rule.key("sessions"), what);
        }
        Some(0) if !version.completion.essentials => {
            check.error(&rule.key("sessions"), What::new("finding-completion-nothing"));
        }
        _ => {}
    }
}
