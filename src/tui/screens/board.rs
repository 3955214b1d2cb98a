//! The board: every pathway that runs, by the step that it is at, with what waits for whom. A step can be folded.
//!
//! ```text
//!  Running pathways: 12
//!  - Red Cross message, 2: Handed to the National Society         3, 1 overdue
//!  > ! overdue 3 d    Ana Petrović        the social worker: no consent holds …
//!  + Travel papers, 1: Wishes asked for                           4
//! ```

use crate::domain::board::{Board as Lanes, Lane, Waiting, WaitsOn};
use crate::domain::id::PersonId;
use crate::domain::record::Failure;
use crate::domain::shelf::Services;
use crate::i18n::Words;
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
use std::collections::BTreeSet;

/// Lines above the list.
const ABOVE: u16 = 2;
/// With more runs than this the steps alone are shown at first.
const MANY: usize = 60;

/// The list.
#[derive(Debug, Default)]
pub struct Board {
    lanes: Vec<Shown>,
    /// What is drawn, line by line.
    lines: Vec<Line>,
    /// Steps of which the people are not shown; before the first look it is not decided.
    folded: Option<BTreeSet<String>>,
    list: ListState,
}

/// A lane in words.
#[derive(Debug)]
struct Shown {
    name: String,
    lane: Lane,
    /// Of each run, what it waits for.
    waits: Vec<String>,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// A lane, by index.
    Lane(usize),
    /// One of those at it.
    Waiting(usize, usize),
}

impl Shown {
    fn new(lane: Lane, words: &Words, services: &Services) -> Self {
        let (pathway, step) = (words.pick(&lane.pathway), words.pick(&lane.step));
        let name = say!(words, "board-step", pathway = pathway, number = lane.number, step = step);
        let owner = words.owner(&lane.owner, services);
        let waits = |waiting: &Waiting| match &waiting.on {
            WaitsOn::Owner => owner.clone(),
            WaitsOn::Closed(closed) => words.missing(closed, services),
            WaitsOn::Stopped(name) => say!(words, "paths-stopped", name = name),
        };
        let waits = lane.waiting.iter().map(waits).collect();
        Self { name, lane, waits }
    }
}

impl Board {
    fn lay_out(&mut self) {
        self.lines.clear();
        for (at, shown) in self.lanes.iter().enumerate() {
            self.lines.push(Line::Lane(at));
            if !self.folded.as_ref().is_some_and(|folded| folded.contains(&shown.lane.key)) {
                self.lines.extend((0..shown.waits.len()).map(|nth| Line::Waiting(at, nth)));
            }
        }
        self.list.keep_within(self.lines.len());
    }

    fn waiting(&self) -> Option<&Waiting> {
        let Some(Line::Waiting(at, nth)) = self.lines.get(self.list.selected) else { return None };
        self.lanes.get(*at)?.lane.waiting.get(*nth)
    }

    /// Enter: a step folds or unfolds, a run opens at its step.
    fn open(&mut self) -> Effects {
        if let Some(waiting) = self.waiting() {
            return vec![Effect::Open(Place::Path { person: waiting.person, run: waiting.run.clone() })];
        }
        let Some(Line::Lane(at)) = self.lines.get(self.list.selected).copied() else { return Vec::new() };
        let key = self.lanes.get(at).map(|shown| shown.lane.key.clone()).unwrap_or_default();
        let folded = self.folded.get_or_insert_default();
        if !folded.remove(&key) {
            folded.insert(key);
        }
        self.lay_out();
        Vec::new()
    }

    fn draw_line(&self, line: Line, rows: Rect, y: u16, buf: &mut Buffer, look: &Look, selected: bool) {
        let sign = if selected { '>' } else { ' ' };
        match line {
            Line::Lane(at) => {
                let Some(shown) = self.lanes.get(at) else { return };
                let is_folded = self.folded.as_ref().is_some_and(|folded| folded.contains(&shown.lane.key));
                let (count, overdue) = (shown.waits.len(), shown.lane.overdue(look.today()));
                let right = match overdue {
                    0 => count.to_string(),
                    _ => say!(look.words, "board-overdue", count = count, overdue = overdue),
                };
                let fold = if is_folded { '+' } else { '-' };
                let room = rows.width.saturating_sub(paint::width(&right) + 3);
                let left = format!("{sign} {fold} {}", shown.name);
                paint::line(buf, Rect { width: room, ..rows }, 1, y, &left, look.title());
                let style = if overdue > 0 { look.warn() } else { Style::new() };
                paint::line_right(buf, Rect { width: rows.width.saturating_sub(1), ..rows }, y, &right, style);
            }
            Line::Waiting(at, nth) => {
                let Some(shown) = self.lanes.get(at) else { return };
                let (Some(waiting), Some(waits)) = (shown.lane.waiting.get(nth), shown.waits.get(nth)) else { return };
                let today = look.today();
                let due = waiting.due.map(|due| look.words.due_day(due, today)).unwrap_or_default();
                let small = rows.width < 70;
                let (name, wide) = if small { (&waiting.short_name, 10) } else { (&waiting.name, 20) };
                let presses = waiting.due.is_some_and(|due| due < today) || matches!(waiting.on, WaitsOn::Stopped(_));
                let (mark, style) = if presses { ('!', look.warn()) } else { (' ', Style::new()) };
                let text = format!("{sign}   {mark} {}  {}  {waits}", paint::fill(&due, 14), paint::fill(name, wide));
                paint::line(buf, Rect { width: rows.width.saturating_sub(1), ..rows }, 1, y, &text, style);
            }
        }
        paint::row_style(buf, rows, y, look.bar(selected));
    }
}

impl Screen for Board {
    fn place(&self) -> Place {
        Place::Board
    }

    fn scope(&self) -> Scope {
        Scope::Board
    }

    fn selected_person(&self) -> Option<PersonId> {
        self.waiting().map(|waiting| waiting.person)
    }

    fn load(&mut self, desk: &mut Desk) -> Result<(), Failure> {
        let (mut lanes, today) = (Lanes::default(), desk.today());
        desk.reads.each_following(&mut |person, of, following| lanes.add(person, of, following, today))?;
        let shown = |lane| Shown::new(lane, desk.words, desk.services);
        self.lanes = lanes.lanes().into_iter().map(shown).collect();
        if self.folded.is_none() {
            let many = self.lanes.iter().map(|shown| shown.waits.len()).sum::<usize>() > MANY;
            let keys = self.lanes.iter().filter(|_| many).map(|shown| shown.lane.key.clone());
            self.folded = Some(keys.collect());
        }
        self.lay_out();
        Ok(())
    }

    fn act(&mut self, action: Action, _desk: &mut Desk) -> Result<Option<Effects>, Failure> {
        if self.list.act(action, self.lines.len()) {
            return Ok(Some(Vec::new()));
        }
        Ok(Some(match action {
            Action::Open => self.open(),
            Action::Duties => vec![Effect::Open(Place::Duties)],
            Action::Calendar => vec![Effect::Open(Place::Calendar)],
            _ => return Ok(None),
        }))
    }

    fn set_height(&mut self, rows: u16) {
        self.list.height = usize::from(rows.saturating_sub(ABOVE)).max(1);
        self.list.keep_within(self.lines.len());
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let words = look.words;
        let count: usize = self.lanes.iter().map(|shown| shown.waits.len()).sum();
        paint::line(buf, area, 1, 0, &say!(words, "board-heading", count = count), look.title());
        let rows = Rect { y: area.y + ABOVE, height: area.height.saturating_sub(ABOVE), ..area };
        if self.lanes.is_empty() {
            for (y, line) in (0..).zip(paint::wrap(&say!(words, "board-none"), area.width.saturating_sub(4))) {
                paint::line(buf, rows, 3, y, &line, Style::new());
            }
        }
        for (y, index) in self.list.seen(self.lines.len()) {
            let Some(line) = self.lines.get(index) else { continue };
            self.draw_line(*line, rows, y, buf, look, index == self.list.selected);
        }
    }
}
