//! Everybody as rules see them: a narrow table that is read in the order of releases.

use crate::domain::codes::{Cefr, Language};
use crate::domain::id::PersonId;
use crate::domain::person::{LegalStatus, Occupation, Person, Spoken};
use crate::domain::record::{Applicant, Failure};
use crate::store::row;
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, Row, params};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Stands for a release that is not recorded: the last of December 9999, after every other.
const UNKNOWN: i32 = 3_652_059;

fn key(release: Option<NaiveDate>) -> i32 {
    release.map_or(UNKNOWN, |day| day.num_days_from_ce())
}

/// Takes out what stood there for somebody with these facts.
pub(super) fn forget(db: &Connection, id: PersonId, person: &Person) -> Result<(), Failure> {
    let mut statement = db.prepare_cached("DELETE FROM applicant WHERE release = ? AND person = ?")?;
    statement.execute(params![key(person.release), id.0])?;
    Ok(())
}

/// Puts somebody in, waiting since then or since the day of the first entry about them, which may be the
/// one that is being recorded.
pub(super) fn put(db: &Connection, id: PersonId, person: &Person) -> Result<(), Failure> {
    // Nobody asks after whoever was erased.
    if person.erased {
        return Ok(());
    }
    let mut statement = db.prepare_cached(
        "INSERT INTO applicant (release, person, since, born, occupation, legal_status, consent, languages, answers)
         VALUES (?1, ?2, coalesce(?3, CAST(julianday(coalesce(
           (SELECT substr(s.at, 1, 10) FROM journal j CROSS JOIN step s ON s.id = j.step
            WHERE j.person = ?2 ORDER BY j.seq LIMIT 1),
           (SELECT substr(at, 1, 10) FROM step ORDER BY id DESC LIMIT 1))) - 1721424.5 AS INTEGER)),
           ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    let answers = (!person.answers.is_empty()).then(|| serde_json::to_string(&person.answers)).transpose()?;
    statement.execute(params![
        key(person.release),
        id.0,
        person.waiting_since.map(|day| day.num_days_from_ce()),
        person.born.map(|day| day.num_days_from_ce()),
        person.occupation.as_ref().and_then(|occupation| place(&Occupation::ALL, occupation)),
        person.legal_status.as_ref().and_then(|status| place(&LegalStatus::ALL, status)),
        person.consent,
        written(&person.languages),
        answers,
    ])?;
    Ok(())
}

/// The place of a value in the list of all.
fn place<T: PartialEq>(all: &[T], value: &T) -> Option<u8> {
    all.iter().position(|other| other == value).and_then(|at| u8::try_from(at).ok())
}

/// `lt B1,en`: languages with their levels.
fn written(languages: &[Spoken]) -> String {
    let one = |spoken: &Spoken| match spoken.level {
        Some(level) => format!("{} {}", spoken.language.code(), level.code()),
        None => spoken.language.code().to_owned(),
    };
    languages.iter().map(one).collect::<Vec<_>>().join(",")
}

/// Everybody who is released after `day`, the soonest first, then those of whom that is not recorded.
pub(super) fn each(db: &Connection, day: NaiveDate, visit: &mut dyn FnMut(Applicant)) -> Result<(), Failure> {
    first(db, day, &mut |applicant| {
        visit(applicant);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(())
}

/// Visits everybody who is released after `day`, the soonest first, until `visit` has seen enough; whether
/// there were more.
pub(super) fn first(
    db: &Connection,
    day: NaiveDate,
    visit: &mut dyn FnMut(Applicant) -> Result<ControlFlow<()>, Failure>,
) -> Result<bool, Failure> {
    let mut statement = db.prepare_cached(&select_released_after())?;
    let mut rows = statement.query([day.num_days_from_ce()])?;
    let mut reader = Reader::default();
    while let Some(row) = rows.next()? {
        if visit(reader.applicant(row)?)?.is_break() {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) fn select_released_after() -> String {
    format!("SELECT {FACTS} FROM applicant a WHERE a.release > ? ORDER BY a.release, a.person")
}

/// Whether somebody has a place in an unfinished group, or has completed `programme`.
pub(super) fn has_place(db: &Connection, person: PersonId, programme: &str) -> Result<bool, Failure> {
    Ok(db.prepare_cached(HAS_PLACE)?.query_row(params![person.0, programme], |row| row.get(0))?)
}

pub(super) const HAS_PLACE: &str = "SELECT EXISTS (SELECT 1 FROM enrolment e CROSS JOIN grp g ON g.id = e.grp
      CROSS JOIN course c ON c.id = g.course
    WHERE e.person = ?1 AND (e.state IN ('waiting', 'enrolled') AND g.finished IS NULL
      OR e.state = 'completed' AND c.programme = ?2))";

pub(super) fn one(db: &Connection, id: PersonId) -> Result<Option<Applicant>, Failure> {
    let mut statement = db.prepare_cached("SELECT release FROM person WHERE id = ?")?;
    let mut rows = statement.query([id.0])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let release = row::text_or_none(row, 0)?.map(row::day).transpose()?;
    let sql = format!("SELECT {FACTS} FROM applicant a WHERE a.release = ? AND a.person = ?");
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(params![key(release), id.0])?;
    rows.next()?.map(|row| Reader::default().applicant(row)).transpose()
}

pub(super) fn released_by(db: &Connection, day: NaiveDate) -> Result<usize, Failure> {
    let mut statement = db.prepare_cached("SELECT count(*) FROM applicant WHERE release <= ?")?;
    let count: i64 = statement.query_row([day.num_days_from_ce()], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// What [`Reader`] reads.
const FACTS: &str =
    "a.person, a.release, a.since, a.born, a.occupation, a.legal_status, a.consent, a.languages, a.answers";

/// Reads rows of applicants. Very many people speak few languages, each of which is looked up once.
#[derive(Default)]
struct Reader {
    languages: HashMap<String, Language>,
}

impl Reader {
    fn applicant(&mut self, row: &Row) -> Result<Applicant, Failure> {
        let release: i32 = row.get(1)?;
        let person = Person {
            release: self::release(release)?,
            born: row.get::<_, Option<i32>>(3)?.map(day).transpose()?,
            occupation: listed(&Occupation::ALL, row.get(4)?)?,
            legal_status: listed(&LegalStatus::ALL, row.get(5)?)?,
            consent: row.get(6)?,
            languages: self.spoken(row::text(row, 7)?)?,
            answers: row::json_or_none(row, 8)?.unwrap_or_default(),
            ..Person::default()
        };
        Ok(Applicant { id: PersonId(row.get(0)?), since: day(row.get(2)?)?, person })
    }

    fn spoken(&mut self, text: &str) -> Result<Vec<Spoken>, Failure> {
        let one = |text: &str| {
            let (code, level) = text.split_once(' ').map_or((text, None), |(code, level)| (code, Some(level)));
            Ok(Spoken { language: self.language(code)?, level: level.and_then(Cefr::from_code) })
        };
        text.split(',').filter(|text| !text.is_empty()).map(one).collect()
    }

    fn language(&mut self, code: &str) -> Result<Language, Failure> {
        if let Some(known) = self.languages.get(code) {
            return Ok(known.clone());
        }
        let language = Language::new(code).map_err(|unknown| Failure::Damaged(unknown.to_string()))?;
        self.languages.insert(code.to_owned(), language.clone());
        Ok(language)
    }
}

/// The day of a release that may not be recorded.
pub(super) fn release(days: i32) -> Result<Option<NaiveDate>, Failure> {
    if days == UNKNOWN { Ok(None) } else { day(days).map(Some) }
}

pub(super) fn day(days: i32) -> Result<NaiveDate, Failure> {
    NaiveDate::from_num_days_from_ce_opt(days).ok_or_else(|| Failure::Damaged(format!("day `{days}`")))
}

/// The value at a place of the list of all.
fn listed<T: Copy>(all: &[T], place: Option<u8>) -> Result<Option<T>, Failure> {
    let unknown = |at: u8| Failure::Damaged(format!("place `{at}` of a list"));
    place.map(|at| all.get(usize::from(at)).copied().ok_or_else(|| unknown(at))).transpose()
}
