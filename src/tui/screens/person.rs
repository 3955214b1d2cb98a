//! One person: facts, who may take part explained, groups, what was recorded last.

mod apart;
mod appointments;
mod exception;
mod page;

use crate::domain::appointment::Appointment;
use crate::domain::eligibility::Exception;
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::person::Person as Facts;
use crate::domain::plan::Plan;
use crate::domain::programme::Course;
use crate::domain::record::{About, Failure, Membership, Recorded};
use crate::i18n::Words;
use crate::i18n::entry::Known;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::confirm::Confirm;
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::basis::Basis;
use crate::tui::screens::history::known;
use crate::tui::screens::{catching_up, erasing, paths, plan};
use crate::tui::widgets::document::Document;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

/// Entries of the history that the page shows.
const LATEST: usize = 4;

/// The page of one person.
#[derive(Debug)]
pub struct Person {
    id: PersonId,
    /// Chosen by somebody, or as usual.
    chosen: Option<Basis>,
    read: Option<Read>,
    page: Document,
}

/// What was read for the page.
#[derive(Debug)]
struct Read {
    person: Facts,
    basis: Basis,
    course: Option<Course>,
    exceptions: BTreeMap<String, Exception>,
    /// From whom they are kept apart; never why.
    apart: Vec<String>,
    appointments: Vec<(String, Appointment)>,
    /// The plan in a line, and whether something of it is overdue.
    plan: Option<(bool, String)>,
    /// The pathways that run: whether something presses, and where each stands.
    pathways: Vec<(bool, String)>,
    memberships: Vec<Membership>,
    latest: Vec<Recorded>,
    known: Known,
}

impl Person {
    /// The page of `id`, held against what is usual.
    #[must_use]
    pub fn new(id: PersonId) -> Self {
        Self { id, chosen: None, read: None, page: Document::default() }
    }

    /// The page of `id`, held against `basis`.
    #[must_use]
    pub fn against(id: PersonId, basis: Basis) -> Self {
        Self { chosen: Some(basis), ..Self::new(id) }
    }
}

/// What was recorded last: not who looked, and to whom it went, which the history has.
fn latest(id: PersonId, desk: &Desk) -> Result<Vec<Recorded>, Failure> {
    const SOME: usize = 40;
    let (mut found, mut before) = (Vec::new(), None);
    loop {
        let some = desk.reads.history(About::Person(id), before, SOME)?;
        let at_end = some.len() < SOME;
        before = some.last().map(|last| last.seq);
        found.extend(some.into_iter().filter(|recorded| !recorded.entry.is_trace()));
        if at_end || found.len() >= LATEST {
            found.truncate(LATEST);
            return Ok(found);
        }
    }
}

impl Screen for Person {
    fn place(&self) -> Place {
        match self.chosen {
            Some(basis) => Place::Judged { person: self.id, course: basis.course, start: basis.start },
            None => Place::Person(self.id),
        }
    }

    fn scope(&self) -> Scope {
        Scope::Person
    }

    fn selected_person(&self) -> Option<PersonId> {
        Some(self.id)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let latest = latest(self.id, desk)?;
        let basis = self.chosen.unwrap_or_else(|| Basis::usual(desk.today()));
        self.read = match desk.reads.person(self.id)? {
            None => None,
            Some(person) => Some(Read {
                person,
                basis,
                course: desk.courses().into_iter().nth(basis.course),
                exceptions: desk.reads.exceptions(self.id)?,
                apart: apart::names(self.id, desk)?,
                appointments: appointments::ahead(self.id, desk)?,
                plan: plan::in_short(self.id, desk)?,
                pathways: paths::running(self.id, desk)?,
                memberships: desk.reads.memberships(self.id)?,
                known: known(&latest, desk)?,
                latest,
            }),
        };
        let blocks = self.read.as_ref().map_or_else(|| page::gone(desk.words), |read| read.blocks(self.id, desk));
        self.page.set(blocks, desk.columns);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.page.act(action, desk.columns) {
            return Ok(Some(Vec::new()));
        }
        let Some(read) = &self.read else { return Ok(None) };
        let id = self.id;
        let place = move |basis: Basis| Place::Judged { person: id, course: basis.course, start: basis.start };
        let effect = match action {
            Action::Edit if read.person.erased => Effect::Refuse(say!(desk.words, "erase-done-already")),
            Action::Edit => Effect::Open(Place::PersonForm(Some(id))),
            Action::History => Effect::Open(Place::History(About::Person(id))),
            Action::ChangeStart => read.basis.ask_start(desk.words, place),
            Action::ChangeProgramme => read.basis.ask_version(desk, place),
            Action::Exception => match &read.course {
                Some(course) => exception::ask(id, course, read.exceptions.get(&course.programme), desk),
                None => Effect::Refuse(say!(desk.words, "basis-no-programme")),
            },
            Action::Erase => erasing::ask(id, &read.person, "", true, desk)?,
            Action::Apart => apart::ask(id, &read.person.short_name(), desk)?,
            Action::Appointment => appointments::ask(id, desk)?,
            Action::Pathways => Effect::Open(Place::Paths(id)),
            Action::Plan => Effect::Open(Place::Plan(id)),
            Action::Agencies => Effect::Open(Place::Agencies(id)),
            Action::Coverage => Effect::Open(Place::Coverage(About::Person(id))),
            Action::CatchUp => return read.catch_up(id, desk).map(Some),
            Action::Open => read.open_group(desk.words),
            Action::Remove if !desk.reads.standing("guest", About::Person(id))?.is_empty() => {
                Effect::Refuse(say!(desk.words, "person-remove-guest"))
            }
            Action::Remove => read.remove(id, desk)?,
            _ => return Ok(None),
        };
        Ok(Some(vec![effect]))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.page.draw(area, buf, look);
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows);
    }
}

impl Read {
    /// Asks which missed session was made good, in whichever group.
    fn catch_up(&self, id: PersonId, desk: &Desk) -> Result<Effects, Failure> {
        let groups = self.memberships.iter().map(|membership| desk.reads.group(membership.group, desk.order()));
        let records: Vec<_> = groups.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        Ok(catching_up::which(&records, id, &self.person.short_name(), desk))
    }

    /// Opens the group, or asks which.
    fn open_group(&self, words: &Words) -> Effect {
        let groups: Vec<_> = self.memberships.iter().map(|membership| membership.group).collect();
        match groups[..] {
            [] => Effect::Say(say!(words, "person-in-no-group")),
            [group] => Effect::Open(Place::Group(group)),
            _ => {
                let names = self.memberships.iter().map(|m| (None, format!("{}  {}", m.code, words.pick(&m.title))));
                let open = move |index: usize, _: &mut Desk| {
                    groups.get(index).map(|group| Effect::Open(Place::Group(*group))).into_iter().collect()
                };
                Effect::Ask(Layer::Choice(Choice::new(say!(words, "person-groups"), names.collect(), open)))
            }
        }
    }

    /// Asks before removing; whoever has a place in a group stays, because its register names them.
    fn remove(&self, id: PersonId, desk: &Desk) -> Result<Effect, Failure> {
        let words = desk.words;
        let name = self.person.name();
        if !self.memberships.is_empty() {
            let codes = self.memberships.iter().map(|m| m.code.as_str()).collect::<Vec<_>>().join(", ");
            return Ok(Effect::Refuse(say!(words, "person-remove-in-group", groups = codes)));
        }
        let exceptions = self.exceptions.keys().cloned();
        let mut entries: Vec<Entry> = exceptions.map(|item| Entry::Exception { person: id, item, to: None }).collect();
        let others = ["apart", "appointment", "erasure-request", "snooze", "consent", "step", "run", "detention"];
        // What is restricted goes too, whoever sees it: it would be of nobody. Nothing here says whether there is any,
        // and undoing it brings everything back to those whom it is open to.
        for kind in others.into_iter().chain(Plan::KINDS).chain(["partner"]).chain(Entry::RESTRICTED) {
            let standing = desk.reads.standing(kind, About::Person(id))?;
            entries.extend(standing.iter().filter_map(|entry| entry.restoring(None).ok().flatten()));
        }
        entries.push(Entry::Person { person: id, to: None });
        let said = say!(words, "person-removed", name = &name);
        let text = say!(words, "person-remove-ask", name = &name);
        let remove = move |_: &mut Desk| vec![Effect::Record { entries, said }, Effect::Back];
        Ok(Effect::Ask(Layer::Confirm(Confirm::new(say!(words, "person-remove"), text, 'y', remove))))
    }
}
