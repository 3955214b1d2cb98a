//! An extract of the journal: what was recorded, by whom and when, newest first.

use crate::domain::id::GroupId;
use crate::domain::record::{About, Recorded};
use crate::i18n::entry::Known;
use crate::report::Fault;
use crate::report::kind::EVERY;
use crate::report::request::{Ground, Period};
use crate::report::stream::{Stream, Visit};
use crate::report::table::{Column, Document, Fact, Field, Holds, LineKind, Rows, Table};
use crate::say;

/// Entries read at once.
const PAGE: usize = 200;
/// Groups whose names are kept: a group is large.
const GROUPS: usize = 20;
/// People whose names are kept.
const PEOPLE: usize = 1_000;

/// What was recorded about something in a period.
#[must_use]
pub fn of(about: About, period: Period, ground: &Ground) -> Document {
    let words = ground.words;
    let columns = vec![
        Column::new("entry", say!(words, "journal-entry")).centred().key(),
        Column::new("date", say!(words, "report-date")).centred(),
        Column::new("time", say!(words, "report-time")).wide(8).centred(),
        Column::new("by", say!(words, "completeness-by")).wide(20).holding(Holds::Staff),
        Column::new("group", say!(words, "report-group-code")),
        Column::new("reference", say!(words, "field-reference")).holding(Holds::Reference),
        Column::new("kind", say!(words, "report-topic")).wide(18),
        Column::new("what", say!(words, "journal-what")).wide(80).holding(Holds::Note),
    ];
    let rows = Rows::Streamed(Stream::Journal(about, period));
    let title = say!(words, "report-journal");
    let table = Table { rows, ..Table::new("journal", title.clone(), EVERY, columns, Vec::new()) };
    let facts = vec![
        Fact::new("since", say!(words, "report-from"), Field::date(period.since)),
        Fact::new("until", say!(words, "report-to"), Field::date(period.until)),
    ];
    Document { facts, tables: vec![table], ..Document::new("onward.journal/1", title, words, ground.now) }
}

/// Visits the entries, newest first.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn each(about: About, period: Period, ground: &Ground, visit: Visit) -> Result<(), Fault> {
    let (mut before, mut names) = (None, Names::default());
    loop {
        let page = ground.reads.history(about, before, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        before = Some(last.seq);
        for recorded in &page {
            if !period.holds(recorded.stamp.at.date_naive()) {
                continue;
            }
            names.learn(recorded, ground)?;
            if visit(LineKind::Body, &names.fields(recorded, ground)).is_break() {
                return Ok(());
            }
        }
    }
}

/// What the identifiers in entries are called.
#[derive(Default)]
struct Names {
    known: Known,
    references: std::collections::BTreeMap<crate::domain::id::PersonId, String>,
}

impl Names {
    fn learn(&mut self, recorded: &Recorded, ground: &Ground) -> Result<(), Fault> {
        let keys = recorded.entry.keys();
        if let Some(id) = keys.group.filter(|id: &GroupId| !self.known.groups.contains_key(id)) {
            if self.known.groups.len() >= GROUPS {
                self.known.groups.clear();
            }
            self.known.groups.extend(ground.reads.group(id, ground.words.locale().tag)?.map(|group| (id, group)));
        }
        if let Some(id) = keys.person.filter(|id| !self.known.people.contains_key(id)) {
            if self.known.people.len() >= PEOPLE {
                self.known.people.clear();
                self.references.clear();
            }
            if let Some(person) = ground.reads.person(id)? {
                self.known.people.insert(id, person.list_name());
                self.references.insert(id, person.reference);
            }
        }
        Ok(())
    }

    fn fields<'a>(&'a self, recorded: &'a Recorded, ground: &Ground) -> [Field<'a>; 8] {
        let keys = recorded.entry.keys();
        let group = keys.group.and_then(|id| self.known.groups.get(&id));
        let reference = keys.person.and_then(|id| self.references.get(&id));
        let words = ground.words;
        [
            u32::try_from(recorded.seq).map_or_else(|_| Field::text(recorded.seq.to_string()), Field::Number),
            Field::Date(recorded.stamp.at.date_naive()),
            Field::Time(recorded.stamp.at.time()),
            Field::Text(recorded.stamp.actor.as_str().into()),
            group.map_or(Field::Empty, |group| Field::Text(group.group.code.as_str().into())),
            reference.map_or(Field::Empty, |reference| Field::Text(reference.as_str().into())),
            Field::Text(recorded.entry.kind().into()),
            Field::text(words.line(recorded, &self.known, About::Everything)),
        ]
    }
}
