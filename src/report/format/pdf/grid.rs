//! A table on paper: as many columns beside each other as fit, those that name its lines repeated in front of the
//! others; its head again on every sheet.

use super::columns::{self, Wide};
use super::paper::{Paper, tall};
use super::text::{Line, Text};
use crate::report::table::LineKind;

/// Grounds of heads and of counts under a table.
const HEAD: f32 = 0.933;
const FOOT: f32 = 0.965;
const PAPER: f32 = 1.0;
/// What a word has to be given at the most before it is broken, and what names a line before it is.
const WORD: f32 = 100.0;
const NAME: f32 = 150.0;
/// How much of a sheet a table takes that is not broken.
const SHORT: f32 = 0.67;
/// Above and below what stands in a field.
const ABOVE: f32 = 1.6;

/// Where a text stands in its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    Left,
    Middle,
    Right,
}

/// What stands in a field.
#[derive(Debug)]
pub(super) struct Cell {
    /// Each on lines of its own.
    pub texts: Vec<Text>,
    pub stands: Stands,
    /// A date is not broken.
    pub whole: bool,
}

/// A line of the table.
#[derive(Debug)]
pub(super) struct Row {
    pub kind: LineKind,
    pub cells: Vec<Cell>,
}

/// A table to be laid out.
#[derive(Debug)]
pub(super) struct Grid {
    pub title: Text,
    pub heads: Vec<Cell>,
    /// How many of the first columns name a line.
    pub keys: usize,
    pub rows: Vec<Row>,
    /// On both sides of what stands in a field.
    pub aside: f32,
}

/// A line with its fields broken into lines of text.
struct Laid {
    kind: Option<LineKind>,
    cells: Vec<(Vec<Line>, Stands)>,
}

impl Cell {
    fn width(&self) -> f32 {
        self.texts.iter().map(Text::width).fold(0.0, f32::max)
    }

    fn least(&self) -> f32 {
        if self.whole { self.width() } else { self.texts.iter().map(Text::widest_word).fold(0.0, f32::max).min(WORD) }
    }

    fn lines(&self, width: f32) -> Vec<Line> {
        self.texts.iter().flat_map(|text| text.lines(width)).collect()
    }
}

impl Laid {
    fn height(&self) -> f32 {
        self.cells.iter().map(|(lines, _)| tall(lines)).fold(0.0, f32::max) + 2.0 * ABOVE
    }

    fn ground(&self) -> f32 {
        match self.kind {
            None => HEAD,
            Some(LineKind::Foot) => FOOT,
            Some(LineKind::Body | LineKind::Total) => PAPER,
        }
    }
}

impl Grid {
    /// Puts it on paper; if it is short, on one sheet with what follows, which takes so much.
    pub fn draw(&self, paper: &mut Paper, follows: f32) {
        let measured = self.measured(paper.width());
        let panels = columns::panels(&measured, self.keys, paper.width());
        for (turn, panel) in panels.iter().enumerate() {
            let widths = columns::shared(panel, &measured, paper.width());
            let head = self.laid(None, &self.heads, panel, &widths);
            let own = self.rows.iter().filter(|row| panels.len() == 1 || self.has_own(row, panel));
            let rows: Vec<Laid> = own.map(|row| self.laid(Some(row.kind), &row.cells, panel, &widths)).collect();
            paper.gap(if turn == 0 { 12.0 } else { 8.0 });
            let title = if turn == 0 { self.title.lines(paper.width()) } else { Vec::new() };
            let top = tall(&title) + 2.0 + head.height();
            // What is short is not broken; of what is long neither title nor head is alone at the end of a sheet.
            let whole = top + rows.iter().map(Laid::height).sum::<f32>();
            let first = top + rows.first().map_or(0.0, Laid::height);
            let with = if turn + 1 == panels.len() { whole + follows } else { whole };
            let short =
                [with, whole].into_iter().find(|all| *all <= paper.all_room() && whole <= paper.all_room() * SHORT);
            paper.need(short.unwrap_or(first.min(paper.all_room())));
            paper.paragraph(&title, 0.0);
            paper.gap(2.0);
            self.put(&head, &widths, paper);
            self.put_all(rows, &head, &widths, paper);
        }
    }

    /// Puts lines on paper, and the head again over those that go on overleaf.
    fn put_all(&self, rows: Vec<Laid>, head: &Laid, widths: &[f32], paper: &mut Paper) {
        let mut rows = rows.into_iter().peekable();
        let mut before = None;
        while let Some(row) = rows.next() {
            // A line of totals does not stand alone on a sheet.
            let total = rows.peek().filter(|next| next.kind == Some(LineKind::Total)).map_or(0.0, Laid::height);
            for part in in_parts(row, paper.all_room() - head.height()) {
                if paper.room() < part.height() + total {
                    paper.turn();
                    self.put(head, widths, paper);
                }
                self.put(&part, widths, paper);
                if part.kind == Some(LineKind::Total) && before != part.kind {
                    paper.rule(0.0, -part.height(), widths.iter().sum(), 1.2);
                }
                before = part.kind;
            }
        }
    }

    /// How wide each column has to be, and is unbroken. A name is found by the eye where it stands in one line: it is
    /// broken only where all columns fit beside each other then.
    fn measured(&self, width: f32) -> Vec<Wide> {
        let broken: Vec<Wide> = (0..self.heads.len()).map(|column| self.measure(column)).collect();
        let named = |(column, wide): (usize, &Wide)| {
            let least = if column < self.keys { wide.least.max(wide.most.min(NAME)) } else { wide.least };
            Wide { least, ..*wide }
        };
        let named: Vec<Wide> = broken.iter().enumerate().map(named).collect();
        let fits = |columns: &[Wide]| columns.iter().map(|wide| wide.least).sum::<f32>() <= width;
        if fits(&broken) && !fits(&named) { broken } else { named }
    }

    fn measure(&self, column: usize) -> Wide {
        let cells =
            || self.heads.get(column).into_iter().chain(self.rows.iter().filter_map(|row| row.cells.get(column)));
        let least = cells().map(Cell::least).fold(0.0, f32::max);
        let most = cells().map(Cell::width).fold(least, f32::max);
        Wide { least: least + 2.0 * self.aside, most: most + 2.0 * self.aside }
    }

    /// Whether a line says something beside its name in these columns: a count has nothing to say beside columns that
    /// it does not count.
    fn has_own(&self, row: &Row, panel: &[usize]) -> bool {
        let says = |column: &usize| row.cells.get(*column).is_some_and(|cell| cell.width() > 0.0);
        row.kind == LineKind::Body || panel.iter().skip(self.keys).any(says)
    }

    fn laid(&self, kind: Option<LineKind>, cells: &[Cell], panel: &[usize], widths: &[f32]) -> Laid {
        let cell = |(column, width): (&usize, &f32)| {
            let cell = cells.get(*column)?;
            Some((cell.lines(width - 2.0 * self.aside), cell.stands))
        };
        Laid { kind, cells: panel.iter().zip(widths).filter_map(cell).collect() }
    }

    fn put(&self, row: &Laid, widths: &[f32], paper: &mut Paper) {
        let (height, mut x) = (row.height(), 0.0);
        for ((lines, stands), width) in row.cells.iter().zip(widths) {
            paper.field(x, (*width, height), row.ground());
            let mut down = ABOVE;
            for line in lines {
                let free = width - 2.0 * self.aside - line.width;
                let indent = match stands {
                    Stands::Left => 0.0,
                    Stands::Middle => free / 2.0,
                    Stands::Right => free,
                };
                paper.text(line, x + self.aside + indent, down);
                down += tall(std::slice::from_ref(line));
            }
            x += width;
        }
        paper.down(height);
    }
}

/// A line that is higher than a sheet goes on overleaf.
fn in_parts(row: Laid, room: f32) -> Vec<Laid> {
    if row.height() <= room {
        return vec![row];
    }
    let (mut parts, mut rest) = (Vec::new(), row);
    while rest.height() > room {
        let mut part = Laid { kind: rest.kind, cells: Vec::new() };
        for (lines, stands) in &mut rest.cells {
            let mut full = 2.0 * ABOVE;
            let fits = lines.iter().take_while(|line| {
                full += tall(std::slice::from_ref(*line));
                full <= room
            });
            let count = fits.count().max(1).min(lines.len());
            part.cells.push((lines.drain(..count).collect(), *stands));
        }
        parts.push(part);
    }
    parts.push(rest);
    parts
}
