//! The key table: dispatch, footer, help, palette, `onward keys` and the README's table are made from it.

use crate::domain::attendance::{Code, TABLE};
use crate::tui::keys::Key;
use std::sync::LazyLock;

/// Where a key means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    Today,
    People,
    Person,
    Form,
    Import,
    Eligibility,
    Groups,
    Group,
    PickPeople,
    Room,
    Outcomes,
    Register,
    Programmes,
    Programme,
    Reports,
    Preview,
    History,
    Welcome,
    /// Movement in every list.
    List,
    /// Everywhere.
    Desk,
}

impl Scope {
    /// Every scope, in the order of help.
    pub const ALL: [Self; 20] = [
        Self::Today,
        Self::People,
        Self::Person,
        Self::Form,
        Self::Import,
        Self::Eligibility,
        Self::Groups,
        Self::Group,
        Self::PickPeople,
        Self::Room,
        Self::Outcomes,
        Self::Register,
        Self::Programmes,
        Self::Programme,
        Self::Reports,
        Self::Preview,
        Self::History,
        Self::Welcome,
        Self::List,
        Self::Desk,
    ];

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Today => "scope-today",
            Self::People => "scope-people",
            Self::Person => "scope-person",
            Self::Form => "scope-form",
            Self::Import => "scope-import",
            Self::Eligibility => "scope-eligibility",
            Self::Groups => "scope-groups",
            Self::Group => "scope-group",
            Self::PickPeople => "scope-pick",
            Self::Room => "scope-room",
            Self::Outcomes => "scope-outcomes",
            Self::Register => "scope-register",
            Self::Programmes => "scope-programmes",
            Self::Programme => "scope-programme",
            Self::Reports => "scope-reports",
            Self::Preview => "scope-preview",
            Self::History => "scope-history",
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
    Help,
    Palette,
    Find,
    Undo,
    Language,
    /// The history of everything.
    Journal,
    Lock,
    Suspend,
    Quit,
    // people
    Add,
    Edit,
    Remove,
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
    Register,
    Start,
    // the room
    Mark(Code),
    Away,
    AllPresent,
    Clear,
    NextActivity,
    SkipActivity,
    Note,
    SessionNote,
    Outcomes,
    Rate,
    Close,
    // outcomes
    Achieved,
    Partly,
    NotAchieved,
    // register
    CatchUp,
    // reports
    Write,
    Format,
    Report,
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    pub scope: Scope,
    /// Any of these keys; the first is the one that is shown.
    pub keys: Vec<Key>,
    pub action: Action,
    /// The message that says what it does.
    pub message: &'static str,
    /// Whether the footer shows it.
    pub footer: bool,
}

/// Keys that are everywhere but in the footer only of the screens that have nothing better to show.
static KEYS: LazyLock<Vec<Binding>> = LazyLock::new(|| {
    let mut table = Vec::with_capacity(160);
    for (scope, rows) in ROWS {
        if matches!(scope, Scope::Room | Scope::Register) {
            table.extend(marks(*scope));
        }
        table.extend(rows.iter().map(|row| bind(*scope, row)));
    }
    table
});

/// The whole table.
#[must_use]
pub fn table() -> &'static [Binding] {
    &KEYS
}

/// What `key` does in the first of `scopes` that knows it.
#[must_use]
pub fn action(scopes: &[Scope], key: Key) -> Option<Action> {
    scopes.iter().find_map(|scope| of(*scope).find(|b| b.keys.contains(&key)).map(|b| b.action))
}

/// The lines of one scope.
pub fn of(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    KEYS.iter().filter(move |b| b.scope == scope)
}

/// The key that a screen shows for an action.
#[must_use]
pub fn key_for(scopes: &[Scope], action: Action) -> Option<Key> {
    scopes.iter().find_map(|scope| of(*scope).find(|b| b.action == action).and_then(|b| b.keys.first().copied()))
}

struct Row {
    keys: &'static str,
    action: Action,
    message: &'static str,
    footer: bool,
}

const fn row(keys: &'static str, action: Action, message: &'static str) -> Row {
    Row { keys, action, message, footer: false }
}

/// A line that the footer shows too.
const fn foot(keys: &'static str, action: Action, message: &'static str) -> Row {
    Row { keys, action, message, footer: true }
}

fn bind(scope: Scope, row: &Row) -> Binding {
    let keys = row.keys.split(' ').filter_map(Key::from_name).collect();
    Binding { scope, keys, action: row.action, message: row.message, footer: row.footer }
}

/// One line for each attendance code whose key the scope has not taken for something else.
fn marks(scope: Scope) -> Vec<Binding> {
    let near = ROWS.iter().filter(|(other, _)| [scope, Scope::List, Scope::Desk].contains(other));
    let taken: Vec<Key> = near.flat_map(|(other, rows)| rows.iter().flat_map(|row| bind(*other, row).keys)).collect();
    TABLE
        .iter()
        .filter(|row| !taken.contains(&Key::Char(row.key())))
        .map(|row| Binding {
            scope,
            keys: vec![Key::Char(row.key())],
            action: Action::Mark(row.code),
            message: row.message,
            footer: matches!(row.code, Code::Present | Code::Late),
        })
        .collect()
}

const ROWS: &[(Scope, &[Row])] = &[
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
            foot("i", Action::History, "do-history"),
            row("D", Action::Remove, "do-remove-person"),
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
            foot("m", Action::MoveSession, "do-move-session"),
            foot("c", Action::CancelSession, "do-cancel-session"),
            row("p", Action::AddSession, "do-plan-again"),
            foot("l", Action::Leave, "do-leave-group"),
            row("r", Action::Enrol, "do-enrol"),
            row("e", Action::Edit, "do-edit"),
            row("i", Action::History, "do-history"),
            row("Tab", Action::NextPane, "do-next-pane"),
        ],
    ),
    (
        Scope::PickPeople,
        &[
            foot("Space", Action::Toggle, "do-pick"),
            foot("Ctrl-S F2", Action::Save, "do-enrol-picked"),
            foot("/ F3", Action::Find, "do-find"),
        ],
    ),
    (
        Scope::Room,
        &[
            foot("a", Action::Away, "do-away"),
            foot("A", Action::AllPresent, "do-all-present"),
            foot("Space", Action::NextActivity, "do-next-activity"),
            row("K", Action::SkipActivity, "do-skip-activity"),
            foot("n", Action::Note, "do-note"),
            foot("C F10", Action::Close, "do-close-session"),
            foot("o", Action::Outcomes, "do-outcomes"),
            foot("u", Action::Undo, "do-undo"),
            row("N", Action::SessionNote, "do-session-note"),
            row("R", Action::Rate, "do-rate"),
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
    (
        Scope::Register,
        &[
            foot("a", Action::Away, "do-code"),
            foot("n", Action::Note, "do-note"),
            foot("b", Action::CatchUp, "do-catch-up"),
            row("Backspace Del", Action::Clear, "do-clear"),
            foot("u", Action::Undo, "do-undo"),
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
    (Scope::Reports, &[]),
    (
        Scope::Preview,
        &[
            foot("w", Action::Write, "do-write"),
            foot("f", Action::Format, "do-format"),
            foot("r", Action::Report, "do-other-report"),
        ],
    ),
    (Scope::History, &[]),
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
            row("Esc h", Action::Back, "do-back"),
            row("u", Action::Undo, "do-undo"),
            row(": F4", Action::Palette, "do-palette"),
            row("F8", Action::Language, "do-language"),
            row("F9", Action::Journal, "do-journal"),
            row("Ctrl-L", Action::Lock, "do-lock"),
            row("Ctrl-Z", Action::Suspend, "do-suspend"),
            row("q", Action::Quit, "do-quit"),
            foot("? F1", Action::Help, "do-help"),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_key_means_two_things_in_one_scope() {
        for scope in Scope::ALL {
            let mut seen = BTreeSet::new();
            for binding in of(scope) {
                assert!(!binding.keys.is_empty(), "{scope:?} {:?}", binding.action);
                for key in &binding.keys {
                    assert!(seen.insert(*key), "{key} twice in {scope:?}");
                }
            }
        }
    }

    #[test]
    fn every_key_name_of_the_table_is_a_key() {
        for (scope, rows) in ROWS {
            for row in *rows {
                assert!(row.keys.split(' ').all(|k| Key::from_name(k).is_some()), "{scope:?}: {}", row.keys);
            }
        }
    }

    #[test]
    fn the_room_has_one_key_for_nearly_every_code() {
        let direct = of(Scope::Room).filter(|b| matches!(b.action, Action::Mark(_))).count();
        assert!(direct >= 16, "{direct}");
        assert_eq!(action(&[Scope::Room, Scope::Desk], Key::Char('p')), Some(Action::Mark(Code::Present)));
        assert_eq!(action(&[Scope::Room, Scope::Desk], Key::Char('q')), Some(Action::Quit));
    }
}
