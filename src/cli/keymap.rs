//! The keys in force: those of the desk, with the changes of one file.

use crate::catalogue::finding::Finding;
use crate::catalogue::keys::{self, Objection, Part};
use crate::cli::{Options, place};
use crate::i18n::Words;
use crate::tui::keymap::{Keymap, Refusal, Wish};
use std::path::PathBuf;

/// Which keys are in force, and where their changes are or would be.
#[derive(Debug)]
pub struct InForce {
    pub keymap: Keymap,
    /// The file that is looked for; `None` when this system has no place for it.
    pub file: Option<PathBuf>,
    /// Why the file is left aside, and the built-in keys are in force.
    pub findings: Vec<Finding>,
}

/// The keys of the desk with the changes of `--keys`, else of the usual file, if it is there. A file with
/// any fault changes nothing.
#[must_use]
pub fn in_force(options: &Options, words: &Words) -> InForce {
    let built_in = Keymap::built_in();
    let file = place::keys_file(options);
    let there = file.as_ref().filter(|file| options.keys.is_some() || file.exists());
    let Some(path) = there else { return InForce { keymap: built_in, file, findings: Vec::new() } };
    let (wishes, findings) = keys::read(path, |wishes| objections(&built_in, wishes, words));
    let keymap = built_in.remapped(&lent(&wishes)).unwrap_or(built_in);
    InForce { keymap, file, findings }
}

fn lent(wishes: &[keys::Wish]) -> Vec<Wish<'_>> {
    wishes.iter().map(|wish| Wish { scope: &wish.scope, action: &wish.action, keys: &wish.keys }).collect()
}

fn objections(keymap: &Keymap, wishes: &[keys::Wish], words: &Words) -> Vec<Objection> {
    let Err(refused) = keymap.remapped(&lent(wishes)) else { return Vec::new() };
    let name = |at: usize, part: fn(&keys::Wish) -> &String| wishes.get(at).map(part).cloned().unwrap_or_default();
    let object = |(wish, refusal): (usize, Refusal)| {
        let (scope, action) = (name(wish, |wish| &wish.scope), name(wish, |wish| &wish.action));
        let (part, message, args) = match refusal {
            Refusal::UnknownScope => (Part::Scope, "finding-key-scope", vec![("scope", scope)]),
            Refusal::UnknownAction => (Part::Action, "finding-key-action", vec![("scope", scope), ("action", action)]),
            Refusal::UnknownKey(key) => (Part::Keys, "finding-key-unknown", vec![("key", key)]),
            Refusal::NoKey => (Part::Keys, "finding-key-none", vec![("action", action)]),
            Refusal::Twice => (Part::Action, "finding-key-twice", vec![("action", action)]),
            Refusal::Taken { key, by, message } => {
                let (does, place) = (words.say(message, &[]), words.say(by.message(), &[]));
                let args = vec![("key", key.to_string()), ("does", does), ("place", place)];
                (Part::Keys, "finding-key-taken", args)
            }
        };
        Objection { wish, part, message, args }
    };
    refused.into_iter().map(object).collect()
}
