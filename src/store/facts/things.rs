//! The rows of people, courses, groups, sessions, enrolments and marks, with the columns drawn from each.

use super::Facts;
use crate::domain::attendance::{CaughtUp, Mark};
use crate::domain::group::{Enrolment, Group, Place, Session, SessionState};
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::person::Person;
use crate::domain::programme::{Course, RatingTime};
use crate::domain::record::Failure;
use crate::domain::text::fold;
use crate::store::alphabet::{ALPHABETS, Sorter, findable};
use crate::store::fault::is_taken;
use crate::store::row;
use crate::store::{applicants, duties};
use rusqlite::{Connection, OptionalExtension, params};

/// What stood there before, as JSON.
type Before = Result<Option<String>, Failure>;

impl Facts<'_> {
    pub(super) fn person(&mut self, id: PersonId, to: Option<&Person>, json: Option<&str>) -> Before {
        let mut groups = self.db.prepare_cached("SELECT grp FROM enrolment WHERE person = ? AND state = 'enrolled'")?;
        for group in groups.query_map([id.0], |row| row.get(0).map(GroupId))? {
            self.touched.insert(group?);
        }
        let before = self.plain("person_facts", &[("id", &id.0)], json)?;
        if before.is_some() && duties::is_followed(self.db, id)? {
            self.owing.insert(id);
        }
        if let Some(before) = &before {
            let before = serde_json::from_str(before)?;
            self.forget_in_find(id, &before)?;
            applicants::forget(self.db, id, &before)?;
        }
        let Some(person) = to else {
            self.remove("person", &[("id", &id.0)])?;
            return Ok(before);
        };
        let columns: super::Columns = &[
            ("reference", &person.reference),
            ("given", &person.given),
            ("family", &person.family),
            ("release", &person.release.map(|day| day.to_string())),
        ];
        self.set("person", &[("id", &id.0)], columns).map_err(|e| taken(e, &person.reference))?;
        put_in_find(self.db, self.sorter, id, person)?;
        applicants::put(self.db, id, person)?;
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

    pub(super) fn course(&self, id: CourseId, to: Option<&Course>, json: Option<&str>) -> Before {
        let before = self.standing("course", &[("id", &id.0)])?;
        self.remove("course_plan", &[("course", &id.0)])?;
        let Some(course) = to else {
            self.remove("course", &[("id", &id.0)])?;
            return Ok(before);
        };
        let columns: super::Columns = &[
            ("programme", &course.programme),
            ("version", &course.version),
            ("title", &serde_json::to_string(&course.title)?),
            ("version_title", &serde_json::to_string(&course.version_title)?),
            ("sessions", &u32::try_from(course.sessions.len()).unwrap_or(u32::MAX)),
            ("least", &course.group_size.min),
            ("most", &course.group_size.max),
            ("rated", &u32::try_from(course.ratings.items.len()).unwrap_or(u32::MAX)),
            ("rules", &serde_json::to_string(&course.eligibility)?),
            ("json", &json),
        ];
        self.set("course", &[("id", &id.0)], columns)?;
        for (plan, session) in (0_u32..).zip(&course.sessions) {
            let title = serde_json::to_string(&session.title)?;
            let objectives: Vec<_> = session.objectives.iter().map(|objective| &objective.id).collect();
            let columns: super::Columns = &[
                ("title", &title),
                ("essential", &session.essential),
                ("objectives", &serde_json::to_string(&objectives)?),
                ("rates", &session.rating.map(RatingTime::name)),
            ];
            self.set("course_plan", &[("course", &id.0), ("plan", &plan)], columns)?;
        }
        Ok(before)
    }

    pub(super) fn group(&mut self, id: GroupId, to: Option<&Group>, json: Option<&str>) -> Before {
        self.touched.insert(id);
        let before = self.standing("grp", &[("id", &id.0)])?;
        let Some(group) = to else {
            self.remove("grp", &[("id", &id.0)])?;
            return Ok(before);
        };
        let columns: super::Columns = &[
            ("code", &group.code),
            ("course", &group.course.0),
            ("start", &group.start.to_string()),
            ("finished", &group.finished.map(|day| day.to_string())),
            ("text", &fold(&text_of(group))),
            ("json", &json),
        ];
        self.set("grp", &[("id", &id.0)], columns).map_err(|e| taken(e, &group.code))?;
        Ok(before)
    }

    pub(super) fn session(
        &mut self,
        group: GroupId,
        id: SessionId,
        to: Option<&Session>,
        json: Option<&str>,
    ) -> Before {
        self.touched.insert(group);
        let before = self.standing("session", &[("id", &id.0)])?;
        let Some(session) = to else {
            self.remove("session", &[("id", &id.0)])?;
            return Ok(before);
        };
        let columns: super::Columns = &[
            ("grp", &group.0),
            ("plan", &session.plan),
            ("date", &session.date.to_string()),
            ("time", &session.time.to_string()),
            ("state", &state_name(&session.state)),
            ("label", &(!session.carries.is_whole()).then(|| session.label())),
            ("extra", &session.is_extra()),
            ("json", &json),
        ];
        self.set("session", &[("id", &id.0)], columns)?;
        Ok(before)
    }

    pub(super) fn enrolment(
        &mut self,
        group: GroupId,
        person: PersonId,
        to: Option<&Enrolment>,
        json: Option<&str>,
    ) -> Before {
        self.touched.insert(group);
        let keys: super::Columns = &[("grp", &group.0), ("person", &person.0)];
        let before = self.standing("enrolment", keys)?;
        self.remove("spell", keys)?;
        let Some(enrolment) = to else {
            self.remove("enrolment", keys)?;
            return Ok(before);
        };
        self.set("enrolment", keys, &[("state", &place_name(&enrolment.state)), ("json", &json)])?;
        for (first, last) in enrolment.spells() {
            let (first, last) = (first.to_string(), last.map(|day| day.to_string()));
            let keys: super::Columns = &[("grp", &group.0), ("person", &person.0), ("first", &first)];
            self.set("spell", keys, &[("last", &last)])?;
        }
        Ok(before)
    }

    pub(super) fn mark(&self, session: SessionId, person: PersonId, to: Option<&Mark>) -> Before {
        let keys: super::Columns = &[("session", &session.0), ("person", &person.0)];
        let sql = "SELECT code, minutes, note, caught_up_on, caught_up_minutes, more
             FROM mark WHERE session = ? AND person = ?";
        let before = self
            .db
            .prepare_cached(sql)?
            .query_row([session.0, person.0], |columns| Ok(row::mark(columns, 0)))
            .optional()?
            .transpose()?
            .map(|mark| serde_json::to_string(&mark))
            .transpose()?;
        let Some(mark) = to else {
            self.remove("mark", keys)?;
            return Ok(before);
        };
        // The columns are what lists and exports need of it; few marks say more than they do.
        let caught_up = mark.caught_up.as_ref().map(|made_good| CaughtUp { how: None, ..made_good.clone() });
        let said = Mark { late: None, left: None, back: None, minutes: mark.missed(), caught_up, ..mark.clone() };
        let more = Some(mark).filter(|mark| **mark != said);
        let columns: super::Columns = &[
            ("code", &mark.code.row().id),
            ("minutes", &mark.missed()),
            ("note", &(!mark.note.is_empty()).then_some(&mark.note)),
            ("caught_up_on", &mark.caught_up.as_ref().map(|made_good| made_good.on.to_string())),
            ("caught_up_minutes", &mark.caught_up.as_ref().map(|made_good| made_good.minutes)),
            ("more", &more.map(serde_json::to_string).transpose()?),
        ];
        self.set("mark", keys, columns)?;
        Ok(before)
    }
}

fn taken(error: rusqlite::Error, name: &str) -> Failure {
    if is_taken(&error) { Failure::Taken(name.to_owned()) } else { error.into() }
}

/// Puts a person into every alphabet.
pub(in crate::store) fn put_in_find(
    db: &Connection,
    sorter: &Sorter,
    id: PersonId,
    person: &Person,
) -> Result<(), Failure> {
    // Whoever was erased stands in registers alone.
    if person.erased {
        return Ok(());
    }
    let (name, text) = (person.list_name(), findable(person));
    let mut statement = db.prepare_cached("INSERT INTO find (alphabet, key, person, text) VALUES (?, ?, ?, ?)")?;
    for alphabet in ALPHABETS {
        statement.execute(params![alphabet, sorter.key(alphabet, &name), id.0, text])?;
    }
    Ok(())
}

/// What a group is found by: code, room, and everybody who runs it or ran it.
fn text_of(group: &Group) -> String {
    let people = group.in_turn().into_iter().flat_map(|(_, names)| names).map(String::as_str);
    [group.code.as_str(), group.room.as_str()].into_iter().chain(people).collect::<Vec<_>>().join(" ")
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
