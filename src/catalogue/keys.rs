//! A file that gives actions other keys: its form is read here, its names are judged by whoever knows them.

use super::finding::{Finding, Level, What};
use super::outline::{Outline, Path};
use super::read;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// One line of the file: an action of a scope, and the keys that it is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub scope: String,
    pub action: String,
    pub keys: String,
}

/// What of a wish cannot be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Scope,
    Action,
    Keys,
}

/// Why a wish cannot be granted: the message that says it, and the values it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Index among the wishes.
    pub wish: usize,
    pub part: Part,
    pub message: &'static str,
    pub args: Vec<(&'static str, String)>,
}

/// The wishes of the file at `path` when `judge` objects to none of them, and everything found.
pub fn read(path: &std::path::Path, judge: impl Fn(&[Wish]) -> Vec<Objection>) -> (Vec<Wish>, Vec<Finding>) {
    let raw = read::file(path);
    match raw.text {
        Ok(text) => read_text(&raw.file, &text, judge),
        Err(finding) => (Vec::new(), vec![*finding]),
    }
}

/// The wishes of `text` when `judge` objects to none of them, and everything found; `file` is the name
/// that findings carry.
pub fn read_text(file: &str, text: &str, judge: impl Fn(&[Wish]) -> Vec<Objection>) -> (Vec<Wish>, Vec<Finding>) {
    let (wishes, findings) = super::read_text(file, text, |scopes: &Pairs<Pairs<String>>, text, _| {
        let objections = judge(&wishes(scopes));
        objections.iter().map(|objection| finding(file, text, scopes, objection)).collect()
    });
    (wishes.map(|scopes| self::wishes(&scopes)).unwrap_or_default(), findings)
}

fn wishes(scopes: &Pairs<Pairs<String>>) -> Vec<Wish> {
    let all = scopes.0.iter().flat_map(|(scope, actions)| actions.0.iter().map(move |pair| (scope, pair)));
    all.map(|(scope, (action, keys))| Wish { scope: scope.clone(), action: action.clone(), keys: keys.clone() })
        .collect()
}

fn finding(file: &str, text: &str, scopes: &Pairs<Pairs<String>>, objection: &Objection) -> Finding {
    let all = wishes(scopes);
    let what = objection.args.iter().fold(What::new(objection.message), |what, (name, value)| what.with(name, value));
    let outline = Outline::of(text);
    let root = Path::Root;
    let Some(wish) = all.get(objection.wish) else { return Finding::of_file(file, Level::Error, what) };
    let scope = root.key(&wish.scope);
    let action = scope.key(&wish.action);
    let mark = match objection.part {
        Part::Scope => outline.name(&scope),
        Part::Action => outline.name(&action),
        Part::Keys => outline.mark(&action),
    };
    Finding::at(file, text, &mark, Level::Error, what)
}

/// A map in the order in which it is written; a name that stands twice is there twice.
pub(super) struct Pairs<T>(pub(super) Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = Pairs<T>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("names with what belongs to them, in { }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "// my keys\n{\n  \"room\": { \"all-present\": \"F5 A\", \"fly\": \"x\" },\n  \"desk\": {},\n}\n";

    #[test]
    fn wishes_are_read_in_their_order() {
        let (wishes, findings) = read_text("keys.ron", FILE, |_| Vec::new());
        let lines: Vec<_> = wishes.iter().map(|w| (w.scope.as_str(), w.action.as_str(), w.keys.as_str())).collect();
        assert_eq!(lines, [("room", "all-present", "F5 A"), ("room", "fly", "x")]);
        assert_eq!(findings, []);
    }

    #[test]
    fn an_objection_is_shown_at_its_place_and_nothing_is_granted() {
        for (wish, part, position) in
            [(0, Part::Scope, (3, 3)), (0, Part::Keys, (3, 28)), (1, Part::Action, (3, 36)), (9, Part::Keys, (0, 0))]
        {
            let object = |_: &[Wish]| vec![Objection { wish, part, message: "finding-key-none", args: Vec::new() }];
            let (wishes, findings) = read_text("keys.ron", FILE, object);
            assert_eq!((wishes.len(), findings[0].position()), (0, position), "{wish} {part:?}");
        }
    }

    #[test]
    fn what_is_no_such_file_is_refused_at_its_place() {
        for (text, id, position) in [
            ("{ \"room\": { \"note\": 7 } }", "finding-wants-text", (1, 21)),
            ("{ \"room\": { \"note\": \"x\" }", "finding-end", (1, 26)),
            ("[]", "finding-wants-names", (1, 1)),
        ] {
            let (wishes, findings) = read_text("keys.ron", text, |_| Vec::new());
            assert_eq!((wishes.len(), findings[0].what.id, findings[0].position()), (0, id, position), "{text}");
        }
    }
}
