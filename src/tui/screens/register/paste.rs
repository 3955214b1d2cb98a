//! Pasting: what would change and what is refused is read first; agreed to, it is one step.

use super::Register;
use super::block::refusal;
use crate::domain::attendance::{Code, TABLE};
use crate::domain::block::typed::{Typed, rows, typed};
use crate::domain::block::{Block, Wanted, block};
use crate::domain::record::GroupRecord;
use crate::domain::text::fold;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::Layer;
use crate::tui::layers::dry_run::{DryRun, Tone};
use std::collections::BTreeMap;

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
        let pasted = self.placed(&rows, record, words);
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

    /// Every pasted cell at its place.
    fn placed(&self, rows: &[Vec<&str>], record: &GroupRecord, words: &Words) -> Pasted {
        let names = names(words);
        let meaning = |name: &str| names.get(&fold(name)).copied();
        let span = self.span();
        let mut pasted = Pasted::default();
        let mut put = |text: &str, line: usize, column: usize| {
            let Some((session, person)) = self.key(line, column) else {
                pasted.unread.push(say!(words, "paste-outside", text = crate::tui::paint::cut(text, QUOTED)));
                return;
            };
            let to = match typed(text, meaning) {
                Typed::Leave => return,
                Typed::Clear => None,
                Typed::Value(value) => Some(value),
                Typed::Unknown => {
                    let at = place(record, (session, person), words);
                    let text = crate::tui::paint::cut(text, QUOTED);
                    pasted.unread.push(say!(words, "paste-unknown", at = at, text = text));
                    return;
                }
            };
            pasted.wanted.push(Wanted { session, person, to });
        };
        if let [row] = rows
            && let [text] = row.as_slice()
        {
            span.cells().for_each(|(line, column)| put(text, line, column));
            return pasted;
        }
        for (line, row) in (*span.lines.start()..).zip(rows) {
            for (column, text) in (*span.columns.start()..).zip(row).filter(|(_, text)| !text.is_empty()) {
                put(text, line, column);
            }
        }
        pasted
    }
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
