//! What a screen wants done: the app opens and closes, the shell touches the world.

use crate::domain::audit::{Audit, Head};
use crate::domain::change::Proposal;
use crate::domain::entry::Entry;
use crate::domain::erasure::Erasure;
use crate::domain::id::{GroupId, PersonId, SessionId};
use crate::domain::seal::Identity;
use crate::domain::staff::Role;
use crate::domain::trace::Recipient;
use crate::report::Request;
use crate::tui::layers::Layer;
use chrono::NaiveDate;
use std::path::PathBuf;
use zeroize::Zeroizing;

/// Where a screen is: opening is by address, so that any screen can lead to any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Today,
    People,
    Person(PersonId),
    /// One person against a programme version, by the index among the desk's courses, and a start.
    Judged {
        person: PersonId,
        course: usize,
        start: NaiveDate,
    },
    PersonForm(Option<PersonId>),
    /// The pathways of a person.
    Paths(PersonId),
    /// One of them, by the item of its run.
    Path {
        person: PersonId,
        run: String,
    },
    /// The plan of a person.
    Plan(PersonId),
    /// Who does what for a person, and who may be told what.
    Agencies(PersonId),
    /// Which rules of the standards are served for a person or by a group.
    Coverage(crate::domain::record::About),
    /// The same of a programme version, by the index among the desk's courses.
    CoverageOfCourse(usize),
    /// The action plan of the prison with its training and contacts; or that of a group.
    House(Option<GroupId>),
    /// What is due of everybody's pathways and plans, and of the prison itself.
    Duties,
    /// Every pathway that runs, by step.
    Board,
    /// A month of sessions and duties.
    Calendar,
    Import(PathBuf),
    /// Everybody against a programme version, by the index among the desk's courses, and a start.
    Eligibility {
        course: usize,
        start: NaiveDate,
    },
    Groups,
    Group(GroupId),
    /// A new group, of a programme version by its index among the desk's courses; or an old one.
    GroupForm {
        group: Option<GroupId>,
        course: usize,
    },
    /// Everybody's time line against the dates of a group.
    Planner(GroupId),
    PickPeople(GroupId),
    /// A change of a group's timetable, before it is recorded.
    Change {
        group: GroupId,
        proposal: Proposal,
    },
    /// Who completed a course, and their certificates.
    Ending(GroupId),
    Room {
        group: GroupId,
        session: SessionId,
    },
    Outcomes {
        group: GroupId,
        session: SessionId,
        person: PersonId,
    },
    /// The rating cards of a session, as the facilitator sees them.
    Cards {
        group: GroupId,
        session: SessionId,
        person: PersonId,
    },
    Register(GroupId),
    /// Every agency.
    Directory,
    /// One of them, by its id.
    Agency(String),
    Guides,
    /// One of them, by its id.
    Guide(String),
    Programmes,
    Programme {
        course: usize,
    },
    Reports,
    Preview(Request),
    /// Bundles of several desks.
    Review,
    /// The folder that a trainer works in.
    Author,
    /// A file of a trainer, as it will be seen.
    Proof(PathBuf),
    /// What an audit of the record found; nothing while it goes on.
    Audit(Option<Audit>),
    /// Who was kept long enough.
    Retention,
    /// One's own concerns.
    Concerns,
    /// Who works on the store.
    Staff,
    History(crate::domain::record::About),
}

impl Place {
    /// Whose page it is: to open it is to look at what is recorded of that person.
    #[must_use]
    pub fn consults(&self) -> Option<PersonId> {
        match self {
            Self::Person(person)
            | Self::Paths(person)
            | Self::Path { person, .. }
            | Self::Plan(person)
            | Self::Agencies(person)
            | Self::Coverage(crate::domain::record::About::Person(person))
            | Self::Judged { person, .. }
            | Self::PersonForm(Some(person))
            | Self::History(crate::domain::record::About::Person(person)) => Some(*person),
            _ => None,
        }
    }
}

/// Back to what was before a step, or forth to what was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Undo,
    Redo,
}

/// What the screen on top is told: a pasted text, or the answer to a question that it asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    Paste(String),
    /// Who is meant by a line of a list: somebody, or nobody of those who were named.
    Meant {
        line: String,
        person: Option<PersonId>,
    },
    /// A line of a list is settled.
    Settled(String),
}

/// A passphrase on its way from where it was typed; never shown, wiped when dropped.
#[derive(Clone)]
pub struct Phrase(pub Zeroizing<String>);

impl std::fmt::Debug for Phrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Phrase(hidden)")
    }
}

/// What is to become of the slots of the key file.
#[derive(Debug, Clone)]
pub enum StaffChange {
    Add { name: String, sign_in: String, role: Role, passphrase: Phrase },
    Role { sign_in: String, role: Role },
    Passphrase { sign_in: String, passphrase: Phrase },
    Revoke { sign_in: String },
    Recovery,
}

/// What a supervisor says of bundles, or wants of them.
#[derive(Debug, Clone)]
pub enum Judging {
    /// The desk with this key is known by this name.
    Know {
        identity: Identity,
        name: String,
    },
    Say(Said),
    /// What was said of it is taken back.
    Unsay(Said),
    /// What all come to, written to a file.
    Merge(PathBuf),
}

/// A group of a bundle, and the remarks with which it is sent back; ticked off without.
#[derive(Debug, Clone)]
pub struct Said {
    pub identity: Identity,
    pub head: Head,
    pub group: String,
    pub remarks: Option<String>,
}

/// Something a screen wants done.
#[derive(Debug)]
pub enum Effect {
    /// Record these as one step, and say this when they are on disk.
    Record {
        entries: Vec<Entry>,
        said: String,
    },
    /// Keep what is still being written at a place, or forget it.
    KeepDraft {
        place: String,
        text: Option<String>,
    },
    /// Keep this for pasting in the desk, and offer it to the terminal.
    Copy(String),
    /// Take the latest step back, or the latest undo.
    Turn(Way),
    Open(Place),
    /// Open in place of the present screen.
    Replace(Place),
    /// One of the five homes: everything else is closed.
    Home(Place),
    Back,
    Ask(Layer),
    /// Tell the screen on top.
    Tell(Told),
    /// Say this in the status line.
    Say(String),
    /// Say in the status line, as a failure is said, that something was not done, and why.
    Refuse(String),
    /// Count what a preview says, in lines of so many columns: the shell does it beside the desk, with progress.
    Count(Request, usize),
    /// Write an export: the shell does it beside the desk, with progress.
    Write {
        request: Request,
        path: PathBuf,
        force: bool,
    },
    /// The same, once it was said to whom it goes.
    GiveOut {
        request: Request,
        path: PathBuf,
        force: bool,
        recipient: Recipient,
    },
    /// Check beside the desk that the record is what was recorded, then show what was found.
    Verify,
    /// Keep what a supervisor says of a bundle, or write what all come to.
    Review(Judging),
    /// Read the files again that a trainer works on.
    ReadAgain,
    /// Erase people for good.
    Erase(Vec<(PersonId, Erasure)>),
    /// Read a file of people for a dry run, then show it.
    ReadImport(PathBuf),
    /// Change who may open the store: the shell writes the key file, and records it.
    Staff(StaffChange),
    SamplePeople,
    /// Room-safe mode on, or off.
    RoomSafe,
    Language(&'static str),
    Lock,
    Suspend,
    Quit,
}

/// What one turn asks for, in order.
pub type Effects = Vec<Effect>;
