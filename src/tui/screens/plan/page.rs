//! What the page of a plan says, from top to bottom.

use crate::domain::id::PersonId;
use crate::domain::need::Need;
use crate::domain::plan::{Action, Branch, Part, Plan, Progress};
use crate::domain::record::Failure;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::keymap::{Action as Key, Scope};
use crate::tui::widgets::document::Tone;
use crate::tui::widgets::sections::{Piece, Row};

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Action(String),
    Need(Need),
    Goal(String),
    Part(Part),
}

/// The page with the contents of `branch`, and what each of its rows is.
pub(super) fn pieces(plan: &Plan, branch: Branch, desk: &Desk) -> (Vec<Piece>, Vec<Item>) {
    let words = desk.words;
    let key = |action| desk.keymap.key_for(&[Scope::Plan], action);
    let mut pieces = vec![Piece::Heading(say!(words, "plan-actions"))];
    let mut items = Vec::new();
    if plan.actions.is_empty() {
        pieces.push(Piece::Text(say!(words, "plan-no-actions", key = key(Key::AgreeAction)), Tone::Quiet));
    }
    for (item, action) in &plan.actions {
        pieces.push(Piece::Row(todo(action, desk)));
        items.push(Item::Action(item.clone()));
    }
    pieces.push(Piece::Heading(say!(words, "plan-needs")));
    for need in Need::ALL {
        let progress = plan.progress(need);
        let tone = if progress == Progress::NotStarted { Tone::Quiet } else { Tone::Plain };
        pieces.push(Piece::Row(Row::new(say!(words, need.message()), say!(words, progress.message())).toned(tone)));
        items.push(Item::Need(need));
    }
    pieces.push(Piece::Heading(say!(words, "plan-goals")));
    if plan.goals.is_empty() {
        pieces.push(Piece::Text(say!(words, "plan-no-goals", key = key(Key::NewGoal)), Tone::Quiet));
    }
    for (item, goal) in &plan.goals {
        let label = match goal.reached {
            Some(day) => say!(words, "plan-reached-on", day = words.short_date(day, desk.today())),
            None => String::new(),
        };
        pieces.push(Piece::Row(Row::new(label, goal.text.clone())));
        items.push(Item::Goal(item.clone()));
    }
    let (name, key) = (say!(words, branch.message()), key(Key::NextPane));
    pieces.push(Piece::Heading(if plan.chosen == Some(branch) {
        say!(words, "plan-branch-likely", branch = name, key = key)
    } else {
        say!(words, "plan-branch", branch = name, key = key)
    }));
    for part in Part::ALL {
        let text = plan.part(branch, part);
        let row = Row::new(say!(words, part.message()), if text.is_empty() { "–" } else { text });
        pieces.push(Piece::Row(row));
        items.push(Item::Part(part));
    }
    (pieces, items)
}

/// When, what, and by whom.
fn todo(action: &Action, desk: &Desk) -> Row {
    let (words, today) = (desk.words, desk.today());
    let who = words.doer(&action.who, desk.services);
    let mut text = say!(words, "plan-action-by", what = &action.what, who = who);
    if !action.agreed.is_empty() {
        text = say!(words, "plan-action-agreed", what = text, session = &action.agreed);
    }
    if let Some(how) = words.closed_how(action.closed.as_ref(), today) {
        return Row::new(how, text).toned(Tone::Quiet);
    }
    let label = action.due.map_or_else(|| say!(words, "plan-no-day"), |due| words.due_day(due, today));
    Row::new(label, text).noticed(action.is_overdue(today))
}

/// The plan in a line, for the person's page: whether something is overdue, and what is open. Nothing as long as there
/// is none.
pub(in crate::tui::screens) fn in_short(id: PersonId, desk: &Desk) -> Result<Option<(bool, String)>, Failure> {
    let plan = Plan::read(desk.reads, id)?;
    Ok((!plan.is_empty()).then(|| {
        let overdue = plan.overdue(desk.today()).count();
        (overdue > 0, said(&plan, overdue, desk.words))
    }))
}

fn said(plan: &Plan, overdue: usize, words: &Words) -> String {
    let branch = say!(words, plan.branch().message());
    let met = Need::ALL.into_iter().filter(|need| plan.progress(*need) == Progress::Met).count();
    let open = plan.open().count();
    if overdue > 0 {
        say!(words, "plan-in-short-overdue", branch = branch, open = open, overdue = overdue, met = met)
    } else {
        say!(words, "plan-in-short", branch = branch, open = open, met = met)
    }
}
