//! Sheets of A4 on which lines of text, rules and grounds are put, from the top down.

use super::face::{EM, Weight};
use super::text::{LEADING, Line};
use pdf_writer::{Content, Name, Str};

/// A millimetre in points.
pub(super) const MM: f32 = 72.0 / 25.4;
/// What is left free at the edges, as on the printed page of HTML.
const TOP: f32 = 15.0 * MM;
const SIDE: f32 = 14.0 * MM;
const BOTTOM: f32 = 18.0 * MM;
/// Where the foot of a sheet begins, from its lower edge, where it has one line.
const FOOT: f32 = 9.0 * MM;

/// What the two fonts are called on every sheet.
pub(super) const REGULAR: Name<'static> = Name(b"F1");
pub(super) const BOLD: Name<'static> = Name(b"F2");

/// Sheets, the last of them being written on.
pub(super) struct Paper {
    pub wide: f32,
    pub high: f32,
    pub sheets: Vec<Content>,
    /// What stands at the left of the foot of each.
    foot: Vec<Line>,
    /// How far down the last is full.
    y: f32,
}

impl Paper {
    /// Upright or on its side.
    pub fn new(lies: bool) -> Self {
        let (short, long) = (210.0 * MM, 297.0 * MM);
        let (wide, high) = if lies { (long, short) } else { (short, long) };
        let mut paper = Self { wide, high, sheets: Vec::new(), foot: Vec::new(), y: 0.0 };
        paper.turn();
        paper
    }

    /// What stands at the foot of every sheet.
    pub fn footed(self, foot: Vec<Line>) -> Self {
        Self { foot, ..self }
    }

    /// Between the edges.
    pub fn width(&self) -> f32 {
        self.wide - 2.0 * SIDE
    }

    /// How much of this sheet is left.
    pub fn room(&self) -> f32 {
        self.high - self.y - BOTTOM.max(FOOT + tall(&self.foot) + 3.0 * MM)
    }

    /// How much there is on an empty one.
    pub fn all_room(&self) -> f32 {
        self.room() + self.y - TOP
    }

    /// Goes on at the top of a new sheet.
    pub fn turn(&mut self) {
        self.sheets.push(Content::new());
        self.y = TOP;
    }

    /// The next thing takes so much: a new sheet where this has not that left.
    pub fn need(&mut self, height: f32) {
        if self.room() < height && self.y > TOP {
            self.turn();
        }
    }

    /// Leaves a gap, which is none at the top of a sheet.
    pub fn gap(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Goes on below what is so high.
    pub fn down(&mut self, height: f32) {
        self.y += height;
    }

    /// A line whose upper edge is `down` below here, `x` from the left edge.
    pub fn text(&mut self, line: &Line, x: f32, down: f32) {
        let y = self.high - self.y - down - baseline(line);
        if let Some(sheet) = self.sheets.last_mut() {
            show(sheet, line, SIDE + x, y);
        }
    }

    /// Lines under each other that may go on overleaf.
    pub fn paragraph(&mut self, lines: &[Line], x: f32) {
        for line in lines {
            self.need(line.size * LEADING);
            self.text(line, x, 0.0);
            self.down(line.size * LEADING);
        }
    }

    /// A rule of this thickness.
    pub fn rule(&mut self, x: f32, down: f32, length: f32, thick: f32) {
        let y = self.high - self.y - down;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.set_line_width(thick).move_to(SIDE + x, y).line_to(SIDE + x + length, y).stroke();
        }
    }

    /// A field with its frame, on a ground of this grey.
    pub fn field(&mut self, x: f32, (width, height): (f32, f32), grey: f32) {
        let y = self.high - self.y - height;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.set_fill_gray(grey).set_line_width(0.4).rect(SIDE + x, y, width, height).fill_nonzero_and_stroke();
            sheet.set_fill_gray(0.0);
        }
    }

    /// Writes its foot on every sheet, and at the right which of how many it is.
    pub fn number(&mut self, numbers: &[Line]) {
        let (wide, foot) = (self.wide, &self.foot);
        for (sheet, number) in self.sheets.iter_mut().zip(numbers) {
            let mut y = FOOT + tall(foot);
            for line in foot {
                show(sheet, line, SIDE, y - baseline(line));
                y -= line.size * LEADING;
            }
            show(sheet, number, wide - SIDE - number.width, FOOT + number.size * LEADING - baseline(number));
        }
    }
}

/// How high lines under each other are.
pub(super) fn tall(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.size * LEADING).sum()
}

/// From the upper edge of a line to where its letters stand.
fn baseline(line: &Line) -> f32 {
    line.size * 1.04
}

/// Puts a line where its first letter stands at (`x`, `y`).
fn show(sheet: &mut Content, line: &Line, x: f32, y: f32) {
    let font = match line.weight {
        Weight::Regular => REGULAR,
        Weight::Bold => BOLD,
    };
    sheet.begin_text().set_font(font, line.size).next_line(x, y);
    // Where the next glyph belongs, and where the reader is.
    let (mut pen, mut reached) = (0.0, 0.0);
    for level in line.glyphs.chunk_by(|one, next| (one.up - next.up).abs() < 0.5) {
        let up = level.first().map_or(0.0, |glyph| glyph.up);
        sheet.set_rise(up * line.size / EM);
        let mut run = sheet.show_positioned();
        let mut items = run.items();
        for glyph in level {
            let aside: f32 = pen + glyph.right - reached;
            if aside.abs() >= 0.5 {
                items.adjust(-aside);
                reached += aside;
            }
            items.show(Str(&glyph.code.to_be_bytes()));
            reached += glyph.width;
            pen += glyph.step;
        }
    }
    sheet.set_rise(0.0);
    sheet.end_text();
}
