//! The seam between the desk and whatever keeps its records: what can be read, and the one way to record.

mod group;
mod lists;

pub use group::{Dated, GroupRecord, Member};
pub use lists::{
    Applicant, Cursor, DutyRow, Forgotten, FreePlaces, GroupRow, GroupsQuery, MarkLine, Membership, Needle,
    PeopleQuery, PersonRow, ReleaseWatch, Row, SessionRow, TaskRow, Window,
};

use crate::domain::appointment::Engagement;
use crate::domain::audit::Head;
use crate::domain::catching_up::Elsewhere;
use crate::domain::change::Booked;
use crate::domain::eligibility::Exception;
use crate::domain::entry::{Entry, Keys};
use crate::domain::erasure::Going;
use crate::domain::following::Following;
use crate::domain::id::{CourseId, GroupId, PersonId};
use crate::domain::offered::Unoffered;
use crate::domain::pathway::Pathway;
use crate::domain::person::Person;
use crate::domain::programme::Course;
use crate::domain::retention::Held;
use crate::domain::seal::{Identity, Seal};
use crate::domain::staff::Role;
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// Who records, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub actor: String,
    pub at: DateTime<FixedOffset>,
}

/// Why something could not be read or recorded. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Another process held the store for longer than the busy time-out.
    #[error("another desk is writing")]
    Busy,
    #[error("the disk is full")]
    DiskFull,
    #[error("the store cannot be written")]
    ReadOnly,
    /// The medium failed, or a file could not be reached.
    #[error("the disk failed: {0}")]
    Disk(String),
    #[error("the store is damaged: {0}")]
    Damaged(String),
    /// The key does not open the store.
    #[error("the key does not open the store")]
    WrongKey,
    /// Made by a newer version of the program.
    #[error("the store is of version {found}, newer than {known}")]
    Newer { found: i64, known: i64 },
    /// A reference or a code that something else already has.
    #[error("`{0}` is taken")]
    Taken(String),
    /// It is not for this role to record that.
    #[error("not for a {}", .0.name())]
    NotAllowed(Role),
    /// Erasing takes two people here, and one of them has not asked for it.
    #[error("a second person has to approve")]
    NotApproved,
    /// What is undone was changed by a later entry.
    #[error("changed since")]
    ChangedSince,
}

/// One entry as it stands in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    pub seq: i64,
    /// Entries recorded together share the step: the `seq` of the first.
    pub step: i64,
    pub stamp: Stamp,
    pub entry: Entry,
    /// The entry that would bring back what was before.
    pub before: Entry,
    pub turn: Turn,
    /// Whether what it said was erased: entry and `before` then name the fact and say nothing.
    pub erased: bool,
}

/// What a step does to those before it. An undo that is undone is a redo, which can be undone again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    /// It records something new.
    #[default]
    New,
    /// It takes back the step with this number, new or a redo.
    Undo(i64),
    /// It takes back the undo with this number.
    Redo(i64),
}

impl Recorded {
    /// The same seen backwards: what undoing it would record.
    #[must_use]
    pub fn turned(self) -> Self {
        Self { entry: self.before, before: self.entry, ..self }
    }

    /// The person, the group and the session of a step, where it is about one of each.
    #[must_use]
    pub fn about(step: &[Self]) -> Keys {
        fn only<T: PartialEq>(found: impl Iterator<Item = T>) -> Option<T> {
            let mut found = found;
            let first = found.next()?;
            found.all(|other| other == first).then_some(first)
        }
        let keys = || step.iter().map(|recorded| recorded.entry.keys());
        Keys {
            person: only(keys().filter_map(|keys| keys.person)),
            group: only(keys().filter_map(|keys| keys.group)),
            session: only(keys().filter_map(|keys| keys.session)),
            ..Keys::default()
        }
    }
}

/// Whose history is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Everything,
    Person(PersonId),
    Group(GroupId),
}

/// Days after which nobody is reminded any more of what is missing of a session that was held.
pub const LOOK_BACK: u16 = 14;

/// What the desk reads. Every answer is one consistent state of the record.
pub trait Reads {
    /// A person's facts.
    fn person(&self, id: PersonId) -> Result<Option<Person>, Failure>;
    /// Who has this reference.
    fn person_by_reference(&self, reference: &str) -> Result<Option<PersonId>, Failure>;
    /// At most `limit` people of `query` from `window` on.
    fn people(&self, query: &PeopleQuery, window: &Window, limit: usize) -> Result<Vec<Row<PersonRow>>, Failure>;
    /// Everybody, in the order of `query`, until `visit` breaks.
    fn each_person(
        &self,
        query: &PeopleQuery,
        visit: &mut dyn FnMut(PersonRow) -> ControlFlow<()>,
    ) -> Result<(), Failure>;
    /// Everybody of `query`, by identifier.
    fn found(&self, query: &PeopleQuery) -> Result<BTreeSet<PersonId>, Failure>;
    /// Everybody who is released after `day`, the soonest first, then those whose release is not recorded.
    fn each_applicant(&self, day: NaiveDate, visit: &mut dyn FnMut(Applicant)) -> Result<(), Failure>;
    /// One of them, whenever released.
    fn applicant(&self, id: PersonId) -> Result<Option<Applicant>, Failure>;
    /// How many people are released by `day`.
    fn released_by(&self, day: NaiveDate) -> Result<usize, Failure>;
    /// Whether anybody is recorded.
    fn is_empty(&self) -> Result<bool, Failure>;
    /// The groups a person is or was in, newest first.
    fn memberships(&self, person: PersonId) -> Result<Vec<Membership>, Failure>;
    /// Exceptions by programme.
    fn exceptions(&self, person: PersonId) -> Result<BTreeMap<String, Exception>, Failure>;
    /// Everybody with an exception for a programme.
    fn exceptions_for(&self, programme: &str) -> Result<BTreeMap<PersonId, Exception>, Failure>;
    /// Everybody who has a place (waiting or enrolled) in an unfinished group, with its code.
    fn placed(&self) -> Result<BTreeMap<PersonId, String>, Failure>;
    /// At most `limit` groups of `query` from `window` on.
    fn groups(&self, query: &GroupsQuery, window: &Window, limit: usize) -> Result<Vec<Row<GroupRow>>, Failure>;
    /// The group that staff call `code`.
    fn group_by_code(&self, code: &str) -> Result<Option<GroupId>, Failure>;
    /// Everything of one group, its people sorted by the alphabet of `order`.
    fn group(&self, id: GroupId, order: &str) -> Result<Option<GroupRecord>, Failure>;
    /// The same for whoever reads one group after another: nothing is kept in case it is asked for again.
    fn group_in_passing(&self, id: GroupId, order: &str) -> Result<Option<GroupRecord>, Failure>;
    /// The pinned course.
    fn course(&self, id: CourseId) -> Result<Option<Course>, Failure>;
    /// An already pinned course with exactly this content.
    fn pinned(&self, course: &Course) -> Result<Option<CourseId>, Failure>;
    /// The sessions on `date`, and those left running before it, by time.
    fn sessions_on(&self, date: NaiveDate) -> Result<Vec<SessionRow>, Failure>;
    /// The first `limit` planned sessions after `date`.
    fn sessions_after(&self, date: NaiveDate, limit: usize) -> Result<Vec<SessionRow>, Failure>;
    /// The latest `limit` sessions that somebody forgot: those planned before `today`, of any age, and those
    /// held in the last [`LOOK_BACK`] days that lack a mark, an outcome or a second self-rating. Latest first.
    fn sessions_forgotten(&self, today: NaiveDate, limit: usize) -> Result<Vec<Forgotten>, Failure>;
    /// At most `limit` groups with a place for somebody, the soonest start first: those that start by `soon`
    /// and those begun for which somebody waits.
    fn free_places(&self, today: NaiveDate, soon: NaiveDate, limit: usize) -> Result<Vec<FreePlaces>, Failure>;
    /// What takes a room and somebody's time from `from` to `to`, of all groups: sessions that were not
    /// cancelled.
    fn booked(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Booked>, Failure>;
    /// The sessions from `from` to `to` of all groups whose course is of `programme`, without those that were
    /// cancelled.
    fn carried(&self, programme: &str, from: NaiveDate, to: NaiveDate) -> Result<Vec<Elsewhere>, Failure>;
    /// Everybody in an unfinished group who is released before its last session, soonest first.
    fn release_watch(&self, today: NaiveDate, limit: usize) -> Result<Vec<ReleaseWatch>, Failure>;
    /// At most `limit` entries, newest first, before the entry `before`.
    fn history(&self, about: About, before: Option<i64>, limit: usize) -> Result<Vec<Recorded>, Failure>;
    /// The entries of the step that `undo` would undo.
    fn undoable(&self, actor: &str) -> Result<Vec<Recorded>, Failure>;
    /// The entries of the undo that `redo` would take back.
    fn redoable(&self, actor: &str) -> Result<Vec<Recorded>, Failure>;
    /// What stands of one kind of entry, of those that have no table of their own: about a person (for
    /// a pair, either of the two), about a group, or about everything.
    fn standing(&self, kind: &str, about: About) -> Result<Vec<Entry>, Failure>;
    /// Every pathway that was started for somebody, in that order.
    fn followings(&self, person: PersonId) -> Result<Vec<Following>, Failure>;
    /// Whether a pathway is pinned by this.
    fn is_pinned(&self, pathway: &str) -> Result<bool, Failure>;
    /// Every pathway that was started for anybody, person by person.
    fn each_following(&self, visit: &mut dyn FnMut(PersonId, &Person, &Following)) -> Result<(), Failure>;
    /// What is due from one day to another of all pathways that run, the soonest first, until `visit` breaks.
    fn each_duty(
        &self,
        days: (NaiveDate, NaiveDate),
        visit: &mut dyn FnMut(DutyRow) -> ControlFlow<()>,
    ) -> Result<(), Failure>;
    /// At most `limit` of it by `until`.
    fn duties(&self, until: NaiveDate, limit: usize) -> Result<Vec<DutyRow>, Failure> {
        self.duties_between(NaiveDate::MIN, until, limit)
    }
    /// At most `limit` of it.
    fn duties_between(&self, from: NaiveDate, until: NaiveDate, limit: usize) -> Result<Vec<DutyRow>, Failure> {
        let mut found = Vec::new();
        self.each_duty((from, until), &mut |duty| {
            if found.len() == limit {
                return ControlFlow::Break(());
            }
            found.push(duty);
            ControlFlow::Continue(())
        })?;
        Ok(found)
    }
    /// At most `limit` of what has a day of its own by `until` and is still open, the soonest first.
    fn tasks(&self, until: NaiveDate, limit: usize) -> Result<Vec<TaskRow>, Failure>;
    /// At most `limit` of those who are still here on `today`, the soonest released first, to whom `pathway` has to be
    /// offered and for whom no form of it was ever started.
    fn unoffered(&self, pathway: &Pathway, today: NaiveDate, limit: usize) -> Result<Vec<Unoffered>, Failure>;
    /// What takes somebody's time on any of `days`: appointments, and sessions of other groups than `except`.
    fn engagements(&self, person: PersonId, except: GroupId, days: &[NaiveDate]) -> Result<Vec<Engagement>, Failure>;
    /// What decides how long people are kept, of everybody.
    fn each_held(&self, visit: &mut dyn FnMut(Held)) -> Result<(), Failure>;
    /// What would go with a person who is erased.
    fn going(&self, person: PersonId) -> Result<Going, Failure>;
    /// The end of the journal, which is printed on what leaves the desk.
    fn head(&self) -> Result<Head, Failure>;
    /// What was still being written at `place` when the desk was last left.
    fn draft(&self, place: &str) -> Result<Option<String>, Failure>;
    /// A word for `text` that only this store can make: always the same for one recipient, and another for each.
    fn keyed(&self, recipient: &str, text: &str) -> [u8; 16];
    /// Who this store is to those outside who hold what it has signed.
    fn identity(&self) -> Identity;
    /// What only this store can make of `text`, and everybody can hold against its [`identity`](Self::identity).
    fn sign(&self, text: &[u8]) -> Seal;
    /// A setting.
    fn setting(&self, name: &str) -> Result<Option<String>, Failure>;
    /// The register in long form, of one group or of all, by group, session and reference; lines not
    /// recorded are there for one group, and left out for all.
    fn each_mark(
        &self,
        group: Option<GroupId>,
        visit: &mut dyn FnMut(&MarkLine<'_>) -> ControlFlow<()>,
    ) -> Result<(), Failure>;
}

/// The one way in which anything changes.
pub trait Records: Reads {
    /// Appends `entries` to the journal and brings the tables up to date, in one transaction, as one
    /// step; on disk when this returns. The step is returned.
    fn record(&mut self, entries: &[Entry], stamp: &Stamp) -> Result<i64, Failure>;
    /// Undoes the actor's latest step that stands, as entries of its own; what it undid.
    fn undo(&mut self, stamp: &Stamp) -> Result<Vec<Recorded>, Failure>;
    /// Takes back the actor's latest undo, as entries of its own, unless the actor has recorded
    /// something new since; the undo that it took back.
    fn redo(&mut self, stamp: &Stamp) -> Result<Vec<Recorded>, Failure>;
    /// Keeps what is still being written at `place`, or forgets it (`None`). No entry: nobody has said
    /// it yet. On disk when this returns.
    fn keep_draft(&mut self, place: &str, text: Option<&str>) -> Result<(), Failure>;
}
