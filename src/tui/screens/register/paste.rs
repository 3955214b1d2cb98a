//! Pasting: what would change and what is refused is read first; agreed to, it is one step. Where the first
//! column names people each row is theirs, whatever the order; else the rows go by their position.

use super::Register;
use super::block::refusal;
use crate::domain::attendance::{Code, TABLE};
use crate::domain::block::typed::{Typed, rows, typed};
use crate::domain::block::{Block, Wanted, block};
use crate::domain::id::PersonId;
use crate::domain::record::{GroupRecord, Member};
use crate::domain::roll::meant_among;
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects, Told};
use crate::tui::layers::Layer;
use crate::tui::layers::choice::Choice;
use crate::tui::layers::dry_run::{DryRun, Tone};
use std::collections::{BTreeMap, BTreeSet};

/// The longest that is quoted of what cannot be read.
const QUOTED: u16 = 20;

/// What a pasted text comes to, cell by cell.
#[derive(Default)]
struct Pasted {
    wanted: Vec<Wanted>,
    /// What cannot be read or has no place, in words.
    unread: Vec<String>,
}

impl Register {
    /// The dry run of a pasted text, from the selected cell or the corner of the block on; a single value
    /// goes into every cell of a block.
    pub(super) fn paste(&self, text: &str, desk: &Desk) -> Effects {
        let words = desk.words;
        let Some(record) = self.record.as_ref().filter(|_| !self.lines.is_empty()) else {
            return vec![Effect::Refuse(say!(words, "register-empty"))];
        };
        let rows = rows(text);
        if rows.iter().flatten().all(|cell| cell.is_empty()) {
            return vec![Effect::Refuse(say!(words, "paste-nothing"))];
        }
        let named = is_named(&rows, record, words);
        if named && let Some(ask) = which(&rows, record, words) {
            return vec![ask];
        }
        let pasted = if named { self.by_name(&rows, record, words) } else { self.placed(&rows, record, words) };
        let block = block(record, &pasted.wanted, desk.now);
        let lines = lines(record, &pasted, &block, words);
        let said = match block.refused.len() + pasted.unread.len() {
            0 => say!(words, "block-marked", count = block.changed.len()),
            left => say!(words, "paste-done-partly", count = block.changed.len(), left = left),
        };
        let effects = match block.entries {
            entries if entries.is_empty() => Vec::new(),
            entries => vec![Effect::Record { entries, said }],
        };
        let (height, width) = (rows.len(), rows.iter().map(Vec::len).max().unwrap_or(0));
        let title = say!(words, "paste-title", lines = height, columns = width);
        vec![Effect::Ask(Layer::DryRun(DryRun::new(title, lines, effects)))]
    }

    /// Every pasted cell in the line of whom its row names, from the selected session on.
    fn by_name(&self, rows: &[Vec<&str>], record: &GroupRecord, words: &Words) -> Pasted {
        let mut cells = Cells::new(self, record, words);
        let first = *self.span().columns.start();
        let mut lines = BTreeSet::new();
        for row in rows {
            let Some((name, texts)) = row.split_first().filter(|(name, _)| !name.is_empty()) else { continue };
            let quoted = crate::tui::paint::cut(name, QUOTED);
            let person = meant(name, record).first().copied();
            let is_here = |index: &usize| record.members.get(*index).map(|member| member.id) == person;
            let line = person.and_then(|_| self.lines.iter().position(is_here));
            match line {
                None => cells.pasted.unread.push(say!(words, "paste-nobody", text = quoted)),
                Some(line) if !lines.insert(line) => {
                    cells.pasted.unread.push(say!(words, "paste-twice", text = quoted));
                }
                Some(line) => {
                    for (column, text) in (first..).zip(texts).filter(|(_, text)| !text.is_empty()) {
                        cells.put(text, line, column);
                    }
                }
            }
        }
        cells.pasted
    }

    /// Every pasted cell at its place.
    fn placed(&self, rows: &[Vec<&str>], record: &GroupRecord, words: &Words) -> Pasted {
        let span = self.span();
        let mut cells = Cells::new(self, record, words);
        if let [row] = rows
            && let [text] = row.as_slice()
        {
            span.cells().for_each(|(line, column)| cells.put(text, line, column));
            return cells.pasted;
        }
        for (line, row) in (*span.lines.start()..).zip(rows) {
            for (column, text) in (*span.columns.start()..).zip(row).filter(|(_, text)| !text.is_empty()) {
                cells.put(text, line, column);
            }
        }
        cells.pasted
    }
}

/// Puts texts into cells, one after the other.
struct Cells<'a> {
    register: &'a Register,
    record: &'a GroupRecord,
    words: &'a Words,
    names: BTreeMap<String, Code>,
    pasted: Pasted,
}

impl<'a> Cells<'a> {
    fn new(register: &'a Register, record: &'a GroupRecord, words: &'a Words) -> Self {
        Self { register, record, words, names: names(words), pasted: Pasted::default() }
    }

    fn put(&mut self, text: &str, line: usize, column: usize) {
        let (words, quoted) = (self.words, || crate::tui::paint::cut(text, QUOTED));
        let Some((session, person)) = self.register.key(line, column) else {
            self.pasted.unread.push(say!(words, "paste-outside", text = quoted()));
            return;
        };
        let to = match typed(text, |name| self.names.get(&fold(name)).copied()) {
            Typed::Leave => return,
            Typed::Clear => None,
            Typed::Value(value) => Some(value),
            Typed::Unknown => {
                let at = place(self.record, (session, person), words);
                self.pasted.unread.push(say!(words, "paste-unknown", at = at, text = quoted()));
                return;
            }
        };
        self.pasted.wanted.push(Wanted { session, person, to });
    }
}

/// Whether the first column names people: somebody of the register is meant, and none of it is a code.
fn is_named(rows: &[Vec<&str>], record: &GroupRecord, words: &Words) -> bool {
    let names = names(words);
    let meaning = |name: &str| names.get(&fold(name)).copied();
    let mut first = rows.iter().filter(|row| row.len() > 1).filter_map(|row| row.first());
    first.clone().all(|text| typed(text, meaning) == Typed::Unknown)
        && first.any(|text| !meant(text, record).is_empty())
}

/// Who of the group is meant by the first cell of a row.
fn meant(text: &str, record: &GroupRecord) -> Vec<PersonId> {
    meant_among(text, record.members.iter().map(|member| (member.id, &member.person)))
}

/// Asks who is meant by the first row that several people fit; then it is pasted with the reference instead,
/// or without the row.
fn which(rows: &[Vec<&str>], record: &GroupRecord, words: &Words) -> Option<Effect> {
    let several = |row: &Vec<&str>| row.first().is_some_and(|text| meant(text, record).len() > 1);
    let at = rows.iter().position(several)?;
    let text = rows.get(at)?.first()?;
    let people: Vec<_> = meant(text, record).into_iter().filter_map(|id| record.member(id)).collect();
    let one = |member: &&Member| format!("{}  {}", member.person.list_name(), member.person.reference);
    let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
    let mut items: Vec<_> = keys.zip(people.iter().map(one)).collect();
    items.push((Some('n'), say!(words, "roll-none-of-them")));
    let references: Vec<String> = people.iter().map(|member| member.person.reference.clone()).collect();
    let rest: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    let title = say!(words, "paste-which", text = crate::tui::paint::cut(text, QUOTED));
    let then = move |chosen: usize, _: &mut Desk| {
        let mut rows = rest;
        match (references.into_iter().nth(chosen), rows.get_mut(at).and_then(|row| row.first_mut())) {
            (Some(reference), Some(first)) => *first = reference,
            _ => drop(rows.remove(at)),
        }
        let text = rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
        vec![Effect::Tell(Told::Paste(text))]
    };
    Some(Effect::Ask(Layer::Choice(Choice::new(title, items, then))))
}

/// What the codes are called in every language of the interface, folded.
fn names(words: &Words) -> BTreeMap<String, Code> {
    let mut names = BTreeMap::new();
    words.each_tongue(|words| {
        for row in &TABLE {
            for way in words.ways_to_say(row.message) {
                names.entry(fold(&way)).or_insert(row.code);
            }
        }
    });
    names
}

/// What changes, what is refused and why, and what says it already.
fn lines(record: &GroupRecord, pasted: &Pasted, block: &Block, words: &Words) -> Vec<(Tone, String)> {
    let mut lines = Vec::new();
    if !block.changed.is_empty() {
        lines.push((Tone::Heading, say!(words, "paste-changes", count = block.changed.len())));
    }
    for (session, person, to) in &block.changed {
        let nothing = || say!(words, "said-nothing");
        let before = record.marks.get(&(*session, *person)).map_or_else(nothing, |mark| words.mark(mark));
        let after = to.as_ref().map_or_else(nothing, |mark| words.mark(mark));
        let at = place(record, (*session, *person), words);
        lines.push((Tone::Plain, say!(words, "said-change", what = at, before = before, after = after)));
    }
    let refused = block.refused.iter().map(|refused| {
        let at = place(record, (refused.0, refused.1), words);
        say!(words, "said-part", what = at, value = refusal(record, refused, words))
    });
    let refused: Vec<String> = pasted.unread.iter().cloned().chain(refused).collect();
    if !refused.is_empty() {
        lines.push((Tone::Heading, say!(words, "paste-refused", count = refused.len())));
        lines.extend(refused.into_iter().map(|text| (Tone::Warning, format!("! {text}"))));
    }
    if block.same > 0 {
        lines.push((Tone::Heading, say!(words, "paste-same", count = block.same)));
    }
    lines
}

/// Whose cell it is, at which session.
fn place(
    record: &GroupRecord,
    (session, person): (crate::domain::id::SessionId, crate::domain::id::PersonId),
    words: &Words,
) -> String {
    let name = record.member(person).map_or_else(String::new, |member| member.person.short_name());
    let number = record.session(session).map_or_else(String::new, crate::domain::group::Session::label);
    say!(words, "register-cell", name = name, number = number)
}
