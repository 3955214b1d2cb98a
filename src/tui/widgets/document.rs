//! A page to read: headings, facts in columns, labelled texts that wrap; it scrolls by lines.

use crate::tui::keymap::Action;
use crate::tui::look::Look;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The column in which labelled texts begin.
const TEXT: u16 = 18;
/// Texts are not wider than this, however wide the terminal.
const WIDEST: u16 = 100;

/// How a text stands out; what it means is always said in words or by a sign as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Title,
    Quiet,
    Warn,
    Wrong,
    Good,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Blank,
    Heading(String),
    Text(String, Tone),
    /// Texts at columns of their own, in one line.
    Row(Vec<(u16, String)>, Tone),
    /// Labels with their values, in two columns where both fit.
    Facts(Vec<(String, String)>),
    /// A sign, a label and a text beside it.
    Labelled {
        sign: &'static str,
        label: String,
        text: String,
        tone: Tone,
    },
}

/// A page and how far it is scrolled.
#[derive(Debug, Clone, Default)]
pub struct Document {
    blocks: Vec<Block>,
    top: usize,
    height: usize,
    /// Columns that the terminal had when the page was last set.
    width: u16,
}

/// A text in a line, with the column where it begins.
type Run = (u16, String, Tone);

impl Document {
    /// Puts another text on the page of a terminal of so many columns; the place is kept.
    pub fn set(&mut self, blocks: Vec<Block>, columns: u16) {
        self.blocks = blocks;
        self.width = columns;
        self.top = self.top.min(self.last_top());
    }

    /// How many lines fit.
    pub fn set_height(&mut self, rows: u16) {
        self.height = usize::from(rows);
    }

    /// Scrolls as `action` says on a terminal of so many columns; whether it was a movement.
    pub fn act(&mut self, action: Action, columns: u16) -> bool {
        self.width = columns;
        let page = self.height.max(2) - 1;
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown => self.top + page,
            Action::First => 0,
            Action::Last => usize::MAX,
            _ => return false,
        }
        .min(self.last_top());
        true
    }

    /// The last line that can come first.
    fn last_top(&self) -> usize {
        self.lines(self.width).len().saturating_sub(self.height)
    }

    /// Draws what is seen of the page.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let lines = self.lines(area.width);
        let height = usize::from(area.height);
        let top = self.top.min(lines.len().saturating_sub(height));
        for (y, line) in (0..).zip(lines.iter().skip(top).take(height)) {
            for (x, text, tone) in line {
                paint::line(buf, area, *x, y, text, tone.style(look));
            }
        }
        if top + height < lines.len() && area.height > 0 {
            paint::line_right(buf, area, area.height - 1, "…", look.quiet());
        }
    }

    fn lines(&self, width: u16) -> Vec<Vec<Run>> {
        let width = width.min(WIDEST).saturating_sub(1);
        self.blocks.iter().flat_map(|block| block.lines(width)).collect()
    }
}

impl Block {
    fn lines(&self, width: u16) -> Vec<Vec<Run>> {
        let wrapped = |text: &str, x: u16, tone: Tone| -> Vec<Vec<Run>> {
            paint::wrap(text, width.saturating_sub(x)).into_iter().map(|line| vec![(x, line, tone)]).collect()
        };
        match self {
            Self::Blank => vec![Vec::new()],
            Self::Heading(text) => wrapped(text, 1, Tone::Title),
            Self::Text(text, tone) => wrapped(text, 1, *tone),
            Self::Row(texts, tone) => vec![texts.iter().map(|(x, text)| (*x, text.clone(), *tone)).collect()],
            Self::Facts(facts) => columns(facts, width),
            Self::Labelled { sign, label, text, tone } => {
                let mut lines = wrapped(text, TEXT, *tone);
                if lines.is_empty() {
                    lines.push(Vec::new());
                }
                // A label longer than its column stands above its text.
                if paint::width(label) + 4 > TEXT {
                    lines.splice(..0, wrapped(label, 3, Tone::Plain));
                } else if let Some(first) = lines.first_mut() {
                    first.push((3, label.clone(), Tone::Plain));
                }
                if let Some(first) = lines.first_mut() {
                    first.push((1, (*sign).to_owned(), *tone));
                }
                lines
            }
        }
    }
}

/// Two facts to a line where both fit in their halves, else one, its text wrapped.
fn columns(facts: &[(String, String)], width: u16) -> Vec<Vec<Run>> {
    let half = width / 2;
    let label = facts.iter().map(|(label, _)| paint::width(label)).max().unwrap_or(0) + 2;
    let fits = |value: &str| label + paint::width(value) < half;
    let mut lines: Vec<Vec<Run>> = Vec::new();
    let mut beside = false;
    for (name, value) in facts {
        let runs = |x: u16, value: String| [(x, name.clone(), Tone::Quiet), (x + label, value, Tone::Plain)];
        if beside && fits(value) {
            if let Some(line) = lines.last_mut() {
                line.extend(runs(1 + half, value.clone()));
            }
            beside = false;
            continue;
        }
        let mut wrapped = paint::wrap(value, width.saturating_sub(1 + label)).into_iter();
        lines.push(runs(1, wrapped.next().unwrap_or_default()).to_vec());
        lines.extend(wrapped.map(|rest| vec![(1 + label, rest, Tone::Plain)]));
        beside = fits(value);
    }
    lines
}

impl Tone {
    /// How it is drawn.
    #[must_use]
    pub fn style(self, look: &Look) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Title => look.title(),
            Self::Quiet => look.quiet(),
            Self::Warn => look.warn(),
            Self::Wrong => look.wrong(),
            Self::Good => look.good(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &[Vec<Run>]) -> Vec<String> {
        let line = |runs: &Vec<Run>| {
            let mut runs = runs.clone();
            runs.sort_by_key(|(x, _, _)| *x);
            runs.iter().fold(String::new(), |line, (x, text, _)| format!("{}{text}", paint::fill(&line, *x)))
        };
        lines.iter().map(line).collect()
    }

    #[test]
    fn facts_stand_side_by_side_where_they_fit() {
        let facts = [("Country", "Lithuania"), ("Born", "3 Mar 1990"), ("Note", "Asks for work in the kitchen again")];
        let block = Block::Facts(facts.map(|(label, value)| (label.to_owned(), value.to_owned())).to_vec());
        assert_eq!(
            text(&block.lines(50)),
            [" Country  Lithuania       Born     3 Mar 1990", " Note     Asks for work in the kitchen again",]
        );
        assert_eq!(
            text(&block.lines(30)),
            [
                " Country  Lithuania",
                " Born     3 Mar 1990",
                " Note     Asks for work in the",
                "          kitchen again"
            ]
        );
    }

    #[test]
    fn a_page_scrolls_to_its_end_and_no_further() {
        let mut page = Document { height: 3, ..Document::default() };
        page.set((0..5).map(|n| Block::Heading(n.to_string())).collect(), 60);
        for (action, top) in [(Action::Down, 1), (Action::Last, 2), (Action::Down, 2), (Action::PageUp, 0)] {
            assert!(page.act(action, 60));
            assert_eq!(page.top, top, "{action:?}");
        }
        assert!(!page.act(Action::Open, 60));
    }
}
