//! The key table: dispatch, footer, help, palette, `onward keys` and the README's table are made from it.

mod map;
mod remap;
mod rights;
mod rows;

pub use map::{Binding, Keymap};
pub use remap::{Refusal, Wish};

use crate::domain::attendance::Code;

/// Where a key means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    Today,
    People,
    Person,
    /// The pathways of a person.
    Paths,
    /// One of them.
    Path,
    /// The plan of a person.
    Plan,
    /// Who may be told what about a person.
    Agencies,
    Coverage,
    Duties,
    Board,
    Calendar,
    /// The prison's own plan, training and contacts.
    House,
    Form,
    Import,
    Eligibility,
    Groups,
    Group,
    Planner,
    Change,
    PickPeople,
    Room,
    Outcomes,
    /// The end of a course.
    Ending,
    Cards,
    Register,
    Programmes,
    Programme,
    Directory,
    Agency,
    Guides,
    Guide,
    /// A trainer's folder.
    Author,
    /// A trainer's file.
    Proof,
    Reports,
    Preview,
    /// Bundles of several desks.
    Review,
    History,
    Audit,
    Retention,
    Concerns,
    Staff,
    Welcome,
    /// Movement in every list.
    List,
    /// Everywhere.
    Desk,
}

impl Scope {
    /// Every scope, in the order of help.
    pub const ALL: [Self; 44] = [
        Self::Today,
        Self::People,
        Self::Person,
        Self::Paths,
        Self::Path,
        Self::Plan,
        Self::Agencies,
        Self::Coverage,
        Self::Duties,
        Self::Board,
        Self::Calendar,
        Self::House,
        Self::Form,
        Self::Import,
        Self::Eligibility,
        Self::Groups,
        Self::Group,
        Self::Planner,
        Self::Change,
        Self::PickPeople,
        Self::Room,
        Self::Outcomes,
        Self::Ending,
        Self::Cards,
        Self::Register,
        Self::Programmes,
        Self::Programme,
        Self::Directory,
        Self::Agency,
        Self::Guides,
        Self::Guide,
        Self::Author,
        Self::Proof,
        Self::Reports,
        Self::Preview,
        Self::Review,
        Self::History,
        Self::Audit,
        Self::Retention,
        Self::Concerns,
        Self::Staff,
        Self::Welcome,
        Self::List,
        Self::Desk,
    ];

    /// What a file of other keys calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        let message = self.message();
        message.strip_prefix("scope-").unwrap_or(message)
    }

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Today => "scope-today",
            Self::People => "scope-people",
            Self::Person => "scope-person",
            Self::Paths => "scope-paths",
            Self::Path => "scope-path",
            Self::Plan => "scope-plan",
            Self::Agencies => "scope-agencies",
            Self::Coverage => "scope-coverage",
            Self::Duties => "scope-duties",
            Self::Board => "scope-board",
            Self::Calendar => "scope-calendar",
            Self::House => "scope-house",
            Self::Form => "scope-form",
            Self::Import => "scope-import",
            Self::Eligibility => "scope-eligibility",
            Self::Groups => "scope-groups",
            Self::Group => "scope-group",
            Self::Planner => "scope-planner",
            Self::Change => "scope-change",
            Self::PickPeople => "scope-pick",
            Self::Room => "scope-room",
            Self::Outcomes => "scope-outcomes",
            Self::Ending => "scope-ending",
            Self::Cards => "scope-cards",
            Self::Register => "scope-register",
            Self::Programmes => "scope-programmes",
            Self::Programme => "scope-programme",
            Self::Directory => "scope-directory",
            Self::Agency => "scope-agency",
            Self::Guides => "scope-guides",
            Self::Guide => "scope-guide",
            Self::Author => "scope-author",
            Self::Proof => "scope-proof",
            Self::Reports => "scope-reports",
            Self::Preview => "scope-preview",
            Self::Review => "scope-review",
            Self::History => "scope-history",
            Self::Audit => "scope-audit",
            Self::Retention => "scope-retention",
            Self::Concerns => "scope-concerns",
            Self::Staff => "scope-staff",
            Self::Welcome => "scope-welcome",
            Self::List => "scope-list",
            Self::Desk => "scope-desk",
        }
    }
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    // movement
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    NextPane,
    PreviousPane,
    // everywhere
    Open,
    Back,
    Today,
    People,
    Groups,
    Programmes,
    Reports,
    /// The next of the five homes.
    NextHome,
    Help,
    Palette,
    Find,
    Undo,
    Redo,
    Language,
    /// The history of everything.
    Journal,
    Lock,
    /// Whether a whole group may see the screen.
    RoomSafe,
    /// A concern about somebody's safety.
    Concern,
    Concerns,
    Suspend,
    /// The staff, or one's own passphrase.
    Staff,
    /// Whether the record is what was recorded.
    Verify,
    Count,
    /// Who was kept long enough.
    Retention,
    /// A key for what is not for the role.
    Refused,
    Quit,
    // the staff
    AddStaff,
    StaffRole,
    Revoke,
    Passphrase,
    RecoveryCode,
    LockAfter,
    // people
    Add,
    Edit,
    Remove,
    /// Everything of a person, for good.
    Erase,
    Import,
    SamplePeople,
    Eligibility,
    ChangeStart,
    ChangeProgramme,
    Exception,
    History,
    // forms
    Save,
    // groups
    NewGroup,
    AddPeople,
    Toggle,
    Leave,
    Enrol,
    MoveSession,
    CancelSession,
    AddSession,
    InsertSession,
    SplitSession,
    JoinSessions,
    Facilitators,
    OfferPlace,
    // a change of the timetable
    LaterToo,
    Register,
    Start,
    // the planner
    Planner,
    Take,
    LeaveAside,
    // choosing people
    Roll,
    Settle,
    // one person
    Apart,
    Appointment,
    // pathways
    Pathways,
    Duties,
    Board,
    Calendar,
    /// The day that it is.
    ThisDay,
    StartPathway,
    DoStep,
    Snooze,
    GiveConsent,
    Withdraw,
    EndPathway,
    /// Who may see a restricted pathway.
    WhoSees,
    /// Since when somebody is detained.
    Detention,
    // plans
    Plan,
    AgreeAction,
    NewGoal,
    Done,
    GiveUp,
    /// Where life most likely goes on.
    PlanBranch,
    // the agency matrix
    Agencies,
    NewPartner,
    HandOver,
    Coverage,
    // the prison's own
    House,
    NewRemedy,
    NewTraining,
    NewContact,
    /// A line is done, a refresher had, a contact looked at.
    Finish,
    Progress,
    TakeOut,
    // the room
    Mark(Code),
    Away,
    AllPresent,
    Clear,
    NextActivity,
    SkipActivity,
    Pause,
    Longer,
    Shorter,
    LongerByOne,
    ShorterByOne,
    /// So many minutes for a thing on the agenda.
    Minutes,
    AddActivity,
    SwapActivity,
    Fit,
    Until,
    /// What to know before the session.
    Before,
    /// Who completed, and their certificates.
    Ending,
    Note,
    SessionNote,
    Outcomes,
    Rate,
    CameBack,
    Guest,
    /// Everybody here achieved what was not judged yet.
    AllAchieved,
    Close,
    // outcomes
    Achieved,
    Partly,
    NotAchieved,
    // register
    CatchUp,
    Block,
    ExtendUp,
    ExtendDown,
    ExtendLeft,
    ExtendRight,
    FillRight,
    FillDown,
    Copy,
    Paste,
    NextMissing,
    Sort,
    // what there is to read
    Directory,
    Guides,
    // a trainer's files
    ViewText,
    ViewRoom,
    ViewSheet,
    SheetLanguage,
    /// What was found in a file.
    Findings,
    NextFinding,
    PreviousFinding,
    ReadAgain,
    // reports
    Write,
    Format,
    Report,
    Period,
    /// For whom.
    Recipient,
    // a review
    TickOff,
    SendBack,
    KnowDesk,
    ByMonth,
}
