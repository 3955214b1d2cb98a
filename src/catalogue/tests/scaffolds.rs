//! New files are sound at once, of whatever size, and so are forks.

use super::faults::small;
use super::today;
use crate::catalogue::scaffold::{Wanted, scaffold};
use crate::catalogue::shape::Kind;
use crate::catalogue::{Content, check_text, fork};
use proptest::prelude::{prop_assert_eq, proptest};

/// A new file of `count` sessions, steps or pages.
pub(super) fn made(kind: Kind, count: usize, language: &str) -> String {
    let wanted = Wanted { kind, id: "our-own", count, today: today(), language };
    scaffold(wanted, &|message, number| format!("{message} {number}"))
}

proptest! {
    #[test]
    fn a_scaffold_of_any_size_is_sound(count in 1..100_usize, at in 0..4_usize, norwegian: bool) {
        let kind = [Kind::Programme, Kind::Pathway, Kind::Guide, Kind::Directory][at];
        let text = made(kind, count, if norwegian { "nb" } else { "en" });
        let checked = check_text("our-own.ron", &text, today());
        prop_assert_eq!(&checked.findings, &vec![], "{}", text);
        prop_assert_eq!(checked.kind, Some(kind));
        let parts = match checked.content.unwrap() {
            Content::Programme(programme) => programme.courses().next().unwrap().sessions.len(),
            Content::Pathway(pathway) => pathway.steps.len(),
            Content::Guide(guide) => guide.pages.len(),
            Content::Directory(directory) => directory.agencies.len(),
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(parts, count);
    }
}

#[test]
fn every_field_of_the_whole_is_explained_once() {
    let text = made(Kind::Programme, 2, "en");
    for field in Kind::Programme.fields().fields {
        assert!(text.contains(&format!("// {} 0", field.about)), "{}", field.name);
    }
    assert_eq!(text.matches("schema-SessionPlan-aim").count(), 1, "{text}");
}

#[test]
fn texts_of_a_file_in_another_language_are_in_that_language() {
    let checked = check_text("our-own.ron", &made(Kind::Programme, 1, "nb"), today());
    let programme = checked.programme().unwrap();
    assert_eq!(programme.title.0.keys().collect::<Vec<_>>(), ["nb"]);
    assert_eq!(programme.plans[0].title.pick(&["nb"]), "scaffold-session 1");
}

#[test]
fn a_fork_has_an_id_of_its_own_and_keeps_everything_else() {
    let first = fork::fork(&small("\"Small\"", "\"Small\" /* mine */"), "other");
    let second = fork::fork(&first, "third");
    for (text, id, from) in [(first, "other", "small"), (second, "third", "other")] {
        let checked = check_text("fork.ron", &text, today());
        assert_eq!(checked.findings, vec![], "{text}");
        let programme = checked.programme().unwrap();
        assert_eq!((programme.id.as_str(), programme.descends_from.as_deref()), (id, Some(from)));
        assert!(text.contains("/* mine */") && programme.plans.len() == 2);
    }
}
