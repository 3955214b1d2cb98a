//! The tables that screens read: each fact is put into its row, and what stood there before is handed back.

mod things;

pub(super) use things::put_in_find;

use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::record::Failure;
use crate::store::alphabet::Sorter;
use crate::store::{duties, watch};
use rusqlite::{Connection, OptionalExtension, ToSql};
use std::collections::BTreeSet;

/// Columns of a row with their values.
type Columns<'a> = &'a [(&'static str, &'a dyn ToSql)];

/// Puts facts into tables inside one transaction.
pub(super) struct Facts<'a> {
    db: &'a Connection,
    sorter: &'a Sorter,
    /// Groups whose watch list may have changed.
    touched: BTreeSet<GroupId>,
    /// People whose duties may have changed.
    owing: BTreeSet<PersonId>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(db: &'a Connection, sorter: &'a Sorter) -> Self {
        Self { db, sorter, touched: BTreeSet::new(), owing: BTreeSet::new() }
    }

    /// Gives the fact of `entry` the value `json`, which is that of the entry; what it was before.
    pub(super) fn put(&mut self, entry: &Entry, json: Option<&str>) -> Result<Option<String>, Failure> {
        match entry {
            Entry::Person { person, to } => self.person(*person, to.as_deref(), json),
            Entry::Course { course, to } => self.course(*course, to.as_deref(), json),
            Entry::Group { group, to } => self.group(*group, to.as_deref(), json),
            Entry::Session { session, to, group } => self.session(*group, *session, to.as_deref(), json),
            Entry::Enrolment { group, person, to } => self.enrolment(*group, *person, to.as_deref(), json),
            Entry::Mark { session, person, to, .. } => self.mark(*session, *person, to.as_deref()),
            Entry::Exception { person, item, .. } => {
                self.plain("exception", &[("person", &person.0), ("item", item)], json)
            }
            Entry::Outcome { group, session, person, item, .. } => self.plain(
                "outcome",
                &[("grp", &group.0), ("session", &session.0), ("person", &person.0), ("item", item)],
                json,
            ),
            Entry::Delivery { group, session, item, .. } => {
                self.plain("delivery", &[("grp", &group.0), ("session", &session.0), ("item", item)], json)
            }
            Entry::SessionNote { group, session, .. } => {
                self.plain("session_note", &[("grp", &group.0), ("session", &session.0)], json)
            }
            Entry::PersonNote { group, session, person, .. } => {
                self.plain("person_note", &[("grp", &group.0), ("session", &session.0), ("person", &person.0)], json)
            }
            Entry::Rating { group, person, item, .. } => {
                self.plain("rating", &[("grp", &group.0), ("person", &person.0), ("item", item)], json)
            }
            Entry::Setting { item, .. } => self.plain("setting", &[("item", item)], json),
            // A trace is the journal's alone.
            Entry::Consultation { .. }
            | Entry::Disclosure { .. }
            | Entry::GroupDisclosure { .. }
            | Entry::PersonDisclosure { .. }
            | Entry::Erasure { .. }
            | Entry::Combination { .. } => Ok(None),
            Entry::Agenda { .. }
            | Entry::Apart { .. }
            | Entry::Concern { .. }
            | Entry::Confined { .. }
            | Entry::Appointment { .. }
            | Entry::ErasureRequest { .. }
            | Entry::Guest { .. }
            | Entry::LeftAside { .. }
            | Entry::Pause { .. }
            | Entry::Released { .. }
            | Entry::Need { .. }
            | Entry::Goal { .. }
            | Entry::Action { .. }
            | Entry::PlanBranch { .. }
            | Entry::PlanPart { .. }
            | Entry::Partner { .. }
            | Entry::Remedy { .. }
            | Entry::GroupRemedy { .. }
            | Entry::Training { .. }
            | Entry::Contact { .. }
            | Entry::Staff { .. } => self.kept(entry, json),
            Entry::Pathway { item, to } => {
                duties::lay_out(self.db, item, to.as_deref())?;
                self.kept(entry, json)
            }
            Entry::Run { person, .. }
            | Entry::Step { person, .. }
            | Entry::Consent { person, .. }
            | Entry::Snooze { person, .. }
            | Entry::Detention { person, .. } => {
                self.owing.insert(*person);
                self.kept(entry, json)
            }
        }
    }

    /// A fact of a kind that has no table of its own.
    fn kept(&self, entry: &Entry, json: Option<&str>) -> Result<Option<String>, Failure> {
        let keys = entry.keys();
        let id = |id: Option<i64>| id.unwrap_or(0);
        self.plain(
            "fact",
            &[
                ("kind", &entry.kind()),
                ("person", &id(keys.person.map(|id| id.0))),
                ("grp", &id(keys.group.map(|id| id.0))),
                ("session", &id(keys.session.map(|id| id.0))),
                ("course", &id(keys.course.map(|id| id.0))),
                ("item", &keys.item.unwrap_or_default()),
            ],
            json,
        )
    }

    /// Brings everything up to date that is drawn from several tables. To be called last.
    pub(super) fn finish(self) -> Result<(), Failure> {
        for group in self.touched {
            watch::renew(self.db, group)?;
        }
        for person in self.owing {
            duties::renew(self.db, person)?;
        }
        Ok(())
    }

    /// A fact whose row is its keys and its value.
    fn plain(&self, table: &str, keys: Columns, json: Option<&str>) -> Result<Option<String>, Failure> {
        let before = self.standing(table, keys)?;
        match &json {
            Some(json) => self.set(table, keys, &[("json", json)])?,
            None => self.remove(table, keys)?,
        }
        Ok(before)
    }

    /// The JSON of the row with these keys.
    fn standing(&self, table: &str, keys: Columns) -> Result<Option<String>, Failure> {
        let sql = format!("SELECT json FROM {table} WHERE {}", here(keys));
        Ok(self.db.prepare_cached(&sql)?.query_row(&*values(keys), |row| row.get(0)).optional()?)
    }

    /// Gives the row with these keys its other columns, whether it is there already or not.
    fn set(&self, table: &str, keys: Columns, columns: Columns) -> rusqlite::Result<()> {
        let all: Vec<_> = keys.iter().chain(columns).copied().collect();
        let marks = vec!["?"; all.len()].join(", ");
        let updates: Vec<_> = columns.iter().map(|(name, _)| format!("{name} = excluded.{name}")).collect();
        // Not OR REPLACE: that would remove whatever else has a value that must be unique.
        let sql = format!(
            "INSERT INTO {table} ({}) VALUES ({marks}) ON CONFLICT ({}) DO UPDATE SET {}",
            names(&all),
            names(keys),
            updates.join(", ")
        );
        self.db.prepare_cached(&sql)?.execute(&*values(&all))?;
        Ok(())
    }

    fn remove(&self, table: &str, keys: Columns) -> rusqlite::Result<()> {
        let sql = format!("DELETE FROM {table} WHERE {}", here(keys));
        self.db.prepare_cached(&sql)?.execute(&*values(keys))?;
        Ok(())
    }
}

fn names(columns: Columns) -> String {
    columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn here(keys: Columns) -> String {
    keys.iter().map(|(name, _)| format!("{name} = ?")).collect::<Vec<_>>().join(" AND ")
}

fn values(columns: Columns<'_>) -> Vec<&dyn ToSql> {
    columns.iter().map(|(_, value)| *value).collect()
}
