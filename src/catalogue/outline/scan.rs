//! Through the brackets, words and strings of a RON text, taking note of where each part stands.

use super::Node;
use std::ops::Range;

/// How deep brackets are followed: as deep as RON itself goes.
const DEEPEST: usize = 128;

/// A walk through the brackets, words and strings of a text.
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// The one value of the text, after its extensions: `#![enable(…)]`.
    pub(super) fn root(&mut self) -> Node {
        self.blanks();
        while self.rest().starts_with("#!") {
            self.at += 2;
            self.value();
            self.blanks();
        }
        self.value()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes on to the end of the first `end` from here; to the end of the text without one.
    fn past(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.text.len(), |found| self.at + found + end.len());
    }

    fn blanks(&mut self) {
        loop {
            self.at = self.text.len() - self.rest().trim_start().len();
            if self.rest().starts_with("//") {
                self.past("\n");
            } else if self.rest().starts_with("/*") {
                self.comment();
            } else {
                return;
            }
        }
    }

    /// A block comment, which may hold others.
    fn comment(&mut self) {
        let mut open = 0_usize;
        while let Some(found) = self.rest().find(['/', '*']) {
            self.at += found;
            match self.rest().get(..2) {
                Some("/*") => open += 1,
                Some("*/") => open -= 1,
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
        self.at = self.text.len();
    }

    fn value(&mut self) -> Node {
        let start = self.at;
        if let Some(string) = self.string() {
            return string;
        }
        let word = self.rest().find(|c: char| !is_word(c)).unwrap_or(self.rest().len());
        self.at += word;
        let simple = self.at;
        self.blanks();
        let closing = match self.rest().chars().next() {
            Some('(') => ')',
            Some('[') if word == 0 => ']',
            Some('{') if word == 0 => '}',
            other => {
                self.at = simple;
                // Nothing that belongs here: pass over it, so that the scan always ends.
                if word == 0 && !matches!(other, Some(')' | ']' | '}' | ',' | ':')) {
                    self.at += other.map_or(0, char::len_utf8);
                }
                return Node { mark: start..self.at, end: self.at, parts: Vec::new() };
            }
        };
        self.at += 1;
        let mark = start..self.at;
        let parts = if self.depth < DEEPEST { self.parts(closing) } else { Vec::new() };
        Node { mark, end: self.at, parts }
    }

    fn parts(&mut self, closing: char) -> Vec<(Option<Range<usize>>, Node)> {
        self.depth += 1;
        let mut parts = Vec::new();
        loop {
            self.blanks();
            match self.rest().chars().next() {
                None => break,
                Some(c) if c == closing => {
                    self.at += 1;
                    break;
                }
                Some(',' | ':' | ')' | ']' | '}') => self.at += 1,
                Some(_) => {
                    let value = self.value();
                    self.blanks();
                    if self.rest().starts_with(':') && value.parts.is_empty() {
                        self.at += 1;
                        self.blanks();
                        parts.push((Some(value.mark), self.value()));
                    } else {
                        parts.push((None, value));
                    }
                }
            }
        }
        self.depth -= 1;
        parts
    }

    /// A string or a character in any of RON's spellings.
    fn string(&mut self) -> Option<Node> {
        let start = self.at;
        let rest = self.rest();
        let body = rest.trim_start_matches('b');
        let hashes = body.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len());
        if let Some(hashes) = hashes.filter(|n| body.get(1 + n..).is_some_and(|rest| rest.starts_with('"'))) {
            self.at += rest.len() - body.len() + 1 + hashes + 1;
            self.past(&format!("\"{}", "#".repeat(hashes)));
        } else if body.starts_with(['"', '\'']) {
            let quote = if body.starts_with('"') { '"' } else { '\'' };
            self.at += rest.len() - body.len() + 1;
            self.quoted(quote);
        } else {
            return None;
        }
        Some(Node { mark: start..self.at, end: self.at, parts: Vec::new() })
    }

    fn quoted(&mut self, quote: char) {
        let mut escaped = false;
        for (at, c) in self.rest().char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                c if c == quote => {
                    self.at += at + c.len_utf8();
                    return;
                }
                _ => {}
            }
        }
        self.at = self.text.len();
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.' | '#')
}
