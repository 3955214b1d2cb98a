//! The plan of one person: what is to be done, needs, goals, and what is thought through for each branch.
//!
//! ```text
//!  Plan of Ana Petrauskaitė                        most likely: not sure yet
//!
//!  To be done
//!  > ! overdue 3 d          Ask the consulate for a passport (the coordinator)
//!      due 2 Dec            Ring my sister (the person)
//!
//!  Needs
//!      Accommodation        in progress
//! ```

pub(super) mod form;
mod page;

use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::plan::{Action as Todo, Branch, Closed, Goal, Plan, Progress, part_item};
use crate::domain::record::{About, Failure};
use crate::domain::text::{LINE, NOTE};
use crate::report::{Format, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::asking::{self, Question};
use crate::tui::widgets::sections::Sections;
use page::Item;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub(super) use page::in_short;

/// Lines above the page.
const ABOVE: u16 = 2;

/// The page.
#[derive(Debug)]
pub struct PlanScreen {
    id: PersonId,
    read: Option<Read>,
    /// The branch that is looked at; the one that is thought most likely as long as no other was asked for.
    looked_at: Option<Branch>,
    page: Sections,
}

/// What was read for it.
#[derive(Debug)]
struct Read {
    person: Person,
    plan: Plan,
    /// What each row is.
    items: Vec<Item>,
}

impl PlanScreen {
    /// The plan of `id`.
    #[must_use]
    pub fn new(id: PersonId) -> Self {
        Self { id, read: None, looked_at: None, page: Sections::default() }
    }

    fn branch(&self, plan: &Plan) -> Branch {
        self.looked_at.unwrap_or(plan.branch())
    }

    /// Changes what is selected.
    fn change(&self, read: &Read, desk: &Desk) -> Option<Effect> {
        let words = desk.words;
        Some(match read.items.get(self.page.selected())? {
            Item::Need(need) => {
                let (id, need) = (self.id, *need);
                let keys = ('1'..='4').map(Some);
                let items = keys.zip(Progress::ALL.map(|progress| say!(words, progress.message()))).collect();
                let here = Progress::ALL.iter().position(|known| *known == read.plan.progress(need)).unwrap_or(0);
                let title = say!(words, need.message());
                Effect::Ask(Layer::Choice(
                    Choice::new(title, items, move |at, desk| {
                        let Some(progress) = Progress::ALL.get(at).copied() else { return Vec::new() };
                        let to = Some(Box::new(progress));
                        let entries = vec![Entry::Need { person: id, item: need.id().to_owned(), to }];
                        let (what, how) = (say!(desk.words, need.message()), say!(desk.words, progress.message()));
                        vec![Effect::Record { entries, said: say!(desk.words, "said-part", what = what, value = how) }]
                    })
                    .at(here),
                ))
            }
            Item::Goal(item) => {
                let (_, goal) = read.plan.goals.iter().find(|(known, _)| known == item)?;
                self.ask_goal(Some((item.clone(), goal.clone())), desk)
            }
            Item::Action(item) => {
                let (_, todo) = read.plan.actions.iter().find(|(known, _)| known == item)?;
                form::ask(self.id, Some(item.clone()), todo.clone(), desk)
            }
            Item::Part(part) => {
                let (id, part, branch) = (self.id, *part, self.branch(&read.plan));
                let given = read.plan.part(branch, part).to_owned();
                let name = say!(words, part.message());
                let title = say!(words, "said-part", what = say!(words, branch.message()), value = name);
                let question =
                    Question { title, hint: say!(words, "plan-part-hint"), given, most: NOTE, optional: true };
                asking::text(question, move |text, desk| {
                    let to = (!text.is_empty()).then(|| Box::new(text.to_owned()));
                    let entries = vec![Entry::PlanPart { person: id, item: part_item(branch, part), to }];
                    vec![Effect::Record { entries, said: say!(desk.words, "plan-kept") }]
                })
            }
        })
    }

    /// Asks for a goal in the person's words.
    fn ask_goal(&self, known: Option<(String, Goal)>, desk: &Desk) -> Effect {
        let id = self.id;
        let (item, goal) = known.map_or((None, Goal::default()), |(item, goal)| (Some(item), goal));
        let question = Question {
            title: say!(desk.words, "plan-goal-title"),
            hint: say!(desk.words, "plan-goal-hint"),
            given: goal.text.clone(),
            most: LINE,
            optional: false,
        };
        asking::text(question, move |text, desk| {
            let item = item.clone().unwrap_or_else(|| desk.new_id().to_string());
            let to = Some(Box::new(Goal { text: text.to_owned(), ..goal.clone() }));
            vec![Effect::Record {
                entries: vec![Entry::Goal { person: id, item, to }],
                said: say!(desk.words, "plan-kept"),
            }]
        })
    }

    /// What is selected is done, or not done after all.
    fn done(&self, read: &Read, desk: &Desk) -> Option<Effect> {
        let (words, person, today) = (desk.words, self.id, desk.today());
        let (entry, is_done) = match read.items.get(self.page.selected())? {
            Item::Action(item) => {
                let (_, todo) = read.plan.actions.iter().find(|(known, _)| known == item)?;
                let closed = if todo.closed.is_some() { None } else { Some(Closed { on: today, given_up: None }) };
                let is_done = closed.is_some();
                let to = Some(Box::new(Todo { closed, ..todo.clone() }));
                (Entry::Action { person, item: item.clone(), to }, is_done)
            }
            Item::Goal(item) => {
                let (_, goal) = read.plan.goals.iter().find(|(known, _)| known == item)?;
                let reached = if goal.reached.is_some() { None } else { Some(today) };
                let to = Some(Box::new(Goal { reached, ..goal.clone() }));
                (Entry::Goal { person, item: item.clone(), to }, reached.is_some())
            }
            Item::Need(_) | Item::Part(_) => return Some(Effect::Refuse(say!(words, "plan-not-to-do"))),
        };
        let said = if is_done { say!(words, "plan-done") } else { say!(words, "plan-open-again") };
        Some(Effect::Record { entries: vec![entry], said })
    }

    /// Gives up what is selected: an action with a reason; a goal goes, and comes back when that is undone.
    fn give_up(&self, read: &Read, desk: &Desk) -> Option<Effect> {
        let (words, person) = (desk.words, self.id);
        Some(match read.items.get(self.page.selected())? {
            Item::Action(item) => {
                let (item, todo) = read.plan.actions.iter().find(|(known, _)| known == item)?.clone();
                if todo.closed.is_some() {
                    return Some(Effect::Refuse(say!(words, "plan-closed-already")));
                }
                let question = Question {
                    title: say!(words, "plan-give-up-why"),
                    hint: say!(words, "plan-give-up-hint"),
                    given: String::new(),
                    most: NOTE,
                    optional: true,
                };
                asking::text(question, move |why, desk| {
                    let closed = Some(Closed { on: desk.today(), given_up: Some(why.to_owned()) });
                    let to = Some(Box::new(Todo { closed, ..todo.clone() }));
                    let entries = vec![Entry::Action { person, item: item.clone(), to }];
                    vec![Effect::Record { entries, said: say!(desk.words, "plan-gave-up") }]
                })
            }
            Item::Goal(item) => {
                let entries = vec![Entry::Goal { person, item: item.clone(), to: None }];
                Effect::Record { entries, said: say!(words, "plan-goal-gone") }
            }
            Item::Need(_) | Item::Part(_) => Effect::Refuse(say!(words, "plan-not-to-do")),
        })
    }

    /// Asks which branch is thought most likely. The contents of all three stay.
    fn ask_branch(&self, plan: &Plan, desk: &Desk) -> Effect {
        let person = self.id;
        let items = ('1'..='3').map(Some).zip(Branch::ALL.map(|branch| say!(desk.words, branch.message()))).collect();
        let here = Branch::ALL.iter().position(|branch| *branch == plan.branch()).unwrap_or(0);
        let choice = Choice::new(say!(desk.words, "plan-branch-which"), items, move |at, desk| {
            let Some(branch) = Branch::ALL.get(at).copied() else { return Vec::new() };
            let entries = vec![Entry::PlanBranch { person, to: Some(Box::new(branch)) }];
            let name = say!(desk.words, branch.message());
            vec![Effect::Record { entries, said: say!(desk.words, "plan-branch-chosen", branch = name) }]
        });
        Effect::Ask(Layer::Choice(choice.at(here)))
    }
}

impl Screen for PlanScreen {
    fn place(&self) -> Place {
        Place::Plan(self.id)
    }

    fn scope(&self) -> Scope {
        Scope::Plan
    }

    fn selected_person(&self) -> Option<PersonId> {
        Some(self.id)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let plan = Plan::read(desk.reads, self.id)?;
        let branch = self.branch(&plan);
        let (pieces, items) = page::pieces(&plan, branch, desk);
        let person = desk.reads.person(self.id)?.unwrap_or_default();
        self.read = Some(Read { person, plan, items });
        self.page.set(pieces, desk.columns);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.page.act(action, desk.columns) {
            return Ok(Some(Vec::new()));
        }
        let Some(read) = &self.read else { return Ok(None) };
        let effect = match action {
            Action::Open => self.change(read, desk),
            Action::AgreeAction => Some(form::ask(self.id, None, Todo::default(), desk)),
            Action::NewGoal => Some(self.ask_goal(None, desk)),
            Action::Done => self.done(read, desk),
            Action::GiveUp => self.give_up(read, desk),
            Action::PlanBranch => Some(self.ask_branch(&read.plan, desk)),
            Action::NextPane => {
                self.looked_at = Some(self.branch(&read.plan).next());
                self.load(desk)?;
                None
            }
            Action::Write => {
                Some(Effect::Open(Place::Preview(Request::new(Report::Plan).about(self.id).written(Format::Html))))
            }
            Action::Agencies => Some(Effect::Open(Place::Agencies(self.id))),
            Action::Coverage => Some(Effect::Open(Place::Coverage(About::Person(self.id)))),
            Action::History => Some(Effect::Open(Place::History(About::Person(self.id)))),
            _ => return Ok(None),
        };
        Ok(Some(effect.into_iter().collect()))
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows.saturating_sub(ABOVE));
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(read) = &self.read else { return };
        let words = look.words;
        let likely = match read.plan.chosen {
            Some(branch) => say!(words, "plan-likely", branch = say!(words, branch.message())),
            None => say!(words, "plan-not-said"),
        };
        let title = say!(words, "plan-of", name = read.person.name());
        let room = area.width.saturating_sub(paint::width(&likely) + 3);
        paint::line(buf, Rect { width: room, ..area }, 1, 0, &title, look.title());
        paint::line_right(buf, Rect { width: area.width.saturating_sub(1), ..area }, 0, &likely, look.quiet());
        let below = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        self.page.draw(below, buf, look);
    }
}
