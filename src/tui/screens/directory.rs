//! The directory: every agency, found as one types by need, country, language or name. It needs no network.

use crate::domain::agency::Agency;
use crate::domain::directory::{Answers, Listed};
use crate::domain::record::Failure;
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::find::{Find, Found};
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Lines above the list: what is searched for, and a blank.
const ABOVE: u16 = 2;

/// The list.
#[derive(Debug)]
pub struct Directory {
    find: Find,
    all: Vec<Row>,
    /// Those that answer to what was typed, by index.
    found: Vec<usize>,
    list: ListState,
}

/// An agency in the list.
#[derive(Debug)]
struct Row {
    agency: Agency,
    name: String,
    /// Which needs it meets, and where.
    about: String,
    /// Everything that is said of it, folded.
    text: String,
    is_past_review: bool,
}

impl Default for Directory {
    fn default() -> Self {
        // Whoever comes here looks for something.
        let mut find = Find::default();
        find.act(Action::Find);
        Self { find, all: Vec::new(), found: Vec::new(), list: ListState::default() }
    }
}

impl Row {
    fn new(listed: &Listed, desk: &Desk) -> Self {
        let (agency, words) = (listed.agency, desk.words);
        let mut needs: Vec<_> = agency.services.iter().flat_map(|service| &service.needs).copied().collect();
        needs.sort_unstable();
        needs.dedup();
        let needs = needs.into_iter().map(|need| words.need_served(need)).collect::<Vec<_>>().join(", ");
        let mut countries: Vec<_> = agency.countries().map(|country| country.code().to_owned()).collect();
        countries.sort();
        countries.dedup();
        let about = [needs, countries.join(" ")].into_iter().filter(|part| !part.is_empty());
        let about = about.collect::<Vec<_>>().join(" · ");
        let texts = agency.services.iter().flat_map(|service| [&service.name, &service.description]);
        let texts = texts.chain([&agency.description]).map(|text| words.pick(text)).collect::<Vec<_>>().join(" ");
        let other = agency.alternate_name.as_deref().unwrap_or_default();
        Self {
            name: agency.name.clone(),
            text: fold(&format!("{} {other} {texts} {about}", agency.name)),
            about,
            is_past_review: listed.is_past_review(desk.today()),
            agency: agency.clone(),
        }
    }
}

impl Directory {
    /// Those that answer, the ones that say so before those that are everywhere.
    fn search(&mut self, words: &Words) {
        let needles = words.needles(self.find.text());
        let answers = |(at, row): (usize, &Row)| Some((row.agency.answers(&needles, &row.text)?, at));
        let mut found: Vec<(Answers, usize)> = self.all.iter().enumerate().filter_map(answers).collect();
        found.sort_unstable();
        self.found = found.into_iter().map(|(_, at)| at).collect();
        self.list.keep_within(self.found.len());
    }

    fn row(&self, index: usize) -> Option<&Row> {
        self.all.get(*self.found.get(index)?)
    }
}

impl Screen for Directory {
    fn place(&self) -> Place {
        Place::Directory
    }

    fn scope(&self) -> Scope {
        Scope::Directory
    }

    fn is_room_safe(&self) -> bool {
        true
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        self.all = desk.services.listed().iter().map(|listed| Row::new(listed, desk)).collect();
        self.search(desk.words);
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.found.len()) {
            return Ok(Some(Vec::new()));
        }
        match self.find.act(action) {
            Found::Nothing => {}
            Found::Focus => return Ok(Some(Vec::new())),
            Found::Changed => {
                self.search(desk.words);
                return Ok(Some(Vec::new()));
            }
        }
        Ok(match action {
            Action::Open => {
                let open = |row: &Row| Effect::Open(Place::Agency(row.agency.id.clone()));
                Some(self.row(self.list.selected).map(open).into_iter().collect())
            }
            Action::Guides => Some(vec![Effect::Open(Place::Guides)]),
            _ => None,
        })
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.find.field()
    }

    fn typed(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        self.search(desk.words);
        Ok(Vec::new())
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE)).max(1);
        self.list.keep_within(self.found.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        if self.find.is_seen() {
            self.find.draw(area, buf, look);
        } else {
            paint::line(buf, area, 1, 0, &say!(words, "directory-heading"), look.title());
        }
        let count = say!(words, "directory-count", count = self.found.len(), of = self.all.len());
        paint::line_right(buf, Rect { width: area.width.saturating_sub(1), ..area }, 0, &count, look.quiet());
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        if self.found.is_empty() {
            for (y, line) in (0..).zip(paint::wrap(&say!(words, "directory-nothing"), area.width.saturating_sub(4))) {
                paint::line(buf, rows, 3, y, &line, Style::new());
            }
        }
        let wide = if area.width < 70 { 26 } else { 36 };
        for (y, index) in self.list.seen(self.found.len()) {
            let Some(row) = self.row(index) else { continue };
            let selected = index == self.list.selected;
            let sign = if selected { '>' } else { ' ' };
            let (mark, about, style) = if row.is_past_review {
                ('!', say!(words, "directory-past-review", about = &row.about), look.warn())
            } else {
                (' ', row.about.clone(), Style::new())
            };
            let text = format!("{sign} {mark} {}  {about}", paint::fill(&row.name, wide));
            paint::line(buf, Rect { width: rows.width.saturating_sub(1), ..rows }, 1, y, &text, style);
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }
}
