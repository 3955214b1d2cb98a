//! Reading what stands of the kinds of entry that have no table of their own.

use crate::domain::entry::{Entry, Keys};
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::record::{About, Failure};
use crate::store::row;
use rusqlite::{Connection, Row};

pub(super) fn standing(db: &Connection, kind: &str, about: About) -> Result<Vec<Entry>, Failure> {
    const FACT: &str = "SELECT person, grp, session, course, item, json FROM fact WHERE kind = ?1";
    let of = |sql: String, id: i64| -> Result<Vec<Entry>, Failure> {
        let mut statement = db.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params![kind, id])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(entry(kind, row)?);
        }
        Ok(found)
    };
    match about {
        About::Everything => of(format!("{FACT} AND ?2 = 0"), 0),
        // The other of a pair is named by the item.
        About::Person(id) if kind == "apart" => {
            of(format!("{FACT} AND (person = ?2 OR item = CAST(?2 AS TEXT))"), id.0)
        }
        // What is said twice is what the indexes are made for: they leave out the rows without the key.
        About::Person(id) => of(format!("{FACT} AND person = ?2 AND person <> 0"), id.0),
        About::Group(id) => of(format!("{FACT} AND grp = ?2 AND grp <> 0"), id.0),
    }
}

fn entry(kind: &str, row: &Row) -> Result<Entry, Failure> {
    let id = |at: usize| -> Result<Option<i64>, Failure> { Ok(Some(row.get(at)?).filter(|id| *id != 0)) };
    let keys = Keys {
        person: id(0)?.map(PersonId),
        group: id(1)?.map(GroupId),
        session: id(2)?.map(SessionId),
        course: id(3)?.map(CourseId),
        item: Some(row.get::<_, String>(4)?).filter(|item| !item.is_empty()),
    };
    let unknown = || Failure::Damaged(format!("a fact of kind `{kind}`"));
    Entry::from_parts(kind, keys, Some(row::text(row, 5)?))?.ok_or_else(unknown)
}
