//! The tables of what is missing that are read while they are written, each from where something was found.

use super::{groups, people};
use crate::domain::id::GroupId;
use crate::i18n::Words;
use crate::report::Fault;
use crate::report::kind::{EVERY, READ};
use crate::report::request::{Ground, OfWhom, Period};
use crate::report::stream::{Stream, Visit};
use crate::report::table::{Rows, Table};
use crate::say;

/// One of the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Marks and judgements that are missing, session by session.
    Missing(Vec<GroupId>, Period),
    /// Sessions whose day is over.
    Overdue(Vec<GroupId>, Period),
    /// What is open about people.
    People(Vec<GroupId>),
    /// Who runs a group without a training that it asks for.
    Trained(Vec<GroupId>),
    /// Steps of pathways whose day is over, of these people or of all, the oldest first.
    Steps(OfWhom, Period),
    /// Who of these people, or of all, was not told of what has to be offered to them, the soonest released first.
    Offers(OfWhom),
}

impl Part {
    pub(super) fn table(self, words: &Words) -> Table {
        let (id, title, formats, columns) = match self {
            Self::Missing(..) => ("missing", say!(words, "completeness-missing"), EVERY, groups::gap_columns(words)),
            Self::Overdue(..) => ("overdue", say!(words, "completeness-overdue"), READ, groups::late_columns(words)),
            Self::People(_) => ("people", say!(words, "report-people"), READ, groups::open_columns(words)),
            Self::Trained(_) => ("trained", say!(words, "completeness-trained"), READ, groups::lack_columns(words)),
            Self::Steps(..) => ("steps", say!(words, "completeness-steps"), READ, people::step_columns(words)),
            Self::Offers(_) => ("offers", say!(words, "completeness-offers"), READ, people::offer_columns(words)),
        };
        let rows = Rows::Streamed(Stream::Completeness(self));
        Table { rows, ..Table::new(id, title, formats, columns, Vec::new()) }
    }
}

/// Visits the lines of a table.
///
/// # Errors
/// When the store cannot be read, or a group is not there any more.
pub(in crate::report) fn each(part: &Part, ground: &Ground, visit: Visit) -> Result<(), Fault> {
    match part {
        Part::Missing(groups, period) => groups::gaps(groups, *period, ground, visit),
        Part::Overdue(groups, period) => groups::late(groups, *period, ground, visit),
        Part::People(groups) => groups::open(groups, ground, visit),
        Part::Trained(groups) => groups::lacks(groups, ground, visit),
        Part::Steps(of_whom, period) => people::steps(of_whom.as_ref(), *period, ground, visit),
        Part::Offers(of_whom) => people::offers(of_whom.as_ref(), ground, visit),
    }
}
