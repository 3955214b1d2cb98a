//! The plan of a person: needs, goals in their own words, actions with owner and day, and what is to happen on each
//! branch, whether they stay, leave, or do not know yet.

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::need::Need;
use crate::domain::pathway::Owner;
use crate::domain::record::{About, Failure, Reads};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far a need is met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    #[default]
    NotStarted,
    InProgress,
    Met,
    /// The person does not want help with it.
    Declined,
}

impl Progress {
    pub const ALL: [Self; 4] = [Self::NotStarted, Self::InProgress, Self::Met, Self::Declined];

    /// Its name in exports: in no language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Met => "met",
            Self::Declined => "declined",
        }
    }

    /// The message that names it, on paper for the person too.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::NotStarted => "paper-need-not-started",
            Self::InProgress => "paper-need-in-progress",
            Self::Met => "paper-need-met",
            Self::Declined => "paper-need-declined",
        }
    }
}

/// Where life goes on after release, as far as anybody knows. A plan has something for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Branch {
    Stay,
    #[default]
    NotSure,
    Leave,
}

impl Branch {
    pub const ALL: [Self; 3] = [Self::Stay, Self::NotSure, Self::Leave];

    /// Its name in keys of facts and in exports: in no language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Stay => "stay",
            Self::NotSure => "not-sure",
            Self::Leave => "leave",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Stay => "paper-branch-stay",
            Self::NotSure => "paper-branch-not-sure",
            Self::Leave => "paper-branch-leave",
        }
    }

    /// The one after it, around the end.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Stay => Self::NotSure,
            Self::NotSure => Self::Leave,
            Self::Leave => Self::Stay,
        }
    }
}

/// What is thought through for a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    BestCase,
    WorstCase,
    /// The first 72 hours.
    FirstDays,
    /// Who meets the person.
    Meets,
    Funds,
    Belongings,
    Papers,
}

impl Part {
    pub const ALL: [Self; 7] =
        [Self::BestCase, Self::WorstCase, Self::FirstDays, Self::Meets, Self::Funds, Self::Belongings, Self::Papers];

    /// Its name in keys of facts and in exports: in no language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::BestCase => "best-case",
            Self::WorstCase => "worst-case",
            Self::FirstDays => "first-days",
            Self::Meets => "meets",
            Self::Funds => "funds",
            Self::Belongings => "belongings",
            Self::Papers => "papers",
        }
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::BestCase => "paper-part-best-case",
            Self::WorstCase => "paper-part-worst-case",
            Self::FirstDays => "paper-part-first-days",
            Self::Meets => "paper-part-meets",
            Self::Funds => "paper-part-funds",
            Self::Belongings => "paper-part-belongings",
            Self::Papers => "paper-part-papers",
        }
    }
}

/// Something the person wants, in their own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<NaiveDate>,
}

/// Who does something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doer {
    Owner(Owner),
    /// Somebody by name: a sister, an office.
    Named(String),
}

impl Default for Doer {
    /// It is their plan.
    fn default() -> Self {
        Self::Owner(Owner::Person)
    }
}

/// That something is done, or given up, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    pub on: NaiveDate,
    /// Why it was given up; nothing where it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_up: Option<String>,
}

/// Something that is to be done by somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub what: String,
    pub who: Doer,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<Need>,
    /// The session at which it was agreed, as the register calls it: `K-07, 4`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agreed: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
}

impl Action {
    /// Whether it should have been done before `today`.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.closed.is_none() && self.due.is_some_and(|due| due < today)
    }
}

/// Everything of one person's plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Those that are not there have not been started.
    pub needs: BTreeMap<Need, Progress>,
    /// Each with its item, in the order in which they were recorded.
    pub goals: Vec<(String, Goal)>,
    /// Each with its item: open ones first, the soonest first, then those that are closed, the latest first.
    pub actions: Vec<(String, Action)>,
    /// What is thought most likely; nothing as long as nobody has said so.
    pub chosen: Option<Branch>,
    pub parts: BTreeMap<(Branch, Part), String>,
}

impl Plan {
    /// The kinds of entry that it is made of.
    pub const KINDS: [&str; 5] = ["need", "goal", "action", "plan-branch", "plan-part"];

    /// The plan of `person`.
    ///
    /// # Errors
    /// What the record says.
    pub fn read(reads: &dyn Reads, person: PersonId) -> Result<Self, Failure> {
        let mut entries = Vec::new();
        for kind in Self::KINDS {
            entries.extend(reads.standing(kind, About::Person(person))?);
        }
        Ok(Self::of(entries))
    }

    /// What of everybody's plans is of this kind: read at once, where a report would ask once for each of very many.
    ///
    /// # Errors
    /// [`Failure`] when the record cannot be read.
    pub fn of_everybody(reads: &dyn Reads, kind: &str) -> Result<BTreeMap<PersonId, Self>, Failure> {
        let mut found: BTreeMap<PersonId, Vec<Entry>> = BTreeMap::new();
        for entry in reads.standing(kind, About::Everything)? {
            if let Some(person) = entry.keys().person {
                found.entry(person).or_default().push(entry);
            }
        }
        Ok(found.into_iter().map(|(person, entries)| (person, Self::of(entries))).collect())
    }

    /// What stands of a plan, put together.
    #[must_use]
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut plan = Self::default();
        for entry in entries {
            match entry {
                Entry::Need { item, to: Some(progress), .. } => {
                    plan.needs.extend(Need::from_id(&item).map(|need| (need, *progress)));
                }
                Entry::Goal { item, to: Some(goal), .. } => plan.goals.push((item, *goal)),
                Entry::Action { item, to: Some(action), .. } => plan.actions.push((item, *action)),
                Entry::PlanBranch { to: Some(branch), .. } => plan.chosen = Some(*branch),
                Entry::PlanPart { item, to: Some(text), .. } => {
                    plan.parts.extend(part_of(&item).map(|part| (part, *text)));
                }
                _ => {}
            }
        }
        plan.goals.sort_by(|one, other| one.0.cmp(&other.0));
        plan.actions.sort_by_cached_key(|(item, action)| {
            let closed = action.closed.as_ref().map(|closed| std::cmp::Reverse(closed.on));
            // What has no day comes after everything that has one.
            (closed, action.due.is_none(), action.due, item.clone())
        });
        plan
    }

    /// Whether nothing was recorded of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The branch that is thought most likely.
    #[must_use]
    pub fn branch(&self) -> Branch {
        self.chosen.unwrap_or_default()
    }

    /// How far a need is met.
    #[must_use]
    pub fn progress(&self, need: Need) -> Progress {
        self.needs.get(&need).copied().unwrap_or_default()
    }

    /// What stands in a part; empty when nothing does.
    #[must_use]
    pub fn part(&self, branch: Branch, part: Part) -> &str {
        self.parts.get(&(branch, part)).map_or("", String::as_str)
    }

    /// What is still to be done, the soonest first.
    pub fn open(&self) -> impl Iterator<Item = &(String, Action)> {
        self.actions.iter().filter(|(_, action)| action.closed.is_none())
    }

    /// What should have been done before `today`, the longest overdue first.
    pub fn overdue(&self, today: NaiveDate) -> impl Iterator<Item = &(String, Action)> {
        self.actions.iter().filter(move |(_, action)| action.is_overdue(today))
    }
}

/// The item by which a part of a branch is recorded.
#[must_use]
pub fn part_item(branch: Branch, part: Part) -> String {
    format!("{}/{}", branch.id(), part.id())
}

/// The part that an item names.
#[must_use]
pub fn part_of(item: &str) -> Option<(Branch, Part)> {
    let (branch, part) = item.split_once('/')?;
    let branch = Branch::ALL.into_iter().find(|known| known.id() == branch)?;
    Some((branch, Part::ALL.into_iter().find(|known| known.id() == part)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::day;

    const ANA: PersonId = PersonId(1);

    fn action(item: &str, due: Option<&str>, closed: Option<&str>) -> Entry {
        let closed = closed.map(|on| Closed { on: day(on), given_up: None });
        let to = Action { what: item.to_owned(), due: due.map(day), closed, ..Action::default() };
        Entry::Action { person: ANA, item: item.to_owned(), to: Some(Box::new(to)) }
    }

    #[test]
    fn what_is_open_comes_first_and_the_soonest_of_it_before_the_rest() {
        let plan = Plan::of([
            action("1", None, None),
            action("2", Some("2026-12-02"), None),
            action("3", Some("2026-11-01"), Some("2026-11-03")),
            action("4", Some("2026-11-20"), None),
            action("5", None, Some("2026-11-10")),
        ]);
        let items =
            |actions: Vec<&(String, Action)>| -> String { actions.iter().map(|(item, _)| item.as_str()).collect() };
        assert_eq!(items(plan.actions.iter().collect()), "42153");
        assert_eq!(items(plan.open().collect()), "421");
        for (today, overdue) in [("2026-11-20", ""), ("2026-11-21", "4"), ("2026-12-03", "42")] {
            assert_eq!(items(plan.overdue(day(today)).collect()), overdue, "{today}");
        }
    }

    #[test]
    fn another_branch_leaves_what_was_thought_through_for_this_one() {
        let part = |branch, part, text: &str| Entry::PlanPart {
            person: ANA,
            item: part_item(branch, part),
            to: Some(Box::new(text.to_owned())),
        };
        let branch = |to| Entry::PlanBranch { person: ANA, to: Some(Box::new(to)) };
        let parts = [part(Branch::Stay, Part::Meets, "my sister"), part(Branch::Leave, Part::Meets, "an aunt")];
        let plan = |to| Plan::of(parts.iter().cloned().chain([branch(to)]));
        for chosen in Branch::ALL {
            let plan = plan(chosen);
            assert_eq!(plan.branch(), chosen);
            assert_eq!(plan.part(Branch::Stay, Part::Meets), "my sister");
            assert_eq!(plan.part(Branch::Leave, Part::Meets), "an aunt");
            assert_eq!(plan.part(Branch::NotSure, Part::Meets), "");
        }
        assert_eq!(Plan::default().branch(), Branch::NotSure);
    }

    #[test]
    fn items_of_parts_and_needs_are_read_as_they_are_written() {
        for branch in Branch::ALL {
            for part in Part::ALL {
                assert_eq!(part_of(&part_item(branch, part)), Some((branch, part)));
            }
        }
        for nonsense in ["", "stay", "stay/", "go/meets", "stay/meets/x"] {
            assert_eq!(part_of(nonsense), None, "{nonsense}");
        }
        assert!(Need::ALL.into_iter().all(|need| Need::from_id(need.id()) == Some(need)));
    }

    #[test]
    fn a_plan_of_which_nothing_is_recorded_is_empty() {
        assert!(Plan::default().is_empty());
        let need = Entry::Need { person: ANA, item: "health".into(), to: Some(Box::new(Progress::Declined)) };
        let plan = Plan::of([need]);
        assert!(!plan.is_empty());
        assert_eq!(
            (plan.progress(Need::Health), plan.progress(Need::Work)),
            (Progress::Declined, Progress::NotStarted)
        );
    }
}
