//! Export profiles: those that come with the desk, and those of a folder.

use super::finding::{Finding, Level, What};
use crate::domain::profile::Profile;
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 * 1024;

/// The profiles that come with the desk: file name and text.
const BUILT_IN: &[(&str, &str)] = &[
    ("ministry.ron", include_str!("../../profiles/ministry.ron")),
    ("research.ron", include_str!("../../profiles/research.ron")),
    ("probation.ron", include_str!("../../profiles/probation.ron")),
    ("participant.ron", include_str!("../../profiles/participant.ron")),
];

/// Every profile that can be used, and what was found on the way.
#[derive(Debug, Clone, Default)]
pub struct Profiles {
    /// No two with the same id.
    pub profiles: Vec<Profile>,
    pub findings: Vec<Finding>,
}

impl Profiles {
    /// The built-in profiles, then those of the folder `profiles` in the data folder `data`; a later one
    /// replaces an earlier of the same id.
    #[must_use]
    pub fn load(data: Option<&Path>) -> Self {
        let mut found = Self::default();
        for (file, text) in BUILT_IN {
            found.add(check_profile(file, text));
        }
        for path in data.map(|data| files(&data.join("profiles"))).unwrap_or_default() {
            let file = path.display().to_string();
            found.add(match text(&path) {
                Ok(text) => check_profile(&file, &text),
                Err(error) => (None, vec![fault(&file, What::new("profile-form").with("reason", error))]),
            });
        }
        found
    }

    fn add(&mut self, (profile, findings): (Option<Profile>, Vec<Finding>)) {
        self.findings.extend(findings);
        if let Some(profile) = profile {
            self.profiles.retain(|known| known.id != profile.id);
            self.profiles.push(profile);
        }
    }
}

/// The `.ron` files of a folder, by name; none where there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    files.sort();
    files
}

fn text(path: &Path) -> std::io::Result<String> {
    let facts = std::fs::metadata(path)?;
    // A pipe would be waited on for ever.
    if !facts.is_file() || facts.len() > LARGEST {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    std::fs::read_to_string(path)
}

/// One profile as `text`; `file` is the name that findings carry.
#[must_use]
pub fn check_profile(file: &str, text: &str) -> (Option<Profile>, Vec<Finding>) {
    match ron::from_str::<Profile>(text.trim_start_matches('\u{feff}')) {
        Ok(profile) => match profile.fault() {
            Some(found) => (None, vec![fault(file, What::new(found.message()))]),
            None => (Some(profile), Vec::new()),
        },
        Err(error) => (None, vec![fault(file, What::new("profile-form").with("reason", error))]),
    }
}

fn fault(file: &str, what: What) -> Finding {
    Finding::of_file(file, Level::Error, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profiles_of_the_desk_are_sound() {
        let found = Profiles::load(None);
        assert!(found.findings.is_empty(), "{:?}", found.findings);
        let ids: Vec<_> = found.profiles.iter().map(|profile| profile.id.as_str()).collect();
        assert_eq!(ids, ["ministry", "research", "probation", "participant"]);
    }

    #[test]
    fn a_file_of_ones_own_replaces_a_profile_and_a_fault_is_named_at_its_place() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("profiles")).unwrap();
        let text = r#"(id: "ministry", title: "Ours", reports: ["evaluation"], formats: ["csv"], people: Nobody, threshold: Some(10))"#;
        std::fs::write(folder.path().join("profiles/a.ron"), text).unwrap();
        std::fs::write(folder.path().join("profiles/b.ron"), text.replace("10", "2").replace("ministry", "other"))
            .unwrap();
        let found = Profiles::load(Some(folder.path()));
        let ours = found.profiles.iter().find(|profile| profile.id == "ministry").unwrap();
        assert_eq!((ours.threshold, found.profiles.len()), (Some(10), 4));
        assert_eq!(found.findings.iter().map(|finding| finding.what.id).collect::<Vec<_>>(), ["profile-threshold"]);
    }
}
