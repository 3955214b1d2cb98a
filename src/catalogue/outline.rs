//! Which part of a file a finding lies in: the session plan, the step, the page or the agency.

use super::finding::{Finding, Within};
use super::shape::Kind;
use super::tree::{Path, Tree};
use super::value;

/// The list whose parts have places of their own in what is made of a file.
pub(super) fn list(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Programme => Some("plans"),
        Kind::Pathway => Some("steps"),
        Kind::Guide => Some("pages"),
        Kind::Directory => Some("agencies"),
        Kind::ClosedDays | Kind::Translation => None,
    }
}

/// Tells each finding of the file in `tree` which part it lies in.
pub(super) fn place(findings: &mut [Finding], tree: &Tree, kind: Kind) {
    let Some(name) = list(kind).filter(|_| !findings.is_empty()) else { return };
    let list = Path::Root.key(name);
    let parts = tree.node(&list).and_then(|node| node.group()).map_or(&[][..], |group| &group.parts);
    for finding in findings {
        let Some(at) = finding.place.as_ref().map(|place| place.at) else { continue };
        let number = parts.iter().position(|part| (part.value.start..=part.value.end).contains(&at));
        finding.within = number.map(|number| {
            let id = tree.node(&list.item(number).key("id")).and_then(|node| value::words(tree, node));
            Within { number, id: id.unwrap_or_default().into_owned() }
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::check_text;
    use crate::catalogue::finding::Within;

    #[test]
    fn a_finding_knows_the_session_that_it_is_in() {
        let text = r#"(id: "a", plans: [
            (id: "start", title: "", aim: "A", activities: []),
            (id: "money", title: "M", aim: "A", activities: [(title: "T", minutes: "ten")]),
            (title: "", aim: "A", activities: []),
        ])"#;
        let checked = check_text("a.ron", text, "2026-11-24".parse().unwrap());
        let within = |line: usize| {
            let found = checked.findings.iter().find(|finding| finding.position().0 == line).unwrap();
            found.within.clone()
        };
        let part = |number, id: &str| Some(Within { number, id: id.to_owned() });
        assert_eq!((within(1), within(2)), (None, part(0, "start")));
        assert_eq!((within(3), within(4)), (part(1, "money"), part(2, "")));
    }
}
