//! From tokens to a tree, with a guess at what was meant wherever something is missing or too much.

use super::{Fault, Group, Held, Node, Part, Tree};
use crate::catalogue::finding::What;
use crate::catalogue::token::{Kind, Quote, Token, Tokens};
use crate::domain::text::is_hidden;
use std::ops::Range;

/// How deep brackets are followed: as deep as RON itself goes.
const DEEPEST: usize = 128;
/// The most faults that are kept; a file with more is another kind of file, and is not read on.
const MOST_FAULTS: usize = 200;
/// The most faults that are met, those that are an echo among them.
const MOST_MET: usize = 2_000;
/// How far back the beginning of a line is looked for.
const LINE: usize = 400;

pub(super) fn tree(text: &str) -> Tree<'_> {
    let mut tokens = Tokens::of(text);
    let ahead = [tokens.next(), tokens.next()];
    let mut parse = Parse {
        text,
        tokens,
        ahead,
        open: Vec::new(),
        faults: Vec::new(),
        met: 0,
        line: 0..0,
        last: 0,
        told_end: false,
        suspect: None,
    };
    let root = parse.root();
    if let Some(at) = parse.tokens.open_comment {
        parse.fault(at..at + 2, What::new("finding-comment-open"));
    }
    Tree { text, root, faults: parse.faults }
}

/// A bracket that is open.
struct Level {
    open: u8,
    /// Where it opened.
    mark: Range<usize>,
    /// The names that its parts have so far.
    names: Vec<Range<usize>>,
}

struct Parse<'a> {
    text: &'a str,
    tokens: Tokens<'a>,
    /// The next two tokens.
    ahead: [Token; 2],
    open: Vec<Level>,
    faults: Vec<Fault>,
    /// How many faults there were, with those that were not kept.
    met: usize,
    /// The line of the last fault that was kept.
    line: Range<usize>,
    /// Where the last token ended.
    last: usize,
    /// Whether it was said that the text ends too soon.
    told_end: bool,
    /// The first closing bracket that stands oddly.
    suspect: Option<Range<usize>>,
}

fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

fn written(bracket: u8) -> String {
    char::from(bracket).to_string()
}

impl Parse<'_> {
    fn next(&mut self) -> Token {
        let after = if self.met < MOST_MET { self.tokens.next() } else { self.nothing() };
        let [token, second] = self.ahead;
        self.ahead = [second, after];
        if token.kind != Kind::End {
            self.last = token.end;
        }
        token
    }

    /// The end, wherever the text has one.
    fn nothing(&self) -> Token {
        Token { kind: Kind::End, start: self.text.len(), end: self.text.len() }
    }

    fn peek(&self) -> Token {
        self.ahead[0]
    }

    /// The token after the next one.
    fn second(&self) -> Token {
        self.ahead[1]
    }

    /// One fault a line is enough: the next is often only its echo.
    fn fault(&mut self, span: Range<usize>, what: What) {
        self.met += 1;
        if self.faults.len() >= MOST_FAULTS || (!self.faults.is_empty() && self.line.contains(&span.start)) {
            return;
        }
        let (before, after) = self.text.split_at(self.text.floor_char_boundary(span.start));
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = after.find('\n').map_or(self.text.len() + 1, |at| before.len() + at + 1);
        self.line = start..end;
        self.faults.push(Fault { span, what });
    }

    fn end(&mut self) {
        if !std::mem::replace(&mut self.told_end, true) {
            if let Some(at) = self.tokens.open_comment {
                self.fault(at..at + 2, What::new("finding-comment-open"));
            } else if self.open.is_empty() {
                self.fault(self.text.len()..self.text.len(), What::new("finding-end"));
            } else {
                self.unclosed();
            }
        }
    }

    /// The one value of the text, after its attributes: `#![enable(…)]`.
    fn root(&mut self) -> Node {
        while self.peek().kind == Kind::Stray('#') && self.second().kind == Kind::Stray('!') {
            self.next();
            self.next();
            self.value();
        }
        let first = self.peek();
        let mut root = match (first.kind, self.second().kind) {
            (Kind::End, _) => {
                self.end();
                return Node { start: first.start, end: first.end, held: Held::Missing };
            }
            // The bracket around everything is missing.
            (Kind::Word, Kind::Colon) => {
                self.fault(first.span(), What::new("finding-bracket-around"));
                self.told_end = true;
                self.between(b'(', None, first.start..first.start)
            }
            _ => self.value(),
        };
        self.trailing(&mut root);
        root
    }

    /// What stands after the end belongs before it: a bracket too many closed the whole too soon.
    fn trailing(&mut self, root: &mut Node) {
        while self.peek().kind != Kind::End {
            let at = self.suspect.take().unwrap_or(self.last.saturating_sub(1)..self.last);
            self.fault(at, What::new("finding-trailing"));
            let before = self.peek().start;
            while matches!(self.peek().kind, Kind::Comma | Kind::Close(_)) {
                self.next();
            }
            self.told_end = true;
            let more = self.between(b'(', None, self.last..self.last);
            if let (Held::Group(group), Held::Group(rest)) = (&mut root.held, more.held) {
                group.torn = true;
                group.parts.extend(rest.parts);
            }
            if self.peek().start == before {
                self.next();
            }
        }
    }

    fn value(&mut self) -> Node {
        let mut token = self.next();
        while let Kind::Stray(c) = token.kind {
            self.stray(c, &token.span());
            if !matches!(self.peek().kind, Kind::Text(_) | Kind::Word | Kind::Open(_) | Kind::Stray(_)) {
                return Node { start: token.start, end: token.end, held: Held::Missing };
            }
            token = self.next();
        }
        let span = token.span();
        let held = match token.kind {
            Kind::Text(quote) => {
                self.quotation(quote, &span);
                Held::Text(quote)
            }
            Kind::Word => {
                let digit = self.text.as_bytes().get(span.start).is_some_and(u8::is_ascii_digit);
                if self.peek().kind == Kind::Open(b'(') && !digit {
                    let open = self.next();
                    return self.between(b'(', Some(span.clone()), span.start..open.end);
                }
                Held::Word
            }
            Kind::Open(bracket) => return self.between(bracket, None, span),
            _ => Held::Missing,
        };
        Node { start: span.start, end: span.end, held }
    }

    fn quotation(&mut self, quote: Quote, span: &Range<usize>) {
        let id = match quote {
            Quote::Plain | Quote::Raw | Quote::Char => return,
            Quote::Single => "finding-quote-single",
            Quote::Smart => "finding-quote-smart",
            Quote::Unclosed => "finding-quote-open",
            Quote::Bytes => "finding-quote-bytes",
        };
        let first = span.start..self.text.ceil_char_boundary(span.start + 1);
        let mark = if quote == Quote::Smart { self.smart(span) } else { first };
        self.fault(mark, What::new(id));
    }

    /// The first typographic mark of a text.
    fn smart(&self, span: &Range<usize>) -> Range<usize> {
        let text = self.text.get(span.clone()).unwrap_or_default();
        let mark = text.char_indices().find(|(_, c)| crate::catalogue::token::is_smart(*c));
        mark.map_or(span.clone(), |(at, c)| span.start + at..span.start + at + c.len_utf8())
    }

    fn stray(&mut self, c: char, span: &Range<usize>) {
        let what = match c {
            '#' => What::new("finding-hash"),
            ';' => What::new("finding-semicolon"),
            '=' => What::new("finding-equals"),
            '\'' => What::new("finding-quote-single"),
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => What::new("finding-odd-space"),
            '/' => What::new("finding-slash"),
            c if is_hidden(c) => crate::catalogue::texts::hidden(c),
            c => What::new("finding-stray").with("character", c),
        };
        self.fault(span.clone(), what);
        if c == '#' {
            // A comment of another language: the rest of the line is meant for nobody.
            let rest = self.text.get(span.end..).unwrap_or_default();
            let line = rest.find('\n').map_or(self.text.len(), |at| span.end + at);
            while self.peek().kind != Kind::End && self.peek().start < line {
                self.next();
            }
        }
    }

    /// The group whose bracket has just been read; `mark` reaches from its name to the bracket.
    fn between(&mut self, open: u8, name: Option<Range<usize>>, mark: Range<usize>) -> Node {
        let (start, inside) = (mark.start, mark.end);
        if self.open.len() >= DEEPEST {
            self.fault(mark, What::new("finding-too-deep"));
            self.skip();
            let held = Held::Group(Group { open, inside, name, parts: Vec::new(), torn: true });
            return Node { start, end: self.last, held };
        }
        self.open.push(Level { open, mark, names: Vec::new() });
        let mut parts = Vec::new();
        let torn = self.parts(open, &mut parts);
        self.open.pop();
        Node { start, end: self.last, held: Held::Group(Group { open, inside, name, parts, torn }) }
    }

    /// Past the bracket that closes the one just opened.
    fn skip(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next().kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) => depth -= 1,
                Kind::End => return self.end(),
                _ => {}
            }
        }
    }

    /// The parts up to the closing bracket, and whether its place had to be guessed.
    fn parts(&mut self, open: u8, parts: &mut Vec<Part>) -> bool {
        loop {
            let token = self.peek();
            match token.kind {
                Kind::End => {
                    self.end();
                    return true;
                }
                Kind::Close(bracket) if bracket == closing(open) => {
                    self.next();
                    self.suspect(&token);
                    return false;
                }
                Kind::Close(bracket) => match self.other(bracket, &token) {
                    Other::Ours => {
                        self.next();
                        return false;
                    }
                    Other::Outer => return true,
                    Other::Nobodys => drop(self.next()),
                },
                Kind::Comma => {
                    self.next();
                    self.fault(token.span(), What::new("finding-comma-twice"));
                }
                Kind::Colon => {
                    self.next();
                    self.fault(token.span(), What::new("finding-name-missing"));
                }
                Kind::Stray(c) if !matches!(c, '=') => {
                    self.next();
                    self.stray(c, &token.span());
                }
                _ => {
                    if self.belongs_outside(open, &token) {
                        self.unclosed();
                        return true;
                    }
                    let Some(part) = self.part(open, parts) else { continue };
                    parts.push(part);
                    self.separator(parts);
                }
            }
        }
    }

    /// Takes note of the first closing bracket that does not stand where its opening one lets expect it: should
    /// one turn out to be too many, it is most likely this one.
    fn suspect(&mut self, token: &Token) {
        let Some(level) = self.open.last().filter(|_| self.suspect.is_none()) else { return };
        let in_place = self.closes_a_line(token) && self.indent(token.start) == self.indent(level.mark.start);
        if self.opens_a_line(&level.mark) && !in_place {
            self.suspect = Some(token.span());
        }
    }

    /// Whether nothing stands after an opening bracket on its line.
    fn opens_a_line(&self, mark: &Range<usize>) -> bool {
        let rest = self.text.get(mark.end..).unwrap_or_default().trim_start_matches([' ', '\t', '\r']);
        rest.starts_with('\n') && !mark.is_empty()
    }

    /// A closing bracket that is not the one that is waited for.
    fn other(&mut self, bracket: u8, token: &Token) -> Other {
        let levels = self.open.len();
        let outer = self.open.iter().take(levels.saturating_sub(1)).rposition(|level| closing(level.open) == bracket);
        let Some(outer) = outer else {
            let ours = self.open.last().map_or(b'(', |level| level.open);
            let what = What::new("finding-bracket-wrong").with("found", written(bracket));
            self.fault(token.span(), what.with("wanted", written(closing(ours))));
            // The only bracket that is left open was closed by one of another kind.
            return if self.closes_a_line(token) { Other::Ours } else { Other::Nobodys };
        };
        // Does what follows go on inside, as if nothing had been closed but this?
        let mut ahead = self.tokens.clone();
        let mut follows = self.second();
        if follows.kind == Kind::Comma {
            follows = ahead.next();
        }
        let named = follows.kind == Kind::Word && ahead.next().kind == Kind::Colon;
        let around = outer.checked_sub(1).and_then(|at| self.open.get(at)).map(|level| level.open);
        let level = self.open.get(outer);
        let indent = level.map_or(0, |level| self.indent(level.mark.start));
        let after_ours = named || self.second().kind == Kind::Close(bracket);
        if after_ours && level.is_some_and(|level| level.open == b'(') && around != Some(b'(') && outer + 2 == levels {
            let ours = self.open.last().map_or(b'(', |level| level.open);
            let what = What::new("finding-bracket-wrong").with("found", written(bracket));
            self.fault(token.span(), what.with("wanted", written(closing(ours))));
            return Other::Ours;
        }
        let goes_on = matches!(follows.kind, Kind::Open(_) | Kind::Close(b']'));
        let out_of_place = if self.closes_a_line(token) {
            self.indent(token.start) > indent
        } else {
            level.is_some_and(|level| self.opens_a_line(&level.mark))
        };
        if goes_on && out_of_place {
            let what = What::new("finding-bracket-extra").with("bracket", written(bracket));
            self.fault(token.span(), what);
            return Other::Nobodys;
        }
        self.unclosed();
        Other::Outer
    }

    /// Whether nothing but blanks and closing brackets stands before `token` on its line.
    fn closes_a_line(&self, token: &Token) -> bool {
        let line = self.line_before(token.start);
        line.chars().all(|c| matches!(c, ' ' | '\t' | ')' | ']' | '}' | ','))
    }

    /// How far the line of `at` is indented.
    fn indent(&self, at: usize) -> usize {
        let line = self.line_before(at);
        line.len() - line.trim_start_matches([' ', '\t']).len()
    }

    /// What stands before `at` on its line; of a very long one, just before.
    fn line_before(&self, at: usize) -> &str {
        let from = self.text.ceil_char_boundary(at.saturating_sub(LINE));
        let before = self.text.get(from..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default()
    }

    /// The innermost bracket has no end.
    fn unclosed(&mut self) {
        let Some(level) = self.open.last() else { return };
        let (mark, open) = (level.mark.clone(), level.open);
        self.fault(mark, What::new("finding-bracket-open").with("bracket", written(open)));
    }

    /// Whether `token` begins something that can only stand outside the innermost bracket.
    fn belongs_outside(&self, open: u8, token: &Token) -> bool {
        let Some(level) = self.open.last() else { return false };
        let around = self.open.len().checked_sub(2).and_then(|at| self.open.get(at));
        let Some(around) = around else { return false };
        match open {
            // A field in a list: the list should have ended, unless its group already has a field of that name.
            b'[' if token.kind == Kind::Word && self.second().kind == Kind::Colon => {
                let name = |range: &Range<usize>| self.text.get(range.clone());
                around.open == b'(' && !around.names.iter().any(|have| name(have) == name(&token.span()))
            }
            // The next item of a list among the fields of this one.
            b'(' => token.kind == Kind::Open(b'(') && around.open == b'[' && !level.names.is_empty(),
            b'{' => {
                // A short word is a language that lacks its quotation marks.
                let field = token.kind == Kind::Word && token.end - token.start > 3;
                field && self.second().kind == Kind::Colon || matches!(token.kind, Kind::Open(b'{' | b'('))
            }
            _ => false,
        }
    }

    fn part(&mut self, open: u8, parts: &mut [Part]) -> Option<Part> {
        let first = self.peek();
        let second = self.second();
        if open == b'[' {
            return Some(self.item(&first, &second));
        }
        if let (Kind::Word | Kind::Text(_), Kind::Colon) = (first.kind, second.kind) {
            self.next();
            self.next();
            if open == b'(' && matches!(first.kind, Kind::Text(_)) {
                self.fault(first.span(), What::new("finding-name-quoted"));
            }
            return Some(self.named(first.span()));
        }
        let fields = open == b'(' && self.open.last().is_some_and(|level| !level.names.is_empty());
        if open == b'{' && matches!(first.kind, Kind::Text(_)) || first.kind == Kind::Word {
            let wrong = match second.kind {
                Kind::Stray('=') => Some((second.span(), "finding-equals")),
                Kind::Text(_) | Kind::Open(b'[' | b'{') => Some((first.end..first.end, "finding-colon")),
                Kind::Word | Kind::Open(_) if fields => Some((first.end..first.end, "finding-colon")),
                _ => None,
            };
            if let Some((at, id)) = wrong.filter(|_| self.same_line(first.end, second.start)) {
                self.next();
                if second.kind == Kind::Stray('=') {
                    self.next();
                }
                self.fault(at, What::new(id));
                return Some(self.named(first.span()));
            }
        }
        if fields && self.decimals(&first, parts) {
            return None;
        }
        let value = self.value();
        if fields || open == b'{' {
            self.fault(value.mark(), What::new("finding-name-missing"));
        }
        Some(Part { name: None, value })
    }

    /// An item of a list; of fields without a bracket around them the bracket is put there.
    fn item(&mut self, first: &Token, second: &Token) -> Part {
        if let (Kind::Word, Kind::Colon) = (first.kind, second.kind) {
            self.fault(first.span(), What::new("finding-bracket-missing"));
            let value = self.between(b'(', None, first.start..first.start);
            return Part { name: None, value };
        }
        if let (Kind::Text(_), Kind::Colon) = (first.kind, second.kind) {
            self.fault(first.span(), What::new("finding-list-named"));
            self.next();
            self.next();
        }
        Part { name: None, value: self.value() }
    }

    fn named(&mut self, name: Range<usize>) -> Part {
        let value = match self.peek().kind {
            Kind::Comma | Kind::Close(_) | Kind::End => {
                self.fault(self.last..self.last, What::new("finding-value-missing"));
                Node { start: self.last, end: self.last, held: Held::Missing }
            }
            Kind::Stray('=') => {
                let token = self.next();
                self.fault(token.span(), What::new("finding-equals"));
                self.value()
            }
            // The next field already: this one has no value.
            Kind::Word if self.second().kind == Kind::Colon && !self.same_line(self.last, self.peek().start) => {
                self.fault(self.last..self.last, What::new("finding-value-missing"));
                Node { start: self.last, end: self.last, held: Held::Missing }
            }
            _ => self.value(),
        };
        if let Some(level) = self.open.last_mut() {
            level.names.push(name.clone());
        }
        Part { name: Some(name), value }
    }

    /// `7,5` where a number was meant: said, and passed over.
    fn decimals(&mut self, token: &Token, parts: &mut [Part]) -> bool {
        let Some(Part { value: Node { start, end, held: Held::Word }, .. }) = parts.last_mut() else { return false };
        if token.kind != Kind::Word
            || token.start != *end + 1
            || !self.is_number(token.span())
            || !self.is_number(*start..*end)
        {
            return false;
        }
        let from = *start;
        *end = token.end;
        self.next();
        self.fault(from..token.end, What::new("finding-decimal-comma"));
        self.separator(parts);
        true
    }

    fn is_number(&self, span: Range<usize>) -> bool {
        self.text.get(span).is_some_and(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()))
    }

    fn same_line(&self, from: usize, to: usize) -> bool {
        !self.text.get(from..to).is_some_and(|between| between.contains('\n'))
    }

    /// The comma after a part; after one whose end was guessed none can be asked for.
    fn separator(&mut self, parts: &[Part]) {
        let last = parts.last().map(|part| &part.value);
        let torn = last.and_then(Node::group).is_some_and(|group| group.torn);
        let number = last.is_some_and(|node| matches!(node.held, Held::Word) && self.is_number(node.start..node.end));
        let token = self.peek();
        match token.kind {
            Kind::Comma => drop(self.next()),
            Kind::Stray(';') => {
                self.next();
                self.fault(token.span(), What::new("finding-semicolon"));
            }
            // What belongs nowhere is told when it is come to.
            Kind::Close(_) | Kind::End | Kind::Stray(_) => {}
            Kind::Word if number && self.second().kind != Kind::Colon && self.same_line(self.last, token.start) => {
                self.next();
                let unit = self.text.get(token.span()).unwrap_or_default();
                self.fault(token.span(), What::new("finding-number-unit").with("unit", unit));
                self.separator(&[]);
            }
            _ if torn => {}
            _ if self.belongs_outside(self.open.last().map_or(b'(', |level| level.open), &token) => {}
            _ => self.fault(self.last..self.last, What::new("finding-comma")),
        }
    }
}

/// Whose a closing bracket is.
enum Other {
    /// The innermost one's, though it is of another kind.
    Ours,
    Outer,
    Nobodys,
}
