//! What is kept of a person's plan, and of the prison itself: an example of each.

use super::day;
use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::pathway::{Owner, Reaches};
use crate::domain::plan::{Action, Branch, Closed, Doer, Goal, Part, Progress, part_item};
use crate::domain::remedy::Remedy;
use crate::domain::sharing::{Law, Partner, Topic};
use crate::domain::training::{PointOfContact, Training};

/// What is recorded of somebody's plan, and who may be told of it.
pub fn persons_plan(person: PersonId) -> Vec<Entry> {
    let text = |text: &str| text.to_owned();
    let goal = Goal { text: text("Live near my children"), reached: None };
    let action = |what: &str, who: Doer, due: &str, closed: Option<&str>| {
        let closed = closed.map(|on| Closed { on: day(on), given_up: None });
        Action { what: text(what), who, due: Some(day(due)), closed, ..Action::default() }
    };
    let consulate = action("Ask the consulate for a passport", Doer::Owner(Owner::Coordinator), "2026-11-18", None);
    let sister = action("Ring my sister", Doer::default(), "2026-11-25", Some("2026-11-19"));
    let partner = Partner {
        to: Reaches::Authority,
        name: text("Probation"),
        before: text("meets Ana once"),
        after: text("sees her every week"),
        told: [Topic::Identity, Topic::Needs, Topic::Actions].into(),
        law: Some(Law { named: text("Execution of Sentences Act, section 1"), until: None }),
    };
    vec![
        Entry::Need { person, item: text("finance"), to: Some(Box::new(Progress::InProgress)) },
        Entry::Need { person, item: text("substances"), to: Some(Box::new(Progress::Declined)) },
        Entry::Goal { person, item: text("80"), to: Some(Box::new(goal)) },
        Entry::Action { person, item: text("81"), to: Some(Box::new(consulate)) },
        Entry::Action { person, item: text("82"), to: Some(Box::new(sister)) },
        Entry::PlanBranch { person, to: Some(Box::new(Branch::Leave)) },
        Entry::PlanPart {
            person,
            item: part_item(Branch::Leave, Part::Meets),
            to: Some(Box::new(text("an aunt, at the airport"))),
        },
        Entry::PlanPart {
            person,
            item: part_item(Branch::Stay, Part::BestCase),
            to: Some(Box::new(text("a room in town"))),
        },
        Entry::Partner { person, item: text("83"), to: Some(Box::new(partner)) },
    ]
}

/// What is recorded of the prison itself, and of a group's action plan.
pub fn house(group: GroupId) -> Vec<Entry> {
    let text = |text: &str| text.to_owned();
    let remedy = |concern: &str, due: &str| Remedy {
        concern: text(concern),
        response: text("Leaflets in ten languages"),
        owner: text("Kari"),
        due: Some(day(due)),
        progress: text("ordered"),
        closed: None,
    };
    let interpreters = PointOfContact {
        what: text("Interpreters"),
        name: text("Ola"),
        reach: text("4711"),
        review: Some(day("2027-05-24")),
    };
    let training = Training {
        who: text("Kari"),
        what: text("Adults at Risk"),
        on: day("2025-11-30"),
        until: Some(day("2026-11-30")),
    };
    vec![
        Remedy::entry(None, text("90"), Some(remedy("Nobody is told about legal advice", "2026-11-10"))),
        Remedy::entry(Some(group), text("91"), Some(remedy("No interpreter at three sessions", "2026-12-10"))),
        Entry::Training { item: text("92"), to: Some(Box::new(training)) },
        Entry::Contact { item: text("93"), to: Some(Box::new(interpreters)) },
    ]
}
