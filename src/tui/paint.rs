//! Putting text into cells: escaped, cut to the width it has, never past its edge.

use crate::domain::text::shown;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
#[must_use]
pub fn width(text: &str) -> u16 {
    u16::try_from(cells(&shown(text))).unwrap_or(u16::MAX)
}

/// Whether every character takes one cell and stands for itself: those before U+0300, the Latin letters of
/// Europe among them, need no rules of Unicode. Of their UTF-8 no byte is larger.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte < 0xcc)
}

/// How many cells a text takes that has nothing hidden in it.
fn cells(text: &str) -> usize {
    if is_plain(text) { text.chars().count() } else { text.width() }
}

/// The text cut to `most` cells, ending in `…` when something is left out.
#[must_use]
pub fn cut(text: &str, most: u16) -> String {
    fitted(text, most).0.into_owned()
}

/// The text cut to `most` cells, and how many it takes.
fn fitted(text: &str, most: u16) -> (Cow<'_, str>, u16) {
    // Most texts of most screens: every byte is a letter of one cell.
    if text.len() <= usize::from(most) && text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return (Cow::Borrowed(text), u16::try_from(text.len()).unwrap_or(most));
    }
    let text = shown(text);
    if let Some(used) = u16::try_from(cells(&text)).ok().filter(|used| *used <= most) {
        return (text, used);
    }
    let (mut out, mut used) = (String::new(), 0);
    for grapheme in text.graphemes(true) {
        let wide = u16::try_from(grapheme.width()).unwrap_or(u16::MAX);
        if wide >= most.saturating_sub(used) {
            break;
        }
        out.push_str(grapheme);
        used += wide;
    }
    if most > 0 {
        out.push('…');
        used += 1;
    }
    (out.into(), used)
}

/// The text cut and filled up with spaces to exactly `cells`.
#[must_use]
pub fn fill(text: &str, cells: u16) -> String {
    let (text, used) = fitted(text, cells);
    let mut out = text.into_owned();
    out.extend(std::iter::repeat_n(' ', usize::from(cells - used)));
    out
}

/// Writes one line at `(x, y)` of `area` (counted from its corner), cut at its right edge; the column
/// after the text is returned.
pub fn line(buf: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
    if y >= area.height || x >= area.width {
        return x;
    }
    let (text, _) = fitted(text, area.width - x);
    let mut at = area.x + x;
    let mut rest = &*text;
    // Word by word, because most are plain; no letter reaches over a space.
    while !rest.is_empty() {
        let end = rest.bytes().skip(1).position(|byte| byte == b' ').map_or(rest.len(), |space| space + 1);
        let (word, after) = rest.split_at(end);
        at = put_word(buf, at, area.y + y, word, style);
        rest = after;
    }
    at - area.x
}

/// Writes one word from column `at` of the buffer on; the column after it is returned.
fn put_word(buf: &mut Buffer, mut at: u16, y: u16, word: &str, style: Style) -> u16 {
    if !is_plain(word) {
        return buf.set_stringn(at, y, word, usize::MAX, style).0;
    }
    if !buf.area.contains((at, y).into()) {
        return at;
    }
    // Looked up once: the cells of a line lie side by side.
    let first = buf.index_of(at, y);
    let room = usize::from(buf.area.right() - at);
    for (cell, character) in buf.content[first..].iter_mut().take(room).zip(word.chars()) {
        cell.set_char(character).set_style(style);
        at += 1;
    }
    at
}

/// Writes one line that ends at the right edge of `area`.
pub fn line_right(buf: &mut Buffer, area: Rect, y: u16, text: &str, style: Style) {
    line(buf, area, area.width.saturating_sub(width(text)), y, text, style);
}

/// Gives the whole row the style of the selection.
pub fn row_style(buf: &mut Buffer, area: Rect, y: u16, style: Style) {
    if y < area.height && style != Style::new() {
        buf.set_style(Rect { y: area.y + y, height: 1, ..area }, style);
    }
}

/// A horizontal rule over the width of `area`.
pub fn rule(buf: &mut Buffer, area: Rect, y: u16, style: Style) {
    for x in area.left()..area.right() {
        if let Some(cell) = buf.cell_mut((x, area.y + y)) {
            cell.set_char('─').set_style(style);
        }
    }
}

/// The words of `text` in lines of at most `most` cells; a longer word is cut over lines.
#[must_use]
pub fn wrap(text: &str, most: u16) -> Vec<String> {
    let most = usize::from(most.max(1));
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        // The cells of the line so far are counted along: to measure it anew at every word takes longer
        // than all the rest of a frame.
        let (mut current, mut used) = (String::new(), 0);
        for word in shown(paragraph).split_whitespace() {
            let wide = cells(word);
            if used > 0 && used + 1 + wide > most {
                lines.push(std::mem::take(&mut current));
                used = 0;
            }
            if used > 0 {
                current.push(' ');
                used += 1;
            }
            if used + wide <= most {
                current.push_str(word);
                used += wide;
                continue;
            }
            for grapheme in word.graphemes(true) {
                let wide = grapheme.width();
                if used + wide > most && used > 0 {
                    lines.push(std::mem::take(&mut current));
                    used = 0;
                }
                current.push_str(grapheme);
                used += wide;
            }
        }
        lines.push(current);
    }
    lines
}

/// What parts the hints of a foot that is written as one text.
const BETWEEN: &str = "   ";

/// The hints of a foot on `most` cells, whole or not at all: the first says how one goes on, the last how one leaves; of
/// those between, the last gives way first, and how one leaves is always there.
#[must_use]
pub fn hints(foot: &str, most: u16) -> String {
    let mut hints: Vec<&str> = foot.split(BETWEEN).collect();
    while hints.len() > 1 && width(&hints.join(BETWEEN)) > most {
        hints.remove(hints.len().saturating_sub(2));
    }
    hints.join(BETWEEN)
}

/// Writes the hints of a foot on the last line of `area`.
pub fn foot(buf: &mut Buffer, area: Rect, text: &str, style: Style) {
    line(buf, area, 0, area.height.saturating_sub(1), &hints(text, area.width), style);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::is_hidden;

    #[test]
    fn cutting_counts_cells_not_letters() {
        assert_eq!(cut("Ana Petrović", 8), "Ana Pet…");
        assert_eq!(cut("王小明", 5), "王小…");
        assert_eq!(cut("王小明", 4), "王…");
        assert_eq!(cut("Ana", 3), "Ana");
        assert_eq!(fill("Ana", 5), "Ana  ");
        assert_eq!(cut("a\u{1b}[31m", 40), "a<U+001B>[31m");
        assert_eq!((fill("Ana", 0), fill("王小", 3)), (String::new(), "王…".to_owned()));
    }

    #[test]
    fn every_plain_character_takes_one_cell() {
        for c in ('\0'..'\u{300}').filter(|c| !is_hidden(*c)) {
            let text = c.to_string();
            assert!(is_plain(&text) && text.width() == 1, "{c:?}");
        }
        assert!(!is_plain("\u{300}") && !is_plain("ệ"));
    }

    #[test]
    fn of_hints_that_do_not_fit_the_one_that_leaves_stays() {
        let foot = "Enter next   Ctrl-S takes it   Tab field   Esc leaves it";
        for (most, seen) in [
            (60, foot),
            (56, foot),
            (55, "Enter next   Ctrl-S takes it   Esc leaves it"),
            (44, "Enter next   Ctrl-S takes it   Esc leaves it"),
            (43, "Enter next   Esc leaves it"),
            (20, "Esc leaves it"),
            (3, "Esc leaves it"),
        ] {
            assert_eq!(hints(foot, most), seen, "{most}");
        }
    }

    #[test]
    fn wrapping_keeps_every_word() {
        assert_eq!(wrap("what I have, what I lack", 11), ["what I", "have, what", "I lack"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("王小明 ab 王", 5), ["王小", "明 ab", "王"]);
        assert_eq!(wrap("a abcdefgh b", 3), ["a", "abc", "def", "gh", "b"]);
        assert_eq!(wrap("", 3), Vec::<String>::new());
    }
}
