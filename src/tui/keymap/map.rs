//! The key table as a value: the rows with the attendance codes among them.

use super::rows::{ROWS, Row};
use super::{Action, Scope, rights};
use crate::domain::attendance::{Code, TABLE};
use crate::domain::staff::Role;
use crate::tui::keys::Key;

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    pub scope: Scope,
    /// Any of these keys; the first is the one that is shown. Without any it is reached by its words alone.
    pub keys: Vec<Key>,
    pub action: Action,
    /// The message that says what it does.
    pub message: &'static str,
    /// Whether the footer shows it.
    pub footer: bool,
}

impl Binding {
    /// What a file of other keys calls the action: unique within the scope, and never changed once released.
    #[must_use]
    pub fn name(&self) -> &'static str {
        let message = self.message;
        message.strip_prefix("do-").or_else(|| message.strip_prefix("code-")).unwrap_or(message)
    }

    /// Its keys by their names.
    #[must_use]
    pub fn key_names(&self) -> Vec<String> {
        self.keys.iter().map(ToString::to_string).collect()
    }
}

/// Which key does what, made once when the program starts and lent to whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    pub(super) table: Vec<Binding>,
    /// Whose keys they are: what the role may not do is not shown, and a key for it says so.
    role: Role,
}

impl Keymap {
    /// The keys that the desk comes with.
    #[must_use]
    pub fn built_in() -> Self {
        let mut table = Vec::with_capacity(160);
        for (scope, rows) in ROWS {
            if matches!(scope, Scope::Room | Scope::Register) {
                table.extend(marks(*scope));
            }
            table.extend(rows.iter().map(|row| bind(*scope, row)));
        }
        Self { table, role: Role::Owner }
    }

    /// The same keys for somebody in `role`.
    #[must_use]
    pub fn for_role(self, role: Role) -> Self {
        Self { role, ..self }
    }

    /// Whether the role may do `action`.
    #[must_use]
    pub fn permits(&self, action: Action) -> bool {
        rights::permits(self.role, action)
    }

    /// What `key` does in the first of `scopes` that knows it: [`Action::Refused`] when that is not for the role.
    #[must_use]
    pub fn action(&self, scopes: &[Scope], key: Key) -> Option<Action> {
        let found = |scope: &Scope| self.table.iter().find(|b| b.scope == *scope && b.keys.contains(&key));
        let action = scopes.iter().find_map(found)?.action;
        Some(if self.permits(action) { action } else { Action::Refused })
    }

    /// The lines of one scope that are for the role.
    pub fn of(&self, scope: Scope) -> impl Iterator<Item = &Binding> {
        self.table.iter().filter(move |b| b.scope == scope && self.permits(b.action))
    }

    /// The key that a screen shows for an action, by its name; nothing when it has none.
    #[must_use]
    pub fn key_for(&self, scopes: &[Scope], action: Action) -> String {
        let key = |scope: &Scope| self.of(*scope).find(|b| b.action == action).and_then(|b| b.keys.first());
        scopes.iter().find_map(key).map_or_else(String::new, ToString::to_string)
    }
}

fn bind(scope: Scope, row: &Row) -> Binding {
    let keys = row.keys.split(' ').filter_map(Key::from_name).collect();
    Binding { scope, keys, action: row.action, message: row.message, footer: row.footer }
}

/// One line for each attendance code, without a key where the scope has taken it for something else.
fn marks(scope: Scope) -> Vec<Binding> {
    let near = ROWS.iter().filter(|(other, _)| [scope, Scope::List, Scope::Desk].contains(other));
    let taken: Vec<Key> = near.flat_map(|(other, rows)| rows.iter().flat_map(|row| bind(*other, row).keys)).collect();
    TABLE
        .iter()
        .map(|row| Binding {
            scope,
            keys: Some(Key::Char(row.key())).filter(|key| !taken.contains(key)).into_iter().collect(),
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
        let keymap = Keymap::built_in();
        for scope in Scope::ALL {
            let mut seen = BTreeSet::new();
            for binding in keymap.of(scope) {
                let has_key = !binding.keys.is_empty() || matches!(binding.action, Action::Mark(_));
                assert!(has_key, "{scope:?} {:?}", binding.action);
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

    /// A key that Nordic and AZERTY keyboards have where everybody's hand is: a letter, alone or with Ctrl,
    /// a function key, or one of those that lie outside the letters.
    fn is_everywhere(key: Key) -> bool {
        match key {
            Key::Char(c) => c.is_ascii_alphabetic() || c == ' ',
            Key::Home | Key::End | Key::PageUp | Key::PageDown | Key::Delete => false,
            _ => true,
        }
    }

    #[test]
    fn every_action_is_reached_without_signs_and_digits() {
        let keymap = Keymap::built_in();
        let homes = [Action::Today, Action::People, Action::Groups, Action::Programmes, Action::Reports];
        for binding in Scope::ALL.into_iter().flat_map(|scope| keymap.of(scope)) {
            // The five pages are reached by the key that goes round them; a code whose letter is taken, by
            // the list of all codes, which has its letter.
            let by = match binding.action {
                action if homes.contains(&action) => Action::NextHome,
                Action::Mark(_) if binding.keys.is_empty() => Action::Away,
                action => action,
            };
            let reaches = |b: &Binding| b.action == by && b.keys.iter().copied().any(is_everywhere);
            let near = [binding.scope, Scope::Desk];
            assert!(
                near.iter().any(|scope| keymap.of(*scope).any(reaches)),
                "{:?} {:?}",
                binding.scope,
                binding.action
            );
        }
    }

    #[test]
    fn the_room_has_one_key_for_nearly_every_code() {
        let keymap = Keymap::built_in();
        let direct =
            keymap.of(Scope::Room).filter(|b| matches!(b.action, Action::Mark(_)) && !b.keys.is_empty()).count();
        assert!(direct >= 16, "{direct}");
        assert_eq!(keymap.action(&[Scope::Room, Scope::Desk], Key::Char('p')), Some(Action::Mark(Code::Present)));
        assert_eq!(keymap.action(&[Scope::Room, Scope::Desk], Key::Char('q')), Some(Action::Quit));
    }
}
