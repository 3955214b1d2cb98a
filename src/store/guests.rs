//! Reading guests: who comes to a session of a group without a place in it.

use crate::domain::entry::Entry;
use crate::domain::group::{Enrolment, Place};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::record::{About, Failure, GroupRecord, Member};
use crate::store::alphabet::{self, Sorter};
use crate::store::row::json;
use crate::store::standing::standing;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};

/// Adds the guests to `record`, and who they are where they have no place here.
pub(super) fn add(db: &Connection, sorter: &Sorter, record: &mut GroupRecord, order: &str) -> Result<(), Failure> {
    let found = standing(db, "guest", About::Group(record.id))?;
    let guests: BTreeMap<(SessionId, PersonId), _> = found
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Guest { session, person, to: Some(to), .. } => Some(((session, person), *to)),
            _ => None,
        })
        .collect();
    let strangers: BTreeSet<PersonId> = guests.keys().map(|(_, person)| *person).collect();
    for id in strangers {
        if record.member(id).is_none() {
            let visitor = visitor(db, id, record)?;
            record.visitors.extend(visitor);
        }
    }
    let alphabet = alphabet::of(order);
    record.visitors.sort_by_cached_key(|visitor| (sorter.key(alphabet, &visitor.person.list_name()), visitor.id));
    record.guests = guests;
    Ok(())
}

/// Somebody without a place, seen as one who never got one.
fn visitor(db: &Connection, id: PersonId, record: &GroupRecord) -> Result<Option<Member>, Failure> {
    let mut statement = db.prepare_cached("SELECT json FROM person_facts WHERE id = ?")?;
    let person = statement.query_row([id.0], |row| Ok(json(row, 0))).optional()?.transpose()?;
    let enrolment = Enrolment { state: Place::Waiting, from: record.group.start, earlier: Vec::new() };
    Ok(person.map(|person| Member { id, person, enrolment, exception: None }))
}
