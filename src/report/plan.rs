//! The person's own plan on paper, in the language of the desk and in theirs: what is to be done, needs, goals, and
//! what is thought through for the time after release. No note of staff, and nothing that is restricted.

use crate::domain::id::PersonId;
use crate::domain::need::Need;
use crate::domain::pathway::Owner;
use crate::domain::plan::{Action, Branch, Doer, Part, Plan};
use crate::domain::shelf::Services;
use crate::report::Fault;
use crate::report::both::Both;
use crate::report::kind::{EVERY, READ};
use crate::report::request::Ground;
use crate::report::table::{Column, Document, Fact, Field, Line, Table};
use crate::say;

/// The plan of a person.
///
/// # Errors
/// When the store cannot be read, or nobody has the identifier.
pub fn of(id: PersonId, ground: &Ground) -> Result<Document, Fault> {
    let (reads, words) = (ground.reads, ground.words);
    let person = reads.person(id)?.ok_or(Fault::NoPerson)?;
    let plan = Plan::read(reads, id)?;
    let both = Both::with(words, &person);
    let mut facts = vec![
        Fact::new("name", both.label("paper-name"), Field::text(person.name())),
        Fact::new("written_on", both.label("paper-date"), Field::Date(ground.now.date_naive())),
    ];
    if let Some(branch) = plan.chosen {
        let said = Field::term(branch.id(), both.label(branch.message()));
        facts.push(Fact::new("branch", both.label("paper-plan-branch"), said));
    }
    facts.extend(both.awaiting().map(|(language, said)| Fact::new("translation", language, Field::text(said))));
    let mut tables = vec![actions(&plan, &both), goals(&plan, &both), needs(&plan, &both)];
    tables.extend(after_release(&plan, &both));
    let title = both.label("paper-plan");
    let signatures = vec![both.label("paper-name")];
    Ok(Document { facts, tables, signatures, ..Document::new("onward.plan/1", title, words, ground.now) })
}

/// What is to be done and what is done. What was given up is nobody's business any more.
fn actions(plan: &Plan, both: &Both) -> Table {
    let kept = |action: &Action| action.closed.as_ref().is_none_or(|closed| closed.given_up.is_none());
    let line = |action: &Action| {
        let done = action.closed.as_ref().map(|closed| closed.on);
        Line::body(vec![
            Field::text(&action.what),
            Field::text(who(&action.who, both)),
            Field::date(action.due),
            Field::date(done),
        ])
    };
    let columns = vec![
        Column::new("what", both.label("paper-plan-what")).wide(48).key(),
        Column::new("who", both.label("paper-plan-who")).wide(24),
        Column::new("by", both.label("paper-plan-when")).wide(14).centred(),
        Column::new("done", both.label("paper-plan-done")).wide(14).centred(),
    ];
    let lines = plan.actions.iter().map(|(_, action)| action).filter(|action| kept(action)).map(line).collect();
    Table::new("actions", both.label("paper-plan-actions"), EVERY, columns, lines)
}

/// Who does it: to the person they are `I`.
fn who(doer: &Doer, both: &Both) -> String {
    match doer {
        Doer::Owner(Owner::Person) => both.label("paper-plan-me"),
        Doer::Owner(Owner::Agency(_)) | Doer::Named(_) => both.desk.doer(doer, &Services::default()),
        Doer::Owner(_) => both.say(|words| words.doer(doer, &Services::default())),
    }
}

pub(super) fn goals(plan: &Plan, both: &Both) -> Table {
    let title = both.titled("paper-plan-goals", "plan-goals");
    let columns = vec![
        Column::new("goal", &title).wide(60).key(),
        Column::new("reached", both.label("paper-plan-done")).wide(14).centred(),
    ];
    let line = |(_, goal): &(String, crate::domain::plan::Goal)| {
        Line::body(vec![Field::text(&goal.text), Field::date(goal.reached)])
    };
    Table::new("goals", title, READ, columns, plan.goals.iter().map(line).collect())
}

pub(super) fn needs(plan: &Plan, both: &Both) -> Table {
    let title = both.titled("paper-plan-needs", "plan-needs");
    let columns = vec![
        Column::new("need", &title).wide(48).key(),
        Column::new("progress", both.label("paper-plan-progress")).wide(28),
    ];
    let line = |need: Need| {
        let progress = plan.progress(need);
        Line::body(vec![
            Field::term(need.id(), both.label(need.message())),
            Field::term(progress.id(), both.label(progress.message())),
        ])
    };
    Table::new("needs", title, READ, columns, Need::ALL.into_iter().map(line).collect())
}

/// A table for each branch for which something is thought through; the likely one first.
fn after_release(plan: &Plan, both: &Both) -> Vec<Table> {
    let mut branches = Branch::ALL.to_vec();
    branches.sort_by_key(|branch| *branch != plan.branch());
    let table = |branch: Branch| {
        let parts = Part::ALL.into_iter().filter(|part| !plan.part(branch, *part).is_empty());
        let line = |part: Part| {
            Line::body(vec![Field::term(part.id(), both.label(part.message())), Field::text(plan.part(branch, part))])
        };
        let lines: Vec<Line> = parts.map(line).collect();
        let title = both.label(branch.message());
        let columns = vec![
            Column::new("part", title.clone()).wide(32).key(),
            Column::new("text", both.label("paper-plan-text")).wide(60),
        ];
        (!lines.is_empty()).then(|| Table::new(id(branch), title, READ, columns, lines))
    };
    branches.into_iter().filter_map(table).collect()
}

fn id(branch: Branch) -> &'static str {
    match branch {
        Branch::Stay => "if_stay",
        Branch::NotSure => "if_not_sure",
        Branch::Leave => "if_leave",
    }
}

/// Whether anything was recorded of a plan at all, and the tables that the staff's record of a person has of it.
pub(super) fn tables_for_staff(plan: &Plan, ground: &Ground) -> Vec<Table> {
    if plan.is_empty() {
        return Vec::new();
    }
    let words = ground.words;
    let line = |(_, action): &(String, Action)| {
        let why = action.closed.as_ref().and_then(|closed| closed.given_up.clone()).filter(|why| !why.is_empty());
        Line::body(vec![
            Field::text(&action.what),
            Field::text(words.doer(&action.who, &Services::default())),
            Field::date(action.due),
            Field::date(action.closed.as_ref().map(|closed| closed.on)),
            why.map_or(Field::Empty, Field::text),
            if action.agreed.is_empty() { Field::Empty } else { Field::text(&action.agreed) },
        ])
    };
    let columns = vec![
        Column::new("what", say!(words, "plan-action-what")).wide(48).key(),
        Column::new("who", say!(words, "plan-action-who")).wide(24),
        Column::new("by", say!(words, "plan-action-when")).centred(),
        Column::new("closed", say!(words, "report-ended")).centred(),
        Column::new("why", say!(words, "report-reason")).wide(40).holding(crate::report::table::Holds::Note),
        Column::new("agreed", say!(words, "said-agreed-at")).wide(16),
    ];
    let lines = plan.actions.iter().map(line).collect();
    let desk = Both::alone(words);
    let actions = Table::new("actions", say!(words, "plan-actions"), READ, columns, lines);
    [actions, goals(plan, &desk), needs(plan, &desk)].into_iter().chain(after_release(plan, &desk)).collect()
}
