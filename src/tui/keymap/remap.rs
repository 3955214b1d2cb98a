//! Other keys for the same actions: granted all together, or refused by name and nothing changes.

use super::{Binding, Keymap, Scope};
use crate::tui::keys::Key;

/// An action of a scope, by their names, and the keys that it is to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish<'a> {
    pub scope: &'a str,
    pub action: &'a str,
    /// Names of keys with spaces between; the first is the one that is shown.
    pub keys: &'a str,
}

/// Why a wish cannot be granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    UnknownScope,
    UnknownAction,
    /// No key is called so.
    UnknownKey(String),
    /// An action without a key cannot be reached.
    NoKey,
    /// The same action was given keys before.
    Twice,
    /// Something that is done in the same place has the key.
    Taken {
        key: Key,
        by: Scope,
        message: &'static str,
    },
}

/// The two scopes whose keys mean the same on every screen.
const EVERYWHERE: [Scope; 2] = [Scope::List, Scope::Desk];

impl Keymap {
    /// The same table with these wishes granted.
    ///
    /// # Errors
    /// Every wish that cannot be granted, by its index; then none is.
    pub fn remapped(&self, wishes: &[Wish]) -> Result<Self, Vec<(usize, Refusal)>> {
        let mut new = self.clone();
        let mut refused = Vec::new();
        // Which wish changed which line.
        let mut changed: Vec<(usize, usize)> = Vec::new();
        for (index, wish) in wishes.iter().enumerate() {
            match new.grant(wish, &changed) {
                Ok(line) => changed.push((line, index)),
                Err(refusal) => refused.push((index, refusal)),
            }
        }
        for (line, index) in &changed {
            if let Some(refusal) = new.clash(*line, self, &changed) {
                refused.push((*index, refusal));
            }
        }
        refused.sort_by_key(|(index, _)| *index);
        if refused.is_empty() { Ok(new) } else { Err(refused) }
    }

    /// Gives a line its keys; the index of the line.
    fn grant(&mut self, wish: &Wish, changed: &[(usize, usize)]) -> Result<usize, Refusal> {
        let scope = Scope::ALL.into_iter().find(|scope| scope.name() == wish.scope).ok_or(Refusal::UnknownScope)?;
        let is_meant = |b: &Binding| b.scope == scope && b.name() == wish.action;
        let line = self.table.iter().position(is_meant).ok_or(Refusal::UnknownAction)?;
        if changed.iter().any(|(other, _)| *other == line) {
            return Err(Refusal::Twice);
        }
        let key = |name: &str| Key::from_name(name).ok_or_else(|| Refusal::UnknownKey(name.to_owned()));
        let keys = wish.keys.split_whitespace().map(key).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() {
            return Err(Refusal::NoKey);
        }
        if let Some(binding) = self.table.get_mut(line) {
            binding.keys = keys;
        }
        Ok(line)
    }

    /// What else has a key of this changed line where both are asked. What the table came with is not
    /// held against it, and of two changed lines the later one clashes.
    fn clash(&self, line: usize, built_in: &Self, changed: &[(usize, usize)]) -> Option<Refusal> {
        let here = self.table.get(line)?;
        let had = |at: usize, key: &Key| built_in.table.get(at).is_some_and(|b| b.keys.contains(key));
        let is_later =
            |other: usize| !changed.iter().skip_while(|(at, _)| *at != line).skip(1).any(|(at, _)| *at == other);
        self.table.iter().enumerate().find_map(|(at, other)| {
            let meet = at != line && other.action != here.action && meets(here.scope, other.scope) && is_later(at);
            let key =
                here.keys.iter().find(|key| meet && other.keys.contains(key) && !(had(line, key) && had(at, key)))?;
            Some(Refusal::Taken { key: *key, by: other.scope, message: other.message })
        })
    }
}

/// Whether a key press is looked up in both.
fn meets(one: Scope, other: Scope) -> bool {
    one == other || EVERYWHERE.contains(&one) || EVERYWHERE.contains(&other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::Code;
    use crate::tui::keymap::Action;

    fn wish<'a>(scope: &'a str, action: &'a str, keys: &'a str) -> Wish<'a> {
        Wish { scope, action, keys }
    }

    fn refusals(wishes: &[Wish]) -> Vec<(usize, Refusal)> {
        Keymap::built_in().remapped(wishes).unwrap_err()
    }

    #[test]
    fn what_is_granted_replaces_the_keys_of_the_action() {
        let wishes = [
            wish("room", "all-present", "Ctrl-X Ctrl-Y"),
            wish("room", "apologised", "Ctrl-N"),
            // What one gives up another may take.
            wish("room", "present", "A"),
            wish("desk", "undo", "Ctrl-O"),
            wish("room", "undo", "Ctrl-O"),
            wish("register", "undo", "Ctrl-O"),
        ];
        let keymap = Keymap::built_in().remapped(&wishes).unwrap();
        let room = [Scope::Room, Scope::List, Scope::Desk];
        for (key, action) in [
            ("Ctrl-X", Some(Action::AllPresent)),
            ("Ctrl-Y", Some(Action::AllPresent)),
            ("A", Some(Action::Mark(Code::Present))),
            ("Ctrl-N", Some(Action::Mark(Code::Apologised))),
            ("Ctrl-O", Some(Action::Undo)),
            ("p", None),
            ("u", None),
            ("l", Some(Action::Mark(Code::Late))),
        ] {
            assert_eq!(keymap.action(&room, Key::from_name(key).unwrap()), action, "{key}");
        }
        assert_eq!(keymap.key_for(&room, Action::AllPresent), "Ctrl-X");
    }

    #[test]
    fn what_cannot_be_granted_is_refused_by_name() {
        let taken = |key: &str, by, message| Refusal::Taken { key: Key::from_name(key).unwrap(), by, message };
        for (wishes, refused) in [
            (vec![wish("rooom", "note", "x")], vec![(0, Refusal::UnknownScope)]),
            (vec![wish("room", "fly", "x")], vec![(0, Refusal::UnknownAction)]),
            (vec![wish("room", "note", "Ctrl-X Hyper-X")], vec![(0, Refusal::UnknownKey("Hyper-X".into()))]),
            (vec![wish("room", "note", "Ctrl-LX")], vec![(0, Refusal::UnknownKey("Ctrl-LX".into()))]),
            (vec![wish("room", "note", "F99")], vec![(0, Refusal::UnknownKey("F99".into()))]),
            (vec![wish("room", "note", "  ")], vec![(0, Refusal::NoKey)]),
            (vec![wish("room", "note", "Ctrl-X"), wish("room", "note", "Ctrl-N")], vec![(1, Refusal::Twice)]),
            // In the same scope; in what goes everywhere; from there on any screen.
            (vec![wish("room", "note", "A")], vec![(0, taken("A", Scope::Room, "do-all-present"))]),
            (vec![wish("room", "note", "q")], vec![(0, taken("q", Scope::Desk, "do-quit"))]),
            (vec![wish("desk", "quit", "e")], vec![(0, taken("e", Scope::People, "do-eligibility"))]),
            (vec![wish("list", "up", "F1")], vec![(0, taken("F1", Scope::Desk, "do-help"))]),
            // Of two wishes the later one clashes; nothing of the others is granted.
            (
                vec![wish("room", "note", "Ctrl-X"), wish("room", "rate", "Ctrl-N"), wish("room", "clear", "Ctrl-X")],
                vec![(2, taken("Ctrl-X", Scope::Room, "do-note"))],
            ),
        ] {
            assert_eq!(refusals(&wishes), refused, "{wishes:?}");
        }
    }

    #[test]
    fn other_screens_may_use_the_same_key_and_what_came_with_the_desk_may_stay() {
        let wishes = [
            wish("people", "add-person", "Ctrl-X"),
            wish("groups", "new-group", "Ctrl-X"),
            wish("form", "next-field", "Tab Down Enter F11"),
        ];
        assert!(Keymap::built_in().remapped(&wishes).is_ok());
    }

    #[test]
    fn every_action_of_a_scope_has_a_name_of_its_own() {
        let keymap = Keymap::built_in();
        for scope in Scope::ALL {
            let mut names: Vec<&str> = keymap.of(scope).map(Binding::name).collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{scope:?}");
        }
    }
}
