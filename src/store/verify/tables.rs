//! Two stores compared, table by table and row by row, in the order of their keys.

use super::{Halt, damage};
use crate::domain::audit::Wrong;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row};
use std::cmp::Ordering;

/// Not made from the journal: the journal itself, what nobody has said yet, and how the store was made.
const OF_THEMSELVES: [&str; 4] = ["journal", "step", "draft", "made"];

/// A table as its own definition describes it.
struct Table {
    name: String,
    columns: Vec<String>,
    /// Indexes of the columns that name a row, in their order.
    keys: Vec<usize>,
}

/// The first row of `db` that is not as in `made`.
pub(super) fn compare(
    db: &Connection,
    made: &Connection,
    count: &mut dyn FnMut() -> Result<(), Halt>,
) -> Result<(), Halt> {
    for name in names(made)? {
        if !OF_THEMSELVES.contains(&name.as_str()) {
            compare_table(&describe(made, name)?, db, made, count)?;
        }
    }
    Ok(())
}

fn names(db: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rootpage";
    db.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}

fn describe(db: &Connection, name: String) -> rusqlite::Result<Table> {
    let mut statement = db.prepare("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid")?;
    let columns: Vec<(String, i64)> =
        statement.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut keys: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].1 > 0).collect();
    keys.sort_by_key(|at| columns[*at].1);
    Ok(Table { name, columns: columns.into_iter().map(|(column, _)| column).collect(), keys })
}

fn compare_table(
    table: &Table,
    db: &Connection,
    made: &Connection,
    count: &mut dyn FnMut() -> Result<(), Halt>,
) -> Result<(), Halt> {
    let quoted = |name: &String| format!("\"{name}\"");
    let columns: Vec<_> = table.columns.iter().map(quoted).collect();
    let keys: Vec<_> = table.keys.iter().map(|at| columns[*at].clone()).collect();
    let sql = format!("SELECT {} FROM {} ORDER BY {}", columns.join(", "), quoted(&table.name), keys.join(", "));
    let (mut stands, mut should) = (db.prepare(&sql)?, made.prepare(&sql)?);
    let (mut stands, mut should) = (stands.query([])?, should.query([])?);
    let (mut one, mut other) = (stands.next()?, should.next()?);
    loop {
        let order = match (one, other) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => by_keys(table, one, other)?,
        };
        let found =
            |row: &Row, what| -> Result<Halt, Halt> { Ok(Halt::Found(damage(&table.name, named(table, row)?, what))) };
        match (order, one, other) {
            (Ordering::Less, Some(extra), _) => return Err(found(extra, Wrong::Extra)?),
            (Ordering::Greater, _, Some(missing)) => return Err(found(missing, Wrong::Missing)?),
            (_, Some(one), Some(other)) => {
                for (at, column) in table.columns.iter().enumerate() {
                    if !says_the_same(one.get_ref(at)?, other.get_ref(at)?) {
                        return Err(found(other, Wrong::Column(column.clone()))?);
                    }
                }
            }
            _ => return Ok(()),
        }
        count()?;
        (one, other) = (stands.next()?, should.next()?);
    }
}

/// Equal, or JSON that says the same: what an older change of the store drew with SQL need not be the same letters.
fn says_the_same(one: ValueRef, other: ValueRef) -> bool {
    if one == other {
        return true;
    }
    let value = |cell: ValueRef| serde_json::from_str::<serde_json::Value>(cell.as_str().ok()?).ok();
    value(one).filter(|value| value.is_array() || value.is_object()).is_some_and(|one| value(other) == Some(one))
}

/// Which of two rows comes first.
fn by_keys(table: &Table, one: &Row, other: &Row) -> rusqlite::Result<Ordering> {
    for at in &table.keys {
        let order = match (one.get_ref(*at)?, other.get_ref(*at)?) {
            (ValueRef::Integer(one), ValueRef::Integer(other)) => one.cmp(&other),
            (ValueRef::Text(one), ValueRef::Text(other)) | (ValueRef::Blob(one), ValueRef::Blob(other)) => {
                one.cmp(other)
            }
            // No key of ours is anything else: then the row is not what it should be, wherever it stands.
            _ => Ordering::Less,
        };
        if order != Ordering::Equal {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}

/// The keys of a row, without those that are drawn from a name.
fn named(table: &Table, row: &Row) -> rusqlite::Result<String> {
    let mut parts = Vec::new();
    for at in &table.keys {
        match row.get::<_, Value>(*at)? {
            Value::Integer(id) => parts.push(format!("{} {id}", table.columns[*at])),
            Value::Text(text) => parts.push(format!("{} {text}", table.columns[*at])),
            _ => {}
        }
    }
    Ok(parts.join(", "))
}
