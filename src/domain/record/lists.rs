//! What lists are asked by, and their rows.

use crate::domain::attendance::MadeGood;
use crate::domain::codes::{Country, Language};
use crate::domain::group::{Enrolment, Group, Session};
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::person::Person;
use crate::domain::programme::GroupSize;
use crate::domain::task::Task;
use chrono::{NaiveDate, NaiveTime};

/// One word to be found: folded text, or any of the codes that the interface language names so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needle {
    pub text: String,
    pub languages: Vec<Language>,
    pub countries: Vec<Country>,
}

/// Which people, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleQuery {
    /// The language whose alphabet sorts the names: `en`, `nb`.
    pub order: String,
    /// All must be found in name, reference, language or country.
    pub needles: Vec<Needle>,
}

/// Which groups: newest start first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupsQuery {
    /// Folded text to be found in code, room or facilitators.
    pub text: String,
    /// Only those whose last session is not closed.
    pub unfinished: bool,
}

/// A place in an ordered list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub sort: Vec<u8>,
    pub id: i64,
}

/// Where a window of a list begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Window {
    #[default]
    Start,
    /// The last rows, still in order.
    End,
    /// At this row and after it.
    From(Cursor),
    After(Cursor),
    /// The rows before this one, still in order.
    Before(Cursor),
}

/// A row of a windowed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<T> {
    pub cursor: Cursor,
    pub value: T,
}

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    pub id: PersonId,
    pub person: Person,
}

/// Somebody as rules see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    pub id: PersonId,
    /// Since when they have been waiting for a place: as they said, else since they were recorded.
    pub since: NaiveDate,
    /// The facts that rules ask about; everything else is empty.
    pub person: Person,
}

/// A group in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    pub id: GroupId,
    pub group: Group,
    pub title: crate::domain::programme::Localised,
    pub version_title: crate::domain::programme::Localised,
    /// People enrolled or completed.
    pub people: u32,
    pub sessions: u32,
    pub held: u32,
    pub cancelled: u32,
    /// The date of the next planned session.
    pub next: Option<NaiveDate>,
}

/// A session on a day, with what a list needs of its group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    pub id: SessionId,
    pub session: Session,
    pub group_code: String,
    pub course_title: crate::domain::programme::Localised,
    pub plan_title: crate::domain::programme::Localised,
    pub of: u16,
    /// People whose enrolment covers the date.
    pub people: u32,
    /// People of these whose mark is recorded.
    pub marked: u32,
    /// What the session before it left to be done this time; asked for the sessions of a day alone.
    pub promised: String,
}

/// A session that somebody forgot: planned for a day that is gone, or held without everything that belongs
/// to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgotten {
    pub session: SessionRow,
    /// Outcomes that are missing of those who were there, and how many there would be.
    pub outcomes: (u32, u32),
    /// The first of those whose outcomes are missing.
    pub unjudged: Option<PersonId>,
    /// People still here whose second self-rating belongs to the session and is missing.
    pub unrated: u32,
}

/// An unfinished group with a place for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreePlaces {
    pub group: GroupId,
    pub code: String,
    pub start: NaiveDate,
    /// Whether a session of it was held or runs.
    pub begun: bool,
    /// People enrolled or completed.
    pub people: u32,
    pub size: GroupSize,
    /// People who wait for this very group.
    pub waiting: u32,
    /// People without a place anywhere who may take part, of those who are released soonest after the start.
    pub fitting: u32,
    /// Whether there may be more of them than were looked at.
    pub more_fit: bool,
}

/// A group that a person is or was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub group: GroupId,
    pub code: String,
    pub title: crate::domain::programme::Localised,
    pub enrolment: Enrolment,
    /// Sessions attended.
    pub attended: u32,
    /// Sessions held while enrolled and counted.
    pub held: u32,
}

/// Somebody in an unfinished group who is released before its last session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseWatch {
    pub group: GroupId,
    pub code: String,
    pub person: PersonId,
    pub name: String,
    /// As the room has it.
    pub short_name: String,
    pub release: NaiveDate,
    /// The next planned session of the group.
    pub next: NaiveDate,
    /// Sessions from the day of release on, with their dates, in order.
    pub missed: Vec<(String, NaiveDate)>,
    /// What the essential ones among them are called.
    pub essential: Vec<String>,
}

/// A step of a pathway that runs, with the day on which it is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRow {
    pub due: NaiveDate,
    pub person: PersonId,
    /// The run, by its item.
    pub run: String,
    pub reference: String,
    pub name: String,
    /// With the family name first.
    pub list_name: String,
    pub short_name: String,
    /// What the pathway is called.
    pub pathway: crate::domain::programme::Localised,
    /// What the step is called.
    pub step: crate::domain::programme::Localised,
}

/// Something to be done by a day, with whom it is about: a person or a group, where it is about one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    pub task: Task,
    /// Empty where it is about nobody.
    pub name: String,
    pub short_name: String,
    /// The group, by the code that staff use.
    pub code: String,
}

/// One line of the register in long form, borrowed while it is visited.
#[derive(Debug, Clone, Copy)]
pub struct MarkLine<'a> {
    pub group: &'a str,
    /// What the session is called: its number, as a rule.
    pub session: &'a str,
    pub date: NaiveDate,
    pub time: NaiveTime,
    pub reference: &'a str,
    pub given: &'a str,
    pub family: &'a str,
    /// The stable name of the code; empty when not recorded.
    pub code: &'a str,
    pub minutes: Option<u16>,
    /// The day on which a missed session was made good.
    pub caught_up: Option<NaiveDate>,
    pub made_good: Option<&'a MadeGood>,
    pub note: &'a str,
    /// Here without a place in the group: in none of its figures.
    pub is_guest: bool,
}
