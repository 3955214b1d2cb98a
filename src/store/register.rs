//! The register in long form, streamed: one pass over the marks, people looked up once a group.

use crate::domain::attendance::{MadeGood, Mark};
use crate::domain::id::GroupId;
use crate::domain::record::{Failure, MarkLine};
use crate::store::row::{day, json_or_none, text, text_or_none, time};
use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, Row, Rows, params_from_iter};
use std::ops::ControlFlow;

/// Groups by code, and their sessions by number. The indexes give this order: nothing is sorted.
pub(super) fn sessions(one: bool) -> String {
    in_order("g.id, g.code, s.id, s.plan, s.date, s.time, s.state", "", one)
}

/// The marks of these sessions, in the same order: what is said of a session is read once, and not with each mark. Most
/// say no more than their code: that is asked once too, as every column that is asked takes its time a million times.
pub(super) fn marks(one: bool) -> String {
    let columns = "m.session, m.person, m.code,
           coalesce(m.minutes, m.note, m.caught_up_on, m.more) IS NOT NULL, m.minutes, m.note, m.caught_up_on, m.more";
    in_order(columns, "CROSS JOIN mark m ON m.session = s.id", one)
}

fn in_order(columns: &str, more: &str, one: bool) -> String {
    let only = if one { "WHERE g.id = ?" } else { "" };
    format!(
        "SELECT {columns} FROM grp g CROSS JOIN session s ON s.grp = g.id {more}
         {only} ORDER BY g.code, s.plan, s.date, s.time, s.id"
    )
}

/// A person of the group that is being visited.
struct Somebody {
    id: i64,
    reference: String,
    given: String,
    family: String,
    /// The first and the last day of every spell, as the table has them.
    spells: Vec<(String, Option<String>)>,
}

/// A session that carries something else than one whole plan.
struct Named {
    session: i64,
    label: String,
    is_extra: bool,
}

impl Somebody {
    /// Whether there is a place that covers the day.
    fn is_expected(&self, day: &str) -> bool {
        let covers = |(first, last): &(String, Option<String>)| {
            first.as_str() <= day && last.as_ref().is_none_or(|last| last.as_str() >= day)
        };
        self.spells.iter().any(covers)
    }
}

/// The session that is being visited.
#[derive(Default)]
struct At {
    group: i64,
    code: String,
    session: i64,
    /// What it is called.
    label: String,
    date: NaiveDate,
    time: NaiveTime,
    /// The date as the tables write it.
    day: String,
    /// Whether those who are expected and not marked have a line.
    counts: bool,
}

/// A mark that waits for the others of its session, so that they come by reference.
#[derive(Default)]
struct Waiting {
    /// Index of the person.
    who: usize,
    code: String,
    minutes: Option<u16>,
    caught_up: Option<NaiveDate>,
    made_good: Option<MadeGood>,
    note: String,
}

type Visitor<'v> = &'v mut dyn FnMut(&MarkLine<'_>) -> ControlFlow<()>;

/// Visits the register of one group, not recorded lines included, or of all. To be called inside a
/// read transaction.
pub(super) fn each_mark(db: &Connection, group: Option<GroupId>, visit: Visitor) -> Result<(), Failure> {
    let one = group.map(|group| group.0);
    let (mut sessions, mut marks) =
        (db.prepare_cached(&sessions(one.is_some()))?, db.prepare_cached(&marks(one.is_some()))?);
    let (sessions, marks) = (sessions.query(params_from_iter(one))?, marks.query(params_from_iter(one))?);
    Walk {
        db,
        all_expected: group.is_some(),
        at: At::default(),
        people: Vec::new(),
        named: Vec::new(),
        guests: Vec::new(),
        waiting: Vec::new(),
        used: 0,
    }
    .run(sessions, marks, visit)
}

/// The walk over the rows: buffers are kept from session to session, so that a row costs no memory.
struct Walk<'a> {
    db: &'a Connection,
    /// Whether those expected but not recorded are visited too.
    all_expected: bool,
    at: At,
    /// Everybody of the group, by reference.
    people: Vec<Somebody>,
    /// The sessions of the group whose number does not say what they are called.
    named: Vec<Named>,
    /// Guests of the group, by session and person.
    guests: Vec<(i64, i64)>,
    waiting: Vec<Waiting>,
    /// How many of `waiting` belong to the session.
    used: usize,
}

impl Walk<'_> {
    fn run(mut self, mut sessions: Rows, mut marks: Rows, visit: Visitor) -> Result<(), Failure> {
        let mut mark = marks.next()?;
        while let Some(session) = sessions.next()? {
            self.enter(session)?;
            while let Some(row) = mark {
                if row.get::<_, i64>(0)? != self.at.session {
                    break;
                }
                self.hold(row)?;
                mark = marks.next()?;
            }
            if self.flush(visit).is_break() {
                break;
            }
        }
        Ok(())
    }

    /// Begins a session, and its group when that is new.
    fn enter(&mut self, row: &Row) -> Result<(), Failure> {
        let group: i64 = row.get(0)?;
        if group != self.at.group {
            self.at.group = group;
            set(&mut self.at.code, text(row, 1)?);
            self.load_people()?;
            self.load_named()?;
            self.load_guests()?;
        }
        self.at.session = row.get(2)?;
        let named = self.named.iter().find(|named| named.session == self.at.session);
        match named {
            Some(named) => self.at.label.clone_from(&named.label),
            None => set(&mut self.at.label, &row.get::<_, u16>(3)?.saturating_add(1).to_string()),
        }
        let is_extra = named.is_some_and(|named| named.is_extra);
        set(&mut self.at.day, text(row, 4)?);
        self.at.date = day(&self.at.day)?;
        self.at.time = time(text(row, 5)?)?;
        // Who is not marked at an extra session is not missing there.
        self.at.counts = !is_extra && matches!(text(row, 6)?, "running" | "held");
        Ok(())
    }

    fn load_named(&mut self) -> Result<(), Failure> {
        let mut statement =
            self.db.prepare_cached("SELECT id, label, extra FROM session WHERE grp = ? AND label IS NOT NULL")?;
        let named = |row: &Row| Ok(Named { session: row.get(0)?, label: row.get(1)?, is_extra: row.get(2)? });
        self.named = statement.query_map([self.at.group], named)?.collect::<Result<_, _>>()?;
        Ok(())
    }

    fn load_guests(&mut self) -> Result<(), Failure> {
        let mut statement =
            self.db.prepare_cached("SELECT session, person FROM fact WHERE grp = ? AND grp <> 0 AND kind = 'guest'")?;
        let guests = statement.query_map([self.at.group], |row| Ok((row.get(0)?, row.get(1)?)))?;
        self.guests = guests.collect::<Result<_, _>>()?;
        Ok(())
    }

    fn load_people(&mut self) -> Result<(), Failure> {
        self.people.clear();
        let mut statement = self.db.prepare_cached(
            "SELECT p.id, p.reference, p.given, p.family, e.first, e.last FROM enrolment m
             CROSS JOIN person p ON p.id = m.person
             LEFT JOIN spell e ON e.grp = m.grp AND e.person = m.person WHERE m.grp = ? ORDER BY m.person",
        )?;
        let mut rows = statement.query([self.at.group])?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if self.people.last().is_none_or(|somebody| somebody.id != id) {
                let (reference, given, family) = (row.get(1)?, row.get(2)?, row.get(3)?);
                self.people.push(Somebody { id, reference, given, family, spells: Vec::new() });
            }
            if let (Some(first), Some(somebody)) = (row.get(4)?, self.people.last_mut()) {
                somebody.spells.push((first, row.get(5)?));
            }
        }
        self.people.sort_by(|a, b| a.reference.cmp(&b.reference));
        Ok(())
    }

    /// Keeps the mark of a row until the session is whole.
    fn hold(&mut self, row: &Row) -> Result<(), Failure> {
        let person = row.get(1)?;
        let who = match self.people.iter().position(|somebody| somebody.id == person) {
            Some(who) => who,
            None => self.add_stranger(person)?,
        };
        if self.used == self.waiting.len() {
            self.waiting.push(Waiting::default());
        }
        if let Some(mark) = self.waiting.get_mut(self.used) {
            mark.who = who;
            set(&mut mark.code, text(row, 2)?);
            (mark.minutes, mark.caught_up, mark.made_good) = (None, None, None);
            mark.note.clear();
            if row.get(3)? {
                mark.minutes = row.get(4)?;
                set(&mut mark.note, text_or_none(row, 5)?.unwrap_or_default());
                mark.caught_up = text_or_none(row, 6)?.map(day).transpose()?;
                let more: Option<Mark> = json_or_none(row, 7)?;
                mark.made_good = more.and_then(|mark| mark.caught_up?.how);
            }
        }
        self.used += 1;
        Ok(())
    }

    /// Somebody marked without a place in the group; their index.
    fn add_stranger(&mut self, person: i64) -> Result<usize, Failure> {
        let mut statement = self.db.prepare_cached("SELECT reference, given, family FROM person WHERE id = ?")?;
        let somebody = statement.query_row([person], |row| {
            Ok(Somebody {
                id: person,
                reference: row.get(0)?,
                given: row.get(1)?,
                family: row.get(2)?,
                spells: Vec::new(),
            })
        })?;
        self.people.push(somebody);
        Ok(self.people.len() - 1)
    }

    /// Visits the lines of the session, by reference.
    fn flush(&mut self, visit: Visitor) -> ControlFlow<()> {
        if self.all_expected && self.at.counts {
            self.add_expected();
        }
        let used = self.used;
        self.used = 0;
        let Some(waiting) = self.waiting.get_mut(..used) else { return ControlFlow::Continue(()) };
        let people = &self.people;
        let reference = |mark: &Waiting| people.get(mark.who).map_or("", |somebody| somebody.reference.as_str());
        waiting.sort_unstable_by(|a, b| reference(a).cmp(reference(b)));
        for mark in waiting {
            let Some(somebody) = people.get(mark.who) else { continue };
            visit(&MarkLine {
                group: &self.at.code,
                session: &self.at.label,
                date: self.at.date,
                time: self.at.time,
                reference: &somebody.reference,
                given: &somebody.given,
                family: &somebody.family,
                code: &mark.code,
                minutes: mark.minutes,
                caught_up: mark.caught_up,
                made_good: mark.made_good.as_ref(),
                note: &mark.note,
                is_guest: self.guests.contains(&(self.at.session, somebody.id)) && !somebody.is_expected(&self.at.day),
            })?;
        }
        ControlFlow::Continue(())
    }

    /// Adds those whom the session counts and nobody has marked.
    fn add_expected(&mut self) {
        self.waiting.truncate(self.used);
        for (who, somebody) in self.people.iter().enumerate() {
            let expected = somebody.is_expected(&self.at.day);
            if expected && !self.waiting.iter().any(|mark| mark.who == who) {
                self.waiting.push(Waiting { who, ..Waiting::default() });
            }
        }
        self.used = self.waiting.len();
    }
}

fn set(held: &mut String, text: &str) {
    held.clear();
    held.push_str(text);
}
