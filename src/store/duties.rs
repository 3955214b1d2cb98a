//! What is due of the pathways that run: drawn from the facts as they change, read on every start.

use crate::domain::entry::Entry;
use crate::domain::following::{Facts, Following};
use crate::domain::id::PersonId;
use crate::domain::pathway::Pathway;
use crate::domain::person::Person;
use crate::domain::record::{About, DutyRow, Failure};
use crate::domain::run::run_of;
use crate::store::standing::standing;
use crate::store::{applicants, people, row};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Whether a pathway was ever started for somebody.
pub(super) fn is_followed(db: &Connection, person: PersonId) -> Result<bool, Failure> {
    let sql = "SELECT EXISTS (SELECT 1 FROM fact WHERE kind = 'run' AND person = ?)";
    Ok(db.prepare_cached(sql)?.query_row([person.0], |row| row.get(0))?)
}

/// What lists need of a pathway that is pinned, or no longer.
pub(super) fn lay_out(db: &Connection, pin: &str, to: Option<&Pathway>) -> Result<(), Failure> {
    db.prepare_cached("DELETE FROM pathway_step WHERE pathway = ?")?.execute([pin])?;
    let Some(pathway) = to else { return Ok(()) };
    let of = serde_json::to_string(&pathway.title)?;
    let mut statement = db.prepare_cached("INSERT INTO pathway_step (pathway, step, of, title) VALUES (?, ?, ?, ?)")?;
    for (at, step) in (0_i64..).zip(&pathway.steps) {
        statement.execute(params![pin, at, of, serde_json::to_string(&step.title)?])?;
    }
    Ok(())
}

/// Draws what is due of somebody's pathways anew.
pub(super) fn renew(db: &Connection, person: PersonId) -> Result<(), Failure> {
    db.prepare_cached("DELETE FROM duty WHERE person = ?")?.execute([person.0])?;
    let mut statement =
        db.prepare_cached("INSERT INTO duty (due, person, run, pathway, step) VALUES (?, ?, ?, ?, ?)")?;
    for following in followings(db, person)? {
        let (Some(day), Some(at)) = (following.reminded(), following.at_index()) else { continue };
        let (day, at) = (day.num_days_from_ce(), i64::try_from(at).unwrap_or(i64::MAX));
        statement.execute(params![day, person.0, following.id, following.run.pathway, at])?;
    }
    Ok(())
}

pub(super) const SELECT: &str = "SELECT d.due, d.person, d.run, p.reference, p.given, p.family, s.of, s.title
    FROM duty d CROSS JOIN person p ON p.id = d.person
      CROSS JOIN pathway_step s ON s.pathway = d.pathway AND s.step = d.step
    WHERE d.due BETWEEN ? AND ? ORDER BY d.due, d.person, d.run";

/// Visits what is due from one day to another, the soonest first.
pub(super) fn each_due(
    db: &Connection,
    (from, until): (NaiveDate, NaiveDate),
    visit: &mut dyn FnMut(DutyRow) -> ControlFlow<()>,
) -> Result<(), Failure> {
    let mut statement = db.prepare_cached(SELECT)?;
    let mut rows = statement.query([from, until].map(|day| day.num_days_from_ce()))?;
    while let Some(row) = rows.next()? {
        if visit(due(row)?).is_break() {
            break;
        }
    }
    Ok(())
}

fn due(row: &rusqlite::Row<'_>) -> Result<DutyRow, Failure> {
    let person = Person { given: row.get(4)?, family: row.get(5)?, ..Person::default() };
    Ok(DutyRow {
        due: applicants::day(row.get(0)?)?,
        person: PersonId(row.get(1)?),
        run: row.get(2)?,
        reference: row.get(3)?,
        name: person.name(),
        list_name: person.list_name(),
        short_name: person.short_name(),
        pathway: row::json(row, 6)?,
        step: row::json(row, 7)?,
    })
}

/// Whether a pathway is pinned by this.
pub(super) fn is_pinned(db: &Connection, pin: &str) -> Result<bool, Failure> {
    Ok(pinned_json(db, pin)?.is_some())
}

fn pinned_json(db: &Connection, pin: &str) -> Result<Option<String>, Failure> {
    let sql = "SELECT json FROM fact WHERE kind = 'pathway' AND person = 0 AND grp = 0 AND session = 0 AND course = 0
           AND item = ?";
    Ok(db.prepare_cached(sql)?.query_row([pin], |row| row.get(0)).optional()?)
}

/// Pathways that were read already, by what they are pinned by.
type Pinned = BTreeMap<String, Arc<Pathway>>;

fn pinned(db: &Connection, pin: &str, known: &mut Pinned) -> Result<Arc<Pathway>, Failure> {
    if let Some(pathway) = known.get(pin) {
        return Ok(pathway.clone());
    }
    let missing = || Failure::Damaged(format!("the pathway `{pin}`"));
    let pathway: Arc<Pathway> = Arc::new(serde_json::from_str(&pinned_json(db, pin)?.ok_or_else(missing)?)?);
    known.insert(pin.to_owned(), pathway.clone());
    Ok(pathway)
}

/// Everything that was started for somebody, in the order in which it was.
pub(super) fn followings(db: &Connection, person: PersonId) -> Result<Vec<Following>, Failure> {
    followings_of(db, person, &people::person(db, person)?.unwrap_or_default(), &mut Pinned::new())
}

/// The same of everybody, person by person.
pub(super) fn each(db: &Connection, visit: &mut dyn FnMut(PersonId, &Person, &Following)) -> Result<(), Failure> {
    let mut known = Pinned::new();
    let mut statement = db.prepare_cached("SELECT DISTINCT person FROM fact WHERE kind = 'run'")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = PersonId(row.get(0)?);
        let person = people::person(db, id)?.unwrap_or_default();
        for following in followings_of(db, id, &person, &mut known)? {
            visit(id, &person, &following);
        }
    }
    Ok(())
}

fn followings_of(
    db: &Connection,
    person: PersonId,
    of: &Person,
    known: &mut Pinned,
) -> Result<Vec<Following>, Failure> {
    let about = About::Person(person);
    let runs = standing(db, "run", about)?;
    if runs.is_empty() {
        return Ok(Vec::new());
    }
    let facts = Facts::of(of, detained(db, about)?);
    let mut found = Vec::new();
    for entry in runs {
        let Entry::Run { item, to: Some(run), .. } = entry else { continue };
        let pathway = pinned(db, &run.pathway, known)?;
        let (taken, consents) = (Vec::new(), Vec::new());
        found.push(Following { id: item, run: *run, pathway, taken, consents, snooze: None, facts });
    }
    found.sort_by(|one, other| (one.run.started, &one.id).cmp(&(other.run.started, &other.id)));
    for kind in ["step", "consent", "snooze"] {
        for entry in standing(db, kind, about)? {
            let of = entry.keys().item.unwrap_or_default();
            let run = found.iter_mut().find(|following| following.id == run_of(&of));
            if let Some(run) = run {
                add(run, entry);
            }
        }
    }
    Ok(found)
}

/// The facts stand in the order of their items, which is that in which they were recorded.
fn add(following: &mut Following, entry: Entry) {
    match entry {
        Entry::Step { to: Some(taken), .. } => following.taken.push(*taken),
        Entry::Consent { item, to: Some(consent), .. } => following.consents.push((item, *consent)),
        Entry::Snooze { to, .. } => following.snooze = to.map(|snooze| *snooze),
        _ => {}
    }
}

fn detained(db: &Connection, about: About) -> Result<Option<NaiveDate>, Failure> {
    let began = |entry| if let Entry::Detention { to: Some(day), .. } = entry { Some(*day) } else { None };
    Ok(standing(db, "detention", about)?.into_iter().find_map(began))
}
