//! Text from outside: what is accepted, how it is shown, how it is folded for finding.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The longest one-line text (a name, a room), in user-perceived characters.
pub const LINE: usize = 200;
/// The longest note, in user-perceived characters.
pub const NOTE: usize = 4_000;

/// Why a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// A control, bidirectional or invisible character, with its place counted in characters from 1.
    Hidden { character: char, at: usize },
    /// More user-perceived characters than `most`.
    TooLong { length: usize, most: usize },
}

/// The text trimmed and composed (NFC), or why it cannot be taken.
///
/// # Errors
/// [`TextFault`] names the first offending character and its place, or the length.
pub fn clean(text: &str, most: usize) -> Result<String, TextFault> {
    // Counted before anything is copied, so that an endless paste costs nothing.
    let length = text.trim().graphemes(true).count();
    if length > most {
        return Err(TextFault::TooLong { length, most });
    }
    if let Some((at, character)) = text.trim().chars().enumerate().find(|(_, c)| is_hidden(*c)) {
        return Err(TextFault::Hidden { character, at: at + 1 });
    }
    Ok(text.trim().nfc().collect())
}

/// A text that its author broke over several lines, as one: every break and the blanks around it
/// become one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a character can hide or reorder what stands around it: controls, bidirectional controls
/// (Unicode TR 9), zero-width characters, line separators, tags, interlinear and private-use marks.
/// Zero-width joiner and non-joiner are letters' business in several scripts and stay allowed.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}'
            | '\u{f0000}'..='\u{10ffff}')
}

/// Whether a byte of UTF-8 can belong to a hidden character: control characters themselves, and the
/// first bytes of the blocks that have some. Most text of most languages has none of them.
pub const SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        // U+0080, U+034F, U+061C, from U+1000 on; the bytes that follow a first one are no sign.
        table[byte] = matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..=0xff);
        byte += 1;
    }
    table
};

/// The text as it may reach a terminal or an export: hidden characters written out as `<U+202E>`.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    let suspect = text.bytes().any(|byte| SUSPECT[usize::from(byte)]);
    if !suspect || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hidden(c) {
            out.extend(['<', 'U', '+']);
            out.extend(format!("{:04X}>", u32::from(c)).chars());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The text for finding: lower case, without diacritics, so that `oystein` finds `Øystein`.
#[must_use]
pub fn fold(text: &str) -> String {
    // Most of what is folded, among it the thousands of names of a standard.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        match c {
            'Ø' | 'ø' => out.push('o'),
            'Đ' | 'đ' | 'Ð' | 'ð' => out.push('d'),
            'Ł' | 'ł' => out.push('l'),
            'Ħ' | 'ħ' => out.push('h'),
            'Ŧ' | 'ŧ' => out.push('t'),
            'ı' => out.push('i'),
            'Æ' | 'æ' => out.push_str("ae"),
            'Œ' | 'œ' => out.push_str("oe"),
            'Þ' | 'þ' => out.push_str("th"),
            'ß' | 'ẞ' => out.push_str("ss"),
            c => out.extend(c.to_lowercase().filter(|c| !unicode_normalization::char::is_combining_mark(*c))),
        }
    }
    out
}

/// Whether two names are written alike but for case, diacritics and the blanks around and between their words.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    fold(one).split_whitespace().eq(fold(other).split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_refused_with_their_place() {
        assert_eq!(clean("Ana\u{202e}x", LINE), Err(TextFault::Hidden { character: '\u{202e}', at: 4 }));
        assert_eq!(clean("a\u{1b}[2J", LINE), Err(TextFault::Hidden { character: '\u{1b}', at: 2 }));
        assert_eq!(clean("  Ana ", LINE).as_deref(), Ok("Ana"));
    }

    #[test]
    fn length_counts_what_a_person_sees() {
        assert_eq!(clean("e\u{301}e\u{301}", 2).as_deref(), Ok("éé"));
        let fault = TextFault::TooLong { length: 10_000, most: LINE };
        assert_eq!(clean(&"x".repeat(10_000), LINE), Err(fault));
    }

    #[test]
    fn a_broken_text_becomes_one_line() {
        assert_eq!(one_line("who  decides\r\n      what\n\n  and when "), "who  decides what and when");
    }

    #[test]
    fn shown_writes_hidden_characters_out() {
        assert_eq!(shown("a\u{202e}b\u{7}"), "a<U+202E>b<U+0007>");
        assert!(matches!(shown("Øystein"), Cow::Borrowed(_)));
    }

    #[test]
    fn every_hidden_character_has_a_suspect_byte() {
        for c in ('\0'..=char::MAX).filter(|c| is_hidden(*c)) {
            let shown = shown(c.encode_utf8(&mut [0; 4])).into_owned();
            assert_eq!(shown, format!("<U+{:04X}>", u32::from(c)));
        }
    }

    #[test]
    fn folding_finds_names_without_their_marks() {
        for (name, folded) in [
            ("Øystein Ærø", "oystein aero"),
            ("Đorđević", "dordevic"),
            ("Łukasz", "lukasz"),
            ("İbrahim Işık", "ibrahim isik"),
            ("Nguyễn", "nguyen"),
        ] {
            assert_eq!(fold(name), folded);
        }
    }

    #[test]
    fn a_name_is_the_same_however_it_is_typed() {
        for (one, other, same) in [
            ("Kari Ødegård", " kari  ødegård ", true),
            ("Bjørn", "bjorn", true),
            ("Kari", "Kari Ødegård", false),
            ("KariØ", "Kari Ø", false),
            ("", " ", true),
        ] {
            assert_eq!(is_same(one, other), same, "{one} {other}");
        }
    }
}
