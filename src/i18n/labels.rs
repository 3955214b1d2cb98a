//! The few words of ours on papers for participants, in languages that the desk itself does not speak.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// By language, then by message.
type Labels = BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>;

/// The labels of a language by their messages; `None` where there are none.
#[must_use]
pub fn labels(tag: &str) -> Option<&'static BTreeMap<&'static str, &'static str>> {
    static LABELS: OnceLock<Labels> = OnceLock::new();
    // None when the file cannot be read, which a test rules out.
    LABELS.get_or_init(|| ron::from_str(include_str!("../../locales/paper.ron")).unwrap_or_default()).get(tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::locale::LOCALES;
    use std::collections::BTreeSet;

    #[test]
    fn every_language_has_the_same_labels_and_all_of_them_are_messages() {
        let read: Labels = ron::from_str(include_str!("../../locales/paper.ron")).unwrap();
        let english = include_str!("../../locales/en/paper.ftl");
        let wanted: BTreeSet<&str> = english
            .lines()
            .filter_map(|line| line.split_once(" = ").map(|(id, _)| id))
            .filter(|id| id.starts_with("paper-"))
            .collect();
        assert!(read.len() >= 7 && wanted.len() > 10);
        for (tag, labels) in &read {
            assert_eq!(labels.keys().copied().collect::<BTreeSet<_>>(), wanted, "{tag}");
            assert!(labels.values().all(|label| !label.trim().is_empty()), "{tag}");
            assert!(LOCALES.iter().all(|locale| locale.tag != *tag), "{tag} has messages");
        }
    }
}
