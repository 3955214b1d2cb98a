//! A file of people before it is taken in: what would be added, changed and refused. Nothing is
//! written until it is asked for, and then all of it or nothing.

use crate::domain::record::Failure;
use crate::i18n::Words;
use crate::intake::{self, Plan, Table, Unreadable};
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Place};
use crate::tui::keymap::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::screen::Screen;
use crate::tui::widgets::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::path::PathBuf;

/// Lines above the list: the file, the counts, what to know, what to press.
const ABOVE: u16 = 6;
/// Lines that the whole text of the selected row takes, a rule among them.
const WHOLE: u16 = 6;
/// The bar is no wider than the home terminal.
const WIDEST: u16 = 80;

/// The dry run of one file.
#[derive(Debug)]
pub struct Import {
    path: PathBuf,
    /// What the file holds; nothing when the desk was locked meanwhile.
    bytes: Vec<u8>,
    /// How the file reads in the language of the desk; nothing before it is loaded.
    table: Option<Result<Table, Unreadable>>,
    plan: Plan,
    list: ListState,
    /// Whether the selected row is shown whole, below.
    whole: bool,
    rows: u16,
}

impl Import {
    /// The dry run of the file at `path`, which holds `bytes`.
    #[must_use]
    pub fn new(path: PathBuf, bytes: Vec<u8>) -> Self {
        Self { path, bytes, table: None, plan: Plan::default(), list: ListState::default(), whole: false, rows: 20 }
    }

    /// The file at `path`, which has to be read again: a locked desk keeps nothing.
    #[must_use]
    pub fn closed(path: PathBuf) -> Self {
        Self::new(path, Vec::new())
    }

    fn len(&self) -> usize {
        self.plan.refused.len() + self.plan.changed.len() + self.plan.added.len()
    }

    /// The sign and the text of a row: what is refused first, then what changes, then what is new.
    fn row(&self, index: usize, words: &Words) -> Option<(&'static str, String)> {
        let Plan { refused, changed, added, .. } = &self.plan;
        if let Some(refusal) = refused.get(index) {
            return Some(("!", refusal.say(words)));
        }
        let index = index - refused.len();
        if let Some(change) = changed.get(index) {
            return Some(("~", change.say(words)));
        }
        added.get(index - changed.len()).map(|added| ("+", added.say(words)))
    }

    fn fit(&mut self) {
        let below = if self.whole { WHOLE } else { 0 };
        self.list.height = usize::from(self.rows.saturating_sub(ABOVE + below));
        self.list.keep_within(self.len());
    }

    /// Takes everything in, or says why not.
    fn take_in(&mut self, desk: &mut Desk) -> Result<Effects, Failure> {
        let shown = std::mem::take(&mut self.plan);
        self.load(desk)?;
        let refuse = |text: String| Ok(vec![Effect::Refuse(text)]);
        if let Some(Err(fault)) = &self.table {
            return refuse(fault.say(desk.words));
        }
        if self.plan != shown {
            return refuse(say!(desk.words, "import-changed-since"));
        }
        if self.plan.is_empty() && self.plan.refused.is_empty() {
            return refuse(say!(desk.words, "import-nothing"));
        }
        let millis = desk.now.timestamp_millis();
        match self.plan.entries(desk.ids, millis) {
            None => refuse(say!(desk.words, "import-refused")),
            Some(mut entries) => {
                entries.push(self.plan.origin(&self.path, desk.ids, millis));
                let (added, changed) = (self.plan.added.len(), self.plan.changed.len());
                let said = say!(desk.words, "import-done", added = added, changed = changed);
                Ok(vec![Effect::Record { entries, said }, Effect::Back])
            }
        }
    }

    /// What to do next, which depends on what was found.
    fn next_step(&self, look: &Look) -> String {
        let words = look.words;
        let key = look.keymap.key_for(&[Scope::Import], Action::Save);
        if !self.plan.refused.is_empty() {
            say!(words, "import-refused")
        } else if self.plan.is_empty() {
            say!(words, "import-nothing")
        } else {
            say!(words, "import-ready", key = key)
        }
    }

    fn draw_plan(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        paint::line(buf, area, 1, 1, &self.plan.say(words), Style::new());
        let notes = self.plan.notes.iter().map(|note| note.say(words)).collect::<Vec<_>>().join(" ");
        let style = if self.plan.refused.is_empty() { look.title() } else { look.warn() };
        for (y, text, style) in [(2, notes, look.quiet()), (4, self.next_step(look), style)] {
            for (y, line) in (y..y + 2).zip(paint::wrap(&text, area.width.saturating_sub(2))) {
                paint::line(buf, area, 1, y, &line, style);
            }
        }
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        for (y, index) in self.list.seen(self.len()) {
            let Some((sign, text)) = self.row(index, words) else { break };
            let selected = index == self.list.selected;
            let marker = if selected { ">" } else { " " };
            paint::line(buf, rows, 0, y, &format!(" {marker} {sign} {text}"), Style::new());
            paint::row_style(buf, rows, y, look.bar(selected));
        }
    }

    fn draw_whole(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let Some((_, text)) = self.row(self.list.selected, look.words) else { return };
        paint::rule(buf, area, 0, look.quiet());
        for (y, line) in (1..).zip(paint::wrap(&text, area.width.saturating_sub(2))) {
            paint::line(buf, area, 1, y, &line, Style::new());
        }
    }
}

impl Screen for Import {
    fn place(&self) -> Place {
        Place::Import(self.path.clone())
    }

    fn scope(&self) -> Scope {
        Scope::Import
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let table = intake::read(&self.bytes, desk.words);
        self.plan = match &table {
            Ok(table) => table.plan(desk.reads, desk.words, desk.today())?,
            Err(_) => Plan::default(),
        };
        self.table = Some(table);
        self.fit();
        Ok(())
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.len()) {
            return Ok(Some(Vec::new()));
        }
        match action {
            Action::Save => self.take_in(desk).map(Some),
            Action::Open => {
                self.whole = !self.whole;
                self.fit();
                Ok(Some(Vec::new()))
            }
            _ => Ok(None),
        }
    }

    fn set_height(&mut self, rows: u16) {
        self.rows = rows;
        self.fit();
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let area = Rect { width: area.width.min(WIDEST), ..area };
        let name = self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy();
        let title = say!(look.words, "import-title", file = name.as_ref());
        paint::line(buf, area, 1, 0, &title, look.title());
        match &self.table {
            None => {}
            Some(Err(_)) if self.bytes.is_empty() => {
                let lines = paint::wrap(&say!(look.words, "import-closed"), area.width.saturating_sub(2));
                for (y, line) in (2..).zip(lines) {
                    paint::line(buf, area, 1, y, &line, Style::new());
                }
            }
            Some(Err(fault)) => {
                for (y, line) in (2..).zip(paint::wrap(&fault.say(look.words), area.width.saturating_sub(2))) {
                    paint::line(buf, area, 1, y, &line, look.wrong());
                }
            }
            Some(Ok(_)) => self.draw_plan(area, buf, look),
        }
        if self.whole {
            let y = area.y + area.height.saturating_sub(WHOLE);
            self.draw_whole(Rect { y, height: WHOLE, ..area }, buf, look);
        }
    }
}
