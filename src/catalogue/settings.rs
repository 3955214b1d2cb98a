//! The file of settings of this computer: what every desk that is opened on it begins with.

use super::finding::{Finding, Level, What};
use super::tree::Path;
use super::{findings, names, read};

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
        Ok(decoded) if decoded.found.is_empty() => read_text(&raw.file, &decoded.text),
        Ok(decoded) => (Settings::default(), findings(&raw.file, &decoded.text, decoded.found)),
        Err(finding) => (Settings::default(), vec![*finding]),
    }
}

/// The same for `text`; `file` is the name that findings carry.
#[must_use]
pub fn read_text(file: &str, text: &str) -> (Settings, Vec<Finding>) {
    let (tree, mut found) = names::tree(text);
    let mut settings = Settings::default();
    for (name, word) in names::texts(&tree, &tree.root, &mut found) {
        let path = Path::Root.key(name);
        if name != ROOM_SAFE {
            found.push((tree.mark(&path), Level::Error, What::new("finding-setting-unknown").with("name", name)));
        } else if let Some(on) = switch(&word) {
            settings.room_safe = Some(on);
        } else {
            found.push((tree.mark(&path), Level::Error, What::new("finding-setting-switch").with("name", name)));
        }
    }
    let settings = if found.is_empty() { settings } else { Settings::default() };
    (settings, findings(file, tree.text, found))
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
            ("{ \"room-safe\": true }", None, Some("finding-wants-plain")),
        ] {
            let (settings, findings) = read_text("settings.ron", text);
            let ids: Vec<_> = findings.iter().map(|finding| finding.what.id).collect();
            assert_eq!((settings.room_safe, ids), (room_safe, finding.into_iter().collect()), "{text}");
            assert!(findings.iter().all(|finding| finding.position().0 == 1));
        }
    }
}
