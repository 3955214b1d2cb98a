//! A file that gives actions other keys: its form is read here, its names are judged by whoever knows them.

use super::finding::{Finding, Level, What};
use super::form::Found;
use super::tree::{Path, Tree};
use super::{findings, names, read};

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
        Ok(decoded) if decoded.found.is_empty() => read_text(&raw.file, &decoded.text, judge),
        Ok(decoded) => (Vec::new(), findings(&raw.file, &decoded.text, decoded.found)),
        Err(finding) => (Vec::new(), vec![*finding]),
    }
}

/// The wishes of `text` when `judge` objects to none of them, and everything found; `file` is the name
/// that findings carry.
pub fn read_text(file: &str, text: &str, judge: impl Fn(&[Wish]) -> Vec<Objection>) -> (Vec<Wish>, Vec<Finding>) {
    let (tree, mut found) = names::tree(text);
    let mut wishes = Vec::new();
    for (scope, actions) in names::pairs(&tree, &tree.root, &mut found) {
        for (action, keys) in names::texts(&tree, actions, &mut found) {
            wishes.push(Wish { scope: scope.to_owned(), action: action.to_owned(), keys });
        }
    }
    if found.is_empty() {
        found.extend(judge(&wishes).iter().map(|objection| place(&tree, &wishes, objection)));
    }
    let wishes = if found.is_empty() { wishes } else { Vec::new() };
    (wishes, findings(file, tree.text, found))
}

fn place(tree: &Tree, wishes: &[Wish], objection: &Objection) -> Found {
    let what = objection.args.iter().fold(What::new(objection.message), |what, (name, value)| what.with(name, value));
    let root = Path::Root;
    let Some(wish) = wishes.get(objection.wish) else { return (0..0, Level::Error, what) };
    let scope = root.key(&wish.scope);
    let action = scope.key(&wish.action);
    let mark = match objection.part {
        Part::Scope => tree.name(&scope),
        Part::Action => tree.name(&action),
        Part::Keys => tree.mark(&action),
    };
    (mark, Level::Error, what)
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
            [(0, Part::Scope, (3, 3)), (0, Part::Keys, (3, 28)), (1, Part::Action, (3, 36)), (9, Part::Keys, (1, 1))]
        {
            let object = |_: &[Wish]| vec![Objection { wish, part, message: "finding-key-none", args: Vec::new() }];
            let (wishes, findings) = read_text("keys.ron", FILE, object);
            assert_eq!((wishes.len(), findings[0].position()), (0, position), "{wish} {part:?}");
        }
    }

    #[test]
    fn what_is_no_such_file_is_refused_at_its_place() {
        for (text, id, position) in [
            ("{ \"room\": { \"note\": 7 } }", "finding-wants-plain", (1, 21)),
            ("{ \"room\": { \"note\": \"x\" }", "finding-bracket-open", (1, 1)),
            ("[]", "finding-wants-names", (1, 1)),
        ] {
            let (wishes, findings) = read_text("keys.ron", text, |_| Vec::new());
            assert_eq!((wishes.len(), findings[0].what.id, findings[0].position()), (0, id, position), "{text}");
        }
    }
}
