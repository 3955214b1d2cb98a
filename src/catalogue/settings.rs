//! The file of settings of this computer: what every desk that is opened on it begins with.

use super::check::Check;
use super::finding::{Finding, What};
use super::keys::Pairs;
use super::outline::Path;
use super::read;

/// The setting that says whether a whole group may see the screen.
const ROOM_SAFE: &str = "room-safe";

/// What the file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whether room-safe mode is on to begin with; `None` where the file does not say.
    pub room_safe: Option<bool>,
}

/// What `word` says of something that is on or off.
#[must_use]
pub fn switch(word: &str) -> Option<bool> {
    match word {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

/// The settings of the file at `path`, those of a faulty one left aside, and everything found.
#[must_use]
pub fn read(path: &std::path::Path) -> (Settings, Vec<Finding>) {
    let raw = read::file(path);
    match raw.text {
        Ok(text) => read_text(&raw.file, &text),
        Err(finding) => (Settings::default(), vec![*finding]),
    }
}

/// The same for `text`; `file` is the name that findings carry.
#[must_use]
pub fn read_text(file: &str, text: &str) -> (Settings, Vec<Finding>) {
    let (pairs, findings) = super::read_text(file, text, |pairs, text, _| faults(file, text, pairs));
    let pairs = pairs.map_or_else(Vec::new, |Pairs(pairs)| pairs);
    let said = pairs.iter().rev().find(|(name, _)| name == ROOM_SAFE);
    (Settings { room_safe: said.and_then(|(_, word)| switch(word)) }, findings)
}

fn faults(file: &str, text: &str, Pairs(pairs): &Pairs<String>) -> Vec<Finding> {
    let mut check = Check::new(file, text);
    let root = Path::Root;
    for (name, word) in pairs {
        if name != ROOM_SAFE {
            check.error(&root.key(name), What::new("finding-setting-unknown").with("name", name));
        } else if switch(word).is_none() {
            check.error(&root.key(name), What::new("finding-setting-switch").with("name", name));
        }
    }
    check.findings()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_on_or_off_and_a_fault_has_its_place() {
        for (text, room_safe, finding) in [
            ("{}", None, None),
            ("{ \"room-safe\": \"on\" }", Some(true), None),
            ("{ \"room-safe\": \"off\" }", Some(false), None),
            ("{ \"room-safe\": \"maybe\" }", None, Some("finding-setting-switch")),
            ("{ \"room-save\": \"on\" }", None, Some("finding-setting-unknown")),
            ("{ \"room-safe\": true }", None, Some("finding-wants-text")),
        ] {
            let (settings, findings) = read_text("settings.ron", text);
            let ids: Vec<_> = findings.iter().map(|finding| finding.what.id).collect();
            assert_eq!((settings.room_safe, ids), (room_safe, finding.into_iter().collect()), "{text}");
            assert!(findings.iter().all(|finding| finding.position().0 == 1));
        }
    }
}
