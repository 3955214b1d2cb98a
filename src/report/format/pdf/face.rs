//! One of the two fonts that PDF is written with: which glyphs a text is made of, and which of them a file needs.

use rustybuzz::{BufferClusterLevel, Direction, UnicodeBuffer};
use std::collections::BTreeMap;

/// Units to the em, of the fonts as of everything that PDF measures in them.
pub(super) const EM: f32 = 1000.0;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A letter or mark where it stands, in units of the font.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    /// What it is called in the file.
    pub code: u16,
    /// How far the reader moves on by itself.
    pub width: f32,
    /// How far the next one is.
    pub step: f32,
    /// How far aside and above of where it would stand: marks find their letters so.
    pub right: f32,
    pub up: f32,
}

/// A font, and what of it is in use.
pub(super) struct Face {
    pub name: &'static str,
    pub bytes: &'static [u8],
    pub shaper: rustybuzz::Face<'static>,
    /// The code of each glyph with what it says: one drawing may stand for several letters, and who copies text out of
    /// the file gets the right one.
    codes: BTreeMap<(u16, String), u16>,
    /// The same by their codes, which count from 1.
    pub used: Vec<(u16, String)>,
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Face({}, {} in use)", self.name, self.used.len())
    }
}

impl Face {
    /// The font of a weight; nothing if what was built in is none.
    pub fn new(weight: Weight) -> Option<Self> {
        let (name, bytes): (_, &[u8]) = match weight {
            Weight::Regular => ("NotoSans-Regular", include_bytes!("fonts/NotoSans-Regular.ttf")),
            Weight::Bold => ("NotoSans-Bold", include_bytes!("fonts/NotoSans-Bold.ttf")),
        };
        let shaper = rustybuzz::Face::from_slice(bytes, 0)?;
        Some(Self { name, bytes, shaper, codes: BTreeMap::new(), used: Vec::new() })
    }

    /// The glyphs of a word from left to right; nothing where the font has not all of its letters.
    pub fn glyphs(&mut self, word: &str) -> Option<Vec<Glyph>> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(word);
        buffer.set_cluster_level(BufferClusterLevel::Characters);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(&self.shaper, &[], buffer);
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().filter_map(|info| place(info.cluster)).collect();
        starts.sort_unstable();
        let mut before = None;
        let mut glyphs = Vec::with_capacity(starts.len());
        for (info, at) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let glyph = u16::try_from(info.glyph_id).ok().filter(|glyph| *glyph != 0)?;
            let start = place(info.cluster)?;
            let end = starts.iter().find(|other| **other > start).copied().unwrap_or(word.len());
            // Of several drawings of one letter the first says it.
            let says = if before == Some(start) { "" } else { word.get(start..end)? };
            before = Some(start);
            glyphs.push(Glyph {
                code: self.code(glyph, says)?,
                width: self.width(glyph),
                step: units(at.x_advance),
                right: units(at.x_offset),
                up: units(at.y_offset),
            });
        }
        Some(glyphs)
    }

    /// How far the reader moves on after a glyph.
    pub fn width(&self, glyph: u16) -> f32 {
        self.shaper.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph)).map_or(0.0, f32::from)
    }

    fn code(&mut self, glyph: u16, says: &str) -> Option<u16> {
        let key = (glyph, says.to_owned());
        if let Some(code) = self.codes.get(&key) {
            return Some(*code);
        }
        let code = u16::try_from(self.used.len() + 1).ok()?;
        self.used.push(key.clone());
        self.codes.insert(key, code);
        Some(code)
    }
}

fn place(cluster: u32) -> Option<usize> {
    usize::try_from(cluster).ok()
}

fn units(measure: i32) -> f32 {
    i16::try_from(measure).map_or(0.0, f32::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(weight: Weight) -> Face {
        Face::new(weight).unwrap()
    }

    #[test]
    fn both_fonts_measure_by_the_thousandth() {
        for weight in [Weight::Regular, Weight::Bold] {
            assert_eq!(face(weight).shaper.units_per_em(), 1000);
        }
    }

    #[test]
    fn letters_of_many_languages_are_there_and_others_are_told() {
        for weight in [Weight::Regular, Weight::Bold] {
            let mut face = face(weight);
            for word in [
                "Žemaitė",
                "Ștefănescu",
                "Łukasz",
                "Đặng",
                "Nguyễn",
                "Ọládélé",
                "Kofi",
                "Yaɛ́",
                "Ŋɔ̃ɖʋi",
                "Ɓɗƙ",
                "İrşad",
                "Gjørv",
                "Þór",
                "Ħal",
                "Ĉu",
                "Ǆ",
                "Ȟ",
                "Ḥusayn",
                "ʿAlī",
                "Сергій",
                "Ђорђе",
                "Қайрат",
                "Έλλη",
                "ʼ",
                "—",
                "…",
                "·",
                "“”",
                "«»",
                "✓",
                "→",
                "×",
                "€",
                "½",
                "№",
            ] {
                assert!(face.glyphs(word).is_some(), "{word}");
            }
            for word in ["محمد", "李伟", "አበበ", "🙂", "שלום", "ক", "გ", "Ա"] {
                assert_eq!(face.glyphs(word), None, "{word}");
            }
        }
    }

    #[test]
    fn a_mark_stands_on_its_letter_and_takes_no_room() {
        let mut face = face(Weight::Regular);
        let (bare, marked) = (face.glyphs("ɛ").unwrap(), face.glyphs("ɛ\u{301}").unwrap());
        assert_eq!((bare.len(), marked.len()), (1, 2));
        assert_eq!((marked[1].step, bare[0].step), (0.0, marked[0].step));
        // Above a capital it stands higher.
        let capital = face.glyphs("Ɛ\u{301}").unwrap();
        assert!(capital[1].up > marked[1].up, "{capital:?} {marked:?}");
        assert_eq!(face.used.iter().map(|(_, says)| says.as_str()).collect::<Vec<_>>(), ["ɛ", "\u{301}", "Ɛ"]);
    }
}
