//! The house: what is to be done better in the prison or in a group, who of the staff is trained for what, and whom the
//! prison names for what.
//!
//! ```text
//!  Action plan
//!  > ! overdue 14 d    Nobody is told about legal advice
//!                      Leaflets in ten languages (Kari). Progress: ordered
//!
//!  Training
//!    ! overdue 2 d     Ola: Adults at Risk
//! ```

mod forms;

use crate::domain::entry::Entry;
use crate::domain::id::GroupId;
use crate::domain::plan::Closed;
use crate::domain::record::{About, Failure};
use crate::domain::remedy::{Remedy, order};
use crate::domain::text::NOTE;
use crate::domain::training::{PointOfContact, Training};
use crate::report::{Format, Report, Request};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::look::Look;
use crate::tui::screen::Screen;
use crate::tui::screens::asking::{self, Question};
use crate::tui::widgets::document::Tone;
use crate::tui::widgets::sections::{Piece, Row, Sections};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What a row is.
#[derive(Debug, Clone)]
enum Item {
    Remedy(Option<GroupId>, String, Remedy),
    Training(String, Training),
    Contact(String, PointOfContact),
}

/// The page.
#[derive(Debug)]
pub struct House {
    /// The group whose action plan alone is shown.
    group: Option<GroupId>,
    items: Vec<Item>,
    page: Sections,
}

impl House {
    /// Of the prison and all groups; of `group` its action plan alone.
    #[must_use]
    pub fn new(group: Option<GroupId>) -> Self {
        Self { group, items: Vec::new(), page: Sections::default() }
    }

    fn remedies(&self, desk: &Desk) -> Result<Vec<Item>, Failure> {
        let mut entries = desk.reads.standing("group-remedy", self.group.map_or(About::Everything, About::Group))?;
        if self.group.is_none() {
            entries.extend(desk.reads.standing("remedy", About::Everything)?);
        }
        let mut remedies: Vec<_> = entries.into_iter().filter_map(Remedy::recorded).collect();
        remedies.sort_by_key(|(_, _, remedy)| order(remedy));
        Ok(remedies.into_iter().map(|(group, item, remedy)| Item::Remedy(group, item, remedy)).collect())
    }

    /// Training, what ends first first, then contacts by what they are for.
    fn of_the_prison(desk: &Desk) -> Result<Vec<Item>, Failure> {
        let (mut trained, mut contacts) = (Vec::new(), Vec::new());
        for entry in desk.reads.standing("training", About::Everything)? {
            let Entry::Training { item, to: Some(training) } = entry else { continue };
            trained.push((item, *training));
        }
        for entry in desk.reads.standing("contact", About::Everything)? {
            let Entry::Contact { item, to: Some(contact) } = entry else { continue };
            contacts.push((item, *contact));
        }
        trained.sort_by_cached_key(|(_, training)| {
            (training.until.is_none(), training.until, training.who.clone(), training.what.clone())
        });
        contacts.sort_by_cached_key(|(_, contact)| (contact.what.clone(), contact.name.clone()));
        let trained = trained.into_iter().map(|(item, training)| Item::Training(item, training));
        Ok(trained.chain(contacts.into_iter().map(|(item, contact)| Item::Contact(item, contact))).collect())
    }

    fn pieces(&self, desk: &Desk) -> Result<Vec<Piece>, Failure> {
        let words = desk.words;
        let code = match self.group {
            Some(group) => desk.reads.group(group, desk.order())?.map(|record| record.group.code),
            None => None,
        };
        let mut pieces = vec![Piece::Heading(match &code {
            Some(code) => say!(words, "house-plan-of", group = code),
            None => say!(words, "house-plan"),
        })];
        let key = desk.keymap.key_for(&[Scope::House], Action::NewRemedy);
        let mut part = 0;
        for item in &self.items {
            let of = match item {
                Item::Remedy(..) => 0,
                Item::Training(..) => 1,
                Item::Contact(..) => 2,
            };
            while part < of {
                part += 1;
                self.head(part, &mut pieces, desk);
            }
            pieces.push(Piece::Row(self.row(item, desk)?));
        }
        if !self.items.iter().any(|item| matches!(item, Item::Remedy(..))) {
            pieces.insert(1, Piece::Text(say!(words, "house-no-plan", key = key), Tone::Quiet));
        }
        while part < 2 && self.group.is_none() {
            part += 1;
            self.head(part, &mut pieces, desk);
        }
        Ok(pieces)
    }

    /// The heading of training, or of contacts, and that there are none.
    fn head(&self, part: usize, pieces: &mut Vec<Piece>, desk: &Desk) {
        let words = desk.words;
        let (heading, none) = if part == 1 {
            let key = desk.keymap.key_for(&[Scope::House], Action::NewTraining);
            let is_none = !self.items.iter().any(|item| matches!(item, Item::Training(..)));
            (say!(words, "house-training"), is_none.then(|| say!(words, "house-no-training", key = key)))
        } else {
            let key = desk.keymap.key_for(&[Scope::House], Action::NewContact);
            let is_none = !self.items.iter().any(|item| matches!(item, Item::Contact(..)));
            (say!(words, "house-contacts"), is_none.then(|| say!(words, "house-no-contacts", key = key)))
        };
        pieces.push(Piece::Heading(heading));
        pieces.extend(none.map(|none| Piece::Text(none, Tone::Quiet)));
    }

    fn row(&self, item: &Item, desk: &Desk) -> Result<Row, Failure> {
        let (words, today) = (desk.words, desk.today());
        let by =
            |day: Option<NaiveDate>| day.map_or_else(|| say!(words, "plan-no-day"), |day| words.due_day(day, today));
        Ok(match item {
            Item::Remedy(group, _, remedy) => {
                let code = match group.filter(|_| self.group.is_none()) {
                    Some(group) => desk.reads.group(group, desk.order())?.map(|record| record.group.code),
                    None => None,
                };
                let concern = code.map_or_else(
                    || remedy.concern.clone(),
                    |code| say!(words, "said-part", what = code, value = &remedy.concern),
                );
                let response = say!(words, "plan-action-by", what = &remedy.response, who = &remedy.owner);
                let mut text = format!("{concern}\n{response}");
                if !remedy.progress.is_empty() {
                    text = format!("{text}\n{}", say!(words, "house-progress", text = &remedy.progress));
                }
                match words.closed_how(remedy.closed.as_ref(), today) {
                    Some(how) => Row::new(how, text).toned(Tone::Quiet),
                    None => Row::new(by(remedy.due), text).noticed(remedy.is_overdue(today)),
                }
            }
            Item::Training(_, training) => {
                let text = say!(words, "said-part", what = &training.who, value = &training.what);
                let on = say!(words, "house-trained-on", what = text, day = words.short_date(training.on, today));
                let label = match training.until {
                    Some(until) => words.due_day(until, today),
                    None => say!(words, "house-for-good"),
                };
                Row::new(label, on).noticed(training.until.is_some_and(|until| until < today))
            }
            Item::Contact(_, contact) => {
                let text = say!(words, "said-part", what = &contact.what, value = &contact.name);
                let text = if contact.reach.is_empty() { text } else { format!("{text}, {}", contact.reach) };
                Row::new(by(contact.review), text).noticed(contact.review.is_some_and(|day| day < today))
            }
        })
    }

    /// What is selected is done: a line of the plan closed, a refresher had, a contact looked at.
    fn done(&self, desk: &Desk) -> Option<Effect> {
        let (words, today) = (desk.words, desk.today());
        Some(match self.items.get(self.page.selected())? {
            Item::Remedy(group, item, remedy) => {
                let closed = if remedy.closed.is_some() { None } else { Some(Closed { on: today, given_up: None }) };
                let said = if closed.is_some() { say!(words, "plan-done") } else { say!(words, "plan-open-again") };
                let to = Some(Remedy { closed, ..remedy.clone() });
                Effect::Record { entries: vec![Remedy::entry(*group, item.clone(), to)], said }
            }
            Item::Training(item, training) => {
                let (item, training) = (item.clone(), training.clone());
                let title = say!(words, "house-refresher-on", who = &training.who, what = &training.what);
                asking::date(title, say!(words, "answer-hint-date"), today, move |day, desk| {
                    if day > desk.today() {
                        return Err(say!(desk.words, "house-not-yet"));
                    }
                    let to = Some(Box::new(training.refreshed(day)));
                    let entries = vec![Entry::Training { item: item.clone(), to }];
                    Ok(vec![Effect::Record { entries, said: say!(desk.words, "house-refreshed") }])
                })
            }
            Item::Contact(item, contact) => {
                let review = today.checked_add_months(crate::domain::training::REVIEWED_AFTER);
                let to = Some(Box::new(PointOfContact { review, ..contact.clone() }));
                let entries = vec![Entry::Contact { item: item.clone(), to }];
                Effect::Record { entries, said: say!(words, "house-looked-at") }
            }
        })
    }

    /// Takes out what is selected.
    fn remove(&self, desk: &Desk) -> Option<Effect> {
        let entry = match self.items.get(self.page.selected())? {
            Item::Remedy(group, item, _) => Remedy::entry(*group, item.clone(), None),
            Item::Training(item, _) => Entry::Training { item: item.clone(), to: None },
            Item::Contact(item, _) => Entry::Contact { item: item.clone(), to: None },
        };
        Some(Effect::Record { entries: vec![entry], said: say!(desk.words, "house-removed") })
    }

    /// Asks how far a line of the plan has come.
    fn progress(&self, desk: &Desk) -> Option<Effect> {
        let Item::Remedy(group, item, remedy) = self.items.get(self.page.selected())?.clone() else {
            return Some(Effect::Refuse(say!(desk.words, "house-no-progress")));
        };
        let question = Question {
            title: say!(desk.words, "house-progress-title"),
            hint: say!(desk.words, "house-progress-hint"),
            given: remedy.progress.clone(),
            most: NOTE,
            optional: true,
        };
        Some(asking::text(question, move |text, desk| {
            let to = Some(Remedy { progress: text.to_owned(), ..remedy.clone() });
            let entries = vec![Remedy::entry(group, item.clone(), to)];
            vec![Effect::Record { entries, said: say!(desk.words, "plan-kept") }]
        }))
    }

    fn change(&self, desk: &Desk) -> Option<Effect> {
        Some(match self.items.get(self.page.selected())?.clone() {
            Item::Remedy(group, item, remedy) => forms::remedy(group, Some(item), remedy, desk),
            Item::Training(item, training) => forms::training(Some((item, training)), desk),
            Item::Contact(item, contact) => forms::contact(Some((item, contact)), desk),
        })
    }

    /// Asks what is to be written: the prison's own, or one of three lists.
    fn add(&self, desk: &Desk) -> Effect {
        let messages = ["do-new-remedy", "do-new-training", "do-new-contact"];
        let items = ['1', '2', '3'].map(Some).into_iter().zip(messages.map(|message| desk.words.say(message, &[])));
        let group = self.group;
        let choice = Choice::new(say!(desk.words, "house-what"), items.collect(), move |at, desk| {
            vec![match at {
                0 => forms::remedy(group, None, Remedy::default(), desk),
                1 => forms::training(None, desk),
                _ => forms::contact(None, desk),
            }]
        });
        Effect::Ask(Layer::Choice(choice))
    }
}

impl Screen for House {
    fn place(&self) -> Place {
        Place::House(self.group)
    }

    fn scope(&self) -> Scope {
        Scope::House
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.items = self.remedies(desk)?;
        if self.group.is_none() {
            self.items.extend(Self::of_the_prison(desk)?);
        }
        let pieces = self.pieces(desk)?;
        self.page.set(pieces, desk.columns);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.page.act(action, desk.columns) {
            return Ok(Some(Vec::new()));
        }
        let effect = match action {
            Action::Open if self.items.is_empty() => Some(self.add(desk)),
            Action::Open => self.change(desk),
            Action::NewRemedy => Some(forms::remedy(self.group, None, Remedy::default(), desk)),
            Action::NewTraining => Some(forms::training(None, desk)),
            Action::NewContact => Some(forms::contact(None, desk)),
            Action::Finish => self.done(desk),
            Action::Progress => self.progress(desk),
            Action::TakeOut => self.remove(desk),
            Action::Write => {
                let request = Request::new(Report::ActionPlan).written(Format::Html);
                let request = match self.group {
                    Some(group) => request.in_group(group),
                    None => request,
                };
                Some(Effect::Open(Place::Preview(request)))
            }
            _ => return Ok(None),
        };
        Ok(Some(effect.into_iter().collect()))
    }

    fn set_height(&mut self, rows: u16) {
        self.page.set_height(rows);
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        self.page.draw(area, buf, look);
    }
}
