//! Large letters made of cells, for what is read from across a table.

/// Pixels of a letter, from the top; the first row is above the capitals.
type Glyph = (char, u8, [u8; 6]);

/// Capitals, three pixels wide where that is enough. What is not here is not drawn large.
const GLYPHS: &[Glyph] = &[
    ('A', 3, [0, 0b010, 0b101, 0b111, 0b101, 0b101]),
    ('B', 3, [0, 0b110, 0b101, 0b110, 0b101, 0b110]),
    ('C', 3, [0, 0b011, 0b100, 0b100, 0b100, 0b011]),
    ('D', 3, [0, 0b110, 0b101, 0b101, 0b101, 0b110]),
    ('E', 3, [0, 0b111, 0b100, 0b110, 0b100, 0b111]),
    ('F', 3, [0, 0b111, 0b100, 0b110, 0b100, 0b100]),
    ('G', 3, [0, 0b011, 0b100, 0b101, 0b101, 0b011]),
    ('H', 3, [0, 0b101, 0b101, 0b111, 0b101, 0b101]),
    ('I', 1, [0, 1, 1, 1, 1, 1]),
    ('J', 3, [0, 0b001, 0b001, 0b001, 0b101, 0b010]),
    ('K', 3, [0, 0b101, 0b101, 0b110, 0b101, 0b101]),
    ('L', 3, [0, 0b100, 0b100, 0b100, 0b100, 0b111]),
    ('M', 5, [0, 0b10001, 0b11011, 0b10101, 0b10001, 0b10001]),
    ('N', 4, [0, 0b1001, 0b1101, 0b1011, 0b1001, 0b1001]),
    ('O', 3, [0, 0b111, 0b101, 0b101, 0b101, 0b111]),
    ('P', 3, [0, 0b110, 0b101, 0b110, 0b100, 0b100]),
    ('Q', 4, [0, 0b1110, 0b1010, 0b1010, 0b1110, 0b0001]),
    ('R', 3, [0, 0b110, 0b101, 0b110, 0b101, 0b101]),
    ('S', 3, [0, 0b011, 0b100, 0b010, 0b001, 0b110]),
    ('T', 3, [0, 0b111, 0b010, 0b010, 0b010, 0b010]),
    ('U', 3, [0, 0b101, 0b101, 0b101, 0b101, 0b111]),
    ('V', 3, [0, 0b101, 0b101, 0b101, 0b101, 0b010]),
    ('W', 5, [0, 0b10001, 0b10001, 0b10101, 0b10101, 0b01010]),
    ('X', 3, [0, 0b101, 0b101, 0b010, 0b101, 0b101]),
    ('Y', 3, [0, 0b101, 0b101, 0b010, 0b010, 0b010]),
    ('Z', 3, [0, 0b111, 0b001, 0b010, 0b100, 0b111]),
    ('Æ', 5, [0, 0b01111, 0b10100, 0b11110, 0b10100, 0b10111]),
    ('Ø', 5, [0, 0b01110, 0b10011, 0b10101, 0b11001, 0b01110]),
    ('Å', 3, [0b010, 0b000, 0b010, 0b101, 0b111, 0b101]),
    ('0', 3, [0, 0b111, 0b101, 0b101, 0b101, 0b111]),
    ('1', 2, [0, 0b01, 0b11, 0b01, 0b01, 0b01]),
    ('2', 3, [0, 0b110, 0b001, 0b010, 0b100, 0b111]),
    ('3', 3, [0, 0b110, 0b001, 0b010, 0b001, 0b110]),
    ('4', 3, [0, 0b101, 0b101, 0b111, 0b001, 0b001]),
    ('5', 3, [0, 0b111, 0b100, 0b110, 0b001, 0b110]),
    ('6', 3, [0, 0b011, 0b100, 0b111, 0b101, 0b111]),
    ('7', 3, [0, 0b111, 0b001, 0b010, 0b010, 0b010]),
    ('8', 3, [0, 0b111, 0b101, 0b111, 0b101, 0b111]),
    ('9', 3, [0, 0b111, 0b101, 0b111, 0b001, 0b110]),
    (' ', 2, [0; 6]),
    ('.', 1, [0, 0, 0, 0, 0, 1]),
    (',', 2, [0, 0, 0, 0, 0b01, 0b10]),
    (':', 1, [0, 0, 1, 0, 1, 0]),
    ('!', 1, [0, 1, 1, 1, 0, 1]),
    ('?', 3, [0, 0b110, 0b001, 0b010, 0b000, 0b010]),
    ('\'', 1, [0, 1, 1, 0, 0, 0]),
    ('-', 3, [0, 0, 0, 0b111, 0, 0]),
    ('/', 3, [0, 0b001, 0b001, 0b010, 0b100, 0b100]),
    ('(', 2, [0, 0b01, 0b10, 0b10, 0b10, 0b01]),
    (')', 2, [0, 0b10, 0b01, 0b01, 0b01, 0b10]),
];

/// The text in large letters, in lines of cells of at most `width`: three rows for each line of text, with
/// an empty one between, or seven where the terminal knows only ASCII. `None` when a letter of it cannot be
/// drawn large, or a word is wider than the line.
#[must_use]
pub fn large(text: &str, width: u16, ascii: bool) -> Option<Vec<String>> {
    let words: Vec<Vec<&Glyph>> = text.split_whitespace().map(glyphs).collect::<Option<_>>()?;
    let mut lines: Vec<Vec<&Glyph>> = Vec::new();
    for word in words {
        if wide(&word) > usize::from(width) {
            return None;
        }
        match lines.last_mut() {
            Some(line) if wide(line) + 4 + wide(&word) <= usize::from(width) => {
                line.extend(glyphs(" ")?);
                line.extend(word);
            }
            _ => lines.push(word),
        }
    }
    let drawn: Vec<Vec<String>> = lines.iter().map(|line| drawn(line, ascii)).collect();
    Some(drawn.join(&String::new()))
}

fn glyphs(text: &str) -> Option<Vec<&'static Glyph>> {
    let capitals = text.chars().flat_map(char::to_uppercase);
    capitals.map(|capital| GLYPHS.iter().find(|(known, ..)| *known == capital)).collect()
}

/// Cells that letters take side by side.
fn wide(line: &[&Glyph]) -> usize {
    line.iter().map(|(_, wide, _)| usize::from(*wide) + 1).sum::<usize>().saturating_sub(1)
}

/// The rows of one line of letters.
fn drawn(line: &[&Glyph], ascii: bool) -> Vec<String> {
    let row = |row: usize| -> Vec<bool> {
        let pixels = |(_, wide, rows): &Glyph| {
            let bits = rows.get(row).copied().unwrap_or(0);
            (0..*wide).rev().map(move |bit| bits >> bit & 1 == 1).chain([false]).collect::<Vec<_>>()
        };
        line.iter().flat_map(|glyph| pixels(glyph)).collect()
    };
    if ascii {
        let hash = |pixels: Vec<bool>| pixels.into_iter().map(|on| if on { '#' } else { ' ' }).collect();
        return (0..6).map(|at| hash(row(at))).collect();
    }
    let half = |(top, bottom): (bool, bool)| match (top, bottom) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    (0..3).map(|at| row(2 * at).into_iter().zip(row(2 * at + 1)).map(half).collect()).collect()
}

/// The letters of a text set apart, so that it reads from further away; a script whose letters join stays.
#[must_use]
pub fn spaced(text: &str) -> String {
    let stands_alone = |c: char| !c.is_alphabetic() || matches!(c, '\u{41}'..='\u{58f}' | '\u{1e00}'..='\u{1fff}');
    if !text.chars().all(stands_alone) {
        return text.to_owned();
    }
    let letters: Vec<String> =
        unicode_segmentation::UnicodeSegmentation::graphemes(text, true).map(str::to_owned).collect();
    letters.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_letters_are_three_rows_and_break_between_words() {
        let rows = |text, width| large(text, width, false).map(|lines| lines.len());
        assert_eq!(rows("Money", 80), Some(3));
        assert_eq!(rows("Money and papers", 40), Some(7));
        assert_eq!(rows("Money", 10), None);
        // In letters that are not here it is left to somebody else.
        assert_eq!((rows("Žinau", 80), rows("مرحبا", 80)), (None, None));
        assert!(large("Å bo, (trygt)?", 80, false).is_some());
    }

    #[test]
    fn a_letter_is_recognised() {
        assert_eq!(large("Hi", 9, false).unwrap(), ["▄ ▄ ▄ ", "█▄█ █ ", "█ █ █ "]);
        assert_eq!(large("Hi", 9, true).unwrap(), ["      ", "# # # ", "# # # ", "### # ", "# # # ", "# # # "]);
    }

    #[test]
    fn no_two_letters_look_alike() {
        for (at, (one, width, rows)) in GLYPHS.iter().enumerate() {
            let like = GLYPHS[at + 1..].iter().find(|(_, other, pixels)| (other, pixels) == (width, rows));
            assert!(like.is_none_or(|(other, ..)| (*one, *other) == ('O', '0')), "{one} {like:?}");
            assert!(rows.iter().all(|row| *row < 1 << width), "{one}");
        }
    }

    #[test]
    fn letters_are_set_apart_where_they_stand_alone() {
        assert_eq!(spaced("Quite"), "Q u i t e");
        assert_eq!(spaced("ža 2"), "ž a   2");
        assert_eq!(spaced("Дом"), "Д о м");
        assert_eq!(spaced("بيت"), "بيت");
    }
}
