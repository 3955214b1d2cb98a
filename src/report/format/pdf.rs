//! PDF for A4 in black on white, with fonts of its own: heads of tables are repeated, pages numbered; with a wide table
//! among them all lie on their side. A text with letters that the fonts have not is refused before a byte is written.

mod columns;
mod face;
mod file;
mod grid;
mod paper;
mod text;

use crate::domain::text::shown;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::format::{Sheet, said};
use crate::report::table::{Column, Document, Field, LineKind, Table};
use crate::say;
use face::Weight;
use grid::{Cell, Grid, Row, Stands};
use paper::{MM, Paper, tall};
use std::io::{self, Write};
use text::{Fonts, Line, Text};

/// Sizes of letters, in points: those of the printed page of HTML.
const BODY: f32 = 11.0;
const TITLE: f32 = 16.0;
const SECTION: f32 = 12.5;
const NARROW: f32 = 9.0;
const SMALL: f32 = 8.0;
/// Between what a fact is called and what it says.
const GAP: f32 = 10.0;
/// How long the line is on which somebody signs, and what is left free for it.
const SIGNED: f32 = 110.0 * MM;
const ROOM: f32 = 15.0 * MM;
/// Characters that are named of a text that is refused.
const FOUND: usize = 40;

/// A file being written.
pub struct Pdf<'a> {
    out: &'a mut (dyn Write + Send),
    words: &'a Words,
    /// What the file calls itself: nobody's name.
    called: String,
    language: &'static str,
    lies: bool,
    fonts: Fonts,
    heading: Vec<Text>,
    facts: Vec<(Text, Text)>,
    grids: Vec<Grid>,
    signatures: Vec<Text>,
    foot: Vec<Text>,
}

impl std::fmt::Debug for Pdf<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pdf({}, {} tables)", self.called, self.grids.len())
    }
}

impl<'a> Pdf<'a> {
    /// A file whose data say that it is `called` so.
    ///
    /// # Errors
    /// When a font that was built in is none.
    pub fn new(out: &'a mut (dyn Write + Send), words: &'a Words, called: String) -> Result<Self, Fault> {
        let fonts = Fonts::new().ok_or_else(|| io::Error::other("built-in fonts"))?;
        let (heading, facts, grids) = (Vec::new(), Vec::new(), Vec::new());
        let (signatures, foot) = (Vec::new(), Vec::new());
        Ok(Self { out, words, called, language: "en", lies: false, fonts, heading, facts, grids, signatures, foot })
    }

    fn text(&mut self, text: &str, weight: Weight, size: f32) -> Result<Text, Fault> {
        let text = shown(text);
        if let Some(laid) = self.fonts.text(&text, weight, size) {
            return Ok(laid);
        }
        let mut lacks = |word: &&str| self.fonts.face(weight).glyphs(word).is_none();
        let lacking: Vec<&str> = text.split(' ').filter(&mut lacks).collect();
        Err(Fault::Letters(lacking.join(" ").chars().take(FOUND).collect()))
    }

    fn texts(&mut self, texts: &[String], size: f32) -> Result<Vec<Text>, Fault> {
        texts.iter().map(|text| self.text(text, Weight::Regular, size)).collect()
    }

    /// The head of a column: its label, and a second line under it.
    fn head(&mut self, column: &Column, size: f32) -> Result<Cell, Fault> {
        let label = self.text(&column.label, Weight::Bold, size)?;
        let below = self.text(&column.below, Weight::Regular, size)?;
        let stands = if column.centred { Stands::Middle } else { Stands::Left };
        Ok(Cell { texts: vec![label, below], stands, whole: false })
    }

    /// Size of letters in a table and what is left free beside them.
    fn scale(table: &Table) -> (f32, f32) {
        if table.is_wide() { (SMALL, 2.0) } else { (NARROW, 3.6) }
    }

    fn heads_and_facts(&self, paper: &mut Paper) {
        for text in &self.heading {
            paper.paragraph(&text.lines(paper.width()), 0.0);
        }
        paper.gap(7.0);
        let widest = self.facts.iter().map(|(label, _)| label.width()).fold(0.0, f32::max);
        let left = widest.min(paper.width() * 0.4);
        for (label, value) in &self.facts {
            let (label, value) = (label.lines(left), value.lines(paper.width() - left - GAP));
            // What a fact is called stands beside its first line.
            paper.need(tall(&label).max(tall(&value)).min(paper.all_room()));
            let below = (tall(&label) - tall(&value)).max(0.0);
            let mut down = 0.0;
            for line in &label {
                paper.text(line, 0.0, down);
                down += tall(std::slice::from_ref(line));
            }
            paper.paragraph(&value, left + GAP);
            paper.down(below + 1.2);
        }
    }

    /// A line for everybody who signs, on one sheet: beside each other where it lies on its side.
    fn to_sign(&self, paper: &mut Paper) {
        paper.need(self.height_to_sign().min(paper.all_room()));
        for row in self.signatures.chunks(self.beside()) {
            let height = height(row);
            paper.need(ROOM + height);
            paper.down(ROOM);
            let places = [0.0, paper.width() - SIGNED];
            for (text, x) in row.iter().zip(places) {
                paper.rule(x, -MM, SIGNED, 0.6);
                let lines = text.lines(SIGNED);
                for (at, line) in lines.iter().enumerate() {
                    paper.text(line, x, tall(lines.get(..at).unwrap_or_default()));
                }
            }
            paper.down(height);
        }
    }

    /// How many sign beside each other.
    fn beside(&self) -> usize {
        if self.lies { 2 } else { 1 }
    }

    fn height_to_sign(&self) -> f32 {
        self.signatures.chunks(self.beside()).map(|row| ROOM + height(row)).sum()
    }

    /// `Page 2 of 3` for each of them.
    fn numbers(&mut self, pages: usize) -> Result<Vec<Line>, Fault> {
        let number = |page: usize| {
            let text = say!(self.words, "html-page", page = page.to_string(), pages = pages.to_string());
            let text = self.text(&text, Weight::Regular, SMALL)?;
            Ok(text.lines(f32::MAX))
        };
        let numbers: Result<Vec<_>, Fault> = (1..=pages).map(number).collect();
        Ok(numbers?.into_iter().flatten().collect())
    }
}

/// How high those are who sign beside each other.
fn height(row: &[Text]) -> f32 {
    row.iter().map(|text| tall(&text.lines(SIGNED))).fold(0.0, f32::max)
}

/// A share broken before `(2 of 3)`, if at all.
fn of_what(share: &str) -> String {
    match share.split_once(" (") {
        Some((percent, of)) => format!("{percent} ({}", of.replace(' ', "\u{a0}")),
        None => share.to_owned(),
    }
}

impl Sheet for Pdf<'_> {
    fn open(&mut self, document: &Document) -> Result<(), Fault> {
        self.language = document.language;
        self.lies = document.lies();
        self.heading = vec![self.text(&document.title, Weight::Bold, TITLE)?];
        for fact in document.told() {
            let label = self.text(&fact.label, Weight::Bold, BODY)?;
            let value = said(self.words, &fact.field);
            let value = self.text(&value, Weight::Regular, BODY)?;
            self.facts.push((label, value));
        }
        self.signatures = self.texts(&document.signatures, BODY)?;
        self.foot = self.texts(&document.foot, SMALL)?;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), Fault> {
        let (size, aside) = Self::scale(table);
        let title = self.text(&table.title, Weight::Bold, SECTION)?;
        let heads = table.columns.iter().map(|column| self.head(column, size)).collect::<Result<_, _>>()?;
        let keys = table.columns.iter().take_while(|column| column.key).count();
        self.grids.push(Grid { title, heads, keys, rows: Vec::new(), aside });
        Ok(())
    }

    fn line(&mut self, kind: LineKind, fields: &[Field<'_>]) -> Result<(), Fault> {
        let weight = if kind == LineKind::Total { Weight::Bold } else { Weight::Regular };
        // Letters of a line are as large as those of the heads over it.
        let heads = self.grids.last().into_iter().flat_map(|grid| &grid.heads);
        let places: Vec<(f32, Stands)> =
            heads.filter_map(|head| Some((head.texts.first()?.size, head.stands))).collect();
        let mut cells = Vec::with_capacity(fields.len());
        for (field, (size, stands)) in fields.iter().zip(places) {
            let said = said(self.words, field);
            let said = if let Field::Share(_) = field { of_what(&said) } else { said };
            let text = self.text(&said, weight, size)?;
            let is_count = matches!(field, Field::Number(_) | Field::Share(_));
            let stands = if is_count && stands == Stands::Left { Stands::Right } else { stands };
            cells.push(Cell { texts: vec![text], stands, whole: matches!(field, Field::Date(_) | Field::Time(_)) });
        }
        if let Some(grid) = self.grids.last_mut() {
            grid.rows.push(Row { kind, cells });
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        let mut paper = Paper::new(self.lies);
        let beside = self.text("00000000000000000000", Weight::Regular, SMALL)?.width();
        let foot = self.foot.iter().flat_map(|text| text.lines(paper.width() - beside)).collect();
        paper = paper.footed(foot);
        self.heads_and_facts(&mut paper);
        for (at, grid) in (1..).zip(&self.grids) {
            let signed = if at == self.grids.len() { self.height_to_sign() } else { 0.0 };
            grid.draw(&mut paper, signed);
        }
        self.to_sign(&mut paper);
        let numbers = self.numbers(paper.sheets.len())?;
        paper.number(&numbers);
        let bytes = file::bytes(paper, &self.fonts, &self.called, self.language)?;
        Ok(self.out.write_all(&bytes)?)
    }
}
