//! Concerns: the form that records one from any screen, and the page of what is restricted and open to whoever looks:
//! concerns that they recorded themselves, and restricted pathways.

mod form;

pub use form::{NAME, ask};

use crate::domain::concern::Concern;
use crate::domain::confined::Confined;
use crate::domain::entry::Entry;
use crate::domain::following::{Facts, Following, Standing};
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
use crate::tui::screens::path::detention;
use crate::tui::screens::paths::{presses, standing};
use crate::tui::widgets::list::ListState;
use chrono::{DateTime, FixedOffset, NaiveDate};
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

/// What is open to whoever looks: pathways that run first, the soonest due before the others, then concerns, newest
/// first, then what is over.
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
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Concern(Concern),
    Path { following: Box<Following>, open_to: Vec<String> },
}

impl Own {
    /// What stands above what: see [`Concerns`].
    fn rank(&self) -> (u8, NaiveDate, std::cmp::Reverse<DateTime<FixedOffset>>) {
        let never = std::cmp::Reverse(DateTime::<FixedOffset>::default());
        match &self.what {
            What::Concern(concern) => (1, NaiveDate::MIN, std::cmp::Reverse(concern.at)),
            What::Path { following, .. } => match following.standing() {
                Standing::Ended(on) => (2, on, never),
                _ => (0, following.reminded().unwrap_or(NaiveDate::MAX), never),
            },
        }
    }

    /// What it is, whether something has to be done about it, and the line below.
    fn said(&self, look: &Look) -> (String, bool, String) {
        let words = look.words;
        match &self.what {
            What::Concern(concern) => {
                let receipt = match concern.receipt.as_str() {
                    "" => say!(words, "concern-no-receipt"),
                    receipt => say!(words, "concern-receipt-is", receipt = receipt),
                };
                let kind = say!(words, concern.category.message());
                let line = format!("{}  {}: {kind}", at(concern.at, look), self.name);
                (line, false, say!(words, "concern-went", to = &concern.to, receipt = receipt))
            }
            What::Path { following, open_to } => {
                let (today, title) = (look.today(), words.pick(&following.pathway.title));
                let below = standing(following, words, today);
                let line = say!(words, "said-part", what = &self.name, value = title);
                let below = say!(words, "concerns-seen-by", what = below, names = open_to.join(", "));
                (line, presses(following, today), below)
            }
        }
    }
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
                self.own.push(Own { person, name: name(person, desk)?, item, what: What::Concern(*concern) });
            }
        }
        let confined = desk.reads.standing("confined", About::Everything)?;
        for (person, item, confined) in Confined::among(confined, desk.actor) {
            let facts = Facts::of(&desk.reads.person(person)?.unwrap_or_default(), detention::since(person, desk)?);
            let following = Box::new(confined.following(&item, facts));
            let what = What::Path { following, open_to: confined.open_to };
            self.own.push(Own { person, name: name(person, desk)?, item, what });
        }
        self.own.sort_by_key(Own::rank);
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
        Ok(own.map(|own| match own.what {
            What::Concern(concern) => vec![receipt(own.person, own.item, concern, desk)],
            What::Path { .. } => vec![Effect::Open(Place::Path { person: own.person, run: own.item })],
        }))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(3) / 2).max(1);
        self.list.keep_within(self.own.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let has_paths = self.own.iter().any(|own| matches!(own.what, What::Path { .. }));
        let heading = if has_paths { say!(words, "concerns-and-paths") } else { say!(words, "concerns-own") };
        paint::line(buf, area, 1, 0, &heading, look.title());
        if self.own.is_empty() {
            paint::line(buf, area, 3, 2, &say!(words, "concerns-none"), Style::new());
            return;
        }
        let rows = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        for (y, index) in self.list.seen(self.own.len()) {
            let Some(own) = self.own.get(index) else { continue };
            let selected = index == self.list.selected;
            let sign = if selected { '>' } else { ' ' };
            let (line, presses, below) = own.said(look);
            let mark = if presses { "! " } else { "" };
            paint::line(buf, rows, 1, y * 2, &format!("{sign} {mark}{line}"), Style::new());
            paint::row_style(buf, rows, y * 2, look.bar(selected));
            let style = if presses { look.warn() } else { look.quiet() };
            paint::line(buf, rows, 5, y * 2 + 1, &below, style);
        }
    }
}

fn name(person: PersonId, desk: &Desk) -> Result<String, Failure> {
    let name = desk.reads.person(person)?.map(|person| person.short_name());
    Ok(name.unwrap_or_else(|| say!(desk.words, "said-somebody")))
}

fn at(at: DateTime<FixedOffset>, look: &Look) -> String {
    format!("{} {}", look.words.short_date(at.date_naive(), look.today()), look.words.time(at.time()))
}
