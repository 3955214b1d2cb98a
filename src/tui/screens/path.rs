//! One pathway of one person: its steps with what was recorded, what is due and why, and on which consents it rests.

pub(super) mod consenting;
pub(super) mod detention;
mod doing;
mod page;
mod sharing;

use crate::domain::confined::Confined;
use crate::domain::entry::Entry;
use crate::domain::following::due::When;
use crate::domain::following::{Facts, Following, Standing};
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::record::{About, Failure};
use crate::domain::run::Snooze;
use crate::domain::text::NOTE;
use crate::domain::training::{self, Training};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::asking::{self, Question};
use crate::tui::widgets::document::Document;
use chrono::Days;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Days for which something is put off when nobody says otherwise.
const USUAL: u64 = 7;

/// The page.
#[derive(Debug)]
pub struct Path {
    person: PersonId,
    run: String,
    read: Option<Read>,
    page: Document,
}

/// What was read for it.
#[derive(Debug, Clone)]
pub(super) struct Read {
    id: PersonId,
    person: Person,
    following: Following,
    /// What is recorded, where it is restricted.
    confined: Option<Confined>,
    /// What training is recorded, where the pathway asks for any.
    had: Vec<Training>,
}

impl Path {
    /// The run `run` of `person`.
    #[must_use]
    pub fn new(person: PersonId, run: String) -> Self {
        Self { person, run, read: None, page: Document::default() }
    }

    /// The same where it is restricted; nothing for those whom it is not open to.
    fn confined(&self, person: Person, desk: &Desk) -> Result<Option<Read>, Failure> {
        let standing = desk.reads.standing("confined", About::Person(self.person))?;
        let found = Confined::among(standing, desk.actor).find(|(_, item, _)| *item == self.run);
        let facts = Facts::of(&person, detention::since(self.person, desk)?);
        Ok(found.map(|(id, item, confined)| {
            let following = confined.following(&item, facts);
            Read { id, person, following, confined: Some(confined), had: Vec::new() }
        }))
    }
}

impl Screen for Path {
    fn place(&self) -> Place {
        Place::Path { person: self.person, run: self.run.clone() }
    }

    fn scope(&self) -> Scope {
        Scope::Path
    }

    fn selected_person(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let person = desk.reads.person(self.person)?.unwrap_or_default();
        let following = desk.reads.followings(self.person)?.into_iter().find(|following| following.id == self.run);
        self.read = match following {
            Some(following) => Some(Read { id: self.person, person, following, confined: None, had: Vec::new() }),
            None => self.confined(person, desk)?,
        };
        if let Some(read) = self.read.as_mut().filter(|read| !read.following.pathway.trained.is_empty()) {
            read.had = training::recorded(desk.reads.standing("training", About::Everything)?);
        }
        let blocks = self.read.as_ref().map_or_else(|| page::gone(desk.words), |read| page::blocks(read, desk));
        self.page.set(blocks, desk.columns);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.page.act(action, desk.columns) {
            return Ok(Some(Vec::new()));
        }
        let Some(read) = &self.read else { return Ok(None) };
        Ok(Some(match action {
            Action::DoStep | Action::Open => doing::begin(read, desk),
            Action::Snooze => vec![read.snooze(desk)],
            Action::GiveConsent => vec![consenting::ask(read, desk)],
            Action::Withdraw => vec![consenting::withdraw(read, desk)],
            Action::EndPathway => vec![read.end(desk)],
            Action::WhoSees => vec![sharing::ask(read, desk)?],
            Action::Detention => vec![detention::ask(self.person, &read.person.short_name(), desk)?],
            Action::Edit => vec![Effect::Open(Place::PersonForm(Some(self.person)))],
            Action::History => vec![Effect::Open(Place::History(About::Person(self.person)))],
            _ => return Ok(None),
        }))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.page.draw(area, buf, look);
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows);
    }
}

impl Read {
    /// Records what happened to the run; where it is restricted, all of it as the one fact that it is.
    fn recording(&self, entries: Vec<Entry>, said: String) -> Effect {
        let Some(confined) = &self.confined else { return Effect::Record { entries, said } };
        let after = entries.into_iter().fold(confined.clone(), Confined::with);
        Effect::Record { entries: vec![after.of(self.id, &self.following.id)], said }
    }

    /// Asks until when what is due is put off, and why.
    fn snooze(&self, desk: &Desk) -> Effect {
        let words = desk.words;
        let Some(When::On(dated)) = self.following.due() else {
            return Effect::Refuse(say!(words, "path-nothing-due"));
        };
        let last = dated.day().max(desk.today());
        let given = last + Days::new(USUAL);
        let (title, hint) = (say!(words, "path-put-off"), say!(words, "answer-hint-date"));
        let read = self.clone();
        asking::date(title, hint, given, move |until, desk| {
            if until <= last {
                return Err(say!(desk.words, "path-put-off-past", day = desk.words.short_date(last, desk.today())));
            }
            let read = read.clone();
            let question = Question {
                title: say!(desk.words, "path-put-off-why"),
                hint: say!(desk.words, "path-why-hint"),
                given: String::new(),
                most: NOTE,
                optional: false,
            };
            Ok(vec![asking::text(question, move |why, desk| {
                let (why, by, steps) = (why.to_owned(), desk.actor.to_owned(), read.following.taken.len());
                let to = Some(Box::new(Snooze { until, why, by, steps }));
                let entries = vec![Entry::Snooze { person: read.id, item: read.following.id.clone(), to }];
                let day = desk.words.short_date(until, desk.today());
                vec![read.recording(entries, say!(desk.words, "path-put-off-done", day = day))]
            })])
        })
    }

    /// Asks why it is ended before its end.
    fn end(&self, desk: &Desk) -> Effect {
        if matches!(self.following.standing(), Standing::Ended(_)) {
            return Effect::Refuse(say!(desk.words, "path-is-over"));
        }
        let question = Question {
            title: say!(desk.words, "path-end-why", title = desk.words.pick(&self.following.pathway.title)),
            hint: say!(desk.words, "path-why-hint"),
            given: String::new(),
            most: NOTE,
            optional: false,
        };
        let read = self.clone();
        asking::text(question, move |why, desk| {
            let entries = vec![read.following.ending(read.id, desk.today(), why)];
            vec![read.recording(entries, say!(desk.words, "path-ended"))]
        })
    }
}
