//! Several cells at once: a code for all of them, filled right and down, copied. One action is one step.

use super::Register;
use super::aim::LATE;
use crate::domain::attendance::{Code, TABLE};
use crate::domain::attending::Obstacle;
use crate::domain::block::{Block, MINUTES, Refusal, Value, Wanted, block, typed};
use crate::domain::figures::Cell;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::GroupRecord;
use crate::domain::text::NOTE;
use crate::i18n::Words;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::{Layer, choice::Choice};
use crate::tui::screens::asking::{self, Question};

/// The cells of a block, and the record they are of.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    record: GroupRecord,
    cells: Vec<(SessionId, PersonId)>,
}

impl Cells {
    /// Gives every cell a code, after asking once for the minutes or the note that belong to it.
    pub(super) fn code(self, code: Code, desk: &Desk) -> Effects {
        let row = code.row();
        let (what, count) = (desk.words.say(row.message, &[]), self.cells.len());
        if row.minutes {
            let title = say!(desk.words, "block-minutes", count = count, what = what);
            return vec![asking::minutes(title, LATE, MINUTES, move |minutes, desk| {
                self.all(Some(&Value { minutes: Some(minutes), ..Value::from(code) }), desk)
            })];
        }
        if row.note {
            let question = Question {
                title: say!(desk.words, "block-note-needed", count = count, what = what),
                hint: say!(desk.words, "register-note-hint"),
                given: String::new(),
                most: NOTE,
                optional: false,
            };
            return vec![asking::text(question, move |note, desk| {
                self.all(Some(&Value { note: note.to_owned(), ..Value::from(code) }), desk)
            })];
        }
        self.all(Some(&code.into()), desk)
    }

    /// Every code of the table, with its key.
    pub(super) fn any_code(self, desk: &Desk) -> Effects {
        let items = TABLE.iter().map(|row| (Some(row.key()), desk.words.say(row.message, &[]))).collect();
        let title = say!(desk.words, "block-cells", count = self.cells.len());
        let then = move |at: usize, desk: &mut Desk| match TABLE.get(at) {
            Some(row) => self.code(row.code, desk),
            None => Vec::new(),
        };
        vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then)))]
    }

    /// Gives every cell the same value, or takes the marks away.
    pub(super) fn all(&self, to: Option<&Value>, desk: &Desk) -> Effects {
        let wanted =
            self.cells.iter().map(|(session, person)| Wanted { session: *session, person: *person, to: to.cloned() });
        entered(&self.record, &wanted.collect::<Vec<_>>(), desk)
    }
}

/// Records what is wanted as one step, and says what was left, and why.
fn entered(record: &GroupRecord, wanted: &[Wanted], desk: &Desk) -> Effects {
    let words = desk.words;
    let Block { entries, changed, refused, .. } = block(record, wanted, desk.now);
    let why = refused.first().map(|refused| refusal(record, refused, words));
    if entries.is_empty() {
        return vec![match why {
            Some(why) => Effect::Refuse(say!(words, "block-refused", why = why)),
            None => Effect::Say(say!(words, "block-same")),
        }];
    }
    let said = match why {
        Some(why) => say!(words, "block-marked-partly", count = changed.len(), left = refused.len(), why = why),
        None => say!(words, "block-marked", count = changed.len()),
    };
    vec![Effect::Record { entries, said }]
}

/// Why a cell stays as it is.
pub(super) fn refusal(
    record: &GroupRecord,
    (session, person, refusal): &(SessionId, PersonId, Refusal),
    words: &Words,
) -> String {
    let Some(session) = record.session(*session) else { return String::new() };
    let (number, date) = (session.label(), words.weekday_date(session.date));
    match refusal {
        Refusal::Cell(Obstacle::Cancelled) => say!(words, "refusal-cancelled", number = number),
        Refusal::Cell(Obstacle::Ahead) => say!(words, "refusal-ahead", number = number, date = date),
        Refusal::Cell(Obstacle::Due) => say!(words, "refusal-due", number = number),
        Refusal::Cell(Obstacle::NotExpected) => {
            let name = record.member(*person).map_or_else(String::new, |member| member.person.short_name());
            say!(words, "refusal-not-expected", name = name, date = date)
        }
        Refusal::NoteNeeded(code) => say!(words, "refusal-note", what = words.say(code.row().message, &[])),
        Refusal::NoMinutes(code) => say!(words, "refusal-no-minutes", what = words.say(code.row().message, &[])),
        Refusal::Minutes { code, most } => {
            say!(words, "refusal-minutes", what = words.say(code.row().message, &[]), most = *most)
        }
    }
}

impl Register {
    /// The person and the session of a cell.
    pub(super) fn key(&self, line: usize, column: usize) -> Option<(SessionId, PersonId)> {
        let record = self.record.as_ref()?;
        let member = record.members.get(*self.lines.get(line)?)?;
        Some((record.sessions.get(column)?.id, member.id))
    }

    /// What is marked out, when it is more than the selected cell.
    pub(super) fn cells(&self) -> Option<Cells> {
        self.anchor?;
        let cells = self.span().cells().filter_map(|(line, column)| self.key(line, column)).collect();
        Some(Cells { record: self.record.clone()?, cells })
    }

    /// Fills what is marked out from its first column, or from its first line; a single cell from the one
    /// at its left, or above it.
    pub(super) fn fill(&self, is_right: bool, desk: &Desk) -> Effects {
        let Some(record) = &self.record else { return Vec::new() };
        let span = self.span();
        let (mut first_line, mut first_column) = (*span.lines.start(), *span.columns.start());
        if is_right && span.width() == 1 {
            first_column = first_column.saturating_sub(1);
        } else if !is_right && span.height() == 1 {
            first_line = first_line.saturating_sub(1);
        }
        let source = |(line, column): (usize, usize)| {
            let from = if is_right { (line, first_column) } else { (first_line, column) };
            let mark = self.cell(from.0, from.1)?.mark().filter(|_| from != (line, column))?;
            let (session, person) = self.key(line, column)?;
            Some(Wanted { session, person, to: Some(Value::of(mark)) })
        };
        let wanted: Vec<Wanted> = span.cells().filter_map(source).collect();
        if wanted.is_empty() {
            return vec![Effect::Refuse(say!(desk.words, "block-nothing-to-fill"))];
        }
        entered(record, &wanted, desk)
    }

    /// Copies what is marked out as a spreadsheet takes it.
    pub(super) fn copy(&self, desk: &Desk) -> Effects {
        let span = self.span();
        let text = |line| {
            let cells =
                span.columns.clone().map(|column| self.cell(line, column).map_or_else(String::new, typed::written));
            cells.collect::<Vec<_>>().join("\t")
        };
        let rows: Vec<String> = span.lines.clone().map(text).collect();
        let (count, key) =
            (span.height() * span.width(), desk.keymap.key_for(&[super::Scope::Register], super::Action::Paste));
        let said = if desk.clipboard {
            say!(desk.words, "block-copied", count = count, key = key)
        } else {
            say!(desk.words, "block-copied-here", count = count, key = key)
        };
        vec![Effect::Copy(rows.join("\n") + "\n"), Effect::Say(said)]
    }

    /// The next cell that still has to be marked, session by session; round to the first again.
    pub(super) fn next_missing(&mut self, desk: &Desk) -> Effects {
        let (Some(record), Some(figures)) = (&self.record, &self.figures) else { return Vec::new() };
        let lines = self.lines.len();
        let is_missing = |at: &usize| {
            let (column, line) = (at / lines, at % lines);
            let index = self.lines.get(line).copied().unwrap_or(0);
            let found = record.sessions.get(column).zip(record.members.get(index)).zip(figures.rows.get(index));
            found.is_some_and(|((dated, member), row)| {
                let cell = row.cells.get(column).unwrap_or(&Cell::Ahead);
                crate::domain::block::is_missing(record, dated, member, cell, desk.now)
            })
        };
        let all = lines * record.sessions.len();
        let here = self.column * lines + self.list.selected;
        match (here + 1..all).chain(0..=here.min(all.saturating_sub(1))).find(is_missing) {
            None => vec![Effect::Say(say!(desk.words, "register-complete"))],
            Some(at) => {
                self.column = at / lines;
                self.list.selected = at % lines;
                self.list.keep_within(lines);
                Vec::new()
            }
        }
    }
}
