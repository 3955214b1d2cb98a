//! Rows under headings, one of which is selected: long texts wrap, and the page scrolls so that the row is seen.

use crate::tui::keymap::Action;
use crate::tui::look::Look;
use crate::tui::paint;
use crate::tui::widgets::document::Tone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells that labels get at the most, on a wide terminal and on a narrow one.
const LABEL: u16 = 30;
const NARROW: u16 = 20;
/// Where a row begins, after the sign of the selection and its own.
const BEGIN: u16 = 5;

/// A row that can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `!` where something has to be done about it.
    pub sign: &'static str,
    pub label: String,
    pub text: String,
    pub tone: Tone,
}

impl Row {
    /// A label with a text beside it.
    #[must_use]
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { sign: "", label: label.into(), text: text.into(), tone: Tone::Plain }
    }

    /// The same, to be noticed.
    #[must_use]
    pub fn noticed(self, presses: bool) -> Self {
        if presses { Self { sign: "!", tone: Tone::Warn, ..self } } else { self }
    }

    /// The same in another tone.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// What the page is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Heading(String),
    /// A sentence that cannot be selected.
    Text(String, Tone),
    Row(Row),
}

/// The page.
#[derive(Debug, Clone, Default)]
pub struct Sections {
    pieces: Vec<Piece>,
    selected: usize,
    /// The first line that is seen.
    top: usize,
    height: usize,
    columns: u16,
}

/// One line: of which row, its sign, label and text.
struct Line {
    row: Option<usize>,
    sign: &'static str,
    label: String,
    text: String,
    x: u16,
    tone: Tone,
}

impl Sections {
    /// Puts other pieces on the page of a terminal of so many columns; the selection stays where it is.
    pub fn set(&mut self, pieces: Vec<Piece>, columns: u16) {
        self.pieces = pieces;
        self.columns = columns;
        self.settle();
    }

    /// The index of the selected row, of all rows.
    #[must_use]
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Selects a row.
    pub fn select(&mut self, row: usize) {
        self.selected = row;
        self.settle();
    }

    /// How many lines fit.
    pub fn set_height(&mut self, rows: u16) {
        self.height = usize::from(rows);
        self.settle();
    }

    /// Moves as `action` says on a terminal of so many columns; whether it was a movement.
    pub fn act(&mut self, action: Action, columns: u16) -> bool {
        self.columns = columns;
        let page = (self.height / 2).max(1);
        self.selected = match action {
            Action::Up => self.selected.saturating_sub(1),
            Action::Down => self.selected + 1,
            Action::PageUp => self.selected.saturating_sub(page),
            Action::PageDown => self.selected + page,
            Action::First => 0,
            Action::Last => usize::MAX,
            _ => return false,
        };
        self.settle();
        true
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.pieces.iter().filter_map(|piece| if let Piece::Row(row) = piece { Some(row) } else { None })
    }

    /// Keeps the selection among the rows, and all of its lines in sight, with the heading above the first of a part.
    fn settle(&mut self) {
        self.selected = self.selected.min(self.rows().count().saturating_sub(1));
        let lines = self.lines(self.columns);
        let is_here = |line: &Line| line.row == Some(self.selected);
        let Some(first) = lines.iter().position(is_here) else { return };
        let last = lines.iter().rposition(is_here).unwrap_or(first);
        // What stands above it and is no row belongs to it.
        let above = lines.iter().take(first).rposition(|line| line.row.is_some()).map_or(0, |at| at + 1);
        if above < self.top {
            self.top = above;
        }
        if last >= self.top + self.height.max(1) {
            self.top = (last + 1 - self.height.max(1)).min(first);
        }
        self.top = self.top.min(lines.len().saturating_sub(self.height.max(1)));
    }

    fn lines(&self, columns: u16) -> Vec<Line> {
        let most = if columns < 70 { NARROW } else { LABEL };
        let label = self.rows().map(|row| paint::width(&row.label)).max().unwrap_or(0).min(most);
        let indent = if label == 0 { BEGIN } else { BEGIN + label + 2 };
        let room = columns.saturating_sub(indent + 1);
        let plain = |text: String, tone, x| Line { row: None, sign: "", label: String::new(), text, x, tone };
        let (mut lines, mut rows) = (Vec::new(), 0);
        for piece in &self.pieces {
            match piece {
                Piece::Heading(text) => {
                    if !lines.is_empty() {
                        lines.push(plain(String::new(), Tone::Plain, 1));
                    }
                    lines.push(plain(text.clone(), Tone::Title, 1));
                }
                Piece::Text(text, tone) => {
                    let wrapped = paint::wrap(text, columns.saturating_sub(4));
                    lines.extend(wrapped.into_iter().map(|text| plain(text, *tone, 3)));
                }
                Piece::Row(row) => {
                    let mut wrapped = paint::wrap(&row.text, room).into_iter();
                    lines.push(Line {
                        row: Some(rows),
                        sign: row.sign,
                        label: paint::cut(&row.label, label),
                        text: wrapped.next().unwrap_or_default(),
                        x: indent,
                        tone: row.tone,
                    });
                    lines.extend(wrapped.map(|text| Line { row: Some(rows), ..plain(text, row.tone, indent) }));
                    rows += 1;
                }
            }
        }
        lines
    }

    /// Draws what is seen of the page.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: &Look) {
        let lines = self.lines(area.width);
        for (y, (at, line)) in (0..area.height).zip(lines.iter().enumerate().skip(self.top)) {
            let begins = at == 0 || lines.get(at - 1).is_some_and(|before| before.row != line.row);
            let selected = line.row == Some(self.selected);
            if selected && begins {
                paint::line(buf, area, 1, y, ">", Style::new());
            }
            paint::line(buf, area, 3, y, line.sign, line.tone.style(look));
            paint::line(buf, area, BEGIN, y, &line.label, Style::new());
            paint::line(buf, area, line.x, y, &line.text, line.tone.style(look));
            if selected {
                paint::row_style(buf, area, y, look.bar(true));
            }
        }
        if self.top + usize::from(area.height) < lines.len() && area.height > 0 {
            paint::line_right(buf, area, area.height - 1, "…", look.quiet());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(height: u16) -> Sections {
        let mut page = Sections::default();
        page.set_height(height);
        let row = |label: &str, text: &str| Piece::Row(Row::new(label, text));
        let long = "a text that is longer than the line and goes on below it";
        page.set(
            vec![
                Piece::Heading("Needs".into()),
                row("Health", "met"),
                row("Work", "declined"),
                Piece::Heading("Goals".into()),
                row("", long),
                row("", "short"),
            ],
            40,
        );
        page
    }

    #[test]
    fn the_selected_row_is_seen_whole_and_with_its_heading() {
        let mut page = page(4);
        for (action, selected, top) in [
            (Action::Down, 1, 0),
            // With its heading, whole.
            (Action::Down, 2, 4),
            (Action::Last, 3, 5),
            (Action::Down, 3, 5),
            (Action::First, 0, 0),
        ] {
            assert!(page.act(action, 40));
            assert_eq!((page.selected(), page.top), (selected, top), "{action:?}");
        }
        assert!(!page.act(Action::Open, 40));
        page.select(99);
        assert_eq!(page.selected(), 3);
    }
}
