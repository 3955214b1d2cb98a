//! Concerns: the form that records one from any screen, and the page of those that one has recorded oneself.

mod form;

pub use form::{NAME, ask};

use crate::domain::concern::Concern;
use crate::domain::entry::Entry;
use crate::domain::id::PersonId;
use crate::domain::record::{About, Failure};
use crate::domain::text::{LINE, clean};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::layers::Layer;
use crate::tui::layers::prompt::Prompt;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Asks who confirmed it; without an answer it is recorded all the same, and asked again from the page.
fn receipt(person: PersonId, item: String, concern: Concern, desk: &Desk) -> Effect {
    let (title, hint) =
        (say!(desk.words, "concern-receipt-of", to = &concern.to), say!(desk.words, "concern-no-detail"));
    let given = concern.receipt.clone();
    let name = format!("receipt {item}");
    let then = move |text: &str, desk: &mut Desk| {
        let receipt = clean(text, LINE).map_err(|fault| desk.words.text_fault(&fault))?;
        let to = Some(Box::new(Concern { receipt, ..concern.clone() }));
        let entries = vec![Entry::Concern { person, item: item.clone(), to }];
        Ok(vec![Effect::Record { entries, said: say!(desk.words, "concern-recorded") }])
    };
    Effect::Ask(Layer::Prompt(Prompt::new(title, hint, &given, then).kept(name).for_staff()))
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
