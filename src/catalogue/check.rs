//! What must hold of a programme beyond its form, each fault at its place.

use super::finding::{Finding, Level, What};
use super::outline::{Outline, Path};
use super::texts;
use crate::domain::programme::{Programme, RatingTime, Rule, SessionPlan, Test, Version};
use chrono::NaiveDate;
use std::cell::OnceCell;

/// The longest activity, in minutes.
const LONGEST_ACTIVITY: u16 = 300;
/// The longest session, in minutes.
const LONGEST_SESSION: u32 = 480;
/// The most sessions that a version may have.
const MOST_SESSIONS: usize = 200;
/// The most steps of a self-rating: one digit key each.
const MOST_STEPS: usize = 9;

/// The findings of one file as they are gathered.
pub(super) struct Check<'a> {
    file: &'a str,
    text: &'a str,
    /// Only made when something is wrong.
    outline: OnceCell<Outline<'a>>,
    findings: Vec<Finding>,
}

impl<'a> Check<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, outline: OnceCell::new(), findings: Vec::new() }
    }

    pub(super) fn findings(self) -> Vec<Finding> {
        self.findings
    }

    pub(super) fn error(&mut self, path: &Path, what: What) {
        self.add(path, Level::Error, what);
    }

    pub(super) fn warning(&mut self, path: &Path, what: What) {
        self.add(path, Level::Warning, what);
    }

    fn add(&mut self, path: &Path, level: Level, what: What) {
        let mark = self.outline.get_or_init(|| Outline::of(self.text)).mark(path);
        self.findings.push(Finding::at(self.file, self.text, &mark, level, what));
    }
}

/// Everything wrong with `programme`, which was read from `text`, seen from `today`. `escapes`: look for
/// hidden characters written as escapes.
pub(super) fn programme(
    file: &str,
    text: &str,
    programme: &Programme,
    today: NaiveDate,
    escapes: bool,
) -> Vec<Finding> {
    let mut check = Check::new(file, text);
    let root = Path::Root;
    identifier(&mut check, &root.key("id"), &programme.id);
    dates(&mut check, &root, programme, today);
    let size = programme.group_size;
    if size.min == 0 || size.min > size.max {
        let what = What::new("finding-group-size").with("min", size.min).with("max", size.max);
        check.error(&root.key("group_size"), what);
    }
    eligibility(&mut check, &root.key("eligibility"), &programme.eligibility);
    ratings(&mut check, &root, programme);
    plans(&mut check, &root.key("plans"), programme);
    versions(&mut check, &root.key("versions"), programme);
    texts::check(&mut check, programme, escapes);
    check.findings
}

/// Lower-case letters, digits and hyphens, at most 60: what a file name, a key and a column can carry.
fn identifier(check: &mut Check, path: &Path, id: &str) {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || id.len() > 60 || !id.chars().all(allowed) {
        check.error(path, What::new("finding-id").with("id", id));
    }
}

/// Each a proper identifier, and no two the same.
fn identifiers<'a>(check: &mut Check, list: &Path, ids: impl Iterator<Item = &'a str>) {
    let mut seen = std::collections::BTreeSet::new();
    for (number, id) in ids.enumerate() {
        let item = list.item(number);
        let path = item.key("id");
        identifier(check, &path, id);
        if !seen.insert(id) {
            check.error(&path, What::new("finding-id-twice").with("id", id));
        }
    }
}

fn dates(check: &mut Check, root: &Path, programme: &Programme, today: NaiveDate) {
    let path = root.key("review_by");
    if programme.review_by < programme.as_of {
        check.error(&path, What::new("finding-review-before").with("as_of", programme.as_of));
    } else if programme.review_by < today {
        check.warning(&path, What::new("finding-review-past").with("date", programme.review_by));
    }
}

fn eligibility(check: &mut Check, path: &Path, rules: &[Rule]) {
    identifiers(check, path, rules.iter().map(|rule| rule.id.as_str()));
    for (number, rule) in rules.iter().enumerate() {
        let item = path.item(number);
        let test = item.key("test");
        let nobody = match &rule.test {
            Test::Speaks { any_of, .. } => any_of.is_empty(),
            Test::Occupied { any_of } => any_of.is_empty(),
            Test::Held { any_of } => any_of.is_empty(),
            Test::Age { at_least: Some(least), at_most: Some(most) } => least > most,
            _ => false,
        };
        if nobody {
            check.error(&test, What::new("finding-rule-nobody").with("rule", &rule.id));
        }
        if matches!(rule.test, Test::Age { at_least: None, at_most: None }) {
            check.error(&test, What::new("finding-rule-everybody").with("rule", &rule.id));
        }
    }
}

fn ratings(check: &mut Check, root: &Path, programme: &Programme) {
    let ratings = root.key("ratings");
    let items = ratings.key("items");
    identifiers(check, &items, programme.ratings.items.iter().map(|item| item.id.as_str()));
    let steps = programme.ratings.scale.len();
    if !programme.ratings.items.is_empty() && !(2..=MOST_STEPS).contains(&steps) {
        check.error(&ratings.key("scale"), What::new("finding-scale").with("steps", steps).with("most", MOST_STEPS));
    }
}

fn plans(check: &mut Check, path: &Path, programme: &Programme) {
    identifiers(check, path, programme.plans.iter().map(|plan| plan.id.as_str()));
    for (number, plan) in programme.plans.iter().enumerate() {
        let item = path.item(number);
        activities(check, &item, plan);
        let objectives = item.key("objectives");
        identifiers(check, &objectives, plan.objectives.iter().map(|objective| objective.id.as_str()));
        if plan.rating.is_some() && programme.ratings.items.is_empty() {
            check.error(&item.key("rating"), What::new("finding-rating-without-items"));
        }
        let used = programme.versions.iter().any(|version| version.sessions.contains(&plan.id));
        if !used {
            check.warning(&item.key("id"), What::new("finding-plan-unused").with("plan", &plan.id));
        }
    }
}

fn activities(check: &mut Check, plan_path: &Path, plan: &SessionPlan) {
    let list = plan_path.key("activities");
    for (number, activity) in plan.activities.iter().enumerate() {
        if !(1..=LONGEST_ACTIVITY).contains(&activity.minutes) {
            let item = list.item(number);
            let what = What::new("finding-minutes").with("minutes", activity.minutes).with("most", LONGEST_ACTIVITY);
            check.error(&item.key("minutes"), what);
        }
    }
    // Not `SessionPlan::minutes`: of unchecked numbers the sum may not fit.
    let minutes: u32 = plan.activities.iter().map(|activity| u32::from(activity.minutes)).sum();
    if plan.activities.is_empty() {
        check.error(&list, What::new("finding-no-activities").with("plan", &plan.id));
    } else if minutes > LONGEST_SESSION {
        let what = What::new("finding-session-long").with("plan", &plan.id).with("minutes", minutes);
        check.error(plan_path, what.with("most", LONGEST_SESSION));
    }
}

fn versions(check: &mut Check, path: &Path, programme: &Programme) {
    if programme.versions.is_empty() {
        check.error(path, What::new("finding-no-versions"));
    }
    identifiers(check, path, programme.versions.iter().map(|version| version.id.as_str()));
    for (number, version) in programme.versions.iter().enumerate() {
        one_version(check, &path.item(number), programme, version);
    }
}

fn one_version(check: &mut Check, path: &Path, programme: &Programme, version: &Version) {
    let sessions = path.key("sessions");
    let plan = |id: &str| programme.plans.iter().find(|plan| plan.id == id);
    for (number, id) in version.sessions.iter().enumerate().filter(|(_, id)| plan(id).is_none()) {
        let what = What::new("finding-unknown-plan").with("version", &version.id).with("plan", id);
        check.error(&sessions.item(number), what);
    }
    let count = version.sessions.len();
    if !(1..=MOST_SESSIONS).contains(&count) {
        let what = What::new("finding-sessions").with("version", &version.id).with("sessions", count);
        check.error(&sessions, what.with("most", MOST_SESSIONS));
        return;
    }
    if !(1..=7).contains(&version.per_week) {
        check.error(&path.key("per_week"), What::new("finding-per-week").with("sessions", version.per_week));
    }
    completion(check, path, version);
    let known: Vec<&SessionPlan> = version.sessions.iter().filter_map(|id| plan(id)).collect();
    if !known.iter().any(|plan| plan.essential) {
        check.warning(&sessions, What::new("finding-no-essential").with("version", &version.id));
    }
    for time in [RatingTime::Before, RatingTime::After] {
        if !programme.ratings.items.is_empty() && !known.iter().any(|plan| plan.rating == Some(time)) {
            let what = match time {
                RatingTime::Before => What::new("finding-no-rating-before"),
                RatingTime::After => What::new("finding-no-rating-after"),
            };
            check.warning(&sessions, what.with("version", &version.id));
        }
    }
}

fn completion(check: &mut Check, path: &Path, version: &Version) {
    let rule = path.key("completion");
    let count = version.sessions.len();
    match version.completion.sessions {
        Some(needed) if usize::from(needed) > count => {
            let what = What::new("finding-completion").with("needed", needed).with("sessions", count);
            check.error(&rule.key("sessions"), what);
        }
        Some(0) if !version.completion.essentials => {
            check.error(&rule.key("sessions"), What::new("finding-completion-nothing"));
        }
        _ => {}
    }
}
