//! The tables that screens read: each fact is put into its row, and what stood there before is handed back.

use crate::domain::attendance::{CaughtUp, Code, Mark};
use crate::domain::entry::Entry;
use crate::domain::group::{Enrolment, Group, LeavingReason, Place, Session, SessionState};
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::person::Person;
use crate::domain::programme::Course;
use crate::domain::record::Failure;
use crate::domain::text::fold;
use crate::store::alphabet::{ALPHABETS, Sorter, findable};
use crate::store::fault::is_taken;
use crate::store::watch;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};
use std::collections::BTreeSet;

/// Puts facts into tables inside one transaction.
pub(super) struct Facts<'a> {
    db: &'a Connection,
    sorter: &'a Sorter,
    /// Groups whose watch list may have changed.
    touched: BTreeSet<GroupId>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(db: &'a Connection, sorter: &'a Sorter) -> Self {
        Self { db, sorter, touched: BTreeSet::new() }
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
            Entry::Outcome { group, session, person, item, .. } => {
                let keys: [(_, &dyn ToSql); 4] =
                    [("grp", &group.0), ("session", &session.0), ("person", &person.0), ("item", item)];
                self.plain("outcome", &keys, json)
            }
            Entry::Delivery { group, session, item, .. } => {
                self.plain("delivery", &[("grp", &group.0), ("session", &session.0), ("item", item)], json)
            }
            Entry::SessionNote { group, session, .. } => {
                self.plain("session_note", &[("grp", &group.0), ("session", &session.0)], json)
            }
            Entry::PersonNote { group, session, person, .. } => {
                let keys: [(_, &dyn ToSql); 3] = [("grp", &group.0), ("session", &session.0), ("person", &person.0)];
                self.plain("person_note", &keys, json)
            }
            Entry::Rating { group, person, item, .. } => {
                self.plain("rating", &[("grp", &group.0), ("person", &person.0), ("item", item)], json)
            }
            Entry::Setting { item, .. } => self.plain("setting", &[("item", item)], json),
        }
    }

    /// Brings everything up to date that is drawn from several tables. To be called last.
    pub(super) fn finish(self) -> Result<(), Failure> {
        for group in self.touched {
            watch::renew(self.db, group)?;
        }
        Ok(())
    }

    /// A fact whose row is its keys and its value.
    fn plain(&self, table: &str, keys: &[(&str, &dyn ToSql)], json: Option<&str>) -> Result<Option<String>, Failure> {
        let names: Vec<_> = keys.iter().map(|(name, _)| *name).collect();
        let mut values: Vec<&dyn ToSql> = keys.iter().map(|(_, value)| *value).collect();
        let here = names.iter().map(|name| format!("{name} = ?")).collect::<Vec<_>>().join(" AND ");
        let select = format!("SELECT json FROM {table} WHERE {here}");
        let before = self.db.prepare_cached(&select)?.query_row(values.as_slice(), |row| row.get(0)).optional()?;
        if let Some(json) = &json {
            values.push(json);
            let insert = format!(
                "INSERT OR REPLACE INTO {table} ({}, json) VALUES ({}?)",
                names.join(", "),
                "?, ".repeat(names.len())
            );
            self.db.prepare_cached(&insert)?.execute(values.as_slice())?;
        } else {
            self.db.prepare_cached(&format!("DELETE FROM {table} WHERE {here}"))?.execute(values.as_slice())?;
        }
        Ok(before)
    }

    /// The JSON of a row of `table` by its identifier.
    fn standing(&self, table: &str, id: i64) -> Result<Option<String>, Failure> {
        let select = format!("SELECT json FROM {table} WHERE id = ?");
        Ok(self.db.prepare_cached(&select)?.query_row([id], |row| row.get(0)).optional()?)
    }

    fn person(&mut self, id: PersonId, to: Option<&Person>, json: Option<&str>) -> Result<Option<String>, Failure> {
        let before = self.standing("person_facts", id.0)?;
        if let Some(before) = &before {
            self.forget_in_find(id, &serde_json::from_str(before)?)?;
        }
        let mut groups = self.db.prepare_cached("SELECT grp FROM enrolment WHERE person = ? AND state = 'enrolled'")?;
        for group in groups.query_map([id.0], |row| row.get(0).map(GroupId))? {
            self.touched.insert(group?);
        }
        let (Some(person), Some(json)) = (to, json) else {
            self.db.prepare_cached("DELETE FROM person WHERE id = ?")?.execute([id.0])?;
            self.db.prepare_cached("DELETE FROM person_facts WHERE id = ?")?.execute([id.0])?;
            return Ok(before);
        };
        let upsert = "INSERT INTO person (id, reference, given, family, release) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (id) DO UPDATE SET reference = ?2, given = ?3, family = ?4, release = ?5";
        let release = person.release.map(|day| day.to_string());
        self.db
            .prepare_cached(upsert)?
            .execute(params![id.0, person.reference, person.given, person.family, release])
            .map_err(|e| if is_taken(&e) { Failure::Taken(person.reference.clone()) } else { e.into() })?;
        self.db
            .prepare_cached("INSERT OR REPLACE INTO person_facts (id, json) VALUES (?, ?)")?
            .execute(params![id.0, json])?;
        put_in_find(self.db, self.sorter, id, person)?;
        Ok(before)
    }

    fn forget_in_find(&self, id: PersonId, person: &Person) -> Result<(), Failure> {
        let name = person.list_name();
        let mut statement = self.db.prepare_cached("DELETE FROM find WHERE alphabet = ? AND key = ? AND person = ?")?;
        for alphabet in ALPHABETS {
            statement.execute(params![alphabet, self.sorter.key(alphabet, &name), id.0])?;
        }
        Ok(())
    }

    fn course(&self, id: CourseId, to: Option<&Course>, json: Option<&str>) -> Result<Option<String>, Failure> {
        let before = self.standing("course", id.0)?;
        self.db.prepare_cached("DELETE FROM course WHERE id = ?")?.execute([id.0])?;
        self.db.prepare_cached("DELETE FROM course_plan WHERE course = ?")?.execute([id.0])?;
        let (Some(course), Some(json)) = (to, json) else { return Ok(before) };
        self.db
            .prepare_cached(
                "INSERT INTO course (id, programme, version, title, version_title, sessions, json)
                 VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                id.0,
                course.programme,
                course.version,
                serde_json::to_string(&course.title)?,
                serde_json::to_string(&course.version_title)?,
                i64::try_from(course.sessions.len()).unwrap_or(i64::MAX),
                json
            ])?;
        let mut plans =
            self.db.prepare_cached("INSERT INTO course_plan (course, plan, title, essential) VALUES (?, ?, ?, ?)")?;
        for (plan, session) in (0_i64..).zip(&course.sessions) {
            plans.execute(params![id.0, plan, serde_json::to_string(&session.title)?, session.essential])?;
        }
        Ok(before)
    }

    fn group(&mut self, id: GroupId, to: Option<&Group>, json: Option<&str>) -> Result<Option<String>, Failure> {
        let before = self.standing("grp", id.0)?;
        self.touched.insert(id);
        let (Some(group), Some(json)) = (to, json) else {
            self.db.prepare_cached("DELETE FROM grp WHERE id = ?")?.execute([id.0])?;
            return Ok(before);
        };
        let upsert =
            "INSERT INTO grp (id, code, course, start, finished, text, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (id) DO UPDATE SET code = ?2, course = ?3, start = ?4, finished = ?5, text = ?6, json = ?7";
        let text = fold(&format!("{} {} {}", group.code, group.room, group.facilitators.join(" ")));
        let (start, finished) = (group.start.to_string(), group.finished.map(|day| day.to_string()));
        self.db
            .prepare_cached(upsert)?
            .execute(params![id.0, group.code, group.course.0, start, finished, text, json])
            .map_err(|e| if is_taken(&e) { Failure::Taken(group.code.clone()) } else { e.into() })?;
        Ok(before)
    }

    fn session(
        &mut self,
        group: GroupId,
        id: SessionId,
        to: Option<&Session>,
        json: Option<&str>,
    ) -> Result<Option<String>, Failure> {
        let before = self.standing("session", id.0)?;
        self.touched.insert(group);
        let (Some(session), Some(json)) = (to, json) else {
            self.db.prepare_cached("DELETE FROM session WHERE id = ?")?.execute([id.0])?;
            return Ok(before);
        };
        let upsert = "INSERT INTO session (id, grp, plan, date, time, state, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (id) DO UPDATE SET grp = ?2, plan = ?3, date = ?4, time = ?5, state = ?6, json = ?7";
        let (date, time) = (session.date.to_string(), session.time.to_string());
        self.db.prepare_cached(upsert)?.execute(params![
            id.0,
            group.0,
            session.plan,
            date,
            time,
            state_name(&session.state),
            json
        ])?;
        Ok(before)
    }

    fn enrolment(
        &mut self,
        group: GroupId,
        person: PersonId,
        to: Option<&Enrolment>,
        json: Option<&str>,
    ) -> Result<Option<String>, Failure> {
        let before = self
            .db
            .prepare_cached("SELECT json FROM enrolment WHERE grp = ? AND person = ?")?
            .query_row([group.0, person.0], |row| row.get(0))
            .optional()?;
        self.touched.insert(group);
        let (Some(enrolment), Some(json)) = (to, json) else {
            self.db
                .prepare_cached("DELETE FROM enrolment WHERE grp = ? AND person = ?")?
                .execute([group.0, person.0])?;
            return Ok(before);
        };
        let (first, last) = span(enrolment);
        self.db
            .prepare_cached(
                "INSERT OR REPLACE INTO enrolment (grp, person, state, first, last, json) VALUES (?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![group.0, person.0, place_name(&enrolment.state), first, last, json])?;
        Ok(before)
    }

    fn mark(&self, session: SessionId, person: PersonId, to: Option<&Mark>) -> Result<Option<String>, Failure> {
        let before = self
            .db
            .prepare_cached(
                "SELECT code, minutes, note, caught_up_on, caught_up_minutes FROM mark WHERE session = ? AND person = ?",
            )?
            .query_row([session.0, person.0], |row| Ok(read_mark(row, 0)))
            .optional()?
            .transpose()?;
        let before = before.map(|mark| serde_json::to_string(&mark)).transpose()?;
        let Some(mark) = to else {
            self.db
                .prepare_cached("DELETE FROM mark WHERE session = ? AND person = ?")?
                .execute([session.0, person.0])?;
            return Ok(before);
        };
        let caught_up = mark.caught_up.as_ref();
        self.db
            .prepare_cached(
                "INSERT OR REPLACE INTO mark (session, person, code, minutes, note, caught_up_on, caught_up_minutes)
                 VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                session.0,
                person.0,
                mark.code.row().id,
                mark.minutes,
                (!mark.note.is_empty()).then_some(&mark.note),
                caught_up.map(|c| c.on.to_string()),
                caught_up.map(|c| c.minutes),
            ])?;
        Ok(before)
    }
}

/// Puts a person into every alphabet.
pub(super) fn put_in_find(db: &Connection, sorter: &Sorter, id: PersonId, person: &Person) -> Result<(), Failure> {
    let (name, text) = (person.list_name(), findable(person));
    let mut statement = db.prepare_cached("INSERT INTO find (alphabet, key, person, text) VALUES (?, ?, ?, ?)")?;
    for alphabet in ALPHABETS {
        statement.execute(params![alphabet, sorter.key(alphabet, &name), id.0, text])?;
    }
    Ok(())
}

/// The mark whose columns begin at `at`: code, minutes, note, and the two of catching up.
pub(super) fn read_mark(row: &Row, at: usize) -> Result<Mark, Failure> {
    let code: String = row.get(at)?;
    let code = Code::from_id(&code).ok_or_else(|| Failure::Damaged(format!("attendance `{code}`")))?;
    let note: Option<String> = row.get(at + 2)?;
    let on: Option<String> = row.get(at + 3)?;
    let caught_up = match on {
        Some(on) => Some(CaughtUp { on: day(&on)?, minutes: row.get(at + 4)? }),
        None => None,
    };
    Ok(Mark { code, minutes: row.get(at + 1)?, note: note.unwrap_or_default(), caught_up })
}

/// A day as the tables write it.
pub(super) fn day(text: &str) -> Result<chrono::NaiveDate, Failure> {
    text.parse().map_err(|_| Failure::Damaged(format!("date `{text}`")))
}

/// The first and the last day that count, as [`Enrolment::covers`] has it.
fn span(enrolment: &Enrolment) -> (Option<String>, Option<String>) {
    let first = Some(enrolment.from.to_string());
    match &enrolment.state {
        Place::Waiting | Place::Left { reason: LeavingReason::Mistake, .. } => (None, None),
        Place::Enrolled | Place::Completed { .. } => (first, None),
        Place::Left { on, .. } => (first, Some(on.to_string())),
    }
}

fn place_name(place: &Place) -> &'static str {
    match place {
        Place::Waiting => "waiting",
        Place::Enrolled => "enrolled",
        Place::Left { .. } => "left",
        Place::Completed { .. } => "completed",
    }
}

fn state_name(state: &SessionState) -> &'static str {
    match state {
        SessionState::Planned => "planned",
        SessionState::Running { .. } => "running",
        SessionState::Held { .. } => "held",
        SessionState::Cancelled { .. } => "cancelled",
    }
}
