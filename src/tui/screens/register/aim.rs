//! One cell that takes a mark, and everything that can be recorded in it.

use super::history;
use crate::domain::attendance::{Code, Mark, TABLE};
use crate::domain::attending::{coded, marking};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::GroupRecord;
use crate::domain::text::NOTE;
use crate::say;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Effects};
use crate::tui::layers::{Layer, choice::Choice};
use crate::tui::screens::asking::{self, Question};
use crate::tui::screens::catching_up;

/// Minutes that are offered when somebody is late or leaves early.
pub(super) const LATE: u16 = 10;

/// A cell of the register that takes marks.
#[derive(Debug, Clone)]
pub struct Aim {
    pub record: GroupRecord,
    pub session: SessionId,
    /// What the session is called.
    pub number: String,
    pub person: PersonId,
    pub name: String,
}

impl Aim {
    fn mark(&self) -> Option<&Mark> {
        self.record.marks.get(&(self.session, self.person))
    }

    /// Minutes of the session plan.
    fn minutes(&self) -> u16 {
        self.record.session(self.session).map_or(90, |session| self.record.minutes(session))
    }

    fn set(&self, to: Option<Mark>, desk: &Desk) -> Effects {
        let value = to.as_ref().map_or_else(|| say!(desk.words, "said-nothing"), |mark| desk.words.mark(mark));
        let entries = marking(&self.record, self.session, self.person, to, desk.now);
        let name = self.name.as_str();
        if entries.is_empty() {
            return vec![Effect::Say(say!(desk.words, "register-same", name = name, value = value))];
        }
        let said = say!(desk.words, "register-marked", name = name, number = self.number.as_str(), value = value);
        vec![Effect::Record { entries, said }]
    }

    /// Records a code, after asking for the minutes or the note that belong to it.
    pub fn code(self, code: Code, desk: &Desk) -> Effects {
        let mark = coded(self.mark(), code);
        let row = code.row();
        let what = desk.words.say(row.message, &[]);
        if row.minutes {
            let title = say!(desk.words, "register-minutes", name = self.name.as_str(), what = what);
            let given = mark.minutes.unwrap_or(LATE);
            let most = self.minutes();
            return vec![asking::minutes(title, given, most, move |minutes, desk| {
                self.set(Some(Mark { minutes: Some(minutes), ..mark.clone() }), desk)
            })];
        }
        if row.note && mark.note.is_empty() {
            let question = Question {
                title: say!(desk.words, "register-note-needed", name = self.name.as_str(), what = what),
                hint: say!(desk.words, "register-note-hint"),
                given: String::new(),
                most: NOTE,
                optional: false,
            };
            return vec![asking::text(question, move |note, desk| {
                self.set(Some(Mark { note: note.to_owned(), ..mark.clone() }), desk)
            })];
        }
        self.set(Some(mark), desk)
    }

    /// Every code of the table, with its key.
    pub fn any_code(self, desk: &Desk) -> Effects {
        let items = TABLE.iter().map(|row| (Some(row.key()), desk.words.say(row.message, &[]))).collect();
        let now = self.mark().map_or(0, |mark| mark.code as usize);
        let title = say!(desk.words, "register-cell", name = self.name.as_str(), number = self.number.as_str());
        let then = move |at: usize, desk: &mut Desk| match TABLE.get(at) {
            Some(row) => self.code(row.code, desk),
            None => Vec::new(),
        };
        vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then).at(now)))]
    }

    /// A note on the mark.
    pub fn note(self, desk: &Desk) -> Effects {
        let Some(mark) = self.mark().cloned() else { return self.needs_code(desk) };
        let question = Question {
            title: say!(desk.words, "register-note", name = self.name.as_str(), number = self.number.as_str()),
            hint: say!(desk.words, "register-note-hint"),
            given: mark.note.clone(),
            most: NOTE,
            optional: !mark.code.row().note,
        };
        vec![asking::text(question, move |note, desk| {
            self.set(Some(Mark { note: note.to_owned(), ..mark.clone() }), desk)
        })]
    }

    /// What the person missed here is made good.
    pub fn caught_up(&self, desk: &Desk) -> Effects {
        catching_up::ask(&self.record, self.session, self.person, desk)
    }

    /// Takes the mark away: not recorded again.
    pub fn clear(self, desk: &Desk) -> Effects {
        self.set(None, desk)
    }

    fn needs_code(&self, desk: &Desk) -> Effects {
        vec![Effect::Say(say!(desk.words, "register-code-first", name = self.name.as_str()))]
    }

    /// What can be done with the cell.
    pub fn open(self, desk: &Desk) -> Effects {
        let words = desk.words;
        let items = vec![
            (Some('a'), say!(words, "do-code")),
            (Some('n'), say!(words, "do-note")),
            (Some('b'), say!(words, "do-catch-up")),
            (Some('x'), say!(words, "do-clear")),
            (Some('i'), say!(words, "do-history")),
        ];
        let title = say!(words, "register-cell", name = self.name.as_str(), number = self.number.as_str());
        let then = move |at: usize, desk: &mut Desk| match at {
            0 => self.any_code(desk),
            1 => self.note(desk),
            2 => self.caught_up(desk),
            3 => self.clear(desk),
            _ => history::of(&self, desk),
        };
        vec![Effect::Ask(Layer::Choice(Choice::new(title, items, then)))]
    }
}
