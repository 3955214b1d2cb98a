//! Entries: everything that can be recorded. Each sets one fact, named by its keys, to a value or to
//! nothing, so that journal, undo, history and import are the same thing seen from different sides.

use crate::domain::agenda::Agenda;
use crate::domain::apart::Apart;
use crate::domain::appointment::Appointment;
use crate::domain::attendance::Mark;
use crate::domain::concern::Concern;
use crate::domain::confined::Confined;
use crate::domain::eligibility::Exception;
use crate::domain::erasure::{Erasure, ErasureRequest};
use crate::domain::group::{Enrolment, Group, Session};
use crate::domain::guest::Guest;
use crate::domain::id::{CourseId, GroupId, PersonId, SessionId};
use crate::domain::outcome::{Delivery, Outcome};
use crate::domain::pathway::Pathway;
use crate::domain::pause::Pause;
use crate::domain::person::Person;
use crate::domain::plan::{Action, Branch, Goal, Progress};
use crate::domain::planner::aside::LeftAside;
use crate::domain::programme::Course;
use crate::domain::released::Released;
use crate::domain::remedy::Remedy;
use crate::domain::run::{Consent, Run, Snooze, Taken};
use crate::domain::sharing::Partner;
use crate::domain::staff::Staff;
use crate::domain::trace::{Combination, Consultation, Disclosure};
use crate::domain::training::{PointOfContact, Training};
use chrono::NaiveDate;

/// What a fact is about: the keys that are set depend on its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys {
    pub person: Option<PersonId>,
    pub group: Option<GroupId>,
    pub session: Option<SessionId>,
    pub course: Option<CourseId>,
    /// A key inside the thing: an objective, an activity, a rating item, a programme, a setting.
    pub item: Option<String>,
}

macro_rules! key {
    (person) => {
        PersonId
    };
    (group) => {
        GroupId
    };
    (session) => {
        SessionId
    };
    (course) => {
        CourseId
    };
    (item) => {
        String
    };
}

macro_rules! entries {
    ($($(#[$doc:meta])* $name:ident = $kind:literal { $($key:ident),* } -> $value:ty;)+) => {
        /// One fact set to a value, or to nothing (`to: None`).
        #[derive(Debug, Clone, PartialEq)]
        pub enum Entry {$(
            $(#[$doc])*
            $name { $($key: key!($key),)* to: Option<Box<$value>> },
        )+}

        impl Entry {
            /// Every kind, as the journal names it.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The kind, as the journal names it.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$name { .. } => $kind,)+ }
            }

            /// What the fact is about.
            #[must_use]
            pub fn keys(&self) -> Keys {
                match self {$(
                    Self::$name { $($key,)* .. } => Keys { $($key: Some($key.clone()),)* ..Keys::default() },
                )+}
            }

            /// The value as JSON; `None` when the fact is set to nothing.
            ///
            /// # Errors
            /// When a value cannot be written as JSON, which no value of ours does.
            pub fn value(&self) -> Result<Option<String>, serde_json::Error> {
                match self {$(
                    Self::$name { to, .. } => to.as_ref().map(serde_json::to_string).transpose(),
                )+}
            }

            /// The entry that its parts describe; `None` when the kind is unknown or a key is missing.
            ///
            /// # Errors
            /// When the JSON is not a value of this kind.
            pub fn from_parts(kind: &str, keys: Keys, value: Option<&str>) -> Result<Option<Self>, serde_json::Error> {
                Ok(match kind {
                    $($kind => {
                        $(let Some($key) = keys.$key else { return Ok(None) };)*
                        Some(Self::$name { $($key,)* to: value.map(serde_json::from_str).transpose()? })
                    })+
                    _ => None,
                })
            }
        }
    };
}

entries! {
    /// A person's facts.
    Person = "person" { person } -> Person;
    /// An exception to the eligibility rules of the programme `item`.
    Exception = "exception" { person, item } -> Exception;
    /// A pinned version of a programme.
    Course = "course" { course } -> Course;
    /// A group as planned.
    Group = "group" { group } -> Group;
    /// A session of a group.
    Session = "session" { group, session } -> Session;
    /// A person's place in a group.
    Enrolment = "enrolment" { group, person } -> Enrolment;
    /// That a person comes to a session as a guest.
    Guest = "guest" { group, session, person } -> Guest;
    /// A person's attendance at a session.
    Mark = "mark" { group, session, person } -> Mark;
    /// Whether a person reached the objective `item`.
    Outcome = "outcome" { group, session, person, item } -> Outcome;
    /// What a session does, in order, where that was changed in the room.
    Agenda = "agenda" { group, session } -> Agenda;
    /// The pause with the number `item` of a session.
    Pause = "pause" { group, session, item } -> Pause;
    /// What was delivered of the thing on the agenda with the key `item`.
    Delivery = "delivery" { group, session, item } -> Delivery;
    /// A note on a session.
    SessionNote = "session-note" { group, session } -> String;
    /// A note on a person at a session.
    PersonNote = "person-note" { group, session, person } -> String;
    /// The step of the scale that a person chose; `item` is `before:` or `after:` and the rating item.
    Rating = "rating" { group, person, item } -> u8;
    /// That a person and the one whose identifier is `item` must be kept apart.
    Apart = "apart" { person, item } -> Apart;
    /// An appointment of a person, by an identifier of its own.
    Appointment = "appointment" { person, item } -> Appointment;
    /// A concern about a person that was passed on; `item` tells it from others.
    Concern = "concern" { person, item } -> Concern;
    /// A restricted pathway that was started for a person, by an identifier of its own.
    Confined = "confined" { person, item } -> Confined;
    /// A pinned pathway, complete in itself; `item` is its id and a mark of what it says.
    Pathway = "pathway" { item } -> Pathway;
    /// A pathway that was started for a person, by an identifier of its own.
    Run = "run" { person, item } -> Run;
    /// A step that was taken; `item` is the run, and which step of it that was.
    Step = "step" { person, item } -> Taken;
    /// A consent that was given for a run or a line of the matrix; `item` is that, and an identifier of its own.
    Consent = "consent" { person, item } -> Consent;
    /// That what is due of the run `item` is put off.
    Snooze = "snooze" { person, item } -> Snooze;
    /// The day on which somebody's detention under immigration powers began.
    Detention = "detention" { person } -> NaiveDate;
    /// How far the need `item` of a person is met.
    Need = "need" { person, item } -> Progress;
    /// A goal of a person, by an identifier of its own.
    Goal = "goal" { person, item } -> Goal;
    /// An action of a person's plan, by an identifier of its own.
    Action = "action" { person, item } -> Action;
    /// Where a person's life most likely goes on.
    PlanBranch = "plan-branch" { person } -> Branch;
    /// What is thought through for a person; `item` is the branch and the part of it.
    PlanPart = "plan-part" { person, item } -> String;
    /// Somebody who has a part in what becomes of a person, by an identifier of its own.
    Partner = "partner" { person, item } -> Partner;
    /// A line of the prison's action plan, by an identifier of its own.
    Remedy = "remedy" { item } -> Remedy;
    /// A line of a group's action plan.
    GroupRemedy = "group-remedy" { group, item } -> Remedy;
    /// A training of a member of the staff, by an identifier of its own.
    Training = "training" { item } -> Training;
    /// Whom the prison names for something, by an identifier of its own.
    Contact = "contact" { item } -> PointOfContact;
    /// That the planner's proposal `item` for a group is not wanted.
    LeftAside = "left-aside" { group, item } -> LeftAside;
    /// A member of the staff, by a number of their own.
    Staff = "staff" { item } -> Staff;
    /// A setting of the store.
    Setting = "setting" { item } -> String;
    /// That somebody looked at what is recorded of a person.
    Consultation = "consultation" { person } -> Consultation;
    /// What of the counts of a report the recipient `item` was given last.
    Released = "released" { item } -> Released;
    /// That something about everybody was given out; `item` tells it from others, here and below.
    Disclosure = "disclosure" { item } -> Disclosure;
    /// That something about a group was given out.
    GroupDisclosure = "group-disclosure" { group, item } -> Disclosure;
    /// That something about a person was given out.
    PersonDisclosure = "person-disclosure" { person, item } -> Disclosure;
    /// That somebody asks for a person to be erased.
    ErasureRequest = "erasure-request" { person } -> ErasureRequest;
    /// That a person was erased.
    Erasure = "erasure" { person } -> Erasure;
    /// That a file from outside was taken in.
    Combination = "combination" { item } -> Combination;
}

impl Entry {
    /// Kinds that only those read whom they are open to: no history says that there is one.
    pub const RESTRICTED: [&str; 2] = ["concern", "confined"];

    /// Whether it is of such a kind.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        Self::RESTRICTED.contains(&self.kind())
    }

    /// The entry that gives the same fact the value of `earlier`, or nothing.
    ///
    /// # Errors
    /// When `earlier` is not JSON of this kind.
    pub fn restoring(&self, earlier: Option<&str>) -> Result<Option<Self>, serde_json::Error> {
        Self::from_parts(self.kind(), self.keys(), earlier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::Code;

    #[test]
    fn an_entry_survives_being_taken_apart() {
        let entry = Entry::Mark {
            group: GroupId(1),
            session: SessionId(2),
            person: PersonId(3),
            to: Some(Box::new(Mark { minutes: Some(10), ..Mark::from(Code::Late) })),
        };
        let json = entry.value().unwrap();
        assert_eq!(json.as_deref(), Some(r#"{"code":"late","minutes":10}"#));
        assert_eq!(Entry::from_parts("mark", entry.keys(), json.as_deref()).unwrap(), Some(entry.clone()));
        let nothing = entry.restoring(None).unwrap().unwrap();
        assert_eq!((nothing.keys(), nothing.value().unwrap()), (entry.keys(), None));
    }

    #[test]
    fn a_missing_key_or_an_unknown_kind_is_no_entry() {
        assert_eq!(Entry::from_parts("mark", Keys::default(), None).unwrap(), None);
        assert_eq!(Entry::from_parts("wish", Keys::default(), None).unwrap(), None);
    }
}
