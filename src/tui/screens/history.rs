//! History: who recorded what, when, and what it was before; newest first.

mod known;

pub use known::{known, of_keys};

use crate::domain::record::{About, Failure, Recorded};
use crate::i18n::entry::Known;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines above the list.
const ABOVE: u16 = 1;
/// Lines that the whole text of the selected entry takes, a rule among them.
const WHOLE: u16 = 6;
/// Entries read at a time.
const STEP: usize = 60;
/// The widest name of who recorded something.
const WHO: u16 = 14;
/// The bar is no wider than the home terminal.
const WIDEST: u16 = 80;

/// The history of a person, a group, or everything.
#[derive(Debug)]
pub struct History {
    about: About,
    /// Newest first, as far back as somebody has looked.
    entries: Vec<Recorded>,
    at_end: bool,
    known: Known,
    list: ListState,
    /// Whether the selected entry is shown whole, below.
    whole: bool,
    rows: u16,
}

impl History {
    /// The history of what `about` says.
    #[must_use]
    pub fn new(about: About) -> Self {
        Self {
            about,
            entries: Vec::new(),
            at_end: false,
            known: Known::default(),
            list: ListState::default(),
            whole: false,
            rows: 20,
        }
    }

    /// The list has the room that the whole entry leaves.
    fn fit(&mut self) {
        let below = if self.whole { WHOLE } else { 0 };
        self.list.height = usize::from(self.rows.saturating_sub(ABOVE + below));
        self.list.keep_within(self.entries.len());
    }

    /// Reads further back when the list comes near the end of what was read.
    fn read_on(&mut self, desk: &Desk) -> Result<(), Failure> {
        if self.at_end || self.list.selected + self.list.height + 1 < self.entries.len() {
            return Ok(());
        }
        let before = self.entries.last().map(|last| last.seq);
        let more = desk.reads.history(self.about, before, STEP)?;
        known::add(&mut self.known, &more, desk)?;
        self.at_end = more.len() < STEP;
        self.entries.extend(more);
        Ok(())
    }

    /// Whose history it is.
    fn heading(&self, look: &Look) -> String {
        let named = match self.about {
            About::Everything => return say!(look.words, "history-of-everything"),
            About::Person(id) => self.known.people.get(&id).cloned(),
            About::Group(id) => self.known.groups.get(&id).map(|group| group.group.code.clone()),
        };
        say!(look.words, "history-of", what = named.unwrap_or_else(|| say!(look.words, "said-somebody")))
    }

    fn draw_whole(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some(recorded) = self.entries.get(self.list.selected) else { return };
        paint::rule(buf, area, 0, look.quiet());
        let at = recorded.stamp.at;
        let when = format!("{} {}", look.words.date(at.date_naive()), look.words.time(at.time()));
        let text = format!("{when}  {}  {}", recorded.stamp.actor, look.words.line(recorded, &self.known, self.about));
        for (y, line) in (1..).zip(paint::wrap(&text, area.width.saturating_sub(2))) {
            paint::line(buf, area, 1, y, &line, Style::new());
        }
    }
}

impl Screen for History {
    fn place(&self) -> Place {
        Place::History(self.about)
    }

    fn scope(&self) -> Scope {
        Scope::History
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let want = self.entries.len().max(STEP);
        let entries = desk.reads.history(self.about, None, want)?;
        // Names may have changed with what was recorded.
        self.known = known(&entries, desk)?;
        known::add_about(&mut self.known, self.about, desk)?;
        self.at_end = entries.len() < want;
        self.entries = entries;
        self.fit();
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.entries.len()) {
            self.read_on(desk)?;
            return Ok(Some(Vec::new()));
        }
        if action != Action::Open {
            return Ok(None);
        }
        self.whole = !self.whole;
        self.fit();
        Ok(Some(Vec::new()))
    }

    fn set_height(&mut self, rows: u16) {
        self.rows = rows;
        self.fit();
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let area = Rect { width: area.width.min(WIDEST), ..area };
        paint::line(buf, area, 1, 0, &self.heading(look), look.title());
        if self.entries.is_empty() {
            paint::line(buf, area, 3, 2, &say!(look.words, "history-empty"), Style::new());
            return;
        }
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        let seen = || self.list.seen(self.entries.len()).filter_map(|(y, at)| Some((y, at, self.entries.get(at)?)));
        let times = seen().map(|(_, _, recorded)| paint::width(&when(recorded, look))).max().unwrap_or(0);
        let names = seen().map(|(_, _, recorded)| paint::width(&recorded.stamp.actor)).max().unwrap_or(0).min(WHO);
        for (y, index, recorded) in seen() {
            let selected = index == self.list.selected;
            let sign = if selected { ">" } else { " " };
            let (time, name) = (paint::fill(&when(recorded, look), times), paint::fill(&recorded.stamp.actor, names));
            let line = format!(" {sign} {time}  {name}  {}", look.words.line(recorded, &self.known, self.about));
            paint::line(buf, rows, 0, y, &line, Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
        if self.whole {
            let y = area.y + area.height.saturating_sub(WHOLE);
            self.draw_whole(Rect { y, height: WHOLE, ..area }, buf, look);
        }
    }
}

/// When an entry was recorded, as short as the year allows.
fn when(recorded: &Recorded, look: &Look) -> String {
    let at = recorded.stamp.at;
    format!("{} {}", look.words.short_date(at.date_naive(), look.today()), look.words.time(at.time()))
}
