//! The seam between the desk and whatever keeps its records: what can be read, and the one way to record.

use crate::domain::agenda::Agenda;
use crate::domain::appointment::Engagement;
use crate::domain::attendance::{MadeGood, Mark};
use crate::domain::catching_up::Elsewhere;
use crate::domain::change::Booked;
use crate::domain::codes::{Country, Language};
use crate::domain::eligibility::Exception;
use crate::domain::entry::{Entry, Keys};
use crate::domain::group::{Carries, Enrolment, Group, Session};
use crate::domain::guest::Guest;
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::outcome::{Delivery, Outcome};
use crate::domain::pause::Pause;
use crate::domain::person::Person;
use crate::domain::programme::{Activity, Course, SessionPlan};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

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
    pub release: NaiveDate,
    /// Sessions from the day of release on, with their dates, in order.
    pub missed: Vec<(String, NaiveDate)>,
    /// What the essential ones among them are called.
    pub essential: Vec<String>,
}

/// A person in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: PersonId,
    pub person: Person,
    pub enrolment: Enrolment,
    pub exception: Option<Exception>,
}

/// A session with its identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    pub id: SessionId,
    pub session: Session,
}

/// Everything recorded of one group: the room, the register and the group's page read this.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupRecord {
    pub id: GroupId,
    pub group: Group,
    /// Shared: it is large, never changes while a group runs, and is read with every mark.
    pub course: Arc<Course>,
    /// By date and time, then number.
    pub sessions: Vec<Dated>,
    /// The plans of sessions that carry something else than one whole plan of the course, by the index
    /// of their first and what they carry: made by [`compose`](Self::compose).
    pub composed: BTreeMap<(u16, Carries), SessionPlan>,
    /// By name, in the order asked for; everyone who ever had a place.
    pub members: Vec<Member>,
    /// Who comes to a session without a place that covers its day.
    pub guests: BTreeMap<(SessionId, PersonId), Guest>,
    /// Those among them who have no place here at all, by name.
    pub visitors: Vec<Member>,
    pub marks: BTreeMap<(SessionId, PersonId), Mark>,
    pub outcomes: BTreeMap<(SessionId, PersonId, String), Outcome>,
    /// By the key of the thing on the agenda.
    pub deliveries: BTreeMap<(SessionId, u16), Delivery>,
    /// Of the sessions whose agenda was changed in the room.
    pub agendas: BTreeMap<SessionId, Agenda>,
    /// By session and number.
    pub pauses: BTreeMap<(SessionId, u16), Pause>,
    pub session_notes: BTreeMap<SessionId, String>,
    pub person_notes: BTreeMap<(SessionId, PersonId), String>,
    /// By person and `before:` or `after:` with the rating item.
    pub ratings: BTreeMap<(PersonId, String), u8>,
}

impl GroupRecord {
    /// The session `id` of this group.
    #[must_use]
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.iter().find(|s| s.id == id).map(|s| &s.session)
    }

    /// What a session follows: its session plan, the part of it that the session carries, or several in one.
    #[must_use]
    pub fn plan(&self, session: &Session) -> Option<&SessionPlan> {
        match &session.carries {
            Carries::Whole | Carries::Extra => self.course.sessions.get(usize::from(session.plan)),
            carries => self.composed.get(&(session.plan, carries.clone())),
        }
    }

    /// Makes the plans of sessions that carry something else than one whole plan: to be called when the
    /// sessions are read or change.
    pub fn compose(&mut self) {
        let Self { sessions, course, .. } = &*self;
        let odd = sessions.iter().map(|dated| &dated.session);
        let odd = odd.filter(|session| !matches!(session.carries, Carries::Whole | Carries::Extra));
        let plan = |session: &Session| {
            let plan = session.carries.composed(session.plan, course)?;
            Some(((session.plan, session.carries.clone()), plan))
        };
        self.composed = odd.filter_map(plan).collect();
    }

    /// Puts the sessions in their order, and makes what they follow.
    pub fn arrange(&mut self) {
        self.sessions.sort_by_key(|Dated { id, session }| (session.date, session.time, session.plan, *id));
        self.compose();
    }

    /// The activities that the plan of `session` gives it, in order. Whoever asks what a session is made of
    /// asks here: deliveries and agendas name an activity by its place in this list.
    #[must_use]
    pub fn activities(&self, session: &Session) -> Vec<&Activity> {
        self.plan(session).map_or_else(Vec::new, |plan| plan.activities.iter().collect())
    }

    /// Length of `session` in minutes by its plan: the sum of its activities.
    #[must_use]
    pub fn minutes(&self, session: &Session) -> u16 {
        self.activities(session).iter().map(|activity| activity.minutes).sum()
    }

    /// The people whose enrolment covers `date`: who is expected in the room.
    pub fn expected(&self, date: NaiveDate) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |m| m.enrolment.covers(date))
    }

    /// The member `id`.
    #[must_use]
    pub fn member(&self, id: PersonId) -> Option<&Member> {
        self.members.iter().find(|m| m.id == id)
    }

    /// The dates of the sessions that are not cancelled, in order.
    #[must_use]
    pub fn dates(&self) -> Vec<NaiveDate> {
        self.sessions.iter().filter(|s| !s.session.state.is_cancelled()).map(|s| s.session.date).collect()
    }
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

/// Days after which nobody is reminded any more of a mark that is missing.
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
    /// The pinned course.
    fn course(&self, id: CourseId) -> Result<Option<Course>, Failure>;
    /// An already pinned course with exactly this content.
    fn pinned(&self, course: &Course) -> Result<Option<CourseId>, Failure>;
    /// The sessions on `date`, and those left running before it, by time.
    fn sessions_on(&self, date: NaiveDate) -> Result<Vec<SessionRow>, Failure>;
    /// The first `limit` planned sessions after `date`.
    fn sessions_after(&self, date: NaiveDate, limit: usize) -> Result<Vec<SessionRow>, Failure>;
    /// The latest `limit` sessions before `today` that somebody forgot: planned ones of any age, and
    /// those held in the last [`LOOK_BACK`] days where a mark is not recorded. Latest first.
    fn sessions_forgotten(&self, today: NaiveDate, limit: usize) -> Result<Vec<SessionRow>, Failure>;
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
    /// What takes somebody's time on any of `days`: appointments, and sessions of other groups than `except`.
    fn engagements(&self, person: PersonId, except: GroupId, days: &[NaiveDate]) -> Result<Vec<Engagement>, Failure>;
    /// What was still being written at `place` when the desk was last left.
    fn draft(&self, place: &str) -> Result<Option<String>, Failure>;
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
