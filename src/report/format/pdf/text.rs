//! Text as it is laid out: words of glyphs, broken into lines of a width.

use super::face::{EM, Face, Glyph, Weight};

/// The two fonts.
#[derive(Debug)]
pub(super) struct Fonts {
    pub regular: Face,
    pub bold: Face,
}

/// A text in one weight and size.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub weight: Weight,
    pub size: f32,
    words: Vec<Word>,
    space: Glyph,
}

/// What is not broken as long as it fits.
#[derive(Debug, Clone)]
struct Word {
    glyphs: Vec<Glyph>,
    width: f32,
}

/// A line of it.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub weight: Weight,
    pub size: f32,
    pub glyphs: Vec<Glyph>,
    /// In points.
    pub width: f32,
}

/// How far a line is from the next, in sizes of its letters.
pub(super) const LEADING: f32 = 1.35;

impl Fonts {
    /// Both; nothing if what was built in are none.
    pub fn new() -> Option<Self> {
        Some(Self { regular: Face::new(Weight::Regular)?, bold: Face::new(Weight::Bold)? })
    }

    pub fn face(&mut self, weight: Weight) -> &mut Face {
        match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        }
    }

    /// The text in glyphs; nothing where the font has not all of its letters.
    pub fn text(&mut self, text: &str, weight: Weight, size: f32) -> Option<Text> {
        let face = self.face(weight);
        let space = *face.glyphs(" ")?.first()?;
        let word = |word: &str| {
            let glyphs = face.glyphs(word)?;
            Some(Word { width: points(&glyphs, size), glyphs })
        };
        let words = text.split(' ').filter(|word| !word.is_empty()).map(word).collect::<Option<_>>()?;
        Some(Text { weight, size, words, space })
    }
}

fn points(glyphs: &[Glyph], size: f32) -> f32 {
    glyphs.iter().map(|glyph| glyph.step).sum::<f32>() * size / EM
}

impl Text {
    /// How wide it is in one line.
    pub fn width(&self) -> f32 {
        let words: f32 = self.words.iter().map(|word| word.width).sum();
        let spaces: f32 = self.words.iter().skip(1).map(|_| self.blank()).sum();
        words + spaces
    }

    /// How wide its widest word is.
    pub fn widest_word(&self) -> f32 {
        self.words.iter().map(|word| word.width).fold(0.0, f32::max)
    }

    fn blank(&self) -> f32 {
        self.space.step * self.size / EM
    }

    /// Its lines in `width` points, broken between words, and in a word that is wider.
    pub fn lines(&self, width: f32) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for word in &self.words {
            match lines.last_mut() {
                // What was measured and is given the same room again has it, however it is rounded.
                Some(line) if line.width + self.blank() + word.width <= width + 0.01 => {
                    line.glyphs.push(self.space);
                    line.glyphs.extend(&word.glyphs);
                    line.width += self.blank() + word.width;
                }
                _ => lines.extend(self.pieces(word, width)),
            }
        }
        lines
    }

    /// A word in as many lines as it takes: a mark stays with its letter.
    fn pieces(&self, word: &Word, width: f32) -> Vec<Line> {
        let mut pieces = vec![self.line()];
        for glyph in &word.glyphs {
            let step = glyph.step * self.size / EM;
            let full = pieces.last().is_some_and(|line| line.width > 0.0 && line.width + step > width + 0.01);
            if full && step > 0.0 {
                pieces.push(self.line());
            }
            if let Some(line) = pieces.last_mut() {
                line.glyphs.push(*glyph);
                line.width += step;
            }
        }
        pieces
    }

    fn line(&self) -> Line {
        Line { weight: self.weight, size: self.size, glyphs: Vec::new(), width: 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_wide_as_they_may_be_and_lose_no_letter() {
        let mut fonts = Fonts::new().unwrap();
        for text in [
            "Planning for Resettlement, ten sessions",
            "Donaudampfschifffahrtsgesellschaft",
            "ɛ\u{301}ɛ\u{301}ɛ\u{301}",
            "",
        ] {
            let text = fonts.text(text, Weight::Bold, 9.0).unwrap();
            for width in [1.0, 40.0, 90.0, text.width()] {
                let lines = text.lines(width);
                let letters: usize = text.words.iter().map(|word| word.glyphs.len()).sum();
                let drawn = lines.iter().flat_map(|line| &line.glyphs).filter(|glyph| **glyph != text.space).count();
                assert_eq!(drawn, letters);
                assert!(width < 9.0 || lines.iter().all(|line| line.width <= width + 0.01), "{lines:?}");
                assert!(lines.iter().all(|line| line.glyphs[0].step > 0.0), "a mark without its letter: {lines:?}");
            }
            assert!(text.lines(text.width()).len() <= 1);
        }
    }
}
