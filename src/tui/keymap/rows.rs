//! The rows of the key table, by scope: a new key is a row here.

use super::{Action, Scope};

/// A line as it is written here.
pub(super) struct Row {
    /// Names of keys with spaces between; the first is the one that is shown.
    pub(super) keys: &'static str,
    pub(super) action: Action,
    pub(super) message: &'static str,
    pub(super) footer: bool,
}

const fn row(keys: &'static str, action: Action, message: &'static str) -> Row {
    Row { keys, action, message, footer: false }
}

/// A line that the footer shows too.
const fn foot(keys: &'static str, action: Action, message: &'static str) -> Row {
    Row { keys, action, message, footer: true }
}

/// Every key but those of the attendance codes, which follow from their own table.
pub(super) const ROWS: &[(Scope, &[Row])] = &[
    (
        Scope::Today,
        &[
            foot("s", Action::Start, "do-start-session"),
            foot("w", Action::Register, "do-register"),
            row("i", Action::Import, "do-import"),
            row("a", Action::Add, "do-add-person"),
            row("n", Action::NewGroup, "do-new-group"),
            row("P", Action::SamplePeople, "do-sample-people"),
        ],
    ),
    (
        Scope::People,
        &[
            foot("/ F3", Action::Find, "do-find"),
            foot("a", Action::Add, "do-add-person"),
            foot("i", Action::Import, "do-import"),
            foot("e", Action::Eligibility, "do-eligibility"),
            row("P", Action::SamplePeople, "do-sample-people"),
        ],
    ),
    (
        Scope::Person,
        &[
            foot("e", Action::Edit, "do-edit"),
            foot("s", Action::ChangeStart, "do-change-start"),
            foot("v", Action::ChangeProgramme, "do-change-version"),
            foot("x", Action::Exception, "do-exception"),
            row("b", Action::CatchUp, "do-catch-up"),
            foot("i", Action::History, "do-history"),
            row("a", Action::Appointment, "do-appointment"),
            row("w", Action::Apart, "do-apart"),
            row("D", Action::Remove, "do-remove-person"),
            row("Z", Action::Erase, "do-erase"),
        ],
    ),
    (
        Scope::Form,
        &[
            foot("Ctrl-S F2", Action::Save, "do-save"),
            foot("Tab Down Enter", Action::NextPane, "do-next-field"),
            row("Shift-Tab Up", Action::PreviousPane, "do-previous-field"),
            foot("Esc", Action::Back, "do-leave-form"),
        ],
    ),
    (Scope::Import, &[foot("Ctrl-S F2", Action::Save, "do-import-now")]),
    (
        Scope::Eligibility,
        &[
            foot("s", Action::ChangeStart, "do-change-start"),
            foot("v", Action::ChangeProgramme, "do-change-version"),
            foot("n", Action::NewGroup, "do-new-group"),
        ],
    ),
    (
        Scope::Groups,
        &[
            foot("n", Action::NewGroup, "do-new-group"),
            foot("/ F3", Action::Find, "do-find"),
            foot("w", Action::Register, "do-register"),
        ],
    ),
    (
        Scope::Group,
        &[
            foot("s", Action::Start, "do-start-session"),
            foot("w", Action::Register, "do-register"),
            foot("a", Action::AddPeople, "do-add-people"),
            foot("t", Action::Planner, "do-planner"),
            foot("m", Action::MoveSession, "do-move-session"),
            foot("c", Action::CancelSession, "do-cancel-session"),
            foot("l", Action::Leave, "do-leave-group"),
            row("p", Action::AddSession, "do-plan-again"),
            row("n", Action::InsertSession, "do-insert-session"),
            row("S", Action::SplitSession, "do-split-session"),
            row("J", Action::JoinSessions, "do-join-sessions"),
            row("r", Action::Enrol, "do-enrol"),
            row("o", Action::OfferPlace, "do-offer-place"),
            row("f", Action::Facilitators, "do-facilitators"),
            row("E", Action::Ending, "do-ending"),
            row("e", Action::Edit, "do-edit"),
            row("i", Action::History, "do-history"),
            row("Tab", Action::NextPane, "do-next-pane"),
        ],
    ),
    (
        Scope::Planner,
        &[
            foot("y", Action::Take, "do-take"),
            foot("x", Action::LeaveAside, "do-leave-aside"),
            foot("Tab", Action::NextPane, "do-next-pane"),
            foot("a", Action::AddPeople, "do-add-people"),
            row("w", Action::Register, "do-register"),
            row("e", Action::Edit, "do-edit"),
        ],
    ),
    (
        Scope::Change,
        &[
            foot("Enter Ctrl-S F2", Action::Save, "do-make-change"),
            foot("l", Action::LaterToo, "do-later-too"),
            foot("Esc", Action::Back, "do-leave-change"),
        ],
    ),
    (
        Scope::PickPeople,
        &[
            foot("Space", Action::Toggle, "do-pick"),
            foot("Ctrl-S F2", Action::Save, "do-enrol-picked"),
            foot("/ F3", Action::Find, "do-find"),
            foot("l", Action::Roll, "do-roll"),
            foot("t", Action::Planner, "do-planner"),
            row("o", Action::Settle, "do-settle"),
        ],
    ),
    (
        Scope::Room,
        &[
            foot("a", Action::Away, "do-away"),
            foot("A", Action::AllPresent, "do-all-present"),
            foot("Space", Action::NextActivity, "do-next-activity"),
            row("K", Action::SkipActivity, "do-skip-activity"),
            row("P", Action::Pause, "do-pause"),
            row("L", Action::Longer, "do-longer"),
            row("S", Action::Shorter, "do-shorter"),
            row("+ E", Action::LongerByOne, "do-longer-by-one"),
            row("- D", Action::ShorterByOne, "do-shorter-by-one"),
            row("M", Action::Minutes, "do-minutes"),
            row("J", Action::AddActivity, "do-add-activity"),
            row("O", Action::SwapActivity, "do-swap-activity"),
            row("F", Action::Fit, "do-fit"),
            row("T", Action::Until, "do-until"),
            row("I", Action::Before, "do-before"),
            foot("n", Action::Note, "do-note"),
            foot("C F10", Action::Close, "do-close-session"),
            foot("o", Action::Outcomes, "do-outcomes"),
            foot("u", Action::Undo, "do-undo"),
            row("N", Action::SessionNote, "do-session-note"),
            row("R", Action::Rate, "do-rate"),
            row("b", Action::CatchUp, "do-catch-up"),
            row("B", Action::CameBack, "do-came-back"),
            row("V", Action::Guest, "do-guest"),
            row("X", Action::AllAchieved, "do-achieved-all-room"),
            row("Backspace Del", Action::Clear, "do-clear"),
            row("Tab", Action::NextPane, "do-next-pane"),
            row("Left", Action::Left, "do-left"),
            row("Right", Action::Right, "do-right"),
        ],
    ),
    (
        Scope::Outcomes,
        &[
            foot("a", Action::Achieved, "do-achieved"),
            foot("p", Action::Partly, "do-partly"),
            foot("n", Action::NotAchieved, "do-not-achieved"),
            foot("A", Action::AllPresent, "do-achieved-all"),
            row("Backspace Del", Action::Clear, "do-clear"),
            row("Left", Action::Left, "do-left"),
            row("Right Tab", Action::Right, "do-right"),
        ],
    ),
    (Scope::Ending, &[foot("w", Action::Write, "do-certificate"), foot("R", Action::Rate, "do-second-rating")]),
    (Scope::Cards, &[foot("Enter", Action::Open, "do-pass-round")]),
    (
        Scope::Register,
        &[
            foot("a", Action::Away, "do-code"),
            foot("n", Action::Note, "do-note"),
            foot("N", Action::NextMissing, "do-next-missing"),
            foot("V", Action::Block, "do-block"),
            foot("b", Action::CatchUp, "do-catch-up"),
            row("Backspace Del", Action::Clear, "do-clear"),
            foot("u", Action::Undo, "do-undo"),
            row("R", Action::FillRight, "do-fill-right"),
            row("D Ctrl-D", Action::FillDown, "do-fill-down"),
            row("C Ctrl-C", Action::Copy, "do-copy"),
            row("P Ctrl-V", Action::Paste, "do-paste"),
            row("S", Action::Sort, "do-sort"),
            row("Shift-Up", Action::ExtendUp, "do-extend-up"),
            row("Shift-Down", Action::ExtendDown, "do-extend-down"),
            row("Shift-Left", Action::ExtendLeft, "do-extend-left"),
            row("Shift-Right", Action::ExtendRight, "do-extend-right"),
            row("Left", Action::Left, "do-left"),
            row("Right", Action::Right, "do-right"),
        ],
    ),
    (Scope::Programmes, &[row("n", Action::NewGroup, "do-new-group")]),
    (
        Scope::Programme,
        &[
            foot("n", Action::NewGroup, "do-new-group"),
            foot("v", Action::ChangeProgramme, "do-change-version"),
            foot("Right Tab", Action::NextPane, "do-next-session"),
            foot("Left Shift-Tab", Action::PreviousPane, "do-previous-session"),
        ],
    ),
    (Scope::Reports, &[foot("Space", Action::Toggle, "do-pick")]),
    (
        Scope::Preview,
        &[
            foot("w", Action::Write, "do-write"),
            foot("f", Action::Format, "do-format"),
            foot("r", Action::Report, "do-other-report"),
            foot("p", Action::Period, "do-period"),
        ],
    ),
    (Scope::History, &[]),
    (Scope::Audit, &[]),
    (Scope::Retention, &[foot("Z", Action::Erase, "do-erase-due")]),
    (Scope::Concerns, &[foot("Enter", Action::Open, "do-receipt")]),
    (
        Scope::Staff,
        &[
            foot("a", Action::AddStaff, "do-add-staff"),
            foot("r", Action::StaffRole, "do-staff-role"),
            foot("p", Action::Passphrase, "do-passphrase"),
            foot("D", Action::Revoke, "do-revoke"),
            row("c", Action::RecoveryCode, "do-recovery-code"),
            row("t", Action::LockAfter, "do-lock-after"),
        ],
    ),
    (Scope::Welcome, &[]),
    (
        Scope::List,
        &[
            row("Up k", Action::Up, "do-up"),
            row("Down j", Action::Down, "do-down"),
            row("PgUp Ctrl-B", Action::PageUp, "do-page-up"),
            row("PgDn Ctrl-F", Action::PageDown, "do-page-down"),
            row("Home g", Action::First, "do-first"),
            row("End G", Action::Last, "do-last"),
            foot("Enter", Action::Open, "do-open"),
        ],
    ),
    (
        Scope::Desk,
        &[
            row("1", Action::Today, "do-today"),
            row("2", Action::People, "do-people"),
            row("3", Action::Groups, "do-groups"),
            row("4", Action::Programmes, "do-programmes"),
            row("5", Action::Reports, "do-reports"),
            row("F7", Action::NextHome, "do-next-home"),
            row("Esc h", Action::Back, "do-back"),
            row("u", Action::Undo, "do-undo"),
            row("Ctrl-R F6", Action::Redo, "do-redo"),
            row(": F4", Action::Palette, "do-palette"),
            row("F8", Action::Language, "do-language"),
            row("F9", Action::Journal, "do-journal"),
            row("! F5", Action::Concern, "do-concern"),
            row("F12", Action::Concerns, "do-concerns"),
            row("Ctrl-K", Action::Staff, "do-staff"),
            row("Ctrl-G", Action::Verify, "do-verify"),
            row("Ctrl-P", Action::Retention, "do-retention"),
            row("Ctrl-L", Action::Lock, "do-lock"),
            row("H", Action::RoomSafe, "do-room-safe"),
            row("Ctrl-Z", Action::Suspend, "do-suspend"),
            row("q", Action::Quit, "do-quit"),
            foot("? F1", Action::Help, "do-help"),
        ],
    ),
];
