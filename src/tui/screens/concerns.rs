//! Concerns: recording one from any screen, and the page of those that one has recorded oneself.

use crate::domain::concern::{Category, Concern};
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure};
use crate::domain::text::{LINE, clean};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::finder::{Finder, Found};
use crate::tui::layers::prompt::Prompt;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::screens::asking::{self, Question};
use crate::tui::widgets::list::ListState;
use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Asks for a concern about `person`, or about whom.
///
/// # Errors
/// What the record says.
pub fn ask(person: Option<PersonId>, desk: &Desk) -> Result<Effects, Failure> {
    let known = match person {
        Some(id) => desk.reads.person(id)?.map(|person| (id, person.short_name())),
        None => None,
    };
    if let Some((id, name)) = known {
        return Ok(vec![of_which_kind(id, name, desk)]);
    }
    let then = |found: Found, desk: &mut Desk| vec![of_which_kind(found.id, found.person.short_name(), desk)];
    let finder = Finder::new(say!(desk.words, "concern-about"), desk, then);
    Ok(vec![Effect::Ask(Layer::Finder(finder))])
}

fn of_which_kind(person: PersonId, name: String, desk: &Desk) -> Effect {
    let keys = ('1'..='9').map(Some);
    let items = keys.zip(Category::ALL.map(|category| say!(desk.words, category.message()))).collect();
    let title = say!(desk.words, "concern-kind-of", name = &name);
    let then = move |at: usize, desk: &mut Desk| {
        let category = Category::ALL.get(at).copied().unwrap_or(Category::Other);
        vec![to_whom(person, category, &name, desk)]
    };
    Effect::Ask(Layer::Choice(Choice::new(title, items, then)))
}

fn to_whom(person: PersonId, category: Category, name: &str, desk: &Desk) -> Effect {
    let question = Question {
        title: say!(desk.words, "concern-to", name = name),
        hint: say!(desk.words, "concern-no-detail"),
        given: String::new(),
        most: LINE,
        optional: false,
    };
    asking::text(question, move |to, desk| vec![when(person, category, to.to_owned(), desk)])
}

fn when(person: PersonId, category: Category, to: String, desk: &Desk) -> Effect {
    let title = say!(desk.words, "concern-when", to = &to);
    let given = (desk.today(), desk.now.time());
    asking::date_and_time(title, say!(desk.words, "concern-when-hint"), given, move |date, time, desk| {
        let at = date.and_time(time).and_local_timezone(*desk.now.offset()).single().unwrap_or(desk.now);
        if at > desk.now {
            return Err(say!(desk.words, "concern-ahead"));
        }
        let concern = Concern { category, to: to.clone(), at, receipt: String::new(), by: desk.actor.to_owned() };
        let item = desk.new_id().to_string();
        Ok(vec![receipt(person, item, concern, desk)])
    })
}

/// Asks who confirmed it; without an answer it is recorded all the same, and asked again from the page.
fn receipt(person: PersonId, item: String, concern: Concern, desk: &Desk) -> Effect {
    let (title, hint) = (say!(desk.words, "concern-receipt", to = &concern.to), say!(desk.words, "concern-no-detail"));
    let given = concern.receipt.clone();
    let then = move |text: &str, desk: &mut Desk| {
        let receipt = clean(text, LINE).map_err(|fault| desk.words.text_fault(&fault))?;
        let to = Some(Box::new(Concern { receipt, ..concern.clone() }));
        let entries = vec![Entry::Concern { person, item: item.clone(), to }];
        Ok(vec![Effect::Record { entries, said: say!(desk.words, "concern-recorded") }])
    };
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &given, then)))
}

/// One's own concerns, newest first.
#[derive(Debug, Default)]
pub struct Concerns {
    own: Vec<Own>,
    list: ListState,
}

#[derive(Debug, Clone)]
struct Own {
    person: PersonId,
    name: String,
    item: String,
    concern: Concern,
}

impl Screen for Concerns {
    fn place(&self) -> Place {
        Place::Concerns
    }

    fn scope(&self) -> Scope {
        Scope::Concerns
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.own.clear();
        for entry in desk.reads.standing("concern", About::Everything)? {
            let Entry::Concern { person, item, to: Some(concern) } = entry else { continue };
            if concern.is_open_to(desk.actor) {
                let name = desk.reads.person(person)?.map(|person| person.short_name());
                let name = name.unwrap_or_else(|| say!(desk.words, "said-somebody"));
                self.own.push(Own { person, name, item, concern: *concern });
            }
        }
        self.own.sort_by_key(|own| std::cmp::Reverse(own.concern.at));
        self.list.keep_within(self.own.len());
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.own.len()) {
            return Ok(Some(Vec::new()));
        }
        if action != Action::Open {
            return Ok(None);
        }
        let own = self.own.get(self.list.selected).cloned();
        Ok(own.map(|own| vec![receipt(own.person, own.item, own.concern, desk)]))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(3) / 2).max(1);
        self.list.keep_within(self.own.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 0, &say!(words, "concerns-own"), look.title());
        if self.own.is_empty() {
            paint::line(buf, area, 3, 2, &say!(words, "concerns-none"), Style::new());
            return;
        }
        let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        for (y, index) in self.list.seen(self.own.len()) {
            let Some(own) = self.own.get(index) else { continue };
            let selected = index == self.list.selected;
            let sign = if selected { '>' } else { ' ' };
            let kind = say!(words, own.concern.category.message());
            let line = format!("{sign} {}  {}: {kind}", at(own.concern.at, look), own.name);
            paint::line(buf, rows, 1, y * 2, &line, Style::new());
            paint::row_style(buf, rows, y * 2, look.bar(selected));
            let receipt = match own.concern.receipt.as_str() {
                "" => say!(words, "concern-no-receipt"),
                receipt => say!(words, "concern-receipt-is", receipt = receipt),
            };
            let below = say!(words, "concern-went", to = &own.concern.to, receipt = receipt);
            paint::line(buf, rows, 5, y * 2 + 1, &below, look.quiet());
        }
    }
}

fn at(at: DateTime<FixedOffset>, look: &Look) -> String {
    format!("{} {}", look.words.short_date(at.date_naive(), look.today()), look.words.time(at.time()))
}
