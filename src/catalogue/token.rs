//! A RON text cut into brackets, words and texts, whatever state it is in. It never fails: what belongs
//! nowhere is a token of its own, and a quotation mark that is missing is put where it most likely was.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    /// A name, a number, `true`.
    Word,
    Text(Quote),
    /// A character that belongs nowhere.
    Stray(char),
    End,
}

/// How a text is enclosed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    /// `"…"`
    Plain,
    /// `r#"…"#`
    Raw,
    /// `'x'`: one character, as RON has it.
    Char,
    /// `'…'`
    Single,
    /// `“…”` and its like, on at least one side.
    Smart,
    /// The closing mark is missing.
    Unclosed,
    /// `b"…"`: bytes, which no file of ours holds.
    Bytes,
}

/// The most brackets and commas that are taken for the end of a line rather than of its text.
const MOST_CLOSING: usize = 32;

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// A walk through the tokens of a text. A copy of it looks ahead.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Where a block comment begins that has no end.
    pub(super) open_comment: Option<usize>,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, at: 0, open_comment: None }
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes().get(at).copied().unwrap_or(0)
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The next token, after blanks and comments.
    pub(super) fn next(&mut self) -> Token {
        self.blanks();
        let start = self.at;
        let kind = match self.byte(start) {
            0 if start >= self.text.len() => Kind::End,
            bracket @ (b'(' | b'[' | b'{') => self.one(Kind::Open(bracket)),
            bracket @ (b')' | b']' | b'}') => self.one(Kind::Close(bracket)),
            b',' => self.one(Kind::Comma),
            b':' => self.one(Kind::Colon),
            b'"' => self.quoted(start),
            b'\'' => self.single(),
            b'r' | b'b' if self.prefixed().is_some() => self.prefix(),
            _ => self.word_or_stray(),
        };
        Token { kind, start, end: self.at }
    }

    fn one(&mut self, kind: Kind) -> Kind {
        self.at += 1;
        kind
    }

    fn blanks(&mut self) {
        loop {
            match self.byte(self.at) {
                b' ' | b'\n' | b'\r' | b'\t' | 0x0b | 0x0c => self.at += 1,
                b'/' if self.byte(self.at + 1) == b'/' => {
                    self.at = self.rest(self.at).find('\n').map_or(self.text.len(), |found| self.at + found + 1);
                }
                b'/' if self.byte(self.at + 1) == b'*' => self.comment(),
                0xc2.. => match self.rest(self.at).chars().next() {
                    // Blanks to RON; where they hide something, that is said elsewhere.
                    Some(c @ ('\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')) => self.at += c.len_utf8(),
                    _ => return,
                },
                _ => return,
            }
        }
    }

    /// A block comment, which may hold others.
    fn comment(&mut self) {
        let (start, mut open) = (self.at, 0_usize);
        while self.at < self.text.len() {
            match (self.byte(self.at), self.byte(self.at + 1)) {
                (b'/', b'*') => open += 1,
                (b'*', b'/') => open -= 1,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            self.at += 2;
            if open == 0 {
                return;
            }
        }
        self.open_comment.get_or_insert(start);
    }

    /// Where the quotation mark of a raw text or of bytes stands, if one begins here.
    fn prefixed(&self) -> Option<(usize, usize)> {
        let body = self.at + usize::from(self.byte(self.at) == b'b');
        let raw = self.byte(body) == b'r';
        let hashes = if raw { self.bytes().get(body + 1..)?.iter().take_while(|b| **b == b'#').count() } else { 0 };
        let mark = body + usize::from(raw) + hashes;
        let single = body > self.at && !raw && self.byte(mark) == b'\'';
        ((self.byte(mark) == b'"' || single) && (raw || body > self.at)).then_some((mark, hashes))
    }

    fn prefix(&mut self) -> Kind {
        let start = self.at;
        let bytes = self.byte(start) == b'b';
        let Some((mark, hashes)) = self.prefixed() else { return self.word_or_stray() };
        let raw = self.text.get(start..mark).is_some_and(|prefix| prefix.contains('r'));
        if raw {
            let end = format!("\"{}", "#".repeat(hashes));
            let found = self.rest(mark + 1).find(&end).map(|found| mark + 1 + found + end.len());
            self.at = found.unwrap_or(self.text.len());
            let closed = if bytes { Quote::Bytes } else { Quote::Raw };
            return Kind::Text(if found.is_some() { closed } else { Quote::Unclosed });
        }
        self.at = mark;
        let kind = if self.byte(mark) == b'"' { self.quoted(mark) } else { self.single() };
        if kind == Kind::Text(Quote::Unclosed) { kind } else { Kind::Text(Quote::Bytes) }
    }

    /// A text whose opening mark stands at `start`.
    fn quoted(&mut self, start: usize) -> Kind {
        let mut at = start + 1;
        let mut line_end = None;
        loop {
            match self.byte(at) {
                0 if at >= self.text.len() => break,
                b'\\' => at += 1,
                b'"' => {
                    if line_end.is_none() || self.ends_well(start, at) {
                        self.at = at + 1;
                        return Kind::Text(Quote::Plain);
                    }
                    break;
                }
                b'\n' => drop(line_end.get_or_insert(at)),
                _ => {}
            }
            at += 1;
        }
        self.unclosed(start, line_end.unwrap_or(self.text.len()))
    }

    /// Whether a mark at `end` can close a text that began on an earlier line: what follows it can follow a
    /// text, and what stands before it does not look like the name of the next field.
    fn ends_well(&self, start: usize, end: usize) -> bool {
        let follows = self.rest(end + 1).trim_start_matches([' ', '\t']);
        let goes_on =
            matches!(follows.as_bytes().first(), None | Some(b',' | b')' | b']' | b'}' | b':' | b'/' | b'\r' | b'\n'));
        let last =
            self.text.get(start + 1..end).unwrap_or_default().lines().next_back().unwrap_or_default().trim_start();
        let name = last.split_once(':').map_or("", |(name, _)| name);
        let next_field = !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            && last.trim_end().ends_with([':', '[', '(', '{', ',']);
        goes_on && !next_field
    }

    /// Ends a text where its line does, before the brackets and commas that close what it stands in, or
    /// where a typographic mark closes it.
    fn unclosed(&mut self, start: usize, line_end: usize) -> Kind {
        let line = self.text.get(start + 1..line_end).unwrap_or_default();
        let closing = |(at, c): &(usize, char)| {
            let follows = line.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
            is_smart(*c) && !follows.is_some_and(char::is_alphanumeric)
        };
        if let Some((at, mark)) = line.char_indices().find(closing) {
            self.at = start + 1 + at + mark.len_utf8();
            return Kind::Text(Quote::Smart);
        }
        let mut inside = line.trim_end();
        if let Some((before, _)) = inside.split_once("//") {
            inside = before.trim_end();
        }
        for _ in 0..MOST_CLOSING {
            let Some(shorter) = inside.strip_suffix([',', ')', ']', '}']) else { break };
            let last = inside.as_bytes().last().copied().unwrap_or_default();
            let opens = |open: u8| inside.bytes().filter(|b| *b == open).count();
            let closes = inside.bytes().filter(|b| *b == last).count();
            let balanced = match last {
                b')' => opens(b'(') >= closes,
                b']' => opens(b'[') >= closes,
                b'}' => opens(b'{') >= closes,
                _ => false,
            };
            if balanced {
                break;
            }
            inside = shorter.trim_end();
        }
        self.at = start + 1 + inside.len();
        Kind::Text(Quote::Unclosed)
    }

    /// `'x'`, or a text between marks that RON keeps for one character.
    fn single(&mut self) -> Kind {
        let start = self.at;
        let line = self.rest(start + 1).lines().next().unwrap_or_default();
        let mut escaped = false;
        for (count, (at, c)) in line.char_indices().enumerate() {
            if c == '\'' && !escaped {
                self.at = start + 1 + at + 1;
                let one = count == 1 || line.starts_with('\\');
                return Kind::Text(if one { Quote::Char } else { Quote::Single });
            }
            escaped = c == '\\' && !escaped;
        }
        self.at = start + 1;
        Kind::Stray('\'')
    }

    fn word_or_stray(&mut self) -> Kind {
        let start = self.at;
        let bytes = self.bytes();
        while let Some(byte) = bytes.get(self.at) {
            let raw = *byte == b'#' && self.at == start + 1 && bytes.get(start) == Some(&b'r');
            if raw || byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-') {
                self.at += 1;
            } else if *byte >= 0x80 {
                match self.rest(self.at).chars().next().filter(|c| c.is_alphanumeric()) {
                    Some(c) => self.at += c.len_utf8(),
                    None => break,
                }
            } else {
                break;
            }
        }
        if self.at > start {
            return Kind::Word;
        }
        let Some(c) = self.rest(start).chars().next() else { return Kind::End };
        self.at += c.len_utf8();
        if is_smart(c) { self.smart(start, c) } else { Kind::Stray(c) }
    }

    /// A text that opens with a typographic mark: up to the next mark of any kind on its line.
    fn smart(&mut self, start: usize, open: char) -> Kind {
        let line = self.rest(self.at).lines().next().unwrap_or_default();
        // „…“ and »…« close with what elsewhere opens; an apostrophe within is none of them.
        let single = matches!(open, '‘' | '’' | '‚' | '‹' | '›');
        let closes = |c: char| c == '"' || (is_smart(c) && (single || !matches!(c, '‘' | '’' | '‚')));
        match line.char_indices().find(|(_, c)| closes(*c)) {
            Some((at, c)) => self.at += at + c.len_utf8(),
            None => {
                self.unclosed(start + open.len_utf8() - 1, self.at + line.len());
            }
        }
        Kind::Text(Quote::Smart)
    }
}

/// Quotation marks that word processors put in place of `"`.
pub(super) fn is_smart(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‹' | '›' | '″')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, Kind)> {
        let mut tokens = Tokens::of(text);
        let next = || Some(tokens.next()).filter(|token| token.kind != Kind::End);
        std::iter::from_fn(next).map(|token| (&text[token.span()], token.kind)).collect()
    }

    #[test]
    fn a_text_ends_where_its_author_meant() {
        use Quote::{Bytes, Char, Plain, Raw, Single, Smart, Unclosed};
        for (text, quote, whole) in [
            ("\"a\\\"b\", x", Plain, "\"a\\\"b\""),
            ("\"a\n   b\",", Plain, "\"a\n   b\""),
            ("r#\"a\"b\"#,", Raw, "r#\"a\"b\"#"),
            ("b\"a\"", Bytes, "b\"a\""),
            ("'a'", Char, "'a'"),
            ("'\\n'", Char, "'\\n'"),
            ("'abc',", Single, "'abc'"),
            ("“abc”,", Smart, "“abc”"),
            ("„it’s“,", Smart, "„it’s“"),
            ("«abc»", Smart, "«abc»"),
            ("\"abc”,\n", Smart, "\"abc”"),
            ("“abc\",\n", Smart, "“abc\""),
            ("\"Small,\n  summary: \"A\",", Unclosed, "\"Small"),
            ("\"Small),\n  (summary: \"A\",", Unclosed, "\"Small"),
            ("\"Small (one)],\n  (summary: \"A\",", Unclosed, "\"Small (one)"),
            ("\"Small,\n  summary: \"\",", Unclosed, "\"Small"),
            ("\"Small, // why\n)", Unclosed, "\"Small"),
            ("\"Small", Unclosed, "\"Small"),
            ("“Small,\n)", Smart, "“Small"),
        ] {
            assert_eq!(cut(text)[0], (whole, Kind::Text(quote)), "{text}");
        }
    }

    #[test]
    fn blanks_and_comments_stand_between() {
        let found = cut("( // )\n /* ) /* ) */ ] */ r#do: -1.5e3 é_1, ] } ; # 'x");
        let words: Vec<&str> = found.iter().map(|(text, _)| *text).collect();
        assert_eq!(words, ["(", "r#do", ":", "-1.5e3", "é_1", ",", "]", "}", ";", "#", "'", "x"]);
    }

    #[test]
    fn any_text_comes_to_an_end() {
        for text in
            ["", "\"", "'", "r", "r#", "r#\"", "b", "br#\"x", "/*", "/* /*", "“", "\u{feff}", "\"\\", "\0", "(\0"]
        {
            assert!(cut(text).len() <= text.chars().count(), "{text}");
        }
        let mut open = Tokens::of("a /* b");
        assert_eq!((open.next().kind, open.next().kind, open.open_comment), (Kind::Word, Kind::End, Some(2)));
    }
}
