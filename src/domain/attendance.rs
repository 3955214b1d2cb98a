//! Attendance: the one table that every code, key, label and export column comes from, and the mark.

use crate::domain::id::{GroupId, SessionId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How one person's attendance at one session is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    Present,
    Late,
    LeftEarly,
    Ill,
    Court,
    Visit,
    Religious,
    Clash,
    Apologised,
    Refused,
    Unexplained,
    SentOut,
    NotUnlocked,
    NoEscort,
    Lockdown,
    Transferred,
    SessionCancelled,
    NotYetEnrolled,
    Released,
    NotRequired,
}

/// What a code means for the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Attended.
    Here,
    /// Away for a reason that is the person's and acceptable.
    Acceptable,
    /// Away for a reason that is not acceptable.
    NotAcceptable,
    /// Away because of the prison.
    Prison,
    /// The session does not count for the person.
    NotCounted,
}

/// One row of the attendance table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub code: Code,
    /// The letter in a register: ASCII, unique.
    pub symbol: char,
    /// The message that names it.
    pub message: &'static str,
    /// The name in exports: stable, in no language.
    pub id: &'static str,
    pub kind: Kind,
    /// Whether a note is asked for.
    pub note: bool,
    /// Whether minutes belong to it (missed at the start, or at the end).
    pub minutes: bool,
}

const fn row(code: Code, symbol: char, message: &'static str, id: &'static str, kind: Kind) -> Row {
    Row { code, symbol, message, id, kind, note: false, minutes: false }
}

impl Row {
    const fn with_note(self) -> Self {
        Self { note: true, ..self }
    }

    const fn with_minutes(self) -> Self {
        Self { minutes: true, ..self }
    }

    /// The key that records it: the symbol, lower case.
    #[must_use]
    pub const fn key(&self) -> char {
        self.symbol.to_ascii_lowercase()
    }
}

/// The table, in the order in which it is offered. Codes from HMPPS, nDelius and Moodle practice.
pub const TABLE: [Row; 20] = [
    row(Code::Present, 'P', "code-present", "present", Kind::Here),
    row(Code::Late, 'L', "code-late", "late", Kind::Here).with_minutes(),
    row(Code::LeftEarly, 'E', "code-left-early", "left-early", Kind::Here).with_minutes(),
    row(Code::Ill, 'I', "code-ill", "ill", Kind::Acceptable),
    row(Code::Court, 'C', "code-court", "court", Kind::Acceptable),
    row(Code::Visit, 'V', "code-visit", "visit", Kind::Acceptable),
    row(Code::Religious, 'R', "code-religious", "religious", Kind::Acceptable),
    row(Code::Clash, 'D', "code-clash", "clash", Kind::Acceptable),
    row(Code::Apologised, 'G', "code-apologised", "apologised", Kind::Acceptable),
    row(Code::Refused, 'F', "code-refused", "refused", Kind::NotAcceptable),
    row(Code::Unexplained, 'X', "code-unexplained", "unexplained", Kind::NotAcceptable),
    row(Code::SentOut, 'S', "code-sent-out", "sent-out", Kind::NotAcceptable).with_note(),
    row(Code::NotUnlocked, 'W', "code-not-unlocked", "not-unlocked", Kind::Prison),
    row(Code::NoEscort, 'T', "code-no-escort", "no-escort", Kind::Prison),
    row(Code::Lockdown, 'Z', "code-lockdown", "lockdown", Kind::Prison),
    row(Code::Transferred, 'M', "code-transferred", "transferred", Kind::Prison),
    row(Code::SessionCancelled, 'K', "code-session-cancelled", "session-cancelled", Kind::NotCounted),
    row(Code::NotYetEnrolled, 'Y', "code-not-yet-enrolled", "not-yet-enrolled", Kind::NotCounted),
    row(Code::Released, 'H', "code-released", "released", Kind::NotCounted),
    row(Code::NotRequired, 'Q', "code-not-required", "not-required", Kind::NotCounted).with_note(),
];

/// The symbol of a mark that is not recorded. Never counted as absent.
pub const NOT_RECORDED: char = '.';

impl Code {
    /// Its row of the table.
    #[must_use]
    pub fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// What it means for the figures.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.row().kind
    }

    /// Whether the person attended, wholly or in part.
    #[must_use]
    pub fn attended(self) -> bool {
        self.kind() == Kind::Here
    }

    /// Whether somebody marked so is here at the end.
    #[must_use]
    pub fn stays(self) -> bool {
        self.attended() && self != Self::LeftEarly
    }

    /// From the stable name used in exports.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.id == id).map(|row| row.code)
    }

    /// From the key that records it.
    #[must_use]
    pub fn from_key(key: char) -> Option<Self> {
        TABLE.iter().find(|row| row.key() == key).map(|row| row.code)
    }
}

/// One person's attendance at one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub code: Code,
    /// Minutes missed, for [`Code::Late`] and [`Code::LeftEarly`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What made a missed session good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caught_up: Option<CaughtUp>,
    /// Minutes missed at the start by somebody who came late and then went: the code says how they went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<u16>,
    /// The minute of the session in which somebody who was here went, as the clock showed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u16>,
    /// Away for a while, and back again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<Back>,
}

/// Somebody was away for a while and came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Back {
    /// What the mark said meanwhile.
    pub from: Code,
    /// Minutes missed, of every time together.
    pub minutes: u16,
}

/// How a missed session was made good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaughtUp {
    pub on: NaiveDate,
    /// Minutes spent on it.
    pub minutes: u16,
    /// How; not known of what was recorded before this was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<MadeGood>,
}

/// What made a missed session good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MadeGood {
    /// A talk between two, and who gave it.
    OneToOne { with: String },
    /// A session of another group that carries the same plan; what the group and the session were called.
    Elsewhere { group: GroupId, session: SessionId, code: String, label: String },
    /// An extra session of the group.
    Extra { session: SessionId },
}

impl MadeGood {
    /// The name in exports: stable, in no language.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::OneToOne { .. } => "one-to-one",
            Self::Elsewhere { .. } => "other-group",
            Self::Extra { .. } => "extra-session",
        }
    }
}

impl From<Code> for Mark {
    fn from(code: Code) -> Self {
        let note = String::new();
        Self { code, minutes: None, note, caught_up: None, late: None, left: None, back: None }
    }
}

impl Mark {
    /// Minutes that somebody who attended missed in all; `None` when there are none, and for the absent.
    #[must_use]
    pub fn missed(&self) -> Option<u16> {
        if !self.code.attended() {
            return None;
        }
        let parts = [self.minutes, self.late, self.back.map(|back| back.minutes)];
        parts.into_iter().flatten().reduce(u16::saturating_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_is_in_the_order_of_the_codes() {
        for (index, row) in TABLE.iter().enumerate() {
            assert_eq!(row.code as usize, index);
            assert_eq!(Code::from_id(row.id), Some(row.code));
            assert_eq!(Code::from_key(row.key()), Some(row.code));
        }
    }

    #[test]
    fn symbols_names_and_messages_are_unique() {
        let symbols: BTreeSet<_> = TABLE.iter().map(|r| r.symbol).collect();
        let ids: BTreeSet<_> = TABLE.iter().map(|r| r.id).collect();
        let messages: BTreeSet<_> = TABLE.iter().map(|r| r.message).collect();
        assert_eq!((symbols.len(), ids.len(), messages.len()), (20, 20, 20));
        assert!(symbols.iter().all(char::is_ascii_uppercase) && !symbols.contains(&NOT_RECORDED));
    }
}
