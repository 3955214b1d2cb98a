//! What a bundle holds, read back: of each group its register and its summary, and what all of them come to together.

use crate::domain::audit::Head;
use crate::domain::figures::Share;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Deserialize;
use serde_json::Value;

/// Everything between the head and the seal.
#[derive(Debug, Clone, Deserialize)]
pub struct Contents {
    /// What the desk calls itself.
    pub desk: String,
    pub made: DateTime<FixedOffset>,
    pub journal: End,
    pub groups: Vec<Part>,
    pub evaluation: Evaluated,
    pub completeness: Complete,
}

/// The end of the journal that it was made from.
#[derive(Debug, Clone, Deserialize)]
pub struct End {
    entries: i64,
    hash: String,
}

impl From<&End> for Head {
    fn from(end: &End) -> Self {
        Self { seq: end.entries, hash: end.hash.clone() }
    }
}

/// One group.
#[derive(Debug, Clone, Deserialize)]
pub struct Part {
    pub register: Registered,
    pub summary: Summed,
}

/// What is needed of a register (`onward.register/1`).
#[derive(Debug, Clone, Deserialize)]
pub struct Registered {
    pub group: String,
    pub programme: String,
    pub first_session: Option<NaiveDate>,
    pub last_session: Option<NaiveDate>,
    pub register: Vec<Counted>,
    pub register_totals: Vec<Counted>,
    pub sessions: Vec<Counted>,
    pub sessions_totals: Vec<Counted>,
    pub marks: Vec<MarkRow>,
}

/// A line with counts: of a person, of a session, or of all.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Counted {
    pub reference: Option<String>,
    pub name: Option<String>,
    /// A number, or a text such as `4a`.
    pub session: Value,
    pub date: Option<NaiveDate>,
    pub present: Option<u32>,
    pub late: Option<u32>,
    pub left_early: Option<u32>,
    pub away: Option<u32>,
    pub not_recorded: Option<u32>,
    pub enrolled: Option<u32>,
    pub caught_up: Option<u32>,
    pub attendance: Option<Fraction>,
    pub minutes_planned: Option<u32>,
    pub minutes_received: Option<u32>,
}

/// A part of a whole, as JSON has it.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Fraction {
    pub count: u32,
    pub of: u32,
}

impl From<Fraction> for Share {
    fn from(Fraction { count, of }: Fraction) -> Self {
        Self { count, of }
    }
}

/// A line of the long form.
#[derive(Debug, Clone, Deserialize)]
pub struct MarkRow {
    pub session: Value,
    pub date: NaiveDate,
    pub reference: String,
    pub code: String,
    pub minutes_missed: Option<u16>,
    pub caught_up: Option<NaiveDate>,
    pub guest: Option<String>,
}

/// What is needed of a summary (`onward.group/1`).
#[derive(Debug, Clone, Deserialize)]
pub struct Summed {
    pub figures: Vec<Figure>,
    pub people: Vec<Placed>,
    pub leaving_totals: Vec<Left>,
}

/// How many of how many.
#[derive(Debug, Clone, Deserialize)]
pub struct Figure {
    pub topic: String,
    pub figure: String,
    pub count: u32,
    pub of: u32,
}

/// Where somebody stands in the group, and against the rule of completion.
#[derive(Debug, Clone, Deserialize)]
pub struct Placed {
    pub place: String,
    pub completion: String,
}

/// How many are gone.
#[derive(Debug, Clone, Deserialize)]
pub struct Left {
    pub count: u32,
}

/// What is needed of an evaluation (`onward.evaluation/1`).
#[derive(Debug, Clone, Deserialize)]
pub struct Evaluated {
    pub groups: u32,
    pub figures: Vec<Figure>,
}

/// What is not recorded yet (`onward.completeness/1`).
#[derive(Debug, Clone, Deserialize)]
pub struct Complete {
    pub missing: Vec<Missing>,
    pub overdue: Vec<Overdue>,
    pub people: Vec<Open>,
}

/// A session that was held, with something missing.
#[derive(Debug, Clone, Deserialize)]
pub struct Missing {
    pub group: String,
    pub session: Value,
    pub date: NaiveDate,
    pub marks_missing: u32,
    pub outcomes_missing: u32,
}

/// A session whose day is over, neither held nor cancelled.
#[derive(Debug, Clone, Deserialize)]
pub struct Overdue {
    pub group: String,
    pub session: Value,
    pub date: NaiveDate,
    pub days: u32,
}

/// What is open about somebody.
#[derive(Debug, Clone, Deserialize)]
pub struct Open {
    pub group: String,
    pub name: String,
    pub open: String,
}

/// What a session is called: a number, or a text.
#[must_use]
pub fn label(session: &Value) -> String {
    session.as_str().map_or_else(|| session.to_string(), str::to_owned)
}
