//! The key table: dispatch, footer, help, palette, `onward keys` and the README's table are made from it.

mod rows;

use crate::domain::attendance::{Code, TABLE};
use crate::tui::keys::Key;
use rows::{ROWS, Row};
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

/// The rows with the attendance codes among them.
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
